package text

import (
	"slices"
	"strings"

	"github.com/waqai/waqai/timeline/lang"
)

// readParticles reads particles.tsv: word, features (the later stages'), bound (how the word is spelled before a pronoun, if it takes one). The
// feature rare puts its reading last (Arabic "as if", spelled as "was").
func (b *Builder) readParticles() error {
	table, err := b.pack.Table("particles")
	if err != nil {
		return err
	}
	bound, column := table.Column("bound"), table.Column("features")
	for _, row := range table.Rows {
		f := features{part: Particle, rare: slices.Contains(strings.Fields(row.Cell(column)), "rare")}
		for _, p := range b.pieces(row.Cells[0]) {
			if p.kind != Letters {
				return row.Errorf("%q has digits or marks; write letters only", row.Cells[0])
			}
			id, err := b.intern(b.Normal(p.spelling), p.spelling, Fixed, f)
			if err != nil {
				return row.Errorf("%w", err)
			}
			if spelling := row.Cell(bound); bound >= 0 && spelling != "" {
				b.inflect("bound", spelling, id, f)
			}
		}
	}
	return nil
}

// Particles gives each feature of each function word of one word, in the order of particles.tsv; phrases are read by the stages that need them whole.
func (b *Builder) Particles(each func(id WordID, feature string)) error {
	table, err := b.pack.Table("particles")
	if err != nil {
		return err
	}
	features := table.Column("features")
	for _, row := range table.Rows {
		ids, err := b.Phrase(row.Cells[0], Fixed)
		if err != nil {
			return row.Errorf("%w", err)
		}
		if len(ids) != 1 {
			continue
		}
		for feature := range strings.FieldsSeq(row.Cell(features)) {
			each(ids[0], feature)
		}
	}
	return nil
}

// readNominals reads nouns.tsv or adjectives.tsv: word, plural (irregular ones parted by |), then columns of later stages.
func (b *Builder) readNominals(name string, part PartOfSpeech) error {
	table, err := b.pack.Table(name)
	if err != nil {
		return err
	}
	plural := table.Column("plural")
	for _, row := range table.Rows {
		words := b.pieces(row.Cells[0])
		for _, p := range words {
			if p.kind != Letters {
				continue
			}
			id, err := b.intern(b.Normal(p.spelling), p.spelling, Nominal, features{part: part})
			if err != nil {
				return row.Errorf("%w", err)
			}
			if len(words) > 1 || plural < 0 || row.Cell(plural) == "" || row.Cell(plural) == "-" {
				continue
			}
			for form := range strings.SplitSeq(row.Cell(plural), "|") {
				if _, err := b.single(strings.TrimSpace(form)); err != nil {
					return row.Errorf("plural: %w", err)
				}
				b.inflect("plural", strings.TrimSpace(form), id, features{part: part, agreement: Agreement{Number: 3}})
			}
		}
	}
	return nil
}

// readVerbs reads verbs.tsv. Where it has a column "form", the stems come from root paradigms; else from the principal parts that its
// columns give, each with the inflection type "verb.<column>", or, where the cell is empty, "regular.<column>" of the word itself.
func (b *Builder) readVerbs() error {
	table, err := b.pack.Table("verbs")
	if err != nil {
		return err
	}
	for _, row := range table.Rows {
		words := b.pieces(row.Cells[0])
		head := b.head(row.Cells[0], len(words))
		for i, p := range words {
			var err error
			switch {
			case i == head && p.kind != Letters:
				return row.Errorf("%q is no word of letters; write the verb as the reader cuts it", p.spelling)
			case i == head:
				err = b.readVerb(table, row, p.spelling, len(words) > 1)
			case p.kind == Letters:
				_, err = b.intern(b.Normal(p.spelling), p.spelling, Nominal, features{})
			}
			if err != nil {
				return err
			}
		}
	}
	for _, row := range table.Rows {
		words := b.pieces(row.Cells[0])
		head := words[b.head(row.Cells[0], len(words))]
		if b.classes[b.verbID(head.spelling)]&(1<<Verbal) == 0 {
			return row.Errorf("the verb %q has no row of its own; add one with its principal parts", head.spelling)
		}
	}
	return nil
}

// head tells which of the tokens of a verb is inflected: the last of a Persian compound, else the last of the first word ("re-elect", "carry out").
func (b *Builder) head(entry string, tokens int) int {
	if b.profile["compound"] == "last" {
		return tokens - 1
	}
	first, _, _ := strings.Cut(strings.TrimSpace(entry), " ")
	return len(b.pieces(first)) - 1
}

func (b *Builder) readVerb(table *lang.Table, row lang.Row, word string, compound bool) error {
	id := b.verbID(word)
	if table.Column("form") >= 0 {
		return b.conjugate(row, id, word, row.Cell(table.Column("form")), row.Cell(table.Column("present")), row.Cell(table.Column("masdar")))
	}
	if parts := table.Column("present"); compound && parts >= 0 && row.Cell(parts) == "" {
		return nil // the light verb of a compound has a row of its own
	}
	b.classes[id] |= 1 << Verbal
	verb := features{part: Verb}
	if !b.inflect("verb", word, id, verb) {
		return row.Errorf("no shape of type \"verb\" in inflections.tsv fits %q; correct the word or add a shape", word)
	}
	for _, name := range []string{"past", "present", "participle", "ing"} {
		column := table.Column(name)
		if column < 0 {
			continue
		}
		value := strings.TrimSpace(row.Cell(column))
		if value == "" || value == "-" {
			if !b.inflect("regular."+name, word, id, verb) {
				return row.Errorf("no %s given, and inflections.tsv has no regular one for %q; write it", name, word)
			}
			continue
		}
		for part := range strings.SplitSeq(value, "|") {
			pieces := b.pieces(part)
			if len(pieces) == 0 {
				return row.Errorf("%s %q has no word; write one", name, part)
			}
			spelling := pieces[0].spelling
			if b.profile["compound"] == "last" {
				spelling = pieces[len(pieces)-1].spelling
			}
			if !b.inflect("verb."+name, spelling, id, verb) {
				return row.Errorf("no shape of type \"verb.%s\" in inflections.tsv fits %q; correct the word or add a shape", name, part)
			}
		}
	}
	return nil
}

// readAbbreviations reads abbreviations.tsv: word (without its last full stop), features: never, end or number.
func (b *Builder) readAbbreviations() error {
	table, err := b.pack.Table("abbreviations")
	if err != nil {
		return err
	}
	for _, row := range table.Rows {
		norm, err := b.single(row.Cells[0])
		if err != nil {
			return row.Errorf("%w", err)
		}
		kind, ok := map[string]abbreviation{"never": neverEnds, "end": mayEnd, "number": beforeNumber}[row.Cell(1)]
		if !ok {
			return row.Errorf("features %q: write never (Mr.), end (etc.) or number (No. 5)", row.Cell(1))
		}
		b.language.abbreviations[b.id(norm, row.Cells[0])] = kind
	}
	return nil
}
