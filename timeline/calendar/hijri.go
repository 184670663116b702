package calendar

import (
	_ "embed"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"sync"
)

// Years that Hijri dates are accepted in. Before the Umm al-Qura table and after it dates are tabular.
const (
	FirstHijriYear = 1
	LastHijriYear  = 9600
)

const (
	tableMonths = (umalquraLastYear - umalquraFirstYear + 1) * 12
	civilEpoch  = Day(-492148) // 16 July 622 Julian, a Friday
	tblaEpoch   = civilEpoch - 1
)

// months is the calendar of one authority within the years of the Umm al-Qura table.
type months struct {
	start  [tableMonths + 1]Day  // of each month; the last is the day after the table
	source [tableMonths]string   // of an observed beginning, else empty
	fixed  [tableMonths + 1]bool // the beginning was observed
}

//go:embed observed.tsv
var observedTSV string

// Each authority's months are laid out once, at first use.
var (
	umalquraMonths = sync.OnceValue(func() *months { return layUmmAlQura(false) })
	observedMonths = sync.OnceValue(func() *[authorities]*months {
		var all [authorities]*months
		rows, err := parseObserved(observedTSV)
		if err != nil {
			panic("calendar: observed.tsv: " + err.Error()) // an embedded file that a test reads
		}
		for a := SaudiArabia; a < authorities; a++ {
			base := umalquraMonths()
			if a == SaudiArabia {
				base = layUmmAlQura(true)
			}
			all[a] = layObserved(base, a, rows)
		}
		return &all
	})
)

// HijriToDay is the day of a Hijri date under an authority. The error tells a date that cannot be: a month 13, a day 31, a year out of
// range, or a 30th in a month known to have 29 days.
func HijriToDay(authority Authority, year, month, day int) (Resolution, error) {
	if err := checkHijri(authority, year, month, day); err != nil {
		return Resolution{}, err
	}
	return hijriDay(authority, year, month, day), nil
}

func checkHijri(authority Authority, year, month, day int) error {
	if year < FirstHijriYear || year > LastHijriYear {
		return fmt.Errorf("Hijri year %d is outside %d..%d", year, FirstHijriYear, LastHijriYear)
	}
	if month < 1 || month > 12 {
		return fmt.Errorf("no Hijri month %d; months are 1..12", month)
	}
	if day < 1 || day > 30 {
		return fmt.Errorf("no day %d in a Hijri month", day)
	}
	if day == 30 && HijriDaysIn(authority, year, month) == 29 && !mayHaveThirty(authority, year, month) {
		return fmt.Errorf("no day 30 in Hijri month %d of %d under %s", month, year, authority)
	}
	return nil
}

// mayHaveThirty: where months are seen rather than reckoned, a computed length of 29 days does not exclude a 30th day.
func mayHaveThirty(authority Authority, year, month int) bool {
	if authority != Auto && !authority.observes() {
		return false
	}
	next := monthIndex(year, month) + 1
	if next < 1 || next > tableMonths || authority == Auto {
		return true
	}
	m := monthsOf(authority)
	return !m.fixed[next] || !m.fixed[next-1]
}

func hijriDay(authority Authority, year, month, day int) Resolution {
	start := monthStart(authority, year, month)
	return start.shift(day - 1)
}

// monthStart is the first day of a Hijri month, with its certainty.
func monthStart(authority Authority, year, month int) Resolution {
	index := monthIndex(year, month)
	if authority == Civil || authority == Tbla || index < 0 || index >= tableMonths {
		epoch := civilEpoch
		if authority == Tbla {
			epoch = tblaEpoch
		}
		day := epoch + tabularDays(year, month)
		r := Resolution{Day: day, Last: day, Certainty: Tabular}
		if authority != Civil && authority != Tbla {
			r.Slack = 2
		}
		return r
	}
	m := monthsOf(authority)
	day := m.start[index]
	r := Resolution{Day: day, Last: day, Certainty: Computed}
	switch {
	case m.fixed[index]:
		r.Certainty, r.Source = Observed, m.source[index]
	case authority != UmmAlQura:
		r.Slack = 1
	}
	return r
}

// DayToHijri is the Hijri date of a day under an authority, and how sure the beginning of its month is.
func DayToHijri(authority Authority, day Day) (year, month, dayOfMonth int, certainty Certainty) {
	if authority == Civil || authority == Tbla || day < umalquraFirstDay || day > umalquraLastDay {
		epoch := civilEpoch
		if authority == Tbla {
			epoch = tblaEpoch
		}
		year, month, dayOfMonth = tabularDate(day - epoch)
		if authority != Civil && authority != Tbla {
			// The tabular calendar may be a day off where the table begins and ends; no date is given twice.
			if index := monthIndex(year, month); day < umalquraFirstDay && index >= 0 {
				year, month, dayOfMonth = umalquraFirstYear-1, 12, 30
			} else if day > umalquraLastDay && index < tableMonths {
				year, month, dayOfMonth = umalquraLastYear+1, 1, 1
			}
		}
		return year, month, dayOfMonth, Tabular
	}
	m := monthsOf(authority)
	index := int(day-umalquraFirstDay) * 1000 / 29531 // the mean month is 29.5306 days
	index = min(index, tableMonths-1)
	for day < m.start[index] {
		index--
	}
	for index+1 < tableMonths && day >= m.start[index+1] {
		index++
	}
	certainty = Computed
	if m.fixed[index] {
		certainty = Observed
	}
	return umalquraFirstYear + index/12, index%12 + 1, int(day-m.start[index]) + 1, certainty
}

// HijriDaysIn is the number of days of a Hijri month, 29 or 30.
func HijriDaysIn(authority Authority, year, month int) int {
	nextYear, nextMonth := ShiftMonth(year, month, 1)
	length := int(monthStart(authority, nextYear, nextMonth).Day - monthStart(authority, year, month).Day)
	return min(max(length, 29), 30) // where the table meets the tabular calendar the difference may be a day off
}

// ObservedStart is the day that a Hijri month was announced to begin on, where the table of announcements has it.
func ObservedStart(authority Authority, year, month int) (day Day, source string, ok bool) {
	index := monthIndex(year, month)
	if !authority.observes() || month < 1 || month > 12 || index < 0 || index >= tableMonths {
		return 0, "", false
	}
	m := monthsOf(authority)
	return m.start[index], m.source[index], m.fixed[index]
}

func monthIndex(year, month int) int { return (year-umalquraFirstYear)*12 + month - 1 }

func monthsOf(authority Authority) *months {
	if authority.observes() {
		return observedMonths()[authority]
	}
	return umalquraMonths()
}

// layUmmAlQura lays the months of Umm al-Qura by the criterion of today, or, printed, those of 1365 to 1419 as Saudi Arabia printed them then, by other
// criteria.
func layUmmAlQura(printed bool) *months {
	m := new(months)
	day := umalquraFirstDay
	for i := range tableMonths {
		year, lengths := umalquraFirstYear+i/12, umalquraLengths[i/12]
		if printed && year >= archiveFirstYear && year <= archiveLastYear {
			if lengths = archiveLengths[year-archiveFirstYear]; i == monthIndex(archiveFirstYear, 1) {
				day = archiveFirstDay
			}
		}
		m.start[i] = day
		day += 29 + Day(lengths>>(i%12)&1)
	}
	m.start[tableMonths] = day
	return m
}

// layObserved fixes the announced beginnings and keeps the others as near to the first sight of the crescent there (for Saudi Arabia, to
// Umm al-Qura) as months of 29 and 30 days allow.
func layObserved(base *months, authority Authority, rows []observedRow) *months {
	m := new(months)
	low, high := new([tableMonths + 1]Day), new([tableMonths + 1]Day)
	for i := range base.start {
		low[i], high[i] = base.start[i]-1, base.start[i]+3
	}
	for _, i := range [2]int{0, tableMonths} { // all tables cover the same days
		low[i], high[i] = base.start[i], base.start[i]
	}
	for _, row := range rows {
		if row.authority == authority {
			i := monthIndex(row.year, row.month)
			m.fixed[i], m.source[i] = true, row.source
			low[i], high[i] = row.day, row.day
		}
	}
	for i := 1; i <= tableMonths; i++ {
		low[i], high[i] = max(low[i], low[i-1]+29), min(high[i], high[i-1]+30)
	}
	for i := tableMonths - 1; i >= 0; i-- {
		low[i], high[i] = max(low[i], low[i+1]-30), min(high[i], high[i+1]-29)
	}
	for i, day := range base.start {
		if i < tableMonths {
			day += crescentOffset(authority, i)
		}
		if i > 0 {
			day = min(max(day, m.start[i-1]+29), m.start[i-1]+30)
		}
		m.start[i] = min(max(day, low[i]), high[i])
	}
	return m
}

type observedRow struct {
	authority   Authority
	year, month int
	day         Day
	source      string
}

func parseObserved(tsv string) ([]observedRow, error) {
	var rows []observedRow
	for number, line := range strings.Split(strings.TrimRight(tsv, "\n"), "\n") {
		if number == 0 || strings.HasPrefix(line, "#") {
			continue // the header, or a note
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 5 {
			return nil, fmt.Errorf("line %d: %d cells; want authority, year, month, day, source", number+1, len(cells))
		}
		authority, err := ParseAuthority(cells[0])
		if err == nil && !authority.observes() {
			err = fmt.Errorf("%s announces no months", authority)
		}
		year, errYear := strconv.Atoi(cells[1])
		month, errMonth := strconv.Atoi(cells[2])
		if err == nil && (errYear != nil || errMonth != nil || year < umalquraFirstYear || year > umalquraLastYear || month < 1 || month > 12) {
			err = fmt.Errorf("no Hijri month %s of %s", cells[2], cells[1])
		}
		day, errDay := ParseDay(cells[3])
		if err == nil {
			err = errDay
		}
		if err == nil && cells[4] == "" {
			err = fmt.Errorf("no source")
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", number+1, err)
		}
		rows = append(rows, observedRow{authority, year, month, day, cells[4]})
	}
	return rows, nil
}

// tabularDays counts the days from the epoch to the first of a month of the arithmetic calendar.
func tabularDays(year, month int) Day {
	return Day(29*(month-1) + month/2 + (year-1)*354 + floorDiv(3+11*year, 30))
}

func tabularDate(sinceEpoch Day) (year, month, day int) {
	year = floorDiv(30*int(sinceEpoch)+10646, 10631)
	ofYear := int(sinceEpoch - tabularDays(year, 1))
	month = sort.Search(11, func(i int) bool { return 29*(i+1)+(i+2)/2 > ofYear }) + 1
	return year, month, int(sinceEpoch-tabularDays(year, month)) + 1
}
