package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold gives the form under which spellings of one name meet in any language: compatibility forms decomposed, marks, tatweel, joiners and
// direction marks dropped, letters folded (hamza with its seat, ta marbuta as ha, alef maksura as ya), digits Western, letters lower case,
// every run of anything else one space. It is for comparing and searching, never for showing.
func Fold(s string) string {
	var out strings.Builder
	out.Grow(len(s))
	space := false
	for _, r := range norm.NFKD.String(s) {
		switch {
		case r == 'ـ' || r == '\u00ad' || r >= '\u200b' && r <= '\u200f' || isBidiControl(r) || isArabicMark(r) || unicode.Is(unicode.Mn, r):
			continue
		case digitValue(r) >= 0:
			r = rune('0' + digitValue(r))
		case !unicode.IsLetter(r):
			space = true
			continue
		}
		if space && out.Len() > 0 {
			out.WriteByte(' ')
		}
		space = false
		switch r = foldArabic(r); r {
		case 'ة':
			r = 'ه'
		case 'ى':
			r = 'ي'
		}
		out.WriteRune(unicode.ToLower(r))
	}
	return out.String()
}
