// Package event finds what happened: triggers, who did it to whom, where, when, who says so, and how sure each of these is.
//
// In: a text.Text, its temporal expressions and its entity mentions. Out: events in text order. It knows clauses and the language's trigger
// tables; it does not know other documents (see merge) nor file formats.
package event

import "github.com/waqai/waqai/timeline/text"

// Kind is what an event is, one of the list in Kinds; the names are those of the annotation guidelines.
type Kind string

// Status says whether an event happened.
type Status string

const (
	Actual   Status = "actual"
	Planned  Status = "planned"  // scheduled, intended, promised, being prepared
	Possible Status = "possible" // may, could, is expected without a plan
	Negated  Status = "negated"  // did not happen, was cancelled or denied
)

// Basis says how an event got its date.
type Basis string

const (
	Explicit    Basis = "explicit"    // a full date in its clause
	Relative    Basis = "relative"    // a weekday, yesterday, last month in its clause
	Occasion    Basis = "occasion"    // a named occasion in its clause
	Inherited   Basis = "inherited"   // the clause has no date; the story gives it
	Publication Basis = "publication" // reported as of the day of publication
)

// When is the time of an event.
type When struct {
	Value    string // TIMEX3
	EndValue string // last day of a range, else empty
	Basis    Basis
	Timex    int // index of the temporal expression that gave it, in the document's list; -1 if none
}

// Role of a participant.
type Role string

const (
	Agent       Role = "agent"
	Counterpart Role = "counterpart"
	Patient     Role = "patient"
	Beneficiary Role = "beneficiary"
)

// Participant is somebody who took part.
type Participant struct {
	Span   text.Span
	Text   string
	Role   Role
	Entity int // index in the document's entity mentions; -1 if none
}

// Place is where an event happened.
type Place struct {
	Span    text.Span
	Text    string
	Country string // ISO 3166-1 alpha-2, empty if unknown
	Entity  int    // index in the document's entity mentions; -1 if none
}

// Quantity is a number that belongs to an event.
type Quantity struct {
	Span      text.Span
	Text      string
	Value     float64
	Unit      string // "person", "USD", "percent", "Gbit/s", ...
	Direction string // "up", "down" or empty
}

// Event is one mention of something that happened, happens, is planned, or did not happen though expected.
type Event struct {
	ID           string // e1, e2, ... in text order
	Trigger      text.Span
	Text         string // of the trigger
	Lemma        string // its dictionary word, empty if unknown
	Sentence     int
	Kind         Kind
	Status       Status
	When         *When // nil where the text and the publication date let nobody say
	Participants []Participant
	Places       []Place
	Source       *Participant // who says so (Role is empty); nil where the text does not attribute it
	SameAs       string       // ID of the first mention of the same event in this document
	Occasion     int          // index of the temporal expression of the occasion that a preparation is for; -1 if none
	Quantities   []Quantity
	Confidence   float32 // calibrated share of such events that are right
	Rule         string  // what gave it: the lexicon row or rule, for explain
}
