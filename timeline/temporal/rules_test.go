package temporal

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/waqai/waqai/timeline/calendar"
	"github.com/waqai/waqai/timeline/internal/langtest"
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
	pack, builder := langtest.Open(t, code)
	tagger, err := Load(pack, builder)
	if err != nil {
		t.Fatal(err)
	}
	return &loaded{tagger: tagger, analyzer: langtest.Analyzer(t, builder)}
}

func optionsOf(t testing.TB, e *example) Options {
	t.Helper()
	options := Options{}
	if e.reference != "" {
		moment, err := calendar.ParseMoment(e.reference)
		if err != nil {
			t.Fatalf("%s:%d: ref: %v", e.file, e.line, err)
		}
		options.Reference, options.HasReference = moment, true
	}
	prefer, err := ParsePrefer(e.prefer)
	if err != nil {
		t.Fatalf("%s:%d: %v", e.file, e.line, err)
	}
	options.Prefer = prefer
	return options
}

// check runs one example and says what is wrong with its outcome; empty where all is well. won lists the rules inside the answer.
func (l *loaded) check(t testing.TB, e *example) (wrong string, won string) {
	t.Helper()
	txt := l.analyzer.Read(e.text)
	explanation := l.tagger.Explain(txt, optionsOf(t, e), &l.scratch)
	var got *Timex
	first, last := len([]rune(e.text[:e.first])), len([]rune(e.text[:e.last]))
	for i := range explanation.Timexes {
		if span := explanation.Timexes[i].Span; span.Start == first && span.End == last {
			got = &explanation.Timexes[i]
		}
	}
	if e.expect == "none" {
		for _, found := range explanation.Timexes {
			if found.Span.Start < last && found.Span.End > first {
				return fmt.Sprintf("%q holds no time, but rule %s at %s found some", e.text[e.first:e.last], found.Rule, found.RuleFile), ""
			}
		}
		got = &Timex{Value: "none"}
	}
	if got == nil {
		var b strings.Builder
		explanation.Write(&b)
		return fmt.Sprintf("%q is not found as one expression\n%s", e.text[e.first:e.last], b.String()), ""
	}
	for _, island := range explanation.Islands {
		for _, r := range island.Candidates {
			if r.Won && r.Text == e.text[e.first:e.last] {
				won = r.Tree
			}
		}
	}
	from, to := "", ""
	if got.HasInterval {
		from, to = got.Interval.From.String(), got.Interval.To.String()
	}
	for _, c := range [...]struct{ name, want, got string }{
		{"value", e.expect, got.Value},
		{"end", e.end, got.EndValue},
		{"mod", e.mod, got.Mod},
		{"type", e.kind, string(got.Type)},
		{"from", e.from, from},
		{"to", e.to, to},
	} {
		if c.want != c.got && (c.want != "" || c.name == "value") {
			return fmt.Sprintf("%q: %s is %s, expected %s, by rule %s at %s", e.text, c.name, c.got, c.want, got.Rule, got.RuleFile), won
		}
	}
	return "", won
}

// TestRules runs the examples that stand beside the rules of every language: each must come out as written, and be won by its rule.
func TestRules(t *testing.T) {
	for _, code := range lang.Codes() {
		t.Run(code, func(t *testing.T) {
			l := load(t, code)
			for _, r := range l.tagger.grammar.rules {
				if len(r.examples) == 0 {
					t.Errorf("%s: rule %q has no example; add a text line with the expression in [brackets], ref and expect", r.place(), r.name)
				}
				for i := range r.examples {
					e := &r.examples[i]
					wrong, won := l.check(t, e)
					if wrong == "" && !strings.Contains(" ("+won, "("+r.name+"(") && !strings.Contains(" "+won, " "+r.name+"(") {
						wrong = fmt.Sprintf("rule %q does not win its own example; %s did: it is dead or shadowed", r.name, won)
					}
					if wrong != "" {
						t.Errorf("%s:%d: %s", e.file, e.line, wrong)
					}
				}
			}
		})
	}
}

// TestWordsAsked finds rows of the tables that no rule asks for.
func TestWordsAsked(t *testing.T) {
	for _, code := range lang.Codes() {
		l := load(t, code)
		asked := slices.Clone(l.tagger.lexicon.joining)
		asked[l.tagger.lexicon.equal] = true // by what compares two calendars
		for _, r := range l.tagger.grammar.rules {
			for _, labels := range [...][]label{r.unlessNext, r.unlessPrev, r.onlyNext, r.onlyNear, r.unlessNamed} {
				for i := range labels {
					asked[labels[i].category] = true
				}
			}
		}
		for i := range l.tagger.lexicon.entries {
			if e := &l.tagger.lexicon.entries[i]; !asked[e.category] {
				t.Errorf("%s:%d: no rule asks for the class of %q; delete the row, or write the rule", e.row.File, e.row.Line, e.row.Cells[0])
			}
		}
	}
}

// TestExamples runs lang/*/examples/*.txt: mixed cases, and in negative.txt what must not be found.
func TestExamples(t *testing.T) {
	for _, code := range lang.Codes() {
		files, err := filepath.Glob(filepath.Join("..", "lang", code, "examples", "*.txt"))
		if err != nil {
			t.Fatal(err)
		}
		if len(files) == 0 {
			continue
		}
		t.Run(code, func(t *testing.T) {
			l := load(t, code)
			for _, file := range files {
				examples, err := readExamples(file)
				if err != nil {
					t.Fatal(err)
				}
				for i := range examples {
					e := &examples[i]
					if e.last == 0 {
						txt := l.analyzer.Read(e.text)
						for _, found := range l.tagger.Tag(txt, optionsOf(t, e), &l.scratch) {
							t.Errorf("%s:%d: %q holds no time, but %q was found by rule %s at %s", e.file, e.line, e.text, txt.Slice(found.First, found.Last), found.Rule, found.RuleFile)
						}
						continue
					}
					if wrong, _ := l.check(t, e); wrong != "" {
						t.Errorf("%s:%d: %s", e.file, e.line, wrong)
					}
				}
			}
		})
	}
}

// readExamples reads an examples file: the fields of an example as in a rule; a text without brackets holds no expression.
func readExamples(file string) ([]example, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var all []example
	reference := ""
	for i, line := range strings.Split(string(data), "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		word, rest, _ := strings.Cut(line, " ")
		rest = strings.TrimSpace(rest)
		switch {
		case word == "text":
			e := example{file: file, line: i + 1, reference: reference}
			if err := e.setText(rest); err != nil {
				e.text, e.first, e.last = rest, 0, 0
			}
			all = append(all, e)
		case word == "ref" && len(all) == 0:
			reference = rest
		case len(all) == 0:
			return nil, fmt.Errorf("%s:%d: %s stands before any text", file, i+1, word)
		default:
			all[len(all)-1].set(word, rest)
		}
	}
	return all, nil
}
