package story

import (
	"encoding/json"
	"html"
	"io"
	"strings"
	"time"

	"github.com/waqai/waqai/schemas"
)

var timelineJSFormat = Format{
	Name: "timelinejs", Extension: ".json", About: "TimelineJS 3 data",
	Write: writeTimelineJS,
}

// The shape that TimelineJS 3 reads. Its dates count from the reader's own zone and months from 1.
type timelineJS struct {
	Title  *slideJS  `json:"title,omitempty"`
	Events []slideJS `json:"events"`
}

type slideJS struct {
	Start       *dateJS `json:"start_date,omitempty"`
	End         *dateJS `json:"end_date,omitempty"`
	DisplayDate string  `json:"display_date,omitempty"`
	Text        textJS  `json:"text"`
	Group       string  `json:"group,omitempty"`
	ID          string  `json:"unique_id"` // always: the ids that it makes of Arabic headlines are empty
	Autolink    bool    `json:"autolink"`
}

type textJS struct {
	Headline string `json:"headline"`
	Text     string `json:"text,omitempty"`
}

type dateJS struct {
	Year   int  `json:"year"`
	Month  int  `json:"month"`
	Day    int  `json:"day"`
	Hour   *int `json:"hour,omitempty"`
	Minute *int `json:"minute,omitempty"`
}

func writeTimelineJS(out io.Writer, s *Story) error {
	w, err := newWriter(s.Language, s.Options)
	if err != nil {
		return err
	}
	all := timelineJS{Events: []slideJS{}}
	if title := plain(s.Title); title != "" {
		all.Title = &slideJS{Text: textJS{Headline: html.EscapeString(title), Text: html.EscapeString(w.storySpan(s))}, ID: "title"}
	}
	for i := range s.Entries {
		e := &s.Entries[i]
		first, last, dated := span(&e.When)
		if !dated {
			continue // a slide without a date is dropped by the reader, silently
		}
		when := w.when(e)
		slide := slideJS{
			DisplayDate: strings.Join(append([]string{when.Main}, when.Others...), w.Text("list.comma")), Group: w.Text("kind." + e.Kind), ID: e.TimelineID,
			Start: dayJS(schemas.Day(first)), Text: textJS{Headline: html.EscapeString(plain(e.HeadlineWithoutDate())), Text: sourcesJS(e, w)},
		}
		if e.StartLocal.Known && first == last {
			slide.Start = clockJS(e.StartLocal.Value)
			if e.EndLocal.Known {
				slide.End = clockJS(e.EndLocal.Value) // the same fields as the start, or the end is dropped
			}
		} else if last != first {
			slide.End = dayJS(schemas.Day(last))
		}
		all.Events = append(all.Events, slide)
	}
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", " ")
	return encoder.Encode(all)
}

func dayJS(day schemas.Day) *dateJS {
	t := utc(day)
	return &dateJS{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

func clockJS(at schemas.LocalTime) *dateJS {
	t := time.UnixMicro(int64(at)).UTC()
	hour, minute := t.Hour(), t.Minute()
	return &dateJS{Year: t.Year(), Month: int(t.Month()), Day: t.Day(), Hour: &hour, Minute: &minute}
}

// sourcesJS is the sources as the little HTML that a slide may hold; every text is escaped.
func sourcesJS(e *Entry, w *writer) string {
	var out strings.Builder
	if e.Status != "actual" {
		out.WriteString("<p>" + html.EscapeString(w.Text(e.statusKey())) + "</p>")
	}
	for _, source := range e.tellings() {
		if q := quoteOf(source); source.Sentence != "" {
			out.WriteString(`<blockquote dir="auto">` + html.EscapeString(shown(q.before)) + "<b>" + html.EscapeString(shown(q.marked)) + "</b>" + html.EscapeString(shown(q.after)) + "</blockquote>")
		}
		name := html.EscapeString(plain(publisher(source)))
		if link := safeLink(source.URL); link != "" {
			name = `<a href="` + html.EscapeString(link) + `" rel="noopener noreferrer">` + name + "</a>"
		}
		out.WriteString("<p>" + name + "</p>")
	}
	return out.String()
}
