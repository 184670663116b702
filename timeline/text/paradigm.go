package text

import (
	"strings"

	"github.com/waqai/waqai/timeline/lang"
)

// form is one row of paradigms.tsv: how verbs of one form and one kind of weakness make their stems.
type form struct {
	lemma, present       template
	past, imperfect      string // inflection types
	passivePast          template
	passivePastType      string
	passivePresent       template
	passivePresentType   string
	masdar, active, done []nominalTemplate
}

type nominalTemplate struct {
	template template
	kind     string
}

// readForms reads paradigms.tsv: word (shape of the lemma), present, form, inflection (past type/present type), passive_past and passive_present
// (template:type, empty where the letters are those of the active), masdar, active, participle (templates parted by |, each with
// :type where it is not nominal), guess.
func (b *Builder) readForms() error {
	table, err := b.pack.Table("paradigms")
	if err != nil || len(table.Rows) == 0 {
		return err
	}
	column, err := columns(table, "present", "form", "inflection", "passive_past", "passive_present", "masdar", "active", "participle", "guess")
	if err != nil {
		return err
	}
	b.forms = map[string][]*form{}
	for _, row := range table.Rows {
		past, imperfect, ok := strings.Cut(row.Cell(column["inflection"]), "/")
		if !ok {
			return row.Errorf("inflection %q: write the types of past and present as past/present", row.Cell(column["inflection"]))
		}
		f := &form{lemma: template(b.seated(row.Cells[0])), present: template(row.Cell(column["present"])), past: "past." + past, imperfect: "present." + imperfect}
		if f.passivePast, f.passivePastType, err = passiveCell(row, row.Cell(column["passive_past"])); err != nil {
			return err
		}
		if f.passivePresent, f.passivePresentType, err = passiveCell(row, row.Cell(column["passive_present"])); err != nil {
			return err
		}
		f.masdar = nominalCell(row.Cell(column["masdar"]))
		f.active = nominalCell(row.Cell(column["active"]))
		f.done = nominalCell(row.Cell(column["participle"]))
		for _, kind := range []string{f.past, f.imperfect, "past." + f.passivePastType, "present." + f.passivePresentType} {
			if !strings.HasSuffix(kind, ".") && b.shapes[kind] == nil {
				return row.Errorf("no inflection type %q; add it to inflections.tsv or correct it", kind)
			}
		}
		name := row.Cell(column["form"])
		b.forms[name] = append(b.forms[name], f)
		if err := b.readGuess(row, row.Cell(column["guess"]), f); err != nil {
			return err
		}
	}
	return nil
}

func passiveCell(row lang.Row, cell string) (template, string, error) {
	if cell == "" {
		return nil, "", nil
	}
	shape, kind, ok := strings.Cut(cell, ":")
	if !ok {
		return nil, "", row.Errorf("passive %q: write it as template:type", cell)
	}
	return template(shape), kind, nil
}

func nominalCell(cell string) []nominalTemplate {
	var all []nominalTemplate
	for part := range strings.SplitSeq(cell, "|") {
		if part == "" {
			continue
		}
		shape, kind, ok := strings.Cut(part, ":")
		if !ok {
			kind = "nominal"
		}
		all = append(all, nominalTemplate{template(shape), kind})
	}
	return all
}

// seated folds a word but keeps the seats of hamza and alef madda, which the shapes tell apart.
func (b *Builder) seated(word string) string {
	if b.language.cased {
		return word
	}
	return strings.Map(func(r rune) rune {
		switch {
		case isArabicMark(r) || b.language.characters.of(r) == joiner:
			return -1
		case isHamzaSeat(r):
			return r
		}
		return b.language.fold(r)
	}, word)
}

// conjugate adds the stems of one verb: finite, passive, verbal nouns and participles.
func (b *Builder) conjugate(row lang.Row, id WordID, word, name, present, masdars string) error {
	word, present = b.seated(word), b.seated(present)
	f, root := b.findForm(word, name, present)
	if f == nil {
		return row.Errorf("no paradigm of form %q fits %q with present %q; check the form, give the present with its prefix, or add a shape to paradigms.tsv", name, word, present)
	}
	b.classes[id] |= 1 << Verbal
	verb := features{part: Verb, form: formNumbers[name]}
	past, imperfect := verb, verb
	past.tense, imperfect.tense = Past, Present
	b.inflect(f.past, word, id, past)
	stem := f.present
	b.inflect(f.imperfect, stem.expand(root), id, imperfect)
	past.passive, imperfect.passive = true, true
	if f.passivePast != nil {
		b.inflect("past."+f.passivePastType, f.passivePast.expand(root), id, past)
	}
	if f.passivePresent != nil {
		b.inflect("present."+f.passivePresentType, f.passivePresent.expand(root), id, imperfect)
	}
	noun := features{part: Noun, derivation: VerbalNoun, form: formNumbers[name]}
	if masdars != "" && masdars != "-" {
		for masdar := range strings.SplitSeq(masdars, "|") {
			masdar = strings.TrimSpace(masdar)
			if _, err := b.single(masdar); err != nil {
				return row.Errorf("masdar: %w", err)
			}
			b.inflect("nominal", b.seated(masdar), id, noun)
		}
	} else {
		for _, t := range f.masdar {
			b.inflect(t.kind, t.template.expand(root), id, noun)
		}
	}
	for _, t := range f.active {
		b.inflect(t.kind, t.template.expand(root), id, features{part: Adjective, derivation: ActiveParticiple, form: formNumbers[name]})
	}
	for _, t := range f.done {
		b.inflect(t.kind, t.template.expand(root), id, features{part: Adjective, derivation: PassiveParticiple, passive: true, form: formNumbers[name]})
	}
	return nil
}

var formNumbers = map[string]uint8{
	"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "Q": 11, "QII": 12, "QIII": 13, "QIV": 14,
}

// findForm gives the first shape of a form that the lemma, and the present where it is given, fit.
func (b *Builder) findForm(word, name, present string) (*form, radicals) {
	letters := []rune(word)
	var stem []rune
	if present != "" && present != "-" {
		stem = []rune(present)[1:]
	}
	for _, f := range b.forms[name] {
		root, ok := f.lemma.match(letters)
		if !ok || stem != nil && f.present.expand(root) != string(stem) {
			continue
		}
		return f, root
	}
	return nil, radicals{}
}
