package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/waqai/waqai/export/check"
)

// deepChild is the hidden command that the second reader runs in: it may end its process on damaged files.
const deepChild = "check-deep-child"

func newCheck(p *program) *cobra.Command {
	var deep, asJSON bool
	var limit time.Duration
	var csv csvFlags
	command := &cobra.Command{
		Use:   "check FILE|DIR...",
		Short: "Check exports: schema, sums, invariants, and by a second reader",
		Long: `check reads exports again: that the schema is one it knows, that no byte changed since writing, that row counts and column sums are those recorded,
and that the rows hold together (date_start ≤ date_end, spans inside their document, ids unique, references met). --deep has a second, independent
reader of Parquet read the file in a process of its own and compares what it saw. Violations end with exit code 4.`,
		Example: "  waqai check events.parquet --deep\n  waqai check data/",
		RunE: func(command *cobra.Command, arguments []string) error {
			if len(arguments) == 0 {
				return usagef("check: nothing to check; name a file or a dataset folder")
			}
			options := check.Options{Deep: deep, TimeLimit: limit, Export: csv.options(), Child: childCommand()}
			return runCheck(p, arguments, options, asJSON)
		},
	}
	flags := command.Flags()
	flags.BoolVar(&deep, "deep", false, "read Parquet again with an independent reader in a child process")
	flags.DurationVar(&limit, "time-limit", 10*time.Minute, "longest time for the second reader, a file")
	flags.BoolVar(&asJSON, "json", false, "print the report as JSON")
	csv.register(command)
	return command
}

// childCommand is this program's own command line for the second reader.
func childCommand() []string {
	self, err := os.Executable()
	if err != nil {
		return nil
	}
	return []string{self, deepChild}
}

func newDeepChild(p *program) *cobra.Command {
	return &cobra.Command{
		Use: deepChild, Hidden: true, Args: cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, arguments []string) error {
			return check.DeepChild(arguments[0], arguments[1], p.Out)
		},
	}
}

func runCheck(p *program, paths []string, options check.Options, asJSON bool) error {
	violations := 0
	for _, path := range paths {
		report, err := check.Check(path, options)
		if err != nil {
			return &coded{exitNothing, err}
		}
		violations += len(report.Violations)
		if asJSON {
			if err := json.NewEncoder(p.Out).Encode(report); err != nil {
				return err
			}
			continue
		}
		for _, f := range report.Files {
			how := "readable"
			if f.Sealed {
				how = "every byte as written"
			}
			if f.Deep {
				how += ", second reader agrees"
			}
			fmt.Fprintf(p.Out, "%s: %s, %d rows, %s\n", printable(f.File), f.Table, f.Rows, how)
		}
		for _, note := range report.Notes {
			p.warnf("%s", printable(note))
		}
		for _, violation := range report.Violations {
			fmt.Fprintln(p.Out, "violation: "+printable(violation.String()))
		}
	}
	if violations > 0 {
		return exitWith(exitViolations, "%d violations", violations)
	}
	return nil
}

// checkWritten is extract --check: what was written is read again by both readers.
func checkWritten(_ context.Context, p *program, path string) error {
	report, err := check.Check(path, check.Options{Deep: true, Child: childCommand()})
	if err != nil {
		return &coded{exitNothing, err}
	}
	for _, violation := range report.Violations {
		fmt.Fprintln(p.Err, "waqai: violation: "+printable(violation.String()))
	}
	if !report.OK() {
		return exitWith(exitViolations, "%s: %d violations in what was just written", path, len(report.Violations))
	}
	return nil
}
