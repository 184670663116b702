package temporal

import (
	"sync"

	"github.com/waqai/waqai/timeline/calendar"
)

// function is one word of the semantic language. Missing optional arguments are nil.
type function struct {
	least, most int
	call        func(s *evaluation, args []*value) *value
}

func argument(args []*value, i int) *value {
	if i < len(args) {
		return args[i]
	}
	return nil
}

// functions is the semantic language; README.md describes each.
var functions = sync.OnceValue(func() map[string]*function {
	counted := func(set fields, put func(v *value, n int32), low, high int) *function {
		return &function{1, 1, func(s *evaluation, args []*value) *value {
			n, ok := args[0].integer()
			if !ok || n < low || n > high {
				return nil
			}
			v := s.point(set)
			put(v, int32(n))
			return v
		}}
	}
	month := func(system calendar.System) *function {
		return counted(hasMonth, func(v *value, n int32) { v.month, v.system = n, system }, 1, 13)
	}
	return map[string]*function{
		// numbers
		"sum": {1, 6, func(s *evaluation, args []*value) *value {
			v := s.number(0, 0)
			for _, a := range args {
				if a != nil {
					v.amount += a.amount
				}
			}
			return v
		}},
		"product": {2, 3, func(s *evaluation, args []*value) *value {
			v := s.number(1, 0)
			for _, a := range args {
				if a != nil {
					v.amount = v.amount * a.amount / scale
				}
			}
			return v
		}},
		"decimal":  {2, 2, decimal},
		"fraction": {2, 2, fraction},
		"short":    {1, 1, shortYear},
		"negative": {1, 1, func(s *evaluation, args []*value) *value {
			v := s.arena.copy(args[0])
			v.amount = -v.amount
			return v
		}},
		// points of calendars
		"date":    {3, 3, date},
		"year":    {1, 2, yearOf},
		"month":   month(calendar.Gregorian),
		"hijri":   month(calendar.Hijri),
		"jalali":  month(calendar.Jalali),
		"hebrew":  month(calendar.Hebrew),
		"system":  {2, 2, inSystem},
		"weekday": counted(hasWeekday, func(v *value, n int32) { v.weekday, v.basis = n, BasisWeekday }, 1, 7),
		"quarter": counted(hasQuarter, func(v *value, n int32) { v.quarter = n }, 1, 4),
		"half":    counted(hasHalf, func(v *value, n int32) { v.half = n }, 1, 2),
		"season":  counted(hasSeason, func(v *value, n int32) { v.season = n }, 1, 4),
		"isoweek": counted(hasWeek, func(v *value, n int32) { v.week = n }, 1, 53),
		"decade":  counted(hasDecade, func(v *value, n int32) { v.year = n }, 0, 300),
		"century": counted(hasCentury, func(v *value, n int32) { v.year = n }, 0, 30),
		"special": {2, 2, special},
		"compact": {1, 1, compactDate},
		"decadeof": {1, 1, func(s *evaluation, args []*value) *value {
			n, ok := args[0].integer()
			if !ok || n < 0 || n%10 != 0 {
				return nil
			}
			v := s.point(hasDecade)
			v.year, v.basis = int32(n/10), BasisExplicit
			return v
		}},
		"centuryof": {1, 1, func(s *evaluation, args []*value) *value {
			n, ok := args[0].integer()
			if !ok || n < 1 || n > 30 {
				return nil
			}
			v := s.point(hasCentury)
			v.year, v.basis = int32(n-1), BasisExplicit
			return v
		}},
		// times of the day
		"clock":    {1, 3, clock},
		"clockrun": {1, 1, clockRun},
		"am":       {1, 1, func(s *evaluation, args []*value) *value { return halfOfDay(s, args[0], false) }},
		"pm":       {1, 1, func(s *evaluation, args []*value) *value { return halfOfDay(s, args[0], true) }},
		"past":     {2, 2, func(s *evaluation, args []*value) *value { return minutesFrom(s, args[0], args[1], 1) }},
		"to":       {2, 2, func(s *evaluation, args []*value) *value { return minutesFrom(s, args[0], args[1], -1) }},
		"part":     {3, 5, partOf},
		"zone":     {1, 1, zone},
		// joining
		"and":      {2, 4, conjunction},
		"agreeing": {2, 2, agreeing},
		"or":       {1, 4, func(s *evaluation, args []*value) *value { return firstOf(args) }},
		"mod":      {2, 2, modified},
		"edge":     {2, 2, edge},
		"weak":     {1, 1, func(s *evaluation, args []*value) *value { return args[0] }},
		// relative
		"rel":   {2, 2, func(s *evaluation, args []*value) *value { return s.relative(args, false) }},
		"then":  {2, 2, func(s *evaluation, args []*value) *value { return s.relative(args, true) }},
		"ago":   {1, 1, func(s *evaluation, args []*value) *value { return s.moved(args[0], s.referencePoint(), -1, true) }},
		"hence": {1, 1, func(s *evaluation, args []*value) *value { return s.moved(args[0], s.referencePoint(), 1, true) }},
		"earlier": {1, 1, func(s *evaluation, args []*value) *value {
			v := s.moved(args[0], s.storyPoint(), -1, true)
			if v != nil {
				v.aside = true
			}
			return v
		}},
		"later":  {1, 1, func(s *evaluation, args []*value) *value { return s.moved(args[0], s.storyPoint(), 1, true) }},
		"before": {2, 2, func(s *evaluation, args []*value) *value { return s.moved(args[0], args[1], -1, false) }},
		"after":  {2, 2, func(s *evaluation, args []*value) *value { return s.moved(args[0], args[1], 1, false) }},
		"counted": {2, 2, func(s *evaluation, args []*value) *value { // two days from Tuesday; "2 percent a year from 1986" counts nothing
			base := s.arena.copy(args[1])
			if base.kind != pointKind || !s.ground(base) || base.grain >= year {
				return nil
			}
			return s.moved(args[0], args[1], 1, false)
		}},
		"next":     {1, 1, func(s *evaluation, args []*value) *value { return turned(s, args[0], 1) }},
		"last":     {1, 1, func(s *evaluation, args []*value) *value { return turned(s, args[0], -1) }},
		"this":     {1, 1, func(s *evaluation, args []*value) *value { return turned(s, args[0], 2) }},
		"nth":      {3, 3, nth},
		"nthfrom":  {2, 3, nthFrom},
		"unitof":   {2, 2, unitOf},
		"closest":  {3, 3, closest},
		"rest":     {1, 2, restOf},
		"workdays": {1, 1, workdays},
		"spanning": {2, 2, spanning},
		"until":    {1, 1, until},
		"within":   {1, 1, within},
		"trailing": {1, 1, func(s *evaluation, args []*value) *value { return anchored(s, args[0], -1) }},
		"leading":  {1, 1, func(s *evaluation, args []*value) *value { return anchored(s, args[0], 1) }},
		"vague":    {1, 1, vague},
		// stretches
		"duration": {2, 2, duration},
		"some":     {1, 1, some},
		"plus":     {2, 3, plus},
		"range":    {2, 2, func(s *evaluation, args []*value) *value { return s.rangeOf(args[0], args[1]) }},
		"stretch":  {2, 2, func(s *evaluation, args []*value) *value { return s.stretch(args[0], args[1]) }},
		"every":    {1, 1, every},
		"length":   {1, 1, length},
		"open":     {1, 1, open},
	}
})

func (s *evaluation) point(set fields) *value {
	v := s.arena.new()
	v.kind, v.set = pointKind, set
	return v
}

// agreeing is and(weekday, date) where the date is on that weekday, else nothing: another reading may hold.
func agreeing(s *evaluation, args []*value) *value {
	v := s.join(args[0], args[1])
	const whole = hasYear | hasMonth | hasDay | hasWeekday
	if v == nil || v.set&whole != whole {
		return v
	}
	r, err := v.system.Date(s.options.Authority, int(v.year), int(v.month), int(v.day))
	if err != nil || abs(r.Day.Weekday()-int(v.weekday)) > int(r.Slack) {
		return nil
	}
	return v
}

func firstOf(args []*value) *value {
	for _, a := range args {
		if a != nil {
			return a
		}
	}
	return nil
}

// decimal is a.b, as the digits stand: 2 and 05 are 2.05.
func decimal(s *evaluation, args []*value) *value {
	a, b := args[0], args[1]
	if a.kind != numberKind || b.kind != numberKind || b.digits == 0 || b.digits > 3 {
		return nil
	}
	v := s.arena.copy(a)
	add := b.amount
	for range b.digits {
		add /= 10
	}
	v.amount, v.digits = v.amount+add, 0
	return v
}

func fraction(s *evaluation, args []*value) *value {
	a, b := args[0], args[1]
	if a.kind != numberKind || b.kind != numberKind || b.amount == 0 {
		return nil
	}
	v := s.number(0, 0)
	v.amount = a.amount * scale / b.amount
	return v
}

// shortYear reads a year of two digits: up to twenty years ahead of publication it is of that century, else of the one before.
func shortYear(s *evaluation, args []*value) *value {
	n, ok := args[0].integer()
	if !ok || n < 0 {
		return nil
	}
	if n > 99 {
		return args[0]
	}
	now := 2020
	if s.options.HasReference {
		now = s.options.Reference.Day().Year()
	}
	full := now - now%100 + n
	if full > now+20 {
		full -= 100
	}
	return s.number(int64(full), 4)
}

func date(s *evaluation, args []*value) *value {
	v := s.point(0)
	if y := args[0]; y != nil {
		if y.kind == pointKind {
			v = s.arena.copy(y)
		} else if n, ok := y.integer(); ok {
			v.set, v.year = v.set|hasYear, int32(n)
		} else {
			return nil
		}
	}
	if m := args[1]; m != nil {
		if m.kind == pointKind && m.set&hasMonth != 0 {
			if v.system == calendar.Gregorian {
				v.system = m.system
			} else if m.system != v.system {
				return nil
			}
			v.month = m.month
			if m.set&hasYear != 0 {
				v.year, v.set = m.year, v.set|hasYear
			}
		} else if n, ok := m.integer(); ok && n >= 1 && n <= 12 {
			v.month = int32(n)
		} else {
			return nil
		}
		v.set |= hasMonth
	}
	if d := args[2]; d != nil {
		n, ok := d.integer()
		if !ok || n < 1 || n > 31 {
			return nil
		}
		v.day, v.set = int32(n), v.set|hasDay
	}
	if v.set&(hasYear|hasMonth|hasDay) == hasYear|hasMonth|hasDay {
		if _, err := v.system.Date(s.options.Authority, int(v.year), int(v.month), int(v.day)); err != nil {
			s.noSuchDay = v.system == calendar.Gregorian
			return nil
		}
	}
	if v.set&(hasMonth|hasDay) == hasMonth|hasDay && v.system == calendar.Gregorian && int(v.day) > calendar.DaysIn(2000, int(v.month)) {
		s.noSuchDay = true
		return nil
	}
	v.basis = BasisExplicit
	return v
}

// yearOf takes a year and, optionally, the era: 0 for years before Christ.
func yearOf(s *evaluation, args []*value) *value {
	n, ok := args[0].integer()
	if !ok || n < 0 || n > 9999 {
		return nil
	}
	v := s.point(hasYear)
	v.year, v.basis = int32(n), BasisExplicit
	if era := argument(args, 1); era != nil {
		if e, ok := era.integer(); ok && e == 0 {
			v.year = 1 - v.year
		}
	}
	return v
}

// inSystem says of which calendar a year or date is: system(hijri, x).
func inSystem(s *evaluation, args []*value) *value {
	if args[1].kind == numberKind {
		args[1] = yearOf(s, args[1:])
		if args[1] == nil {
			return nil
		}
	}
	if args[1].kind != pointKind {
		return nil
	}
	v := s.arena.copy(args[1])
	if v.set&hasMonth != 0 && v.system != args[0].system {
		return nil
	}
	v.system = args[0].system
	return v
}

// special is a year that is not the calendar's: FY2008 begins when its country says, so it has no interval.
func special(s *evaluation, args []*value) *value {
	v := s.arena.new()
	v.kind, v.name = vagueKind, args[0].name
	year := int32(0)
	if args[1].kind == pointKind {
		y := args[1]
		if !s.ground(y) {
			return nil
		}
		year = int32(y.interval.From.Day().Year())
	} else if n, ok := args[1].integer(); ok {
		year = int32(n)
	} else {
		return nil
	}
	v.year = year
	return v
}

func clock(s *evaluation, args []*value) *value {
	v := s.point(hasHour)
	h, ok := args[0].integer()
	if !ok || h < 0 || h > 24 {
		return nil
	}
	v.hour = int32(h)
	if m := argument(args, 1); m != nil {
		n, ok := m.integer()
		if !ok || n < 0 || n > 59 || h == 24 && n > 0 {
			return nil
		}
		v.minute, v.set = int32(n), v.set|hasMinute
	}
	if sec := argument(args, 2); sec != nil {
		n, ok := sec.integer()
		if !ok || n < 0 || n > 59 {
			return nil
		}
		v.second, v.set = int32(n), v.set|hasSecond
	}
	if h >= 1 && h <= 12 && (args[0].digits != 2 || h >= 10) {
		v.set |= halfDay
	}
	return v
}

// halfOfDay settles whether the hour is before or after noon.
func halfOfDay(s *evaluation, a *value, after bool) *value {
	if a.kind != pointKind || a.set&hasHour == 0 || a.hour > 12 && !after || a.hour == 0 {
		return nil
	}
	v := s.arena.copy(a)
	v.set &^= halfDay
	switch {
	case after && v.hour < 12:
		v.hour += 12
	case !after && v.hour == 12:
		v.hour = 0
	}
	return v
}

// minutesFrom is "a quarter past t" and "a quarter to t".
func minutesFrom(s *evaluation, t, minutes *value, sign int32) *value {
	n, ok := minutes.integer()
	if !ok || t.kind != pointKind || t.set&hasHour == 0 || sign > 0 && t.set&hasMinute != 0 && t.minute != 0 || n < 1 || n > 59 {
		return nil
	}
	v := s.arena.copy(t)
	total := v.hour*60 + v.minute + sign*int32(n)
	if total < 0 {
		total += 24 * 60
	}
	v.hour, v.minute, v.set = total/60, total%60, v.set|hasMinute
	if v.hour == 0 && t.set&halfDay != 0 {
		v.hour = 12
	}
	return v
}

// partOf is part(EV, 18, 24): TIMEX3 letters and hours, in hundreds and minutes where not whole (1830). Two more give the hours of
// somebody making an appointment, for where the future is preferred: in news the evening lasts until midnight.
func partOf(s *evaluation, args []*value) *value {
	from, ok1 := args[1].integer()
	to, ok2 := args[2].integer()
	if a := argument(args, 4); a != nil && s.options.Prefer == PreferFuture {
		from, ok1 = args[3].integer()
		to, ok2 = a.integer()
	}
	if !ok1 || !ok2 {
		return nil
	}
	v := s.point(hasPart)
	v.part = part{code: args[0].name, from: minutesOf(from), to: minutesOf(to)}
	return v
}

func minutesOf(n int) int {
	if n > 24 {
		return n/100*60 + n%100
	}
	return n * 60
}

func zone(s *evaluation, args []*value) *value {
	n, ok := args[0].integer()
	if !ok {
		return nil
	}
	v := s.point(hasZone)
	v.zone = int32(n)
	return v
}

// modified is mod(START, x) and the like: early, mid, late, about.
func modified(s *evaluation, args []*value) *value {
	x := args[1]
	v := s.arena.copy(x)
	if x.kind == pointKind {
		switch args[0].name {
		case "START", "MID", "END":
			if v.set&dateFields == 0 && v.set&hasPart != 0 && !v.grounded {
				s.portion(v, args[0].name)
				break
			}
			if !s.ground(v) {
				return nil
			}
			s.portion(v, args[0].name)
		case "APPROX":
			v.certainty = Approximate
		}
	}
	v.mod = args[0].name
	return v
}

// edge is edge(END, x): mod(END, x), which as the first or last point of a range is the moment at which x begins, is half over, or ends.
func edge(s *evaluation, args []*value) *value {
	v := modified(s, args)
	if v != nil {
		v.edge = true
	}
	return v
}

// turned marks which way a point is looked for: next, last, this.
func turned(s *evaluation, a *value, turn int8) *value {
	if a.kind == unitKind {
		n := int64(turn)
		if turn == 2 {
			n = 0
		}
		return s.relative([]*value{numberValue(n), a}, false)
	}
	if a.kind != pointKind || a.grounded {
		return nil
	}
	if a.set&dateFields == 0 {
		if turn == 2 && a.set&timeFields != 0 { // this morning
			day := s.relative([]*value{numberValue(0), constants()["day"]}, false)
			return s.join(day, a)
		}
		if a.set&hasPart == 0 {
			return nil
		}
		day := s.relative([]*value{numberValue(int64(turn)), constants()["day"]}, false)
		return s.join(day, a)
	}
	v := s.arena.copy(a)
	v.turn = turn
	if v.basis != BasisOccasion {
		v.basis = BasisRelative
	}
	return v
}

func vague(s *evaluation, args []*value) *value {
	v := s.arena.copy(args[0])
	v.basis = BasisVague
	return v
}

func duration(s *evaluation, args []*value) *value {
	n, u := args[0], args[1]
	if n == nil || n.kind != numberKind || n.amount < 0 {
		return nil
	}
	return durationOf(s, n.amount, u)
}

// some is some(year): an unknown number of them; to whoever makes an appointment, three.
func some(s *evaluation, args []*value) *value {
	if s.options.Prefer == PreferFuture {
		return durationOf(s, 3*scale, args[0])
	}
	return durationOf(s, unknownAmount, args[0])
}

func durationOf(s *evaluation, amount int64, u *value) *value {
	if u == nil || u.kind != unitKind && u.kind != durationKind {
		return nil
	}
	v := s.arena.new()
	v.kind = durationKind
	if u.kind == durationKind { // a unit that is itself a stretch: a fortnight
		for i := range u.amounts {
			if amount == unknownAmount && u.amounts[i] != 0 {
				v.amounts[i] = unknownAmount
			} else {
				v.amounts[i] = u.amounts[i] * amount / scale
			}
		}
		return v
	}
	v.amounts[u.unit] = amount
	return v
}

func plus(s *evaluation, args []*value) *value {
	v := s.arena.copy(args[0])
	for _, a := range args[1:] {
		if a == nil {
			continue
		}
		if v.kind != durationKind || a.kind != durationKind || largest(a) >= smallest(v) {
			return nil // a day and two weeks are two stretches, as is seven days a week
		}
		for i := range v.amounts {
			if a.amounts[i] == unknownAmount || v.amounts[i] == unknownAmount {
				return nil
			}
			v.amounts[i] += a.amounts[i]
		}
	}
	return v
}

func every(s *evaluation, args []*value) *value {
	a := args[0]
	switch {
	case a.kind == unitKind && a.unit == weekend: // as weekdays are: XXXX-WXX-WE
		a = s.point(hasWeekend)
	case a.kind == unitKind:
		a = durationOf(s, scale, a)
	}
	if a == nil || a.kind != durationKind && (a.kind != pointKind || a.grounded) {
		return nil
	}
	v := s.arena.new()
	v.kind, v.every = setKind, a
	return v
}

// length makes a duration of a unit: all month.
func length(s *evaluation, args []*value) *value {
	if args[0].kind == unitKind {
		return durationOf(s, scale, args[0])
	}
	if args[0].kind != durationKind {
		return nil
	}
	return args[0]
}

// compactDate reads 20240315.
func compactDate(s *evaluation, args []*value) *value {
	n, ok := args[0].integer()
	if !ok {
		return nil
	}
	return date(s, []*value{s.number(int64(n/10000), 4), s.number(int64(n/100%100), 2), s.number(int64(n%100), 2)})
}

// clockRun reads 1030 as 10:30.
func clockRun(s *evaluation, args []*value) *value {
	n, ok := args[0].integer()
	if !ok || n < 100 && args[0].digits != 4 {
		return nil
	}
	h := s.number(int64(n/100), 1)
	if args[0].digits == 4 {
		h.digits = 2
	}
	return clock(s, []*value{h, s.number(int64(n%100), 2)})
}

// unitOf is unitof(week, x): the whole unit that x lies in.
func unitOf(s *evaluation, args []*value) *value {
	u, x := args[0], args[1]
	if u.kind != unitKind || x == nil || x.kind != pointKind {
		return nil
	}
	v := s.arena.copy(x)
	if !s.ground(v) || v.unresolvedDate != "" || v.grain > u.unit && !v.isRange { // the week of a year is none
		return nil
	}
	at := v.interval.From.Day()
	if u.unit == weekend && at.Weekday() == calendar.Monday { // the weekend of a Monday is the one that it prolongs
		at--
	}
	whole, ok := unitAt(u.unit, at)
	if !ok {
		return nil
	}
	v.interval, v.grain, v.set, v.isRange, v.closed = whole, u.unit, 0, false, false
	v.occasion = nil
	return v
}

// open is open(weekend): the one that the tense of the verb tells.
func open(s *evaluation, args []*value) *value {
	if args[0].kind != unitKind || args[0].unit != weekend {
		return nil
	}
	return s.point(hasWeekend)
}

// closest is closest(n, what, x): the instance of what that is n-th nearest to x.
func closest(s *evaluation, args []*value) *value {
	n, ok := args[0].integer()
	what, x := args[1], args[2]
	if !ok || n < 1 || n > 20 || what.kind != pointKind || what.grounded || x.kind != pointKind {
		return nil
	}
	base := s.arena.copy(x)
	if !s.ground(base) || base.unresolvedDate != "" {
		return nil
	}
	number := func(n int) *value { return s.number(int64(n), 0) }
	back, ahead := 1, 1
	for {
		before := nthFrom(s, []*value{number(-back), what, base})
		after := nthFrom(s, []*value{number(ahead), what, base})
		if before == nil || after == nil {
			return nil
		}
		nearer := after
		if base.interval.From-before.interval.To <= after.interval.From-base.interval.To {
			nearer, back = before, back+1
		} else {
			ahead++
		}
		if back+ahead-2 == n {
			return nearer
		}
	}
}

// restOf is rest(x): what is left of it from the day of publication on. A second argument says how many of its last days are not meant:
// rest(rel(0, week), 1), where the week ends on Saturday.
func restOf(s *evaluation, args []*value) *value {
	x := args[0]
	if x.kind != pointKind {
		return nil
	}
	v := s.arena.copy(x)
	if !s.ground(v) {
		return nil
	}
	v.mod = "END"
	if today := s.options.Reference.Day().Start(); v.unresolvedDate == "" && s.options.HasReference && v.interval.Contains(today) && v.set&timeFields == 0 {
		v.interval.From, v.closed = today, true
		if a := argument(args, 1); a != nil {
			out, _ := a.integer()
			if to := v.interval.To - calendar.Moment(out)*calendar.FullDay; to > today {
				v.interval.To = to
			}
		}
	}
	return v
}

// within is within(d): a duration whose days begin at the moment of publication.
func within(s *evaluation, args []*value) *value {
	d := args[0]
	if d.kind != durationKind {
		return nil
	}
	v := s.arena.copy(d)
	if u := smallest(d); !s.options.HasReference || u == noUnit || d.amounts[u] == unknownAmount {
		return v
	}
	v.interval, v.anchored = s.exactly(d, 1)
	return v
}
