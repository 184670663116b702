package input

import (
	"fmt"
	"io"
	"iter"
	"strings"

	"go.yaml.in/yaml/v4"
)

var markdown = Format{
	Name:       "markdown",
	Extensions: []string{".md", ".markdown"},
	About:      "Markdown with YAML front matter (title, published, lang, publisher, url, id), one article a file",
	Read: func(r io.Reader, origin Origin, fields Fields) iter.Seq2[Document, error] {
		whole, err := readAll(r)
		if err != nil {
			return one(Document{Origin: origin}, err)
		}
		return one(parseMarkdown(whole, origin, fields))
	},
}

// parseMarkdown splits the front matter off. The document's text is the body as it stands, Markdown marks and all, so that offsets can be
// checked against the file.
func parseMarkdown(whole string, origin Origin, fields Fields) (Document, error) {
	front, body, found, err := frontMatter(whole)
	if err != nil {
		return Document{Origin: origin}, err
	}
	values := map[string]any{}
	if found {
		if err := yaml.Unmarshal([]byte(front), &values); err != nil {
			return Document{Origin: origin}, fmt.Errorf("front matter: %w; it is YAML between two lines of ---", err)
		}
	}
	document, err := record(values, fields, body)
	document.Origin = origin
	if document.Title == "" {
		for line := range strings.SplitSeq(body, "\n") {
			if title, found := strings.CutPrefix(line, "# "); found {
				document.Title = strings.TrimSpace(title)
				break
			}
		}
	}
	return document, err
}

// frontMatter cuts "---\n...\n---\n" off the beginning.
func frontMatter(whole string) (front, body string, found bool, err error) {
	whole = strings.ReplaceAll(whole, "\r\n", "\n")
	rest, found := strings.CutPrefix(whole, "---\n")
	if !found {
		return "", whole, false, nil
	}
	if body, found := strings.CutPrefix(rest, "---\n"); found {
		return "", body, true, nil
	}
	front, body, found = strings.Cut(rest, "\n---\n")
	if !found {
		if front, found = strings.CutSuffix(rest, "\n---"); !found {
			return "", "", false, fmt.Errorf("front matter begins with --- and never ends; close it with a line of ---")
		}
	}
	return front, strings.TrimLeft(body, "\n"), true, nil
}
