package calendar

// Interval is the time from From up to and without To.
type Interval struct{ From, To Moment }

// Seasons of the northern hemisphere, in the order of EDTF's codes 21..24.
const (
	Spring = iota + 1
	Summer
	Autumn
	Winter
)

// OfSecond is the second that begins at the moment.
func OfSecond(m Moment) Interval { return Interval{m, m + Second} }

// OfMinute is one minute of a day.
func OfMinute(day Day, hour, minute int) Interval {
	from := At(day, hour, minute)
	return Interval{from, from + Minute}
}

// OfHour is one hour of a day.
func OfHour(day Day, hour int) Interval {
	from := At(day, hour, 0)
	return Interval{from, from + Hour}
}

// OfDay is one whole day.
func OfDay(day Day) Interval { return Interval{day.Start(), (day + 1).Start()} }

// OfDays is the days from first to last, both included.
func OfDays(first, last Day) Interval { return Interval{first.Start(), (last + 1).Start()} }

// OfWeek is an ISO week, Monday to Sunday.
func OfWeek(year, week int) Interval {
	monday := WeekStart(year, week)
	return OfDays(monday, monday+6)
}

// OfWeekend is the Saturday and Sunday of an ISO week.
func OfWeekend(year, week int) Interval {
	monday := WeekStart(year, week)
	return OfDays(monday+5, monday+6)
}

// OfMonth is a Gregorian month.
func OfMonth(year, month int) Interval { return ofMonths(year, month, 1) }

// OfQuarter is the first to fourth quarter of a year.
func OfQuarter(year, quarter int) Interval { return ofMonths(year, quarter*3-2, 3) }

// OfHalf is the first or second half of a year.
func OfHalf(year, half int) Interval { return ofMonths(year, half*6-5, 6) }

// OfYear is a Gregorian year.
func OfYear(year int) Interval { return ofMonths(year, 1, 12) }

// OfSeason is a season as news writers mean it, by whole months: spring March to May, summer June to August, autumn September to
// November, winter December to the February of the next year.
func OfSeason(year, season int) Interval { return ofMonths(year, season*3, 3) }

// OfDecade is the ten years that begin with decade*10: 197 is the 1970s, as in TIMEX3.
func OfDecade(decade int) Interval { return ofMonths(decade*10, 1, 120) }

// OfCentury is the hundred years that begin with century*100: 19 is 1900 to 1999, as in TIMEX3.
func OfCentury(century int) Interval { return ofMonths(century*100, 1, 1200) }

func ofMonths(year, month, months int) Interval {
	year, month = ShiftMonth(year, month, 0)
	from := civil(year, month, 1)
	return Interval{from.Start(), from.AddMonths(months).Start()}
}

// First is the first day that the interval touches.
func (i Interval) First() Day { return i.From.Day() }

// Last is the last day that the interval touches; of an empty interval, its first.
func (i Interval) Last() Day {
	if i.Empty() {
		return i.First()
	}
	return (i.To - 1).Day()
}

// Empty reports an interval of no length.
func (i Interval) Empty() bool { return i.To <= i.From }

// Contains reports whether the moment lies in the interval.
func (i Interval) Contains(m Moment) bool { return i.From <= m && m < i.To }

// ContainsDay reports whether the whole day lies in the interval.
func (i Interval) ContainsDay(day Day) bool { return i.Covers(OfDay(day)) }

// Covers reports whether all of other lies in the interval.
func (i Interval) Covers(other Interval) bool { return i.From <= other.From && other.To <= i.To }

// Overlaps reports whether the two share any time.
func (i Interval) Overlaps(other Interval) bool { return i.From < other.To && other.From < i.To }

// Intersect is the time that both share; false and an empty interval where they share none.
func (i Interval) Intersect(other Interval) (Interval, bool) {
	shared := Interval{max(i.From, other.From), min(i.To, other.To)}
	if shared.Empty() {
		return Interval{}, false
	}
	return shared, true
}

// Union is the shortest interval that covers both.
func (i Interval) Union(other Interval) Interval {
	return Interval{min(i.From, other.From), max(i.To, other.To)}
}

// Days is the number of days that the interval touches.
func (i Interval) Days() int {
	if i.Empty() {
		return 0
	}
	return int(i.Last()-i.First()) + 1
}

// String is [from, to) in the form of Moment.
func (i Interval) String() string { return "[" + i.From.String() + ", " + i.To.String() + ")" }
