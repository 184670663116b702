package event

import (
	"github.com/waqai/waqai/timeline/calendar"
	"github.com/waqai/waqai/timeline/temporal"
	"github.com/waqai/waqai/timeline/text"
)

// Dates: which time the text supports for an event. The options are no date at all, each time expression of its sentence, and the dates that the story
// has in force; options of one value count together.

// origins of a date option, a set.
const (
	fromSentence = 1 << iota // an expression of the event's sentence
	fromPrevious             // the date of the event before
	fromLead                 // the date of the first dated event
	fromSame                 // the date of an earlier event of the same word or kind
	fromGovernor             // the date of the trigger that governs this one
	fromLast                 // the last date of the sentence before
	fromTitle                // publication day, where the text is a report of that day
)

// option is one date that an event may have.
type option struct {
	timex    int // index; -1 for the publication day
	value    string
	endValue string
	origins  int
	basis    Basis // of the expression
	from     calendar.Moment
	dated    bool
	first    int // tokens of the expression, if fromSentence
	last     int
	features []feature
}

// dates is the state of the story while its events are dated in text order.
type dates struct {
	options      []option
	lead         option
	hasLead      bool
	previous     option
	hasPrevious  bool
	byLemma      map[uint64]option
	reference    calendar.Moment
	hasReference bool
}

func (d *dates) begin(reference calendar.Moment, known bool) {
	d.hasLead, d.hasPrevious = false, false
	d.reference, d.hasReference = reference, known
	if d.byLemma == nil {
		d.byLemma = map[uint64]option{}
	}
	clear(d.byLemma)
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

// add joins an option to those of the same value.
func (d *dates) add(o option, origin int) {
	for i := range d.options {
		if d.options[i].value == o.value && d.options[i].endValue == o.endValue {
			d.options[i].origins |= origin
			return
		}
	}
	if n := len(d.options); n < cap(d.options) {
		o.features = d.options[:n+1][n].features[:0] // reuse its memory
	} else {
		o.features = nil
	}
	o.origins = origin
	d.options = append(d.options, o)
}

// collect gathers the options of event e, the first of which is no date.
func (d *dates) collect(r *reading, e *found) {
	d.options = append(d.options[:0], option{timex: -1})
	s := int(r.sentenceOf[e.token])
	sentence := r.Sentences[s]
	for i := range r.timexes {
		t := &r.timexes[i]
		if t.First < sentence.First || !datable(t) {
			continue
		}
		if kind := Kinds[e.kind-1]; t.Occasion != "" && kind != "occasion" && (kind == "prepare" || r.timexAway(i, e.token) > near || r.purpose(t, e.token)) { // what an event is for is not when it was
			continue
		}
		if t.First >= sentence.Last {
			break
		}
		d.add(optionOf(i, t), fromSentence)
		o := &d.options[len(d.options)-1]
		if o.timex == i {
			o.first, o.last = t.First, t.Last
		}
	}
	if e.governor >= 0 && e.governorDate.dated {
		d.add(e.governorDate, fromGovernor)
	}
	if d.hasPrevious {
		d.add(d.previous, fromPrevious)
	}
	if d.hasLead {
		d.add(d.lead, fromLead)
	}
	if same, known := d.byLemma[e.sameKey(r)]; known {
		d.add(same, fromSame)
	}
	if d.hasReference {
		day := option{timex: -1, value: d.reference.Day().String(), basis: Publication, from: calendar.At(d.reference.Day(), 0, 0), dated: true}
		d.add(day, fromTitle)
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

func optionOf(i int, t *temporal.Timex) option {
	return option{timex: i, value: t.Value, endValue: t.EndValue, basis: basisOf(t), from: t.Interval.From, dated: true}
}

// remember takes the date of a decided event into the story.
func (d *dates) remember(r *reading, e *found, o option) {
	if !o.dated {
		d.hasPrevious = false
		return
	}
	d.previous, d.hasPrevious = o, true
	if !d.hasLead {
		d.lead, d.hasLead = o, true
	}
	if _, known := d.byLemma[e.sameKey(r)]; !known {
		d.byLemma[e.sameKey(r)] = o
	}
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

// features are the facts for "is this its date".
func (d *dates) describe(r *reading, e *found) {
	n := &r.nodes[e.token]
	f, k, status := int(n.form), int(e.kind), e.status
	hasOwn, sameClause := 0, 0
	for i := range d.options {
		o := &d.options[i]
		if o.origins&fromSentence != 0 {
			hasOwn = 1
			if r.nodes[o.first].clause == n.clause {
				sameClause = 1
			}
		}
	}
	story := hasOwn | sameClause<<1
	if d.hasPrevious {
		story |= 4
	}
	if d.hasLead {
		story |= 8
	}
	for i := range d.options {
		o := &d.options[i]
		out := o.features[:0]
		if i == 0 {
			out = append(out, fact(dateNone, 0, story), fact(dateNone, 1+f, story), fact(dateNone, 64+k, hasOwn), fact(dateNone, 128+status, story),
				fact(dateNone, 160+status, k), fact(dateNone, 256+min(int(r.sentenceOf[e.token]), 3), hasOwn), fact(dateNone, 1024+story<<3+status, f))
			if n.quoted {
				out = append(out, fact(dateNone, 300, hasOwn))
			}
			if n.lemma != 0 {
				out = append(out, fact(roleLemma, int(n.lemma), hasOwn))
			}
			o.features = out
			continue
		}
		direction := d.direction(o)
		out = append(out, fact(dateStory, o.origins, hasOwn|sameClause<<1), fact(dateStory, 128+o.origins, f), fact(dateDirection, direction, status),
			fact(dateDirection, 8+direction, f), fact(dateKind, o.origins, k), fact(dateStatus, o.origins, status),
			fact(dateType, granularity(o.value), o.origins), fact(dateSame, o.origins<<3|status<<1|hasOwn, f))
		if o.origins&fromSentence != 0 {
			out = r.dateDistance(e, o, out)
		}
		o.features = out
	}
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
	clause := 0
	if r.nodes[o.first].clause == n.clause {
		clause = 1
	}
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
