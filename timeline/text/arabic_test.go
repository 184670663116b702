package text

import (
	"strings"
	"testing"

	"github.com/waqai/waqai/timeline/lang"
)

// arabicVerbs are verbs of every form and weakness, in the columns of verbs.tsv.
const arabicVerbs = `word	form	present	masdar	kind	features
كتب	I	يكتب	كتابة
وقع	I	يقع	وقوع
وصل	I	يصل	وصول
قال	I	يقول	قول
زار	I	يزور	زيارة
باع	I	يبيع	بيع
نام	I	ينام	نوم
بحث	I	يبحث	بحث
رد	I	يرد	رد
دعا	I	يدعو	دعوة|دعاء
مشى	I	يمشي	مشي
بقي	I	يبقى	بقاء
سعى	I	يسعى	سعي
قرأ	I	يقرأ	قراءة
بدأ	I	يبدأ	بدء
جاء	I	يجيء	مجيء
أخذ	I	يأخذ	أخذ
سأل	I	يسأل	سؤال
رأى	I	يرى	رؤية
ولي	I	يلي	ولاية
وقّع	II
قرر	II
أكد	II
أدى	II
سمى	II
هنأ	II
شارك	III
لاقى	III
فاجأ	III
آزر	III
أعلن	IV
أعاد	IV
أنهى	IV
أعد	IV
أنشأ	IV
أوقف	IV
أوصى	IV
آمن	IV
أساء	IV
تحدث	V
تلقى	V
تنبأ	V
تعاون	VI
تلافى	VI
تفاءل	VI
انفجر	VII
انحاز	VII
انضم	VII
انقضى	VII
اجتمع	VIII
اتفق	VIII
التقى	VIII
اختار	VIII
احتل	VIII
ادعى	VIII
ازداد	VIII
اصطدم	VIII
اطلع	VIII
امتلأ	VIII
احمر	IX
استقبل	X
استعاد	X
استدعى	X
استعد	X
استأنف	X
استورد	X
استولى	X
سيطر	Q
تدهور	QII
اطمأن	QIV
`

func TestArabicConjugation(t *testing.T) {
	l := loadWith(t, "ar", map[string]string{"verbs": arabicVerbs})
	for line := range strings.SplitSeq(strings.TrimSpace(`
كتب: كتبت=past.3fs كتبوا=past.3mp كتبنا=past.1p يكتبون=present.3mp تكتب=present.3fs كاتب=active.ms? مكتوب=participle كتابتها=masdar.fs.object3fs
وقع: وقع=past.3ms يقع=present.3ms وقعا=past.3md ستقع=future.3fs.will وقوع=masdar يقعان=present.3md
وصل: وصلت=past.3fs يصل=present.3ms سيصلون=future.3mp.will وصولهم=masdar.object3mp واصل=active وصلتا=past.3fd
قال: قال=past.3ms قالت=past.3fs قلت=past.1s قالوا=past.3mp يقول=present.3ms يقل=present.3ms قيل=past.3ms.passive يقال=present.3ms.passive قائلا=active يقلن=present.3fp
زار: زار=past.3ms زرت=past.1s زارا=past.3md يزور=present.3ms يزر=present.3ms زيارته=masdar.fs.object3ms سيزور=future.3ms.will زائرين=active.d زاره=past.3ms.object3ms
باع: بعنا=past.1p يبيع=present.3ms يبع=present.3ms بيع=past.3ms.passive يباع=present.3ms.passive
نام: نمت=past.1s ينام=present.3ms ينم=present.3ms
بحث: بحثا=past.3md وبحث=past.3ms.and بحثهما=masdar.object3d يبحثان=present.3md سيبحث=future.3ms.will وبحثهما=masdar.and.object3d
رد: ردت=past.3fs رددت=past.1s يرد=present.3ms يردد=present.3ms ردوا=past.3mp
دعا: دعا=past.3ms دعت=past.3fs دعوا=past.3mp دعوت=past.1s دعوا=past.3md يدعو=present.3ms يدع=present.3ms يدعون=present.3mp دعي=past.3ms.passive يدعى=present.3ms.passive داعيا=active دعاه=past.3ms.object3ms دعوتهم=masdar.fs.object3mp
مشى: مشت=past.3fs مشيا=past.3md مشوا=past.3mp مشيت=past.1s يمشي=present.3ms يمشون=present.3mp يمش=present.3ms
بقي: بقي=past.3ms بقيت=past.3fs بقوا=past.3mp يبقى=present.3ms يبقون=present.3mp يبقيان=present.3md
سعى: سعت=past.3fs يسعى=present.3ms يسعون=present.3mp ساعيا=active سعوا=past.3mp
قرأ: قرأت=past.3fs قرأوا=past.3mp قرؤوا=past.3mp يقرأون=present.3mp يقرؤون=present.3mp قرئ=past.3ms.passive مقروءة=participle.fs.object?
بدأ: بدأ=past.3ms بدأت=past.3fs يبدأ=present.3ms ستبدأ=future.3fs.will بدآ=past.3md بدء=masdar
جاء: جاءت=past.3fs جاءوا=past.3mp جاؤوا=past.3mp جئنا=past.1p يجيء=present.3ms
أخذ: أخذت=past.3fs يأخذ=present.3ms أخذوا=past.3mp يؤخذ=present.3ms.passive
سأل: سألته=past.3fs.object3ms يسأل=present.3ms سئل=past.3ms.passive
رأى: رأى=past.3ms رأت=past.3fs يرى=present.3ms رأوا=past.3mp يرون=present.3mp
ولي: يلي=present.3ms وليت=past.3fs
وقّع: وقع=past.3ms وقعت=past.3fs يوقع=present.3ms توقيع=masdar وقعه=past.3ms.object3ms وتوقيعها=masdar.and.object3fs سيوقعان=future.3md.will موقع=active
قرر: قررت=past.3fs يقرر=present.3ms تقرير=masdar مقرر=participle
أكد: أكدت=past.3fs يؤكد=present.3ms تأكيده=masdar.object3ms مؤكدا=active مؤكدة=active.fs
أدى: أدت=past.3fs يؤدي=present.3ms تأدية=masdar.fs أدوا=past.3mp
سمى: سمت=past.3fs يسمي=present.3ms يسمى=present.3ms.passive تسمية=masdar.fs
هنأ: هنأت=past.3fs يهنئ=present.3ms تهنئة=masdar.fs هنأه=past.3ms.object3ms
شارك: شاركت=past.3fs يشارك=present.3ms مشاركة=masdar.fs مشاركين=active.mp شورك=past.3ms.passive
لاقى: لاقت=past.3fs يلاقي=present.3ms لاقوا=past.3mp
فاجأ: فاجأت=past.3fs يفاجئ=present.3ms فوجئ=past.3ms.passive فوجئت=past.3fs.passive
آزر: يؤازر=present.3ms مؤازرة=masdar.fs
أعلن: أعلنت=past.3fs يعلن=present.3ms ستعلن=future.3fs.will إعلان=masdar أعلنوا=past.3mp وأعلن=past.3ms.and للإعلان=masdar.to.article معلنا=active
أعاد: أعاد=past.3ms أعادت=past.3fs أعدنا=past.1p يعيد=present.3ms يعد=present.3ms أعيد=past.3ms.passive يعاد=present.3ms.passive إعادة=masdar.fs معاد=participle
أنهى: أنهت=past.3fs أنهى=past.3ms أنهيا=past.3md أنهوا=past.3mp ينهي=present.3ms ينه=present.3ms إنهاء=masdar إنهائه=masdar.object3ms أنهاها=past.3ms.object3fs منهيا=active
أعد: أعدت=past.3fs أعددت=past.1s يعد=present.3ms إعداد=masdar
أنشأ: أنشأت=past.3fs ينشئ=present.3ms إنشاء=masdar أنشئ=past.3ms.passive أنشئت=past.3fs.passive
أوقف: أوقفت=past.3fs يوقف=present.3ms إيقاف=masdar أوقفته=past.3fs.object3ms
أوصى: أوصت=past.3fs يوصي=present.3ms إيصاء=masdar
آمن: آمن=past.3ms يؤمن=present.3ms إيمان=masdar
أساء: أساء=past.3ms أساءت=past.3fs يسيء=present.3ms يسيئون=present.3mp إساءة=masdar.fs
تحدث: تحدث=past.3ms تحدثت=past.3fs يتحدث=present.3ms تحدثوا=past.3mp متحدث=active
تلقى: تلقت=past.3fs يتلقى=present.3ms تلقي=masdar تلقوا=past.3mp يتلقون=present.3mp
تنبأ: تنبأت=past.3fs يتنبأ=present.3ms تنبؤ=masdar
تعاون: تعاون=past.3ms التعاون=masdar.article يتعاونون=present.3mp بتعاونهما=masdar.in.object3d
تلافى: تلافت=past.3fs يتلافى=present.3ms
تفاءل: تفاءل=past.3ms يتفاءل=present.3ms تفاؤل=masdar متفائل=active
انفجر: انفجرت=past.3fs ينفجر=present.3ms بانفجار=masdar.in الانفجارات=masdar.fp.article وانفجر=past.3ms.and
انحاز: انحازت=past.3fs ينحاز=present.3ms انحياز=masdar
انضم: انضمت=past.3fs ينضم=present.3ms انضمام=masdar انضمامها=masdar.object3fs
انقضى: انقضت=past.3fs ينقضي=present.3ms انقضاء=masdar
اجتمع: اجتمعوا=past.3mp يجتمع=present.3ms اجتماع=masdar اجتماعين=masdar.d واجتمعا=past.3md.and ليجتمع=present.3ms.to مجتمعون=active.mp
اتفق: اتفقت=past.3fs يتفق=present.3ms بالاتفاق=masdar.in.article اتفاقا=masdar متفق=active اتفقا=past.3md
التقى: التقى=past.3ms التقيا=past.3md التقت=past.3fs يلتقي=present.3ms سيلتقيان=future.3md.will التقوا=past.3mp التقاه=past.3ms.object3ms التقاء=masdar
اختار: اختارت=past.3fs اخترنا=past.1p يختار=present.3ms اختيار=masdar اختير=past.3ms.passive اختارته=past.3fs.object3ms
احتل: احتلت=past.3fs يحتل=present.3ms احتلال=masdar محتل=active
ادعى: ادعت=past.3fs يدعي=present.3ms ادعاء=masdar
ازداد: ازدادت=past.3fs يزداد=present.3ms ازدياد=masdar
اصطدم: اصطدمت=past.3fs يصطدم=present.3ms اصطدام=masdar
اطلع: اطلع=past.3ms يطلع=present.3ms اطلاعه=masdar.object3ms
امتلأ: امتلأت=past.3fs يمتلئ=present.3ms امتلاء=masdar
احمر: احمرت=past.3fs يحمر=present.3ms احمرار=masdar
استقبل: استقبلته=past.3fs.object3ms يستقبل=present.3ms استقباله=masdar.object3ms سيستقبلونهم=future.3mp.will.object3mp استقبلهم=past.3ms.object3mp باستقبال=masdar.in مستقبلا=active
استعاد: استعادت=past.3fs يستعيد=present.3ms استعادة=masdar.fs استعيد=past.3ms.passive استعدنا=past.1p
استدعى: استدعت=past.3fs يستدعي=present.3ms استدعاء=masdar استدعائه=masdar.object3ms استدعي=past.3ms.passive
استعد: استعدت=past.3fs يستعد=present.3ms استعدادا=masdar استعدادات=masdar.fp
استأنف: استأنفت=past.3fs يستأنف=present.3ms استئناف=masdar استئنافها=masdar.object3fs
استورد: استوردت=past.3fs يستورد=present.3ms استيراد=masdar
استولى: استولت=past.3fs يستولي=present.3ms استيلاء=masdar
سيطر: سيطرت=past.3fs يسيطر=present.3ms سيطرة=masdar.fs سيطرتها=masdar.fs.object3fs
تدهور: تدهورت=past.3fs يتدهور=present.3ms تدهور=masdar
اطمأن: يطمئن=present.3ms اطمئنان=masdar اطمأنت=past.3fs
`), "\n") {
		lemma, forms, _ := strings.Cut(line, ": ")
		for pair := range strings.FieldsSeq(forms) {
			if spelling, want, _ := strings.Cut(pair, "="); !strings.HasSuffix(want, "?") {
				expect(t, l, spelling, lemmaName(l, lemma), want)
			}
		}
	}
}

// lemmaName is the dictionary spelling under which a lemma went in: two verbs that differ in marks only share it.
func lemmaName(l *Language, lemma string) string {
	for _, name := range l.names {
		if strictSpelling(name) == lemma {
			return name
		}
	}
	return l.Name(l.Lookup(lemma))
}

func TestArticleInTheEntry(t *testing.T) {
	pack, err := lang.Open("ar")
	if err != nil {
		t.Fatal(err)
	}
	b, err := NewBuilder(pack)
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]WordID{}
	for word, class := range map[string]Class{"البصرة": Proper, "الأربعاء": Fixed, "الداخلية": Nominal, "ليلى": Proper} {
		if ids[word], err = b.Intern(word, class); err != nil {
			t.Fatal(err)
		}
	}
	l, err := b.Language()
	if err != nil {
		t.Fatal(err)
	}
	for spelling, lemma := range map[string]string{"وللبصرة": "البصرة", "بالبصرة": "البصرة", "والأربعاء": "الأربعاء", "للداخلية": "الداخلية", "بالداخلية": "الداخلية", "لليلى": "ليلى", "وليلى": "ليلى"} {
		if !l.Word(spelling).Is(ids[lemma]) {
			t.Errorf("%s: %+v, want a form of %s", spelling, l.Word(spelling).Analyses, lemma)
		}
	}
	if l.Word("بصرة").Is(ids["البصرة"]) {
		t.Errorf("a name with its article was found without it")
	}
}

func TestMarksDecide(t *testing.T) {
	l := loadWith(t, "ar", map[string]string{"verbs": arabicVerbs + "قتل\tI\tيقتل\tقتل\nعقد\tI\tيعقد\tعقد\n"})
	for spelling, want := range map[string]string{
		"قُتل": "قتل past.3ms.passive", "وعُقدت": "عقد past.3fs.passive.and", "يُقتل": "قتل present.3ms.passive", "قتل": "قتل past.3ms",
		"وقّع": "وقّع past.3ms", "وقّعه": "وقّع past.3ms.object3ms", "وَقَع": "وقع past.3ms", "أُعلن": "أعلن past.3ms.passive", "وقّعت": "وقّع past.3fs",
		"يُعلن": "أعلن present.3ms",
	} {
		word := l.Word(spelling)
		if len(word.Analyses) == 0 {
			t.Errorf("%s: no reading", spelling)
		} else if first := word.Analyses[0]; l.Name(first.Lemma)+" "+describe(first) != want {
			t.Errorf("%s: %s %s first, want %s", spelling, l.Name(first.Lemma), describe(first), want)
		}
	}
	if first := l.Word("يستعد").Analyses[0]; l.Name(first.Lemma) != "استعد" {
		t.Errorf("the jussive of another verb comes first: %+v", first)
	}
	// without marks both verbs are readings, each with an id of its own
	expect(t, l, "وقعت", "وقع", "past.3fs")
	expect(t, l, "وقعت", "وقّع", "past.3fs")
	if a := l.Word("يوقع").Analyses; l.Name(a[0].Lemma) != "وقّع" {
		t.Errorf("%+v", a)
	}
}

func TestArabicPrecision(t *testing.T) {
	l := loadWith(t, "ar", map[string]string{
		"verbs": arabicVerbs,
		"nouns": "word\tplural\tkind\tfeatures\nوزير\tوزراء\nلقاء\nاتفاق\nشركة\nمستشفى\nولد\tأولاد\nقائد\tقادة\nجامعة\nمصري\n",
	})
	has := func(spelling, lemma, want string) { t.Helper(); expect(t, l, spelling, lemmaName(l, lemma), want) }
	has("للقاء", "لقاء", "none.to.article")
	has("لقائه", "لقاء", "none.object3ms")
	has("لقاءات", "لقاء", "none.fp")
	has("الوزيران", "وزير", "none.d.article")
	has("الوزيرين", "وزير", "none.d.article")
	has("وزيرا", "وزير", "none.d")
	has("وزراؤها", "وزير", "none.p.object3fs")
	has("والوزراء", "وزير", "none.p.and.article")
	has("شركتان", "شركة", "none.fd")
	has("شركتها", "شركة", "none.fs.object3fs")
	has("بالشركات", "شركة", "none.fp.in.article")
	has("مستشفاها", "مستشفى", "none.object3fs")
	has("مستشفيات", "مستشفى", "none.fp")
	has("قادتها", "قائد", "none.p.object3fs")
	has("المصريين", "مصري", "none.d.article")
	// spelled carelessly
	has("الجامعه", "جامعة", "none.fs.article")
	has("المصرى", "مصري", "none.article")
	has("فى", "في", "none")
	if word := l.Word("الي"); l.Name(word.Exact) != "إلى" {
		t.Errorf("الي: %v", word)
	}
	// unknown, by pattern
	for spelling, want := range map[string]string{"يستمطرون": "present.3mp", "استمطار": "masdar", "وانبجست": "past.3fs.and", "التحاسد": "masdar.article", "اكتنز": "past.3ms"} {
		word, found := l.Word(spelling), false
		for _, a := range word.Analyses {
			found = found || a.Guessed && describe(a) == want
		}
		if !found {
			t.Errorf("%s: no guessed reading %s: %+v", spelling, want, word.Analyses)
		}
	}
	// no reading at all
	for _, spelling := range []string{"بغداد", "قلتوا", "يبعون", "الكتبوا", "سكتب", "والقالت", "واشنطن"} {
		if word := l.Word(spelling); len(word.Analyses) > 0 {
			t.Errorf("%s: %+v, want no reading", spelling, word.Analyses)
		}
	}
	// the first reading
	for spelling, want := range map[string]string{"وقع": "past.3ms", "قال": "past.3ms", "وصل": "past.3ms", "استقبلته": "past.3fs.object3ms", "زيارة": "masdar.fs", "يستعد": "present.3ms", "وبحث": "past.3ms.and"} {
		if word := l.Word(spelling); len(word.Analyses) == 0 || describe(word.Analyses[0]) != want {
			t.Errorf("%s: %+v, want %s first", spelling, word.Analyses, want)
		}
	}
}
