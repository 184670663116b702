package timeline

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/waqai/waqai/schemas"
	"github.com/waqai/waqai/timeline/calendar"
	"github.com/waqai/waqai/timeline/entity"
	"github.com/waqai/waqai/timeline/event"
	"github.com/waqai/waqai/timeline/input"
	"github.com/waqai/waqai/timeline/temporal"
	"github.com/waqai/waqai/timeline/text"
)

// TextShare says how much of an article's text leaves with its rows.
type TextShare uint8

const (
	ShareSentence TextShare = iota // each event with its sentence
	ShareNone                      // offsets only
	ShareFull                      // the whole text in documents too
)

// Rows is one document as rows of the tables.
type Rows struct {
	Document     schemas.Document
	Events       []schemas.Event
	Participants []schemas.Participant
	Timexes      []schemas.Timex
}

// Rows turns a result into rows. Ids are hashes of the document's id and the span, so that they are the same on every run and machine, whatever
// the rules make of the span.
func (r *Result) Rows(share TextShare) Rows {
	w := rowWriter{Result: r, source: newRunes(r.Document.Text), share: share}
	rows := Rows{
		Document: w.document(), Events: make([]schemas.Event, len(r.Events)), Timexes: make([]schemas.Timex, len(r.Timexes)),
	}
	ids := make(map[string]string, len(r.Events)) // e1 → event_id
	for i := range r.Events {
		ids[r.Events[i].ID] = w.id("e_", r.Events[i].Trigger)
	}
	for i := range r.Events {
		rows.Events[i] = w.event(&r.Events[i], ids)
		for ordinal, p := range rows.Events[i].Participants {
			rows.Participants = append(rows.Participants, schemas.Participant{
				EventID: rows.Events[i].EventID, Ordinal: int32(ordinal), DocumentID: r.Document.ID, EventParticipant: p,
			})
		}
	}
	for i := range r.Timexes {
		rows.Timexes[i] = w.timex(&r.Timexes[i])
	}
	return rows
}

// rowWriter writes the rows of one result.
type rowWriter struct {
	*Result
	source runes
	share  TextShare
}

// id is a stable id of a span of the document.
func (w *rowWriter) id(prefix string, span text.Span) string {
	return prefix + input.Digest(w.Document.ID+"\x00"+strconv.Itoa(span.Start)+"\x00"+strconv.Itoa(span.End))
}

// published gives the instant, where the zone is known, and the day of publication.
func (w *rowWriter) published() (schemas.Null[schemas.Instant], schemas.Null[schemas.Day]) {
	p := &w.Document.Published
	if !p.Known {
		return schemas.Null[schemas.Instant]{}, schemas.Null[schemas.Day]{}
	}
	instant := schemas.Instant((int64(p.Moment) - int64(p.Offset)*60) * 1e6)
	return schemas.SomeIf(instant, p.HasTime && p.HasZone), schemas.SomeDay(p.Day())
}

func (w *rowWriter) document() schemas.Document {
	d := &w.Document
	sum := sha256.Sum256([]byte(d.Text))
	row := schemas.Document{
		DocumentID: d.ID, Title: d.Title, Publisher: d.Publisher, URL: d.URL, PublishedBasis: d.Published.Given, Language: d.Language,
		Characters: int32(utf8.RuneCountInString(d.Text)), Sentences: int32(len(w.Sentences)), Events: int32(len(w.Events)), Timexes: int32(len(w.Timexes)),
		TextSHA256: hex.EncodeToString(sum[:]), SchemaVersion: schemas.Version, ProgramVersion: Version,
	}
	row.Published, row.PublishedDate = w.published()
	if w.share == ShareFull {
		row.Text = d.Text
	}
	return row
}

func (w *rowWriter) event(e *event.Event, ids map[string]string) schemas.Event {
	d := &w.Document
	row := schemas.Event{
		EventID: ids[e.ID], DocumentID: d.ID, Title: d.Title, Publisher: d.Publisher, URL: d.URL, Language: d.Language,
		SentenceNumber: int32(e.Sentence), SentenceStart: int32(w.Sentences[e.Sentence].Start), Trigger: e.Text, TriggerLemma: e.Lemma,
		SpanStart: int32(e.Trigger.Start), SpanEnd: int32(e.Trigger.End), Kind: string(e.Kind), Status: string(e.Status),
		SameAs: ids[e.SameAs], Confidence: e.Confidence, Rule: e.Rule, SchemaVersion: schemas.Version, ProgramVersion: Version,
	}
	row.Published, row.PublishedDate = w.published()
	row.Plover, row.PloverQuad = schemas.Plover(row.Kind, row.Status)
	if w.share != ShareNone {
		row.Sentence = strings.TrimSpace(w.source.slice(w.Sentences[e.Sentence]))
	}
	row.When = w.when(e.When)
	if e.Occasion >= 0 {
		x := &w.Timexes[e.Occasion]
		row.Occasion = x.Occasion
		if x.HasInterval {
			row.OccasionStart, row.OccasionEnd = schemas.SomeDay(x.Interval.First()), schemas.SomeDay(x.Interval.Last())
		}
	}
	row.Participants = w.participants(e.Participants)
	row.Actor, row.Counterpart, row.Patient = names(row.Participants, "agent"), names(row.Participants, "counterpart"), names(row.Participants, "patient")
	if len(e.Places) > 0 {
		row.Where = w.where(&e.Places[0])
	}
	if e.Source != nil {
		row.Source = e.Source.Text
	}
	for _, q := range e.Quantities {
		row.Quantities = append(row.Quantities, schemas.EventQuantity{
			Value: q.Value, Unit: q.Unit, Text: q.Text, Direction: q.Direction, Start: int32(q.Span.Start), End: int32(q.Span.End),
		})
	}
	if len(row.Quantities) > 0 {
		row.QuantityValue, row.QuantityUnit = schemas.Some(row.Quantities[0].Value), row.Quantities[0].Unit
	}
	return row
}

// when writes the time of an event from the expression that gave it.
func (w *rowWriter) when(when *event.When) schemas.When {
	if when == nil {
		return schemas.When{}
	}
	row := schemas.When{TimexValue: when.Value, Basis: string(when.Basis)}
	if when.Timex < 0 { // the day of publication
		day := w.Document.Published.Day()
		row.DateStart, row.DateEnd = schemas.SomeDay(day), schemas.SomeDay(day)
		row.Granularity, row.Calendar, row.Certainty, row.EDTF = "day", calendar.Gregorian.String(), string(temporal.Exact), day.String()
		return row
	}
	x := &w.Timexes[when.Timex]
	row.Granularity, row.EDTF, row.Calendar, row.Certainty = x.Granularity, x.EDTF, x.Calendar.String(), string(x.Certainty)
	row.DateText = w.source.slice(x.Span)
	row.DateStart, row.DateEnd, row.StartLocal, row.EndLocal = interval(x)
	return row
}

// interval writes the days of an expression, and its hours where it has any.
func interval(x *temporal.Timex) (first, last schemas.Null[schemas.Day], start, end schemas.Null[schemas.LocalTime]) {
	if !x.HasInterval {
		return first, last, start, end
	}
	first, last = schemas.SomeDay(x.Interval.First()), schemas.SomeDay(x.Interval.Last())
	if x.Type == temporal.Time {
		start, end = schemas.SomeClock(x.Interval.From), schemas.SomeClock(x.Interval.To)
	}
	return first, last, start, end
}

func (w *rowWriter) participants(parts []event.Participant) []schemas.EventParticipant {
	rows := make([]schemas.EventParticipant, len(parts))
	for i, p := range parts {
		rows[i] = schemas.EventParticipant{Name: p.Text, Role: string(p.Role), Text: p.Text, Start: int32(p.Span.Start), End: int32(p.Span.End)}
		if p.Entity < 0 {
			continue
		}
		m := &w.Mentions[p.Entity]
		rows[i].EntityType, rows[i].Office, rows[i].Country, rows[i].EntityID, rows[i].Canonical = string(m.Type), m.Office, m.Country, m.ID, m.Name
		if m.Name != "" && m.Type != "group" {
			rows[i].Name = cmp.Or(m.Local, m.Name)
		}
	}
	return rows
}

// names joins the names of one role.
func names(parts []schemas.EventParticipant, role string) string {
	var all []string
	for i := range parts {
		if parts[i].Role == role {
			all = append(all, parts[i].Name)
		}
	}
	return strings.Join(all, "; ")
}

func (w *rowWriter) where(p *event.Place) schemas.Where {
	row := schemas.Where{Place: p.Text, Country: p.Country}
	if p.Entity >= 0 {
		m := &w.Mentions[p.Entity]
		row.PlaceID = m.ID
		if m.Type == entity.Place || m.Type == entity.Country {
			row.Place = cmp.Or(m.Local, p.Text)
		}
		row.Latitude, row.Longitude = schemas.SomeIf(m.Latitude, m.HasPoint), schemas.SomeIf(m.Longitude, m.HasPoint)
	}
	return row
}

func (w *rowWriter) timex(x *temporal.Timex) schemas.Timex {
	row := schemas.Timex{
		TimexID: w.id("t_", x.Span), DocumentID: w.Document.ID, SentenceNumber: int32(w.sentenceOf(x.Span)), Text: w.source.slice(x.Span),
		SpanStart: int32(x.Span.Start), SpanEnd: int32(x.Span.End), Type: string(x.Type), Value: x.Value, EndValue: x.EndValue, Mod: x.Mod, EDTF: x.EDTF,
		Calendar: x.Calendar.String(), Basis: string(x.Basis), Certainty: string(x.Certainty), Occasion: x.Occasion, Conflict: x.Conflict, Rule: x.Rule,
	}
	row.DateStart, row.DateEnd, row.StartLocal, row.EndLocal = interval(x)
	return row
}

func (w *rowWriter) sentenceOf(span text.Span) int {
	for i, s := range w.Sentences {
		if span.Start < s.End {
			return i
		}
	}
	return max(len(w.Sentences)-1, 0)
}
