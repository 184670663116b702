package temporal

import (
	"github.com/waqai/waqai/timeline/calendar"
	"github.com/waqai/waqai/timeline/text"
)

// moment of the story: the last date that the text named.
type story struct {
	known    bool
	interval calendar.Interval // of whole days or longer
	grain    unit
	sentence int
	explicit bool // its year was written
}

// evaluation is the state while expressions become values.
type evaluation struct {
	tagger     *Tagger
	text       *text.Text
	options    Options
	asked      calendar.Authority // by the user; options.Authority is the language's where that is Auto
	arena      arena
	story      story
	occasions  occasionDays
	sentence   int
	chart      *chart
	token      int // of the text, where the expression at hand begins
	tokenEnd   int
	direction  int8
	directed   bool
	distance   int  // of the word that told the direction, as tense counts it
	since      bool // "since" stands before the expression
	candidates []candidate
	best, pick []int32
	chosen     []int32
	argStack   []*value
	budget     int
	noSuchDay  bool  // a day and month that no calendar has stood in the way of a value
	noDayFrom  int16 // the nodes of the chart that name it, from
	noDayTo    int16 // and to; 0 where there is none
}

func (s *evaluation) begin(t *Tagger, txt *text.Text, options Options) {
	s.tagger, s.text, s.options, s.asked = t, txt, options, options.Authority
	if options.Authority == calendar.Auto {
		s.options.Authority = t.authority
	}
	s.story = story{}
}

// timex evaluates a candidate; reason says why it has no value.
func (s *evaluation) timex(c *chart, k *candidate) (Timex, string) {
	s.arena.reset()
	s.argStack = s.argStack[:0]
	s.budget = maxValues
	s.noSuchDay, s.noDayFrom, s.noDayTo = false, 0, 0
	s.chart, s.token, s.tokenEnd, s.directed = c, c.first+k.first, c.first+k.last, false
	var v *value
	w := c.nodes[k.node].best
	if v = s.allowedWay(w); v == nil {
		// another derivation of the same words may hold
		n := &c.nodes[k.node]
		for o := n.ways; o >= 0 && v == nil; o = c.ways[o].next {
			p := c.ways[o].pattern
			if o != w && s.tagger.allowed(p, c.first+int(n.start), c.first+int(n.end), s.text, &s.text.Sentences[s.sentence], s.options.Prefer) == "" {
				if v = s.allowedWay(o); v != nil {
					w = o
					n.best = o
				}
			}
		}
	}
	if v == nil && s.noSuchDay {
		s.rememberNoDay(&c.nodes[k.node])
	}
	if v == nil {
		return Timex{}, "its expression has no value (no such date, its parts contradict each other, or its rule is not for what the verb tells as past)"
	}
	timex, ok := s.print(v)
	if !ok {
		return Timex{}, "it is not an expression by itself"
	}
	rule := c.ways[w].pattern.rule
	timex.Rule, timex.RuleFile = rule.name, rule.place()
	timex.First, timex.Last = s.token, s.tokenEnd
	timex.Span = s.text.Span(timex.First, timex.Last)
	return timex, ""
}

// allowedWay is way where the tense of the verb allows the rule.
func (s *evaluation) allowedWay(w int32) *value {
	if w >= 0 && s.chart.ways[w].pattern.rule.notPast && s.options.Prefer != PreferFuture && s.tense() == pastTense {
		return nil
	}
	return s.way(w)
}

// node evaluates a node of the chart: a row, a number, or the best derivation that holds.
func (s *evaluation) node(id int32) *value {
	if s.budget--; s.budget < 0 {
		return nil
	}
	n := &s.chart.nodes[id]
	if n.entry >= 0 {
		e := &s.tagger.lexicon.entries[n.entry]
		switch {
		case e.occasion != nil:
			v := s.arena.new()
			v.kind, v.set, v.occasion, v.basis = pointKind, hasOccasion, e.occasion, BasisOccasion
			return v
		case e.value != nil:
			return s.eval(e.value, nil)
		}
		return s.number(e.number, 0)
	}
	if n.mark {
		token := &s.chart.tokens[s.chart.first+int(n.start)]
		if token.Kind != text.Digits {
			return nil
		}
		if token.Number > 1<<40 {
			return nil
		}
		return s.number(token.Number, token.Shape.Digits)
	}
	if n.ways < 0 {
		return nil
	}
	if s.chart.grammar.numeric[n.category] {
		digits := uint8(0)
		if n.end == n.start+1 {
			digits = s.chart.tokens[s.chart.first+int(n.start)].Shape.Digits
		}
		return s.number(n.number, digits)
	}
	s.chart.rank(id)
	best := s.chart.nodes[id].best
	failed := s.noSuchDay
	if v := s.way(best); v != nil {
		return v
	}
	for w := n.ways; w >= 0; w = s.chart.ways[w].next {
		if w != best {
			if v := s.way(w); v != nil {
				s.chart.nodes[id].best = w // what explains the value
				s.noSuchDay = failed
				return v
			}
		}
	}
	if s.noSuchDay {
		s.rememberNoDay(&s.chart.nodes[id])
	}
	return nil
}

// rememberNoDay keeps the smallest node that names a day which no calendar has: 30 February.
func (s *evaluation) rememberNoDay(n *node) {
	if s.noDayTo == 0 {
		s.noDayFrom, s.noDayTo = n.start, n.end
	}
}

// refuse kills what could be read inside a day that does not exist, so that 30 February does not become February. Where a word follows a
// number that stands behind the month, the number counts it: in February 30 people came.
func (s *evaluation) refuse(c *chart, txt *text.Text) {
	if s.noDayTo == 0 {
		return
	}
	next := c.first + int(s.noDayTo)
	if txt.Tokens[c.first+int(s.noDayFrom)].Kind != text.Digits && next < len(txt.Tokens) {
		switch token := &txt.Tokens[next]; {
		case token.Kind == text.Letters && nounOrUnknown(token):
			return
		case token.Kind != text.Letters && token.Kind != text.Punctuation:
			return
		case next+1 < len(txt.Tokens) && txt.Tokens[next+1].Kind == text.Digits && !txt.Tokens[next+1].Shape.SpaceBefore && !token.Shape.SpaceBefore:
			return // a decimal
		}
	}
	for i := range s.candidates {
		if k := &s.candidates[i]; !k.dead && k.first < int(s.noDayTo) && k.last > int(s.noDayFrom) {
			k.dead, k.reason = true, "it is part of a day that no calendar has"
		}
	}
}

func (s *evaluation) number(n int64, digits uint8) *value {
	v := s.arena.new()
	v.kind, v.amount, v.digits = numberKind, n*scale, digits
	return v
}

func (s *evaluation) way(w int32) *value {
	if w < 0 {
		return nil
	}
	if s.budget--; s.budget < 0 {
		return nil
	}
	return s.eval(s.chart.ways[w].pattern.rule.value, &s.chart.ways[w])
}

// eval gives the value of an expression; nil where it has none. Slots that were not matched give no value to functions, which then
// leave that part open.
func (s *evaluation) eval(e *expression, w *way) *value {
	switch {
	case e.missing:
		return nil
	case e.function != nil:
		base := len(s.argStack)
		for i := range e.args {
			a := &e.args[i]
			v := s.eval(a, w)
			if v == nil && !a.missing && !(a.function == nil && a.constant == nil && w != nil && w.pattern.slots[a.slot] < 0) {
				s.argStack = s.argStack[:base]
				return nil // a part that is there has no value
			}
			s.argStack = append(s.argStack, v)
		}
		v := e.function.call(s, s.argStack[base:])
		s.argStack = s.argStack[:base]
		return v
	case e.constant != nil:
		return e.constant
	case w == nil:
		return nil
	}
	at := w.pattern.slots[e.slot]
	if at < 0 {
		return nil
	}
	return s.node(w.children[at])
}

// nounOrUnknown tells whether a word can be what a number counts.
func nounOrUnknown(token *text.Token) bool {
	for i := range token.Word.Analyses {
		if part := token.Word.Analyses[i].Part; part != text.Noun && part != text.AnyPart {
			return false
		}
	}
	return true
}
