// Package entity finds people, organisations, groups, countries and places, and gives each a canonical name.
//
// In: a text.Text. Out: mentions in text order, the longest reading of overlapping ones. It knows offices, names and the gazetteer; it does
// not know events or time.
package entity

import "github.com/waqai/waqai/timeline/text"

// Type of an entity.
type Type string

const (
	Person       Type = "person"
	Organisation Type = "organisation"
	Group        Type = "group" // people without a name: protesters, residents, sources
	Country      Type = "country"
	Place        Type = "place"
)

// Mention is one place in the text where an entity is named or described.
type Mention struct {
	Span        text.Span
	First, Last int // tokens [First, Last)
	Prefix      int // code points of conjunction and preposition written together with the first word
	Head        int // the token that governs the phrase: the office, the organisation's head noun, or the first word of the name
	Type        Type
	Name        string // canonical name, in the language of the text unless the tables have one: the key under which variants meet
	Local       string // that name in the language of the text, where a table has it
	ID          string // of the gazetteer or people table; empty if not listed
	Office      string // of a person, as written
	Country     string // ISO 3166-1 alpha-2: of an office or organisation, where a place lies; empty if unknown
	Latitude    float64
	Longitude   float64
	HasPoint    bool
	Same        int // index of the earlier mention that this one goes back to ("the minister", a surname alone); -1 if none
}
