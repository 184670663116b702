package merge

import (
	"slices"
	"strconv"

	"github.com/waqai/waqai/timeline/calendar"
)

// posted is how many clusters a block remembers, the latest. A block with more is no evidence by itself; what belongs together meets in
// another block.
const posted = 48

func (m *Merger) post(block key, cluster int32) {
	list := m.blocks[block]
	if n := len(list); n > 0 && list[n-1] == cluster {
		return
	}
	if i := slices.Index(list, cluster); i >= 0 {
		list = slices.Delete(list, i, i+1)
	}
	if len(list) == posted {
		copy(list, list[1:])
		list = list[:posted-1]
	}
	m.blocks[block] = append(list, cluster)
}

// candidates is the clusters of the blocks that a mention asks, each once, oldest first.
func (m *Merger) candidates(one *mention) []int32 {
	var found []int32
	for _, k := range one.questions() {
		found = append(found, m.blocks[k]...)
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// anchors is what a mention is blocked by beside its days: actors, place, trigger.
func (m *mention) anchors() []key {
	var all []key
	for i := range m.actors {
		all = append(all, m.actors[i].keys...)
		all = append(all, m.actors[i].words...)
	}
	if m.place != 0 {
		all = append(all, m.place)
	}
	all = append(all, m.lemma)
	all = append(all, m.source.foremost...)
	slices.Sort(all)
	return slices.Compact(all)
}

// Names of the stretches of time that blocks have: a day and month of short dates, a month and year of long ones, the publication of undated ones.
const (
	dayBlock       = "d"
	monthBlock     = "m"
	yearBlock      = "y"
	longMonthBlock = "M"
	longYearBlock  = "Y"
	undatedBlock   = "u"
)

// monthsPosted is how many months a long date is posted under; longer ones go by years.
const monthsPosted = 4

// blocks is where a mention is posted.
func (m *mention) blocks() []key {
	var times []string
	switch {
	case !m.dated:
		if m.source.dated {
			times = append(times, at(undatedBlock, m.source.published))
		}
	case m.when.short():
		for day := m.when.first; day <= m.when.last; day++ {
			times = append(times, at(dayBlock, day))
		}
		times = append(times, at(monthBlock, month(m.when.first)), at(yearBlock, month(m.when.first)/12))
	default:
		from, to := month(m.when.first), month(m.when.last)
		if to-from < monthsPosted {
			for ; from <= to; from++ {
				times = append(times, at(longMonthBlock, from))
			}
			break
		}
		for year := from / 12; year <= min(to/12, from/12+monthsPosted); year++ {
			times = append(times, at(longYearBlock, year))
		}
	}
	return m.cross(times)
}

// questions is where a mention looks for its event.
func (m *mention) questions() []key {
	var times []string
	switch {
	case !m.dated:
		if m.source.dated {
			for day := m.source.published - undatedDays; day <= m.source.published+undatedDays; day++ {
				times = append(times, at(undatedBlock, day), at(dayBlock, day))
			}
		}
	case m.when.short():
		for day := m.when.first - 2; day <= m.when.last+2; day++ {
			times = append(times, at(dayBlock, day))
		}
		for day := m.when.first - undatedDays; day <= m.when.last+undatedDays; day++ {
			times = append(times, at(undatedBlock, day))
		}
		times = append(times, at(longMonthBlock, month(m.when.first)), at(longYearBlock, month(m.when.first)/12))
	default:
		from, to := month(m.when.first), month(m.when.last)
		if to-from < monthsPosted {
			for each := from; each <= to; each++ {
				times = append(times, at(monthBlock, each), at(longMonthBlock, each))
			}
			times = append(times, at(longYearBlock, from/12))
			break
		}
		for year := from / 12; year <= min(to/12, from/12+monthsPosted); year++ {
			times = append(times, at(yearBlock, year), at(longYearBlock, year))
		}
	}
	return m.cross(times)
}

func (m *mention) cross(times []string) []key {
	anchors := m.anchors()
	all := make([]key, 0, len(times)*len(anchors))
	for _, time := range times {
		base := uint64(hash(m.group, time))
		for _, anchor := range anchors {
			all = append(all, key(mix(base^uint64(anchor))))
		}
	}
	return all
}

func at(block string, n int32) string { return block + strconv.Itoa(int(n)) }

// month counts months since year 0.
func month(day int32) int32 {
	year, month, _ := calendar.Day(day).YMD()
	return int32(year*12 + month - 1)
}
