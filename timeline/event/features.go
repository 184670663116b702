package event

import (
	"github.com/waqai/waqai/timeline/calendar"
	"github.com/waqai/waqai/timeline/text"
)

// Features of a candidate trigger. They are computed once and serve the three decisions about it: is it an event, of which kind, with which
// status.

// near is how far a context word may be.
const near = 4

// classAt is the class of a token, edge outside the sentence.
func (r *reading) classAt(i, sentence int) int {
	s := r.Sentences[sentence]
	if i < s.First || i >= s.Last {
		return int(edge)
	}
	n := &r.nodes[i]
	if n.class == functionWord && n.particle != 0 {
		return int(edge) + 1 + bitIndex(uint32(n.particle))
	}
	return int(n.class)
}

// wordAt is the dictionary word of a token, 0 outside the sentence or for an unknown word.
func (r *reading) wordAt(i, sentence int) int {
	s := r.Sentences[sentence]
	if i < s.First || i >= s.Last {
		return 0
	}
	n := &r.nodes[i]
	if n.lemma != 0 {
		return int(n.lemma)
	}
	if w := r.Tokens[i].Word; w != nil {
		return int(w.Exact)
	}
	return 0
}

// bitIndex is the number of the lowest bit.
func bitIndex(set uint32) int {
	for i := range 32 {
		if set&(1<<i) != 0 {
			return i
		}
	}
	return 0
}

// flag is 1 for what holds, else 0.
func flag(set bool) int {
	if set {
		return 1
	}
	return 0
}

// cliticCode folds the clitics that matter to a trigger.
func cliticCode(a *text.Analysis) int {
	if a == nil {
		return 0
	}
	code := 0
	for i, c := range [...]text.Clitics{text.And | text.Then, text.In, text.To, text.Article, text.Object, text.Like} {
		if a.Clitics&c != 0 {
			code |= 1 << i
		}
	}
	return code
}

// governing finds the verb or verbal noun that a candidate hangs on: the nearest one before it in the sentence within near words, with no strong
// mark between; -1 if none.
func (r *reading) governing(i int) int {
	first := r.Sentences[r.sentenceOf[i]].First
	for k := i - 1; k >= first && k >= i-near-2; k-- {
		n := &r.nodes[k]
		switch {
		case n.form == stop || n.form == colon || n.form == quote:
			return -1
		case n.timex >= 0 || n.mention >= 0:
			continue
		case n.finite(), n.form == verbalNoun, n.form == eventNoun,
			n.entry != nil && n.entry.flags&(flagLight|flagAux|flagModal|flagPlanned|flagPossible|flagNegated) != 0:
			return k
		}
	}
	return -1
}

// timeNear tells where the nearest time expression of the clause lies: 0 none, 1 close behind, 2 behind, 3 close before, 4 before.
func (r *reading) timeNear(i int) int {
	s := r.Sentences[r.sentenceOf[i]]
	for d := 1; d <= 10; d++ {
		if k := i + d; k < s.Last && r.nodes[k].timex >= 0 {
			if d <= near {
				return 1
			}
			return 2
		}
		if k := i - d; k >= s.First && r.nodes[k].timex >= 0 {
			if d <= near {
				return 3
			}
			return 4
		}
	}
	return 0
}

// triggerFeatures are the facts for "is it an event".
func (r *reading) triggerFeatures(i int, out []feature) []feature {
	n := &r.nodes[i]
	s := int(r.sentenceOf[i])
	f := int(n.form)
	clitics := cliticCode(n.analysis)
	before, after := r.classAt(i-1, s), r.classAt(i+1, s)
	out = append(out,
		fact(bias, 0, 0), fact(formOnly, f, clitics), fact(formWith, f, before), fact(formNext, f, after),
		fact(formWithTwo, before, after), fact(wordBefore, r.wordAt(i-1, s), f), fact(wordAfter, r.wordAt(i+1, s), f),
		fact(formWithTwo, 64+r.classAt(i-2, s), before), fact(timeNear, r.timeNear(i), f), fact(inName, int(n.class), f),
	)
	own, left, right := r.wordClass(i, s), r.wordClass(i-1, s), r.wordClass(i+1, s)
	out = classFact(out, wordClass, own, f)
	out = classFact(out, wordClassBefore, left, f)
	out = classFact(out, wordClassAfter, right, f)
	out = classFact(out, wordClassBefore, r.wordClass(i-2, s), 64)
	out = classFact(out, wordClassAfter, r.wordClass(i+2, s), 64)
	out = classPair(out, own, right, 0)
	out = classPair(out, left, own, 1)
	if n.lemma != 0 {
		out = append(out, fact(lemmaOnly, int(n.lemma), 0), fact(lemmaForm, int(n.lemma), f), fact(lemmaBefore, int(n.lemma), before),
			fact(lemmaBefore, int(n.lemma), 64+after))
	}
	if w := r.Tokens[i].Word; w != nil && w.Exact != 0 {
		out = append(out, fact(spelling, int(w.Exact), 0))
	}
	out = append(out, fact(kindForm, int(n.entry.kind), f))
	if e, found := r.collocation(i); found {
		out = append(out, fact(pairForm, 1+int(e.kind), f), fact(pairForm, 64+pairCode(e), f))
	}
	for k := max(r.Sentences[s].First, i-3); k < i; k++ {
		if e, found := r.pair(k, i); found {
			out = append(out, fact(pairForm, 128+pairCode(e), f))
		}
	}
	for flag := n.entry.flags; flag != 0; flag &= flag - 1 {
		out = append(out, fact(flagForm, bitIndex64(uint64(flag)), f))
	}
	if n.analysis != nil {
		a := n.analysis
		out = append(out, fact(agreement, int(a.Agreement.Number)<<4|int(a.Agreement.Person), f))
		if a.Guessed {
			out = append(out, fact(guessed, f, 0))
		}
	}
	if g := r.governing(i); g >= 0 {
		gn := &r.nodes[g]
		out = classFact(out, wordClassGovernor, r.wordClass(g, s), f)
		out = append(out, fact(governor, int(gn.lemma), f), fact(governorFlag, 100+int(gn.form), f), fact(governorFlag, 200+int(gn.entry.kind), f))
		for flag := gn.entry.flags; flag != 0; flag &= flag - 1 {
			out = append(out, fact(governorFlag, bitIndex64(uint64(flag)), f))
		}
	} else {
		out = append(out, fact(governorFlag, 99, f))
	}
	position := min(s, 3)
	if r.Sentences[s].Title {
		position = 4
	}
	out = append(out, fact(placeInText, position, f), fact(countNear, r.countNear(i), f), fact(clauseOrder, r.orderInClause(i), f))
	if n.quoted {
		out = append(out, fact(quoted, f, 0))
	}
	return out
}

func bitIndex64(set uint64) int {
	if low := uint32(set); low != 0 {
		return bitIndex(low)
	}
	return 32 + bitIndex(uint32(set>>32))
}

// countNear tells whether a number stands before (1) or behind (2) a candidate.
func (r *reading) countNear(i int) int {
	s := int(r.sentenceOf[i])
	switch {
	case r.classAt(i-1, s) == int(number) || r.classAt(i-2, s) == int(number):
		return 1
	case r.classAt(i+1, s) == int(number):
		return 2
	}
	return 0
}

// orderInClause is how many candidates of the clause stand before this one, up to 2.
func (r *reading) orderInClause(i int) int {
	order := 0
	for k := i - 1; k >= 0 && r.nodes[k].clause == r.nodes[i].clause && order < 2; k-- {
		if r.mayTrigger(k) {
			order++
		}
	}
	return order
}

// kindFeatures are the facts for "of which kind".
func (r *reading) kindFeatures(i int, out []feature) []feature {
	n := &r.nodes[i]
	s := int(r.sentenceOf[i])
	out = append(out, fact(bias, 0, 0), fact(kindLexical, int(n.entry.kind), 0), fact(kindLexical, int(n.entry.kind), int(n.form)), fact(optionForm, int(n.form), 0))
	if n.lemma != 0 {
		out = append(out, fact(optionLemma, int(n.lemma), 0), fact(optionLemma, int(n.lemma), int(n.form)))
	}
	if w := r.Tokens[i].Word; w != nil && w.Exact != 0 {
		out = append(out, fact(spelling, int(w.Exact), 0))
	}
	for _, kind := range n.entry.kinds {
		out = append(out, fact(kindForm, int(kind), 0))
	}
	for _, topic := range r.topics {
		out = append(out, fact(kindTopic, int(topic), 0), fact(kindTopic, int(topic), 1+int(n.entry.kind)))
	}
	for d := 1; d <= 3; d++ {
		if w := r.wordAt(i+d, s); w != 0 {
			out = append(out, fact(optionCollocation, int(n.lemma), w), fact(optionAfter, w, min(d, 2)))
		}
	}
	if w := r.wordAt(i-1, s); w != 0 {
		out = append(out, fact(optionBefore, w, 1), fact(optionCollocation, w, int(n.lemma)))
	}
	if e, found := r.collocation(i); found {
		out = append(out, fact(optionKind, int(e.kind), 0))
	}
	for flag := n.entry.flags; flag != 0; flag &= flag - 1 {
		out = append(out, fact(optionFlag, bitIndex64(uint64(flag)), int(n.form)))
	}
	if g := r.governing(i); g >= 0 {
		out = append(out, fact(optionGovernor, int(r.nodes[g].lemma), 0))
	}
	return out
}

// collocation finds a row of collocations.tsv that the words behind (or before, in languages whose verb comes last) fulfil.
func (r *reading) collocation(i int) (entry, bool) {
	s := int(r.sentenceOf[i])
	lemma := r.nodes[i].lemma
	if !r.lexicon.pairs(lemma) {
		return entry{}, false
	}
	for _, d := range [...]int{1, 2, 3, -1, 4, -2} {
		if w := r.wordAt(i+d, s); w != 0 {
			if e, found := r.lexicon.collocations[[2]text.WordID{lemma, text.WordID(w)}]; found {
				return e, true
			}
		}
	}
	return entry{}, false
}

// pair finds the row of collocations.tsv that token i and the word at token k fulfil.
func (r *reading) pair(i, k int) (entry, bool) {
	lemma := r.nodes[i].lemma
	if !r.lexicon.pairs(lemma) {
		return entry{}, false
	}
	e, found := r.lexicon.collocations[[2]text.WordID{lemma, text.WordID(r.wordAt(k, int(r.sentenceOf[i])))}]
	return e, found
}

// pairCode tells which of the two words of a pair is the event.
func pairCode(e entry) int {
	switch {
	case e.flags&flagLight != 0:
		return 1
	case e.flags&flagSay != 0:
		return 2
	}
	return 0
}

// statusFeatures are the facts for "did it happen".
func (r *reading) statusFeatures(i int, out []feature) []feature {
	n := &r.nodes[i]
	s := int(r.sentenceOf[i])
	f := int(n.form)
	clitics := cliticCode(n.analysis)
	out = append(out, fact(bias, 0, 0), fact(optionForm, f, clitics), fact(optionKind, int(n.entry.kind), f), fact(optionTime, r.timeDirection(i), f),
		fact(optionForm, 64+f, r.classAt(i-1, s)))
	out = classFact(out, wordClass, r.wordClass(i, s), f)
	if n.lemma != 0 {
		out = append(out, fact(optionLemma, int(n.lemma), f))
	}
	if n.quoted {
		out = append(out, fact(optionQuoted, f, 0))
	}
	first := r.Sentences[s].First
	seen := particle(0)
	for d := 1; d <= 5 && i-d >= first; d++ {
		b := &r.nodes[i-d]
		if b.form == stop || b.form == colon {
			break
		}
		if d <= 2 {
			if w := r.wordAt(i-d, s); w != 0 {
				out = append(out, fact(optionBefore, w, d), fact(optionBefore, w, 8+f))
			}
		}
		if fresh := b.particle &^ seen; fresh != 0 {
			seen |= fresh
			for set := fresh; set != 0; set &= set - 1 {
				out = append(out, fact(optionParticle, bitIndex(uint32(set)), min(d, 3)))
			}
		}
		if b.entry != nil {
			for flag := b.entry.flags & outcomeFlags; flag != 0; flag &= flag - 1 {
				out = append(out, fact(optionFlag, bitIndex64(uint64(flag)), min(d, 3)))
			}
		}
	}
	if g := r.governing(i); g >= 0 {
		gn := &r.nodes[g]
		out = append(out, fact(optionGovernor, int(gn.lemma), 0), fact(optionGovernorForm, int(gn.form), f), fact(optionGovernorFlag, int(gn.entry.kind), f))
	}
	out = r.implied(i, out)
	if n.finite() {
		out = r.mood(i, 0, f, out)
	}
	if g := r.governing(i); g >= 0 {
		out = r.mood(g, 1, f, out)
	}
	if verb := r.clauseVerb(i); verb >= 0 {
		out = append(out, fact(optionClause, int(r.nodes[verb].form), f))
		if lemma := r.nodes[verb].lemma; lemma != 0 {
			out = append(out, fact(optionClauseVerb, int(lemma), 0))
		}
		out = r.mood(verb, 2, f, out)
	}
	for d := 1; d <= 2; d++ { // "the visit, planned for", "the coming talks"
		if w := r.wordAt(i+d, s); w != 0 {
			out = append(out, fact(optionAfter, w, d))
		}
	}
	return out
}

// mood writes the words before a verb that set its mood, up to three: "may not", "if it is", "is expected to". The verb is the trigger itself (0), what
// governs the trigger (1) or the first verb of its clause (2); form is the trigger's.
func (r *reading) mood(verb, which, form int, out []feature) []feature {
	s := int(r.sentenceOf[verb])
	f, several := int(r.nodes[verb].form), 0
	for d := 1; d <= 3 && verb-d >= r.Sentences[s].First; d++ {
		b := &r.nodes[verb-d]
		if b.particle == 0 && (b.entry == nil || b.entry.flags&(flagAux|outcomeFlags) == 0) {
			break
		}
		w := r.wordAt(verb-d, s)
		out = append(out, fact(optionMood, w, (which<<2|d)<<5|f), fact(optionMood, w, 1<<10|which<<5|form))
		several = several<<5 | min(1+bitIndex(uint32(b.particle)), 31)
	}
	return append(out, fact(optionMoodForm, several<<2|which, f), fact(optionMoodForm, 1<<20|several<<2|which, form))
}

// outcomeFlags are those of words that tell what comes of what they govern.
const outcomeFlags = flagPlanned | flagPossible | flagNegated | flagModal | flagPlan

// farther is how many words before a trigger may still govern what is said to have come of it; a name counts as one.
const farther = 10

// implied writes which words before a trigger tell what came of it: "failed to", "denied that", "refused the request for". Verbs and events between
// weaken them.
func (r *reading) implied(i int, out []feature) []feature {
	f := int(r.nodes[i].form)
	first := r.Sentences[r.sentenceOf[i]].First
	steps, between := 0, 0
	for k := i - 1; k >= first && steps < farther; k-- {
		b := &r.nodes[k]
		if b.form == stop || b.form == colon {
			break
		}
		if b.mention >= 0 && r.nodes[k+1].mention == b.mention || b.timex >= 0 {
			continue
		}
		steps++
		if b.mention >= 0 || b.entry == nil {
			continue
		}
		near := min(steps, 6)<<2 | min(between, 3)
		for flags := b.entry.flags & outcomeFlags; flags != 0; flags &= flags - 1 {
			out = append(out, fact(optionImplied, bitIndex64(uint64(flags)), near), fact(optionImplied, 64+bitIndex64(uint64(flags)), f<<2|min(between, 3)))
		}
		if b.lemma != 0 && (b.finite() || b.form == verbalNoun || b.form == eventNoun) {
			if between == 1 {
				out = append(out, fact(optionGovernorBefore, int(b.lemma), f))
			}
			between++
		}
	}
	return out
}

// clauseVerb is the first finite verb of the clause of a token, the token itself aside; -1 if none.
func (r *reading) clauseVerb(i int) int {
	clause := r.nodes[i].clause
	for k := i - 1; k >= 0 && r.nodes[k].clause == clause; k-- {
		if r.nodes[k].finite() {
			return k
		}
	}
	return -1
}

// timeDirection tells where the nearest datable expression of the sentence points from publication: 0 none or unknown, 1 past, 2 the day itself,
// 3 future; plus 4 where it stands in the token's own clause.
func (r *reading) timeDirection(i int) int {
	s := r.Sentences[r.sentenceOf[i]]
	best, distance := -1, 1<<30
	for k := range r.timexes {
		t := &r.timexes[k]
		if t.First < s.First || t.First >= s.Last || !datable(t) || !t.HasInterval {
			continue
		}
		if d := max(t.First-i, i-t.Last); d < distance {
			best, distance = k, d
		}
	}
	if best < 0 || !r.hasReference {
		return 0
	}
	code := 2
	switch t := &r.timexes[best]; {
	case t.Interval.To <= calendar.At(r.reference.Day(), 0, 0):
		code = 1
	case t.Interval.From.Day() > r.reference.Day():
		code = 3
	}
	if r.nodes[r.timexes[best].First].clause == r.nodes[i].clause {
		code += 4
	}
	return code
}
