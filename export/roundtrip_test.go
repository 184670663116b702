package export

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/waqai/waqai/schemas"
)

// hostile is text that has hurt some reader: formulas, markup, control and direction characters, line ends, quotes, names that climb folders.
var hostile = []string{
	"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'=1", "''-x", "'x", "'", "=", "- وقال", "=HYPERLINK(\"http://x\",\"y\")",
	"</script><script>alert(1)</script>", "javascript:alert(1)", "]]>", "<!--", "&amp;", "a\u202eb", "a\u2066b\u2069", "a\u2028b\u2029c", "\x1b]52;c;x\x07",
	"\x7f", "\u0085x", "\r", "\n", "\r\n", "a\r\nb", "a\nb", "a\rb", "\"", "\"\"", "a\"b", "a,b", "a;b", ",", " x", "x ", "\t", "\ufeffx", "\ufeff", "\\.", "\\", "\\n",
	"../../etc/passwd", "..\\x", "NULL", "null", "NA", "nan", "true", "0", "1e5", "2023-08-07", "007",
	"وصل الوزير إلى بغداد", "می‌رود تهران", "كَتَبَ", "لا", "١٤٤٥", "👩‍👩‍👧", "\U0001F1EE\U0001F1F6", "é", "e\u0301", "\u200f", "\u00a0", "\ufffd", "\U0010FFFF",
}

// fill gives every field of a row a value of its type, null where it may be, now and then.
func fill(fields []schemas.Field, row any, random *rand.Rand, at *int) {
	for i := range fields {
		f := &fields[i]
		if f.Type == schemas.Structs {
			f.Resize(row, random.IntN(4))
			for k := range f.Len(row) {
				fill(f.Elements, f.Element(row, k), random, at)
			}
			continue
		}
		if f.Nullable() && random.IntN(3) == 0 {
			continue
		}
		v := schemas.Value{Known: true}
		switch f.Type {
		case schemas.String:
			v.Text = hostile[*at%len(hostile)]
			*at++
			if len(f.Enum) > 0 {
				v.Text = f.Enum[random.IntN(len(f.Enum))].Value
			}
			if f.Key {
				v.Text = fmt.Sprint("id ", *at, v.Text)
			}
		case schemas.Int16:
			v.Int = int64(int16(random.Uint32()))
		case schemas.Int32:
			v.Int = int64(int32(random.Uint32()))
		case schemas.Int64, schemas.UTC, schemas.Clock:
			v.Int = random.Int64N(4e15) - 2e15
		case schemas.Date:
			v.Int = int64(schemas.FirstDay) + random.Int64N(int64(schemas.LastDay-schemas.FirstDay)+1)
		case schemas.Float32:
			v.Float = float64(random.Float32())
		case schemas.Float64:
			v.Float = []float64{0, -1.5, 25e6, 1e300, 5e-324, 33.3128, random.NormFloat64()}[random.IntN(7)]
		case schemas.Bool:
			v.Int = random.Int64N(2)
		}
		f.Set(row, v)
	}
}

func filled(table *schemas.Table, rows int, seed uint64) *schemas.Batch {
	batch := table.Empty(rows)
	random, at := rand.New(rand.NewPCG(seed, 7)), int(seed)
	for i := range rows {
		fill(table.Fields, batch.At(i), random, &at)
	}
	return batch
}

// Every table goes out through every format and comes back equal, with every hostile text in it.
func TestBoomerang(t *testing.T) {
	options := map[string]Options{"": {}, "excel": {CSVExcel: true}, "unguarded": {CSVUnguarded: true}}
	for _, format := range Formats {
		for _, table := range schemas.Tables {
			for name, o := range options {
				for _, rows := range []int{0, 1, 300, schemas.BatchRows + 5} {
					if rows > 300 && (table != schemas.Events || name != "") {
						continue
					}
					in := filled(table, rows, uint64(rows))
					var out bytes.Buffer
					w, err := format.New(&out, table, o)
					if err == nil {
						err = errors.Join(w.Write(in), w.Close())
					}
					if err != nil {
						t.Fatalf("%s %s %s: %v", format.Name, table.Name, name, err)
					}
					back := 0
					err = format.Read(bytes.NewReader(out.Bytes()), table, o, func(b *schemas.Batch) error {
						for i := range b.Len() {
							if diff := cmp.Diff(in.At(back), b.At(i)); diff != "" {
								return fmt.Errorf("row %d:\n%s", back, diff)
							}
							back++
						}
						return nil
					})
					if err != nil || back != rows {
						t.Fatalf("%s %s %s: %d of %d rows back: %v", format.Name, table.Name, name, back, rows, err)
					}
				}
			}
		}
	}
}

// The same rows give the same bytes.
func TestSameBytes(t *testing.T) {
	for _, format := range Formats {
		var files [2]bytes.Buffer
		for i := range files {
			w, err := format.New(&files[i], schemas.Events, Options{Metadata: map[string]string{"b": "2", "a": "1", MetadataVersion: "1.2.3"}})
			if err != nil {
				t.Fatal(err)
			}
			for range 3 {
				if err := w.Write(filled(schemas.Events, 100, 3)); err != nil {
					t.Fatal(err)
				}
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
			t.Errorf("%s: two runs differ", format.Name)
		}
	}
}
