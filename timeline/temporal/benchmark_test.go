package temporal

import (
	"compress/gzip"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/words"

	"github.com/waqai/waqai/timeline/calendar"
)

const arabicPage = `وصل وفد وزاري إلى العاصمة يوم الخميس لبحث التعاون في مجالات النقل والطاقة، وقال المتحدث إن الاجتماع سيعقد في 4 مارس 2024 بحضور ممثلي الشركات.
وأضاف أن المشروع الذي انطلق عام 2019 بلغ مرحلته الأخيرة، وأن لجنة مشتركة ستراجع الخطط وترفع تقريرها إلى المجلس قبل نهاية الأسبوع.
`

// benchmarkNews gives the documents to read: the JSONL file that WAQAI_BENCH_NEWS names (gzip), or a page written here, many times over.
func benchmarkNews(b *testing.B) (documents []string, size int64) {
	const limit = 4 << 20
	name := os.Getenv("WAQAI_BENCH_NEWS")
	if name == "" {
		for range 400 {
			documents = append(documents, arabicPage)
			size += int64(len(arabicPage))
		}
		return documents, size
	}
	file, err := os.Open(name)
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		b.Fatal(err)
	}
	for decoder := json.NewDecoder(unzipped); size < limit; {
		var document struct{ Text string }
		if decoder.Decode(&document) != nil {
			break
		}
		documents = append(documents, strings.Clone(document.Text))
		size += int64(len(document.Text))
	}
	return documents, size
}

var benchmarkSink int

// BenchmarkWords is the measure: a bare word pass over the same text.
func BenchmarkWords(b *testing.B) {
	documents, size := benchmarkNews(b)
	b.SetBytes(size)
	for range b.N {
		for _, document := range documents {
			for pass := words.FromString(document); pass.Next(); {
				benchmarkSink += len(pass.Value())
			}
		}
	}
}

// BenchmarkTemporal is the whole stage, reading included: in the language that WAQAI_BENCH_LANG names, else Arabic.
func BenchmarkTemporal(b *testing.B) { benchmarkTemporal(b, false) }

// BenchmarkTemporalDoubled is the same with every rule there twice, the second time over classes of other words.
func BenchmarkTemporalDoubled(b *testing.B) { benchmarkTemporal(b, true) }

func benchmarkTemporal(b *testing.B, doubled bool) {
	documents, size := benchmarkNews(b)
	code := os.Getenv("WAQAI_BENCH_LANG")
	if code == "" {
		code = "ar"
	}
	l := load(b, code)
	if doubled {
		l.tagger.grammar.double()
	}
	options := Options{HasReference: true, Reference: calendar.MustDate(2024, 3, 15).Start()}
	b.SetBytes(size)
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		for _, document := range documents {
			benchmarkSink += len(l.tagger.Tag(l.analyzer.Read(document), options, &l.scratch))
		}
	}
}

// double adds a copy of every pattern whose categories are new ones.
func (g *grammar) double() {
	n := category(len(g.names))
	for _, name := range g.names {
		g.names = append(g.names, name+" (second)")
	}
	g.grow()
	for i := range n {
		g.outputs[n+i], g.numeric[n+i] = g.outputs[i], g.numeric[i]
	}
	rules := map[*rule]*rule{}
	for _, p := range g.patterns {
		r := rules[p.rule]
		if r == nil {
			copied := *p.rule
			copied.category += n
			r = &copied
			rules[p.rule] = r
		}
		second := *p
		second.rule = r
		second.labels = append([]label(nil), p.labels...)
		for i := range second.labels {
			second.labels[i].category += n
		}
		g.patterns = append(g.patterns, &second)
	}
	g.buildTrie()
}

// TestDoubledRulesChangeNothing: rules about other words leave the answers as they are.
func TestDoubledRulesChangeNothing(t *testing.T) {
	l, second := load(t, "en"), load(t, "en")
	second.tagger.grammar.double()
	options := Options{HasReference: true, Reference: calendar.MustDate(2024, 3, 15).Start()}
	const page = "They met on Friday, 8 March 2024 at 3 pm, two days after Easter 2018, and will meet from 3 to 7 May or every Monday."
	a := l.tagger.Tag(l.analyzer.Read(page), options, &l.scratch)
	b := second.tagger.Tag(second.analyzer.Read(page), options, &second.scratch)
	if len(a) == 0 || len(a) != len(b) {
		t.Fatalf("%d expressions, %d with the rules doubled", len(a), len(b))
	}
	for i := range a {
		if a[i] != b[i] {
			t.Errorf("%+v, with the rules doubled %+v", a[i], b[i])
		}
	}
}
