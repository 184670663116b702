package story

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"strings"
)

var svgFormat = Format{
	Name: "svg", Extension: ".svg", About: "picture: text stays text, right to left where the language is",
	Write: writeSVG,
}

// Measures of the picture, in its own units.
const (
	svgWidth    = 900
	svgMargin   = 40
	svgLine     = 24
	svgLetters  = 72 // of a line of headline
	mostLines   = 3  // of a headline
	mostEntries = 500
)

// writeSVG draws the events down a line. Letters are left to the viewer's fonts, which shape Arabic; no text is drawn as outlines.
func writeSVG(out io.Writer, s *Story) error {
	w, err := newWriter(s.Language, s.Options)
	if err != nil {
		return err
	}
	entries := s.Entries
	if len(entries) > mostEntries {
		return fmt.Errorf("%d events do not fit a picture, %d do; choose with --kind, --from, --min-sources", len(entries), mostEntries)
	}
	var body strings.Builder
	x, textX := svgMargin, svgMargin+28
	if w.Right() {
		x, textX = svgWidth-svgMargin, svgWidth-svgMargin-28
	}
	y := svgMargin + 20
	line := func(right bool, size int, weight, fill, text string) {
		direction, anchor := "ltr", "start"
		if right {
			direction = "rtl"
		}
		if right != w.Right() {
			anchor = "end" // a line of the other direction ends where the others begin
		}
		fmt.Fprintf(&body, `<text x="%d" y="%d" font-size="%d" font-weight="%s" fill="%s" direction="%s" text-anchor="%s">%s</text>`+"\n",
			textX, y, size, weight, fill, direction, anchor, html.EscapeString(text))
		y += svgLine
	}
	line(w.Right(), 24, "700", "#1b1b1f", plain(s.Title))
	top := y
	for i := range entries {
		e := &entries[i]
		y += 10
		drawShape(&body, shape(e), e.Status, x, y-5)
		date := strings.Join(append([]string{w.when(e).Main}, w.when(e).Others...), " · ")
		if e.Status != "actual" {
			date += " · " + w.Text(e.statusKey())
		}
		line(w.Right(), 15, "600", "#0b5d8a", plain(date))
		for _, text := range wrap(plain(e.HeadlineWithoutDate())) {
			line(rightOf(e.Language), 17, "400", "#1b1b1f", text)
		}
	}
	height := y + svgMargin
	b := bufio.NewWriter(out)
	fmt.Fprintf(b, `<svg xmlns="http://www.w3.org/2000/svg" width="%[1]d" height="%[2]d" viewBox="0 0 %[1]d %[2]d" role="img" aria-labelledby="title desc" xml:lang="%[3]s" font-family="'Noto Naskh Arabic','Noto Sans Arabic','Segoe UI',Tahoma,sans-serif">`+"\n", svgWidth, height, s.Language)
	fmt.Fprintf(b, "<title id=\"title\">%s</title>\n<desc id=\"desc\">%s</desc>\n", html.EscapeString(plain(s.Title)), html.EscapeString(w.count("n.events", len(entries), w.digits)+" · "+w.storySpan(s)))
	fmt.Fprintf(b, `<rect width="%d" height="%d" fill="#fff"/><line x1="%d" y1="%d" x2="%d" y2="%d" stroke="#b8bac4" stroke-width="2"/>`+"\n", svgWidth, height, x, top, x, height-svgMargin)
	b.WriteString(body.String())
	b.WriteString("</svg>\n")
	return b.Flush()
}

// drawShape marks an event by how sure its date is, and crosses out what did not happen.
func drawShape(out *strings.Builder, shape, status string, x, y int) {
	const blue = "#0b5d8a"
	fill, dash := blue, ""
	if status == "planned" || status == "possible" {
		fill, dash = "#fff", ` stroke-dasharray="3 2"`
	}
	switch shape {
	case "bar", "about", "open":
		if shape != "bar" {
			fill, dash = "#fff", ` stroke-dasharray="3 2"`
		}
		fmt.Fprintf(out, `<rect x="%d" y="%d" width="10" height="26" rx="4" fill="%s" stroke="%s" stroke-width="2"%s/>`+"\n", x-5, y-6, fill, blue, dash)
	default:
		fmt.Fprintf(out, `<circle cx="%d" cy="%d" r="7" fill="%s" stroke="%s" stroke-width="2"%s/>`+"\n", x, y, fill, blue, dash)
	}
	if status == "negated" {
		fmt.Fprintf(out, `<path d="M%d %dl20 20m0 -20l-20 20" stroke="#a1122e" stroke-width="3"/>`+"\n", x-10, y-10)
	}
}

// wrap breaks a text into lines of whole words.
func wrap(text string) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		if runes := []rune(word); len(runes) > svgLetters {
			word = string(runes[:svgLetters-1]) + "…"
		}
		switch {
		case line == "":
			line = word
		case len([]rune(line))+len([]rune(word)) < svgLetters:
			line += " " + word
		default:
			lines = append(lines, line)
			line = word
		}
		if len(lines) == mostLines {
			lines[mostLines-1] += " …"
			return lines
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
