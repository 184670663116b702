package export

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/waqai/waqai/schemas"
)

// CSV dialect: UTF-8, RFC 4180 quotes and CRLF, a header, ISO dates, true/false, null as an empty cell. Nested columns are compact JSON. No text
// cell is ever an empty string: it would read back as null.
//
// Formula guard: spreadsheets run cells that begin with = + - @ as formulas. A text cell that begins so, with any number of apostrophes before,
// gets one more apostrophe; reading takes one away. The rule is reversible and on by default.

var csvFormat = Format{
	Name:       "csv",
	Extensions: []string{".csv"},
	About:      "CSV: RFC 4180, ISO dates, nested columns as JSON, formula guard",
	New:        newCSV,
	Read:       readCSV,
}

type csvWriter struct {
	out   *bufio.Writer
	csv   *csv.Writer
	cells []string
	guard bool
}

const byteOrderMark = "\xef\xbb\xbf"

func newCSV(w io.Writer, table *schemas.Table, options Options) (Writer, error) {
	out := bufio.NewWriterSize(w, 1<<16)
	if options.CSVExcel {
		out.WriteString(byteOrderMark)
	}
	c := &csvWriter{out: out, csv: csv.NewWriter(out), cells: make([]string, len(table.Columns)), guard: options.CSVGuard}
	c.csv.UseCRLF = true
	return c, c.csv.Write(table.Header())
}

func (c *csvWriter) Write(batch *schemas.Batch) error {
	for _, row := range batch.Rows {
		for i := range row {
			c.cells[i] = c.cell(&batch.Table.Columns[i], row[i])
		}
		if err := c.csv.Write(c.cells); err != nil {
			return err
		}
	}
	return nil
}

func (c *csvWriter) cell(column *schemas.Column, value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		// a line break alone is kept by the quotes; CR LF would come back as LF, so the CR goes
		v = strings.ReplaceAll(strings.ReplaceAll(v, "\r\n", "\n"), "\x00", "")
		if c.guard {
			return Guard(v)
		}
		return v
	case []schemas.Row:
		return string(appendJSON(nil, column, v))
	}
	return string(AppendScalar(nil, column, value))
}

func (c *csvWriter) Close() error {
	c.csv.Flush()
	if err := c.csv.Error(); err != nil {
		return err
	}
	return c.out.Flush()
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

func readCSV(path string, table *schemas.Table, each func(*schemas.Batch) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	buffered := bufio.NewReader(file)
	if mark, _ := buffered.Peek(3); string(mark) == byteOrderMark {
		buffered.Discard(3)
	}
	reader := csv.NewReader(buffered)
	header, err := reader.Read()
	if err != nil {
		return fmt.Errorf("%s:1: no header: %w", path, err)
	}
	if want := table.Header(); !slices.Equal(header, want) {
		return fmt.Errorf("%s:1: the header is not that of table %s, schema %s", path, table.Name, schemas.Version)
	}
	batch := &schemas.Batch{Table: table}
	for {
		cells, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		row := make(schemas.Row, len(cells))
		for i, cell := range cells {
			if row[i], err = parseCell(&table.Columns[i], cell); err != nil {
				line, _ := reader.FieldPos(i)
				return fmt.Errorf("%s:%d: column %s: %q: %w", path, line, table.Columns[i].Name, cell, err)
			}
		}
		if batch.Rows = append(batch.Rows, row); len(batch.Rows) == schemas.BatchRows {
			if err := each(batch); err != nil {
				return err
			}
			batch.Rows = nil
		}
	}
	if len(batch.Rows) > 0 {
		return each(batch)
	}
	return nil
}

func parseCell(c *schemas.Column, cell string) (any, error) {
	switch {
	case cell == "":
		if !c.Nullable() {
			return nil, errors.New("empty, but the column is never null")
		}
		return nil, nil
	case c.Type == schemas.Structs:
		return parseJSON(c, json.RawMessage(cell))
	case c.Type == schemas.String:
		return Unguard(cell), nil
	}
	return ParseScalar(c, cell)
}
