package calendar

import (
	"testing"

	"pgregory.net/rapid"
)

func TestEDTFOfDays(t *testing.T) {
	day := MustDate(2023, 8, 7)
	for _, c := range []struct {
		interval         Interval
		openFrom, openTo bool
		want             string
	}{
		{OfDay(day), false, false, "2023-08-07"},
		{OfHour(day, 9), false, false, "2023-08-07"},
		{OfMonth(2023, 8), false, false, "2023-08"},
		{OfYear(2023), false, false, "2023"},
		{OfQuarter(2023, 1), false, false, "2023-01/2023-03"},
		{OfWeek(2023, 32), false, false, "2023-08-07/2023-08-13"},
		{OfDecade(197), false, false, "197X"},
		{OfCentury(19), false, false, "19XX"},
		{OfYear(2019).Union(OfYear(2021)), false, false, "2019/2021"},
		{OfDays(day-1, day+1), false, false, "2023-08-06/2023-08-08"},
		{OfDay(day), false, true, "2023-08-07/.."},
		{OfDay(day), true, false, "../2023-08-07"},
		{OfYear(-99), false, false, "-0099"},
	} {
		got := EDTFOfDays(c.interval, c.openFrom, c.openTo)
		if got != c.want {
			t.Errorf("%v: %s, want %s", c.interval, got, c.want)
			continue
		}
		e, err := ParseEDTF(got)
		if err != nil {
			t.Error(err)
			continue
		}
		back, openFrom, openTo, ok := e.Bounds()
		if !ok || openFrom != c.openFrom || openTo != c.openTo || back != OfDays(c.interval.First(), c.interval.Last()) {
			t.Errorf("%s is %v %v %v %v, want %v", got, back, openFrom, openTo, ok, c.interval)
		}
	}
	if got, err := EDTFQualified("2023-08", '~'); err != nil || got != "2023-08~" {
		t.Error(got, err)
	}
	if got, err := EDTFQualified("2023-08/..", '?'); err != nil || got != "2023-08?/.." {
		t.Error(got, err)
	}
}

func TestParseEDTF(t *testing.T) {
	// The examples of the Library of Congress specification, levels 0 and 1, and their like.
	for _, good := range []string{
		"1985-04-12", "1985-04", "1985", "1985-04-12T23:20:30", "1985-04-12T23:20:30Z", "1985-04-12T23:20:30-04",
		"1985-04-12T23:20:30+04:30", "1964/2008", "2004-06/2006-08", "2004-02-01/2005-02-08", "2004-02-01/2005-02", "2004-02-01/2005",
		"2005/2006-02", "Y170000002", "Y-170000002", "2001-21", "1984?", "2004-06~", "2004-06-11%", "201X", "20XX", "2004-XX", "1985-04-XX",
		"1985-XX-XX", "1985-04-12/..", "1985-04/..", "1985/..", "../1985-04-12", "1985-04-12/", "/1985", "-1985", "0000", "-0099-03-15",
		"1984~/2004-06", "2023-21/2023-22",
	} {
		e, err := ParseEDTF(good)
		if err != nil || e.String() != good {
			t.Errorf("%s reads as %s (%v)", good, e, err)
		}
	}
	for _, bad := range []string{
		"", "85", "1985-13", "1985-02-30", "1985-W32", "XXXX-WXX-1", "2023-33", "20X3", "XXXX", "1985-XX-12", "201X-05",
		"2008/1964", "../..", "/", "1985-04-12T23", "1985-04T23:20:30", "1985-4", "Y1985", "2001-21-05", "1985??", "[1667,1668]", "2004?-06",
		"1985-00", "-0000", "201X~", "2001-21?", "2004-XX%", "1985-04-12T24:00:00", "a/b/c",
	} {
		if e, err := ParseEDTF(bad); err == nil {
			t.Errorf("%q is read as %+v, want an error", bad, e)
		}
	}
}

func drawEDTFDate(t *rapid.T) EDTFDate {
	d := EDTFDate{Year: rapid.IntRange(FirstYear, LastYear).Draw(t, "year")}
	switch rapid.IntRange(0, 7).Draw(t, "form") {
	case 1:
		d.Month = rapid.IntRange(1, 12).Draw(t, "month")
	case 2:
		d.Month = rapid.IntRange(21, 24).Draw(t, "season")
	case 3:
		d.Month = rapid.IntRange(1, 12).Draw(t, "month")
		d.Day = rapid.IntRange(1, DaysIn(d.Year, d.Month)).Draw(t, "day")
	case 4:
		d.Month, d.Day = EDTFUnspecified, rapid.SampledFrom([]int{0, EDTFUnspecified}).Draw(t, "day")
	case 5:
		d.Month, d.Day = rapid.IntRange(1, 12).Draw(t, "month"), EDTFUnspecified
	case 6:
		d.Hidden = rapid.IntRange(1, 2).Draw(t, "hidden")
		d.Year = max(d.Year, -d.Year) / 100 * 100
	case 7:
		d.Year = rapid.IntRange(10000, 1<<40).Draw(t, "long year") * rapid.SampledFrom([]int{1, -1}).Draw(t, "sign")
		return d
	}
	if !d.isPlain() {
		return d
	}
	d.Qualifier = rapid.SampledFrom([]byte{0, '?', '~', '%'}).Draw(t, "qualifier")
	return d
}

func TestEDTFPrintsAndParses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := EDTF{From: drawEDTFDate(t)}
		switch rapid.IntRange(0, 3).Draw(t, "form") {
		case 1:
			e.IsInterval, e.To = true, drawEDTFDate(t)
			if !e.From.before(e.To) {
				e.From, e.To = e.To, e.From
			}
		case 2:
			e.IsInterval, e.ToBound = true, EDTFOpen
		case 3:
			e = EDTF{To: e.From, IsInterval: true, FromBound: EDTFUnknown}
		}
		back, err := ParseEDTF(e.String())
		if err != nil || back != e {
			t.Fatalf("%+v prints as %s, which reads as %+v (%v)", e, e, back, err)
		}
	})
}

func FuzzParseEDTF(f *testing.F) {
	for _, seed := range []string{"2023-08-07", "201X", "2023-08~/..", "Y-170000002", "1985-04-12T23:20:30-04:00"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		e, err := ParseEDTF(s)
		if err != nil {
			return
		}
		if e.String() != s {
			t.Errorf("%q prints as %q", s, e)
		}
		if interval, openFrom, openTo, ok := e.Bounds(); ok && !openFrom && !openTo && interval.Empty() {
			t.Errorf("%q is %v", s, interval)
		}
	})
}

func FuzzParseRule(f *testing.F) {
	for _, seed := range []string{"hijri 2 20 @iraq", "easter -7..-1", "nth 11 4 4 +1", "on-or-after 11 27 7 to gregorian 12 24", "hindu 7 30 sunset"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		rule, err := ParseRule(s)
		if err != nil {
			return
		}
		again, err := ParseRule(rule.String())
		if err != nil || again.String() != rule.String() {
			t.Errorf("%q prints as %q, which reads as %q (%v)", s, rule, again, err)
		}
		for _, found := range rule.In(2023, Auto) {
			if found.Day.Year() != 2023 {
				t.Errorf("%q in 2023: %v", s, found)
			}
		}
	})
}
