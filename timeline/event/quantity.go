package event

// quantities are the numbers that belong to a trigger: those of its clause that count people, money, shares or measures. Times are not among them.
func (r *reading) quantities(token int) []Quantity {
	var out []Quantity
	clause := r.nodes[token].clause
	s := r.Sentences[r.sentenceOf[token]]
	for i := s.First; i < s.Last; i++ {
		n := &r.nodes[i]
		if n.clause != clause || n.form != number || n.timex >= 0 {
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

// amount reads digits with a decimal part and the multiplier behind them (3.5 million).
func (r *reading) amount(i, limit int) (value float64, last int) {
	value, last = float64(r.Tokens[i].Number), i+1
	if r.Tokens[i].Word != nil {
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
