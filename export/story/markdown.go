package story

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

var markdownFormat = Format{
	Name: "markdown", Extension: ".md", About: "Markdown: an item an event, sources as footnotes",
	Write: writeMarkdown,
}

func writeMarkdown(out io.Writer, s *Story) error {
	w, err := newWriter(s.Language, s.Options)
	if err != nil {
		return err
	}
	b := bufio.NewWriter(out)
	fmt.Fprintf(b, "<div dir=\"%s\" lang=\"%s\">\n\n", w.Text("direction"), s.Language)
	if s.Title != "" {
		fmt.Fprintf(b, "# %s\n\n", markdown(s.Title))
	}
	if line := w.storySpan(s); line != "" {
		fmt.Fprintf(b, "%s\n", markdown(line))
	}
	var notes []string
	section := ""
	for i := range s.Entries {
		e := &s.Entries[i]
		when := w.when(e)
		if when.Month != section {
			section = when.Month
			fmt.Fprintf(b, "\n## %s\n\n", markdown(section))
		}
		fmt.Fprintf(b, "- **%s**", markdown(strings.Join(append([]string{when.Main}, when.Others...), w.Text("list.comma"))))
		fmt.Fprintf(b, " — %s", markdown(e.HeadlineWithoutDate()))
		if e.Status != "actual" {
			fmt.Fprintf(b, " (%s)", markdown(w.Text(e.statusKey())))
		}
		for _, source := range e.tellings() {
			note := markdown(publisher(source))
			if day := w.plainDay(source.PublishedDate); day != "" {
				note += w.Text("list.comma") + markdown(day)
			}
			if source.Sentence != "" {
				note += ": «" + markdown(source.Sentence) + "»"
			}
			if link := safeLink(source.URL); link != "" {
				note += " <" + link + ">"
			}
			notes = append(notes, note)
			fmt.Fprintf(b, "[^%d]", len(notes))
		}
		b.WriteByte('\n')
		for _, c := range e.conflicts() {
			fmt.Fprintf(b, "  - %s (%s): %s\n", markdown(w.Text("ui.conflicts")), markdown(w.Text("conflict."+c.Key)), markdown(c.Text))
		}
		for k := range e.Changes {
			fmt.Fprintf(b, "  - %s: %s\n", markdown(w.Text("ui.edited")), markdown(e.Changes[k].text()))
		}
	}
	b.WriteByte('\n')
	for i, note := range notes {
		fmt.Fprintf(b, "[^%d]: %s\n", i+1, note)
	}
	b.WriteString("\n</div>\n")
	return b.Flush()
}

// markdown makes a text that stays a text: what would be markup is escaped.
func markdown(text string) string {
	var out strings.Builder
	for _, r := range plain(shown(text)) {
		switch r {
		case '\\', '`', '*', '_', '[', ']', '|', '#', '~':
			out.WriteByte('\\')
		case '<':
			out.WriteString("&lt;")
			continue
		case '>':
			out.WriteString("&gt;")
			continue
		case '&':
			out.WriteString("&amp;")
			continue
		}
		out.WriteRune(r)
	}
	return out.String()
}
