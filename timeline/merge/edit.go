package merge

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/waqai/waqai/schemas"
	"github.com/waqai/waqai/timeline/calendar"
)

// Edit is one correction of a desk's file. Without an action it only says that a row was checked (Verdict).
type Edit struct {
	ID      string // of a timeline row
	Action  string // one of Actions
	Field   string // of set
	Value   string
	Reason  string
	By      string
	Date    string
	Verdict string
	Origin  string // file and row, for messages
}

// Actions is what an edit may do.
var Actions = []string{"hide", "retitle", "redate", "set", "merge-into", "split", "note"}

// Change is what an edit changed.
type Change struct {
	Field  string
	Before string
	After  string
	Reason string
	By     string
	Date   string
}

// Edited is a timeline after edits.
type Edited struct {
	Result
	All      []schemas.TimelineMember // with those of hidden rows: hiding changes no id
	Changes  map[string][]Change      // by timeline_id
	Checked  map[string]string        // timeline_id → verdict
	Problems []string                 // edits that could not be applied
	Notices  []string                 // ids that are others now
	before   []schemas.TimelineMember // as they were before the desk merged and split
	hidden   []string                 // ids, sorted
}

// Edit gives the timeline with the edits applied, in their order: first those that move mentions between events, then those that change columns. An
// id that is gone is looked for among the aliases and among the mentions; one that is nowhere is a problem, never passed over.
func (m *Merger) Edit(edits []Edit, aliases []schemas.Alias) Edited {
	e := editing{merger: m, aliases: map[string]string{}, edited: Edited{Changes: map[string][]Change{}, Checked: map[string]string{}}}
	for i := range aliases {
		e.aliases[aliases[i].Old] = aliases[i].New
	}
	for i := range edits {
		if edit := &edits[i]; edit.Action == "split" || edit.Action == "merge-into" {
			if e.edited.before == nil {
				e.edited.before = m.whereabouts()
			}
			e.try(edit, e.move)
		}
	}
	e.edited.Result = m.Result()
	e.rows = make(map[string]*schemas.Timeline, len(e.edited.Timeline))
	for i := range e.edited.Timeline {
		e.rows[e.edited.Timeline[i].TimelineID] = &e.edited.Timeline[i]
	}
	hide := map[string]bool{}
	for i := range edits {
		edit := &edits[i]
		switch edit.Action {
		case "split", "merge-into":
			continue
		case "hide":
			e.try(edit, func(edit *Edit, id string) error { hide[id] = true; return nil })
		default:
			e.try(edit, e.change)
		}
	}
	for id, changes := range e.edited.Changes {
		if row := e.rows[id]; row != nil {
			mark(row, changes)
		}
	}
	e.edited.Timeline = slices.DeleteFunc(e.edited.Timeline, func(row schemas.Timeline) bool { return hide[row.TimelineID] })
	e.edited.hidden = slices.Sorted(maps.Keys(hide))
	e.edited.All = slices.Clone(e.edited.Members)
	e.edited.Members = slices.DeleteFunc(e.edited.Members, func(member schemas.TimelineMember) bool { return hide[member.TimelineID] })
	Sort(e.edited.Timeline)
	return e.edited
}

// mark says in the row that it was edited, and where.
func mark(row *schemas.Timeline, changes []Change) {
	var fields []string
	for _, c := range changes {
		if !slices.Contains(fields, c.Field) {
			fields = append(fields, c.Field)
		}
	}
	row.Edited, row.EditedFields = true, strings.Join(fields, ",")
}

// editing is edits being applied.
type editing struct {
	merger  *Merger
	aliases map[string]string
	rows    map[string]*schemas.Timeline
	edited  Edited
}

// try applies an edit to the row that its id means now.
func (e *editing) try(edit *Edit, apply func(*Edit, string) error) {
	id, found := e.resolve(edit.ID)
	if !found {
		e.edited.Problems = append(e.edited.Problems, fmt.Sprintf("%s: id %q is of no event in this timeline; find its row by its sources and give the id that it has now", edit.Origin, edit.ID))
		return
	}
	if id != edit.ID {
		e.edited.Notices = append(e.edited.Notices, fmt.Sprintf("%s: id %s is %s now", edit.Origin, edit.ID, id))
	}
	if edit.Verdict != "" {
		e.edited.Checked[id] = edit.Verdict
	}
	if edit.Action == "" {
		return
	}
	if err := apply(edit, id); err != nil {
		e.edited.Problems = append(e.edited.Problems, edit.Origin+": "+err.Error())
	}
}

// resolve finds the cluster that an id means: its own, that of its alias, or that of the mention it was made of.
func (e *editing) resolve(id string) (string, bool) {
	for range len(e.aliases) + 1 {
		if e.merger.at(id) >= 0 {
			return id, true
		}
		next, known := e.aliases[id]
		if !known {
			break
		}
		id = next
	}
	if digest, ours := strings.CutPrefix(id, "w_"); ours {
		for _, event := range []string{"e_" + digest, digest} {
			if member := e.merger.byEvent[event]; member != nil {
				return e.merger.clusters[member.cluster].id, true
			}
		}
	}
	return "", false
}

// at is the place of a cluster that has members, or -1.
func (m *Merger) at(id string) int {
	if at, known := m.byID[id]; known && len(m.clusters[at].members) > 0 {
		return at
	}
	return -1
}

// move applies merge-into and split.
func (e *editing) move(edit *Edit, id string) error {
	m := e.merger
	from := m.at(id)
	change := Change{Field: edit.Action, Before: id, Reason: edit.Reason, By: edit.By, Date: edit.Date}
	if edit.Action == "merge-into" {
		into, found := e.resolve(strings.TrimSpace(edit.Value))
		if found && into == id && id != edit.ID {
			return nil // done in an earlier run, which this one continues
		}
		if !found || into == id {
			return fmt.Errorf("merge-into %q: give the id of another event of this timeline as the value", edit.Value)
		}
		m.shift(from, m.at(into), m.clusters[from].members, mergedReason)
		change.After = into
		e.edited.Changes[into] = append(e.edited.Changes[into], change)
		return nil
	}
	var out []*mention
	elsewhere := 0
	for _, event := range strings.FieldsFunc(edit.Value, func(r rune) bool { return r == ',' || r == ';' || r == ' ' || r == '\n' }) {
		member := m.byEvent[event]
		if member != nil && member.cluster != from && member.reason == splitReason {
			elsewhere++
			continue
		}
		if member == nil || member.cluster != from {
			return fmt.Errorf("split: %q is no mention of event %s; give event_ids of its mentions as the value", event, id)
		}
		out = append(out, member)
	}
	if len(out) == 0 && elsewhere > 0 {
		return nil // done in an earlier run, which this one continues
	}
	if len(out) == 0 || len(out) == len(m.clusters[from].members) {
		return fmt.Errorf("split: give the event_ids of some, not all, of the mentions of %s as the value", id)
	}
	m.clusters[from].sort()
	slices.SortFunc(out, func(a, b *mention) int {
		return cmp.Compare(slices.Index(m.clusters[from].members, a), slices.Index(m.clusters[from].members, b))
	})
	fresh := timelineID(out[0].event.EventID)
	if fresh == id { // the mention that the id is made of leaves: the id stays with what it named
		stay := slices.DeleteFunc(slices.Clone(m.clusters[from].members), func(one *mention) bool { return slices.Contains(out, one) })
		out, fresh = stay, timelineID(stay[0].event.EventID)
	}
	m.shift(from, m.begin(fresh), out, splitReason)
	change.After = fresh
	e.edited.Changes[fresh] = append(e.edited.Changes[fresh], change)
	e.edited.Changes[id] = append(e.edited.Changes[id], change)
	return nil
}

// Reasons of members that the desk has moved.
const (
	splitReason  = "split by the desk"
	mergedReason = "merged by the desk"
)

// shift moves mentions from one cluster to another.
func (m *Merger) shift(from, to int, members []*mention, reason string) {
	moved := slices.Clone(members)
	m.clusters[from].members = slices.DeleteFunc(m.clusters[from].members, func(one *mention) bool { return slices.Contains(moved, one) })
	for _, one := range moved {
		one.cluster, one.reason, one.score = to, reason, 1
	}
	m.clusters[to].members = append(m.clusters[to].members, moved...)
}

// change applies the edits of columns.
func (e *editing) change(edit *Edit, id string) error {
	row := e.rows[id]
	if row == nil {
		return fmt.Errorf("event %s was merged into another by these edits", id)
	}
	field := edit.Field
	switch edit.Action {
	case "retitle":
		field = "headline"
	case "redate":
		field = "date"
	case "note":
		field = "notes"
	case "set":
	default:
		return fmt.Errorf("action %q: there are %s", edit.Action, strings.Join(Actions, ", "))
	}
	change := Change{Field: field, After: strings.TrimSpace(edit.Value), Reason: edit.Reason, By: edit.By, Date: edit.Date}
	var err error
	change.Before, err = set(row, field, change.After)
	if err != nil {
		return err
	}
	e.edited.Changes[id] = append(e.edited.Changes[id], change)
	return nil
}

// Settable is the columns that set may change; date takes a day, a month, a year or an interval, and nothing for undated.
var Settable = []string{"date", "headline", "kind", "status", "place", "country", "actor", "counterpart", "patient", "occasion", "notes"}

func set(row *schemas.Timeline, field, value string) (before string, err error) {
	switch field {
	case "date", "edtf", "date_start":
		before = row.EDTF
		if before == "" && row.DateStart.Known {
			before = dayText(row.DateStart.Value)
		}
		return before, redate(row, value)
	case "headline":
		if value == "" {
			return "", fmt.Errorf("a headline may not be empty")
		}
		before, row.Headline = row.Headline, value
	case "kind", "status":
		column := &schemas.Timelines.Fields[schemas.Timelines.Field(field)]
		if value == "" || !column.Allows(value) {
			return "", fmt.Errorf("%s %q is not one of the values that the column may have (waqai schema timeline)", field, value)
		}
		if field == "kind" {
			before, row.Kind = row.Kind, value
		} else {
			before, row.Status = row.Status, value
		}
		row.Plover, _ = schemas.Plover(row.Kind, row.Status)
	case "place":
		before, row.Where = row.Place, schemas.Where{Place: value, Country: row.Country}
	case "country":
		before, row.Country = row.Country, strings.ToUpper(value)
	case "occasion":
		before, row.Occasion = row.Occasion, value
	case "actor", "counterpart", "patient":
		before = setParticipants(row, field, value)
	case "notes":
		before = row.Notes
		row.Notes = strings.TrimPrefix(row.Notes+"\n"+value, "\n")
	default:
		return "", fmt.Errorf("field %q cannot be set; there are %s", field, strings.Join(Settable, ", "))
	}
	return before, nil
}

// redate sets the date from EDTF; nothing else of the old date stays.
func redate(row *schemas.Timeline, value string) error {
	if value == "" {
		row.When = schemas.When{}
		return nil
	}
	const remedy = "write 2023-08-07, 2023-08, 2023 or 2023-08-05/2023-08-07"
	date, err := calendar.ParseEDTF(value)
	if err != nil {
		return fmt.Errorf("date %q: %w; %s", value, err, remedy)
	}
	interval, openFrom, openTo, ok := date.Bounds()
	if !ok {
		return fmt.Errorf("date %q has no known days; %s", value, remedy)
	}
	row.When = schemas.When{
		EDTF: value, Basis: "explicit", Certainty: "exact", Calendar: "gregorian", Granularity: granularity(&date, interval.Days()),
	}
	if !openFrom {
		row.DateStart = schemas.SomeDay(interval.First())
	}
	if !openTo {
		row.DateEnd = schemas.SomeDay(interval.Last())
	}
	if date.From.Qualifier != 0 || date.To.Qualifier != 0 {
		row.Certainty = "approximate"
	}
	if !date.IsInterval {
		row.TimexValue = strings.TrimRight(value, "?~%")
	}
	return nil
}

func granularity(date *calendar.EDTF, days int) string {
	switch {
	case date.IsInterval && days > 1:
		return "range"
	case days == 1:
		return "day"
	case days <= 31:
		return "month"
	case days <= 92:
		return "season"
	case days <= 366:
		return "year"
	}
	return "decade"
}

// setParticipants replaces those of a role; a name that was there keeps what is known of it.
func setParticipants(row *schemas.Timeline, field, value string) (before string) {
	role := map[string]string{"actor": "agent"}[field]
	role = cmp.Or(role, field)
	before = names(row.Participants, role)
	was := slices.Clone(row.Participants)
	row.Participants = slices.DeleteFunc(row.Participants, func(p schemas.EventParticipant) bool { return p.Role == role })
	for name := range strings.SplitSeq(value, ";") {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		p := schemas.EventParticipant{Name: name, Text: name, Start: 0, End: 0}
		if at := slices.IndexFunc(was, func(old schemas.EventParticipant) bool { return old.Name == name }); at >= 0 {
			p = was[at]
		}
		p.Role = role
		row.Participants = append(row.Participants, p)
	}
	row.Actors = schemas.Actors{
		Actor: names(row.Participants, "agent"), Counterpart: names(row.Participants, "counterpart"), Patient: names(row.Participants, "patient"),
	}
	return before
}
