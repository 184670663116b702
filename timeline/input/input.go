// Package input turns bytes into documents.
//
// In: files, folders, globs, standard input. Out: a stream of Documents in a stable order, with an error in place of each record that cannot be
// read, so that nothing is lost in silence. It knows file formats and publication dates; it does not know languages or time expressions.
//
// A new format is one file with a Format value and one line in the Formats table.
package input

import (
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"slices"
	"strings"
)

// Document is one article.
type Document struct {
	ID        string // given, else derived from the content: see Identify
	Title     string
	Text      string // offsets of everything found count its code points
	Published Published
	Language  string // ISO 639-1 code, empty to have it detected
	Publisher string
	URL       string
	Origin    Origin
}

// Origin is where a document came from.
type Origin struct {
	Path string // as given; "-" is standard input
	Line int    // of a record in its file, from 1; 0 for a file that is one document
}

func (o Origin) String() string {
	if o.Line > 0 {
		return fmt.Sprintf("%s:%d", o.Path, o.Line)
	}
	return o.Path
}

// Error is a record that could not be read. The stream goes on behind it.
type Error struct {
	Origin Origin
	Err    error
}

func (e *Error) Error() string { return e.Origin.String() + ": " + e.Err.Error() }
func (e *Error) Unwrap() error { return e.Err }

// Limits bound what one input may take; a document above them is an error, never cut short.
const (
	MaxText = 16 << 20 // bytes of text in a document
	MaxLine = 64 << 20 // bytes of a line in a line format
)

// Format is one way to write articles down.
type Format struct {
	Name       string
	Extensions []string // with the dot, lower case
	About      string   // one line for help
	Read       func(r io.Reader, origin Origin, fields Fields) iter.Seq2[Document, error]
}

// Formats lists what can be read; the first is taken for a file of unknown extension that was named by hand.
var Formats = []Format{plain, markdown, jsonl}

// Fields maps the names of Document's fields (id, title, text, published, lang, publisher, url) to the names that a structured
// format uses for them. A field that is not mapped is looked for under its own name and its usual aliases.
type Fields map[string]string

// Known gives the field names that --map accepts.
func Known() []string {
	return []string{"id", "title", "text", "published", "lang", "publisher", "url"}
}

// ParseFields reads "text=body,published=date".
func ParseFields(list string) (Fields, error) {
	fields := Fields{}
	for pair := range strings.SplitSeq(list, ",") {
		if pair = strings.TrimSpace(pair); pair == "" {
			continue
		}
		ours, theirs, found := strings.Cut(pair, "=")
		if !found || theirs == "" {
			return nil, fmt.Errorf("field map %q: write it as field=name, such as text=body", pair)
		}
		if !slices.Contains(Known(), ours) {
			return nil, fmt.Errorf("field map %q: no field %q; there are %s", pair, ours, strings.Join(Known(), ", "))
		}
		fields[ours] = theirs
	}
	return fields, nil
}

// FormatOf picks the format by name, else by the extension of path, else the first.
func FormatOf(path, name string) (Format, error) {
	for _, format := range Formats {
		if name != "" && format.Name == name {
			return format, nil
		}
		if name == "" && slices.Contains(format.Extensions, strings.ToLower(filepath.Ext(path))) {
			return format, nil
		}
	}
	if name != "" {
		names := make([]string, len(Formats))
		for i, format := range Formats {
			names[i] = format.Name
		}
		return Format{}, fmt.Errorf("input format %q: there are %s", name, strings.Join(names, ", "))
	}
	return Formats[0], nil
}

// known tells whether a file found in a folder is an article by its extension.
func known(path string) bool {
	extension := strings.ToLower(filepath.Ext(path))
	for _, format := range Formats {
		if slices.Contains(format.Extensions, extension) {
			return true
		}
	}
	return false
}

// readAll reads a whole document file within MaxText, without a byte order mark.
func readAll(r io.Reader) (string, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxText+1))
	if err != nil {
		return "", err
	}
	if len(data) > MaxText {
		return "", fmt.Errorf("more than %d MiB of text; split it into articles", MaxText>>20)
	}
	return decode(data)
}

// one makes the stream of a file that is one document.
func one(document Document, err error) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) { yield(document, err) }
}
