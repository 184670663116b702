package text

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/waqai/waqai/timeline/lang"
)

// Builder collects the vocabulary of one language before it is frozen. Each later stage interns the words of its own lexicon tables
// and keeps its facts in slices indexed by WordID.
type Builder struct {
	pack    *lang.Pack
	profile map[string]string

	language *Language
	classes  []uint8 // by WordID: bit of each Class it was interned with
	affixes  map[string][]affixRow
	cellBits map[string]cells
	shapes   map[string][]shape // inflections by type
	forms    map[string][]*form // root paradigms by verb form
	verbs    map[string]WordID  // lemmas of verbs that share their normal form with another word, by strict spelling
	kinds    [Proper + 1]string // inflection type of each Class
}

// NewBuilder reads the pack's profile, affixes, inflections, paradigms, particles, nouns, adjectives, verbs and abbreviations. All of the tables but the
// profile may be missing: then only the exact spellings that later stages intern are words.
func NewBuilder(pack *lang.Pack) (*Builder, error) {
	profile, err := pack.Profile()
	if err != nil {
		return nil, err
	}
	b := &Builder{
		pack: pack, profile: profile,
		language: &Language{
			Code: pack.Code, characters: characters(), folds: map[rune]rune{},
			words: map[string]WordID{}, names: []string{""}, stemIndex: map[string]int32{},
			cased: profile["script"] != "arabic", abbreviations: map[WordID]abbreviation{},
		},
		classes: []uint8{0}, cellBits: map[string]cells{}, shapes: map[string][]shape{}, affixes: map[string][]affixRow{},
		verbs: map[string]WordID{}, kinds: [Proper + 1]string{"fixed", "nominal", "proper"},
	}
	for _, read := range []func() error{
		b.readProfile, b.readInflections, b.readAffixes, b.readForms, b.readParticles,
		func() error { return b.readNominals("nouns", Noun) }, func() error { return b.readNominals("adjectives", Adjective) },
		b.readVerbs, b.readAbbreviations,
	} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	return b, nil
}

func (b *Builder) readProfile() error {
	for _, pair := range strings.Fields(b.profile["fold"]) {
		from, to, ok := strings.Cut(pair, ">")
		f, n := utf8.DecodeRuneInString(from)
		t, m := utf8.DecodeRuneInString(to)
		if !ok || n != len(from) || m != len(to) {
			return fmt.Errorf("lang/%s/profile.tsv: fold %q: write pairs of letters as a>b", b.pack.Code, pair)
		}
		b.language.folds[f] = t
	}
	for _, pair := range strings.Fields(b.profile["loose"]) {
		from, to, ok := strings.Cut(pair, ">")
		if !ok || from == "" {
			return fmt.Errorf("lang/%s/profile.tsv: loose %q: write pairs of word ends as a>b", b.pack.Code, pair)
		}
		b.language.loose = append(b.language.loose, looseRule{from, to})
	}
	return nil
}

// Normal gives the normal form of one word as the vocabulary stores it.
func (b *Builder) Normal(word string) string { return b.language.normal(word) }

// Profile gives a value of profile.tsv.
func (b *Builder) Profile(key string) string { return b.profile[key] }

// Pack gives the language folder that is read.
func (b *Builder) Pack() *lang.Pack { return b.pack }

// single checks that word is one token of letters and gives its normal form.
func (b *Builder) single(word string) (string, error) {
	pieces := b.pieces(word)
	if len(pieces) != 1 || pieces[0].kind != Letters {
		return "", fmt.Errorf("%q is not one word of letters: the reader cuts it into %d tokens; use a phrase, or write it without spaces, digits and marks", word, len(pieces))
	}
	return b.language.normal(word), nil
}

type piece struct {
	spelling string
	kind     Kind
	id       WordID
}

// pieces cuts an entry as an Analyzer would.
func (b *Builder) pieces(entry string) []piece {
	var pieces []piece
	table := b.language.characters
	for i := 0; i < len(entry); {
		r, size := utf8.DecodeRuneInString(entry[i:])
		class := table.of(r)
		if class == mark {
			if next := table.letterAfterMarks(entry, i); next != mark {
				class = next
			}
		}
		var token Token
		end := i + size
		switch class {
		case space, lineBreak, joiner, hidden:
		case arabicLetter, otherLetter:
			end, _ = table.word(entry, i, class)
			pieces = append(pieces, piece{spelling: entry[i:end], kind: Letters})
		case digit:
			end, _ = token.readDigits(entry, i, table)
			pieces = append(pieces, piece{spelling: entry[i:end], kind: Digits, id: numberID(token.Number)})
		default:
			pieces = append(pieces, piece{spelling: entry[i:end], kind: Punctuation, id: markID(foldMark(r))})
		}
		i = end
	}
	return pieces
}

// Intern gives the WordID of one word, adding it. The word must be a single token; class says which affixes it takes. A Verbal word is the
// lemma of a row of verbs.tsv, written as there: two verbs that differ in a shadda or a hamza only have two ids.
func (b *Builder) Intern(word string, class Class) (WordID, error) {
	norm, err := b.single(word)
	if err != nil {
		return 0, err
	}
	return b.intern(norm, word, class, features{})
}

func (b *Builder) intern(norm, word string, class Class, f features) (WordID, error) {
	id := b.id(norm, word)
	if class == Verbal {
		id = b.verbID(word)
	}
	bit := uint8(1) << class
	if b.classes[id]&bit != 0 && f.part == AnyPart {
		return id, nil
	}
	b.classes[id] |= bit
	if class < Verbal {
		b.inflect(b.kinds[class], word, id, f)
		if class == Nominal {
			b.inflect("definite", word, id, f) // an entry that holds its article, as words of phrases do
		}
	}
	return id, nil
}

// verbID gives the lemma of a verb. Verbs have an id of their own where another word with the same normal form is written otherwise, as
// "to sign" beside "to fall" in Arabic, which a shadda alone tells apart.
func (b *Builder) verbID(word string) WordID {
	strict := strictSpelling(word)
	if id, ok := b.verbs[strict]; ok {
		return id
	}
	norm := b.Normal(word)
	id, ok := b.language.words[norm]
	if !ok || strictSpelling(b.language.names[id]) == strict {
		return b.id(norm, word)
	}
	id = WordID(len(b.language.names))
	b.language.names = append(b.language.names, word)
	b.classes = append(b.classes, 0)
	b.verbs[strict] = id
	return id
}

func (b *Builder) id(norm, word string) WordID {
	id, ok := b.language.words[norm]
	if !ok {
		id = WordID(len(b.language.names))
		b.language.words[norm] = id
		b.language.names = append(b.language.names, word)
		b.classes = append(b.classes, 0)
	}
	return id
}

// Phrase interns each token of a lexicon entry of one or more words and gives their ids. Marks and numbers in it ("U.S.", "G20")
// get the negative ids that Token.Exact gives for them.
func (b *Builder) Phrase(entry string, class Class) ([]WordID, error) {
	pieces := b.pieces(entry)
	if len(pieces) == 0 {
		return nil, fmt.Errorf("%q has no word; write at least one letter, number or mark", entry)
	}
	ids := make([]WordID, len(pieces))
	for i, p := range pieces {
		if ids[i] = p.id; p.kind == Letters {
			id, err := b.intern(b.language.normal(p.spelling), p.spelling, class, features{})
			if err != nil {
				return nil, err
			}
			ids[i] = id
		}
	}
	return ids, nil
}

// Note gives a stage a slot of Word.Notes: the function is called once for each word that is met, after its readings are known, by several
// goroutines at a time. There are few slots; a further stage fails at once.
func (b *Builder) Note(of func(*Word) uint16) int {
	if len(b.language.notes) == noteSlots {
		panic("text: no slot is left in Word.Notes; raise noteSlots")
	}
	b.language.notes = append(b.language.notes, of)
	return len(b.language.notes) - 1
}

// Language freezes the vocabulary.
func (b *Builder) Language() (*Language, error) {
	l := b.language
	b.language = nil // a later call of the Builder is a mistake of the program and fails at once
	return l, nil
}

// numberID and markID are below zero, apart from every word: -1..-0x10FFFF are marks, the rest numbers.
func numberID(number int64) WordID { return -(1 << 21) - WordID(min(number, 1<<30)) }

func markID(r rune) WordID { return -WordID(r) }

// Exact names what a token is spelled as: the vocabulary word, or an id below zero for a mark or a number, as Builder.Phrase gives them; 0
// for a word that is not in the vocabulary.
func (token *Token) Exact() WordID {
	switch {
	case token.Word != nil:
		return token.Word.Exact
	case token.Kind == Digits:
		return numberID(token.Number)
	}
	return markID(token.Mark)
}

// addStem makes spelling a stem of id that fills the cells.
func (b *Builder) addStem(norm string, id WordID, fills cells, f features) {
	l := b.language
	head, ok := l.stemIndex[norm]
	if !ok {
		head = -1
	}
	for i := head; i >= 0; i = l.stems[i].next {
		if s := &l.stems[i]; s.lemma == id {
			if s.features == f {
				s.cells |= fills
				return
			}
		}
	}
	l.stems = append(l.stems, stem{lemma: id, next: -1, cells: fills, features: f})
	added := int32(len(l.stems) - 1)
	if head < 0 {
		l.stemIndex[norm] = added
		return
	}
	for l.stems[head].next >= 0 {
		head = l.stems[head].next
	}
	l.stems[head].next = added
}
