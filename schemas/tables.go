package schemas

// Tables lists every table.
var Tables = []*Table{Events, Documents, Timexes, Participants, Timelines, TimelineMembers, Aliases, Tombstones, Quarantines, Columns}

const (
	codePoints = "code points"
	undated    = "the text does not say when"
	noHour     = "the text gives no hour"
	noGazette  = "not in the gazetteer"
	unknown    = "unknown"
	noneNamed  = "none named"
	country    = "ISO 3166-1 alpha-2 code"
)

// Events has one row a mention of an event.
var Events = table[Event]("events", "One row a mention of an event in a document.", join([]Field{
	field("event_id", func(e *Event) *string { return &e.EventID }, Field{Key: true, Doc: "Stable: a hash of the document's id and the trigger's place. A rule that changes kind or date leaves the id."}),
	field("document_id", func(e *Event) *string { return &e.DocumentID }, Field{Foreign: "documents", Doc: "The document."}),
	field("title", func(e *Event) *string { return &e.Title }, Field{Null: "the document has no title", Doc: "Title of the document."}),
	field("publisher", func(e *Event) *string { return &e.Publisher }, Field{Null: unknown, Doc: "Publisher of the document."}),
	field("url", func(e *Event) *string { return &e.URL }, Field{Null: unknown, Doc: "Address of the document."}),
	field("published", func(e *Event) *Null[Instant] { return &e.Published }, Field{Null: "unknown, or its hour or zone is", Doc: "Instant of publication."}),
	field("published_date", func(e *Event) *Null[Day] { return &e.PublishedDate }, Field{Null: unknown, Doc: "Day of publication, the publisher's."}),
	field("language", func(e *Event) *string { return &e.Language }, Field{Doc: "Language of the document, ISO 639-1 code."}),
	field("sentence_number", func(e *Event) *int32 { return &e.SentenceNumber }, Field{Unit: "from 0", Doc: "Number of the sentence in the document."}),
	field("sentence", func(e *Event) *string { return &e.Sentence }, Field{Null: "left out by --text none", Doc: "The sentence that the event stands in."}),
	field("sentence_start", func(e *Event) *int32 { return &e.SentenceStart }, Field{Unit: codePoints, Doc: "Place of the sentence in the document's text."}),
	field("trigger", func(e *Event) *string { return &e.Trigger }, Field{Doc: "The word that tells of the event, with its clitics."}),
	field("trigger_lemma", func(e *Event) *string { return &e.TriggerLemma }, Field{Null: "unknown word", Doc: "Dictionary form of the trigger."}),
	field("span_start", func(e *Event) *int32 { return &e.SpanStart }, Field{Unit: codePoints, Doc: "Place of the trigger in the document's text."}),
	field("span_end", func(e *Event) *int32 { return &e.SpanEnd }, Field{Unit: codePoints, Doc: "End of the trigger, exclusive."}),
	field("kind", func(e *Event) *string { return &e.Kind }, Field{Enum: kindValues(), Doc: "What it is."}),
	field("plover", func(e *Event) *string { return &e.Plover }, Field{Null: "PLOVER has no place for this kind", Enum: ploverValues(), Doc: "PLOVER event type, from kind and status."}),
	field("plover_quad", func(e *Event) *Null[int16] { return &e.PloverQuad }, Field{Null: "PLOVER has no place for this kind", Unit: "1 to 4", Doc: "PLOVER quadrant: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."}),
	field("status", func(e *Event) *string { return &e.Status }, Field{Enum: statuses, Doc: "Whether it happened."}),
}, when(func(e *Event) *When { return &e.When }), []Field{
	field("occasion", func(e *Event) *string { return &e.Occasion }, Field{Null: "not tied to a named occasion", Doc: "Key of the occasion that the event is for or falls on: arbaeen, ramadan, nowruz, ..."}),
	field("occasion_start", func(e *Event) *Null[Day] { return &e.OccasionStart }, Field{Null: "no occasion, or its day is unknown", Doc: "First day of that occasion."}),
	field("occasion_end", func(e *Event) *Null[Day] { return &e.OccasionEnd }, Field{Null: "no occasion, or its day is unknown", Doc: "Last day of that occasion, inclusive."}),
	list("participants", func(e *Event) *[]EventParticipant { return &e.Participants }, participant(func(p *EventParticipant) *EventParticipant { return p }), Field{Doc: "Who took part, in text order; empty where the text names nobody."}),
}, actors(func(e *Event) *Actors { return &e.Actors }), where(func(e *Event) *Where { return &e.Where }), []Field{
	field("source", func(e *Event) *string { return &e.Source }, Field{Null: "the text does not attribute it", Doc: "Who says so, as written."}),
	list("quantities", func(e *Event) *[]EventQuantity { return &e.Quantities }, quantity(), Field{Doc: "Numbers with units that belong to the event, in text order."}),
	field("quantity_value", func(e *Event) *Null[float64] { return &e.QuantityValue }, Field{Null: "none", Unit: "quantity_unit", Doc: "Value of the first of quantities."}),
	field("quantity_unit", func(e *Event) *string { return &e.QuantityUnit }, Field{Null: "none", Doc: "Unit of the first of quantities."}),
	field("same_as", func(e *Event) *string { return &e.SameAs }, Field{Null: "the first mention in its document", Foreign: "events", Doc: "event_id of the first mention of the same event in the document."}),
	field("confidence", func(e *Event) *float32 { return &e.Confidence }, Field{Unit: "share, 0 to 1", Doc: "Calibrated share of such rows that annotators agree are events."}),
	field("rule", func(e *Event) *string { return &e.Rule }, Field{Null: "not recorded", Doc: "What found it: lexicon row or rule."}),
}, versions(func(e *Event) (*string, *string) { return &e.SchemaVersion, &e.ProgramVersion })))

// Documents has one row a document.
var Documents = table[Document]("documents", "One row a document that was read.", join([]Field{
	field("document_id", func(d *Document) *string { return &d.DocumentID }, Field{Key: true, Doc: "As given, else d_ and a hash of the address or the text."}),
	field("title", func(d *Document) *string { return &d.Title }, Field{Null: "none", Doc: "Title."}),
	field("publisher", func(d *Document) *string { return &d.Publisher }, Field{Null: unknown, Doc: "Publisher."}),
	field("url", func(d *Document) *string { return &d.URL }, Field{Null: unknown, Doc: "Address."}),
	field("published", func(d *Document) *Null[Instant] { return &d.Published }, Field{Null: "unknown, or its hour or zone is", Doc: "Instant of publication."}),
	field("published_date", func(d *Document) *Null[Day] { return &d.PublishedDate }, Field{Null: unknown, Doc: "Day of publication, the publisher's."}),
	field("published_basis", func(d *Document) *string { return &d.PublishedBasis }, Field{Null: unknown, Enum: publishedBases, Doc: "Where that day comes from."}),
	field("language", func(d *Document) *string { return &d.Language }, Field{Doc: "Language, ISO 639-1 code."}),
	field("characters", func(d *Document) *int32 { return &d.Characters }, Field{Unit: codePoints, Doc: "Length of the text."}),
	field("sentences", func(d *Document) *int32 { return &d.Sentences }, Field{Unit: "sentences", Doc: "Number of sentences."}),
	field("events", func(d *Document) *int32 { return &d.Events }, Field{Unit: "rows", Doc: "Number of its rows in events."}),
	field("timexes", func(d *Document) *int32 { return &d.Timexes }, Field{Unit: "rows", Doc: "Number of its rows in timexes."}),
	field("decode_errors", func(d *Document) *int32 { return &d.DecodeErrors }, Field{Unit: codePoints, Doc: "Characters that could not be decoded and read U+FFFD."}),
	field("text_sha256", func(d *Document) *string { return &d.TextSHA256 }, Field{Unit: "hexadecimal", Doc: "SHA-256 of the text in UTF-8: what the offsets count into."}),
	field("text", func(d *Document) *string { return &d.Text }, Field{Null: "left out: only --text full keeps it", Doc: "The whole text."}),
}, versions(func(d *Document) (*string, *string) { return &d.SchemaVersion, &d.ProgramVersion })))

// Timexes has one row a temporal expression.
var Timexes = table[Timex]("timexes", "One row a temporal expression (TIMEX3).", []Field{
	field("timex_id", func(t *Timex) *string { return &t.TimexID }, Field{Key: true, Doc: "Stable: a hash of the document's id and the span."}),
	field("document_id", func(t *Timex) *string { return &t.DocumentID }, Field{Foreign: "documents", Doc: "The document."}),
	field("sentence_number", func(t *Timex) *int32 { return &t.SentenceNumber }, Field{Unit: "from 0", Doc: "Number of the sentence in the document."}),
	field("text", func(t *Timex) *string { return &t.Text }, Field{Doc: "As the article wrote it."}),
	field("span_start", func(t *Timex) *int32 { return &t.SpanStart }, Field{Unit: codePoints, Doc: "Place in the document's text."}),
	field("span_end", func(t *Timex) *int32 { return &t.SpanEnd }, Field{Unit: codePoints, Doc: "End, exclusive."}),
	field("type", func(t *Timex) *string { return &t.Type }, Field{Enum: timexTypes, Doc: "TIMEX3 type."}),
	field("value", func(t *Timex) *string { return &t.Value }, Field{Doc: "TIMEX3 value, always Gregorian."}),
	field("end_value", func(t *Timex) *string { return &t.EndValue }, Field{Null: "no range", Doc: "Last day, where one expression names a range."}),
	field("mod", func(t *Timex) *string { return &t.Mod }, Field{Null: "none", Doc: "TIMEX3 modifier: APPROX, START, MID, END, BEFORE, AFTER, ..."}),
	field("date_start", func(t *Timex) *Null[Day] { return &t.DateStart }, Field{Null: "open, a duration, a set, or unresolved", Doc: "First day, inclusive."}),
	field("date_end", func(t *Timex) *Null[Day] { return &t.DateEnd }, Field{Null: "open, a duration, a set, or unresolved", Doc: "Last day, inclusive."}),
	field("start_local", func(t *Timex) *Null[LocalTime] { return &t.StartLocal }, Field{Null: noHour, Doc: "Beginning, on the clock of the text."}),
	field("end_local", func(t *Timex) *Null[LocalTime] { return &t.EndLocal }, Field{Null: noHour, Doc: "End, exclusive."}),
	field("edtf", func(t *Timex) *string { return &t.EDTF }, Field{Null: "EDTF levels 0 and 1 cannot say it", Doc: "Extended Date/Time Format (ISO 8601-2), levels 0 and 1."}),
	field("calendar", func(t *Timex) *string { return &t.Calendar }, Field{Null: "none is involved", Enum: calendars, Doc: "Calendar that the expression used."}),
	field("basis", func(t *Timex) *string { return &t.Basis }, Field{Null: "not recorded", Doc: "How the value was found: explicit, relative, weekday, occasion, ..."}),
	field("certainty", func(t *Timex) *string { return &t.Certainty }, Field{Null: "not recorded", Enum: certainties, Doc: "How sure the days are."}),
	field("occasion", func(t *Timex) *string { return &t.Occasion }, Field{Null: "no named occasion", Doc: "Key of the occasion."}),
	field("conflict", func(t *Timex) *string { return &t.Conflict }, Field{Null: "none", Doc: "Where a date in two calendars contradicts itself: how."}),
	field("rule", func(t *Timex) *string { return &t.Rule }, Field{Null: "not recorded", Doc: "Name of the rule that won."}),
})

// Participants has one row a participant of a mention.
var Participants = table[Participant]("participants", "One row a participant of an event: the list column of events unfolded, for tools without nested types.", join([]Field{
	field("event_id", func(p *Participant) *string { return &p.EventID }, Field{Key: true, Foreign: "events", Doc: "The event."}),
	field("ordinal", func(p *Participant) *int32 { return &p.Ordinal }, Field{Key: true, Unit: "from 0", Doc: "Place in the list."}),
	field("document_id", func(p *Participant) *string { return &p.DocumentID }, Field{Foreign: "documents", Doc: "The document."}),
}, participant(func(p *Participant) *EventParticipant { return &p.EventParticipant })))

// Timelines has one row a real-world event, merged from its mentions.
var Timelines = table[Timeline]("timeline", "One row a real-world event, merged from its mentions in all documents.", join([]Field{
	field("timeline_id", func(t *Timeline) *string { return &t.TimelineID }, Field{Key: true, Doc: "Stable: made of the earliest-published mention's event_id."}),
}, when(func(t *Timeline) *When { return &t.When }), []Field{
	field("kind", func(t *Timeline) *string { return &t.Kind }, Field{Enum: kindValues(), Doc: "What it is."}),
	field("plover", func(t *Timeline) *string { return &t.Plover }, Field{Null: "PLOVER has no place for this kind", Enum: ploverValues(), Doc: "PLOVER event type, from kind and status."}),
	field("status", func(t *Timeline) *string { return &t.Status }, Field{Enum: statuses, Doc: "The latest known."}),
	field("status_history", func(t *Timeline) *string { return &t.StatusHistory }, Field{Null: "it never changed", Doc: "How it changed, oldest first: planned > actual."}),
	field("headline", func(t *Timeline) *string { return &t.Headline }, Field{Doc: "The facts in one line, in the language of the sources."}),
	field("language", func(t *Timeline) *string { return &t.Language }, Field{Doc: "Language of the headline, ISO 639-1 code."}),
	field("occasion", func(t *Timeline) *string { return &t.Occasion }, Field{Null: "not tied to a named occasion", Doc: "Key of the occasion that the event is for or falls on."}),
	list("participants", func(t *Timeline) *[]EventParticipant { return &t.Participants }, participant(func(p *EventParticipant) *EventParticipant { return p }), Field{Doc: "Who took part, merged; places in the text are those of the first mention."}),
}, actors(func(t *Timeline) *Actors { return &t.Actors }), where(func(t *Timeline) *Where { return &t.Where }), []Field{
	list("quantities", func(t *Timeline) *[]EventQuantity { return &t.Quantities }, quantity(), Field{Doc: "Numbers with units, merged."}),
	field("n_mentions", func(t *Timeline) *int32 { return &t.NMentions }, Field{Unit: "rows", Doc: "Number of mentions."}),
	field("n_documents", func(t *Timeline) *int32 { return &t.NDocuments }, Field{Unit: "rows", Doc: "Number of documents, near-duplicates once."}),
	field("n_publishers", func(t *Timeline) *int32 { return &t.NPublishers }, Field{Unit: "publishers", Doc: "Number of independent publishers, agency copy once."}),
	field("first_published", func(t *Timeline) *Null[Day] { return &t.FirstPublished }, Field{Null: unknown, Doc: "Day of publication of the first mention."}),
	field("conflicts", func(t *Timeline) *string { return &t.Conflicts }, Field{Null: "the sources agree", Doc: "What the sources disagree on, with what each says."}),
	list("sources", func(t *Timeline) *[]TimelineSource { return &t.Sources }, source(), Field{Doc: "Every mention with its sentence, earliest published first."}),
	field("confidence", func(t *Timeline) *float32 { return &t.Confidence }, Field{Unit: "share, 0 to 1", Doc: "How sure the row is."}),
	field("edited", func(t *Timeline) *bool { return &t.Edited }, Field{Doc: "A person changed this row through an edits file."}),
	field("edited_fields", func(t *Timeline) *string { return &t.EditedFields }, Field{Null: "not edited", Doc: "The columns that were changed, a comma between."}),
	field("notes", func(t *Timeline) *string { return &t.Notes }, Field{Null: "none", Doc: "The desk's notes."}),
}, versions(func(t *Timeline) (*string, *string) { return &t.SchemaVersion, &t.ProgramVersion })))

// TimelineMembers says which mentions make up which event.
var TimelineMembers = table[TimelineMember]("timeline_members", "Which mentions make up which real-world event, and why they were joined.", []Field{
	field("timeline_id", func(m *TimelineMember) *string { return &m.TimelineID }, Field{Key: true, Foreign: "timeline", Doc: "The real-world event."}),
	field("event_id", func(m *TimelineMember) *string { return &m.EventID }, Field{Key: true, Foreign: "events", Doc: "The mention."}),
	field("reason", func(m *TimelineMember) *string { return &m.Reason }, Field{Doc: "Why it was joined: first, same day and actors, ..."}),
	field("score", func(m *TimelineMember) *float32 { return &m.Score }, Field{Unit: "share, 0 to 1", Doc: "How well it fits."}),
	field("kept_date", func(m *TimelineMember) *bool { return &m.KeptDate }, Field{Doc: "The row's date is this mention's."}),
})

// Aliases says which ids became others.
var Aliases = table[Alias]("aliases", "Ids that became others when events were merged or split.", []Field{
	field("old", func(a *Alias) *string { return &a.Old }, Field{Key: true, Doc: "The id before."}),
	field("new", func(a *Alias) *string { return &a.New }, Field{Key: true, Doc: "The id since."}),
	field("table", func(a *Alias) *string { return &a.Table }, Field{Doc: "Table of the ids."}),
	field("reason", func(a *Alias) *string { return &a.Reason }, Field{Doc: "Why: merged, split."}),
	field("run", func(a *Alias) *string { return &a.Run }, Field{Null: "not given", Doc: "Name of the run, as given."}),
})

// Tombstones lists ids that are gone.
var Tombstones = table[Tombstone]("tombstones", "Ids that are gone.", []Field{
	field("id", func(t *Tombstone) *string { return &t.ID }, Field{Key: true, Doc: "The id."}),
	field("table", func(t *Tombstone) *string { return &t.Table }, Field{Key: true, Doc: "Its table."}),
	field("reason", func(t *Tombstone) *string { return &t.Reason }, Field{Doc: "Why it is gone."}),
	field("run", func(t *Tombstone) *string { return &t.Run }, Field{Null: "not given", Doc: "Name of the run, as given."}),
})

// Quarantines lists inputs that could not be used.
var Quarantines = table[Quarantine]("quarantine", "One row an input that could not be used; with documents, every input that was given.", []Field{
	field("ordinal", func(q *Quarantine) *int32 { return &q.Ordinal }, Field{Key: true, Unit: "from 0", Doc: "Place among the run's quarantined inputs."}),
	field("file", func(q *Quarantine) *string { return &q.File }, Field{Doc: "The input as it was named; - is standard input."}),
	field("line", func(q *Quarantine) *Null[int32] { return &q.Line }, Field{Null: "the file is one document", Unit: "from 1", Doc: "Line of the record."}),
	field("offset", func(q *Quarantine) *Null[int64] { return &q.Offset }, Field{Null: unknown, Unit: "bytes", Doc: "Place of the record in the file."}),
	field("document_id", func(q *Quarantine) *string { return &q.DocumentID }, Field{Null: "it was not read that far", Doc: "Id of the document."}),
	field("reason", func(q *Quarantine) *string { return &q.Reason }, Field{Doc: "What is wrong."}),
	field("remedy", func(q *Quarantine) *string { return &q.Remedy }, Field{Null: "none known", Doc: "What to do about it."}),
	field("sha256", func(q *Quarantine) *string { return &q.SHA256 }, Field{Null: "not read", Unit: "hexadecimal", Doc: "SHA-256 of the input's bytes."}),
})

// Columns describes every column, inside the dataset: not all readers show the descriptions that files carry.
var Columns = table[Column]("columns", "Every column of the dataset, described.", []Field{
	field("table", func(c *Column) *string { return &c.Table }, Field{Key: true, Doc: "The table."}),
	field("column", func(c *Column) *string { return &c.Column }, Field{Key: true, Doc: "The column; fields of structs as column.field."}),
	field("ordinal", func(c *Column) *int32 { return &c.Ordinal }, Field{Unit: "from 0", Doc: "Place in the table."}),
	field("type", func(c *Column) *string { return &c.Type }, Field{Doc: "Arrow type."}),
	field("unit", func(c *Column) *string { return &c.Unit }, Field{Null: "the type says all", Doc: "Unit of the values."}),
	field("null_means", func(c *Column) *string { return &c.Null }, Field{Null: "the column is never null", Doc: "What null means."}),
	field("values", func(c *Column) *string { return &c.Values }, Field{Null: "any", Doc: "The values it may have, a comma between."}),
	field("meaning", func(c *Column) *string { return &c.Meaning }, Field{Doc: "What it is."}),
	field("nullable", func(c *Column) *bool { return &c.Nullable }, Field{Doc: "Whether it may be null."}),
})

// when is the columns that say when.
func when[R any](at func(*R) *When) []Field {
	return []Field{
		field("date_start", func(r *R) *Null[Day] { return &at(r).DateStart }, Field{Null: undated + ", or leaves the beginning open", Doc: "First day, inclusive, Gregorian."}),
		field("date_end", func(r *R) *Null[Day] { return &at(r).DateEnd }, Field{Null: undated + ", or leaves the end open", Doc: "Last day, inclusive; equal to date_start for a single day."}),
		field("start_local", func(r *R) *Null[LocalTime] { return &at(r).StartLocal }, Field{Null: noHour, Doc: "Beginning, where the text gives an hour or part of the day, on the clock of the place; no zone."}),
		field("end_local", func(r *R) *Null[LocalTime] { return &at(r).EndLocal }, Field{Null: noHour, Doc: "End of the same, exclusive."}),
		field("utc_offset_minutes", func(r *R) *Null[int16] { return &at(r).UTCOffsetMinutes }, Field{Null: "the text names no zone", Unit: "minutes east of UTC", Doc: "Zone of that clock, where the text names it."}),
		field("granularity", func(r *R) *string { return &at(r).Granularity }, Field{Null: undated, Enum: granularities, Doc: "How fine the date is."}),
		field("edtf", func(r *R) *string { return &at(r).EDTF }, Field{Null: "undated, or EDTF levels 0 and 1 cannot say it", Doc: "The date in Extended Date/Time Format (ISO 8601-2), levels 0 and 1."}),
		field("timex_value", func(r *R) *string { return &at(r).TimexValue }, Field{Null: undated, Doc: "The date as a TIMEX3 value, Gregorian."}),
		field("date_text", func(r *R) *string { return &at(r).DateText }, Field{Null: "no expression gave the date", Doc: "The expression as the article wrote it."}),
		field("calendar", func(r *R) *string { return &at(r).Calendar }, Field{Null: "undated, or no expression gave the date", Enum: calendars, Doc: "Calendar that the expression used."}),
		field("basis", func(r *R) *string { return &at(r).Basis }, Field{Null: undated, Enum: bases, Doc: "How the event got its date."}),
		field("certainty", func(r *R) *string { return &at(r).Certainty }, Field{Null: undated, Enum: certainties, Doc: "How sure the days are."}),
	}
}

// where is the columns that say where.
func where[R any](at func(*R) *Where) []Field {
	return []Field{
		field("place", func(r *R) *string { return &at(r).Place }, Field{Null: noneNamed, Doc: "Where it happened: the usual name in the language of the article where it is known, else as written."}),
		field("place_id", func(r *R) *string { return &at(r).PlaceID }, Field{Null: noGazette, Doc: "GeoNames id where the place has one, else the gazetteer's."}),
		field("country", func(r *R) *string { return &at(r).Country }, Field{Null: unknown, Unit: country, Doc: "Country of the place."}),
		field("latitude", func(r *R) *Null[float64] { return &at(r).Latitude }, Field{Null: noGazette, Unit: "degrees", Doc: "Latitude of the place, WGS 84; never a country's centre."}),
		field("longitude", func(r *R) *Null[float64] { return &at(r).Longitude }, Field{Null: noGazette, Unit: "degrees", Doc: "Longitude of the place, WGS 84."}),
	}
}

// actors is the flat columns of participants.
func actors[R any](at func(*R) *Actors) []Field {
	return []Field{
		field("actor", func(r *R) *string { return &at(r).Actor }, Field{Null: noneNamed, Doc: "Names of the agents, \"; \" between."}),
		field("counterpart", func(r *R) *string { return &at(r).Counterpart }, Field{Null: noneNamed, Doc: "Names of the counterparts, \"; \" between."}),
		field("patient", func(r *R) *string { return &at(r).Patient }, Field{Null: noneNamed, Doc: "Names of those acted on, \"; \" between."}),
	}
}

// participant is the fields of one who took part.
func participant[R any](at func(*R) *EventParticipant) []Field {
	return []Field{
		field("name", func(r *R) *string { return &at(r).Name }, Field{Doc: "Name in the language of the article, without office where a name is given, else the description."}),
		field("role", func(r *R) *string { return &at(r).Role }, Field{Enum: roles, Doc: "Part that it took."}),
		field("start", func(r *R) *int32 { return &at(r).Start }, Field{Unit: codePoints, Doc: "Place in the document's text."}),
		field("end", func(r *R) *int32 { return &at(r).End }, Field{Unit: codePoints, Doc: "End, exclusive."}),
		field("text", func(r *R) *string { return &at(r).Text }, Field{Doc: "As the article wrote it, with title."}),
		field("entity_type", func(r *R) *string { return &at(r).EntityType }, Field{Null: "no known entity", Enum: entityTypes, Doc: "What it is."}),
		field("office", func(r *R) *string { return &at(r).Office }, Field{Null: noneNamed, Doc: "Office of a person, as written."}),
		field("country", func(r *R) *string { return &at(r).Country }, Field{Null: unknown, Unit: country, Doc: "Country of the office or organisation, or the country itself."}),
		field("canonical", func(r *R) *string { return &at(r).Canonical }, Field{Null: "no known entity", Doc: "The name under which its variants meet, the same in every language."}),
		field("entity_id", func(r *R) *string { return &at(r).EntityID }, Field{Null: "not listed", Doc: "Id in the gazetteer or the user's tables."}),
	}
}

func quantity() []Field {
	return []Field{
		field("value", func(q *EventQuantity) *float64 { return &q.Value }, Field{Unit: "unit", Doc: "The number, multipliers applied."}),
		field("unit", func(q *EventQuantity) *string { return &q.Unit }, Field{Null: "a bare number", Doc: "What is counted: person, USD, percent, km, ...; else the word of the text."}),
		field("text", func(q *EventQuantity) *string { return &q.Text }, Field{Doc: "As the article wrote it."}),
		field("direction", func(q *EventQuantity) *string { return &q.Direction }, Field{Null: "no change is told", Enum: directions, Doc: "Whether it rose or fell."}),
		field("start", func(q *EventQuantity) *int32 { return &q.Start }, Field{Unit: codePoints, Doc: "Place in the document's text."}),
		field("end", func(q *EventQuantity) *int32 { return &q.End }, Field{Unit: codePoints, Doc: "End, exclusive."}),
	}
}

func source() []Field {
	return []Field{
		field("document_id", func(s *TimelineSource) *string { return &s.DocumentID }, Field{Foreign: "documents", Doc: "The document."}),
		field("event_id", func(s *TimelineSource) *string { return &s.EventID }, Field{Foreign: "events", Doc: "The mention."}),
		field("title", func(s *TimelineSource) *string { return &s.Title }, Field{Null: "none", Doc: "Title of the document."}),
		field("publisher", func(s *TimelineSource) *string { return &s.Publisher }, Field{Null: unknown, Doc: "Publisher."}),
		field("url", func(s *TimelineSource) *string { return &s.URL }, Field{Null: unknown, Doc: "Address."}),
		field("published", func(s *TimelineSource) *Null[Instant] { return &s.Published }, Field{Null: "unknown, or its hour or zone is", Doc: "Instant of publication."}),
		field("published_date", func(s *TimelineSource) *Null[Day] { return &s.PublishedDate }, Field{Null: unknown, Doc: "Day of publication, the publisher's."}),
		field("language", func(s *TimelineSource) *string { return &s.Language }, Field{Doc: "Language of the document, ISO 639-1 code."}),
		field("sentence", func(s *TimelineSource) *string { return &s.Sentence }, Field{Null: "left out by --text none", Doc: "The sentence."}),
		field("sentence_start", func(s *TimelineSource) *int32 { return &s.SentenceStart }, Field{Unit: codePoints, Doc: "Place of the sentence in the document's text."}),
		field("span_start", func(s *TimelineSource) *int32 { return &s.SpanStart }, Field{Unit: codePoints, Doc: "Place of the trigger in the document's text."}),
		field("span_end", func(s *TimelineSource) *int32 { return &s.SpanEnd }, Field{Unit: codePoints, Doc: "End, exclusive."}),
		field("date_text", func(s *TimelineSource) *string { return &s.DateText }, Field{Null: "none", Doc: "The words of the date, as this article has them."}),
		field("source", func(s *TimelineSource) *string { return &s.Source }, Field{Null: "the text does not attribute it", Doc: "Who says so, as written."}),
	}
}

func versions[R any](at func(*R) (schema, program *string)) []Field {
	return []Field{
		field("schema_version", func(r *R) *string { schema, _ := at(r); return schema }, Field{Doc: "Version of this schema."}),
		field("program_version", func(r *R) *string { _, program := at(r); return program }, Field{Doc: "Version of waqai that wrote the row."}),
	}
}

func join(parts ...[]Field) []Field {
	var all []Field
	for _, part := range parts {
		all = append(all, part...)
	}
	return all
}
