package text

import (
	"math/bits"
	"math/rand/v2"
	"strings"
)

// memo remembers the words of earlier texts by the bytes they were written with, and by their normal form, so that spellings that differ in
// marks only share one Word. It is emptied between texts when it has grown past memoLimit.
//
// Most words have at most keyBytes bytes: these are kept in the slots themselves, so that finding one touches one place in memory. Longer
// ones go to an ordinary map.
type memo struct {
	seed    uint64
	slots   []memoSlot // open addressing, a power of two
	count   int
	long    map[string]*memoEntry
	bytes   int
	words   map[string]*Word
	scratch []byte
	pending pending
	touched uint64 // keeps the compiler from leaving the loads of resolve out
}

type memoSlot struct {
	key memoKey
	memoEntry
}

type memoEntry struct {
	word                 *Word
	notes                Notes
	capital, allCapitals bool
}

// memoKey is the bytes of a short spelling; no spelling has a zero byte, so padding cannot be mistaken.
type memoKey struct{ a, b, c uint64 }

const (
	keyBytes       = 24
	memoLimit      = 300_000  // spellings
	memoBytesLimit = 16 << 20 // of spellings and normal forms
	longWord       = 256      // bytes: longer runs of letters are noise, neither remembered nor analysed
)

func (m *memo) reset() {
	// The seed keeps a hostile text from choosing words that collide; no output depends on it.
	*m = memo{seed: rand.Uint64() | 1, slots: make([]memoSlot, 1<<12), long: map[string]*memoEntry{}, words: map[string]*Word{}, scratch: m.scratch}
}

func (m *memo) trim() {
	if m.slots == nil || m.count > memoLimit || m.bytes > memoBytesLimit {
		m.reset()
	}
}

// keyAt reads the key of source[start:end], at most keyBytes long.
func keyAt(source string, start, end int) memoKey {
	n := uint(end - start)
	var k memoKey
	if start+keyBytes <= len(source) {
		s := source[start : start+keyBytes]
		k.a = word64(s[0:8])
		k.b = word64(s[8:16])
		k.c = word64(s[16:24])
	} else {
		var padded [keyBytes]byte
		copy(padded[:], source[start:end])
		s := string(padded[:])
		k.a = word64(s[0:8])
		k.b = word64(s[8:16])
		k.c = word64(s[16:24])
	}
	switch {
	case n < 8:
		return memoKey{a: k.a & (1<<(8*n) - 1)}
	case n < 16:
		return memoKey{a: k.a, b: k.b & (1<<(8*(n-8)) - 1)}
	case n < 24:
		k.c &= 1<<(8*(n-16)) - 1
	}
	return k
}

func word64(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func (k memoKey) hash(seed uint64) uint64 {
	high, low := bits.Mul64(k.a^seed, 0x9E3779B97F4A7C15^k.b)
	high2, low2 := bits.Mul64(k.c^high^low, 0xD1342543DE82EF95^seed)
	return high2 ^ low2
}

// lookAhead is how many words are looked up together: their places in memory are asked for before the first is waited for.
const lookAhead = 16

// pending is words to look up.
type pending struct {
	count  int
	tokens [lookAhead]*Token
	keys   [lookAhead]memoKey
	hashes [lookAhead]uint64
}

// find gives the tokens of words their Word.
func (m *memo) find(l *Language, source string, tokens []Token) {
	p := &m.pending
	for i := range tokens {
		token := &tokens[i]
		if token.Kind != Letters {
			continue
		}
		if token.End-token.Start > keyBytes {
			token.take(m.getLong(l, source[token.Start:token.End]))
			continue
		}
		key := keyAt(source, int(token.Start), int(token.End))
		p.tokens[p.count], p.keys[p.count], p.hashes[p.count] = token, key, key.hash(m.seed)
		if p.count++; p.count == lookAhead {
			m.resolve(l, source)
		}
	}
	m.resolve(l, source)
	p.tokens = [lookAhead]*Token{}
}

func (m *memo) resolve(l *Language, source string) {
	p := &m.pending
	mask := uint64(len(m.slots) - 1)
	for i := range p.count {
		m.touched += m.slots[p.hashes[i]&mask].key.a // the loads do not wait for each other
	}
	for i := range p.count {
		token := p.tokens[i]
		token.take(m.get(l, p.keys[i], p.hashes[i], source[token.Start:token.End]))
	}
	p.count = 0
}

func (token *Token) take(entry *memoEntry) {
	token.Word, token.Notes = entry.word, entry.notes
	token.Shape.Capital, token.Shape.AllCapitals = entry.capital, entry.allCapitals
}

func (m *memo) get(l *Language, key memoKey, hash uint64, spelling string) *memoEntry {
	mask := uint64(len(m.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		slot := &m.slots[i]
		if slot.key == key {
			return &slot.memoEntry
		}
		if slot.word == nil {
			return m.add(l, key, spelling)
		}
	}
}

func (m *memo) add(l *Language, key memoKey, spelling string) *memoEntry {
	entry := m.read(l, spelling)
	if m.count*4 >= len(m.slots)*3 {
		old := m.slots
		m.slots = make([]memoSlot, 2*len(old))
		for _, slot := range old {
			if slot.word != nil {
				*m.free(slot.key) = slot
			}
		}
	}
	m.count++
	slot := m.free(key)
	slot.key, slot.memoEntry = key, entry
	return &slot.memoEntry
}

func (m *memo) free(key memoKey) *memoSlot {
	mask := uint64(len(m.slots) - 1)
	i := key.hash(m.seed) & mask
	for m.slots[i].word != nil {
		i = (i + 1) & mask
	}
	return &m.slots[i]
}

func (m *memo) getLong(l *Language, spelling string) *memoEntry {
	if entry := m.long[spelling]; entry != nil {
		return entry
	}
	entry := new(memoEntry)
	*entry = m.read(l, spelling)
	if len(spelling) <= longWord {
		m.count++
		m.bytes += len(spelling)
		m.long[strings.Clone(spelling)] = entry // a clone, since the source must not be kept alive
	}
	return entry
}

// read makes the entry of a new spelling.
func (m *memo) read(l *Language, spelling string) memoEntry {
	var entry memoEntry
	entry.capital, entry.allCapitals = capitals(spelling)
	m.scratch = l.appendNormal(m.scratch[:0], spelling)
	if len(spelling) > longWord {
		entry.word = l.note(&Word{Norm: string(m.scratch)})
		return entry
	}
	word := m.words[string(m.scratch)]
	if word == nil {
		word = l.analyze(string(m.scratch))
		m.words[word.Norm] = word
		m.bytes += len(word.Norm)
	}
	if marked := l.withMarks(word, spelling); marked != nil {
		word = marked
	}
	entry.word, entry.notes = word, word.Notes
	return entry
}
