package timeline

import (
	"fmt"
	"slices"
	"strings"

	"github.com/waqai/waqai/timeline/lang"
)

// detector tells languages apart by letters and common words, which the profiles name: `letters` are those that the language uses and its
// neighbours of the same script do not, `common` its most frequent short words.
type detector struct {
	codes   []string
	letters map[rune][]int // code point → indexes of codes
	words   map[string][]int
}

func newDetector(codes, overlays []string) (*detector, error) {
	d := &detector{codes: codes, letters: map[rune][]int{}, words: map[string][]int{}}
	for i, code := range codes {
		pack, err := lang.Open(code, overlays...)
		if err != nil {
			return nil, err
		}
		profile, err := pack.Profile()
		if err != nil {
			return nil, err
		}
		if profile["letters"] == "" || profile["common"] == "" {
			return nil, fmt.Errorf("lang/%s/profile.tsv: no letters or common row; add both, so that the language can be detected", code)
		}
		for _, letter := range profile["letters"] {
			d.letters[letter] = append(d.letters[letter], i)
		}
		for _, word := range strings.Fields(profile["common"]) {
			d.words[word] = append(d.words[word], i)
		}
	}
	return d, nil
}

// enough is how many bytes of a text are looked at; a language shows itself well before.
const enough = 4096

// detect gives the code of the likeliest language. A common word counts as much as wordWeight telling letters.
func (d *detector) detect(source string) string {
	const wordWeight = 4
	score := make([]int, len(d.codes))
	if len(source) > enough {
		source = source[:enough]
	}
	for _, letter := range source {
		for _, i := range d.letters[letter] {
			score[i]++
		}
	}
	for word := range strings.FieldsSeq(strings.ToLower(source)) {
		for _, i := range d.words[word] {
			score[i] += wordWeight
		}
	}
	return d.codes[slices.Index(score, slices.Max(score))]
}
