package event

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"sync"

	"github.com/waqai/waqai/timeline/calendar"
	"github.com/waqai/waqai/timeline/entity"
	"github.com/waqai/waqai/timeline/lang"
	"github.com/waqai/waqai/timeline/temporal"
	"github.com/waqai/waqai/timeline/text"
)

// The decisions, each with a model of its own.
const (
	decideTrigger = iota // one class: the score of "an event"
	decideKind           // a class a kind
	decideStatus         // a class a status
	decideRole           // a class a role
	decideAnchor         // one class: the score of an option
	decideDate           // one class: the score of an option
	decisions
)

var decisionNames = [decisions]string{"trigger", "kind", "status", "role", "anchor", "date"}

// statuses in the order of their classes.
var statuses = [...]Status{Actual, Planned, Possible, Negated}

func classesOf(decision int) int {
	switch decision {
	case decideKind:
		return kindClasses
	case decideStatus:
		return len(statuses)
	case decideRole:
		return roleClasses
	}
	return 1
}

// Where the likelihood alone would give too little: F1 is best at a somewhat lower bar. Chosen by cross-validation; noneBar
// and objectGain on the gold articles, which give fewer parts than what the models are made of.
const (
	triggerBar = -0.4 // score above which a candidate is an event
	noneBar    = 0.62 // chance of "no role" up to which a phrase gets one
	placeBar   = 0.68 // the same for a place
	placeGain  = 1.5  // times which the chance of "place" counts
	objectGain = 0.4  // times which that of "patient" counts for what is only the object of an act: a law, a price, goods
	tableGain  = 1    // what a kind that the tables give is worth beside one that they do not
	dateBar    = 0.3  // chance that there is an event and that it has the date, from which it is given
)

// Finder finds the events of one language. It is immutable; each worker brings a Scratch.
type Finder struct {
	lexicon *lexicon
	models  [decisions]*model
	kindsOf map[text.WordID][]uint8 // further kinds that the kind model has met with a word
}

// Load interns the trigger tables of a language and takes its models in; without any, the finder serves those who make them.
func Load(pack *lang.Pack, builder *text.Builder, models *Models) (*Finder, error) {
	l, err := loadLexicon(pack, builder)
	if err != nil {
		return nil, err
	}
	word := func(spelling string) text.WordID {
		id, err := builder.Intern(spelling, text.Fixed)
		if err != nil {
			return 0
		}
		return id
	}
	f := &Finder{lexicon: l}
	joined, err := models.join(word)
	if err != nil {
		return nil, err
	}
	var group sync.WaitGroup
	for decision := range decisionNames {
		group.Go(func() { f.use(decision, joined[decision]) })
	}
	group.Wait()
	return f, nil
}

// use decides by these weights from now on. It notes which kinds the kind model has met with each word.
func (f *Finder) use(decision int, read *hundredths) {
	classes := classesOf(decision)
	f.models[decision] = newModel(classes, read)
	if decision != decideKind {
		return
	}
	f.kindsOf = map[text.WordID][]uint8{}
	for i, key := range read.features {
		t, word, form := key.parts()
		if t != optionLemma || form != 0 {
			continue
		}
		for class, w := range read.weights[i*classes : (i+1)*classes] {
			if w > 60 {
				f.kindsOf[text.WordID(word)] = append(f.kindsOf[text.WordID(word)], uint8(class))
			}
		}
	}
}

// Options of one document.
type Options struct {
	Title        string
	Reference    calendar.Moment // publication
	HasReference bool
}

// Scratch is the memory of one worker.
type Scratch struct {
	reading  reading
	dates    dates
	found    []found
	features []feature
	links    []link
	carried  []link
	sums     []float32
	byToken  []int32 // token → index in found; -1
}

// found is an event in the making.
type found struct {
	token    int
	score    float32
	kind     uint8 // index in Kinds + 1
	sense    uint8 // the kind of the word by itself, which says how it builds its sentence
	status   int
	governor int       // index in found of the trigger that governs this one; -1
	manner   int       // how its clause tells of it
	anchor   option    // the date that its sentence alone gives it
	none     float32   // chance that its sentence gives none
	chances  []float32 // of the other options of its sentence
	date     option
	chance   float32 // of the date
	parts    []part
}

// part is a phrase with its role class.
type part struct {
	link
	class int
}

// Find gives the events of a text, in text order. The result is the caller's to keep.
func (f *Finder) Find(t *text.Text, timexes []temporal.Timex, mentions []entity.Mention, options Options, scratch *Scratch) []Event {
	f.find(t, timexes, mentions, options, scratch, nil)
	return f.finish(t, scratch)
}

// find fills scratch.found. A teacher sees every decision before it is taken, with what the models would choose.
func (f *Finder) find(t *text.Text, timexes []temporal.Timex, mentions []entity.Mention, options Options, scratch *Scratch, teach *teacher) {
	r := &scratch.reading
	r.reference, r.hasReference = options.Reference, options.HasReference
	r.read(t, f.lexicon, timexes, mentions)
	r.chunk()
	f.triggers(scratch, teach)
	scratch.dates.begin(options.Reference, options.HasReference)
	for i := range scratch.found {
		e := &scratch.found[i]
		f.link(scratch, e)
		e.kind, e.sense = f.kind(scratch, e, teach)
		e.status = f.status(scratch, i, teach)
		f.roles(scratch, i, teach)
		e.manner = r.manner(e.token)
		f.anchor(scratch, e, teach)
	}
	for i := range scratch.found {
		f.date(scratch, i, teach)
		r.placeBesideDate(&scratch.found[i])
	}
}

// placeBesideDate takes the place that stands beside the date of an event as its place, where it has none: "on Monday in Baghdad" belongs to one
// verb whole.
func (r *reading) placeBesideDate(e *found) {
	if !e.date.own || slices.ContainsFunc(e.parts, func(p part) bool { return p.class == classPlace }) {
		return
	}
	held := &r.timexes[e.date.timex]
	if r.nodes[held.First].clause != r.nodes[e.token].clause {
		return
	}
	for i := range r.phrases {
		p := &r.phrases[i]
		if p.kind != inPlace && p.kind != inCountry || p.joined() == 0 {
			continue
		}
		before := int(p.first) - 1
		if p.preposition != 0 {
			before--
		}
		if before == held.Last-1 || int(p.last) == held.First {
			e.parts = append(e.parts, part{link{phrase: int32(i)}, classPlace})
			return
		}
	}
}

// triggers decides which candidates are events.
func (f *Finder) triggers(s *Scratch, teach *teacher) {
	r := &s.reading
	for i := range s.found {
		s.found[i].parts = s.found[i].parts[:0]
	}
	s.found = s.found[:0]
	s.byToken = resize(s.byToken, len(r.nodes))
	for i := range s.byToken {
		s.byToken[i] = -1
	}
	var sum [1]float32
	for _, token := range r.candidates {
		s.features = r.triggerFeatures(int(token), s.features[:0])
		f.models[decideTrigger].score(s.features, sum[:])
		right := sum[0] > triggerBar
		if teach != nil {
			right = teach.trigger(int(token), s.features, right)
		}
		if !right {
			continue
		}
		s.byToken[token] = int32(len(s.found))
		if n := len(s.found); n < cap(s.found) {
			parts, chances := s.found[:n+1][n].parts[:0], s.found[:n+1][n].chances[:0]
			s.found = append(s.found, found{token: int(token), score: sum[0], parts: parts, chances: chances})
		} else {
			s.found = append(s.found, found{token: int(token), score: sum[0]})
		}
	}
}

// link finds the event that governs this one.
func (f *Finder) link(s *Scratch, e *found) {
	e.governor = -1
	if g := s.reading.governing(e.token); g >= 0 {
		e.governor = int(s.byToken[g])
	}
}

// kind chooses the kind of an event by its word and its surroundings, and the sense of the word: the likeliest of the kinds that the tables and the
// model know for it.
func (f *Finder) kind(s *Scratch, e *found, teach *teacher) (best, sense uint8) {
	r := &s.reading
	n := &r.nodes[e.token]
	s.features = r.kindFeatures(e.token, s.features[:0])
	s.sums = resize(s.sums, kindClasses)
	f.models[decideKind].score(s.features, s.sums)
	consider := func(kind uint8) {
		if kind != 0 && (best == 0 || s.sums[kind] > s.sums[best]) {
			best = kind
		}
	}
	for _, kind := range n.entry.kinds {
		consider(kind)
	}
	for _, kind := range f.kindsOf[n.lemma] {
		consider(kind)
	}
	if c, hit := r.collocation(e.token); hit {
		consider(c.kind)
	}
	sense = best
	// the tables hold for a word that the model has not met, and are not lightly left for another
	if best == 0 || n.lemma != 0 && f.models[decideKind].row(fact(optionLemma, int(n.lemma), 0)) != nil {
		s.sums[best] += tableGain
		for kind := uint8(1); int(kind) <= len(Kinds); kind++ {
			consider(kind)
		}
	}
	if teach != nil {
		best = teach.kind(e.token, s.features, best)
	}
	if sense == 0 { // an unknown word
		sense = best
	}
	return best, sense
}

func (f *Finder) status(s *Scratch, index int, teach *teacher) int {
	e := &s.found[index]
	s.features = s.statusAround(index, s.reading.statusFeatures(e.token, s.features[:0]))
	best := f.best(s, decideStatus)
	if teach != nil {
		return teach.status(e.token, s.features, best)
	}
	return best
}

// statusAround adds what the events before tell of an event's status: that of the one that governs it, of the one before, and of earlier mentions of
// the same word.
func (s *Scratch) statusAround(index int, out []feature) []feature {
	e := &s.found[index]
	n := &s.reading.nodes[e.token]
	f := int(n.form)
	if e.governor >= 0 && e.governor < index {
		g := &s.found[e.governor]
		out = append(out, fact(optionNeighbour, g.status, f), fact(optionNeighbour, 8+g.status, int(g.sense)), fact(optionNeighbour, 128+g.status, int(e.sense)))
	}
	if index > 0 {
		b := &s.found[index-1]
		beside := flag(s.reading.nodes[b.token].clause == n.clause)
		out = append(out, fact(optionNeighbour, 16+b.status+8*beside, f))
	}
	for k := index - 1; k >= 0 && n.lemma != 0; k-- {
		if s.reading.nodes[s.found[k].token].lemma == n.lemma {
			out = append(out, fact(optionNeighbour, 32+s.found[k].status, f))
			break
		}
	}
	return append(out, fact(optionNeighbour, 64, int(e.sense)))
}

// best is the class with the highest score for scratch.features.
func (f *Finder) best(s *Scratch, decision int) int {
	s.sums = resize(s.sums, classesOf(decision))
	f.models[decision].score(s.features, s.sums)
	best := 0
	for class, sum := range s.sums {
		if sum > s.sums[best] {
			best = class
		}
	}
	return best
}

// roles gives the phrases near an event their parts.
func (f *Finder) roles(s *Scratch, index int, teach *teacher) {
	r, e := &s.reading, &s.found[index]
	at := r.phraseBehind(e.token)
	s.links = r.links(r.sentenceOf[e.token], at, s.carry(index, at), s.links[:0])
	s.claim(index)
	objects := objectOnly(Kinds[e.kind-1])
	before, behind, taken := 0, 0, uint8(0)
	for _, l := range s.links {
		first, last := r.usable(l, e.token)
		if first >= last {
			continue
		}
		order := 0
		if !l.carried {
			if int(first) > e.token {
				order = behind
				behind++
			} else {
				order = before
				before++
			}
		}
		s.features = r.roleFeatures(e.token, e.sense, l, order, taken, s.features[:0])
		s.sums = resize(s.sums, roleClasses)
		f.models[decideRole].score(s.features, s.sums)
		class := chooseRole(s.sums, objects && r.phrases[l.phrase].mention < 0)
		if teach != nil {
			class = teach.role(r, e.token, l, s.features, class)
		}
		if class != classNone {
			taken |= 1 << class
			e.parts = append(e.parts, part{l, class})
		}
	}
	if teach == nil || !teach.follow {
		r.joinParts(s.links, e)
	}
}

// chooseRole is the likeliest part, where the parts together are likely enough: two that are hard to tell apart do not make "none" right. What is only
// an object, named by no name, is seldom told of as a participant.
func chooseRole(sums []float32, object bool) int {
	softmax(sums)
	if object {
		least := sums[classPatient] * (1 - objectGain)
		sums[classPatient] -= least
		sums[classNone] += least
	}
	if sums[classNone] > placeBar {
		return classNone
	}
	none := sums[classNone]
	sums[classPlace] *= placeGain
	class := classAgent
	for c := classAgent + 1; c < roleClasses; c++ {
		if sums[c] > sums[class] {
			class = c
		}
	}
	if class != classPlace && none > noneBar {
		return classNone
	}
	return class
}

// joinParts gives what is joined by "and" to a participant the same part: "the Iranian minister, and the Iraqi one".
func (r *reading) joinParts(links []link, e *found) {
	for _, l := range links {
		if l.carried || slices.ContainsFunc(e.parts, func(p part) bool { return p.phrase == l.phrase }) {
			continue
		}
		p := &r.phrases[l.phrase]
		if p.mention < 0 { // a common noun behind "and" may begin anything
			continue
		}
		for _, known := range e.parts {
			if other := &r.phrases[known.phrase]; other.group == p.group && !known.carried {
				e.parts = append(e.parts, part{l, known.class})
				break
			}
		}
	}
}

// anchor chooses among the dates that the sentence offers.
func (f *Finder) anchor(s *Scratch, e *found, teach *teacher) {
	d := &s.dates
	d.collect(&s.reading, e)
	if len(d.options) == 1 {
		e.anchor, e.none = option{timex: -1}, 1
		return
	}
	d.describe(&s.reading, e)
	best := f.choose(s, decideAnchor)
	if teach != nil {
		best = teach.anchor(e.token, d.options, best)
	}
	e.none = s.sums[0]
	e.chances = append(e.chances[:0], s.sums[1:]...)
	e.anchor = d.options[best]
	e.anchor.features, e.anchor.among = nil, nil
}

// date chooses among the dates that the sentence and the story offer.
func (f *Finder) date(s *Scratch, at int, teach *teacher) {
	d, e := &s.dates, &s.found[at]
	d.tell(&s.reading, s.found, at)
	d.weigh(&s.reading, s.found, at)
	best := f.choose(s, decideDate)
	if best == 0 {
		for i := 1; i < len(s.sums); i++ {
			if best == 0 || s.sums[i] > s.sums[best] {
				best = i
			}
		}
	}
	if best != 0 && s.sums[best]*e.probability() < dateBar {
		best = 0
	}
	if teach != nil {
		best = teach.date(e.token, d.options, best)
	}
	e.chance = s.sums[best]
	e.date = d.options[best]
	e.date.features, e.date.among = nil, nil
	d.remember(e.date)
}

// choose gives the likeliest date option, and leaves the chances of all in scratch.sums.
func (f *Finder) choose(s *Scratch, decision int) int {
	s.sums = resize(s.sums, len(s.dates.options))
	best := 0
	for i := range s.dates.options {
		if s.sums[i] = f.models[decision].weight(&s.dates.options[i]); s.sums[i] > s.sums[best] {
			best = i
		}
	}
	softmax(s.sums)
	return best
}

// weight is the score of a date option: that of its own features and, where anchored events have the date, that of any of them being the one it comes
// from (a mention-ranking model with latent antecedents, as in coreference; Durrett and Klein 2013).
func (m *model) weight(o *option) float32 {
	var sum [1]float32
	m.score(o.features, sum[:])
	if len(o.among) == 0 {
		return sum[0]
	}
	own, any := sum[0], 0.0
	if o.alone() {
		any = 1
	}
	for i := range o.among {
		m.score(o.among[i].features, sum[:])
		any += math.Exp(float64(sum[0]))
	}
	return own + float32(math.Log(any))
}

// finish writes the events out.
func (f *Finder) finish(t *text.Text, s *Scratch) []Event {
	r := &s.reading
	events := make([]Event, len(s.found))
	for i := range s.found {
		e := &s.found[i]
		n := &r.nodes[e.token]
		span := t.Span(e.token, e.token+1)
		events[i] = Event{
			ID: "e" + strconv.Itoa(i+1), Trigger: span, Text: t.Slice(e.token, e.token+1), Sentence: int(r.sentenceOf[e.token]),
			Kind: Kinds[e.kind-1], Status: statuses[e.status], Occasion: -1, Rule: f.rule(n),
		}
		if n.lemma != 0 {
			events[i].Lemma = t.Language.Name(n.lemma)
		}
		if e.date.dated {
			events[i].When = &When{Value: e.date.value, EndValue: e.date.endValue, Basis: e.basis(), Timex: e.date.timex}
		}
		r.writeParts(e, &events[i])
	}
	r.attribute(s, events)
	r.relate(s, events)
	calibrate(s, events)
	return events
}

// rule says what made the token a candidate, for people who ask why.
func (f *Finder) rule(n *node) string {
	switch {
	case n.entry.flags&flagVerb != 0:
		return "verbs.tsv"
	case n.entry.flags&flagNoun != 0:
		return "nouns.tsv"
	case n.analysis != nil && n.analysis.Guessed:
		return fmt.Sprintf("pattern of form %d", n.form)
	}
	return "model"
}

// basis is that of the expression where it stands in the event's own sentence, else inherited.
func (e *found) basis() Basis {
	switch {
	case e.date.own:
		return e.date.basis
	case e.date.timex < 0:
		return Publication
	}
	return Inherited
}
