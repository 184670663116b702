package calendar

import "sort"

// Rule says when an occasion falls. It is written as one line of ASCII:
//
//	gregorian 12 25              a date of every year; also jalali, hijri, hebrew, chinese
//	hijri 9                      a whole month
//	jalali 11 12..22             days of a month; the last is cut to the month unless it is above 31 (hebrew 3 25..32: eight days)
//	nth 11 4 4                   month, weekday, which: the fourth Thursday of November; -1 is the last
//	hijri-nth 9 5 -1             the same in a Hijri month; also jalali-nth
//	on-or-after 11 2 2           the first Tuesday (weekday 2) from November 2 on; also on-or-before
//	easter -2                    days from Easter Sunday; also orthodox-easter; easter -7..-1 for a range
//	every 365 2018-08-17         a day that comes again after so many days
//	hindu 7 30 sunset            the tithi (1..30 from the new moon) of a lunar month (1 Chaitra) that holds at this time of day
//	hindu-solar 10 sunset        the day on which the sun enters a sidereal sign (1 Mesha), the next one if after this time of day
//	A to B                       from the first day of rule A to the last of rule B
//
// After the date may stand, in any order: an offset in days (+1); `if 7 -1`, an offset for when it falls on a weekday; `night`, the
// night that ends in that day; `eve`, the day before belongs to it; `from 1950`, the first Gregorian year; and `@iraq`, the
// authority whose Hijri months count where the caller asks for none.
type Rule struct {
	kind      ruleKind
	system    System
	month     int
	first     int // day of the month, weekday's number, or offset from Easter
	last      int
	weekday   int
	at        dayTime
	anchor    Day // of every
	offset    int
	ifs       []weekdayShift
	night     bool
	eve       bool
	from      int
	authority Authority
	until     *Rule
	text      string
}

type ruleKind uint8

const (
	fixedRule ruleKind = iota
	monthRule
	nthRule
	afterRule
	beforeRule
	easterRule
	orthodoxRule
	chineseRule
	everyRule
	hinduRule
	hinduSolarRule
)

type weekdayShift struct{ weekday, days int }

// String is the rule as it was written.
func (r Rule) String() string { return r.text }

// System is the calendar that the rule's years are counted in.
func (r Rule) System() System { return r.system }

// In is when the occasion falls in a Gregorian year, in order: it may be twice, or never, for a rule of a lunar calendar. What begins in
// the year before is not counted.
func (r Rule) In(gregorianYear int, authority Authority) []Resolution {
	return r.between(civil(gregorianYear, 1, 1), civil(gregorianYear, 12, 31), authority)
}

// InSystemYear is when the occasion falls in a year of a calendar: Arbaeen in 1445.
func (r Rule) InSystemYear(system System, year int, authority Authority) []Resolution {
	if system == r.system {
		if found, ok := r.inOwnYear(year, r.chosen(authority)); ok {
			return []Resolution{found}
		}
		return nil
	}
	span, err := system.Year(r.chosen(authority), year)
	if err != nil {
		return nil
	}
	return r.between(span.Day, span.Last, authority)
}

// Next is the first time that the occasion begins after the day.
func (r Rule) Next(day Day, authority Authority) (Resolution, bool) {
	for years := range Day(12) { // the longest wait is for 29 February around 1900
		for _, found := range r.between(day+1+years*366, day+(years+1)*366, authority) {
			return found, true
		}
	}
	return Resolution{}, false
}

// Prev is the last time that the occasion was over before the day.
func (r Rule) Prev(day Day, authority Authority) (Resolution, bool) {
	for years := range Day(12) {
		found := r.between(day-(years+1)*366, day-1-years*366, authority)
		for i := len(found) - 1; i >= 0; i-- {
			if found[i].Last < day {
				return found[i], true
			}
		}
	}
	return Resolution{}, false
}

// On is the occasion that the day belongs to, if any.
func (r Rule) On(day Day, authority Authority) (Resolution, bool) {
	found := r.between(day-366, day, authority)
	if len(found) > 0 && found[len(found)-1].Last >= day {
		return found[len(found)-1], true
	}
	return Resolution{}, false
}

// Nearest is the occasion whose first day is nearest to the day; of two as near, the later.
func (r Rule) Nearest(day Day, authority Authority) (Resolution, bool) {
	var best Resolution
	ok := false
	for _, found := range r.between(day-732, day+732, authority) {
		if !ok || distance(found.Day, day) <= distance(best.Day, day) {
			best, ok = found, true
		}
	}
	return best, ok
}

func distance(a, b Day) Day { return max(a-b, b-a) }

// Authority is the one whose months count for this occasion wherever it is spoken of; Auto if the rule names none.
func (r Rule) Authority() Authority { return r.authority }

func (r Rule) chosen(authority Authority) Authority {
	if authority == Auto {
		return r.authority
	}
	return authority
}

// between is the occasions that begin from one day to another, in order.
func (r Rule) between(from, to Day, authority Authority) []Resolution {
	authority = r.chosen(authority)
	low, _, _, okLow := r.system.YMD(authority, from)
	high, _, _, okHigh := r.system.YMD(authority, to)
	if !okLow || !okHigh {
		return nil
	}
	var all []Resolution
	for year := low - 1; year <= high+1; year++ {
		if found, ok := r.inOwnYear(year, authority); ok && from <= found.Day && found.Day <= to {
			all = append(all, found)
		}
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Day < all[j].Day })
	return all
}

// inOwnYear is when the occasion falls in a year of the rule's own calendar.
func (r Rule) inOwnYear(year int, authority Authority) (Resolution, bool) {
	found, ok := r.base(year, authority)
	if !ok || (r.from != 0 && found.Day.Year() < r.from) {
		return Resolution{}, false
	}
	weekday := found.Day.Weekday()
	found = found.shift(r.offset)
	for _, shift := range r.ifs {
		if shift.weekday == weekday {
			found = found.shift(shift.days)
		}
	}
	if r.night {
		found = found.shift(-1)
		found.Night = true
	}
	if r.eve {
		found.Day--
	}
	if r.until != nil {
		for _, end := range r.until.between(found.Day, found.Day+366, authority) {
			found.Last = end.Last
			found.Slack, found.Certainty = max(found.Slack, end.Slack), max(found.Certainty, end.Certainty)
			return found, true
		}
		return Resolution{}, false
	}
	return found, true
}

func (r Rule) base(year int, authority Authority) (Resolution, bool) {
	switch r.kind {
	case fixedRule:
		return r.fixed(year, authority)
	case monthRule:
		found, err := r.system.Month(authority, year, r.ruleMonth(year))
		return found, err == nil
	case nthRule:
		month, err := r.system.Month(authority, year, r.month)
		if err != nil {
			return Resolution{}, false
		}
		day := month.Day.OnOrAfter(r.weekday) + Day(7*(r.first-1))
		if r.first < 0 {
			day = month.Last.OnOrBefore(r.weekday) + Day(7*(r.first+1))
		}
		if day < month.Day || day > month.Last {
			return Resolution{}, false
		}
		month.Day, month.Last = day, day
		if month.Slack > 0 {
			month.Slack = 7 // another length of the month moves it by a week
		}
		return month, true
	case afterRule, beforeRule:
		if year < FirstYear || year > LastYear || r.first > DaysIn(year, r.month) {
			return Resolution{}, false
		}
		day := civil(year, r.month, r.first).OnOrAfter(r.weekday)
		if r.kind == beforeRule {
			day = civil(year, r.month, r.first).OnOrBefore(r.weekday)
		}
		return Resolution{Day: day, Last: day}, true
	case easterRule, orthodoxRule:
		if year < 326 || year > LastYear {
			return Resolution{}, false
		}
		sunday := Easter(year)
		if r.kind == orthodoxRule {
			sunday = OrthodoxEaster(year)
		}
		return Resolution{Day: sunday + Day(r.first), Last: sunday + Day(r.last)}, true
	case chineseRule:
		if year < chineseFirstYear || year > chineseLastYear {
			return Resolution{}, false
		}
		first := Day(chineseMonths[year-chineseFirstYear][r.month-1] - 1)
		return Resolution{Day: first + Day(r.first), Last: first + Day(r.last), Certainty: Computed}, true
	case everyRule:
		if year < FirstYear || year > LastYear {
			return Resolution{}, false
		}
		start := civil(year, 1, 1)
		day := start + Day(floorMod(int(r.anchor-start), r.first))
		return Resolution{Day: day, Last: day}, day.Year() == year
	case hinduRule:
		return hinduDay(year, r.month, r.first, r.last, r.at)
	default:
		return hinduIngress(year, r.month, r.at)
	}
}

func (r Rule) fixed(year int, authority Authority) (Resolution, bool) {
	month := r.ruleMonth(year)
	found, err := r.system.Date(authority, year, month, r.first)
	if err != nil {
		return Resolution{}, false
	}
	last := r.last
	if last <= 31 {
		last = max(r.first, min(last, r.system.DaysIn(authority, year, month)))
	}
	found.Last += Day(last - r.first)
	return found, true
}

// ruleMonth lets a rule say Adar II for Purim, which is Adar in a common year.
func (r Rule) ruleMonth(year int) int {
	if r.system == Hebrew && r.month == 7 && !hebrewIsLeap(year) {
		return 6
	}
	return r.month
}
