package event

import "testing"

// TestNumberWords shows where a number in words ends and what it is.
func TestNumberWords(t *testing.T) {
	for code, tests := range map[string]map[string]float64{ // of the first number
		"ar": {
			"قتل ثلاثة أشخاص": 3, "قتل خمسة عشر شخصا": 15, "قتل خمسة وعشرون شخصا": 25, "قتل مئتان وثلاثة عشر شخصا": 213, "قتل خمسة وعشرة جنود": 5,
			"قتل ثلاثة أو أربعة أشخاص": 3, "قتل شخصان": 2,
		},
		"en": {
			"Three hundred and twelve people died": 312, "twenty-five people died": 25, "three or four people died": 3, "two thousand and six people died": 2006,
			"one million people died": 1e6,
		},
		"fa": {"دویست و پنجاه نفر کشته شدند": 250, "سه یا چهار نفر کشته شدند": 3},
	} {
		finder, _, analyzer := load(t, code)
		for source, want := range tests {
			read := analyzer.Read(source)
			var r reading
			r.read(read, finder.lexicon, nil, nil)
			found := false
			for i := 0; i < len(read.Tokens) && !found; i++ {
				var got float64
				if q, ok := r.dual(i); ok {
					got, found = q.Value, true
				} else if r.counting(i) {
					got, _ = r.amount(i, len(read.Tokens))
					found = true
				}
				if found && got != want {
					t.Errorf("%s: %v, not %v", source, got, want)
				}
			}
			if !found {
				t.Errorf("%s: no number", source)
			}
		}
	}
}
