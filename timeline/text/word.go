package text

// WordID names one dictionary word of a Language: the same spelling in several lexicon tables has one WordID. 0 is no word.
type WordID int32

// Word is all that a Language's vocabulary can say about one normalised spelling.
type Word struct {
	Norm     string     // the normal form
	Exact    WordID     // the vocabulary word spelled exactly so, clitics and all; 0 if none
	Analyses []Analysis // every reading, most likely first; empty for an unknown word that no pattern fits
	Notes    Notes      // what the stages noted of it when it was first met
}

// Notes are small facts that later stages work out once a word and find again at each token: each stage writes in the slot that Builder.Note
// gave it.
type Notes [noteSlots]uint16

const noteSlots = 3

// PartOfSpeech is the coarse class of a reading.
type PartOfSpeech uint8

const (
	AnyPart PartOfSpeech = iota // a lexicon row that names no class: names, time words
	Noun                        // also verbal nouns and event nouns
	Adjective
	Verb
	Particle // prepositions, conjunctions, negation, pronouns, auxiliaries: see Feature
	Numeral
)

// Tense of a verbal reading.
type Tense uint8

const (
	NoTense Tense = iota
	Past
	Present // Arabic imperfect; what it means beside a particle (negation, future, past) is for its reader
	Future  // future clitic or form in the word itself (سيصل)
	Imperative
	Infinitive // English bare form after "to", Persian infinitive
)

// Derivation says which member of its verb's family a reading is.
type Derivation uint8

const (
	Finite Derivation = iota
	VerbalNoun
	ActiveParticiple
	PassiveParticiple
)

// Clitics is a set of particles written together with the word.
type Clitics uint16

const (
	And     Clitics = 1 << iota // و
	Then                        // ف
	In                          // ب
	To                          // ل
	Like                        // ك
	Article                     // ال
	Will                        // س
	Object                      // an object or possessive pronoun at the end
	Ask                         // أ
)

// Person, gender and number of a reading; 0 is unknown or any.
type Agreement struct {
	Person uint8 // 1 2 3
	Gender uint8 // 'm' 'f'
	Number uint8 // 1 singular, 2 dual, 3 plural
}

// Analysis is one reading of a Word.
type Analysis struct {
	Lemma       WordID // the dictionary word it is a form of; 0 when the reading comes from a pattern alone (an unknown verb)
	Part        PartOfSpeech
	Derivation  Derivation
	Tense       Tense
	Passive     bool // certainly passive; unvocalised Arabic is often open: then both readings, or false
	Guessed     bool // no lexicon row: found by pattern
	Negative    bool // negation in the word itself (Persian نرفت)
	Subjunctive bool // certainly so (Persian برود); Arabic shows it by the particle before
	Comparative bool // comparative or superlative
	Clitics     Clitics
	Form        uint8 // of an Arabic verb and its nouns: 1 to 10, 11 and on for four root letters; else 0
	Agreement   Agreement
	Owner       Agreement // of the pronoun at the end, if Clitics has Object
	Prefix      uint8     // code points of Norm that are proclitics before the stem (conjunction, preposition, article, future)
	Suffix      uint8     // code points of Norm after the stem that are an attached pronoun
}

// Is tells whether any reading of the word is a form of the dictionary word id, or the word is spelled exactly so.
func (w *Word) Is(id WordID) bool {
	if w == nil || id == 0 {
		return false
	}
	if w.Exact == id {
		return true
	}
	for i := range w.Analyses {
		if w.Analyses[i].Lemma == id {
			return true
		}
	}
	return false
}

// Has tells whether all of the clitics are present.
func (a *Analysis) Has(c Clitics) bool { return a.Clitics&c == c }
