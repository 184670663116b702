package story

import (
	"bytes"
	"strings"
	"testing"

	"github.com/waqai/waqai/schemas"
	"github.com/waqai/waqai/timeline/calendar"
)

func on(t testing.TB, date string) schemas.Null[schemas.Day] {
	t.Helper()
	d, err := calendar.ParseDay(date)
	if err != nil {
		t.Fatal(err)
	}
	return schemas.Some(schemas.Day(d))
}

// example is a story with what formats have to bear: two languages, an hour, a range, a plan called off, no date, a conflict, an edit.
func example(t testing.TB) *Story {
	t.Helper()
	sentence := "التقى سامر الخطيب ليلى منصور في عمّان، الثلاثاء، لبحث الجسر."
	rows := []schemas.Timeline{
		{
			TimelineID: "w_one", Kind: "meet", Status: "actual", StatusHistory: "planned > actual", Language: "ar",
			Headline: "2024-03-05 · عمّان · سامر الخطيب ↔ ليلى منصور: التقى لبحث الجسر", Where: schemas.Where{Place: "عمّان", Country: "JO"},
			When: schemas.When{
				DateStart: on(t, "2024-03-05"), DateEnd: on(t, "2024-03-05"), StartLocal: schemas.Some(schemas.LocalTime(int64(on(t, "2024-03-05").Value)*86400e6 + 9*3600e6)),
				EndLocal:    schemas.Some(schemas.LocalTime(int64(on(t, "2024-03-05").Value)*86400e6 + 10*3600e6)),
				Granularity: "hour", EDTF: "2024-03-05", DateText: "الثلاثاء", Basis: "relative", Certainty: "exact", Calendar: "gregorian",
			},
			Participants: []schemas.EventParticipant{{Name: "سامر الخطيب", Role: "agent"}, {Name: "ليلى منصور", Role: "counterpart"}},
			Actors:       schemas.Actors{Actor: "سامر الخطيب", Counterpart: "ليلى منصور"}, NMentions: 2, NDocuments: 2, NPublishers: 2,
			FirstPublished: on(t, "2024-03-06"), Conflicts: "date: 2024-03-05 (صحيفة الجبل), 2024-03-06 (موقع الغد)", Confidence: 0.9,
			Sources: []schemas.TimelineSource{
				{DocumentID: "d1", EventID: "e_one", Title: "لقاء في عمّان", Publisher: "صحيفة الجبل", URL: "https://example.org/1", PublishedDate: on(t, "2024-03-06"), Language: "ar", Sentence: sentence, SpanEnd: 5, Source: "مكتب الوزيرة"},
				{DocumentID: "d2", EventID: "e_two", Title: "الجسر", Publisher: "موقع الغد", URL: "javascript:alert(1)", PublishedDate: on(t, "2024-03-07"), Language: "ar", Sentence: sentence, SpanEnd: 5},
			},
		},
		{
			TimelineID: "w_two", Kind: "hold", Status: "negated", StatusHistory: "planned > negated", Language: "en", Headline: "2024-04 · the fair was called off",
			When:      schemas.When{DateStart: on(t, "2024-04-01"), DateEnd: on(t, "2024-04-30"), Granularity: "month", EDTF: "2024-04", Basis: "explicit", Certainty: "exact"},
			NMentions: 1, NDocuments: 1, NPublishers: 1, Edited: true, EditedFields: "headline",
			Sources: []schemas.TimelineSource{{DocumentID: "d3", EventID: "e_three", Publisher: "The Ridge", Language: "en", Sentence: "The fair was called off in April."}},
		},
		{
			TimelineID: "w_three", Kind: "meet", Status: "planned", Language: "en", Headline: "5–7 May: the council meets",
			When:      schemas.When{DateStart: on(t, "2024-05-05"), DateEnd: on(t, "2024-05-07"), Granularity: "range", EDTF: "2024-05-05/2024-05-07", Basis: "explicit", Certainty: "computed"},
			NMentions: 1, NDocuments: 1, NPublishers: 1, FirstPublished: on(t, "2024-03-08"),
			Sources: []schemas.TimelineSource{{DocumentID: "d4", EventID: "e_four", Publisher: "The Ridge", Language: "en", Sentence: "The council meets."}},
		},
		{TimelineID: "w_four", Kind: "other", Status: "possible", Language: "en", Headline: "something may come", NMentions: 1, NDocuments: 1, NPublishers: 1},
	}
	s := New("زيارة", "ar", rows, Options{Program: "waqai test"})
	s.Entries[1].Changes = []Change{{Field: "headline", Before: "old", After: "new", Reason: "clearer", By: "desk", Date: "2024-03-09"}}
	return s
}

// hostile is texts that must stay texts.
var hostile = []string{
	`</script><script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, "=1+1", `@SUM(A1)`, "]]>", "\u202eevil\u202c", "a\u2028b", "\x1b]52;c;x\x07", "x\r\nBEGIN:VEVENT",
	"[a](javascript:alert(1)) `b` | *c* _d_ <e>", "javascript:alert(1)", "{{.}}", "&amp;<b>", strings.Repeat("م", 40000),
}

func hostileStory(t testing.TB) *Story {
	s := example(t)
	s.Title = strings.Join(hostile[:12], " ")
	for _, text := range hostile {
		e := s.Entries[0]
		e.TimelineID = "w_x"
		e.Headline, e.Place, e.Notes, e.DateText = text, text, text, text
		e.Participants = []schemas.EventParticipant{{Name: text, Role: "agent"}}
		e.Sources = []schemas.TimelineSource{{DocumentID: "h", EventID: "e", Title: text, Publisher: text, URL: text, Language: "ar", Sentence: text, SpanEnd: 1}}
		s.Entries = append(s.Entries, e)
	}
	return s
}

func TestFormatsWriteTheSameTwiceAndBearHostileText(t *testing.T) {
	for _, format := range Formats() {
		t.Run(format.Name, func(t *testing.T) {
			for name, s := range map[string]*Story{"example": example(t), "hostile": hostileStory(t), "empty": New("", "fa", nil, Options{})} {
				var first, second bytes.Buffer
				if err := format.Write(&first, s); err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				if err := format.Write(&second, s); err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(first.Bytes(), second.Bytes()) {
					t.Errorf("%s: the same story gave other bytes", name)
				}
			}
		})
	}
}

func TestHTMLIsSafe(t *testing.T) {
	var out bytes.Buffer
	if err := htmlFormat.Write(&out, hostileStory(t)); err != nil {
		t.Fatal(err)
	}
	page := out.String()
	for _, bad := range []string{"<script>alert", "<img", "href=\"javascript", "\u202e", "\x1b"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page has %q", bad)
		}
	}
	if n := strings.Count(page, "<script"); n != 2 {
		t.Errorf("%d scripts, want the data and the program", n)
	}
	for _, part := range []string{pageScript, pageStyle} {
		if !strings.Contains(page, ">"+part+"</") || !strings.Contains(page, strings.ReplaceAll(digest(part), "+", "&#43;")) {
			t.Error("a part of the page is not the one that its policy allows")
		}
	}
	if !strings.Contains(page, "[U&#43;202E]evil") {
		t.Error("a hidden direction mark in a quotation is not shown")
	}
}

func TestHTMLShowsTheStory(t *testing.T) {
	var out bytes.Buffer
	if err := htmlFormat.Write(&out, example(t)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`<html class="waqai-page" lang="ar" dir="rtl">`, `<article id="ev-w_one" class="e point"`, "الثلاثاء 5 آذار/مارس 2024، 09:00", "24 شعبان 1445 هـ",
		`<blockquote lang="ar" dir=auto><mark>التقى</mark>`, `<mark class="d">الثلاثاء</mark>`, `<a href="https://example.org/1"`, "أُلغي", "بين 5 و7 أيار/مايو 2024",
		"نيسان/أبريل 2024", "بلا تاريخ", "headline: old → new · clearer · desk · 2024-03-09", "موقع الغد", "ناشران اثنان", "<bdi>مكتب الوزيرة</bdi>",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the page does not have %s", want)
		}
	}
}

func TestLabelsAreComplete(t *testing.T) {
	english, err := LabelsOf("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range Languages() {
		labels, err := LabelsOf(code)
		if err != nil {
			t.Fatal(err)
		}
		for key := range english.text {
			if !labels.Has(key) && !strings.HasPrefix(key, "month.default.") {
				t.Errorf("labels/%s.tsv has no %s", code, key)
			}
		}
		for _, column := range []string{"kind", "status", "certainty", "basis"} {
			for _, value := range schemas.Timelines.Fields[schemas.Timelines.Field(column)].Enum {
				if !labels.Has(column + "." + value.Value) {
					t.Errorf("labels/%s.tsv has no %s.%s", code, column, value.Value)
				}
			}
		}
	}
}
