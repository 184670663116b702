package text

import "github.com/waqai/waqai/timeline/lang"

// Language is what reading one language takes: loaded once, immutable, shared by all workers.
type Language struct {
	Code string
	// unexported: script, sentence rules, clitic and affix tables, the vocabulary
	words map[string]WordID
	names []string
}

// Builder collects the vocabulary of one language before it is frozen. Each later stage interns the words of its own lexicon tables
// and keeps its facts in slices indexed by WordID.
type Builder struct {
	pack *lang.Pack
	// unexported
}

// NewBuilder reads the pack's profile, affixes, particles and verbs.
func NewBuilder(pack *lang.Pack) (*Builder, error) { panic("in work") }

// Normal gives the normal form of one word as the vocabulary stores it.
func (b *Builder) Normal(word string) string { panic("in work") }

// Intern gives the WordID of one word, adding it. The word must be a single token; class says which affixes it takes.
func (b *Builder) Intern(word string, class Class) (WordID, error) { panic("in work") }

// Phrase interns each token of a lexicon entry of one or more words ("كانون الثاني") and gives their ids.
func (b *Builder) Phrase(entry string, class Class) ([]WordID, error) { panic("in work") }

// Language freezes the vocabulary.
func (b *Builder) Language() (*Language, error) { panic("in work") }

// Class says which affixes and clitics a vocabulary word takes.
type Class uint8

const (
	Fixed    Class = iota // conjunctions and prepositions may be joined to it, nothing else
	Nominal               // also the article, plural, dual, feminine and case endings, possessive pronouns
	Proper                // a name: conjunctions and prepositions only
	Verbal                // given by the verb paradigms only
)

// Word looks a spelling up, as an Analyzer would, without its memo: for tools and tests.
func (l *Language) Word(spelling string) *Word { panic("in work") }

// Name gives the dictionary spelling of a word.
func (l *Language) Name(id WordID) string { return l.names[id] }

// Size is one more than the largest WordID: the length of a slice indexed by WordID.
func (l *Language) Size() int { return len(l.names) }

// Analyzer reads sources. It holds scratch memory and a memo of words, so each worker has its own; not safe for concurrent use.
type Analyzer struct {
	Language *Language
}

// NewAnalyzer makes a reader of one language.
func NewAnalyzer(l *Language) *Analyzer { return &Analyzer{Language: l} }

// Read analyses source. The Text and its slices are reused by the next call.
func (a *Analyzer) Read(source string) *Text { panic("in work") }
