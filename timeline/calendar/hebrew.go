package calendar

import "fmt"

// Years that Hebrew dates are accepted in.
const (
	FirstHebrewYear = 1
	LastHebrewYear  = 13760
)

const hebrewEpoch = Day(-2092590) // 1 Tishri 1, 7 October 3761 BC (Julian)

// HebrewToDay is the day of a Hebrew date. Months count from Tishri: 1 Tishri, 2 Heshvan, 3 Kislev, 4 Tevet, 5 Shevat, 6 Adar (Adar I in
// a leap year), 7 Adar II (in leap years only), 8 Nisan, 9 Iyar, 10 Sivan, 11 Tammuz, 12 Av, 13 Elul.
func HebrewToDay(year, month, day int) (Day, error) {
	if year < FirstHebrewYear || year > LastHebrewYear {
		return 0, fmt.Errorf("Hebrew year %d is outside %d..%d", year, FirstHebrewYear, LastHebrewYear)
	}
	if month < 1 || month > 13 {
		return 0, fmt.Errorf("no Hebrew month %d; months are 1..13 from Tishri", month)
	}
	if length := hebrewDaysIn(year, month); day < 1 || day > length {
		return 0, fmt.Errorf("no day %d in Hebrew month %d of %d; it has %d days", day, month, year, length)
	}
	return hebrewDay(year, month, day), nil
}

func hebrewDay(year, month, day int) Day {
	d := hebrewNewYear(year) + Day(day-1)
	for m := 1; m < month; m++ {
		d += Day(hebrewDaysIn(year, m))
	}
	return d
}

// DayToHebrew is the Hebrew date of a day, its months counted as in HebrewToDay.
func DayToHebrew(d Day) (year, month, day int, ok bool) {
	if d < hebrewEpoch {
		return 0, 0, 0, false
	}
	year = int(float64(d-hebrewEpoch)/365.24682220597794) + 1
	for year > 1 && d < hebrewNewYear(year) {
		year--
	}
	for d >= hebrewNewYear(year+1) {
		year++
	}
	if year > LastHebrewYear {
		return 0, 0, 0, false
	}
	rest := int(d - hebrewNewYear(year))
	for month = 1; rest >= hebrewDaysIn(year, month); month++ {
		rest -= hebrewDaysIn(year, month)
	}
	return year, month, rest + 1, true
}

func hebrewIsLeap(year int) bool { return floorMod(7*year+1, 19) < 7 }

// hebrewNewYear is 1 Tishri: the mean new moon, put off where the rules of the weekday or of the year's length ask for it.
func hebrewNewYear(year int) Day {
	before, this, after := hebrewElapsed(year-1), hebrewElapsed(year), hebrewElapsed(year+1)
	switch {
	case after-this == 356:
		this += 2
	case this-before == 382:
		this++
	}
	return hebrewEpoch + Day(this)
}

func hebrewElapsed(year int) int {
	months := floorDiv(235*year-234, 19)
	parts := 12084 + 13753*months
	day := 29*months + floorDiv(parts, 25920)
	if floorMod(3*(day+1), 7) < 3 {
		day++
	}
	return day
}

func hebrewDaysIn(year, month int) int {
	switch month {
	case 2, 3: // Heshvan is long in a complete year, Kislev short in a deficient one
		length := int(hebrewNewYear(year+1)-hebrewNewYear(year)) % 10
		if (month == 2 && length == 5) || (month == 3 && length != 3) {
			return 30
		}
		return 29
	case 6:
		if hebrewIsLeap(year) {
			return 30
		}
		return 29
	case 7:
		if hebrewIsLeap(year) {
			return 29
		}
		return 0
	case 1, 5, 8, 10, 12:
		return 30
	}
	return 29
}
