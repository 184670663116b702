package merge

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/waqai/waqai/schemas"
	"github.com/waqai/waqai/timeline/calendar"
)

func dayText(day schemas.Day) string { return calendar.Day(day).String() }

const (
	headlineWords = 14 // of the sentence, from the trigger on
	clauseWords   = 5  // after which a comma ends it
	headlineNames = 3  // a side
)

// headline is the facts in one line in the words of a source: when · where · who ↔ whom: what. Nothing in it is worded by the program.
func (c *cluster) headline(row *schemas.Timeline) string {
	var parts []string
	if row.DateStart.Known || row.DateEnd.Known {
		parts = append(parts, headlineDate(&row.When))
	}
	if row.Place != "" {
		parts = append(parts, oneLine(row.Place))
	}
	by, with := side(row.Participants, "agent"), side(row.Participants, "counterpart")
	who := by
	if with != "" {
		who = strings.TrimPrefix(by+" ↔ "+with, " ↔ ")
	}
	what := snippet(c.teller(row).event)
	if who != "" {
		what = who + ": " + what
	}
	return strings.Join(append(parts, what), " · ")
}

func headlineDate(w *schemas.When) string {
	switch {
	case w.DateStart.Known && w.DateEnd.Known && w.DateStart.Value == w.DateEnd.Value:
		return dayText(w.DateStart.Value)
	case w.EDTF != "":
		return w.EDTF
	case w.DateStart.Known && w.DateEnd.Known:
		return dayText(w.DateStart.Value) + "/" + dayText(w.DateEnd.Value)
	case w.DateStart.Known:
		return dayText(w.DateStart.Value) + "/.."
	}
	return "../" + dayText(w.DateEnd.Value)
}

// side is the names of a role, a few.
func side(parts []schemas.EventParticipant, role string) string {
	var all []string
	for i := range parts {
		if parts[i].Role == role {
			all = append(all, oneLine(spoken(&parts[i])))
		}
	}
	if len(all) > headlineNames {
		all = append(all[:headlineNames], "…")
	}
	return strings.Join(all, "; ")
}

// spoken is a participant's name as the article has it where the known name is of another script: a headline is in the source's language.
func spoken(p *schemas.EventParticipant) string {
	if p.Name == p.Canonical && p.Text != "" && latin(p.Name) != latin(p.Text) {
		return p.Text
	}
	return p.Name
}

// latin tells whether the first letter of a text is.
func latin(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.Is(unicode.Latin, r)
		}
	}
	return false
}

// teller is the mention whose words the headline takes: of the row's language, status and kind, with a sentence, an agent and the most confidence.
func (c *cluster) teller(row *schemas.Timeline) *mention {
	best, bestPoints := c.members[0], float32(-1)
	for _, m := range c.members {
		e := m.event
		points := e.Confidence
		if e.Language == row.Language {
			points += 8
		}
		if e.Sentence != "" {
			points += 4
		}
		if e.Status == row.Status {
			points += 2
		}
		if e.Kind == row.Kind {
			points++
		}
		if e.Actor != "" {
			points++
		}
		if points > bestPoints {
			best, bestPoints = m, points
		}
	}
	return best
}

// snippet is the clause from the trigger on, without the agent where it follows at once (it stands before the colon already).
func snippet(e *schemas.Event) string {
	trigger := bare(e.Trigger, e.TriggerLemma)
	rest := afterRune(e.Sentence, int(e.SpanEnd-e.SentenceStart))
	for i := range e.Participants {
		p := &e.Participants[i]
		if gap := p.Start - e.SpanEnd; p.Role == "agent" && gap >= 0 && gap <= 1 {
			rest = afterRune(e.Sentence, int(p.End-e.SentenceStart))
			break
		}
	}
	words := []string{oneLine(trigger)}
	open := 0
	for _, word := range strings.Fields(rest) {
		open += strings.Count(word, "(") - strings.Count(word, ")")
		last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(word, "\"'»”)"))
		ends := strings.ContainsRune(".!?;:\u061b\u061f\u06d4", last) && !isNumber(word)
		pause := (last == ',' || last == '\u060c') && len(words) >= clauseWords
		if ends || pause {
			word = strings.TrimRight(word, ".,;:\u060c\u061b\u06d4\"'»”")
		}
		if word != "" {
			words = append(words, word)
		}
		if open <= 0 && (ends || pause) {
			break
		}
		if len(words) > headlineWords {
			words = append(words, "…")
			break
		}
	}
	return strings.TrimRight(strings.Join(words, " "), " ,\u060c")
}

// isNumber tells of a word whose stop may be a decimal point or an ordinal's.
func isNumber(word string) bool {
	digits := strings.TrimRight(word, ".:")
	for _, r := range digits {
		if !unicode.IsDigit(r) {
			return false
		}
	}
	return digits != "" // a stop alone, as the agent before it leaves it, ends the clause
}

// bare takes a particle off that is written together with the trigger before its word: what is left begins as the dictionary form does.
func bare(trigger, lemma string) string {
	if utf8.RuneCountInString(lemma) < 2 || strings.HasPrefix(trigger, lemma) {
		return trigger
	}
	_, first := utf8.DecodeRuneInString(lemma)
	_, second := utf8.DecodeRuneInString(lemma[first:])
	_, particle := utf8.DecodeRuneInString(trigger)
	if strings.HasPrefix(trigger[particle:], lemma[:first+second]) && !strings.HasPrefix(trigger, lemma[:first+second]) {
		return trigger[particle:]
	}
	return trigger
}

func afterRune(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[i:]
		}
		n--
	}
	return ""
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
