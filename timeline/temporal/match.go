package temporal

import (
	"github.com/waqai/waqai/timeline/text"
)

// tokenMark says what a token is to this stage.
type tokenMark uint8

const (
	plain   tokenMark = iota
	joining           // may stand inside an island: a connective, a number, a mark between
	loud              // begins an island
)

// What the stage notes of a word.
const (
	noteJoining uint16 = 1 << iota
	noteLoud
	noteHead   // begins an entry of several words that is loud
	noteNumber // a number or ordinal
	noteAlone  // may be an expression by itself
	noteWithin // in an entry of several words, not its first
)

// note classes a word by its spelling and all its readings.
func (l *lexicon) note(word *text.Word) uint16 {
	var note uint16
	look := func(id text.WordID) {
		f := l.of(id)
		if f == nil {
			return
		}
		if f.within {
			note |= noteJoining | noteWithin
		}
		if len(f.steps) > 0 {
			note |= noteJoining
		}
		if f.loud {
			note |= noteLoud
		}
		if f.head {
			note |= noteHead
		}
		if f.number {
			note |= noteNumber
		}
		for _, e := range f.entries {
			category := l.entries[e].category
			if l.joining[category] {
				note |= noteJoining
			}
			if l.alone[category] {
				note |= noteAlone
			}
		}
	}
	look(word.Exact)
	for a := range word.Analyses {
		look(word.Analyses[a].Lemma)
	}
	return note
}

// mark classes the tokens of a text.
func (t *Tagger) mark(txt *text.Text, scratch *Scratch, prefer Prefer) []tokenMark {
	marks := scratch.marks[:0]
	tokens := txt.Tokens
	for i := range tokens {
		m := t.markOf(tokens, i)
		if m == joining && prefer == PreferFuture && isNumber(&tokens[i], t.note) {
			m = loud // an appointment may be a bare number: "at seven"
		}
		marks = append(marks, m)
	}
	scratch.marks = marks
	return marks
}

func isNumber(token *text.Token, slot int) bool {
	return token.Kind == text.Digits || token.Kind == text.Letters && token.Notes[slot]&noteNumber != 0
}

func (t *Tagger) markOf(tokens []text.Token, i int) tokenMark {
	token := &tokens[i]
	switch token.Kind {
	case text.Letters:
		switch note := token.Notes[t.note]; {
		case note == 0:
			return plain
		case note&noteLoud != 0 || note&noteHead != 0 && t.goesOn(tokens, i):
			return loud
		}
		return joining
	case text.Digits:
		if token.Shape.Digits == 4 || token.Shape.Digits == 8 || partOfNumberDate(tokens, i) || behindApostrophe(tokens, i) {
			return loud
		}
		return joining
	case text.Punctuation, text.Symbol:
		if t.grammar.mark(token.Mark) != 0 {
			return joining
		}
		if len(t.lexicon.steps) > 0 {
			if loudMark, ok := t.lexicon.heads[token.Exact()]; ok {
				if loudMark {
					return loud
				}
				return joining
			}
		}
	}
	return plain
}

// goesOn tells whether the second word of an entry stands behind its first: "on" alone begins nothing, "on hand" may.
func (t *Tagger) goesOn(tokens []text.Token, i int) bool {
	if i+1 >= len(tokens) {
		return false
	}
	next := &tokens[i+1]
	if next.Kind == text.Letters && next.Notes[t.note]&noteWithin == 0 {
		return false // second in no entry
	}
	word := tokens[i].Word
	follows := func(id text.WordID) bool {
		f := t.lexicon.of(id)
		if f == nil || !f.head {
			return false
		}
		for s := range f.steps {
			if id := f.steps[s].id; id != 0 && isWord(next, id) {
				return true
			}
		}
		return false
	}
	if follows(word.Exact) {
		return true
	}
	for a := range word.Analyses {
		if follows(word.Analyses[a].Lemma) {
			return true
		}
	}
	return false
}

// partOfNumberDate tells digits that a date or clock mark joins to other digits without a space: 3/5, 10:30, 2018-04-13.
func partOfNumberDate(tokens []text.Token, i int) bool {
	if i+2 >= len(tokens) || tokens[i+1].Shape.SpaceBefore || tokens[i+2].Shape.SpaceBefore || tokens[i+2].Kind != text.Digits {
		return false
	}
	switch tokens[i+1].Mark {
	case '/', ':', '-', '.', '~':
		return tokens[i].Shape.Digits <= 4 && tokens[i+2].Shape.Digits <= 4
	}
	return false
}

// behindApostrophe tells two digits behind an apostrophe: '98, the '90s.
func behindApostrophe(tokens []text.Token, i int) bool {
	return i > 0 && tokens[i].Shape.Digits == 2 && !tokens[i].Shape.SpaceBefore && tokens[i-1].Mark == '\''
}

// shortSentence is the length up to which a sentence of quiet words alone is parsed too: "ten thirty".
const shortSentence = 6

// islands calls visit with each run of tokens [first, last) that may hold expressions: neighbouring tokens that the lexicon or the grammar
// knows, at least one of them loud, within one sentence.
func (t *Tagger) islands(txt *text.Text, marks []tokenMark, future bool, visit func(sentence, first, last int)) {
	for s := range txt.Sentences {
		sentence := &txt.Sentences[s]
		for i := sentence.First; i < sentence.Last; {
			if marks[i] == plain {
				i++
				continue
			}
			first, last := i, i // of the run
			for i < sentence.Last && marks[i] != plain {
				i++
			}
			last = i
			if last == first+1 && !future && t.dependent(&txt.Tokens[first]) {
				continue
			}
			if first == sentence.First && last == sentence.Last && last-first <= shortSentence {
				visit(s, first, last)
				continue
			}
			for at := first; at < last; {
				if marks[at] != loud {
					at++
					continue
				}
				// from a little before the loud word to a little after the last one that follows closely
				from, to := max(first, at-islandReach), at+1
				for next := at + 1; next < last && next < to+islandReach && next-from < maxIsland; next++ {
					if marks[next] == loud {
						to = next + 1
					}
				}
				end := min(last, to+islandReach, from+maxIsland)
				for next := to; next < last && next < to+2*islandReach; next++ {
					if marks[next] == loud { // the quiet words between two islands are shared out
						end = min(end, to+(next-to)/2)
						break
					}
				}
				visit(s, from, end)
				first, at = end, end
			}
		}
	}
}

// dependent tells whether a word means time only together with others: "year", "ago".
func (t *Tagger) dependent(token *text.Token) bool {
	return token.Kind == text.Letters && token.Notes[t.note]&noteAlone == 0
}

// islandReach is how many quiet words before and after its loud ones an island takes in.
const islandReach = 9

// seed puts the tokens of an island into the chart.
func (t *Tagger) seed(c *chart, txt *text.Text, sentence *text.Sentence) {
	for i := range c.size {
		at := c.first + i
		token := &txt.Tokens[at]
		var shape feature
		if at == sentence.First {
			shape |= featureInitial
		}
		switch token.Kind {
		case text.Digits:
			n := node{category: t.lexicon.digits, start: int16(i), end: int16(i + 1), number: token.Number, entry: noNode, mark: true}
			n.features = shape | digitFeatures(token)
			c.add(n)
			t.seedSteps(c, txt, sentence, i, t.lexicon.steps[token.Exact()], shape)
		case text.Letters:
			t.seedWord(c, txt, sentence, i, shape)
		default:
			if category := t.grammar.mark(token.Mark); category != 0 {
				c.add(node{category: category, start: int16(i), end: int16(i + 1), entry: noNode, mark: true, features: shape})
			}
			t.seedSteps(c, txt, sentence, i, t.lexicon.steps[token.Exact()], shape)
		}
	}
}

func digitFeatures(token *text.Token) feature {
	var f feature
	switch token.Shape.Digits {
	case 1:
		f = featureDigits1
	case 2:
		f = featureDigits2
	case 3:
		f = featureDigits3
	case 4:
		f = featureDigits4
	case 6:
		f = featureDigits6
	case 8:
		f = featureDigits8
	}
	if token.Shape.LeadingZero {
		f |= featureLeadingZero
	}
	return f
}

func (t *Tagger) seedWord(c *chart, txt *text.Text, sentence *text.Sentence, i int, shape feature) {
	token := &txt.Tokens[c.first+i]
	if token.Shape.Capital {
		shape |= featureCapital
	}
	if token.Shape.AllCapitals {
		shape |= featureUpper
	}
	word := token.Word
	if f := t.lexicon.of(word.Exact); f != nil && f.known {
		t.seedFacts(c, txt, sentence, i, f, shape|featureExact|featureSingular)
	}
	for a := range word.Analyses {
		analysis := &word.Analyses[a]
		if analysis.Lemma == 0 || analysis.Part == text.Verb { // time is told in nouns: "ended" is no end, "he composed me" no thousand
			continue
		}
		f := t.lexicon.of(analysis.Lemma)
		if f == nil || !f.known {
			continue
		}
		features := shape | analysisFeatures(analysis)
		if analysis.Lemma == word.Exact && analysis.Clitics == 0 && features&(featureDual|featurePlural) == 0 {
			continue // the exact spelling is there already
		}
		t.seedFacts(c, txt, sentence, i, f, features)
	}
}

func analysisFeatures(a *text.Analysis) feature {
	var f feature
	for _, pair := range [...]struct {
		clitic  text.Clitics
		feature feature
	}{
		{text.Article, featureArticle},
		{text.In, featureIn},
		{text.To, featureTo},
		{text.Like, featureLike},
		{text.And, featureAnd},
		{text.Then, featureThen},
		{text.Object, featureOwned},
	} {
		if a.Clitics&pair.clitic != 0 {
			f |= pair.feature
		}
	}
	switch a.Agreement.Number {
	case 2:
		f |= featureDual
	case 3:
		f |= featurePlural
	default:
		f |= featureSingular
	}
	if a.Agreement.Gender == 'f' {
		f |= featureFeminine
	}
	return f
}

func (t *Tagger) seedFacts(c *chart, txt *text.Text, sentence *text.Sentence, i int, f *wordFacts, features feature) {
	for _, e := range f.entries {
		t.seedEntry(c, e, i, i+1, features)
	}
	t.seedSteps(c, txt, sentence, i, f.steps, features)
}

func (t *Tagger) seedEntry(c *chart, e int32, start, end int, features feature) {
	entry := &t.lexicon.entries[e]
	if !t.lexicon.joining[entry.category] || entry.upper && features&featureUpper == 0 { // words of guards make nothing
		return
	}
	if entry.capital && (features&featureCapital == 0 || features&featureInitial != 0) {
		features |= featureWeak
	}
	c.add(node{category: entry.category, start: int16(start), end: int16(end), number: entry.number, features: features, entry: e})
}

// seedSteps follows entries of several words.
func (t *Tagger) seedSteps(c *chart, txt *text.Text, sentence *text.Sentence, start int, steps []step, features feature) {
	type place struct {
		steps []step
		at    int
	}
	var stack [16]place
	depth := 0
	if len(steps) > 0 {
		stack[0], depth = place{steps, start + 1}, 1
	}
	for depth > 0 {
		depth--
		p := stack[depth]
		for s := range p.steps {
			one := &p.steps[s]
			for _, e := range one.entries {
				t.seedEntry(c, e, start, p.at, features&^featureUpper|features&featureUpper)
			}
			if one.id == 0 || p.at >= c.size {
				continue
			}
			if isWord(&txt.Tokens[c.first+p.at], one.id) && depth < len(stack) {
				stack[depth] = place{one.next, p.at + 1}
				depth++
			}
		}
	}
}

// isWord tells whether a token is spelled as, or is a form of, a vocabulary word; ids below zero are marks and numbers.
func isWord(token *text.Token, id text.WordID) bool {
	if id < 0 {
		return token.Exact() == id
	}
	return token.Word.Is(id)
}
