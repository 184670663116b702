package temporal

import (
	"slices"
	"strings"

	"github.com/waqai/waqai/timeline/calendar"
	"github.com/waqai/waqai/timeline/text"
)

// candidate is a node that may stand as an expression.
type candidate struct {
	node        int32
	first, last int // tokens of the island that the expression covers, without context
	score       int32
	dead        bool
	reason      string // why it is dead
}

// rank gives the score of a node: that of its best derivation. Weights of rules add up; a weak word counts against.
func (c *chart) rank(id int32) int32 {
	n := &c.nodes[id]
	if n.scored {
		return n.score
	}
	n.scored = true // also keeps a damaged chart from recursing for ever
	n.best = noNode
	if n.features&featureWeak != 0 && n.ways < 0 {
		n.score = -2
	}
	best, order := int32(-1<<30), int32(0)
	for w := n.ways; w >= 0; w = c.ways[w].next {
		score := c.rankWay(w)
		if p := c.ways[w].pattern; score > best || score == best && p.order < order {
			best, order = score, p.order
			c.nodes[id].best = w
		}
	}
	if c.nodes[id].best >= 0 {
		c.nodes[id].score = best
	}
	return c.nodes[id].score
}

func (c *chart) rankWay(w int32) int32 {
	p := c.ways[w].pattern
	score := p.rule.weight - int32(p.left+p.right) // what is read as part of the expression goes before what is read as context
	for i := range p.labels {
		score += c.rank(c.ways[w].children[i])
	}
	return score
}

// extent gives the tokens that a node covers without the context of its rules.
func (c *chart) extent(id int32) (first, last int) {
	w := c.nodes[id].best
	if w < 0 {
		return int(c.nodes[id].start), int(c.nodes[id].end)
	}
	p := c.ways[w].pattern
	left, right := c.ways[w].children[p.left], c.ways[w].children[len(p.labels)-1-int(p.right)]
	first, last = int(c.nodes[left].start), int(c.nodes[right].end)
	if p.left == 0 {
		first, _ = c.extent(left)
	}
	if p.right == 0 {
		_, last = c.extent(right)
	}
	return first, last
}

// allowed checks what a rule asks of the surroundings of its tokens [first, after) of the text; it gives the reason why not.
func (t *Tagger) allowed(p *pattern, first, after int, txt *text.Text, sentence *text.Sentence, prefer Prefer) string {
	r := p.rule
	if r.future && prefer != PreferFuture {
		return "only where the future is preferred"
	}
	before := first - 1
	if r.alone {
		end := sentence.Last
		for end > after && txt.Tokens[end-1].Kind == text.Punctuation {
			end--
		}
		if before >= sentence.First || after < end {
			return "only where it is the whole sentence"
		}
	}
	if len(r.unlessPrev) > 0 && before >= sentence.First && t.matchesAny(r.unlessPrev, txt, sentence, before, before+1) {
		return "by what stands before it (unless-previous)"
	}
	if len(r.unlessNext) > 0 && after < sentence.Last && t.matchesAny(r.unlessNext, txt, sentence, after, after) {
		return "by what stands after it (unless-next)"
	}
	if len(r.onlyNext) > 0 && (after >= sentence.Last && !t.stops(r.onlyNext) || after < sentence.Last && !t.matchesAny(r.onlyNext, txt, sentence, after, after)) {
		return "by what does not stand after it (only-next)"
	}
	if len(r.unlessSpelt) > 0 {
		spelt := txt.Slice(first, after)
		if slices.ContainsFunc(r.unlessSpelt, func(word string) bool { return strings.HasSuffix(spelt, word) }) {
			return "by its spelling (unless-spelt)"
		}
	}
	if len(r.onlyNear) > 0 && !t.near(r.onlyNear, txt, sentence, first, after) {
		return "by what does not stand near it (only-near)"
	}
	if len(r.unlessNamed) > 0 && after == first+1 && t.named(r.unlessNamed, txt, first) {
		return "by a name that it is part of before (unless-named)"
	}
	return ""
}

// nearby is how many tokens from an expression only-near looks.
const nearby = 24

// near tells whether one of the labels stands in the sentence around tokens [first, after).
func (t *Tagger) near(labels []label, txt *text.Text, sentence *text.Sentence, first, after int) bool {
	for i := max(sentence.First, first-nearby); i < min(sentence.Last, after+nearby); i++ {
		if (i < first || i >= after) && txt.Tokens[i].Kind == text.Letters && t.matchesAny(labels, txt, sentence, i, i) {
			return true
		}
	}
	return false
}

// introduced is how many tokens back somebody may have been introduced: the cost of a long text grows with its length alone.
const introduced = 1000

// named tells whether the word of token at has stood behind one of the labels earlier in the text: who is introduced with his whole name is called by
// the last part of it from then on. Only a word that some people bear as a name can be one.
func (t *Tagger) named(labels []label, txt *text.Text, at int) bool {
	name := t.lexicon.nameOf(txt.Tokens[at].Word)
	for i := max(1, at-introduced); i < at && name != 0; i++ {
		token := &txt.Tokens[i]
		if token.Kind == text.Letters && txt.Tokens[i-1].Kind == text.Letters && token.Word.Is(name) &&
			t.matchesAny(labels, txt, &text.Sentence{Last: at}, i-1, i) {
			return true
		}
	}
	return false
}

// stops tells whether a full stop is among the labels: the end of a sentence without one counts as one.
func (t *Tagger) stops(labels []label) bool {
	stop := t.grammar.mark('.')
	return slices.ContainsFunc(labels, func(l label) bool { return l.category == stop })
}

// matchesAny tests one token against labels; gap is the token whose space before says whether the two are glued.
func (t *Tagger) matchesAny(labels []label, txt *text.Text, sentence *text.Sentence, at, gap int) bool {
	token := &txt.Tokens[at]
	for i := range labels {
		l := &labels[i]
		if l.glued && gap < len(txt.Tokens) && txt.Tokens[gap].Shape.SpaceBefore {
			continue
		}
		switch token.Kind {
		case text.Digits:
			n := node{number: token.Number, features: digitFeatures(token)}
			if l.category == t.lexicon.digits && l.matches(&n) {
				return true
			}
		case text.Letters:
			if t.wordHas(token, l) {
				return true
			}
		default:
			if l.category == t.lexicon.decimal {
				if at+1 < sentence.Last && (token.Mark == '.' || token.Mark == ',') && !token.Shape.SpaceBefore && txt.Tokens[at+1].Kind == text.Digits && !txt.Tokens[at+1].Shape.SpaceBefore {
					return true
				}
				continue
			}
			if t.grammar.mark(token.Mark) == l.category {
				return true
			}
		}
	}
	return false
}

func (l *label) matches(n *node) bool {
	return n.features&l.need == l.need && n.features&l.deny == 0 && (!l.ranged || l.low <= n.number && n.number <= l.high)
}

func (t *Tagger) wordHas(token *text.Token, l *label) bool {
	test := func(f *wordFacts, features feature) bool {
		if f == nil {
			return false
		}
		for _, e := range f.entries {
			entry := &t.lexicon.entries[e]
			if entry.category == l.category && l.matches(&node{number: entry.number, features: features}) {
				return true
			}
		}
		return false
	}
	switch l.category {
	case t.lexicon.given.category:
		return t.lexicon.given.has(token)
	case t.lexicon.family.category:
		return t.lexicon.family.has(token)
	}
	var shape feature
	if token.Shape.Capital {
		shape |= featureCapital
	}
	if test(t.lexicon.of(token.Word.Exact), shape|featureExact|featureSingular) {
		return true
	}
	for a := range token.Word.Analyses {
		analysis := &token.Word.Analyses[a]
		if l.category == t.lexicon.plural && analysis.Agreement.Number == 3 && analysis.Part == text.Noun {
			return true
		}
		if a == 0 && l.category == t.lexicon.singular && analysis.Agreement.Number <= 1 && analysis.Clitics == 0 && analysis.Part == text.Noun {
			return true
		}
		if test(t.lexicon.of(analysis.Lemma), shape|analysisFeatures(analysis)) {
			return true
		}
	}
	return false
}

// candidates collects the nodes that may be expressions.
func (t *Tagger) candidates(c *chart, txt *text.Text, sentence *text.Sentence, prefer Prefer, all []candidate) []candidate {
	for id := range c.nodes {
		n := &c.nodes[id]
		if int(n.category) >= len(t.grammar.outputs) || !t.grammar.outputs[n.category] || n.ways < 0 {
			continue
		}
		c.rank(int32(id))
		// the best derivation that its surroundings allow
		best, score, order, reason := int32(noNode), int32(-1<<30), int32(0), ""
		for w := n.ways; w >= 0; w = c.ways[w].next {
			p := c.ways[w].pattern
			if why := t.allowed(p, c.first+int(n.start), c.first+int(n.end), txt, sentence, prefer); why != "" {
				reason = why
				continue
			}
			if s := c.rankWay(w); s > score || s == score && p.order < order {
				best, score, order = w, s, p.order
			}
		}
		one := candidate{node: int32(id), score: score, dead: best < 0, reason: reason}
		if best >= 0 {
			c.nodes[id].best = best
		}
		one.first, one.last = c.extent(int32(id))
		all = append(all, one)
	}
	return all
}

// An expression is worth tokenWorth a token, less expressionCost: long ones beat short ones, one beats two of the same tokens.
const (
	tokenWorth     = 100
	expressionCost = 60
	weightWorth    = 5
)

func (k *candidate) worth() int32 {
	return int32(k.last-k.first)*tokenWorth - expressionCost + k.score*weightWorth
}

// choose finds the expressions without overlaps that are worth most together; the indices go to chosen, in text order.
func choose(all []candidate, size int, best []int32, pick []int32, chosen []int32) ([]int32, []int32, []int32) {
	best, pick = best[:0], pick[:0]
	for range size + 1 {
		best, pick = append(best, 0), append(pick, -1)
	}
	for at := size - 1; at >= 0; at-- {
		best[at], pick[at] = best[at+1], -1
		for i := range all {
			k := &all[i]
			if k.dead || k.first != at || k.last <= at {
				continue
			}
			if w := k.worth() + best[k.last]; w > best[at] {
				best[at], pick[at] = w, int32(i)
			}
		}
	}
	chosen = chosen[:0]
	for at := 0; at < size; {
		if i := pick[at]; i >= 0 {
			chosen = append(chosen, i)
			at = all[i].last
			continue
		}
		at++
	}
	return best, pick, chosen
}

// tag is Tag; explain, where given, hears of every island.
func (t *Tagger) tag(txt *text.Text, options Options, scratch *Scratch, explain *Explanation) []Timex {
	marks := t.mark(txt, scratch, options.Prefer)
	s := &scratch.state
	s.begin(t, txt, options)
	scratch.found = scratch.found[:0]
	scratch.chart.allows = func(p *pattern, first, last int) bool {
		return t.allowed(p, first, last, txt, &txt.Sentences[s.sentence], options.Prefer) == ""
	}
	t.islands(txt, marks, options.Prefer == PreferFuture, func(sentence, first, last int) {
		c := &scratch.chart
		c.reset(t.grammar, txt.Tokens, first, last-first)
		s.sentence = sentence
		t.seed(c, txt, &txt.Sentences[sentence])
		c.parse()
		s.candidates = t.candidates(c, txt, &txt.Sentences[sentence], options.Prefer, s.candidates[:0])
		if len(s.candidates) == 0 {
			return
		}
		t.settle(c, txt, scratch)
		if len(scratch.found) > 0 {
			s.dateline(&scratch.found[0])
		}
		if explain != nil {
			explain.island(t, txt, c, s, first, last)
		}
	})
	t.comparePairs(txt, scratch)
	if len(scratch.found) == 0 {
		return nil
	}
	found := make([]Timex, len(scratch.found))
	copy(found, scratch.found)
	return found
}

// settle chooses the expressions of an island and evaluates them; one that has no value gives way to the next best.
func (t *Tagger) settle(c *chart, txt *text.Text, scratch *Scratch) {
	s := &scratch.state
	before := len(scratch.found)
	story := s.story
	for range len(s.candidates) + 1 {
		s.best, s.pick, s.chosen = choose(s.candidates, c.size, s.best, s.pick, s.chosen)
		scratch.found = scratch.found[:before]
		s.story = story
		ok := true
		for _, i := range s.chosen {
			k := &s.candidates[i]
			if c.nodes[k.node].category == t.grammar.none {
				continue // its words are taken, so that no time is read in them
			}
			timex, reason := s.timex(c, k)
			if reason != "" {
				k.dead, k.reason, ok = true, reason, false
				s.refuse(c, txt)
				break
			}
			scratch.found = append(scratch.found, timex)
		}
		if ok {
			return
		}
	}
}

// comparePairs sets the conflict of two dates that the text calls equal ("corresponding to") and that are not.
func (t *Tagger) comparePairs(txt *text.Text, scratch *Scratch) {
	found := scratch.found
	for i := 1; i < len(found); i++ {
		a, b := &found[i-1], &found[i]
		if a.Calendar == b.Calendar || !a.HasInterval || !b.HasInterval || b.First-a.Last > 4 || !t.joined(txt, a.Last, b.First) {
			continue
		}
		if overlap(a, b) {
			continue
		}
		a.Conflict, b.Conflict = b.Value, a.Value
	}
}

// overlap allows a day's difference where a date hangs on the sight of the moon.
func overlap(a, b *Timex) bool {
	slack := calendar.Moment(0)
	if a.Certainty != Exact || b.Certainty != Exact {
		slack = calendar.FullDay
	}
	return a.Interval.From-slack < b.Interval.To && b.Interval.From-slack < a.Interval.To
}

// joined tells whether the tokens between two dates call them equal.
func (t *Tagger) joined(txt *text.Text, from, to int) bool {
	l := label{category: t.lexicon.equal}
	equal := from == to
	for i := from; i < to; i++ {
		token := &txt.Tokens[i]
		switch {
		case token.Kind == text.Letters && t.wordHas(token, &l):
			equal = true
		case token.Mark == '/' || token.Mark == '(' || token.Mark == '=':
			equal = true
		case token.Kind == text.Punctuation:
		default:
			return false
		}
	}
	return equal
}

// datelineReach is how many tokens into a text a dateline may end.
const datelineReach = 14

// dateline takes the day that heads an agency report (TOKYO, March 17 - ...) as the day that the report was written: relative times count
// from it where the publication date given is a day or two off, as in wire archives.
func (s *evaluation) dateline(first *Timex) {
	if !s.options.HasReference || s.options.Prefer != PreferAuto || first.Type != Date || first.Last > datelineReach || first.Last >= len(s.text.Tokens) || !first.HasInterval {
		return
	}
	switch s.text.Tokens[first.Last].Mark {
	case '-', 0x2013, 0x2014:
	default:
		return
	}
	written, given := first.Interval.From.Day(), s.options.Reference.Day()
	if first.Interval.Days() == 1 && written != given && max(written-given, given-written) <= 2 {
		s.options.Reference += calendar.Moment(written-given) * calendar.FullDay
	}
}
