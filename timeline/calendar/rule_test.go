package calendar

import (
	"testing"

	"pgregory.net/rapid"
)

// TestOccasions: days that are on record.
func TestOccasions(t *testing.T) {
	for _, c := range []struct {
		rule      string
		authority Authority
		year      int
		want      string // first day, or first/last
	}{
		{"hijri 2 20 @iraq", Auto, 2023, "2023-09-06"}, // Arbaeen
		{"hijri 2 20 @iraq", UmmAlQura, 2023, "2023-09-05"},
		{"hijri 2 20", Iraq, 2022, "2022-09-17"},
		{"hijri 2 20", Iraq, 2024, "2024-08-25"},
		{"hijri 1 10", Iran, 2024, "2024-07-16"}, // Ashura
		{"hijri 1 10", Iraq, 2024, "2024-07-17"},
		{"hijri 10 1", SaudiArabia, 2024, "2024-04-10"}, // Eid al-Fitr
		{"hijri 10 1", Iraq, 2025, "2025-03-31"},
		{"hijri 10 1", Iran, 2018, "2018-06-15"},
		{"hijri 12 10", SaudiArabia, 2015, "2015-09-24"}, // Eid al-Adha
		{"hijri 12 10", UmmAlQura, 2018, "2018-08-21"},
		{"hijri 12 8..13", SaudiArabia, 2024, "2024-06-14/2024-06-19"}, // Hajj
		{"hijri 9", SaudiArabia, 2024, "2024-03-11/2024-04-09"},        // Ramadan
		{"hijri 9 21..30", SaudiArabia, 2024, "2024-03-31/2024-04-09"}, // its last ten nights
		{"hijri 9 21..30", SaudiArabia, 2025, "2025-03-21/2025-03-29"}, // nine, in a month of 29 days
		{"hijri-nth 9 5 -1", SaudiArabia, 2024, "2024-04-05"},          // the last Friday of Ramadan
		{"jalali 1 1", Auto, 2024, "2024-03-20"},                       // Nowruz
		{"jalali 1 1", Auto, 2025, "2025-03-21"},
		{"jalali 1 13", Auto, 2024, "2024-04-01"},                 // Sizdah Bedar
		{"jalali 11 12..22", Auto, 2024, "2024-02-01/2024-02-11"}, // Fajr decade
		{"jalali 10 1 night", Auto, 2023, "2023-12-21"},           // Yalda
		{"jalali-nth 12 3 -1 night", Auto, 2024, "2024-03-12"},    // Chaharshanbe Suri
		{"easter 0", Auto, 2013, "2013-03-31"},
		{"easter 0", Auto, 2024, "2024-03-31"},
		{"easter 0", Auto, 1818, "1818-03-22"}, // the earliest
		{"easter 0", Auto, 1943, "1943-04-25"}, // the latest
		{"easter -2", Auto, 2025, "2025-04-18"},
		{"easter -7..-1", Auto, 2024, "2024-03-24/2024-03-30"},
		{"orthodox-easter 0", Auto, 2018, "2018-04-08"},
		{"orthodox-easter 0", Auto, 2024, "2024-05-05"},
		{"orthodox-easter 0", Auto, 2025, "2025-04-20"},
		{"nth 11 4 4", Auto, 2013, "2013-11-28"}, // Thanksgiving
		{"nth 11 4 4 +1", Auto, 2013, "2013-11-29"},
		{"nth 1 1 3", Auto, 2014, "2014-01-20"},
		{"nth 5 1 -1", Auto, 2013, "2013-05-27"},
		{"on-or-after 11 2 2", Auto, 2024, "2024-11-05"}, // US elections
		{"on-or-after 11 2 2", Auto, 2022, "2022-11-08"},
		{"on-or-after 11 27 7 to gregorian 12 24", Auto, 2023, "2023-12-03/2023-12-24"}, // Advent
		{"gregorian 4 27 if 7 -1", Auto, 2014, "2014-04-26"},                            // King's Day
		{"gregorian 4 27 if 7 -1", Auto, 2018, "2018-04-27"},
		{"hebrew 1 1..2", Auto, 2018, "2018-09-10/2018-09-11"}, // Rosh Hashanah
		{"hebrew 1 1..2 eve", Auto, 2018, "2018-09-09/2018-09-11"},
		{"hebrew 3 25..32", Auto, 2023, "2023-12-08/2023-12-15"}, // Hanukkah
		{"hebrew 7 14", Auto, 2013, "2013-02-24"},                // Purim, in a common year
		{"hebrew 7 14", Auto, 2024, "2024-03-24"},                // and in a leap year
		{"hebrew 8 15", Auto, 2024, "2024-04-23"},                // Passover
		{"hebrew 1 10", Auto, 1973, "1973-10-06"},                // Yom Kippur
		{"chinese 1 1", Auto, 2013, "2013-02-10"},
		{"chinese 1 1", Auto, 2018, "2018-02-16"},
		{"chinese 1 1", Auto, 2024, "2024-02-10"},
		{"chinese 1 1 -1", Auto, 2020, "2020-01-24"},
		{"chinese 8 15", Auto, 2023, "2023-09-29"}, // Mid-Autumn
		{"every 365 2018-08-17", Auto, 2022, "2022-08-16"},
		{"hindu 7 30 sunset", Auto, 2019, "2019-10-27"}, // Diwali
		{"hindu 7 30 sunset", Auto, 2021, "2021-11-04"},
		{"hindu 7 30 sunset", Auto, 2023, "2023-11-12"},
		{"hindu 7 30 sunset", Auto, 2016, "2016-10-30"},
		{"hindu 7 30 sunset", Auto, 2020, "2020-11-14"},    // a year with an intercalary month
		{"hindu 11 29 midnight", Auto, 2020, "2020-02-21"}, // Maha Shivaratri
		{"hindu 11 29 midnight", Auto, 2023, "2023-02-18"},
		{"hindu 11 29 midnight", Auto, 2024, "2024-03-08"},
		{"hindu 5 15 sunrise", Auto, 2018, "2018-08-26"}, // Raksha Bandhan
		{"hindu 6 4 noon", Auto, 2023, "2023-09-19"},     // Ganesh Chaturthi
		{"hindu 6 4 noon", Auto, 2019, "2019-09-02"},
		{"hindu 1 9 noon", Auto, 2020, "2020-04-02"},        // Rama Navami
		{"hindu 12 15 sunset +1", Auto, 2019, "2019-03-21"}, // Holi
		{"hindu 1 1 sunrise", Auto, 2018, "2018-03-18"},     // Ugadi
		{"hindu 7 10 afternoon", Auto, 2023, "2023-10-24"},
		{"hindu 7 19 moonrise", Auto, 2018, "2018-10-27"},   // Karva Chauth
		{"hindu-solar 10 sunset", Auto, 2018, "2018-01-14"}, // Pongal
		{"hindu-solar 10 sunset", Auto, 2019, "2019-01-15"},
		{"hindu-solar 1 midnight", Auto, 2018, "2018-04-14"}, // Vaisakhi
		{"hindu-solar 1 midnight", Auto, 2020, "2020-04-13"},
	} {
		rule, err := ParseRule(c.rule)
		if err != nil {
			t.Error(err)
			continue
		}
		found := rule.In(c.year, c.authority)
		if len(found) != 1 {
			t.Errorf("%s in %d: %v, want %s", c.rule, c.year, found, c.want)
			continue
		}
		got := found[0].Day.String()
		if found[0].Last != found[0].Day {
			got += "/" + found[0].Last.String()
		}
		if got != c.want {
			t.Errorf("%s in %d under %s: %s, want %s", c.rule, c.year, c.authority, got, c.want)
		}
	}
}

func TestRuleTwiceInAYear(t *testing.T) {
	if found := MustRule("hijri 10 1").In(2000, UmmAlQura); len(found) != 2 {
		t.Errorf("Eid al-Fitr in 2000: %v, want two", found)
	}
	found := MustRule("hijri 2 20 @iraq").InSystemYear(Hijri, 1445, Auto)
	if len(found) != 1 || found[0].Day.String() != "2023-09-06" || found[0].Certainty != Observed {
		t.Errorf("Arbaeen 1445: %v", found)
	}
	found = MustRule("jalali 1 1").InSystemYear(Gregorian, 2024, Auto)
	if len(found) != 1 || found[0].Day.String() != "2024-03-20" {
		t.Errorf("Nowruz of 2024: %v", found)
	}
}

func TestBadRules(t *testing.T) {
	for _, bad := range []string{
		"", "hijri", "hijri 13 1", "hijri 9 31", "gregorian 2 30", "nth 11 8 1", "nth 11 4 0", "easter", "easter x",
		"on-or-after 2 31 1", "hijri 9 5..2", "hijri 9 1 @mars", "hijri 9 1 twice", "jalali 11 12..", "hindu 7 31 sunset", "hindu 7 30 dusk",
		"every 365 2018-02-30", "gregorian 12 25 to", "gregorian 12 25 if 8 1", "table diwali",
	} {
		if rule, err := ParseRule(bad); err == nil {
			t.Errorf("%q is read as %+v, want an error", bad, rule)
		}
	}
}

func TestNextAndPrevious(t *testing.T) {
	rules := []string{
		"gregorian 12 25", "gregorian 2 29", "hijri 2 20 @iraq", "hijri 9", "jalali 11 12..22", "easter 0", "nth 11 4 4 +1",
		"hebrew 3 25..32", "chinese 1 1", "on-or-after 11 27 7 to gregorian 12 24", "hindu 7 30 sunset", "gregorian 12 31 night",
	}
	rapid.Check(t, func(t *rapid.T) {
		rule := MustRule(rapid.SampledFrom(rules).Draw(t, "rule"))
		day := MustDate(1920, 1, 1) + Day(rapid.IntRange(0, 150*365).Draw(t, "day"))
		next, okNext := rule.Next(day, Auto)
		prev, okPrev := rule.Prev(day, Auto)
		if !okNext || !okPrev || next.Day <= day || prev.Last >= day {
			t.Fatalf("%s: %v has %v before it and %v after", rule, day, prev, next)
		}
		for d := prev.Last + 1; d < next.Day; d++ {
			found, ok := rule.On(d, Auto)
			if ok && (found.Day > day || found.Last < day) {
				t.Fatalf("%s: %v is passed over between %v and %v", rule, found, prev, next)
			}
		}
		if again, ok := rule.On(next.Day, Auto); !ok || again != next {
			t.Fatalf("%s: on %v stands %v, want %v", rule, next.Day, again, next)
		}
	})
}

func BenchmarkRuleNext(b *testing.B) {
	rule := MustRule("hijri 2 20 @iraq")
	for i := range b.N {
		r, _ := rule.Next(Day(15000+i&4095), Auto)
		sink += int(r.Day)
	}
}
