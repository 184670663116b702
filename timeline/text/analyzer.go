package text

import (
	"unicode"
	"unicode/utf8"
)

// Analyzer reads sources. It holds scratch memory and a memo of words, so each worker has its own; not safe for concurrent use.
type Analyzer struct {
	Language *Language
	memo     memo
	text     Text
	breaks   []candidate // where a sentence may end, found while the tokens are cut
	lines    []line
	longest  int32 // code points of the longest line
}

// candidate is a token before which a line break lies, or a mark that may end a sentence.
type candidate struct {
	token  int32
	breaks uint8 // line breaks before the token, saturated; 0 for a mark
}

// NewAnalyzer makes a reader of one language.
func NewAnalyzer(l *Language) *Analyzer { return &Analyzer{Language: l} }

// Read analyses source. The Text and its slices are reused by the next call.
func (a *Analyzer) Read(source string) *Text {
	a.memo.trim()
	a.text.Source, a.text.Language = source, a.Language
	a.tokenize(source)
	a.split()
	return &a.text
}

// tokenize cuts source in one pass. Words are looked up by the bytes they are written with, so that a word seen before costs one
// hash and no folding.
func (a *Analyzer) tokenize(source string) {
	table := a.Language.characters
	tokens := a.text.Tokens[:0]
	a.breaks = a.breaks[:0]
	var (
		runes       int32 // code points before position i
		spaceBefore = true
		lineBreaks  uint8
	)
	for i := 0; i < len(source); {
		c := source[i]
		size, class := 1, character(0)
		r := rune(c)
		switch {
		case c < utf8.RuneSelf:
			class = table[c]
		case c >= 0xC2 && c < 0xE0 && i+1 < len(source) && source[i+1]&0xC0 == 0x80:
			r, size = rune(c&0x1F)<<6|rune(source[i+1]&0x3F), 2
			class = table[r&(tableSize-1)]
		default:
			r, size = utf8.DecodeRuneInString(source[i:])
			class = table.of(r)
		}
		switch class {
		case space:
			spaceBefore = true
			i += size
			runes++
			continue
		case joiner, hidden:
			i += size
			runes++
			continue
		case lineBreak:
			spaceBefore = true
			if !(r == '\n' && i > 0 && source[i-1] == '\r') && lineBreaks < 255 {
				lineBreaks++
			}
			i += size
			runes++
			continue
		}
		if lineBreaks > 0 {
			a.breaks = append(a.breaks, candidate{token: int32(len(tokens)), breaks: lineBreaks})
		}
		var end int
		var count int32
		if class == mark { // a mark with no letter before it belongs to the letter after it
			if next := table.letterAfterMarks(source, i); next != mark {
				class = next
			} else {
				class = otherSymbol
				if r == 0x640 {
					class = punctuation
				}
			}
		}
		if len(tokens) == cap(tokens) {
			tokens = append(tokens, Token{})[:len(tokens)]
		}
		tokens = tokens[:len(tokens)+1]
		token := &tokens[len(tokens)-1]
		token.Start, token.RuneStart = int32(i), runes
		token.Shape = Shape{SpaceBefore: spaceBefore, LineBreak: lineBreaks > 0}
		token.Mark, token.Number, token.Word, token.Notes = 0, 0, nil, Notes{}
		switch class {
		case arabicLetter, otherLetter:
			end, count = table.word(source, i, class)
			token.Kind = Letters
		case digit:
			end, count = token.readDigits(source, i, table)
		default:
			end, count = i+size, 1
			token.Kind, token.Mark = Symbol, r
			if class == punctuation {
				token.Kind, token.Mark = Punctuation, foldMark(r)
				switch token.Mark {
				case '.', '!', '?', 0x2026:
					a.breaks = append(a.breaks, candidate{token: int32(len(tokens) - 1)})
				}
			} else if r >= utf8.RuneSelf || r == '`' {
				token.Mark = foldMark(r)
			}
		}
		i = end
		runes += count
		token.End, token.RuneEnd = int32(end), runes
		spaceBefore, lineBreaks = false, 0
	}
	a.text.Tokens = tokens
	a.memo.find(a.Language, source, tokens)
}

// word gives the end of the word that begins at start and its length in code points. Marks stay inside; a joiner only where a letter of the
// same script follows, so that what surrounds a word never gets into it.
func (t *characterTable) word(source string, start int, script character) (end int, count int32) {
	i := start
	for {
		// The inner loops are the hot path of the whole program: letters of one and of two bytes.
		if script == arabicLetter {
			for i+1 < len(source) {
				c := source[i]
				d := source[i+1]
				if c&0xFC != 0xD8 || d&0xC0 != 0x80 {
					break
				}
				class := t[rune(c&0x1F)<<6|rune(d&0x3F)]
				if class != arabicLetter && class != mark {
					break
				}
				i += 2
				count++
			}
		} else {
			for i < len(source) && source[i] < utf8.RuneSelf && t[source[i]] == otherLetter {
				i++
				count++
			}
		}
		if i >= len(source) || source[i] < utf8.RuneSelf {
			return i, count
		}
		r, size := utf8.DecodeRuneInString(source[i:])
		class := t.of(r)
		if class == joiner || class == hidden {
			next, between := i+size, int32(1)
			for next < len(source) {
				r, size = utf8.DecodeRuneInString(source[next:])
				class = t.of(r)
				if class != joiner && class != hidden {
					break
				}
				next += size
				between++
			}
			if next >= len(source) || class != script {
				return i, count
			}
			i, count = next, count+between
			continue
		}
		if class != script && class != mark {
			return i, count
		}
		i += size
		count++
	}
}

// letterAfterMarks gives the class of the letter that the marks at start precede, or mark.
func (t *characterTable) letterAfterMarks(source string, start int) character {
	for _, r := range source[start:] {
		switch class := t.of(r); class {
		case mark:
		case arabicLetter, otherLetter:
			return class
		default:
			return mark
		}
	}
	return mark
}

// numberLimit is where Number saturates.
const numberLimit = int64(1) << 62

func (token *Token) readDigits(source string, start int, table *characterTable) (end int, count int32) {
	token.Kind = Digits
	i, zero := start, rune(-1)
	for i < len(source) {
		r, size := rune(source[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(source[i:])
		}
		value := digitValue(r)
		if value < 0 {
			if class := table.of(r); (class == hidden || class == joiner) && i > start { // a bidi control within a number
				if next, _ := utf8.DecodeRuneInString(source[i+size:]); digitValue(next) >= 0 && next-rune(digitValue(next)) == zero {
					i += size
					count++
					continue
				}
			}
			break
		}
		if zero < 0 {
			zero = r - rune(value)
			token.Shape.LeadingZero = value == 0
		} else if r-rune(value) != zero {
			break
		}
		if token.Number >= numberLimit/10 {
			token.Number = numberLimit
		} else {
			token.Number = token.Number*10 + int64(value)
		}
		if token.Shape.Digits < 255 {
			token.Shape.Digits++
		}
		i += size
		count++
	}
	return i, count
}

// capitals tells how a word is written.
func capitals(word string) (capital, all bool) {
	letters, first := 0, true
	all = true
	for _, r := range word {
		if !unicode.IsLetter(r) {
			continue
		}
		upper := unicode.IsUpper(r) || unicode.IsTitle(r)
		if first {
			capital, first = upper, false
		}
		all = all && upper
		letters++
	}
	return capital, all && letters >= 2
}
