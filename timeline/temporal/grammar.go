package temporal

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/waqai/waqai/timeline/lang"
)

// rule is one line of knowledge: a sequence of categories that makes another one, and what it means.
type rule struct {
	name     string
	place    string // file:line
	makes    category
	output   bool // an expression by itself
	weight   int
	context  string // a condition on the tokens around: see context.go
	ops      []operation
	examples []Example
	variants int
}

// Example is a sentence with an expression that its rule must win.
type Example struct {
	Text      string // with the expression in [brackets]
	Value     string // TIMEX3; "none" where nothing may be found
	Reference string
	Prefer    string
	Place     string
	Rule      string
}

// operation is one call of a value line.
type operation struct {
	run  func(*evaluator, *spec, []argument) bool
	args []argument
}

// argument of an operation: a slot, a number or a word.
type argument struct {
	slot   int // -1 where it is none
	number float64
	word   string
}

// state is a node of the automaton over categories that all rules are compiled into: rules that begin alike share their beginning.
type state struct {
	next map[category]int32
	ends []ending
}

// ending is a rule that ends in a state; slots says which child fills which slot.
type ending struct {
	rule  int16
	slots []int8 // child → slot, -1 for none
}

// outputs are the categories that are expressions; the others are parts.
var outputs = map[string]Type{"date": Date, "time": Time, "duration": Duration, "set": Set, "vague": Date}

type grammar struct {
	lexicon *lexicon
	rules   []rule
	states  []state
}

func newGrammar(l *lexicon) *grammar { return &grammar{lexicon: l, states: make([]state, 1)} }

// read compiles a rules file.
func (g *grammar) read(file lang.File) error {
	var current *rule
	var slots map[string]int
	line := 0
	known := operations()
	fail := func(format string, arguments ...any) error {
		return fmt.Errorf("%s:%d: %w", file.Name, line, fmt.Errorf(format, arguments...))
	}
	for raw := range strings.Lines(file.Data) {
		line++
		trimmed := strings.TrimSpace(raw)
		if trimmed == "" || trimmed[0] == '#' {
			continue
		}
		key, rest, _ := strings.Cut(trimmed, " ")
		rest = strings.TrimSpace(rest)
		if key != "rule" && current == nil {
			return fail("%q before the first rule; begin with rule NAME = CATEGORY", key)
		}
		switch key {
		case "rule":
			name, makes, found := strings.Cut(rest, "=")
			if !found {
				return fail("no category; write rule NAME = CATEGORY")
			}
			name, makes = strings.TrimSpace(name), strings.TrimSpace(makes)
			_, output := outputs[makes]
			g.rules = append(g.rules, rule{name: name, place: fmt.Sprintf("%s:%d", file.Name, line), makes: g.lexicon.category(makes), output: output})
			current = &g.rules[len(g.rules)-1]
			slots = map[string]int{}
		case "match":
			if err := g.match(int16(len(g.rules)-1), rest, slots); err != nil {
				return fail("%w", err)
			}
		case "value":
			ops, err := parseOperations(rest, slots, known)
			if err != nil {
				return fail("%w", err)
			}
			current.ops = ops
		case "weight":
			weight, err := strconv.Atoi(rest)
			if err != nil {
				return fail("weight %q: write a whole number", rest)
			}
			current.weight = weight
		case "where":
			if contexts[rest] == nil {
				return fail("no context %q; there are %s", rest, strings.Join(contextNames(), ", "))
			}
			current.context = rest
		case "part": // an output category that is no expression by itself in this rule
			current.output = false
		case "text":
			current.examples = append(current.examples, Example{Text: rest, Place: fmt.Sprintf("%s:%d", file.Name, line), Rule: current.name})
		case "expect":
			if len(current.examples) == 0 {
				return fail("expect without a text before it")
			}
			example := &current.examples[len(current.examples)-1]
			fields := strings.Fields(rest)
			if len(fields) == 0 {
				return fail("expect what? write VALUE ref DATE [prefer past|future]")
			}
			example.Value = fields[0]
			for i := 1; i+1 < len(fields); i += 2 {
				switch fields[i] {
				case "ref":
					example.Reference = fields[i+1]
				case "prefer":
					example.Prefer = fields[i+1]
				default:
					return fail("%q: write VALUE ref DATE [prefer past|future]", fields[i])
				}
			}
		default:
			return fail("%q: a line begins with rule, match, value, where, weight, part, text or expect", key)
		}
	}
	return nil
}

// match adds every sequence that a match line stands for to the automaton.
func (g *grammar) match(number int16, pattern string, slots map[string]int) error {
	sequences, err := expand(pattern)
	if err != nil {
		return err
	}
	for _, sequence := range sequences {
		if len(sequence) == 0 {
			return fmt.Errorf("match %q: everything may be absent; make one part obligatory", pattern)
		}
		at := int32(0)
		places := make([]int8, len(sequence))
		for i, item := range sequence {
			slot, name, named := strings.Cut(item, ":")
			if !named || strings.HasPrefix(item, `"`) {
				slot, name = "", item
			}
			places[i] = -1
			if slot != "" {
				if _, known := slots[slot]; !known {
					slots[slot] = len(slots)
				}
				places[i] = int8(slots[slot])
			}
			at = g.follow(at, g.lexicon.category(name))
		}
		g.states[at].ends = append(g.states[at].ends, ending{rule: number, slots: places})
		g.rules[number].variants++
	}
	return nil
}

func (g *grammar) follow(at int32, c category) int32 {
	if g.states[at].next == nil {
		g.states[at].next = map[category]int32{}
	}
	following, known := g.states[at].next[c]
	if !known {
		following = int32(len(g.states))
		g.states = append(g.states, state{})
		g.states[at].next[c] = following
	}
	return following
}

// expand lists the sequences that a pattern stands for: [x] may be absent, (a|b) is a choice; both may nest.
func expand(pattern string) ([][]string, error) {
	tokens := patternTokens(pattern)
	at := 0
	var alternatives func(end string) ([][]string, error)
	alternatives = func(end string) ([][]string, error) {
		var all [][]string
		current := [][]string{nil}
		for at < len(tokens) {
			token := tokens[at]
			at++
			switch token {
			case end:
				return append(all, current...), nil
			case "|":
				all = append(all, current...)
				current = [][]string{nil}
			case "[", "(":
				closing := map[string]string{"[": "]", "(": ")"}[token]
				inner, err := alternatives(closing)
				if err != nil {
					return nil, err
				}
				if token == "[" {
					inner = append(inner, nil)
				}
				var longer [][]string
				for _, head := range current {
					for _, tail := range inner {
						longer = append(longer, append(append([]string(nil), head...), tail...))
					}
				}
				current = longer
			case "]", ")":
				return nil, fmt.Errorf("match %q: %q without its beginning", pattern, token)
			default:
				for i := range current {
					current[i] = append(current[i][:len(current[i]):len(current[i])], token)
				}
			}
		}
		if end != "" {
			return nil, fmt.Errorf("match %q: no %q", pattern, end)
		}
		return append(all, current...), nil
	}
	return alternatives("")
}

// patternTokens splits a pattern at spaces and brackets; a mark in quotes is one token.
func patternTokens(pattern string) []string {
	var tokens []string
	word := ""
	end := func() {
		if word != "" {
			tokens = append(tokens, word)
			word = ""
		}
	}
	quoted := false
	for _, r := range pattern {
		switch {
		case r == '"':
			quoted = !quoted
			word += string(r)
		case quoted:
			word += string(r)
		case r == ' ' || r == '\t':
			end()
		case strings.ContainsRune("[]()|", r):
			end()
			tokens = append(tokens, string(r))
		default:
			word += string(r)
		}
	}
	end()
	return tokens
}

// parseOperations reads "day(d) month(m) shift(-1,day)".
func parseOperations(line string, slots map[string]int, known map[string]func(*evaluator, *spec, []argument) bool) ([]operation, error) {
	var ops []operation
	for rest := strings.TrimSpace(line); rest != ""; rest = strings.TrimSpace(rest) {
		name, behind, found := strings.Cut(rest, "(")
		if !found {
			return nil, fmt.Errorf("value %q: write operations as name(arguments)", line)
		}
		inside, after, closed := strings.Cut(behind, ")")
		if !closed {
			return nil, fmt.Errorf("value %q: a ) is missing", line)
		}
		name = strings.TrimSpace(name)
		run, exists := known[name]
		if !exists {
			return nil, fmt.Errorf("value %q: no operation %q", line, name)
		}
		op := operation{run: run}
		for written := range strings.SplitSeq(inside, ",") {
			if written = strings.TrimSpace(written); written == "" {
				continue
			}
			argument := argument{slot: -1, word: written}
			if slot, isSlot := slots[written]; isSlot {
				argument.slot = slot
			} else if number, err := strconv.ParseFloat(written, 64); err == nil {
				argument.number = number
			}
			op.args = append(op.args, argument)
		}
		ops = append(ops, op)
		rest = after
	}
	return ops, nil
}
