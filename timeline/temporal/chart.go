package temporal

import (
	"github.com/waqai/waqai/timeline/text"
)

// node is one thing found in an island: a category over tokens [start, end) of the island, with every way it was built.
type node struct {
	category   category
	start, end int16
	features   feature
	number     int64 // of numeric categories
	entry      int32 // row of a lexical node, -1
	mark       bool  // a mark or digits: nothing but the token itself
	ways       int32 // first of its derivations, -1
	sibling    int32 // next node with the same start, -1
	best       int32 // chosen derivation; set when scored
	score      int32
	scored     bool
}

// way is one derivation of a node.
type way struct {
	pattern  *pattern
	children [maxLength]int32
	next     int32
}

// chart is the scratch of parsing one island.
type chart struct {
	grammar *grammar
	tokens  []text.Token
	first   int // token of the text where the island begins
	size    int
	allows  func(p *pattern, first, last int) bool // whether the surroundings of tokens of the text are those that a part of an expression asks for
	nodes   []node
	ways    []way
	starts  []int32 // head of the list of nodes by start
	agenda  []int32
	path    [maxLength]int32
	steps   int
	full    bool
}

const (
	maxIsland = 48     // tokens; longer ones are cut
	maxNodes  = 6000   // in one island: more is noise
	maxWays   = 8      // derivations kept of one node
	maxSteps  = 200000 // of the search in one island
	maxValues = 400    // worked out for one expression: enumerations of spans have as many derivations as one cares to try
	noNode    = -1
)

func (c *chart) reset(g *grammar, tokens []text.Token, first, size int) {
	c.grammar, c.tokens, c.first, c.size = g, tokens, first, size
	c.nodes, c.ways, c.agenda = c.nodes[:0], c.ways[:0], c.agenda[:0]
	c.starts = c.starts[:0]
	for range size + 1 {
		c.starts = append(c.starts, noNode)
	}
	c.steps, c.full = 0, false
}

// add puts a node in the chart unless it is there; it tells which node and whether it is new.
func (c *chart) add(n node) (int32, bool) {
	for i := c.starts[n.start]; i >= 0; i = c.nodes[i].sibling {
		m := &c.nodes[i]
		if m.category == n.category && m.end == n.end && m.number == n.number && m.features == n.features && m.entry == n.entry {
			return i, false
		}
	}
	if len(c.nodes) >= maxNodes {
		c.full = true
		return noNode, false
	}
	n.ways = noNode
	n.sibling = c.starts[n.start]
	c.nodes = append(c.nodes, n)
	id := int32(len(c.nodes) - 1)
	c.starts[n.start] = id
	return id, true
}

// parse fills the chart from the last start to the first: when the nodes of a start are combined, everything to their right is complete.
func (c *chart) parse() {
	for start := c.size - 1; start >= 0; start-- {
		c.agenda = c.agenda[:0]
		for i := c.starts[start]; i >= 0; i = c.nodes[i].sibling {
			c.agenda = append(c.agenda, i)
		}
		for len(c.agenda) > 0 {
			i := c.agenda[len(c.agenda)-1]
			c.agenda = c.agenda[:len(c.agenda)-1]
			n := &c.nodes[i]
			roots := c.grammar.roots[n.category]
			for e := range roots {
				edge := &roots[e]
				if edge.label.fits(n, c) {
					c.path[0] = i
					c.advance(edge.to, n.end, 1)
					n = &c.nodes[i] // they may have moved
				}
			}
			if c.full {
				return
			}
		}
	}
}

func (l *label) fits(n *node, c *chart) bool {
	if n.features&l.need != l.need || n.features&l.deny != 0 {
		return false
	}
	if l.ranged && (n.number < l.low || n.number > l.high) {
		return false
	}
	return !l.glued || !c.tokens[c.first+int(n.start)].Shape.SpaceBefore
}

// advance follows the trie from a position, with length elements of the path chosen.
func (c *chart) advance(at int32, position int16, length int) {
	if c.steps++; c.steps > maxSteps || c.full {
		c.full = true
		return
	}
	t := &c.grammar.nodes[at]
	for _, p := range t.ends {
		c.complete(p, position, length)
	}
	if int(position) >= c.size || length == maxLength || len(t.edges) == 0 {
		return
	}
	for i := c.starts[position]; i >= 0; i = c.nodes[i].sibling {
		n := &c.nodes[i]
		for e := range t.edges {
			edge := &t.edges[e]
			if edge.label.category > n.category {
				break
			}
			if edge.label.category == n.category && edge.label.fits(n, c) {
				c.path[length] = i
				c.advance(edge.to, n.end, length+1)
				n = &c.nodes[i]
			}
		}
	}
}

// complete makes the node of a pattern whose elements are on the path.
func (c *chart) complete(p *pattern, end int16, length int) {
	start := c.nodes[c.path[0]].start
	if p.rule.guardedPart && !c.allows(p, c.first+int(start), c.first+int(end)) {
		return
	}
	made := node{category: p.rule.category, start: start, end: end, entry: noNode}
	if p.rule.numeric {
		number, ok := c.number(p.rule.value, p)
		if !ok {
			return
		}
		made.number = number
	}
	first, last := &c.nodes[c.path[0]], &c.nodes[c.path[length-1]]
	made.features = first.features&(featureAnd|featureThen|featureIn|featureTo|featureLike|featureArticle|featureInitial|featureCapital) | last.features&featurePlural
	if length == 1 {
		made.features = first.features
	}
	id, fresh := c.add(made)
	if id < 0 {
		return
	}
	count := 0
	for w := c.nodes[id].ways; w >= 0; w = c.ways[w].next {
		count++
	}
	if count < maxWays {
		c.ways = append(c.ways, way{pattern: p, children: c.path, next: c.nodes[id].ways})
		c.nodes[id].ways = int32(len(c.ways) - 1)
	}
	if fresh {
		c.agenda = append(c.agenda, id)
	}
}

// number computes the value of a numeric rule while parsing: slots, sum, product and whole numbers.
func (c *chart) number(e *expression, p *pattern) (int64, bool) {
	switch {
	case e.missing:
		return 0, false
	case e.function != nil && (e.name == "sum" || e.name == "product"):
		total := int64(0)
		if e.name == "product" {
			total = 1
		}
		for i := range e.args {
			n, ok := c.number(&e.args[i], p)
			if !ok {
				if a := &e.args[i]; a.function == nil && a.constant == nil && a.slot >= 0 && p.slots[a.slot] < 0 {
					continue // an optional part that is not there
				}
				return 0, false
			}
			if e.name == "sum" {
				total += n
			} else {
				total *= n
			}
			if total > 1<<40 || total < -1<<40 {
				return 0, false
			}
		}
		return total, true
	case e.function != nil:
		return 0, false
	case e.constant != nil:
		return e.number, true
	}
	at := p.slots[e.slot]
	if at < 0 {
		return 0, false
	}
	return c.nodes[c.path[at]].number, true
}
