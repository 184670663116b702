package event

import (
	"testing"

	"github.com/waqai/waqai/timeline/entity"
	"github.com/waqai/waqai/timeline/internal/langtest"
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
	pack, builder := langtest.Open(t, code)
	recognizer, err := entity.Load(pack, builder)
	if err != nil {
		t.Fatal(err)
	}
	finder, err := Load(pack, builder, OpenModels(pack))
	if err != nil {
		t.Fatal(err)
	}
	return finder, recognizer, langtest.Analyzer(t, builder)
}
