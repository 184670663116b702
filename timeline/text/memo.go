package text

import (
	"hash/maphash"
	"strings"
)

// memo remembers the words of earlier texts by the bytes they were written with, and by their normal form, so that spellings that differ in
// marks only share one Word. It is emptied between texts when it has grown past memoLimit.
type memo struct {
	seed    maphash.Seed
	slots   []memoEntry // open addressing, a power of two
	count   int
	bytes   int
	words   map[string]*Word
	scratch []byte
}

type memoEntry struct {
	hash                 uint64
	spelling             string
	word                 *Word
	capital, allCapitals bool
}

const (
	memoLimit      = 200_000  // spellings
	memoBytesLimit = 16 << 20 // of spellings
	longWord       = 256      // bytes: longer runs of letters are noise, neither remembered nor analysed
)

func (m *memo) reset() {
	*m = memo{seed: maphash.MakeSeed(), slots: make([]memoEntry, 1<<12), words: map[string]*Word{}, scratch: m.scratch}
}

func (m *memo) trim() {
	if m.slots == nil || m.count > memoLimit || m.bytes > memoBytesLimit {
		m.reset()
	}
}

func (m *memo) get(l *Language, spelling string) *memoEntry {
	hash := maphash.String(m.seed, spelling)
	mask := uint64(len(m.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		slot := &m.slots[i]
		if slot.word == nil {
			return m.add(l, hash, spelling)
		}
		if slot.hash == hash && slot.spelling == spelling {
			return slot
		}
	}
}

func (m *memo) add(l *Language, hash uint64, spelling string) *memoEntry {
	entry := memoEntry{hash: hash}
	entry.capital, entry.allCapitals = capitals(spelling)
	m.scratch = l.appendNormal(m.scratch[:0], spelling)
	if len(spelling) > longWord {
		entry.word = &Word{Norm: string(m.scratch)}
		return &entry
	}
	word := m.words[string(m.scratch)]
	if word == nil {
		word = l.analyze(string(m.scratch))
		m.words[word.Norm] = word
		m.bytes += len(word.Norm)
	}
	entry.word = word
	if marked := l.withMarks(word, spelling); marked != nil {
		entry.word = marked
	}
	entry.spelling = strings.Clone(spelling) // the source must not be kept alive
	m.bytes += len(spelling)
	if m.count*2 >= len(m.slots) {
		m.grow()
	}
	m.count++
	slot := m.free(hash)
	*slot = entry
	return slot
}

func (m *memo) free(hash uint64) *memoEntry {
	mask := uint64(len(m.slots) - 1)
	i := hash & mask
	for m.slots[i].word != nil {
		i = (i + 1) & mask
	}
	return &m.slots[i]
}

func (m *memo) grow() {
	old := m.slots
	m.slots = make([]memoEntry, 2*len(old))
	for _, entry := range old {
		if entry.word != nil {
			*m.free(entry.hash) = entry
		}
	}
}
