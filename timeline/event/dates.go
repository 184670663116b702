package event

import (
	"github.com/waqai/waqai/timeline/calendar"
	"github.com/waqai/waqai/timeline/temporal"
	"github.com/waqai/waqai/timeline/text"
)

// Dates: which time the text supports for an event. It is decided twice. First every event is looked at in its sentence alone: the options are no
// date at all and each time expression of the sentence, and what is chosen is the event's anchor. Then the story is told from one end to the other,
// and each event may also have the date of any anchored event around it (story.go).

// option is one date that an event may have; options of one value count together.
type option struct {
	timex    int // index; -1 for the publication day
	value    string
	endValue string
	basis    Basis // of the expression
	from     calendar.Moment
	dated    bool
	own      bool // an expression of the event's own sentence
	today    bool // the publication day
	first    int  // tokens of the expression, if own
	last     int
	chance   float32 // that it is the anchor, if own
	ties     ties    // what joins the event to others of that date
	features []feature
	among    []antecedent // anchored events that have it, while the story is told
}

// antecedent is an anchored event that another may have its date from.
type antecedent struct {
	index    int  // in found
	ties     ties // what joins the two
	features []feature
}

// dates is the memory in which the options of one event are weighed.
type dates struct {
	options      []option
	reference    calendar.Moment
	hasReference bool
	previous     option // of the event before, while the story is told
	hasPrevious  bool
	counts       []int // anchored events of each option
}

func (d *dates) begin(reference calendar.Moment, known bool) {
	d.hasPrevious = false
	d.reference, d.hasReference = reference, known
}

// datable tells whether an expression can date an event: a point or stretch of the calendar, not a duration, a set or a vague one.
func datable(t *temporal.Timex) bool {
	return (t.Type == temporal.Date || t.Type == temporal.Time) && len(t.Value) >= 4 && t.Value[0] != 'P' && t.Value[0] != 'F' && t.Value[0] != 'X' && t.Value[0] != 'T'
}

func basisOf(t *temporal.Timex) Basis {
	switch t.Basis {
	case temporal.BasisExplicit:
		return Explicit
	case temporal.BasisOccasion:
		return Occasion
	}
	return Relative
}

// add joins an option to those of the same value and gives its index. What the option had of features is left behind.
func (d *dates) add(o option) int {
	for i := range d.options {
		if d.options[i].value == o.value && d.options[i].endValue == o.endValue {
			return i
		}
	}
	n := len(d.options)
	if n < cap(d.options) { // reuse its memory
		old := &d.options[:n+1][n]
		o.features, o.among = old.features[:0], old.among[:0]
	} else {
		o.features, o.among = nil, nil
	}
	d.options = append(d.options, o)
	return n
}

// none leaves the one option of having no date.
func (d *dates) none() {
	if cap(d.options) == 0 {
		d.options = make([]option, 0, 16)
	}
	old := &d.options[:1][0]
	d.options = append(d.options[:0], option{timex: -1, features: old.features[:0], among: old.among[:0]})
}

// collect gathers what the sentence of event e offers.
func (d *dates) collect(r *reading, e *found) {
	d.none()
	s := int(r.sentenceOf[e.token])
	sentence := r.Sentences[s]
	for i := range r.timexes {
		t := &r.timexes[i]
		if t.First < sentence.First || !datable(t) {
			continue
		}
		if t.First >= sentence.Last {
			break
		}
		if kind := Kinds[e.sense-1]; t.Occasion != "" && kind != "occasion" && (kind == "prepare" || r.timexAway(i, e.token) > near || r.purpose(t, e.token)) { // what an event is for is not when it was
			continue
		}
		o := optionOf(i, t)
		o.own, o.first, o.last = true, t.First, t.Last
		d.add(o)
	}
}

// purpose tells whether an expression says what something is for: "for" is written together with it, or preparations stand between it and the
// trigger.
func (r *reading) purpose(t *temporal.Timex, token int) bool {
	if w := r.Tokens[t.First].Word; w != nil {
		for i := range w.Analyses {
			if w.Analyses[i].Has(text.To) {
				return true
			}
		}
	}
	for k := min(token, t.Last) + 1; k < max(token, t.First); k++ {
		if kind := r.nodes[k].entry; kind != nil && kind.kind != 0 && Kinds[kind.kind-1] == "prepare" {
			return true
		}
	}
	return false
}

// timexAway is how many tokens lie between an expression and a token.
func (r *reading) timexAway(timex, token int) int {
	t := &r.timexes[timex]
	return max(t.First-token, token-t.Last+1)
}

// bare is the date without what joined it to the event that had it.
func (o option) bare() option {
	o.own, o.chance, o.ties, o.features, o.among = false, 0, 0, nil, nil
	return o
}

// alone tells whether an event may have the date of itself: a time expression of its sentence gives it, or it is the publication day.
func (o *option) alone() bool { return o.own || o.today }

// take adds the anchored event at an index, with what ties it to the one that is dated, to those that have the date.
func (o *option) take(index int, held ties) {
	o.ties |= held
	n := len(o.among)
	if n == cap(o.among) {
		o.among = append(o.among, antecedent{})
	}
	o.among = o.among[:n+1]
	o.among[n].index, o.among[n].ties = index, held
}

func optionOf(i int, t *temporal.Timex) option {
	return option{timex: i, value: t.Value, endValue: t.EndValue, basis: basisOf(t), from: t.Interval.From, dated: true}
}

// direction of a moment from publication: 0 unknown, 1 past, 2 the day itself, 3 future.
func (d *dates) direction(o *option) int {
	switch day := o.from.Day(); {
	case !d.hasReference || !o.dated:
		return 0
	case day < d.reference.Day():
		return 1
	case day == d.reference.Day():
		return 2
	}
	return 3
}

// ownCode tells whether the sentence of an event offers dates (1), and whether one stands in its clause (2).
func (d *dates) ownCode(r *reading, e *found) int {
	code := 0
	for i := range d.options {
		if o := &d.options[i]; o.own {
			code |= 1
			if r.nodes[o.first].clause == r.nodes[e.token].clause {
				code |= 2
			}
		}
	}
	return code
}

// describe writes the facts for "is this its anchor".
func (d *dates) describe(r *reading, e *found) {
	n := &r.nodes[e.token]
	f, k, status := int(n.form), int(e.sense), e.status
	own := d.ownCode(r, e)
	for i := range d.options {
		o := &d.options[i]
		out := o.features[:0]
		if i == 0 {
			out = append(out, fact(dateNone, 0, own), fact(dateNone, 1+f, own), fact(dateNone, 64+k, own), fact(dateNone, 128+status, own),
				fact(dateNone, 160+status, k), fact(dateNone, 256+min(int(r.sentenceOf[e.token]), 3), own), fact(dateNone, 1024+own<<3+status, f))
			if n.quoted {
				out = append(out, fact(dateNone, 300, own))
			}
			if n.lemma != 0 {
				out = append(out, fact(roleLemma, int(n.lemma), own))
			}
			out = r.context(e, own, out)
			o.features = out
			continue
		}
		direction := d.direction(o)
		out = append(out, fact(dateDirection, direction, status), fact(dateDirection, 8+direction, f), fact(dateKind, own, k),
			fact(dateType, granularity(o.value), own), fact(dateType, 8+granularity(o.value), k), fact(dateSame, own<<2|status, f))
		o.features = r.dateDistance(e, o, out)
	}
}

// context writes what the words around a trigger tell about whether it is dated at all.
func (r *reading) context(e *found, own int, out []feature) []feature {
	i, manner := e.token, e.manner
	n := &r.nodes[i]
	s := int(r.sentenceOf[i])
	f := int(n.form)
	out = classFact(out, wordClass, r.wordClass(i, s), own)
	out = append(out, fact(dateManner, manner, own), fact(dateManner, 64+manner, f), fact(dateBefore, r.wordAt(i-1, s), own&1), fact(dateBefore, r.wordAt(i-2, s), 2),
		fact(dateBefore, r.wordAt(i+1, s), 3), fact(dateManner, 4096+r.orderInClause(i), f), fact(dateManner, 8192+cliticCode(n.analysis), f),
		fact(dateManner, 1<<14+r.classAt(i-1, s), f), fact(dateManner, 1<<15+r.classAt(i+1, s), f))
	if n.analysis != nil {
		out = append(out, fact(dateManner, 1<<16+int(n.analysis.Agreement.Number)<<2|int(n.analysis.Agreement.Person), f))
	}
	if g := r.governing(i); g >= 0 {
		gn := &r.nodes[g]
		out = append(out, fact(dateGovernor, int(gn.lemma), own&1), fact(dateManner, 1<<17+int(gn.entry.kind), f), fact(dateManner, 1<<18+int(gn.form), f))
	} else {
		out = append(out, fact(dateManner, 1<<19, f))
	}
	if verb := r.clauseVerb(i); verb >= 0 && r.nodes[verb].lemma != 0 {
		out = append(out, fact(dateGovernor, int(r.nodes[verb].lemma), 2))
	}
	if first := r.Sentences[s].First; first < i {
		out = append(out, fact(dateBefore, r.wordAt(first, s), 4))
	}
	return out
}

// manner folds how a clause tells of an event: function words before the trigger that set the time of the whole clause (the pluperfect's, the
// future's), a subordinating word, the tense of the clause's verb where the trigger is a noun.
func (r *reading) manner(i int) int {
	clause := r.nodes[i].clause
	code := 0
	for k := i - 1; k >= 0 && r.nodes[k].clause == clause; k-- {
		m := &r.nodes[k]
		if m.entry != nil && m.entry.flags&flagAux != 0 {
			code |= 1
		}
		if m.particle&(particlePerfect|particleAuxiliary) != 0 {
			code |= 2
		}
		if m.particle&(particleSubordinate|particleCondition|particleRelative) != 0 {
			code |= 4
		}
		if m.finite() && code>>3 == 0 {
			code |= int(m.form-verbPast+1) << 3
		}
	}
	return code
}

// dateDistance describes where an expression of the sentence lies from the trigger.
func (r *reading) dateDistance(e *found, o *option, out []feature) []feature {
	n := &r.nodes[e.token]
	i, f := e.token, int(n.form)
	side, lo, hi := 1, i+1, o.first
	if o.first < i {
		side, lo, hi = 0, o.last, i
	}
	verbs, nouns, marks, times := 0, 0, 0, 0
	for t := lo; t < hi; t++ {
		m := &r.nodes[t]
		switch {
		case m.timex >= 0 && int(m.timex) != o.timex:
			times = 1
		case m.finite():
			verbs++
		case m.form == verbalNoun || m.form == eventNoun:
			nouns++
		case m.form == comma:
			marks = max(marks, 1)
		case m.form == quote || m.form == colon:
			marks = 2
		}
	}
	clause := flag(r.nodes[o.first].clause == n.clause)
	where := side | clause<<1 | min(verbs, 3)<<2 | min(nouns, 3)<<4 | times<<6 | marks<<7
	out = append(out, fact(dateWhere, where, 0), fact(dateWhere, side|clause<<1|min(verbs, 3)<<2|times<<6, 1+f), fact(dateDistance, bucket(hi-lo), side|clause<<1),
		fact(dateDistance, 32+bucket(hi-lo), 4+f), fact(dateOrder, side|min(nouns, 3)<<1|marks<<3, 1+f))
	if o.first > 0 {
		before := r.wordAt(o.first-1, int(r.sentenceOf[o.first]))
		out = append(out, fact(optionBefore, before, side), fact(optionBefore, r.wordAt(o.first, int(r.sentenceOf[o.first])), 4+side))
	}
	return out
}

func bucket(n int) int {
	switch {
	case n <= 4:
		return n
	case n <= 6:
		return 5
	case n <= 9:
		return 6
	case n <= 14:
		return 7
	case n <= 20:
		return 8
	}
	return 9
}

// granularity codes the shape of a TIMEX3 value: 1 year, 2 month or season, 3 week, 4 day, 5 with a time.
func granularity(value string) int {
	switch {
	case len(value) <= 4:
		return 1
	case len(value) > 5 && value[5] == 'W':
		return 3
	case len(value) <= 7:
		return 2
	case len(value) <= 10:
		return 4
	}
	return 5
}
