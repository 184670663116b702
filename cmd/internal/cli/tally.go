package cli

import (
	"fmt"

	"github.com/waqai/waqai/timeline"
)

// tally counts documents and keeps what has to be told at the end.
type tally struct {
	p         *program
	done      int
	failed    int
	undated   int
	firstDark string // the first document without a publication date
}

func newTally(p *program) *tally { return &tally{p: p} }

// take counts a result and tells its error at once; false means there is nothing to write of it.
func (t *tally) take(result *timeline.Result) bool {
	if result.Err != nil {
		t.failed++
		fmt.Fprintln(t.p.Err, "waqai: "+printable(result.Err.Error()))
		return false
	}
	t.done++
	if !result.Document.Published.Known {
		if t.undated++; t.undated == 1 {
			t.firstDark = result.Document.Origin.String()
		}
	}
	return true
}

// finish warns of undated documents and gives the error that the counts amount to.
func (t *tally) finish() error {
	switch {
	case t.undated == 1:
		t.p.warnf("%s has no publication date, so its relative dates stay unresolved; give --published YYYY-MM-DD or a published field", printable(t.firstDark))
	case t.undated > 1:
		t.p.warnf("%d documents (first %s) have no publication date, so their relative dates stay unresolved; give --published YYYY-MM-DD or a published field", t.undated, printable(t.firstDark))
	}
	switch {
	case t.failed > 0 && t.done == 0:
		return exitWith(exitNothing, "no document could be read")
	case t.failed > 0:
		return exitWith(exitPartial, "%d of %d documents could not be read; the others are done", t.failed, t.failed+t.done)
	}
	return nil
}
