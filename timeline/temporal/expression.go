package temporal

import (
	"fmt"
	"strconv"
	"strings"
)

// expression is the semantic side of a rule or of a lexicon row: a function call, a slot, a number or a constant.
type expression struct {
	function *function // of a call
	name     string
	slot     int   // of a slot: index into the rule's slots; else -1
	number   int64 // of an integer
	constant *value
	missing  bool // _
	args     []expression
}

// parseExpression reads "date(y, m, _)". Names that stand for a slot are slots; then constants, then functions without arguments.
func parseExpression(source string, slots []string) (*expression, error) {
	p := &expressionParser{rest: strings.TrimSpace(source), slots: slots}
	e, err := p.expression()
	if err != nil {
		return nil, err
	}
	if p.space(); p.rest != "" {
		return nil, fmt.Errorf("%q is left over after the expression; check the brackets", p.rest)
	}
	return &e, nil
}

type expressionParser struct {
	rest  string
	slots []string
	depth int
}

func (p *expressionParser) space() { p.rest = strings.TrimLeft(p.rest, " \t") }

func (p *expressionParser) expression() (expression, error) {
	p.space()
	if p.depth++; p.depth > 12 {
		return expression{}, fmt.Errorf("expression nests deeper than 12; split the rule")
	}
	defer func() { p.depth-- }()
	end := 0
	for end < len(p.rest) && (isNameByte(p.rest[end]) || p.rest[end] == '-' && end == 0) {
		end++
	}
	word := p.rest[:end]
	if word == "" {
		return expression{}, fmt.Errorf("expected a name or a number at %q", p.rest)
	}
	p.rest = p.rest[end:]
	if word == "_" {
		return expression{slot: -1, missing: true}, nil
	}
	if n, err := strconv.ParseInt(word, 10, 32); err == nil {
		return expression{slot: -1, number: n, constant: numberValue(n)}, nil
	}
	if p.space(); strings.HasPrefix(p.rest, "(") {
		return p.call(word)
	}
	for i, name := range p.slots {
		if name == word {
			return expression{name: word, slot: i}, nil
		}
	}
	if constant := constants()[word]; constant != nil {
		return expression{name: word, slot: -1, constant: constant}, nil
	}
	return expression{}, fmt.Errorf("%q is neither a slot of the rule (%s) nor a constant; name the slot in the pattern as %s:class", word, strings.Join(p.slots, " "), word)
}

func (p *expressionParser) call(name string) (expression, error) {
	f := functions()[name]
	if f == nil {
		return expression{}, fmt.Errorf("no function %q; README.md of timeline/temporal lists them", name)
	}
	e := expression{function: f, name: name, slot: -1}
	p.rest = p.rest[1:]
	for p.space(); !strings.HasPrefix(p.rest, ")"); p.space() {
		if len(e.args) > 0 {
			if !strings.HasPrefix(p.rest, ",") {
				return e, fmt.Errorf("expected , or ) at %q in the arguments of %s", p.rest, name)
			}
			p.rest = p.rest[1:]
		}
		arg, err := p.expression()
		if err != nil {
			return e, err
		}
		e.args = append(e.args, arg)
	}
	p.rest = p.rest[1:]
	if len(e.args) < f.least || len(e.args) > f.most {
		return e, fmt.Errorf("%s takes %d to %d arguments, not %d", name, f.least, f.most, len(e.args))
	}
	return e, nil
}

func isNameByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// usedSlots marks the slots that the expression reads.
func (e *expression) usedSlots(used []bool) {
	if e.slot >= 0 && e.function == nil && e.constant == nil && !e.missing {
		used[e.slot] = true
	}
	for i := range e.args {
		e.args[i].usedSlots(used)
	}
}
