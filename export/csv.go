package export

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/waqai/waqai/schemas"
)

// CSV dialect: UTF-8, RFC 4180 quotes and CRLF, a header, ISO dates, true/false, null as an empty cell. Nested columns are compact JSON. No cell
// is ever an empty text: many readers take "" for null too.
//
// Formula guard: spreadsheets run cells that begin with = + - @ as formulas. A text cell that begins so, with any number of apostrophes before,
// gets one more apostrophe; reading takes one away. The rule is reversible and on by default. Numbers and dates are never guarded.

var csvFormat = Format{
	Name:       "csv",
	Extensions: []string{".csv"},
	MediaType:  "text/csv",
	Text:       true,
	About:      "CSV: RFC 4180, ISO dates, nested columns as JSON, formula guard",
	New:        newCSV,
	Read:       readCSV,
}

const byteOrderMark = "\xef\xbb\xbf"

type csvWriter struct {
	out   io.Writer
	table *schemas.Table
	guard bool
	lines []byte
	cell  []byte
}

func newCSV(w io.Writer, table *schemas.Table, options Options) (Writer, error) {
	c := &csvWriter{out: w, table: table, guard: !options.CSVUnguarded}
	if options.CSVExcel {
		c.lines = append(c.lines, byteOrderMark...)
	}
	c.lines = append(append(c.lines, strings.Join(table.Header(), ",")...), '\r', '\n')
	_, err := w.Write(c.lines)
	return c, err
}

func (c *csvWriter) Write(batch *schemas.Batch) error {
	if err := batch.Check(); err != nil {
		return err
	}
	c.lines = c.lines[:0]
	for i := range batch.Len() {
		row := batch.At(i)
		for k := range c.table.Fields {
			if k > 0 {
				c.lines = append(c.lines, ',')
			}
			c.appendCell(&c.table.Fields[k], row)
		}
		c.lines = append(c.lines, '\r', '\n')
	}
	_, err := c.out.Write(c.lines)
	return err
}

func (c *csvWriter) Close() error { return nil }

func (c *csvWriter) appendCell(f *schemas.Field, row any) {
	if f.Type == schemas.Structs {
		c.cell = appendJSON(c.cell[:0], f, row)
		c.lines = appendQuoted(c.lines, string(c.cell))
		return
	}
	value := f.Get(row)
	switch {
	case !value.Known:
	case f.Type != schemas.String:
		c.lines = AppendText(c.lines, f.Type, value)
	case c.guard:
		c.lines = appendQuoted(c.lines, Guard(value.Text))
	default:
		c.lines = appendQuoted(c.lines, value.Text)
	}
}

// appendQuoted writes a cell, in quotes where its content asks for them. Blanks at the ends do too: some readers trim bare cells.
func appendQuoted(out []byte, cell string) []byte {
	first, last := cell[0], cell[len(cell)-1]
	if !strings.ContainsAny(cell, "\",\r\n") && first > ' ' && last > ' ' && cell != `\.` && !strings.HasPrefix(cell, byteOrderMark) {
		return append(out, cell...)
	}
	out = append(out, '"')
	for {
		before, after, found := strings.Cut(cell, `"`)
		out = append(out, before...)
		if !found {
			return append(out, '"')
		}
		out = append(out, '"', '"')
		cell = after
	}
}

// Guard adds an apostrophe to a cell that a spreadsheet could take for a formula.
func Guard(cell string) string {
	if formula(strings.TrimLeft(cell, "'")) {
		return "'" + cell
	}
	return cell
}

// Unguard takes the apostrophe away again.
func Unguard(cell string) string {
	if rest, guarded := strings.CutPrefix(cell, "'"); guarded && formula(strings.TrimLeft(rest, "'")) {
		return rest
	}
	return cell
}

func formula(cell string) bool { return cell != "" && strings.IndexByte("=+-@\t\r", cell[0]) >= 0 }

func readCSV(source Source, table *schemas.Table, options Options, each func(*schemas.Batch) error) error {
	reader := &csvReader{in: bufio.NewReaderSize(source, 1<<16), line: 1}
	if mark, _ := reader.in.Peek(len(byteOrderMark)); string(mark) == byteOrderMark {
		_, _ = reader.in.Discard(len(byteOrderMark))
	}
	header, err := reader.record()
	if err != nil {
		return fmt.Errorf("line 1: no header: %w", err)
	}
	columns, err := columnsOf(table, header)
	if err != nil {
		return fmt.Errorf("line 1: %w", err)
	}
	filling := newFilling(table, each)
	for {
		line := reader.line
		cells, err := reader.record()
		if errors.Is(err, io.EOF) {
			return filling.flush()
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", line, err)
		}
		if len(cells) != len(columns) {
			return fmt.Errorf("line %d: %d cells, but the header has %d", line, len(cells), len(columns))
		}
		row, err := filling.row()
		if err != nil {
			return err
		}
		for i, f := range columns {
			if f == nil {
				continue
			}
			if err := parseCell(f, cells[i], row, !options.CSVUnguarded); err != nil {
				return fmt.Errorf("line %d: column %s: %q: %w", line, f.Name, cells[i], err)
			}
		}
	}
}

// columnsOf finds the field of each cell by the header; nil for a column that this version does not know.
func columnsOf(table *schemas.Table, header []string) ([]*schemas.Field, error) {
	columns := make([]*schemas.Field, len(header))
	for i, name := range header {
		if at := table.Field(name); at >= 0 {
			columns[i] = &table.Fields[at]
		}
	}
	for i := range table.Fields {
		f := &table.Fields[i]
		count := 0
		for _, c := range columns {
			if c == f {
				count++
			}
		}
		if count > 1 || count == 0 && !f.Nullable() {
			return nil, fmt.Errorf("%d columns named %q: not table %s of schema %s", count, f.Name, table.Name, schemas.Version)
		}
	}
	return slices.Clip(columns), nil
}

func parseCell(f *schemas.Field, cell string, row any, guarded bool) error {
	switch {
	case cell == "" && !f.Nullable():
		return errors.New("empty, but the column is never null")
	case cell == "":
		return nil
	case !utf8.ValidString(cell):
		return errors.New("not UTF-8")
	case f.Type == schemas.Structs:
		return parseJSON(f, json.RawMessage(cell), row)
	case f.Type == schemas.String && guarded:
		cell = Unguard(cell)
	}
	value, err := ParseText(f.Type, cell)
	if err != nil {
		return err
	}
	f.Set(row, value)
	return nil
}

// csvReader splits records. The standard library's turns CRLF inside quotes into LF and so cannot give back what was written.
type csvReader struct {
	in    *bufio.Reader
	line  int
	cells []string
	cell  []byte
}

// record is the next record; the slice is good until the next call. io.EOF tells the end.
func (c *csvReader) record() ([]string, error) {
	c.cells, c.cell = c.cells[:0], c.cell[:0]
	if _, err := c.in.Peek(1); err != nil {
		return nil, err
	}
	for {
		b, err := c.in.ReadByte()
		switch {
		case errors.Is(err, io.EOF):
			return c.end(), nil
		case err != nil:
			return nil, err
		case b == '"' && len(c.cell) == 0:
			ended, err := c.quoted()
			if err != nil || ended {
				return c.cells, err
			}
		case b == '"':
			return nil, errors.New("a quote inside a bare cell")
		case b == ',':
			c.take()
		case b == '\n':
			c.line++
			return c.end(), nil
		case b == '\r':
			if next, _ := c.in.Peek(1); len(next) == 1 && next[0] != '\n' {
				return nil, errors.New("a bare carriage return")
			}
		default:
			c.cell = append(c.cell, b)
		}
	}
}

// quoted reads a quoted cell, its opening quote read, and what ends it; ended tells that the record ends there too.
func (c *csvReader) quoted() (ended bool, err error) {
	for {
		b, err := c.in.ReadByte()
		if err != nil {
			return false, errors.New("a quoted cell has no end")
		}
		if b == '\n' {
			c.line++
		}
		if b != '"' {
			c.cell = append(c.cell, b)
			continue
		}
		b, err = c.in.ReadByte()
		switch {
		case err != nil: // the file ends behind the quote
			c.take()
			return true, nil
		case b == '"':
			c.cell = append(c.cell, '"')
		case b == ',':
			c.take()
			return false, nil
		case b == '\n':
			c.line++
			c.take()
			return true, nil
		case b == '\r':
			if next, _ := c.in.Peek(1); len(next) == 1 && next[0] == '\n' {
				return true, c.finishLine()
			}
			return false, errors.New("a bare carriage return")
		default:
			return false, errors.New("text behind a closing quote")
		}
	}
}

func (c *csvReader) finishLine() error {
	_, err := c.in.ReadByte()
	c.line++
	c.take()
	return err
}

func (c *csvReader) take() {
	c.cells = append(c.cells, string(c.cell))
	c.cell = c.cell[:0]
}

func (c *csvReader) end() []string {
	c.take()
	return c.cells
}
