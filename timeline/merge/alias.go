package merge

import (
	"slices"
	"strings"

	"github.com/waqai/waqai/schemas"
)

// Changes tells what became of the ids of an earlier timeline: those that became others (their members are in another row now) and those that
// are gone (none of their members is in any row).
func Changes(before, after []schemas.TimelineMember, run string) (aliases []schemas.Alias, gone []schemas.Tombstone) {
	now, there := map[string]string{}, map[string]bool{}
	for i := range after {
		now[after[i].EventID] = after[i].TimelineID
		there[after[i].TimelineID] = true
	}
	members := map[string][]string{}
	var ids []string
	for i := range before {
		id := before[i].TimelineID
		if members[id] == nil {
			ids = append(ids, id)
		}
		members[id] = append(members[id], before[i].EventID)
	}
	slices.Sort(ids)
	for _, id := range ids {
		if there[id] {
			continue
		}
		heir := mostFrequent(members[id], now)
		if heir == "" {
			gone = append(gone, schemas.Tombstone{ID: id, Table: schemas.Timelines.Name, Reason: "none of its mentions is in the input", Run: run})
			continue
		}
		reason := "an earlier mention was added"
		if there[heir] && members[heir] != nil {
			reason = "joined to another event"
		}
		aliases = append(aliases, schemas.Alias{Old: id, New: heir, Table: schemas.Timelines.Name, Reason: reason, Run: run})
	}
	return aliases, gone
}

func mostFrequent(events []string, now map[string]string) string {
	count := map[string]int{}
	best := ""
	for _, e := range events {
		id := now[e]
		if id == "" {
			continue
		}
		if count[id]++; best == "" || count[id] > count[best] || count[id] == count[best] && strings.Compare(id, best) < 0 {
			best = id
		}
	}
	return best
}
