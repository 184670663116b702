package cli

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/mattn/go-runewidth"

	"github.com/waqai/waqai/schemas"
	"github.com/waqai/waqai/timeline"
	"github.com/waqai/waqai/timeline/calendar"
)

// readableSink prints a timeline for people: dated events in order of time, then the undated ones of each document.
type readableSink struct {
	p      *program
	plain  bool
	color  bool
	events []schemas.Event
}

func newReadableSink(p *program, plain bool) sink {
	return &readableSink{p: p, plain: plain, color: !p.noColor && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && isTerminal(p.Out)}
}

func (r *readableSink) write(result *timeline.Result, share timeline.TextShare) error {
	rows := result.Rows(share)
	for _, e := range rows.Events {
		if e.Kind != "say" && e.SameAs == "" { // words and repetitions are in the tables; a timeline shows what happened, once
			r.events = append(r.events, e)
		}
	}
	return nil
}

func (r *readableSink) abort() {}

func (r *readableSink) close() error {
	slices.SortStableFunc(r.events, func(a, b schemas.Event) int {
		if a.DateStart.Known != b.DateStart.Known {
			if a.DateStart.Known {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(a.DateStart.Value, b.DateStart.Value), cmp.Compare(a.StartLocal.Value, b.StartLocal.Value))
	})
	var out strings.Builder
	last := ""
	for i := range r.events {
		e := &r.events[i]
		if r.plain {
			fmt.Fprintln(&out, printable(strings.Join([]string{when(e), e.Kind, e.Status, oneLine(who(e)), oneLine(e.Place), oneLine(e.Sentence), e.DocumentID}, "\t")))
			continue
		}
		if date := when(e); date != last {
			fmt.Fprintf(&out, "\n%s\n", r.paint("1", date))
			last = date
		}
		r.print(&out, e)
	}
	_, err := r.p.Out.Write([]byte(strings.TrimLeft(out.String(), "\n")))
	return err
}

// when is the date of an event as a heading.
func when(e *schemas.Event) string {
	switch {
	case e.TimexValue == "":
		return "undated"
	case e.Granularity == "range" && e.EDTF != "":
		return e.EDTF
	}
	return e.TimexValue
}

// who is the agents and counterparts.
func who(e *schemas.Event) string {
	switch {
	case e.Counterpart != "" && e.Actor != "":
		return e.Actor + " ↔ " + e.Counterpart
	case e.Actor != "":
		return e.Actor
	case e.Patient != "":
		return "→ " + e.Patient
	}
	return e.Counterpart
}

// print writes one event: kind and trigger, who, where, then its sentence. Every text of an article is isolated, so that Arabic and Latin keep their
// places on a terminal that knows directions.
func (r *readableSink) print(out *strings.Builder, e *schemas.Event) {
	status := ""
	if e.Status != "actual" {
		status = " (" + e.Status + ")"
	}
	kind := pad(e.Kind+status, 20)
	fmt.Fprintf(out, "  %s %s", r.paint("36", kind), isolate(e.Trigger))
	if by := who(e); by != "" {
		fmt.Fprintf(out, " · %s", isolate(by))
	}
	if e.Place != "" {
		fmt.Fprintf(out, " · %s", isolate(e.Place))
		if e.Country != "" {
			fmt.Fprintf(out, " (%s)", e.Country)
		}
	}
	for i := range e.Quantities {
		fmt.Fprintf(out, " · %s", isolate(oneLine(e.Quantities[i].Text)))
	}
	if e.OccasionStart.Known {
		fmt.Fprintf(out, " · %s %s", e.Occasion, calendar.Day(e.OccasionStart.Value).String())
	}
	out.WriteByte('\n')
	if e.Sentence != "" {
		fmt.Fprintf(out, "      %s\n", r.paint("2", isolate(shorten(oneLine(e.Sentence), 160))))
	}
}

func (r *readableSink) paint(code, text string) string {
	if !r.color {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func pad(text string, width int) string {
	return text + strings.Repeat(" ", max(width-runewidth.StringWidth(text), 0))
}

// isolate takes control characters away and wraps text in FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
func isolate(text string) string { return "\u2068" + printable(text) + "\u2069" }

// oneLine folds white space, so that a cell stays a cell.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

func shorten(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return string(runes[:most-1]) + "…"
}
