package text

import (
	"sync"
	"unicode"
)

// character is what the reader needs to know of one code point to cut tokens.
type character uint8

const (
	otherSymbol character = iota
	space
	lineBreak
	arabicLetter
	otherLetter
	mark   // a combining mark or tatweel: part of the word it follows
	joiner // ZWNJ, ZWJ, soft hyphen: part of a word only between two of its letters
	hidden // bidi controls and the like: never part of a word's spelling
	digit
	punctuation
)

// tableSize covers every code point of one or two bytes in UTF-8: ASCII, Latin, Greek, Cyrillic, Hebrew, Arabic.
const tableSize = 0x800

// characterTable classifies the code points below tableSize, so that the usual text is read with one look-up a character.
type characterTable [tableSize]character

// characters makes the table when the first language is loaded.
var characters = sync.OnceValue(func() *characterTable {
	table := new(characterTable)
	for r := range table {
		table[r] = classify(rune(r))
	}
	return table
})

// of gives the class of any code point.
func (t *characterTable) of(r rune) character {
	if r < tableSize {
		return t[r]
	}
	return classify(r)
}

func classify(r rune) character {
	switch {
	case r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029:
		return lineBreak
	case r == 0x200B || unicode.IsSpace(r) || r == 0x180E:
		return space
	case r == 0x200C || r == 0x200D || r == 0xAD || r == 0x2060:
		return joiner
	case isBidiControl(r) || r == 0xFEFF || r >= 0xFE00 && r <= 0xFE0F:
		return hidden
	case isArabicMark(r):
		return mark
	case isArabicLetter(r):
		return arabicLetter
	case unicode.IsLetter(r):
		return otherLetter
	case unicode.IsMark(r):
		return mark
	case digitValue(r) >= 0:
		return digit
	case unicode.IsPunct(r):
		return punctuation
	}
	if r < ' ' || r == 0x7F || r >= 0x80 && r < 0xA0 {
		return space
	}
	return otherSymbol
}

func isBidiControl(r rune) bool {
	return r == 0x61C || r == 0x200E || r == 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2061 && r <= 0x206F
}

// digitValue gives the value of a Western, Arabic-Indic, Persian or full-width digit, else -1.
func digitValue(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= 0x660 && r <= 0x669:
		return int(r - 0x660)
	case r >= 0x6F0 && r <= 0x6F9:
		return int(r - 0x6F0)
	case r >= 0xFF10 && r <= 0xFF19:
		return int(r - 0xFF10)
	}
	return -1
}

// foldMark brings the variants of one mark together; rules and lexicons write the result. Opening and closing quotation marks and the
// three lengths of dash stay apart, since they tell what a range or a quotation is.
func foldMark(r rune) rune {
	switch r {
	case 0x60C, 0x66C, 0xFF0C, 0x3001: // Arabic comma, thousands separator
		return ','
	case 0x61B, 0xFF1B:
		return ';'
	case 0x61F, 0xFF1F:
		return '?'
	case 0x6D4, 0x66B, 0xFF0E, 0x3002: // Urdu full stop, Arabic decimal separator
		return '.'
	case 0x66A, 0xFF05, 0xFE6A:
		return '%'
	case 0x2018, 0x2019, 0x201A, 0x201B, 0x2BC, 0x60, 0xB4, 0x2032:
		return '\''
	case 0x201E, 0x201F:
		return 0x201C
	case 0x2010, 0x2011, 0x2012, 0x2212, 0x640, 0xFE63, 0xFF0D:
		return '-'
	case 0x2015:
		return 0x2014
	case 0xFF01:
		return '!'
	case 0xFF1A, 0x2236:
		return ':'
	case 0xFF08, 0xFD3E:
		return '('
	case 0xFF09, 0xFD3F:
		return ')'
	case 0x2044, 0x2215, 0xFF0F:
		return '/'
	}
	return r
}
