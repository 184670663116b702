package text

import "unicode/utf8"

// line is a range of tokens between line breaks.
type line struct {
	first, last int32
	blankBefore bool // an empty line lies before it
}

const (
	wrapWidth   = 90 // code points: a longer line was not wrapped by hand
	wrapSlack   = 22 // how much shorter than the longest a wrapped line may be: one long word
	titleTokens = 30
)

// split finds the sentences and paragraphs of the tokens.
func (a *Analyzer) split() {
	t := &a.text
	t.Sentences = t.Sentences[:0]
	if len(t.Tokens) == 0 {
		return
	}
	a.findLines()
	a.longest = a.longestLine()
	wrapped := a.hardWrapped()
	mark := 0
	for i := 0; i < len(a.lines); {
		// join the lines that a typist's margin broke
		j := i + 1
		for wrapped && j < len(a.lines) && a.continues(a.lines[j-1], a.lines[j]) {
			j++
		}
		first, last := a.lines[i].first, a.lines[j-1].last
		paragraph := 0
		if n := len(t.Sentences); n > 0 {
			paragraph = t.Sentences[n-1].Paragraph + 1
		}
		before := len(t.Sentences)
		start := first
		for ; mark < len(a.breaks) && a.breaks[mark].token < last; mark++ {
			c := a.breaks[mark]
			if c.breaks > 0 || c.token < start {
				continue
			}
			if end, ok := a.endsAt(c.token, start, last); ok {
				t.Sentences = append(t.Sentences, Sentence{First: int(start), Last: int(end), Paragraph: paragraph})
				start = end
			}
		}
		if start < last {
			t.Sentences = append(t.Sentences, Sentence{First: int(start), Last: int(last), Paragraph: paragraph})
		}
		if len(t.Sentences) == before+1 && (i > 0 || j < len(a.lines)) {
			s := &t.Sentences[before]
			s.Title = a.isTitle(*s)
		}
		i = j
	}
}

func (a *Analyzer) findLines() {
	a.lines = a.lines[:0]
	current := line{}
	for _, c := range a.breaks {
		if c.breaks == 0 || c.token == 0 {
			continue
		}
		current.last = c.token
		a.lines = append(a.lines, current)
		current = line{first: c.token, blankBefore: c.breaks > 1}
	}
	current.last = int32(len(a.text.Tokens))
	a.lines = append(a.lines, current)
}

func (a *Analyzer) width(l line) int32 {
	return a.text.Tokens[l.last-1].RuneEnd - a.text.Tokens[l.first].RuneStart
}

// hardWrapped tells text whose lines were broken at a margin, as old agency copy is: several lines, none long, most about as long as the
// longest, and most of these without the end of a sentence.
func (a *Analyzer) hardWrapped() bool {
	if len(a.lines) < 3 {
		return false
	}
	if a.longest > wrapWidth || a.longest < 30 {
		return false
	}
	full, open, breaks := 0, 0, 0
	for i, l := range a.lines[:len(a.lines)-1] {
		if a.lines[i+1].blankBefore {
			continue
		}
		breaks++
		if a.width(l) >= a.longest-wrapSlack {
			full++
			switch a.text.Tokens[l.last-1].Mark {
			case '.', '!', '?', ':', 0x2026:
			default:
				open++
			}
		}
	}
	return breaks > 0 && full*2 >= breaks && open*2 >= full
}

func (a *Analyzer) longestLine() int32 {
	longest := int32(0)
	for _, l := range a.lines {
		longest = max(longest, a.width(l))
	}
	return longest
}

// continues tells whether a line of wrapped text goes on in the next one.
func (a *Analyzer) continues(l, next line) bool {
	if next.blankBefore {
		return false
	}
	full := a.width(l) >= a.longest-wrapSlack
	end := &a.text.Tokens[l.last-1]
	switch end.Mark {
	case '.', '!', '?', 0x2026, ':':
		return full
	}
	start := &a.text.Tokens[next.first]
	return full || end.Mark == ',' || start.Kind == Letters && !start.Shape.Capital && a.Language.cased
}

// endsAt tells whether the mark at token ends a sentence that began at start, and where the next one begins. limit is the end of the
// paragraph.
func (a *Analyzer) endsAt(at, start, limit int32) (int32, bool) {
	tokens := a.text.Tokens
	end, dots := at+1, 0
	if tokens[at].Mark == '.' {
		dots = 1
	}
	for end < limit && !tokens[end].Shape.SpaceBefore {
		switch tokens[end].Mark {
		case '.':
			dots++
		case '!', '?', 0x2026:
		default:
			goto run
		}
		end++
	}
run:
	ellipsis := dots > 1 || tokens[at].Mark == 0x2026
	closed := end
	for closed < limit && isClosing(&tokens[closed]) && (!tokens[closed].Shape.SpaceBefore || tokens[closed].Mark != '"' && tokens[closed].Mark != '\'') {
		closed++
	}
	if closed >= limit {
		return limit, true
	}
	next := &tokens[closed]
	if a.insideParentheses(start, at, closed, limit) {
		return 0, false
	}
	if closed > end || next.Shape.SpaceBefore {
		switch next.Mark {
		case ',', ';', ':':
			return 0, false
		}
	}
	if next.Kind == Letters && a.Language.cased && next.Shape.SpaceBefore && !next.Shape.Capital && isLatin(next) && (ellipsis || closed > end || dots == 1) {
		return 0, false // "Why?" he asked
	}
	if ellipsis {
		return closed, next.Kind == Letters && next.Shape.Capital
	}
	if dots == 1 {
		if a.isAbbreviation(at, start, closed, limit) {
			return 0, false
		}
		if !next.Shape.SpaceBefore && closed == end {
			// 3.5, example.com; but Arabic news often forgets the space after a full stop
			if next.Kind != Letters || isLatin(next) || at == start || tokens[at-1].Kind != Letters || isLatin(&tokens[at-1]) {
				return 0, false
			}
		}
	}
	return closed, true
}

// insideParentheses tells whether the mark stands in round brackets that close later in the paragraph.
func (a *Analyzer) insideParentheses(start, at, closed, limit int32) bool {
	const reach = 60
	tokens := a.text.Tokens
	depth := 0
	for i := max(start, at-reach); i < closed; i++ {
		switch tokens[i].Mark {
		case '(':
			depth++
		case ')':
			depth = max(0, depth-1)
		}
	}
	if depth == 0 {
		return false
	}
	for i := closed; i < min(limit, closed+reach); i++ {
		if tokens[i].Mark == ')' {
			return true
		}
	}
	return false
}

func isClosing(token *Token) bool {
	switch token.Mark {
	case '"', '\'', ')', ']', '}', 0xBB, 0x201D:
		return true
	}
	return false
}

// isLatin tells a word of a script other than Arabic.
func isLatin(token *Token) bool {
	if token.Word == nil || token.Word.Norm == "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(token.Word.Norm)
	return !isArabicLetter(r)
}

// isAbbreviation tells whether the full stop at token at belongs to the word before it. Such a full stop still ends the sentence where
// the abbreviation may stand last and what follows looks like a beginning.
func (a *Analyzer) isAbbreviation(at, start, next, limit int32) bool {
	if at == start {
		return true
	}
	tokens := a.text.Tokens
	before, after := &tokens[at-1], &tokens[next]
	if before.Kind == Digits {
		return at-1 == start && !after.Shape.LineBreak // the number of a list item
	}
	if before.Kind != Letters || tokens[at].Shape.SpaceBefore {
		return false
	}
	kind := a.Language.abbreviation(before.Word)
	letter := before.RuneEnd-before.RuneStart == 1
	chain := letter && at-3 >= start && tokens[at-2].Mark == '.' && tokens[at-3].Kind == Letters &&
		tokens[at-3].RuneEnd-tokens[at-3].RuneStart == 1 && !before.Shape.SpaceBefore
	switch {
	case chain, kind == mayEnd: // U.S., a.m., etc.
		return !a.begins(after)
	case kind == neverEnds:
		return true
	case kind == beforeNumber:
		return after.Kind == Digits
	case letter && isLatin(before) && before.Shape.Capital: // an initial: J. Smith
		return true
	case letter && !after.Shape.SpaceBefore:
		return true
	}
	return false
}

// begins tells a token that is likely the first of a sentence: a capital of a function word, or any capital where case says nothing else.
func (a *Analyzer) begins(token *Token) bool {
	if token.Shape.LineBreak {
		return true
	}
	if token.Kind == Punctuation {
		return token.Mark == '"' || token.Mark == 0x201C
	}
	if token.Kind != Letters || !token.Shape.SpaceBefore {
		return false
	}
	if isLatin(token) && !token.Shape.Capital {
		return false
	}
	for i := range token.Word.Analyses {
		if part := token.Word.Analyses[i].Part; part == Particle || part == Verb && !isLatin(token) {
			return true
		}
	}
	return false
}

// isTitle tells a paragraph of one short sentence that ends without a full stop.
func (a *Analyzer) isTitle(s Sentence) bool {
	if s.Last-s.First > titleTokens {
		return false
	}
	switch last := &a.text.Tokens[s.Last-1]; last.Mark {
	case '.', '!', '?', ':', ',', ';':
		return false
	case '"', 0xBB, 0x201D:
		if s.Last-s.First >= 2 && a.text.Tokens[s.Last-2].Mark == '.' {
			return false
		}
	}
	return true
}
