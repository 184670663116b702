package temporal

import (
	"maps"
	"slices"

	"github.com/waqai/waqai/timeline/text"
)

// contexts are conditions that a rule may put on its surroundings, for numbers that are times only in the right company.
var contexts = map[string]func(c *chart, children []int32, start, end int) bool{
	// a number that stands as a year: 1800 to 2199, no unit or counted noun behind it, no currency or decimal around it
	"year-like": func(c *chart, children []int32, start, end int) bool {
		n := c.edges[children[0]].number
		if n < 1800 || n >= 2200 {
			return false
		}
		return c.bareNumber(start, end)
	},
	// its last mark is no full stop of the sentence
	"not-final": func(c *chart, _ []int32, _, end int) bool {
		for _, s := range c.text.Sentences {
			if end <= s.Last {
				return end < s.Last
			}
		}
		return false
	},
	// two hours that no score is: with a colon, the word for hour or a part of the day among them
	"clocked-range": func(c *chart, _ []int32, start, end int) bool {
		for i := start; i < end; i++ {
			if c.text.Tokens[i].Mark == ':' {
				return true
			}
			for _, class := range [...]string{"clock", "part", "am", "pm", "oclock", "from", "noon", "midnight"} {
				if c.inClass(i, class) {
					return true
				}
			}
		}
		return false
	},
	// behind a word such as "in", which is no part of the expression
	"after-in": func(c *chart, _ []int32, start, _ int) bool { return start > 0 && c.inClass(start-1, "in") },
	// hour:minute without a space inside
	"tight": func(c *chart, _ []int32, start, end int) bool {
		for i := start + 1; i < end; i++ {
			if c.text.Tokens[i].Shape.SpaceBefore {
				return false
			}
		}
		return true
	},
	// a duration: not one bare unit, unless a word such as "for" or "during" stands before it
	"counted": func(c *chart, children []int32, start, _ int) bool {
		child := &c.edges[children[0]]
		if child.rule >= 0 && c.rules[child.rule].name != "one-unit" {
			return true
		}
		if start == 0 || c.text.Tokens[start-1].Kind != text.Letters {
			return false
		}
		return c.inClass(start-1, "span") || c.inClass(start-1, "during")
	},
	// a clock time: with a colon, the word for hour, or a part of the day
	"clocked": func(c *chart, _ []int32, start, end int) bool {
		for i := start; i < end; i++ {
			if c.text.Tokens[i].Mark == ':' || c.inClass(i, "clock") || c.inClass(i, "part") {
				return true
			}
		}
		return false
	},
	// a clock time of digits: with a colon, or behind "at"
	"clocked-english": func(c *chart, _ []int32, start, end int) bool {
		for i := start; i < end; i++ {
			if c.text.Tokens[i].Mark == ':' || c.inClass(i, "part") || c.inClass(i, "zone") {
				return true
			}
		}
		return start > 0 && c.inClass(start-1, "at") || c.inClass(start, "at")
	},
	// a capital letter at the beginning: May the month, not may the verb
	"capital": func(c *chart, _ []int32, start, _ int) bool { return c.text.Tokens[start].Shape.Capital },
	// the last child is a number of two digits written with both
	"two-digits": func(c *chart, children []int32, _, _ int) bool { return c.edges[children[len(children)-1]].digits == 2 },
	// nothing but the expression stands in its sentence
	"alone": func(c *chart, _ []int32, start, end int) bool {
		for _, s := range c.text.Sentences {
			if start >= s.First && start < s.Last {
				return start == s.First && (end == s.Last || end == s.Last-1 && c.text.Tokens[end].Kind == text.Punctuation)
			}
		}
		return false
	},
}

// inClass tells whether a token is a word of a class of the tables.
func (c *chart) inClass(i int, class string) bool {
	token := &c.text.Tokens[i]
	if token.Kind != text.Letters {
		return false
	}
	in := func(id text.WordID) bool {
		node := c.lexicon.start(id)
		if node == 0 {
			return false
		}
		for _, row := range c.lexicon.rows[node] {
			if c.lexicon.names[c.lexicon.words[row].category] == class {
				return true
			}
		}
		return false
	}
	if in(token.Word.Exact) {
		return true
	}
	for k := range token.Word.Analyses {
		if token.Word.Analyses[k].Lemma != 0 && in(token.Word.Analyses[k].Lemma) {
			return true
		}
	}
	return false
}

func contextNames() []string { return slices.Sorted(maps.Keys(contexts)) }

// bareNumber tells whether a number counts nothing that follows and is no part of a longer number, score or sum.
func (c *chart) bareNumber(start, end int) bool {
	tokens := c.text.Tokens
	if start > 0 {
		before := &tokens[start-1]
		if before.Kind == text.Symbol || before.Mark == '$' || before.Mark == '#' || before.Mark == '/' {
			return false
		}
		if !tokens[start].Shape.SpaceBefore && before.Kind != text.Letters && before.Mark != '(' && before.Mark != '-' && before.Mark != '"' && before.Mark != '«' && before.Mark != '“' {
			return false
		}
		if start > 1 && before.Mark == '-' && tokens[start-2].Kind == text.Digits {
			return true
		}
	}
	if end >= len(tokens) {
		return true
	}
	behind := &tokens[end]
	switch behind.Kind {
	case text.Symbol:
		return false
	case text.Digits:
		return false
	case text.Punctuation:
		if behind.Mark == '%' {
			return false
		}
		return !(end+1 < len(tokens) && tokens[end+1].Kind == text.Digits && !behind.Shape.SpaceBefore && !tokens[end+1].Shape.SpaceBefore && (behind.Mark == '.' || behind.Mark == ',' || behind.Mark == ':'))
	}
	if !behind.Shape.SpaceBefore {
		return false
	}
	for k := range behind.Word.Analyses {
		a := &behind.Word.Analyses[k]
		if a.Part == text.Particle || a.Part == text.Verb && a.Derivation == text.Finite || a.Clitics != 0 {
			return true
		}
	}
	if start > 0 && tokens[start-1].Kind == text.Letters {
		for k := range tokens[start-1].Word.Analyses {
			if tokens[start-1].Word.Analyses[k].Part == text.Particle {
				return len(behind.Word.Analyses) == 0 || behind.Shape.LineBreak
			}
		}
	}
	return behind.Shape.LineBreak
}
