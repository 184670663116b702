package merge

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/waqai/waqai/schemas"
	"github.com/waqai/waqai/timeline/text"
)

// basisWeight says how much a date counts by where it was found.
func basisWeight(basis string) float32 {
	switch basis {
	case "explicit", "relative":
		return 1
	case "occasion":
		return 0.9
	case "inherited":
		return 0.6
	}
	return 0.4
}

// bestDate is the member whose date the row takes: the one that most voices support, the most precise of equals. A voice supports a date that lies
// within its own. Dates of other sources that exclude it are a conflict.
func (c *cluster) bestDate() (kept int, conflict string) {
	kept = -1
	var bestSupport, bestPrecision float32
	for i, m := range c.members {
		if !m.dated {
			continue
		}
		support := c.support(m)
		precision := precision(m)
		if kept < 0 || support > bestSupport+0.01 || support > bestSupport-0.01 && precision > bestPrecision {
			kept, bestSupport, bestPrecision = i, support, precision
		}
	}
	if kept < 0 {
		return kept, ""
	}
	chosen := c.members[kept]
	views := newViews("date")
	views.add(dateShown(chosen), dateShown(chosen), chosen)
	for _, m := range c.members {
		switch {
		case m == chosen || !m.dated:
		case m.when == chosen.when:
			views.add(dateShown(chosen), dateShown(chosen), m)
		case !m.when.overlaps(chosen.when) && !m.weak:
			views.add(dateShown(m), dateShown(m), m)
		}
	}
	return kept, views.String()
}

func (c *cluster) support(m *mention) float32 {
	byVoice := map[string]float32{}
	var sum float32
	for _, other := range c.members {
		if !other.dated || !other.when.covers(m.when) {
			continue
		}
		weight := basisWeight(other.event.Basis)
		if other.when != m.when {
			weight *= 0.5
		}
		voice := other.source.voice()
		if more := weight - byVoice[voice]; more > 0 {
			byVoice[voice] = weight
			sum += more
		}
	}
	return sum
}

// precision grows as the stretch shrinks; hours, and a bound on both sides, make it finer.
func precision(m *mention) float32 {
	p := 1 / float32(m.when.length())
	if m.event.StartLocal.Known {
		p += 0.5
	}
	if m.event.Granularity == "minute" {
		p += 0.25
	}
	return p + basisWeight(m.event.Basis)/100
}

func dateShown(m *mention) string {
	w := &m.event.When
	switch {
	case w.DateStart.Known && w.DateEnd.Known && w.DateStart.Value == w.DateEnd.Value:
		return dayText(w.DateStart.Value)
	case w.EDTF != "":
		return w.EDTF
	case w.TimexValue != "":
		return w.TimexValue
	}
	return dayText(schemas.Day(m.when.first)) + "/" + dayText(schemas.Day(m.when.last))
}

// status follows what is told in order of publication. A plan becomes fact or is called off; background that repeats the plan later changes
// nothing. Where some say it happened and others deny it, both stand in the history and in the conflict, and the side with more voices holds.
func (c *cluster) status() (now, history, conflict string) {
	rank := map[string]int{"possible": 0, "planned": 1, "actual": 2, "negated": 2}
	steps := []string{c.members[0].event.Status}
	for _, m := range c.members[1:] {
		last := steps[len(steps)-1]
		if s := m.event.Status; s != last && (rank[s] > rank[last] || rank[s] == 2 && rank[last] == 2 && !slices.Contains(steps, s)) {
			steps = append(steps, s)
		}
	}
	now = steps[len(steps)-1]
	if slices.Contains(steps, "actual") && slices.Contains(steps, "negated") {
		views := newViews("status")
		for _, m := range c.members {
			if rank[m.event.Status] == 2 {
				views.add(m.event.Status, m.event.Status, m)
			}
		}
		conflict = views.String()
		first := slices.MaxFunc(views.values, func(a, b view) int { return cmp.Compare(len(a.voices), len(b.voices)) })
		if len(views.values) == 2 && len(views.values[0].voices) != len(views.values[1].voices) {
			now = first.folded
		}
	}
	if len(steps) > 1 {
		history = strings.Join(steps, " > ")
	}
	return now, history, conflict
}

// place is the one most named, a known point before a country before a mere name. Others that lie elsewhere are a conflict.
func (c *cluster) place() (best schemas.Where, conflict string) {
	type candidate struct {
		where schemas.Where
		score float32
		m     *mention
	}
	var all []candidate
	find := func(m *mention) int {
		return slices.IndexFunc(all, func(o candidate) bool { return o.m.place == m.place })
	}
	for _, m := range c.members {
		if m.place == 0 {
			continue
		}
		at := find(m)
		if at < 0 {
			one := candidate{where: m.event.Where, m: m}
			switch {
			case one.where.Latitude.Known:
				one.score = 1
			case one.where.PlaceID != "" || one.where.Country != "":
				one.score = 0.3
			}
			all, at = append(all, one), len(all)
		}
		all[at].score++
	}
	if len(all) == 0 {
		return best, ""
	}
	chosen := slices.MaxFunc(all, func(a, b candidate) int { return cmp.Compare(a.score, b.score) })
	views := newViews("place")
	for _, m := range c.members {
		if at := find(m); m.place != 0 && (m.place == chosen.m.place || apart(&chosen.where, &all[at].where)) {
			views.add(all[at].where.Place, text.Fold(all[at].where.Place), m)
		}
	}
	return chosen.where, views.String()
}

// farKilometres is how far two places lie apart that one report of an event would not both give.
const farKilometres = 50

func apart(a, b *schemas.Where) bool {
	if !a.Latitude.Known || !b.Latitude.Known {
		return a.Country != "" && b.Country != "" && a.Country != b.Country
	}
	const degree, kilometres = math.Pi / 180, 6371
	north := (a.Latitude.Value - b.Latitude.Value) * degree
	east := (a.Longitude.Value - b.Longitude.Value) * degree * math.Cos(a.Latitude.Value*degree)
	return math.Hypot(north, east)*kilometres > farKilometres
}
