package calendar

import "fmt"

// Years that Jalali dates are accepted in: where the cycles below are defined.
const (
	FirstJalaliYear = -61
	LastJalaliYear  = 3177
)

// jalaliBreaks are the years in which the 33-year cycle of leap years starts anew, after K. M. Borkowski, "The Persian calendar for
// 3000 years" (1996), who computed the equinoxes at the meridian of Tehran.
var jalaliBreaks = [...]int{-61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178}

// JalaliToDay is the day of a Jalali (Solar Hijri) date.
func JalaliToDay(year, month, day int) (Day, error) {
	if year < FirstJalaliYear || year > LastJalaliYear {
		return 0, fmt.Errorf("Jalali year %d is outside %d..%d", year, FirstJalaliYear, LastJalaliYear)
	}
	if month < 1 || month > 12 {
		return 0, fmt.Errorf("no Jalali month %d; months are 1..12", month)
	}
	if day < 1 || day > JalaliDaysIn(year, month) {
		return 0, fmt.Errorf("no day %d in Jalali month %d of %d; it has %d days", day, month, year, JalaliDaysIn(year, month))
	}
	return jalaliDay(year, month, day), nil
}

func jalaliDay(year, month, day int) Day {
	nowruz, _ := jalaliYear(year)
	return nowruz + Day(31*(month-1)-month/7*(month-7)+day-1)
}

// DayToJalali is the Jalali date of a day; ok is false outside the years that are supported.
func DayToJalali(d Day) (year, month, day int, ok bool) {
	year = d.Year() - 621
	if year < FirstJalaliYear || year > LastJalaliYear {
		return 0, 0, 0, false
	}
	nowruz, _ := jalaliYear(year)
	if d < nowruz {
		year--
		if year < FirstJalaliYear {
			return 0, 0, 0, false
		}
		nowruz, _ = jalaliYear(year)
	}
	ofYear := int(d - nowruz)
	if ofYear < 186 {
		return year, ofYear/31 + 1, ofYear%31 + 1, true
	}
	ofYear -= 186
	return year, ofYear/30 + 7, ofYear%30 + 1, true
}

// JalaliIsLeap reports whether Esfand of the year has 30 days.
func JalaliIsLeap(year int) bool {
	_, sinceLeap := jalaliYear(year)
	return sinceLeap == 0
}

// JalaliDaysIn is the number of days of a Jalali month.
func JalaliDaysIn(year, month int) int {
	switch {
	case month <= 6:
		return 31
	case month < 12 || JalaliIsLeap(year):
		return 30
	}
	return 29
}

// jalaliYear is the day of 1 Farvardin, and the number of years since the last leap year.
func jalaliYear(year int) (nowruz Day, sinceLeap int) {
	leaps, last, length := -14, jalaliBreaks[0], 0
	for _, next := range jalaliBreaks[1:] {
		length = next - last
		if year < next {
			break
		}
		leaps += length/33*8 + length%33/4
		last = next
	}
	passed := year - last
	leaps += passed/33*8 + (passed%33+3)/4
	if length%33 == 4 && length-passed == 4 {
		leaps++
	}
	gregorian := year + 621
	gregorianLeaps := gregorian/4 - (gregorian/100+1)*3/4 - 150
	nowruz = civil(gregorian, 3, 20+leaps-gregorianLeaps)
	if length-passed < 6 {
		passed = passed - length + (length+4)/33*33
	}
	sinceLeap = floorMod(floorMod(passed+1, 33)-1, 4)
	if floorMod(passed+1, 33) == 0 {
		sinceLeap = 4
	}
	return nowruz, sinceLeap
}
