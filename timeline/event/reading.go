package event

import (
	"slices"

	"github.com/waqai/waqai/timeline/calendar"
	"github.com/waqai/waqai/timeline/entity"
	"github.com/waqai/waqai/timeline/temporal"
	"github.com/waqai/waqai/timeline/text"
)

// form is the grammatical shape of a token, as coarse as the models need it.
type form uint8

const (
	noForm form = iota
	verbPast
	verbPresent
	verbFuture
	verbBare
	verbalNoun
	activeParticiple
	passiveParticiple
	eventNoun
	plainNoun
	adjective
	functionWord
	unknownWord
	number
	comma
	stop
	colon
	quote
	bracket
	otherMark
	inTimex
	inPerson
	inOrganisation
	inGroup
	inCountry
	inPlace
	edge // before the first and behind the last token of a sentence
)

// node is one token as this stage sees it.
type node struct {
	analysis *text.Analysis // the chosen reading; nil for unknown words and marks
	entry    *entry
	lemma    text.WordID
	particle particle
	form     form // of the word itself
	class    form // form, or the kind of name or time that the token is part of
	mention  int32
	timex    int32
	phrase   int32 // that it is part of; -1 if none
	clause   int32 // number of its clause in the text
	quoted   bool
}

// reading is a text with its nodes, clauses and event candidates: the scratch memory of one worker.
type reading struct {
	*text.Text
	lexicon    *lexicon
	nodes      []node
	candidates []int32 // tokens that may be triggers
	sentenceOf []int32 // of each token
	mentions   []entity.Mention
	timexes    []temporal.Timex
	phrases    []phrase
	topics     []uint8   // the kinds that a tenth of the candidates or more have by the tables alone
	dateline   int       // token behind the dateline; 0 if there is none
	content    []content // of each sentence
	bits       []uint16  // by WordID: 1 + the bit of the word in a content; 0 where it is not known yet

	reference    calendar.Moment
	hasReference bool
}

// read fills the nodes.
func (r *reading) read(t *text.Text, l *lexicon, timexes []temporal.Timex, mentions []entity.Mention) {
	r.Text, r.lexicon, r.timexes, r.mentions = t, l, timexes, mentions
	r.nodes = resize(r.nodes, len(t.Tokens))
	r.sentenceOf = resize(r.sentenceOf, len(t.Tokens))
	r.candidates = r.candidates[:0]
	for i := range t.Tokens {
		r.nodes[i] = r.node(i)
	}
	for i := range timexes {
		for k := timexes[i].First; k < timexes[i].Last; k++ {
			r.nodes[k].timex, r.nodes[k].class = int32(i), inTimex
		}
	}
	classes := map[entity.Type]form{
		entity.Person: inPerson, entity.Organisation: inOrganisation, entity.Group: inGroup, entity.Country: inCountry, entity.Place: inPlace,
	}
	for i := range mentions {
		for k := mentions[i].First; k < mentions[i].Last; k++ {
			n := &r.nodes[k]
			if n.mention = int32(i); n.timex < 0 {
				n.class = classes[mentions[i].Type]
			}
		}
	}
	r.split()
	r.signContent()
	var counts [256]int
	for i := range r.nodes {
		if r.mayTrigger(i) {
			r.candidates = append(r.candidates, int32(i))
			counts[r.nodes[i].entry.kind]++
		}
	}
	r.topics = r.topics[:0]
	for i := range Kinds {
		if kind := i + 1; counts[kind] > 1 && 8*counts[kind] > len(r.candidates) && Kinds[i] != "say" && Kinds[i] != "other" {
			r.topics = append(r.topics, uint8(kind))
		}
	}
}

func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// node reads one token by itself and the token before it.
func (r *reading) node(i int) node {
	n := node{mention: -1, timex: -1, phrase: -1}
	token := &r.Tokens[i]
	switch token.Kind {
	case text.Digits:
		n.form = number
	case text.Punctuation, text.Symbol:
		n.form = markForm(token.Mark)
	default:
		r.word(i, token.Word, &n)
	}
	n.class = n.form
	return n
}

func markForm(mark rune) form {
	switch mark {
	case ',', ';', '-', '–', '—':
		return comma
	case '.', '!', '?', '…':
		return stop
	case ':':
		return colon
	case '"', '“', '”', '«', '»', '„', '‘', '’':
		return quote
	case '(', ')', '[', ']':
		return bracket
	}
	return otherMark
}

// saidReach is how far behind a verb of saying that opens a clause its preposition may stand: who says it comes between.
const saidReach = 6

// governs tells whether the word behind a token is a preposition that a verb governs; behind a verb of saying that opens a clause, whether one of the
// next words is ("expressed the minister his regret", verb first).
func (r *reading) governs(i int, e *entry) bool {
	last := i + 1
	if e.flags&flagSay != 0 && (i == 0 || r.Tokens[i-1].Kind == text.Punctuation) {
		last = i + saidReach
	}
	for k := i + 1; k <= last && k < len(r.Tokens) && r.Tokens[k].Word != nil; k++ {
		if g := r.lexicon.governOf[r.Tokens[k].Word.Exact]; g > 0 && e.roles[g-1] != 0 {
			return true
		}
	}
	return false
}

// opens tells whether a token is the first of its text or stands behind a full stop: verbs do, in a language that begins with them.
func (r *reading) opens(i int) bool {
	return r.lexicon.articles && (i == 0 || r.nodes[i-1].form == stop)
}

// misread tells whether a particle is the less likely reading of a word: it is spelled as another word is, or it goes before verbs and none follows.
func (r *reading) misread(i int, w *text.Word, a *text.Analysis) bool {
	if written := r.Slice(i, i+1); a.Clitics == 0 && len(w.Analyses) > 1 && written != r.Language.Name(a.Lemma) {
		for k := range w.Analyses {
			if other := &w.Analyses[k]; other.Part == text.Verb && written == r.Language.Name(other.Lemma) {
				return true
			}
		}
	}
	if r.lexicon.particle(a.Lemma)&particlePerfect == 0 {
		return false
	}
	if i+1 >= len(r.Tokens) || r.Tokens[i+1].Word == nil {
		return true
	}
	return !slices.ContainsFunc(r.Tokens[i+1].Word.Analyses, func(a text.Analysis) bool {
		return a.Part == text.Verb && a.Derivation == text.Finite || a.Part == text.Particle
	})
}

// word chooses a reading of a word: behind a preposition or with an article it is a noun; else the vocabulary's order holds, but a
// reading that the trigger tables know comes before one that they do not.
func (r *reading) word(i int, w *text.Word, n *node) {
	l := r.lexicon
	if w.Exact != 0 {
		n.particle = l.particle(w.Exact)
	}
	nounPlace := i > 0 && r.nodes[i-1].particle&particlePreposition != 0
	particle := n.particle != 0 || slices.ContainsFunc(w.Analyses, func(a text.Analysis) bool { return a.Part == text.Particle })
	infinitive := l.headLast && i > 0 && r.nodes[i-1].particle&particleTo != 0
	best := -1
	bestRank := -1
	for k := range w.Analyses {
		a := &w.Analyses[k]
		e := l.of(a)
		rank := 1
		switch {
		case a.Guessed:
			rank = 0
		case a.Part == text.Particle:
			if rank = 6; k > 0 && w.Analyses[0].Derivation == text.VerbalNoun || r.misread(i, w, a) { // spelled as the noun alone is
				rank = 3
			}
		case e.kind != 0 || e.flags&(flagAux|flagLight|flagModal|flagState) != 0:
			rank = 4
			if e.flags&flagNoun != 0 && (e.kind != 0 || !r.opens(i)) { // a noun's own row says more than the verb's that it comes from
				rank = 5
			}
		case a.Lemma != 0:
			rank = 2
		}
		finite := a.Part == text.Verb && a.Derivation == text.Finite
		if finite && particle && r.governs(i, e) { // "expressed" before what it governs is no "across"
			rank = 7
		}
		switch {
		case infinitive && finite && a.Lemma == w.Exact: // "to visit Tehran", though a visit is a noun
			rank += 3
		case nounPlace && finite && a.Clitics&(text.And|text.Then) == 0:
			rank -= 3
		}
		rank *= 2
		if finite && a.Tense == text.Past && !a.Guessed && r.opens(i) {
			rank = max(rank, 8) + 1
		}
		if a.Passive && finite { // the active of another verb goes before the passive of this one
			rank--
		}
		if finite && seldom(&a.Agreement) || a.Derivation == text.ActiveParticiple && a.Agreement.Number > 1 { // participles of several are as rare
			rank -= 2
		}
		if rank > bestRank {
			best, bestRank = k, rank
		}
	}
	if best < 0 {
		n.form = unknownWord
		n.entry = &l.entries[0]
		return
	}
	a := &w.Analyses[best]
	n.analysis, n.lemma, n.entry = a, a.Lemma, l.of(a)
	if n.particle == 0 && a.Part == text.Particle {
		n.particle = l.particle(a.Lemma)
	}
	n.form = formOf(a, n.entry)
	if (n.form == verbPresent || n.form == verbBare) && !l.articles && i > 0 && r.nodes[i-1].particle&particleDeterminer != 0 {
		n.form = verbalNoun // "the finance ministry", "a try": a noun spelled as its verb
	}
}

// seldom tells whether verbs of a person are rare in news: of several women, and "I".
func seldom(a *text.Agreement) bool {
	return a.Gender == 'f' && a.Number == 3 || a.Person == 1 && a.Number == 1
}

func formOf(a *text.Analysis, e *entry) form {
	switch a.Derivation {
	case text.VerbalNoun:
		return verbalNoun
	case text.ActiveParticiple:
		return activeParticiple
	case text.PassiveParticiple:
		return passiveParticiple
	}
	switch a.Part {
	case text.Verb:
		switch a.Tense {
		case text.Past:
			return verbPast
		case text.Future:
			return verbFuture
		case text.Present:
			if a.Clitics&text.Will != 0 {
				return verbFuture
			}
			return verbPresent
		}
		return verbBare
	case text.Particle:
		return functionWord
	case text.Adjective:
		return adjective
	case text.Numeral:
		return number
	}
	if e.flags&flagNoun != 0 && e.kind != 0 {
		return eventNoun
	}
	return plainNoun
}

// finite tells whether a token is a finite verb.
func (n *node) finite() bool { return n.form >= verbPast && n.form <= verbBare }

// noun tells whether a token is a noun by its form.
func (n *node) noun() bool { return n.form == plainNoun || n.form == eventNoun || n.form == verbalNoun }

// mayTrigger tells whether a token can be the trigger of an event at all.
func (r *reading) mayTrigger(i int) bool {
	n := &r.nodes[i]
	if n.timex >= 0 || n.analysis == nil && n.form != unknownWord {
		return false
	}
	if n.entry == nil || n.entry.flags&flagNonevent != 0 && n.entry.kind == 0 {
		return false
	}
	if n.entry.kind != 0 {
		return true
	}
	return n.finite() && n.particle == 0 || n.form == verbalNoun
}

// split numbers the clauses and marks what stands in quotes. A clause begins with a sentence; behind a mark that is followed by a verb, a
// conjunction or a subordinating word; at "that", "who", "when"; and at a verb joined by "and".
func (r *reading) split() {
	clause := int32(0)
	for s, sentence := range r.Sentences {
		clause++
		quoted := false
		for i := sentence.First; i < sentence.Last; i++ {
			n := &r.nodes[i]
			r.sentenceOf[i] = int32(s)
			if i > sentence.First && r.begins(i) {
				clause++
			}
			if n.form == quote {
				quoted = !quoted
			}
			n.clause, n.quoted = clause, quoted
		}
	}
}

func (r *reading) begins(i int) bool {
	n, before := &r.nodes[i], &r.nodes[i-1]
	if n.timex >= 0 || n.mention >= 0 {
		return false
	}
	if n.particle&(particleComplement|particleRelative|particleSubordinate|particleCondition) != 0 {
		return true
	}
	joined := n.analysis != nil && n.analysis.Clitics&(text.And|text.Then) != 0
	if joined && (n.finite() || n.particle != 0) {
		return true
	}
	switch before.form {
	case comma, bracket: // a noun behind a comma goes on a list or an apposition
		return n.finite() || n.particle&(particleConjunction|particleSubordinate) != 0
	case quote:
		return n.finite() || joined || n.particle&(particleConjunction|particleSubordinate) != 0
	case colon, stop:
		return true
	}
	return before.particle&particleConjunction != 0 && n.finite()
}
