package text

// withMarks gives a Word of its own to a spelling whose vowel marks rule some readings out, nil where they do not.
func (l *Language) withMarks(word *Word, spelling string) *Word { return nil }
