// Package langtest opens languages for tests.
package langtest

import (
	"testing"

	"github.com/waqai/waqai/timeline/lang"
	"github.com/waqai/waqai/timeline/text"
)

// Open reads the data of a language and makes its vocabulary's builder; the test fails where that does.
func Open(t testing.TB, code string) (*lang.Pack, *text.Builder) {
	t.Helper()
	pack, err := lang.Open(code)
	if err != nil {
		t.Fatal(err)
	}
	builder, err := text.NewBuilder(pack)
	if err != nil {
		t.Fatal(err)
	}
	return pack, builder
}

// Analyzer freezes the vocabulary and makes its reader, when every stage has taken its words in.
func Analyzer(t testing.TB, builder *text.Builder) *text.Analyzer {
	t.Helper()
	language, err := builder.Language()
	if err != nil {
		t.Fatal(err)
	}
	return text.NewAnalyzer(language)
}
