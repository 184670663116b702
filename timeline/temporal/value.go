package temporal

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/waqai/waqai/timeline/calendar"
)

// valueOf writes a stretch as a TIMEX3 value of its fineness.
func valueOf(i calendar.Interval, g grain) string {
	day := i.First()
	year, month, _ := day.YMD()
	y := yearValue(year)
	switch g {
	case gSecond:
		return i.From.String()
	case gMinute:
		return i.From.String()
	case gHour:
		return fmt.Sprintf("%sT%02d:00", day, i.From.Hour())
	case gDay:
		return day.String()
	case gWeek:
		isoYear, week := day.ISOWeek()
		return fmt.Sprintf("%s-W%02d", yearValue(isoYear), week)
	case gWeekend:
		isoYear, week := day.ISOWeek()
		return fmt.Sprintf("%s-W%02d-WE", yearValue(isoYear), week)
	case gMonth:
		_, middle, _ := (day + 14).YMD() // a lunar month has no value of its own: its days do
		if middle != month || i.Days() > 31 || i.Days() < 28 {
			return day.String()
		}
		return fmt.Sprintf("%s-%02d", y, month)
	case gQuarter:
		return fmt.Sprintf("%s-Q%d", y, (month-1)/3+1)
	case gHalf:
		return fmt.Sprintf("%s-H%d", y, (month-1)/6+1)
	case gSeason:
		return y + "-" + seasonCode(month)
	case gYear:
		return y
	case gDecade:
		return strconv.Itoa(floor(year, 10))
	case gCentury:
		return strconv.Itoa(floor(year, 100))
	}
	return i.From.String()
}

func floor(a, b int) int {
	if a < 0 {
		return -((-a + b - 1) / b)
	}
	return a / b
}

func yearValue(year int) string {
	if year < 0 {
		return fmt.Sprintf("-%04d", -year)
	}
	return fmt.Sprintf("%04d", year)
}

func seasonCode(month int) string {
	switch month {
	case 3, 4, 5:
		return "SP"
	case 6, 7, 8:
		return "SU"
	case 9, 10, 11:
		return "FA"
	}
	return "WI"
}

// unresolved is the value of what cannot be placed without a reference time.
func unresolved(s *spec) string {
	switch {
	case s.has&(hasMonth|hasDay) == hasMonth|hasDay:
		return fmt.Sprintf("XXXX-%02d-%02d", s.month, s.day)
	case s.has&hasMonth != 0:
		return fmt.Sprintf("XXXX-%02d", s.month)
	case s.has&hasWeekday != 0:
		return fmt.Sprintf("XXXX-WXX-%d", s.weekday)
	case s.has&hasSeason != 0:
		return "XXXX-" + seasonCode(s.season*3)
	case s.has&hasQuarter != 0:
		return fmt.Sprintf("XXXX-Q%d", s.quarter)
	case s.has&hasHalf != 0:
		return fmt.Sprintf("XXXX-H%d", s.half)
	case s.has&hasAnchor != 0:
		switch s.anchorGrain {
		case gYear:
			return "XXXX"
		case gMonth:
			return "XXXX-XX"
		case gWeek:
			return "XXXX-WXX"
		}
	}
	return "XXXX-XX-XX"
}

// timeValue puts a time of day behind an unresolved day.
func timeValue(s *spec, day string) string {
	if day == "" {
		day = "XXXX-XX-XX"
	}
	if s.has&hasHour == 0 {
		return day + "T" + s.part
	}
	return fmt.Sprintf("%sT%02d:%02d", day, s.hour, max(s.minute, 0))
}

// durationValue writes amounts as an ISO 8601 duration; unknown numbers as X.
func durationValue(amounts []amount) string {
	var date, clock strings.Builder
	for _, a := range amounts {
		if a.number > 0 && a.number < 1 { // half an hour is thirty minutes
			switch a.unit {
			case gHour:
				a = amount{a.number * 60, gMinute}
			case gYear:
				a = amount{a.number * 12, gMonth}
			case gDay:
				a = amount{a.number * 24, gHour}
			}
		}
		n := strconv.FormatFloat(a.number, 'f', -1, 64)
		if a.number < 0 {
			n = "X"
		}
		switch a.unit {
		case gSecond:
			clock.WriteString(n + "S")
		case gMinute:
			clock.WriteString(n + "M")
		case gHour:
			clock.WriteString(n + "H")
		case gDay:
			date.WriteString(n + "D")
		case gWeekend:
			date.WriteString(n + "WE")
		case gWeek:
			date.WriteString(n + "W")
		case gMonth:
			date.WriteString(n + "M")
		case gQuarter:
			date.WriteString(n + "Q")
		case gSeason:
			date.WriteString(n + "SU")
		case gHalf:
			date.WriteString(months(a.number, 6) + "M")
		case gYear:
			date.WriteString(n + "Y")
		case gDecade:
			date.WriteString(n + "DE")
		case gCentury:
			date.WriteString(n + "CE")
		}
	}
	if date.Len() == 0 && clock.Len() == 0 {
		return "PXX"
	}
	value := "P" + date.String()
	if clock.Len() > 0 {
		value += "T" + clock.String()
	}
	return value
}

func months(n, each float64) string {
	if n < 0 {
		return "X"
	}
	return strconv.FormatFloat(n*each, 'f', -1, 64)
}

// setValue is the value of a repeated time: every Friday is XXXX-WXX-5, every evening XXXX-XX-XXTEV.
func setValue(s *spec) string {
	switch {
	case s.kind == Duration:
		return durationValue(s.amounts[:s.count])
	case s.has&hasWeekday != 0 && s.has&(hasHour|hasPart) != 0:
		return timeValue(s, fmt.Sprintf("XXXX-WXX-%d", s.weekday))
	case s.has&hasWeekday != 0, s.has&hasMonth != 0, s.has&hasSeason != 0:
		return unresolved(s)
	case s.has&(hasPart|hasHour) != 0:
		return timeValue(s, "XXXX-XX-XX")
	}
	return ""
}
