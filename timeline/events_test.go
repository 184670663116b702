package timeline

import (
	"slices"
	"testing"

	"github.com/waqai/waqai/schemas"
	"github.com/waqai/waqai/timeline/event"
	"github.com/waqai/waqai/timeline/input"
)

// TestEvents: what a reader would put on a timeline, from sentences written for the project.
func TestEvents(t *testing.T) {
	for _, test := range []struct {
		text, published string
		trigger         string
		kind            event.Kind
		status          event.Status
		when            string
	}{
		{"وصل وزير الطاقة القطري إلى الرباط مساء الثلاثاء.", "2024-05-16", "وصل", "arrive", event.Actual, "2024-05-14TEV"},
		{"التقى الرئيس التونسي نظيره الجزائري أمس في تونس.", "2024-05-16", "التقى", "meet", event.Actual, "2024-05-15"},
		{"وقعت الشركتان اتفاقا لبناء محطة كهرباء يوم 3 مايو.", "2024-05-16", "وقعت", "agree", event.Actual, "2024-05-03"},
		{"سيزور الأمين العام للأمم المتحدة بغداد الأسبوع المقبل.", "2024-05-16", "سيزور", "visit", event.Planned, "2024-W21"},
		{"قتل ثلاثة جنود في هجوم على نقطة تفتيش الجمعة.", "2024-05-18", "قتل", "die", event.Actual, "2024-05-17"},
		{"Police arrested three men on Friday.", "2024-05-18", "arrested", "arrest", event.Actual, "2024-05-17"},
	} {
		e := eventOf(t, extract(t, test.text, test.published), test.trigger)
		if e == nil {
			continue
		}
		when := ""
		if e.When != nil {
			when = e.When.Value
		}
		if e.Kind != test.kind || e.Status != test.status || when != test.when {
			t.Errorf("%s: %s is %s, %s, %q; want %s, %s, %q", test.text, test.trigger, e.Kind, e.Status, when, test.kind, test.status, test.when)
		}
	}
}

// TestCarriedOver: a sentence that leaves its speaker out has the one of the sentence before.
func TestCarriedOver(t *testing.T) {
	for _, test := range []struct{ text, trigger, agent string }{
		{"قال وزير الطاقة القطري سعد المهندي، الثلاثاء، إن الإنتاج ارتفع. وأضاف أن التصدير سيبدأ الشهر المقبل.", "وأضاف", "وزير الطاقة القطري سعد المهندي"},
		{"Transport Minister Erik Dahl said on Monday that the new line was ready. He added that trains had been ordered.", "added", "Transport Minister Erik Dahl"},
	} {
		e := eventOf(t, extract(t, test.text, ""), test.trigger)
		if e == nil {
			continue
		}
		if parts := e.Participants; len(parts) != 1 || parts[0].Role != event.Agent || parts[0].Text != test.agent {
			t.Errorf("%s: %s has %v; want the agent %s", test.text, test.trigger, parts, test.agent)
		}
	}
}

// extract reads one article; published may be empty.
func extract(t *testing.T, article, published string) Result {
	t.Helper()
	document := input.Document{Text: article}
	if published != "" {
		var err error
		if document.Published, err = input.ParsePublished(published); err != nil {
			t.Fatal(err)
		}
	}
	result, err := extractor(t).Worker().Extract(document)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// eventOf is the event of a result that has the trigger; nil, and an error of the test, if none has.
func eventOf(t *testing.T, result Result, trigger string) *event.Event {
	t.Helper()
	i := slices.IndexFunc(result.Events, func(e event.Event) bool { return e.Text == trigger })
	if i < 0 {
		t.Errorf("%s: no event %s", result.Document.Text, trigger)
		return nil
	}
	return &result.Events[i]
}

// TestSource: "according to" names who says so, unless what stands behind it is what is acted by.
func TestSource(t *testing.T) {
	for _, test := range []struct{ text, trigger, source string }{
		{"ارتفعت الأسعار بحسب وزارة التجارة المغربية.", "ارتفعت", "وزارة التجارة المغربية"},
		{"تسلمت الشركة الميناء وفقا للاتفاق.", "تسلمت", ""},
		{"Prices rose on Monday, according to the Finance Ministry.", "rose", "the Finance Ministry"},
	} {
		e := eventOf(t, extract(t, test.text, ""), test.trigger)
		if e == nil {
			continue
		}
		source := ""
		if e.Source != nil {
			source = e.Source.Text
		}
		if source != test.source {
			t.Errorf("%s: the source is %q, want %q", test.text, source, test.source)
		}
	}
}

// TestNames: an office alone has the name that the article gives its holder, in the article's language, and participants stand in text order.
func TestNames(t *testing.T) {
	const article = "أعلن الرئيس الفرنسي إيمانويل ماكرون خطة جديدة. وقال الرئيس الفرنسي إنها تبدأ غدا. ووقعت روسيا والهند اتفاقا في موسكو."
	result := extract(t, article, "2024-05-16")
	rows := result.Rows(ShareSentence)
	for trigger, want := range map[string][]string{"وقال": {"إيمانويل ماكرون"}, "ووقعت": {"روسيا", "الهند"}} {
		i := slices.IndexFunc(rows.Events, func(e schemas.Event) bool { return e.Trigger == trigger })
		if i < 0 {
			t.Errorf("no event %s", trigger)
			continue
		}
		var names []string
		for _, p := range rows.Events[i].Participants {
			names = append(names, p.Name)
		}
		if !slices.Equal(names, want) {
			t.Errorf("%s: participants %q, want %q", trigger, names, want)
		}
	}
}
