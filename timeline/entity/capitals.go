package entity

import "github.com/waqai/waqai/timeline/text"

// capitals reads a run of capitalised words: the names of languages that write them so. The first word of a sentence must be unknown, or
// followed by another capital.
func (s *state) capitals(i int) int {
	first := s.text.Tokens[i]
	if !first.Shape.AllCapitals && particleFirst(first.Word) { // "The Bank": the article has its capital from the sentence
		return i + 1
	}
	last := s.capitalRun(i)
	if last == i {
		return i + 1
	}
	if last == i+1 && (!s.unknown(i) || len(first.Word.Analyses) > 0 || i == s.first && s.beforeGroup(last)) {
		return last
	}
	m := Mention{First: i, Last: last, Head: i, Type: Organisation, Name: s.spelled(i, last)}
	if !s.endsOrganisation(i, last) && (rolesOf(s.longest(i).records)&roleGiven != 0 || last-i >= 2 && !first.Shape.AllCapitals) {
		m.Type = Person
	}
	s.add(m)
	return last
}

// capitalRun gives the token behind a run of capitalised words, initials and the links between them.
func (s *state) capitalRun(i int) int {
	last := i
	for last < s.last && last < i+longestName {
		t := &s.text.Tokens[last]
		switch {
		case t.Kind == text.Letters && t.Shape.Capital && rolesOf(s.longest(last).records)&(roleOffice|roleTitle|roleDemonym) == 0:
			last++
			continue
		case t.Mark == '.' && last+1 < s.last && last > i && s.text.Tokens[last-1].RuneEnd-s.text.Tokens[last-1].RuneStart == 1: // an initial
			last++
			continue
		case t.Kind == text.Letters && rolesOf(s.longest(last).records)&roleLink != 0 && last > i && last+1 < s.last && s.text.Tokens[last+1].Shape.Capital:
			last++
			continue
		}
		break
	}
	return last
}

// beforeGroup tells whether a common noun for people stands at token i: what begins a sentence before one has its capital from there ("Dock workers").
func (s *state) beforeGroup(i int) bool {
	if i >= s.last || s.text.Tokens[i].Kind != text.Letters || s.text.Tokens[i].Shape.Capital {
		return false
	}
	return rolesOf(s.longest(i).records)&roleGroup != 0
}

// endsOrganisation tells whether the last words of a name say that it is an organisation's: "Northern Rivers Bank".
func (s *state) endsOrganisation(i, last int) bool {
	for k := i + 1; k < last; k++ {
		if s.text.Tokens[k].Kind != text.Letters { // the point of an initial
			continue
		}
		if h := s.longest(k); h.last == last && rolesOf(h.records)&roleTail != 0 {
			return true
		}
	}
	return false
}
