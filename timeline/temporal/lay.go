package temporal

import (
	"fmt"

	"github.com/waqai/waqai/timeline/calendar"
)

// laid is a spec on the calendar.
type laid struct {
	interval  calendar.Interval
	grain     grain
	known     bool
	value     string // TIMEX3
	endValue  string
	certainty Certainty
	system    calendar.System
	relative  bool
}

// lay resolves a spec: first its day, month or year, then the time of day. It is false for what no calendar has (31 April).
func (e *evaluator) lay(s *spec) (laid, bool) {
	l := laid{certainty: Exact, system: s.system, relative: s.relative}
	if s.certainty != "" {
		l.certainty = s.certainty
	}
	if s.has&dateFields == 0 && s.has&(hasHour|hasPart) == 0 {
		return l, false
	}
	if !e.layDate(s, &l) {
		return l, false
	}
	if s.has&(hasHour|hasPart) != 0 {
		if !e.layTime(s, &l) {
			return l, false
		}
	}
	if l.value == "" && l.known {
		l.value = valueOf(l.interval, l.grain)
	}
	if l.known && l.system != calendar.Gregorian && l.grain >= gMonth && s.value == "" && l.interval.Days() > 1 { // it has no value of its own: its days do
		l.value, l.endValue = l.interval.First().String(), l.interval.Last().String()
	}
	if s.exact.To > s.exact.From && s.has&(hasHour|hasPart) == 0 {
		l.interval = s.exact
	}
	if s.edge != "" && l.known {
		l.interval = edgeOf(l.interval, l.grain, s.edge)
	}
	if s.end != nil && l.known {
		end := *s.end
		if end.has&dateFields == 0 && l.grain <= gPart { // 3 to 5 pm: of the same day
			end.has |= hasAnchor
			end.anchor, end.anchorGrain = calendar.OfDay(l.interval.From.Day()), gDay
		}
		last, ok := e.layAfter(&end, l.interval.From)
		if !ok {
			return l, false
		}
		if last.known && last.interval.To > l.interval.From {
			l.endValue = last.value
			l.interval.To = last.interval.To
			if last.relative {
				l.relative = true
			}
		}
	}
	return l, true
}

// layAfter lays the end of a range: where it names no year, the first such time after the beginning.
func (e *evaluator) layAfter(s *spec, from calendar.Moment) (laid, bool) {
	inner := *e
	if s.has&(hasYear|hasAnchor) == 0 && e.options.HasReference {
		inner.options.Reference = from
		inner.options.Prefer = PreferFuture
	}
	return inner.lay(s)
}

// pointing is the direction of a spec: said in words, else asked for by option, else the verb's.
func (e *evaluator) pointing(s *spec) int {
	switch {
	case s.directed && s.direction != 0:
		return s.direction
	case e.options.Prefer == PreferPast:
		return -1
	case e.options.Prefer == PreferFuture:
		return 1
	}
	return e.direction
}

// layDate finds the day, week, month or year.
func (e *evaluator) layDate(s *spec, l *laid) bool {
	authority := e.options.Authority
	reference := e.options.Reference
	set := func(r calendar.Resolution, err error, g grain) bool {
		if err != nil {
			return false
		}
		l.interval, l.grain, l.known = r.Interval(), g, true
		if s.system != calendar.Gregorian && g == gDay {
			l.certainty = Certainty(r.Certainty.String())
		}
		return true
	}
	year := s.year
	hasTheYear := s.has&hasYear != 0
	if s.has&hasAnchor != 0 {
		if s.has&(hasMonth|hasDay|hasWeekday|hasSeason|hasQuarter|hasHalf) == 0 || s.anchorGrain <= gDay {
			l.interval, l.grain, l.known = s.anchor, s.anchorGrain, s.anchor.To > s.anchor.From
			l.value = s.value
			if !l.known {
				l.value = unresolved(s)
			}
			return true
		}
		if !(s.anchor.To > s.anchor.From) {
			l.value, l.grain = unresolved(s), gDay
			return true
		}
		switch { // a part of a known stretch: Monday of next week, March of last year
		case s.has&hasWeekday != 0 && s.has&hasMonth == 0:
			l.interval, l.grain, l.known = calendar.OfDay(s.anchor.First().OnOrAfter(s.weekday)), gDay, true
			return true
		case s.anchorGrain == gMonth && s.has&hasDay != 0 && s.has&hasMonth == 0:
			y, m, _ := s.anchor.First().YMD()
			r, err := s.system.Date(authority, y, m, s.day)
			return set(r, err, gDay)
		case s.anchorGrain >= gYear:
			y, _, _, ok := s.system.YMD(authority, s.anchor.First()+calendar.Day(s.anchor.Days()/2))
			if !ok {
				return false
			}
			year, hasTheYear = y, true
		default:
			l.interval, l.grain, l.known = s.anchor, s.anchorGrain, true
			return true
		}
	}
	system := s.system
	if hasTheYear && !s.systemSet && year >= 1300 && year < 1500 { // a year of another calendar
		system = calendar.Hijri
		l.system = system
	}
	switch {
	case s.has&(hasMonth|hasDay) == hasMonth|hasDay:
		if hasTheYear {
			r, err := system.Date(authority, year, s.month, s.day)
			if !set(r, err, gDay) {
				return false
			}
			l.checkWeekday(s)
			return true
		}
		return e.nearestYear(s, l, func(y int) (calendar.Resolution, error) { return system.Date(authority, y, s.month, s.day) }, gDay)
	case s.has&hasMonth != 0:
		if hasTheYear {
			r, err := system.Month(authority, year, s.month)
			return set(r, err, gMonth)
		}
		return e.nearestYear(s, l, func(y int) (calendar.Resolution, error) { return system.Month(authority, y, s.month) }, gMonth)
	case s.has&(hasQuarter|hasHalf|hasSeason) != 0:
		span := func(y int) (calendar.Resolution, error) {
			switch {
			case s.has&hasQuarter != 0:
				return system.Quarter(authority, y, s.quarter)
			case s.has&hasHalf != 0:
				return system.Half(authority, y, s.half)
			}
			i := calendar.OfSeason(y, s.season)
			return calendar.Resolution{Day: i.First(), Last: i.Last()}, nil
		}
		g := gSeason
		if s.has&hasQuarter != 0 {
			g = gQuarter
		} else if s.has&hasHalf != 0 {
			g = gHalf
		}
		if hasTheYear {
			r, err := span(year)
			return set(r, err, g)
		}
		return e.nearestYear(s, l, span, g)
	case s.has&hasWeek != 0 && hasTheYear:
		if s.week < 1 || s.week > calendar.WeeksIn(year) {
			return false
		}
		l.interval, l.grain, l.known = calendar.OfWeek(year, s.week), gWeek, true
		return true
	case s.has&hasDecade != 0:
		decade := s.decade
		if decade < 10 { // the nineties
			century := 19
			if s.has&hasCentury != 0 {
				century = s.century
			} else if decade < 3 {
				century = 20
			}
			decade += century * 10
		}
		l.interval, l.grain, l.known = calendar.OfDecade(decade), gDecade, true
		return true
	case s.has&hasCentury != 0:
		l.interval, l.grain, l.known = calendar.OfCentury(s.century), gCentury, true
		return true
	case hasTheYear:
		r, err := system.Year(authority, year)
		return set(r, err, gYear)
	case s.has&hasDay != 0: // the 15th
		l.relative = true
		if !e.options.HasReference {
			l.value, l.grain = fmt.Sprintf("XXXX-XX-%02d", s.day), gDay
			return true
		}
		return e.dayOfMonth(s, l)
	case s.has&hasWeekday != 0:
		l.relative, l.grain = true, gDay
		if !e.options.HasReference {
			l.value = fmt.Sprintf("XXXX-WXX-%d", s.weekday)
			return true
		}
		l.interval, l.known = calendar.OfDay(e.weekdayNear(s, reference.Day())), true
		return true
	}
	// a time of day alone: of the story's day, else of publication
	l.relative, l.grain = true, gDay
	switch {
	case e.hasStory && e.story.Days() == 1:
		l.interval, l.known = calendar.OfDay(e.story.From.Day()), true
	case e.options.HasReference:
		l.interval, l.known = calendar.OfDay(reference.Day()), true
	}
	return true
}

// weekdayNear is the day of a bare or directed weekday. "Last Tuesday" said on a Tuesday is a week before; a bare one is that day.
func (e *evaluator) weekdayNear(s *spec, day calendar.Day) calendar.Day {
	if s.directed {
		switch {
		case s.direction < 0:
			return (day - 1).OnOrBefore(s.weekday)
		case s.direction > 0:
			if s.direction == 2 { // next, said of the week behind this one
				return (day + 7 - calendar.Day(day.Weekday()-1)).OnOrAfter(s.weekday)
			}
			return (day + 1).OnOrAfter(s.weekday)
		}
		if e.options.Prefer == PreferFuture {
			return (day + 1).OnOrAfter(s.weekday)
		}
		return (day - calendar.Day(day.Weekday()-1)).OnOrAfter(s.weekday)
	}
	switch e.pointing(s) {
	case 1:
		if e.options.Prefer == PreferFuture { // an assistant's reading
			return (day + 1).OnOrAfter(s.weekday)
		}
		if past := day.OnOrBefore(s.weekday); e.weak && day-past <= 1 { // a present tense tells of yesterday too
			return past
		}
		return day.OnOrAfter(s.weekday)
	}
	return day.OnOrBefore(s.weekday)
}

// nearestYear chooses the year of a date that names none.
func (e *evaluator) nearestYear(s *spec, l *laid, in func(int) (calendar.Resolution, error), g grain) bool {
	l.relative = l.relative || s.directed
	l.grain = g
	if !e.options.HasReference {
		l.value = unresolved(s)
		return true
	}
	day := e.options.Reference.Day()
	year, _, _, ok := s.system.YMD(e.options.Authority, day)
	if !ok {
		return false
	}
	if s.system == calendar.Gregorian && s.has&hasSeason != 0 && day.Weekday() >= 0 {
		_, month, _ := day.YMD()
		if month <= 2 && s.season == 4 {
			year--
		}
	}
	best, found := calendar.Resolution{}, false
	bestCost := 0
	for y := year - 2; y <= year+2; y++ {
		r, err := in(y)
		if err != nil {
			continue
		}
		cost, possible := e.yearCost(s, r, day, g, y-year)
		if possible && (!found || cost < bestCost) {
			best, bestCost, found = r, cost, true
		}
	}
	if !found {
		return false
	}
	l.interval, l.known = best.Interval(), true
	if s.system != calendar.Gregorian && g == gDay {
		l.certainty = Certainty(best.Certainty.String())
	}
	l.checkWeekday(s)
	return true
}

// yearCost is how far a candidate lies from publication; candidates on the wrong side of a direction are impossible where it is said in words, and
// far where only the verb's tense says it.
func (e *evaluator) yearCost(s *spec, r calendar.Resolution, day calendar.Day, g grain, years int) (int, bool) {
	away := 0
	switch {
	case r.Last < day:
		away = int(r.Last - day)
	case r.Day > day:
		away = int(r.Day - day)
	}
	if s.has&hasWeekday != 0 && g == gDay && r.Day.Weekday() != s.weekday {
		away *= 4 // a weekday beside the date speaks for the year in which both agree
	}
	distance := max(away, -away)
	if s.directed {
		switch s.direction {
		case -1:
			return distance, away < 0 || r.Day <= day && g < gMonth && r.Day < day
		case 1, 2:
			return distance, away > 0
		}
		return distance, years == 0 || away == 0 && g == gSeason
	}
	if e.options.Prefer == PreferPast {
		return distance, away <= 0
	}
	if e.options.Prefer == PreferFuture {
		return distance, away >= 0
	}
	if away != 0 && (e.direction > 0) != (away > 0) && e.direction != 0 {
		distance = distance*2 + 20
		if g >= gMonth {
			distance += 60
		}
	} else if away > 0 && e.direction == 0 {
		distance += distance / 2
	}
	return distance, true
}

// dayOfMonth is "the 15th": of this month, or the one before or after that the direction asks for.
func (e *evaluator) dayOfMonth(s *spec, l *laid) bool {
	day := e.options.Reference.Day()
	year, month, today, ok := s.system.YMD(e.options.Authority, day)
	if !ok {
		return false
	}
	try := func(shift int) bool {
		y, m := calendar.ShiftMonth(year, month, shift)
		r, err := s.system.Date(e.options.Authority, y, m, s.day)
		if err != nil || s.has&hasWeekday != 0 && r.Day.Weekday() != s.weekday {
			return false
		}
		l.interval, l.grain, l.known = r.Interval(), gDay, true
		return true
	}
	order := []int{0, 1, -1, 2}
	switch direction := e.pointing(s); {
	case direction < 0 && s.day > today:
		order = []int{-1, -2, 0}
	case direction > 0 && s.day < today:
		order = []int{1, 2, 0}
	}
	for _, shift := range order {
		if try(shift) {
			return true
		}
	}
	return false
}

// checkWeekday notes a weekday that contradicts its date.
func (l *laid) checkWeekday(s *spec) {
	if s.has&hasWeekday != 0 && l.known && l.grain == gDay && l.interval.First().Weekday() != s.weekday {
		s.conflict = fmt.Sprintf("%s is weekday %d, not %d", l.interval.First(), l.interval.First().Weekday(), s.weekday)
	}
}

// parts of the day: TIMEX3 code → hours.
var partHours = map[string][2]int{"MO": {4, 12}, "MD": {12, 13}, "AF": {12, 19}, "EV": {18, 24}, "NI": {18, 24}, "DT": {6, 18}, "DA": {4, 8}}

// layTime puts the time of day on the day that was found.
func (e *evaluator) layTime(s *spec, l *laid) bool {
	if !l.known {
		l.value = timeValue(s, l.value)
		l.grain = gHour
		return true
	}
	if l.grain > gDay {
		if s.has&hasPart != 0 && s.has&hasHour == 0 {
			return true // summer nights: the stretch stays
		}
		return false
	}
	day := l.interval.From.Day()
	if s.has&hasHour == 0 {
		hours, known := partHours[s.part]
		if !known {
			return false
		}
		code := s.part
		if code == "DA" {
			code = "MO"
		}
		l.interval = calendar.Interval{From: calendar.At(day, hours[0], 0), To: calendar.At(day, hours[1], 0)}
		l.grain = gPart
		l.value = day.String() + "T" + code
		return true
	}
	hour, ok := e.hourOfDay(s)
	if !ok {
		return false
	}
	if hour == 24 {
		hour, day = 0, day+1
	}
	l.value = fmt.Sprintf("%sT%02d:%02d", day, hour, s.minute)
	switch {
	case s.has&hasSecond != 0:
		at := calendar.At(day, hour, s.minute) + calendar.Moment(s.second)
		l.interval, l.grain = calendar.OfSecond(at), gMinute
		l.value += fmt.Sprintf(":%02d", s.second)
	case s.has&hasMinute != 0 || s.zoned && !e.options.HasReference:
		l.interval, l.grain = calendar.OfMinute(day, hour, s.minute), gMinute
	default:
		l.interval, l.grain = calendar.OfHour(day, hour), gHour
	}
	return true
}

// hourOfDay makes a clock hour an hour of the day, with what is said of morning or evening.
func (e *evaluator) hourOfDay(s *spec) (int, bool) {
	h, m := s.hour, s.minute
	if s.has&hasMinute != 0 && m < 0 { // a quarter to
		h, m = h-1, m+60
		s.minute = m
		if h < 0 {
			h = 23
		}
		if h == 0 && s.meridiem != 0 {
			h = 12
		}
	}
	if h < 0 || h > 24 || m > 59 || s.second > 59 {
		return 0, false
	}
	switch {
	case s.meridiem == 1:
		if h == 12 {
			h = 0
		}
		return h, h <= 12
	case s.meridiem == 2:
		if h < 12 {
			h += 12
		}
		return h, true
	case s.has&hasPart != 0 && h <= 12:
		switch s.part {
		case "MO", "DA":
			if h == 12 && m == 0 || h < 12 {
				return h, true
			}
		case "AF", "EV":
			if h < 12 {
				return h + 12, true
			}
			return h, true
		case "MD":
			if h >= 1 && h <= 4 {
				return h + 12, true
			}
		case "NI":
			switch {
			case h == 12:
				return 0, true
			case h >= 6:
				return h + 12, true
			}
		}
		return h, true
	}
	// a bare clock hour 1..11: assistants read the next such hour
	if e.options.Prefer == PreferFuture && e.options.HasReference && h >= 1 && h < 12 && s.has&hasMinute == 0 {
		if now := e.options.Reference; h <= now.Hour() || h == now.Hour()+0 {
			if h+12 > now.Hour() {
				return h + 12, true
			}
		}
	}
	return h, true
}

// edgeOf is the beginning, middle or end of a stretch, as assistants read it: thirds of a month, quarters of a year.
func edgeOf(i calendar.Interval, g grain, edge string) calendar.Interval {
	days := calendar.Moment(i.Days()) * calendar.FullDay
	switch g {
	case gMonth:
		switch edge {
		case "START":
			return calendar.Interval{From: i.From, To: i.From + 10*calendar.FullDay}
		case "MID":
			return calendar.Interval{From: i.From + 10*calendar.FullDay, To: i.From + 20*calendar.FullDay}
		case "END":
			return calendar.Interval{From: i.From + 20*calendar.FullDay, To: i.To}
		}
	case gYear:
		switch edge {
		case "START":
			return calendar.Interval{From: i.From, To: i.From.AddMonths(3)}
		case "MID":
			return calendar.Interval{From: i.From.AddMonths(5), To: i.From.AddMonths(8)}
		case "END":
			return calendar.Interval{From: i.From.AddMonths(9), To: i.To}
		}
	case gWeek, gDecade, gCentury, gQuarter, gSeason, gHalf:
		third := days / 3
		switch edge {
		case "START":
			return calendar.Interval{From: i.From, To: i.From + third}
		case "MID":
			return calendar.Interval{From: i.From + third, To: i.To - third}
		case "END":
			return calendar.Interval{From: i.To - third, To: i.To}
		}
	}
	return i
}
