package event

import (
	"math/bits"

	"github.com/waqai/waqai/timeline/text"
)

// content is a signature of the words of a sentence that carry its meaning: a bit for each, so that two sentences that speak of one thing share
// many. What it is for needs no exact count, and a word of two bits more or less costs nothing.
type content [4]uint64

// signContent signs every sentence.
func (r *reading) signContent() {
	r.content = resize(r.content, len(r.Sentences))
	for s, sentence := range r.Sentences {
		signature := content{}
		for i := sentence.First; i < sentence.Last; i++ {
			n := &r.nodes[i]
			if n.timex >= 0 || n.particle != 0 || n.form == functionWord || n.form == number || r.Tokens[i].Word == nil {
				continue
			}
			var bit uint64
			if n.lemma != 0 {
				bit = r.wordBit(n.lemma)
			} else {
				bit = contentBit(r.Tokens[i].Word.Norm)
			}
			signature[bit>>6] |= 1 << (bit & 63)
		}
		r.content[s] = signature
	}
}

// wordBit is the bit of a dictionary word. It is that of its spelling, so that no word of the tables changes what is made of another, and is kept once
// it is known.
func (r *reading) wordBit(id text.WordID) uint64 {
	if missing := int(id) + 1 - len(r.bits); missing > 0 {
		r.bits = append(r.bits, make([]uint16, missing)...)
	}
	if r.bits[id] == 0 {
		r.bits[id] = 1 + uint16(contentBit(r.Language.Name(id)))
	}
	return uint64(r.bits[id] - 1)
}

// contentBit is the bit of a spelling (FNV-1a).
func contentBit(spelling string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(spelling) {
		h = (h ^ uint64(spelling[i])) * 1099511628211
	}
	return h >> 56
}

// shared tells how much of the content of the shorter of two sentences is in the other, in eighths up to 7.
func (r *reading) shared(a, b int32) int {
	common, first, second := 0, 0, 0
	for k := range r.content[a] {
		x, y := r.content[a][k], r.content[b][k]
		common += bits.OnesCount64(x & y)
		first += bits.OnesCount64(x)
		second += bits.OnesCount64(y)
	}
	least := min(first, second)
	if least == 0 {
		return 0
	}
	return min(8*common/least, 7)
}
