// Writes the fixtures in testdata that the calendars are checked against, from ICU as Node.js carries it.
// Run by `go generate -tags calendardata ./timeline/calendar`.
import { writeFileSync } from "node:fs";

const reader = (name) => {
  const format = new Intl.DateTimeFormat(`en-u-ca-${name}-nu-latn`, { timeZone: "UTC", year: "numeric", month: "long", day: "numeric" });
  return (day) => {
    const parts = {};
    for (const { type, value } of format.formatToParts(new Date(day * 86400000))) parts[type] = value;
    return { year: parseInt(parts.year), month: parts.month, day: parseInt(parts.day) };
  };
};

// One line a year: the year, the day of its first day counted from 1970-01-01, and the lengths of its months.
const write = (file, name, title, from, to, firstYear, lastYear) => {
  const read = reader(name);
  const starts = [];
  for (let day = from; day <= to; day++) {
    const date = read(day);
    if (date.day === 1) starts.push([date.year, day]);
  }
  let out = `# ${title}: year, days from 1970-01-01 to its first day, lengths of its months; ICU ${process.versions.icu}\n`;
  for (let year = firstYear; year <= lastYear; year++) {
    const months = starts.map(([y, day], i) => [y, day, (starts[i + 1] ?? [0, 0])[1] - day]).filter(([y]) => y === year);
    out += `${year}\t${months[0][1]}\t${months.map((m) => m[2]).join(" ")}\n`;
  }
  writeFileSync(file, out);
};

const day = (iso) => Date.parse(iso) / 86400000;
write("testdata/civil.tsv", "islamic-civil", "tabular Hijri, civil epoch", day("1881-01-01"), day("2080-01-01"), 1300, 1500);
write("testdata/tbla.tsv", "islamic-tbla", "tabular Hijri, Thursday epoch", day("1881-01-01"), day("2080-01-01"), 1300, 1500);
write("testdata/jalali.tsv", "persian", "Jalali", day("1820-01-01"), day("2123-06-01"), 1200, 1500);
write("testdata/hebrew.tsv", "hebrew", "Hebrew", day("1839-06-01"), day("2141-01-01"), 5600, 5900);
