// Package export writes and reads tables as files.
//
// In: batches of package schemas. Out: Parquet, CSV, JSONL or Arrow, whole or not at all. It knows formats, files and sums; it does not know
// documents, events or language.
//
// A new format is one file with a Format value and one line in the Formats table, which flags, help, checks and round-trip tests read.
package export

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/waqai/waqai/schemas"
)

// Writer writes the rows of one table. Write may not keep the batch; Close writes what a format has at its end, and leaves the underlying file
// open.
type Writer interface {
	Write(batch *schemas.Batch) error
	Close() error
}

// Source is what readers read: a file.
type Source interface {
	io.Reader
	io.ReaderAt
	io.Seeker
}

// Options of all formats; the zero value is right for most uses.
type Options struct {
	Metadata     map[string]string // provenance kept in formats that have a place for it: version, options; never a clock, host or path
	CSVUnguarded bool              // no formula guard in CSV cells; readers must be told the same
	CSVExcel     bool              // byte order mark at the start of CSV
}

// Keys of Metadata that the program fills; rows, sums and seal are the writer's own.
const (
	MetadataVersion = "waqai.version" // of the program
	MetadataOptions = "waqai.options" // canonical JSON
	MetadataInputs  = "waqai.inputs_sha256"
	MetadataLicense = "waqai.license"
)

// Format is one way to write a table down.
type Format struct {
	Name       string
	Extensions []string // with the dot; the first is the one that dataset folders use
	MediaType  string
	Text       bool // lines of UTF-8, which a person can read
	About      string
	New        func(w io.Writer, table *schemas.Table, options Options) (Writer, error)
	Read       func(source Source, table *schemas.Table, options Options, each func(*schemas.Batch) error) error
}

// Formats lists what can be written.
var Formats = []Format{parquetFormat, csvFormat, jsonlFormat, arrowFormat}

// Names lists the formats' names.
func Names() []string {
	names := make([]string, len(Formats))
	for i := range Formats {
		names[i] = Formats[i].Name
	}
	return names
}

// Named gives a format by its name.
func Named(name string) (Format, error) {
	for _, f := range Formats {
		if f.Name == name {
			return f, nil
		}
	}
	return Format{}, fmt.Errorf("output format %q: there are %s", name, strings.Join(Names(), ", "))
}

// ByExtension gives the format that a path's extension names.
func ByExtension(path string) (Format, error) {
	extension := strings.ToLower(filepath.Ext(path))
	var known []string
	for _, f := range Formats {
		if slices.Contains(f.Extensions, extension) {
			return f, nil
		}
		known = append(known, f.Extensions...)
	}
	return Format{}, fmt.Errorf("%s: no output format for extension %q; use one of %s, or give --format", path, extension, strings.Join(known, " "))
}

// WriteTable writes batches of one table to a file, whole or not at all.
func WriteTable(path string, format Format, table *schemas.Table, options Options, batches ...*schemas.Batch) error {
	file, err := Create(path)
	if err != nil {
		return err
	}
	defer file.Abort()
	writer, err := format.New(file, table, options)
	if err != nil {
		return err
	}
	for _, batch := range batches {
		if err := writer.Write(batch); err != nil {
			return err
		}
	}
	if err := writer.Close(); err != nil {
		return err
	}
	return file.Commit()
}

// ReadTable reads the rows of a file, in batches; each owns the batch that it gets. Errors name the file.
func ReadTable(path string, format Format, table *schemas.Table, options Options, each func(*schemas.Batch) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	if err := format.Read(file, table, options, each); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
