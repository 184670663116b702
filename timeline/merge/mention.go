package merge

import (
	"slices"
	"strconv"
	"strings"

	"github.com/waqai/waqai/schemas"
	"github.com/waqai/waqai/timeline/text"
)

// key is a hash of a name, place or word. Collisions cost a comparison, never a wrong join by themselves.
type key uint64

// hash is FNV-1a, the same in every run.
func hash(parts ...string) key {
	h := uint64(14695981039346656037)
	for _, part := range parts {
		for i := range len(part) {
			h = (h ^ uint64(part[i])) * 1099511628211
		}
		h = (h ^ 0xff) * 1099511628211
	}
	return key(h)
}

// mention is one row of events with what comparing needs.
type mention struct {
	event   *schemas.Event
	source  *document
	group   string   // of kinds that reports of one event may be given
	when    days     // of the event; unknown if !dated
	dated   bool     //
	weak    bool     // the date was taken from the story or the day of publication, not from the clause
	actors  []actor  //
	place   key      // 0: none named
	country string   //
	lemma   key      // of the trigger, with its language
	grams   []uint32 // of the sentence, sorted
	said    key      // of the sentence and the trigger's place in it; 0 where the sentence is short or left out
	cluster int
	reason  string
	score   float32
}

// days is a stretch of days, both ends in it.
type days struct{ first, last int32 }

func (d days) length() int32            { return d.last - d.first + 1 }
func (d days) covers(other days) bool   { return d.first <= other.first && other.last <= d.last }
func (d days) short() bool              { return d.length() <= shortDays }
func (d days) overlaps(other days) bool { return d.first <= other.last && other.first <= d.last }

// gap is the number of days between two stretches; 0 where they overlap.
func (d days) gap(other days) int32 { return max(0, other.first-d.last, d.first-other.last) }

// openDays is how far an open interval is taken to reach for comparing.
const (
	openDays  = 366
	shortDays = 3
)

func daysOf(w *schemas.When) (days, bool) {
	switch {
	case w.DateStart.Known && w.DateEnd.Known:
		return days{int32(w.DateStart.Value), int32(w.DateEnd.Value)}, w.DateStart.Value <= w.DateEnd.Value
	case w.DateStart.Known:
		return days{int32(w.DateStart.Value), int32(w.DateStart.Value) + openDays}, true
	case w.DateEnd.Known:
		return days{int32(w.DateEnd.Value) - openDays, int32(w.DateEnd.Value)}, true
	}
	return days{}, false
}

// actor is a participant, ready to compare.
type actor struct {
	keys    []key // id, canonical name, name: one in common is enough
	words   []key // of the name, for short forms of it
	weight  float32
	kind    string
	office  key
	country string
	role    string
}

// leastConsonants is how many a name needs before its skeleton says who it is.
const leastConsonants = 4

// actorWeight says how much it tells that two mentions name the same one: a person tells more than a country, which is in much of the news.
func actorWeight(entityType string) float32 {
	switch entityType {
	case "person":
		return 1
	case "organisation":
		return 0.8
	case "country", "place":
		return 0.5
	case "group":
		return 0.3
	}
	return 0.4 // a description that the entity stage does not know
}

func actorOf(p *schemas.EventParticipant, read *reading) actor {
	a := actor{weight: actorWeight(p.EntityType), kind: p.EntityType, country: p.Country, role: p.Role}
	add := func(k key) {
		if !slices.Contains(a.keys, k) {
			a.keys = append(a.keys, k)
		}
	}
	if p.EntityID != "" {
		add(hash("id", p.EntityID))
	}
	for _, written := range [...]string{p.Canonical, p.Name} {
		if folded := read.fold(written); folded != "" {
			add(hash("name", text.Bare(folded)))
		}
	}
	skeleton := read.skeleton(p.Name)
	if whole := strings.Join(skeleton, ""); len(skeleton) > 1 && len(whole) >= leastConsonants {
		add(hash("skeleton", whole))
	}
	for _, word := range skeleton {
		a.words = append(a.words, hash("word", word))
	}
	if p.Office != "" {
		a.office = hash("office", text.Fold(p.Office))
	}
	return a
}

// same tells how surely two actors are one, 0 to 1.
func (a *actor) same(b *actor) float32 {
	for _, k := range a.keys {
		if slices.Contains(b.keys, k) {
			return 1
		}
	}
	if a.kind != b.kind && a.kind != "" && b.kind != "" {
		return 0
	}
	short, long := a.words, b.words
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) > 0 && len(short) < len(long) {
		inside := true
		for _, w := range short {
			inside = inside && slices.Contains(long, w)
		}
		if inside {
			return 0.8
		}
	}
	if a.office != 0 && a.office == b.office && a.country == b.country && (len(a.words) == 0 || len(b.words) == 0) {
		return 0.7
	}
	return 0
}

// shareActors compares two lists: agreement (half Dice, half the share of the smaller list) and the weight of what they share.
func shareActors(a, b []actor) (agreement, shared float32) {
	if len(a) == 0 || len(b) == 0 {
		return 0, 0
	}
	var weightA, weightB, sum float32
	for i := range b {
		weightB += b[i].weight
	}
	taken := make([]bool, len(b))
	for i := range a {
		weightA += a[i].weight
		best, which := float32(0), -1
		for k := range b {
			if !taken[k] {
				if s := a[i].same(&b[k]); s > best {
					best, which = s, k
				}
			}
		}
		if which >= 0 {
			taken[which] = true
			sum += best * min(a[i].weight, b[which].weight)
		}
	}
	return (2*sum/(weightA+weightB) + sum/min(weightA, weightB)) / 2, sum
}

// named tells whether somebody is named, not only described.
func named(actors []actor) bool {
	return slices.ContainsFunc(actors, func(a actor) bool { return a.kind == "person" || a.kind == "organisation" })
}

// prepare reads a row into a mention.
func prepare(e *schemas.Event, source *document, read *reading) mention {
	m := mention{event: e, source: source, group: groupOf(e.Kind), country: e.Country, cluster: -1}
	m.when, m.dated = daysOf(&e.When)
	m.weak = e.Basis == "inherited" || e.Basis == "publication"
	for i := range e.Participants {
		if a := actorOf(&e.Participants[i], read); len(a.keys) > 0 {
			m.actors = append(m.actors, a)
		}
	}
	switch {
	case e.PlaceID != "":
		m.place = hash("place", e.PlaceID)
	case e.Place != "":
		m.place = hash("place name", text.Fold(e.Place))
	}
	lemma := e.TriggerLemma
	if lemma == "" {
		lemma = e.Trigger
	}
	m.lemma = hash("lemma", e.Language, text.Fold(lemma))
	m.grams = read.grams(e.Sentence)
	if len(m.grams) >= 24 {
		m.said = hash("said", read.fold(e.Sentence), e.Kind, text.Fold(e.Trigger), strconv.Itoa(wordsBefore(e)))
	}
	return m
}

// wordsBefore counts the words of the sentence before the trigger.
func wordsBefore(e *schemas.Event) int {
	behind := afterRune(e.Sentence, int(e.SpanStart-e.SentenceStart))
	return len(strings.Fields(strings.TrimSuffix(e.Sentence, behind)))
}

// grams is the set of a text's character trigrams: they need no knowledge of clitics and endings.
func grams(folded string) []uint32 {
	var set []uint32
	var a, b rune
	for _, r := range folded {
		if a != 0 && b != 0 {
			set = append(set, uint32(a)*0x9e3779b1^uint32(b)*0x85ebca6b^uint32(r)*0xc2b2ae35)
		}
		a, b = b, r
	}
	slices.Sort(set)
	return slices.Compact(set)
}

// alike is the share of trigrams that two sentences have in common (Jaccard).
func alike(a, b []uint32) float32 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	both := 0
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i] < b[k]:
			i++
		case a[i] > b[k]:
			k++
		default:
			both++
			i++
			k++
		}
	}
	return float32(both) / float32(len(a)+len(b)-both)
}
