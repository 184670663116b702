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
