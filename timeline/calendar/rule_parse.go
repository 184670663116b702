package calendar

import (
	"fmt"
	"strconv"
	"strings"
)

// ParseRule reads a rule as Rule describes it.
func ParseRule(s string) (Rule, error) {
	before, after, isRange := strings.Cut(s, " to ")
	r, err := parseSimpleRule(before)
	if err != nil {
		return Rule{}, fmt.Errorf("rule %q: %w", s, err)
	}
	if isRange {
		until, err := parseSimpleRule(after)
		if err != nil {
			return Rule{}, fmt.Errorf("rule %q: %w", s, err)
		}
		r.until = &until
	}
	r.text = strings.Join(strings.Fields(s), " ")
	return r, nil
}

// MustRule is ParseRule for rules known to be right; it panics on others.
func MustRule(s string) Rule {
	r, err := ParseRule(s)
	if err != nil {
		panic("calendar: " + err.Error())
	}
	return r
}

// ruleWords reads the words of a rule one by one and keeps the first error.
type ruleWords struct {
	words []string
	err   error
}

func (w *ruleWords) next() string {
	if len(w.words) == 0 {
		return ""
	}
	word := w.words[0]
	w.words = w.words[1:]
	return word
}

func (w *ruleWords) fail(format string, args ...any) {
	if w.err == nil {
		w.err = fmt.Errorf(format, args...)
	}
}

func (w *ruleWords) number(what string, low, high int) int {
	word := w.next()
	n, err := strconv.Atoi(word)
	if err != nil || n < low || n > high {
		w.fail("%s %q; want a number from %d to %d", what, word, low, high)
		return low
	}
	return n
}

// span reads a number or two with dots between.
func (w *ruleWords) span(what string, low, high int) (first, last int) {
	word := w.next()
	left, right, isRange := strings.Cut(word, "..")
	first, err := strconv.Atoi(left)
	last = first
	if err == nil && isRange {
		last, err = strconv.Atoi(right)
	}
	if err != nil || first < low || last < first || last > high {
		w.fail("%s %q; want a number from %d to %d, or two as 1..3", what, word, low, high)
	}
	return first, last
}

func (w *ruleWords) atNumber() bool {
	return len(w.words) > 0 && w.words[0][0] >= '0' && w.words[0][0] <= '9'
}

func parseSimpleRule(s string) (Rule, error) {
	w := &ruleWords{words: strings.Fields(s)}
	var r Rule
	name := w.next()
	switch name {
	case "gregorian", "hijri", "jalali", "hebrew":
		r.system, _ = ParseSystem(name)
		r.month = w.number("month", 1, r.system.mostMonths())
		r.kind = monthRule
		if w.atNumber() {
			r.kind = fixedRule
			r.first, r.last = w.span("day", 1, 99)
			if r.first > r.system.mostDays(r.month) {
				w.fail("no day %d in month %d", r.first, r.month)
			}
		}
	case "nth", "hijri-nth", "jalali-nth":
		if system, found := strings.CutSuffix(name, "-nth"); found {
			r.system, _ = ParseSystem(system)
		}
		r.kind = nthRule
		r.month, r.weekday = w.number("month", 1, 12), w.number("weekday", 1, 7)
		if r.first = w.number("which", -5, 5); r.first == 0 {
			w.fail("which 0; count from 1, or from the end with -1")
		}
	case "on-or-after", "on-or-before":
		r.kind = afterRule
		if name == "on-or-before" {
			r.kind = beforeRule
		}
		r.month = w.number("month", 1, 12)
		r.first, r.weekday = w.number("day", 1, Gregorian.mostDays(r.month)), w.number("weekday", 1, 7)
	case "easter", "orthodox-easter":
		r.kind = easterRule
		if name == "orthodox-easter" {
			r.kind = orthodoxRule
		}
		r.first, r.last = w.span("days from Easter", -99, 99)
	case "chinese":
		r.kind = chineseRule
		r.month = w.number("month", 1, 12)
		r.first, r.last = w.span("day", 1, 30)
	case "every":
		r.kind = everyRule
		r.first = w.number("days", 365, 366)
		anchor, err := ParseDay(w.next())
		if err != nil {
			w.fail("%v", err)
		}
		r.anchor = anchor
	case "hindu":
		r.kind = hinduRule
		r.month = w.number("month", 1, 12)
		r.first, r.last = w.span("tithi", 1, 30)
		r.at = w.dayTime()
	case "hindu-solar":
		r.kind = hinduSolarRule
		r.month = w.number("sign", 1, 12)
		r.at = w.dayTime()
	default:
		w.fail("no kind of rule %q", name)
	}
	r.modifiers(w)
	return r, w.err
}

func (r *Rule) modifiers(w *ruleWords) {
	for len(w.words) > 0 && w.err == nil {
		switch word := w.next(); {
		case word == "night":
			r.night = true
		case word == "eve":
			r.eve = true
		case word == "from":
			r.from = w.number("year", FirstYear, LastYear)
		case word == "if":
			weekday := w.number("weekday", 1, 7)
			r.ifs = append(r.ifs, weekdayShift{weekday, w.number("days", -7, 7)})
		case word[0] == '@':
			authority, err := ParseAuthority(word[1:])
			if err != nil {
				w.fail("%v", err)
			}
			r.authority = authority
		case word[0] == '+' || word[0] == '-':
			days, err := strconv.Atoi(word)
			if err != nil {
				w.fail("offset %q; write +1 or -1", word)
			}
			r.offset += days
		default:
			w.fail("%q is not understood here", word)
		}
	}
}

func (w *ruleWords) dayTime() dayTime {
	word := w.next()
	for at, name := range dayTimeNames {
		if name == word {
			return dayTime(at)
		}
	}
	w.fail("time of day %q; use one of %s", word, strings.Join(dayTimeNames[:], " "))
	return 0
}

func (s System) mostMonths() int {
	if s == Hebrew {
		return 13
	}
	return 12
}

func (s System) mostDays(month int) int {
	switch {
	case s == Gregorian:
		return DaysIn(2000, month)
	case s == Jalali && month <= 6:
		return 31
	}
	return 30
}
