package text

// Language is what reading one language takes: loaded once, immutable, shared by all workers.
type Language struct {
	Code string

	characters *characterTable
	folds      map[rune]rune // letters this language does not tell apart, beyond those of its script
	cased      bool          // its script has capitals

	words map[string]WordID
	names []string

	stems     []stem
	stemIndex map[string]int32 // normal form → first of its stems
	prefixes  map[string][]affix
	suffixes  map[string][]affix
	longest   struct{ prefix, suffix int } // bytes

	loose         []looseRule
	patterns      []pattern // shapes of unknown verbs and verbal nouns
	abbreviations map[WordID]abbreviation
	notes         []func(*Word) uint16
}

// note fills in what the stages note of a word.
func (l *Language) note(word *Word) *Word {
	for slot, of := range l.notes {
		word.Notes[slot] = of(word)
	}
	return word
}

// abbreviation says what a full stop after a word means.
type abbreviation uint8

const (
	notAbbreviated abbreviation = iota
	neverEnds                   // Mr.
	mayEnd                      // etc.
	beforeNumber                // No. 5
)

func (l *Language) abbreviation(word *Word) abbreviation {
	if word == nil || word.Exact == 0 {
		return notAbbreviated
	}
	return l.abbreviations[word.Exact]
}

// Class says which affixes and clitics a vocabulary word takes.
type Class uint8

const (
	Fixed   Class = iota // conjunctions and prepositions may be joined to it, nothing else
	Nominal              // also the article, plural, dual, feminine and case endings, possessive pronouns
	Proper               // a name: conjunctions and prepositions only
	Verbal               // given by the verb paradigms only
)

// Word looks a spelling up, as an Analyzer would, without its memo: for tools and tests.
func (l *Language) Word(spelling string) *Word {
	word := l.analyze(l.normal(spelling))
	if marked := l.withMarks(word, spelling); marked != nil {
		return marked
	}
	return word
}

// Lookup gives the WordID of a spelling that stands in the vocabulary exactly so, else 0.
func (l *Language) Lookup(spelling string) WordID { return l.words[l.normal(spelling)] }

// Name gives the dictionary spelling of a word.
func (l *Language) Name(id WordID) string { return l.names[id] }

// Size is one more than the largest WordID: the length of a slice indexed by WordID.
func (l *Language) Size() int { return len(l.names) }
