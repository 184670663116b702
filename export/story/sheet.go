package story

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"go.yaml.in/yaml/v4"
)

// Record is one row of a desk's file: its cells by the names of the columns, lower case, and where it stands.
type Record struct {
	Cells  map[string]string
	Origin string
}

const (
	mostSheetBytes = 64 << 20 // of a desk's file; a spreadsheet unpacks to no more than ten times this
	mostColumns    = 256
)

// ReadSheet reads a desk's file: csv (comma or semicolon), xlsx (the first sheet that has the column) or yaml (a list of maps).
func ReadSheet(path, column string) ([]Record, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > mostSheetBytes {
		return nil, fmt.Errorf("%s: larger than %d MiB; a desk's file has a row an event", path, mostSheetBytes>>20)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var records []Record
	switch extension := strings.ToLower(filepath.Ext(path)); extension {
	case ".csv":
		records, err = readCSVSheet(path, data, column)
	case ".xlsx":
		records, err = readXLSXSheet(path, data, column)
	case ".yaml", ".yml":
		records, err = readYAMLSheet(path, data)
	default:
		return nil, fmt.Errorf("%s: no reader for %q; use .csv, .xlsx or .yaml", path, extension)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return records, nil
}

func readCSVSheet(path string, data []byte, column string) ([]Record, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(data) {
		return nil, errors.New("not UTF-8; save it as CSV UTF-8 or as xlsx")
	}
	reader := csv.NewReader(bytes.NewReader(data))
	if head, _, _ := bytes.Cut(data, []byte("\n")); bytes.Count(head, []byte(";")) > bytes.Count(head, []byte(",")) {
		reader.Comma = ';'
	}
	reader.FieldsPerRecord = -1
	rows, err := reader.ReadAll()
	if err != nil {
		return nil, err
	}
	return recordsOf(path, "", rows, column)
}

func readXLSXSheet(path string, data []byte, column string) ([]Record, error) {
	file, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: 10 * mostSheetBytes, UnzipXMLSizeLimit: mostSheetBytes})
	if err != nil {
		return nil, err
	}
	defer file.Close()
	for _, sheet := range file.GetSheetList() {
		rows, err := file.GetRows(sheet)
		if err != nil {
			return nil, err
		}
		if records, err := recordsOf(path, sheet, rows, column); err == nil {
			return records, nil
		}
	}
	return nil, fmt.Errorf("no sheet has a column %q in its first row", column)
}

// recordsOf takes the first row for the names of the columns.
func recordsOf(path, sheet string, rows [][]string, column string) ([]Record, error) {
	missing := fmt.Errorf("no column %q in the first row", column)
	if len(rows) == 0 {
		return nil, missing
	}
	found := false
	header := make([]string, min(len(rows[0]), mostColumns))
	for i := range header {
		header[i] = strings.ToLower(strings.TrimSpace(rows[0][i]))
		found = found || header[i] == column
	}
	if !found {
		return nil, missing
	}
	if sheet != "" {
		sheet = " (" + sheet + ")"
	}
	var records []Record
	for number, row := range rows[1:] {
		r := Record{Cells: map[string]string{}, Origin: fmt.Sprintf("%s%s, row %d", path, sheet, number+2)}
		for i, cell := range row[:min(len(row), len(header))] {
			if cell = unguard(strings.TrimSpace(cell)); cell != "" && header[i] != "" {
				r.Cells[header[i]] = cell
			}
		}
		if len(r.Cells) > 0 {
			records = append(records, r)
		}
	}
	return records, nil
}

// unguard takes the apostrophe off that keeps a spreadsheet from running a cell.
func unguard(cell string) string {
	rest := strings.TrimLeft(cell, "'")
	if rest != cell && rest != "" && strings.ContainsRune("=+-@\t\r", rune(rest[0])) {
		return cell[1:]
	}
	return cell
}

func readYAMLSheet(path string, data []byte) ([]Record, error) {
	var list []map[string]any
	if err := yaml.Unmarshal(data, &list); err != nil {
		return nil, err
	}
	records := make([]Record, len(list))
	for i, entry := range list {
		records[i] = Record{Cells: map[string]string{}, Origin: fmt.Sprintf("%s, entry %d", path, i+1)}
		for key, value := range entry {
			text := ""
			switch value := value.(type) {
			case nil:
			case string:
				text = value
			case []any:
				words := make([]string, len(value))
				for k := range value {
					words[k] = fmt.Sprint(value[k])
				}
				text = strings.Join(words, " ")
			case interface{ Format(string) string }: // a date
				text = value.Format("2006-01-02")
			default:
				text = fmt.Sprint(value)
			}
			if text != "" {
				records[i].Cells[strings.ToLower(key)] = text
			}
		}
	}
	return records, nil
}
