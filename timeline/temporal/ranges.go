package temporal

import (
	"github.com/waqai/waqai/timeline/calendar"
)

// rangeValue makes v the stretch from one whole unit to another.
func (s *evaluation) rangeValue(v *value, first, last calendar.Interval, u unit) *value {
	v.isRange, v.grounded, v.grain = true, true, u
	v.interval = calendar.Interval{From: first.From, To: last.To}
	end := s.point(0)
	end.grounded, end.grain, end.interval = true, u, last
	v.end = end
	start := s.arena.copy(v)
	start.isRange, start.end, start.interval = false, nil, first
	v.every = start // the first unit, for printing
	return v
}

// rangeOf is range(a, b). What one side leaves out the other gives: 13 to 15 July, July 13 to 15, 9 to 11 am.
func (s *evaluation) rangeOf(a, b *value) *value {
	toMoment := false
	if a != nil && b != nil && a.kind == vagueKind && s.options.HasReference {
		toClock := b.kind == pointKind && b.set&hasHour != 0
		if toMoment = !toClock && b.closed && b.grain <= minute; toClock || toMoment {
			a = s.presentTime(a)
		}
	}
	toPresent := s.isPresent(b)
	a, b = s.asPoint(a), s.asPoint(b)
	if a == nil || b == nil || a.isRange || b.isRange {
		return nil
	}
	a, b = s.arena.copy(a), s.arena.copy(b)
	if a.set&timeFields != 0 && b.set&timeFields != 0 {
		return s.timeRange(a, b)
	}
	if !toMoment && (a.set|b.set)&hasHour != 0 {
		return nil
	}
	aOpen, bOpen := !a.grounded, !b.grounded
	if aOpen && bOpen {
		if a.turn == 0 && a.set&hasMonth == 0 && b.set&hasMonth != 0 { // from 3 to 7 last May: both of last May
			a.turn = b.turn
		}
		if !lend(a, b) {
			return nil
		}
	}
	if aOpen && !bOpen && a.set&(hasYear|hasDecade|hasCentury) == 0 && b.unresolvedDate == "" { // Monday to next Friday, March to now
		if !s.backFrom(a, b.interval.From+1) {
			return nil
		}
	}
	if !s.ground(a) || a.unresolvedDate != "" && b.set&dateFields == 0 {
		return nil
	}
	if a.unresolvedDate != "" {
		return nil
	}
	if bOpen {
		if b.set&(hasYear|hasDecade|hasCentury) == 0 {
			if !s.forwardFrom(b, a.interval.From) {
				return nil
			}
		} else if !s.ground(b) {
			return nil
		}
	}
	if !s.ground(b) || b.unresolvedDate != "" || b.interval.To <= a.interval.From {
		return nil
	}
	v := s.point(0)
	v.basis, v.certainty, v.source = a.basis, a.certainty, a.source
	v.grounded, v.isRange, v.grain = true, true, b.grain
	v.interval = calendar.Interval{From: edgeOf(a, a.interval.From), To: edgeOf(b, b.interval.To)}
	switch {
	case toMoment: // until three minutes later: the end is the moment named
		v.interval.To = b.interval.From
	case toPresent && b.interval.From > v.interval.From: // to date: the day of publication is not over
		v.interval.To = b.interval.From
	}
	if v.interval.To <= v.interval.From {
		return nil
	}
	v.every, v.end = a, b
	return v
}

// edgeOf is where a range begins or ends: at the point's own first or last moment, or at the edge that the text names.
func edgeOf(v *value, own calendar.Moment) calendar.Moment {
	if !v.edge {
		return own
	}
	switch v.mod {
	case "START":
		return v.interval.From
	case "MID":
		return v.interval.From + calendar.Moment(v.interval.Days()/2)*calendar.FullDay
	case "END":
		return v.interval.To
	}
	return own
}

// isPresent tells "now" and "today".
func (s *evaluation) isPresent(v *value) bool {
	switch {
	case v == nil || !s.options.HasReference:
		return false
	case v.kind == vagueKind:
		return v.name == "PRESENT_REF"
	}
	return v.kind == pointKind && v.basis == BasisRelative && v.grounded && v.grain == day && v.set == 0 && !v.isRange &&
		v.interval == calendar.OfDay(s.options.Reference.Day())
}

// presentTime is "now" to the minute, as a range of clock times begins with it.
func (s *evaluation) presentTime(v *value) *value {
	if v.name != "PRESENT_REF" {
		return v
	}
	at := s.options.Reference
	h, m, _ := at.Clock()
	now := s.point(hasHour | hasMinute)
	now.hour, now.minute, now.basis = int32(h), int32(m), BasisRelative
	now.grounded, now.grain, now.interval = true, day, calendar.OfDay(at.Day())
	return now
}

func (s *evaluation) asPoint(v *value) *value {
	if v == nil {
		return nil
	}
	if v.kind == vagueKind && v.name == "PRESENT_REF" {
		return s.referencePoint()
	}
	if v.kind == numberKind {
		return nil
	}
	if v.kind != pointKind {
		return nil
	}
	return v
}

// lend gives each side the date fields that only the other has, from the coarsest down to the one they share.
func lend(a, b *value) bool {
	if a.system != b.system && a.set&hasMonth == 0 {
		a.system = b.system
	}
	if b.system != a.system && b.set&hasMonth == 0 {
		b.system = a.system
	}
	if a.set&hasMonth == 0 && a.set&hasDay != 0 && b.set&hasMonth != 0 && b.set&hasDay != 0 {
		a.month, a.set = b.month, a.set|hasMonth
		if a.day > b.day && a.set&hasWeekday == 0 {
			a.month--
			if a.month == 0 {
				a.month = 12
				if b.set&hasYear != 0 && a.set&hasYear == 0 {
					a.year, a.set = b.year-1, a.set|hasYear
				}
			}
		}
	}
	if b.set&hasMonth == 0 && b.set&hasDay != 0 && a.set&hasMonth != 0 && a.set&hasDay != 0 {
		b.month, b.set = a.month, b.set|hasMonth
		if b.day < a.day {
			b.month++
			if b.month == 13 {
				b.month = 1
				if a.set&hasYear != 0 && b.set&hasYear == 0 {
					b.year, b.set = a.year+1, b.set|hasYear
				}
			}
		}
	}
	inYear := hasMonth | hasQuarter | hasHalf | hasSeason | hasWeek
	if a.set&hasYear == 0 && b.set&hasYear != 0 && a.set&inYear != 0 {
		a.year, a.set = b.year, a.set|hasYear
		if a.month*40+a.day > b.month*40+b.day && b.set&hasMonth != 0 {
			a.year--
		}
	}
	if b.set&hasYear == 0 && a.set&hasYear != 0 && b.set&inYear != 0 {
		b.year, b.set = a.year, b.set|hasYear
		if b.month*40+b.day < a.month*40+a.day && a.set&hasMonth != 0 {
			b.year++
		}
	}
	return true
}

// forwardFrom grounds a point at its first instance from a moment on.
func (s *evaluation) forwardFrom(v *value, from calendar.Moment) bool {
	if v.grounded {
		return true
	}
	found, ok := s.instanceIn(calendar.Interval{From: from, To: from + 3000*calendar.FullDay}, v, 1)
	if ok {
		s.take(v, found)
		v.grounded = true
	}
	return ok
}

// backFrom grounds a point at its last instance up to a moment.
func (s *evaluation) backFrom(v *value, to calendar.Moment) bool {
	found, ok := s.instanceIn(calendar.Interval{From: to - 800*calendar.FullDay, To: to}, v, -1)
	if ok {
		s.take(v, found)
		v.grounded = true
	}
	return ok
}

// timeRange is a range of clock times: the end is the moment named.
func (s *evaluation) timeRange(a, b *value) *value {
	if a.set&hasHour == 0 || b.set&hasHour == 0 {
		if a.set&hasPart != 0 && b.set&hasPart != 0 {
			return s.partRange(a, b)
		}
		return nil
	}
	aDate := a.grounded || a.set&dateFields != 0
	bDate := b.grounded || b.set&dateFields != 0
	sameDay := !aDate || !bDate
	// 3 to 5 pm: the half of the day is the other's where that keeps the order
	if a.set&halfDay != 0 && b.set&halfDay == 0 && sameDay {
		if late := a.hour%12 + 12; b.hour >= 12 && late*60+a.minute < b.hour*60+b.minute {
			a.hour = late
		}
		a.set &^= halfDay
	}
	if b.set&halfDay != 0 && a.set&halfDay == 0 && sameDay {
		if b.hour*60+b.minute <= a.hour*60+a.minute && b.hour < 12 {
			b.hour += 12
		}
		b.set &^= halfDay
	}
	if a.set&halfDay != 0 && b.set&halfDay != 0 && sameDay && b.hour*60+b.minute <= a.hour*60+a.minute && b.hour < 12 {
		b.hour += 12
		a.set &^= halfDay
		b.set &^= halfDay
	}
	if bDate && !aDate {
		if !s.ground(b) || b.unresolvedDate != "" {
			return nil
		}
		a.grounded, a.interval, a.grain, a.basis, a.certainty, a.set = true, b.interval, b.grain, b.basis, b.certainty, a.set&^dateFields
	}
	if !aDate && !bDate && s.options.HasReference && s.options.Prefer == PreferFuture { // a stretch of today may have begun
		a.grounded, a.interval, a.grain = true, calendar.OfDay(s.options.Reference.Day()), day
		if at := calendar.At(s.options.Reference.Day(), int(b.hour), int(b.minute)); at <= s.options.Reference && a.set&b.set&halfDay != 0 && b.hour < 12 && a.hour < 12 {
			a.hour, b.hour = a.hour+12, b.hour+12
			a.later, b.later = true, true
		}
	}
	if !s.ground(a) || a.unresolvedDate != "" {
		return nil
	}
	if !b.grounded && b.set&dateFields == 0 {
		b.grounded, b.interval, b.grain = true, a.interval, a.grain
		if a.set&halfDay == 0 && b.set&halfDay != 0 && b.hour*60+b.minute <= a.hour*60+a.minute && b.hour < 12 {
			b.hour += 12
		}
	} else if !s.ground(b) {
		return nil
	}
	if a.grain > day || b.grain > day {
		return nil
	}
	from := calendar.At(a.interval.From.Day(), int(a.hour), int(a.minute)) + calendar.Moment(a.second)
	to := calendar.At(b.interval.From.Day(), int(b.hour), int(b.minute)) + calendar.Moment(b.second)
	if to <= from {
		if !sameDay {
			return nil
		}
		b.interval = calendar.OfDay(b.interval.From.Day() + 1)
		to += calendar.FullDay
	}
	v := s.arena.copy(a)
	v.isRange, v.every, v.end = true, a, b
	v.interval, v.closed = calendar.Interval{From: from, To: to}, true
	return v
}

func (s *evaluation) partRange(a, b *value) *value {
	if !s.ground(a) || a.unresolvedDate != "" {
		return nil
	}
	if b.set&dateFields == 0 && !b.grounded {
		b.grounded, b.interval, b.grain = true, a.interval, a.grain
	}
	if !s.ground(b) || b.unresolvedDate != "" || a.grain != day || b.grain != day {
		return nil
	}
	v := s.arena.copy(a)
	v.isRange, v.every, v.end, v.closed = true, a, b, true
	v.interval = calendar.Interval{From: partInterval(a).From, To: partInterval(b).To}
	if v.interval.To <= v.interval.From {
		return nil
	}
	return v
}

// joinRange gives a range of clock times its day: tomorrow from 9 to 11.
func (s *evaluation) joinRange(a, b *value) *value {
	r, d := a, b
	if b.isRange {
		r, d = b, a
	}
	if r.every == nil || r.end == nil || d.isRange {
		return nil
	}
	if !r.closed { // a range of days
		return nil
	}
	if r.every.set&hasHour == 0 {
		return nil
	}
	x, y := s.arena.copy(r.every), s.arena.copy(r.end)
	for _, v := range [...]*value{x, y} {
		v.grounded, v.interval, v.grain, v.basis = false, calendar.Interval{}, noUnit, ""
		if v.later { // on another day it is as said
			v.later, v.hour, v.set = false, v.hour-12, v.set|halfDay
		}
	}
	if d.set&hasPart != 0 && d.set&hasHour == 0 {
		for _, v := range [...]*value{x, y} {
			if d.part.from >= 12*60 && v.hour < 12 && v.set&halfDay != 0 {
				v.hour += 12
			}
			v.set &^= halfDay
		}
		d = s.arena.copy(d)
		d.set &^= hasPart
		if d.set&dateFields == 0 && !d.grounded {
			return s.timeRange(x, y)
		}
	}
	if x = s.join(d, x); x == nil {
		return nil
	}
	return s.timeRange(s.arena.copy(x), y)
}

// stretch is stretch(a, d): from a on for a duration.
func (s *evaluation) stretch(a, d *value) *value {
	if d == nil || d.kind != durationKind {
		return nil
	}
	if a = s.asPoint(a); a == nil || a.isRange {
		return nil
	}
	start := s.arena.copy(a)
	if small := smallest(d); small <= hour && start.set&(dateFields|hasPart) == 0 && !start.grounded && s.options.HasReference && s.options.Prefer == PreferFuture {
		start.grounded, start.interval, start.grain = true, calendar.OfDay(s.options.Reference.Day()), day // it may have begun
		if start.set&halfDay != 0 && start.hour < 12 && s.whole(start).From+clockLength(d) <= s.options.Reference {
			start.hour += 12
		}
	}
	if !s.ground(start) || start.unresolvedDate != "" {
		return nil
	}
	small := smallest(d)
	if small == noUnit || d.amounts[small] == unknownAmount {
		return nil
	}
	v := s.arena.copy(start)
	v.isRange, v.every = true, start
	if small <= hour {
		from := s.whole(start).From
		to := from + clockLength(d)
		end := s.point(hasHour | hasMinute)
		h, m, _ := to.Clock()
		end.hour, end.minute = int32(h), int32(m)
		end.grounded, end.grain, end.interval = true, day, calendar.OfDay(to.Day())
		v.end, v.closed, v.interval = end, true, calendar.Interval{From: from, To: to}
		return v
	}
	to, ok := s.moveDays(start.interval.From.Day(), d, 1)
	if !ok || to <= start.interval.From.Day() {
		return nil
	}
	end := s.point(0)
	end.grounded, end.grain, end.interval = true, day, calendar.OfDay(to-1)
	v.end, v.grain, v.interval, v.closed = end, day, calendar.OfDays(start.interval.From.Day(), to-1), true
	v.set &^= timeFields
	return v
}

// clockLength is how long the hours, minutes and seconds of a duration are.
func clockLength(d *value) (length calendar.Moment) {
	for u, step := range [...]calendar.Moment{second: calendar.Second, minute: calendar.Minute, hour: calendar.Hour} {
		length += calendar.Moment(d.amounts[u]) * step / scale
	}
	return length
}
