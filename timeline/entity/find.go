package entity

import (
	"math/bits"

	"github.com/waqai/waqai/timeline/text"
)

// Recognizer finds the entities of one language. It is immutable; each worker brings a Scratch.
type Recognizer struct {
	phrases       *phrases
	feminine      string                      // ending of the feminine, where offices form it so
	family        struct{ begin, end string } // of words that go on a name behind a given name
	joinedArticle bool                        // nouns are written together with their article
	oneFamily     bool                        // a name has one unlisted word at most, as nothing tells the next noun from a name
	slot          int                         // of Word.Notes
	particles
}

// Scratch is the memory of one worker.
type Scratch struct {
	mentions []Mention
	state    state
}

// state is one text being read.
type state struct {
	*Recognizer
	text     *text.Text
	taken    []bool // tokens that time expressions hold: no name goes on over them
	first    int    // of the sentence
	last     int    // its end
	mentions []Mention
	surnames []*text.Word // last words of the full names so far: alone they name the same person again
	chain    int          // descriptions that are being read inside each other
}

// hit is a phrase of the tables found at a token.
type hit struct {
	last    int // token behind it
	records []record
	clitics text.Clitics // of its first word
	prefix  int          // code points of those clitics
}

// Range is a run of tokens [First, Last).
type Range struct{ First, Last int }

// Find gives the mentions of a text in text order; they do not overlap, and no name goes on into the tokens that are taken (time expressions:
// "the two ministers on Monday" names no Monday). The result is the caller's to keep.
func (r *Recognizer) Find(t *text.Text, taken []Range, scratch *Scratch) []Mention {
	s := &scratch.state
	if cap(s.taken) < len(t.Tokens) {
		s.taken = make([]bool, len(t.Tokens)+len(t.Tokens)/2)
	}
	s.taken = s.taken[:len(t.Tokens)]
	clear(s.taken)
	for _, held := range taken {
		for i := held.First; i < held.Last; i++ {
			s.taken[i] = true
		}
	}
	s.Recognizer, s.text, s.mentions, s.surnames = r, t, scratch.mentions[:0], s.surnames[:0]
	for _, sentence := range t.Sentences {
		s.first, s.last = sentence.First, sentence.Last
		for i := sentence.First; i < sentence.Last; {
			i = s.step(i)
		}
	}
	s.resolve()
	scratch.mentions = s.mentions
	return append([]Mention(nil), s.mentions...)
}

// free tells whether token i is a word of the sentence that no time expression holds.
func (s *state) free(i int) bool {
	return i < s.last && s.text.Tokens[i].Kind == text.Letters && !s.taken[i]
}

// step reads the mention that begins at token i, if there is one, and gives the token to go on from.
func (s *state) step(i int) int {
	if s.text.Tokens[i].Kind != text.Letters {
		return i + 1
	}
	h := s.longest(i)
	if h.last == i+1 && s.functionWord(i) {
		return h.last
	}
	has := rolesOf(h.records)
	switch {
	case has&roleOffice != 0:
		return s.office(i, h)
	case has&roleName != 0 && !s.commonAlone(i, h):
		return s.name(i, h)
	case has&roleHead != 0:
		return s.organisation(i, h)
	case has&rolePlaceHead != 0:
		return s.placeHead(i, h)
	case has&roleTitle != 0:
		if last := s.personName(h.last); last > h.last {
			s.add(Mention{First: i, Last: last, Head: h.last, Type: Person, Name: s.spelled(h.last, last)})
			return last
		}
		return h.last
	case has&roleGiven != 0:
		if last := s.personName(i); last > i+1 {
			s.add(Mention{First: i, Last: last, Head: i, Type: Person, Name: s.spelled(i, last)})
			return last
		}
		return i + 1
	case has&roleGroup != 0:
		last := s.modifiers(h.last, 2, h.clitics&text.Article != 0)
		s.add(Mention{First: i, Last: last, Head: i, Type: Group, Country: s.countryIn(h.last, last)})
		return last
	case s.text.Tokens[i].Shape.Capital:
		return s.capitals(i)
	}
	if h.last > i {
		return h.last
	}
	if s.isSurname(i) {
		s.add(Mention{First: i, Last: i + 1, Head: i, Type: Person, Name: s.spelled(i, i+1)})
	}
	return i + 1
}

// isSurname tells whether a word that no table knows ended a full name before.
func (s *state) isSurname(i int) bool {
	w := s.text.Tokens[i].Word
	for _, known := range s.surnames {
		if known == w {
			return !s.taken[i]
		}
	}
	return false
}

func rolesOf(records []record) role {
	var all role
	for i := range records {
		all |= records[i].role
	}
	return all
}

func find(records []record, wanted role) *record {
	var best *record
	for i := range records {
		if records[i].role&wanted != 0 && (best == nil || records[i].weight > best.weight) {
			best = &records[i]
		}
	}
	return best
}

// commonAlone tells whether a hit is one word that is a name only in company.
func (s *state) commonAlone(i int, h hit) bool {
	r := find(h.records, roleName)
	if r == nil || !r.common || h.last > i+1 {
		return false
	}
	return !s.text.Tokens[i].Shape.Capital
}

// longest walks the trie from token i over every reading of each word and gives the longest hit.
func (s *state) longest(i int) hit {
	h := hit{last: i}
	if s.text.Tokens[i].Notes[s.slot]&noteFirst == 0 {
		return h
	}
	w := s.text.Tokens[i].Word
	if w.Exact != 0 {
		s.walk(i, w.Exact, 0, 0, &h)
	}
	for k := range w.Analyses {
		if a := &w.Analyses[k]; a.Lemma != 0 && a.Lemma != w.Exact && a.Part != text.Verb {
			prefix := int(a.Prefix)
			if a.Has(text.Article) { // the article stays with the name
				prefix = bits.OnesCount16(uint16(a.Clitics & (text.And | text.Then | text.In | text.To | text.Like)))
				if a.Has(text.To) {
					prefix--
				}
			}
			s.walk(i, a.Lemma, a.Clitics, prefix, &h)
		}
	}
	return h
}

func (s *state) walk(i int, word text.WordID, clitics text.Clitics, prefix int, h *hit) {
	p := s.phrases
	if int(word) >= len(p.first) || p.first[word] == 0 {
		return
	}
	before := *h
	s.follow(i+1, p.first[word], clitics, h)
	switch {
	case h.last == before.last:
	case clitics&text.Article != 0 && h.last == i+1 && onlyPlace(h.records): // Atar is a town, "the frame" is none
		*h = before
	default:
		h.prefix = prefix
	}
}

// onlyPlace tells whether records name a place and nothing else.
func onlyPlace(records []record) bool {
	for i := range records {
		if records[i].role != roleName || records[i].kind != Place {
			return false
		}
	}
	return true
}

func (s *state) follow(k int, node int32, clitics text.Clitics, h *hit) {
	p := s.phrases
	if len(p.records[node]) > 0 && k > h.last {
		*h = hit{last: k, records: p.records[node], clitics: clitics}
	}
	if k >= s.last {
		return
	}
	if s.text.Tokens[k].Kind != text.Letters {
		if next, known := p.next[edge(node, s.text.Tokens[k].Exact())]; known {
			s.follow(k+1, next, clitics, h)
		}
		return
	}
	if s.text.Tokens[k].Notes[s.slot]&noteInside == 0 {
		return
	}
	w := s.text.Tokens[k].Word
	if w.Exact != 0 {
		if next, known := p.next[edge(node, w.Exact)]; known {
			s.follow(k+1, next, clitics, h)
		}
	}
	for a := range w.Analyses {
		lemma := w.Analyses[a].Lemma
		if lemma == 0 || lemma == w.Exact || w.Analyses[a].Clitics&^(text.Article|text.And) != 0 {
			continue
		}
		if next, known := p.next[edge(node, lemma)]; known {
			s.follow(k+1, next, clitics, h)
		}
	}
}

func (s *state) add(m Mention) {
	m.Prefix = s.longest(m.First).prefix
	m.Span = s.text.Span(m.First, m.Last)
	m.Same = -1
	if end := s.text.Tokens[m.Last-1].Word; m.Type == Person && m.Name != "" && m.Last-m.First > 1 && end != nil && s.plainUnknown(end) {
		s.surnames = append(s.surnames, end)
	}
	s.mentions = append(s.mentions, m)
}

// plainUnknown tells whether a word has no reading but guessed ones, so that alone it can only be a name.
func (s *state) plainUnknown(w *text.Word) bool {
	for i := range w.Analyses {
		if a := &w.Analyses[i]; !a.Guessed && a.Part != text.AnyPart {
			return false
		}
	}
	return true
}

// name adds the mention of a listed name; a person's may go on with further name words.
func (s *state) name(i int, h hit) int {
	r := find(h.records, roleName)
	last := h.last
	switch {
	case r.kind == Person:
		last = s.restOfName(last)
	case r.kind == Organisation && s.text.Tokens[i].Shape.Capital:
		run := s.capitalRun(i)
		switch {
		case run <= last || !s.endsOrganisation(last-1, run):
		case run == last+1: // Shell Co is Shell
			last = run
		default: // Shell Oil Co may be another
			s.add(Mention{First: i, Last: run, Head: i, Type: Organisation, Name: s.spelled(i, run), Country: r.country})
			return run
		}
	}
	s.add(Mention{
		First: i, Last: last, Head: i, Type: r.kind, Name: r.name, Local: r.local, ID: r.id, Country: r.country,
		Latitude: r.latitude, Longitude: r.longitude, HasPoint: r.hasPoint,
	})
	return last
}

// listed is the record of a name at token i.
func (s *state) listed(i int, kind Type) *record {
	if s.text.Tokens[i].Kind != text.Letters {
		return nil
	}
	h := s.longest(i)
	for k := range h.records {
		if h.records[k].role&roleName != 0 && h.records[k].kind == kind {
			return &h.records[k]
		}
	}
	return nil
}

// organisation reads a name that begins with its kind: "وزارة الخارجية العراقية", "شركة والت ديزني".
func (s *state) organisation(i int, h hit) int {
	r := find(h.records, roleHead)
	last := s.organisationEnd(h)
	s.add(Mention{First: i, Last: last, Head: i, Type: Organisation, Name: s.spelled(i, last), Country: s.countryIn(i, last), ID: r.id})
	return last
}

// organisationEnd gives the token behind an organisation whose kind is hit h.
func (s *state) organisationEnd(h hit) int {
	last := s.description(h, 4)
	if last == h.last {
		if behind := s.unknownWords(last, 3); behind > last {
			last = behind
		} else if quoted := s.quotedName(last); quoted > last {
			last = quoted
		}
	}
	return s.purposes(h.last, last)
}

// purposes goes over what the organisation that ends a description is for, which stands behind its adjective ("the Tunisian union for labour").
func (s *state) purposes(first, last int) int {
	for last > first && s.purpose(last) {
		last = s.modifiers(last+1, 2, true)
	}
	return last
}

// purpose tells whether token i is behind an adjective and says what for: "for" and the article written together with a noun that names nobody.
func (s *state) purpose(i int) bool {
	if !s.joinedArticle || !s.free(i) || !s.modifies(i-1, true) {
		return false
	}
	if rolesOf(s.longest(i).records)&^rolePortfolio != 0 {
		return false
	}
	a := spoken(s.text.Tokens[i].Word)
	return a != nil && a.Has(text.To|text.Article) && a.Clitics&(text.And|text.Then) == 0
}

// placeHead reads "مدينة الرمادي", "the city of Mosul".
func (s *state) placeHead(i int, h hit) int {
	at := h.last
	if at < s.last && s.text.Tokens[at].Kind == text.Letters {
		name := s.longest(at)
		if r := find(name.records, roleName); r != nil && (r.kind == Place || r.kind == Country) && !s.functionWord(at) {
			s.add(Mention{First: i, Last: name.last, Head: i, Type: Place, Name: r.name, Local: r.local, ID: r.id, Country: r.country, Latitude: r.latitude, Longitude: r.longitude, HasPoint: r.hasPoint})
			return name.last
		}
		if behind := s.unknownWords(at, 2); behind > at {
			last := s.modifiers(behind, 1, false)
			s.add(Mention{First: i, Last: last, Head: i, Type: Place, Name: s.spelled(at, behind), Country: s.countryIn(i, last)})
			return last
		}
	}
	return h.last
}

// modifiers goes over what belongs to a description: portfolios, demonyms, countries, definite nouns and adjectives.
// A name or a definite noun ends a chain of nouns; where the chain is closed, adjectives alone go on.
func (s *state) modifiers(i, most int, closed bool) int {
	for n := 0; n < most && s.free(i); n++ {
		h := s.longest(i)
		if h.last <= i+1 && s.functionWord(i) { // "is" is no name of the same letters
			return i
		}
		has := rolesOf(h.records)
		switch {
		case has&(roleDemonym|rolePortfolio) != 0 && !prefixed(h.clitics), n > 0 && has&rolePortfolio != 0 && h.clitics&^text.Article == text.And:
			i = h.last
			continue
		case has&roleName != 0 && !prefixed(h.clitics):
			if r := find(h.records, roleName); r.kind == Country || r.kind == Organisation {
				i, closed = h.last, true
				continue
			}
			return i
		case has&(roleOffice|roleGiven|roleTitle) != 0:
			return i
		}
		if !s.modifies(i, closed) {
			return i
		}
		i, closed = i+1, true
	}
	return i
}

func prefixed(c text.Clitics) bool { return c&(text.And|text.Then|text.In|text.To|text.Like) != 0 }

// modifies tells whether a word is a definite noun or adjective without a preposition of its own; closed leaves known nouns out.
func (s *state) modifies(i int, closed bool) bool {
	if i >= s.last || s.text.Tokens[i].Kind != text.Letters || s.functionWord(i) {
		return false
	}
	w := s.text.Tokens[i].Word
	for k := range w.Analyses {
		a := &w.Analyses[k]
		if !a.Has(text.Article) || prefixed(a.Clitics) || a.Part == text.Verb && a.Derivation == text.Finite || a.Part == text.Particle {
			continue
		}
		// the likeliest reading decides: many nouns could be participles too
		return !closed || a.Guessed || a.Part == text.Adjective || a.Derivation == text.ActiveParticiple || a.Derivation == text.PassiveParticiple
	}
	return false
}

// countryIn is the country of the first demonym or country among tokens [first, last).
func (s *state) countryIn(first, last int) string {
	for i := first; i < last; i++ {
		if s.text.Tokens[i].Kind != text.Letters {
			continue
		}
		h := s.longest(i)
		for k := range h.records {
			if r := &h.records[k]; r.country != "" && (r.role&roleDemonym != 0 || r.kind == Country) {
				return r.country
			}
		}
	}
	return ""
}
