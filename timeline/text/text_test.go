package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/waqai/waqai/timeline/lang"
)

// checkText tests what must hold of every text: places agree in bytes and code points, tokens follow each other, no letter or digit is lost,
// sentences cover the tokens.
func checkText(t interface{ Fatalf(string, ...any) }, text *Text, source string) {
	end, runes := 0, 0
	table := characters()
	for i := range text.Tokens {
		token := &text.Tokens[i]
		if int(token.Start) < end || token.End <= token.Start || int(token.End) > len(source) {
			t.Fatalf("token %d: bytes %d-%d after %d in %q", i, token.Start, token.End, end, source)
		}
		gap := source[end:token.Start]
		for _, r := range gap {
			switch table.of(r) {
			case space, lineBreak, joiner, hidden:
			default:
				t.Fatalf("%q is in no token of %q", r, source)
			}
		}
		runes += utf8.RuneCountInString(gap)
		spelling := source[token.Start:token.End]
		if int(token.RuneStart) != runes {
			t.Fatalf("token %q begins at code point %d, not %d, in %q", spelling, runes, token.RuneStart, source)
		}
		runes += utf8.RuneCountInString(spelling)
		if int(token.RuneEnd) != runes {
			t.Fatalf("token %q ends at code point %d, not %d, in %q", spelling, runes, token.RuneEnd, source)
		}
		if (token.Kind == Letters) != (token.Word != nil) {
			t.Fatalf("token %q of kind %d has word %v", spelling, token.Kind, token.Word)
		}
		if token.Kind == Letters && token.Word.Norm != text.Language.normal(spelling) {
			t.Fatalf("token %q has the word %q", spelling, token.Word.Norm)
		}
		if (token.Kind == Punctuation || token.Kind == Symbol) != (token.Mark != 0) && spelling != "\x00" {
			t.Fatalf("token %q of kind %d has mark %q", spelling, token.Kind, token.Mark)
		}
		end = int(token.End)
	}
	for _, r := range source[end:] {
		switch table.of(r) {
		case space, lineBreak, joiner, hidden:
		default:
			t.Fatalf("%q is in no token of %q", r, source)
		}
	}
	next, paragraph := 0, 0
	for _, s := range text.Sentences {
		if s.First != next || s.Last <= s.First || s.Paragraph < paragraph || s.Paragraph > paragraph+1 {
			t.Fatalf("sentence %+v after token %d, paragraph %d in %q", s, next, paragraph, source)
		}
		next, paragraph = s.Last, s.Paragraph
	}
	if next != len(text.Tokens) {
		t.Fatalf("the sentences end at token %d of %d in %q", next, len(text.Tokens), source)
	}
}

// pieces of which random texts are made: the characters that reading turns on.
var samplePieces = []string{
	"وقال", "الوزير", "إنّ", "بغداد", "زارع\u200cپور", "الـ", "ـ", "ﻋﺸﺮﺓ", "ﷲ", "لﷺ", "می‌رود", "\u200f", "\u202b", "\u200c", "\u064e", "é", "e\u0301", "Straße",
	"U.S.", "Mr.", "can't", "3.5", "٢٠١٨", "۱۳۹۷", "2018م", "3rd", "12", "007", ".", "...", "…", "!", "؟", "،", "؛", "«", "»", "(", ")", "\"", "'", "-", "–", "/", "%", "$",
	" ", " ", " ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\ufeff", "\u2028", "😀", "中文", "\xff", "\xd8", "\xe2\x80", "𐩠", "ＡＢ", "１２", "क्षि", "\x00", "\u0610", "_", "#",
}

func TestReadKeepsEverything(t *testing.T) {
	var analyzers []*Analyzer
	for _, code := range lang.Codes() {
		analyzers = append(analyzers, NewAnalyzer(load(t, code)))
	}
	rapid.Check(t, func(t *rapid.T) {
		pieces := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(samplePieces), rapid.StringN(0, 5, 20)), 0, 40).Draw(t, "pieces")
		source := strings.Join(pieces, "")
		for _, a := range analyzers {
			checkText(t, a.Read(source), source)
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, piece := range samplePieces {
		f.Add(piece + " " + piece + "x" + piece)
	}
	f.Add(benchmarkPage)
	analyzer := NewAnalyzer(load(f, "ar"))
	f.Fuzz(func(t *testing.T, source string) {
		checkText(t, analyzer.Read(source), source)
	})
}

// A Text must be the same whatever its Analyzer read before, and again once the memo has been emptied.
func TestReadForgets(t *testing.T) {
	language := load(t, "ar")
	a := NewAnalyzer(language)
	fresh := describeText(NewAnalyzer(language).Read(benchmarkPage))
	a.Read(strings.Repeat("كلمة أخرى 123. ", 50))
	if got := describeText(a.Read(benchmarkPage)); got != fresh {
		t.Errorf("after another text:\n%s\nwant\n%s", got, fresh)
	}
	a.memo.count = memoLimit + 1
	if got := describeText(a.Read(benchmarkPage)); got != fresh || a.memo.count > 1000 {
		t.Errorf("after the memo was emptied (%d words):\n%s\nwant\n%s", a.memo.count, got, fresh)
	}
}

func describeText(text *Text) string {
	var b strings.Builder
	for i := range text.Tokens {
		token := &text.Tokens[i]
		b.WriteString(text.Slice(i, i+1))
		if token.Word != nil {
			b.WriteString("=" + token.Word.Norm)
			for _, a := range token.Word.Analyses {
				b.WriteString("," + describe(a))
			}
		}
		b.WriteByte(' ')
	}
	return b.String()
}

func TestTokens(t *testing.T) {
	a := NewAnalyzer(load(t, "ar"))
	for _, c := range []struct{ source, want string }{
		{"وصل في 3 آب/أغسطس 2018م.", "وصل|في|3|آب|/|أغسطس|2018|م|."},
		{"3rd of May, U.S. can't", "3|rd|of|May|,|U|.|S|.|can|'|t"},
		{"زارع\u200cپور\u200c: «نعم»", "زارع\u200cپور|:|«|نعم|»"},
		{"الـ15 وبـCNN ـ هنا", "الـ|15|وبـ|CNN|ـ|هنا"},
		{"\u200fبغداد\u200f،", "بغداد|،"},
		{"١٢٫٥٪", "١٢|٫|٥|٪"},
		{"إنَّ كُتّابًا", "إنَّ|كُتّابًا"},
		{"#جوني_سميث", "#|جوني|_|سميث"},
	} {
		text := a.Read(c.source)
		var got []string
		for i := range text.Tokens {
			got = append(got, text.Slice(i, i+1))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q: %s, want %s", c.source, strings.Join(got, "|"), c.want)
		}
	}
	text := a.Read("NATO و Paris ٢٠١٨ 007 ٪ ؟")
	if tokens := text.Tokens; !tokens[0].Shape.AllCapitals || !tokens[2].Shape.Capital || tokens[2].Shape.AllCapitals || tokens[3].Number != 2018 || tokens[3].Shape.Digits != 4 ||
		!tokens[4].Shape.LeadingZero || tokens[4].Number != 7 || tokens[5].Mark != '%' || tokens[6].Mark != '?' {
		t.Errorf("%+v", tokens)
	}
}

func TestNormal(t *testing.T) {
	for _, c := range []struct{ code, word, want string }{
		{"ar", "إِسْتِقْبَال", "استقبال"},
		{"ar", "الـعـراق", "العراق"},
		{"ar", "ﻋﺸﺮﺓ", "عشرة"},
		{"ar", "مسؤول", "مسوول"},
		{"ar", "مستشفى", "مستشفى"},
		{"ar", "هيئة", "هيية"},
		{"ar", "ﻻ", "لا"},
		{"ar", "ایران", "ايران"},
		{"ar", "کردستان", "كردستان"},
		{"fa", "می‌رود", "ميرود"},
		{"fa", "خانۀ", "خانه"},
		{"fa", "کتاب", "كتاب"},
		{"fa", "مصطفى", "مصطفي"},
		{"en", "Ｐａｒｉｓ", "paris"},
		{"en", "Cafe\u0301", "café"},
		{"en", "ﬁnal", "final"},
	} {
		if got := load(t, c.code).normal(c.word); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.code, c.word, got, c.want)
		}
	}
}

func TestMarksAndNumbersInPhrases(t *testing.T) {
	pack, err := lang.Open("en")
	if err != nil {
		t.Fatal(err)
	}
	b, err := NewBuilder(pack)
	if err != nil {
		t.Fatal(err)
	}
	ids, err := b.Phrase("U.S. G20", Proper)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Intern("G20", Proper); err == nil || !strings.Contains(err.Error(), "2 tokens") {
		t.Errorf("Intern of two tokens: %v", err)
	}
	l, err := b.Language()
	if err != nil {
		t.Fatal(err)
	}
	text := NewAnalyzer(l).Read("U.S. G20 g21")
	for i, id := range ids {
		if text.Tokens[i].Exact() != id || id == 0 {
			t.Errorf("token %d is %d, want %d", i, text.Tokens[i].Exact(), id)
		}
	}
	if last := text.Tokens[len(text.Tokens)-1]; last.Exact() == ids[len(ids)-1] {
		t.Errorf("20 and 21 have one id")
	}
}

func TestSteadyStateAllocatesNothing(t *testing.T) {
	a := NewAnalyzer(load(t, "ar"))
	a.Read(benchmarkPage)
	if allocations := testing.AllocsPerRun(20, func() { a.Read(benchmarkPage) }); allocations != 0 {
		t.Errorf("%v allocations a document", allocations)
	}
}
