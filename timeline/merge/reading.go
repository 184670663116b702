package merge

import "github.com/waqai/waqai/timeline/text"

// reading keeps what was made of the sentences and names of a document while its rows are read: mentions share them.
type reading struct {
	sentences map[string]sentence
	names     map[string]name
}

// sentence is a sentence ready to compare.
type sentence struct {
	folded string
	grams  []uint32 // its character trigrams, sorted
}

// name is a name ready to compare.
type name struct {
	folded   string
	skeleton []string // its words as text.Skeleton gives them
}

func newReading() *reading {
	return &reading{sentences: map[string]sentence{}, names: map[string]name{}}
}

func (r *reading) sentence(written string) sentence {
	one, read := r.sentences[written]
	if !read {
		folded := text.Fold(written)
		one = sentence{folded: folded, grams: grams(folded)}
		r.sentences[written] = one
	}
	return one
}

func (r *reading) name(written string) name {
	one, read := r.names[written]
	if !read {
		one = name{folded: text.Fold(written), skeleton: text.Skeleton(written)}
		r.names[written] = one
	}
	return one
}
