package text

import (
	"slices"
	"strings"
)

// withMarks gives a Word of its own to a spelling whose marks decide between readings, nil where they do not. News writes a mark only where the
// reader could go wrong, so the few that stand are worth reading: a shadda within the word (forms II and V), a damma on the first letter of a past
// (passive) or on the person prefix of a form I imperfect (passive).
func (l *Language) withMarks(word *Word, spelling string) *Word {
	if l.cased || len(word.Analyses) == 0 || !strings.ContainsRune(spelling, shadda) && !strings.ContainsRune(spelling, damma) {
		return nil
	}
	marks := l.marksByLetter(spelling)
	if len(marks) != len([]rune(word.Norm)) {
		return nil
	}
	analyses := slices.Clone(word.Analyses)
	for i := range analyses {
		a := &analyses[i]
		first := int(a.Prefix)
		if a.Part != Verb || a.Derivation != Finite || a.Passive || first >= len(marks) || marks[first]&hasDamma == 0 {
			continue
		}
		a.Passive = a.Tense == Past || a.Form == 1
	}
	slices.SortStableFunc(analyses, func(a, b Analysis) int { return againstShadda(a, marks) - againstShadda(b, marks) })
	if slices.Equal(analyses, word.Analyses) {
		return nil
	}
	return l.note(&Word{Norm: word.Norm, Exact: word.Exact, Analyses: analyses})
}

// againstShadda is 1 for a form I reading of a word with a shadda between its first and its last letters, which no such verb has.
func againstShadda(a Analysis, marks []letterMarks) int {
	begin, end := int(a.Prefix)+1, len(marks)-int(a.Suffix)-1
	for i := begin; i < end; i++ {
		if marks[i]&hasShadda != 0 && a.Form == 1 {
			return 1
		}
	}
	return 0
}

type letterMarks uint8

const (
	hasShadda letterMarks = 1 << iota
	hasDamma
)

// marksByLetter gives the marks that stand on each letter of the normal form.
func (l *Language) marksByLetter(spelling string) []letterMarks {
	var marks []letterMarks
	for _, r := range spelling {
		switch {
		case r == shadda && len(marks) > 0:
			marks[len(marks)-1] |= hasShadda
		case r == damma && len(marks) > 0:
			marks[len(marks)-1] |= hasDamma
		case isArabicMark(r), l.characters.of(r) == joiner, l.characters.of(r) == hidden:
		default:
			marks = append(marks, 0)
		}
	}
	return marks
}
