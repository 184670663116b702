package text

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/waqai/waqai/timeline/lang"
)

// loadWith reads a language with extra tables: name → rows without header.
func loadWith(t testing.TB, code string, tables map[string]string) *Language {
	t.Helper()
	l, err := tryLoad(t, code, tables)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func tryLoad(t testing.TB, code string, tables map[string]string) (*Language, error) {
	t.Helper()
	dir := t.TempDir()
	for name, data := range tables {
		path := filepath.Join(dir, code, "lexicon", name+".tsv")
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	pack, err := lang.Open(code, dir)
	if err != nil {
		t.Fatal(err)
	}
	b, err := NewBuilder(pack)
	if err != nil {
		return nil, err
	}
	return b.Language()
}

// describe writes a reading in short: past.3ms, present.3mp.passive+object, verbalnoun, ...
func describe(a Analysis) string {
	var parts []string
	switch a.Derivation {
	case VerbalNoun:
		parts = append(parts, "masdar")
	case ActiveParticiple:
		parts = append(parts, "active")
	case PassiveParticiple:
		parts = append(parts, "participle")
	default:
		parts = append(parts, [...]string{"none", "past", "present", "future", "imperative", "infinitive"}[a.Tense])
	}
	agreement := func(a Agreement) string {
		s := ""
		if a.Person != 0 {
			s = fmt.Sprint(a.Person)
		}
		if a.Gender != 0 {
			s += string(rune(a.Gender))
		}
		return s + [...]string{"", "s", "d", "p"}[a.Number]
	}
	if s := agreement(a.Agreement); s != "" {
		parts = append(parts, s)
	}
	if a.Passive && a.Derivation != PassiveParticiple {
		parts = append(parts, "passive")
	}
	if a.Negative {
		parts = append(parts, "negative")
	}
	for i, name := range []string{"and", "then", "in", "to", "like", "article", "will", "", "ask"} {
		if name != "" && a.Clitics&(1<<i) != 0 {
			parts = append(parts, name)
		}
	}
	if a.Clitics&Object != 0 {
		parts = append(parts, "object"+agreement(a.Owner))
	}
	return strings.Join(parts, ".")
}

// expect checks that a spelling has a reading of lemma that describes itself so.
func expect(t *testing.T, l *Language, spelling, lemma, want string) {
	t.Helper()
	word := l.Word(spelling)
	var got []string
	for _, a := range word.Analyses {
		if a.Guessed {
			continue
		}
		text := describe(a)
		if l.Name(a.Lemma) == lemma && text == want {
			return
		}
		got = append(got, l.Name(a.Lemma)+" "+text)
	}
	t.Errorf("%s: no reading %s %s; there are %q", spelling, lemma, want, got)
}
