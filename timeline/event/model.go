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

// model is the weights of one decision among classes: a hash table with open addressing, read only once it is built.
type model struct {
	classes int
	keys    []feature // 0: empty
	weights []float32 // classes of them for each key
	mask    uint64
	// filter has a bit for every key, and few others: most features that a text shows are in no model, and a bit in a small table says so
	filter []uint64
	bits   uint64
}

func hash(f feature) uint64 {
	h := uint64(f) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}

// newModel builds the table at a load of at most a half.
func newModel(classes int, weights map[feature][]float32) *model {
	size := 16
	for size < 2*len(weights) {
		size *= 2
	}
	m := &model{classes: classes, keys: make([]feature, size), weights: make([]float32, size*classes), mask: uint64(size - 1)}
	words := 1
	for words*4 < len(weights) { // 16 bits a key
		words *= 2
	}
	m.filter, m.bits = make([]uint64, words), uint64(words*64-1)
	for f, row := range weights {
		h := hash(f)
		m.filter[h>>32&m.bits>>6] |= 1 << (h >> 32 & 63)
		i := h & m.mask
		for m.keys[i] != 0 {
			i = (i + 1) & m.mask
		}
		m.keys[i] = f
		copy(m.weights[int(i)*classes:], row)
	}
	return m
}

// row gives the weights of a feature; nil for one that the model has not met.
func (m *model) row(f feature) []float32 {
	h := hash(f)
	if m.filter[h>>32&m.bits>>6]&(1<<(h>>32&63)) == 0 {
		return nil
	}
	for i := h & m.mask; ; i = (i + 1) & m.mask {
		switch m.keys[i] {
		case f:
			return m.weights[int(i)*m.classes : int(i+1)*m.classes]
		case 0:
			return nil
		}
	}
}

// score adds the weights of the features up, a sum for each class.
func (m *model) score(features []feature, sums []float32) {
	clear(sums)
	if m.classes == 1 {
		for _, f := range features {
			if row := m.row(f); row != nil {
				sums[0] += row[0]
			}
		}
		return
	}
	for _, f := range features {
		row := m.row(f)
		if row == nil {
			continue
		}
		for class := range sums {
			sums[class] += row[class]
		}
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
func readModel(file, data string, classes int, word func(string) text.WordID) (*model, error) {
	weights := map[feature][]float32{}
	line := 0
	fail := func(format string, arguments ...any) (*model, error) {
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
		cells := strings.Split(row, "\t")
		if len(cells) != 4 {
			return fail("%d cells, not 4", len(cells))
		}
		t, known := named[cells[0]]
		if !known {
			return fail("no feature template %q", cells[0])
		}
		var values [2]int
		met := true
		for i := range values {
			cell := cells[1+i]
			if templates[t].words[i] && cell != "0" {
				id := word(cell)
				met = met && id != 0
				values[i] = int(id)
				continue
			}
			n, err := strconv.Atoi(cell)
			if err != nil {
				return fail("value %q is no number", cell)
			}
			values[i] = n
		}
		sums := make([]float32, classes)
		for pair := range strings.FieldsSeq(cells[3]) {
			class, weight, _ := strings.Cut(pair, "=")
			c, err := strconv.Atoi(class)
			w, failed := strconv.ParseFloat(weight, 32)
			if err != nil || failed != nil || c < 0 || c >= classes {
				return fail("weight %q is not class=number with a class below %d", pair, classes)
			}
			sums[c] = float32(w)
		}
		if met {
			weights[fact(t, values[0], values[1])] = sums
		}
	}
	return newModel(classes, weights), nil
}

// writeModel writes weights in the form that readModel reads, sorted, with two decimals; weights near nothing are left out.
func writeModel(out io.Writer, header string, weights map[feature][]float32, name func(text.WordID) string) error {
	var rows [][4]string
	for f, sums := range weights {
		var pairs []string
		for class, w := range sums {
			if math.Abs(float64(w)) >= 0.03 {
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
