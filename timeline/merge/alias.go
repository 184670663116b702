package merge

import (
	"slices"
	"strings"

	"github.com/waqai/waqai/schemas"
)

// Changes tells what became of the ids of an earlier timeline: those that became others (their members are in another row now) and those that
// are gone (none of their members is in any row).
func Changes(before, after []schemas.TimelineMember, run string) (aliases []schemas.Alias, gone []schemas.Tombstone) {
	now, there, byDesk := map[string]string{}, map[string]bool{}, map[string]bool{}
	for i := range after {
		now[after[i].EventID] = after[i].TimelineID
		there[after[i].TimelineID] = true
		byDesk[after[i].EventID] = after[i].Reason == mergedReason
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
		switch {
		case slices.ContainsFunc(members[id], func(event string) bool { return byDesk[event] && now[event] == heir }):
			reason = mergedReason
		case there[heir] && members[heir] != nil:
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

// History is what became of ids, in this run and in those that it continues.
type History struct {
	Aliases    []schemas.Alias
	Tombstones []schemas.Tombstone
}

// Continue adds what an edited timeline did to the ids of the one before it. The ids that the desk joined or hid are told of even where there
// was no earlier timeline: the desk has seen them in the sheet of a run that kept nothing. An id that is back, because the desk let go of
// what it had asked for, leaves the history.
func (h History) Continue(before []schemas.TimelineMember, e *Edited, run string) History {
	aliases, gone := Changes(slices.Concat(before, e.before), e.All, run)
	for _, id := range e.hidden {
		gone = append(gone, schemas.Tombstone{ID: id, Table: schemas.Timelines.Name, Reason: "hidden by the desk", Run: run})
	}
	there := make(map[string]bool, len(e.Members))
	for i := range e.Members {
		there[e.Members[i].TimelineID] = true
	}
	out, known := History{}, map[[2]string]bool{}
	for _, a := range slices.Concat(h.Aliases, aliases) {
		if key := [2]string{a.Old, a.New}; !there[a.Old] && !known[key] {
			known[key] = true
			out.Aliases = append(out.Aliases, a)
		}
	}
	for _, t := range slices.Concat(h.Tombstones, gone) {
		if key := [2]string{t.ID}; !there[t.ID] && !known[key] {
			known[key] = true
			out.Tombstones = append(out.Tombstones, t)
		}
	}
	return out
}
