package temporal

import (
	"strconv"
	"strings"

	"github.com/waqai/waqai/timeline/calendar"
	"github.com/waqai/waqai/timeline/lang"
	"github.com/waqai/waqai/timeline/text"
)

// category is a class of words, a kind of number, a mark, or the result of a rule.
type category int16

// Categories that the engine itself gives to digits.
const (
	catNone category = iota
	catInt           // any run of digits
	catDom           // 1..31: a day of a month
	catMon           // 1..12
	catYr            // four digits, 1000..2999
	catYr2           // two digits
	catHr            // 0..24
	catMn            // two digits, 0..59
	catSix           // six or eight digits without a space: 20180413
	firstFree
)

var digitCategories = map[string]category{
	"int": catInt, "dom": catDom, "mon": catMon, "yr": catYr, "yr2": catYr2, "hr": catHr, "mn": catMn, "ymd": catSix,
}

// word is one row of a table.
type word struct {
	category category
	value    float64
	text     string // value as written, for units and keys
	rule     *calendar.Rule
	system   calendar.System
	core     bool // carries time by itself: an island may grow around it
}

// lexicon finds the table rows that stand at a token.
type lexicon struct {
	categories map[string]category
	names      []string
	words      []word
	first      []int32          // WordID → node; 0 none
	next       map[uint64]int32 // node, WordID → node
	rows       [][]int32        // node → words
	marks      map[rune]category
}

func newLexicon() *lexicon {
	l := &lexicon{categories: map[string]category{}, names: make([]string, firstFree), next: map[uint64]int32{}, rows: make([][]int32, 1), marks: map[rune]category{}}
	for name, c := range digitCategories {
		l.categories[name] = c
		l.names[c] = name
	}
	return l
}

// category gives the number of a name, making it.
func (l *lexicon) category(name string) category {
	if c, known := l.categories[name]; known {
		return c
	}
	c := category(len(l.names))
	l.categories[name] = c
	l.names = append(l.names, name)
	if strings.HasPrefix(name, `"`) && strings.HasSuffix(name, `"`) {
		l.marks[[]rune(strings.Trim(name, `"`))[0]] = c
	}
	return c
}

// tables are the time tables of a language; all have the columns word, class, value and features.
var tables = []string{"months", "weekdays", "units", "numbers", "timewords", "occasions"}

// connecting classes join parts of an expression and begin none.
const connectingFeature = "joins"

func (l *lexicon) load(pack *lang.Pack, builder *text.Builder) error {
	for _, name := range tables {
		table, err := pack.Table(name)
		if err != nil {
			return err
		}
		class, value, features := table.Column("class"), table.Column("value"), table.Column("features")
		for _, row := range table.Rows {
			w := word{category: l.category(row.Cell(class)), text: row.Cell(value), core: true}
			if row.Cell(class) == "" {
				return row.Errorf("no class; write one such as month, weekday, unit")
			}
			if number, err := strconv.ParseFloat(w.text, 64); err == nil {
				w.value = number
			}
			if row.Cell(class) == "occasion" {
				rule, err := calendar.ParseRule(row.Cell(table.Column("rule")))
				if err != nil {
					return row.Errorf("%w", err)
				}
				w.rule = &rule
			}
			for feature := range strings.FieldsSeq(row.Cell(features)) {
				switch feature {
				case connectingFeature:
					w.core = false
				case "hijri":
					w.system = calendar.Hijri
				case "jalali":
					w.system = calendar.Jalali
				default:
					return row.Errorf("no feature %q; there are joins, hijri, jalali", feature)
				}
			}
			for spelling := range strings.SplitSeq(row.Cells[0], "|") {
				ids, err := builder.Phrase(strings.TrimSpace(spelling), text.Fixed)
				if err != nil {
					return row.Errorf("%w", err)
				}
				l.add(ids, w)
			}
		}
	}
	for key, node := range l.next {
		if key>>32 != 0 {
			continue
		}
		if id := int(int32(uint32(key))); id > 0 {
			for len(l.first) <= id {
				l.first = append(l.first, make([]int32, id+1-len(l.first))...)
			}
			l.first[id] = node
		}
	}
	return nil
}

func step(node int32, id text.WordID) uint64 { return uint64(node)<<32 | uint64(uint32(id)) }

func (l *lexicon) add(ids []text.WordID, w word) {
	node := int32(0)
	for _, id := range ids {
		following, known := l.next[step(node, id)]
		if !known {
			following = int32(len(l.rows))
			l.rows = append(l.rows, nil)
			l.next[step(node, id)] = following
		}
		node = following
	}
	l.rows[node] = append(l.rows[node], int32(len(l.words)))
	l.words = append(l.words, w)
}

// start gives the node that a token's dictionary word begins at; 0 none.
func (l *lexicon) start(id text.WordID) int32 {
	if id > 0 && int(id) < len(l.first) {
		return l.first[id]
	}
	return 0
}
