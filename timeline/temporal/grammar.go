package temporal

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/waqai/waqai/timeline/lang"
)

// category is a class of the lexicon or what a rule makes; marks stand for themselves.
type category uint16

// maxLength is how many elements a rule may have once its optional parts are chosen.
const maxLength = 12

// label is one element of a rule: a category and what the token or number must be.
type label struct {
	category   category
	ranged     bool
	low, high  int64
	glued      bool // no space before it
	need, deny feature
}

// pattern is one choice of a rule's optional and alternative parts.
type pattern struct {
	rule        *rule
	labels      []label
	slots       []int8 // element of each slot of the rule, -1 where it is not there
	left, right int8   // elements that are context, not part of the expression
	order       int32
}

// example is a text with its expected timex, run as a test.
type example struct {
	file        string
	line        int
	text        string
	first, last int // bytes of the marked span in text; last 0: nothing is to be found
	reference   string
	prefer      string
	expect      string
	end         string
	mod         string
	kind        string
	from, to    string
	rule        string
}

// rule is one entry of a rules file.
type rule struct {
	name, file string
	line       int
	where      string // file:line, once the grammar stands
	makes      string
	category   category
	sources    []patternSource
	value      *expression
	valueText  string
	valueLine  int
	slots      []string
	weight     int32
	alone      bool // only where the expression is its whole sentence
	notPast    bool // not where the verb looks back
	future     bool // only where the user prefers the future: the readings of an assistant
	unlessNext []label
	unlessPrev []label
	onlyNext   []label
	onlyNear   []label // somewhere near it in the sentence
	// spellings of the text itself, before letters are made alike, that are another word
	unlessSpelt []string
	// what turns the word of the expression into a name, where it has stood before that word earlier in the text
	unlessNamed []label
	numeric     bool
	// it makes a part of expressions and asks for surroundings: they are looked at while parsing, those of an expression where it is chosen
	guardedPart bool
	examples    []example
}

type patternSource struct {
	text string
	line int
}

// place names the rule for errors and explanations.
func (r *rule) place() string {
	if r.where == "" {
		return fmt.Sprintf("%s:%d", r.file, r.line)
	}
	return r.where
}

// alone gives the categories of which one node is enough for an expression, unless the future is preferred: through rules of a single element.
func (g *grammar) alone() []bool {
	alone := make([]bool, len(g.names))
	copy(alone, g.outputs)
	for changed := true; changed; {
		changed = false
		for _, p := range g.patterns {
			if len(p.labels) == 1 && !p.rule.future && alone[p.rule.category] && !alone[p.labels[0].category] {
				alone[p.labels[0].category], changed = true, true
			}
		}
	}
	return alone
}

// joining gives the categories that patterns are made of. Words of any other serve guards alone, which look at the text itself, and take no part in
// an island.
func (g *grammar) joining() []bool {
	joining := make([]bool, len(g.names))
	for _, p := range g.patterns {
		for i := range p.labels {
			joining[p.labels[i].category] = true
		}
	}
	return joining
}

// grammar is the rules of a language, compiled into one trie over labels.
type grammar struct {
	rules      []*rule
	aliases    map[string]alias
	categories map[string]category
	names      []string
	marks      map[rune]category
	ascii      [utf8.RuneSelf]category // the same of the commonest ones; 0 for none
	outputs    []bool                  // by category
	numeric    []bool                  // by category: its value is a whole number known while parsing
	words      []bool                  // by category: named by the lexicon
	none       category                // of rules for words that look like time and are none
	outputList []patternSource
	numberList []patternSource
	file       map[string]string
	patterns   []*pattern
	nodes      []trieNode
	roots      [][]trieEdge // by category
}

type alias struct {
	text, file string
	line       int
}

type trieNode struct {
	edges []trieEdge
	ends  []*pattern
}

type trieEdge struct {
	label label
	to    int32
}

func (g *grammar) category(name string) category {
	if c, ok := g.categories[name]; ok {
		return c
	}
	c := category(len(g.names))
	g.categories[name] = c
	g.names = append(g.names, name)
	return c
}

func (g *grammar) markCategory(r rune) category {
	if c, ok := g.marks[r]; ok {
		return c
	}
	c := g.category(strconv.QuoteRune(r))
	g.marks[r] = c
	if r < utf8.RuneSelf {
		g.ascii[r] = c
	}
	return c
}

// mark gives the category of a mark that rules name, 0 for any other.
func (g *grammar) mark(r rune) category {
	if r < utf8.RuneSelf {
		return g.ascii[r]
	}
	return g.marks[r]
}

// readGrammar reads rules files; later compile checks and joins them.
func readGrammar(files []lang.File) (*grammar, error) {
	g := &grammar{aliases: map[string]alias{}, categories: map[string]category{}, marks: map[rune]category{}, names: []string{""}, file: map[string]string{}}
	names := map[string]*rule{}
	for _, file := range files {
		if err := g.readFile(file, names); err != nil {
			return nil, err
		}
	}
	return g, nil
}

func (g *grammar) readFile(file lang.File, names map[string]*rule) error {
	var r *rule
	line := 0
	fail := func(format string, args ...any) error {
		return fmt.Errorf("%s:%d: %s", file.Name, line, fmt.Sprintf(format, args...))
	}
	for text := range strings.SplitSeq(file.Data, "\n") {
		line++
		text = strings.TrimRight(text, " \t\r")
		trimmed := strings.TrimLeft(text, " \t")
		if trimmed == "" || trimmed[0] == '#' {
			continue
		}
		word, rest, _ := strings.Cut(trimmed, " ")
		rest = strings.TrimSpace(rest)
		switch word {
		case "rules": // a bare heading
			continue
		case "output", "numbers":
			if word == "output" {
				g.outputList = append(g.outputList, patternSource{rest, line})
			} else {
				g.numberList = append(g.numberList, patternSource{rest, line})
			}
			r = nil
			continue
		case "alias":
			name, body, ok := strings.Cut(rest, " ")
			if !ok {
				return fail("alias %q has no pattern; write alias NAME PATTERN", rest)
			}
			if old, ok := g.aliases[name]; ok {
				return fail("alias %q is already at %s:%d; join the two with |", name, old.file, old.line)
			}
			g.aliases[name] = alias{strings.TrimSpace(body), file.Name, line}
			r = nil
			continue
		case "rule":
			if rest == "" || strings.ContainsAny(rest, " \t") {
				return fail("rule %q: write one name, its words joined by -", rest)
			}
			if old := names[rest]; old != nil {
				return fail("rule %q is already at %s; give it another name", rest, old.place())
			}
			r = &rule{name: rest, file: file.Name, line: line, makes: "date"}
			names[rest] = r
			g.rules = append(g.rules, r)
			continue
		}
		if r == nil {
			return fail("%q stands outside a rule; begin the rule with: rule NAME", word)
		}
		if err := r.readLine(word, rest, file.Name, line); err != nil {
			return err
		}
	}
	return nil
}

func (r *rule) readLine(word, rest, file string, line int) error {
	fail := func(format string, args ...any) error {
		return fmt.Errorf("%s:%d: %s", file, line, fmt.Sprintf(format, args...))
	}
	last := func() *example {
		if len(r.examples) == 0 {
			return nil
		}
		return &r.examples[len(r.examples)-1]
	}
	switch word {
	case "makes":
		r.makes = rest
	case "match":
		r.sources = append(r.sources, patternSource{rest, line})
	case "value":
		r.valueText, r.valueLine = rest, line
	case "weight":
		n, err := strconv.Atoi(rest)
		if err != nil || n < -100 || n > 100 {
			return fail("weight %q: write a whole number from -100 to 100", rest)
		}
		r.weight = int32(n)
	case "only":
		switch rest {
		case "alone":
			r.alone = true
		case "future":
			r.future = true
		case "not-past":
			r.notPast = true
		default:
			return fail("only %q: write alone (the expression is its whole sentence) future (the user prefers the future) or not-past (the verb does not look back)", rest)
		}
	case "unless-spelt":
		r.unlessSpelt = append(r.unlessSpelt, strings.Fields(rest)...)
	case "unless-next", "unless-previous", "only-near", "unless-named", "only-next":
		// compiled later, when the categories are known
		r.sources = append(r.sources, patternSource{"\x00" + word + " " + rest, line})
	case "text":
		e := example{file: file, line: line, rule: r.name}
		if err := e.setText(rest); err != nil {
			return fail("%v", err)
		}
		r.examples = append(r.examples, e)
	case "ref", "expect", "end", "mod", "type", "from", "to", "prefer":
		e := last()
		if e == nil {
			return fail("%s stands before any text; write the text line first", word)
		}
		e.set(word, rest)
	default:
		return fail("unknown field %q; use makes, match, value, weight, only, unless-next, unless-previous, only-near, unless-spelt, unless-named, only-next, text, ref, expect, end, mod, type, from, to, prefer", word)
	}
	return nil
}

// setText reads a text with its expected span in [[brackets]] or, where there is only one pair, in [brackets].
func (e *example) setText(marked string) error {
	openMark, closeMark := "[", "]"
	if strings.Contains(marked, "[[") {
		openMark, closeMark = "[[", "]]"
	}
	before, rest, ok := strings.Cut(marked, openMark)
	inside, after, closed := strings.Cut(rest, closeMark)
	if !ok || !closed {
		return fmt.Errorf("text %q: put the expected expression in [brackets]", marked)
	}
	e.text, e.first, e.last = before+inside+after, len(before), len(before)+len(inside)
	return nil
}

func (e *example) set(field, value string) {
	switch field {
	case "ref":
		e.reference = value
	case "expect":
		e.expect = value
	case "end":
		e.end = value
	case "mod":
		e.mod = value
	case "type":
		e.kind = value
	case "from":
		e.from = value
	case "to":
		e.to = value
	case "prefer":
		e.prefer = value
	}
}

// declare makes the categories of the outputs, the numbers and what the rules make, so that patterns can be read.
func (g *grammar) declare() {
	for _, r := range g.rules {
		r.category = g.category(r.makes)
	}
	for _, list := range [][]patternSource{g.outputList, g.numberList} {
		for _, source := range list {
			for name := range strings.FieldsSeq(source.text) {
				g.category(name)
			}
		}
	}
}

// compile reads the patterns and expressions, checks them and builds the trie.
func (g *grammar) compile() error {
	for _, r := range g.rules {
		r.where = r.place()
	}
	g.declare()
	g.none = g.category("none")
	g.outputs, g.numeric = make([]bool, len(g.names)), make([]bool, len(g.names))
	for _, source := range g.outputList {
		for name := range strings.FieldsSeq(source.text) {
			g.outputs[g.categories[name]] = true
		}
	}
	for _, source := range g.numberList {
		for name := range strings.FieldsSeq(source.text) {
			g.numeric[g.categories[name]] = true
		}
	}
	made := map[category]bool{}
	for _, r := range g.rules {
		made[r.category] = true
	}
	for c := range g.words {
		if g.words[c] {
			made[category(c)] = true
		}
	}
	var faults []error
	for _, r := range g.rules {
		if err := g.compileRule(r, made); err != nil {
			faults = append(faults, err)
		}
	}
	if len(faults) > 0 {
		return errors.Join(faults...)
	}
	if err := g.checkCycles(); err != nil {
		return err
	}
	g.grow()
	g.buildTrie()
	return nil
}

// grow makes the tables as long as the categories that patterns have named since.
func (g *grammar) grow() {
	for len(g.outputs) < len(g.names) {
		g.outputs = append(g.outputs, false)
		g.numeric = append(g.numeric, false)
	}
}

func (g *grammar) compileRule(r *rule, made map[category]bool) error {
	reader := &patternReader{grammar: g, rule: r, made: made}
	var sequences []sequence
	for _, source := range r.sources {
		if guard, ok := strings.CutPrefix(source.text, "\x00"); ok {
			if err := reader.guard(guard, source.line); err != nil {
				return err
			}
			continue
		}
		found, err := reader.read(source)
		if err != nil {
			return err
		}
		sequences = append(sequences, found...)
	}
	if len(sequences) == 0 {
		return fmt.Errorf("%s: rule %q has no match line; write what it matches", r.place(), r.name)
	}
	switch none := r.category == g.none; {
	case none && r.valueText != "":
		return fmt.Errorf("%s: rule %q makes none and has a value; remove it", r.place(), r.name)
	case !none && r.valueText == "":
		return fmt.Errorf("%s: rule %q has no value; write a semantic expression", r.place(), r.name)
	}
	r.slots = reader.slots
	used := make([]bool, len(r.slots))
	if r.valueText != "" {
		var err error
		if r.value, err = parseExpression(r.valueText, r.slots); err != nil {
			return fmt.Errorf("%s:%d: %w", r.file, r.valueLine, err)
		}
		r.value.usedSlots(used)
	}
	for i, name := range r.slots {
		if !used[i] {
			return fmt.Errorf("%s: slot %q of rule %q is not in its value; use it, or write the class without a slot", r.place(), name, r.name)
		}
	}
	r.numeric = g.numeric[r.category]
	r.guardedPart = !g.outputs[r.category] && (r.alone || r.future || len(r.unlessNext)+len(r.unlessPrev)+len(r.onlyNext)+len(r.unlessSpelt)+len(r.onlyNear)+len(r.unlessNamed) > 0)
	for _, s := range sequences {
		p := &pattern{rule: r, labels: s.labels, left: s.left, right: s.right, order: int32(len(g.patterns)), slots: make([]int8, len(r.slots))}
		if len(s.labels) == 0 || len(s.labels) > maxLength {
			return fmt.Errorf("%s: rule %q has a choice of %d elements; write 1 to %d", r.place(), r.name, len(s.labels), maxLength)
		}
		if int(s.left)+int(s.right) >= len(s.labels) {
			return fmt.Errorf("%s: rule %q is all context in one of its choices; leave something outside the round brackets", r.place(), r.name)
		}
		for i := range p.slots {
			p.slots[i] = -1
		}
		for i, slot := range s.slots {
			if slot >= 0 {
				p.slots[slot] = int8(i)
			}
		}
		g.patterns = append(g.patterns, p)
	}
	return nil
}

// checkCycles rejects rules that rename categories in a circle: a parse of them would have no end.
func (g *grammar) checkCycles() error {
	next := map[category][]*pattern{}
	for _, p := range g.patterns {
		if len(p.labels) == 1 {
			next[p.labels[0].category] = append(next[p.labels[0].category], p)
		}
	}
	state := map[category]int{}
	var visit func(c category) *rule
	visit = func(c category) *rule {
		state[c] = 1
		for _, p := range next[c] {
			switch to := p.rule.category; state[to] {
			case 1:
				return p.rule
			case 0:
				if r := visit(to); r != nil {
					return r
				}
			}
		}
		state[c] = 2
		return nil
	}
	for c := range next {
		if state[c] == 0 {
			if r := visit(c); r != nil {
				return fmt.Errorf("%s: rule %q closes a circle of rules that only rename %s; remove one of them", r.place(), r.name, g.names[r.category])
			}
		}
	}
	return nil
}

func (g *grammar) buildTrie() {
	g.nodes = []trieNode{{}}
	for _, p := range g.patterns {
		at := int32(0)
		for _, l := range p.labels {
			to := int32(-1)
			for _, e := range g.nodes[at].edges {
				if e.label == l {
					to = e.to
					break
				}
			}
			if to < 0 {
				to = int32(len(g.nodes))
				g.nodes[at].edges = append(g.nodes[at].edges, trieEdge{l, to})
				g.nodes = append(g.nodes, trieNode{})
			}
			at = to
		}
		if !slices.Contains(g.nodes[at].ends, p) {
			g.nodes[at].ends = append(g.nodes[at].ends, p)
		}
	}
	for i := range g.nodes {
		slices.SortStableFunc(g.nodes[i].edges, func(a, b trieEdge) int { return int(a.label.category) - int(b.label.category) })
	}
	g.roots = make([][]trieEdge, len(g.names))
	for _, e := range g.nodes[0].edges {
		g.roots[e.label.category] = append(g.roots[e.label.category], e)
	}
}
