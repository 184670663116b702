package temporal

import "github.com/waqai/waqai/timeline/calendar"

// What appointments are made of: working days and deadlines.

// workdays is workdays(n): the n-th working day, Monday to Friday, after the day of publication, before it where n is negative.
func workdays(s *evaluation, args []*value) *value {
	n, ok := args[0].integer()
	if !ok || n == 0 || abs(n) > 2000 {
		return nil
	}
	v := s.referencePoint()
	if v.unresolvedDate != "" {
		return v
	}
	at, step := v.interval.From.Day(), calendar.Day(1)
	if n < 0 {
		step = -1
	}
	for left := abs(n); left > 0; {
		if at += step; at.Weekday() <= calendar.Friday {
			left--
		}
	}
	v.interval = calendar.OfDay(at)
	return v
}

// spanning is spanning(d, x): the duration d whose days are those of x.
func spanning(s *evaluation, args []*value) *value {
	d, x := args[0], args[1]
	if d.kind != durationKind || x.kind != pointKind {
		return nil
	}
	v, days := s.arena.copy(d), s.arena.copy(x)
	if s.ground(days) && days.unresolvedDate == "" {
		v.interval, v.anchored = s.whole(days), true
	}
	return v
}

// until is until(x), for who makes an appointment: a deadline, whose days run from now to the moment x, or to the end that x names.
func until(s *evaluation, args []*value) *value {
	x := args[0]
	if x.kind != pointKind || x.isRange || !s.options.HasReference {
		return nil
	}
	v := s.arena.copy(x)
	settleHour(v)
	if !s.ground(v) || v.unresolvedDate != "" {
		return nil
	}
	whole := s.whole(v)
	to := whole.From
	if v.mod == "END" {
		to = whole.To
	}
	if to <= s.options.Reference {
		return nil
	}
	v.mod, v.precise = "ON_OR_BEFORE", calendar.Interval{From: s.options.Reference, To: to}
	return v
}
