package temporal

import "github.com/waqai/waqai/timeline/calendar"

// occasionYear is an occasion in a year of a calendar, by an authority's months.
type occasionYear struct {
	occasion  *occasion
	system    calendar.System
	authority calendar.Authority
	year      int
}

// occasionDays remembers when occasions fall: a corpus of news names the same few feasts of the same few years again and again, and a rule of
// another calendar takes a while to find its day. A missing occasion is remembered as well. It is emptied when it is full.
type occasionDays map[occasionYear]struct {
	instance
	found bool
}

const mostOccasionDays = 4096

// inYear is the first time that the occasion falls in the year; false where it does not.
func (m *occasionDays) inYear(asked occasionYear) (instance, bool) {
	known, there := (*m)[asked]
	if !there {
		if *m == nil || len(*m) >= mostOccasionDays {
			*m = occasionDays{}
		}
		all := asked.occasion.rule.In(asked.year, asked.authority)
		if asked.system != calendar.Gregorian {
			all = asked.occasion.rule.InSystemYear(asked.system, asked.year, asked.authority)
		}
		if len(all) > 0 {
			known.instance, known.found = occasionInstance(all[0]), true
		}
		(*m)[asked] = known
	}
	return known.instance, known.found
}
