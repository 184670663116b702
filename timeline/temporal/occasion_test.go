package temporal

import (
	"testing"

	"github.com/waqai/waqai/timeline/calendar"
)

// TestOccasionDays asks more years than are remembered, each twice, and expects what the rule itself says.
func TestOccasionDays(t *testing.T) {
	rule, err := calendar.ParseRule("hijri 2 20")
	if err != nil {
		t.Fatal(err)
	}
	arbaeen := &occasion{key: "arbaeen", rule: rule}
	var m occasionDays
	for range 2 {
		for year := 1; year < mostOccasionDays+100; year++ {
			asked := occasionYear{arbaeen, calendar.Gregorian, calendar.Auto, year}
			all := rule.In(year, calendar.Auto)
			for range 2 {
				got, found := m.inYear(asked)
				if found != (len(all) > 0) || found && got != occasionInstance(all[0]) {
					t.Fatalf("%d: %v %v, the rule says %v", year, got, found, all)
				}
			}
			if len(m) > mostOccasionDays {
				t.Fatalf("%d are remembered, more than %d", len(m), mostOccasionDays)
			}
		}
	}
}
