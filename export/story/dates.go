package story

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/waqai/waqai/schemas"
	"github.com/waqai/waqai/timeline/calendar"
)

// writer writes dates in one language, in the digits and month names that were asked for.
type writer struct {
	*Labels
	digits    string
	months    string
	calendars []string
}

func newWriter(code string, options Options) (*writer, error) {
	labels, err := LabelsOf(code)
	if err != nil {
		return nil, err
	}
	w := &writer{Labels: labels, digits: options.Digits, months: options.Months, calendars: options.Calendars}
	if w.digits == "" {
		w.digits = labels.text["digits"]
	}
	if w.months == "" || !labels.Has("month."+w.months+".1") {
		w.months = labels.text["months"]
	}
	if len(w.calendars) == 0 {
		w.calendars = strings.Fields(labels.text["calendars"])
	}
	return w, nil
}

// number writes a number in the reader's digits.
func (w *writer) number(n int) string { return writeDigits(strconv.Itoa(n), w.digits) }

// yearAlone writes a year that stands by itself: a small number says that it is one.
func (w *writer) yearAlone(year int) string {
	if year < 1000 {
		return w.fill("date.early", "year", w.number(year))
	}
	return w.number(year)
}

// monthName names a month of a calendar.
func (w *writer) monthName(system string, month int) string {
	if system == "gregorian" {
		system = w.months
	}
	return w.Text("month." + system + "." + strconv.Itoa(month))
}

// date fills one of the date labels from a day of a calendar.
func (w *writer) date(label, system string, day calendar.Day, authority calendar.Authority) string {
	year, month, number, ok := ymd(system, day, authority)
	if !ok {
		return ""
	}
	return w.fill(label, "weekday", w.Text("weekday."+strconv.Itoa(day.Weekday())), "day", w.number(number),
		"month", w.monthName(system, month), "year", w.number(year))
}

func ymd(system string, day calendar.Day, authority calendar.Authority) (year, month, number int, ok bool) {
	switch system {
	case "gregorian":
		year, month, number = day.YMD()
		return year, month, number, true
	case "hijri":
		year, month, number, _ = calendar.DayToHijri(authority, day)
		return year, month, number, year > 0
	case "jalali":
		return calendar.DayToJalali(day)
	}
	return 0, 0, 0, false
}

// shownDate is a date as the reader reads it.
type shownDate struct {
	Main   string   // in words, in the first calendar of the reader
	Others []string // the same day in the other calendars
	Month  string   // heading that it falls under
}

// when writes the date of an entry.
func (w *writer) when(e *Entry) shownDate {
	first, last, dated := span(&e.When)
	if !dated {
		return shownDate{Main: w.Text("date.undated"), Month: w.Text("ui.undated")}
	}
	authority := calendar.AuthorityOf(e.Country)
	main := w.calendars[0]
	var d shownDate
	d.Main = w.interval(&e.When, main, first, last, authority)
	if e.Certainty == "approximate" {
		d.Main = w.fill("date.about", "date", d.Main)
	}
	d.Month = w.date("date.month", main, first, authority)
	if year, month, number, ok := ymd(main, first, authority); ok && month == 1 && number == 1 && last-first >= 300 {
		d.Month = w.yearAlone(year)
	}
	if !day(&e.When) {
		if e.Calendar != main && (e.Calendar == "hijri" || e.Calendar == "jalali" || e.Calendar == "gregorian") {
			d.Others = append(d.Others, w.marked(e.Calendar, w.interval(&e.When, e.Calendar, first, last, authority)))
		}
		return d
	}
	others := slices.Clone(w.calendars[1:])
	if e.Calendar != "" && !slices.Contains(w.calendars, e.Calendar) {
		others = append(others, e.Calendar)
	}
	for _, system := range others {
		if text := w.date("date.plain", system, first, authority); text != "" {
			d.Others = append(d.Others, w.marked(system, text))
		}
	}
	return d
}

// marked adds the mark of the calendar to a date.
func (w *writer) marked(system, text string) string {
	if w.Has("date." + system) {
		return w.fill("date."+system, "date", text)
	}
	return text
}

// span is the first and last day; where one side is open, both are the side that is known.
func span(w *schemas.When) (first, last calendar.Day, dated bool) {
	switch {
	case w.DateStart.Known && w.DateEnd.Known:
		return calendar.Day(w.DateStart.Value), calendar.Day(w.DateEnd.Value), true
	case w.DateStart.Known:
		return calendar.Day(w.DateStart.Value), calendar.Day(w.DateStart.Value), true
	case w.DateEnd.Known:
		return calendar.Day(w.DateEnd.Value), calendar.Day(w.DateEnd.Value), true
	}
	return 0, 0, false
}

// day tells whether a date is one day.
func day(w *schemas.When) bool {
	return w.DateStart.Known && w.DateEnd.Known && w.DateStart.Value == w.DateEnd.Value
}

// open tells whether one side is open.
func open(w *schemas.When) bool { return w.DateStart.Known != w.DateEnd.Known }

func (w *writer) interval(when *schemas.When, system string, first, last calendar.Day, authority calendar.Authority) string {
	switch {
	case open(when) && when.DateStart.Known:
		return w.fill("date.since", "date", w.date("date.plain", system, first, authority))
	case open(when):
		return w.fill("date.until", "date", w.date("date.plain", system, first, authority))
	case first == last:
		return w.withHour(when, w.date("date.day", system, first, authority))
	}
	fy, fm, fd, okFirst := ymd(system, first, authority)
	ly, lm, _, okLast := ymd(system, last, authority)
	if !okFirst || !okLast {
		return ""
	}
	ends := func(months int) bool { // whole months of this calendar
		_, _, after, ok := ymd(system, last+1, authority)
		return fd == 1 && ok && after == 1 && (ly*12+lm)-(fy*12+fm)+1 == months
	}
	switch {
	case ends(1):
		return w.date("date.month", system, first, authority)
	case ends(12) && fm == 1:
		return w.yearAlone(fy)
	case ends(3) && fm%3 == 1 && system == "gregorian":
		return w.fill(fmt.Sprintf("date.quarter.%d", (fm+2)/3), "year", w.number(fy))
	}
	from := "date.plain"
	if fy == ly {
		from = "date.short"
	}
	fromText := w.date(from, system, first, authority)
	if fy == ly && fm == lm {
		fromText = w.number(fd)
	}
	label := "date.range"
	switch when.Certainty {
	case "computed", "tabular", "approximate":
		label = "date.between"
	}
	return w.fill(label, "from", fromText, "to", w.date("date.plain", system, last, authority))
}

// withHour adds the hour, or the part of the day, that the text gives.
func (w *writer) withHour(when *schemas.When, date string) string {
	if !when.StartLocal.Known {
		return date
	}
	for _, part := range [...]string{"TMO", "TMI", "TAF", "TEV", "TNI"} {
		if strings.HasSuffix(when.TimexValue, part) {
			return w.fill("date.at", "date", date, "time", w.Text("part."+part))
		}
	}
	if when.Granularity != "minute" && when.Granularity != "hour" {
		return date
	}
	minutes := floorMod(int64(when.StartLocal.Value)/60e6, 24*60)
	return w.fill("date.at", "date", date, "time", writeDigits(fmt.Sprintf("%02d:%02d", minutes/60, minutes%60), w.digits))
}

func floorMod(a, b int64) int64 { return (a%b + b) % b }

// plainDay writes one day, of publication or such, shortly.
func (w *writer) plainDay(d schemas.Null[schemas.Day]) string {
	if !d.Known {
		return ""
	}
	return w.date("date.plain", w.calendars[0], calendar.Day(d.Value), calendar.Authority(0))
}

// storySpan is the first to the last day of the story.
func (w *writer) storySpan(s *Story) string {
	var first, last calendar.Day
	known := false
	for i := range s.Entries {
		a, b, dated := span(&s.Entries[i].When)
		if !dated {
			continue
		}
		if !known {
			first, last, known = a, b, true
		}
		first, last = min(first, a), max(last, b)
	}
	if !known {
		return ""
	}
	from, to := w.date("date.plain", w.calendars[0], first, 0), w.date("date.plain", w.calendars[0], last, 0)
	if first == last {
		return from
	}
	return w.fill("date.range", "from", from, "to", to)
}
