package entity

import (
	"strings"
	"unicode/utf8"

	"github.com/waqai/waqai/timeline/text"
)

// longestName bounds a name, so that unknown words behind it are not swallowed.
const longestName = 5

// personName gives the token behind a person's name that begins at i, i itself if none does. A name begins with a given name, a listed name, or
// (behind an office or a title) any word that is no known word; it goes on over name words.
func (s *state) personName(i int) int {
	if !s.free(i) {
		return i
	}
	h := s.longest(i)
	link := rolesOf(h.records)&roleLink != 0 && h.clitics&text.Article == 0 // Dhi Qar, but not "the one who"
	if h.last <= i+1 && s.functionWord(i) && !link {
		return i
	}
	if r := find(h.records, roleName); r != nil && r.kind == Person {
		return s.restOfName(h.last)
	}
	if has := rolesOf(h.records); !link && (has&roleGiven == 0 || s.small(i)) && !s.unknown(i) {
		return i
	}
	return s.restOfName(i + 1)
}

// definite tells whether a description is closed by an article or a name, so that a bare noun behind it can only be in apposition: a name.
func (s *state) definite(h hit, last int) bool {
	if last > h.last {
		return true
	}
	return h.clitics&text.Article != 0
}

// apposition goes over the bare nouns behind a definite description: "the Iranian foreign minister Mohammad Javad Zarif", where the names are words of
// the language too. Verbs, function words and words with an article end it.
func (s *state) apposition(i int) int {
	first := i
	for n := 0; n < longestName && i < s.last; n++ {
		t := &s.text.Tokens[i]
		if t.Kind != text.Letters || s.taken[i] || isLatin(t.Word.Norm) {
			break
		}
		if a := spoken(t.Word); a != nil {
			if a.Part == text.Verb && a.Derivation == text.Finite && !a.Guessed || a.Part == text.Particle || prefixed(a.Clitics) || n == 0 && a.Has(text.Article) {
				break
			}
		}
		records := s.longest(i).records
		if rolesOf(records)&(roleOffice|roleGroup|roleHead|roleDemonym|rolePlaceHead) != 0 {
			break
		}
		if rolesOf(records)&(roleGiven|roleFamily) == 0 && n != 1 && s.knownNoun(i) { // what follows is the verb's object; one noun may be a family's name
			break
		}
		if listed := find(records, roleName); listed != nil && listed.kind != Person && rolesOf(records)&roleGiven == 0 {
			break
		}
		i++
	}
	if i == first+1 && len(s.text.Tokens[first].Word.Analyses) > 0 { // one known word is too little for a name
		return first
	}
	return i
}

// knownNoun tells whether a word is a noun of the language before anything else.
func (s *state) knownNoun(i int) bool {
	a := spoken(s.text.Tokens[i].Word)
	return a != nil && !a.Guessed && (a.Part == text.Noun || a.Derivation == text.VerbalNoun)
}

// restOfName goes over the further words of a name.
func (s *state) restOfName(i int) int {
	unlisted := false
	for n := 1; n < longestName && i < s.last; n++ {
		if s.text.Tokens[i].Mark == '-' && i+1 < s.last && s.unknown(i+1) { // Jean-Marc
			i += 2
			continue
		}
		if s.text.Tokens[i].Kind != text.Letters || s.taken[i] {
			return i
		}
		has := rolesOf(s.longest(i).records)
		switch {
		case s.functionWord(i):
			return i
		case has&roleOffice != 0 && (s.text.Tokens[i].Word.Exact == 0 || s.describes(i)): // no name of the same letters ("elected Salem president")
			return i
		case has&roleLink != 0 && i+2 < s.last && s.text.Tokens[i+1].Mark == '-' && s.text.Tokens[i+2].Kind == text.Letters: // al-Jubouri
			i += 3
			continue
		case has&roleLink != 0 && i+1 < s.last && s.text.Tokens[i+1].Kind == text.Letters:
			i++
			if rolesOf(s.longest(i).records)&roleLink == 0 { // "son of the father of": one more follows
				i++
			}
			continue
		case s.oneFamily && unlisted && has&roleFamily == 0:
			return i
		case has&(roleGiven|roleFamily) != 0 && !s.small(i):
			i++
			continue
		case s.unknown(i), s.surname(i), s.familyForm(i), n == 1 && s.smallTown(i):
			unlisted = true
			i++
			continue
		}
		return i
	}
	return i
}

// describes tells whether an office stands at token i rather than a name of the same letters: what it is of, or the name of who has it, follows.
func (s *state) describes(i int) bool {
	h := s.longest(i)
	if h.clitics&text.Article == 0 {
		return s.governable(h.last)
	}
	return s.modifiers(h.last, 1, true) > h.last || s.surelyNamed(h.last)
}

// smallTown tells whether a word is the name of a town that a family is likelier to have than a news item.
func (s *state) smallTown(i int) bool {
	h := s.longest(i)
	r := find(h.records, roleName)
	a := spoken(s.text.Tokens[i].Word)
	return r != nil && (a == nil || a.Guessed) && r.kind == Place && r.weight < manyPeople && h.last == i+1 && h.clitics == 0 && !s.small(i)
}

// manyPeople is from how many inhabitants on a place is known by its name alone.
const manyPeople = 300_000

// unknown tells whether a word may be a name because nothing else is known of it: no reading but guesses, and, where the script has capitals, a
// capital letter.
func (s *state) unknown(i int) bool {
	t := &s.text.Tokens[i]
	if t.Kind != text.Letters || t.Word == nil {
		return false
	}
	if s.small(i) {
		return false
	}
	if rolesOf(s.longest(i).records)&^(roleGiven|roleFamily|roleLink|roleName) != 0 {
		return false
	}
	for k := range t.Word.Analyses {
		if a := &t.Word.Analyses[k]; !a.Guessed && !t.Shape.Capital {
			return false
		}
	}
	return true
}

// small tells whether a word of a script with capitals begins without one, so that it is no name: "said" is not Said.
func (s *state) small(i int) bool {
	t := &s.text.Tokens[i]
	return isLatin(t.Word.Norm) && !t.Shape.Capital
}

// functionWord tells whether a word, as it is spelled, is a preposition, a conjunction or the like before anything else, alone or with a pronoun ("that
// he"): a rare name of the same spelling ("Amam", "An") is not meant.
func (s *state) functionWord(i int) bool {
	return !s.text.Tokens[i].Shape.Capital && particleFirst(s.text.Tokens[i].Word)
}

// particleFirst tells whether a word is a function word before anything else.
func particleFirst(w *text.Word) bool {
	a := spoken(w)
	return a != nil && a.Part == text.Particle && a.Clitics&^text.Object == 0 && !a.Guessed
}

// spoken is the first reading of a word that is no row of a list, which has no part of speech; nil if there is none.
func spoken(w *text.Word) *text.Analysis {
	if w == nil {
		return nil
	}
	for k := range w.Analyses {
		if a := &w.Analyses[k]; a.Part != text.AnyPart {
			return a
		}
	}
	return nil
}

// surname tells whether a word with an article alone (الحارثي) goes on a name: a nisba that is no demonym and no known adjective.
func (s *state) surname(i int) bool {
	w := s.text.Tokens[i].Word
	if w.Exact != 0 || len(w.Analyses) == 0 {
		return false
	}
	for k := range w.Analyses {
		if a := &w.Analyses[k]; a.Lemma != 0 && !a.Guessed || !a.Has(text.Article) {
			return false
		}
	}
	return true
}

// familyForm tells whether a word right behind a given name has the form of a family name (profile.tsv, family_form: in Arabic a nisba with the
// article, البصري), though it may be an adjective elsewhere. Nationalities and offices are read as such.
func (s *state) familyForm(i int) bool {
	form := &s.family
	stem, begins := strings.CutPrefix(s.text.Tokens[i].Word.Norm, form.begin)
	stem, ends := strings.CutSuffix(stem, form.end)
	if form.end == "" || !begins || !ends || utf8.RuneCountInString(stem) < 2 {
		return false
	}
	if rolesOf(s.longest(i-1).records)&roleGiven == 0 || strings.HasPrefix(s.text.Tokens[i-1].Word.Norm, form.begin) { // النظام الصاروخي: no given name has the article
		return false
	}
	return rolesOf(s.longest(i).records)&^(roleGiven|roleFamily|roleLink|roleName) == 0
}

// closingSurname goes over a word with the article that ends what is told of an office and its one given name ("the minister Rana al-Qudah,"):
// a given name governs no noun, so that the word is the family name, whatever else it means.
func (s *state) closingSurname(i int) int {
	if i+1 >= s.last || s.text.Tokens[i].Kind != text.Letters || s.text.Tokens[i+1].Kind == text.Letters || s.text.Tokens[i+1].Kind == text.Digits {
		return i
	}
	if rolesOf(s.longest(i-1).records)&roleGiven == 0 {
		return i
	}
	for k := range s.text.Tokens[i].Word.Analyses {
		if a := &s.text.Tokens[i].Word.Analyses[k]; a.Has(text.Article) && !prefixed(a.Clitics) {
			return i + 1
		}
	}
	return i
}

func isLatin(word string) bool { return word != "" && word[0] < 0x80 }

// spelled is the text of tokens [first, last) with single spaces: a name as its document writes it.
func (s *state) spelled(first, last int) string {
	return strings.Join(strings.Fields(s.text.Slice(first, last)), " ")
}

// unknownWords goes over at most so many words that nothing is known of.
func (s *state) unknownWords(i, most int) int {
	for n := 0; n < most && i < s.last && s.text.Tokens[i].Kind == text.Letters && s.unknown(i); n++ {
		i++
	}
	return i
}

// quotedName goes over a short name in quotation marks.
func (s *state) quotedName(i int) int {
	if i+1 >= s.last || !isQuote(s.text.Tokens[i].Mark) || s.text.Tokens[i+1].Kind != text.Letters || !s.text.Tokens[i].Shape.SpaceBefore {
		return i // a mark without a space before it closes what came before
	}
	for k := i + 1; k < s.last && k <= i+5; k++ {
		switch token := &s.text.Tokens[k]; {
		case isQuote(token.Mark):
			return k + 1
		case token.Kind == text.Punctuation && token.Mark != '-':
			return i
		}
	}
	return i
}

func isQuote(mark rune) bool {
	switch mark {
	case '"', '“', '”', '«', '»', '\'', '‘', '’':
		return true
	}
	return false
}

// resolve links later short mentions to the full ones: a surname alone, an office alone ("the minister").
func (s *state) resolve() {
	for i := range s.mentions {
		m := &s.mentions[i]
		for k := i - 1; k >= 0; k-- {
			earlier := &s.mentions[k]
			if m.Type == Place && earlier.Type == Person && strings.HasSuffix(earlier.Name, " "+s.spelled(m.First, m.Last)) {
				*m = Mention{Span: m.Span, First: m.First, Last: m.Last, Head: m.Head, Prefix: m.Prefix, Type: Person, Name: earlier.Name, Local: earlier.Local, ID: earlier.ID, Country: earlier.Country, Same: k}
				break
			}
			if earlier.Type != m.Type || earlier.Type == Group || earlier.Type == Place {
				continue
			}
			if s.goesBack(m, earlier) {
				m.Same = k
				if earlier.Same >= 0 {
					m.Same = earlier.Same
				}
				full := &s.mentions[m.Same]
				m.Name, m.Local, m.ID = full.Name, full.Local, full.ID
				if m.Country == "" {
					m.Country = full.Country
				}
				break
			}
		}
	}
}

// goesBack tells whether mention m may be the entity of an earlier one: the same name, its last word, or the same office without a name.
func (s *state) goesBack(m, earlier *Mention) bool {
	if m.Name != "" && earlier.Name != "" {
		return m.Name == earlier.Name || strings.HasSuffix(earlier.Name, " "+m.Name)
	}
	if m.Type == Person && m.Name == "" {
		a, b := s.text.Tokens[m.Head].Word, s.text.Tokens[earlier.Head].Word
		if a != nil && several(a) { // "the two ministers" are not the one before
			return false
		}
		if a == nil || b == nil || m.Country != "" && earlier.Country != "" && m.Country != earlier.Country {
			return false
		}
		return a == b || sameLemma(a, b)
	}
	return false
}

// several tells whether every reading of a word that has a number is dual or plural.
func several(w *text.Word) bool {
	found := false
	for i := range w.Analyses {
		switch w.Analyses[i].Agreement.Number {
		case 0:
		case 1:
			return false
		default:
			found = true
		}
	}
	return found
}

func sameLemma(a, b *text.Word) bool {
	for i := range a.Analyses {
		for k := range b.Analyses {
			if a.Analyses[i].Lemma != 0 && a.Analyses[i].Lemma == b.Analyses[k].Lemma {
				return true
			}
		}
	}
	return a.Exact != 0 && a.Exact == b.Exact
}
