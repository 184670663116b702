package cli

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/waqai/waqai/timeline"
	"github.com/waqai/waqai/timeline/calendar"
	"github.com/waqai/waqai/timeline/input"
	"github.com/waqai/waqai/timeline/temporal"
)

// one are the flags of commands that read one text from the command line.
type one struct {
	meaning
	reference string
}

func (o *one) register(command *cobra.Command) {
	o.meaning.register(command)
	command.Flags().StringVar(&o.reference, "ref", "", "reference day, YYYY-MM-DD or with a time: the day the text was published")
}

func (o *one) explain(arguments []string) (timeline.Explanation, error) {
	document := input.Document{Text: strings.Join(arguments, " "), ID: "text"}
	if o.reference != "" {
		var err error
		if document.Published, err = input.ParsePublished(o.reference); err != nil {
			return timeline.Explanation{}, usagef("--ref: %v", err)
		}
	}
	extractor, err := o.extractor()
	if err != nil {
		return timeline.Explanation{}, err
	}
	explanation, err := extractor.Worker().Explain(document)
	if err != nil {
		return explanation, &coded{exitNothing, err}
	}
	return explanation, nil
}

func newDate(p *program) *cobra.Command {
	options := &one{}
	var asJSON bool
	command := &cobra.Command{
		Use:   `date "EXPRESSION"`,
		Short: "Explain one temporal expression: every reading, its rule and its interval",
		Example: `  waqai date "14 صفر 1445"
  waqai date "next Friday" --ref 2023-08-08`,
		Args: func(_ *cobra.Command, arguments []string) error {
			if len(arguments) == 0 {
				return usagef(`date: no expression; write it in quotes: waqai date "next Friday" --ref 2023-08-08`)
			}
			return nil
		},
		RunE: func(_ *cobra.Command, arguments []string) error {
			explanation, err := options.explain(arguments)
			if err != nil {
				return err
			}
			return printReadings(p, &explanation, asJSON)
		},
	}
	options.register(command)
	command.Flags().BoolVar(&asJSON, "json", false, "print the readings as JSON, one a line")
	return command
}

func printReadings(p *program, explanation *timeline.Explanation, asJSON bool) error {
	found := false
	runes := []rune(explanation.Document.Text)
	for i := range explanation.Readings {
		r := &explanation.Readings[i]
		found = found || r.Won
		shown := string(runes[r.Span.Start:r.Span.End])
		if asJSON {
			if err := json.NewEncoder(p.Out).Encode(map[string]any{
				"text": shown, "type": r.Type, "value": r.Value, "end_value": r.EndValue, "edtf": r.EDTF, "from": from(&r.Timex), "to": to(&r.Timex),
				"calendar": r.Calendar.String(), "basis": r.Basis, "certainty": r.Certainty, "rule": r.Rule, "file": r.RuleFile, "won": r.Won, "reason": reason(r), "tree": r.Tree,
			}); err != nil {
				return err
			}
			continue
		}
		printReading(p, r, shown)
	}
	if !found {
		return exitWith(exitNothing, "no temporal expression in %q; waqai explain shows how it was read", printable(explanation.Document.Text))
	}
	return nil
}

func from(t *temporal.Timex) string {
	if !t.HasInterval {
		return ""
	}
	return t.Interval.From.String()
}

func to(t *temporal.Timex) string {
	if !t.HasInterval {
		return ""
	}
	return t.Interval.To.String()
}

// reason says why a reading did not win; empty for the one that did.
func reason(r *temporal.Reading) string {
	switch {
	case r.Won:
		return ""
	case r.Rejected != "":
		return r.Rejected
	}
	return "another reading was worth more"
}

func printReading(p *program, r *temporal.Reading, shown string) {
	if !r.Won {
		as := ""
		if r.Value != "" {
			as = " as " + r.Value
		}
		fmt.Fprintf(p.Out, "  not %s%s (%s, %s): %s\n", isolate(shown), as, r.Rule, r.RuleFile, reason(r))
		return
	}
	fmt.Fprintf(p.Out, "%s\n  value      %s\n  type       %s\n", isolate(shown), r.Value, r.Type)
	if r.EndValue != "" {
		fmt.Fprintf(p.Out, "  until      %s\n", r.EndValue)
	}
	if r.HasInterval {
		fmt.Fprintf(p.Out, "  interval   [%s, %s)\n  edtf       %s\n", from(&r.Timex), to(&r.Timex), r.EDTF)
		day := r.Interval.First()
		for _, system := range []calendar.System{calendar.Hijri, calendar.Jalali} {
			if y, m, d, ok := system.YMD(calendar.Auto, day); ok {
				fmt.Fprintf(p.Out, "  %-10s %04d-%02d-%02d\n", system, y, m, d)
			}
		}
	}
	fmt.Fprintf(p.Out, "  calendar   %s\n  basis      %s\n  certainty  %s\n  rule       %s (%s)\n", r.Calendar, r.Basis, r.Certainty, r.Rule, r.RuleFile)
	if r.Occasion != "" {
		fmt.Fprintf(p.Out, "  occasion   %s\n", r.Occasion)
	}
	if r.Conflict != "" {
		fmt.Fprintf(p.Out, "  conflict   %s\n", r.Conflict)
	}
}
