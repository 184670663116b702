package merge

import "github.com/waqai/waqai/timeline/text"

// reading keeps what was made of the sentences and names of a document while its rows are read: mentions share them.
type reading struct {
	folds     map[string]string
	skeletons map[string][]string
	trigrams  map[string][]uint32
}

func newReading() *reading {
	return &reading{folds: map[string]string{}, skeletons: map[string][]string{}, trigrams: map[string][]uint32{}}
}

// fold, skeleton and grams give what text.Fold, text.Skeleton and grams (of the folded text) give.

func (r *reading) fold(written string) string { return recall(r.folds, written, text.Fold) }

func (r *reading) skeleton(name string) []string { return recall(r.skeletons, name, text.Skeleton) }

func (r *reading) grams(sentence string) []uint32 {
	return recall(r.trigrams, sentence, func(string) []uint32 { return grams(r.fold(sentence)) })
}

// recall gives what is known of a text, making it the first time.
func recall[V any](known map[string]V, written string, make func(string) V) V {
	one, there := known[written]
	if !there {
		one = make(written)
		known[written] = one
	}
	return one
}
