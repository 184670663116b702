package timeline

import (
	"bytes"
	"encoding/json"

	"github.com/waqai/waqai/timeline/event"
	"github.com/waqai/waqai/timeline/text"
)

// The annotation format: one JSON object a document, the shape that annotation tools and scorers read. Offsets are code points, end exclusive.
type (
	annotation struct {
		ID        string            `json:"id"`
		Language  string            `json:"lang"`
		Published string            `json:"published,omitempty"`
		Timexes   []timexAnnotation `json:"timexes"`
		Events    []eventAnnotation `json:"events"`
	}
	timexAnnotation struct {
		text.Span
		Text     string `json:"text"`
		Type     string `json:"type"`
		Value    string `json:"value"`
		EndValue string `json:"end_value,omitempty"`
		Mod      string `json:"mod,omitempty"`
		From     string `json:"from,omitempty"`
		To       string `json:"to,omitempty"`
	}
	spanAnnotation struct {
		text.Span
		Text    string `json:"text"`
		Role    string `json:"role,omitempty"`
		Country string `json:"country,omitempty"`
	}
	whenAnnotation struct {
		Value    string `json:"value"`
		EndValue string `json:"end_value,omitempty"`
		Basis    string `json:"basis"`
	}
	eventAnnotation struct {
		ID           string           `json:"id"`
		Trigger      spanAnnotation   `json:"trigger"`
		Kind         string           `json:"kind"`
		Status       string           `json:"status"`
		When         *whenAnnotation  `json:"when"`
		SameAs       string           `json:"same_as,omitempty"`
		Participants []spanAnnotation `json:"participants"`
		Places       []spanAnnotation `json:"places"`
		Source       *spanAnnotation  `json:"source,omitempty"`
		Confidence   float32          `json:"confidence,omitempty"`
	}
)

// AppendAnnotation appends the result as one line of JSON.
func (r *Result) AppendAnnotation(out []byte) []byte {
	source := newRunes(r.Document.Text)
	a := annotation{
		ID: r.Document.ID, Language: r.Document.Language, Published: r.Document.Published.String(),
		Timexes: make([]timexAnnotation, len(r.Timexes)), Events: make([]eventAnnotation, len(r.Events)),
	}
	for i, t := range r.Timexes {
		a.Timexes[i] = timexAnnotation{
			Span: t.Span, Text: source.slice(t.Span), Type: string(t.Type), Value: t.Value, EndValue: t.EndValue, Mod: t.Mod,
		}
		if t.HasInterval {
			a.Timexes[i].From, a.Timexes[i].To = t.Interval.From.String(), t.Interval.To.String()
		}
	}
	for i := range r.Events {
		a.Events[i] = annotateEvent(&r.Events[i])
	}
	buffer := bytes.NewBuffer(out)
	encoder := json.NewEncoder(buffer)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(a); err != nil { // strings and numbers alone: encoding cannot fail but by a bug
		panic(err)
	}
	return buffer.Bytes()
}

func annotateEvent(e *event.Event) eventAnnotation {
	a := eventAnnotation{
		ID: e.ID, Trigger: spanAnnotation{Span: e.Trigger, Text: e.Text}, Kind: string(e.Kind), Status: string(e.Status), SameAs: e.SameAs,
		Participants: make([]spanAnnotation, len(e.Participants)), Places: make([]spanAnnotation, len(e.Places)), Confidence: e.Confidence,
	}
	if e.When != nil {
		a.When = &whenAnnotation{Value: e.When.Value, EndValue: e.When.EndValue, Basis: string(e.When.Basis)}
	}
	for i, p := range e.Participants {
		a.Participants[i] = spanAnnotation{Span: p.Span, Text: p.Text, Role: string(p.Role)}
	}
	for i, p := range e.Places {
		a.Places[i] = spanAnnotation{Span: p.Span, Text: p.Text, Country: p.Country}
	}
	if e.Source != nil {
		a.Source = &spanAnnotation{Span: e.Source.Span, Text: e.Source.Text}
	}
	return a
}
