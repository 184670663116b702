package export

import (
	"bytes"
	"io"
	"testing"

	"github.com/waqai/waqai/schemas"
)

// BenchmarkWrite writes batches of events, Arrow built anew for each; bytes are those of the JSONL form, so that formats compare.
func BenchmarkWrite(b *testing.B) {
	batch := filled(schemas.Events, schemas.BatchRows, 1)
	var lines bytes.Buffer
	w, err := jsonlFormat.New(&lines, schemas.Events, Options{})
	if err != nil {
		b.Fatal(err)
	}
	if err := w.Write(batch); err != nil {
		b.Fatal(err)
	}
	for _, format := range Formats {
		b.Run(format.Name, func(b *testing.B) {
			w, err := format.New(io.Discard, schemas.Events, Options{})
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(lines.Len()))
			for b.Loop() {
				batch.Release()
				if err := w.Write(batch); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N)*schemas.BatchRows/b.Elapsed().Seconds(), "rows/s")
			if err := w.Close(); err != nil {
				b.Fatal(err)
			}
		})
	}
}
