// Package temporal finds temporal expressions and says what they mean.
//
// In: a text.Text and the reference time (publication). Out: Timexes in text order, valued as TIMEX3 and as half-open intervals. It knows grammar
// files and calendars; it does not know any language: words, rules and their examples are data of package lang.
//
// A language brings tables (months, weekdays, units, numbers, timewords, occasions: word, class, value) and rules:
//
//	rule   day-month-year = date
//	match  d:dom [of] m:month [comma] y:year
//	value  day(d) month(m) year(y)
//	text   The bridge opened on [12 March 2024].
//	expect 2024-03-12 ref 2024-03-15
//
// match is a sequence of categories: classes of the tables, what digits can be (int, dom, mon, yr, ...), marks in quotes, and the results of other
// rules; [x] may be absent, (a|b) is a choice, name:category names a slot. value is a list of operations (see ops.go) that fill in the
// meaning. The example must be won by its rule; tests run all of them.
package temporal

import (
	"fmt"

	"github.com/waqai/waqai/timeline/calendar"
	"github.com/waqai/waqai/timeline/text"
)

// Type of a temporal expression, as in TIMEX3.
type Type string

const (
	Date     Type = "DATE"
	Time     Type = "TIME"
	Duration Type = "DURATION"
	Set      Type = "SET"
)

// Basis says what an expression's value rests on.
type Basis string

const (
	BasisExplicit Basis = "explicit" // it names its day, month or year in full
	BasisRelative Basis = "relative" // it counts from publication: yesterday, last month, Monday
	BasisStory    Basis = "story"    // it counts from the story's last date: the day after
	BasisOccasion Basis = "occasion" // it names a feast or memorial day
	BasisNone     Basis = "none"     // durations, sets, vague expressions
)

// Certainty says how sure an expression's value is.
type Certainty string

const (
	Exact       Certainty = "exact"
	Observed    Certainty = "observed" // a lunar date, as the country concerned observed it
	Computed    Certainty = "computed" // a lunar date by calculation: a day's doubt either way
	Approximate Certainty = "approximate"
	Unresolved  Certainty = "unresolved"
)

// Timex is one temporal expression.
type Timex struct {
	Span        text.Span
	First, Last int // tokens [First, Last)
	Type        Type
	Value       string // TIMEX3, always Gregorian
	EndValue    string // last day of a range in one expression
	Mod         string // TIMEX3 modifier: APPROX, START, MID, END, BEFORE, AFTER, LESS_THAN, MORE_THAN
	Calendar    calendar.System
	Basis       Basis
	Certainty   Certainty
	Interval    calendar.Interval // half-open; only if HasInterval
	HasInterval bool
	EDTF        string
	Granularity string // minute, hour, daypart, day, week, month, quarter, season, half, year, decade, century, range
	Occasion    string // key of the occasion
	Conflict    string // where a date in two calendars contradicts itself: how
	Rule        string // name of the rule that won
	RuleFile    string // its file and line
}

// Prefer says where a bare weekday, day or month points.
type Prefer uint8

const (
	PreferAuto Prefer = iota // as the tense of its verb says
	PreferPast
	PreferFuture
)

// ParsePrefer reads auto, past or future.
func ParsePrefer(name string) (Prefer, error) {
	switch name {
	case "auto", "":
		return PreferAuto, nil
	case "past":
		return PreferPast, nil
	case "future":
		return PreferFuture, nil
	}
	return 0, fmt.Errorf("direction %q: there are auto, past, future", name)
}

// Options of one document.
type Options struct {
	Reference    calendar.Moment // publication
	HasReference bool            // without it, relative values stay unresolved
	Prefer       Prefer
	Authority    calendar.Authority
}
