package temporal

import (
	"github.com/waqai/waqai/timeline/calendar"
)

// conjunction is and(a, b): both at once.
func conjunction(s *evaluation, args []*value) *value {
	v := args[0]
	for _, a := range args[1:] {
		if a == nil {
			continue
		}
		if v == nil {
			v = a
			continue
		}
		if v = s.join(v, a); v == nil {
			return nil
		}
	}
	return v
}

// join narrows one point by another.
func (s *evaluation) join(a, b *value) *value {
	if a == nil || b == nil {
		return nil
	}
	if a.kind == vagueKind && a.name == "PRESENT_REF" && b.kind == pointKind { // "now" adds nothing
		if b.set&timeFields != 0 && b.set&dateFields == 0 && !b.grounded && s.options.Prefer != PreferFuture {
			return nil // now at about 20.50 is a price
		}
		return b
	}
	if a.kind != pointKind || b.kind != pointKind {
		return nil
	}
	if a.isRange || b.isRange {
		return s.joinRange(a, b)
	}
	if a.closed || b.closed {
		return nil
	}
	if v := s.halved(a, b); v != nil {
		return v
	}
	v := s.arena.copy(a)
	if !joinTime(v, b) {
		return nil
	}
	if b.mod != "" {
		v.mod = b.mod
	}
	if b.turn != 0 {
		v.turn = b.turn
	}
	if b.basis == BasisOccasion || v.basis == "" || v.basis == BasisWeekday && b.basis != "" {
		v.basis = b.basis
	}
	if b.system != calendar.Gregorian && b.set&dateFields != 0 {
		if v.set&hasMonth != 0 && v.system != b.system {
			return nil
		}
		v.system = b.system
	}
	aDate, bDate := a.grounded || a.unresolvedDate != "", b.grounded || b.unresolvedDate != ""
	switch {
	case aDate && bDate:
		if a.unresolvedDate != "" || b.unresolvedDate != "" {
			return nil
		}
		both, ok := a.interval.Intersect(b.interval)
		if !ok || both != a.interval && both != b.interval {
			return nil
		}
		if both == b.interval {
			v.interval, v.grain = b.interval, b.grain
		}
	case aDate && b.set&dateFields != 0:
		return s.within(v, a, b)
	case bDate && a.set&dateFields != 0:
		w := s.arena.copy(b)
		if !joinTime(w, a) {
			return nil
		}
		w.set &^= dateFields
		w.basis = v.basis
		return s.within(w, b, a)
	case bDate:
		v.grounded, v.interval, v.grain, v.unresolvedDate = b.grounded, b.interval, b.grain, b.unresolvedDate
		v.set &^= dateFields
		v.basis = b.basis
	case !aDate:
		if !joinFields(v, b) {
			return nil
		}
		const daySet = hasDay | hasWeekday | hasOccasion | hasWeekend
		if date := v.set & dateFields; date != 0 && v.set&timeFields != 0 && date&daySet == 0 && v.system == calendar.Gregorian {
			return nil // a time of day in a month
		}
	}
	if v.set&timeFields != 0 && v.grounded && v.grain > day && v.grain != weekend && v.grain != days {
		return nil // a time of day in a week or longer
	}
	settleHour(v)
	return v
}

// joinFields adds the date fields of b.
func joinFields(v, b *value) bool {
	both := v.set & b.set & dateFields
	for _, f := range [...]struct {
		bit  fields
		a, b int32
	}{
		{hasYear, v.year, b.year},
		{hasMonth, v.month, b.month},
		{hasDay, v.day, b.day},
		{hasWeekday, v.weekday, b.weekday},
		{hasQuarter, v.quarter, b.quarter},
		{hasHalf, v.half, b.half},
		{hasSeason, v.season, b.season},
		{hasWeek, v.week, b.week},
	} {
		if both&f.bit != 0 && f.a != f.b {
			return false
		}
	}
	if both&hasOccasion != 0 && v.occasion != b.occasion {
		return false
	}
	set := b.set & dateFields
	for _, f := range [...]struct {
		bit    fields
		to     *int32
		number int32
	}{
		{hasYear | hasDecade | hasCentury, &v.year, b.year},
		{hasMonth, &v.month, b.month},
		{hasDay, &v.day, b.day},
		{hasWeekday, &v.weekday, b.weekday},
		{hasQuarter, &v.quarter, b.quarter},
		{hasHalf, &v.half, b.half},
		{hasSeason, &v.season, b.season},
		{hasWeek, &v.week, b.week},
	} {
		if set&f.bit != 0 {
			*f.to = f.number
		}
	}
	if set&hasOccasion != 0 {
		v.occasion = b.occasion
	}
	v.set |= set
	return true
}

// joinTime adds the clock side of b.
func joinTime(v, b *value) bool {
	if v.set&b.set&hasHour != 0 && (v.hour != b.hour || v.minute != b.minute) {
		return false
	}
	if v.set&b.set&hasPart != 0 && v.part != b.part {
		return false
	}
	set := b.set & (timeFields | halfDay | hasZone)
	if set&hasHour != 0 {
		v.hour, v.minute, v.second = b.hour, b.minute, b.second
	}
	if set&hasPart != 0 {
		v.part = b.part
	}
	if set&hasZone != 0 {
		v.zone = b.zone
	}
	v.set |= set
	return true
}

// halved is the first or second half of a month, a decade or a century. TIMEX3 has no value for these: it is that of the whole, with a modifier.
func (s *evaluation) halved(a, b *value) *value {
	whole, part := a, b
	if a.set == hasHalf {
		whole, part = b, a
	}
	if part.set != hasHalf || part.grounded || whole.unresolvedDate != "" || whole.set&(timeFields|hasHalf) != 0 {
		return nil
	}
	if !whole.grounded && whole.set&(hasMonth|hasDecade|hasCentury) == 0 {
		return nil
	}
	v := s.arena.copy(whole)
	if !s.ground(v) {
		return nil
	}
	first, last := v.interval.First(), v.interval.Last()
	second := first
	switch v.grain {
	case month:
		second += 15
	case decade:
		second = first.AddYears(5)
	case century:
		second = first.AddYears(50)
	default:
		return nil
	}
	if part.half == 1 {
		v.interval, v.mod = calendar.OfDays(first, second-1), "START"
	} else {
		v.interval, v.mod = calendar.OfDays(second, last), "END"
	}
	v.closed = true
	return v
}

// within finds the instance of b's date fields inside the days of base and puts it into v.
func (s *evaluation) within(v, base, b *value) *value {
	if base.unresolvedDate != "" || base.grain > year && b.set&(hasQuarter|hasHalf) != 0 { // a quarter of a decade is none of a year
		return nil
	}
	if base.grain > month && b.set&dateFields == hasDay { // the twentieth of a year is no day
		return nil
	}
	found, ok := s.instanceIn(base.interval, b, 1)
	if !ok {
		return nil
	}
	v.grounded = true
	s.take(v, found)
	v.certainty = found.certainty
	v.source = b.system
	if b.occasion != nil && b.set&hasOccasion != 0 {
		v.occasion = b.occasion
		v.source = b.occasion.rule.System()
		v.basis = BasisOccasion
		v.set &^= hasOccasion
	} else if v.basis == BasisWeekday || v.basis == BasisExplicit || v.basis == "" {
		v.basis = BasisRelative
	}
	if v.set&timeFields != 0 && v.grain > days {
		return nil
	}
	return v
}

// instanceIn finds the n-th instance (-1 the last) of date fields inside days.
func (s *evaluation) instanceIn(inside calendar.Interval, b *value, n int) (instance, bool) {
	if n == 0 {
		return instance{}, false
	}
	first, last := inside.First(), inside.Last()
	if last-first > 40_000 {
		return instance{}, false
	}
	set := b.set & dateFields
	var found instance
	count := 0
	try := func(i instance) bool {
		if i.interval.From < inside.From || i.interval.From >= inside.To {
			return false
		}
		count++
		found = i
		return count == n
	}
	back := n < 0
	if back {
		n = -n
	}
	steps := func(lo, hi int, each func(k int) (instance, bool)) bool {
		for k := lo; k <= hi; k++ {
			at := k
			if back {
				at = hi - (k - lo)
			}
			if i, ok := each(at); ok && try(i) {
				return true
			}
		}
		return false
	}
	var ok bool
	switch {
	case set&hasYear != 0:
		i, good := s.inYear(b, int(b.year))
		return i, good && inside.Covers(i.interval)
	case set&(hasMonth|hasOccasion|hasQuarter|hasHalf|hasSeason|hasWeek) != 0:
		system := b.system
		lo, _, _, ok1 := system.YMD(s.options.Authority, first)
		hi, _, _, ok2 := system.YMD(s.options.Authority, last)
		if !ok1 || !ok2 {
			return found, false
		}
		ok = steps(lo-1, hi+1, func(y int) (instance, bool) { return s.inYear(b, y) })
	case set&hasDay != 0:
		y, m, _, _ := b.system.YMD(s.options.Authority, first)
		months := int(last-first)/28 + 1
		ok = steps(0, months, func(k int) (instance, bool) {
			yy, mm := calendar.ShiftMonth(y, m, k)
			r, err := b.system.Date(s.options.Authority, yy, mm, int(b.day))
			if err != nil || set&hasWeekday != 0 && r.Day.Weekday() != int(b.weekday) {
				return instance{}, false
			}
			return instance{r.Interval(), day, certaintyOf(r)}, true
		})
	case set&hasWeekday != 0:
		start := first.OnOrAfter(int(b.weekday))
		if back {
			start = last.OnOrBefore(int(b.weekday)) - calendar.Day(7*(n-1))
		} else {
			start += calendar.Day(7 * (n - 1))
		}
		i := instance{calendar.OfDay(start), day, Exact}
		return i, start >= first && start <= last
	case set&hasWeekend != 0:
		ok = steps(0, int(last-first)/7+1, func(k int) (instance, bool) {
			i, good := unitAt(weekend, first+calendar.Day(7*k))
			return instance{i, weekend, Exact}, good
		})
	}
	return found, ok
}

// nth is nth(n, what, inside): the third week of March, the last Monday of next month; n below zero counts from the end.
func nth(s *evaluation, args []*value) *value {
	n, ok := args[0].integer()
	what, inside := args[1], args[2]
	if !ok || n == 0 || abs(n) > 400 || inside == nil || what == nil {
		return nil
	}
	if inside.kind == unitKind {
		inside = s.relative([]*value{numberValue(0), inside}, false)
	}
	if inside == nil || inside.kind != pointKind {
		return nil
	}
	base := s.arena.copy(inside)
	if !s.ground(base) || base.unresolvedDate != "" {
		return nil
	}
	v := s.point(what.set & timeFields)
	if what.kind == pointKind {
		joinTime(v, what)
	}
	v.grounded, v.basis, v.certainty = true, BasisRelative, base.certainty
	if base.basis == BasisExplicit || base.basis == BasisOccasion {
		v.basis = BasisExplicit
	}
	switch {
	case what.kind == pointKind && what.set&dateFields != 0 && !what.grounded:
		found, ok := s.instanceIn(base.interval, what, n)
		if !ok {
			return nil
		}
		s.take(v, found)
		return v
	case what.kind == durationKind: // the last four months of 2021
		u := smallest(what)
		count := int(what.amounts[u] / scale)
		first, ok1 := unitIn(base.interval, u, 1)
		last, ok2 := unitIn(base.interval, u, count)
		if n < 0 {
			first, ok1 = unitIn(base.interval, u, -count)
			last, ok2 = unitIn(base.interval, u, -1)
		}
		if !ok1 || !ok2 || abs(n) != 1 || count < 1 {
			return nil
		}
		return s.rangeValue(v, first, last, u)
	case what.kind == unitKind:
		if base.grain <= what.unit {
			return nil
		}
		found, ok := unitIn(base.interval, what.unit, n)
		if !ok {
			return nil
		}
		v.interval, v.grain = found, what.unit
		return v
	}
	return nil
}

// unitIn is the n-th unit inside some days, -1 the last. Weekends are those that begin inside; a week belongs where its Thursday, and so most
// of it, lies, as ISO 8601 has it for years.
func unitIn(inside calendar.Interval, u unit, n int) (calendar.Interval, bool) {
	if u == week {
		const toMonday = 3 * calendar.FullDay
		inside.From, inside.To = inside.From-toMonday, inside.To-toMonday
	}
	first, last := inside.First(), inside.Last()
	if u < day || u == days {
		return calendar.Interval{}, false
	}
	whole, ok := unitAt(u, first)
	if !ok {
		return whole, false
	}
	if n > 0 {
		if whole.From < inside.From {
			next, _ := moveUnits(whole.From.Day(), 1, u)
			whole, _ = unitAt(u, next)
		}
		moved, ok := moveUnits(whole.From.Day(), n-1, u)
		if !ok {
			return whole, false
		}
		whole, ok = unitAt(u, moved)
		return whole, ok && whole.From < inside.To
	}
	whole, _ = unitAt(u, last)
	if whole.To > inside.To && u != week {
		previous, _ := moveUnits(whole.From.Day(), -1, u)
		whole, _ = unitAt(u, previous)
	}
	moved, ok := moveUnits(whole.From.Day(), n+1, u)
	if !ok {
		return whole, false
	}
	whole, ok = unitAt(u, moved)
	return whole, ok && whole.From >= inside.From
}

// nthFrom is nthfrom(n, what[, base]): the third Friday from now, the second one ago (-2).
func nthFrom(s *evaluation, args []*value) *value {
	n, ok := args[0].integer()
	what := args[1]
	base := argument(args, 2)
	if base == nil {
		base = s.referencePoint()
	}
	if !ok || n == 0 || abs(n) > 200 || what == nil || what.kind != pointKind || what.set&dateFields == 0 || base.kind != pointKind {
		return nil
	}
	base = s.arena.copy(base)
	if !s.ground(base) {
		return nil
	}
	if base.unresolvedDate != "" {
		v := s.point(0)
		joinTime(v, what)
		v.basis, v.unresolvedDate = BasisRelative, s.openDate(what)
		return v
	}
	inside := calendar.Interval{From: base.interval.To, To: base.interval.To + 30_000*calendar.FullDay}
	if n < 0 {
		inside = calendar.Interval{From: base.interval.From - 30_000*calendar.FullDay, To: base.interval.From}
	}
	if what.set&hasWeekday == 0 || what.set&dateFields != hasWeekday {
		reach := calendar.Moment(min(abs(n)+9, 80)) * 366 * calendar.FullDay
		if n > 0 {
			inside.To = inside.From + reach
		} else {
			inside.From = inside.To - reach
		}
	}
	found, ok := s.instanceIn(inside, what, n)
	if !ok {
		return nil
	}
	v := s.point(0)
	joinTime(v, what)
	v.grounded, v.basis = true, BasisRelative
	s.take(v, found)
	return v
}

// anchored is a duration that ends or begins at publication: the last three months. Units of a day or more are whole ones.
func anchored(s *evaluation, d *value, sign int) *value {
	if d.kind == unitKind {
		d = durationOf(s, scale, d)
	}
	if d == nil || d.kind != durationKind {
		return nil
	}
	v := s.arena.copy(d)
	u := smallest(d)
	if !s.options.HasReference || u == noUnit || d.amounts[u] == unknownAmount {
		return v
	}
	several := false
	for o := u + 1; o < units; o++ {
		several = several || d.amounts[o] != 0
	}
	v.anchored = true
	if several || d.amounts[u]%scale != 0 {
		var ok bool
		if v.interval, ok = s.exactly(d, sign); !ok {
			return nil
		}
		if u >= day { // whole days, today left out
			for _, at := range [...]*calendar.Moment{&v.interval.From, &v.interval.To} {
				if *at = at.Day().Start(); sign > 0 {
					*at += calendar.FullDay
				}
			}
		}
		return v
	}
	n := int(d.amounts[u] / scale)
	if n < 1 || n > 5000 {
		v.anchored = false
		return v
	}
	first, last := numberValue(1), numberValue(int64(n))
	if sign < 0 {
		first, last = numberValue(int64(-n)), numberValue(-1)
	}
	one := &value{kind: unitKind, unit: u, mult: 1}
	a, b := s.relative([]*value{first, one}, false), s.relative([]*value{last, one}, false)
	if a == nil || b == nil {
		v.anchored = false
		return v
	}
	v.interval = calendar.Interval{From: a.interval.From, To: b.interval.To}
	return v
}

// exactly is the stretch of a duration from the moment of publication on, or up to it.
func (s *evaluation) exactly(d *value, sign int) (calendar.Interval, bool) {
	ref := s.options.Reference
	moved, ok := s.moveDays(ref.Day(), d, sign)
	at := ref + calendar.Moment(moved-ref.Day())*calendar.FullDay + calendar.Moment(sign)*clockLength(d)
	return calendar.Interval{From: min(at, ref), To: max(at, ref)}, ok
}

// portion narrows a grounded value to its beginning, middle or end.
func (s *evaluation) portion(v *value, which string) {
	if v.unresolvedDate != "" {
		return
	}
	if v.set&hasPart != 0 && v.set&hasHour == 0 {
		length := v.part.to - v.part.from
		switch {
		case which == "START" && v.part.from == 0:
			v.part.to = v.part.from + length*3/4
		case which == "START":
			v.part.to = v.part.from + length/2
		case which == "END":
			v.part.from = v.part.to - length/2
		}
		return
	}
	if v.closed || v.set&timeFields != 0 {
		return
	}
	first, last := v.interval.First(), v.interval.Last()
	count := int(last-first) + 1
	third := count / 3
	a, b := first, last
	switch v.grain {
	case day:
		return
	case week:
		if third = 3; which == "MID" { // Wednesday and Thursday
			third = 2
		}
	case month:
		third = 10
	case year, decade, century:
		start, from, to := 3, 4, 8 // months
		switch v.grain {
		case decade:
			start, from, to = 36, 36, 72
		case century:
			start, from, to = 360, 360, 720
		}
		switch which {
		case "START":
			b = first.AddMonths(start) - 1
		case "MID":
			a, b = first.AddMonths(from), first.AddMonths(to)-1
		default:
			a = first.AddMonths(to)
		}
		v.interval, v.closed = calendar.OfDays(a, b), true
		return
	}
	switch which {
	case "START":
		b = first + calendar.Day(third) - 1
	case "MID":
		a, b = first+calendar.Day(third), first+calendar.Day(2*third)-1
	default:
		a = first + calendar.Day(2*third)
		if v.grain == week {
			a = last - 2
		}
	}
	v.interval, v.closed = calendar.OfDays(a, max(a, b)), true
}
