package story

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"
)

var docxFormat = Format{
	Name: "docx", Extension: ".docx", About: "document for an article's sidebar: sources as footnotes",
	Write: writeDOCX,
}

const (
	wordNamespace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	xmlHead       = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// The parts of the file that are the same in every document.
var docxParts = []struct{ name, text string }{
	{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
		`<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>`},
	{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
	{"word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>`},
	{"word/styles.xml", `<w:styles ` + wordNamespace + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Arial"/><w:sz w:val="22"/><w:szCs w:val="24"/><w:lang w:val="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:spacing w:after="80"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:rPr><w:b/><w:bCs/><w:sz w:val="36"/><w:szCs w:val="36"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:keepNext/><w:spacing w:before="200" w:after="60"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:bCs/><w:color w:val="0B5D8A"/><w:sz w:val="26"/><w:szCs w:val="28"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:rPr><w:sz w:val="18"/><w:szCs w:val="20"/></w:rPr></w:style>` +
		`<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>`},
}

// docx is a document being written: its body and its footnotes.
type docx struct {
	*writer
	body, notes strings.Builder
	count       int // of footnotes
}

func writeDOCX(out io.Writer, s *Story) error {
	w, err := newWriter(s.Language, s.Options)
	if err != nil {
		return err
	}
	d := &docx{writer: w}
	d.paragraph(&d.body, "Title", w.Right(), run{text: s.Title, right: w.Right()})
	if line := w.storySpan(s); line != "" {
		d.paragraph(&d.body, "", w.Right(), run{text: line, right: w.Right()})
	}
	section := ""
	for i := range s.Entries {
		e := &s.Entries[i]
		when := w.when(e)
		if when.Month != section {
			section = when.Month
			d.paragraph(&d.body, "Heading1", w.Right(), run{text: section, right: w.Right()})
		}
		d.entry(e, strings.Join(append([]string{when.Main}, when.Others...), w.Text("list.comma")))
	}
	archive := zip.NewWriter(out)
	right := ""
	if w.Right() {
		right = "<w:bidi/>"
	}
	parts := append(docxParts[:len(docxParts):len(docxParts)],
		struct{ name, text string }{"word/document.xml", `<w:document ` + wordNamespace + `><w:body>` + d.body.String() + `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>` + right + `</w:sectPr></w:body></w:document>`},
		struct{ name, text string }{"word/footnotes.xml", `<w:footnotes ` + wordNamespace + `><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>` +
			`<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>` + d.notes.String() + `</w:footnotes>`})
	for _, part := range parts {
		// a fixed time: the same story gives the same bytes
		file, err := archive.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(file, xmlHead+part.text); err != nil {
			return err
		}
	}
	return archive.Close()
}

// run is a stretch of text of one direction and weight, or a mark of a footnote.
type run struct {
	text     string
	bold     bool
	right    bool
	note     int // number of a footnote, whose mark this is
	own      bool
	raised   bool
	language string // as BCP 47; empty: that of the document
}

func (d *docx) entry(e *Entry, date string) {
	language := e.Language
	runs := []run{{text: date, bold: true, right: d.Right()}, {text: " — ", right: d.Right()}, {text: e.HeadlineWithoutDate(), right: rightOf(language), language: wordLanguage(language)}}
	if e.Status != "actual" {
		runs = append(runs, run{text: " (" + d.Text(e.statusKey()) + ")", right: d.Right()})
	}
	for k, source := range e.tellings() {
		d.count++
		if k > 0 {
			runs = append(runs, run{text: d.Text("list.comma"), right: d.Right(), raised: true})
		}
		runs = append(runs, run{note: d.count})
		text := publisher(source)
		if day := d.plainDay(source.PublishedDate); day != "" {
			text += d.Text("list.comma") + day
		}
		notes := []run{{note: d.count, own: true}, {text: " " + text, right: d.Right()}}
		if source.Sentence != "" {
			notes = append(notes, run{text: ": «" + shown(source.Sentence) + "»", right: rightOf(source.Language), language: wordLanguage(source.Language)})
		}
		if link := safeLink(source.URL); link != "" {
			notes = append(notes, run{text: " " + link})
		}
		fmt.Fprintf(&d.notes, `<w:footnote w:id="%d">`, d.count)
		d.paragraph(&d.notes, "FootnoteText", d.Right(), notes...)
		d.notes.WriteString(`</w:footnote>`)
	}
	d.paragraph(&d.body, "", d.Right(), runs...)
	for _, c := range e.conflicts() {
		d.paragraph(&d.body, "", d.Right(), run{text: d.Text("ui.conflicts") + " (" + d.Text("conflict."+c.Key) + "): " + c.Text, right: d.Right()})
	}
	for k := range e.Changes {
		d.paragraph(&d.body, "", d.Right(), run{text: d.Text("ui.edited") + ": " + e.Changes[k].text(), right: d.Right()})
	}
}

// wordLanguage is a language's tag with its region, which word processors choose fonts and spelling by.
func wordLanguage(language string) string {
	return map[string]string{"ar": "ar-SA", "fa": "fa-IR", "en": "en-GB"}[language]
}

// rightOf tells the direction of an article's language; of one without labels, left to right.
func rightOf(language string) bool {
	labels, err := LabelsOf(language)
	return err == nil && labels.Right()
}

func (d *docx) paragraph(out *strings.Builder, style string, right bool, runs ...run) {
	out.WriteString("<w:p><w:pPr>")
	if style != "" {
		out.WriteString(`<w:pStyle w:val="` + style + `"/>`)
	}
	if right {
		out.WriteString("<w:bidi/>")
	}
	out.WriteString("</w:pPr>")
	for _, r := range runs {
		out.WriteString("<w:r>")
		switch {
		case r.note > 0 && r.own:
			out.WriteString(`<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/>`)
		case r.note > 0:
			fmt.Fprintf(out, `<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="%d"/>`, r.note)
		default:
			out.WriteString("<w:rPr>")
			if r.bold {
				out.WriteString("<w:b/><w:bCs/>")
			}
			if r.raised {
				out.WriteString(`<w:vertAlign w:val="superscript"/>`)
			}
			if r.right {
				out.WriteString(`<w:rtl/>`)
			}
			if r.language != "" {
				fmt.Fprintf(out, `<w:lang w:val="%[1]s" w:bidi="%[1]s"/>`, r.language)
			}
			out.WriteString(`</w:rPr><w:t xml:space="preserve">`)
			xml.EscapeText(out, []byte(spaced(r.text))) // a Builder does not fail
			out.WriteString("</w:t>")
		}
		out.WriteString("</w:r>")
	}
	out.WriteString("</w:p>")
}

// spaced is plain text that keeps the blank at its ends, which runs need between them.
func spaced(text string) string {
	trimmed := plain(text)
	if strings.HasPrefix(text, " ") {
		trimmed = " " + trimmed
	}
	if strings.HasSuffix(text, " ") {
		trimmed += " "
	}
	return trimmed
}
