package text

import (
	"compress/gzip"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/words"

	"github.com/waqai/waqai/timeline/lang"
)

// load reads a language as the stages do, without their tables.
func load(t testing.TB, code string) *Language {
	t.Helper()
	pack, err := lang.Open(code)
	if err != nil {
		t.Fatal(err)
	}
	b, err := NewBuilder(pack)
	if err != nil {
		t.Fatal(err)
	}
	l, err := b.Language()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// benchmarkNews gives the documents to read: the JSONL file that WAQAI_BENCH_NEWS names (gzip allowed), or a page written here, many times over.
func benchmarkNews(b *testing.B) (documents []string, size int64) {
	const limit = 8 << 20
	name := os.Getenv("WAQAI_BENCH_NEWS")
	if name == "" {
		for range 200 {
			documents = append(documents, benchmarkPage)
			size += int64(len(benchmarkPage))
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

const benchmarkPage = `استقبل وزير الاتصالات، يوم الاثنين، نظيره الزائر في مقر الوزارة بالعاصمة، وبحث الجانبان سبل تطوير خطوط العبور
وزيادة سعات الإنترنت بين البلدين. وأكد الوزيران أهمية توقيع مذكرة التفاهم قبل 15 أيلول 2021، فيما أعلنت الهيئة أن أعمال الصيانة ستنتهي
خلال أسبوعين (على مرحلتين). وقال المتحدث باسم الوزارة: "سنعمل معهم على إنجاز المشروع في موعده".
`

func BenchmarkRead(b *testing.B) {
	analyzer := NewAnalyzer(load(b, "ar"))
	documents, size := benchmarkNews(b)
	for _, document := range documents {
		analyzer.Read(document)
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, document := range documents {
			analyzer.Read(document)
		}
	}
}

func BenchmarkUAX29Words(b *testing.B) {
	documents, size := benchmarkNews(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, document := range documents {
			for tokens := words.FromString(document); tokens.Next(); {
			}
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for _, code := range lang.Codes() {
		b.Run(code, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				load(b, code)
			}
		})
	}
}
