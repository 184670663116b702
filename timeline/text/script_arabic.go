package text

import "strings"

// What Arabic and Persian share: the letters of their script and the one normal letter of each group of variants.

func isArabicMark(r rune) bool {
	switch {
	case r >= 0x610 && r <= 0x61A, // honorifics
		r >= 0x64B && r <= 0x65F, // tanwin, vowels, shadda, sukun, hamza above and below
		r == 0x670,               // dagger alef
		r == 0x640,               // tatweel
		r >= 0x6D6 && r <= 0x6DC, r >= 0x6DF && r <= 0x6E4, r >= 0x6E7 && r <= 0x6E8, r >= 0x6EA && r <= 0x6ED,
		r >= 0x8D3 && r <= 0x8FF && r != 0x8E2:
		return true
	}
	return false
}

func isArabicLetter(r rune) bool {
	switch {
	case r >= 0x620 && r <= 0x63F, r >= 0x641 && r <= 0x64A, r >= 0x66E && r <= 0x66F, r >= 0x671 && r <= 0x6D3, r == 0x6D5,
		r >= 0x6E5 && r <= 0x6E6, r >= 0x6EE && r <= 0x6EF, r >= 0x6FA && r <= 0x6FC, r == 0x6FF,
		r >= 0x750 && r <= 0x77F, r >= 0x8A0 && r <= 0x8C7,
		isArabicPresentation(r):
		return true
	}
	return false
}

// isArabicPresentation tells the shaped letters that old files and PDF readers give; they are decomposed before folding.
func isArabicPresentation(r rune) bool {
	return r >= 0xFB50 && r <= 0xFBB1 || r >= 0xFBD3 && r <= 0xFD3D || r >= 0xFD50 && r <= 0xFDFB || r >= 0xFE70 && r <= 0xFEFC
}

// foldArabic gives the normal letter of r. Hamza goes with its seat, since news writes it at will; ta marbuta and final alef maksura stay,
// since they tell words apart (see Language.loose for texts that confuse them).
func foldArabic(r rune) rune {
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ', 'ٲ', 'ٳ':
		return 'ا'
	case 'ؤ':
		return 'و'
	case 'ئ', 'ی', 'ې', 'ے', 'ۓ', 'ێ', 'ۍ', 'ؠ':
		return 'ي'
	case 'ک', 'ڪ', 'ګ', 'ڬ':
		return 'ك'
	case 'ۀ', 'ہ', 'ۂ', 'ھ', 'ە', 'ۿ':
		return 'ه'
	case 'ۃ':
		return 'ة'
	case 'ۆ', 'ۇ', 'ۈ', 'ۋ', 'ۊ':
		return 'و'
	case 'ڵ':
		return 'ل'
	case 'ڕ':
		return 'ر'
	case 'ڨ', 'ڭ', 'ݣ':
		return 'گ'
	case 'ڥ':
		return 'ڤ'
	}
	return r
}

// isHamzaSeat tells the letters that foldArabic strips of their hamza or madda.
func isHamzaSeat(r rune) bool {
	switch r {
	case 'أ', 'إ', 'آ', 'ؤ', 'ئ':
		return true
	}
	return false
}

// strictSpelling drops what even careful writers leave out, but keeps shadda and hamza.
func strictSpelling(word string) string {
	return strings.Map(func(r rune) rune {
		if isArabicMark(r) && r != shadda {
			return -1
		}
		return r
	}, word)
}

// The marks that decide between readings.
const (
	fatha  = '\u064E'
	damma  = '\u064F'
	shadda = '\u0651'
)
