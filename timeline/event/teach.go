package event

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/waqai/waqai/timeline/entity"
	"github.com/waqai/waqai/timeline/temporal"
	"github.com/waqai/waqai/timeline/text"
)

// Gold is the right answer for one document: what annotators wrote.
type Gold struct {
	Events []GoldEvent
}

// GoldEvent is one annotated event.
type GoldEvent struct {
	Trigger      text.Span
	Kind         Kind
	Status       Status
	Value        string // of its date; empty for none
	Basis        Basis
	Participants []GoldPart
	Places       []text.Span
}

// GoldPart is an annotated participant.
type GoldPart struct {
	Span text.Span
	Role Role
}

// check tells what no model could learn: a kind, a status or a role that is none.
func (g *Gold) check() error {
	for i := range g.Events {
		e := &g.Events[i]
		switch {
		case !slices.Contains(Kinds, e.Kind):
			return fmt.Errorf("event %d: no kind %q; see Kinds", i+1, e.Kind)
		case !slices.Contains(statuses[:], e.Status):
			return fmt.Errorf("event %d: no status %q; use one of %v", i+1, e.Status, statuses)
		}
		for _, p := range e.Participants {
			if !slices.Contains(roleOf[classAgent:classPlace], p.Role) {
				return fmt.Errorf("event %d: no role %q; use one of %v", i+1, p.Role, roleOf[classAgent:classPlace])
			}
		}
	}
	return nil
}

// Trainer collects the decisions that annotated documents call for and fits the models to them. It is a tool for whoever makes a language's
// model files; extraction does not use it.
type Trainer struct {
	finder   *Finder
	samples  [decisions][]sample
	articles int
	missed   int // annotated triggers that are no candidates
	undated  int // annotated dates that no option gives
}

// sample is one decision with its right answer: for classes a single choice, for dates one an option.
type sample struct {
	options []choice
	gold    int
}

// choice is what a decision may be for: its features and, for a date, those of each event that it may come from.
type choice struct {
	features []feature
	among    [][]feature
	alone    bool // it needs none of them
}

// all gives the lists of features of a choice.
func (c *choice) all(yield func([]feature) bool) {
	if !yield(c.features) {
		return
	}
	for _, a := range c.among {
		if !yield(a) {
			return
		}
	}
}

// NewTrainer makes a trainer around the trigger tables of a finder.
func NewTrainer(f *Finder) *Trainer { return &Trainer{finder: f} }

// Learn takes one annotated document. With follow, each decision is taken as annotated before the next is looked at; else as the finder's models
// take it, so that later decisions are learnt amid the mistakes that they will meet. It is an error if the annotation has a kind, status or role that
// is none.
func (t *Trainer) Learn(read *text.Text, timexes []temporal.Timex, mentions []entity.Mention, options Options, gold Gold, follow bool, scratch *Scratch) error {
	if err := gold.check(); err != nil {
		return err
	}
	t.articles++
	teach := &teacher{trainer: t, text: read, gold: gold, follow: follow, eventOf: map[int]int{}}
	scratch.reading.reference, scratch.reading.hasReference = options.Reference, options.HasReference
	scratch.reading.read(read, t.finder.lexicon, timexes, mentions)
	teach.align(&scratch.reading)
	t.finder.find(read, timexes, mentions, options, scratch, teach)
	return nil
}

// teacher watches the decisions about one document and writes them down with their right answers.
type teacher struct {
	trainer *Trainer
	text    *text.Text
	gold    Gold
	follow  bool
	eventOf map[int]int // token → index in gold.Events
}

func overlap(a, b text.Span) int { return min(a.End, b.End) - max(a.Start, b.Start) }

// align finds the candidate token of every annotated trigger.
func (t *teacher) align(r *reading) {
	for i, e := range t.gold.Events {
		best := -1
		for _, c := range r.candidates {
			if _, taken := t.eventOf[int(c)]; !taken && overlap(r.Span(int(c), int(c)+1), e.Trigger) > 0 && best < 0 {
				best = int(c)
			}
		}
		if best < 0 {
			t.trainer.missed++
			continue
		}
		t.eventOf[best] = i
	}
}

func (t *teacher) keep(decision, gold int, features []feature) {
	t.keepChoices(decision, gold, []choice{{features: slices.Clone(features)}})
}

func (t *teacher) keepChoices(decision, gold int, options []choice) {
	t.trainer.samples[decision] = append(t.trainer.samples[decision], sample{options, gold})
}

// event is the annotated event of a token; nil for a token that the models alone call one.
func (t *teacher) event(token int) *GoldEvent {
	at, right := t.eventOf[token]
	if !right {
		return nil
	}
	return &t.gold.Events[at]
}

// each of the following keeps a decision and says how to go on: given is the model's choice.

func (t *teacher) trigger(token int, features []feature, given bool) bool {
	gold := 0
	right := t.event(token) != nil
	if right {
		gold = 1
	}
	t.keep(decideTrigger, gold, features)
	return right || given && !t.follow
}

func (t *teacher) kind(token int, features []feature, given uint8) uint8 {
	e := t.event(token)
	if e == nil {
		return given
	}
	kind := t.trainer.finder.lexicon.kindIndex[e.Kind]
	t.keep(decideKind, int(kind), features)
	if !t.follow {
		return given
	}
	return kind
}

func (t *teacher) status(token int, features []feature, given int) int {
	e := t.event(token)
	if e == nil {
		return given
	}
	status := slices.Index(statuses[:], e.Status)
	t.keep(decideStatus, status, features)
	if !t.follow {
		return given
	}
	return status
}

// goesOn tells whether an annotated span has begun in the phrase before: "a poet from the north" is one participant, and its first phrase stands for it.
func (r *reading) goesOn(l link, token int, span text.Span) bool {
	if l.phrase == 0 {
		return false
	}
	first, last := r.usable(link{phrase: l.phrase - 1}, token)
	return first < last && overlap(r.Span(int(first), int(last)), span) > 0
}

// role is the class of the annotated span that a phrase overlaps most.
func (t *teacher) role(r *reading, token int, l link, features []feature, given int) int {
	e := t.event(token)
	if e == nil {
		return given
	}
	first, last := r.usable(l, token)
	span := r.Span(int(first), int(last))
	class, most := classNone, 0
	for _, p := range e.Participants {
		if o := overlap(span, p.Span); o > most && !r.goesOn(l, token, p.Span) {
			most = o
			for c, role := range roleOf {
				if role == p.Role {
					class = c
				}
			}
		}
	}
	for _, p := range e.Places {
		if o := overlap(span, p); o > most && !r.goesOn(l, token, p) {
			class, most = classPlace, o
		}
	}
	t.keep(decideRole, class, features)
	if !t.follow {
		return given
	}
	return class
}

func (t *teacher) anchor(token int, options []option, given int) int {
	e := t.event(token)
	if e == nil {
		return given
	}
	gold := max(0, slices.IndexFunc(options, func(o option) bool { return o.value == e.Value }))
	if e.Basis != Publication {
		t.keepDates(decideAnchor, gold, options)
	}
	if !t.follow {
		return given
	}
	return gold
}

func (t *teacher) keepDates(decision, gold int, options []option) {
	choices := make([]choice, len(options))
	for i := range options {
		o := &options[i]
		choices[i] = choice{features: slices.Clone(o.features), alone: o.alone()}
		for k := range o.among {
			choices[i].among = append(choices[i].among, slices.Clone(o.among[k].features))
		}
	}
	t.keepChoices(decision, gold, choices)
}

func (t *teacher) date(token int, options []option, given int) int {
	e := t.event(token)
	if e == nil {
		return given
	}
	gold := slices.IndexFunc(options, func(o option) bool { return o.value == e.Value })
	switch {
	case gold < 0: // no option gives it: nothing to learn, and the story goes on undated
		t.trainer.undated++
		gold = 0
	case e.Basis != Publication: // where careful readers differ, nothing is taught
		t.keepDates(decideDate, gold, options)
	}
	if !t.follow {
		return given
	}
	return gold
}

// Weights are the fitted models of one language.
type Weights struct {
	of [decisions]map[feature][]float32
}

// effort is how many passes over the samples each decision takes, in eighths of what is asked: what is told by many crossed facts is soon learnt by
// heart, what is told by single words needs longer. Chosen by cross-validation.
var effort = [decisions]int{decideTrigger: 8, decideKind: 20, decideStatus: 10, decideRole: 4, decideAnchor: 5, decideDate: 9}

// doubt is how often an annotator is thought to have answered at random: parts and dates are matters of reading, and a model that runs after every
// answer learns the slips too (logistic regression robust to wrong labels; Bootkrajang and Kabán 2012). It holds for what was given; an answer left out,
// the first of the options, is doubted lessDoubt times as much. Chosen on articles held out.
var doubt = [decisions]float64{decideRole: 0.2, decideDate: 0.2}

const lessDoubt = 0.25

// fewArticles is up to how many articles no answer is doubted: among few, what is rare is not yet a slip.
const fewArticles = 2000

// trust is the chance that the annotated answer is no slip, by the chances that the model gives the answers.
func (s *sample) trust(chances []float64, doubt float64) float64 {
	if doubt == 0 {
		return 1
	}
	if s.gold == 0 {
		doubt *= lessDoubt
	}
	meant := (1 - doubt) * chances[s.gold]
	return meant / (meant + doubt/float64(len(chances)))
}

// Fit fits every model to what was learnt.
func (t *Trainer) Fit(epochs int) *Weights {
	w := &Weights{}
	for decision := range decisionNames {
		passes := max(1, epochs*effort[decision]/8)
		doubted := doubt[decision]
		if t.articles <= fewArticles {
			doubted = 0
		}
		w.of[decision] = fit(t.samples[decision], classesOf(decision), passes, doubted)
	}
	return w
}

// Write writes each model to the file that create gives for its name; name gives the spelling of a word.
func (w *Weights) Write(header string, name func(text.WordID) string, create func(string) (io.WriteCloser, error)) error {
	for decision, file := range decisionNames {
		out, err := create(file)
		if err != nil {
			return err
		}
		if err := writeModel(out, header, w.of[decision], name); err != nil {
			return err
		}
		if err := out.Close(); err != nil {
			return err
		}
	}
	return nil
}

// Use makes the finder decide by these weights from now on.
func (f *Finder) Use(w *Weights) {
	for decision := range decisionNames {
		from := &hundredths{}
		for feature, weights := range w.of[decision] {
			from.add(feature, weights)
		}
		f.use(decision, from)
	}
}

// Summary says what was learnt from.
func (t *Trainer) Summary() string {
	written := ""
	for decision, file := range decisionNames {
		written += fmt.Sprintf("%s %d samples; ", file, len(t.samples[decision]))
	}
	return fmt.Sprintf("%s%d annotated triggers are no candidates; %d annotated dates are no options", written, t.missed, t.undated)
}

// Training constants: AdaGrad's step, the pull of each weight towards zero, so that one that few samples speak for stays small, and the gradient below
// which a class is left as it is.
const (
	step       = 0.05
	pull       = 5e-4
	negligible = 1e-4
)

// rare is how often a feature must be met to be worth a weight: on articles held out, the models with those met two or three times are twice as large
// and no better.
const rare = 4

// fit minimises the logistic loss by AdaGrad in a fixed order, so that the same samples always give the same weights. From the second pass on an answer
// counts as much as it is trusted.
func fit(samples []sample, classes, epochs int, doubt float64) map[feature][]float32 {
	count := map[feature]int{}
	each := func(do func(feature)) {
		for i := range samples {
			for k := range samples[i].options {
				for features := range samples[i].options[k].all {
					for _, f := range features {
						do(f)
					}
				}
			}
		}
	}
	each(func(f feature) { count[f]++ })
	index := map[feature]int{}
	each(func(f feature) {
		if _, known := index[f]; !known && count[f] >= rare {
			index[f] = len(index)
		}
	})
	weights := make([]float64, len(index)*classes)
	squares := make([]float64, len(index)*classes)
	// the weights given out are the mean over the second half of the way, which forgets the order of the samples
	sums, since, now := make([]float64, len(index)*classes), make([]int, len(index)*classes), 0
	settle := func(at int) {
		sums[at] += weights[at] * float64(now-since[at])
		since[at] = now
	}
	order := rand.New(rand.NewPCG(1, 2))
	sequence := make([]int, len(samples))
	for i := range sequence {
		sequence[i] = i
	}
	update := func(features []feature, class int, gradient float64) {
		for _, f := range features {
			at, known := index[f]
			if !known {
				continue
			}
			at = at*classes + class
			settle(at)
			g := gradient + pull*weights[at]
			squares[at] += g * g
			weights[at] -= step * g / math.Sqrt(squares[at]+1e-8)
		}
	}
	sum := func(features []feature, class int) float64 {
		total := 0.0
		for _, f := range features {
			if at, known := index[f]; known {
				total += weights[at*classes+class]
			}
		}
		return total
	}
	for epoch := range epochs {
		if epoch == epochs/2 {
			clear(sums)
			for i := range since {
				since[i] = now
			}
		}
		doubted := doubt
		if epoch == 0 { // nothing is known yet
			doubted = 0
		}
		order.Shuffle(len(sequence), func(i, k int) { sequence[i], sequence[k] = sequence[k], sequence[i] })
		for _, at := range sequence {
			s := &samples[at]
			now++
			switch {
			case len(s.options) == 1 && classes == 1: // yes or no
				p := 1 / (1 + math.Exp(-sum(s.options[0].features, 0)))
				update(s.options[0].features, 0, p-float64(s.gold))
			case classes == 1: // a choice among options
				scores, shares := make([]float64, len(s.options)), make([][]float64, len(s.options))
				for i := range scores {
					o := &s.options[i]
					var any float64
					shares[i], any = o.shares(func(features []feature) float64 { return sum(features, 0) })
					scores[i] = sum(o.features, 0) + any
				}
				odds := chances(scores)
				trusted := s.trust(odds, doubted)
				for i, p := range odds {
					if i == s.gold {
						p--
					}
					p *= trusted
					update(s.options[i].features, 0, p)
					for k, share := range shares[i] {
						if math.Abs(p*share) > negligible {
							update(s.options[i].among[k], 0, p*share)
						}
					}
				}
			default: // one of the classes
				scores := make([]float64, classes)
				for c := range scores {
					scores[c] = sum(s.options[0].features, c)
				}
				odds := chances(scores)
				trusted := s.trust(odds, doubted)
				for c, p := range odds {
					if c == s.gold {
						p--
					}
					p *= trusted
					if math.Abs(p) > negligible {
						update(s.options[0].features, c, p)
					}
				}
			}
		}
	}
	averaged := now - (epochs/2)*len(samples)
	for i := range weights {
		settle(i)
		weights[i] = sums[i] / float64(max(averaged, 1))
	}
	fitted := make(map[feature][]float32, len(index))
	for f, at := range index {
		row := make([]float32, classes)
		for c := range row {
			row[c] = float32(weights[at*classes+c])
		}
		fitted[f] = row
	}
	return fitted
}

// shares gives the chance of each event that a date may come from to be the one, and what all of them add to the date's score.
func (c *choice) shares(sum func([]feature) float64) (shares []float64, any float64) {
	if len(c.among) == 0 {
		return nil, 0
	}
	if c.alone {
		any = 1
	}
	shares = make([]float64, len(c.among))
	for i, features := range c.among {
		shares[i] = math.Exp(sum(features))
		any += shares[i]
	}
	for i := range shares {
		shares[i] /= any
	}
	return shares, math.Log(any)
}

func chances(scores []float64) []float64 {
	most := scores[0]
	for _, s := range scores {
		most = max(most, s)
	}
	total := 0.0
	for i, s := range scores {
		scores[i] = math.Exp(s - most)
		total += scores[i]
	}
	for i := range scores {
		scores[i] /= total
	}
	return scores
}
