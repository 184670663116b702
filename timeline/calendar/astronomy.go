package calendar

import "math"

// The sun and the moon after J. Meeus, Astronomical Algorithms (2nd edition 1998), chapters 22, 25 and 47, with the terms that matter
// to a hundredth of a degree: new moons come out to a minute or two between 1800 and 2200, which is enough to say the day but for
// cases that almanacs dispute as well. Instants are days since 1970-01-01T00:00 UT as float64.

type instant = float64

const (
	degree       = math.Pi / 180
	meanMonth    = 29.530588861
	degreesADay  = 360 / meanMonth // of the moon from the sun
	daysTo2000   = 10957.5
	julianPeriod = 36525.0
)

// centuries is the Terrestrial Time since J2000 in Julian centuries.
func centuries(t instant) float64 {
	years := (t - daysTo2000) / 365.25
	deltaT := 64.7 + 0.64*years/2 // seconds; linear, and within a minute from 1900 to 2100
	return (t - daysTo2000 + deltaT/86400) / julianPeriod
}

// sunLongitude is the sun's ecliptic longitude in degrees, of the equinox of date, without nutation.
func sunLongitude(t instant) float64 {
	c := centuries(t)
	anomaly := (357.52911 + 35999.05029*c - 0.0001537*c*c) * degree
	centre := (1.914602-0.004817*c)*math.Sin(anomaly) + (0.019993-0.000101*c)*math.Sin(2*anomaly) + 0.000289*math.Sin(3*anomaly)
	return turn(280.46646 + 36000.76983*c + 0.0003032*c*c + centre - 0.00569)
}

// moonTerms are the periodic terms of the moon's longitude: multiples of D, M, M', F, and the amplitude in millionths of a degree.
var moonTerms = [...][5]float64{
	{0, 0, 1, 0, 6288774},
	{2, 0, -1, 0, 1274027},
	{2, 0, 0, 0, 658314},
	{0, 0, 2, 0, 213618},
	{0, 1, 0, 0, -185116},
	{0, 0, 0, 2, -114332},
	{2, 0, -2, 0, 58793},
	{2, -1, -1, 0, 57066},
	{2, 0, 1, 0, 53322},
	{2, -1, 0, 0, 45758},
	{0, 1, -1, 0, -40923},
	{1, 0, 0, 0, -34720},
	{0, 1, 1, 0, -30383},
	{2, 0, 0, -2, 15327},
	{0, 0, 1, 2, -12528},
	{0, 0, 1, -2, 10980},
	{4, 0, -1, 0, 10675},
	{0, 0, 3, 0, 10034},
	{4, 0, -2, 0, 8548},
	{2, 1, -1, 0, -7888},
	{2, 1, 0, 0, -6766},
	{1, 0, -1, 0, -5163},
	{1, 1, 0, 0, 4987},
	{2, -1, 1, 0, 4036},
	{2, 0, 2, 0, 3994},
	{4, 0, 0, 0, 3861},
	{2, 0, -3, 0, 3665},
	{0, 1, -2, 0, -2689},
	{2, 0, -1, 2, -2602},
	{2, -1, -2, 0, 2390},
	{1, 0, 1, 0, -2348},
	{2, -2, 0, 0, 2236},
	{0, 1, 2, 0, -2120},
	{0, 2, 0, 0, -2069},
	{2, -2, -1, 0, 2048},
	{2, 0, 1, -2, -1773},
	{2, 0, 0, 2, -1595},
	{4, -1, -1, 0, 1215},
	{0, 0, 2, 2, -1110},
	{3, 0, -1, 0, -892},
}

// moonLongitude is the moon's ecliptic longitude in degrees, of the equinox of date, without nutation.
func moonLongitude(t instant) float64 {
	c := centuries(t)
	mean := 218.3164477 + 481267.88123421*c - 0.0015786*c*c
	elongation := (297.8501921 + 445267.1114034*c - 0.0018819*c*c) * degree
	sun := (357.5291092 + 35999.0502909*c - 0.0001536*c*c) * degree
	moon := (134.9633964 + 477198.8675055*c + 0.0087414*c*c) * degree
	node := (93.2720950 + 483202.0175233*c - 0.0036539*c*c) * degree
	flattening := 1 - 0.002516*c - 0.0000074*c*c // of the earth's orbit, on terms with the sun's anomaly
	sum := 3958*math.Sin((119.75+131.849*c)*degree) + 1962*math.Sin(mean*degree-node) + 318*math.Sin((53.09+479264.29*c)*degree)
	for _, term := range moonTerms {
		amplitude := term[4]
		for range int(math.Abs(term[1])) {
			amplitude *= flattening
		}
		sum += amplitude * math.Sin(term[0]*elongation+term[1]*sun+term[2]*moon+term[3]*node)
	}
	return turn(mean + sum/1e6)
}

// elongationAt is the instant near t at which the moon is so many degrees east of the sun.
func elongationAt(degrees float64, t instant) instant {
	for range 8 {
		t -= halfTurn(moonLongitude(t)-sunLongitude(t)-degrees) / degreesADay
	}
	return t
}

// siderealSun is the sun's longitude among the stars, counted as the Indian calendar committee of 1955 does (Lahiri).
func siderealSun(t instant) float64 {
	return turn(sunLongitude(t) - (23.853 + 1.3969713*centuries(t)))
}

// sunTimes is sunrise, noon and sunset of a day at a place, degrees north and east.
func sunTimes(day Day, north, east float64) (rise, noon, set instant) {
	noon = float64(day) + 0.5 - east/360
	longitude := sunLongitude(noon) * degree
	const obliquity = 23.439 * degree
	declination := math.Asin(math.Sin(obliquity) * math.Sin(longitude))
	ascension := math.Atan2(math.Cos(obliquity)*math.Sin(longitude), math.Cos(longitude)) / degree
	c := centuries(noon)
	noon += halfTurn(ascension-(280.46646+36000.76983*c)) / 360 // the equation of time
	half := math.Acos((math.Sin(-0.833*degree)-math.Sin(north*degree)*math.Sin(declination))/
		(math.Cos(north*degree)*math.Cos(declination))) / (2 * math.Pi)
	return noon - half, noon, noon + half
}

func turn(degrees float64) float64 {
	degrees = math.Mod(degrees, 360)
	if degrees < 0 {
		degrees += 360
	}
	return degrees
}

func halfTurn(degrees float64) float64 { return turn(degrees+180) - 180 }
