package export

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/waqai/waqai/schemas"
)

// The guard is a bijection: what is guarded comes back, nothing guarded begins like a formula, and no two cells become one.
func FuzzGuard(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		guarded := Guard(cell)
		if back := Unguard(guarded); back != cell {
			t.Errorf("%q guarded as %q came back as %q", cell, guarded, back)
		}
		if formula(guarded) {
			t.Errorf("%q is still a formula as %q", cell, guarded)
		}
		if n := len(guarded) - len(cell); n != 0 && n != 1 {
			t.Errorf("%q became %q", cell, guarded)
		}
	})
}

// What the writer quotes, this reader and the standard library's split alike. (The latter reads CRLF inside quotes as LF.)
func FuzzCells(f *testing.F) {
	for _, s := range hostile {
		f.Add(s, "x")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if a == "" || b == "" {
			return
		}
		line := append(appendQuoted(append(appendQuoted(nil, a), ','), b), '\r', '\n')
		reader := csvReader{in: bufio.NewReader(bytes.NewReader(line)), line: 1}
		cells, err := reader.record()
		if err != nil || len(cells) != 2 || cells[0] != a || cells[1] != b {
			t.Fatalf("%q, %q written as %q came back as %q: %v", a, b, line, cells, err)
		}
		if _, err := reader.record(); !errors.Is(err, io.EOF) {
			t.Fatalf("more than one record in %q: %v", line, err)
		}
		theirs, err := csv.NewReader(bytes.NewReader(line)).Read()
		if lf := strings.NewReplacer("\r\n", "\n"); err != nil || theirs[0] != lf.Replace(a) || theirs[1] != lf.Replace(b) {
			t.Fatalf("the standard library reads %q as %q: %v", line, theirs, err)
		}
	})
}

// Readers of lines end with rows or an error on any bytes.
func FuzzReadLines(f *testing.F) {
	for _, format := range []Format{csvFormat, jsonlFormat} {
		var out bytes.Buffer
		w, err := format.New(&out, schemas.Aliases, Options{})
		if err != nil {
			f.Fatal(err)
		}
		if err := w.Write(filled(schemas.Aliases, 5, 1)); err != nil {
			f.Fatal(err)
		}
		f.Add(out.Bytes())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, format := range []Format{csvFormat, jsonlFormat} {
			_ = format.Read(bytes.NewReader(data), schemas.Aliases, Options{}, func(b *schemas.Batch) error {
				if b.Len() == 0 {
					t.Error("an empty batch")
				}
				return nil
			})
		}
	})
}

func TestReadErrorsNameTheLine(t *testing.T) {
	header := strings.Join(schemas.Aliases.Header(), ",")
	for text, want := range map[string]string{
		"":                                     "no header",
		"a,b\r\n":                              `0 columns named "old"`,
		header + "\r\nx,y,timeline,merged\r\n": "line 2: 4 cells",
		header + "\r\nx,y,\"a\nb\",m,\r\n,,,,\r\n": "line 4: column old",
		header + "\r\nx,y,t,\"m,\r\n":              "no end",
		header + "\r\nx,y,t,m\"m,\r\n":             "a quote inside",
		header + "\r\nx,y,t,\"m\"m,\r\n":           "behind a closing quote",
		header + "\r\nx\ry,y,t,m,\r\n":             "bare carriage return",
		header + "\r\n\xff,y,t,m,\r\n":             "not UTF-8",
	} {
		err := readCSV(strings.NewReader(text), schemas.Aliases, Options{}, func(*schemas.Batch) error { return nil })
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

// A file of a later minor version has columns that this program does not know; one of an earlier version lacks nullable ones.
func TestOtherMinorVersions(t *testing.T) {
	text := "new,later,old,table,reason\r\nb,?,a,timeline,merged\r\n"
	lines := `{"new":"b","later":[1],"old":"a","table":"timeline","reason":"merged"}`
	for format, text := range map[*Format]string{&csvFormat: text, &jsonlFormat: lines} {
		var rows []schemas.Alias
		err := format.Read(strings.NewReader(text), schemas.Aliases, Options{}, func(b *schemas.Batch) error {
			got, _ := schemas.Rows[schemas.Alias](b)
			rows = append(rows, got...)
			return nil
		})
		if err != nil || len(rows) != 1 || rows[0] != (schemas.Alias{Old: "a", New: "b", Table: "timeline", Reason: "merged"}) {
			t.Errorf("%s: %v %v", format.Name, rows, err)
		}
	}
}
