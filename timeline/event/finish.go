package event

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/waqai/waqai/timeline/text"
)

// writeParts writes the participants and places of an event, in text order, and behind those of its sentence the ones that the story gives.
func (r *reading) writeParts(e *found, event *Event) {
	slices.SortStableFunc(e.parts, func(a, b part) int {
		return cmp.Or(flag(a.carried)-flag(b.carried), int(a.phrase-b.phrase))
	})
	for _, p := range e.parts {
		first, last := r.usable(p.link, e.token)
		if first >= last {
			continue
		}
		span, written := r.bare(int(first), int(last))
		mention := int(r.mentionIn(int(first), int(last)))
		if p.class == classPlace {
			country := ""
			if mention >= 0 {
				country = r.mentions[mention].Country
			}
			event.Places = append(event.Places, Place{Span: span, Text: written, Country: country, Entity: mention})
			continue
		}
		named := func(known Participant) bool {
			return known.Role == roleOf[p.class] && r.sameEntity(known.Entity, mention)
		}
		if slices.ContainsFunc(event.Participants, named) { // under two names in one sentence
			continue
		}
		event.Participants = append(event.Participants, Participant{Span: span, Text: written, Role: roleOf[p.class], Entity: mention})
	}
}

// bare is the span of tokens [first, last) without the conjunction and preposition written together with the first word, where its letters allow:
// the article stays, and so does a preposition that swallowed the article's alef.
func (r *reading) bare(first, last int) (text.Span, string) {
	span := r.Span(first, last)
	written := r.Slice(first, last)
	if m := r.nodes[first].mention; m >= 0 && r.mentions[m].First == first {
		return cutPrefix(span, written, r.mentions[m].Prefix)
	}
	a := r.nodes[first].analysis
	if a == nil || a.Clitics&(text.And|text.Then|text.In|text.To|text.Like) == 0 {
		return span, written
	}
	cut := 0
	for _, c := range [...]text.Clitics{text.And, text.Then, text.In, text.Like, text.To} {
		if !a.Has(c) {
			continue
		}
		if c == text.To && a.Has(text.Article) {
			break // للوزير: the article's alef is gone, the word cannot stand without the preposition
		}
		cut++
	}
	letters := int(r.Tokens[first].RuneEnd - r.Tokens[first].RuneStart)
	if cut == 0 || cut >= letters-1 {
		return span, written
	}
	return cutPrefix(span, written, cut)
}

// cutPrefix takes so many code points off the beginning.
func cutPrefix(span text.Span, written string, points int) (text.Span, string) {
	at := 0
	for range points {
		_, size := utf8.DecodeRuneInString(written[at:])
		at += size
	}
	span.Start += points
	return span, written[at:]
}

// attribute gives events the source that the text names: the speaker of the reporting verb whose words they stand in, or the name behind
// "according to".
func (r *reading) attribute(s *Scratch, events []Event) {
	speaker, sentence, quoting := -1, -1, false
	for i := range s.found {
		e := &s.found[i]
		n := &r.nodes[e.token]
		at := int(r.sentenceOf[e.token])
		if source := r.according(at); source != nil && events[i].Kind != "say" {
			events[i].Source = source
			continue
		}
		if events[i].Kind == "say" {
			speaker, sentence = i, at
			quoting = false
			continue
		}
		if speaker < 0 {
			continue
		}
		if at != sentence && !n.quoted {
			speaker, quoting = -1, false
			continue
		}
		quoting = quoting || n.quoted
		if at == sentence && !n.quoted && !r.reported(s.found[speaker].token, e.token) {
			continue
		}
		for _, p := range events[speaker].Participants {
			if p.Role == Agent {
				source := p
				source.Role = ""
				events[i].Source = &source
				break
			}
		}
	}
}

// reported tells whether a token stands in what the reporting verb at say reports: behind "that", a colon or a quotation mark.
func (r *reading) reported(say, token int) bool {
	for k := say + 1; k < token; k++ {
		n := &r.nodes[k]
		if n.particle&particleComplement != 0 || n.form == colon || n.form == quote {
			return true
		}
	}
	return false
}

// according finds a source phrase of a sentence: "according to the ministry".
func (r *reading) according(sentence int) *Participant {
	s := r.Sentences[sentence]
	for k := s.First; k < s.Last; k++ {
		if r.nodes[k].particle&particleAccording == 0 {
			continue
		}
		for i := range r.phrases {
			p := &r.phrases[i]
			if int(p.first) > k && int(p.first) <= k+3 && !r.isRule(p) {
				span, written := r.bare(int(p.first), int(p.last))
				return &Participant{Span: span, Text: written, Entity: int(p.mention)}
			}
		}
	}
	return nil
}

// isRule tells whether a phrase names what is acted by rather than who tells: "in accordance with the agreement", "with the law", "with the plan".
func (r *reading) isRule(p *phrase) bool {
	head := r.nodes[p.head].entry
	if p.mention >= 0 || head == nil || head.kind == 0 {
		return false
	}
	switch Kinds[head.kind-1] {
	case "agree", "legislate", "prepare":
		return true
	}
	return false
}

// relate marks later mentions of one event, gives preparations the occasion they are for, and attaches quantities.
func (r *reading) relate(s *Scratch, events []Event) {
	for i := range s.found {
		e := &s.found[i]
		if events[i].Kind != "say" {
			for k := i - 1; k >= 0; k-- {
				if r.sameEvent(s, events, k, i) {
					events[i].SameAs = events[k].ID
					if events[k].SameAs != "" {
						events[i].SameAs = events[k].SameAs
					}
					break
				}
			}
		}
		events[i].Occasion = r.occasionNear(e.token)
		events[i].Quantities = r.quantities(e.token)
	}
}

// sameEvent tells whether event b speaks of event a again: one kind, no dates or statuses that exclude each other, and either the same
// word or a participant in common.
func (r *reading) sameEvent(s *Scratch, events []Event, a, b int) bool {
	x, y := &events[a], &events[b]
	if x.Kind != y.Kind || x.Status == Negated != (y.Status == Negated) {
		return false
	}
	if x.When != nil && y.When != nil && x.When.Value != y.When.Value && !within(x.When.Value, y.When.Value) && !within(y.When.Value, x.When.Value) {
		return false
	}
	sameWord := r.nodes[s.found[a].token].lemma != 0 && r.nodes[s.found[a].token].lemma == r.nodes[s.found[b].token].lemma
	for i := range x.Participants {
		for k := range y.Participants {
			if r.sameEntity(x.Participants[i].Entity, y.Participants[k].Entity) || x.Participants[i].Span == y.Participants[k].Span {
				return true
			}
		}
	}
	return sameWord && (len(x.Participants) == 0 || len(y.Participants) == 0)
}

// within tells whether a TIMEX3 value lies in a coarser one: 2018-04-13 in 2018-04.
func within(fine, coarse string) bool { return len(fine) > len(coarse) && fine[:len(coarse)] == coarse }

func (r *reading) sameEntity(a, b int) bool {
	if a < 0 || b < 0 {
		return false
	}
	x, y := &r.mentions[a], &r.mentions[b]
	return a == b || x.Same == b || y.Same == a || x.Type == y.Type && x.Name != "" && x.Name == y.Name
}

// occasionNear is the expression of a named occasion behind a trigger, in its clause or close by; -1 if none.
func (r *reading) occasionNear(token int) int {
	s := r.Sentences[r.sentenceOf[token]]
	for i := range r.timexes {
		t := &r.timexes[i]
		if t.Occasion != "" && t.First >= s.First && t.Last <= s.Last && (r.nodes[t.First].clause == r.nodes[token].clause || t.First > token && t.First-token < 12) {
			return i
		}
	}
	return -1
}
