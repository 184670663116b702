package event

import (
	"math"
	"slices"
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
