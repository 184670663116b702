package temporal

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/waqai/waqai/timeline/calendar"
	"github.com/waqai/waqai/timeline/lang"
)

// FuzzTag: whatever the text, expressions lie inside it, in order, apart, with whole intervals; twice the same text gives the same answer.
func FuzzTag(f *testing.F) {
	for _, seed := range []string{
		"Monday 3-8 or 31/12/99 at 25:61", "the third last week of 9999", "30 February 2021 BC", "in 99999999 years", "from 7 to 3 May",
		"20 Safar 1445 corresponding to 5 September 2023", "every other Friday mornings at 12 am", "1/1/1/1/1/1/1/1/1 1 1 1 1 1",
		"4 يوليو/تموز 2019 يوم الخميس الموافق ٤ مارس", "half past a quarter to noon tomorrow yesterday ago",
	} {
		f.Add(seed, int32(19000), uint8(0))
	}
	languages := []*loaded{load(f, "en"), load(f, "ar")}
	f.Fuzz(func(t *testing.T, source string, day int32, mode uint8) {
		if !utf8.ValidString(source) || len(source) > 2000 {
			return
		}
		options := Options{Prefer: Prefer(mode % 3), HasReference: mode&4 == 0}
		options.Reference = calendar.Day(day%700_000).Start() + calendar.Moment(mode)*calendar.Hour/8
		runes := utf8.RuneCountInString(source)
		for _, l := range languages {
			first := l.tagger.Tag(l.analyzer.Read(source), options, &l.scratch)
			second := l.tagger.Tag(l.analyzer.Read(source), options, &l.scratch)
			if len(first) != len(second) {
				t.Fatalf("%d expressions, then %d", len(first), len(second))
			}
			end := 0
			for i, x := range first {
				if x != second[i] {
					t.Fatalf("%+v, then %+v", x, second[i])
				}
				if x.Span.Start < end || x.Span.End <= x.Span.Start || x.Span.End > runes || x.Value == "" || x.Rule == "" {
					t.Fatalf("%q: %+v", source, x)
				}
				if x.HasInterval && x.Interval.To <= x.Interval.From {
					t.Fatalf("%q: empty interval %+v", source, x)
				}
				end = x.Span.End
			}
		}
	})
}

// FuzzGrammar: no rules file makes the reader panic, and every fault names its line.
func FuzzGrammar(f *testing.F) {
	for _, seed := range []string{
		"rule a\nmatch x:integer<1-3>.d1 [~\"/\"] (integer)\nvalue sum(x, 1)\ntext a [b] c\n", "output date\nalias y integer|integer.d4\nrule b\nmatch {a:y|b:y}\nvalue date(a, b, _)",
		"rule c\nmakes c\nmatch c\nvalue 1", "rule d\nmatch ((((\nvalue x", "rule e\nmatch \"/\nvalue rel(1, day)\nunless-next ~\"%\"", "numbers integer\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		if len(source) > 1000 {
			return
		}
		g, err := readGrammar([]lang.File{{Name: "fuzz.rules", Data: source}})
		if err == nil {
			g.words = make([]bool, len(g.names)+1)
			g.words[g.category("integer")%category(len(g.words))] = true
			err = g.compile()
		}
		if err != nil && !strings.HasPrefix(err.Error(), "fuzz.rules:") {
			t.Fatalf("no place in %q", err)
		}
	})
}

// TestFaults: each mistake in a rules file is named with its place and a remedy.
func TestFaults(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"match x", `fuzz.rules:1: "match" stands outside a rule; begin the rule with: rule NAME`},
		{"rule a\nrule a\n", `fuzz.rules:2: rule "a" is already at fuzz.rules:1; give it another name`},
		{"rule a\nwidth 3\n", `unknown field "width"`},
		{"rule a\nvalue rel(1, day)\n", `rule "a" has no match line; write what it matches`},
		{"rule a\nmatch nothing\nvalue rel(1, day)\n", `nothing makes "nothing": no lexicon row has this class and no rule makes it; correct the name or add one`},
		{"rule a\nmatch n:integer\nvalue rel(1, day)\n", `slot "n" of rule "a" is not in its value`},
		{"rule a\nmatch n:integer\nvalue frob(n)\n", `no function "frob"`},
		{"rule a\nmatch n:integer<9-1>\nvalue year(n)\n", `write class<1-31>`},
		{"rule a\nmatch n:integer.purple\nvalue year(n)\n", `unknown feature "purple"`},
		{"rule a\nmatch (integer)\nvalue rel(1, day)\n", `is all context`},
		{"rule a\nmakes one\nmatch n:two\nvalue year(n)\nrule b\nmakes two\nmatch n:one\nvalue year(n)\n", `closes a circle of rules`},
	} {
		g, err := readGrammar([]lang.File{{Name: "fuzz.rules", Data: c.source}})
		if err == nil {
			integer := g.category("integer")
			g.words = make([]bool, len(g.names))
			g.words[integer] = true
			err = g.compile()
		}
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.source, err, c.want)
		}
	}
}
