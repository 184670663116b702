package merge

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/waqai/waqai/schemas"
)

// edited merges the story of the tests and applies edits.
func edited(t *testing.T, reports []report, edits ...Edit) Edited {
	t.Helper()
	m := New()
	m.Add(rows(t, reports))
	for i := range edits {
		edits[i].Origin = "desk.csv, row 2"
	}
	return m.Edit(edits, nil)
}

func (e *Edited) find(id string) *schemas.Timeline {
	at := slices.IndexFunc(e.Timeline, func(row schemas.Timeline) bool { return row.TimelineID == id })
	if at < 0 {
		return nil
	}
	return &e.Timeline[at]
}

func TestEditColumns(t *testing.T) {
	const id = "w_a-يلتقي"
	e := edited(t, visit,
		Edit{ID: id, Action: "retitle", Value: "لقاء عمّان", Reason: "أقصر", By: "ن", Date: "2024-03-10"},
		Edit{ID: id, Action: "redate", Value: "2024-03-04/2024-03-05"},
		Edit{ID: id, Action: "set", Field: "counterpart", Value: "هدى العلي; ليلى منصور"},
		Edit{ID: id, Action: "note", Value: "راجعه المكتب"},
		Edit{ID: "w_e-انهار", Action: "hide"},
	)
	if len(e.Problems) > 0 {
		t.Fatal(e.Problems)
	}
	row := e.find(id)
	if row == nil || row.Headline != "لقاء عمّان" || row.EDTF != "2024-03-04/2024-03-05" || row.Granularity != "range" ||
		row.Counterpart != "هدى العلي; ليلى منصور" || row.Notes != "راجعه المكتب" || !row.Edited || row.EditedFields != "headline,date,counterpart,notes" {
		t.Errorf("%+v", row)
	}
	if change := e.Changes[id][0]; change.Before == "" || change.Reason != "أقصر" || change.By != "ن" {
		t.Errorf("change %+v", change)
	}
	if e.find("w_e-انهار") != nil {
		t.Error("a hidden event is there")
	}
	if !slices.ContainsFunc(e.All, func(m schemas.TimelineMember) bool { return m.TimelineID == "w_e-انهار" }) {
		t.Error("hiding lost an id")
	}
}

func TestEditMoves(t *testing.T) {
	split := Edit{ID: "w_a-يلتقي", Action: "split", Value: "e_c-اجتماعا"}
	e := edited(t, visit, split, Edit{ID: "w_e-انهار", Action: "merge-into", Value: "w_d-التقى"})
	if len(e.Problems) > 0 {
		t.Fatal(e.Problems)
	}
	if whole, part := e.find("w_a-يلتقي"), e.find("w_c-اجتماعا"); whole == nil || whole.NMentions != 2 || part == nil || part.NMentions != 1 {
		t.Errorf("split gave %v and %v", whole, part)
	}
	if joined := e.find("w_d-التقى"); joined == nil || joined.NMentions != 2 || e.find("w_e-انهار") != nil {
		t.Errorf("merge-into gave %v", joined)
	}

	// A run that continues this one, with the same edits, ends where this one did.
	again := New()
	again.Restore(rows(t, visit), e.Members)
	second := again.Edit([]Edit{split, {ID: "w_e-انهار", Action: "merge-into", Value: "w_d-التقى"}}, nil)
	if len(second.Problems) > 0 || len(second.Timeline) != len(e.Timeline) {
		t.Errorf("again: %v, %d rows, want %d", second.Problems, len(second.Timeline), len(e.Timeline))
	}
}

func TestEditFollowsAnIDAndReportsALostOne(t *testing.T) {
	// The desk edited the meeting before the announcement of it was found: its id has changed since.
	e := edited(t, visit, Edit{ID: "w_b-التقى", Action: "retitle", Value: "لقاء"}, Edit{ID: "w_nobody", Action: "hide"}, Edit{ID: "w_d-التقى", Verdict: "صحيح"})
	if row := e.find("w_a-يلتقي"); row == nil || row.Headline != "لقاء" {
		t.Errorf("%+v", row)
	}
	if len(e.Notices) != 1 || !strings.Contains(e.Notices[0], "w_a-يلتقي") {
		t.Errorf("notices %q", e.Notices)
	}
	if len(e.Problems) != 1 || !strings.Contains(e.Problems[0], "w_nobody") {
		t.Errorf("problems %q", e.Problems)
	}
	if e.Checked["w_d-التقى"] != "صحيح" {
		t.Errorf("checked %v", e.Checked)
	}
}

func TestEditRefuses(t *testing.T) {
	for _, edit := range []Edit{
		{ID: "w_d-التقى", Action: "set", Field: "kind", Value: "party"},
		{ID: "w_d-التقى", Action: "set", Field: "timeline_id", Value: "x"},
		{ID: "w_d-التقى", Action: "redate", Value: "2024-13-01"},
		{ID: "w_d-التقى", Action: "split", Value: "e_b-التقى"},
		{ID: "w_d-التقى", Action: "merge-into", Value: "w_d-التقى"},
		{ID: "w_d-التقى", Action: "retitle"},
	} {
		if e := edited(t, visit, edit); len(e.Problems) != 1 || e.find("w_d-التقى").Edited {
			t.Errorf("%+v: problems %q", edit, e.Problems)
		}
	}
}

func TestHistoryOfDesk(t *testing.T) {
	merged := Edit{ID: "w_e-انهار", Action: "merge-into", Value: "w_d-التقى", Reason: "one event"}
	hidden := Edit{ID: "w_a-يلتقي", Action: "hide"}
	e := edited(t, visit, merged, hidden)
	if len(e.Problems) > 0 {
		t.Fatal(e.Problems)
	}
	first := History{}.Continue(nil, &e, "1")
	alias := schemas.Alias{Old: "w_e-انهار", New: "w_d-التقى", Table: "timeline", Reason: "merged by the desk", Run: "1"}
	tombstone := schemas.Tombstone{ID: "w_a-يلتقي", Table: "timeline", Reason: "hidden by the desk", Run: "1"}
	if diff := cmp.Diff(History{[]schemas.Alias{alias}, []schemas.Tombstone{tombstone}}, first); diff != "" {
		t.Error(diff)
	}
	if again := first.Continue(e.All, &e, "2"); cmp.Diff(first, again) != "" {
		t.Errorf("told twice: %v", again)
	}
	unedited := edited(t, visit)
	if back := first.Continue(e.All, &unedited, "3"); len(back.Aliases)+len(back.Tombstones) != 0 {
		t.Errorf("ids that are there again are still told of: %v", back)
	}
}
