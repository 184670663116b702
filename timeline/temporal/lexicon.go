package temporal

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/waqai/waqai/timeline/calendar"
	"github.com/waqai/waqai/timeline/lang"
	"github.com/waqai/waqai/timeline/text"
)

// feature is what a token, or the reading of it that a lexicon row fits, looks like.
type feature uint32

const (
	featureArticle feature = 1 << iota
	featureIn
	featureTo
	featureLike
	featureAnd
	featureThen
	featureOwned // a pronoun at the end
	featureSingular
	featureDual
	featurePlural
	featureCapital
	featureUpper   // all capitals
	featureInitial // first in its sentence
	featureWeak    // a row that asks for a capital, without one or where the capital says nothing
	featureLeadingZero
	featureDigits1
	featureDigits2
	featureDigits3
	featureDigits4
	featureDigits6
	featureDigits8
	featureExact // spelled as in the row, no ending and no clitic
	featureFeminine
)

var featureNames = sync.OnceValue(func() map[string]feature {
	return map[string]feature{
		"article": featureArticle, "in": featureIn, "to": featureTo, "like": featureLike, "and": featureAnd, "then": featureThen,
		"owned": featureOwned, "singular": featureSingular, "dual": featureDual, "plural": featurePlural, "capital": featureCapital,
		"upper": featureUpper, "initial": featureInitial, "weak": featureWeak, "zero": featureLeadingZero, "exact": featureExact, "feminine": featureFeminine,
		"d1": featureDigits1, "d2": featureDigits2, "d3": featureDigits3, "d4": featureDigits4, "d6": featureDigits6, "d8": featureDigits8,
	}
})

func featureList() string { return strings.Join(slices.Sorted(maps.Keys(featureNames())), " ") }

// tables are the lexicon files that this stage reads. Words of quiet ones never begin an island by themselves.
var tables = []struct {
	name  string
	quiet bool
}{
	{"months", false},
	{"weekdays", false},
	{"units", false},
	{"deictics", false},
	{"partsofday", false},
	{"seasons", false},
	{"occasions", false},
	{"zones", true},
	{"numbers", true},
	{"ordinals", true},
	{"connectives", true},
}

// entry is one row: its class and what it denotes.
type entry struct {
	category category
	number   int64
	value    *expression
	occasion *occasion
	capital  bool // means time only when capitalised
	upper    bool // only in capitals
	quiet    bool
	numeral  bool // of the tables numbers and ordinals
	row      lang.Row
	length   int32 // tokens
}

// step is a node of the trie of entries of several words.
type step struct {
	id      text.WordID
	entries []int32
	next    []step
}

// lexicon is the temporal words of a language.
type lexicon struct {
	entries []entry
	byWord  []wordFacts // by WordID
	digits  category
	heads   map[text.WordID]bool // ids below zero that begin entries
	steps   map[text.WordID][]step
	alone   []bool // by category: one word of it may be an expression
	joining []bool // by category: patterns are made of it
	equal   category
	decimal category // of guards: a point or comma between digits
	plural  category // of guards: a noun in the plural
	// of guards: a noun, not known to be dual or plural, with nothing joined to it
	singular category
	given    names // of guards: given and family names
	family   names
}

// names are the words of a table of names.
type names struct {
	category category
	words    map[text.WordID]bool // true for those that mean nothing else
	cased    bool                 // they are written with capitals
}

func (n *names) has(token *text.Token) bool {
	return (token.Shape.Capital || !n.cased) && n.words[token.Word.Exact]
}

// nameOf is the given or family name that a word is, whatever is joined to it; 0 if none.
func (l *lexicon) nameOf(word *text.Word) text.WordID {
	known := func(id text.WordID) bool {
		_, given := l.given.words[id]
		_, family := l.family.words[id]
		return given || family
	}
	if known(word.Exact) {
		return word.Exact
	}
	for i := range word.Analyses {
		if known(word.Analyses[i].Lemma) {
			return word.Analyses[i].Lemma
		}
	}
	return 0
}

func readNames(pack *lang.Pack, builder *text.Builder, g *grammar, class, table string) (names, error) {
	n := names{category: g.category(class), words: map[text.WordID]bool{}}
	t, err := pack.Table(table)
	if err != nil {
		return n, err
	}
	features := t.Column("features")
	for _, row := range t.Rows {
		first, _ := utf8.DecodeRuneInString(row.Cells[0])
		n.cased = n.cased || unicode.IsUpper(first)
		ids, err := builder.Phrase(row.Cells[0], text.Fixed)
		if err != nil {
			return n, row.Errorf("%w", err)
		}
		if len(ids) == 1 {
			n.words[ids[0]] = !slices.Contains(strings.Fields(row.Cell(features)), "common")
		}
	}
	return n, nil
}

// joins tells whether a word may be part of an expression: words of guards alone may not.
func (l *lexicon) joins(f *wordFacts) bool {
	return f.within || len(f.steps) > 0 || slices.ContainsFunc(f.entries, func(e int32) bool { return l.joining[l.entries[e].category] })
}

// wordFacts is what one look-up by WordID tells.
type wordFacts struct {
	entries []int32 // rows of this one word
	steps   []step  // rows that begin with it
	loud    bool    // it can begin an island
	head    bool    // it can, with the word behind it
	number  bool    // a number or ordinal: loud where the future is preferred ("at seven")
	known   bool
	within  bool // part of a row that begins with another word
	tense   int8
}

//go:embed occasions.tsv
var occasionTable string

// readOccasions reads the rules of occasions by key.
func readOccasions() (map[string]*occasion, error) {
	table, err := lang.ParseTable("timeline/temporal/occasions.tsv", occasionTable)
	if err != nil {
		return nil, err
	}
	all := map[string]*occasion{}
	for _, row := range table.Rows {
		rule, err := calendar.ParseRule(row.Cell(1))
		if err != nil {
			return nil, row.Errorf("%w", err)
		}
		if all[row.Cells[0]] != nil {
			return nil, row.Errorf("occasion %q stands twice; keep one", row.Cells[0])
		}
		all[row.Cells[0]] = &occasion{key: row.Cells[0], rule: rule}
	}
	return all, nil
}

// readLexicon reads the tables. Columns: word, class, value, form (fixed, nominal, proper), features, and for occasions rule.
func readLexicon(pack *lang.Pack, builder *text.Builder, g *grammar) (*lexicon, error) {
	l := &lexicon{steps: map[text.WordID][]step{}, heads: map[text.WordID]bool{}}
	l.digits = g.category("integer")
	l.equal = g.category("equals")
	l.decimal = g.category("decimal")
	l.plural = g.category("plural")
	l.singular = g.category("singular")
	named := map[category]bool{l.digits: true, l.equal: true, l.decimal: true, l.plural: true, l.singular: true}
	var err error
	if l.given, err = readNames(pack, builder, g, "given-name", "given_names"); err != nil {
		return nil, err
	}
	if l.family, err = readNames(pack, builder, g, "family-name", "family_names"); err != nil {
		return nil, err
	}
	named[l.given.category], named[l.family.category] = true, true
	keys, err := readOccasions()
	if err != nil {
		return nil, err
	}
	type placed struct {
		ids   []text.WordID
		entry int32
	}
	var all []placed
	seen := map[string]lang.Row{}
	for _, table := range tables {
		t, err := pack.Table(table.name)
		if err != nil {
			return nil, err
		}
		columns := map[string]int{}
		for i, name := range t.Columns {
			switch name {
			case "word", "class", "value", "form", "features", "rule", "source":
				columns[name] = i + 1
			default:
				return nil, fmt.Errorf("lang/%s/lexicon/%s.tsv:1: unknown column %q; use word class value form features rule source", pack.Code, table.name, name)
			}
		}
		cell := func(row lang.Row, name string) string {
			if columns[name] == 0 {
				return ""
			}
			return strings.TrimSpace(row.Cell(columns[name] - 1))
		}
		for _, row := range t.Rows {
			e := entry{row: row, quiet: table.quiet, numeral: table.name == "numbers" || table.name == "ordinals"}
			if err := l.readRow(&e, g, keys, cell(row, "class"), cell(row, "value"), cell(row, "rule"), cell(row, "features"), table.name); err != nil {
				return nil, err
			}
			class, err := formOf(cell(row, "form"))
			if err != nil {
				return nil, row.Errorf("%w", err)
			}
			ids, err := builder.Phrase(row.Cells[0], class)
			if err != nil {
				return nil, row.Errorf("%w", err)
			}
			key := fmt.Sprint(ids, e.category)
			if old, ok := seen[key]; ok {
				return nil, row.Errorf("%q is already at %s:%d as %s; keep one", row.Cells[0], old.File, old.Line, cell(row, "class"))
			}
			seen[key] = row
			e.length = int32(len(ids))
			for _, id := range ids {
				if id < 0 && id > -(1<<21) { // marks within entries join islands
					g.markCategory(rune(-id))
				}
			}
			named[e.category] = true
			l.entries = append(l.entries, e)
			all = append(all, placed{ids, int32(len(l.entries) - 1)})
		}
	}
	if err := l.readTense(pack, builder); err != nil {
		return nil, err
	}
	for _, p := range all {
		if len(p.ids) == 1 && p.ids[0] > 0 {
			f := l.facts(p.ids[0])
			f.entries = append(f.entries, p.entry)
			f.loud = f.loud || !l.entries[p.entry].quiet
			f.number = f.number || l.entries[p.entry].numeral
			continue
		}
		loud := !l.entries[p.entry].quiet
		if p.ids[0] > 0 {
			f := l.facts(p.ids[0])
			f.steps = insert(f.steps, p.ids[1:], p.entry)
			f.head = f.head || loud
		} else {
			l.steps[p.ids[0]] = insert(l.steps[p.ids[0]], p.ids[1:], p.entry)
			l.heads[p.ids[0]] = l.heads[p.ids[0]] || loud
		}
		for _, id := range p.ids[1:] {
			if id > 0 {
				l.facts(id).within = true
			}
		}
	}
	g.words = make([]bool, len(g.names))
	for c := range named {
		g.words[c] = true
	}
	return l, nil
}

func formOf(name string) (text.Class, error) {
	switch name {
	case "", "fixed":
		return text.Fixed, nil
	case "nominal":
		return text.Nominal, nil
	case "proper":
		return text.Proper, nil
	}
	return 0, fmt.Errorf("form %q: write fixed (conjunctions and prepositions may be joined to it), nominal (article, number and possessive endings too) or proper", name)
}

func (l *lexicon) readRow(e *entry, g *grammar, keys map[string]*occasion, class, value, rule, features, table string) error {
	if class == "" {
		if table != "occasions" {
			return e.row.Errorf("no class; write what the word is: month, weekday, unit...")
		}
		class = "occasion"
	}
	e.category = g.category(class)
	for f := range strings.FieldsSeq(features) {
		switch f {
		case "capital":
			e.capital = true
		case "upper":
			e.upper = true
		case "quiet":
			e.quiet = true
		case "loud":
			e.quiet = false
		default:
			return e.row.Errorf("unknown feature %q; use capital, upper, quiet or loud", f)
		}
	}
	if table == "occasions" {
		if rule != "" {
			parsed, err := calendar.ParseRule(rule)
			if err != nil {
				return e.row.Errorf("%w", err)
			}
			e.occasion = &occasion{key: value, rule: parsed}
		} else if e.occasion = keys[value]; e.occasion == nil {
			return e.row.Errorf("no occasion %q in timeline/temporal/occasions.tsv; correct the key, or give its rule in the column rule", value)
		}
		return nil
	}
	if value == "" {
		return nil
	}
	if n, err := strconv.ParseInt(value, 10, 64); err == nil {
		e.number = n
		return nil
	}
	var err error
	if e.value, err = parseExpression(value, nil); err != nil {
		return e.row.Errorf("value: %w", err)
	}
	return nil
}

var tenseNames = map[string]int8{
	"past": pastTense, "future": futureTense, "present": presentTense, "clause": newClause, "opens": opensClause, "since": sincePast,
	"before": aheadOf, "after": inTheWakeOf, "prepares": preparing, "compares": comparing, "relates": relating, "intends": intending, "determines": determining, "owns": owning,
}

// readTense reads tense.tsv: words that tell when what they govern happens. A row is a word and its tense (past, present, future), or what else it
// tells: another clause begins (clause), what is told begins (opens) or what is told of a noun (relates), the date behind it is past (since), what
// happens then is to come (before) or over (after), it prepares what stands behind it (prepares), it compares with what was expected (compares), it
// looks ahead unless a preposition and no verb follow (intends), a noun follows (determines), one that is known already (owns).
func (l *lexicon) readTense(pack *lang.Pack, builder *text.Builder) error {
	t, err := pack.Table("tense")
	if err != nil {
		return err
	}
	for _, row := range t.Rows {
		tense := tenseNames[row.Cell(1)]
		if tense == 0 {
			return row.Errorf("tense %q: write past, present, future, clause, opens, since, before, after, prepares, compares, relates, intends, determines or owns", row.Cell(1))
		}
		ids, err := builder.Phrase(row.Cells[0], text.Fixed)
		if err != nil {
			return row.Errorf("%w", err)
		}
		if len(ids) != 1 || ids[0] <= 0 {
			return row.Errorf("%q is %d tokens; write the one word that carries the tense", row.Cells[0], len(ids))
		}
		l.facts(ids[0]).tense = tense
	}
	return nil
}

func (l *lexicon) facts(id text.WordID) *wordFacts {
	for int(id) >= len(l.byWord) {
		l.byWord = append(l.byWord, wordFacts{})
	}
	f := &l.byWord[id]
	f.known = true
	return f
}

func insert(steps []step, ids []text.WordID, entry int32) []step {
	if len(ids) == 0 {
		// the end of an entry is a step without a word
		return append(steps, step{entries: []int32{entry}})
	}
	for i := range steps {
		if steps[i].id == ids[0] && steps[i].entries == nil {
			steps[i].next = insert(steps[i].next, ids[1:], entry)
			return steps
		}
	}
	return append(steps, step{id: ids[0], next: insert(nil, ids[1:], entry)})
}

// of gives the facts of a vocabulary word, nil for one this stage does not know.
func (l *lexicon) of(id text.WordID) *wordFacts {
	if id <= 0 || int(id) >= len(l.byWord) {
		return nil
	}
	return &l.byWord[id]
}
