package cli

import (
	"bufio"
	"io"
	"slices"
	"strings"

	"github.com/waqai/waqai/export"
	"github.com/waqai/waqai/schemas"
	"github.com/waqai/waqai/timeline"
)

// sink takes the results of extract in order.
type sink interface {
	write(result *timeline.Result, share timeline.TextShare) error
	close() error
	abort() // does nothing after close
}

// extractedTables are the tables that extract can fill.
var extractedTables = []string{"events", "documents", "participants", "timexes"}

// folderSink writes every table into a folder.
type folderSink struct {
	dataset      *export.Dataset
	events       buffer[schemas.Event]
	documents    buffer[schemas.Document]
	participants buffer[schemas.Participant]
	timexes      buffer[schemas.Timex]
}

func newFolderSink(path, format string, options export.Options) (sink, error) {
	chosen, err := export.Named(format)
	if err != nil {
		return nil, &coded{exitUsage, err}
	}
	dataset, err := export.CreateDataset(path, chosen, options, schemas.Events, schemas.Documents, schemas.Participants, schemas.Timexes)
	if err != nil {
		return nil, &coded{exitNothing, err}
	}
	return &folderSink{
		dataset: dataset, events: buffer[schemas.Event]{of: schemas.Of[schemas.Event]}, documents: buffer[schemas.Document]{of: schemas.Of[schemas.Document]},
		participants: buffer[schemas.Participant]{of: schemas.Of[schemas.Participant]}, timexes: buffer[schemas.Timex]{of: schemas.Of[schemas.Timex]},
	}, nil
}

func (f *folderSink) write(result *timeline.Result, share timeline.TextShare) error {
	rows := result.Rows(share)
	if err := f.documents.add(f.dataset.Write, rows.Document); err != nil {
		return err
	}
	if err := f.events.add(f.dataset.Write, rows.Events...); err != nil {
		return err
	}
	if err := f.participants.add(f.dataset.Write, rows.Participants...); err != nil {
		return err
	}
	return f.timexes.add(f.dataset.Write, rows.Timexes...)
}

func (f *folderSink) close() error {
	for _, flush := range []func(func(*schemas.Batch) error) error{f.documents.flush, f.events.flush, f.participants.flush, f.timexes.flush} {
		if err := flush(f.dataset.Write); err != nil {
			return err
		}
	}
	return f.dataset.Commit()
}

func (f *folderSink) abort() { f.dataset.Abort() }

// buffer gathers rows into batches.
type buffer[R any] struct {
	of   func([]R) *schemas.Batch
	rows []R
}

func (b *buffer[R]) add(write func(*schemas.Batch) error, rows ...R) error {
	b.rows = append(b.rows, rows...)
	if len(b.rows) < schemas.BatchRows {
		return nil
	}
	return b.flush(write)
}

func (b *buffer[R]) flush(write func(*schemas.Batch) error) error {
	for first := 0; first < len(b.rows); first += schemas.BatchRows {
		if err := write(b.of(b.rows[first:min(first+schemas.BatchRows, len(b.rows))])); err != nil {
			return err
		}
	}
	b.rows = b.rows[:0]
	return nil
}

// tableSink writes one table to a file or to standard output.
type tableSink struct {
	writer export.Writer
	file   *export.File  // nil on standard output
	stdout *bufio.Writer // nil on a file
}

func newTableSink(p *program, options *extraction, format export.Format) (sink, error) {
	if !slices.Contains(extractedTables, options.table) {
		return nil, usagef("--table %q: there are %s", options.table, strings.Join(extractedTables, ", "))
	}
	table, _ := schemas.Named(options.table)
	s := &tableSink{}
	var out io.Writer
	if options.output == "" || options.output == "-" {
		s.stdout = bufio.NewWriterSize(p.Out, 1<<16)
		out = s.stdout
	} else {
		file, err := export.Create(options.output)
		if err != nil {
			return nil, &coded{exitNothing, err}
		}
		s.file, out = file, file
	}
	var err error
	if s.writer, err = format.New(out, table, options.csv.options()); err != nil {
		s.abort()
		return nil, &coded{exitNothing, err}
	}
	return s.choose(options.table, format.Name == "jsonl"), nil
}

// choose sets which rows are written. Formats that stream (lines) get a document's rows at once; the others whole batches.
func (s *tableSink) choose(table string, streams bool) sink {
	switch table {
	case "documents":
		return &rowSink[schemas.Document]{s, buffer[schemas.Document]{of: schemas.Of[schemas.Document]}, func(r *timeline.Rows) []schemas.Document { return []schemas.Document{r.Document} }, streams}
	case "participants":
		return &rowSink[schemas.Participant]{s, buffer[schemas.Participant]{of: schemas.Of[schemas.Participant]}, func(r *timeline.Rows) []schemas.Participant { return r.Participants }, streams}
	case "timexes":
		return &rowSink[schemas.Timex]{s, buffer[schemas.Timex]{of: schemas.Of[schemas.Timex]}, func(r *timeline.Rows) []schemas.Timex { return r.Timexes }, streams}
	}
	return &rowSink[schemas.Event]{s, buffer[schemas.Event]{of: schemas.Of[schemas.Event]}, func(r *timeline.Rows) []schemas.Event { return r.Events }, streams}
}

func (s *tableSink) abort() {
	if s.file != nil {
		s.file.Abort()
	}
}

// finish ends the format, then the file.
func (s *tableSink) finish() error {
	if err := s.writer.Close(); err != nil {
		return err
	}
	if s.stdout != nil {
		return s.stdout.Flush()
	}
	return s.file.Commit()
}

// rowSink is a tableSink of one kind of row.
type rowSink[R any] struct {
	*tableSink
	buffer  buffer[R]
	of      func(*timeline.Rows) []R
	streams bool
}

func (r *rowSink[R]) write(result *timeline.Result, share timeline.TextShare) error {
	rows := result.Rows(share)
	if err := r.buffer.add(r.writer.Write, r.of(&rows)...); err != nil {
		return err
	}
	if r.streams && r.stdout != nil {
		if err := r.buffer.flush(r.writer.Write); err != nil {
			return err
		}
		return r.stdout.Flush()
	}
	return nil
}

func (r *rowSink[R]) close() error {
	if err := r.buffer.flush(r.writer.Write); err != nil {
		return err
	}
	return r.finish()
}
