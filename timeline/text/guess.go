package text

import (
	"strings"

	"github.com/waqai/waqai/timeline/lang"
)

// pattern is a shape that unknown verbs and verbal nouns show: enough fixed letters that few names share it.
type pattern struct {
	template template
	cells    cells
	features features
}

// readGuess reads the guess cell of a paradigm: which of past, present and masdar are telling enough to find verbs that no lexicon has.
func (b *Builder) readGuess(row lang.Row, cell string, f *form) error {
	add := func(t template, kind string, features features) {
		for _, s := range b.shapes[kind] {
			if string(s.ending) != "*" { // the shape of words without a peculiar end
				continue
			}
			for _, st := range s.stems {
				b.language.patterns = append(b.language.patterns, pattern{template(b.Normal(string(t))), st.cells, features.add(st.features)})
			}
		}
	}
	for _, name := range strings.Fields(cell) {
		switch name {
		case "past":
			add(f.lemma, f.past, features{part: Verb, tense: Past})
		case "present":
			add(f.present, f.imperfect, features{part: Verb, tense: Present})
		case "masdar":
			for _, t := range f.masdar {
				add(t.template, t.kind, features{part: Noun, derivation: VerbalNoun})
			}
		default:
			return row.Errorf("guess %q: write past, present or masdar", name)
		}
	}
	return nil
}

// guess finds readings of an unknown word by the patterns.
func (l *Language) guess(norm string) []reading {
	if len(l.patterns) == 0 {
		return nil
	}
	var found []reading
	letters := []rune(norm)
	offsets := make([]int, 0, len(letters)+1)
	for i := range norm {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(norm))
	for p, begin := range offsets[:len(letters)] {
		prefixes := l.prefixes[norm[:begin]]
		if len(prefixes) == 0 {
			continue
		}
		for s := len(letters); s > p+3; s-- {
			suffixes := l.suffixes[norm[offsets[s]:]]
			if len(suffixes) == 0 {
				continue
			}
			for i := range l.patterns {
				pattern := &l.patterns[i]
				if _, ok := pattern.template.match(letters[p:s]); !ok {
					continue
				}
				before := len(found)
				found = join(found, &stem{cells: pattern.cells, features: pattern.features}, norm, begin, offsets[s], prefixes, suffixes)
				for k := before; k < len(found); k++ {
					found[k].Guessed = true
					found[k].rank += rankGuessed
				}
			}
		}
	}
	return found
}
