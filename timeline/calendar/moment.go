package calendar

import "fmt"

// Moment is a clock reading local to the text, in seconds since 1970-01-01T00:00 of that clock. It has no time zone.
type Moment int64

// Lengths on the clock, for adding to a Moment.
const (
	Second  Moment = 1
	Minute         = 60 * Second
	Hour           = 60 * Minute
	FullDay        = 24 * Hour
)

// At is the moment of a day at an hour and minute; 24:00 is the next midnight.
func At(day Day, hour, minute int) Moment {
	return Moment(day)*FullDay + Moment(hour)*Hour + Moment(minute)*Minute
}

// Start is the midnight that begins the day.
func (d Day) Start() Moment { return Moment(d) * FullDay }

// Day is the day that the moment falls in.
func (m Moment) Day() Day { return Day(floorDiv(int(m), int(FullDay))) }

// Clock is the time of day.
func (m Moment) Clock() (hour, minute, second int) {
	rest := floorMod(int(m), int(FullDay))
	return rest / 3600, rest / 60 % 60, rest % 60
}

// Hour is the hour of the day, 0..23.
func (m Moment) Hour() int { hour, _, _ := m.Clock(); return hour }

// Minute is the minute of the hour.
func (m Moment) Minute() int { _, minute, _ := m.Clock(); return minute }

// AddMonths moves by whole months as Day.AddMonths does and keeps the time of day.
func (m Moment) AddMonths(months int) Moment {
	day := m.Day()
	return m - day.Start() + day.AddMonths(months).Start()
}

// String is 2018-04-13T00:00, with seconds only where there are any.
func (m Moment) String() string {
	var buffer [24]byte
	return string(m.Append(buffer[:0]))
}

// Append appends what String gives.
func (m Moment) Append(to []byte) []byte {
	hour, minute, second := m.Clock()
	to = m.Day().Append(to)
	to = append(to, 'T')
	to = appendTwo(to, hour)
	to = append(to, ':')
	to = appendTwo(to, minute)
	if second != 0 {
		to = append(to, ':')
		to = appendTwo(to, second)
	}
	return to
}

// ParseMoment reads a date (its midnight), or a date and a time with minutes or seconds.
func ParseMoment(s string) (Moment, error) {
	cut := len(s)
	for i := range len(s) {
		if s[i] == 'T' || s[i] == ' ' {
			cut = i
			break
		}
	}
	day, err := ParseDay(s[:cut])
	if err != nil {
		return 0, err
	}
	if cut == len(s) {
		return day.Start(), nil
	}
	clock := s[cut+1:]
	hour, okHour := scanTwo(clock)
	ok := okHour && hour <= 24 && len(clock) >= 5 && clock[2] == ':'
	minute, second := 0, 0
	if ok {
		minute, ok = scanTwo(clock[3:])
	}
	if ok && len(clock) != 5 {
		if len(clock) == 8 && clock[5] == ':' {
			second, ok = scanTwo(clock[6:])
		} else {
			ok = false
		}
	}
	if !ok || minute > 59 || second > 59 || (hour == 24 && minute+second > 0) {
		return 0, fmt.Errorf("%q is no time; use YYYY-MM-DDTHH:MM", s)
	}
	return At(day, hour, minute) + Moment(second), nil
}

// MarshalText writes what String gives.
func (m Moment) MarshalText() ([]byte, error) { return m.Append(nil), nil }

// UnmarshalText reads what ParseMoment reads.
func (m *Moment) UnmarshalText(text []byte) (err error) {
	*m, err = ParseMoment(string(text))
	return err
}
