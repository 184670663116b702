package temporal

import (
	"github.com/waqai/waqai/timeline/calendar"
	"github.com/waqai/waqai/timeline/lang"
	"github.com/waqai/waqai/timeline/text"
)

// Tagger finds the temporal expressions of one language. It is immutable; each worker brings a Scratch.
type Tagger struct {
	grammar *grammar
	core    []uint8 // WordID → what the word is to an island
	native  calendar.System
}

// What a word is to an island of temporal words.
const (
	isJoin = 1 // may stand inside
	isCore = 2 // an island grows around it
)

// Scratch is the memory of one worker.
type Scratch struct {
	chart   chart
	timexes []Timex
	islands []uint8
}

// Load reads the time tables and rules of a language and interns its words.
func Load(pack *lang.Pack, builder *text.Builder) (*Tagger, error) {
	l := newLexicon()
	g := newGrammar(l)
	files, err := pack.Rules()
	if err != nil {
		return nil, err
	}
	if err := l.load(pack, builder); err != nil {
		return nil, err
	}
	for _, file := range files {
		if err := g.read(file); err != nil {
			return nil, err
		}
	}
	profile, err := pack.Profile()
	if err != nil {
		return nil, err
	}
	t := &Tagger{grammar: g}
	if profile["calendar"] == "jalali" {
		t.native = calendar.Jalali
	}
	t.core = make([]uint8, len(l.first))
	for id, node := range l.first {
		if node == 0 {
			continue
		}
		t.core[id] = isJoin
		if l.reachesCore(node) {
			t.core[id] = isCore
		}
	}
	for key := range l.next { // the words inside phrases hold an island together
		if id := int(int32(uint32(key))); key>>32 != 0 && id > 0 {
			for len(t.core) <= id {
				t.core = append(t.core, 0)
			}
			t.core[id] = max(t.core[id], isJoin)
		}
	}
	return t, nil
}

// reachesCore tells whether a word, or a phrase that it begins, carries time by itself.
func (l *lexicon) reachesCore(node int32) bool {
	for _, row := range l.rows[node] {
		if l.words[row].core {
			return true
		}
	}
	for key, following := range l.next {
		if int32(key>>32) == node && l.reachesCore(following) {
			return true
		}
	}
	return false
}

// Tag gives the expressions of a text in text order; they do not overlap. The result is the caller's to keep.
func (t *Tagger) Tag(read *text.Text, options Options, scratch *Scratch) []Timex {
	c := &scratch.chart
	c.grammar, c.text = t.grammar, read
	scratch.timexes = scratch.timexes[:0]
	scratch.islands = t.mark(read, scratch.islands)
	e := &evaluator{chart: c, options: options}
	for _, s := range read.Sentences {
		for i := s.First; i < s.Last; {
			if scratch.islands[i] != isCore {
				i++
				continue
			}
			first, last := i, i+1
			for first > s.First && i-first < 12 && scratch.islands[first-1] != 0 && (len(scratch.timexes) == 0 || first > scratch.timexes[len(scratch.timexes)-1].Last) {
				first--
			}
			for last < s.Last && last-first < longestIsland && scratch.islands[last] != 0 {
				last++
			}
			t.island(e, s, first, last, scratch)
			i = last
		}
	}
	return append([]Timex(nil), scratch.timexes...)
}

// mark says what every token is to an island.
func (t *Tagger) mark(read *text.Text, marks []uint8) []uint8 {
	if cap(marks) < len(read.Tokens) {
		marks = make([]uint8, len(read.Tokens)+len(read.Tokens)/2)
	}
	marks = marks[:len(read.Tokens)]
	for i := range read.Tokens {
		token := &read.Tokens[i]
		marks[i] = 0
		switch token.Kind {
		case text.Digits:
			marks[i] = isJoin
			if token.Shape.Digits == 4 && token.Number >= 1300 && token.Number < 2200 || token.Shape.Digits == 8 {
				marks[i] = isCore
			} else if i+2 < len(read.Tokens) && read.Tokens[i+2].Kind == text.Digits && !read.Tokens[i+1].Shape.SpaceBefore {
				switch read.Tokens[i+1].Mark {
				case ':', '/', '-', '.':
					marks[i] = isCore
				}
			}
		case text.Letters:
			w := token.Word
			if id := int(w.Exact); id > 0 && id < len(t.core) {
				marks[i] = t.core[id]
			}
			for k := range w.Analyses {
				if marks[i] == isCore {
					break
				}
				if id := int(w.Analyses[k].Lemma); id > 0 && id < len(t.core) && w.Analyses[k].Suffix == 0 && w.Analyses[k].Clitics&text.Article == 0 {
					marks[i] = max(marks[i], t.core[id])
				}
			}
		default:
			if _, known := t.grammar.lexicon.marks[token.Mark]; known {
				marks[i] = isJoin
			}
		}
	}
	return marks
}

// island parses tokens [first, last) of a sentence and takes the longest expressions from left to right.
func (t *Tagger) island(e *evaluator, s text.Sentence, first, last int, scratch *Scratch) {
	c := e.chart
	c.parse(first, last)
	directed := false
	for i := first; i < last; {
		var best *edge
		var bestLaid laid
		var bestSpec spec
		for at := c.heads[i-first]; at >= 0; at = c.edges[at].next {
			candidate := &c.edges[at]
			if candidate.rule < 0 || !c.rules[candidate.rule].output || best != nil && !longer(candidate, best) {
				continue
			}
			if !directed {
				e.direction, e.weak = t.direction(c.text, s, first, last)
				directed = true
			}
			e.depth = 0
			meaning, ok := e.eval(candidate)
			if !ok {
				continue
			}
			if t.native != calendar.Gregorian && !meaning.systemSet {
				t.nativeYear(&meaning)
			}
			l, ok := laid{}, true
			if needsLaying(&meaning) {
				l, ok = e.lay(&meaning)
			}
			if ok {
				best, bestLaid, bestSpec = candidate, l, meaning
			}
		}
		if best == nil {
			i++
			continue
		}
		timex := t.finish(c, best, &bestSpec, &bestLaid)
		scratch.timexes = append(scratch.timexes, timex)
		if bestLaid.known && bestLaid.grain >= gPart && bestSpec.kind != Set {
			e.story, e.hasStory = bestLaid.interval, true
			if bestLaid.grain == gPart {
				e.story = calendar.OfDay(bestLaid.interval.From.Day())
			}
		}
		i = int(best.end)
	}
}

// nativeYear reads a bare year of 1300 to 1450 in a language whose own calendar counts so.
func (t *Tagger) nativeYear(s *spec) {
	if s.has&hasYear != 0 && s.year >= 1250 && s.year < 1450 {
		s.system, s.systemSet = t.native, true
	}
	if s.end != nil {
		t.nativeYear(s.end)
	}
}

func needsLaying(s *spec) bool {
	return s.vague == "" && s.kind != Duration && s.kind != Set
}

// longer tells whether a goes before b: more tokens, then more weight, then the later rule.
func longer(a, b *edge) bool {
	if a.end != b.end {
		return a.end > b.end
	}
	if a.weight != b.weight {
		return a.weight > b.weight
	}
	return a.rule < b.rule
}

// finish writes an expression out.
func (t *Tagger) finish(c *chart, at *edge, s *spec, l *laid) Timex {
	r := &c.rules[at.rule]
	x := Timex{
		Span: c.text.Span(int(at.start), int(at.end)), First: int(at.start), Last: int(at.end), Type: Date, Mod: s.mod, Calendar: s.system,
		Basis: BasisExplicit, Certainty: Exact, Occasion: s.occasion, Conflict: s.conflict, Rule: r.name, RuleFile: r.place,
	}
	switch {
	case s.vague != "":
		x.Value, x.Basis, x.Certainty = s.vague, BasisNone, Unresolved
		return x
	case s.kind == Set:
		x.Type, x.Value, x.Basis = Set, s.set, BasisNone
		return x
	case s.kind == Duration:
		x.Type, x.Value, x.Basis = Duration, durationValue(s.amounts[:s.count]), BasisNone
		return x
	}
	x.Value, x.EndValue, x.Granularity = l.value, l.endValue, grainNames[l.grain]
	x.Calendar = l.system
	if s.has&(hasHour|hasPart) != 0 || l.grain <= gPart {
		x.Type = Time
	}
	x.Certainty = l.certainty
	switch {
	case s.basis != "":
		x.Basis = s.basis
	case s.story:
		x.Basis = BasisStory
	case l.relative || s.relative:
		x.Basis = BasisRelative
	}
	if !l.known {
		x.Certainty = Unresolved
		return x
	}
	if s.mod == "APPROX" {
		x.Certainty = Approximate
	}
	x.Interval, x.HasInterval = l.interval, true
	if l.endValue != "" {
		x.Granularity = "range"
	}
	whole := calendar.OfDays(l.interval.First(), l.interval.Last())
	if s.edge != "" || s.exact.To > s.exact.From {
		if i, ok := parseValue(l.value); ok {
			whole = i
		}
	}
	x.EDTF = calendar.EDTFOfDays(whole, false, false)
	if l.grain == gSeason && l.endValue == "" {
		year, month, _ := l.interval.First().YMD()
		x.EDTF = yearValue(year) + map[string]string{"SP": "-21", "SU": "-22", "FA": "-23", "WI": "-24"}[seasonCode(month)]
	}
	if x.Certainty == Approximate {
		if qualified, err := calendar.EDTFQualified(x.EDTF, '~'); err == nil {
			x.EDTF = qualified
		}
	}
	return x
}

// parseValue is the stretch of a plain year, month or day value.
func parseValue(value string) (calendar.Interval, bool) {
	e, err := calendar.ParseEDTF(value)
	if err != nil {
		return calendar.Interval{}, false
	}
	i, _, _, ok := e.Bounds()
	return i, ok
}
