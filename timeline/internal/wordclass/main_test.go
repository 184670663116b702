package main

import (
	"slices"
	"testing"
)

// TestClassesByCompany makes a small language of two kinds of word, which stand in sentences of two shapes, and expects a class for each kind. The
// first two of a kind are the 13th and 14th most frequent words, from which k-means begins.
func TestClassesByCompany(t *testing.T) {
	kinds := [2][]string{}
	var sentences [][]string
	for n := range 60 {
		a, b := string(rune('a'+n%20))+"1", string(rune('a'+n%20))+"2"
		for i := range 8 {
			sentences = append(sentences, []string{"the", a, "of", string(rune('p' + i))}, []string{"did", b, "to", string(rune('p' + i))})
		}
		if n < 20 {
			kinds[0], kinds[1] = append(kinds[0], a), append(kinds[1], b)
		}
	}
	words := vocabulary(sentences, 12)
	class := cluster(embed(associations(sentences, words)), 14)
	again := cluster(embed(associations(sentences, words)), 14)
	if !slices.Equal(class, again) {
		t.Error("the same sentences give other classes")
	}
	of := map[string]int{}
	for i, w := range words {
		of[w] = class[i]
	}
	for _, a := range kinds[0] {
		for _, b := range kinds[1] {
			if of[a] == of[b] {
				t.Fatalf("%s and %s are in class %d, though they never stand alike", a, b, of[a])
			}
		}
	}
	if one := of[kinds[0][0]]; slices.ContainsFunc(kinds[0], func(w string) bool { return of[w] != one }) {
		t.Error("words that stand alike are in several classes")
	}
}
