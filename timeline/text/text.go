// Package text turns a string into tokens, sentences and words that later stages read.
//
// In: the source string of one document and a Language (its script, clitics, affixes and the vocabulary that the other
// stages asked for). Out: a Text, whose tokens carry their place in the source and a Word: everything the vocabulary can say about one
// spelling. It knows letters, words and their forms; it does not know what a word means for time, people or events: those
// stages look a word up by its WordID in tables of their own.
//
// Note [offsets]: a token holds byte offsets (for slicing Source) and code point offsets (for everything that leaves the
// program). Both are computed once, here. Normal forms never have offsets.
package text

// Span is a range of Unicode code points of a document's source, end exclusive.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Kind says what a token is made of.
type Kind uint8

const (
	Letters     Kind = iota // a run of letters with their marks, tatweel and joiners
	Digits                  // a run of decimal digits of one script, Western, Arabic-Indic or Persian
	Punctuation             // one mark
	Symbol                  // one other character ($, %, +, emoji)
)

// Token is one word, number or mark of the source.
type Token struct {
	Start, End         int32 // bytes of Source
	RuneStart, RuneEnd int32 // code points of Source
	Kind               Kind
	Shape              Shape // how it is written: capitals, digit count, space before
	Mark               rune  // the character, folded (، → ',', ؛ → ';', ؟ → '?'), of Punctuation and Symbol; else 0
	Number             int64 // value of Digits (saturated at 1<<62); else 0
	Word               *Word // of Letters: never nil; shared and immutable
	Notes              Notes // of Word, so that a look at each token does not go on to it; zero for other tokens
}

// Shape holds small facts of spelling.
type Shape struct {
	Digits      uint8 // number of digits, saturated
	SpaceBefore bool  // white space or text start before the token
	LineBreak   bool  // a line break lies before the token
	Capital     bool  // first letter upper case
	AllCapitals bool  // every letter upper case, at least two
	LeadingZero bool
}

// Sentence is a range of tokens, end exclusive.
type Sentence struct {
	First, Last int  // tokens [First, Last)
	Paragraph   int  // number of its paragraph, from 0
	Title       bool // a headline line: short, no full stop, alone in its paragraph
}

// Text is a source with its tokens and sentences. It is valid until the Analyzer that made it reads another source.
type Text struct {
	Source    string
	Language  *Language
	Tokens    []Token
	Sentences []Sentence
}

// Span gives the code points that tokens [first, last) cover.
func (t *Text) Span(first, last int) Span {
	return Span{Start: int(t.Tokens[first].RuneStart), End: int(t.Tokens[last-1].RuneEnd)}
}

// Slice gives the source text that tokens [first, last) cover.
func (t *Text) Slice(first, last int) string {
	return t.Source[t.Tokens[first].Start:t.Tokens[last-1].End]
}
