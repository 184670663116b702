package text

import (
	"slices"
	"strings"

	"github.com/waqai/waqai/timeline/lang"
)

// shape is one group of rows of inflections.tsv: how the words with one ending make their stems.
type shape struct {
	ending ending
	stems  []shapeStem
}

type shapeStem struct {
	template ending
	cells    cells
	features features
}

// cell gives the bit of a cell, naming it on first use.
func (b *Builder) cell(row lang.Row, name string) (cells, error) {
	if bit, ok := b.cellBits[name]; ok {
		return bit, nil
	}
	if len(b.cellBits) == 64 {
		return 0, row.Errorf("cell %q is the 65th; join some", name)
	}
	bit := cells(1) << len(b.cellBits)
	b.cellBits[name] = bit
	return bit, nil
}

// columns finds columns of a table, so that data errors name the header.
func columns(table *lang.Table, names ...string) (map[string]int, error) {
	found := map[string]int{}
	for _, name := range names {
		found[name] = table.Column(name)
		if found[name] < 0 && len(table.Rows) > 0 {
			return nil, table.Rows[0].Errorf("the table has columns %v, but no %q; add it to the header", table.Columns, name)
		}
	}
	return found, nil
}

// readInflections reads inflections.tsv: word (the ending), type, stem, cells, features. Neighbouring rows of one type and ending are one
// group; the first group that fits a word gives its stems.
func (b *Builder) readInflections() error {
	table, err := b.pack.Table("inflections")
	if err != nil {
		return err
	}
	column, err := columns(table, "type", "stem", "cells", "features")
	if err != nil {
		return err
	}
	for _, row := range table.Rows {
		f, err := parseFeatures(row.Cell(column["features"]))
		if err != nil {
			return row.Errorf("%w", err)
		}
		var fills cells
		for _, name := range strings.Fields(row.Cell(column["cells"])) {
			bit, err := b.cell(row, name)
			if err != nil {
				return err
			}
			fills |= bit
		}
		if fills == 0 {
			return row.Errorf("no cells; name those the stem fills")
		}
		kind, pattern := row.Cell(column["type"]), ending(b.seated(row.Cells[0]))
		shapes := b.shapes[kind]
		k := slices.IndexFunc(shapes, func(s shape) bool { return slices.Equal(s.ending, pattern) })
		if k < 0 {
			shapes = append(shapes, shape{ending: pattern})
			k = len(shapes) - 1
		}
		shapes[k].stems = append(shapes[k].stems, shapeStem{ending(b.seated(row.Cell(column["stem"]))), fills, f})
		b.shapes[kind] = shapes
	}
	return nil
}

// inflect adds the stems of a word of an inflection type and tells whether the type has a shape for it.
func (b *Builder) inflect(kind, word string, id WordID, f features) bool {
	word = b.seated(word)
	vowels := b.profile["vowels"]
	for i := range b.shapes[kind] {
		s := &b.shapes[kind][i]
		rest, letters, ok := s.ending.match(word, vowels)
		if !ok {
			continue
		}
		for j := range s.stems {
			st := &s.stems[j]
			b.addStem(b.Normal(st.template.expand(rest, letters)), id, st.cells, f.add(st.features))
		}
		return true
	}
	return false
}

// affixRow is one row of affixes.tsv.
type affixRow struct {
	text     string // normal form, "" for none
	joins    cells
	features features
}

// readAffixes reads affixes.tsv: word ("-" for none), slot, joins (cells; a name that ends in * is every cell that begins so), features. The
// profile's prefix_order and suffix_order say which slots follow each other; alternatives are parted by |.
func (b *Builder) readAffixes() error {
	table, err := b.pack.Table("affixes")
	if err != nil {
		return err
	}
	column, err := columns(table, "slot", "joins", "features")
	if err != nil {
		return err
	}
	used := map[string]bool{}
	orders := [2][][]string{slotOrders(b.profile["prefix_order"]), slotOrders(b.profile["suffix_order"])}
	for _, order := range orders {
		for _, slots := range order {
			for _, slot := range slots {
				used[slot] = true
			}
		}
	}
	for _, row := range table.Rows {
		slot := row.Cell(column["slot"])
		if !used[slot] {
			return row.Errorf("slot %q stands in neither prefix_order nor suffix_order of profile.tsv; add it there or correct it", slot)
		}
		f, err := parseFeatures(row.Cell(column["features"]))
		if err != nil {
			return row.Errorf("%w", err)
		}
		a := affixRow{features: f}
		if row.Cells[0] != "-" {
			a.text = b.Normal(row.Cells[0])
		}
		for _, name := range strings.Fields(row.Cell(column["joins"])) {
			bits := b.cellBits[name]
			if stem, ok := strings.CutSuffix(name, "*"); ok {
				for other, bit := range b.cellBits {
					if strings.HasPrefix(other, stem) {
						bits |= bit
					}
				}
			}
			if bits == 0 {
				return row.Errorf("no stem fills cell %q; name a cell of inflections.tsv", name)
			}
			a.joins |= bits
		}
		b.affixes[slot] = append(b.affixes[slot], a)
	}
	b.language.prefixes = b.chains(orders[0], &b.language.longest.prefix)
	b.language.suffixes = b.chains(orders[1], &b.language.longest.suffix)
	return nil
}

func slotOrders(value string) [][]string {
	var orders [][]string
	for part := range strings.SplitSeq(value, "|") {
		if slots := strings.Fields(part); len(slots) > 0 {
			orders = append(orders, slots)
		}
	}
	return orders
}

// chains makes every affix that the orders of slots allow.
func (b *Builder) chains(orders [][]string, longest *int) map[string][]affix {
	whole := map[string][]affix{}
	for _, slots := range orders {
		b.extend(whole, longest, slots, "", affix{joins: ^cells(0)})
	}
	if len(whole) == 0 {
		whole[""] = []affix{{joins: ^cells(0)}}
	}
	return whole
}

func (b *Builder) extend(whole map[string][]affix, longest *int, slots []string, text string, so affix) {
	if len(slots) == 0 {
		if !slices.Contains(whole[text], so) {
			whole[text] = append(whole[text], so)
			*longest = max(*longest, len(text))
		}
		return
	}
	for _, row := range b.affixes[slots[0]] {
		next := so
		if next.joins &= row.joins; next.joins == 0 {
			continue
		}
		f := row.features
		if f.clitics&Object != 0 { // a pronoun agrees with its owner, not with the stem
			next.owner, f.agreement = f.agreement, Agreement{}
		}
		if f.clitics != 0 {
			next.clitic += uint8(len([]rune(row.text)))
		}
		next.features = next.features.add(f)
		b.extend(whole, longest, slots[1:], text+row.text, next)
	}
}
