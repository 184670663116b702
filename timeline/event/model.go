package event

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/waqai/waqai/timeline/text"
)

// Every decision of this package is a choice among a few options, and every option is a list of features: facts such as "the word before is a
// negation". A model gives each feature a weight; an option's score is the sum of the weights of its features, and the
// chance that it is right the softmax of the scores (a conditional logit model). The weights are data of the language, one readable file a
// decision, made by the trainer from annotated articles.

// feature names one fact: a template and up to two values, each a small number or a word of the vocabulary.
type feature uint64

const valueBits = 26

// fact makes a feature without words.
func fact(t template, a, b int) feature {
	return feature(t)<<(2*valueBits) | feature(a&(1<<valueBits-1))<<valueBits | feature(b&(1<<valueBits-1))
}

func (f feature) parts() (t template, a, b int) {
	return template(f >> (2 * valueBits)), int(f>>valueBits) & (1<<valueBits - 1), int(f) & (1<<valueBits - 1)
}

// model is the weights of one decision among classes: a hash table with open addressing, read only once it is built. An entry is one run of words
// that a processor fetches at once: a tag that tells its feature, then the weights in hundredths, as the model files give them, two to a word.
type model struct {
	classes int
	words   int // of an entry
	entries []uint32
	mask    uint64 // of the number of an entry
}

// A tag is 32 bits of the hash of a feature, so that one feature in four billion that is in no model passes for one that is: less than once in a
// million articles, and always the same.
func place(f feature) (at uint64, tag uint32) {
	h := uint64(f) * 0x9E3779B97F4A7C15
	h ^= h >> 32 // the low bits of a product know nothing of the template, which stands in the high ones
	h *= 0xD6E8FEB86659FD93
	return h >> 36, uint32(h) | 1 // 0 is an empty entry
}

// hundredths are the weights of features, classes of them each, as a model holds them.
type hundredths struct {
	features []feature
	weights  []int16
}

// maxHundredths is the largest weight that a model holds, far beyond what training gives.
const maxHundredths = 30000

// add takes the weights of one feature in.
func (h *hundredths) add(f feature, weights []float32) {
	h.features = append(h.features, f)
	for _, w := range weights {
		h.weights = append(h.weights, int16(math.Round(min(max(100*float64(w), -maxHundredths), maxHundredths))))
	}
}

// newModel builds the table at a load of at most five eighths.
func newModel(classes int, from *hundredths) *model {
	size := 16
	for 5*size < 8*len(from.features) {
		size *= 2
	}
	m := &model{classes: classes, words: 1 + (classes+1)/2, mask: uint64(size - 1)}
	m.entries = make([]uint32, size*m.words)
	for k, f := range from.features {
		at, tag := place(f)
		i := int(at&m.mask) * m.words
		for m.entries[i] != 0 && m.entries[i] != tag { // a feature that comes again replaces the one before
			at++
			i = int(at&m.mask) * m.words
		}
		m.entries[i] = tag
		clear(m.entries[i+1 : i+m.words])
		for class, w := range from.weights[k*classes : (k+1)*classes] {
			m.entries[i+1+class/2] |= uint32(uint16(w)) << (16 * (class & 1))
		}
	}
	return m
}

// row gives the weights of a feature, two to a word; nil for one that the model has not met.
func (m *model) row(f feature) []uint32 {
	at, tag := place(f)
	return m.probe(at, tag)
}

// probe looks for a tag from an entry on.
func (m *model) probe(at uint64, tag uint32) []uint32 {
	for {
		i := int(at&m.mask) * m.words
		switch m.entries[i] {
		case tag:
			return m.entries[i+1 : i+m.words]
		case 0:
			return nil
		}
		at++
	}
}

// batch is how many features are looked up together: their entries lie far apart in memory, and a processor fetches many at once where no look-up
// waits for the one before.
const batch = 16

// score adds the weights of the features up, a sum for each class.
func (m *model) score(features []feature, sums []float32) {
	var total [2 * ((kindClasses + 1) / 2)]int32
	var first, tags, held [batch]uint32 // indices are cut to the batch so that the compiler need not check them
	for len(features) > 0 {
		n := min(batch, len(features))
		for k, f := range features[:n] {
			at, tag := place(f)
			i := uint32(at&m.mask) * uint32(m.words)
			first[k&(batch-1)], tags[k&(batch-1)], held[k&(batch-1)] = i, tag, m.entries[i]
		}
		for k, f := range features[:n] {
			i, tag := int(first[k&(batch-1)]), tags[k&(batch-1)]
			var row []uint32
			switch held[k&(batch-1)] {
			case tag:
				row = m.entries[i+1 : i+m.words]
			case 0:
				continue
			default:
				at, _ := place(f)
				row = m.probe(at+1, tag)
			}
			for i, pair := range row {
				total[2*i] += int32(int16(pair))
				total[2*i+1] += int32(pair) >> 16
			}
		}
		features = features[n:]
	}
	for class := range sums {
		sums[class] = float32(total[class]) / 100
	}
}

// softmax turns scores into chances, in place.
func softmax(scores []float32) {
	if len(scores) == 0 {
		return
	}
	most := slices.Max(scores)
	var sum float32
	for i, s := range scores {
		scores[i] = float32(math.Exp(float64(s - most)))
		sum += scores[i]
	}
	for i := range scores {
		scores[i] /= sum
	}
}

// readModel reads lines of "template, first value, second value, weights", tabs between; words are written out, weights are class=weight with
// spaces between. A feature with a word that the vocabulary no longer has is left out: it could never be met.
func readModel(file, data string, classes int, word func(string) text.WordID) (*hundredths, error) {
	read, sums := &hundredths{}, make([]int16, classes)
	var last struct {
		spelling string
		id       int
	}
	line := 0
	fail := func(format string, arguments ...any) (*hundredths, error) {
		return nil, fmt.Errorf("%s:%d: %s; make the file again with the trainer", file, line, fmt.Sprintf(format, arguments...))
	}
	named := make(map[string]template, templateCount)
	for t := bias; t < templateCount; t++ {
		named[templates[t].name] = t
	}
	for row := range strings.Lines(data) {
		line++
		row = strings.TrimRight(row, "\r\n")
		if row == "" || row[0] == '#' {
			continue
		}
		cells := [4]string{}
		rest, more := row, true
		for i := range cells {
			if !more {
				return fail("%d cells, not 4", i)
			}
			cells[i], rest, more = strings.Cut(rest, "\t")
		}
		if more {
			return fail("more than 4 cells")
		}
		t, known := named[cells[0]]
		if !known {
			return fail("no feature template %q", cells[0])
		}
		var values [2]int
		met := true
		for i, cell := range cells[1:3] {
			if templates[t].words[i] && cell != "0" {
				if cell != last.spelling { // rows are sorted, so that a word mostly comes many times in turn
					last.spelling, last.id = cell, int(word(cell))
				}
				met = met && last.id != 0
				values[i] = last.id
				continue
			}
			n, err := strconv.Atoi(cell)
			if err != nil {
				return fail("value %q is no number", cell)
			}
			values[i] = n
		}
		clear(sums)
		for rest, more = cells[3], true; more; {
			var pair string
			pair, rest, more = strings.Cut(rest, " ")
			class, weight, _ := strings.Cut(pair, "=")
			c, err := strconv.Atoi(class)
			w, right := parseHundredths(weight)
			if err != nil || !right || c < 0 || c >= classes {
				return fail("weight %q is not class=number with a class below %d and two decimals", pair, classes)
			}
			sums[c] = w
		}
		if met {
			read.features = append(read.features, fact(t, values[0], values[1]))
			read.weights = append(read.weights, sums...)
		}
	}
	return read, nil
}

// parseHundredths reads a number with two decimals, as writeModel writes it.
func parseHundredths(s string) (hundredths int16, right bool) {
	digits, negative := strings.CutPrefix(s, "-")
	point := len(digits) - 3
	if point < 1 || point > 3 || digits[point] != '.' {
		return 0, false
	}
	n := 0
	for i := range len(digits) {
		if i == point {
			continue
		}
		d := digits[i] - '0'
		if d > 9 {
			return 0, false
		}
		n = 10*n + int(d)
	}
	if n > maxHundredths {
		return 0, false
	}
	if negative {
		n = -n
	}
	return int16(n), true
}

// Weights nearer to nothing are not written: among many classes one counts for less, and most of them are small.
const (
	leastWeight = 0.05
	leastOfMany = 0.2
	many        = 8 // classes
)

// writeModel writes weights in the form that readModel reads, sorted, with two decimals.
func writeModel(out io.Writer, header string, weights map[feature][]float32, name func(text.WordID) string) error {
	var rows [][4]string
	for f, sums := range weights {
		least := leastWeight
		if len(sums) > many {
			least = leastOfMany
		}
		var pairs []string
		for class, w := range sums {
			if math.Abs(float64(w)) >= least {
				pairs = append(pairs, fmt.Sprintf("%d=%.2f", class, w))
			}
		}
		if pairs == nil {
			continue
		}
		t, a, b := f.parts()
		written := func(v int, isWord bool) string {
			if isWord && v != 0 {
				return name(text.WordID(v))
			}
			return strconv.Itoa(v)
		}
		rows = append(rows, [4]string{templates[t].name, written(a, templates[t].words[0]), written(b, templates[t].words[1]), strings.Join(pairs, " ")})
	}
	slices.SortFunc(rows, func(x, y [4]string) int { return slices.Compare(x[:], y[:]) })
	buffered := bufio.NewWriter(out)
	buffered.WriteString(header)
	for _, row := range rows {
		buffered.WriteString(strings.Join(row[:], "\t") + "\n")
	}
	return buffered.Flush()
}
