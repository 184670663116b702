package input

import (
	"io"
	"iter"
	"strings"
)

var plain = Format{
	Name:       "text",
	Extensions: []string{".txt", ".text"},
	About:      "plain text, UTF-8, one article a file",
	Read: func(r io.Reader, origin Origin, _ Fields) iter.Seq2[Document, error] {
		text, err := readAll(r)
		return one(Document{Text: text, Title: headline(text), Origin: origin}, err)
	},
}

// headline takes the first line as the title where it looks like one: short, alone, and no sentence.
func headline(text string) string {
	line, rest, _ := strings.Cut(strings.TrimLeft(text, "\n\r\t "), "\n")
	line = strings.TrimSpace(line)
	if line == "" || strings.TrimSpace(rest) == "" || len([]rune(line)) > 120 || strings.HasSuffix(line, ".") {
		return ""
	}
	return line
}
