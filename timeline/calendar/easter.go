package calendar

// Easter is Easter Sunday of the Western churches, after the anonymous Gregorian computus.
func Easter(year int) Day {
	a, b, c := floorMod(year, 19), floorDiv(year, 100), floorMod(year, 100)
	d, e := floorDiv(b, 4), floorMod(b, 4)
	g := floorDiv(8*b+13, 25)
	h := floorMod(19*a+b-d-g+15, 30)
	i, k := c/4, c%4
	l := floorMod(32+2*e+2*i-h-k, 7)
	m := (a + 11*h + 19*l) / 433
	month := (h + l - 7*m + 90) / 25
	return civil(year, month, floorMod(h+l-7*m+33*month+19, 32))
}

// OrthodoxEaster is Easter Sunday of the churches that reckon it in the Julian calendar, as a Gregorian day.
func OrthodoxEaster(year int) Day {
	a, b, c := floorMod(year, 4), floorMod(year, 7), floorMod(year, 19)
	d := floorMod(19*c+15, 30)
	e := floorMod(2*a+4*b-d+34, 7)
	month, day := (d+e+114)/31, (d+e+114)%31+1
	return civil(year, month, day) + Day(floorDiv(year, 100)-floorDiv(year, 400)-2)
}
