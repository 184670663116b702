package temporal

import (
	"strings"
	"testing"
	"time"

	"github.com/waqai/waqai/timeline/calendar"
)

// TestHostileText: tables of numbers and repeated time words cost no more than a bounded search for each island.
func TestHostileText(t *testing.T) {
	l := load(t, "en")
	options := Options{HasReference: true, Reference: calendar.MustDate(2024, 3, 15).Start()}
	for _, piece := range []string{"1 ", "1/1 ", "10:30 - ", "Monday ", "the first of the last ", "a week and ", "2024 ", "3 days before ", "twenty ", "May 1 to "} {
		page := strings.Repeat(piece, 20_000/len(piece))
		start := time.Now()
		l.tagger.Tag(l.analyzer.Read(page), options, &l.scratch)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%q repeated to 20 kB took %v", piece, took)
		} else {
			t.Logf("%q: %v", piece, took)
		}
	}
}
