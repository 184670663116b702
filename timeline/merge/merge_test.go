package merge

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/waqai/waqai/schemas"
	"github.com/waqai/waqai/timeline/calendar"
)

// report is a mention written by hand.
type report struct {
	document, publisher, published string
	kind, status, date, basis      string
	agent, counterpart, place      string
	sentence, trigger              string
}

func (r report) row(t testing.TB) schemas.Event {
	t.Helper()
	day := func(s string) schemas.Day {
		d, err := calendar.ParseDay(s)
		if err != nil {
			t.Fatal(err)
		}
		return schemas.Day(d)
	}
	before, _, found := strings.Cut(r.sentence, r.trigger)
	if !found {
		t.Fatalf("no %q in %q", r.trigger, r.sentence)
	}
	from := int32(len([]rune(before)))
	e := schemas.Event{
		EventID: "e_" + r.document + "-" + r.trigger, DocumentID: r.document, Publisher: r.publisher, Language: "ar", Sentence: r.sentence,
		Trigger: r.trigger, SpanStart: from, SpanEnd: from + int32(len([]rune(r.trigger))), Kind: r.kind, Status: r.status, Confidence: 0.8,
		SchemaVersion: schemas.Version, ProgramVersion: "test",
	}
	if r.published != "" {
		e.PublishedDate = schemas.Some(day(r.published))
	}
	if r.date != "" {
		first, last, ranged := strings.Cut(r.date, "/")
		if !ranged {
			last = first
		}
		e.DateStart, e.DateEnd, e.EDTF, e.Granularity = schemas.Some(day(first)), schemas.Some(day(last)), r.date, "day"
		e.Basis = r.basis
		if e.Basis == "" {
			e.Basis = "explicit"
		}
	}
	for role, name := range map[string]string{"agent": r.agent, "counterpart": r.counterpart} {
		if name != "" {
			e.Participants = append(e.Participants, schemas.EventParticipant{Name: name, Canonical: name, Role: role, EntityType: "person", Start: -1, End: -1})
		}
	}
	slices.SortFunc(e.Participants, func(a, b schemas.EventParticipant) int { return strings.Compare(a.Role, b.Role) })
	e.Place = r.place
	return e
}

// The story of a meeting that is announced, held, reported by several and copied.
var visit = []report{
	{
		"a", "وكالة السهل", "2024-03-01", "meet", "planned", "2024-03-05", "", "سامر الخطيب", "ليلى منصور", "عمّان",
		"ومن المقرر أن يلتقي سامر الخطيب الوزيرة ليلى منصور في عمّان في 5 آذار.", "يلتقي",
	},
	{
		"b", "صحيفة الجبل", "2024-03-06", "meet", "actual", "2024-03-05", "relative", "سامر الخطيب", "ليلى منصور", "عمّان",
		"التقى سامر الخطيب أمس ليلى منصور في عمّان وبحثا مشروع الجسر.", "التقى",
	},
	{
		"c", "موقع الوادي", "2024-03-06", "meet", "actual", "2024-03-01/2024-03-31", "", "الخطيب", "منصور", "",
		"عقد الخطيب هذا الشهر اجتماعا مع منصور لبحث الجسر.", "اجتماعا",
	},
	{
		"d", "موقع الوادي", "2024-03-20", "meet", "actual", "2024-03-19", "", "سامر الخطيب", "هدى العلي", "إربد",
		"التقى سامر الخطيب هدى العلي في إربد في 19 آذار لبحث شبكة المياه.", "التقى",
	},
	{
		"e", "صحيفة المرفأ", "2024-03-07", "accident", "actual", "2024-03-05", "", "", "", "عمّان",
		"انهار مبنى قيد الإنشاء في عمّان يوم الثلاثاء.", "انهار",
	},
}

func rows(t testing.TB, reports []report) []schemas.Event {
	t.Helper()
	all := make([]schemas.Event, len(reports))
	for i, r := range reports {
		all[i] = r.row(t)
	}
	return all
}

func TestMergeStory(t *testing.T) {
	r := Merge(rows(t, visit))
	if len(r.Timeline) != 3 {
		t.Fatalf("%d events, want the meeting in Amman, the accident and the meeting in Irbid:\n%s", len(r.Timeline), describe(r))
	}
	meeting := r.Timeline[slices.IndexFunc(r.Timeline, func(row schemas.Timeline) bool { return row.NMentions == 3 })]
	if meeting.TimelineID != "w_a-يلتقي" {
		t.Errorf("id %s is not of the earliest-published mention", meeting.TimelineID)
	}
	if meeting.Status != "actual" || meeting.StatusHistory != "planned > actual" {
		t.Errorf("status %s, history %q", meeting.Status, meeting.StatusHistory)
	}
	if meeting.EDTF != "2024-03-05" {
		t.Errorf("date %s, want the day, not the month", meeting.EDTF)
	}
	if meeting.NPublishers != 3 || meeting.NDocuments != 3 {
		t.Errorf("%d publishers, %d documents", meeting.NPublishers, meeting.NDocuments)
	}
	if len(meeting.Participants) != 2 || meeting.Actor != "سامر الخطيب" || meeting.Counterpart != "ليلى منصور" {
		t.Errorf("participants %q and %q", meeting.Actor, meeting.Counterpart)
	}
	const headline = "2024-03-05 · عمّان · سامر الخطيب ↔ ليلى منصور: التقى سامر الخطيب أمس ليلى منصور في عمّان وبحثا مشروع الجسر"
	if meeting.Headline != headline {
		t.Errorf("headline\n%s\nwant\n%s", meeting.Headline, headline)
	}
	if meeting.Conflicts != "" {
		t.Errorf("conflicts %q", meeting.Conflicts)
	}
}

func TestHeadlineSpeaksTheLanguageOfItsSource(t *testing.T) {
	event := visit[1].row(t)
	event.Participants = []schemas.EventParticipant{{Name: "Jordan", Canonical: "Jordan", Text: "الأردن", Role: "agent", EntityType: "country"}}
	if got := Merge([]schemas.Event{event}).Timeline[0].Headline; !strings.Contains(got, "الأردن: ") || strings.Contains(got, "Jordan") {
		t.Error(got)
	}
}

func TestMergeOrderMakesNoDifference(t *testing.T) {
	events := corpus(t, 300)
	want := Merge(events)
	random := rand.New(rand.NewPCG(1, 2))
	for range 5 {
		random.Shuffle(len(events), func(i, k int) { events[i], events[k] = events[k], events[i] })
		if diff := cmp.Diff(want, Merge(events)); diff != "" {
			t.Fatal(diff)
		}
	}
}

func TestMergeAdditionKeepsIDs(t *testing.T) {
	events := corpus(t, 400)
	slices.SortStableFunc(events, func(a, b schemas.Event) int { return compareNull(a.PublishedDate, b.PublishedDate) })
	cut := 300
	for events[cut].PublishedDate == events[cut-1].PublishedDate {
		cut++
	}
	before, whole := Merge(events[:cut]), Merge(events)

	continued := New()
	continued.Restore(events[:cut], before.Members)
	continued.Add(events[cut:])
	if diff := cmp.Diff(whole, continued.Result()); diff != "" {
		t.Errorf("a continued timeline differs from one made at once:\n%s", diff)
	}
	ids := map[string]bool{}
	for _, row := range whole.Timeline {
		ids[row.TimelineID] = true
	}
	for _, row := range before.Timeline {
		if !ids[row.TimelineID] {
			t.Errorf("id %s is gone after later documents were added", row.TimelineID)
		}
	}
	aliases, gone := Changes(before.Members, whole.Members, "")
	if len(aliases)+len(gone) != 0 {
		t.Errorf("%v %v", aliases, gone)
	}
}

func TestChanges(t *testing.T) {
	events := rows(t, visit)
	before := Merge(events[1:]) // without the announcement
	after := Merge(events[:4])  // with it, without the accident
	aliases, gone := Changes(before.Members, after.Members, "2")
	if len(aliases) != 1 || aliases[0].Old != "w_b-التقى" || aliases[0].New != "w_a-يلتقي" {
		t.Errorf("aliases %v", aliases)
	}
	if len(gone) != 1 || gone[0].ID != "w_e-انهار" {
		t.Errorf("tombstones %v", gone)
	}
}

func TestMergeCountsCopiesOnce(t *testing.T) {
	long := "اجتمع سامر الخطيب في عمّان يوم الثلاثاء مع ليلى منصور وبحث معها تمويل الجسر المعلق الذي يربط ضفتي النهر ويخدم سكان القرى المجاورة " +
		"ويختصر زمن الرحلة إلى النصف بعد سنوات طويلة من الانتظار والمطالبات المتكررة من الأهالي"
	base := report{"a", "وكالة السهل", "2024-03-06", "meet", "actual", "2024-03-05", "", "سامر الخطيب", "ليلى منصور", "عمّان", long + ".", "اجتمع"}
	copied := base
	copied.document, copied.publisher = "b", "موقع الوادي"
	copied.sentence = long + " بحسب الوكالة."
	own := base
	own.document, own.publisher, own.sentence, own.trigger = "c", "صحيفة الجبل", "التقى الوزير سامر الخطيب ليلى منصور في عمّان لبحث تمويل جسر.", "التقى"
	r := Merge(rows(t, []report{base, copied, own}))
	if len(r.Timeline) != 1 {
		t.Fatal(describe(r))
	}
	if got := r.Timeline[0]; got.NMentions != 3 || got.NDocuments != 2 || got.NPublishers != 2 {
		t.Errorf("%d mentions, %d documents, %d publishers; want 3, 2, 2", got.NMentions, got.NDocuments, got.NPublishers)
	}
}

func TestMergeShowsConflicts(t *testing.T) {
	other := visit[1]
	other.document, other.publisher, other.date = "f", "موقع الغد", "2024-03-06"
	denial := visit[1]
	denial.document, denial.publisher, denial.published, denial.status = "g", "موقع السد", "2024-03-08", "negated"
	denial.sentence, denial.trigger = "نفى مكتب سامر الخطيب أن يكون التقى ليلى منصور في عمّان وبحثا مشروع الجسر.", "التقى"
	second := visit[1]
	second.document, second.publisher = "h", "صحيفة النهر"
	r := Merge(rows(t, []report{visit[1], other, denial, second}))
	if len(r.Timeline) != 1 {
		t.Fatal(describe(r))
	}
	row := r.Timeline[0]
	if row.EDTF != "2024-03-05" || !strings.Contains(row.Conflicts, "date: 2024-03-05 (صحيفة الجبل; صحيفة النهر; موقع السد), 2024-03-06 (موقع الغد)") {
		t.Errorf("date %s, conflicts %q", row.EDTF, row.Conflicts)
	}
	if row.Status != "actual" || row.StatusHistory != "actual > negated" || !strings.Contains(row.Conflicts, "negated (موقع السد)") {
		t.Errorf("status %s, history %q, conflicts %q", row.Status, row.StatusHistory, row.Conflicts)
	}
}

func TestMergeKeepsOthersApart(t *testing.T) {
	nextWeek := visit[1]
	nextWeek.document, nextWeek.date, nextWeek.published = "g", "2024-03-12", "2024-03-13"
	otherPeople := visit[1]
	otherPeople.document, otherPeople.agent, otherPeople.counterpart = "h", "نبيل شاهين", "رامي قاسم"
	otherPeople.sentence, otherPeople.trigger = "اجتمع نبيل شاهين ورامي قاسم.", "اجتمع"
	for _, other := range []report{nextWeek, otherPeople} {
		if r := Merge(rows(t, []report{visit[1], other})); len(r.Timeline) != 2 {
			t.Errorf("joined:\n%s", describe(r))
		}
	}
}

// TestMergeLinear doubles a corpus and asks that the time does not grow with its square.
func TestMergeLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	measure := func(n int) time.Duration {
		events := corpus(t, n)
		best := time.Hour
		for range 2 {
			began := time.Now()
			Merge(events)
			best = min(best, time.Since(began))
		}
		return best
	}
	small, large := measure(4000), measure(16000)
	if large > 9*small+200*time.Millisecond {
		t.Errorf("4000 mentions %v, 16000 %v: more than linear", small, large)
	}
	t.Logf("4000 mentions %v, 16000 %v", small, large)
}

// corpus is n mentions of about n/3 meetings, some copied.
func corpus(t testing.TB, n int) []schemas.Event {
	random := rand.New(rand.NewPCG(7, uint64(n)))
	given := []string{"سامر", "نبيل", "هدى", "ليلى", "رامي", "جمال", "سلمى", "وائل", "فريد", "نوال"}
	family := []string{"الخطيب", "منصور", "العلي", "شاهين", "قاسم", "النجار", "البيطار", "الحداد", "صباغ", "عواد"}
	places := []string{"عمّان", "إربد", "البصرة", "حلب", "صيدا"}
	events := make([]schemas.Event, 0, n)
	for len(events) < n {
		name := func() string { return given[random.IntN(10)] + " " + family[random.IntN(10)] }
		a, b, place := name(), name(), places[random.IntN(5)]
		day := calendar.MustDate(2024, 1, 1) + calendar.Day(random.IntN(n/8+1))
		for k := range 1 + random.IntN(5) {
			document := fmt.Sprintf("doc%d-%d", len(events), k)
			r := report{
				document, fmt.Sprintf("ناشر %d", random.IntN(9)), (day + calendar.Day(k)).String(), "meet", "actual", day.String(), "", a, b, place,
				fmt.Sprintf("التقى %s في %s %s وبحثا الموضوع رقم %d.", a, place, b, random.IntN(3)), "التقى",
			}
			events = append(events, r.row(t))
		}
	}
	return events[:n]
}

func BenchmarkMerge(b *testing.B) {
	events := corpus(b, 10000)
	for b.Loop() {
		Merge(events)
	}
	b.ReportMetric(float64(len(events))*float64(b.N)/b.Elapsed().Seconds(), "mentions/s")
}

func describe(r Result) string {
	var out strings.Builder
	for _, row := range r.Timeline {
		fmt.Fprintln(&out, row.TimelineID, row.Headline)
		for _, m := range r.Members {
			if m.TimelineID == row.TimelineID {
				fmt.Fprintln(&out, "   ", m.EventID, m.Reason, m.Score)
			}
		}
	}
	return out.String()
}

func TestAStopBehindTheAgentEndsTheHeadline(t *testing.T) {
	e := &schemas.Event{
		Trigger: "رفع", TriggerLemma: "رفع", Sentence: "رفع الأجور.", SpanEnd: 3,
		Participants: []schemas.EventParticipant{{Name: "الأجور", Role: "agent", Start: 4, End: 10}},
	}
	if got := snippet(e); got != "رفع" {
		t.Errorf("got %q", got)
	}
}

func TestArticleMakesNoOtherName(t *testing.T) {
	read := newReading()
	of := func(name string) *actor {
		a := actorOf(&schemas.EventParticipant{Name: name, EntityType: "group"}, read)
		return &a
	}
	if of("قضاة").same(of("القضاة")) != 1 {
		t.Error("judges and the judges are two")
	}
	if of("قضاة").same(of("الحراس")) != 0 {
		t.Error("judges and the guards are one")
	}
}
