package temporal

import (
	"github.com/waqai/waqai/timeline/calendar"
)

// grain is the fineness of a time, from fine to coarse.
type grain uint8

const (
	noGrain grain = iota
	gSecond
	gMinute
	gHour
	gPart
	gDay
	gWeekend
	gWeek
	gMonth
	gQuarter
	gSeason
	gHalf
	gYear
	gDecade
	gCentury
)

var grainNames = [...]string{"", "minute", "minute", "hour", "daypart", "day", "week", "week", "month", "quarter", "season", "half", "year", "decade", "century"}

// units are the values of the units table.
var units = map[string]grain{
	"second": gSecond, "minute": gMinute, "hour": gHour, "day": gDay, "weekend": gWeekend, "week": gWeek, "month": gMonth, "quarter": gQuarter,
	"season": gSeason, "half": gHalf, "year": gYear, "decade": gDecade, "century": gCentury,
}

// fields that a spec has.
type fields uint16

const (
	hasYear fields = 1 << iota
	hasMonth
	hasDay
	hasWeekday
	hasHour
	hasMinute
	hasSecond
	hasPart
	hasSeason
	hasQuarter
	hasHalf
	hasDecade
	hasCentury
	hasWeek
	hasAnchor
	hasYear2
)

const dateFields = hasYear | hasMonth | hasDay | hasWeekday | hasSeason | hasQuarter | hasHalf | hasDecade | hasCentury | hasWeek | hasAnchor

// spec is a meaning in the making: what an expression says, before it is laid on the calendar.
type spec struct {
	kind                 Type // Date and Time are told apart by the fields
	has                  fields
	year, month, day     int
	weekday              int
	hour, minute, second int
	part                 string // MO MD AF EV NI DT
	season               int    // 1 spring .. 4 winter
	quarter, half, week  int
	decade, century      int
	system               calendar.System
	systemSet            bool

	anchor      calendar.Interval // a stretch that is known already: yesterday, last week, that year
	anchorGrain grain
	value       string            // TIMEX3 value of the anchor where it is not that of its interval
	exact       calendar.Interval // interval where it is not that of the value

	direction int  // -1 last, +1 next, 0 none
	directed  bool // direction is said in words (this, last, next)
	meridiem  int  // 1 am, 2 pm
	amounts   [4]amount
	count     int
	vague     string
	mod       string
	occasion  string
	basis     Basis
	certainty Certainty
	conflict  string
	end       *spec // last part of a range
	relative  bool  // counts from publication or the story
	story     bool  // counts from the story
	edge      string
	set       string // value of a set
	offset    int    // minutes east of the reference's zone, if zoned
	zoned     bool
}

// amount is one part of a duration; a negative number is unknown (PXD).
type amount struct {
	number float64
	unit   grain
}

// overlay copies what other says.
func (s *spec) overlay(other *spec) {
	if s.has&hasAnchor != 0 && other.has&hasAnchor != 0 && s.anchorGrain < other.anchorGrain {
		// two known stretches: the finer stays
		other.has &^= hasAnchor
	}
	set := other.has
	take := func(f fields, to *int, from int) {
		if set&f != 0 {
			*to = from
		}
	}
	take(hasYear|hasYear2, &s.year, other.year)
	take(hasMonth, &s.month, other.month)
	take(hasDay, &s.day, other.day)
	take(hasWeekday, &s.weekday, other.weekday)
	take(hasHour, &s.hour, other.hour)
	take(hasMinute, &s.minute, other.minute)
	take(hasSecond, &s.second, other.second)
	take(hasSeason, &s.season, other.season)
	take(hasQuarter, &s.quarter, other.quarter)
	take(hasHalf, &s.half, other.half)
	take(hasWeek, &s.week, other.week)
	take(hasDecade, &s.decade, other.decade)
	take(hasCentury, &s.century, other.century)
	if set&hasPart != 0 {
		s.part = other.part
	}
	if set&hasAnchor != 0 {
		s.anchor, s.anchorGrain, s.value, s.exact = other.anchor, other.anchorGrain, other.value, other.exact
	}
	s.has |= set
	if other.systemSet {
		s.system, s.systemSet = other.system, true
	}
	if other.directed {
		s.direction, s.directed = other.direction, true
	}
	if other.meridiem != 0 {
		s.meridiem = other.meridiem
	}
	for _, pair := range [][2]*string{{&s.mod, &other.mod}, {&s.vague, &other.vague}, {&s.occasion, &other.occasion}, {&s.edge, &other.edge}, {&s.set, &other.set}, {&s.conflict, &other.conflict}} {
		if *pair[1] != "" {
			*pair[0] = *pair[1]
		}
	}
	if other.basis != "" {
		s.basis = other.basis
	}
	if other.certainty != "" {
		s.certainty = other.certainty
	}
	if other.end != nil {
		s.end = other.end
	}
	if other.kind != "" && (s.kind == "" || other.kind == Duration || other.kind == Set) {
		s.kind = other.kind
	}
	for _, a := range other.amounts[:other.count] {
		s.add(a)
	}
	s.relative = s.relative || other.relative
	s.story = s.story || other.story
	if other.zoned {
		s.offset, s.zoned = other.offset, true
	}
}

func (s *spec) add(a amount) {
	if s.count < len(s.amounts) {
		s.amounts[s.count] = a
		s.count++
	}
}

// shiftInterval moves a stretch by n units.
func shiftInterval(i calendar.Interval, unit grain, n int) calendar.Interval {
	move := func(m calendar.Moment) calendar.Moment {
		switch unit {
		case gSecond:
			return m + calendar.Moment(n)*calendar.Second
		case gMinute:
			return m + calendar.Moment(n)*calendar.Minute
		case gHour:
			return m + calendar.Moment(n)*calendar.Hour
		case gDay:
			return m + calendar.Moment(n)*calendar.FullDay
		case gWeek, gWeekend:
			return m + 7*calendar.Moment(n)*calendar.FullDay
		case gMonth:
			return m.AddMonths(n)
		case gQuarter, gSeason:
			return m.AddMonths(3 * n)
		case gHalf:
			return m.AddMonths(6 * n)
		case gYear:
			return m.AddMonths(12 * n)
		case gDecade:
			return m.AddMonths(120 * n)
		case gCentury:
			return m.AddMonths(1200 * n)
		}
		return m
	}
	return calendar.Interval{From: move(i.From), To: move(i.To)}
}

// around is the whole unit that a moment lies in.
func around(m calendar.Moment, unit grain) calendar.Interval {
	day := m.Day()
	year, month, _ := day.YMD()
	switch unit {
	case gSecond:
		return calendar.OfSecond(m)
	case gMinute:
		return calendar.OfMinute(day, m.Hour(), m.Minute())
	case gHour:
		return calendar.OfHour(day, m.Hour())
	case gWeek:
		return calendar.OfWeek(day.ISOWeek())
	case gWeekend:
		return calendar.OfWeekend(day.ISOWeek())
	case gMonth:
		return calendar.OfMonth(year, month)
	case gQuarter:
		return calendar.OfQuarter(year, (month-1)/3+1)
	case gSeason:
		return seasonAround(year, month)
	case gHalf:
		return calendar.OfHalf(year, (month-1)/6+1)
	case gYear:
		return calendar.OfYear(year)
	case gDecade:
		return calendar.OfDecade(year / 10)
	case gCentury:
		return calendar.OfCentury(year / 100)
	}
	return calendar.OfDay(day)
}

func seasonAround(year, month int) calendar.Interval {
	if month <= 2 {
		return calendar.OfSeason(year-1, 4)
	}
	return calendar.OfSeason(year, min((month-3)/3+1, 4))
}
