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

// Options of all formats.
type Options struct {
	Metadata map[string]string // provenance kept in formats that have a place for it: program version, options; never a clock, host or path
	CSVGuard bool              // formula guard of CSV cells
	CSVExcel bool              // byte order mark at the start of CSV
}

// Format is one way to write a table down.
type Format struct {
	Name       string
	Extensions []string // with the dot
	About      string
	New        func(w io.Writer, table *schemas.Table, options Options) (Writer, error)
	Read       func(path string, table *schemas.Table, each func(*schemas.Batch) error) error
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

// WriteTable writes rows to a file, whole or not at all.
func WriteTable(path string, format Format, table *schemas.Table, options Options, rows []schemas.Row) error {
	file, err := Create(path)
	if err != nil {
		return err
	}
	defer file.Abort()
	writer, err := format.New(file, table, options)
	if err != nil {
		return err
	}
	for first := 0; first < len(rows); first += schemas.BatchRows {
		if err := writer.Write(&schemas.Batch{Table: table, Rows: rows[first:min(first+schemas.BatchRows, len(rows))]}); err != nil {
			return err
		}
	}
	if err := writer.Close(); err != nil {
		return err
	}
	return file.Commit()
}
