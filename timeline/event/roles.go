package event

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

// reach is how many phrases on either side of a trigger are looked at; where verbs end their sentences, reachBack before it.
const (
	reach     = 5
	reachBack = 12
)

// link is a phrase as seen from a trigger.
type link struct {
	phrase  int32
	carried bool  // it is out of reach: the story carries it over from another event
	govern  uint8 // the class it has in the event that governs this one
	before  uint8 // the class it has in the event before this one
	same    uint8 // the class it has in the last event of the same word
	speaker bool  // it said what was said last
	topic   bool  // it is the agent of a sentence before
	claimed uint8 // a bit for each class that it has in earlier events of the sentence
}

// links collects the phrases that may belong to a trigger of sentence s: those of the sentence within reach, where at is the first behind the trigger,
// and the parts of other events that the story carries over.
func (r *reading) links(s int32, at int, carried []link, out []link) []link {
	back := reach
	if r.lexicon.verbLast {
		back = reachBack
	}
	for k := at - 1; k >= 0 && k >= at-back && r.phrases[k].sentence == s; k-- {
		out = append(out, link{phrase: int32(k)})
	}
	for k := at; k < len(r.phrases) && k < at+reach && r.phrases[k].sentence == s; k++ {
		out = append(out, link{phrase: int32(k)})
	}
	for _, c := range carried {
		known := false
		for k := range out {
			if out[k].phrase == c.phrase {
				c.carried = false
				out[k], known = c, true
				break
			}
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
