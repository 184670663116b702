package merge

import (
	"cmp"
	"slices"
	"strings"
)

// views gathers what the sources say of one thing: each value with those who give it.
type views struct {
	about  string // date, status, place, number
	values []view
}

type view struct {
	shown  string
	folded string
	voices []string // for counting
	given  []string // for showing: publisher, else document
}

func newViews(about string) *views { return &views{about: about} }

// add notes that a mention gives a value. Values are one where their folded forms are.
func (v *views) add(shown, folded string, m *mention) {
	at := slices.IndexFunc(v.values, func(o view) bool { return o.folded == folded })
	if at < 0 {
		at = len(v.values)
		v.values = append(v.values, view{shown: shown, folded: folded})
	}
	one := &v.values[at]
	if voice := m.source.voice(); !slices.Contains(one.voices, voice) {
		one.voices = append(one.voices, voice)
		one.given = append(one.given, cmp.Or(m.event.Publisher, m.event.DocumentID))
	}
}

// String is the conflict in one line, empty where there is none: "date: 2023-08-06 (A; B), 2023-08-07 (C)".
func (v *views) String() string {
	if len(v.values) < 2 {
		return ""
	}
	parts := make([]string, len(v.values))
	for i, one := range v.values {
		parts[i] = one.shown + " (" + strings.Join(one.given, "; ") + ")"
	}
	return v.about + ": " + strings.Join(parts, ", ")
}
