package temporal

import "github.com/waqai/waqai/timeline/text"

// Reading is one way to understand an expression.
type Reading struct {
	Timex
	Won    bool   // it is what Tag gives
	Reason string // where it did not win: why
}

// Explain gives every reading of the expressions in a text: what won, and what else the rules found and why it lost.
func (t *Tagger) Explain(read *text.Text, options Options, scratch *Scratch) []Reading {
	winners := t.Tag(read, options, scratch)
	c := &scratch.chart
	c.grammar, c.text = t.grammar, read
	e := &evaluator{chart: c, options: options}
	var readings []Reading
	marks := t.mark(read, nil)
	for _, s := range read.Sentences {
		for i := s.First; i < s.Last; i++ {
			if marks[i] == 0 {
				continue
			}
			last := i
			for last < s.Last && last-i < longestIsland && marks[last] != 0 {
				last++
			}
			readings = append(readings, t.explainIsland(e, s, i, last, winners)...)
			i = last
		}
	}
	return readings
}

func (t *Tagger) explainIsland(e *evaluator, s text.Sentence, first, last int, winners []Timex) []Reading {
	c := e.chart
	c.parse(first, last)
	e.direction, e.weak = t.direction(c.text, s, first, last)
	var readings []Reading
	for i := range c.edges {
		at := &c.edges[i]
		if at.rule < 0 || !c.rules[at.rule].output {
			continue
		}
		reading := Reading{}
		e.depth = 0
		meaning, ok := e.eval(at)
		if t.native != 0 && !meaning.systemSet {
			t.nativeYear(&meaning)
		}
		l := laid{}
		if ok && needsLaying(&meaning) {
			l, ok = e.lay(&meaning)
		}
		reading.Timex = t.finish(c, at, &meaning, &l)
		switch winner := overlapping(winners, int(at.start), int(at.end)); {
		case !ok:
			reading.Reason = "no calendar has such a date"
		case winner == nil:
			reading.Reason = "taken by no expression"
		case winner.Rule == reading.Rule && winner.First == reading.First && winner.Last == reading.Last:
			reading.Won = true
		case winner.Last-winner.First > reading.Last-reading.First:
			reading.Reason = "shorter than " + winner.Rule
		default:
			reading.Reason = winner.Rule + " goes before it"
		}
		readings = append(readings, reading)
	}
	return readings
}

func overlapping(winners []Timex, first, last int) *Timex {
	for i := range winners {
		if winners[i].First < last && first < winners[i].Last {
			return &winners[i]
		}
	}
	return nil
}
