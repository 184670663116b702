package lang

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// Table is a lexicon: a header, then one entry a line, the word first, features in ASCII behind tabs. Lines that begin with # are comments.
type Table struct {
	Name    string
	Columns []string
	Rows    []Row
}

// Row is one entry with its place, for errors.
type Row struct {
	File  string
	Line  int
	Cells []string
}

// Cell gives a cell, empty where the row is shorter than the header.
func (r Row) Cell(i int) string {
	if i < 0 || i >= len(r.Cells) {
		return ""
	}
	return r.Cells[i]
}

// Errorf names the row's file and line before the message, which should end with the remedy.
func (r Row) Errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", r.File, r.Line, fmt.Errorf(format, args...))
}

// Column gives the index of a column, -1 where there is none.
func (t *Table) Column(name string) int { return slices.Index(t.Columns, name) }

// ParseTable reads the text of a TSV lexicon; file is its name in errors.
func ParseTable(file, data string) (*Table, error) {
	table := &Table{Name: strings.TrimSuffix(path.Base(file), ".tsv")}
	line := 0
	for rest := data; rest != ""; {
		var text string
		text, rest, _ = strings.Cut(rest, "\n")
		line++
		text = strings.TrimSuffix(text, "\r")
		if text == "" || text[0] == '#' {
			continue
		}
		cells := strings.Split(text, "\t")
		if table.Columns == nil {
			table.Columns = cells
			continue
		}
		row := Row{File: file, Line: line, Cells: cells}
		if len(cells) > len(table.Columns) {
			return nil, row.Errorf("%d cells, but the header has %d columns; remove the extra tabs", len(cells), len(table.Columns))
		}
		if cells[0] == "" {
			return nil, row.Errorf("no word in the first column; write one or remove the line")
		}
		table.Rows = append(table.Rows, row)
	}
	if table.Columns == nil {
		return nil, fmt.Errorf("%s:1: no header; begin with the column names, separated by tabs", file)
	}
	return table, nil
}
