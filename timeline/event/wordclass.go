package event

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/waqai/waqai/timeline/text"
)

// Word classes: words that keep the same company in a large body of news share a number, so that a model that has met "Macron" behind a verb knows
// something of "Lavrov". They are data of the language (model/classes.tsv, made by timeline/internal/wordclass); a language without the file has
// none, and no fact of this kind is ever met.

// wordClasses is the classes of one language. Each is looked up once a spelling and kept in the word's notes.
type wordClasses struct {
	of   map[string]uint16 // by ClassKey
	slot int
}

// ClassKey is the spelling under which a word stands in model/classes.tsv: its normal form without the particles that are written before it.
func ClassKey(w *text.Word) string {
	if len(w.Analyses) == 0 {
		return w.Norm
	}
	skip := w.Analyses[0].Prefix
	for i := range w.Norm {
		if skip == 0 {
			return w.Norm[i:]
		}
		skip--
	}
	return w.Norm
}

// readWordClasses reads lines of "number, words": a tab between, the words parted by spaces.
func readWordClasses(file, data string) (*wordClasses, error) {
	c := &wordClasses{of: map[string]uint16{}}
	line := 0
	for row := range strings.Lines(data) {
		line++
		row = strings.TrimRight(row, "\r\n")
		if row == "" || row[0] == '#' {
			continue
		}
		number, words, _ := strings.Cut(row, "\t")
		class, err := strconv.ParseUint(number, 10, 12)
		if err != nil || class == 0 {
			return nil, fmt.Errorf("%s:%d: %q is no class from 1 to 4095; make the file again with timeline/internal/wordclass", file, line, number)
		}
		for word := range strings.FieldsSeq(words) {
			if c.of[word] != 0 {
				return nil, fmt.Errorf("%s:%d: %q stands in a class above already; make the file again with timeline/internal/wordclass", file, line, word)
			}
			c.of[word] = uint16(class)
		}
	}
	return c, nil
}

// note is the class of a word, 0 for one that is rare.
func (c *wordClasses) note(w *text.Word) uint16 { return c.of[ClassKey(w)] }

// wordClass is the class of a token, 0 outside the sentence and for a word without one.
func (r *reading) wordClass(i, sentence int) int {
	s := r.Sentences[sentence]
	if i < s.First || i >= s.Last {
		return 0
	}
	return int(r.Tokens[i].Notes[r.lexicon.classes.slot])
}

// classFact adds a fact about a word class, where there is one.
func classFact(out []feature, t template, class, beside int) []feature {
	if class == 0 {
		return out
	}
	return append(out, fact(t, class, beside))
}

// classPair adds a fact about two word classes, where there are both.
func classPair(out []feature, a, b, code int) []feature {
	if a == 0 || b == 0 {
		return out
	}
	return append(out, fact(wordClassPair, a, b<<2|code))
}
