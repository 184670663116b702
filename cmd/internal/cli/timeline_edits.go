package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/waqai/waqai/export/story"
	"github.com/waqai/waqai/timeline/merge"
)

// editColumns are the columns of a desk's file.
var editColumns = []string{"id", "action", "field", "value", "reason", "by", "date", "verdict"}

// readEdits reads the desk's files, one after another. Rows that ask for nothing are passed over: the sheet to fill in has a row an event.
func readEdits(paths []string) ([]merge.Edit, error) {
	var edits []merge.Edit
	for _, path := range paths {
		records, err := story.ReadSheet(path, "id")
		if err != nil {
			return nil, err
		}
		for _, r := range records {
			edit := merge.Edit{
				ID: r.Cells["id"], Action: strings.ToLower(r.Cells["action"]), Field: strings.ToLower(r.Cells["field"]), Value: r.Cells["value"],
				Reason: r.Cells["reason"], By: r.Cells["by"], Date: r.Cells["date"], Verdict: r.Cells["verdict"], Origin: r.Origin,
			}
			switch {
			case edit.Action == "" && edit.Verdict == "":
				continue
			case edit.ID == "":
				return nil, fmt.Errorf("%s: no id; copy it from check.xlsx or from the page's link", r.Origin)
			case edit.Action != "" && !slices.Contains(merge.Actions, edit.Action):
				return nil, fmt.Errorf("%s: action %q: there are %s", r.Origin, edit.Action, strings.Join(merge.Actions, ", "))
			}
			edits = append(edits, edit)
		}
	}
	return edits, nil
}
