package merge

// Reports call one event by different kinds; these may be one event. A kind that stands in no group is a group of its own.
var groups = map[string]string{
	"meet": "talks", "visit": "talks", "hold": "talks",
	"agree": "agreement", "cooperate": "agreement", "trade": "agreement",
	"attack": "force", "mobilize": "force",
	"accident": "disaster", "disaster": "disaster",
	"announce": "decision", "legislate": "decision",
	"open": "works", "found": "works", "build": "works",
	"accuse": "words", "reject": "words", "threaten": "words",
	"arrest": "justice", "judge": "justice",
	"support": "help", "aid": "help",
}

func groupOf(kind string) string {
	if group, grouped := groups[kind]; grouped {
		return group
	}
	return kind
}

// rare are the kinds of which a place has few on one day, so that the place tells much.
func rare(group string) bool {
	switch group {
	case "disaster", "die", "injure", "protest", "compete", "elect", "works", "force":
		return true
	}
	return false
}

// The least score that joins.
const (
	joinAcross   = 0.55 // mentions of two documents
	joinWithin   = 0.75 // of one document, whose own links between mentions have been followed already
	joinContrary = 0.68 // one says it happened, the other that it did not
)

// score says how surely two mentions are of one event, 0 to 1, and why.
func score(a, b *mention) (float32, string) {
	date, why := compareDates(a, b)
	if date == 0 {
		return 0, ""
	}
	agreement, shared := shareActors(a.actors, b.actors)
	words := min(1, alike(a.grams, b.grams)/0.6)
	if shared == 0 && named(a.actors) && named(b.actors) && words < 0.75 {
		return 0, "" // the same day and place, but other people
	}
	total := 0.3 * date
	total += 0.33 * agreement * min(1, shared)
	place, weight := comparePlaces(a, b), float32(0.12)
	if rare(a.group) {
		weight = 0.2
	}
	total += weight * place
	total += 0.2 * words
	if a.lemma == b.lemma {
		total += 0.04
	}
	if a.event.Kind == b.event.Kind {
		total += 0.05
	}
	if a.event.Occasion != "" && a.event.Occasion == b.event.Occasion {
		total += 0.05
	}
	total += 0.06 * compareQuantities(a, b)
	if a.source != b.source {
		total += 0.2 * a.source.kin(b.source)
	}
	switch {
	case shared > 0:
		why += ", actors"
	case words >= 0.75:
		why += ", wording"
	}
	if place > 0 {
		why += ", place"
	}
	return min(1, total), why
}

// compareDates weighs two times; 0 is a contradiction.
func compareDates(a, b *mention) (float32, string) {
	if !a.dated || !b.dated {
		return compareUndated(a, b)
	}
	switch gap := a.when.gap(b.when); {
	case a.when == b.when && a.when.short():
		return 1, "same day"
	case a.when == b.when:
		return 0.6, "same period"
	case gap == 0 && a.when.short() && b.when.short():
		return 0.9, "overlapping days"
	case gap == 0 && (a.when.covers(b.when) || b.when.covers(a.when)):
		switch longer := max(a.when.length(), b.when.length()); {
		case longer <= 8:
			return 0.75, "day within week"
		case longer <= 31:
			return 0.6, "day within month"
		case longer <= 92:
			return 0.45, "day within season"
		}
		return 0.3, "day within year"
	case gap == 0:
		return 0.5, "overlapping periods"
	case gap == 1 && (a.weak || b.weak):
		return 0.55, "day before or after"
	case gap == 1:
		return 0.3, "day before or after"
	case gap == 2 && a.weak && b.weak:
		return 0.3, "days apart"
	}
	return 0, ""
}

// compareUndated takes the day of publication for a hint.
func compareUndated(a, b *mention) (float32, string) {
	if !a.source.dated || !b.source.dated {
		if a.source == b.source {
			return 0.4, "same document"
		}
		return 0, ""
	}
	from, to := days{a.source.published, a.source.published}, days{b.source.published, b.source.published}
	if a.dated {
		from = a.when
	}
	if b.dated {
		to = b.when
	}
	if from.gap(to) > undatedDays || max(from.length(), to.length()) > 31 {
		return 0, ""
	}
	return 0.45, "reported in the same days"
}

const undatedDays = 3

// comparePlaces is 1 for the same place, less for the same country, below 0 for different places.
func comparePlaces(a, b *mention) float32 {
	switch {
	case a.place == 0 || b.place == 0:
		return 0
	case a.place == b.place:
		return 1
	case a.country == "" || b.country == "":
		return -0.3
	case a.country != b.country:
		return -1
	case !a.event.Latitude.Known || !b.event.Latitude.Known:
		return 0.3 // a country and a town in it, or a town that the gazetteer does not know
	}
	return -0.6
}

// compareQuantities is 1 where a number of one is a number of the other, in the same unit.
func compareQuantities(a, b *mention) float32 {
	for i := range a.event.Quantities {
		for k := range b.event.Quantities {
			p, q := &a.event.Quantities[i], &b.event.Quantities[k]
			if p.Unit == q.Unit && p.Unit != "" && p.Value == q.Value {
				return 1
			}
		}
	}
	return 0
}

// contrary tells whether one says that it happened and the other that it did not.
func contrary(a, b string) bool {
	return a == "negated" && b == "actual" || a == "actual" && b == "negated"
}
