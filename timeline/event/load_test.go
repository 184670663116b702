package event

import (
	"testing"

	"github.com/waqai/waqai/timeline/entity"
	"github.com/waqai/waqai/timeline/lang"
	"github.com/waqai/waqai/timeline/text"
)

// loadArabic makes the finder and the reader of Arabic, with the words of names.
func loadArabic(t *testing.T) (*Finder, *text.Analyzer) {
	t.Helper()
	finder, _, analyzer := load(t, "ar")
	return finder, analyzer
}

// load makes those of any language, and what finds its names.
func load(t *testing.T, code string) (*Finder, *entity.Recognizer, *text.Analyzer) {
	t.Helper()
	pack, err := lang.Open(code)
	if err != nil {
		t.Fatal(err)
	}
	builder, err := text.NewBuilder(pack)
	if err != nil {
		t.Fatal(err)
	}
	recognizer, err := entity.Load(pack, builder)
	if err != nil {
		t.Fatal(err)
	}
	finder, err := Load(pack, builder, OpenModels(pack))
	if err != nil {
		t.Fatal(err)
	}
	language, err := builder.Language()
	if err != nil {
		t.Fatal(err)
	}
	return finder, recognizer, text.NewAnalyzer(language)
}
