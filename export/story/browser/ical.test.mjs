// Reads the calendars that TestBrowser writes with another implementation, in its strict mode.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import ICAL from "ical.js";

ICAL.design.strict = true;
const read = name => {
  const text = readFileSync(`${process.env.WAQAI_PAGES}/${name}`, "utf8");
  assert.ok(!/[^\r]\n/.test(text), "every line ends in CR LF");
  for (const line of text.split("\r\n")) {
    assert.ok(Buffer.byteLength(line) <= 75, `folded at 75 octets: ${line}`);
    assert.ok(!line.includes("\ufffd"), "no character is cut by folding");
  }
  return new ICAL.Component(ICAL.parse(text));
};

test("days, hours, statuses, what is left out", () => {
  const calendar = read("ar.ics"), events = calendar.getAllSubcomponents("vevent").map(e => new ICAL.Event(e));
  assert.deepEqual(events.map(e => e.uid), ["w_one@waqai", "w_three@waqai"]);
  const [hour, days] = events;
  assert.equal(hour.startDate.toString(), "2024-03-05T09:00:00");
  assert.ok(hour.startDate.zone === ICAL.Timezone.localTimezone, "an hour without its zone floats");
  assert.equal(hour.component.getFirstPropertyValue("status"), "CONFIRMED");
  assert.ok(days.startDate.isDate && days.endDate.isDate);
  assert.equal(days.endDate.toString(), "2024-05-08", "the end is exclusive");
  assert.equal(days.component.getFirstPropertyValue("status"), "TENTATIVE");
  for (const event of events) {
    assert.equal(event.component.getFirstPropertyValue("transp"), "TRANSPARENT");
    assert.ok(event.component.getFirstPropertyValue("dtstamp").toString().endsWith("Z"));
  }
  assert.match(calendar.getFirstPropertyValue("x-wr-caldesc"), /^2 of 4/);
});

test("hostile text adds no event and no property", () => {
  const events = read("hostile.ics").getAllSubcomponents("vevent");
  assert.equal(events.length, 2 + 14);
});
