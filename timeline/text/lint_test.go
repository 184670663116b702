package text

import (
	"strings"
	"testing"

	"github.com/waqai/waqai/timeline/lang"
)

// TestLexicons reads every table of every language as the stages do: each word must be one that the reader can meet, and each verb must have forms.
func TestLexicons(t *testing.T) {
	for _, code := range lang.Codes() {
		pack, err := lang.Open(code)
		if err != nil {
			t.Fatal(err)
		}
		b, err := NewBuilder(pack)
		if err != nil {
			t.Error(err)
			continue
		}
		for _, name := range []string{"particles", "nouns", "adjectives", "verbs", "abbreviations"} {
			table, err := pack.Table(name)
			if err != nil {
				t.Error(err)
				continue
			}
			for _, row := range table.Rows {
				lintWord(t, b, row, row.Cells[0])
				if plural := table.Column("plural"); name == "nouns" && row.Cell(plural) != "" {
					for form := range strings.SplitSeq(row.Cell(plural), "|") {
						lintWord(t, b, row, form)
					}
				}
				if name == "verbs" {
					lintVerb(t, b, row)
				}
			}
		}
	}
}

func lintWord(t *testing.T, b *Builder, row lang.Row, word string) {
	t.Helper()
	if strings.TrimSpace(word) != word || strings.Contains(word, "  ") {
		t.Errorf("%s:%d: %q has needless space; remove it", row.File, row.Line, word)
	}
	for _, r := range word {
		if class := b.language.characters.of(r); class == hidden || class == otherSymbol || r == 0x640 && len([]rune(word)) > 2 {
			t.Errorf("%s:%d: %q holds U+%04X, which no normal spelling has; remove it", row.File, row.Line, word, r)
		}
	}
	for _, p := range b.pieces(word) {
		if p.kind == Letters && b.Normal(p.spelling) == "" {
			t.Errorf("%s:%d: nothing is left of %q in normal form; write letters", row.File, row.Line, p.spelling)
		}
	}
}

func lintVerb(t *testing.T, b *Builder, row lang.Row) {
	t.Helper()
	words := b.pieces(row.Cells[0])
	head := words[b.head(row.Cells[0], len(words))].spelling
	id := b.verbID(head)
	finite := 0
	for i := range b.language.stems {
		if s := &b.language.stems[i]; s.lemma == id && s.features.part == Verb && s.features.derivation == Finite {
			finite++
		}
	}
	if finite < 1 {
		t.Errorf("%s:%d: %q has no finite form; correct its principal parts", row.File, row.Line, head)
	}
}

func TestLoaderErrors(t *testing.T) {
	for _, c := range []struct{ code, table, data, want string }{
		{"ar", "verbs", "word\tform\tpresent\tmasdar\tkind\tfeatures\nكتب\tI\tيقول\n", "verbs.tsv:2: no paradigm of form \"I\" fits"},
		{"ar", "verbs", "word\tform\tpresent\tmasdar\tkind\tfeatures\nكتب\tXI\n", "add a shape to paradigms.tsv"},
		{"ar", "verbs", "word\tform\tpresent\tmasdar\tkind\tfeatures\n123\tI\n", "verbs.tsv:2: \"123\" is no word of letters"},
		{"ar", "affixes", "word\tslot\tjoins\tfeatures\nو\tnowhere\tn0\n", "affixes.tsv:2: slot \"nowhere\" stands in neither"},
		{"ar", "affixes", "word\tslot\tjoins\tfeatures\nو\tconjunction\tq9\n", "affixes.tsv:2: no stem fills cell \"q9\"; name a cell"},
		{"ar", "inflections", "word\ttype\tstem\tcells\tfeatures\n*\tnominal\t*\tn0\tnouns\n", "inflections.tsv:2: unknown feature \"nouns\"; use"},
		{"ar", "inflections", "word\ttype\tstem\tcells\tfeatures\n*\tnominal\t*\n", "inflections.tsv:2: no cells; name"},
		{"ar", "abbreviations", "word\tfeatures\nد\tsometimes\n", "abbreviations.tsv:2: features \"sometimes\": write never"},
		{"fa", "verbs", "word\tpast\tpresent\tkind\tfeatures\nپریدن\n", "verbs.tsv:2: no past given"},
		{"fa", "verbs", "word\tpast\tpresent\tkind\tfeatures\nکار پریدن\n", "verbs.tsv:2: the verb \"پریدن\" has no row of its own"},
	} {
		_, err := tryLoad(t, c.code, map[string]string{c.table: c.data})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %s: error %v, want %q", c.code, c.table, err, c.want)
		}
	}
}
