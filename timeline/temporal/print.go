package temporal

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/waqai/waqai/timeline/calendar"
)

// print makes the Timex of a value; false where the value is none by itself (a number, a unit).
func (s *evaluation) print(v *value) (Timex, bool) {
	switch v.kind {
	case durationKind:
		return s.printDuration(v)
	case setKind:
		return s.printSet(v)
	case vagueKind:
		return s.printVague(v)
	case pointKind:
		return s.printPoint(v)
	}
	return Timex{}, false
}

func (s *evaluation) printVague(v *value) (Timex, bool) {
	t := Timex{Type: Date, Value: v.name, Mod: v.mod, Basis: BasisVague, Certainty: Unresolved, Granularity: "vague"}
	switch v.name {
	case "FY", "SY":
		t.Value = v.name + fourDigits(int(v.year))
		t.Basis, t.Certainty, t.Granularity = BasisExplicit, Approximate, "year"
		return t, true
	case "PRESENT_REF":
		if s.options.HasReference {
			t.Interval, t.HasInterval = calendar.OfSecond(s.options.Reference), true
		}
		return t, true
	case "PAST_REF", "FUTURE_REF":
		return t, true
	}
	return t, false
}

func (s *evaluation) printDuration(v *value) (Timex, bool) {
	if s.options.Prefer != PreferFuture && smallest(v) == hour && (durationString(v) == "PT0.5H" || durationString(v) == "PT0.25H") { // as newspapers mean it
		minutes := s.arena.copy(v)
		minutes.amounts[hour], minutes.amounts[minute] = 0, 60*v.amounts[hour]
		v = minutes
	}
	value := durationString(v)
	if value == "" {
		return Timex{}, false
	}
	t := Timex{Type: Duration, Value: value, Mod: v.mod, Certainty: Exact, Granularity: smallest(v).String()}
	if v.anchored {
		t.Interval, t.HasInterval, t.Basis = v.interval, true, BasisRelative
	}
	return t, true
}

// durationString writes P2Y, PT30M, P1DT5H, P6.5Y, PXM.
func durationString(v *value) string {
	var b, clock strings.Builder
	write := func(to *strings.Builder, u unit, letter string) {
		switch amount := v.amounts[u]; {
		case amount == unknownAmount:
			to.WriteString("X" + letter)
		case amount != 0:
			to.WriteString(strconv.FormatInt(amount/scale, 10))
			if rest := amount % scale; rest != 0 {
				to.WriteString("." + strings.TrimRight(fmt.Sprintf("%03d", rest), "0"))
			}
			to.WriteString(letter)
		}
	}
	quarters := v.amounts[quarter]
	halves := v.amounts[half]
	if quarters > 0 || halves > 0 {
		copied := *v
		copied.amounts[month] += quarters*3 + halves*6
		v = &copied
	}
	for _, u := range [...]struct {
		unit   unit
		letter string
	}{{century, "CE"}, {decade, "DE"}, {year, "Y"}, {month, "M"}, {season, "SE"}, {week, "W"}, {weekend, "WE"}, {workweek, "WD"}, {day, "D"}} {
		write(&b, u.unit, u.letter)
	}
	write(&clock, hour, "H")
	write(&clock, minute, "M")
	write(&clock, second, "S")
	switch {
	case b.Len() == 0 && clock.Len() == 0:
		return ""
	case clock.Len() == 0:
		return "P" + b.String()
	}
	return "P" + b.String() + "T" + clock.String()
}

func (s *evaluation) printSet(v *value) (Timex, bool) {
	t := Timex{Type: Set, Mod: v.mod, Certainty: Exact, Granularity: "set"}
	if v.every.kind == durationKind {
		t.Value = durationString(v.every)
		return t, t.Value != ""
	}
	if v.every.set&dateFields != 0 {
		t.Value = s.openDate(v.every)
		if t.Value == "" {
			return t, false
		}
	}
	if v.every.set&hasHour != 0 && v.every.set&hasMinute == 0 {
		t.Value += "T" + twoDigits(int(v.every.hour)%24) // each day in that hour
	} else {
		t.Value += clockString(v.every)
	}
	return t, t.Value != ""
}

// clockString is the part behind the day: T19:30, TEV, or nothing.
func clockString(v *value) string {
	switch {
	case v.set&hasHour != 0:
		t := "T" + twoDigits(int(v.hour)) + ":" + twoDigits(int(v.minute))
		if v.set&hasSecond != 0 {
			t += ":" + twoDigits(int(v.second))
		}
		return t
	case v.set&hasPart != 0 && v.part.code != "":
		return "T" + v.part.code
	}
	return ""
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// fourDigits writes a year; those before Christ as TIMEX3 has them: BC0332.
func fourDigits(y int) string {
	if y <= 0 {
		return fmt.Sprintf("BC%04d", 1-y)
	}
	return fmt.Sprintf("%04d", y)
}

func seasonCode(n int) string { return [...]string{"", "SP", "SU", "FA", "WI"}[n] }

// settleHour uses the part of the day to tell 8 in the morning from 8 in the evening.
func settleHour(v *value) {
	if v.set&hasHour == 0 || v.set&halfDay == 0 || v.set&hasPart == 0 {
		return
	}
	v.set &^= halfDay
	switch {
	case v.part.from >= 12*60 && v.hour < 12 && (v.part.code != "NI" || v.hour >= 5):
		v.hour += 12
	case v.part.from >= 17*60 && v.hour == 12:
		v.hour = 24
	case v.part.to <= 12*60 && v.hour == 12:
		v.hour = 0
	}
}

func partInterval(v *value) calendar.Interval {
	start := v.interval.From.Day().Start()
	return calendar.Interval{From: start + calendar.Moment(v.part.from)*calendar.Minute, To: start + calendar.Moment(v.part.to)*calendar.Minute}
}

// whole gives the interval of a grounded point with its clock side.
func (s *evaluation) whole(v *value) calendar.Interval {
	switch {
	case v.closed:
		return v.interval
	case v.set&hasHour != 0:
		at := calendar.At(v.interval.From.Day(), int(v.hour), int(v.minute)) + calendar.Moment(v.second)
		step := calendar.Hour
		if v.set&hasSecond != 0 {
			step = calendar.Second
		} else if v.set&hasMinute != 0 {
			step = calendar.Minute
		}
		return calendar.Interval{From: at, To: at + step}
	case v.set&hasPart != 0:
		return partInterval(v)
	}
	return v.interval
}

func (s *evaluation) printPoint(given *value) (Timex, bool) {
	v := s.arena.copy(given)
	settleHour(v)
	if v.set&(dateFields|timeFields) == 0 && !v.grounded && v.unresolvedDate == "" {
		return Timex{}, false
	}
	occasion := v.occasion
	if given.set&hasOccasion == 0 && given.occasion == nil {
		occasion = nil
	}
	if !s.ground(v) {
		return Timex{}, false
	}
	t := Timex{Type: Date, Mod: v.mod, Basis: v.basis, Certainty: v.certainty, Calendar: v.source}
	if v.set&timeFields != 0 || v.closed && v.grain <= hour {
		t.Type = Time
	}
	if t.Certainty == "" {
		t.Certainty = Exact
	}
	if t.Basis == "" {
		t.Basis = BasisRelative
	}
	if occasion != nil {
		t.Occasion = occasion.key
	}
	if v.unresolvedDate != "" {
		t.Value, t.Certainty, t.Granularity = v.unresolvedDate+clockString(v), Unresolved, granularity(v)
		return t, true
	}
	t.Interval, t.HasInterval = s.whole(v), true
	if v.hour == 24 && v.set&hasHour != 0 {
		v.hour, v.interval = 0, calendar.OfDay(v.interval.From.Day()+1)
	}
	t.Granularity = granularity(v)
	if v.isRange && v.every != nil && v.end != nil {
		t.Value, t.EndValue = s.valueOf(v.every), s.valueOf(v.end)
		if v.end.grain == days {
			t.EndValue = v.end.interval.Last().String()
		}
	} else {
		t.Value = s.valueOf(v)
		if v.grain == days && v.set&timeFields == 0 {
			t.EndValue = v.interval.Last().String()
		}
	}
	if t.EndValue != "" {
		t.Granularity = "range"
	}
	if t.Value == "" {
		return t, false
	}
	t.EDTF = edtf(&t, v)
	if !v.precise.Empty() && !v.isRange && (v.mod == "ON_OR_BEFORE" || v.set&timeFields == 0 && (v.closed || v.grain >= day)) {
		t.Interval = v.precise
	}
	s.remember(v, &t)
	if v.grain == weekend && !v.isRange && v.set&timeFields == 0 && s.options.Prefer == PreferFuture && t.Interval == v.interval {
		t.Interval.From -= 6 * calendar.Hour // to who makes an appointment, the weekend begins on Friday evening
	}
	return t, true
}

// granularity names how fine a point is, in the words of the schema.
func granularity(v *value) string {
	switch {
	case v.set&(hasMinute|hasSecond) != 0 || v.closed && v.grain <= minute && v.grain != noUnit:
		return "minute"
	case v.set&hasHour != 0 || v.closed && v.grain == hour:
		return "hour"
	case v.set&hasPart != 0:
		return "daypart"
	}
	switch v.grain {
	case noUnit: // of a date that stays open
		return "day"
	case days:
		return "range"
	case weekend, workweek:
		return "week"
	}
	return v.grain.String()
}

// valueOf is the TIMEX3 value of a grounded point.
func (s *evaluation) valueOf(v *value) string {
	from := v.interval.From
	first := from.Day()
	y, m, _ := first.YMD()
	if v.closed && v.grain <= hour {
		if v.grain == second {
			h, min, sec := from.Clock()
			return first.String() + "T" + twoDigits(h) + ":" + twoDigits(min) + ":" + twoDigits(sec)
		}
		return first.String() + "T" + twoDigits(from.Hour()) + ":" + twoDigits(from.Minute())
	}
	switch v.grain {
	case week:
		wy, w := first.ISOWeek()
		return fourDigits(wy) + "-W" + twoDigits(w)
	case workweek:
		wy, w := first.ISOWeek()
		return fourDigits(wy) + "-W" + twoDigits(w)
	case weekend:
		wy, w := first.ISOWeek()
		return fourDigits(wy) + "-W" + twoDigits(w) + "-WE" + clockString(v)
	case month:
		return fourDigits(y) + "-" + twoDigits(m)
	case season:
		return fourDigits(y) + "-" + seasonCode(seasonOf(m))
	case quarter:
		return fourDigits(y) + "-Q" + strconv.Itoa((m-1)/3+1)
	case half:
		return fourDigits(y) + "-H" + strconv.Itoa((m-1)/6+1)
	case year:
		return fourDigits(y)
	case decade:
		return fmt.Sprintf("%03d", floorDiv(y, 10))
	case century:
		return twoDigits(floorDiv(y, 100))
	}
	return first.String() + clockString(v)
}

// edtf writes the days in EDTF; times of day as the date with its time.
func edtf(t *Timex, v *value) string {
	if t.Type == Time {
		if v.set&hasHour != 0 && t.EndValue == "" {
			h, m, sec := t.Interval.From.Clock()
			return fmt.Sprintf("%sT%02d:%02d:%02d", t.Interval.From.Day(), h, m, sec)
		}
		return t.Interval.From.Day().String()
	}
	value := calendar.EDTFOfDays(t.Interval, false, false)
	if t.Certainty == Approximate || t.Mod == "APPROX" || t.Certainty == Computed {
		if q, err := calendar.EDTFQualified(value, '~'); err == nil {
			return q
		}
	}
	return value
}
