package calendar

import "fmt"

// System is a calendar that dates are written in.
type System uint8

const (
	Gregorian System = iota
	Hijri
	Jalali
	Hebrew

	systems = iota
)

var systemNames = [systems]string{"gregorian", "hijri", "jalali", "hebrew"}

// String is the name that ParseSystem reads.
func (s System) String() string {
	if int(s) < len(systemNames) {
		return systemNames[s]
	}
	return fmt.Sprintf("system %d", uint8(s))
}

// ParseSystem reads gregorian, hijri, jalali or hebrew.
func ParseSystem(s string) (System, error) {
	for system, name := range systemNames {
		if name == s {
			return System(system), nil
		}
	}
	return Gregorian, fmt.Errorf("no calendar %q; use gregorian, hijri, jalali or hebrew", s)
}

// Date is the day of a date in the calendar. Only Hijri dates ask for the authority.
func (s System) Date(authority Authority, year, month, day int) (Resolution, error) {
	var d Day
	var err error
	switch s {
	case Hijri:
		return HijriToDay(authority, year, month, day)
	case Jalali:
		d, err = JalaliToDay(year, month, day)
	case Hebrew:
		d, err = HebrewToDay(year, month, day)
	default:
		d, err = Date(year, month, day)
	}
	return Resolution{Day: d, Last: d}, err
}

// YMD is the date of a day in the calendar; ok is false where the calendar does not reach.
func (s System) YMD(authority Authority, d Day) (year, month, day int, ok bool) {
	switch s {
	case Hijri:
		year, month, day, _ = DayToHijri(authority, d)
		return year, month, day, year >= FirstHijriYear && year <= LastHijriYear
	case Jalali:
		return DayToJalali(d)
	case Hebrew:
		return DayToHebrew(d)
	}
	year, month, day = d.YMD()
	return year, month, day, year >= FirstYear && year <= LastYear
}

// Month is the days of a month.
func (s System) Month(authority Authority, year, month int) (Resolution, error) {
	return s.span(authority, year, month, year, month)
}

// Year is the days of a year.
func (s System) Year(authority Authority, year int) (Resolution, error) {
	return s.span(authority, year, 1, year, s.monthsIn(year))
}

// Quarter is the days of the first to fourth three months of a year.
func (s System) Quarter(authority Authority, year, quarter int) (Resolution, error) {
	return s.span(authority, year, quarter*3-2, year, quarter*3)
}

// Half is the days of the first or second six months of a year.
func (s System) Half(authority Authority, year, half int) (Resolution, error) {
	return s.span(authority, year, half*6-5, year, half*6)
}

// Decade is the ten years from decade*10.
func (s System) Decade(authority Authority, decade int) (Resolution, error) {
	return s.span(authority, max(decade*10, s.firstYear()), 1, decade*10+9, s.monthsIn(decade*10+9))
}

// Century is the hundred years from century*100.
func (s System) Century(authority Authority, century int) (Resolution, error) {
	return s.span(authority, max(century*100, s.firstYear()), 1, century*100+99, s.monthsIn(century*100+99))
}

// DaysIn is the number of days of a month; of a month seen, as computed.
func (s System) DaysIn(authority Authority, year, month int) int {
	switch s {
	case Hijri:
		return HijriDaysIn(authority, year, month)
	case Jalali:
		return JalaliDaysIn(year, month)
	case Hebrew:
		return hebrewDaysIn(year, month)
	}
	return DaysIn(year, month)
}

func (s System) span(authority Authority, year, month, lastYear, lastMonth int) (Resolution, error) {
	first, err := s.Date(authority, year, month, 1)
	if err != nil {
		return Resolution{}, err
	}
	last, err := s.Date(authority, lastYear, lastMonth, 1)
	if err != nil {
		return Resolution{}, err
	}
	first.Last = last.Day + Day(s.DaysIn(authority, lastYear, lastMonth)) - 1
	first.Slack = max(first.Slack, last.Slack)
	first.Certainty = max(first.Certainty, last.Certainty)
	return first, nil
}

func (s System) monthsIn(year int) int {
	if s == Hebrew && hebrewIsLeap(year) {
		return 13
	}
	return 12
}

func (s System) firstYear() int {
	switch s {
	case Hijri:
		return FirstHijriYear
	case Jalali:
		return FirstJalaliYear
	case Hebrew:
		return FirstHebrewYear
	}
	return FirstYear
}
