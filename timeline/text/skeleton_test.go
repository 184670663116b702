package text

import (
	"strings"
	"testing"
)

// TestSkeleton: one name in three spellings is one key, and different names stay apart.
func TestSkeleton(t *testing.T) {
	for _, names := range [][]string{
		{"سامر الجبوري", "Samer al-Jubouri", "Samir Jubouri"},
		{"عيسى زارع بور", "عیسی زارع‌پور", "Issa Zarepour"},
		{"خالد المري", "Khalid al-Marri", "Khaled Al Marri"},
		{"شريف قباني", "Sharif Kabbani", "Cherif Qabbani"},
	} {
		for _, name := range names[1:] {
			if a, b := skeleton(names[0]), skeleton(name); a != b {
				t.Errorf("%q is %q, %q is %q", names[0], a, name, b)
			}
		}
	}
	for _, pair := range [][2]string{{"سامر الجبوري", "سامر الدليمي"}, {"Samer al-Jubouri", "Omar al-Tazi"}} {
		if skeleton(pair[0]) == skeleton(pair[1]) {
			t.Errorf("%q and %q have one skeleton", pair[0], pair[1])
		}
	}
}

func skeleton(name string) string { return strings.Join(Skeleton(name), "") }
