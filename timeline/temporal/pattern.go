package temporal

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// sequence is one choice of a pattern while it is read.
type sequence struct {
	labels      []label
	slots       []int // rule's slot of each label, -1
	left, right int8
}

// maxChoices bounds how many sequences one match line may unfold into.
const maxChoices = 4096

// patternReader reads match lines:
//
//	d:day [of] m:month [[","] ~ y:year]     slots, optional parts, marks, glued elements
//	(since|in) y:year                       context in round brackets, first or last: matched, not part of the expression
//	{a:this|b:that} u:unit.plural<2-9>      alternatives, features, the range of a number
type patternReader struct {
	grammar *grammar
	rule    *rule
	made    map[category]bool
	slots   []string
	file    string
	line    int
	depth   int
}

func (p *patternReader) fail(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", p.file, p.line, fmt.Sprintf(format, args...))
}

func (p *patternReader) read(source patternSource) ([]sequence, error) {
	p.file, p.line, p.depth = p.rule.file, source.line, 0
	rest := source.text
	all, err := p.alternatives(&rest, "")
	if err != nil {
		return nil, err
	}
	if rest != "" {
		return nil, p.fail("%q is left over; check the brackets", rest)
	}
	return all, nil
}

func join(a, b sequence) sequence {
	s := sequence{labels: slices.Concat(a.labels, b.labels), slots: slices.Concat(a.slots, b.slots), left: a.left, right: b.right}
	if int(a.left) == len(a.labels) {
		s.left = a.left + b.left
	}
	if int(b.right) == len(b.labels) {
		s.right = b.right + a.right
	}
	return s
}

// alternatives reads items up to the closing bracket, parted by |.
func (p *patternReader) alternatives(rest *string, closing string) ([]sequence, error) {
	if p.depth++; p.depth > 16 {
		return nil, p.fail("brackets nest deeper than 16; use aliases")
	}
	defer func() { p.depth-- }()
	var all []sequence
	current := []sequence{{}}
	glue := false
	for {
		*rest = strings.TrimLeft(*rest, " \t")
		if *rest == "" {
			if closing != "" {
				return nil, p.fail("no closing %s", closing)
			}
			return append(all, current...), nil
		}
		c := (*rest)[0]
		if closing != "" && c == closing[0] {
			*rest = (*rest)[1:]
			return append(all, current...), nil
		}
		var item []sequence
		var err error
		switch c {
		case '|':
			all, current = append(all, current...), []sequence{{}}
			*rest = (*rest)[1:]
			continue
		case '~':
			glue = true
			*rest = (*rest)[1:]
			continue
		case '[', '{', '(':
			*rest = (*rest)[1:]
			item, err = p.alternatives(rest, map[byte]string{'[': "]", '{': "}", '(': ")"}[c])
			if err != nil {
				return nil, err
			}
			if c == '(' {
				for i := range item {
					n := int8(len(item[i].labels))
					item[i].left, item[i].right = n, n
				}
			}
			if glue {
				for i := range item {
					if len(item[i].labels) > 0 {
						item[i].labels[0].glued = true
					}
				}
			}
			if c == '[' {
				item = append(item, sequence{})
			}
		case ']', '}', ')':
			return nil, p.fail("unexpected %c", c)
		default:
			item, err = p.element(rest, glue)
			if err != nil {
				return nil, err
			}
		}
		glue = false
		next := make([]sequence, 0, len(current)*len(item))
		for _, a := range current {
			for _, b := range item {
				next = append(next, join(a, b))
			}
		}
		if current = next; len(current)+len(all) > maxChoices {
			return nil, p.fail("more than %d choices in one line; split the rule", maxChoices)
		}
	}
}

// element reads "mark", slot:class<low-high>.feature!feature, or an alias.
func (p *patternReader) element(rest *string, glue bool) ([]sequence, error) {
	if (*rest)[0] == '"' {
		end := strings.IndexByte((*rest)[1:], '"')
		if strings.HasPrefix(*rest, `"""`) { // the mark itself
			end = 1
		}
		if end <= 0 {
			return nil, p.fail("mark %q is not closed; write it as \"/\"", *rest)
		}
		text := (*rest)[1 : 1+end]
		*rest = (*rest)[2+end:]
		s := sequence{}
		for i, r := range text {
			s.labels = append(s.labels, label{category: p.grammar.markCategory(r), glued: glue || i > 0})
			s.slots = append(s.slots, -1)
		}
		return []sequence{s}, nil
	}
	end := strings.IndexAny(*rest, " \t|[]{}()~\"")
	if end < 0 {
		end = len(*rest)
	}
	word := (*rest)[:end]
	*rest = (*rest)[end:]
	if word == "" {
		r, _ := utf8.DecodeRuneInString(*rest)
		return nil, p.fail("unexpected %q", r)
	}
	slot := -1
	if name, class, ok := strings.Cut(word, ":"); ok {
		if slot = slices.Index(p.slots, name); slot < 0 {
			slot = len(p.slots)
			p.slots = append(p.slots, name)
		}
		word = class
	}
	if word == "" && slot >= 0 && strings.HasPrefix(*rest, "{") {
		*rest = (*rest)[1:]
		return p.slotted(rest, slot, glue)
	}
	l, name, err := p.label(word)
	if err != nil {
		return nil, err
	}
	if alias, ok := p.grammar.aliases[name]; ok {
		return p.unfold(alias, l, slot, glue)
	}
	c, ok := p.grammar.categories[name]
	if !ok || !p.made[c] {
		return nil, p.fail("nothing makes %q: no lexicon row has this class and no rule makes it; correct the name or add one", name)
	}
	l.category, l.glued = c, glue
	return []sequence{{labels: []label{l}, slots: []int{slot}}}, nil
}

// slotted reads slot:{a|b}: each choice is one element, and the slot's.
func (p *patternReader) slotted(rest *string, slot int, glue bool) ([]sequence, error) {
	all, err := p.alternatives(rest, "}")
	if err != nil {
		return nil, err
	}
	for i := range all {
		if len(all[i].labels) != 1 {
			return nil, p.fail("the choices of a slot are single elements; make a rule for longer ones")
		}
		all[i].slots[0] = slot
		all[i].labels[0].glued = all[i].labels[0].glued || glue
	}
	return all, nil
}

// unfold puts the alternatives of an alias in place, with the features of the place added to each.
func (p *patternReader) unfold(a alias, over label, slot int, glue bool) ([]sequence, error) {
	file, line := p.file, p.line
	p.file, p.line = a.file, a.line
	rest := a.text
	all, err := p.alternatives(&rest, "")
	p.file, p.line = file, line
	if err != nil {
		return nil, err
	}
	if rest != "" {
		return nil, p.fail("alias: %q is left over", rest)
	}
	for i := range all {
		if slot >= 0 && len(all[i].labels) != 1 {
			return nil, p.fail("an alias in a slot must stand for one element in each of its choices; make it a rule")
		}
		for j := range all[i].labels {
			l := &all[i].labels[j]
			l.need |= over.need
			l.deny |= over.deny
			if over.ranged {
				l.low, l.high = max(l.low, over.low), over.high
				l.ranged = true
			}
		}
		if len(all[i].labels) > 0 {
			all[i].labels[0].glued = all[i].labels[0].glued || glue
		}
		if slot >= 0 {
			all[i].slots[0] = slot
		}
	}
	return all, nil
}

// label reads class<low-high>.feature!feature and gives the class apart.
func (p *patternReader) label(word string) (label, string, error) {
	var l label
	if at := strings.IndexByte(word, '<'); at >= 0 {
		end := strings.IndexByte(word, '>')
		low, high, ok := strings.Cut(word[at+1:max(end, at+1)], "-")
		a, errLow := strconv.ParseInt(low, 10, 64)
		b, errHigh := strconv.ParseInt(high, 10, 64)
		if end < at || !ok || errLow != nil || errHigh != nil || a > b {
			return l, "", p.fail("range in %q: write class<1-31>", word)
		}
		l.ranged, l.low, l.high = true, a, b
		word = word[:at] + word[end+1:]
	}
	cut := strings.IndexAny(word, ".!")
	if cut < 0 {
		return l, word, nil
	}
	name, rest := word[:cut], word[cut:]
	for rest != "" {
		sign := rest[0]
		end := strings.IndexAny(rest[1:], ".!")
		one := rest[1:]
		if end >= 0 {
			one = rest[1 : 1+end]
		}
		rest = rest[1+len(one):]
		f, ok := featureNames()[one]
		if !ok {
			return l, "", p.fail("unknown feature %q in %q; there are %s", one, word, featureList())
		}
		if sign == '.' {
			l.need |= f
		} else {
			l.deny |= f
		}
	}
	return l, name, nil
}

// guard reads a line of classes and marks, parted by spaces, that must or must not stand around an expression.
func (p *patternReader) guard(text string, line int) error {
	p.file, p.line = p.rule.file, line
	kind, rest, _ := strings.Cut(text, " ")
	var all []label
	for rest = strings.TrimSpace(rest); rest != ""; rest = strings.TrimSpace(rest) {
		glue := rest[0] == '~'
		if glue {
			rest = rest[1:]
		}
		found, err := p.element(&rest, glue)
		if err != nil {
			return err
		}
		for _, s := range found {
			if len(s.labels) != 1 {
				return p.fail("%s takes single marks and classes", kind)
			}
			all = append(all, s.labels[0])
		}
	}
	switch kind {
	case "unless-next":
		p.rule.unlessNext = append(p.rule.unlessNext, all...)
	case "unless-previous":
		p.rule.unlessPrev = append(p.rule.unlessPrev, all...)
	case "only-near":
		p.rule.onlyNear = append(p.rule.onlyNear, all...)
	case "unless-named":
		p.rule.unlessNamed = append(p.rule.unlessNamed, all...)
	default:
		p.rule.onlyNext = append(p.rule.onlyNext, all...)
	}
	return nil
}
