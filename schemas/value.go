package schemas

import (
	"strings"
	"unicode/utf8"
)

// Type of a field.
type Type uint8

const (
	String  Type = iota // never empty: null instead
	Int16               // offsets from UTC, small codes
	Int32               // counts, offsets in Unicode code points
	Int64               // bytes
	Float32             // confidence
	Float64             // coordinates, amounts
	Bool                //
	Date                // a Day: date32
	UTC                 // an Instant: timestamp[us, UTC]
	Clock               // a LocalTime: timestamp[us], no zone
	Structs             // list of structs, with Elements; never null, empty if there are none
)

var typeNames = [...]string{
	"string", "int16", "int32", "int64", "float32", "float64", "bool", "date32", "timestamp[us, UTC]", "timestamp[us]", "list<struct>",
}

func (t Type) String() string { return typeNames[t] }

// Day counts days since 1970-01-01, Gregorian.
type Day int32

// Instant counts microseconds since 1970-01-01T00:00Z.
type Instant int64

// LocalTime counts microseconds since 1970-01-01T00:00 on a clock whose zone the text does not say.
type LocalTime int64

// The days that every reader of the files can hold: 0001-01-01 and 9999-12-31. Rows hold null outside of them, and EDTF the year.
const (
	FirstDay Day = -719162
	LastDay  Day = 2932896
)

// Null is a value that may be absent; the zero Null is null. Text needs none: an empty string is null.
type Null[T any] struct {
	Value T
	Known bool
}

// Some is a known value: schemas.Some(day).
func Some[T any](value T) Null[T] { return Null[T]{Value: value, Known: true} }

// SomeIf is a value where known, else null.
func SomeIf[T any](value T, known bool) Null[T] {
	if !known {
		return Null[T]{}
	}
	return Some(value)
}

// SomeDay is a day from a count of days, null where files cannot hold it.
func SomeDay[D ~int32 | ~int64 | ~int](days D) Null[Day] {
	return SomeIf(Day(days), int64(days) >= int64(FirstDay) && int64(days) <= int64(LastDay))
}

// SomeClock is a clock reading from seconds since 1970-01-01T00:00, null where files cannot hold it.
func SomeClock[S ~int64](seconds S) Null[LocalTime] {
	const day = 86400
	return SomeIf(LocalTime(int64(seconds)*1e6), int64(seconds) >= int64(FirstDay)*day && int64(seconds) < (int64(LastDay)+1)*day)
}

// Value is what a field holds in a row, in the member that its type asks for.
type Value struct {
	Text  string  // String
	Int   int64   // Int16, Int32, Int64, Date, UTC, Clock; Bool as 0 or 1
	Float float64 // Float32, Float64
	Known bool    // false is null
}

// clean makes text that every format can hold and give back: valid UTF-8 without NUL, each bad byte replaced by one U+FFFD so that offsets
// in code points stay true.
func clean(s string) string {
	if strings.IndexByte(s, 0) < 0 && utf8.ValidString(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r == 0 {
			return utf8.RuneError
		}
		return r
	}, s)
}
