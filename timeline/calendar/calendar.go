// Package calendar reckons with days and intervals, in the Gregorian, Hijri and Jalali calendars, and knows when occasions fall.
//
// In: numbers of years, months and days, rules of occasions ("hijri 2 20", "easter -2"), ISO and EDTF strings. Out: days, half-open
// intervals, and how certain they are. It knows no words and no languages, no time zones, and it never reads the clock.
//
// Three things are worth knowing before use. Days are proleptic Gregorian and years are astronomical: the year before 1 is 0, the one
// before it -1. A Hijri date is a day only under an Authority, because months begin where the crescent is seen: see HijriToDay and
// Resolution. A Moment is a clock reading local to the text.
package calendar
