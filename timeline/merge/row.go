package merge

import (
	"cmp"
	"slices"
	"strings"

	"github.com/waqai/waqai/schemas"
	"github.com/waqai/waqai/timeline/text"
)

// Result gives the timeline as it stands. More mentions may be added after.
func (m *Merger) Result() Result {
	var r Result
	for _, c := range m.clusters {
		if len(c.members) == 0 {
			continue // merged away by the desk
		}
		c.sort()
		row, kept := c.row()
		r.Timeline = append(r.Timeline, row)
		for i, member := range c.members {
			r.Members = append(r.Members, schemas.TimelineMember{
				TimelineID: c.id, EventID: member.event.EventID, Reason: member.reason, Score: member.score, KeptDate: i == kept,
			})
		}
	}
	Sort(r.Timeline)
	slices.SortStableFunc(r.Members, func(a, b schemas.TimelineMember) int { return strings.Compare(a.TimelineID, b.TimelineID) })
	return r
}

// whereabouts tells the event of every mention, and no more.
func (m *Merger) whereabouts() []schemas.TimelineMember {
	members := make([]schemas.TimelineMember, 0, len(m.mentions))
	for _, c := range m.clusters {
		for _, member := range c.members {
			members = append(members, schemas.TimelineMember{TimelineID: c.id, EventID: member.event.EventID})
		}
	}
	return members
}

// Sort orders rows by time: day, hour, the finer first, then by where the text tells it; undated rows last.
func Sort(rows []schemas.Timeline) {
	slices.SortStableFunc(rows, func(a, b schemas.Timeline) int {
		return cmp.Or(
			compareNull(start(&a.When), start(&b.When)),
			cmp.Compare(a.StartLocal.Value, b.StartLocal.Value),
			compareNull(a.DateEnd, b.DateEnd),
			compareNull(a.FirstPublished, b.FirstPublished),
			compareSources(a.Sources, b.Sources),
			strings.Compare(a.TimelineID, b.TimelineID),
		)
	})
}

func start(w *schemas.When) schemas.Null[schemas.Day] {
	if w.DateStart.Known {
		return w.DateStart
	}
	return w.DateEnd
}

func compareSources(a, b []schemas.TimelineSource) int {
	if len(a) == 0 || len(b) == 0 {
		return cmp.Compare(len(a), len(b))
	}
	return cmp.Or(strings.Compare(a[0].DocumentID, b[0].DocumentID), cmp.Compare(a[0].SpanStart, b[0].SpanStart))
}

// sort brings members into order of publication, which a later addition may have left.
func (c *cluster) sort() {
	slices.SortStableFunc(c.members, func(a, b *mention) int {
		return cmp.Or(
			compareNull(a.event.PublishedDate, b.event.PublishedDate), compareInstant(a.event, b.event),
			strings.Compare(a.event.DocumentID, b.event.DocumentID), cmp.Compare(a.event.SpanStart, b.event.SpanStart),
		)
	})
}

// row writes a cluster; kept is the member that gave the date, or -1.
func (c *cluster) row() (row schemas.Timeline, kept int) {
	first := c.members[0].event
	row = schemas.Timeline{
		TimelineID: c.id, NMentions: int32(len(c.members)), FirstPublished: first.PublishedDate,
		SchemaVersion: first.SchemaVersion, ProgramVersion: first.ProgramVersion,
	}
	var conflicts []string
	note := func(conflict string) {
		if conflict != "" {
			conflicts = append(conflicts, conflict)
		}
	}
	var conflict string
	kept, conflict = c.bestDate()
	if kept >= 0 {
		row.When = c.members[kept].event.When
	}
	note(conflict)
	row.Status, row.StatusHistory, conflict = c.status()
	note(conflict)
	row.Kind = c.kind()
	row.Plover, _ = schemas.Plover(row.Kind, row.Status)
	row.Where, conflict = c.place()
	note(conflict)
	row.Language = most(c.members, func(m *mention) string { return m.event.Language })
	row.Occasion = most(c.members, func(m *mention) string { return m.event.Occasion })
	row.Participants = c.participants(row.Language)
	row.Actors = schemas.Actors{
		Actor: names(row.Participants, "agent"), Counterpart: names(row.Participants, "counterpart"), Patient: names(row.Participants, "patient"),
	}
	row.Quantities, conflict = c.quantities()
	note(conflict)
	row.Conflicts = strings.Join(conflicts, " | ")
	row.Sources, row.NDocuments, row.NPublishers = c.sources()
	row.Confidence = c.confidence()
	row.Headline = c.headline(&row)
	return row, kept
}

// most is the value that most voices give, the earliest of equals; empty values do not count.
func most(members []*mention, value func(*mention) string) string {
	count := map[string]int{}
	for _, m := range members {
		if v := value(m); v != "" {
			count[v]++
		}
	}
	best := ""
	for _, m := range members {
		if v := value(m); count[v] > count[best] {
			best = v
		}
	}
	return best
}

// kind is that of most mentions, surer ones counting more.
func (c *cluster) kind() string {
	weight := map[string]float32{}
	for _, m := range c.members {
		weight[m.event.Kind] += 0.1 + m.event.Confidence
	}
	best := c.members[0].event.Kind
	for _, m := range c.members {
		if weight[m.event.Kind] > weight[best] {
			best = m.event.Kind
		}
	}
	return best
}

// sources lists the mentions and counts documents and publishers, copies once.
func (c *cluster) sources() (sources []schemas.TimelineSource, documents, publishers int32) {
	origins, voices := map[*document]bool{}, map[string]bool{}
	for _, m := range c.members {
		e := m.event
		sources = append(sources, schemas.TimelineSource{
			DocumentID: e.DocumentID, EventID: e.EventID, Title: e.Title, Publisher: e.Publisher, URL: e.URL, Published: e.Published,
			PublishedDate: e.PublishedDate, Language: e.Language, Sentence: e.Sentence, SentenceStart: e.SentenceStart, SpanStart: e.SpanStart, SpanEnd: e.SpanEnd, Source: e.Source, DateText: e.DateText,
		})
		origins[m.source.origin], voices[m.source.voice()] = true, true
	}
	return sources, int32(len(origins)), int32(len(voices))
}

// confidence rises with independent voices: each takes away half of its share of the doubt that is left.
func (c *cluster) confidence() float32 {
	byVoice := map[string]float32{}
	var order []string
	for _, m := range c.members {
		voice := m.source.voice()
		if _, seen := byVoice[voice]; !seen {
			order = append(order, voice)
		}
		byVoice[voice] = max(byVoice[voice], m.event.Confidence)
	}
	slices.SortStableFunc(order, func(a, b string) int { return cmp.Compare(byVoice[b], byVoice[a]) })
	doubt := float32(1)
	for i, voice := range order {
		if i == 0 {
			doubt -= byVoice[voice]
			continue
		}
		doubt *= 1 - byVoice[voice]/2
	}
	return min(1, 1-doubt)
}

// participants merges those of all mentions: one entry each, in order of first appearance, under the fullest name that the language of the row
// has for it.
func (c *cluster) participants(language string) []schemas.EventParticipant {
	type merged struct {
		actor
		row   schemas.EventParticipant
		roles map[string]int
		own   bool // named in the language of the row
	}
	var all []*merged
	read := newReading()
	for _, m := range c.members {
		for i := range m.event.Participants {
			p := &m.event.Participants[i]
			a := actorOf(p, read)
			if len(a.keys) == 0 {
				continue
			}
			at := slices.IndexFunc(all, func(other *merged) bool { return a.same(&other.actor) > 0 })
			if at < 0 {
				all = append(all, &merged{actor: a, row: *p, roles: map[string]int{p.Role: 1}, own: m.event.Language == language})
				continue
			}
			one := all[at]
			one.roles[p.Role]++
			one.keys = append(one.keys, a.keys...)
			own := m.event.Language == language
			better := own && !one.own || own == one.own && (one.row.EntityType == "" && p.EntityType != "" || len(a.words) > len(one.words))
			if better {
				row := *p
				row.Start, row.End, row.Text, row.Role = one.row.Start, one.row.End, one.row.Text, one.row.Role
				fill(&row, &one.row)
				one.row, one.words, one.own = row, a.words, own
				continue
			}
			fill(&one.row, p)
		}
	}
	rows := make([]schemas.EventParticipant, 0, len(all))
	for _, one := range all {
		for _, role := range [...]string{"agent", "counterpart", "patient", "beneficiary"} {
			if one.roles[role] > one.roles[one.row.Role] {
				one.row.Role = role
			}
		}
		rows = append(rows, one.row)
	}
	return rows
}

// fill completes what one row leaves open from another of the same participant.
func fill(row, from *schemas.EventParticipant) {
	row.EntityType = cmp.Or(row.EntityType, from.EntityType)
	row.Office = cmp.Or(row.Office, from.Office)
	row.Country = cmp.Or(row.Country, from.Country)
	row.Canonical = cmp.Or(row.Canonical, from.Canonical)
	row.EntityID = cmp.Or(row.EntityID, from.EntityID)
}

// names joins the names of one role.
func names(parts []schemas.EventParticipant, role string) string {
	var all []string
	for i := range parts {
		if parts[i].Role == role {
			all = append(all, parts[i].Name)
		}
	}
	return strings.Join(all, "; ")
}

// quantities merges numbers: each value of a unit once. Different values of one unit for deaths, injuries and the like are a conflict or a count
// that grew, and are told with who gives them.
func (c *cluster) quantities() (rows []schemas.EventQuantity, conflict string) {
	var units []string
	for _, m := range c.members {
		for _, q := range m.event.Quantities {
			if !slices.ContainsFunc(rows, func(o schemas.EventQuantity) bool { return o.Unit == q.Unit && o.Value == q.Value }) {
				rows = append(rows, q)
			}
			if q.Unit != "" && !slices.Contains(units, q.Unit) {
				units = append(units, q.Unit)
			}
		}
	}
	var conflicts []string
	for _, unit := range units {
		views := newViews("number")
		perDocument := map[string]int{}
		for _, m := range c.members {
			for _, q := range m.event.Quantities {
				if q.Unit == unit {
					perDocument[m.source.id]++
					views.add(strings.Join(strings.Fields(q.Text), " "), text.Fold(q.Text), m)
				}
			}
		}
		several := slices.ContainsFunc(c.members, func(m *mention) bool { return perDocument[m.source.id] > 1 })
		if text := views.String(); text != "" && len(perDocument) > 1 && !several {
			conflicts = append(conflicts, text)
		}
	}
	return rows, strings.Join(conflicts, " | ")
}
