package event

import "sort"

// Carrying over: a sentence often leaves out who takes part, or says it with a pronoun, because the story has said it before: "he added", "its
// visit". So an event is also offered the parts of the events before it.

// carryReach is how many events back the story is looked at, carryPhrases how many phrases back for a newer mention of one name: the cost of a long
// text grows with its length alone.
const (
	carryReach   = 12
	carryPhrases = 96
)

// carry gives the parts that the story may carry over to an event: those of its governor, of the event before and of the last one of the same word,
// who spoke last, and the agent of a sentence before. Where a name has come again since, its last mention stands for it; behind is the first phrase
// behind the trigger.
func (s *Scratch) carry(index, behind int) []link {
	s.carried = s.carried[:0]
	e := &s.found[index]
	if e.governor >= 0 {
		for _, p := range s.found[e.governor].parts {
			s.take(p, behind).govern = uint8(p.class)
		}
	}
	if index == 0 {
		return s.carried
	}
	for _, p := range s.found[index-1].parts {
		s.take(p, behind).before = uint8(p.class)
	}
	r := &s.reading
	lemma, sentence := r.nodes[e.token].lemma, r.sentenceOf[e.token]
	speaker, topic, same := false, false, lemma == 0 // found already
	for k := index - 1; k >= max(0, index-carryReach) && !(speaker && topic && same); k-- {
		b := &s.found[k]
		if len(b.parts) == 0 {
			continue
		}
		says, earlier, again := Kinds[b.kind-1] == "say", r.sentenceOf[b.token] < sentence, r.nodes[b.token].lemma == lemma
		for _, p := range b.parts {
			agent := p.class == classAgent
			speaks, leads, repeats := says && !speaker && agent, earlier && !topic && agent, again && !same
			if !speaks && !leads && !repeats {
				continue
			}
			l := s.take(p, behind)
			l.speaker, l.topic = l.speaker || speaks, l.topic || leads
			if repeats {
				l.same = uint8(p.class)
			}
		}
		speaker, topic, same = speaker || says, topic || earlier, same || again
	}
	return s.carried
}

// take is the link of a part that is carried over to a trigger before phrase behind.
func (s *Scratch) take(p part, behind int) *link {
	phrase := s.reading.lastNamed(p.phrase, behind)
	for k := range s.carried {
		if s.carried[k].phrase == phrase {
			return &s.carried[k]
		}
	}
	s.carried = append(s.carried, link{phrase: phrase, carried: true})
	return &s.carried[len(s.carried)-1]
}

// lastNamed is the last phrase before another that names the same as a phrase: the nearest mention is the one that a reader takes.
func (r *reading) lastNamed(phrase int32, behind int) int32 {
	held := r.phrases[phrase].mention
	if held < 0 {
		return phrase
	}
	last := int32(behind) - 1
	for k := last; k > max(phrase, last-carryPhrases); k-- {
		if r.sameEntity(int(held), int(r.phrases[k].mention)) {
			return k
		}
	}
	return phrase
}

// phraseBehind is the first phrase that begins behind a token.
func (r *reading) phraseBehind(token int) int {
	return sort.Search(len(r.phrases), func(k int) bool { return int(r.phrases[k].first) > token })
}

// claim tells each link which parts its phrase has in earlier events of the sentence.
func (s *Scratch) claim(index int) {
	r := &s.reading
	sentence := r.sentenceOf[s.found[index].token]
	for k := index - 1; k >= max(0, index-carryReach) && r.sentenceOf[s.found[k].token] == sentence; k-- {
		for _, p := range s.found[k].parts {
			for i := range s.links {
				if s.links[i].phrase == p.phrase {
					s.links[i].claimed |= 1 << p.class
				}
			}
		}
	}
}

// told folds how the story knows a phrase beyond the events next to it.
func (l *link) told() int {
	code := int(l.same)
	if l.speaker {
		code |= 8
	}
	if l.topic {
		code |= 16
	}
	return code
}

// carriedFeatures are the facts about a phrase that only the story gives to an event.
func (r *reading) carriedFeatures(i, kind int, l link, taken uint8, out []feature) []feature {
	n, p := &r.nodes[i], &r.phrases[l.phrase]
	f := int(n.form)
	story := int(l.govern)<<3 | int(l.before) | l.told()<<6
	away := min(int(r.sentenceOf[i]-p.sentence), 3)
	agreement := r.agreementWith(n, p)
	for about, beside := range [...]int{f, kind, int(p.kind), n.agreementCode(), int(taken), away, agreement, r.orderInClause(i)<<1 | flag(n.quoted)} {
		out = append(out, fact(roleCarried, about<<12|story, beside))
	}
	if first := r.Sentences[r.sentenceOf[i]].First; i-first < 3 { // it begins its sentence
		out = append(out, fact(roleCarried, 8<<12|story, i-first))
	}
	if n.hasPronoun() {
		out = append(out, fact(roleCarried, 9<<12|story, r.ownerWith(n, p)))
	}
	if n.lemma != 0 {
		out = append(out, fact(roleLemma, int(n.lemma), 1<<12|story), fact(roleLemma, int(n.lemma), 1<<9|int(taken)&1))
	}
	return append(out, fact(roleCarried, 16<<12|int(taken)<<5|int(p.kind), agreement), fact(roleCarried, 17<<12|int(taken)<<2|away, kind),
		fact(roleCarried, 18<<12|n.agreementCode()<<5|int(p.kind), int(taken)), fact(roleCarried, 19<<12|r.shape(p), away), fact(roleCarried, 20<<12|int(taken), f))
}
