package text

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// radicals are the letters that a template's digits stand for; [0] is unused.
type radicals [6]rune

// template is a word shape: digits are root letters, every other letter is itself. A digit never matches one of the letters in `weak`, since alef
// and its like are no root letters; a template that has one writes it.
type template []rune

const weakRadicals = "\u0627\u0649\u0622\u0629" // alef, alef maksura, alef madda, ta marbuta

func (t template) match(word []rune) (radicals, bool) {
	var found radicals
	if len(t) != len(word) {
		return found, false
	}
	for i, r := range t {
		if r < '1' || r > '5' {
			if r != word[i] {
				return found, false
			}
			continue
		}
		if strings.ContainsRune(weakRadicals, word[i]) {
			return found, false
		}
		if k := r - '0'; found[k] == 0 {
			found[k] = word[i]
		} else if found[k] != word[i] {
			return found, false
		}
	}
	return found, true
}

// expand writes the template with its root letters.
func (t template) expand(root radicals) string {
	var b strings.Builder
	for _, r := range t {
		if r >= '1' && r <= '5' {
			r = root[r-'0']
		}
		b.WriteRune(r)
	}
	return b.String()
}

// ending is the shape of a word's end in inflections.tsv: "*" and then letters, where ? is any letter, C a consonant, V a vowel;
// letters may also stand before the "*".
type ending []rune

// match gives the part that * stands for and the letters that ?, C and V stand for, in order.
func (e ending) match(word, vowels string) (rest string, letters []rune, ok bool) {
	star := slices.Index(e, '*')
	if star < 0 {
		return "", nil, string(e) == word
	}
	word, ok = strings.CutPrefix(word, string(e[:star]))
	if !ok {
		return "", nil, false
	}
	for i := len(e) - 1; i > star; i-- {
		r, size := utf8.DecodeLastRuneInString(word)
		if size == 0 {
			return "", nil, false
		}
		switch e[i] {
		case '?':
			letters = append(letters, r)
		case 'V', 'C':
			if strings.ContainsRune(vowels, r) != (e[i] == 'V') {
				return "", nil, false
			}
			letters = append(letters, r)
		default:
			if e[i] != r {
				return "", nil, false
			}
		}
		word = word[:len(word)-size]
	}
	for i, j := 0, len(letters)-1; i < j; i, j = i+1, j-1 {
		letters[i], letters[j] = letters[j], letters[i]
	}
	return word, letters, word != ""
}

// expand writes a stem: * is the rest, ?, C, V the letters in order; once they are used up, the last of them again.
func (e ending) expand(rest string, letters []rune) string {
	var b strings.Builder
	b.Grow(len(rest) + 4*len(e))
	next := 0
	for _, r := range e {
		switch {
		case r == '*':
			b.WriteString(rest)
		case (r == '?' || r == 'C' || r == 'V') && len(letters) > 0:
			b.WriteRune(letters[min(next, len(letters)-1)])
			next++
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
