package text

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// appendNormal appends the normal form of one word's spelling. It is done once for each new spelling, so it may take its time.
func (l *Language) appendNormal(buffer []byte, word string) []byte {
	start, composed := len(buffer), true
	for _, r := range word {
		switch class := l.characters.of(r); {
		case class == joiner || class == hidden || isArabicMark(r):
		case class == mark:
			buffer = utf8.AppendRune(buffer, r)
			composed = false
		case r >= 0xFB00: // shaped and full-width letters
			for _, part := range norm.NFKC.String(string(r)) {
				if !isArabicMark(part) && part != ' ' {
					buffer = utf8.AppendRune(buffer, l.fold(part))
				}
			}
		default:
			buffer = utf8.AppendRune(buffer, l.fold(r))
		}
	}
	if !composed {
		return append(buffer[:start], norm.NFC.Bytes(buffer[start:])...)
	}
	return buffer
}

func (l *Language) fold(r rune) rune {
	if r < utf8.RuneSelf {
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	if isArabicLetter(r) {
		r = foldArabic(r)
		if folded, ok := l.folds[r]; ok {
			return folded
		}
		return r
	}
	return unicode.ToLower(r)
}

// normal gives the normal form of a word.
func (l *Language) normal(word string) string { return string(l.appendNormal(nil, word)) }

// plain gives a Latin word without its diacritics: Erdoğan → erdogan.
func plain(word string) string {
	decomposed := norm.NFD.String(word)
	letters := make([]rune, 0, len(decomposed))
	for _, r := range decomposed {
		switch r {
		case 'ı':
			r = 'i'
		case 'ø':
			r = 'o'
		case 'ł':
			r = 'l'
		case 'đ':
			r = 'd'
		}
		if !unicode.Is(unicode.Mn, r) {
			letters = append(letters, r)
		}
	}
	return string(letters)
}
