package schemas

// Enumerations, as in the annotation guidelines.
var (
	kinds = []string{
		"arrive", "depart", "visit", "meet", "call", "agree", "cooperate", "support", "aid", "request", "accuse", "reject", "threaten", "sanction",
		"protest", "mobilize", "attack", "withdraw", "arrest", "judge", "legislate", "elect", "appoint", "resign", "announce", "prepare", "open", "close",
		"build", "hold", "occasion", "change", "trade", "die", "injure", "accident", "disaster", "compete", "award", "publish", "found", "say", "other",
	}
	statuses      = []string{"actual", "planned", "possible", "negated"}
	plover        = []string{"ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN"}
	bases         = []string{"explicit", "relative", "occasion", "inherited", "publication"}
	certainties   = []string{"exact", "observed", "computed", "approximate", "unresolved"}
	granularities = []string{"minute", "hour", "daypart", "day", "week", "month", "quarter", "season", "half", "year", "decade", "century", "range"}
	calendars     = []string{"gregorian", "hijri", "jalali"}
	roles         = []string{"agent", "counterpart", "patient", "beneficiary"}
	entityTypes   = []string{"person", "organisation", "group", "country", "place"}
	timexTypes    = []string{"DATE", "TIME", "DURATION", "SET"}
)

const undated = "the text does not say"

// dating is the columns that say when, the same in every table that has a date.
func dating() []Column {
	return []Column{
		{Name: "date_start", Type: Day, Null: undated, Doc: "First day, inclusive, Gregorian."},
		{Name: "date_end", Type: Day, Null: undated, Doc: "Last day, inclusive; equal to date_start for a single day."},
		{Name: "start_local", Type: LocalTime, Null: "the text gives no hour", Doc: "Beginning, where the text gives an hour or part of the day, on the clock of the place; no zone."},
		{Name: "end_local", Type: LocalTime, Null: "the text gives no hour", Doc: "End, exclusive, of the same."},
		{Name: "granularity", Type: String, Null: undated, Enum: granularities, Doc: "How fine the date is."},
		{Name: "edtf", Type: String, Null: undated, Doc: "The date in Extended Date/Time Format (ISO 8601-2), levels 0 and 1."},
		{Name: "timex_value", Type: String, Null: undated, Doc: "The date as a TIMEX3 value, Gregorian."},
		{Name: "date_text", Type: String, Null: "no expression gave the date", Doc: "The expression as the article wrote it."},
		{Name: "calendar", Type: String, Null: undated, Enum: calendars, Doc: "Calendar that the expression used."},
		{Name: "basis", Type: String, Null: undated, Enum: bases, Doc: "How the event got its date: a full date in its clause, one relative to publication, a named occasion, from the story, or the day of publication."},
		{Name: "certainty", Type: String, Null: undated, Enum: certainties, Doc: "exact; observed (the day a country observed); computed (lunar, a day's doubt either way); approximate (the text says about); unresolved."},
	}
}

func quantityFields() []Column {
	return []Column{
		{Name: "value", Type: Float64, Doc: "The number, multipliers applied."},
		{Name: "unit", Type: String, Doc: "What is counted: person, USD, percent, km, ...; else the word of the text."},
		{Name: "text", Type: String, Doc: "As the article wrote it."},
		{Name: "start", Type: Int32, Unit: "code points", Doc: "Place in the document's text."},
		{Name: "end", Type: Int32, Unit: "code points", Doc: "End, exclusive."},
	}
}

// Events has one row a mention of an event.
var Events = &Table{
	Name: "events",
	Doc:  "One row a mention of an event in a document.",
	Columns: join([]Column{
		{Name: "event_id", Type: String, Identity: true, Doc: "Stable: a hash of the document's id and the trigger's span."},
		{Name: "document_id", Type: String, Doc: "Key into documents."},
		{Name: "title", Type: String, Null: "the document has no title", Doc: "Title of the document."},
		{Name: "publisher", Type: String, Null: "unknown", Doc: "Publisher of the document."},
		{Name: "url", Type: String, Null: "unknown", Doc: "Address of the document."},
		{Name: "published", Type: Instant, Null: "unknown, or the hour and zone are", Doc: "Instant of publication."},
		{Name: "published_date", Type: Day, Null: "unknown", Doc: "Day of publication, the publisher's."},
		{Name: "language", Type: String, Doc: "ISO 639-1 code of the document's language."},
		{Name: "sentence_number", Type: Int32, Doc: "Number of the sentence, from 0."},
		{Name: "sentence", Type: String, Null: "left out by --text none", Doc: "The sentence that the event stands in."},
		{Name: "trigger", Type: String, Doc: "The word that tells of the event, with its clitics."},
		{Name: "lemma", Type: String, Null: "unknown word", Doc: "Dictionary form of the trigger."},
		{Name: "span_start", Type: Int32, Unit: "code points", Doc: "Place of the trigger in the document's text."},
		{Name: "span_end", Type: Int32, Unit: "code points", Doc: "End of the trigger, exclusive."},
		{Name: "kind", Type: String, Enum: kinds, Doc: "What it is."},
		{Name: "plover", Type: String, Null: "PLOVER has no place for this kind", Enum: plover, Doc: "PLOVER event type of the kind."},
		{Name: "status", Type: String, Enum: statuses, Doc: "actual; planned (scheduled, promised, being prepared); possible; negated (did not happen, cancelled, denied)."},
	}, dating(), []Column{
		{Name: "occasion", Type: String, Null: "not tied to a named occasion", Doc: "Key of the occasion that the event is for or falls on: arbaeen, ramadan, nowruz, ..."},
		{Name: "occasion_start", Type: Day, Null: "not tied to a named occasion", Doc: "First day of that occasion."},
		{Name: "occasion_end", Type: Day, Null: "not tied to a named occasion", Doc: "Last day of that occasion, inclusive."},
		{Name: "participants", Type: Structs, Doc: "Who took part, in text order; empty where the text names nobody.", Fields: []Column{
			{Name: "name", Type: String, Doc: "Canonical name where known, else as written."},
			{Name: "role", Type: String, Enum: roles, Doc: "agent does it, counterpart is the other side, patient is acted on, beneficiary gains."},
			{Name: "text", Type: String, Doc: "As the article wrote it, with title."},
			{Name: "start", Type: Int32, Unit: "code points", Doc: "Place in the document's text."},
			{Name: "end", Type: Int32, Unit: "code points", Doc: "End, exclusive."},
			{Name: "entity_type", Type: String, Null: "no known entity", Enum: entityTypes, Doc: "What it is."},
			{Name: "office", Type: String, Null: "none named", Doc: "Office of a person, as written."},
			{Name: "country", Type: String, Null: "unknown", Doc: "ISO 3166-1 alpha-2."},
			{Name: "entity_id", Type: String, Null: "not listed", Doc: "Id in the gazetteer or the user's tables."},
		}},
		{Name: "actor", Type: String, Null: "none named", Doc: "Names of the agents, \"; \" between."},
		{Name: "counterpart", Type: String, Null: "none named", Doc: "Names of the counterparts."},
		{Name: "patient", Type: String, Null: "none named", Doc: "Names of those acted on."},
		{Name: "place", Type: String, Null: "none named", Doc: "Where it happened, as written or canonical."},
		{Name: "place_id", Type: String, Null: "not in the gazetteer", Doc: "GeoNames id where the place has one, else the gazetteer's."},
		{Name: "country", Type: String, Null: "unknown", Doc: "Country of the place, ISO 3166-1 alpha-2."},
		{Name: "latitude", Type: Float64, Unit: "degrees", Null: "not in the gazetteer", Doc: "Of the place; never a country's centre."},
		{Name: "longitude", Type: Float64, Unit: "degrees", Null: "not in the gazetteer", Doc: "Of the place."},
		{Name: "source", Type: String, Null: "the text does not attribute it", Doc: "Who says so, as written."},
		{Name: "quantities", Type: Structs, Doc: "Numbers with units that belong to the event.", Fields: quantityFields()},
		{Name: "quantity_value", Type: Float64, Null: "none", Doc: "The first of quantities."},
		{Name: "quantity_unit", Type: String, Null: "none", Doc: "Its unit."},
		{Name: "same_as", Type: String, Null: "first mention in its document", Doc: "event_id of the first mention of the same event in the document."},
		{Name: "confidence", Type: Float32, Unit: "share, 0 to 1", Doc: "Calibrated share of such rows that annotators agree are events."},
		{Name: "rule", Type: String, Doc: "What found it: the lexicon table or pattern."},
		{Name: "schema_version", Type: String, Doc: "Version of this schema."},
		{Name: "program_version", Type: String, Doc: "Version of waqai."},
	}),
}

// Documents has one row a document.
var Documents = &Table{
	Name: "documents",
	Doc:  "One row a document that was read.",
	Columns: []Column{
		{Name: "document_id", Type: String, Identity: true, Doc: "As given, else d_ and a hash of the URL or the text."},
		{Name: "title", Type: String, Null: "none", Doc: "Title."},
		{Name: "publisher", Type: String, Null: "unknown", Doc: "Publisher."},
		{Name: "url", Type: String, Null: "unknown", Doc: "Address."},
		{Name: "published", Type: Instant, Null: "unknown, or the hour and zone are", Doc: "Instant of publication."},
		{Name: "published_date", Type: Day, Null: "unknown", Doc: "Day of publication, the publisher's."},
		{Name: "published_basis", Type: String, Null: "unknown", Enum: []string{"document", "option", "file name"}, Doc: "Where the day comes from."},
		{Name: "language", Type: String, Doc: "ISO 639-1 code."},
		{Name: "characters", Type: Int32, Unit: "code points", Doc: "Length of the text."},
		{Name: "sentences", Type: Int32, Doc: "Number of sentences."},
		{Name: "events", Type: Int32, Doc: "Number of rows in events."},
		{Name: "timexes", Type: Int32, Doc: "Number of rows in timexes."},
		{Name: "text_sha256", Type: String, Doc: "SHA-256 of the text, hexadecimal: what the offsets count into."},
	},
}

// Participants has one row a participant of a mention: events.participants unfolded.
var Participants = &Table{
	Name: "participants",
	Doc:  "One row a participant of an event: the list column of events unfolded, for tools without nested types.",
	Columns: []Column{
		{Name: "event_id", Type: String, Identity: true, Doc: "Key into events."},
		{Name: "ordinal", Type: Int32, Identity: true, Doc: "Place in the list, from 0."},
		{Name: "document_id", Type: String, Doc: "Key into documents."},
		{Name: "role", Type: String, Enum: roles, Doc: "agent, counterpart, patient, beneficiary."},
		{Name: "name", Type: String, Doc: "Canonical name where known, else as written."},
		{Name: "text", Type: String, Doc: "As the article wrote it."},
		{Name: "span_start", Type: Int32, Unit: "code points", Doc: "Place in the document's text."},
		{Name: "span_end", Type: Int32, Unit: "code points", Doc: "End, exclusive."},
		{Name: "entity_type", Type: String, Null: "no known entity", Enum: entityTypes, Doc: "What it is."},
		{Name: "office", Type: String, Null: "none named", Doc: "Office of a person, as written."},
		{Name: "country", Type: String, Null: "unknown", Doc: "ISO 3166-1 alpha-2."},
		{Name: "entity_id", Type: String, Null: "not listed", Doc: "Id in the gazetteer or the user's tables."},
	},
}

// Timexes has one row a temporal expression.
var Timexes = &Table{
	Name: "timexes",
	Doc:  "One row a temporal expression (TIMEX3).",
	Columns: []Column{
		{Name: "timex_id", Type: String, Identity: true, Doc: "Stable: a hash of the document's id and the span."},
		{Name: "document_id", Type: String, Doc: "Key into documents."},
		{Name: "text", Type: String, Doc: "As the article wrote it."},
		{Name: "span_start", Type: Int32, Unit: "code points", Doc: "Place in the document's text."},
		{Name: "span_end", Type: Int32, Unit: "code points", Doc: "End, exclusive."},
		{Name: "type", Type: String, Enum: timexTypes, Doc: "TIMEX3 type."},
		{Name: "value", Type: String, Doc: "TIMEX3 value, always Gregorian."},
		{Name: "end_value", Type: String, Null: "no range", Doc: "Last day, where one expression names a range."},
		{Name: "mod", Type: String, Null: "none", Doc: "TIMEX3 modifier: APPROX, START, MID, END, BEFORE, AFTER, ..."},
		{Name: "date_start", Type: Day, Null: "a duration, a set, or unresolved", Doc: "First day, inclusive."},
		{Name: "date_end", Type: Day, Null: "a duration, a set, or unresolved", Doc: "Last day, inclusive."},
		{Name: "start_local", Type: LocalTime, Null: "no hour", Doc: "Beginning, on the clock of the place."},
		{Name: "end_local", Type: LocalTime, Null: "no hour", Doc: "End, exclusive."},
		{Name: "edtf", Type: String, Null: "a duration, a set, or unresolved", Doc: "Extended Date/Time Format."},
		{Name: "calendar", Type: String, Enum: calendars, Doc: "Calendar that the expression used."},
		{Name: "basis", Type: String, Doc: "How the value was found: explicit, relative, weekday, occasion, ..."},
		{Name: "certainty", Type: String, Enum: certainties, Doc: "As in events."},
		{Name: "occasion", Type: String, Null: "no named occasion", Doc: "Key of the occasion."},
		{Name: "conflict", Type: String, Null: "none", Doc: "Where a date in two calendars contradicts itself: how."},
		{Name: "rule", Type: String, Doc: "Name of the rule that won."},
	},
}

// Timeline has one row a real-world event, merged from its mentions.
var Timeline = &Table{
	Name: "timeline",
	Doc:  "One row a real-world event, merged from its mentions in all documents.",
	Columns: join([]Column{
		{Name: "timeline_id", Type: String, Identity: true, Doc: "Stable: made of the earliest-published mention's event_id."},
		{Name: "headline", Type: String, Doc: "The facts in one line, in the language of the sources."},
		{Name: "kind", Type: String, Enum: kinds, Doc: "What it is."},
		{Name: "plover", Type: String, Null: "PLOVER has no place for this kind", Enum: plover, Doc: "PLOVER event type."},
		{Name: "status", Type: String, Enum: statuses, Doc: "The latest known."},
		{Name: "status_history", Type: String, Null: "it never changed", Doc: "How it changed: planned > actual."},
	}, dating(), []Column{
		{Name: "date_conflict", Type: String, Null: "the sources agree", Doc: "Other dates that sources give."},
		{Name: "actor", Type: String, Null: "none named", Doc: "Agents, \"; \" between."},
		{Name: "counterpart", Type: String, Null: "none named", Doc: "Counterparts."},
		{Name: "patient", Type: String, Null: "none named", Doc: "Those acted on."},
		{Name: "place", Type: String, Null: "none named", Doc: "Where."},
		{Name: "place_id", Type: String, Null: "not in the gazetteer", Doc: "As in events."},
		{Name: "country", Type: String, Null: "unknown", Doc: "ISO 3166-1 alpha-2."},
		{Name: "latitude", Type: Float64, Unit: "degrees", Null: "not in the gazetteer", Doc: "Of the place."},
		{Name: "longitude", Type: Float64, Unit: "degrees", Null: "not in the gazetteer", Doc: "Of the place."},
		{Name: "language", Type: String, Doc: "Language of the headline."},
		{Name: "mentions", Type: Int32, Doc: "Number of mentions."},
		{Name: "documents", Type: Int32, Doc: "Number of documents, near-duplicates once."},
		{Name: "publishers", Type: Int32, Doc: "Number of publishers."},
		{Name: "first_published", Type: Day, Null: "unknown", Doc: "Publication day of the first mention."},
		{Name: "confidence", Type: Float32, Unit: "share, 0 to 1", Doc: "Of the best mention."},
		{Name: "sources", Type: Structs, Doc: "Every mention with its sentence.", Fields: []Column{
			{Name: "event_id", Type: String, Doc: "Key into events."},
			{Name: "document_id", Type: String, Doc: "Key into documents."},
			{Name: "title", Type: String, Null: "none", Doc: "Title of the document."},
			{Name: "publisher", Type: String, Null: "unknown", Doc: "Publisher."},
			{Name: "url", Type: String, Null: "unknown", Doc: "Address."},
			{Name: "published_date", Type: Day, Null: "unknown", Doc: "Day of publication."},
			{Name: "sentence", Type: String, Doc: "The sentence."},
			{Name: "trigger_start", Type: Int32, Unit: "code points", Doc: "Place of the trigger in the sentence."},
			{Name: "trigger_end", Type: Int32, Unit: "code points", Doc: "End, exclusive."},
		}},
		{Name: "schema_version", Type: String, Doc: "Version of this schema."},
		{Name: "program_version", Type: String, Doc: "Version of waqai."},
	}),
}

// TimelineMembers says which mentions make up which event.
var TimelineMembers = &Table{
	Name: "timeline_members",
	Doc:  "Which mentions make up which real-world event, and why they were joined.",
	Columns: []Column{
		{Name: "timeline_id", Type: String, Identity: true, Doc: "Key into timeline."},
		{Name: "event_id", Type: String, Identity: true, Doc: "Key into events."},
		{Name: "reason", Type: String, Doc: "Why it was joined: first, same word, same actors, ..."},
		{Name: "score", Type: Float32, Unit: "share, 0 to 1", Doc: "How well it fits."},
	},
}

func join(parts ...[]Column) []Column {
	var all []Column
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}
