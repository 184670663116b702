package text

import (
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	for _, c := range []struct{ code, source, want string }{
		{"ar", "وصل الوزير. وقال إن الزيارة مهمة! فهل تنجح؟ ربما", "وصل الوزير. | وقال إن الزيارة مهمة! | فهل تنجح؟ | ربما"},
		{"ar", "قال د. سامي حداد إن النسبة 3.5 في المئة.", "قال د. سامي حداد إن النسبة 3.5 في المئة."},
		{"ar", "انتهى الاجتماع.وقال الوزير", "انتهى الاجتماع. | وقال الوزير"},
		{"ar", "قال: \"انتهينا.\" ثم غادر.", "قال: \"انتهينا.\" | ثم غادر."},
		{"ar", "بحث (في لقاء طويل. استمر ساعة) الملف.", "بحث (في لقاء طويل. استمر ساعة) الملف."},
		{"ar", "سطر أول\nسطر ثان\n\nفقرة", "سطر أول | سطر ثان | فقرة"},
		{"en", "Mr. Smith met J. Doe in the U.S. on Monday. They spoke for 2.5 hours. \"Why?\" he asked.", "Mr. Smith met J. Doe in the U.S. on Monday. | They spoke for 2.5 hours. | \"Why?\" he asked."},
		{"en", "He left the U.S. The next day he came back at 5 p.m. on a boat.", "He left the U.S. | The next day he came back at 5 p.m. on a boat."},
		{"en", "See example.com. It works.", "See example.com. | It works."},
		{"en", "1. First point. 2. Second point.", "1. First point. | 2. Second point."},
		{"en", "He stopped... and went on. \"Good.\" She left.", "He stopped... and went on. | \"Good.\" | She left."},
		{"fa", "وزیر آمد. او گفت: «خوب است.» سپس رفت.", "وزیر آمد. | او گفت: «خوب است.» | سپس رفت."},
	} {
		language := load(t, c.code)
		if got := sentences(NewAnalyzer(language).Read(c.source)); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

func sentences(text *Text) string {
	var all []string
	for _, s := range text.Sentences {
		all = append(all, text.Slice(s.First, s.Last))
	}
	return strings.Join(all, " | ")
}

func TestHardWrappedLines(t *testing.T) {
	source := "Harbour workers began a two day walkout on Tuesday, closing most\n" +
		"of the berths on the eastern shore and delaying some twenty ships\n" +
		"that were to unload grain and timber this week, their union\n" +
		"said in a statement.\n" +
		"Talks with the port authority will start again on Thursday, when\n" +
		"a mediator from the capital is expected to join both sides.\n"
	text := NewAnalyzer(load(t, "en")).Read(source)
	if len(text.Sentences) != 2 || text.Sentences[1].Paragraph != 1 || text.Sentences[0].Title {
		t.Errorf("%+v: %s", text.Sentences, sentences(text))
	}
}

func TestTitles(t *testing.T) {
	text := NewAnalyzer(load(t, "ar")).Read("الوزير يزور المدينة\nوصل الوزير صباح الأحد إلى المدينة. وبحث ملف المياه.\n")
	if len(text.Sentences) != 3 || !text.Sentences[0].Title || text.Sentences[1].Title || text.Sentences[2].Title {
		t.Errorf("%+v", text.Sentences)
	}
	if text := NewAnalyzer(load(t, "ar")).Read("غدا"); text.Sentences[0].Title {
		t.Errorf("a lone phrase is no headline")
	}
}
