package temporal

import (
	"slices"

	"github.com/waqai/waqai/timeline/text"
)

// Where an expression stands among the clauses of its sentence, as far as that tells which verb it belongs to.

// owns tells whether an expression is the owner of what follows: "Tuesday's close".
func (s *evaluation) owns(limit int) bool {
	next := s.tokenEnd
	return next+2 < limit && s.apostrophe(next)
}

// apostrophe tells whether token i is one that is written together with what follows, as in the ending of an owner.
func (s *evaluation) apostrophe(i int) bool {
	mark := s.text.Tokens[i].Mark
	return (mark == '\'' || mark == 0x2019) && !s.text.Tokens[i+1].Shape.SpaceBefore
}

// known tells whether an expression stands between an owner and what it owns: "their February accord".
func (s *evaluation) known(sentence *text.Sentence) bool {
	before, behind := s.token-1, s.tokenEnd
	if before <= sentence.First || behind >= sentence.Last || s.text.Tokens[behind].Kind != text.Letters || isParticle(&s.text.Tokens[behind]) {
		return false
	}
	return s.tenseRow(&s.text.Tokens[before]) == owning || s.apostrophe(before-1)
}

// toldBehind tells whether an expression, with its preposition, stands right behind a word with which what is told begins: "said that on April 15 it
// will consider" dates what will be considered.
func (s *evaluation) toldBehind(first int) bool {
	at := s.token - 1
	if at > first && s.text.Tokens[at].Kind == text.Letters && s.tenseRow(&s.text.Tokens[at]) == noTense && isParticle(&s.text.Tokens[at]) {
		at--
	}
	return at > first && s.tenseRow(&s.text.Tokens[at]) == opensClause
}

// asideTense is the tense of an expression that stands between commas: an aside belongs to the first verb of its clause, not to the nearest one
// ("announced the council, which will meet here, Sunday, that"). Behind an aside, a word with which what is told begins leads back to who tells it.
func (s *evaluation) asideTense(sentence *text.Sentence) int8 {
	tokens := s.text.Tokens
	comma := func(i int) bool { return i > sentence.First && i < sentence.Last && tokens[i].Mark == ',' }
	next := s.tokenEnd
	if comma(next) {
		next++
	}
	if !comma(s.token-1) || next == s.tokenEnd && next < sentence.Last && tokens[next].Mark != '.' {
		return noTense
	}
	told := next < sentence.Last && s.tenseRow(&tokens[next]) == opensClause
	first := sentence.First
	for i := s.token - 2; i >= sentence.First && first == sentence.First; i-- {
		row := s.tenseRow(&tokens[i])
		if s.leads(i) != noTense || row == preparing {
			return noTense
		}
		m := tokens[i].Mark
		if m == ':' || m == '"' || m == ';' || row == newClause || !told && opens(row) || comma(i) && s.beginsClause(i+1) {
			first = i + 1
		}
	}
	for i := first; i < s.token-1; i++ {
		switch t, extra := s.tenseAt(i, first); {
		case t == noTense || t == preparing || extra > 4:
		case t == presentTense && !told:
			return noTense
		default:
			return t
		}
	}
	return noTense
}

// beginsClause tells whether a token behind a comma begins a clause: what is a verb first of all, or may be one with "and" written before it.
func (s *evaluation) beginsClause(i int) bool {
	token := &s.text.Tokens[i]
	if token.Kind != text.Letters || len(token.Word.Analyses) == 0 {
		return false
	}
	first := &token.Word.Analyses[0]
	return first.Part == text.Verb && first.Derivation == text.Finite || slices.ContainsFunc(token.Word.Analyses, func(a text.Analysis) bool {
		return a.Part == text.Verb && a.Clitics&(text.And|text.Then) != 0
	})
}

// leads gives the tense of a date behind a preposition like "before" that governs what happens then: not that of the date itself (before Sunday), nor
// of a clause (before he left) or a count (before 10 o'clock).
func (s *evaluation) leads(i int) int8 {
	tokens := s.text.Tokens
	tense := s.tenseRow(&tokens[i])
	if i+1 >= s.token || tense != aheadOf && tense != inTheWakeOf || tokens[i+1].Kind != text.Letters {
		return noTense
	}
	if i > 0 && tokens[i-1].Kind == text.Letters { // a compound preposition: من قبل, "by"
		if f := s.tagger.lexicon.of(tokens[i-1].Word.Exact); f != nil && f.known {
			return noTense
		}
	}
	if next := s.tagger.lexicon.of(tokens[i+1].Word.Exact); next != nil && (s.tagger.lexicon.joins(next) || opens(next.tense)) {
		return noTense
	}
	if tense == aheadOf {
		return futureTense
	}
	return pastTense
}
