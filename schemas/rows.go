package schemas

// The rows, one struct a table. Strings that are empty are null; other values that may be absent are Null. What each field means stands once, in
// tables.go. Offsets count Unicode code points of the document's text, end exclusive.

// When is the columns that say when, the same in events and timeline.
type When struct {
	DateStart        Null[Day]
	DateEnd          Null[Day] // inclusive
	StartLocal       Null[LocalTime]
	EndLocal         Null[LocalTime] // exclusive
	UTCOffsetMinutes Null[int16]
	Granularity      string
	EDTF             string
	TimexValue       string
	DateText         string
	Calendar         string
	Basis            string
	Certainty        string
}

// Where is the columns that say where.
type Where struct {
	Place     string
	PlaceID   string
	Country   string // ISO 3166-1 alpha-2
	Latitude  Null[float64]
	Longitude Null[float64]
}

// Actors is the flat columns of participants, for tools without nested types.
type Actors struct {
	Actor       string
	Counterpart string
	Patient     string
}

// EventParticipant is one who took part in an event.
type EventParticipant struct {
	Name       string
	Role       string
	Start, End int32
	Text       string
	EntityType string
	Office     string
	Country    string
	Canonical  string
	EntityID   string
}

// EventQuantity is a number with its unit.
type EventQuantity struct {
	Value      float64
	Unit       string
	Text       string
	Direction  string
	Start, End int32
}

// Event is a row of events: one mention of an event in a document.
type Event struct {
	EventID        string
	DocumentID     string
	Title          string
	Publisher      string
	URL            string
	Published      Null[Instant]
	PublishedDate  Null[Day]
	Language       string
	SentenceNumber int32
	Sentence       string
	SentenceStart  int32
	Trigger        string
	TriggerLemma   string
	SpanStart      int32
	SpanEnd        int32
	Kind           string
	Plover         string
	PloverQuad     Null[int16]
	Status         string
	When
	Occasion      string
	OccasionStart Null[Day]
	OccasionEnd   Null[Day]
	Participants  []EventParticipant
	Actors
	Where
	Source        string
	Quantities    []EventQuantity
	QuantityValue Null[float64]
	QuantityUnit  string
	SameAs        string
	Confidence    float32
	Rule          string

	SchemaVersion  string
	ProgramVersion string
}

// Document is a row of documents.
type Document struct {
	DocumentID     string
	Title          string
	Publisher      string
	URL            string
	Published      Null[Instant]
	PublishedDate  Null[Day]
	PublishedBasis string
	Language       string
	Characters     int32
	Sentences      int32
	Events         int32
	Timexes        int32
	DecodeErrors   int32
	TextSHA256     string
	Text           string
	SchemaVersion  string
	ProgramVersion string
}

// Participant is a row of participants: events.participants unfolded.
type Participant struct {
	EventID    string
	Ordinal    int32
	DocumentID string
	EventParticipant
}

// Timex is a row of timexes: one temporal expression.
type Timex struct {
	TimexID        string
	DocumentID     string
	SentenceNumber int32
	Text           string
	SpanStart      int32
	SpanEnd        int32
	Type           string
	Value          string
	EndValue       string
	Mod            string
	DateStart      Null[Day]
	DateEnd        Null[Day]
	StartLocal     Null[LocalTime]
	EndLocal       Null[LocalTime]
	EDTF           string
	Calendar       string
	Basis          string
	Certainty      string
	Occasion       string
	Conflict       string
	Rule           string
}

// TimelineSource is one mention that a timeline row stands on.
type TimelineSource struct {
	DocumentID    string
	EventID       string
	Title         string
	Publisher     string
	URL           string
	Published     Null[Instant]
	PublishedDate Null[Day]
	Language      string
	Sentence      string
	SentenceStart int32
	SpanStart     int32
	SpanEnd       int32
	Source        string
	DateText      string
}

// Timeline is a row of timeline: one real-world event.
type Timeline struct {
	TimelineID string
	When
	Kind          string
	Plover        string
	Status        string
	StatusHistory string
	Headline      string
	Language      string
	Occasion      string
	Participants  []EventParticipant
	Actors
	Where
	Quantities     []EventQuantity
	NMentions      int32
	NDocuments     int32
	NPublishers    int32
	FirstPublished Null[Day]
	Conflicts      string
	Sources        []TimelineSource
	Confidence     float32
	Edited         bool
	EditedFields   string
	Notes          string
	SchemaVersion  string
	ProgramVersion string
}

// TimelineMember is a row of timeline_members: a mention of a real-world event.
type TimelineMember struct {
	TimelineID string
	EventID    string
	Reason     string
	Score      float32
	KeptDate   bool
}

// Alias is a row of aliases: an id that became another.
type Alias struct {
	Old    string
	New    string
	Table  string
	Reason string
	Run    string
}

// Tombstone is a row of tombstones: an id that is gone.
type Tombstone struct {
	ID     string
	Table  string
	Reason string
	Run    string
}

// Quarantine is a row of quarantine: an input that could not be used.
type Quarantine struct {
	Ordinal    int32
	File       string
	Line       Null[int32]
	Offset     Null[int64]
	DocumentID string
	Reason     string
	Remedy     string
	SHA256     string
}

// Column is a row of columns: a column of the dataset, described.
type Column struct {
	Table    string
	Column   string
	Ordinal  int32
	Type     string
	Unit     string
	Null     string
	Values   string
	Meaning  string
	Nullable bool
}
