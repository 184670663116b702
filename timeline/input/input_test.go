package input

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func write(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func readAllOf(paths []string, options Options) (documents []Document, failures []error) {
	for document, err := range Read(paths, options) {
		if err != nil {
			failures = append(failures, err)
			continue
		}
		documents = append(documents, document)
	}
	return documents, failures
}

func TestPublished(t *testing.T) {
	for written, want := range map[string]string{
		"2023-08-07": "2023-08-07", "2023-8-7": "2023-08-07", "2023-08-07T18:30": "2023-08-07T18:30", "2023-08-07 18:30:59+03:00": "2023-08-07T18:30+03:00",
		"2023-08-07T18:30:00Z": "2023-08-07T18:30Z", "2023-08-07T18:30-0430": "2023-08-07T18:30-04:30",
	} {
		got, err := ParsePublished(written)
		if err != nil || got.String() != want {
			t.Errorf("%q: %q, %v; want %q", written, got, err, want)
		}
	}
	for _, written := range []string{"", "07/08/2023", "2023-13-01", "2023-02-30", "yesterday", "2023-08-07T25:00", "20230807", "2023"} {
		if got, err := ParsePublished(written); err == nil {
			t.Errorf("%q was taken as %s; it must be refused", written, got)
		} else if !strings.Contains(err.Error(), written) {
			t.Errorf("%q: the error does not name it: %v", written, err)
		}
	}
}

func TestPublishedFromName(t *testing.T) {
	for name, want := range map[string]string{
		"2023-08-07-visit.md": "2023-08-07", "visit_20230807.txt": "2023-08-07", "a.2023.08.07.txt": "2023-08-07", "visit.txt": "", "call-0201234567.txt": "", "2023-99-07.txt": "",
	} {
		got, found := PublishedFromName("news/" + name)
		if found != (want != "") || found && got.String() != want {
			t.Errorf("%s: %s, %v; want %q", name, got, found, want)
		}
	}
}

func TestMarkdown(t *testing.T) {
	path := write(t, "a.md", "---\ntitle: Visit\npublished: 2024-05-14\nlang: en\nurl: https://example.org/a\n---\nThe minister arrived.\n")
	documents, failures := readAllOf([]string{path}, Options{})
	if len(failures) > 0 || len(documents) != 1 {
		t.Fatal(documents, failures)
	}
	d := documents[0]
	if d.Title != "Visit" || d.Published.String() != "2024-05-14" || d.Language != "en" || d.Text != "The minister arrived.\n" || !strings.HasPrefix(d.ID, "d_") {
		t.Errorf("%+v", d)
	}
	for content, want := range map[string]string{
		"---\ntitle: x\n": "never ends", "---\ntitle: [x\n---\nb": "front matter", "---\ntitle: [a, b]\n---\nb": "list",
	} {
		if _, failures := readAllOf([]string{write(t, "b.md", content)}, Options{}); len(failures) != 1 || !strings.Contains(failures[0].Error(), want) {
			t.Errorf("%q: %v; want an error with %q", content, failures, want)
		}
	}
}

func TestJSONL(t *testing.T) {
	path := write(t, "a.jsonl", "\xef\xbb\xbf"+`{"id":"1","text":"a","published":"2024-05-14"}`+"\n\n"+`{"id":2,"body":"b"}`+"\r\n"+`[1]`+"\n"+`{"id":"4","text":"d","date":"2024-05-15"}`)
	documents, failures := readAllOf([]string{path}, Options{})
	if len(documents) != 3 || documents[0].ID != "1" || documents[1].ID != "2" || documents[1].Text != "b" || documents[2].Published.String() != "2024-05-15" {
		t.Errorf("%+v", documents)
	}
	var placed *Error
	if len(failures) != 1 || !errors.As(failures[0], &placed) || placed.Origin.Line != 4 {
		t.Errorf("%v", failures)
	}
	// two articles in one line, as files that were joined without a line break have: neither is lost silently
	for _, line := range []string{`{"id":"1","text":"a"}{"id":"2","text":"b"}`, `{"id":"1","text":"a"} x`} {
		if documents, failures := readAllOf([]string{write(t, "c.jsonl", line)}, Options{}); len(documents) != 0 || len(failures) != 1 {
			t.Errorf("%s: %v, %v", line, documents, failures)
		}
	}
	mapped, failures := readAllOf([]string{write(t, "b.jsonl", `{"key":"1","inhalt":"x"}`)}, Options{Fields: Fields{"text": "inhalt", "id": "key"}})
	if len(failures) > 0 || mapped[0].Text != "x" || mapped[0].ID != "1" {
		t.Errorf("%+v %v", mapped, failures)
	}
}

func TestEncodings(t *testing.T) {
	for content, want := range map[string]string{"\xff\xfea\x00": "UTF-16", "\xc7\xe1\xdb\xcf": "not UTF-8", "a\x00b": "NUL"} {
		if _, failures := readAllOf([]string{write(t, "a.txt", content)}, Options{}); len(failures) != 1 || !strings.Contains(failures[0].Error(), want) {
			t.Errorf("%q: %v; want %q", content, failures, want)
		}
	}
}

func TestFiles(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"b.md", "a.txt", "x/c.jsonl", ".hidden/d.md", "picture.png"} {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := Files([]string{root})
	want := []string{filepath.Join(root, "a.txt"), filepath.Join(root, "b.md"), filepath.Join(root, "x/c.jsonl")}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, %v; want %v", got, err, want)
	}
	if got, err := Files([]string{filepath.Join(root, "*.md")}); err != nil || len(got) != 1 {
		t.Errorf("%v, %v", got, err)
	}
	for _, argument := range []string{filepath.Join(root, "none.md"), filepath.Join(root, "*.zip"), "https://example.org/a", filepath.Join(root, ".hidden/none")} {
		if got, err := Files([]string{argument}); err == nil {
			t.Errorf("%s gave %v; want an error", argument, got)
		}
	}
}

func TestDateOfDocument(t *testing.T) {
	path := write(t, "2023-08-07-visit.txt", "x")
	option, _ := ParsePublished("2020-01-02")
	for _, test := range []struct {
		options Options
		want    string
	}{{Options{}, ""}, {Options{FromName: true}, "2023-08-07"}, {Options{FromName: true, Published: option}, "2020-01-02"}} {
		documents, _ := readAllOf([]string{path}, test.options)
		if got := documents[0].Published.String(); got != test.want {
			t.Errorf("%+v: %q, want %q", test.options, got, test.want)
		}
	}
}

func TestIdentify(t *testing.T) {
	a, b := Document{Text: "x", URL: "https://www.example.org/a/?utm_source=y#top"}, Document{Text: "other", URL: "http://example.org/a"}
	Identify(&a)
	Identify(&b)
	if a.ID != b.ID {
		t.Errorf("one address gave %s and %s", a.ID, b.ID)
	}
	c, d := Document{Text: "e\u0301"}, Document{Text: "\u00e9"}
	Identify(&c)
	Identify(&d)
	if c.ID != d.ID || c.ID == a.ID {
		t.Errorf("one text in two normal forms gave %s and %s", c.ID, d.ID)
	}
}

// FuzzRead: every format takes any bytes without a panic, and gives valid UTF-8 or an error.
func FuzzRead(f *testing.F) {
	f.Add("---\ntitle: x\n---\nbody", "markdown")
	f.Add(`{"id":"1","text":"a"}`+"\n{", "jsonl")
	f.Add("\xff\xfe", "text")
	f.Fuzz(func(t *testing.T, content, name string) {
		format, err := FormatOf("", name)
		if err != nil {
			t.Skip()
		}
		for document, err := range format.Read(strings.NewReader(content), Origin{Path: "f"}, nil) {
			if err == nil && strings.ToValidUTF8(document.Text, "") != document.Text {
				t.Errorf("invalid UTF-8 came through: %q", document.Text)
			}
		}
	})
}
