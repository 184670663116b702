package story

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/waqai/waqai/schemas"
)

// TestBrowser drives the page in Chromium: browser/page.test.mjs. It needs node, Chromium and the packages of browser/package.json (npm ci);
// without them it is skipped, unless WAQAI_BROWSER=required, as continuous integration says.
func TestBrowser(t *testing.T) {
	missing := func(format string, arguments ...any) {
		t.Helper()
		if os.Getenv("WAQAI_BROWSER") == "required" {
			t.Fatalf(format, arguments...)
		}
		t.Skipf(format, arguments...)
	}
	if testing.Short() {
		t.Skip("starts a browser")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		missing("no node: the page is not tested in a browser; install nodejs")
	}
	chromium := os.Getenv("CHROMIUM")
	if chromium == "" {
		chromium = "/usr/bin/chromium"
	}
	if _, err := os.Stat(chromium); err != nil {
		missing("no Chromium at %s: the page is not tested in a browser; install chromium or set CHROMIUM", chromium)
	}
	if _, err := os.Stat("browser/node_modules/playwright-core"); err != nil {
		missing("the page is not tested in a browser: run npm ci in export/story/browser")
	}
	folder := t.TempDir()
	english := example(t)
	english.Language, english.Title = "en", "The visit"
	empty := New("", "fa", nil, Options{})
	fragment := example(t)
	fragment.Options.Fragment = true
	for name, s := range map[string]*Story{
		"ar.html": example(t), "en.html": english, "hostile.html": hostileStory(t), "many.html": manyEvents(t, 5000), "empty.html": empty, "fragment.html": fragment,
		"ar.ics": example(t), "hostile.ics": hostileStory(t),
	} {
		format, _ := ByPath(name)
		if err := WriteFile(filepath.Join(folder, name), format, s); err != nil {
			t.Fatal(err)
		}
	}
	command := exec.Command(node, "--test", "--test-reporter=spec", "browser/page.test.mjs", "browser/ical.test.mjs")
	command.Env = append(os.Environ(), "WAQAI_PAGES="+folder, "CHROMIUM="+chromium)
	out, err := command.CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Error(err)
	}
}

// manyEvents is a story of n events over four years, with 40 people in 12 places and two sources each.
func manyEvents(t testing.TB, n int) *Story {
	places := []string{"عمّان", "إربد", "البصرة", "حلب", "صيدا", "تعز", "غزة", "طرابلس", "وهران", "سوسة", "أسوان", "نابلس"}
	kinds := []string{"meet", "agree", "visit", "open", "build", "protest"}
	statuses := []string{"actual", "actual", "actual", "planned", "possible", "negated"}
	first := on(t, "2020-01-01").Value
	rows := make([]schemas.Timeline, n)
	for i := range rows {
		day := schemas.Some(first + schemas.Day(i*1461/n))
		who := fmt.Sprintf("المهندسة سلمى رقم %d", i%40)
		sentence := fmt.Sprintf("زارت %s صباح اليوم موقع الجسر الجديد في %s واطلعت مع فريق من الفنيين على سير العمل في المرحلة %d من المشروع.", who, places[i%12], i)
		source := schemas.TimelineSource{
			DocumentID: fmt.Sprintf("d%d", i), EventID: fmt.Sprintf("e%d", i), Title: fmt.Sprintf("زيارة إلى الجسر %d", i), Publisher: fmt.Sprintf("صحيفة %d", i%7),
			URL: fmt.Sprintf("https://example.org/%d", i), PublishedDate: day, Language: "ar", Sentence: sentence, SpanEnd: 4,
		}
		rows[i] = schemas.Timeline{
			TimelineID: fmt.Sprintf("w_%020d", i), Kind: kinds[i%len(kinds)], Status: statuses[i%len(statuses)], Language: "ar", Headline: fmt.Sprintf("%s تزور الجسر، المرحلة %d", who, i),
			Where: schemas.Where{Place: places[i%12], Country: "JO"}, When: schemas.When{
				DateStart: day, DateEnd: day, Granularity: "day", DateText: "اليوم", Basis: "relative", Certainty: "exact", Calendar: "gregorian",
			},
			Participants: []schemas.EventParticipant{{Name: who, Role: "agent"}}, NMentions: 1, NDocuments: 1, NPublishers: 1, Sources: []schemas.TimelineSource{source},
		}
	}
	return New("خمسة آلاف حدث", "ar", rows, Options{})
}
