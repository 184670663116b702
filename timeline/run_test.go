package timeline

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"

	"go.uber.org/goleak"

	"github.com/waqai/waqai/schemas"
	"github.com/waqai/waqai/timeline/event"
	"github.com/waqai/waqai/timeline/input"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func extractor(t testing.TB) *Extractor {
	t.Helper()
	e, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// documents makes n short articles; each tenth is an error of its reader.
func documents(n int) iter.Seq2[input.Document, error] {
	return func(yield func(input.Document, error) bool) {
		for i := range n {
			published, _ := input.ParsePublished("2024-05-14")
			document := input.Document{ID: fmt.Sprint(i), Text: fmt.Sprintf("وصل الوفد رقم %d إلى المدينة مساء الأحد.", i), Published: published}
			var err error
			if i%10 == 9 {
				err = &input.Error{Origin: input.Origin{Path: "news.jsonl", Line: i + 1}, Err: errors.New("damaged")}
			}
			if !yield(document, err) {
				return
			}
		}
	}
}

func TestRunKeepsOrder(t *testing.T) {
	e := extractor(t)
	for _, jobs := range []int{1, 2, 8} {
		next, failed := 0, 0
		err := e.Run(context.Background(), documents(200), jobs, func(r Result) error {
			if r.Document.ID != fmt.Sprint(next) {
				t.Fatalf("jobs %d: document %s in place %d", jobs, r.Document.ID, next)
			}
			if next++; r.Err != nil {
				failed++
			}
			return nil
		})
		if err != nil || next != 200 || failed != 20 {
			t.Errorf("jobs %d: %d documents, %d failed, %v", jobs, next, failed, err)
		}
	}
}

func TestRunStops(t *testing.T) {
	e := extractor(t)
	full := errors.New("disk full")
	if err := e.Run(context.Background(), documents(500), 4, func(Result) error { return full }); !errors.Is(err, full) {
		t.Errorf("an error of the emitter gave %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	seen := 0
	err := e.Run(ctx, documents(500), 4, func(Result) error {
		if seen++; seen == 3 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled run gave %v", err)
	}
}

func TestSameBytesForAnyJobs(t *testing.T) {
	e := extractor(t)
	var want []byte
	for _, jobs := range []int{1, 3, 8} {
		var got []byte
		if err := e.Run(context.Background(), documents(100), jobs, func(r Result) error {
			if r.Err == nil {
				got = r.AppendAnnotation(got)
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		if want == nil {
			want = got
		}
		if !bytes.Equal(got, want) {
			t.Errorf("jobs %d give other bytes", jobs)
		}
	}
}

// TestKindsAgree keeps the two lists of kinds, of events and of their schema, equal.
func TestKindsAgree(t *testing.T) {
	column := schemas.Events.Fields[schemas.Events.Field("kind")]
	var theirs, ours []string
	for _, value := range column.Enum {
		theirs = append(theirs, value.Value)
	}
	for _, kind := range event.Kinds {
		ours = append(ours, string(kind))
	}
	if strings.Join(theirs, " ") != strings.Join(ours, " ") {
		t.Errorf("schemas has %v, event has %v", theirs, ours)
	}
}

// TestSpansAndRows checks what must hold of every result on any text: spans inside the text and equal to their words, ids unique, dates in order.
func TestSpansAndRows(t *testing.T) {
	worker := extractor(t).Worker()
	published, _ := input.ParsePublished("2024-05-14T09:30:00+03:00")
	for _, source := range hostile {
		result, err := worker.Extract(input.Document{ID: "d", Text: source, Published: published})
		if err != nil {
			t.Fatalf("%q: %v", source, err)
		}
		checkResult(t, &result)
	}
}

// hostile is text that has hurt readers: empty, marks alone, control and direction characters, broken UTF-8, very long words, odd numbers.
var hostile = []string{
	"", " ", "\n\n\n", "...", "،،،", "\u202eabc\u202c", "\xff\xfe وصل الوزير", strings.Repeat("ا", 5000), strings.Repeat("وصل الوزير يوم الأحد ", 300),
	strings.Repeat("9", 400), "31/02/2024 و 99/99/9999 و 00:99", "بين بين بين من إلى من إلى 3 - 4 - 5 / 6 / 7", strings.Repeat("يوم ", 500), strings.Repeat("2024 ", 200),
	strings.Repeat("three days after ", 100), "قبل قبل قبل ثلاثة أيام بعد بعد غد", "<script>alert(1)</script> =cmd|' /C calc'!A0 on Monday", "\u0000وصل\u0000 الأحد",
}

func checkResult(t testing.TB, r *Result) {
	t.Helper()
	rows := r.Rows(ShareSentence)
	points := []rune(r.Document.Text)
	seen := map[string]bool{}
	for _, e := range rows.Events {
		if seen[e.EventID] {
			t.Errorf("%q: id %s twice", r.Document.Text, e.EventID)
		}
		seen[e.EventID] = true
		if e.SpanStart < 0 || e.SpanEnd <= e.SpanStart || int(e.SpanEnd) > len(points) {
			t.Errorf("%q: span [%d, %d) of %d", r.Document.Text, e.SpanStart, e.SpanEnd, len(points))
		} else if got := string(points[e.SpanStart:e.SpanEnd]); string([]rune(e.Trigger)) != got {
			t.Errorf("%q: trigger %q stands as %q", r.Document.Text, e.Trigger, got)
		}
		if e.DateStart.Known && e.DateEnd.Known && e.DateEnd.Value < e.DateStart.Value {
			t.Errorf("%q: dates %d > %d", r.Document.Text, e.DateStart.Value, e.DateEnd.Value)
		}
	}
	for _, x := range rows.Timexes {
		if x.SpanStart < 0 || x.SpanEnd <= x.SpanStart || int(x.SpanEnd) > len(points) {
			t.Errorf("%q: timex span [%d, %d) of %d", r.Document.Text, x.SpanStart, x.SpanEnd, len(points))
		}
		if x.Value == "" {
			t.Errorf("%q: timex %q without a value (rule %s)", r.Document.Text, x.Text, x.Rule)
		}
	}
}

// FuzzExtract: any text gives a result whose spans and rows hold, without a panic.
func FuzzExtract(f *testing.F) {
	for _, source := range hostile {
		f.Add(source)
	}
	worker := extractor(f).Worker()
	published, _ := input.ParsePublished("2024-05-14")
	f.Fuzz(func(t *testing.T, source string) {
		if len(source) > 4000 {
			t.Skip()
		}
		result, err := worker.Extract(input.Document{ID: "d", Text: source, Published: published})
		if err != nil {
			t.Fatal(err)
		}
		checkResult(t, &result)
	})
}
