package text

import (
	"fmt"
	"strings"
)

// features is what a stem or an affix adds to a reading; the tables write it as ASCII words.
type features struct {
	part        PartOfSpeech
	derivation  Derivation
	tense       Tense
	clitics     Clitics
	agreement   Agreement
	passive     bool
	negative    bool
	subjunctive bool
	comparative bool
	bare        bool // never with the article
	form        uint8
	rare        bool // a reading to put last
	elided      bool // of a prefix: only before a stem that begins with the prefix's last letter, which is written once
}

var featureWords = map[string]func(*features){
	"noun":        func(f *features) { f.part = Noun },
	"adjective":   func(f *features) { f.part = Adjective },
	"verb":        func(f *features) { f.part = Verb },
	"particle":    func(f *features) { f.part = Particle },
	"numeral":     func(f *features) { f.part = Numeral },
	"past":        func(f *features) { f.tense = Past },
	"present":     func(f *features) { f.tense = Present },
	"future":      func(f *features) { f.tense = Future },
	"imperative":  func(f *features) { f.tense = Imperative },
	"infinitive":  func(f *features) { f.tense = Infinitive },
	"verbalnoun":  func(f *features) { f.derivation = VerbalNoun },
	"active":      func(f *features) { f.derivation = ActiveParticiple },
	"participle":  func(f *features) { f.derivation = PassiveParticiple },
	"passive":     func(f *features) { f.passive = true },
	"negative":    func(f *features) { f.negative = true },
	"subjunctive": func(f *features) { f.subjunctive = true },
	"comparative": func(f *features) { f.comparative = true },
	"bare":        func(f *features) { f.bare = true },
	"rare":        func(f *features) { f.rare = true },
	"elided":      func(f *features) { f.elided = true },
	"and":         func(f *features) { f.clitics |= And },
	"then":        func(f *features) { f.clitics |= Then },
	"in":          func(f *features) { f.clitics |= In },
	"to":          func(f *features) { f.clitics |= To },
	"like":        func(f *features) { f.clitics |= Like },
	"article":     func(f *features) { f.clitics |= Article },
	"will":        func(f *features) { f.clitics |= Will; f.tense = Future },
	"object":      func(f *features) { f.clitics |= Object },
	"ask":         func(f *features) { f.clitics |= Ask },
}

// parseFeatures reads a features cell. Agreement is written as person, gender and number run together, each optional: 3ms, 1p, fd, p.
func parseFeatures(cell string) (features, error) {
	var f features
	for _, name := range strings.Fields(cell) {
		if set, ok := featureWords[name]; ok {
			set(&f)
			continue
		}
		agreement, ok := parseAgreement(name)
		if !ok {
			return f, fmt.Errorf("unknown feature %q; use an agreement like 3ms or one of the words in timeline/text/features.go", name)
		}
		f.agreement = agreement
	}
	return f, nil
}

func parseAgreement(s string) (Agreement, bool) {
	var a Agreement
	if s != "" && s[0] >= '1' && s[0] <= '3' {
		a.Person, s = s[0]-'0', s[1:]
	}
	if s != "" && (s[0] == 'm' || s[0] == 'f') {
		a.Gender, s = s[0], s[1:]
	}
	switch s {
	case "s":
		a.Number = 1
	case "d":
		a.Number = 2
	case "p":
		a.Number = 3
	case "":
		return a, a != Agreement{}
	default:
		return a, false
	}
	return a, true
}

// over gives the agreement of a with what b says on top.
func (b Agreement) over(a Agreement) Agreement {
	if b.Person != 0 {
		a.Person = b.Person
	}
	if b.Gender != 0 {
		a.Gender = b.Gender
	}
	if b.Number != 0 {
		a.Number = b.Number
	}
	return a
}

// add joins the features of the next part of a word to those before it.
func (f features) add(next features) features {
	if next.part != AnyPart {
		f.part = next.part
	}
	if next.derivation != Finite {
		f.derivation = next.derivation
	}
	if next.tense != NoTense && f.tense != Future {
		f.tense = next.tense
	}
	if next.form != 0 {
		f.form = next.form
	}
	f.clitics |= next.clitics
	f.agreement = next.agreement.over(f.agreement)
	f.passive = f.passive || next.passive
	f.negative = f.negative || next.negative
	f.subjunctive = f.subjunctive || next.subjunctive
	f.comparative = f.comparative || next.comparative
	f.bare = f.bare || next.bare
	f.rare = f.rare || next.rare
	f.elided = f.elided || next.elided
	return f
}
