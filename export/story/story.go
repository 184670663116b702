package story

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/waqai/waqai/export"
	"github.com/waqai/waqai/schemas"
)

// Story is a timeline to be read by people.
type Story struct {
	Title    string
	Language string // of the labels; titles, sentences and names stay in their own
	Entries  []Entry
	Options  Options
}

// Entry is one event with what the desk changed in it.
type Entry struct {
	schemas.Timeline
	Changes []Change
	Verdict string // of whoever checked it; empty: not checked yet
}

// Change is one thing that a person changed, as correction policies ask to be shown: what, why, by whom, when.
type Change struct {
	Field  string
	Before string
	After  string
	Reason string
	By     string
	Date   string
}

// Options of all formats; the zero value takes what is usual in the language.
type Options struct {
	Digits    string   // latn, arab, arabext
	Months    string   // of the Gregorian year: the styles that the language has
	Calendars []string // gregorian, hijri, jalali: shown for every day
	Fragment  bool     // a page without its frame, for a content system
	Coarse    bool     // months and years too, in a calendar file
	Program   string   // name and version of the program, for formats that have a place for it
}

// Format is one way to write a story down.
type Format struct {
	Name      string
	Extension string // with its dot; may have two parts
	About     string
	Write     func(w io.Writer, s *Story) error
}

// Formats lists them.
func Formats() []Format {
	return []Format{htmlFormat, timelineJSFormat, icalFormat, checkFormat, xlsxFormat, markdownFormat, docxFormat, svgFormat}
}

// ByPath gives the format that a path's name asks for, the longest extension first.
func ByPath(path string) (Format, bool) {
	name := strings.ToLower(filepath.Base(path))
	formats := Formats()
	slices.SortStableFunc(formats, func(a, b Format) int { return cmp.Compare(len(b.Extension), len(a.Extension)) })
	for _, f := range formats {
		if strings.HasSuffix(name, f.Extension) {
			return f, true
		}
	}
	return Format{}, false
}

// Named gives a format by its name, or by its extension.
func Named(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name || name != "" && f.Extension == "."+name {
			return f, true
		}
	}
	return Format{}, false
}

// WriteFile writes a story to a file, whole or not at all.
func WriteFile(path string, format Format, s *Story) error {
	file, err := export.Create(path)
	if err != nil {
		return err
	}
	defer file.Abort()
	if err := format.Write(file, s); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return file.Commit()
}

// New makes a story of rows, which keep their order. An empty language is that of most rows, where there are labels in it; of
// as many rows, the first by its code.
func New(title, language string, rows []schemas.Timeline, options Options) *Story {
	s := &Story{Title: title, Language: language, Options: options, Entries: make([]Entry, len(rows))}
	count := map[string]int{}
	for i := range rows {
		s.Entries[i].Timeline = rows[i]
		count[rows[i].Language]++
	}
	if s.Language == "" {
		s.Language = "en"
		most := 0
		for _, code := range Languages() {
			if count[code] > most {
				s.Language, most = code, count[code]
			}
		}
	}
	return s
}

// HeadlineWithoutDate is the row's without its date, which every format shows in its own way.
func (e *Entry) HeadlineWithoutDate() string {
	first, rest, found := strings.Cut(e.Headline, " · ")
	if found && first != "" && strings.Trim(first, "0123456789-/.~?%XT:") == "" {
		return rest
	}
	return e.Headline
}

// statusKey is the label of an entry's status; what was planned and then did not come is called off.
func (e *Entry) statusKey() string {
	if e.Status == "negated" && strings.HasPrefix(e.StatusHistory, "planned") {
		return "status.cancelled"
	}
	return "status." + e.Status
}

// who lists the names of the participants, each once.
func (e *Entry) who() []string {
	var names []string
	for i := range e.Participants {
		if name := e.Participants[i].Name; name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// tellings is the sources with each sentence of a document once, however many mentions of the event it holds.
func (e *Entry) tellings() []*schemas.TimelineSource {
	type sentence struct {
		document string
		at       int32
		text     string
	}
	known := map[sentence]bool{}
	var all []*schemas.TimelineSource
	for i := range e.Sources {
		s := &e.Sources[i]
		if key := (sentence{s.DocumentID, s.SentenceStart, s.Sentence}); !known[key] {
			known[key] = true
			all = append(all, s)
		}
	}
	return all
}

// quote is a source's sentence with the trigger's and the date's places in it, in code points.
type quote struct{ before, marked, after string }

func quoteOf(s *schemas.TimelineSource) quote {
	runes := []rune(s.Sentence)
	from, to := int(s.SpanStart-s.SentenceStart), int(s.SpanEnd-s.SentenceStart)
	if from < 0 || to > len(runes) || from > to {
		return quote{before: s.Sentence}
	}
	return quote{string(runes[:from]), string(runes[from:to]), string(runes[to:])}
}

// publisher is who stands behind a source: its publisher, else its title or id.
func publisher(s *schemas.TimelineSource) string { return cmp.Or(s.Publisher, s.Title, s.DocumentID) }

// safeLink is an address that may become a link: http and https only.
func safeLink(url string) string {
	lower := strings.ToLower(url)
	if strings.ContainsAny(url, " \t\r\n\x00<>\"'`\\") || !strings.HasPrefix(lower, "http://") && !strings.HasPrefix(lower, "https://") {
		return ""
	}
	return url
}

// plain takes control characters and direction marks out of a text that stands alone, and folds white space.
func plain(text string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case r < 0x20 || r == 0x7f || r == 0x2028 || r == 0x2029:
			return ' '
		case r >= 0x80 && r < 0xa0, r == 0xfffe, r == 0xffff, hidden(r): // XML cannot hold the last two
			return -1
		}
		return r
	}, text)), " ")
}

// hidden tells of the characters that turn the direction of what follows, unseen.
func hidden(r rune) bool { return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 }

// shown makes such characters visible in a quotation, which must not be changed silently.
func shown(text string) string {
	if !strings.ContainsFunc(text, func(r rune) bool { return hidden(r) || r < 0x20 || r >= 0x7f && r < 0xa0 }) {
		return text
	}
	var out strings.Builder
	for _, r := range text {
		switch {
		case hidden(r) || r >= 0x7f && r < 0xa0 || r < 0x20 && r != '\n' && r != '\t' && r != '\r':
			fmt.Fprintf(&out, "[U+%04X]", r)
		case r < 0x20:
			out.WriteByte(' ')
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// sums counts what a story stands on.
func (s *Story) sums() (documents, publishers int) {
	documentIDs, names := map[string]bool{}, map[string]bool{}
	for i := range s.Entries {
		for k := range s.Entries[i].Sources {
			source := &s.Entries[i].Sources[k]
			documentIDs[source.DocumentID] = true
			names[publisher(source)] = true
		}
	}
	return len(documentIDs), len(names)
}

// DefaultTitle is the title of the only document, else a label.
func (s *Story) DefaultTitle() string {
	only, title := "", ""
	for i := range s.Entries {
		for k := range s.Entries[i].Sources {
			source := &s.Entries[i].Sources[k]
			if only == "" {
				only, title = source.DocumentID, source.Title
			}
			if source.DocumentID != only {
				title = ""
			}
		}
	}
	if title != "" {
		return title
	}
	labels, err := LabelsOf(s.Language)
	if err != nil {
		return "waqai"
	}
	return labels.Text("ui.timeline")
}
