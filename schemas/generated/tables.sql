-- Code generated from package schemas by go generate; DO NOT EDIT.

CREATE TABLE "events" (
  "event_id" VARCHAR NOT NULL,
  "document_id" VARCHAR NOT NULL,
  "title" VARCHAR,
  "publisher" VARCHAR,
  "url" VARCHAR,
  "published" TIMESTAMPTZ,
  "published_date" DATE,
  "language" VARCHAR NOT NULL,
  "sentence_number" INTEGER NOT NULL,
  "sentence" VARCHAR,
  "sentence_start" INTEGER NOT NULL,
  "trigger" VARCHAR NOT NULL,
  "trigger_lemma" VARCHAR,
  "span_start" INTEGER NOT NULL,
  "span_end" INTEGER NOT NULL,
  "kind" VARCHAR NOT NULL,
  "plover" VARCHAR,
  "plover_quad" SMALLINT,
  "status" VARCHAR NOT NULL,
  "date_start" DATE,
  "date_end" DATE,
  "start_local" TIMESTAMP,
  "end_local" TIMESTAMP,
  "utc_offset_minutes" SMALLINT,
  "granularity" VARCHAR,
  "edtf" VARCHAR,
  "timex_value" VARCHAR,
  "date_text" VARCHAR,
  "calendar" VARCHAR,
  "basis" VARCHAR,
  "certainty" VARCHAR,
  "occasion" VARCHAR,
  "occasion_start" DATE,
  "occasion_end" DATE,
  "participants" STRUCT("name" VARCHAR, "role" VARCHAR, "start" INTEGER, "end" INTEGER, "text" VARCHAR, "entity_type" VARCHAR, "office" VARCHAR, "country" VARCHAR, "canonical" VARCHAR, "entity_id" VARCHAR)[] NOT NULL,
  "actor" VARCHAR,
  "counterpart" VARCHAR,
  "patient" VARCHAR,
  "place" VARCHAR,
  "place_id" VARCHAR,
  "country" VARCHAR,
  "latitude" DOUBLE,
  "longitude" DOUBLE,
  "source" VARCHAR,
  "quantities" STRUCT("value" DOUBLE, "unit" VARCHAR, "text" VARCHAR, "direction" VARCHAR, "start" INTEGER, "end" INTEGER)[] NOT NULL,
  "quantity_value" DOUBLE,
  "quantity_unit" VARCHAR,
  "same_as" VARCHAR,
  "confidence" REAL NOT NULL,
  "rule" VARCHAR,
  "schema_version" VARCHAR NOT NULL,
  "program_version" VARCHAR NOT NULL,
  PRIMARY KEY ("event_id")
);
COMMENT ON COLUMN "events"."event_id" IS 'Stable: a hash of the document''s id and the trigger''s place. A rule that changes kind or date leaves the id.';
COMMENT ON COLUMN "events"."document_id" IS 'The document.';
COMMENT ON COLUMN "events"."title" IS 'Title of the document. Null: the document has no title.';
COMMENT ON COLUMN "events"."publisher" IS 'Publisher of the document. Null: unknown.';
COMMENT ON COLUMN "events"."url" IS 'Address of the document. Null: unknown.';
COMMENT ON COLUMN "events"."published" IS 'Instant of publication. Null: unknown, or its hour or zone is.';
COMMENT ON COLUMN "events"."published_date" IS 'Day of publication, the publisher''s. Null: unknown.';
COMMENT ON COLUMN "events"."language" IS 'Language of the document, ISO 639-1 code.';
COMMENT ON COLUMN "events"."sentence_number" IS 'Number of the sentence in the document. Unit: from 0.';
COMMENT ON COLUMN "events"."sentence" IS 'The sentence that the event stands in. Null: left out by --text none.';
COMMENT ON COLUMN "events"."sentence_start" IS 'Place of the sentence in the document''s text. Unit: code points.';
COMMENT ON COLUMN "events"."trigger" IS 'The word that tells of the event, with its clitics.';
COMMENT ON COLUMN "events"."trigger_lemma" IS 'Dictionary form of the trigger. Null: unknown word.';
COMMENT ON COLUMN "events"."span_start" IS 'Place of the trigger in the document''s text. Unit: code points.';
COMMENT ON COLUMN "events"."span_end" IS 'End of the trigger, exclusive. Unit: code points.';
COMMENT ON COLUMN "events"."kind" IS 'What it is.';
COMMENT ON COLUMN "events"."plover" IS 'PLOVER event type, from kind and status. Null: PLOVER has no place for this kind.';
COMMENT ON COLUMN "events"."plover_quad" IS 'PLOVER quadrant: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. Unit: 1 to 4. Null: PLOVER has no place for this kind.';
COMMENT ON COLUMN "events"."status" IS 'Whether it happened.';
COMMENT ON COLUMN "events"."date_start" IS 'First day, inclusive, Gregorian. Null: the text does not say when, or leaves the beginning open.';
COMMENT ON COLUMN "events"."date_end" IS 'Last day, inclusive; equal to date_start for a single day. Null: the text does not say when, or leaves the end open.';
COMMENT ON COLUMN "events"."start_local" IS 'Beginning, where the text gives an hour or part of the day, on the clock of the place; no zone. Null: the text gives no hour.';
COMMENT ON COLUMN "events"."end_local" IS 'End of the same, exclusive. Null: the text gives no hour.';
COMMENT ON COLUMN "events"."utc_offset_minutes" IS 'Zone of that clock, where the text names it. Unit: minutes east of UTC. Null: the text names no zone.';
COMMENT ON COLUMN "events"."granularity" IS 'How fine the date is. Null: the text does not say when.';
COMMENT ON COLUMN "events"."edtf" IS 'The date in Extended Date/Time Format (ISO 8601-2), levels 0 and 1. Null: undated, or EDTF levels 0 and 1 cannot say it.';
COMMENT ON COLUMN "events"."timex_value" IS 'The date as a TIMEX3 value, Gregorian. Null: the text does not say when.';
COMMENT ON COLUMN "events"."date_text" IS 'The expression as the article wrote it. Null: no expression gave the date.';
COMMENT ON COLUMN "events"."calendar" IS 'Calendar that the expression used. Null: undated, or no expression gave the date.';
COMMENT ON COLUMN "events"."basis" IS 'How the event got its date. Null: the text does not say when.';
COMMENT ON COLUMN "events"."certainty" IS 'How sure the days are. Null: the text does not say when.';
COMMENT ON COLUMN "events"."occasion" IS 'Key of the occasion that the event is for or falls on: arbaeen, ramadan, nowruz, ... Null: not tied to a named occasion.';
COMMENT ON COLUMN "events"."occasion_start" IS 'First day of that occasion. Null: no occasion, or its day is unknown.';
COMMENT ON COLUMN "events"."occasion_end" IS 'Last day of that occasion, inclusive. Null: no occasion, or its day is unknown.';
COMMENT ON COLUMN "events"."participants" IS 'Who took part, in text order; empty where the text names nobody.';
COMMENT ON COLUMN "events"."actor" IS 'Names of the agents, "; " between. Null: none named.';
COMMENT ON COLUMN "events"."counterpart" IS 'Names of the counterparts, "; " between. Null: none named.';
COMMENT ON COLUMN "events"."patient" IS 'Names of those acted on, "; " between. Null: none named.';
COMMENT ON COLUMN "events"."place" IS 'Where it happened: the usual name in the language of the article where it is known, else as written. Null: none named.';
COMMENT ON COLUMN "events"."place_id" IS 'GeoNames id where the place has one, else the gazetteer''s. Null: not in the gazetteer.';
COMMENT ON COLUMN "events"."country" IS 'Country of the place. Unit: ISO 3166-1 alpha-2 code. Null: unknown.';
COMMENT ON COLUMN "events"."latitude" IS 'Latitude of the place, WGS 84; never a country''s centre. Unit: degrees. Null: not in the gazetteer.';
COMMENT ON COLUMN "events"."longitude" IS 'Longitude of the place, WGS 84. Unit: degrees. Null: not in the gazetteer.';
COMMENT ON COLUMN "events"."source" IS 'Who says so, as written. Null: the text does not attribute it.';
COMMENT ON COLUMN "events"."quantities" IS 'Numbers with units that belong to the event, in text order.';
COMMENT ON COLUMN "events"."quantity_value" IS 'Value of the first of quantities. Unit: quantity_unit. Null: none.';
COMMENT ON COLUMN "events"."quantity_unit" IS 'Unit of the first of quantities. Null: none.';
COMMENT ON COLUMN "events"."same_as" IS 'event_id of the first mention of the same event in the document. Null: the first mention in its document.';
COMMENT ON COLUMN "events"."confidence" IS 'Calibrated share of such rows that annotators agree are events. Unit: share, 0 to 1.';
COMMENT ON COLUMN "events"."rule" IS 'What found it: lexicon row or rule. Null: not recorded.';
COMMENT ON COLUMN "events"."schema_version" IS 'Version of this schema.';
COMMENT ON COLUMN "events"."program_version" IS 'Version of waqai that wrote the row.';

CREATE TABLE "documents" (
  "document_id" VARCHAR NOT NULL,
  "title" VARCHAR,
  "publisher" VARCHAR,
  "url" VARCHAR,
  "published" TIMESTAMPTZ,
  "published_date" DATE,
  "published_basis" VARCHAR,
  "language" VARCHAR NOT NULL,
  "characters" INTEGER NOT NULL,
  "sentences" INTEGER NOT NULL,
  "events" INTEGER NOT NULL,
  "timexes" INTEGER NOT NULL,
  "decode_errors" INTEGER NOT NULL,
  "text_sha256" VARCHAR NOT NULL,
  "text" VARCHAR,
  "schema_version" VARCHAR NOT NULL,
  "program_version" VARCHAR NOT NULL,
  PRIMARY KEY ("document_id")
);
COMMENT ON COLUMN "documents"."document_id" IS 'As given, else d_ and a hash of the address or the text.';
COMMENT ON COLUMN "documents"."title" IS 'Title. Null: none.';
COMMENT ON COLUMN "documents"."publisher" IS 'Publisher. Null: unknown.';
COMMENT ON COLUMN "documents"."url" IS 'Address. Null: unknown.';
COMMENT ON COLUMN "documents"."published" IS 'Instant of publication. Null: unknown, or its hour or zone is.';
COMMENT ON COLUMN "documents"."published_date" IS 'Day of publication, the publisher''s. Null: unknown.';
COMMENT ON COLUMN "documents"."published_basis" IS 'Where that day comes from. Null: unknown.';
COMMENT ON COLUMN "documents"."language" IS 'Language, ISO 639-1 code.';
COMMENT ON COLUMN "documents"."characters" IS 'Length of the text. Unit: code points.';
COMMENT ON COLUMN "documents"."sentences" IS 'Number of sentences. Unit: sentences.';
COMMENT ON COLUMN "documents"."events" IS 'Number of its rows in events. Unit: rows.';
COMMENT ON COLUMN "documents"."timexes" IS 'Number of its rows in timexes. Unit: rows.';
COMMENT ON COLUMN "documents"."decode_errors" IS 'Characters that could not be decoded and read U+FFFD. Unit: code points.';
COMMENT ON COLUMN "documents"."text_sha256" IS 'SHA-256 of the text in UTF-8: what the offsets count into. Unit: hexadecimal.';
COMMENT ON COLUMN "documents"."text" IS 'The whole text. Null: left out: only --text full keeps it.';
COMMENT ON COLUMN "documents"."schema_version" IS 'Version of this schema.';
COMMENT ON COLUMN "documents"."program_version" IS 'Version of waqai that wrote the row.';

CREATE TABLE "timexes" (
  "timex_id" VARCHAR NOT NULL,
  "document_id" VARCHAR NOT NULL,
  "sentence_number" INTEGER NOT NULL,
  "text" VARCHAR NOT NULL,
  "span_start" INTEGER NOT NULL,
  "span_end" INTEGER NOT NULL,
  "type" VARCHAR NOT NULL,
  "value" VARCHAR NOT NULL,
  "end_value" VARCHAR,
  "mod" VARCHAR,
  "date_start" DATE,
  "date_end" DATE,
  "start_local" TIMESTAMP,
  "end_local" TIMESTAMP,
  "edtf" VARCHAR,
  "calendar" VARCHAR,
  "basis" VARCHAR,
  "certainty" VARCHAR,
  "occasion" VARCHAR,
  "conflict" VARCHAR,
  "rule" VARCHAR,
  PRIMARY KEY ("timex_id")
);
COMMENT ON COLUMN "timexes"."timex_id" IS 'Stable: a hash of the document''s id and the span.';
COMMENT ON COLUMN "timexes"."document_id" IS 'The document.';
COMMENT ON COLUMN "timexes"."sentence_number" IS 'Number of the sentence in the document. Unit: from 0.';
COMMENT ON COLUMN "timexes"."text" IS 'As the article wrote it.';
COMMENT ON COLUMN "timexes"."span_start" IS 'Place in the document''s text. Unit: code points.';
COMMENT ON COLUMN "timexes"."span_end" IS 'End, exclusive. Unit: code points.';
COMMENT ON COLUMN "timexes"."type" IS 'TIMEX3 type.';
COMMENT ON COLUMN "timexes"."value" IS 'TIMEX3 value, always Gregorian.';
COMMENT ON COLUMN "timexes"."end_value" IS 'Last day, where one expression names a range. Null: no range.';
COMMENT ON COLUMN "timexes"."mod" IS 'TIMEX3 modifier: APPROX, START, MID, END, BEFORE, AFTER, ... Null: none.';
COMMENT ON COLUMN "timexes"."date_start" IS 'First day, inclusive. Null: open, a duration, a set, or unresolved.';
COMMENT ON COLUMN "timexes"."date_end" IS 'Last day, inclusive. Null: open, a duration, a set, or unresolved.';
COMMENT ON COLUMN "timexes"."start_local" IS 'Beginning, on the clock of the text. Null: the text gives no hour.';
COMMENT ON COLUMN "timexes"."end_local" IS 'End, exclusive. Null: the text gives no hour.';
COMMENT ON COLUMN "timexes"."edtf" IS 'Extended Date/Time Format (ISO 8601-2), levels 0 and 1. Null: EDTF levels 0 and 1 cannot say it.';
COMMENT ON COLUMN "timexes"."calendar" IS 'Calendar that the expression used. Null: none is involved.';
COMMENT ON COLUMN "timexes"."basis" IS 'How the value was found: explicit, relative, weekday, occasion, ... Null: not recorded.';
COMMENT ON COLUMN "timexes"."certainty" IS 'How sure the days are. Null: not recorded.';
COMMENT ON COLUMN "timexes"."occasion" IS 'Key of the occasion. Null: no named occasion.';
COMMENT ON COLUMN "timexes"."conflict" IS 'Where a date in two calendars contradicts itself: how. Null: none.';
COMMENT ON COLUMN "timexes"."rule" IS 'Name of the rule that won. Null: not recorded.';

CREATE TABLE "participants" (
  "event_id" VARCHAR NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "document_id" VARCHAR NOT NULL,
  "name" VARCHAR NOT NULL,
  "role" VARCHAR NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "text" VARCHAR NOT NULL,
  "entity_type" VARCHAR,
  "office" VARCHAR,
  "country" VARCHAR,
  "canonical" VARCHAR,
  "entity_id" VARCHAR,
  PRIMARY KEY ("event_id", "ordinal")
);
COMMENT ON COLUMN "participants"."event_id" IS 'The event.';
COMMENT ON COLUMN "participants"."ordinal" IS 'Place in the list. Unit: from 0.';
COMMENT ON COLUMN "participants"."document_id" IS 'The document.';
COMMENT ON COLUMN "participants"."name" IS 'Name in the language of the article, without office where a name is given, else the description.';
COMMENT ON COLUMN "participants"."role" IS 'Part that it took.';
COMMENT ON COLUMN "participants"."start" IS 'Place in the document''s text. Unit: code points.';
COMMENT ON COLUMN "participants"."end" IS 'End, exclusive. Unit: code points.';
COMMENT ON COLUMN "participants"."text" IS 'As the article wrote it, with title.';
COMMENT ON COLUMN "participants"."entity_type" IS 'What it is. Null: no known entity.';
COMMENT ON COLUMN "participants"."office" IS 'Office of a person, as written. Null: none named.';
COMMENT ON COLUMN "participants"."country" IS 'Country of the office or organisation, or the country itself. Unit: ISO 3166-1 alpha-2 code. Null: unknown.';
COMMENT ON COLUMN "participants"."canonical" IS 'The name under which its variants meet, the same in every language. Null: no known entity.';
COMMENT ON COLUMN "participants"."entity_id" IS 'Id in the gazetteer or the user''s tables. Null: not listed.';

CREATE TABLE "timeline" (
  "timeline_id" VARCHAR NOT NULL,
  "date_start" DATE,
  "date_end" DATE,
  "start_local" TIMESTAMP,
  "end_local" TIMESTAMP,
  "utc_offset_minutes" SMALLINT,
  "granularity" VARCHAR,
  "edtf" VARCHAR,
  "timex_value" VARCHAR,
  "date_text" VARCHAR,
  "calendar" VARCHAR,
  "basis" VARCHAR,
  "certainty" VARCHAR,
  "kind" VARCHAR NOT NULL,
  "plover" VARCHAR,
  "status" VARCHAR NOT NULL,
  "status_history" VARCHAR,
  "headline" VARCHAR NOT NULL,
  "language" VARCHAR NOT NULL,
  "occasion" VARCHAR,
  "participants" STRUCT("name" VARCHAR, "role" VARCHAR, "start" INTEGER, "end" INTEGER, "text" VARCHAR, "entity_type" VARCHAR, "office" VARCHAR, "country" VARCHAR, "canonical" VARCHAR, "entity_id" VARCHAR)[] NOT NULL,
  "actor" VARCHAR,
  "counterpart" VARCHAR,
  "patient" VARCHAR,
  "place" VARCHAR,
  "place_id" VARCHAR,
  "country" VARCHAR,
  "latitude" DOUBLE,
  "longitude" DOUBLE,
  "quantities" STRUCT("value" DOUBLE, "unit" VARCHAR, "text" VARCHAR, "direction" VARCHAR, "start" INTEGER, "end" INTEGER)[] NOT NULL,
  "n_mentions" INTEGER NOT NULL,
  "n_documents" INTEGER NOT NULL,
  "n_publishers" INTEGER NOT NULL,
  "first_published" DATE,
  "conflicts" VARCHAR,
  "sources" STRUCT("document_id" VARCHAR, "event_id" VARCHAR, "title" VARCHAR, "publisher" VARCHAR, "url" VARCHAR, "published" TIMESTAMPTZ, "published_date" DATE, "language" VARCHAR, "sentence" VARCHAR, "sentence_start" INTEGER, "span_start" INTEGER, "span_end" INTEGER, "date_text" VARCHAR, "source" VARCHAR)[] NOT NULL,
  "confidence" REAL NOT NULL,
  "edited" BOOLEAN NOT NULL,
  "edited_fields" VARCHAR,
  "notes" VARCHAR,
  "schema_version" VARCHAR NOT NULL,
  "program_version" VARCHAR NOT NULL,
  PRIMARY KEY ("timeline_id")
);
COMMENT ON COLUMN "timeline"."timeline_id" IS 'Stable: made of the earliest-published mention''s event_id.';
COMMENT ON COLUMN "timeline"."date_start" IS 'First day, inclusive, Gregorian. Null: the text does not say when, or leaves the beginning open.';
COMMENT ON COLUMN "timeline"."date_end" IS 'Last day, inclusive; equal to date_start for a single day. Null: the text does not say when, or leaves the end open.';
COMMENT ON COLUMN "timeline"."start_local" IS 'Beginning, where the text gives an hour or part of the day, on the clock of the place; no zone. Null: the text gives no hour.';
COMMENT ON COLUMN "timeline"."end_local" IS 'End of the same, exclusive. Null: the text gives no hour.';
COMMENT ON COLUMN "timeline"."utc_offset_minutes" IS 'Zone of that clock, where the text names it. Unit: minutes east of UTC. Null: the text names no zone.';
COMMENT ON COLUMN "timeline"."granularity" IS 'How fine the date is. Null: the text does not say when.';
COMMENT ON COLUMN "timeline"."edtf" IS 'The date in Extended Date/Time Format (ISO 8601-2), levels 0 and 1. Null: undated, or EDTF levels 0 and 1 cannot say it.';
COMMENT ON COLUMN "timeline"."timex_value" IS 'The date as a TIMEX3 value, Gregorian. Null: the text does not say when.';
COMMENT ON COLUMN "timeline"."date_text" IS 'The expression as the article wrote it. Null: no expression gave the date.';
COMMENT ON COLUMN "timeline"."calendar" IS 'Calendar that the expression used. Null: undated, or no expression gave the date.';
COMMENT ON COLUMN "timeline"."basis" IS 'How the event got its date. Null: the text does not say when.';
COMMENT ON COLUMN "timeline"."certainty" IS 'How sure the days are. Null: the text does not say when.';
COMMENT ON COLUMN "timeline"."kind" IS 'What it is.';
COMMENT ON COLUMN "timeline"."plover" IS 'PLOVER event type, from kind and status. Null: PLOVER has no place for this kind.';
COMMENT ON COLUMN "timeline"."status" IS 'The latest known.';
COMMENT ON COLUMN "timeline"."status_history" IS 'How it changed, oldest first: planned > actual. Null: it never changed.';
COMMENT ON COLUMN "timeline"."headline" IS 'The facts in one line, in the language of the sources.';
COMMENT ON COLUMN "timeline"."language" IS 'Language of the headline, ISO 639-1 code.';
COMMENT ON COLUMN "timeline"."occasion" IS 'Key of the occasion that the event is for or falls on. Null: not tied to a named occasion.';
COMMENT ON COLUMN "timeline"."participants" IS 'Who took part, merged; places in the text are those of the first mention.';
COMMENT ON COLUMN "timeline"."actor" IS 'Names of the agents, "; " between. Null: none named.';
COMMENT ON COLUMN "timeline"."counterpart" IS 'Names of the counterparts, "; " between. Null: none named.';
COMMENT ON COLUMN "timeline"."patient" IS 'Names of those acted on, "; " between. Null: none named.';
COMMENT ON COLUMN "timeline"."place" IS 'Where it happened: the usual name in the language of the article where it is known, else as written. Null: none named.';
COMMENT ON COLUMN "timeline"."place_id" IS 'GeoNames id where the place has one, else the gazetteer''s. Null: not in the gazetteer.';
COMMENT ON COLUMN "timeline"."country" IS 'Country of the place. Unit: ISO 3166-1 alpha-2 code. Null: unknown.';
COMMENT ON COLUMN "timeline"."latitude" IS 'Latitude of the place, WGS 84; never a country''s centre. Unit: degrees. Null: not in the gazetteer.';
COMMENT ON COLUMN "timeline"."longitude" IS 'Longitude of the place, WGS 84. Unit: degrees. Null: not in the gazetteer.';
COMMENT ON COLUMN "timeline"."quantities" IS 'Numbers with units, merged.';
COMMENT ON COLUMN "timeline"."n_mentions" IS 'Number of mentions. Unit: rows.';
COMMENT ON COLUMN "timeline"."n_documents" IS 'Number of documents, near-duplicates once. Unit: rows.';
COMMENT ON COLUMN "timeline"."n_publishers" IS 'Number of independent publishers, agency copy once. Unit: publishers.';
COMMENT ON COLUMN "timeline"."first_published" IS 'Day of publication of the first mention. Null: unknown.';
COMMENT ON COLUMN "timeline"."conflicts" IS 'What the sources disagree on, with what each says. Null: the sources agree.';
COMMENT ON COLUMN "timeline"."sources" IS 'Every mention with its sentence, earliest published first.';
COMMENT ON COLUMN "timeline"."confidence" IS 'How sure the row is. Unit: share, 0 to 1.';
COMMENT ON COLUMN "timeline"."edited" IS 'A person changed this row through an edits file.';
COMMENT ON COLUMN "timeline"."edited_fields" IS 'The columns that were changed, a comma between. Null: not edited.';
COMMENT ON COLUMN "timeline"."notes" IS 'The desk''s notes. Null: none.';
COMMENT ON COLUMN "timeline"."schema_version" IS 'Version of this schema.';
COMMENT ON COLUMN "timeline"."program_version" IS 'Version of waqai that wrote the row.';

CREATE TABLE "timeline_members" (
  "timeline_id" VARCHAR NOT NULL,
  "event_id" VARCHAR NOT NULL,
  "reason" VARCHAR NOT NULL,
  "score" REAL NOT NULL,
  "kept_date" BOOLEAN NOT NULL,
  PRIMARY KEY ("timeline_id", "event_id")
);
COMMENT ON COLUMN "timeline_members"."timeline_id" IS 'The real-world event.';
COMMENT ON COLUMN "timeline_members"."event_id" IS 'The mention.';
COMMENT ON COLUMN "timeline_members"."reason" IS 'Why it was joined: first, same day and actors, ...';
COMMENT ON COLUMN "timeline_members"."score" IS 'How well it fits. Unit: share, 0 to 1.';
COMMENT ON COLUMN "timeline_members"."kept_date" IS 'The row''s date is this mention''s.';

CREATE TABLE "aliases" (
  "old" VARCHAR NOT NULL,
  "new" VARCHAR NOT NULL,
  "table" VARCHAR NOT NULL,
  "reason" VARCHAR NOT NULL,
  "run" VARCHAR,
  PRIMARY KEY ("old", "new")
);
COMMENT ON COLUMN "aliases"."old" IS 'The id before.';
COMMENT ON COLUMN "aliases"."new" IS 'The id since.';
COMMENT ON COLUMN "aliases"."table" IS 'Table of the ids.';
COMMENT ON COLUMN "aliases"."reason" IS 'Why: merged, split.';
COMMENT ON COLUMN "aliases"."run" IS 'Name of the run, as given. Null: not given.';

CREATE TABLE "tombstones" (
  "id" VARCHAR NOT NULL,
  "table" VARCHAR NOT NULL,
  "reason" VARCHAR NOT NULL,
  "run" VARCHAR,
  PRIMARY KEY ("id", "table")
);
COMMENT ON COLUMN "tombstones"."id" IS 'The id.';
COMMENT ON COLUMN "tombstones"."table" IS 'Its table.';
COMMENT ON COLUMN "tombstones"."reason" IS 'Why it is gone.';
COMMENT ON COLUMN "tombstones"."run" IS 'Name of the run, as given. Null: not given.';

CREATE TABLE "quarantine" (
  "ordinal" INTEGER NOT NULL,
  "file" VARCHAR NOT NULL,
  "line" INTEGER,
  "offset" BIGINT,
  "document_id" VARCHAR,
  "reason" VARCHAR NOT NULL,
  "remedy" VARCHAR,
  "sha256" VARCHAR,
  PRIMARY KEY ("ordinal")
);
COMMENT ON COLUMN "quarantine"."ordinal" IS 'Place among the run''s quarantined inputs. Unit: from 0.';
COMMENT ON COLUMN "quarantine"."file" IS 'The input as it was named; - is standard input.';
COMMENT ON COLUMN "quarantine"."line" IS 'Line of the record. Unit: from 1. Null: the file is one document.';
COMMENT ON COLUMN "quarantine"."offset" IS 'Place of the record in the file. Unit: bytes. Null: unknown.';
COMMENT ON COLUMN "quarantine"."document_id" IS 'Id of the document. Null: it was not read that far.';
COMMENT ON COLUMN "quarantine"."reason" IS 'What is wrong.';
COMMENT ON COLUMN "quarantine"."remedy" IS 'What to do about it. Null: none known.';
COMMENT ON COLUMN "quarantine"."sha256" IS 'SHA-256 of the input''s bytes. Unit: hexadecimal. Null: not read.';

CREATE TABLE "columns" (
  "table" VARCHAR NOT NULL,
  "column" VARCHAR NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "type" VARCHAR NOT NULL,
  "unit" VARCHAR,
  "null_means" VARCHAR,
  "values" VARCHAR,
  "meaning" VARCHAR NOT NULL,
  "nullable" BOOLEAN NOT NULL,
  PRIMARY KEY ("table", "column")
);
COMMENT ON COLUMN "columns"."table" IS 'The table.';
COMMENT ON COLUMN "columns"."column" IS 'The column; fields of structs as column.field.';
COMMENT ON COLUMN "columns"."ordinal" IS 'Place in the table. Unit: from 0.';
COMMENT ON COLUMN "columns"."type" IS 'Arrow type.';
COMMENT ON COLUMN "columns"."unit" IS 'Unit of the values. Null: the type says all.';
COMMENT ON COLUMN "columns"."null_means" IS 'What null means. Null: the column is never null.';
COMMENT ON COLUMN "columns"."values" IS 'The values it may have, a comma between. Null: any.';
COMMENT ON COLUMN "columns"."meaning" IS 'What it is.';
COMMENT ON COLUMN "columns"."nullable" IS 'Whether it may be null.';

