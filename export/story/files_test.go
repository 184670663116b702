package story

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func written(t testing.TB, format Format, s *Story) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := format.Write(&out, s); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestSpreadsheet reads the sheets back: every sheet from right to left, its header frozen, days as days, no formula and no link.
func TestSpreadsheet(t *testing.T) {
	for name, s := range map[string]*Story{"example": example(t), "hostile": hostileStory(t)} {
		for _, format := range []Format{xlsxFormat, checkFormat} {
			file, err := excelize.OpenReader(bytes.NewReader(written(t, format, s)))
			if err != nil {
				t.Fatal(err)
			}
			for _, sheet := range file.GetSheetList() {
				view, err := file.GetSheetView(sheet, 0)
				if err != nil || view.RightToLeft == nil || !*view.RightToLeft {
					t.Errorf("%s %s: sheet %s does not run from right to left (%v)", name, format.Name, sheet, err)
				}
				if panes, err := file.GetPanes(sheet); err != nil || !panes.Freeze || panes.YSplit != 1 {
					t.Errorf("%s %s: sheet %s: the header is not frozen (%v)", name, format.Name, sheet, err)
				}
				rows, err := file.GetRows(sheet)
				if err != nil {
					t.Fatal(err)
				}
				for y := range rows {
					for x := range rows[y] {
						at, _ := excelize.CoordinatesToCellName(x+1, y+1)
						if formula, _ := file.GetCellFormula(sheet, at); formula != "" {
							t.Errorf("%s: a formula at %s!%s: %q", name, sheet, at, formula)
						}
						if linked, _, _ := file.GetCellHyperLink(sheet, at); linked {
							t.Errorf("%s: a link at %s!%s", name, sheet, at)
						}
						if units := len([]rune(rows[y][x])); units > mostCell {
							t.Errorf("%s: %d characters at %s!%s", name, units, sheet, at)
						}
					}
				}
			}
			if err := file.Close(); err != nil {
				t.Error(err)
			}
		}
	}
	file, err := excelize.OpenReader(bytes.NewReader(written(t, xlsxFormat, example(t))))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	sheets := file.GetSheetList()
	if len(sheets) != 5 {
		t.Fatalf("sheets %q, want timeline, mentions, sources, changes, columns", sheets)
	}
	if got, _ := file.GetCellValue(sheets[0], "A2"); got != "2024-03-05" {
		t.Errorf("the first day reads %q", got)
	}
	if raw, _ := file.GetCellValue(sheets[0], "A2", excelize.Options{RawCellValue: true}); raw != "45356" {
		t.Errorf("the first day is %q, want a number of days", raw)
	}
	if got, _ := file.GetCellValue(sheets[3], "D2"); got != "new" {
		t.Errorf("the change log has %q", got)
	}
	for i, least := range []int{5, 5, 5, 2, 10} {
		if rows, _ := file.GetRows(sheets[i]); len(rows) < least {
			t.Errorf("sheet %s has %d rows, want %d at least", sheets[i], len(rows), least)
		}
	}
}

// TestDocument reads the parts of the document as XML: footnotes that the text refers to are there, paragraphs run from right to left.
func TestDocument(t *testing.T) {
	for name, s := range map[string]*Story{"example": example(t), "hostile": hostileStory(t)} {
		data := written(t, docxFormat, s)
		archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		referred, there := []string{}, []string{}
		right, paragraphs := 0, 0
		for _, part := range archive.File {
			in, err := part.Open()
			if err != nil {
				t.Fatal(err)
			}
			decoder := xml.NewDecoder(in)
			for {
				token, err := decoder.Token()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Fatalf("%s: %s: %v", name, part.Name, err)
				}
				element, starts := token.(xml.StartElement)
				if !starts {
					continue
				}
				switch element.Name.Local {
				case "footnoteReference":
					referred = append(referred, element.Attr[0].Value)
				case "footnote":
					for _, a := range element.Attr {
						if a.Name.Local == "id" && a.Value != "-1" && a.Value != "0" {
							there = append(there, a.Value)
						}
					}
				case "p":
					if part.Name == "word/document.xml" {
						paragraphs++
					}
				case "bidi":
					if part.Name == "word/document.xml" {
						right++
					}
				}
			}
		}
		if !slices.Equal(referred, there) || len(there) == 0 {
			t.Errorf("%s: footnotes %v, referred to %v", name, there, referred)
		}
		if right < paragraphs {
			t.Errorf("%s: %d of %d paragraphs run from right to left", name, right, paragraphs)
		}
	}
}

// TestPicture reads the picture as XML.
func TestPicture(t *testing.T) {
	decoder := xml.NewDecoder(bytes.NewReader(written(t, svgFormat, hostileStory(t))))
	names := map[string]int{}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if element, starts := token.(xml.StartElement); starts {
			names[element.Name.Local]++
		}
	}
	if names["script"]+names["img"]+names["foreignObject"] > 0 || names["text"] < 10 || names["title"] != 1 || names["desc"] != 1 {
		t.Errorf("elements %v", names)
	}
}

func TestMarkdownEscapes(t *testing.T) {
	text := strings.ReplaceAll(string(written(t, markdownFormat, hostileStory(t))), `\]`, "")
	for _, bad := range []string{"<script", "<img", "](javascript", "\u202e", "\n# a\u2028"} {
		if strings.Contains(text, bad) {
			t.Errorf("the text has %q", bad)
		}
	}
	if strings.Count(text, "[^1]") != 2 {
		t.Error("a note is not both referred to and there, once")
	}
}

// TestTimelineJS checks what TimelineJS drops or mistakes silently.
func TestTimelineJS(t *testing.T) {
	var all timelineJS
	if err := json.Unmarshal(written(t, timelineJSFormat, hostileStory(t)), &all); err != nil {
		t.Fatal(err)
	}
	for _, slide := range all.Events {
		if slide.ID == "" || slide.Autolink || slide.Start == nil || slide.DisplayDate == "" || slide.Group == "" {
			t.Errorf("slide %+v", slide)
		}
		if slide.End != nil && (slide.End.Hour == nil) != (slide.Start.Hour == nil) {
			t.Errorf("%s: start and end have other fields, the end would be dropped", slide.ID)
		}
		for _, text := range []string{slide.Text.Headline, slide.Text.Text} {
			if strings.Contains(text, "<script") || strings.Contains(text, "<img") || strings.Contains(text, `href="javascript`) {
				t.Errorf("%s: %q", slide.ID, text)
			}
		}
	}
	if first := all.Events[0]; *first.Start.Hour != 9 || *first.End.Hour != 10 {
		t.Errorf("hours %+v %+v", first.Start, first.End)
	}
}

func TestEachArticleShowsItsOwnWordsOfTheDate(t *testing.T) {
	s := example(t)
	s.Entries[0].Sources[1].Sentence, s.Entries[0].Sources[1].DateText = "التقى سامر الخطيب ليلى منصور في 5 آذار.", "5 آذار"
	page := string(written(t, htmlFormat, s))
	for _, want := range []string{`<mark class="d">الثلاثاء</mark>`, `<mark class="d">5 آذار</mark>`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not have %s", want)
		}
	}
}

func TestSourcesStandOnce(t *testing.T) {
	s := example(t)
	again := s.Entries[0].Sources[0]
	again.EventID, again.SpanStart, again.SpanEnd = "e_again", 6, 10
	s.Entries[0].Sources = append(s.Entries[0].Sources, again)
	if n := len(s.Entries[0].tellings()); n != 2 {
		t.Errorf("%d sentences, want 2", n)
	}
	page := string(written(t, htmlFormat, s))
	const both = `<mark>التقى</mark> <mark>سامر</mark>`
	if !strings.Contains(page, both) {
		t.Error("a sentence of two mentions does not stand once with two marks")
	}
}
