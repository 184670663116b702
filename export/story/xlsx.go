package story

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/waqai/waqai/schemas"
)

var xlsxFormat = Format{
	Name: "xlsx", Extension: ".xlsx", About: "spreadsheet: timeline, sources, changes; real dates, right to left where the language is",
	Write: writeXLSX,
}

var checkFormat = Format{
	Name: "check", Extension: "check.xlsx", About: "the sheet to check facts in, read back by --edits: events that nobody has checked yet",
	Write: writeCheck,
}

// Limits of the format.
const (
	mostCell      = 32767 // UTF-16 units
	mostRows      = 1048576
	firstExcelDay = -25508 // 1900-03-01: before it the format counts a day that never was
)

// workbook is a file being written, one sheet after another.
type workbook struct {
	file   *excelize.File
	right  bool
	date   int
	head   int
	wrap   int
	sheets int
}

func newWorkbook(s *Story, labels *Labels) (*workbook, error) {
	b := &workbook{file: excelize.NewFile(), right: labels.Right()}
	const fixed = "2000-01-01T00:00:00Z" // the same bytes on every run
	if err := b.file.SetDocProps(&excelize.DocProperties{Title: clip(plain(s.Title)), Creator: s.Options.Program, Created: fixed, Modified: fixed, Language: s.Language}); err != nil {
		return nil, err
	}
	format := "yyyy-mm-dd"
	var err error
	if b.date, err = b.file.NewStyle(&excelize.Style{CustomNumFmt: &format, Alignment: &excelize.Alignment{Vertical: "top"}}); err != nil {
		return nil, err
	}
	if b.head, err = b.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E6EEF3"}}}); err != nil {
		return nil, err
	}
	b.wrap, err = b.file.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	return b, err
}

// column is a column of a sheet: its name and width.
type column struct {
	name  string
	width float64
}

// sheet writes rows; a cell is a string, a number or a schemas.Null[schemas.Day]. Addresses stay text: a sheet holds few links.
func (b *workbook) sheet(name string, columns []column, rows [][]any) error {
	if len(rows) >= mostRows {
		return fmt.Errorf("sheet %s has %d rows, a spreadsheet holds %d; write .csv or .parquet", name, len(rows), mostRows-1)
	}
	if b.sheets == 0 {
		if err := b.file.SetSheetName("Sheet1", name); err != nil {
			return err
		}
	} else if _, err := b.file.NewSheet(name); err != nil {
		return err
	}
	b.sheets++
	if err := b.file.SetSheetView(name, 0, &excelize.ViewOptions{RightToLeft: &b.right}); err != nil {
		return err
	}
	stream, err := b.file.NewStreamWriter(name)
	if err != nil {
		return err
	}
	for i, c := range columns {
		if err := stream.SetColWidth(i+1, i+1, c.width); err != nil {
			return err
		}
	}
	if err := stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	head := make([]any, len(columns))
	for i, c := range columns {
		head[i] = excelize.Cell{StyleID: b.head, Value: c.name}
	}
	if err := stream.SetRow("A1", head); err != nil {
		return err
	}
	for number, row := range rows {
		cells := make([]any, len(row))
		for i, value := range row {
			cells[i] = b.cell(value)
		}
		at, err := excelize.CoordinatesToCellName(1, number+2)
		if err != nil {
			return err
		}
		if err := stream.SetRow(at, cells); err != nil {
			return err
		}
	}
	if err := stream.Flush(); err != nil {
		return err
	}
	last, err := excelize.CoordinatesToCellName(len(columns), len(rows)+1)
	if err != nil {
		return err
	}
	return b.file.AutoFilter(name, "A1:"+last, nil)
}

// cell makes a value a cell. Text is written as text: never a formula, whatever it begins with.
func (b *workbook) cell(value any) excelize.Cell {
	switch value := value.(type) {
	case string:
		if value == "" {
			return excelize.Cell{StyleID: b.wrap}
		}
		return excelize.Cell{StyleID: b.wrap, Value: clip(cellText(value))}
	case schemas.Null[schemas.Day]:
		switch {
		case !value.Known:
			return excelize.Cell{StyleID: b.date}
		case value.Value < firstExcelDay:
			return excelize.Cell{StyleID: b.wrap, Value: utc(value.Value).Format(time.DateOnly)}
		}
		return excelize.Cell{StyleID: b.date, Value: utc(value.Value)}
	}
	return excelize.Cell{StyleID: b.wrap, Value: value}
}

// cellText drops what XML cannot hold.
func cellText(text string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\n' && r != '\t' || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, shown(text))
}

// clip cuts a text to what a cell holds.
func clip(text string) string {
	units := 0
	for i, r := range text {
		if units++; r > 0xffff {
			units++
		}
		if units > mostCell-1 {
			return text[:i] + "…"
		}
	}
	return text
}

// write ends the file. The library packs its parts in the order of a map, so they are packed again in the order of their names.
func (b *workbook) write(out io.Writer) error {
	defer b.file.Close()
	b.file.SetActiveSheet(0)
	packed, err := b.file.WriteToBuffer()
	if err != nil {
		return err
	}
	reader, err := zip.NewReader(bytes.NewReader(packed.Bytes()), int64(packed.Len()))
	if err != nil {
		return err
	}
	slices.SortFunc(reader.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) }) // [Content_Types].xml comes first
	archive := zip.NewWriter(out)
	for _, part := range reader.File {
		if err := repack(archive, part); err != nil {
			return err
		}
	}
	return archive.Close()
}

func repack(archive *zip.Writer, part *zip.File) error {
	from, err := part.Open()
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := archive.CreateHeader(&zip.FileHeader{Name: part.Name, Method: zip.Deflate, Modified: time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	return err
}

// writeXLSX writes the sheets timeline, mentions, sources, changes, and columns, which says what each column means.
func writeXLSX(out io.Writer, s *Story) error {
	w, err := newWriter(s.Language, s.Options)
	if err != nil {
		return err
	}
	b, err := newWorkbook(s, w.Labels)
	if err != nil {
		return err
	}
	label := func(name string, width float64) column { return column{w.Text("column." + name), width} }
	var rows, mentions, changes [][]any
	for i := range s.Entries {
		e := &s.Entries[i]
		rows = append(rows, []any{
			e.DateStart, e.DateEnd, e.EDTF, w.when(e).Main, w.Text("kind." + e.Kind), w.Text(e.statusKey()), e.HeadlineWithoutDate(), e.Actor, e.Counterpart, e.Place,
			int(e.NPublishers), conflictLines(e, w), e.Notes, float64(int(e.Confidence*100+0.5)) / 100, e.TimelineID,
		})
		for k := range e.Sources {
			source := &e.Sources[k]
			mentions = append(mentions, []any{
				e.TimelineID, e.DateStart, e.HeadlineWithoutDate(), publisher(source), source.PublishedDate, source.Title, source.Sentence, source.Source, safeLink(source.URL), source.DocumentID,
			})
		}
		for k := range e.Changes {
			c := &e.Changes[k]
			changes = append(changes, []any{e.TimelineID, c.Field, c.Before, c.After, c.Reason, c.By, c.Date})
		}
	}
	for _, sheet := range []struct {
		name    string
		columns []column
		rows    [][]any
	}{
		{"ui.timeline", []column{
			label("date", 12), label("end", 12), label("edtf", 14), label("shown", 28), label("kind", 14), label("status", 14), label("what", 60), label("who", 26),
			label("with", 26), label("where", 18), label("publishers", 11), label("conflicts", 30), label("notes", 24), label("confidence", 11), label("id", 26),
		}, rows},
		{"ui.mentions", []column{
			label("id", 26), label("date", 12), label("what", 40), label("publisher", 22), label("published", 12), label("title", 36), label("sentence", 70), label("speaker", 24), label("url", 40), label("document", 22),
		}, mentions},
		{"ui.sources", []column{
			label("document", 22), label("publisher", 22), label("published", 12), label("title", 50), label("url", 50), label("events", 11),
		}, sourceRows(s)},
		{"ui.changelog", []column{{"id", 26}, {"field", 14}, {"before", 30}, {"after", 30}, {"reason", 30}, {"by", 14}, {"date", 12}}, changes},
		{"ui.columns", []column{label("column", 20), {"timeline", 18}, label("meaning", 90)}, columnRows(w)},
	} {
		if err := b.sheet(sheetName(w.Text(sheet.name)), sheet.columns, sheet.rows); err != nil {
			return err
		}
	}
	return b.write(out)
}

// sourceRows is a row a document, in order of publication, with how many events it tells of.
func sourceRows(s *Story) [][]any {
	events := map[string]int{}
	var documents []*schemas.TimelineSource
	for i := range s.Entries {
		own := map[string]bool{}
		for k := range s.Entries[i].Sources {
			source := &s.Entries[i].Sources[k]
			if own[source.DocumentID] {
				continue
			}
			own[source.DocumentID] = true
			if events[source.DocumentID] == 0 {
				documents = append(documents, source)
			}
			events[source.DocumentID]++
		}
	}
	slices.SortStableFunc(documents, func(a, b *schemas.TimelineSource) int {
		return cmp.Or(cmp.Compare(a.PublishedDate.Value, b.PublishedDate.Value), strings.Compare(a.DocumentID, b.DocumentID))
	})
	rows := make([][]any, len(documents))
	for i, d := range documents {
		rows[i] = []any{d.DocumentID, publisher(d), d.PublishedDate, d.Title, safeLink(d.URL), events[d.DocumentID]}
	}
	return rows
}

// sheetColumns are the columns of the first sheet and those of the timeline table that they show.
var sheetColumns = [][2]string{
	{"date", "date_start"},
	{"end", "date_end"},
	{"edtf", "edtf"},
	{"kind", "kind"},
	{"status", "status"},
	{"what", "headline"},
	{"who", "actor"},
	{"with", "counterpart"},
	{"where", "place"},
	{"publishers", "n_publishers"},
	{"conflicts", "conflicts"},
	{"notes", "notes"},
	{"confidence", "confidence"},
	{"id", "timeline_id"},
}

func columnRows(w *writer) [][]any {
	var rows [][]any
	for _, c := range sheetColumns {
		if at := schemas.Timelines.Field(c[1]); at >= 0 {
			rows = append(rows, []any{w.Text("column." + c[0]), c[1], schemas.Timelines.Fields[at].Doc})
		}
	}
	return rows
}

// sheetName is a label that a sheet may be called by.
func sheetName(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) {
			return ' '
		}
		return r
	}, name)
	if runes := []rune(name); len(runes) > 31 {
		return string(runes[:31])
	}
	return name
}

func conflictLines(e *Entry, w *writer) string {
	var lines []string
	for _, c := range e.conflicts() {
		lines = append(lines, w.Text("conflict."+c.Key)+": "+c.Text)
	}
	return strings.Join(lines, "\n")
}

// writeCheck writes the sheet that --edits reads: a row an event that has no verdict yet, the desk's columns first, under the names that they are read by.
func writeCheck(out io.Writer, s *Story) error {
	w, err := newWriter(s.Language, s.Options)
	if err != nil {
		return err
	}
	b, err := newWorkbook(s, w.Labels)
	if err != nil {
		return err
	}
	var rows [][]any
	for i := range s.Entries {
		e := &s.Entries[i]
		if e.Verdict != "" {
			continue
		}
		var sentences, links []string
		for _, source := range e.tellings() {
			sentences = append(sentences, publisher(source)+": "+source.Sentence)
			if link := safeLink(source.URL); link != "" {
				links = append(links, link)
			}
		}
		rows = append(rows, []any{
			e.TimelineID, "", "", "", "", "", "", "", w.when(e).Main, e.HeadlineWithoutDate(), w.Text(e.statusKey()), int(e.NPublishers), conflictLines(e, w),
			strings.Join(sentences, "\n"), strings.Join(links, "\n"),
		})
	}
	label := func(name string, width float64) column { return column{w.Text("column." + name), width} }
	columns := []column{{"id", 24}, {"action", 12}, {"field", 12}, {"value", 26}, {"reason", 26}, {"by", 12}, {"date", 12}, {"verdict", 12}}
	columns = append(columns, label("shown", 26), label("what", 50), label("status", 14), label("publishers", 11), label("conflicts", 30), label("sentence", 80), label("url", 40))
	if err := b.sheet("check", columns, rows); err != nil {
		return err
	}
	return b.write(out)
}
