package check

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"unicode/utf8"

	"github.com/zeebo/xxh3"

	"github.com/waqai/waqai/schemas"
)

// rules are what must be true of rows. Ids are kept as 128-bit hashes: 16 bytes a row, so that checking stays possible where the rows are many.
type rules struct {
	report     *Report
	keys       map[*schemas.Table]map[xxh3.Uint128]struct{}
	documents  map[xxh3.Uint128]*counted
	references []reference
	absent     map[*schemas.Table]bool // could not be read whole: nothing can be said of what points there
}

// counted is what a document's row says of other tables, and what is found there.
type counted struct {
	characters                int32
	file                      string
	events, timexes           int32
	foundEvents, foundTimexes int32
}

// reference is an id that a row names and that had not been seen by then.
type reference struct {
	table *schemas.Table
	hash  xxh3.Uint128
	file  string
	text  string
}

func newRules(report *Report) *rules {
	return &rules{report: report, keys: map[*schemas.Table]map[xxh3.Uint128]struct{}{}, documents: map[xxh3.Uint128]*counted{}, absent: map[*schemas.Table]bool{}}
}

// reading is the rules at work on one file.
type reading struct {
	*rules
	file  string
	table *schemas.Table
	key   []*schemas.Field
	row   int64
}

func (r *rules) begin(t *target) *reading {
	if r.keys[t.table] == nil {
		r.keys[t.table] = map[xxh3.Uint128]struct{}{}
	}
	at := &reading{rules: r, file: t.shown, table: t.table}
	for i := range t.table.Fields {
		if t.table.Fields[i].Key {
			at.key = append(at.key, &t.table.Fields[i])
		}
	}
	return at
}

func (r *reading) violated(rule, format string, arguments ...any) {
	r.report.add(r.file, rule, "row %d: %s", r.row, fmt.Sprintf(format, arguments...))
}

func (r *reading) rows(batch *schemas.Batch) {
	for i := range batch.Len() {
		r.row++
		row := batch.At(i)
		r.unique(row)
		r.fields(r.table.Fields, row)
		switch row := row.(type) {
		case *schemas.Document:
			r.document(row)
		case *schemas.Event:
			r.event(row)
		case *schemas.Timex:
			r.days("date", row.DateStart, row.DateEnd)
			r.clocks(row.StartLocal, row.EndLocal)
			r.span("span", row.DocumentID, row.SpanStart, row.SpanEnd, row.Text)
			if d := r.documents[idOf(row.DocumentID)]; d != nil {
				d.foundTimexes++
			}
		case *schemas.Participant:
			r.span("start and end", row.DocumentID, row.Start, row.End, row.Text)
		case *schemas.Timeline:
			r.timeline(row)
		case *schemas.TimelineMember:
			r.share("score", row.Score)
		}
	}
}

// unique wants each key once.
func (r *reading) unique(row any) {
	var hash xxh3.Hasher
	for _, f := range r.key {
		v := f.Get(row)
		_, _ = fmt.Fprintf(&hash, "%d %d ", len(v.Text), v.Int)
		_, _ = hash.WriteString(v.Text)
	}
	key := hash.Sum128()
	if len(r.key) == 1 && r.key[0].Type == schemas.String {
		key = idOf(r.key[0].Get(row).Text)
	}
	if _, seen := r.keys[r.table][key]; seen {
		r.violated("unique", "the key %s %q stands twice", r.key[0].Name, r.key[0].Get(row).Text)
	}
	r.keys[r.table][key] = struct{}{}
}

func idOf(id string) xxh3.Uint128 { return xxh3.HashString128(id) }

// fields checks enumerations, numbers and references.
func (r *reading) fields(fields []schemas.Field, row any) {
	for i := range fields {
		f := &fields[i]
		if f.Type == schemas.Structs {
			for k := range f.Len(row) {
				r.fields(f.Elements, f.Element(row, k))
			}
			continue
		}
		v := f.Get(row)
		switch {
		case !v.Known:
		case f.Type == schemas.Float32 || f.Type == schemas.Float64:
			if math.IsNaN(v.Float) || math.IsInf(v.Float, 0) {
				r.violated("number", "%s is %v", f.Name, v.Float)
			}
		case f.Type == schemas.Date:
			if v.Int < int64(schemas.FirstDay) || v.Int > int64(schemas.LastDay) {
				r.violated("day", "%s is outside of the years 1 to 9999", f.Name)
			}
		case f.Type == schemas.String && !f.Allows(v.Text):
			r.violated("enum "+f.Name, "%s is %q, which is none of its values", f.Name, v.Text)
		case f.Foreign != "":
			r.points(f.Foreign, v.Text)
		}
	}
}

// points notes a reference to a table's key, unless it is known already.
func (r *reading) points(name, id string) {
	table, _ := schemas.Named(name)
	hash := idOf(id)
	if _, seen := r.keys[table][hash]; !seen {
		r.references = append(r.references, reference{table, hash, r.file, id})
	}
}

// finish settles what only the end shows.
func (r *rules) finish() {
	for _, ref := range r.references {
		keys, present := r.keys[ref.table]
		if !present || r.absent[ref.table] {
			continue
		}
		if _, seen := keys[ref.hash]; !seen {
			r.report.add(ref.file, "reference "+ref.table.Name, "%q is no row of %s", ref.text, ref.table.Name)
		}
	}
	for _, d := range r.documents {
		if _, present := r.keys[schemas.Events]; present && !r.absent[schemas.Events] && d.events != d.foundEvents {
			r.report.add(d.file, "count events", "a document claims %d events, %d are there", d.events, d.foundEvents)
		}
		if _, present := r.keys[schemas.Timexes]; present && !r.absent[schemas.Timexes] && d.timexes != d.foundTimexes {
			r.report.add(d.file, "count timexes", "a document claims %d timexes, %d are there", d.timexes, d.foundTimexes)
		}
	}
}

func (r *reading) document(d *schemas.Document) {
	r.documents[idOf(d.DocumentID)] = &counted{characters: d.Characters, file: r.file, events: d.Events, timexes: d.Timexes}
	if d.Text == "" {
		return
	}
	if n := utf8.RuneCountInString(d.Text); n != int(d.Characters) {
		r.violated("characters", "document %q has %d characters, not %d", d.DocumentID, n, d.Characters)
	}
	if sum := sha256.Sum256([]byte(d.Text)); hex.EncodeToString(sum[:]) != d.TextSHA256 {
		r.violated("text_sha256", "document %q: the text is not the one of text_sha256", d.DocumentID)
	}
}

func (r *reading) event(e *schemas.Event) {
	r.when(&e.When)
	r.days("occasion", e.OccasionStart, e.OccasionEnd)
	r.share("confidence", e.Confidence)
	r.place(&e.Where)
	r.span("span", e.DocumentID, e.SpanStart, e.SpanEnd, e.Trigger)
	for i := range e.Participants {
		r.span("participant", e.DocumentID, e.Participants[i].Start, e.Participants[i].End, e.Participants[i].Text)
	}
	for i := range e.Quantities {
		r.span("quantity", e.DocumentID, e.Quantities[i].Start, e.Quantities[i].End, e.Quantities[i].Text)
	}
	if e.Sentence != "" && !stands(e.Sentence, e.Trigger, e.SpanStart-e.SentenceStart) {
		r.violated("trigger", "event %q: its trigger %q does not stand at its place in the sentence", e.EventID, e.Trigger)
	}
	if plover, quad := schemas.Plover(e.Kind, e.Status); plover != e.Plover || quad != e.PloverQuad {
		r.violated("plover", "event %q: a %s event of kind %s is %q in PLOVER, not %q", e.EventID, e.Status, e.Kind, plover, e.Plover)
	}
	if d := r.documents[idOf(e.DocumentID)]; d != nil {
		d.foundEvents++
	}
}

// stands tells whether a word begins at a place of the sentence, counted in code points.
func stands(sentence, word string, at int32) bool {
	for i := range sentence {
		if at == 0 {
			return len(sentence)-i >= len(word) && sentence[i:i+len(word)] == word
		}
		at--
	}
	return false
}

func (r *reading) timeline(t *schemas.Timeline) {
	r.when(&t.When)
	r.share("confidence", t.Confidence)
	r.place(&t.Where)
	if t.NMentions < t.NDocuments || t.NDocuments < 0 || t.NPublishers < 0 || t.NMentions < 1 {
		r.violated("counts", "%q: %d mentions in %d documents of %d publishers", t.TimelineID, t.NMentions, t.NDocuments, t.NPublishers)
	}
	for i := range t.Sources {
		s := &t.Sources[i]
		if s.SpanStart < 0 || s.SpanStart >= s.SpanEnd {
			r.violated("source", "%q: the span %d to %d", t.TimelineID, s.SpanStart, s.SpanEnd)
		}
		if s.Sentence != "" && (s.SpanStart < s.SentenceStart || int(s.SpanEnd-s.SentenceStart) > utf8.RuneCountInString(s.Sentence)) {
			r.violated("source sentence", "%q: the span %d to %d is outside of its sentence", t.TimelineID, s.SpanStart, s.SpanEnd)
		}
	}
}

func (r *reading) when(w *schemas.When) {
	r.days("date", w.DateStart, w.DateEnd)
	r.clocks(w.StartLocal, w.EndLocal)
	const day = 24 * 60
	if m := w.UTCOffsetMinutes; m.Known && (m.Value <= -day || m.Value >= day) {
		r.violated("utc_offset_minutes", "utc_offset_minutes is %d", m.Value)
	}
	if dated := w.DateStart.Known || w.DateEnd.Known; dated && (w.TimexValue == "" || w.Basis == "" || w.Granularity == "") {
		r.violated("dated", "there is a date, but no timex_value, basis or granularity")
	}
}

func (r *reading) days(name string, start, end schemas.Null[schemas.Day]) {
	if start.Known && end.Known && start.Value > end.Value {
		r.violated(name, "%s_start lies behind %s_end", name, name)
	}
}

func (r *reading) clocks(start, end schemas.Null[schemas.LocalTime]) {
	if start.Known && end.Known && start.Value > end.Value {
		r.violated("clock", "start_local lies behind end_local")
	}
}

func (r *reading) share(name string, share float32) {
	if !(share >= 0 && share <= 1) {
		r.violated(name, "%s is %v, not within 0 and 1", name, share)
	}
}

func (r *reading) place(w *schemas.Where) {
	if w.Latitude.Known != w.Longitude.Known {
		r.violated("coordinates", "latitude without longitude, or the other way round")
	}
	if w.Latitude.Known && (math.Abs(w.Latitude.Value) > 90 || math.Abs(w.Longitude.Value) > 180) {
		r.violated("coordinates", "%v, %v is no place on earth", w.Latitude.Value, w.Longitude.Value)
	}
	if c := w.Country; c != "" && (len(c) != 2 || c[0] < 'A' || c[0] > 'Z' || c[1] < 'A' || c[1] > 'Z') {
		r.violated("country", "country is %q, not two capital letters", c)
	}
}

// span wants a place in the document, as long as the text that stands there.
func (r *reading) span(name, document string, start, end int32, text string) {
	if start < 0 || start >= end {
		r.violated(name, "%s %d to %d", name, start, end)
		return
	}
	if d := r.documents[idOf(document)]; d != nil && end > d.characters {
		r.violated(name, "%s %d to %d, but the document has %d characters", name, start, end, d.characters)
	}
	if n := utf8.RuneCountInString(text); n != int(end-start) {
		r.violated(name+" length", "%s %d to %d holds %d characters, but its text %q has %d", name, start, end, end-start, text, n)
	}
}
