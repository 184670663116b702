package temporal

import (
	"math"

	"github.com/waqai/waqai/timeline/calendar"
)

// evaluator gives an edge its meaning.
type evaluator struct {
	*chart
	options   Options
	story     calendar.Interval // the last date of the text, for "the day after"
	hasStory  bool
	direction int  // where the tense of the verb points
	weak      bool // that verb is in the present
	depth     int
	at        *edge // whose operations run
}

// operations gives what value lines may say. Each gets its arguments and changes the spec; false means that the expression makes no sense.
//
//	day(x) month(x) year(x) weekday(x) hour(x) minute(x) second(x)   set a field to a slot's number
//	merge(x)         all that slot x says
//	part(x)          part of the day, of the word's value or one of MO MD AF EV NI
//	meridiem(am|pm)  half of the day
//	rel(n,x)         x (a unit, weekday, month or date) of this (0), the last (-1), the next (1) one; n may be a slot
//	shift(n,u,sign[,x])  n units from publication, from the story's date (x = story) or from the date of slot x
//	this(u)          the unit that publication lies in
//	same(u)          the unit that the story's date lies in
//	duration(n,u)    adds n units
//	every(n,u)       a set
//	range(x,y)       from x to y inclusive
//	nth(n,u,x)       the n-th unit or weekday in x; -1 is the last
//	season(x) quarter(n) half(n) decade(n) century(n) week(n)
//	edge(START|MID|END)  beginning, middle or end of it
//	mod(WORD) vague(WORD) occasion(x) times(a,b) zone(minutes)
func operations() map[string]func(*evaluator, *spec, []argument) bool {
	return map[string]func(*evaluator, *spec, []argument) bool{
		"times": nil,
		"day":   setNumber(hasDay, func(s *spec, n int) { s.day = n }), "month": opMonth,
		"year":    setNumber(hasYear, func(s *spec, n int) { s.year = n }),
		"year2":   opYear2,
		"weekday": setNumber(hasWeekday, func(s *spec, n int) { s.weekday = n }),
		"hour":    setNumber(hasHour, func(s *spec, n int) { s.hour = n }), "minute": setNumber(hasMinute, func(s *spec, n int) { s.minute = n }),
		"second": setNumber(hasSecond, func(s *spec, n int) { s.second = n }), "season": setNumber(hasSeason, func(s *spec, n int) { s.season = n }),
		"quarter": setNumber(hasQuarter, func(s *spec, n int) { s.quarter = n }), "half": setNumber(hasHalf, func(s *spec, n int) { s.half = n }),
		"decade": setNumber(hasDecade, func(s *spec, n int) { s.decade = n }), "century": setNumber(hasCentury, func(s *spec, n int) { s.century = n }),
		"week": setNumber(hasWeek, func(s *spec, n int) { s.week = n }), "ymd": opYMD,
		"merge": opMerge, "part": opPart, "meridiem": opMeridiem, "rel": opRelative, "shift": opShift, "this": opThis, "same": opSame, "duration": opDuration,
		"every": opEvery, "range": opRange, "nth": opNth, "edge": opEdge, "mod": opMod, "vague": opVague, "occasion": opOccasion, "zone": opZone,
		"to": opTo, "agree": opAgree, "basis": opBasis, "eve": opEve, "shift-count": opShiftCount, "shift-story": opShiftStory, "shift-from": opShiftFrom,
		"minus": opMinus, "direct": opDirect, "in-year": opInYear, "decade-of": opDecadeOf, "century-nth": opCenturyNth,
	}
}

// child is the edge of a slot.
func (e *evaluator) child(a argument, at *edge) *edge {
	if a.slot < 0 {
		return nil
	}
	for i, slot := range at.slots {
		if int(slot) == a.slot {
			return &e.edges[e.children[at.first+int32(i)]]
		}
	}
	return nil
}

// eval gives the meaning of an edge.
func (e *evaluator) eval(at *edge) (spec, bool) {
	var s spec
	if at.rule < 0 {
		return s, e.evalWord(&s, at)
	}
	if e.depth++; e.depth > 30 {
		return s, false
	}
	defer func() { e.depth-- }()
	r := &e.rules[at.rule]
	arguments := make([]argument, 0, 4)
	for _, op := range r.ops {
		if op.run == nil {
			return s, true // a number
		}
		arguments = arguments[:0]
		missing := false
		for _, a := range op.args {
			if a.slot >= 0 {
				if e.child(a, at) == nil {
					missing = true
				}
			}
			arguments = append(arguments, a)
		}
		if missing && len(op.args) > 0 && op.args[0].slot >= 0 && e.child(op.args[0], at) == nil {
			continue // an optional part that is absent
		}
		e.at = at
		if !op.run(e, &s, arguments) {
			return s, false
		}
	}
	return s, true
}

// evalWord is the meaning of a table row or of digits by themselves.
func (e *evaluator) evalWord(s *spec, at *edge) bool {
	if at.word < 0 {
		return true
	}
	w := &e.lexicon.words[at.word]
	switch e.lexicon.names[w.category] {
	case "month":
		s.month, s.has, s.system, s.systemSet = int(w.value), hasMonth, w.system, w.system != calendar.Gregorian
	case "weekday", "bare-weekday", "short-weekday":
		s.weekday, s.has = int(w.value), hasWeekday
	case "part":
		s.part, s.has = w.text, hasPart
	case "season":
		s.season, s.has = int(w.value), hasSeason
	}
	return true
}

// number is what an argument counts.
func (e *evaluator) number(a argument) (float64, bool) {
	if a.slot < 0 {
		return a.number, true
	}
	child := e.child(a, e.at)
	if child == nil {
		return 0, false
	}
	return child.number, true
}

// written is the value cell of a slot's word, or the argument itself.
func (e *evaluator) written(a argument) string {
	if child := e.child(a, e.at); child != nil {
		if child.word >= 0 {
			return e.lexicon.words[child.word].text
		}
		if child.rule >= 0 && child.count > 0 { // a rule that stands for one of its words
			for i := range child.count {
				if inner := &e.edges[e.children[child.first+i]]; inner.word >= 0 {
					return e.lexicon.words[inner.word].text
				}
			}
		}
		return ""
	}
	return a.word
}

func (e *evaluator) sub(a argument) (spec, bool) {
	child := e.child(a, e.at)
	if child == nil {
		return spec{}, false
	}
	at := e.at
	s, ok := e.eval(child)
	e.at = at
	return s, ok
}

func setNumber(f fields, set func(*spec, int)) func(*evaluator, *spec, []argument) bool {
	return func(e *evaluator, s *spec, a []argument) bool {
		n, ok := e.number(a[0])
		if !ok {
			return false
		}
		set(s, int(n))
		s.has |= f
		return true
	}
}

func opMonth(e *evaluator, s *spec, a []argument) bool {
	n, ok := e.number(a[0])
	if !ok || n < 1 || n > 12 {
		return false
	}
	s.month = int(n)
	s.has |= hasMonth
	if child := e.child(a[0], e.at); child != nil && child.word >= 0 {
		if system := e.lexicon.words[child.word].system; system != calendar.Gregorian {
			s.system, s.systemSet = system, true
		}
	}
	return true
}

func opYear2(e *evaluator, s *spec, a []argument) bool {
	n, _ := e.number(a[0])
	s.year = 2000 + int(n)
	if n >= 50 {
		s.year = 1900 + int(n)
	}
	s.has |= hasYear
	return true
}

func opYMD(e *evaluator, s *spec, a []argument) bool {
	n, _ := e.number(a[0])
	s.year, s.month, s.day = int(n)/10000, int(n)/100%100, int(n)%100
	s.has |= hasYear | hasMonth | hasDay
	return s.year >= 1900 && s.year < 2200 && s.month >= 1 && s.month <= 12 && s.day >= 1 && s.day <= 31
}

func opMerge(e *evaluator, s *spec, a []argument) bool {
	other, ok := e.sub(a[0])
	if ok {
		s.overlay(&other)
	}
	return ok
}

func opPart(e *evaluator, s *spec, a []argument) bool {
	s.part = e.written(a[0])
	s.has |= hasPart
	return s.part != ""
}

func opMeridiem(e *evaluator, s *spec, a []argument) bool {
	switch e.written(a[0]) {
	case "am":
		s.meridiem = 1
	case "pm":
		s.meridiem = 2
	}
	return true
}

func opBasis(_ *evaluator, s *spec, a []argument) bool { s.basis = Basis(a[0].word); return true }

// opRelative: this, last or next of a unit, weekday, month, season or date.
func opRelative(e *evaluator, s *spec, a []argument) bool {
	n, ok := e.number(a[0])
	if !ok {
		return false
	}
	child := e.child(a[1], e.at)
	unit, isUnit := units[e.written(a[1])]
	s.relative = true
	if isUnit && (child == nil || child.rule < 0 || e.lexicon.names[child.category] == "unit") {
		if unit == gSeason {
			return false
		}
		if !e.options.HasReference {
			s.value, s.anchorGrain = "", unit
			s.has |= hasAnchor
			return true
		}
		s.anchor = shiftUnit(e.options.Reference, unit, int(n))
		s.anchorGrain = unit
		s.has |= hasAnchor
		return true
	}
	other, ok := e.sub(a[1])
	if !ok {
		return false
	}
	s.overlay(&other)
	s.direction, s.directed = int(n), true
	return true
}

// shiftUnit is the whole unit n units from a moment.
func shiftUnit(m calendar.Moment, unit grain, n int) calendar.Interval {
	if unit == gWeekend {
		week := around(m, gWeek)
		week = shiftInterval(week, gWeek, n)
		return calendar.Interval{From: week.From + 5*calendar.FullDay, To: week.To}
	}
	if unit == gSeason {
		return shiftInterval(around(m, gSeason), gSeason, n)
	}
	return around(shiftInterval(around(m, unit), unit, n).From, unit)
}

// opShift: so many units before or after publication, the story's date, or another date.
func opShift(e *evaluator, s *spec, a []argument) bool {
	n, ok := e.number(a[0])
	if !ok {
		return false
	}
	unit, isUnit := units[e.written(a[1])]
	if !isUnit {
		return false
	}
	sign, _ := e.number(a[2])
	whole, rest := math.Modf(n * sign)
	s.relative = true
	base := calendar.Interval{From: e.options.Reference, To: e.options.Reference}
	known := e.options.HasReference
	baseGrain := gSecond
	switch {
	case len(a) > 3 && a[3].slot < 0 && a[3].word == "story":
		s.story = true
		if e.hasStory {
			base, known = e.story, true
			baseGrain = gDay
		}
	case len(a) > 3:
		other, ok := e.sub(a[3])
		if !ok {
			return false
		}
		laid, ok := e.lay(&other)
		if !ok || !laid.known {
			return false
		}
		base, known, baseGrain = laid.interval, true, laid.grain
		s.relative = other.relative
	}
	s.has |= hasAnchor
	if !known {
		s.anchorGrain = unit
		return true
	}
	switch unit {
	case gSecond, gMinute, gHour:
		at := base.From
		if unit == gHour {
			at += calendar.Moment(rest * 3600)
		}
		if unit == gMinute {
			at += calendar.Moment(rest * 60)
		}
		at = shiftInterval(calendar.Interval{From: at, To: at}, unit, int(whole)).From
		s.anchor, s.anchorGrain = around(at, gMinute), gMinute
		if unit == gHour && e.options.Reference.Minute() == 0 && base.From.Minute() == 0 && rest == 0 && baseGrain >= gDay {
			s.anchor, s.anchorGrain = around(at, gHour), gHour
		}
		return true
	}
	at := base.From
	if baseGrain == gDay || baseGrain == gPart {
		at = base.From.Day().Start()
	}
	if rest != 0 {
		switch unit { // half a year is six months, half a week three days
		case gYear:
			at = shiftInterval(calendar.Interval{From: at, To: at}, gMonth, int(rest*12)).From
		case gWeek:
			at += calendar.Moment(math.Trunc(rest*7)) * calendar.FullDay
		case gDay:
			at += calendar.Moment(rest*24) * calendar.Hour
		case gMonth:
			at += calendar.Moment(rest*30) * calendar.FullDay
		}
	}
	at = shiftInterval(calendar.Interval{From: at, To: at}, unit, int(whole)).From
	if s.story && unit >= gMonth { // a month before it: that month
		s.anchor, s.anchorGrain = around(at, unit), unit
		return true
	}
	if baseGrain > unit && baseGrain >= gMonth { // two years before 2014: the same fineness
		s.anchor, s.anchorGrain = around(at, baseGrain), baseGrain
		return true
	}
	s.anchor, s.anchorGrain = around(at, unit), unit
	// the interval is finer than the value: three weeks ago is a day of that week
	switch {
	case unit == gWeek:
		s.exact = around(at, gDay)
	case unit == gMonth:
		s.exact = around(at, gDay)
	case unit == gYear && baseGrain < gDay:
		s.exact = around(at, gMonth)
	}
	if baseGrain >= gDay && baseGrain <= gDay && unit >= gWeek { // two weeks before 3 May is a day
		s.anchor, s.anchorGrain, s.exact = around(at, gDay), gDay, calendar.Interval{}
	}
	return true
}

// shiftAmounts moves a base by the amounts of a duration.
func (e *evaluator) shiftAmounts(s *spec, a []argument, base argument) bool {
	count, ok := e.sub(a[0])
	if !ok || count.count == 0 || count.amounts[0].number < 0 {
		return false
	}
	sign, _ := e.number(a[1])
	first := count.amounts[0]
	if count.count > 1 { // several units: lay them one after another
		s.has |= hasAnchor
		s.relative = true
		if !e.options.HasReference {
			s.anchorGrain = first.unit
			return true
		}
		at := calendar.Interval{From: e.options.Reference, To: e.options.Reference}
		finest := first.unit
		for _, one := range count.amounts[:count.count] {
			at = shiftInterval(at, one.unit, int(one.number*sign))
			finest = min(finest, one.unit)
		}
		s.anchor, s.anchorGrain = around(at.From, finest), finest
		return true
	}
	name := ""
	for n, g := range units {
		if g == first.unit {
			name = n
		}
	}
	shift := []argument{{slot: -1, number: first.number}, {slot: -1, word: name}, {slot: -1, number: sign}}
	if base.slot >= 0 || base.word != "" {
		shift = append(shift, base)
	}
	return opShift(e, s, shift)
}

func opShiftCount(e *evaluator, s *spec, a []argument) bool {
	return e.shiftAmounts(s, a, argument{slot: -1})
}

func opShiftStory(e *evaluator, s *spec, a []argument) bool {
	return e.shiftAmounts(s, a, argument{slot: -1, word: "story"})
}

func opShiftFrom(e *evaluator, s *spec, a []argument) bool { return e.shiftAmounts(s, a, a[2]) }

// opMinus takes a fraction of an hour, or minutes, off the hour.
func opMinus(e *evaluator, s *spec, a []argument) bool {
	n, ok := e.number(a[0])
	if n < 1 {
		n *= 60
	}
	s.minute = -int(math.Round(n))
	s.has |= hasMinute
	return ok
}

// opDecadeOf takes the decade that a year begins: 1980s, 80s.
func opDecadeOf(e *evaluator, s *spec, a []argument) bool {
	n, ok := e.number(a[0])
	if int(n)%10 != 0 {
		return false
	}
	if n < 100 {
		n += 1900
	}
	s.decade = int(n) / 10
	s.has |= hasDecade
	return ok
}

// opCenturyNth takes the n-th century: the 20th is 19.
func opCenturyNth(e *evaluator, s *spec, a []argument) bool {
	n, ok := e.number(a[0])
	s.century = int(n) - 1
	s.has |= hasCentury
	return ok
}

// opDirect says last (-1), this (0) or next (1) of what follows.
func opDirect(e *evaluator, s *spec, a []argument) bool {
	n, ok := e.number(a[0])
	s.direction, s.directed = int(n), true
	return ok
}

// opInYear takes the year that a slot's stretch lies in.
func opInYear(e *evaluator, s *spec, a []argument) bool {
	other, ok := e.sub(a[0])
	if !ok || other.anchorGrain != gYear || other.anchor.To <= other.anchor.From {
		return false
	}
	s.year = other.anchor.First().Year()
	s.has |= hasYear
	s.relative = true
	return true
}

// opThis: the unit that publication lies in; day is today.
func opThis(e *evaluator, s *spec, a []argument) bool {
	unit, known := units[e.written(a[0])]
	if !known {
		return false
	}
	s.has |= hasAnchor
	s.anchorGrain, s.relative = unit, true
	if e.options.HasReference {
		s.anchor = shiftUnit(e.options.Reference, unit, 0)
	}
	return true
}

// opSame: the unit that the story's last date lies in.
func opSame(e *evaluator, s *spec, a []argument) bool {
	unit, known := units[e.written(a[0])]
	if !known {
		return false
	}
	s.has |= hasAnchor
	s.anchorGrain, s.relative, s.story = unit, true, true
	switch {
	case e.hasStory:
		s.anchor = around(e.story.From, unit)
	case e.options.HasReference:
		s.anchor = shiftUnit(e.options.Reference, unit, 0)
	}
	return true
}

func opDuration(e *evaluator, s *spec, a []argument) bool {
	n, ok := e.number(a[0])
	if !ok {
		return false
	}
	unit, known := units[e.written(a[1])]
	if !known {
		return false
	}
	s.kind = Duration
	s.add(amount{n, unit})
	return true
}

func opEvery(e *evaluator, s *spec, a []argument) bool {
	s.kind = Set
	n, ok := e.number(a[0])
	if !ok {
		return false
	}
	if len(a) > 1 {
		if unit, known := units[e.written(a[1])]; known {
			s.set = durationValue([]amount{{n, unit}})
			return true
		}
		other, ok := e.sub(a[1])
		if !ok {
			return false
		}
		s.overlay(&other)
		s.kind = Set
		s.set = setValue(&other)
		return s.set != ""
	}
	return false
}

// opRange: from x to y.
func opRange(e *evaluator, s *spec, a []argument) bool {
	first, ok := e.sub(a[0])
	if !ok {
		return false
	}
	last, ok := e.sub(a[1])
	if !ok {
		return false
	}
	// what the end says of the day holds for the beginning too, and the other way round: "from 3 to 5 May", "Sunday 3 to 5 pm"
	if first.has&(hasMonth|hasWeekday|hasAnchor|hasYear) == 0 && last.has&(hasMonth|hasYear) != 0 {
		first.month, first.has = last.month, first.has|last.has&hasMonth
		first.system, first.systemSet = last.system, last.systemSet
	}
	if first.has&hasMonth != 0 && last.has&(hasMonth|hasDay) == hasDay {
		last.month, last.has = first.month, last.has|hasMonth
	}
	if first.has&hasYear == 0 && last.has&hasYear != 0 && first.has&hasAnchor == 0 {
		first.year, first.has = last.year, first.has|hasYear
		if first.has&hasMonth != 0 && last.has&hasMonth != 0 && first.month > last.month {
			first.year--
		}
	}
	if first.meridiem == 0 && first.has&hasHour != 0 && last.meridiem != 0 && first.hour <= last.hour {
		first.meridiem = last.meridiem
	}
	if first.has&hasHour != 0 && first.has&hasPart == 0 && first.meridiem == 0 && last.has&hasPart != 0 {
		first.part, first.has = last.part, first.has|hasPart
	}
	if last.has&dateFields == 0 && first.has&dateFields != 0 {
		overlaid := first
		overlaid.has &= dateFields
		inherited := last
		last = overlaid
		last.part, last.meridiem = "", 0
		last.overlay(&inherited)
	}
	if first.has&dateFields == 0 && last.has&dateFields != 0 {
		overlaid := last
		overlaid.has &= dateFields
		inherited := first
		first = overlaid
		first.part, first.meridiem = "", 0
		first.overlay(&inherited)
	}
	s.overlay(&first)
	s.end = &last
	return true
}

// opTo: a second end for what the spec says already.
func opTo(e *evaluator, s *spec, a []argument) bool {
	n, ok := e.number(a[0])
	if !ok {
		return false
	}
	end := *s
	end.end = nil
	switch {
	case s.has&hasDay != 0:
		end.day = int(n)
		if n < float64(s.day) {
			return false
		}
	case s.has&hasYear != 0:
		end.year = int(n)
	default:
		return false
	}
	s.end = &end
	return true
}

// opNth: the n-th unit, weekday or day-of-month in a stretch.
func opNth(e *evaluator, s *spec, a []argument) bool {
	n, ok := e.number(a[0])
	if !ok || n == 0 {
		return false
	}
	inside, ok := e.sub(a[2])
	if !ok {
		return false
	}
	laid, ok := e.lay(&inside)
	if !ok || !laid.known {
		return false
	}
	s.has |= hasAnchor
	s.relative = inside.relative
	s.certainty, s.system, s.systemSet = inside.certainty, inside.system, inside.systemSet
	period := laid.interval
	if unit, isUnit := units[e.written(a[1])]; isUnit {
		s.anchorGrain = unit
		return s.nthUnit(period, unit, int(n))
	}
	other, ok := e.sub(a[1])
	if !ok || other.has&hasWeekday == 0 {
		return false
	}
	s.anchorGrain = gDay
	if n > 0 {
		day := period.First().OnOrAfter(other.weekday) + calendar.Day(7*(int(n)-1))
		s.anchor = calendar.OfDay(day)
		return period.ContainsDay(day)
	}
	day := period.Last().OnOrBefore(other.weekday) + calendar.Day(7*(int(n)+1))
	s.anchor = calendar.OfDay(day)
	return period.ContainsDay(day)
}

func (s *spec) nthUnit(period calendar.Interval, unit grain, n int) bool {
	if n > 0 {
		at := around(period.From, unit)
		if unit == gWeek && at.From < period.From && period.From-at.From > 3*calendar.FullDay {
			at = shiftInterval(at, unit, 1) // the first week is the one with most of its days inside
		}
		s.anchor = shiftInterval(at, unit, n-1)
	} else {
		at := around(period.To-1, unit)
		if unit == gWeek && at.To > period.To {
			at = shiftInterval(at, unit, -1)
		}
		s.anchor = shiftInterval(at, unit, n+1)
	}
	return s.anchor.Overlaps(period)
}

func opEdge(e *evaluator, s *spec, a []argument) bool {
	s.edge = e.written(a[0])
	s.mod = s.edge
	return true
}

func opMod(e *evaluator, s *spec, a []argument) bool {
	s.mod = e.written(a[0])
	return true
}

func opVague(e *evaluator, s *spec, a []argument) bool {
	s.vague = e.written(a[0])
	return true
}

func opZone(e *evaluator, s *spec, a []argument) bool {
	n, ok := e.number(a[0])
	s.offset, s.zoned = int(n), ok
	return ok
}

// opEve: the day before.
func opEve(e *evaluator, s *spec, a []argument) bool {
	other, ok := e.sub(a[0])
	if !ok {
		return false
	}
	laid, ok := e.lay(&other)
	if !ok || !laid.known {
		return false
	}
	s.relative, s.certainty = other.relative, other.certainty
	s.has |= hasAnchor
	s.anchor, s.anchorGrain = calendar.OfDay(laid.interval.First()-1), gDay
	return true
}

// opOccasion: a named feast, in the year that the expression names or else the one that its direction asks for.
func opOccasion(e *evaluator, s *spec, a []argument) bool {
	child := e.child(a[0], e.at)
	if child == nil || child.word < 0 {
		return false
	}
	w := &e.lexicon.words[child.word]
	s.occasion, s.basis = w.text, BasisOccasion
	rule := w.rule
	s.has &^= hasAnchor
	var chosen calendar.Resolution
	found := false
	direction := e.pointing(s)
	switch {
	case s.has&hasYear != 0:
		var all []calendar.Resolution
		if s.year < 1700 {
			all = rule.InSystemYear(rule.System(), s.year, e.options.Authority)
		} else {
			all = rule.In(s.year, e.options.Authority)
		}
		if found = len(all) > 0; found {
			chosen = all[0]
		}
		s.has &^= hasYear
	case !e.options.HasReference:
	default:
		day := e.options.Reference.Day()
		if !s.directed && e.options.Prefer == PreferAuto { // a feast is mostly spoken of when it is near, whatever the verb
			direction = 0
		}
		switch direction {
		case -1:
			if s.directed {
				day--
			}
			chosen, found = rule.Prev(day, e.options.Authority)
		case 1:
			if s.directed {
				day++
			}
			chosen, found = rule.Next(day, e.options.Authority)
		default:
			chosen, found = rule.Nearest(day, e.options.Authority)
		}
		s.relative = true
	}
	s.system, s.systemSet = rule.System(), true
	if !found {
		s.vague = "XXXX"
		return !e.options.HasReference
	}
	s.has |= hasAnchor
	s.anchorGrain = gDay
	s.anchor = chosen.Interval()
	s.certainty = Certainty(chosen.Certainty.String())
	if chosen.Last > chosen.Day {
		end := spec{has: hasAnchor, anchor: calendar.OfDay(chosen.Last), anchorGrain: gDay}
		s.anchor = calendar.OfDay(chosen.Day)
		s.end = &end
	}
	return true
}

// opAgree: two dates of one day in two calendars; the second is checked against what the spec says.
func opAgree(e *evaluator, s *spec, a []argument) bool {
	other, ok := e.sub(a[0])
	if !ok {
		return false
	}
	mine, fine := e.lay(s)
	theirs, good := e.lay(&other)
	if fine && good && mine.known && theirs.known && mine.grain == gDay && theirs.grain == gDay {
		if away := mine.interval.First() - theirs.interval.First(); away > 1 || away < -1 {
			s.conflict = mine.interval.First().String() + " and " + theirs.interval.First().String()
		}
	}
	return true
}
