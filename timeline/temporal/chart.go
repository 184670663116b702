package temporal

import (
	"github.com/waqai/waqai/timeline/text"
)

// edge is a part of an expression that was found: tokens [start, end) make a category.
type edge struct {
	category category
	rule     int16 // -1: a word or digits
	start    int32
	end      int32
	word     int32 // in lexicon.words, for words; -1 for digits
	number   float64
	digits   uint8 // how many, for digits
	first    int32 // children in chart.children
	count    int32
	slots    []int8 // of the ending
	weight   int32
	next     int32 // further edge with the same start; -1
}

// chart is the scratch memory of parsing one island.
type chart struct {
	*grammar
	text     *text.Text
	first    int // of the island
	edges    []edge
	heads    []int32 // position → last edge that starts there; -1
	children []int32
	stack    []int32
}

// Bounds on one island, so that no text is slow: longer islands are parsed in pieces, richer ones keep what was found first.
const (
	longestIsland = 40
	mostEdges     = 4000
)

// parse fills the chart for tokens [first, last).
func (c *chart) parse(first, last int) {
	c.first = first
	c.edges, c.children = c.edges[:0], c.children[:0]
	n := last - first
	if cap(c.heads) < n+1 {
		c.heads = make([]int32, n+1)
	}
	c.heads = c.heads[:n+1]
	for i := range c.heads {
		c.heads[i] = -1
	}
	for position := n - 1; position >= 0; position-- {
		begin := len(c.edges)
		c.terminals(first+position, last)
		// every new edge may begin longer ones, which are new edges in turn
		for at := begin; at < len(c.edges) && len(c.edges) < mostEdges; at++ {
			c.extend(0, int32(at))
		}
	}
}

// extend walks the automaton on from a state over an edge.
func (c *chart) extend(at int32, e int32) {
	following, fits := c.states[at].next[c.edges[e].category]
	if !fits {
		return
	}
	c.stack = append(c.stack, e)
	for _, end := range c.states[following].ends {
		c.complete(end)
	}
	if len(c.states[following].next) > 0 {
		if end := c.edges[e].end - int32(c.first); int(end) < len(c.heads) {
			for further := c.heads[end]; further >= 0; further = c.edges[further].next {
				c.extend(following, further)
			}
		}
	}
	c.stack = c.stack[:len(c.stack)-1]
}

// complete adds the edge of a rule whose sequence stands on the stack.
func (c *chart) complete(end ending) {
	if len(c.edges) >= mostEdges {
		return
	}
	r := &c.rules[end.rule]
	start, last := c.edges[c.stack[0]].start, c.edges[c.stack[len(c.stack)-1]].end
	if r.context != "" && !contexts[r.context](c, c.stack, int(start), int(last)) {
		return
	}
	weight := int32(r.weight)
	for _, child := range c.stack {
		weight += c.edges[child].weight
	}
	number, ok := c.number(r, end)
	if !ok {
		return
	}
	made := edge{
		category: r.makes, rule: end.rule, start: start, end: last, word: -1, number: number, first: int32(len(c.children)), count: int32(len(c.stack)),
		slots: end.slots, weight: weight,
	}
	for at := c.heads[start-int32(c.first)]; at >= 0; at = c.edges[at].next {
		other := &c.edges[at]
		if other.category == made.category && other.end == made.end && other.number == made.number {
			if other.rule == made.rule && other.weight < made.weight { // the same again by likelier parts
				made.next = other.next
				made.first = int32(len(c.children))
				c.children = append(c.children, c.stack...)
				*other = made
				return
			}
			if other.rule == made.rule || len(c.edges) > mostEdges/2 || other.weight >= made.weight && other.number != 0 {
				return // the same again
			}
		}
	}
	c.children = append(c.children, c.stack...)
	c.push(made)
}

// number is the value of a rule that makes a number: its operations are add and times alone, computed at once so that rules may ask for bounds.
func (c *chart) number(r *rule, end ending) (float64, bool) {
	if len(r.ops) == 0 || r.ops[0].run != nil {
		return 0, true
	}
	total := 0.0
	for _, op := range r.ops {
		sum := 1.0
		for _, a := range op.args {
			if a.slot < 0 {
				sum *= a.number
				continue
			}
			for i, slot := range end.slots {
				if int(slot) == a.slot {
					sum *= c.edges[c.stack[i]].number
				}
			}
		}
		total += sum
	}
	return total, true
}

func (c *chart) push(e edge) {
	position := e.start - int32(c.first)
	e.next = c.heads[position]
	c.heads[position] = int32(len(c.edges))
	c.edges = append(c.edges, e)
}

// terminals adds the words, digits and marks that begin at token i.
func (c *chart) terminals(i, last int) {
	token := &c.text.Tokens[i]
	switch token.Kind {
	case text.Digits:
		c.digitEdges(i, token)
	case text.Letters:
		w := token.Word
		if w.Exact != 0 {
			c.wordEdges(i, i+1, last, c.lexicon.start(w.Exact))
		}
		for k := range w.Analyses {
			a := &w.Analyses[k]
			if a.Lemma == 0 || a.Lemma == w.Exact || a.Clitics&^(text.And|text.Then|text.In|text.To|text.Like) != 0 || a.Suffix != 0 ||
				a.Clitics == 0 && len(c.text.Language.Name(a.Lemma)) != len(w.Norm) { // an inflected form: the tables list those that count
				continue
			}
			joined := a.Clitics&text.And != 0 && c.onlyNumbers(a.Lemma)
			if joined && i > 0 {
				c.joinedNumbers(i, a.Lemma)
			}
			c.wordEdges(i, i+1, last, c.lexicon.start(a.Lemma))
		}
	default:
		if category, known := c.lexicon.marks[token.Mark]; known {
			c.push(edge{category: category, rule: -1, start: int32(i), end: int32(i + 1), word: -1})
		}
	}
}

// wordEdges follows the phrases of the tables from a node.
func (c *chart) wordEdges(i, behind, last int, node int32) {
	for node != 0 {
		for _, row := range c.lexicon.rows[node] {
			w := &c.lexicon.words[row]
			c.push(edge{category: w.category, rule: -1, start: int32(i), end: int32(behind), word: row, number: w.value})
		}
		if behind >= last {
			return
		}
		id := c.text.Tokens[behind].Exact()
		following, known := c.lexicon.next[step(node, id)]
		if !known {
			return
		}
		node = following
		behind++
	}
}

// onlyNumbers tells whether a dictionary word is a number in the tables.
func (c *chart) onlyNumbers(id text.WordID) bool {
	node := c.lexicon.start(id)
	if node == 0 {
		return false
	}
	for _, row := range c.lexicon.rows[node] {
		if name := c.lexicon.names[c.lexicon.words[row].category]; name == "number" || name == "ordinal" || name == "ten" || name == "fraction" || name == "weekday" {
			return true
		}
	}
	return false
}

// joinedNumbers adds a number that is joined to the one before by "and", as and-number: twenty in "five and-twenty".
func (c *chart) joinedNumbers(i int, id text.WordID) {
	for _, row := range c.lexicon.rows[c.lexicon.start(id)] {
		w := &c.lexicon.words[row]
		category, known := c.lexicon.categories["and-"+c.lexicon.names[w.category]]
		if known {
			c.push(edge{category: category, rule: -1, start: int32(i), end: int32(i + 1), word: row, number: w.value})
		}
	}
}

// digitEdges adds what a run of digits can be.
func (c *chart) digitEdges(i int, token *text.Token) {
	n, digits := token.Number, token.Shape.Digits
	add := func(category category) {
		c.push(edge{category: category, rule: -1, start: int32(i), end: int32(i + 1), word: -1, number: float64(n), digits: digits})
	}
	add(catInt)
	if digits <= 2 {
		if n >= 1 && n <= 31 {
			add(catDom)
		}
		if n >= 1 && n <= 12 {
			add(catMon)
		}
		if n <= 24 {
			add(catHr)
		}
	}
	if digits == 2 {
		add(catYr2)
		if n < 60 {
			add(catMn)
		}
	}
	if digits == 4 && n >= 1000 && n < 3000 {
		add(catYr)
	}
	if digits == 8 {
		add(catSix)
	}
}
