package event

import (
	"slices"
	"testing"

	"github.com/waqai/waqai/timeline/entity"
)

// TestPhrases shows where a phrase ends.
func TestPhrases(t *testing.T) {
	finder, analyzer := loadArabic(t)
	place := func(token int) []entity.Mention {
		return []entity.Mention{{First: token, Last: token + 1, Type: entity.Place}}
	}
	for _, test := range []struct {
		source   string
		mentions []entity.Mention
		want     []string
	}{
		{"تستقبل المدينة ملايين الزائرين", nil, []string{"المدينة", "ملايين الزائرين"}},
		{"أغلق المتظاهر الطريق الرئيسية", nil, []string{"المتظاهر", "الطريق الرئيسية"}},
		{"ألغى المسؤول اجتماعا", nil, []string{"المسؤول", "اجتماعا"}},
		{"التقى الوزير الجديد", nil, []string{"الوزير الجديد"}},
		{"غادر المسؤول بغداد", place(2), []string{"المسؤول", "بغداد"}},
		{"غادر الوزير العماني بغداد", place(3), []string{"الوزير العماني", "بغداد"}},
		{"دخل 15 المسؤول بغداد", place(3), []string{"15 المسؤول", "بغداد"}},
		{"زار سالم الحارثي بغداد", []entity.Mention{{First: 1, Last: 3, Type: entity.Person, Name: "سالم الحارثي", Same: -1}, {First: 3, Last: 4, Type: entity.Place}}, []string{"سالم الحارثي", "بغداد"}},
		{"عاد محافظ بغداد", []entity.Mention{{First: 1, Last: 2, Type: entity.Person, Office: "محافظ", Same: -1}, {First: 2, Last: 3, Type: entity.Place}}, []string{"محافظ بغداد"}},
		{"زار مطار بغداد", place(2), []string{"مطار بغداد"}},
	} {
		var r reading
		r.read(analyzer.Read(test.source), finder.lexicon, nil, test.mentions)
		r.chunk()
		var got []string
		for _, p := range r.phrases {
			got = append(got, r.Slice(int(p.first), int(p.last)))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: phrases %q, not %q", test.source, got, test.want)
		}
	}
}

// TestPhrasesOfNames shows where phrases with names, numbers and owners end in each language, and which mention names them.
func TestPhrasesOfNames(t *testing.T) {
	for code, tests := range map[string]map[string][]string{
		"ar": {
			"اعتقلت قوات الأمن 12 مشتبها":  {"قوات الأمن=قوات الأمن", "12 مشتبها="},
			"تجاوز بوروسيا دورتموند 2":     {"بوروسيا دورتموند=بوروسيا دورتموند", "2="},
			"أسفر عن مقتل ثلاثة عمال":      {"مقتل=", "ثلاثة عمال=عمال"},
			"يستند إلى القرار 2254 الصادر": {"القرار 2254 الصادر="},
		},
		"fa": {
			"توافق را در وین امضا کرد":    {"توافق=", "وین=وین", "امضا="},
			"شورای عالی امنیت ملی لغو شد": {"شورای عالی امنیت ملی=شورای عالی امنیت ملی", "لغو="},
			"سربازان در درگیری کشته شدند": {"سربازان=سربازان", "درگیری=", "کشته=کشته"},
			"وزیر وارد بغداد شد":          {"وزیر=وزیر", "وارد=", "بغداد=بغداد"},
		},
		"en": {
			"Iraq's parliament voted":                {"Iraq's parliament=parliament"},
			"agreed to buy Keldon Harrow":            {"Keldon Harrow=Keldon Harrow"},
			"plans to visit Tehran":                  {"plans=", "Tehran=Tehran"},
			"expelled U.S. troops":                   {"U.S. troops=troops"},
			"met a Hamas delegation":                 {"a Hamas delegation=delegation"},
			"Mark Harrow's office replied":           {"Mark Harrow's office=office"},
			"killed at least 14 people":              {"14 people="},
			"saw former U.S. President Donald Trump": {"former U.S. President Donald Trump=President Donald Trump"},
		},
	} {
		finder, recognizer, analyzer := load(t, code)
		for source, want := range tests {
			read := analyzer.Read(source)
			mentions := recognizer.Find(read, nil, &entity.Scratch{})
			var r reading
			r.read(read, finder.lexicon, nil, mentions)
			r.chunk()
			var got []string
			for _, p := range r.phrases {
				named := ""
				if p.mention >= 0 {
					named = read.Slice(mentions[p.mention].First, mentions[p.mention].Last)
				}
				got = append(got, r.Slice(int(p.first), int(p.last))+"="+named)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s: phrases %q, not %q", source, got, want)
			}
		}
	}
}
