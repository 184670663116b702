package temporal

import (
	"fmt"
	"io"
	"strings"

	"github.com/waqai/waqai/timeline/text"
)

// Explanation is what the stage did with one text: for whoever edits the rules of a language.
type Explanation struct {
	Timexes []Timex
	Islands []Island
}

// Island is a run of tokens that may hold expressions.
type Island struct {
	Tokens     []TokenReading
	Candidates []Reading
}

// TokenReading is one token with the rows of the lexicon that fit it.
type TokenReading struct {
	Text string
	Rows []string // class and file:line
}

// Reading is one parse that could be an expression.
type Reading struct {
	Timex           // its value; of one without a value only span and rule
	Text     string // of the expression
	Score    int
	Won      bool
	Rejected string // why it has no value, or empty: another parse was worth more
	Tree     string // the rules inside, as name(name, ...)
}

// Explain tags a text and tells every candidate, with the rule that gave it and why it lost.
func (t *Tagger) Explain(txt *text.Text, options Options, scratch *Scratch) Explanation {
	var e Explanation
	e.Timexes = t.tag(txt, options, scratch, &e)
	return e
}

// Readings are the candidates of all islands in text order.
func (e *Explanation) Readings() []Reading {
	var all []Reading
	for i := range e.Islands {
		all = append(all, e.Islands[i].Candidates...)
	}
	return all
}

func (e *Explanation) island(t *Tagger, txt *text.Text, c *chart, s *evaluation, first, last int) {
	after := s.story // evaluating what lost must not move the story on
	defer func() { s.story = after }()
	island := Island{}
	for i := first; i < last; i++ {
		reading := TokenReading{Text: txt.Slice(i, i+1)}
		for n := c.starts[i-first]; n >= 0; n = c.nodes[n].sibling {
			if entry := c.nodes[n].entry; entry >= 0 {
				row := t.lexicon.entries[entry].row
				reading.Rows = append(reading.Rows, fmt.Sprintf("%s %s:%d", t.grammar.names[c.nodes[n].category], row.File, row.Line))
			}
		}
		island.Tokens = append(island.Tokens, reading)
	}
	won := map[int32]bool{}
	for _, i := range s.chosen {
		won[i] = true
	}
	for i := range s.candidates {
		k := &s.candidates[i]
		r := Reading{Text: txt.Slice(first+k.first, first+k.last), Score: int(k.worth()), Won: won[int32(i)], Rejected: k.reason}
		if !k.dead && c.nodes[k.node].category != t.grammar.none {
			r.Timex, r.Rejected = s.timex(c, k)
		}
		if w := c.nodes[k.node].best; w >= 0 {
			rule := c.ways[w].pattern.rule
			r.Rule, r.RuleFile = rule.name, rule.place()
		}
		r.First, r.Last = first+k.first, first+k.last
		r.Span = txt.Span(r.First, r.Last)
		r.Tree = c.tree(k.node, 0)
		island.Candidates = append(island.Candidates, r)
	}
	e.Islands = append(e.Islands, island)
}

func (c *chart) tree(id int32, depth int) string {
	c.rank(id)
	n := &c.nodes[id]
	if n.best < 0 || depth > 20 {
		return c.grammar.names[n.category]
	}
	w := &c.ways[n.best]
	parts := make([]string, len(w.pattern.labels))
	for i := range parts {
		parts[i] = c.tree(w.children[i], depth+1)
	}
	return w.pattern.rule.name + "(" + strings.Join(parts, " ") + ")"
}

// Write prints the explanation for people.
func (e *Explanation) Write(w io.Writer) {
	for _, island := range e.Islands {
		fmt.Fprintln(w, "island")
		for _, token := range island.Tokens {
			fmt.Fprintf(w, "  %-16s %s\n", token.Text, strings.Join(token.Rows, "; "))
		}
		for _, r := range island.Candidates {
			state := "lost"
			switch {
			case r.Won:
				state = "WON"
			case r.Rejected != "":
				state = "rejected: " + r.Rejected
			}
			fmt.Fprintf(w, "  %-6d %q  %s %s  %s\n         %s\n", r.Score, r.Text, r.Rule, r.RuleFile, state, r.Tree)
		}
	}
	for _, t := range e.Timexes {
		fmt.Fprintf(w, "%s %s %s %s %v\n", t.Type, t.Value, t.EndValue, t.Mod, t.Interval)
	}
}
