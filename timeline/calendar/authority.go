package calendar

import (
	"fmt"
	"strings"
)

// Authority says who decides when a Hijri month begins.
type Authority uint8

const (
	// Auto leaves it open: the rule of an occasion may name its country, else the computed Umm al-Qura day is given as one of three.
	Auto Authority = iota
	// UmmAlQura is the civil calendar of Saudi Arabia, computed in advance.
	UmmAlQura
	// Civil is the tabular calendar with leap years 2 5 7 10 13 16 18 21 24 26 29, counted from Friday 16 July 622 (Julian).
	Civil
	// Tbla is the same counted from the Thursday before, as astronomers do.
	Tbla
	// SaudiArabia is the months as announced there: the Supreme Court's for Ramadan, Shawwal and Dhu al-Hijja; from 1365 to 1419 the calendar as it was
	// printed then.
	SaudiArabia
	// Iraq is the months as announced by the office of Ayatollah Sistani in Najaf.
	Iraq
	// Iran is the months of the official calendar, as its public holidays were kept.
	Iran

	authorities = iota
)

var authorityNames = [authorities]string{"auto", "umalqura", "civil", "tbla", "saudi", "iraq", "iran"}

// String is the name that ParseAuthority reads.
func (a Authority) String() string {
	if int(a) < len(authorityNames) {
		return authorityNames[a]
	}
	return fmt.Sprintf("authority %d", uint8(a))
}

// ParseAuthority reads auto, umalqura, civil, tbla, saudi, iraq or iran.
func ParseAuthority(s string) (Authority, error) {
	for a, name := range authorityNames {
		if name == s {
			return Authority(a), nil
		}
	}
	return Auto, fmt.Errorf("no authority %q for Hijri months; use one of %s", s, strings.Join(authorityNames[:], " "))
}

// Authorities lists all of them, Auto first.
func Authorities() []Authority {
	all := make([]Authority, authorities)
	for i := range all {
		all[i] = Authority(i)
	}
	return all
}

// AuthorityOf is the authority of a country by its ISO 3166 code, Auto where none is known.
func AuthorityOf(country string) Authority {
	switch country {
	case "SA":
		return SaudiArabia
	case "IQ":
		return Iraq
	case "IR":
		return Iran
	}
	return Auto
}

// observes reports whether months of this authority are announced rather than reckoned.
func (a Authority) observes() bool { return a >= SaudiArabia && a < authorities }

// Certainty says how a date of another calendar became a day, best first.
type Certainty uint8

const (
	Exact    Certainty = iota // follows from the rules of its calendar
	Observed                  // the month began on the day that was announced there
	Computed                  // from a calendar computed in advance or from the moon's position
	Tabular                   // from the arithmetic calendar
)

// String is exact, observed, computed or tabular.
func (c Certainty) String() string {
	switch c {
	case Exact:
		return "exact"
	case Observed:
		return "observed"
	case Computed:
		return "computed"
	}
	return "tabular"
}

// Resolution is the day, or days, that a date or an occasion falls on, and how sure that is.
type Resolution struct {
	Day       Day       // the first day
	Last      Day       // the last day, itself included; the same as Day for a single day
	Night     bool      // it is the night that begins in the evening of Day
	Certainty Certainty // how the days were found
	Slack     int8      // the true days may be this many earlier or later
	Source    string    // where an observed day comes from, else empty
}

// Interval is the days that the resolution names.
func (r Resolution) Interval() Interval { return OfDays(r.Day, r.Last) }

// Widest is the days that it may be, the uncertainty included.
func (r Resolution) Widest() Interval { return OfDays(r.Day-Day(r.Slack), r.Last+Day(r.Slack)) }

func (r Resolution) shift(days int) Resolution {
	r.Day += Day(days)
	r.Last += Day(days)
	return r
}
