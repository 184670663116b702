package temporal

import (
	"github.com/waqai/waqai/timeline/calendar"
)

// Ground: from fields of calendars to days.

// referencePoint is the day of publication as a value; nil where it is not known.
func (s *evaluation) referencePoint() *value {
	v := s.point(0)
	v.basis = BasisRelative
	if !s.options.HasReference {
		v.unresolvedDate = "XXXX-XX-XX"
		return v
	}
	v.grounded, v.interval, v.grain = true, calendar.OfDay(s.options.Reference.Day()), day
	return v
}

// storyPoint is the last date of the story, else publication.
func (s *evaluation) storyPoint() *value {
	if !s.story.known {
		return s.referencePoint()
	}
	v := s.point(0)
	v.basis, v.grounded, v.interval, v.grain = BasisRelative, true, s.story.interval, s.story.grain
	return v
}

// unitAt is the whole unit that holds a day.
func unitAt(u unit, d calendar.Day) (calendar.Interval, bool) {
	y, m, _ := d.YMD()
	switch u {
	case day:
		return calendar.OfDay(d), true
	case week:
		monday := d.OnOrBefore(calendar.Monday)
		return calendar.OfDays(monday, monday+6), true
	case workweek:
		monday := d.OnOrBefore(calendar.Monday)
		return calendar.OfDays(monday, monday+4), true
	case weekend:
		monday := d.OnOrBefore(calendar.Monday)
		return calendar.OfDays(monday+5, monday+6), true
	case month:
		return calendar.OfMonth(y, m), true
	case quarter:
		return calendar.OfQuarter(y, (m-1)/3+1), true
	case half:
		return calendar.OfHalf(y, (m-1)/6+1), true
	case season:
		if m <= 2 {
			y--
		}
		return calendar.OfSeason(y, seasonOf(m)), true
	case year:
		return calendar.OfYear(y), true
	case decade:
		return calendar.OfDecade(floorDiv(y, 10)), true
	case century:
		return calendar.OfCentury(floorDiv(y, 100)), true
	}
	return calendar.Interval{}, false
}

func seasonOf(month int) int {
	switch {
	case month >= 3 && month <= 5:
		return calendar.Spring
	case month >= 6 && month <= 8:
		return calendar.Summer
	case month >= 9 && month <= 11:
		return calendar.Autumn
	}
	return calendar.Winter
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// moveUnits shifts a day by units, kept within the month it arrives in.
func moveUnits(d calendar.Day, n int, u unit) (calendar.Day, bool) {
	if n < -100_000 || n > 100_000 {
		return d, false
	}
	switch u {
	case day:
		d += calendar.Day(n)
	case week, weekend, workweek:
		d += calendar.Day(7 * n)
	case month:
		d = d.AddMonths(n)
	case quarter, season:
		d = d.AddMonths(3 * n)
	case half:
		d = d.AddMonths(6 * n)
	case year:
		d = d.AddYears(n)
	case decade:
		d = d.AddYears(10 * n)
	case century:
		d = d.AddYears(100 * n)
	default:
		return d, false
	}
	y := d.Year()
	return d, y > calendar.FirstYear+200 && y < calendar.LastYear-200
}

// relative is rel(n, unit), the whole unit n after that of publication; then(n, unit) counts from the story.
func (s *evaluation) relative(args []*value, fromStory bool) *value {
	n, ok := args[0].integer()
	u := args[1]
	if !ok || u == nil || u.kind != unitKind {
		return nil
	}
	v := s.point(0)
	v.basis, v.grain = BasisRelative, u.unit
	from := s.options.Reference
	known := s.options.HasReference
	if fromStory && s.story.known {
		from, known = s.story.interval.From, true
		if n > 0 && s.story.interval.Days() > 1 {
			from = s.story.interval.To - 1
		}
	}
	if !known {
		v.unresolvedDate = unresolved(u.unit)
		return v
	}
	if u.unit <= hour {
		step := [...]calendar.Moment{second: calendar.Second, minute: calendar.Minute, hour: calendar.Hour}[u.unit]
		start := calendar.Moment(floorDiv(int(from), int(step)))*step + calendar.Moment(n)*step
		v.grounded, v.closed, v.interval = true, true, calendar.Interval{From: start, To: start + step}
		return v
	}
	if fromStory && n == 0 && u.unit == day && s.story.known && s.story.grain > day { // "then", of a month or year
		v.grounded, v.interval, v.grain = true, s.story.interval, s.story.grain
		return v
	}
	anchor := from.Day()
	if u.unit == month || u.unit == quarter || u.unit == half || u.unit == season || u.unit >= year {
		if whole, ok := unitAt(u.unit, anchor); ok {
			anchor = whole.From.Day() // the first day can be moved without falling off a short month
		}
	}
	d, ok := moveUnits(anchor, n, u.unit)
	if !ok {
		return nil
	}
	v.interval, ok = unitAt(u.unit, d)
	v.grounded = true
	if !ok {
		return nil
	}
	return v
}

func unresolved(u unit) string {
	switch u {
	case week, weekend, workweek:
		return "XXXX-WXX"
	case month, quarter, half, season:
		return "XXXX-XX"
	case year:
		return "XXXX"
	case decade:
		return "XXX"
	case century:
		return "XX"
	}
	return "XXXX-XX-XX"
}

// moved is a point shifted by a duration: three weeks before base. Counted from publication or the story it is as coarse as its unit (two
// years ago is a year), counted from a date in the text it is as fine as that date.
func (s *evaluation) moved(d, base *value, sign int, coarse bool) *value {
	if d == nil || base == nil || d.kind != durationKind || base.kind != pointKind && base.kind != vagueKind {
		return nil
	}
	if base.kind == vagueKind {
		if base.name != "PRESENT_REF" {
			return nil
		}
		base = s.referencePoint()
	}
	from := s.arena.copy(base)
	onReference := from.set&dateFields == 0 && from.grounded && s.options.HasReference && from.interval == calendar.OfDay(s.options.Reference.Day()) && from.grain == day
	if !s.ground(from) || from.unresolvedDate != "" {
		v := s.point(0)
		v.basis, v.unresolvedDate = BasisRelative, unresolved(smallest(d))
		return v
	}
	v := s.point(0)
	v.basis, v.grounded, v.certainty = BasisRelative, true, from.certainty
	small := smallest(d)
	if small == noUnit {
		return nil
	}
	for u := range d.amounts {
		if d.amounts[u] == unknownAmount {
			w := s.arena.new()
			w.kind, w.basis, w.name = vagueKind, BasisVague, "PAST_REF"
			if sign > 0 {
				w.name = "FUTURE_REF"
			}
			return w
		}
	}
	if small <= hour && from.grain >= day && from.set&timeFields == 0 && !from.closed { // a whole day: nothing in it tells where to count from
		switch {
		case small < hour && !coarse:
			return nil
		case s.options.Prefer == PreferFuture || onReference && s.options.Reference != s.options.Reference.Day().Start():
			// a publication at midnight sharp is one without its hour, except to an assistant
		case small == hour && coarse && onReference:
			v.interval, v.grain = calendar.OfDay((from.interval.From + calendar.Moment(sign)*clockLength(d) + calendar.FullDay/2).Day()), day
			return v
		default:
			return nil
		}
	}
	if small <= hour {
		at := from.interval.From
		if onReference {
			at = s.options.Reference
		}
		at += calendar.Moment(sign) * clockLength(d)
		dayOf, ok := s.moveDays(at.Day(), d, sign)
		if !ok {
			return nil
		}
		at += calendar.Moment(dayOf-at.Day()) * calendar.FullDay
		v.closed, v.grain = true, minute
		at -= calendar.Moment(floorMod(int(at), 60))
		step := calendar.Minute
		if small == second {
			v.grain, step = second, calendar.Second
			at = from.interval.From
			if onReference {
				at = s.options.Reference
			}
			at += calendar.Moment(sign) * calendar.Moment(d.amounts[second]) / scale
		}
		v.interval = calendar.Interval{From: at, To: at + step}
		if s.options.Prefer == PreferFuture && (small == minute || d.amounts[small]%scale != 0) {
			v.precise = calendar.Interval{From: at, To: at + calendar.Second}
		}
		return v
	}
	start := from.interval.From.Day()
	if sign > 0 && from.grain > day && !from.isRange && from.interval.Days() <= 31 && small <= week {
		start = from.interval.Last()
	}
	moved, ok := s.moveDays(start, d, sign)
	if !ok {
		return nil
	}
	v.interval, v.grain = calendar.OfDay(moved), day
	// The text is as fine as its unit: "two years ago" is a year, whatever the day.
	if coarse && d.amounts[year] == scale && from.grain >= month && from.grain < year && *d == *yearLength { // of a month or quarter, a year earlier is the same one
		v.grain = from.grain
		v.interval, _ = unitAt(from.grain, moved)
	} else if shown := small; coarse || from.grain >= shown {
		switch shown {
		case year, decade, century, month, quarter, half:
			if shown > year {
				shown = year
			}
			if shown == quarter || shown == half {
				shown = month
			}
			v.grain = shown
			v.interval, _ = unitAt(shown, moved)
			if s.options.Prefer == PreferFuture { // to an assistant, two months on is a day
				if v.precise = calendar.OfDay(moved); shown == year {
					v.precise, _ = unitAt(month, moved)
				}
			}
		case week:
			v.grain = week
			v.interval, _ = unitAt(week, moved)
			if s.options.Prefer == PreferFuture {
				v.precise = calendar.OfDay(moved)
			}
		case day:
			if onReference && coarse && s.options.Prefer == PreferFuture {
				from := calendar.At(moved, s.options.Reference.Hour(), 0)
				v.precise = calendar.Interval{From: from, To: from + calendar.Hour}
			}
		}
	}
	return v
}

func floorMod(a, b int) int {
	if m := a % b; m < 0 {
		return m + b
	} else {
		return m
	}
}

// moveDays moves by every unit of a duration from day up. Fractions of a year are months, of a month or week days.
func (s *evaluation) moveDays(d calendar.Day, by *value, sign int) (calendar.Day, bool) {
	ok := true
	for u := units - 1; u >= day && ok; u-- {
		amount := by.amounts[u]
		if amount == 0 {
			continue
		}
		whole, rest := int(amount/scale), int(amount%scale)
		if d, ok = moveUnits(d, sign*whole, u); !ok {
			return d, false
		}
		switch {
		case rest == 0:
		case u == year:
			d = d.AddMonths(sign * rest * 12 / scale)
		case u == decade:
			d = d.AddMonths(sign * rest * 120 / scale)
		case u == month:
			d += calendar.Day(sign * rest * 30 / scale)
		case u == week:
			d += calendar.Day(sign * rest * 7 / scale)
		}
	}
	return d, ok
}

// smallest is the finest unit of a duration.
func smallest(d *value) unit {
	for u := second; u < units; u++ {
		if d.amounts[u] != 0 {
			return u
		}
	}
	return noUnit
}

// ground brings the date side of a point to days. False where there is no such day; true with unresolvedDate set where there is no reference.
func (s *evaluation) ground(v *value) bool {
	if v.kind != pointKind || v.grounded || v.unresolvedDate != "" {
		return v.kind == pointKind
	}
	if v.set&dateFields == 0 {
		return v.set&timeFields != 0 && s.groundTime(v)
	}
	if !s.groundDate(v) {
		return false
	}
	if v.unresolvedDate == "" {
		v.grounded = true
	}
	return true
}

// instance is one day or stretch that fields may mean.
type instance struct {
	interval  calendar.Interval
	grain     unit
	certainty Certainty
}

func (s *evaluation) take(v *value, i instance) {
	v.interval, v.grain, v.precise = i.interval, i.grain, calendar.Interval{}
	if i.certainty != "" && v.certainty == "" {
		v.certainty = i.certainty
	}
	v.set &^= dateFields
}

func certaintyOf(r calendar.Resolution) Certainty {
	switch r.Certainty {
	case calendar.Observed:
		return Observed
	case calendar.Exact:
		return Exact
	}
	return Computed
}

// groundDate finds the days of date fields.
func (s *evaluation) groundDate(v *value) bool {
	set := v.set & dateFields
	if v.certainty == "" && v.system == calendar.Gregorian && set&hasOccasion == 0 {
		v.certainty = Exact
	}
	v.source = v.system
	if set&hasOccasion != 0 {
		v.source = v.occasion.rule.System()
	}
	if set&(hasDecade|hasCentury) != 0 {
		i := instance{calendar.OfDecade(int(v.year)), decade, ""}
		if set&hasCentury != 0 {
			i = instance{calendar.OfCentury(int(v.year)), century, ""}
		}
		s.take(v, i)
		return set == hasDecade || set == hasCentury
	}
	if set&hasYear != 0 {
		var found instance
		var ok bool
		if v.system != calendar.Gregorian && set&hasMonth != 0 && v.year > 1700 { // Ramadan 2046: the year is of the common era
			open := *v
			open.set &^= hasYear
			found, ok = s.instanceIn(calendar.OfYear(int(v.year)), &open, 1)
		} else {
			found, ok = s.inYear(v, int(v.year))
		}
		if ok {
			s.take(v, found)
			if v.basis == "" {
				v.basis = BasisExplicit
			}
		}
		return ok
	}
	if !s.options.HasReference {
		v.unresolvedDate = s.openDate(v)
		return v.unresolvedDate != ""
	}
	ref := s.options.Reference.Day()
	var all [64]instance
	n := 0
	put := func(i instance) {
		if n < len(all) {
			all[n] = i
			n++
		}
	}
	switch {
	case set&(hasMonth|hasOccasion|hasQuarter|hasHalf|hasSeason|hasWeek) != 0:
		sought, system := v, v.system
		if set == hasOccasion && system == calendar.Gregorian && v.occasion.rule.System() == calendar.Hijri {
			own := *v // a Hijri feast may fall twice in a Gregorian year, which names but the first
			own.system, system = calendar.Hijri, calendar.Hijri
			sought = &own
		}
		now, _, _, ok := system.YMD(s.options.Authority, ref)
		if !ok {
			return false
		}
		reach := 1
		if set&hasWeekday != 0 && set&hasDay != 0 && s.options.Prefer != PreferFuture {
			reach = 6
		}
		if v.month == 2 && v.day == 29 || set&hasOccasion != 0 {
			reach = 8
		}
		for y := now - reach; y <= now+reach; y++ {
			if i, ok := s.inYear(sought, y); ok {
				put(i)
			}
		}
		if n == 0 && set&hasWeekday != 0 && set&hasDay != 0 { // the weekday is wrong: the date stands
			plain := *v
			plain.set &^= hasWeekday
			for y := now - 1; y <= now+1; y++ {
				if i, ok := s.inYear(&plain, y); ok {
					put(i)
				}
			}
		}
	case set&hasDay != 0:
		reach := 1
		if set&hasWeekday != 0 {
			reach = 14
		}
		y, m, _, ok := v.system.YMD(s.options.Authority, ref)
		if !ok {
			return false
		}
		for k := -reach - 1; k <= reach+1; k++ {
			yy, mm := calendar.ShiftMonth(y, m, k)
			r, err := v.system.Date(s.options.Authority, yy, mm, int(v.day))
			if err == nil && (set&hasWeekday == 0 || r.Day.Weekday() == int(v.weekday)) {
				put(instance{r.Interval(), day, certaintyOf(r)})
			}
		}
	case set&hasWeekday != 0:
		for k := -3; k <= 3; k++ {
			put(instance{calendar.OfDay(ref.OnOrBefore(int(v.weekday)) + calendar.Day(7*k)), day, Exact})
		}
	case set&hasWeekend != 0:
		for k := -3; k <= 3; k++ {
			i, _ := unitAt(weekend, ref+calendar.Day(7*k))
			put(instance{i, weekend, Exact})
		}
	default:
		return false
	}
	if n == 0 {
		return false
	}
	chosen, ok := s.pickInstance(v, all[:n])
	if ok {
		s.take(v, chosen)
	}
	return ok
}

// inYear finds the fields in a year of their calendar.
func (s *evaluation) inYear(v *value, y int) (instance, bool) {
	set := v.set & dateFields
	a := s.options.Authority
	of := func(r calendar.Resolution, err error, grain unit) (instance, bool) {
		if err != nil {
			return instance{}, false
		}
		if v.system != calendar.Gregorian && grain > day {
			grain = days
		}
		return instance{r.Interval(), grain, certaintyOf(r)}, true
	}
	switch {
	case set&hasOccasion != 0:
		if s.asked == calendar.Auto && v.occasion.rule.Authority() != calendar.Auto {
			a = calendar.Auto // the occasion's own country goes before the language's
		}
		return s.occasions.inYear(occasionYear{v.occasion, v.system, a, y})
	case set&hasMonth != 0 && set&hasDay != 0:
		r, err := v.system.Date(a, y, int(v.month), int(v.day))
		if err != nil {
			return instance{}, false
		}
		if set&hasWeekday != 0 && r.Day.Weekday() != int(v.weekday) && set&hasYear == 0 {
			if r.Slack == 0 || abs(int(r.Day.Weekday())-int(v.weekday)) > int(r.Slack) {
				return instance{}, false
			}
		}
		return of(r, nil, day)
	case set&hasMonth != 0:
		r, err := v.system.Month(a, y, int(v.month))
		if err != nil {
			return instance{}, false
		}
		if set&hasWeekday != 0 {
			return instance{}, false
		}
		return of(r, nil, month)
	case set&hasQuarter != 0:
		r, err := v.system.Quarter(a, y, int(v.quarter))
		return of(r, err, quarter)
	case set&hasHalf != 0:
		r, err := v.system.Half(a, y, int(v.half))
		return of(r, err, half)
	case set&hasSeason != 0:
		if v.system != calendar.Gregorian {
			r, err := v.system.Quarter(a, y, int(v.season))
			return of(r, err, season)
		}
		return instance{calendar.OfSeason(y, int(v.season)), season, Exact}, true
	case set&hasWeek != 0:
		if v.week < 1 || int(v.week) > calendar.WeeksIn(y) {
			return instance{}, false
		}
		return instance{calendar.OfWeek(y, int(v.week)), week, Exact}, true
	case set&hasYear != 0 && set&^hasYear == 0:
		r, err := v.system.Year(a, y)
		return of(r, err, year)
	}
	return instance{}, false
}

func occasionInstance(r calendar.Resolution) instance {
	grain := day
	if r.Last != r.Day {
		grain = days
	}
	return instance{r.Interval(), grain, certaintyOf(r)}
}

func abs(n int) int { return max(n, -n) }

// openDate writes the fields without a reference: XXXX-WXX-5, XXXX-04-12.
func (s *evaluation) openDate(v *value) string {
	two := func(n int32) string { return string([]byte{'0' + byte(n/10), '0' + byte(n%10)}) }
	set := v.set & dateFields
	switch {
	case v.system != calendar.Gregorian || set&hasOccasion != 0:
		return "XXXX-XX-XX"
	case set&hasMonth != 0 && set&hasDay != 0:
		return "XXXX-" + two(v.month) + "-" + two(v.day)
	case set&hasMonth != 0:
		return "XXXX-" + two(v.month)
	case set&hasDay != 0:
		return "XXXX-XX-" + two(v.day)
	case set&hasWeekday != 0:
		return "XXXX-WXX-" + string(rune('0'+v.weekday))
	case set&hasQuarter != 0:
		return "XXXX-Q" + string(rune('0'+v.quarter))
	case set&hasHalf != 0:
		return "XXXX-H" + string(rune('0'+v.half))
	case set&hasSeason != 0:
		return "XXXX-" + seasonCode(int(v.season))
	case set&hasWeek != 0:
		return "XXXX-W" + two(v.week)
	case set&hasWeekend != 0:
		return "XXXX-WXX-WE"
	}
	return ""
}

// groundTime puts a time without a date on the day in force.
func (s *evaluation) groundTime(v *value) bool {
	if !s.options.HasReference {
		v.unresolvedDate = "XXXX-XX-XX"
		return true
	}
	ref := s.options.Reference
	v.grounded, v.grain = true, day
	v.interval = calendar.OfDay(ref.Day())
	if s.options.Prefer != PreferFuture {
		if s.story.known && s.story.grain == day && s.sentence-s.story.sentence <= 1 {
			v.interval = s.story.interval
		}
		if v.set&hasHour != 0 && v.hour == 24 {
			v.hour = 0
			v.interval = calendar.OfDay(v.interval.From.Day() + 1)
		}
		return true
	}
	if v.set&(hasHour|hasPart) != hasHour { // a part of the day without a day is of today
		return true
	}
	// an assistant means the next such time
	at := calendar.At(ref.Day(), int(v.hour), int(v.minute))
	if at <= ref && !(at == ref) {
		if v.set&halfDay != 0 && v.hour <= 12 {
			later := at + 12*calendar.Hour
			if v.hour == 12 {
				later = at
			}
			if later > ref {
				v.hour = int32(later.Hour())
				v.set &^= halfDay
				if later.Day() != ref.Day() {
					v.interval = calendar.OfDay(later.Day())
				}
				return true
			}
		}
		v.interval = calendar.OfDay(ref.Day() + 1)
	}
	if v.hour == 24 {
		v.hour = 0
		v.interval = calendar.OfDay(v.interval.From.Day() + 1)
	}
	v.set &^= halfDay
	return true
}

// largest is the coarsest unit of a duration.
func largest(d *value) unit {
	for u := units - 1; u > noUnit; u-- {
		if d.amounts[u] != 0 {
			return u
		}
	}
	return noUnit
}

// yearLength is a duration of one year.
var yearLength = &value{kind: durationKind, amounts: [units]int64{year: scale}}
