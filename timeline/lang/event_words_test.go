package lang_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/waqai/waqai/timeline/event"
	"github.com/waqai/waqai/timeline/lang"
	"github.com/waqai/waqai/timeline/text"
)

// eventWordFeatures are the features that verbs, nouns and collocations may carry; a misspelled one would be passed over in silence.
var eventWordFeatures = regexp.MustCompile(`^(say|aux|light|modal|state|general|trans|passive|document|counted|occasion|plan|role|place|` +
	`status:(actual|planned|possible|negated)|` +
	`(subj|obj|b|l|ala|ila|fi|maa|an|min)=(agent|counterpart|patient|beneficiary|place|topic))$`)

func TestArabicEventWords(t *testing.T) {
	pack, err := lang.Open("ar")
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]bool{"": true}
	for _, k := range event.Kinds {
		kinds[string(k)] = true
	}
	for _, test := range []struct {
		table   string
		columns []string
		key     []string // the columns that together stand once
		atLeast int
	}{
		{"verbs", []string{"word", "form", "present", "masdar", "kind", "features"}, []string{"word", "form", "present"}, 1200},
		{"nouns", []string{"word", "plural", "kind", "features"}, []string{"word"}, 700},
		{"collocations", []string{"word", "with", "kind", "features"}, []string{"word", "with"}, 250},
		{"adjectives", []string{"word", "plural"}, []string{"word"}, 500},
		{"nonevents", []string{"word", "reason"}, []string{"word"}, 300},
	} {
		table, err := pack.Table(test.table)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(table.Columns, test.columns) {
			t.Fatalf("%s.tsv: columns %q, want %q", test.table, table.Columns, test.columns)
		}
		if len(table.Rows) < test.atLeast {
			t.Errorf("%s.tsv: %d rows, want at least %d", test.table, len(table.Rows), test.atLeast)
		}
		kind, features := table.Column("kind"), table.Column("features")
		seen := map[string]int{}
		for _, row := range table.Rows {
			var key []string
			for _, name := range test.key {
				key = append(key, row.Cell(table.Column(name)))
			}
			once := strings.Join(key, " ")
			if first := seen[once]; first != 0 {
				t.Errorf("%s:%d: %q stands on line %d too", row.File, row.Line, once, first)
			}
			seen[once] = row.Line
			if kind < 0 {
				continue
			}
			for k := range strings.SplitSeq(row.Cell(kind), "|") {
				if !kinds[k] {
					t.Errorf("%s:%d: no kind %q", row.File, row.Line, k)
				}
			}
			names := strings.Fields(row.Cell(features))
			for i, f := range names {
				if !eventWordFeatures.MatchString(f) || slices.Contains(names[:i], f) {
					t.Errorf("%s:%d: feature %q is unknown or written twice", row.File, row.Line, f)
				}
			}
		}
	}
	// Every verb must fit a paradigm and every plural be one word: the builder says where one does not.
	if _, err := text.NewBuilder(pack); err != nil {
		t.Error(err)
	}
}
