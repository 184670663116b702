package event

import (
	"strings"
	"testing"

	"github.com/waqai/waqai/timeline/text"
)

func TestReadWordClasses(t *testing.T) {
	c, err := readWordClasses("classes.tsv", "# header\n7\tوزير رئيس\n\n4095\tقال\n")
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]uint16{"وزير": 7, "رئيس": 7, "قال": 4095, "بيت": 0} {
		if got := c.note(&text.Word{Norm: word}); got != want {
			t.Errorf("class of %s is %d, not %d", word, got, want)
		}
	}
	for data, want := range map[string]string{
		"1\tا\n0\tب\n":     "classes.tsv:2",
		"x\tا\n":           "classes.tsv:1",
		"4096\tا\n":        "classes.tsv:1",
		"1\tا\n\n2\tب ا\n": "classes.tsv:3",
	} {
		if _, err := readWordClasses("classes.tsv", data); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v does not name %s", data, err, want)
		}
	}
}

// TestWordClassOfTokens reads the classes where a text shows them: a word has one whatever particles are written before it, and what is no word has
// none, also where a word stood in its place in the text before.
func TestWordClassOfTokens(t *testing.T) {
	finder, analyzer := loadArabic(t)
	class := func(source string) []int {
		r := &reading{Text: analyzer.Read(source), lexicon: finder.lexicon}
		var all []int
		for i := range r.Tokens {
			all = append(all, r.wordClass(i, 0))
		}
		return all
	}
	words := class("باريس وباريس لندن")
	if words[0] == 0 || words[0] != words[1] || words[0] != words[2] {
		t.Errorf("classes of Paris, and-Paris, London: %v; not one", words)
	}
	if marks := class("3 . ،"); marks[0] != 0 || marks[1] != 0 || marks[2] != 0 {
		t.Errorf("classes of a number and marks: %v; not none", marks)
	}
}
