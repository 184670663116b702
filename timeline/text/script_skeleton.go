package text

import "strings"

// Skeleton writes a name by its consonants in one alphabet, a key a word, so that the spellings of one name in Arabic, Persian and Latin letters
// meet: vowels, long or short, gutturals that other scripts leave out, doubled letters and the article go; letters that one script does not
// tell apart become one. It is for comparing, no transliteration: different names may share a skeleton.
func Skeleton(name string) []string {
	var words []string
	for word := range strings.FieldsSeq(Fold(apostrophes.Replace(name))) {
		if key := skeletonOf(word); key != "" {
			words = append(words, key)
		}
	}
	return words
}

var apostrophes = strings.NewReplacer("'", "", "’", "", "‘", "", "ʿ", "", "ʾ", "")

// skeletonOf is the skeleton of one word; empty for articles and what has no consonant.
func skeletonOf(word string) string {
	switch word {
	case "al", "el", "ul", "bin", "ibn", "bint", "ben", "van", "von", "de", "di", "the", "بن", "ابن", "ال":
		return ""
	}
	word = digraphs.Replace(Bare(word))
	out := make([]byte, 0, len(word))
	for _, r := range word {
		c, known := consonants[r]
		if !known || len(out) > 0 && out[len(out)-1] == c {
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

// Bare is a folded name without the Arabic article that begins it: القضاة and قضاة are one.
func Bare(folded string) string {
	if rest, cut := strings.CutPrefix(folded, "ال"); cut && len(rest) >= 4 {
		return rest
	}
	return folded
}

// digraphs are consonants that Latin spells with two letters, written as the Arabic one.
var digraphs = strings.NewReplacer("sh", "ش", "ch", "چ", "kh", "خ", "gh", "غ", "th", "ث", "dh", "ذ", "zh", "ژ", "ph", "f", "ck", "k", "ou", "", "ow", "")

var consonants = map[rune]byte{
	'b': 'b', 'p': 'b', 'ب': 'b', 'پ': 'b', 't': 't', 'ت': 't', 'ط': 't', 'ث': 't', 'j': 'j', 'g': 'j', 'ج': 'j', 'گ': 'j', 'غ': 'j',
	'خ': 'K', 'd': 'd', 'د': 'd', 'ض': 'd', 'ذ': 'd', 'r': 'r', 'ر': 'r', 'z': 'z', 'ز': 'z', 'ظ': 'z', 'ژ': 'j', 's': 's', 'س': 's', 'ص': 's', 'c': 'k',
	'ش': 'S', 'چ': 'S', 'f': 'f', 'v': 'f', 'ف': 'f', 'ڤ': 'f', 'k': 'k', 'q': 'k', 'ك': 'k', 'ک': 'k', 'ق': 'k', 'l': 'l', 'ل': 'l', 'm': 'm', 'م': 'm',
	'n': 'n', 'ن': 'n', 'x': 'k',
}
