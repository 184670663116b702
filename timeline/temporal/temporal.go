// Package temporal finds the expressions of a text that name a time and says which time they name.
//
// In: a text.Text, the publication moment, and the language's data: lexicon tables (words with a class and a value) and rules (sequences
// of classes with a semantic expression). Out: Timexes with a TIMEX3 value, a half-open interval, the rule that gave them and how sure
// they are. It knows no language: every word and every order of words is data; README.md beside this file says how to write it.
//
// The way through: islands of tokens that the lexicon knows (match.go) → a chart of categories over each (chart.go) → the best parses
// (choose.go) → values by the rules' expressions (functions.go, evaluate.go) → days and intervals against publication and story
// (ground.go, direction.go) → Timex (print.go). Package documentation of the grammar is in README.md.
package temporal

import (
	"fmt"

	"github.com/waqai/waqai/timeline/calendar"
	"github.com/waqai/waqai/timeline/lang"
	"github.com/waqai/waqai/timeline/text"
)

// Type is the TIMEX3 type.
type Type string

// Types of TIMEX3.
const (
	Date     Type = "DATE"
	Time     Type = "TIME"
	Duration Type = "DURATION"
	Set      Type = "SET"
)

// Basis says how the text gives a time.
type Basis string

// Bases, from the firmest.
const (
	BasisExplicit Basis = "explicit" // a date of the calendar, its year written or plain
	BasisOccasion Basis = "occasion" // a named day: Arbaeen, Easter
	BasisWeekday  Basis = "weekday"
	BasisRelative Basis = "relative" // counted from publication or from the story
	BasisVague    Basis = "vague"    // recently, soon
	BasisNone     Basis = ""         // durations and sets
)

// Certainty says how sure the day is.
type Certainty string

// Certainties, best first.
const (
	Exact       Certainty = "exact"
	Observed    Certainty = "observed"
	Computed    Certainty = "computed"
	Approximate Certainty = "approximate"
	Unresolved  Certainty = "unresolved"
)

// Timex is one temporal expression.
type Timex struct {
	Span        text.Span
	First, Last int // tokens [First, Last)
	Type        Type
	Value       string // TIMEX3, always Gregorian
	EndValue    string // of a range in one expression: its last day
	Mod         string // TIMEX3: START, MID, END, APPROX, BEFORE, AFTER, LESS_THAN, MORE_THAN; or empty
	Calendar    calendar.System
	Basis       Basis
	Certainty   Certainty
	Interval    calendar.Interval // what the value denotes
	HasInterval bool              // false for durations, sets and what stays unresolved
	EDTF        string
	Granularity string // day, month, year...; of a range, that of its ends
	Occasion    string // key of the occasion
	Rule        string // name of the rule
	RuleFile    string // file:line of the rule
	Conflict    string // what another expression of the same date says
}

// Prefer says which way bare weekdays and months look.
type Prefer int

// Directions.
const (
	PreferAuto Prefer = iota // as the tense of the verb says
	PreferPast
	PreferFuture
)

// ParsePrefer reads auto, past or future; empty is auto.
func ParsePrefer(s string) (Prefer, error) {
	switch s {
	case "", "auto":
		return PreferAuto, nil
	case "past":
		return PreferPast, nil
	case "future":
		return PreferFuture, nil
	}
	return PreferAuto, fmt.Errorf("direction %q: use auto, past or future", s)
}

// Options say from where and under which conventions values are counted. Without a reference relative values stay unresolved: the clock is
// never read.
type Options struct {
	Reference    calendar.Moment // publication
	HasReference bool
	Prefer       Prefer
	Authority    calendar.Authority // of Hijri months
}

// Tagger finds the temporal expressions of one language. It is immutable and safe for concurrent use, each worker with its own Scratch.
type Tagger struct {
	lexicon   *lexicon
	grammar   *grammar
	authority calendar.Authority // of the country whose news the language mostly is, for Auto
	note      int                // slot of Word.Notes
}

// Scratch is the working memory of one worker; its zero value is ready.
type Scratch struct {
	chart chart
	state evaluation
	found []Timex
	marks []tokenMark
}

// Load reads the lexicon tables and rules of a language and interns its words in the builder.
func Load(pack *lang.Pack, builder *text.Builder) (*Tagger, error) {
	files, err := pack.Rules()
	if err != nil {
		return nil, err
	}
	grammar, err := readGrammar(files)
	if err != nil {
		return nil, err
	}
	lexicon, err := readLexicon(pack, builder, grammar)
	if err != nil {
		return nil, err
	}
	if err := grammar.compile(); err != nil {
		return nil, err
	}
	lexicon.alone, lexicon.joining = grammar.alone(), grammar.joining()
	return &Tagger{
		lexicon: lexicon, grammar: grammar, authority: calendar.AuthorityOf(builder.Profile("country")), note: builder.Note(lexicon.note),
	}, nil
}

// Tag finds the expressions of a text, in order, without overlaps. The result is the caller's to keep.
func (t *Tagger) Tag(txt *text.Text, options Options, scratch *Scratch) []Timex {
	return t.tag(txt, options, scratch, nil)
}
