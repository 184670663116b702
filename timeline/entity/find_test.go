package entity

import (
	"slices"
	"testing"

	"github.com/waqai/waqai/timeline/lang"
	"github.com/waqai/waqai/timeline/text"
)

// TestFind reads sentences whose mentions are easily taken too long, too short, or where none is.
func TestFind(t *testing.T) {
	for _, c := range []struct {
		code, sentence string
		want           []string // type and text of every mention
	}{
		{"ar", "وقف الحارس أمام المبنى.", []string{}}, // "before" is no imam
		{"ar", "استقبل نائب المدير وفدا.", []string{"person نائب المدير", "group وفدا"}},
		{"ar", "طلبت حكومة النرويج المساعدة.", []string{"organisation حكومة النرويج"}}, // the noun behind a name is the verb's object
		{"ar", "أكد وزير المالية خالد البصري الأمر.", []string{"person وزير المالية خالد البصري"}},
		{"ar", "وصلت وزيرة الصحة ليلى القضاة، ثم غادرت.", []string{"person وزيرة الصحة ليلى القضاة"}},
		{"ar", "وقال الوزير إنها بدأت.", []string{"person الوزير"}}, // "that it" is no name
		{"ar", "أكد الوزيران أنه سيتم البناء.", []string{"person الوزيران"}},
		{"ar", "عاد السائق الذي نجا.", []string{"person السائق"}},
		{"ar", "أعلن وزير المالية خالد البصري خطة جديدة.", []string{"person وزير المالية خالد البصري"}},
		{"ar", "زار الوزير العاصمة بغداد.", []string{"person الوزير", "place العاصمة بغداد"}},
		{"en", "Workers met at the port of Halden.", []string{"group Workers", "place port of Halden"}},
		{"en", "Dock workers went home.", []string{"group workers"}},                             // the capital is the sentence's
		{"en", "Parliament lifted the state of emergency.", []string{"organisation Parliament"}}, // "of" is no town, what follows no name
		{"en", "The minister said the bridge was open.", []string{"person minister"}},            // Said is a given name, "said" is none
		{"en", "President Ronald Reagan said so.", []string{"person President Ronald Reagan"}},
		{"en", "Keldon Harrow Bank closed.", []string{"organisation Keldon Harrow Bank"}},
	} {
		pack, err := lang.Open(c.code)
		if err != nil {
			t.Fatal(err)
		}
		builder, err := text.NewBuilder(pack)
		if err != nil {
			t.Fatal(err)
		}
		recognizer, err := Load(pack, builder)
		if err != nil {
			t.Fatal(err)
		}
		language, err := builder.Language()
		if err != nil {
			t.Fatal(err)
		}
		read := text.NewAnalyzer(language).Read(c.sentence)
		got := []string{}
		for _, m := range recognizer.Find(read, nil, &Scratch{}) {
			got = append(got, string(m.Type)+" "+read.Slice(m.First, m.Last))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.sentence, got, c.want)
		}
	}
}
