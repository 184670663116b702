package event

import (
	"math"

	"github.com/waqai/waqai/timeline/text"
)

// quantities are the numbers that belong to a trigger: those of its clause that count people, money, shares or measures. Times are not among them.
func (r *reading) quantities(token int) []Quantity {
	var out []Quantity
	clause := r.nodes[token].clause
	s := r.Sentences[r.sentenceOf[token]]
	for i := s.First; i < s.Last; i++ {
		n := &r.nodes[i]
		if n.clause != clause || n.timex >= 0 {
			continue
		}
		if q, ok := r.dual(i); ok {
			out = append(out, q)
			continue
		}
		if !r.counting(i) {
			continue
		}
		q, last, ok := r.quantity(i, s.Last)
		if ok {
			out = append(out, q)
		}
		i = last - 1
	}
	return out
}

// dual reads a noun in the dual as two of what it names, where that is a unit: "two dead" is one word in Arabic.
func (r *reading) dual(i int) (Quantity, bool) {
	a := r.nodes[i].analysis
	if a == nil || a.Part == text.Verb || a.Agreement.Number != 2 || a.Has(text.Article) {
		return Quantity{}, false
	}
	unit, known := r.lexicon.units[a.Lemma]
	return Quantity{Span: r.Span(i, i+1), Text: r.Slice(i, i+1), Value: 2, Unit: unit}, known
}

// counting tells whether a token is a number, in digits or in words.
func (r *reading) counting(i int) bool {
	return r.nodes[i].form == number || r.numeral(i) != 0
}

// numeral is the value of a number word; 0 for another.
func (r *reading) numeral(i int) float64 {
	w := r.Tokens[i].Word
	if n := &r.nodes[i]; w == nil || n.particle != 0 || n.timex >= 0 {
		return 0
	}
	value := r.lexicon.numeral(w.Exact)
	for k := 0; value == 0 && k < len(w.Analyses); k++ {
		if a := &w.Analyses[k]; a.Clitics&^text.And == 0 {
			value = r.lexicon.numeral(a.Lemma)
		}
	}
	return float64(value)
}

// words adds the number words from token i on up: "three hundred and twelve", units before tens in Arabic. What does not go on a number begins the
// next ("three or four").
func (r *reading) words(i, limit int) (value float64, last int) {
	group := 0.0 // below the next thousand
	last = i
	joined := false // by "and"
	for k := i; k < limit; k++ {
		v := r.numeral(k)
		if v == 0 {
			if between := r.nodes[k].particle&particleConjunction != 0 || r.Tokens[k].Mark == '-'; between && k == last && k > i {
				joined = true
				continue
			}
			break
		}
		if a := r.nodes[k].analysis; a != nil && a.Has(text.And) {
			joined = true
		}
		switch {
		case v == 1000 && !joined:
			value, group = value+max(group, 1)*1000, 0
		case v == 100 && group > 0 && group < 10 && !joined:
			group *= 100
		case k > i && !goesOnNumber(group, v, joined):
			return value + group, last
		default:
			group += v
		}
		last, joined = k+1, false
	}
	return value + group, last
}

// goesOnNumber tells whether a number word of value v is a part of the number before it: smaller than its last place, or in Arabic tens behind units,
// which "and" joins from twenty on.
func goesOnNumber(group, v float64, joined bool) bool {
	switch {
	case group == 0:
		return true
	case v >= 10 && v < 100 && math.Mod(group, 100) > 0 && math.Mod(group, 100) < 10:
		return joined == (v >= 20)
	case v < 10:
		return math.Mod(group, 10) == 0 && math.Mod(group, 100) != 10
	case v < 100:
		return math.Mod(group, 100) == 0
	}
	return false
}

// quantity reads the number at token i with what it counts; last is the token behind it.
func (r *reading) quantity(i, limit int) (q Quantity, last int, ok bool) {
	value, last := r.amount(i, limit)
	unit := ""
	for k := last; k < min(last+2, limit) && unit == ""; k++ {
		if n := &r.nodes[k]; n.timex >= 0 || n.particle != 0 {
			break
		} else if u, known := r.lexicon.unit(r.wordAt(k, int(r.sentenceOf[i]))); known {
			unit, last = u, k+1
		} else if r.Tokens[k].Mark == '%' {
			unit, last = "percent", k+1
		}
	}
	if unit == "" && i > 0 {
		switch r.Tokens[i-1].Mark {
		case '$':
			unit = "USD"
		case '€':
			unit = "EUR"
		case '£':
			unit = "GBP"
		}
	}
	if unit == "" && last < limit && (r.nodes[last].form == plainNoun || r.nodes[last].form == unknownWord || r.nodes[last].form == eventNoun || r.nodes[last].class == inGroup) {
		unit, last = r.Slice(last, last+1), last+1
	}
	if unit == "" {
		return q, last, false
	}
	return Quantity{Span: r.Span(i, last), Text: r.Slice(i, last), Value: value, Unit: unit}, last, true
}

// amount reads number words, or digits with a decimal part, and the multiplier behind them (3.5 million).
func (r *reading) amount(i, limit int) (value float64, last int) {
	value, last = float64(r.Tokens[i].Number), i+1
	if r.numeral(i) != 0 {
		value, last = r.words(i, limit)
	} else if r.Tokens[i].Word != nil {
		if m, known := r.lexicon.multiplier(r.wordAt(i, int(r.sentenceOf[i]))); known {
			value = m
		}
	}
	for last+1 < limit && !r.Tokens[last].Shape.SpaceBefore && !r.Tokens[last+1].Shape.SpaceBefore && r.nodes[last+1].form == number && r.Tokens[last+1].Word == nil {
		digits := r.Tokens[last+1]
		switch mark := r.Tokens[last].Mark; {
		case mark == ',' && digits.Shape.Digits == 3:
			value = value*1000 + float64(digits.Number)
		case mark == '.' || mark == ',':
			scale := 1.0
			for range digits.Shape.Digits {
				scale *= 10
			}
			value += float64(digits.Number) / scale
		default:
			return value, last
		}
		last += 2
	}
	for last < limit {
		m, known := r.lexicon.multiplier(r.wordAt(last, int(r.sentenceOf[i])))
		if !known {
			break
		}
		value *= m
		last++
	}
	return value, last
}
