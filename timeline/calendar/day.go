package calendar

import "fmt"

// Day counts days since 1970-01-01 in the proleptic Gregorian calendar; negative before it.
type Day int32

// Years that dates are accepted in: what ISO 8601 writes in four digits, with a sign before the year 0 (1 BC).
const (
	FirstYear = -9999
	LastYear  = 9999
)

// Weekdays as in ISO 8601.
const (
	Monday = iota + 1
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
	Sunday
)

// Date is the day of a Gregorian date; an error tells a day that does not exist.
func Date(year, month, day int) (Day, error) {
	if year < FirstYear || year > LastYear {
		return 0, fmt.Errorf("year %d is outside %d..%d", year, FirstYear, LastYear)
	}
	if month < 1 || month > 12 {
		return 0, fmt.Errorf("no month %d; months are 1..12", month)
	}
	if day < 1 || day > DaysIn(year, month) {
		return 0, fmt.Errorf("no day %d in %s; it has %d days", day, monthString(year, month), DaysIn(year, month))
	}
	return civil(year, month, day), nil
}

// MustDate is Date for dates known to exist; it panics on others.
func MustDate(year, month, day int) Day {
	d, err := Date(year, month, day)
	if err != nil {
		panic("calendar: " + err.Error())
	}
	return d
}

// civil counts days from years that begin in March, so that the leap day is the last of its year.
func civil(year, month, day int) Day {
	if month <= 2 {
		year--
		month += 12
	}
	era := floorDiv(year, 400)
	yearOfEra := year - era*400
	dayOfYear := (153*(month-3)+2)/5 + day - 1
	return Day(era*146097 + yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear - 719468)
}

// YMD is the Gregorian date of the day.
func (d Day) YMD() (year, month, day int) {
	z := int(d) + 719468
	era := floorDiv(z, 146097)
	dayOfEra := z - era*146097
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	shifted := (5*dayOfYear + 2) / 153
	day = dayOfYear - (153*shifted+2)/5 + 1
	month = shifted + 3
	year = yearOfEra + era*400
	if month > 12 {
		month -= 12
		year++
	}
	return year, month, day
}

// Year is the Gregorian year of the day.
func (d Day) Year() int {
	year, _, _ := d.YMD()
	return year
}

// Weekday is 1 for Monday to 7 for Sunday.
func (d Day) Weekday() int { return floorMod(int(d)+3, 7) + 1 }

// ISOWeek is the ISO 8601 week that holds the day; its year may differ from the day's at the turn of the year.
func (d Day) ISOWeek() (year, week int) {
	thursday := d + Day(Thursday-d.Weekday())
	year = thursday.Year()
	return year, int(thursday-civil(year, 1, 1))/7 + 1
}

// WeekStart is the Monday of an ISO week. A week beyond the last of its year runs on into the next.
func WeekStart(year, week int) Day {
	fourth := civil(year, 1, 4) // always in week 1
	return fourth - Day(fourth.Weekday()-1) + Day(7*(week-1))
}

// WeeksIn is the number of ISO weeks of a year, 52 or 53.
func WeeksIn(year int) int { return int(WeekStart(year+1, 1)-WeekStart(year, 1)) / 7 }

// OnOrAfter is the first day with the weekday, d itself included.
func (d Day) OnOrAfter(weekday int) Day { return d + Day(floorMod(weekday-d.Weekday(), 7)) }

// OnOrBefore is the last day with the weekday, d itself included.
func (d Day) OnOrBefore(weekday int) Day { return d - Day(floorMod(d.Weekday()-weekday, 7)) }

// AddMonths moves by whole months and stays within the month it arrives in: January 31 and one month is the last of February.
func (d Day) AddMonths(months int) Day {
	year, month, day := d.YMD()
	year, month = ShiftMonth(year, month, months)
	return civil(year, month, min(day, DaysIn(year, month)))
}

// AddYears moves by whole years; February 29 becomes 28 where there is none.
func (d Day) AddYears(years int) Day { return d.AddMonths(12 * years) }

// ShiftMonth moves a month of the Gregorian, or any twelve-month, calendar.
func ShiftMonth(year, month, months int) (int, int) {
	count := year*12 + month - 1 + months
	return floorDiv(count, 12), floorMod(count, 12) + 1
}

// IsLeap reports a Gregorian leap year.
func IsLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// DaysIn is the number of days of a Gregorian month.
func DaysIn(year, month int) int {
	switch month {
	case 2:
		if IsLeap(year) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// String is the ISO 8601 date: 2023-08-07, and -0099-03-15 for the year 100 BC.
func (d Day) String() string {
	var buffer [16]byte
	return string(d.Append(buffer[:0]))
}

// Append appends the ISO 8601 date.
func (d Day) Append(to []byte) []byte {
	year, month, day := d.YMD()
	to = appendYear(to, year)
	to = append(to, '-')
	to = appendTwo(to, month)
	to = append(to, '-')
	return appendTwo(to, day)
}

// ParseDay reads what String writes.
func ParseDay(s string) (Day, error) {
	year, rest, ok := scanYear(s)
	if ok && len(rest) == 6 && rest[0] == '-' && rest[3] == '-' {
		month, okMonth := scanTwo(rest[1:])
		day, okDay := scanTwo(rest[4:])
		if okMonth && okDay {
			d, err := Date(year, month, day)
			if err != nil {
				return 0, fmt.Errorf("%q: %w", s, err)
			}
			return d, nil
		}
	}
	return 0, fmt.Errorf("%q is no date; use YYYY-MM-DD", s)
}

// MarshalText writes the ISO 8601 date.
func (d Day) MarshalText() ([]byte, error) { return d.Append(nil), nil }

// UnmarshalText reads an ISO 8601 date.
func (d *Day) UnmarshalText(text []byte) (err error) {
	*d, err = ParseDay(string(text))
	return err
}

func monthString(year, month int) string {
	return string(appendTwo(append(appendYear(nil, year), '-'), month))
}

func appendYear(to []byte, year int) []byte {
	if year < 0 {
		to = append(to, '-')
		year = -year
	}
	if year > 9999 {
		return fmt.Appendf(to, "%d", year)
	}
	to = appendTwo(to, year/100)
	return appendTwo(to, year%100)
}

func appendTwo(to []byte, n int) []byte {
	return append(to, byte('0'+n/10), byte('0'+n%10))
}

func scanYear(s string) (year int, rest string, ok bool) {
	negative := len(s) > 0 && s[0] == '-'
	if negative {
		s = s[1:]
	}
	if len(s) < 4 {
		return 0, s, false
	}
	high, okHigh := scanTwo(s)
	low, okLow := scanTwo(s[2:])
	year = high*100 + low
	if negative {
		if year == 0 {
			return 0, s, false
		}
		year = -year
	}
	return year, s[4:], okHigh && okLow
}

func scanTwo(s string) (int, bool) {
	if len(s) < 2 || s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9' {
		return 0, false
	}
	return int(s[0]-'0')*10 + int(s[1]-'0'), true
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

func floorMod(a, b int) int { return a - b*floorDiv(a, b) }
