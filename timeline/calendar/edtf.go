package calendar

import (
	"fmt"
	"strconv"
	"strings"
)

// EDTF is a value of the Extended Date/Time Format (ISO 8601-2:2019, Library of Congress profile), levels 0 and 1: a date, a date with a
// time, or an interval. Weeks, quarters and times of day within intervals are not in these levels; write such as the days that they are.
type EDTF struct {
	From, To           EDTFDate // a date alone stands in From
	IsInterval         bool
	FromBound, ToBound EDTFBound // of an interval
	Time               string    // of a date with a time, as 23:20:30, 23:20:30Z or 23:20:30+04:00; else empty
}

// EDTFBound says how an end of an interval is given.
type EDTFBound uint8

const (
	EDTFKnown   EDTFBound = iota // by a date
	EDTFOpen                     // "..": there is none
	EDTFUnknown                  // nothing: there is one, but it is not known
)

// EDTFUnspecified in the month or the day is "XX": some month, some day.
const EDTFUnspecified = -1

// EDTFDate is a date of EDTF level 0 or 1.
type EDTFDate struct {
	Year      int
	Hidden    int  // how many last digits of the year are X: 1 for 201X, 2 for 20XX
	Month     int  // 1..12, a season 21..24 (spring to winter), 0 for none, or EDTFUnspecified
	Day       int  // 0 for none, or EDTFUnspecified
	Qualifier byte // '?' uncertain, '~' approximate, '%' both, 0 neither
}

// EDTFOfDays is the shortest value for whole days: a day, a month, a year, a decade (201X), a century (20XX), else an interval of the
// longest of days, months or years that both ends allow. An open end is written "..".
func EDTFOfDays(interval Interval, openFrom, openTo bool) string {
	first, last := interval.First(), interval.Last()
	from, to := edtfDay(first), edtfDay(last)
	switch {
	case openFrom && openTo:
		return ""
	case openFrom:
		return "../" + to.String()
	case openTo:
		return from.String() + "/.."
	case first == last:
		return from.String()
	}
	if from.Day == 1 && to.Day == DaysIn(to.Year, to.Month) {
		from.Day, to.Day = 0, 0
		if from.Month == 1 && to.Month == 12 {
			from.Month, to.Month = 0, 0
			if from.Year >= 0 {
				switch {
				case from.Year%10 == 0 && to.Year == from.Year+9:
					from.Hidden = 1
					to = from
				case from.Year%100 == 0 && to.Year == from.Year+99:
					from.Hidden = 2
					to = from
				}
			}
		}
		if from == to {
			return from.String()
		}
	}
	return from.String() + "/" + to.String()
}

// EDTFQualified puts a qualifier ('?', '~' or '%') on a date, or on both ends of an interval. A season and a date with X stay as they
// are: level 1 qualifies neither.
func EDTFQualified(value string, qualifier byte) (string, error) {
	e, err := ParseEDTF(value)
	if err != nil {
		return "", err
	}
	if e.Time != "" {
		return "", fmt.Errorf("%q: a date with a time takes no qualifier", value)
	}
	if e.FromBound == EDTFKnown && e.From.isPlain() {
		e.From.Qualifier = qualifier
	}
	if e.IsInterval && e.ToBound == EDTFKnown && e.To.isPlain() {
		e.To.Qualifier = qualifier
	}
	return e.String(), nil
}

// isPlain reports a date of level 0, the only one that level 1 qualifies.
func (d EDTFDate) isPlain() bool {
	return d.Hidden == 0 && d.Month >= 0 && d.Month <= 12 && d.Day >= 0 && d.Year >= FirstYear && d.Year <= LastYear
}

func edtfDay(d Day) EDTFDate {
	year, month, day := d.YMD()
	return EDTFDate{Year: year, Month: month, Day: day}
}

// String is the value as EDTF writes it.
func (e EDTF) String() string {
	if !e.IsInterval {
		if e.Time != "" {
			return e.From.String() + "T" + e.Time
		}
		return e.From.String()
	}
	return boundString(e.From, e.FromBound) + "/" + boundString(e.To, e.ToBound)
}

func boundString(date EDTFDate, bound EDTFBound) string {
	switch bound {
	case EDTFOpen:
		return ".."
	case EDTFUnknown:
		return ""
	}
	return date.String()
}

// String is the date as EDTF writes it.
func (d EDTFDate) String() string {
	var out []byte
	if d.Year > LastYear || d.Year < FirstYear {
		out = strconv.AppendInt(append(out, 'Y'), int64(d.Year), 10)
	} else {
		out = appendYear(out, d.Year)
		for i := range d.Hidden {
			out[len(out)-1-i] = 'X'
		}
	}
	for _, part := range [2]int{d.Month, d.Day} {
		switch {
		case part == EDTFUnspecified:
			out = append(out, "-XX"...)
		case part != 0:
			out = appendTwo(append(out, '-'), part)
		}
	}
	if d.Qualifier != 0 {
		out = append(out, d.Qualifier)
	}
	return string(out)
}

// Bounds is the time from the earliest to the latest day that the value may mean, the ends that are open or unknown, and whether its
// years are in reach. A season is its three months, as OfSeason has them.
func (e EDTF) Bounds() (interval Interval, openFrom, openTo, ok bool) {
	if !e.IsInterval {
		interval, ok = e.From.interval()
		return interval, false, false, ok
	}
	openFrom, openTo, ok = e.FromBound != EDTFKnown, e.ToBound != EDTFKnown, true
	if !openFrom {
		from, reached := e.From.interval()
		interval, ok = from, reached
	}
	if !openTo {
		to, reached := e.To.interval()
		ok = ok && reached
		interval.To = to.To
		if openFrom {
			interval.From = to.From
		}
	}
	return interval, openFrom, openTo, ok
}

func (d EDTFDate) interval() (Interval, bool) {
	if d.Year < FirstYear || d.Year > LastYear {
		return Interval{}, false
	}
	switch {
	case d.Hidden == 1:
		return OfDecade(d.Year / 10), true
	case d.Hidden == 2:
		return OfCentury(d.Year / 100), true
	case d.Month <= 0:
		return OfYear(d.Year), true
	case d.Month > 20:
		return OfSeason(d.Year, d.Month-20), true
	case d.Day <= 0:
		return OfMonth(d.Year, d.Month), true
	}
	return OfDay(civil(d.Year, d.Month, d.Day)), true
}

// ParseEDTF reads a value of level 0 or 1.
func ParseEDTF(s string) (EDTF, error) {
	var e EDTF
	var err error
	if from, to, isInterval := strings.Cut(s, "/"); isInterval {
		e.IsInterval = true
		if e.From, e.FromBound, err = parseBound(from); err == nil {
			e.To, e.ToBound, err = parseBound(to)
		}
		if err == nil && e.FromBound != EDTFKnown && e.ToBound != EDTFKnown {
			err = fmt.Errorf("neither end is a date")
		}
		if err == nil && e.FromBound == EDTFKnown && e.ToBound == EDTFKnown && !e.From.before(e.To) {
			err = fmt.Errorf("it ends before it begins")
		}
	} else if date, clock, hasTime := strings.Cut(s, "T"); hasTime {
		e.Time = clock
		if e.From, err = parseEDTFDate(date); err == nil && (e.From.Day <= 0 || e.From.Qualifier != 0 || date[0] == 'Y') {
			err = fmt.Errorf("a time needs a full date before it")
		}
		if err == nil && !validEDTFTime(clock) {
			err = fmt.Errorf("no time %q; use 23:20:30, with Z or +04:00 for a zone", clock)
		}
	} else {
		e.From, err = parseEDTFDate(s)
	}
	if err != nil {
		return EDTF{}, fmt.Errorf("%q is not EDTF level 0 or 1: %w", s, err)
	}
	return e, nil
}

// before reports whether an interval may run from d to other.
func (d EDTFDate) before(other EDTFDate) bool {
	from, okFrom := d.interval()
	to, okTo := other.interval()
	if okFrom && okTo {
		return from.From < to.To
	}
	return d.Year <= other.Year
}

func parseBound(s string) (EDTFDate, EDTFBound, error) {
	switch s {
	case "..":
		return EDTFDate{}, EDTFOpen, nil
	case "":
		return EDTFDate{}, EDTFUnknown, nil
	}
	date, err := parseEDTFDate(s)
	return date, EDTFKnown, err
}

func parseEDTFDate(s string) (EDTFDate, error) {
	d, err := scanEDTFDate(s)
	if err == nil && d.Qualifier != 0 && !d.isPlain() {
		err = fmt.Errorf("%q: a season or a date with X takes no qualifier at level 1", s)
	}
	return d, err
}

func scanEDTFDate(s string) (d EDTFDate, err error) {
	rest := s
	if rest != "" && strings.IndexByte("?~%", rest[len(rest)-1]) >= 0 {
		d.Qualifier = rest[len(rest)-1]
		rest = rest[:len(rest)-1]
	}
	if long, ok := strings.CutPrefix(rest, "Y"); ok {
		digits := strings.TrimPrefix(long, "-")
		d.Year, err = strconv.Atoi(long)
		if err != nil || len(digits) < 5 || digits[0] < '1' || digits[0] > '9' || d.Qualifier != 0 {
			return d, fmt.Errorf("no long year %q; it has five digits or more", s)
		}
		return d, nil
	}
	bad := fmt.Errorf("no date %q", s)
	if len(rest) >= 4 && rest[3] == 'X' { // 201X, 20XX
		d.Hidden = 1
		digits := rest[:3]
		if rest[2] == 'X' {
			d.Hidden = 2
			digits = rest[:2]
		}
		for i := range len(digits) {
			if digits[i] < '0' || digits[i] > '9' {
				return d, bad
			}
			d.Year = d.Year*10 + int(digits[i]-'0')
		}
		for range d.Hidden {
			d.Year *= 10
		}
		if len(rest) != 4 {
			return d, fmt.Errorf("%q: a year with X has no month at level 1", s)
		}
		return d, nil
	}
	year, rest, ok := scanYear(rest)
	if !ok {
		return d, bad
	}
	d.Year = year
	if rest == "" {
		return d, nil
	}
	if d.Month, rest, ok = scanPart(rest); !ok {
		return d, bad
	}
	season := d.Month >= 21 && d.Month <= 24
	if d.Month != EDTFUnspecified && !season && (d.Month < 1 || d.Month > 12) {
		return d, fmt.Errorf("no month %d", d.Month)
	}
	if rest == "" {
		return d, nil
	}
	if d.Day, rest, ok = scanPart(rest); !ok || rest != "" || season {
		return d, bad
	}
	switch {
	case d.Day == EDTFUnspecified:
	case d.Month == EDTFUnspecified:
		return d, fmt.Errorf("%q: a day in some month is level 2", s)
	case d.Day < 1 || d.Day > DaysIn(d.Year, d.Month):
		return d, fmt.Errorf("no day %d in %s", d.Day, monthString(d.Year, d.Month))
	}
	return d, nil
}

// scanPart reads -MM, -DD or -XX.
func scanPart(s string) (part int, rest string, ok bool) {
	if len(s) < 3 || s[0] != '-' {
		return 0, s, false
	}
	if s[1:3] == "XX" {
		return EDTFUnspecified, s[3:], true
	}
	part, ok = scanTwo(s[1:])
	return part, s[3:], ok && part != 0
}

func validEDTFTime(s string) bool {
	if len(s) < 8 || s[2] != ':' || s[5] != ':' {
		return false
	}
	hour, okHour := scanTwo(s)
	minute, okMinute := scanTwo(s[3:])
	second, okSecond := scanTwo(s[6:])
	if !okHour || !okMinute || !okSecond || hour > 23 || minute > 59 || second > 59 {
		return false
	}
	zone := s[8:]
	if zone == "" || zone == "Z" {
		return true
	}
	if zone[0] != '+' && zone[0] != '-' {
		return false
	}
	hours, ok := scanTwo(zone[1:])
	if len(zone) == 6 && zone[3] == ':' {
		minutes, okMinutes := scanTwo(zone[4:])
		return ok && okMinutes && hours <= 14 && minutes <= 59
	}
	return ok && len(zone) == 3 && hours <= 14
}
