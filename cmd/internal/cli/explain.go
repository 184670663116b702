package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/waqai/waqai/timeline"
	"github.com/waqai/waqai/timeline/text"
)

func newExplain(p *program) *cobra.Command {
	options := &one{}
	command := &cobra.Command{
		Use:     `explain "TEXT"`,
		Short:   "Show how a text was read: words, readings, rules, events and what dated them",
		Example: `  waqai explain "وصل الوزير إلى بغداد مساء الأحد" --ref 2023-08-08`,
		RunE: func(_ *cobra.Command, arguments []string) error {
			if len(arguments) == 0 {
				return usagef(`explain: no text; write it in quotes: waqai explain "The minister arrived on Sunday" --ref 2023-08-08`)
			}
			explanation, err := options.explain(arguments)
			if err != nil {
				return err
			}
			printExplanation(p, &explanation)
			return nil
		},
	}
	options.register(command)
	return command
}

func printExplanation(p *program, x *timeline.Explanation) {
	runes := []rune(x.Document.Text)
	slice := func(s text.Span) string { return isolate(oneLine(string(runes[s.Start:s.End]))) }
	fmt.Fprintf(p.Out, "language %s\n\nwords\n", x.Document.Language)
	for _, token := range x.Tokens {
		var readings []string
		for i := range token.Analyses {
			readings = append(readings, describe(&token.Analyses[i]))
		}
		fmt.Fprintf(p.Out, "  %s  %s\n", isolate(token.Text), strings.Join(readings, " | "))
	}
	fmt.Fprintln(p.Out, "\ntemporal expressions")
	for i := range x.Readings {
		printReading(p, &x.Readings[i], string(runes[x.Readings[i].Span.Start:x.Readings[i].Span.End]))
	}
	fmt.Fprintln(p.Out, "\nnames")
	for i := range x.Mentions {
		m := &x.Mentions[i]
		fmt.Fprintf(p.Out, "  %s  %s %s %s %s\n", slice(m.Span), m.Type, isolate(m.Name), m.Country, m.ID)
	}
	fmt.Fprintln(p.Out, "\nevents")
	for i := range x.Events {
		e := &x.Events[i]
		fmt.Fprintf(p.Out, "  %s %s  %s, %s, confidence %.2f, from %s\n", e.ID, isolate(e.Text), e.Kind, e.Status, e.Confidence, e.Rule)
		if e.When != nil {
			anchor := "the day of publication"
			if e.When.Timex >= 0 {
				anchor = slice(x.Timexes[e.When.Timex].Span)
			}
			fmt.Fprintf(p.Out, "      when %s (%s) by %s\n", e.When.Value, e.When.Basis, anchor)
		}
		for k := range e.Participants {
			fmt.Fprintf(p.Out, "      %s %s\n", e.Participants[k].Role, isolate(oneLine(e.Participants[k].Text)))
		}
		for k := range e.Places {
			fmt.Fprintf(p.Out, "      place %s %s\n", isolate(oneLine(e.Places[k].Text)), e.Places[k].Country)
		}
		if e.Source != nil {
			fmt.Fprintf(p.Out, "      says %s\n", isolate(oneLine(e.Source.Text)))
		}
	}
}

// describe writes a reading in a few words.
func describe(a *timeline.ExplainedAnalysis) string {
	parts := []string{isolate(a.Word), [...]string{"word", "noun", "adjective", "verb", "particle", "numeral"}[a.Part]}
	if a.Tense != text.NoTense {
		parts = append(parts, [...]string{"", "past", "present", "future", "imperative", "infinitive"}[a.Tense])
	}
	if a.Derivation != text.Finite {
		parts = append(parts, [...]string{"", "verbal noun", "active participle", "passive participle"}[a.Derivation])
	}
	if a.Passive {
		parts = append(parts, "passive")
	}
	if a.Guessed {
		parts = append(parts, "guessed")
	}
	return strings.Join(parts, " ")
}
