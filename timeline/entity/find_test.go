package entity

import (
	"slices"
	"strings"
	"testing"

	"github.com/waqai/waqai/timeline/internal/langtest"
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
		{"ar", "زار محافظ البصرة سالم الحارثي المصنع.", []string{"person محافظ البصرة سالم الحارثي", "organisation المصنع"}}, // a governor is of a place
		{"ar", "رحب رئيس إقليم كردستان سالم الحارثي بالضيف.", []string{"person رئيس إقليم كردستان سالم الحارثي"}},
		{"ar", "صرح مدير شرطة دبي العميد سالم الحارثي بذلك.", []string{"person مدير شرطة دبي العميد سالم الحارثي"}},
		{"ar", "نعت الحركة القيادي في حركة حماس سالم الحارثي.", []string{"organisation الحركة", "person القيادي في حركة حماس سالم الحارثي"}},
		{"ar", "خطب الأمين العام لحزب الله سالم الحارثي.", []string{"person الأمين العام لحزب الله سالم الحارثي"}},
		{"ar", "قال المدير في بغداد.", []string{"person المدير", "place بغداد"}}, // no name follows: "in Baghdad" is the sentence's
		{"ar", "دعا الاتحاد الوطني للعمل إلى إضراب.", []string{"organisation الاتحاد الوطني للعمل"}},
		{"ar", "هنأ محمد بن سلمان الرئيس المصري.", []string{"person محمد بن سلمان", "person الرئيس المصري"}},
		{"ar", "قابل أحمد بن عقيل الخطيب.", []string{"person أحمد بن عقيل الخطيب"}},   // a family named Orator
		{"ar", "ضبط العميد مقداد ميري السلاح.", []string{"person العميد مقداد ميري"}}, // Miri is a small town too
		{"fa", "استاندار کرمان محمد مهدی فداکار پل را گشود.", []string{"person استاندار کرمان محمد مهدی فداکار"}},
		{"en", "The minister is expected.", []string{"person minister"}}, // IS is a group, "is" is none
		{"en", "Police arrested Ahmed al-Jubouri.", []string{"organisation Police", "person Ahmed al-Jubouri"}},
		{"en", "The U.N. Security Council met.", []string{"organisation U.N. Security Council"}},
		{"en", "The governor of Basra, Salem Harthi, spoke.", []string{"person governor of Basra, Salem Harthi"}},
		{"en", "A spokesman for the Israeli military, Daniel Harrow, spoke.", []string{"person spokesman for the Israeli military, Daniel Harrow"}},
		{"en", "The Ministry of Health in Gaza spoke.", []string{"organisation Ministry of Health", "place Gaza"}},
		{"en", "Volkswagen AG left.", []string{"organisation Volkswagen AG"}},
		{"en", "Workers met at the port of Halden.", []string{"group Workers", "place port of Halden"}},
		{"en", "Dock workers went home.", []string{"group workers"}},                             // the capital is the sentence's
		{"en", "Parliament lifted the state of emergency.", []string{"organisation Parliament"}}, // "of" is no town, what follows no name
		{"en", "The minister said the bridge was open.", []string{"person minister"}},            // Said is a given name, "said" is none
		{"en", "President Ronald Reagan said so.", []string{"person President Ronald Reagan"}},
		{"en", "Keldon Harrow Bank closed.", []string{"organisation Keldon Harrow Bank"}},
	} {
		recognizer, analyzer := load(t, c.code)
		read := analyzer.Read(c.sentence)
		got := []string{}
		for _, m := range recognizer.Find(read, nil, &Scratch{}) {
			got = append(got, string(m.Type)+" "+read.Slice(m.First, m.Last))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.sentence, got, c.want)
		}
	}
}

// load makes the recognizer and the reader of a language.
func load(t *testing.T, code string) (*Recognizer, *text.Analyzer) {
	t.Helper()
	pack, builder := langtest.Open(t, code)
	recognizer, err := Load(pack, builder)
	if err != nil {
		t.Fatal(err)
	}
	return recognizer, langtest.Analyzer(t, builder)
}

// TestLongChains reads descriptions that stand in each other without end: each is looked into a few times, not once for every way through.
func TestLongChains(t *testing.T) {
	recognizer, analyzer := load(t, "ar")
	for _, chain := range []string{"رئيس ", "شركة ", "رئيس شركة ", "شركة كتاب ", "مدير إقليم شركة كتاب "} {
		read := analyzer.Read(strings.Repeat(chain, 3000))
		for _, m := range recognizer.Find(read, nil, &Scratch{}) {
			if m.Last <= m.First || m.Last > len(read.Tokens) {
				t.Fatalf("%q: mention of tokens %d to %d of %d", chain, m.First, m.Last, len(read.Tokens))
			}
		}
	}
}
