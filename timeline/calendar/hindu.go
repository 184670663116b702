package calendar

import "math"

// dayTime is when a tithi or a sign must hold for the day to be the feast.
type dayTime uint8

const (
	atSunrise dayTime = iota
	atNoon
	atAfternoon // the fourth of five parts of the day
	atSunset    // and the hour after it, pradosha
	atMoonrise  // of the waning fourth, some two hours and a half after sunset
	atMidnight  // the one that ends the day
)

var dayTimeNames = [...]string{"sunrise", "noon", "afternoon", "sunset", "moonrise", "midnight"}

// Ujjain is where Indian almanacs reckon from.
const (
	ujjainNorth = 23.18
	ujjainEast  = 75.77
)

// Years that the moon's position is good enough for.
const (
	hinduFirstYear = 1800
	hinduLastYear  = 2200
)

func (at dayTime) on(day Day) instant {
	rise, noon, set := sunTimes(day, ujjainNorth, ujjainEast)
	switch at {
	case atSunrise:
		return rise
	case atNoon:
		return noon
	case atAfternoon:
		return rise + 0.7*(set-rise)
	case atSunset:
		return set + 0.02
	case atMoonrise:
		return set + 0.1
	}
	return noon + 0.5
}

// hinduDay is the days of tithis of a lunar month that begins in the Gregorian year or, from Magha on, in the next. Months end with the
// new moon; a tithi is a twelfth of degrees times thirty of the moon's way from the sun; a month in which the sun enters no sign is
// intercalary and has no feasts.
func hinduDay(year, month, first, last int, at dayTime) (Resolution, bool) {
	if year < hinduFirstYear || year > hinduLastYear {
		return Resolution{}, false
	}
	newMoon := elongationAt(0, float64(civil(year, 3, 8))+float64(month-1)*30.44)
	for range 4 {
		next := elongationAt(0, newMoon+meanMonth)
		sign, nextSign := sign(newMoon), sign(next)
		if sign != nextSign && (sign+1)%12+1 == month {
			day := tithiDay(newMoon, first, at)
			r := Resolution{Day: day, Last: day, Certainty: Computed, Slack: 1}
			if last > first {
				r.Last = tithiDay(newMoon, last, at)
			}
			return r, true
		}
		newMoon = next
	}
	return Resolution{}, false
}

func sign(t instant) int { return int(siderealSun(t) / 30) }

func tithiDay(newMoon instant, tithi int, at dayTime) Day {
	begin := elongationAt(float64(tithi-1)*12, newMoon+float64(tithi-1)*meanMonth/30)
	end := elongationAt(float64(tithi)*12, newMoon+float64(tithi)*meanMonth/30)
	day := Day(math.Floor(begin)) - 1
	for at.on(day) < begin {
		day++
	}
	if at.on(day) >= end && at == atSunrise {
		day-- // it begins and ends between two sunrises
	}
	return day
}

// hinduIngress is the day on which the sun enters a sidereal sign, 1 Mesha (April of the year) to 12 Mina (March of the next).
func hinduIngress(year, number int, at dayTime) (Resolution, bool) {
	if year < hinduFirstYear || year > hinduLastYear {
		return Resolution{}, false
	}
	t := float64(civil(year, 4, 14)) + float64(number-1)*30.44
	for range 10 {
		t -= halfTurn(siderealSun(t)-float64(number-1)*30) / 360 * 365.25
	}
	day := Day(math.Floor(t + ujjainEast/360))
	if t > at.on(day) {
		day++
	}
	return Resolution{Day: day, Last: day, Certainty: Computed, Slack: 1}, true
}
