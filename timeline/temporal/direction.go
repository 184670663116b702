package temporal

import "github.com/waqai/waqai/timeline/text"

// How far a verb may stand from the expression whose direction it gives.
const (
	verbBefore = 14
	verbBehind = 6
)

// direction is where the verb of a clause points: -1 past, +1 future, 0 unknown. The nearest verb before the expression counts, else the nearest
// behind it; words of the table that say "scheduled", "will", "ago" (class toward) go before verbs.
func (t *Tagger) direction(read *text.Text, s text.Sentence, first, last int) (direction int, weak bool) {
	for i := first - 1; i >= s.First && i >= first-verbBefore; i-- {
		if read.Tokens[i].Mark == '.' || read.Tokens[i].Mark == ';' {
			break
		}
		if d, weak, known := t.pointer(read, i); known {
			return d, weak
		}
	}
	for i := last; i < s.Last && i < last+verbBehind; i++ {
		if d, weak, known := t.pointer(read, i); known {
			return d, weak
		}
	}
	return 0, false
}

// pointer is the direction that one word gives; a present tense gives it weakly.
func (t *Tagger) pointer(read *text.Text, i int) (direction int, weak, known bool) {
	token := &read.Tokens[i]
	if token.Kind != text.Letters {
		return 0, false, false
	}
	w := token.Word
	if d := t.toward(w.Exact); d != 0 {
		return d, false, true
	}
	for k := range w.Analyses[:min(len(w.Analyses), 1)] { // the likeliest reading alone: names and nouns often look like a verb too
		a := &w.Analyses[k]
		if d := t.toward(a.Lemma); d != 0 && a.Derivation == text.Finite {
			return d, false, true
		}
		if a.Part != text.Verb || a.Derivation != text.Finite || a.Guessed {
			continue
		}
		switch a.Tense {
		case text.Past:
			return -1, false, true
		case text.Future:
			return 1, false, true
		case text.Infinitive: // bare, most are nouns or presents
			return 0, false, false
		case text.Present:
			if read.Language.Name(a.Lemma) == w.Norm { // a bare form, in English: as often a noun
				return 0, false, false
			}
			return 1, true, true
		}
		return 0, false, false
	}
	return 0, false, false
}

// toward reads the class toward of the tables.
func (t *Tagger) toward(id text.WordID) int {
	l := t.grammar.lexicon
	node := l.start(id)
	if node == 0 {
		return 0
	}
	for _, row := range l.rows[node] {
		if l.names[l.words[row].category] == "toward" {
			return int(l.words[row].value)
		}
	}
	return 0
}
