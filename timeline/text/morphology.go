package text

import (
	"slices"
	"unicode/utf8"
)

// Note [morphology]: a word is prefix + stem + suffix. The tables name cells ("past before a consonant"); a stem fills some cells, an
// affix joins some, and a split of a word is a reading when one cell is common to all three. So a form that the paradigm does not
// have (a hollow verb's long stem before ت) is never found, though its letters are all there.

// cells is a set of places in paradigms.
type cells uint64

// stem is one spelling that affixes are joined to.
type stem struct {
	lemma    WordID
	next     int32 // another stem spelled so, -1 at the end
	cells    cells
	features features
}

// affix is a whole prefix or suffix: all its slots together.
type affix struct {
	joins    cells
	features features
	owner    Agreement
	clitic   uint8 // code points of proclitics, or of the pronoun at the end
}

// looseRule is one way in which writers confuse final letters.
type looseRule struct{ from, to string }

// analyze finds every reading of a normal form.
func (l *Language) analyze(norm string) *Word {
	word := &Word{Norm: norm, Exact: l.words[norm]}
	if len(norm) <= longWord {
		l.findReadings(word)
	}
	return l.note(word)
}

func (l *Language) findReadings(word *Word) {
	norm := word.Norm
	found := l.readings(nil, norm)
	if word.Exact == 0 {
		found = l.readLoosely(word, found)
	}
	if len(found) == 0 && word.Exact == 0 {
		found = l.guess(norm)
	}
	if len(found) == 0 {
		return
	}
	slices.SortStableFunc(found, func(a, b reading) int { return a.rank - b.rank })
	word.Analyses = make([]Analysis, 0, len(found))
	for _, r := range found {
		if !slices.Contains(word.Analyses, r.Analysis) {
			word.Analyses = append(word.Analyses, r.Analysis)
		}
	}
}

// readLoosely adds the readings of other spellings that the writer may have meant: where the word has none, where all of them take its end
// for a pronoun, as that of a ta marbuta written without its dots, and where the other spelling stands in the vocabulary as it is.
func (l *Language) readLoosely(word *Word, found []reading) []reading {
	open := !slices.ContainsFunc(found, func(r reading) bool { return r.Clitics&Object == 0 })
	for _, other := range l.variants(word.Norm) {
		id := l.words[other]
		if id == 0 && !open {
			continue
		}
		if word.Exact == 0 {
			word.Exact = id
		}
		more := l.readings(nil, other)
		for i := range more {
			more[i].rank += rankLoose
		}
		found = append(found, more...)
	}
	return found
}

// doubles tells whether the letters on both sides of p are the same.
func doubles(norm string, p int) bool {
	before, size := utf8.DecodeLastRuneInString(norm[:p])
	after, _ := utf8.DecodeRuneInString(norm[p:])
	return size > 0 && before == after
}

// reading is an Analysis with its place in the order: the smaller the likelier.
type reading struct {
	Analysis
	rank int
}

const (
	rankGuessed  = 10_000
	rankRare     = 1_000
	rankLoose    = 500
	rankAffixed  = 100
	rankParticle = 20 // function words with a clitic are as common as they are short
	rankPassive  = 50 // where the letters leave it open, the active is likelier
)

// readings appends the readings that the vocabulary gives.
func (l *Language) readings(found []reading, norm string) []reading {
	var ends [maxEnds]struct {
		at       int
		suffixes []affix
	}
	n := 0
	for s := len(norm); s > 0 && s >= len(norm)-l.longest.suffix && n < maxEnds; s-- {
		if s < len(norm) && !utf8.RuneStart(norm[s]) {
			continue
		}
		if suffixes := l.suffixes[norm[s:]]; len(suffixes) > 0 {
			ends[n].at, ends[n].suffixes = s, suffixes
			n++
		}
	}
	for p := 0; p <= min(l.longest.prefix, len(norm)-1); p++ {
		if !utf8.RuneStart(norm[p]) {
			continue
		}
		prefixes := l.prefixes[norm[:p]]
		if len(prefixes) == 0 {
			continue
		}
		for _, end := range ends[:n] {
			if end.at <= p {
				break
			}
			first, ok := l.stemIndex[norm[p:end.at]]
			if !ok {
				continue
			}
			for i := first; i >= 0; i = l.stems[i].next {
				found = join(found, &l.stems[i], norm, p, end.at, prefixes, end.suffixes)
			}
		}
	}
	return found
}

// maxEnds is more suffixes than one word can end in, one inside the other.
const maxEnds = 16

// join appends the readings of one split.
func join(found []reading, st *stem, norm string, p, s int, prefixes, suffixes []affix) []reading {
	for i := range prefixes {
		prefix := &prefixes[i]
		if prefix.joins&st.cells == 0 {
			continue
		}
		for j := range suffixes {
			suffix := &suffixes[j]
			if prefix.joins&st.cells&suffix.joins == 0 {
				continue
			}
			if prefix.features.elided && !doubles(norm, p) {
				continue
			}
			f := st.features
			agreement := prefix.features.agreement.over(f.agreement) // the ending says more than the person prefix
			f = prefix.features.add(f)
			f.agreement = agreement
			f = f.add(suffix.features)
			if f.clitics&Article != 0 && (f.bare || f.clitics&Object != 0) {
				continue
			}
			r := reading{Analysis: Analysis{
				Lemma: st.lemma, Part: f.part, Derivation: f.derivation, Tense: f.tense, Passive: f.passive,
				Negative: f.negative, Subjunctive: f.subjunctive, Comparative: f.comparative, Form: f.form,
				Clitics: f.clitics, Agreement: f.agreement, Owner: suffix.owner, Prefix: prefix.clitic, Suffix: suffix.clitic,
			}}
			if f.part == Verb && f.derivation == Finite && r.Agreement.Person != 0 && r.Agreement.Number == 0 {
				r.Agreement.Number = 1
			}
			r.rank = -utf8.RuneCountInString(norm[p:s])
			switch {
			case p == 0 && s == len(norm):
			case f.part == Particle:
				r.rank += rankParticle
			default:
				r.rank += rankAffixed
			}
			if f.passive {
				r.rank += rankPassive
			}
			if f.rare {
				r.rank += rankRare
			}
			found = append(found, r)
		}
	}
	return found
}

// variants gives other spellings of a word that its writer may have meant.
func (l *Language) variants(norm string) []string {
	var others []string
	for _, rule := range l.loose {
		if stem, ok := cutSuffix(norm, rule.from); ok && stem != "" {
			others = append(others, stem+rule.to)
		}
	}
	if l.cased {
		if other := plain(norm); other != norm {
			others = append(others, other)
		}
	}
	return others
}

func cutSuffix(s, suffix string) (string, bool) {
	if len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix {
		return s[:len(s)-len(suffix)], true
	}
	return s, false
}
