package calendar

import "math"

// The first sight of the crescent, by the criterion of B. D. Yallop (HM Nautical Almanac Office, Technical Note 69, 1997): how high the
// moon stands over the sun at the best time after sunset, against how wide the crescent is. It fills the gaps between months that were
// announced; crescent_table.go holds what comes out, since reckoning it takes longer than a program should take to start.

// sight is where and how keenly an authority looks for the crescent.
type sight struct {
	north, east float64 // degrees
	threshold   float64 // Yallop's q from which the month is taken to begin
}

// sights: the places are the middle of each country's populated part. The thresholds are where the announcements of observed.tsv divide:
// Najaf asks for a crescent that the naked eye sees well (26 of its 26 months come out), Iran takes one seen through a telescope (62 of 64).
// Umm al-Qura has the same day for 2 and 21 of them.
var sights = [authorities]sight{
	Iraq: {32.0, 44.3, 0.12},
	Iran: {32.5, 54.0, -0.24},
}

// crescentStart is the first day of the month whose first day lies near day: the one after the evening of first sight.
func (s sight) crescentStart(day Day) Day {
	conjunction := elongationAt(0, float64(day)-1)
	evening := Day(math.Floor(conjunction + s.east/360))
	for s.visibility(evening) < s.threshold {
		evening++
	}
	return evening + 1
}

// visibility is Yallop's q on the evening of a day; very low where the moon sets first.
func (s sight) visibility(day Day) float64 {
	_, _, sunset := sunTimes(day, s.north, s.east)
	above, _ := s.moonOverSun(sunset)
	if above <= 0 {
		return -9
	}
	lag := above / (15 * math.Cos(s.north*degree)) / 24 * 0.93 // about; the moon sets on a slope
	above, width := s.moonOverSun(sunset + lag*4/9)
	return (above - (11.8371 - 6.3226*width + 0.7319*width*width - 0.1018*width*width*width)) / 10
}

// moonOverSun is the difference of their altitudes in degrees, seen from the centre of the earth, and the crescent's width in arc
// minutes, seen from the place.
func (s sight) moonOverSun(t instant) (above, width float64) {
	moon, latitude, parallax := moonLongitude(t), moonLatitude(t), moonParallax(t)
	sun := sunLongitude(t)
	moonHeight := s.altitude(t, moon, latitude)
	above = moonHeight - s.altitude(t, sun, 0)
	elongation := math.Acos(math.Cos(latitude*degree) * math.Cos((moon-sun)*degree))
	radius := 0.27245 * parallax * 60 * (1 + math.Sin(moonHeight*degree)*math.Sin(parallax*degree))
	return above, radius * (1 - math.Cos(elongation))
}

func (s sight) altitude(t instant, longitude, latitude float64) float64 {
	const obliquity = 23.439 * degree
	l, b := longitude*degree, latitude*degree
	declination := math.Asin(math.Sin(b)*math.Cos(obliquity) + math.Cos(b)*math.Sin(obliquity)*math.Sin(l))
	ascension := math.Atan2(math.Sin(l)*math.Cos(obliquity)-math.Tan(b)*math.Sin(obliquity), math.Cos(l))
	hourAngle := (280.46061837+360.98564736629*(t-daysTo2000)+s.east)*degree - ascension
	north := s.north * degree
	return math.Asin(math.Sin(north)*math.Sin(declination)+math.Cos(north)*math.Cos(declination)*math.Cos(hourAngle)) / degree
}

// moonArguments are D, M' and F of Meeus in radians.
func moonArguments(t instant) (elongation, anomaly, node float64) {
	c := centuries(t)
	return (297.8501921 + 445267.1114034*c) * degree, (134.9633964 + 477198.8675055*c) * degree, (93.2720950 + 483202.0175233*c) * degree
}

// moonLatitude is the moon's ecliptic latitude in degrees.
func moonLatitude(t instant) float64 {
	d, m, f := moonArguments(t)
	return 5.128*math.Sin(f) + 0.2806*math.Sin(m+f) + 0.2777*math.Sin(m-f) + 0.1732*math.Sin(2*d-f) + 0.0554*math.Sin(2*d-m+f) +
		0.0463*math.Sin(2*d-m-f) + 0.0326*math.Sin(2*d+f) + 0.0172*math.Sin(2*m+f) + 0.0093*math.Sin(2*d+m-f) + 0.0088*math.Sin(2*m-f)
}

// moonParallax is the moon's horizontal parallax in degrees.
func moonParallax(t instant) float64 {
	d, m, _ := moonArguments(t)
	return 0.9508 + 0.0518*math.Cos(m) + 0.0095*math.Cos(2*d-m) + 0.0078*math.Cos(2*d) + 0.0028*math.Cos(2*m)
}

// crescentOffset is how many days after Umm al-Qura a month begins by the crescent, from the table.
func crescentOffset(authority Authority, index int) Day {
	switch authority {
	case Iraq:
		return crescentDays(&crescentIraq, index)
	case Iran:
		return crescentDays(&crescentIran, index)
	}
	return 0
}

func crescentDays(table *[tableMonths / 12]uint32, index int) Day {
	return Day(table[index/12] >> (index % 12 * 2) & 3)
}
