package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/waqai/waqai/schemas"
)

var jsonlFormat = Format{
	Name:       "jsonl",
	Extensions: []string{".jsonl", ".ndjson"},
	MediaType:  "application/jsonl",
	Text:       true,
	About:      "one JSON object a line, in the order of the columns",
	New: func(w io.Writer, table *schemas.Table, _ Options) (Writer, error) {
		return &jsonlWriter{out: w, table: table}, nil
	},
	Read: readJSONL,
}

type jsonlWriter struct {
	out   io.Writer
	table *schemas.Table
	lines []byte
}

func (j *jsonlWriter) Write(batch *schemas.Batch) error {
	if err := batch.Check(); err != nil {
		return err
	}
	j.lines = j.lines[:0]
	for i := range batch.Len() {
		j.lines = appendObject(j.lines, j.table.Fields, batch.At(i))
		j.lines = append(j.lines, '\n')
	}
	_, err := j.out.Write(j.lines)
	return err
}

func (j *jsonlWriter) Close() error { return nil }

func appendObject(out []byte, fields []schemas.Field, row any) []byte {
	out = append(out, '{')
	for i := range fields {
		if i > 0 {
			out = append(out, ',')
		}
		out = appendJSONString(out, fields[i].Name)
		out = append(out, ':')
		out = appendJSON(out, &fields[i], row)
	}
	return append(out, '}')
}

func appendJSON(out []byte, f *schemas.Field, row any) []byte {
	if f.Type == schemas.Structs {
		out = append(out, '[')
		for i := range f.Len(row) {
			if i > 0 {
				out = append(out, ',')
			}
			out = appendObject(out, f.Elements, f.Element(row, i))
		}
		return append(out, ']')
	}
	value := f.Get(row)
	switch {
	case !value.Known:
		return append(out, "null"...)
	case f.Type == schemas.String:
		return appendJSONString(out, value.Text)
	case f.Type == schemas.Date || f.Type == schemas.UTC || f.Type == schemas.Clock:
		out = append(out, '"')
		out = AppendText(out, f.Type, value)
		return append(out, '"')
	}
	return AppendText(out, f.Type, value)
}

const hexadecimal = "0123456789abcdef"

// appendJSONString quotes a string. Control characters, DEL, the C1 controls and the line separators are escaped: a line stays a line for every
// reader, and a terminal that shows it obeys nothing in it.
func appendJSONString(out []byte, s string) []byte {
	out = append(out, '"')
	clean := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= 0x20 && c < 0x7f && c != '"' && c != '\\' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r >= 0xa0 && r != '\u2028' && r != '\u2029' {
			i += size
			continue
		}
		out = append(out, s[clean:i]...)
		switch r {
		case '"', '\\':
			out = append(out, '\\', c)
		case '\n':
			out = append(out, '\\', 'n')
		case '\r':
			out = append(out, '\\', 'r')
		case '\t':
			out = append(out, '\\', 't')
		default:
			out = append(out, '\\', 'u', hexadecimal[r>>12&15], hexadecimal[r>>8&15], hexadecimal[r>>4&15], hexadecimal[r&15])
		}
		i += size
		clean = i
	}
	out = append(out, s[clean:]...)
	return append(out, '"')
}

// parseJSON reads what appendJSON writes, into the row.
func parseJSON(f *schemas.Field, raw json.RawMessage, row any) error {
	null := string(raw) == "null"
	switch {
	case null && !f.Nullable():
		return errors.New("null, but the column is never null")
	case null:
		return nil
	case f.Type == schemas.Structs:
		var objects []json.RawMessage
		if err := json.Unmarshal(raw, &objects); err != nil {
			return err
		}
		f.Resize(row, len(objects))
		for i, object := range objects {
			if err := parseObject(f.Elements, object, f.Element(row, i)); err != nil {
				return fmt.Errorf("[%d]: %w", i, err)
			}
		}
		return nil
	}
	text := string(raw)
	switch f.Type {
	case schemas.String, schemas.Date, schemas.UTC, schemas.Clock:
		if err := json.Unmarshal(raw, &text); err != nil {
			return err
		}
	}
	value, err := ParseText(f.Type, text)
	if err != nil {
		return err
	}
	if f.Type == schemas.String && text == "" {
		return errors.New("empty text; null is what is absent")
	}
	f.Set(row, value)
	return nil
}

func parseObject(fields []schemas.Field, data []byte, row any) error {
	var values map[string]json.RawMessage
	if err := json.Unmarshal(data, &values); err != nil {
		return err
	}
	for i := range fields {
		raw, present := values[fields[i].Name]
		if !present {
			if fields[i].Nullable() {
				continue
			}
			return fmt.Errorf("no field %q", fields[i].Name)
		}
		if err := parseJSON(&fields[i], raw, row); err != nil {
			return fmt.Errorf("field %q: %w", fields[i].Name, err)
		}
	}
	return nil
}

func readJSONL(source Source, table *schemas.Table, _ Options, each func(*schemas.Batch) error) error {
	reader := bufio.NewReaderSize(source, 1<<16)
	filling := newFilling(table, each)
	for line := 1; ; line++ {
		data, err := reader.ReadBytes('\n')
		if len(bytes.TrimSpace(data)) > 0 {
			row, failed := filling.row()
			if failed != nil {
				return failed
			}
			if !utf8.Valid(data) {
				return fmt.Errorf("line %d: not UTF-8", line)
			}
			if failed := parseObject(table.Fields, data, row); failed != nil {
				return fmt.Errorf("line %d: %w", line, failed)
			}
		}
		if errors.Is(err, io.EOF) {
			return filling.flush()
		}
		if err != nil {
			return err
		}
	}
}

// filling collects rows that are read one by one into batches.
type filling struct {
	table *schemas.Table
	each  func(*schemas.Batch) error
	batch *schemas.Batch
	used  int
}

func newFilling(table *schemas.Table, each func(*schemas.Batch) error) *filling {
	return &filling{table: table, each: each}
}

// row is the next empty row.
func (f *filling) row() (any, error) {
	if f.batch != nil && f.used == f.batch.Len() {
		if err := f.flush(); err != nil {
			return nil, err
		}
	}
	if f.batch == nil {
		f.batch, f.used = f.table.Empty(schemas.BatchRows), 0
	}
	f.used++
	return f.batch.At(f.used - 1), nil
}

func (f *filling) flush() error {
	if f.batch == nil {
		return nil
	}
	batch := f.batch
	f.batch = nil
	batch.Truncate(f.used)
	return f.each(batch)
}
