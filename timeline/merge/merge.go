// Package merge makes mentions of one event, in one document and across documents and languages, into one row of the timeline.
//
// In: rows of events. Out: rows of timeline and timeline_members (package schemas). It knows dates, names, places and wording as those rows give
// them; it reads no text of its own and knows no language.
//
// Mentions are taken in order of publication. Each is compared only with the clusters of its blocks (kind group × days × an actor, place or
// word) and joins the one it fits best, or begins its own, so that cost grows with the number of mentions and not with its square. Since a later
// document can only join, an existing timeline is continued by giving its members back (Restore) and adding what is new: nothing is computed
// again, and no id changes. Memory holds all mentions once.
package merge

import (
	"cmp"
	"slices"
	"strings"

	"github.com/waqai/waqai/schemas"
)

// Result is a timeline: rows in order of time, undated ones last, and the members of each.
type Result struct {
	Timeline []schemas.Timeline
	Members  []schemas.TimelineMember
}

// Merge makes a timeline of all mentions. The order of rows makes no difference. Reports of speech (kind say) are no events of their own and are left out.
func Merge(events []schemas.Event) Result {
	m := New()
	m.Add(events)
	return m.Result()
}

// Merger is a timeline in the making.
type Merger struct {
	mentions []*mention
	clusters []*cluster
	byID     map[string]int
	byEvent  map[string]*mention
	said     map[key]*mention
	library  *library
	blocks   *postings
	found    []int32 // room for candidates
}

// cluster is the mentions of one event, in order of publication.
type cluster struct {
	id      string
	members []*mention
}

// New makes an empty timeline.
func New() *Merger {
	return &Merger{byID: map[string]int{}, byEvent: map[string]*mention{}, said: map[key]*mention{}, library: newLibrary(), blocks: newPostings()}
}

// Restore takes an earlier timeline in as it stands: its mentions and which event each belongs to. Mentions without a member row are added anew.
func (m *Merger) Restore(events []schemas.Event, members []schemas.TimelineMember) {
	known := make(map[string]*schemas.TimelineMember, len(members))
	for i := range members {
		known[members[i].EventID] = &members[i]
	}
	clusters := map[string]int{}
	var rest []schemas.Event
	for _, source := range m.byDocument(events) {
		read := newReading()
		document := m.library.add(source, read)
		for _, e := range source {
			member := known[e.EventID]
			if member == nil {
				rest = append(rest, *e)
				continue
			}
			if m.byEvent[e.EventID] != nil {
				continue
			}
			one := prepare(e, document, read)
			one.reason, one.score = member.Reason, member.Score
			at, there := clusters[member.TimelineID]
			if !there {
				at = m.begin(member.TimelineID)
				clusters[member.TimelineID] = at
			}
			m.join(&one, at)
		}
	}
	m.Add(rest)
}

// Add takes more mentions in. Rows whose event_id is known already are passed over.
func (m *Merger) Add(events []schemas.Event) {
	for _, source := range m.byDocument(events) {
		read := newReading()
		document := m.library.add(source, read)
		for _, e := range source {
			if e.Kind == "say" || m.byEvent[e.EventID] != nil {
				continue
			}
			one := prepare(e, document, read)
			m.assign(&one)
		}
	}
}

// byDocument groups rows by document, in order of publication; undated documents come last.
func (m *Merger) byDocument(events []schemas.Event) [][]*schemas.Event {
	rows := make([]*schemas.Event, len(events))
	for i := range events {
		rows[i] = &events[i]
	}
	slices.SortStableFunc(rows, func(a, b *schemas.Event) int {
		return cmp.Or(
			compareNull(a.PublishedDate, b.PublishedDate), compareInstant(a, b), strings.Compare(a.DocumentID, b.DocumentID),
			cmp.Compare(a.SpanStart, b.SpanStart), strings.Compare(a.EventID, b.EventID),
		)
	})
	var grouped [][]*schemas.Event
	for first := 0; first < len(rows); {
		last := first + 1
		for last < len(rows) && rows[last].DocumentID == rows[first].DocumentID {
			last++
		}
		grouped = append(grouped, rows[first:last])
		first = last
	}
	return grouped
}

// compareNull orders days, unknown ones last.
func compareNull(a, b schemas.Null[schemas.Day]) int {
	switch {
	case a.Known && b.Known:
		return cmp.Compare(a.Value, b.Value)
	case a.Known:
		return -1
	case b.Known:
		return 1
	}
	return 0
}

// compareInstant orders documents of one day by their hours; those that say none come last, so that three documents never go in a circle.
func compareInstant(a, b *schemas.Event) int {
	switch {
	case a.Published.Known && b.Published.Known:
		return cmp.Compare(a.Published.Value, b.Published.Value)
	case a.Published.Known:
		return -1
	case b.Published.Known:
		return 1
	}
	return 0
}

// assign finds the event of a mention, or begins one.
func (m *Merger) assign(one *mention) {
	if first := m.byEvent[one.event.SameAs]; first != nil {
		one.reason, one.score = "same event in its document", 1
		m.join(one, first.cluster)
		return
	}
	if one.said != 0 {
		if other := m.said[one.said]; other != nil && nearInPublication(one, other) {
			one.reason, one.score = "same sentence", 1
			m.join(one, other.cluster)
			return
		}
	}
	var best float32
	at, reason := -1, ""
	for _, candidate := range m.candidates(one) {
		if s, why := m.fit(one, m.clusters[candidate]); s > best {
			best, at, reason = s, int(candidate), why
		}
	}
	if at < 0 {
		one.reason, one.score = "first", 1
		m.join(one, m.begin(timelineID(one.event.EventID)))
		return
	}
	one.reason, one.score = reason, best
	m.join(one, at)
}

// nearInPublication tells whether two documents are of the same days, as copies are. A copy that was published later may have moved its "yesterday"
// a little.
func nearInPublication(a, b *mention) bool {
	if a.dated && b.dated && a.when.gap(b.when) > 2 {
		return false
	}
	return a.source == b.source || !a.source.dated || !b.source.dated ||
		max(a.source.published-b.source.published, b.source.published-a.source.published) <= copyDays
}

func (m *Merger) begin(id string) int {
	m.clusters = append(m.clusters, &cluster{id: id})
	m.byID[id] = len(m.clusters) - 1
	return m.byID[id]
}

func (m *Merger) join(one *mention, at int) {
	one.cluster = at
	m.clusters[at].members = append(m.clusters[at].members, one)
	m.mentions = append(m.mentions, one)
	m.byEvent[one.event.EventID] = one
	if one.said != 0 && m.said[one.said] == nil {
		m.said[one.said] = one
	}
	for _, k := range one.blocks() {
		m.blocks.add(k, int32(at))
	}
}

// compared is how many members of a cluster a mention is compared with: the first and the last ones.
const compared = 3

// fit says how well a mention fits a cluster: its best score with a member; 0 if it may not join.
func (m *Merger) fit(one *mention, c *cluster) (float32, string) {
	var best float32
	reason := ""
	for i, member := range c.members {
		if i >= compared && i < len(c.members)-compared {
			continue
		}
		s, why := score(one, member)
		least := float32(joinAcross)
		if member.source == one.source {
			least = joinWithin
		}
		if contrary(one.event.Status, member.event.Status) {
			least = max(least, joinContrary)
		}
		if s == 0 && strong(one) && strong(member) {
			return 0, "" // a plain contradiction with one member keeps it out, however well others fit
		}
		if s >= least && s > best {
			best, reason = s, why
		}
	}
	return best, reason
}

// strong tells whether a mention says enough by itself to contradict.
func strong(m *mention) bool { return m.dated && !m.weak && m.when.short() && named(m.actors) }

// timelineID is made of the earliest-published mention's id, so that a later document never changes it.
func timelineID(eventID string) string {
	_, digest, found := strings.Cut(eventID, "e_")
	if !found {
		digest = eventID
	}
	return "w_" + digest
}
