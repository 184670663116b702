package event

import (
	"github.com/waqai/waqai/timeline/calendar"
	"github.com/waqai/waqai/timeline/text"
)

// The story: an event whose sentence gives no date may have that of another event. A second mention has the date of the first, wherever the two
// stand; what was said at a meeting was said on its day; and what one sentence dates goes on in the next.

// ties is a set of what joins an event to the anchored events of one date.
type ties uint32

const (
	tieWordBefore ties = 1 << iota // an event before, of the same word
	tieWordAfter                   // one behind
	tieKindBefore                  // of the same kind
	tieKindAfter
	tiePartBefore // with a participant or place in common
	tiePartAfter
	tieNearBefore // the nearest anchored event before
	tieNearAfter
	tieGoverns    // it governs the event
	tieGoverned   // the event governs it
	tieClause     // of the same clause
	tieSentence   // of the same sentence
	tieSentenceBy // of a sentence beside
	tieLead       // the first anchored event of the text
	tieMost       // the date most anchored events have
	tiePrevious   // the event before has the date, by its sentence or by the story
	tieCount      = iota
)

// within this many events the story may carry a date, so that the cost of a long text grows with its length alone.
const storyReach = 48

// tell gathers the dates that the sentence and the story offer to event at.
func (d *dates) tell(r *reading, found []found, at int) {
	e := &found[at]
	d.collect(r, e)
	for i := range e.chances {
		if i+1 < len(d.options) {
			d.options[i+1].chance = e.chances[i]
		}
	}
	lead, nearBefore, nearAfter := true, -1, -1
	from, to := max(0, at-storyReach), min(len(found), at+storyReach+1)
	for k := range found[:from] {
		if found[k].anchor.dated {
			lead = false
			break
		}
	}
	for k := at - 1; k >= from && nearBefore < 0; k-- {
		if found[k].anchor.dated {
			nearBefore = k
		}
	}
	for k := at + 1; k < to && nearAfter < 0; k++ {
		if found[k].anchor.dated {
			nearAfter = k
		}
	}
	counts := d.counts[:0]
	for len(counts) < len(d.options) {
		counts = append(counts, 0)
	}
	for k := from; k < to; k++ {
		a := &found[k]
		if !a.anchor.dated {
			continue
		}
		index := d.add(a.anchor.bare())
		if index == len(counts) {
			counts = append(counts, 0)
		}
		counts[index]++
		if lead {
			d.options[index].ties |= tieLead
			lead = false
		}
		if k == at {
			continue
		}
		held := r.tied(found, at, k)
		if k == nearBefore {
			held |= tieNearBefore
		}
		if k == nearAfter {
			held |= tieNearAfter
		}
		d.options[index].take(k, held)
	}
	most := 0
	for i := range counts {
		if counts[i] > counts[most] {
			most = i
		}
	}
	if most > 0 {
		d.options[most].ties |= tieMost
	}
	if d.hasPrevious {
		d.options[d.add(d.previous.bare())].ties |= tiePrevious
	}
	if d.hasReference {
		day := option{timex: -1, value: d.reference.Day().String(), basis: Publication, from: calendar.At(d.reference.Day(), 0, 0), dated: true}
		d.options[d.add(day)].today = true
	}
	d.counts = counts
}

// tied tells what joins event at to the anchored event at index k.
func (r *reading) tied(found []found, at, k int) ties {
	e, a := &found[at], &found[k]
	n, m := &r.nodes[e.token], &r.nodes[a.token]
	held, later := ties(0), ties(1)
	if k > at {
		later = 2
	}
	if n.lemma != 0 && n.lemma == m.lemma {
		held |= tieWordBefore * later
	}
	if a.sense == e.sense {
		held |= tieKindBefore * later
	}
	if r.shareParts(a, e) {
		held |= tiePartBefore * later
	}
	if e.governor == k {
		held |= tieGoverns
	}
	if a.governor == at {
		held |= tieGoverned
	}
	if m.clause == n.clause {
		held |= tieClause
	}
	switch r.sentenceOf[a.token] - r.sentenceOf[e.token] {
	case 0:
		held |= tieSentence
	case -1, 1:
		held |= tieSentenceBy
	}
	return held
}

// likeness folds what the two events of a tie have in common: the word (1), the kind (2), a participant or place (4).
func (t ties) likeness() int {
	return flag(t&(tieWordBefore|tieWordAfter) != 0) | flag(t&(tieKindBefore|tieKindAfter) != 0)<<1 | flag(t&(tiePartBefore|tiePartAfter) != 0)<<2
}

// closeness tells how near to each other the two events of a tie stand: 1 and 2 where one governs the other, 3 in a clause, 4 in a sentence, else 0.
func (t ties) closeness() int {
	for i, nearer := range [...]ties{tieGoverns, tieGoverned, tieClause, tieSentence} {
		if t&nearer != 0 {
			return 1 + i
		}
	}
	return 0
}

// shareParts tells whether two events have a participant or a place in common.
func (r *reading) shareParts(a, b *found) bool {
	for _, x := range a.parts {
		for _, y := range b.parts {
			if x.phrase == y.phrase || r.sameEntity(int(r.phrases[x.phrase].mention), int(r.phrases[y.phrase].mention)) {
				return true
			}
		}
	}
	return false
}

// chanceCode is a chance in tenths, 0 where there is none to speak of.
func chanceCode(chance float32) int { return min(int(chance*10), 9) }

// weigh writes the facts for "is this its date".
func (d *dates) weigh(r *reading, found []found, at int) {
	e := &found[at]
	n := &r.nodes[e.token]
	f, k, status := int(n.form), int(e.sense), e.status
	own := d.ownCode(r, e)
	anchored := own << 1
	if e.anchor.dated {
		anchored |= 1
	}
	story := anchored
	if d.hasPrevious {
		story |= 8
	}
	if len(d.options) > 2 {
		story |= 16
	}
	manner := e.manner
	several := min(len(d.options), 6)
	for i := range d.options {
		o := &d.options[i]
		out := o.features[:0]
		if i == 0 {
			out = append(out, fact(dateNone, 2048+several, own), fact(dateNone, 2064+several, f), fact(dateNone, 0, story), fact(dateNone, 1+f, story), fact(dateNone, 64+k, own), fact(dateNone, 128+status, story),
				fact(dateNone, 160+status, k), fact(dateNone, 256+min(int(r.sentenceOf[e.token]), 3), own), fact(dateNone, 1024+story<<3+status, f),
				fact(dateNone, 512+chanceCode(e.none), own))
			if n.quoted {
				out = append(out, fact(dateNone, 300, own))
			}
			if n.lemma != 0 {
				out = append(out, fact(roleLemma, int(n.lemma), own))
			}
			out = r.context(e, anchored, out)
			o.features = out
			continue
		}
		direction, fine := d.direction(o), granularity(o.value)
		source := 0
		if o.own {
			source = 1
		}
		if o.today {
			source |= 2
		}
		if o.ties != 0 {
			source |= 4
		}
		out = append(out, fact(dateStory, source, anchored), fact(dateStory, 128+source, f), fact(dateDirection, direction<<3|source, status), fact(dateDirection, 64+direction<<3|source, f),
			fact(dateKind, source, k), fact(dateStatus, source, status), fact(dateType, fine, source), fact(dateType, 8+fine, k), fact(dateSame, source<<3|status<<1|own&1, f), fact(dateSame, 1<<10|source<<3|direction, manner))
		if o.own {
			out = append(out, fact(dateAnchor, chanceCode(o.chance), anchored), fact(dateAnchor, 16+chanceCode(o.chance), f))
			out = r.dateDistance(e, o, out)
		}
		for bit := range tieCount {
			if o.ties>>bit&1 != 0 {
				out = append(out, fact(dateTie, bit, anchored), fact(dateTie, 32+bit, f), fact(dateTie, 64+bit, 64+k), fact(dateTie, 96+bit, status<<3|direction), fact(dateTie, 32<<16+bit, manner))
			}
		}
		if o.ties != 0 {
			same := o.ties & (tieWordBefore | tieWordAfter | tieKindBefore | tieKindAfter | tiePartBefore | tiePartAfter)
			out = append(out, fact(dateTie, 128+int(same), anchored), fact(dateTie, 256+int(o.ties>>6), int(own)), fact(dateTie, 4096+int(same)<<3|int(o.ties>>10)&3, int(o.ties>>13)))
		}
		o.features = out
		for k := range o.among {
			a := &o.among[k]
			a.features = r.antecedent(o, a, found, at, a.features[:0])
		}
	}
}

// antecedent writes what event at and an anchored event of an option's date have to do with each other: a visit and its talks have one day, a law and
// the deaths that it is about have not.
func (r *reading) antecedent(o *option, from *antecedent, found []found, at int, out []feature) []feature {
	index := from.index
	e, a := &found[at], &found[index]
	n, m := &r.nodes[e.token], &r.nodes[a.token]
	here, there := r.sentenceOf[e.token], r.sentenceOf[a.token]
	f, g, shared := int(n.form), int(m.form), r.shared(here, there)
	behind := flag(index > at)
	where := behind | min(int(max(here-there, there-here)), 4)<<1 | from.ties.closeness()<<4
	same := from.ties.likeness()
	definite := flag(n.analysis != nil && n.analysis.Clitics&text.Article != 0)
	kinds := int(a.sense)<<6 | int(e.sense)
	for about, beside := range [...]int{
		0, same, a.status<<2 | e.status, f<<5 | g, e.manner, a.manner, shared, definite<<3 | same, granularity(o.value), flag(index == 0),
	} {
		out = append(out, fact(antecedentWhere, about<<7|where, beside))
	}
	for about, beside := range [...]int{
		bucket(max(at-index, index-at))<<1 | behind, e.manner<<6 | a.manner&63, definite<<2 | flag(n.quoted)<<1 | flag(m.quoted), a.status<<2 | e.status,
	} {
		out = append(out, fact(antecedentSame, about<<3|same, beside))
	}
	out = append(out, fact(antecedentKind, kinds, where), fact(antecedentKind, kinds, 1<<10|same<<1|behind), fact(antecedentKind, int(e.sense), 1<<11|where),
		fact(antecedentKind, int(a.sense), 1<<12|where), fact(antecedentWhere, 16<<7|behind, chanceCode(a.none)))
	if n.lemma != 0 {
		out = append(out, fact(antecedentWord, int(n.lemma), same), fact(antecedentWord, int(n.lemma), 1<<8|where))
	}
	if m.lemma != 0 {
		out = append(out, fact(antecedentWord, int(m.lemma), 1<<9|where))
	}
	if n.lemma != 0 && m.lemma != 0 {
		out = append(out, fact(antecedentWords, int(n.lemma), int(m.lemma)))
	}
	return out
}

// remember takes the date of a decided event into the story.
func (d *dates) remember(o option) {
	d.previous, d.hasPrevious = o, o.dated
}
