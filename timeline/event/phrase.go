package event

import (
	"slices"
	"strings"

	"github.com/waqai/waqai/timeline/entity"
	"github.com/waqai/waqai/timeline/text"
)

// phrase is a run of tokens that may name a participant or a place: an entity mention with what belongs to it, or a common noun phrase.
type phrase struct {
	first, last int32 // tokens [first, last)
	head        int32
	mention     int32       // the entity mention that names it; -1 if none
	preposition text.WordID // the word before it, if that is a preposition; 0 if none
	clitic      text.Clitics
	sentence    int32
	clause      int32
	governor    int8  // index + 1 of that preposition in the lexicon's governs; 0 if none
	group       int32 // phrases joined by "and" have one group
	kind        form  // inPerson ... inPlace, or plainNoun, number
}

// chunk finds the phrases: a run begins at a noun, a name, a number or an unknown word, and goes on over nouns, adjectives and names until a verb,
// a preposition, a mark or a time comes.
func (r *reading) chunk() {
	r.phrases = r.phrases[:0]
	r.dateline = r.datelineEnd()
	for _, sentence := range r.Sentences {
		for i := sentence.First; i < sentence.Last; {
			if !r.nominal(i) {
				i++
				continue
			}
			last := r.phraseEnd(i, sentence.Last)
			r.addPhrase(i, last, sentence.First)
			i = last
		}
	}
}

// longestDateline is how many tokens a dateline may have: "Cairo, Egypt (Agency) --".
const longestDateline = 12

// datelineEnd gives the token behind the place and agency before a report's first words: names and marks alone, up to a dash, a colon or the end of a
// bracket; 0 if the text begins otherwise.
func (r *reading) datelineEnd() int {
	end := 0
	for i := 0; i < len(r.Tokens) && i < longestDateline; i++ {
		n := &r.nodes[i]
		if n.mention < 0 && (n.finite() || n.particle != 0 || n.form == verbalNoun || n.form == eventNoun) {
			break
		}
		switch r.Tokens[i].Mark {
		case '-', '–', '—', ':', ')':
			end = i + 1
		}
	}
	return end
}

// nominal tells whether a token can begin or continue a phrase.
func (r *reading) nominal(i int) bool {
	n := &r.nodes[i]
	if n.timex >= 0 {
		return false
	}
	if n.mention >= 0 {
		return true
	}
	switch n.form {
	case plainNoun, eventNoun, verbalNoun, activeParticiple, passiveParticiple, adjective, unknownWord, number:
		return n.particle&^particleDeterminer == 0
	}
	return n.particle&particleDeterminer != 0
}

func (r *reading) phraseEnd(i, limit int) int {
	inside := r.nodes[i].mention
	for k := i + 1; k < limit; k++ {
		n := &r.nodes[k]
		if inside >= 0 && n.mention == inside {
			continue
		}
		if !r.nominal(k) {
			if r.possessive(k, limit) {
				inside = -1 // behind an owner anything may be owned
				k++
				continue
			}
			return k
		}
		if r.lightNoun(k, limit) || r.counts(k, inside, limit) {
			return k
		}
		if n.mention != inside && r.joins(k) {
			return k
		}
		if n.mention >= 0 && n.mention != inside {
			m := &r.mentions[n.mention]
			if inside < 0 && k == i+1 && r.opensWith(i) {
				return k
			}
			if r.lexicon.headLast { // "a Hamas delegation", "former U.S. president Carter"
				if inside >= 0 && r.mentions[inside].Type == entity.Person {
					return k
				}
				inside = n.mention
				continue
			}
			// a name follows its description (the president Hadi), a place may not: "the explosion Baghdad" is two
			if inside >= 0 && m.Type != entity.Country && m.Type != entity.Place || r.leaves(i, k) || r.apart(inside, k) {
				return k
			}
			inside = n.mention
			continue
		}
		if r.parted(k) {
			return k
		}
		if inside >= 0 && n.mention < 0 && (r.behindName(k) || r.behindPerson(k, inside)) {
			return k
		}
		if k == i+1 && inside < 0 && r.counting(k) && r.opensWith(i) && !r.hasArticle(i) {
			return k
		}
	}
	return limit
}

// opensWith tells whether a phrase opens with an event, so that who takes part in it is a phrase by itself, also for the verbs around: "the arrival of
// the minister", "the death of three".
func (r *reading) opensWith(i int) bool { return r.mayTrigger(i) && !r.lexicon.headLast }

// joins tells whether a conjunction or a preposition is written together with a token. A reading that is a row of a list says nothing of it; the others
// do.
func (r *reading) joins(k int) bool {
	const before = text.And | text.Then | text.In | text.To | text.Like
	n := &r.nodes[k]
	switch {
	case n.analysis == nil:
		return false
	case n.analysis.Clitics&before != 0:
		return true
	case n.analysis.Part != text.AnyPart || n.mention >= 0:
		return false
	}
	return slices.ContainsFunc(r.Tokens[k].Word.Analyses, func(a text.Analysis) bool { return !a.Guessed && a.Part == text.Noun && a.Clitics&before != 0 })
}

// behindPerson tells whether a noun with the article behind a person's name is the next word of the sentence: a person is of nothing, so that only an
// adjective or an unlisted family name goes on.
func (r *reading) behindPerson(k int, inside int32) bool {
	m, n := &r.mentions[inside], &r.nodes[k]
	if !wholeName(m) || m.Last != k || n.analysis == nil || n.analysis.Guessed {
		return false
	}
	return n.noun() && !slices.ContainsFunc(r.Tokens[k].Word.Analyses, func(a text.Analysis) bool { return a.Part == text.Adjective })
}

// possessive tells whether a token and the one behind it are the ending that makes what went before an owner: "Iraq's parliament" is one phrase.
func (r *reading) possessive(k, limit int) bool {
	if !r.lexicon.headLast || k+2 >= limit || !r.nominal(k+2) {
		return false
	}
	mark, s := &r.Tokens[k], &r.Tokens[k+1]
	return (mark.Mark == '\'' || mark.Mark == '’') && !mark.Shape.SpaceBefore && !s.Shape.SpaceBefore && s.Word != nil && s.Word.Norm == "s"
}

// lightNoun tells whether a token is the noun of a verb that stands behind it, where light verbs do: "in Vienna signature made" has no Vienna
// signature.
func (r *reading) lightNoun(k, limit int) bool {
	if !r.lexicon.verbLast || k+1 >= limit || r.nodes[k].mention >= 0 && !r.mayTrigger(k) {
		return false
	}
	verb := &r.nodes[k+1]
	return verb.finite() && verb.entry.flags&(flagLight|flagAux) != 0
}

// counts tells whether a number begins the next phrase: behind a name, or behind a definite noun where it counts what follows ("the security forces 12
// suspects", verb first).
func (r *reading) counts(k int, inside int32, limit int) bool {
	if n := &r.nodes[k]; n.form != number || n.mention >= 0 {
		return false
	}
	if inside >= 0 {
		return true
	}
	return r.hasArticle(k-1) && k+1 < limit && r.nominal(k+1) && !r.hasArticle(k+1)
}

// behindName tells whether a token behind a name is the next word of the sentence. A name is definite: where nouns are written together with their
// article, what goes on its phrase has it too; where nothing marks nouns as definite, only an adjective goes on.
func (r *reading) behindName(k int) bool {
	n := &r.nodes[k]
	switch {
	case r.lexicon.headLast:
		return false
	case !r.lexicon.articles:
		return n.form != adjective
	}
	return n.analysis != nil && !n.analysis.Has(text.Article) && n.form != unknownWord && n.form != number
}

// hasArticle tells whether a token is written together with the article, which only some languages do. A reading that is a row of a list (a demonym,
// an office) says nothing of it; the others do.
func (r *reading) hasArticle(k int) bool {
	a := r.nodes[k].analysis
	if a == nil || a.Part != text.AnyPart || a.Has(text.Article) {
		return a != nil && a.Has(text.Article)
	}
	analyses := r.Tokens[k].Word.Analyses
	return slices.ContainsFunc(analyses, func(a text.Analysis) bool { return a.Has(text.Article) })
}

// parted tells whether a token cannot go on the phrase of the one before it: a noun that has the article governs no other noun, so that behind it a
// noun begins the next phrase; only an adjective, which has the article too, may follow it.
func (r *reading) parted(k int) bool {
	n := &r.nodes[k]
	if !r.hasArticle(k-1) || n.analysis == nil || n.analysis.Guessed {
		return false
	}
	if n.analysis.Part == text.AnyPart { // a row of a list, which may be an adjective
		if slices.ContainsFunc(r.Tokens[k].Word.Analyses, func(a text.Analysis) bool { return a.Part == text.Adjective }) {
			return false
		}
	}
	return n.noun()
}

// leaves tells whether a place that stands at token k is no part of the phrase that began at first: behind a word with the article ("the Omani
// minister left Muscat", verb first) only what is a place itself is named so ("the capital Muscat").
func (r *reading) leaves(first, k int) bool {
	n := &r.nodes[k]
	held := r.mentions[n.mention].Type
	if !r.hasArticle(k-1) || held != entity.Place && held != entity.Country || n.form == adjective {
		return false
	}
	head := &r.nodes[first]
	if head.mention >= 0 {
		return r.mentions[head.mention].Type == entity.Person
	}
	if r.Tokens[first].Word == nil { // a number
		return true
	}
	return !slices.ContainsFunc(r.Tokens[first].Word.Analyses, func(a text.Analysis) bool { return r.lexicon.of(&a).flags&flagPlace != 0 })
}

// apart tells whether the place at token k is no part of the person whose name ends before it: a name governs nothing, so that a place behind it,
// unless as an adjective, is the next word of the sentence ("received Salem Baghdad", verb first). An office alone governs one ("the governor of").
func (r *reading) apart(inside int32, k int) bool {
	if inside < 0 || r.nodes[k-1].mention != inside || r.nodes[k].form == adjective {
		return false
	}
	m := &r.mentions[inside]
	return wholeName(m) && (m.Office == "" || m.Same < 0)
}

// wholeName tells whether a mention ends with a person's whole name: behind a given name alone the family's may follow.
func wholeName(m *entity.Mention) bool {
	return m.Type == entity.Person && m.Name != "" && (m.ID != "" || m.Same >= 0 || strings.Contains(m.Name, " "))
}

// mentionIn is the entity mention that names the phrase of tokens [first, last): the one nearest to its head; -1 if there is none.
func (r *reading) mentionIn(first, last int) int32 {
	for k := range last - first {
		at := first + k
		if r.lexicon.headLast {
			at = last - 1 - k
		}
		if m := r.nodes[at].mention; m >= 0 {
			return m
		}
	}
	return -1
}

func (r *reading) addPhrase(first, last, sentence int) {
	p := phrase{first: int32(first), last: int32(last), head: int32(first), mention: r.mentionIn(first, last), sentence: r.sentenceOf[first], clause: r.nodes[first].clause, kind: plainNoun}
	if r.lexicon.headLast {
		p.head = int32(last) - 1
	}
	if p.mention >= 0 {
		p.kind = r.nodes[r.mentions[p.mention].First].class
	} else if r.nodes[first].form == number {
		p.kind = number
	}
	if a := r.nodes[first].analysis; a != nil {
		p.clitic = a.Clitics & (text.And | text.In | text.To | text.Like)
	}
	if first > sentence {
		if before := &r.nodes[first-1]; before.particle&particlePreposition != 0 {
			p.preposition = before.lemma
			if before.lemma == 0 && r.Tokens[first-1].Word != nil {
				p.preposition = r.Tokens[first-1].Word.Exact
			}
		}
	}
	switch {
	case p.clitic&text.In != 0:
		p.governor = r.lexicon.governing["+in"]
	case p.clitic&text.To != 0:
		p.governor = r.lexicon.governing["+to"]
	case p.preposition != 0:
		p.governor = r.lexicon.governOf[p.preposition]
	}
	p.group = int32(len(r.phrases))
	if n := len(r.phrases); n > 0 && p.clitic&text.And != 0 && p.preposition == 0 && r.phrases[n-1].sentence == p.sentence &&
		(r.phrases[n-1].last == p.first || r.phrases[n-1].last+1 == p.first && r.nodes[p.first-1].form == comma) {
		p.group = r.phrases[n-1].group
		p.preposition, p.governor = r.phrases[n-1].preposition, r.phrases[n-1].governor
	}
	for k := first; k < last; k++ {
		r.nodes[k].phrase = int32(len(r.phrases))
	}
	r.phrases = append(r.phrases, p)
}

// code is a small number for how a phrase is joined: by a preposition of its own, by one written with it, or bare.
func (p *phrase) joined() int {
	switch {
	case p.clitic&text.In != 0:
		return 1
	case p.clitic&text.To != 0:
		return 2
	case p.clitic&text.Like != 0:
		return 3
	case p.preposition != 0:
		return 4
	}
	return 0
}
