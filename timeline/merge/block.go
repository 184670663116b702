package merge

import (
	"slices"
	"strconv"

	"github.com/waqai/waqai/timeline/calendar"
)

// posted is how many clusters a block remembers, the latest. A block with more is no evidence by itself; what belongs together meets in
// another block.
const posted = 48

// postings is the clusters of each block, the latest first. There are some dozens of blocks a mention and most hold one cluster, so they hold no
// pointers: the garbage collector passes over them.
type postings struct {
	latest  map[key]posting
	earlier []posting // what posting.next points into, from 1
}

type posting struct {
	cluster int32
	next    uint32 // of the same block; 0: none
}

func newPostings() *postings {
	return &postings{latest: map[key]posting{}, earlier: make([]posting, 1)}
}

// add makes a cluster the latest of a block: those before it move one place down, to its former place or to the end.
func (p *postings) add(block key, cluster int32) {
	head, there := p.latest[block]
	if !there {
		p.latest[block] = posting{cluster: cluster}
		return
	}
	if head.cluster == cluster {
		return
	}
	moved, last, n := head.cluster, uint32(0), 1
	for at := head.next; at != 0 && moved != cluster; at = p.earlier[at].next {
		p.earlier[at].cluster, moved = moved, p.earlier[at].cluster
		last, n = at, n+1
	}
	if moved != cluster && n < posted {
		p.earlier = append(p.earlier, posting{cluster: moved})
		end := uint32(len(p.earlier) - 1)
		if last == 0 {
			head.next = end
		} else {
			p.earlier[last].next = end
		}
	}
	head.cluster = cluster
	p.latest[block] = head
}

// appendTo adds the clusters of a block to a list.
func (p *postings) appendTo(list []int32, block key) []int32 {
	one, there := p.latest[block]
	for there {
		list = append(list, one.cluster)
		if one.next == 0 {
			break
		}
		one = p.earlier[one.next]
	}
	return list
}

// candidates is the clusters of the blocks that a mention asks, each once, oldest first.
func (m *Merger) candidates(one *mention) []int32 {
	found := m.found[:0]
	for _, k := range one.questions() {
		found = m.blocks.appendTo(found, k)
	}
	m.found = found
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
