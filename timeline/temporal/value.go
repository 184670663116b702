package temporal

import (
	"sync"

	"github.com/waqai/waqai/timeline/calendar"
)

// unit is a unit of time, also the grain of a value.
type unit uint8

const (
	noUnit unit = iota
	second
	minute
	hour
	partOfDay
	day
	days // several days that no larger unit names: a Hijri month, Easter week
	weekend
	workweek
	week
	month
	season
	quarter
	half
	year
	decade
	century
	units
)

var unitNames = [units]string{
	"", "second", "minute", "hour", "part of day", "day", "days", "weekend", "workweek", "week", "month", "season", "quarter", "half", "year", "decade", "century",
}

func (u unit) String() string { return unitNames[u] }

// valueKind says what a value is.
type valueKind uint8

const (
	noValue valueKind = iota
	numberKind
	unitKind
	pointKind // a date or time, given by fields of calendars, by days already found, or both
	durationKind
	setKind
	vagueKind // PRESENT_REF and the like
)

// fields of a point that the text gave.
type fields uint32

const (
	hasYear fields = 1 << iota
	hasMonth
	hasDay
	hasWeekday
	hasHour
	hasMinute
	hasSecond
	hasPart
	hasQuarter
	hasHalf
	hasSeason
	hasWeek
	hasDecade
	hasCentury
	hasWeekend
	hasOccasion
	hasZone
	halfDay // the hour may be before or after noon

	dateFields = hasYear | hasMonth | hasDay | hasWeekday | hasQuarter | hasHalf | hasSeason | hasWeek | hasDecade | hasCentury | hasWeekend | hasOccasion
	timeFields = hasHour | hasMinute | hasSecond | hasPart
)

// scale of amounts: thousandths.
const scale = 1000

// unknownAmount is the X of PXY: some years.
const unknownAmount = -1

// part is a part of the day as a row gives it: its TIMEX3 letters and its hours.
type part struct {
	code     string // MO MD AF EV NI DT
	from, to int    // minutes of the day
}

// occasion is a row of the table of occasions.
type occasion struct {
	key  string
	rule calendar.Rule
}

// value is what an expression denotes, before and after it is brought to days.
type value struct {
	kind   valueKind
	amount int64 // of a number, in thousandths
	digits uint8 // how many digits it was written with, if in digits

	unit unit // of a unit; of a duration its largest
	mult int32

	set                         fields
	system                      calendar.System
	year, month, day, weekday   int32
	hour, minute, second        int32
	quarter, half, season, week int32
	part                        part
	occasion                    *occasion
	zone                        int32  // minutes east of Greenwich
	name                        string // of a vague value: PAST_REF; of a special year FY or SY
	mod                         string
	basis                       Basis
	certainty                   Certainty
	turn                        int8 // next +1, last -1, this 2 (the one of the current period); 0 by tense
	grounded                    bool
	interval                    calendar.Interval // of the date side, when grounded
	grain                       unit
	closed                      bool              // interval is final: time fields are already in it
	precise                     calendar.Interval // the day or month that a count in longer units falls on
	isRange                     bool
	edge                        bool   // the beginning or end itself, not the days around it
	aside                       bool   // a year earlier: told in passing, the story goes on from where it was
	later                       bool   // twelve hours were added, as the stretch would have been over today
	end                         *value // last point of a range, grounded
	amounts                     [units]int64
	every                       *value // what a set repeats
	anchored                    bool   // a duration with an interval of the calendar
	source                      calendar.System
	unresolvedDate              string // XXXX-WXX-1, where there is no reference
}

func numberValue(n int64) *value { return &value{kind: numberKind, amount: n * scale} }

// integer gives a number without a fraction.
func (v *value) integer() (int, bool) {
	if v == nil || v.kind != numberKind || v.amount%scale != 0 {
		return 0, false
	}
	return int(v.amount / scale), true
}

// constants are the bare names of expressions.
var constants = sync.OnceValue(func() map[string]*value {
	all := map[string]*value{}
	for u := second; u < units; u++ {
		if u != partOfDay && u != days {
			all[unitNames[u]] = &value{kind: unitKind, unit: u, mult: 1}
		}
	}
	for _, name := range []string{"START", "MID", "END", "APPROX", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "PRESENT_REF", "PAST_REF", "FUTURE_REF", "MO", "MD", "AF", "EV", "NI", "DT", "FY", "SY"} {
		all[name] = &value{kind: vagueKind, name: name}
	}
	for s := calendar.Gregorian; s <= calendar.Hebrew; s++ {
		all[s.String()] = &value{kind: vagueKind, name: s.String(), system: s}
	}
	return all
})

// arena hands out values that live until the next text.
type arena struct {
	chunks [][]value
	used   int
}

const chunkSize = 32

func (a *arena) reset() { a.used = 0 }

func (a *arena) new() *value {
	c, i := a.used/chunkSize, a.used%chunkSize
	if c == len(a.chunks) {
		a.chunks = append(a.chunks, make([]value, chunkSize))
	}
	a.used++
	v := &a.chunks[c][i]
	*v = value{}
	return v
}

func (a *arena) copy(from *value) *value {
	v := a.new()
	*v = *from
	return v
}
