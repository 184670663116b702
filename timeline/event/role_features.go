package event

import (
	"github.com/waqai/waqai/timeline/entity"
	"github.com/waqai/waqai/timeline/text"
)

// roleFeatures are the facts for "which part does this phrase play".
func (r *reading) roleFeatures(i int, kind uint8, l link, order int, taken uint8, out []feature) []feature {
	n, p := &r.nodes[i], &r.phrases[l.phrase]
	f, k := int(n.form), int(kind)
	if l.carried {
		return r.carriedFeatures(i, k, l, taken, out)
	}
	first, _ := r.usable(l, i)
	story := int(l.govern)<<3 | int(l.before)
	side, distance, between := 1, int(first)-i, 0
	lo, hi := i+1, int(first)
	inside := int(p.first) <= i && i < int(p.last)
	switch {
	case inside:
		side = 2
	case int(p.first) < i:
		side, distance = 0, i-int(p.last)+1
		lo, hi = int(p.last), i
	}
	verbs, marks := 0, 0
	for t := lo; t < hi; t++ {
		m := &r.nodes[t]
		switch {
		case m.finite():
			verbs++
		case m.form == comma || m.form == quote || m.form == colon || m.form == stop:
			marks++
		case m.form == verbalNoun || m.form == eventNoun:
			between++
		}
	}
	joined := p.joined()
	where := side | min(verbs, 2)<<2 | min(marks, 2)<<4 | min(between, 2)<<6
	sameClause := flag(p.clause == n.clause)
	head := 0
	if t := &r.nodes[p.head]; t.lemma != 0 {
		head = int(t.lemma)
	}
	out = append(out,
		fact(roleSide, where, f), fact(roleSide, 512+side<<6|joined<<3|min(order, 7), f), fact(roleOrder, side<<8|min(order, 7)<<4|joined, k),
		fact(roleType, int(p.kind)<<8|side<<4|joined, f), fact(roleType, int(p.kind), k), fact(roleBetween, sameClause<<8|min(distance, 12)<<2|side, f),
		fact(roleKind, side<<4|joined, k<<8|f), fact(roleForm, f<<4|side, int(p.kind)<<4|joined),
	)
	if n.lemma != 0 {
		out = append(out, fact(roleLemma, int(n.lemma), side<<4|joined), fact(roleLemma, int(n.lemma), 256+int(p.kind)))
	}
	if r.object(p) { // a word behind the phrase says so: Persian را
		out = append(out, fact(roleFlag, 58<<8|side<<4|joined, f), fact(roleFlag, 57<<8|side<<4|min(verbs, 3), k))
	}
	if p.preposition != 0 {
		out = append(out, fact(rolePreposition, int(p.preposition), side), fact(rolePreposition, int(p.preposition), 64+int(p.kind)), fact(rolePreposition, int(p.preposition), 256+k))
	}
	if head != 0 {
		out = append(out, fact(roleHead, head, 0), fact(roleHead, head, 1+side))
	}
	own, theirs := r.wordClass(i, int(r.sentenceOf[i])), r.wordClass(int(p.head), int(p.sentence))
	out = classFact(out, wordClass, own, side<<4|joined)
	out = classFact(out, wordClass, own, 256+int(p.kind)<<2|side)
	out = classFact(out, wordClassHead, theirs, side<<4|joined)
	out = classFact(out, wordClassHead, theirs, 64+k)
	out = classPair(out, own, theirs, side)
	for flag := n.entry.flags & (flagSubjectSuffer | flagObjectCounter | flagObjectGain | flagSubjectCounter | flagTransitive | flagPassive | flagSay); flag != 0; flag &= flag - 1 {
		out = append(out, fact(roleFlag, bitIndex64(uint64(flag))<<8|side<<4|joined, min(order, 3)))
	}
	if n.analysis != nil && n.analysis.Passive {
		out = append(out, fact(roleFlag, 63<<8|side<<4|joined, min(order, 3)))
	}
	if beside := r.besideTime(p); beside != 0 && side != 2 { // "on Monday in Baghdad": time and place go together
		out = append(out, fact(roleAdjacent, 256|beside<<4|sameClause<<3|min(verbs, 3), int(p.kind)<<4|joined))
	}
	if p.governor > 0 {
		if given := n.entry.roles[p.governor-1]; given != 0 {
			out = append(out, fact(roleFlag, 1<<12|int(given)<<3|side, 0), fact(roleFlag, 1<<13|int(given)<<3|min(verbs, 3), min(order, 7)))
		} else {
			out = append(out, fact(roleFlag, 1<<14|int(p.governor)<<3|side, f))
		}
	}
	if distance == 1 || inside {
		out = append(out, fact(roleAdjacent, f, joined), fact(roleAdjacent, 64+f, k))
	}
	if p.mention < 0 {
		out = append(out, fact(roleHead, 0, 16+int(r.nodes[p.head].form)))
	}
	if g := r.governing(i); g >= 0 && l.govern != 0 && r.nodes[g].lemma != 0 { // "promised to", "asked to": whose deed it is depends on the verb that governs
		out = append(out, fact(roleControl, int(r.nodes[g].lemma), int(l.govern)), fact(roleControl, 0, int(r.nodes[g].entry.kind)<<8|int(l.govern)<<5|f))
	}
	if p.preposition != 0 && n.lemma != 0 { // "clashed with", "fired at": what a preposition means depends on the verb
		out = append(out, fact(roleGoverned, int(n.lemma), int(p.preposition)))
	}
	if n.lemma != 0 && head != 0 && p.mention < 0 {
		out = append(out, fact(roleGoverned, int(n.lemma), head))
	}
	if where := r.locative(p); where != 0 {
		gaps := side<<6 | min(verbs, 2)<<4 | min(between, 2)<<2 | sameClause<<1
		out = append(out, fact(roleWhere, where<<8|gaps, f), fact(roleWhere, 1<<14|where<<8|side, k), fact(roleWhere, 1<<15|where<<8|side, int(taken)>>classPlace&1<<8|f))
	}
	if story != 0 {
		out = append(out, fact(roleStory, story, f<<2|side), fact(roleStory, 64+story, k), fact(roleStory, 128+story, int(taken)<<2|side))
	}
	if told := l.told(); told != 0 {
		out = append(out, fact(roleStory, 1<<8|told, f<<2|side), fact(roleStory, 1<<9|told, k), fact(roleStory, 1<<10|told, int(taken)<<2|side))
	}
	if l.claimed != 0 {
		out = append(out, fact(roleStory, 1<<11|int(l.claimed), f<<2|side), fact(roleStory, 1<<12|int(l.claimed), k), fact(roleStory, 1<<13|int(l.claimed), int(taken)<<2|side))
	}
	if n.hasPronoun() { // "a report which it published": what comes before may be the pronoun's
		owner := r.ownerWith(n, p)
		out = append(out, fact(roleFlag, 62<<8|side<<4|joined, min(order, 3)<<5|f), fact(roleFlag, 61<<8|side<<4|min(distance, 4), f<<6|int(p.kind)),
			fact(roleFlag, 60<<8|side<<4|joined, owner), fact(roleFlag, 59<<8|side<<4|min(distance, 4), owner<<5|f))
	}
	path := r.path(lo, hi)
	out = append(out, fact(rolePath, path<<2|side, f<<3|joined), fact(rolePath, path<<2|side, 1<<10|int(p.kind)<<3|joined),
		fact(roleTaken, int(taken), side<<3|joined), fact(roleTaken, 256+int(taken), k), fact(roleTaken, 512+int(taken), min(order, 7)<<8|int(p.kind)<<2|side))
	left, gap := r.predicateBefore(p)
	if left >= 0 && left != i {
		out = append(out, fact(roleRival, int(r.nodes[left].form)<<2|side, min(gap, 3)<<4|joined), fact(roleRival, 1<<10|int(r.nodes[left].form)<<2|side, f))
	} else {
		out = append(out, fact(roleRival, 1<<11|(left+1)&1<<2|side, min(gap, 3)<<4|joined))
	}
	return append(out, fact(roleAgreement, r.agreementWith(n, p)<<2|side, f), fact(roleAgreement, 1<<10|r.shape(p)<<2|side, f), fact(roleAgreement, 1<<11|r.shape(p)<<2|side, k<<3|joined))
}

// object tells whether the word behind a phrase marks it as the object of its verb.
func (r *reading) object(p *phrase) bool {
	behind := int(p.last)
	return behind < len(r.nodes) && r.nodes[behind].particle&particleObject != 0
}

// locative folds what makes a phrase a place: a place named in it, a noun for a place at its head, a preposition before it; 0 without the first two.
func (r *reading) locative(p *phrase) int {
	code := 0
	if r.nodes[p.head].entry != nil && r.nodes[p.head].entry.flags&flagPlace != 0 {
		code = 1
	}
	for k := p.first; k < p.last && code < 2; k++ {
		if m := r.nodes[k].mention; m >= 0 && (r.mentions[m].Type == entity.Place || r.mentions[m].Type == entity.Country) {
			code |= 2
		}
	}
	if code == 0 {
		return 0
	}
	return code<<3 | p.joined()
}

// Elements of a path.
const (
	pathNoun = 1 + iota
	pathJoined
	pathVerb
	pathEvent
	pathComma
	pathClause
	pathMark
)

// path is what stands between a trigger and a phrase, in order: phrases, verbs, marks, words that begin a clause. Long paths are cut.
func (r *reading) path(lo, hi int) int {
	path, length := 0, 0
	held := int32(-1)
	for t := lo; t < hi; t++ {
		m := &r.nodes[t]
		element := 0
		switch {
		case m.timex >= 0:
		case m.finite() && m.mention < 0:
			element = pathVerb
		case m.form == verbalNoun || m.form == eventNoun:
			element = pathEvent
		case m.form == comma || m.form == bracket:
			element = pathComma
		case m.form == quote || m.form == colon || m.form == stop:
			element = pathMark
		case m.particle&(particleComplement|particleRelative|particleSubordinate|particleCondition) != 0:
			element = pathClause
		case m.phrase >= 0 && m.phrase != held:
			element = pathNoun
			if r.phrases[m.phrase].joined() != 0 {
				element = pathJoined
			}
		}
		if m.phrase >= 0 {
			held = m.phrase
		}
		if element == 0 {
			continue
		}
		if length++; length > 5 {
			return path | 1<<16
		}
		path = path<<3 | element
	}
	return path
}

// predicateBefore is the nearest verb or verbal noun before a phrase in its sentence, and how many phrases stand between; -1 if none.
func (r *reading) predicateBefore(p *phrase) (at, gap int) {
	first := r.Sentences[p.sentence].First
	held := int32(-1)
	for t := int(p.first) - 1; t >= first; t-- {
		m := &r.nodes[t]
		if m.finite() && m.mention < 0 || m.form == verbalNoun && m.mention < 0 {
			return t, gap
		}
		if m.phrase >= 0 && m.phrase != held {
			held = m.phrase
			gap++
		}
	}
	return -1, gap
}

// agreementWith folds how a trigger and the head of a phrase agree.
func (r *reading) agreementWith(n *node, p *phrase) int {
	if n.analysis == nil {
		return r.besideHead(text.Agreement{}, p)
	}
	return r.besideHead(n.analysis.Agreement, p)
}

// ownerWith folds how the pronoun at the end of a trigger and the head of a phrase agree.
func (r *reading) ownerWith(n *node, p *phrase) int {
	return r.besideHead(n.analysis.Owner, p)
}

// besideHead folds an agreement and that of the head of a phrase.
func (r *reading) besideHead(own text.Agreement, p *phrase) int {
	code := (genderCode(own)<<2 | int(own.Number)) << 4
	if a := r.nodes[p.head].analysis; a != nil {
		code |= genderCode(a.Agreement)<<2 | int(a.Agreement.Number)
	}
	return code
}

// hasPronoun tells whether an object or possessive pronoun is written together with a token.
func (n *node) hasPronoun() bool { return n.analysis != nil && n.analysis.Has(text.Object) }

func genderCode(a text.Agreement) int {
	switch a.Gender {
	case 'm':
		return 1
	case 'f':
		return 2
	}
	return 0
}

// shape is how a phrase looks by itself: whether it is definite, long, first in its sentence.
func (r *reading) shape(p *phrase) int {
	code := min(int(p.last-p.first), 4) - 1
	if a := r.nodes[p.head].analysis; r.hasArticle(int(p.head)) {
		code |= 4
	} else if a != nil && a.Guessed || a == nil {
		code |= 8
	}
	if p.first == int32(r.Sentences[p.sentence].First) {
		code |= 16
	}
	if p.mention >= 0 && r.mentions[p.mention].Office != "" {
		code |= 32
	}
	if int(p.last) <= r.dateline {
		code = 64
	}
	return code
}

// besideTime tells whether a time expression stands directly before a phrase and its preposition (1) or behind it (2).
func (r *reading) besideTime(p *phrase) int {
	before := int(p.first) - 1
	if p.preposition != 0 {
		before--
	}
	if before >= 0 && r.nodes[before].timex >= 0 && r.sentenceOf[before] == p.sentence {
		return 1
	}
	if behind := int(p.last); behind < len(r.nodes) && r.nodes[behind].timex >= 0 && r.sentenceOf[behind] == p.sentence {
		return 2
	}
	return 0
}

// agreementCode is 1 for a verb or noun whose subject is left to the story: a finite verb, or a noun with a pronoun.
func (n *node) agreementCode() int {
	code := 0
	if n.finite() {
		code = 1
	}
	if n.analysis != nil {
		if n.hasPronoun() {
			code |= 2
		}
		code |= int(n.analysis.Agreement.Number) << 2
	}
	return code
}
