package event

import "github.com/waqai/waqai/timeline/text"

// Roles: who took part in an event, and where it was. Each phrase near a trigger is given to the role model, whose classes are these.
const (
	classNone = iota
	classAgent
	classCounterpart
	classPatient
	classBeneficiary
	classPlace
	roleClasses
)

var roleOf = [roleClasses]Role{classAgent: Agent, classCounterpart: Counterpart, classPatient: Patient, classBeneficiary: Beneficiary}

// reach is how many phrases on either side of a trigger are looked at.
const reach = 6

// carriedSource says where a phrase of another sentence comes from.
const (
	carriedNot    = iota
	carriedAgent  // who did the event before
	carriedPlace  // where the event before was
	carriedGovern // the agent of the trigger that governs this one
)

// link is a phrase as seen from a trigger.
type link struct {
	phrase  int32
	carried int8
}

// links collects the phrases that may belong to a trigger: those of its sentence within reach, those that contain it aside, and the participants that
// the story carries over.
func (r *reading) links(i int, carried []link, out []link) []link {
	s := r.sentenceOf[i]
	at := len(r.phrases)
	for k := range r.phrases {
		if r.phrases[k].sentence > s || r.phrases[k].sentence == s && int(r.phrases[k].first) > i {
			at = k
			break
		}
	}
	for k := at - 1; k >= 0 && k >= at-reach && r.phrases[k].sentence == s; k-- {
		out = append(out, link{phrase: int32(k)})
	}
	for k := at; k < len(r.phrases) && k < at+reach && r.phrases[k].sentence == s; k++ {
		out = append(out, link{phrase: int32(k)})
	}
	for _, c := range carried {
		known := false
		for _, l := range out {
			known = known || l.phrase == c.phrase
		}
		if !known {
			out = append(out, c)
		}
	}
	return out
}

// usable gives the tokens of a phrase that may stand for it: where the trigger is its head ("the signing of the agreement"), what follows.
func (r *reading) usable(l link, trigger int) (first, last int32) {
	p := &r.phrases[l.phrase]
	if int(p.first) <= trigger && trigger < int(p.last) {
		first := int32(trigger) + 1
		for first < p.last && r.nodes[first].form == adjective && r.nodes[first].mention < 0 { // "an official visit": the adjective is the trigger's
			first++
		}
		return first, p.last
	}
	return p.first, p.last
}

// roleFeatures are the facts for "which part does this phrase play".
func (r *reading) roleFeatures(i int, kind uint8, l link, order int, out []feature) []feature {
	n, p := &r.nodes[i], &r.phrases[l.phrase]
	f, k := int(n.form), int(kind)
	first, _ := r.usable(l, i)
	if l.carried != carriedNot {
		c := int(l.carried)
		return append(out, fact(roleCarried, c, f), fact(roleCarried, 16+c, 64+k), fact(roleCarried, 32+c, int(p.kind)), fact(roleCarried, 48+c, int(n.agreementCode())))
	}
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
	sameClause := 0
	if p.clause == n.clause {
		sameClause = 1
	}
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
	if p.preposition != 0 {
		out = append(out, fact(rolePreposition, int(p.preposition), side), fact(rolePreposition, int(p.preposition), 64+int(p.kind)), fact(rolePreposition, int(p.preposition), 256+k))
	}
	if head != 0 {
		out = append(out, fact(roleHead, head, 0), fact(roleHead, head, 1+side))
	}
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
	return out
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
		if n.analysis.Has(text.Object) {
			code |= 2
		}
		code |= int(n.analysis.Agreement.Number) << 2
	}
	return code
}
