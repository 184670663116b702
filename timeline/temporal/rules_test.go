package temporal

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/waqai/waqai/timeline/calendar"
	"github.com/waqai/waqai/timeline/lang"
	"github.com/waqai/waqai/timeline/text"
)

// loaded is a language ready to tag.
type loaded struct {
	tagger   *Tagger
	analyzer *text.Analyzer
	scratch  Scratch
}

func load(t testing.TB, code string) *loaded {
	t.Helper()
	pack, err := lang.Open(code)
	if err != nil {
		t.Fatal(err)
	}
	builder, err := text.NewBuilder(pack)
	if err != nil {
		t.Fatal(err)
	}
	tagger, err := Load(pack, builder)
	if err != nil {
		t.Fatal(err)
	}
	language, err := builder.Language()
	if err != nil {
		t.Fatal(err)
	}
	return &loaded{tagger: tagger, analyzer: text.NewAnalyzer(language)}
}

// tag reads a sentence with its reference day and direction.
func (l *loaded) tag(t testing.TB, sentence, reference, prefer string) []Timex {
	t.Helper()
	options := Options{}
	if reference != "" {
		day, err := calendar.ParseDay(reference)
		if err != nil {
			t.Fatal(err)
		}
		options.Reference, options.HasReference = day.Start(), true
	}
	var err error
	if options.Prefer, err = ParsePrefer(prefer); err != nil {
		t.Fatal(err)
	}
	return l.tagger.Tag(l.analyzer.Read(sentence), options, &l.scratch)
}

// TestRuleExamples runs every example of every rule of every language: the expression in brackets must be found with its value, by that rule.
func TestRuleExamples(t *testing.T) {
	for _, code := range lang.Codes() {
		l := load(t, code)
		for i := range l.tagger.grammar.rules {
			for _, example := range l.tagger.grammar.rules[i].examples {
				before, rest, _ := strings.Cut(example.Text, "[")
				inside, after, found := strings.Cut(rest, "]")
				if !found || example.Value == "" {
					t.Errorf("%s: an example needs its expression in [brackets] and a line expect", example.Place)
					continue
				}
				ok := false
				got := l.tag(t, before+inside+after, example.Reference, example.Prefer)
				for _, x := range got {
					start := len([]rune(before))
					if x.Span.Start == start && x.Span.End == start+len([]rune(inside)) && x.Value == example.Value && x.Rule == example.Rule {
						ok = true
					}
				}
				if !ok {
					t.Errorf("%s: %q is not %s by rule %s; found %s", example.Place, inside, example.Value, example.Rule, describe(got))
				}
			}
		}
	}
}

func describe(found []Timex) string {
	var parts []string
	for _, x := range found {
		parts = append(parts, fmt.Sprintf("%s at %d-%d by %s", x.Value, x.Span.Start, x.Span.End, x.Rule))
	}
	return strings.Join(parts, ", ")
}

// TestNothingFound runs negative.txt of every language: sentences without any temporal expression.
func TestNothingFound(t *testing.T) {
	files, err := filepath.Glob("../lang/*/examples/negative.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files of negative examples (%v)", len(files), err)
	}
	for _, file := range files {
		l := load(t, filepath.Base(filepath.Dir(filepath.Dir(file))))
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for sentence := range strings.Lines(string(data)) {
			sentence = strings.TrimSpace(sentence)
			if sentence == "" || sentence[0] == '#' {
				continue
			}
			if got := l.tag(t, sentence, "2024-01-10", ""); len(got) > 0 {
				t.Errorf("%s: %q gave %s", file, sentence, describe(got))
			}
		}
	}
}

// TestWithoutReference: nothing is guessed where the day of publication is unknown.
func TestWithoutReference(t *testing.T) {
	l := load(t, "en")
	for sentence, want := range map[string]string{
		"It happened on Friday.": "XXXX-WXX-5", "It happened on March 3.": "XXXX-03-03", "It happened in 2011.": "2011", "It happened yesterday.": "XXXX-XX-XX",
	} {
		got := l.tag(t, sentence, "", "")
		if len(got) != 1 || got[0].Value != want {
			t.Errorf("%q: %s, want %s", sentence, describe(got), want)
		} else if got[0].HasInterval != (want == "2011") {
			t.Errorf("%q: interval %v", sentence, got[0].Interval)
		}
	}
}

// TestBadRules: a faulty line is named with its remedy.
func TestBadRules(t *testing.T) {
	for source, want := range map[string]string{
		"match x":                               "before the first rule",
		"rule a":                                "write rule NAME = CATEGORY",
		"rule a = date\nmatch [x":               `no "]"`,
		"rule a = date\nmatch [x]":              "everything may be absent",
		"rule a = date\nmatch x\nvalue day(":    "a ) is missing",
		"rule a = date\nmatch x\nvalue jump(x)": `no operation "jump"`,
		"rule a = date\nwhere nowhere":          "no context",
		"rule a = date\nhello":                  "a line begins with",
	} {
		err := newGrammar(newLexicon()).read(lang.File{Name: "x.rules", Data: source})
		if err == nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), "x.rules:") {
			t.Errorf("%q: %v; want x.rules:LINE: ...%s", source, err, want)
		}
	}
}
