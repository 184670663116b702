package story

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	_ "embed" // the page's parts
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/waqai/waqai/schemas"
	"github.com/waqai/waqai/timeline/calendar"
)

var htmlFormat = Format{
	Name: "html", Extension: ".html", About: "one self-contained page: no network, works from disk, in a frame and without scripts",
	Write: writeHTML,
}

var (
	//go:embed page/page.html
	pageTemplate string
	//go:embed page/page.css
	pageStyle string
	//go:embed page/page.js
	pageScript string
)

// The template's line breaks are for its readers: in a page of thousands of events each would be a node to make.
var loadPage = sync.OnceValues(func() (*template.Template, error) {
	return template.New("waqai").Parse(strings.ReplaceAll(pageTemplate, "\n<", "<"))
})

// page is what the template fills in. The list is made here, so that it reads without scripts; the script filters it and changes labels.
type page struct {
	*writer
	Language, Direction, Title, Policy string
	CSS                                template.CSS
	Script                             template.JS
	Data                               pageData
	Sections                           []*pageSection
	Span                               int
	SpanText, CountText, FromText      string
	Count, Documents, Publishers       int
	fragment                           bool
}

// Fragment tells whether the page goes into another one, which has its own main part.
func (p *page) Fragment() bool { return p.fragment }

// Label is a label in the language of the page.
func (p *page) Label(key string) string { return p.Text(key) }

type pageSection struct {
	Heading     int
	HeadingText string
	Entries     []*pageEntry
}

type pageEntry struct {
	*page
	ID, Shape, DateTime        string
	When, Other                int
	WhenText, OtherText        string
	Language, Headline         string
	Kind, KindText             string
	StatusKey, StatusText      string
	Notes                      []string
	Publishers                 int
	SourcesText                string
	Basis, BasisText, DateText string
	Certainty, CertaintyText   string
	History                    []keyText
	Conflicts                  []conflictText
	Changes                    []string
	Sources                    []pageSource
}

type keyText struct{ Key, Text string }

type conflictText struct{ Key, KeyText, Text string }

// pageData is what the script reads.
type pageData struct {
	UI        string                       `json:"ui"`
	Languages []string                     `json:"languages"`
	Labels    map[string]map[string]string `json:"labels"`
	Digits    string                       `json:"digits,omitempty"`
	Months    string                       `json:"months,omitempty"`
	Dates     [][]string                   `json:"dates"`  // each in all languages, so that the calendars are reckoned in one place
	Values    [nFields][]string            `json:"values"` // what the events can be filtered by, field by field
	Events    []pageEvent                  `json:"events"`
}

// The fields that the script filters by, in its order.
const (
	fieldWho = iota
	fieldPlace
	fieldKind
	fieldStatus
	fieldCertainty
	fieldSource
	nFields
)

// pageEvent is what the script knows of an event: its first and last day since 1970 (null where undated), and the numbers of its values.
type pageEvent struct {
	First, Last *int32
	Values      [nFields][]int
}

// MarshalJSON writes it as one array: thousands of events need no names of members.
func (e pageEvent) MarshalJSON() ([]byte, error) {
	row := []any{e.First, e.Last}
	for _, values := range e.Values {
		row = append(row, values)
	}
	return json.Marshal(row)
}

// pageBuilder builds a page with each date and name once.
type pageBuilder struct {
	page     *page
	writers  []*writer // of all languages, in the order of Data.Languages
	own      int       // the page's among them
	dates    map[string]int
	values   [nFields]map[string]int
	lastHead string
}

func writeHTML(out io.Writer, s *Story) error {
	parsed, err := loadPage()
	if err != nil {
		return err
	}
	p, err := newPage(s)
	if err != nil {
		return err
	}
	name := "page"
	if s.Options.Fragment {
		name = "fragment"
	}
	buffered := bufio.NewWriterSize(out, 1<<16)
	if err := parsed.ExecuteTemplate(buffered, name, p); err != nil {
		return err
	}
	return buffered.Flush()
}

func newPage(s *Story) (*page, error) {
	p := &page{Language: s.Language, Title: plain(s.Title), CSS: template.CSS(pageStyle), Script: template.JS(pageScript)}
	b := &pageBuilder{page: p, dates: map[string]int{}}
	p.Data = pageData{
		UI: s.Language, Languages: Languages(), Labels: map[string]map[string]string{}, Digits: s.Options.Digits, Months: s.Options.Months,
		Events: []pageEvent{}, Dates: [][]string{},
	}
	for field := range b.values {
		b.values[field], p.Data.Values[field] = map[string]int{}, []string{}
	}
	for i, code := range p.Data.Languages {
		options := s.Options
		w, err := newWriter(code, options)
		if err != nil {
			return nil, err
		}
		b.writers = append(b.writers, w)
		p.Data.Labels[code] = scriptLabels(w.Labels)
		if code == s.Language {
			b.own, p.writer = i, w
		}
	}
	if p.writer == nil {
		_, err := LabelsOf(s.Language)
		return nil, err
	}
	p.Direction, p.fragment = p.Text("direction"), s.Options.Fragment
	if p.Title == "" {
		p.Title = p.Text("ui.timeline")
	}
	p.Policy = "default-src 'none'; script-src '" + digest(pageScript) + "'; style-src '" + digest(pageStyle) +
		"'; img-src data:; base-uri 'none'; form-action 'none'"
	p.Count = len(s.Entries)
	p.CountText = p.count("n.events", p.Count, p.digits)
	p.Documents, p.Publishers = s.sums()
	p.FromText = p.fill("ui.from", "documents", p.count("n.documents", p.Documents, p.digits), "publishers", p.count("n.publishers", p.Publishers, p.digits))
	p.Span, p.SpanText = b.date(func(w *writer) string { return w.storySpan(s) })
	for i := range s.Entries {
		b.add(&s.Entries[i])
	}
	return p, nil
}

// digest is a content security policy's hash of an inline part.
func digest(part string) string {
	sum := sha256.Sum256([]byte(part))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// scriptLabels are the labels that the script needs: those of dates are written out already.
func scriptLabels(l *Labels) map[string]string {
	kept := map[string]string{}
	for key, text := range l.text {
		switch group, _, _ := strings.Cut(key, "."); group {
		case "date", "part", "weekday", "column", "calendar":
			continue
		}
		if strings.HasPrefix(key, "month.hijri.") || strings.HasPrefix(key, "month.jalali.") {
			continue
		}
		kept[key] = text
	}
	return kept
}

// date gives the number of a date's texts in Data.Dates, and its text in the page's language.
func (b *pageBuilder) date(write func(*writer) string) (int, string) {
	texts := make([]string, len(b.writers))
	for i, w := range b.writers {
		texts[i] = write(w)
	}
	key := strings.Join(texts, "\x00")
	at, known := b.dates[key]
	if !known {
		at = len(b.page.Data.Dates)
		b.dates[key] = at
		b.page.Data.Dates = append(b.page.Data.Dates, texts)
	}
	return at, texts[b.own]
}

// value adds a value that an event can be filtered by.
func (b *pageBuilder) value(one *pageEvent, field int, text string) {
	if text == "" {
		return
	}
	at, known := b.values[field][text]
	if !known {
		at = len(b.values[field])
		b.values[field][text] = at
		b.page.Data.Values[field] = append(b.page.Data.Values[field], text)
	}
	if !slices.Contains(one.Values[field], at) {
		one.Values[field] = append(one.Values[field], at)
	}
}

func (b *pageBuilder) add(e *Entry) {
	p := b.page
	one := &pageEntry{
		page: p, ID: e.TimelineID, Shape: shape(e), DateTime: dateTime(&e.When), Language: e.Language, Headline: plain(e.HeadlineWithoutDate()),
		Kind: e.Kind, KindText: p.Text("kind." + e.Kind), StatusKey: e.statusKey(), StatusText: p.Text(e.statusKey()),
		Publishers:  int(e.NPublishers),
		SourcesText: p.fill("ui.sources.of", "publishers", p.count("n.publishers", int(e.NPublishers), p.digits)),
		Basis:       e.Basis, BasisText: p.Text("basis." + e.Basis), DateText: shown(e.DateText), Certainty: e.Certainty, CertaintyText: p.Text("certainty." + e.Certainty),
	}
	if slices.Contains(strings.Split(e.EditedFields, ","), "date") {
		one.Basis, one.BasisText, one.Certainty = "desk", p.Text("basis.desk"), ""
	}
	one.When, one.WhenText = b.date(func(w *writer) string { return w.when(e).Main })
	one.Other, one.OtherText = b.date(func(w *writer) string { return strings.Join(w.when(e).Others, w.Text("list.comma")) })
	for note := range strings.SplitSeq(e.Notes, "\n") {
		if note = plain(note); note != "" {
			one.Notes = append(one.Notes, note)
		}
	}
	if e.StatusHistory != "" {
		for step := range strings.SplitSeq(e.StatusHistory, " > ") {
			one.History = append(one.History, keyText{step, p.Text("status." + step)})
		}
	}
	for _, c := range e.conflicts() {
		one.Conflicts = append(one.Conflicts, conflictText{c.Key, p.Text("conflict." + c.Key), plain(c.Text)})
	}
	for k := range e.Changes {
		one.Changes = append(one.Changes, plain(e.Changes[k].text()))
	}
	one.Sources = b.sources(e)
	p.Data.Events = append(p.Data.Events, b.event(e))

	heading, text := b.date(func(w *writer) string { return w.when(e).Month })
	if len(p.Sections) == 0 || text != b.lastHead {
		p.Sections = append(p.Sections, &pageSection{Heading: heading, HeadingText: text})
		b.lastHead = text
	}
	last := p.Sections[len(p.Sections)-1]
	last.Entries = append(last.Entries, one)
}

// event is what the script filters by.
func (b *pageBuilder) event(e *Entry) pageEvent {
	var one pageEvent
	for field := range one.Values {
		one.Values[field] = []int{}
	}
	if first, last, dated := span(&e.When); dated {
		from, to := int32(first), int32(last)
		one.First = &from
		if to != from {
			one.Last = &to
		}
	}
	for _, name := range e.who() {
		b.value(&one, fieldWho, plain(name))
	}
	b.value(&one, fieldPlace, plain(e.Place))
	b.value(&one, fieldKind, e.Kind)
	b.value(&one, fieldStatus, e.statusKey())
	b.value(&one, fieldCertainty, e.Certainty)
	for k := range e.Sources {
		b.value(&one, fieldSource, plain(publisher(&e.Sources[k])))
	}
	return one
}

// shape says how sure the date is, by form and not by colour.
func shape(e *Entry) string {
	switch {
	case !e.DateStart.Known && !e.DateEnd.Known:
		return "none"
	case open(&e.When):
		return "open"
	case e.Certainty == "approximate" || e.Certainty == "computed" || e.Certainty == "tabular":
		return "about"
	case day(&e.When):
		return "point"
	}
	return "bar"
}

// dateTime is the date as HTML's time element takes it; empty where it is no day.
func dateTime(w *schemas.When) string {
	if !day(w) {
		return ""
	}
	d := calendar.Day(w.DateStart.Value)
	if year, _, _ := d.YMD(); year < 1000 || year > 9999 {
		return ""
	}
	return d.String()
}

// conflict is what the sources disagree on.
type conflict struct{ Key, Text string }

// conflicts reads the column: "date: 2023-08-06 (A), 2023-08-07 (B) | place: ...".
func (e *Entry) conflicts() []conflict {
	var all []conflict
	for one := range strings.SplitSeq(e.Conflicts, " | ") {
		if key, text, found := strings.Cut(one, ": "); found {
			all = append(all, conflict{key, text})
		}
	}
	return all
}

// text is a change in one line.
func (c *Change) text() string {
	line := c.Field
	if c.Before != "" || c.After != "" {
		line += fmt.Sprintf(": %s → %s", cmp.Or(c.Before, "∅"), cmp.Or(c.After, "∅"))
	}
	for _, more := range []string{c.Reason, c.By, c.Date} {
		if more != "" {
			line += " · " + more
		}
	}
	return line
}
