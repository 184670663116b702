package timeline

import (
	"os"
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/words"

	"github.com/waqai/waqai/timeline/input"
)

// newsText is Arabic news to time on: the file that WAQAI_BENCH_TEXT names (JSONL of articles), else the project's samples many times over.
func newsText(b *testing.B) []input.Document {
	b.Helper()
	paths := []string{"../samples/articles"}
	if file := os.Getenv("WAQAI_BENCH_TEXT"); file != "" {
		paths = []string{file}
	}
	files, err := input.Files(paths)
	if err != nil {
		b.Fatal(err)
	}
	var documents []input.Document
	for document, err := range input.Read(files, input.Options{}) {
		if err != nil {
			b.Fatal(err)
		}
		if strings.HasPrefix(document.Language, "ar") {
			documents = append(documents, document)
		}
	}
	return documents
}

func size(documents []input.Document) (bytes int64) {
	for i := range documents {
		bytes += int64(len(documents[i].Text))
	}
	return bytes
}

// BenchmarkWords is the bare word pass that the others are measured against, over the same text in the same run.
func BenchmarkWords(b *testing.B) {
	documents := newsText(b)
	b.SetBytes(size(documents))
	for b.Loop() {
		for i := range documents {
			for segments := words.FromString(documents[i].Text); segments.Next(); {
			}
		}
	}
}

// BenchmarkTemporal is the whole temporal stage: normal forms, tokens, words, expressions, values.
func BenchmarkTemporal(b *testing.B) {
	documents := newsText(b)
	worker := benchWorker(b)
	analyzer, err := worker.analyzer("ar")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(size(documents))
	b.ReportAllocs()
	for b.Loop() {
		for i := range documents {
			read := analyzer.text.Read(documents[i].Text)
			analyzer.language.Temporal.Tag(read, worker.extractor.temporalOptions(&documents[i]), &analyzer.temporal)
		}
	}
}

// BenchmarkExtract is the whole extraction: time, names, events.
func BenchmarkExtract(b *testing.B) {
	documents := newsText(b)
	worker := benchWorker(b)
	if _, err := worker.analyzer("ar"); err != nil { // loading the language is no part of it
		b.Fatal(err)
	}
	b.SetBytes(size(documents))
	b.ReportAllocs()
	for b.Loop() {
		for i := range documents {
			if _, err := worker.Extract(documents[i]); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func benchWorker(b *testing.B) *Worker {
	b.Helper()
	extractor, err := New(Options{})
	if err != nil {
		b.Fatal(err)
	}
	return extractor.Worker()
}
