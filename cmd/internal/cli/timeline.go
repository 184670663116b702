package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/waqai/waqai/export"
	"github.com/waqai/waqai/export/story"
	"github.com/waqai/waqai/schemas"
	"github.com/waqai/waqai/timeline/merge"
)

// timelining are the flags of timeline.
type timelining struct {
	reading
	outputs   []string
	format    string
	share     string
	csv       csvFlags
	edits     []string
	failEmpty bool
	selection
	presentation
}

// presentation are the flags of formats for people.
type presentation struct {
	title     string
	ui        string
	digits    string
	months    string
	calendars []string
	fragment  bool
	coarse    bool
}

func newTimeline(p *program) *cobra.Command {
	options := &timelining{}
	command := &cobra.Command{
		Use:   "timeline IN...",
		Short: "Merge the events of articles or of a dataset into a timeline with its sources",
		Long: `timeline makes one row of all mentions of one event, in one article and across articles and languages, with the best date, everyone who took part,
the status as it evolved, and every source with its sentence. IN are articles (files, folders, globs, - for standard input), or datasets that extract or
timeline wrote (folders with ` + export.PackageFile + `, events files); a dataset that has a timeline already is continued, its ids stay.

Each -o gets its format by its extension:
` + aboutOutputs() + `
A desk's corrections (--edits) are applied on each run: csv, xlsx or yaml with the columns ` + strings.Join(editColumns, ", ") + `.
Actions: hide, retitle, redate, set, merge-into, split, note. -o check.xlsx writes the sheet to fill in.`,
		Example: `  waqai timeline story/ -o visit.html --title "زيارة الوزير" --ui ar
  waqai timeline story/ -o check.xlsx
  waqai timeline story/ --edits check.xlsx -o visit.html -o visit.ics
  waqai timeline data/ --kind meet,agree --from 2023-08-01 --min-sources 2 -o meetings.csv`,
		RunE: func(command *cobra.Command, arguments []string) error {
			if len(arguments) == 0 {
				return usagef("timeline: no input; name articles, folders, datasets, or - for standard input (waqai timeline --help)")
			}
			return runTimeline(command.Context(), p, options, arguments)
		},
	}
	options.reading.register(command)
	options.csv.register(command)
	flags := command.Flags()
	flags.StringArrayVarP(&options.outputs, "output", "o", nil, "file to write, its format by its extension (repeatable); a folder (name ending in /) for a dataset")
	flags.StringVarP(&options.format, "format", "f", "", "format of standard output: "+strings.Join(timelineFormats(), ", "))
	flags.StringVar(&options.share, "text", "sentence", "how much of the articles' text to write: none, sentence, full")
	flags.StringArrayVar(&options.edits, "edits", nil, "the desk's corrections: csv, xlsx or yaml (repeatable)")
	flags.BoolVar(&options.failEmpty, "fail-empty", false, "end with exit code 4 if no event is left")
	options.selection.register(command)
	flags.StringVar(&options.title, "title", "", "title of the timeline")
	flags.StringVar(&options.ui, "ui", "", "language of labels and dates: "+strings.Join(story.Languages(), ", ")+" (default: that of most events)")
	flags.StringVar(&options.digits, "digits", "", "digits of dates: "+strings.Join(story.Digits(), ", "))
	flags.StringVar(&options.months, "months", "", "names of Gregorian months in Arabic: levant, gulf, maghreb, dual")
	flags.StringSliceVar(&options.calendars, "calendars", nil, "calendars of each date, the first leads: gregorian, hijri, jalali")
	flags.BoolVar(&options.fragment, "fragment", false, "HTML without its frame and scripts, for a content system")
	flags.BoolVar(&options.coarse, "coarse", false, "put months and years into calendar files too")
	return command
}

func aboutOutputs() string {
	var lines []string
	for _, f := range story.Formats() {
		lines = append(lines, fmt.Sprintf("  %-12s %s", f.Extension, f.About))
	}
	for _, f := range export.Formats {
		lines = append(lines, fmt.Sprintf("  %-12s one row an event, its members in a second file beside it", f.Extensions[0]))
	}
	return strings.Join(lines, "\n")
}

func timelineFormats() []string {
	names := export.Names()
	for _, f := range story.Formats() {
		names = append(names, f.Name)
	}
	return names
}

func runTimeline(ctx context.Context, p *program, options *timelining, arguments []string) error {
	if err := options.selection.check(); err != nil {
		return err
	}
	if err := options.presentation.check(); err != nil {
		return err
	}
	for _, output := range options.outputs {
		if err := checkOutput(output); err != nil {
			return err
		}
	}
	edits, err := readEdits(options.edits)
	if err != nil {
		return &coded{exitUsage, err}
	}
	collected, tally, err := collect(ctx, p, options, arguments)
	if err != nil {
		return err
	}
	if tally.done == 0 && tally.failed > 0 {
		return tally.finish()
	}
	merger := merge.New()
	merger.Restore(collected.events, collected.members)
	edited := merger.Edit(edits, collected.history.Aliases)
	for _, message := range slices.Concat(edited.Problems, edited.Notices) {
		fmt.Fprintln(p.Err, "waqai: "+printable(message))
	}
	collected.history = collected.history.Continue(collected.members, &edited, "")
	result := &edited.Result
	options.selection.apply(result)
	told := options.story(&edited)
	if err := options.write(p, told, result, collected); err != nil {
		return &coded{exitNothing, err}
	}
	if len(result.Timeline) == 0 {
		p.warnf("no event is left: none was found, or --who, --where and the other filters leave none")
		if options.failEmpty {
			return exitWith(exitViolations, "the timeline is empty")
		}
	}
	if err := tally.finish(); err != nil {
		return err
	}
	if n := len(edited.Problems); n > 0 {
		return exitWith(exitPartial, "edits that could not be applied: %d (see above); the outputs are written without them", n)
	}
	return nil
}

func (o *presentation) check() error {
	if o.ui != "" && !slices.Contains(story.Languages(), o.ui) {
		return usagef("--ui %q: there are %s", o.ui, strings.Join(story.Languages(), ", "))
	}
	if o.digits != "" && !slices.Contains(story.Digits(), o.digits) {
		return usagef("--digits %q: there are %s", o.digits, strings.Join(story.Digits(), ", "))
	}
	if months := []string{"", "levant", "gulf", "maghreb", "dual"}; !slices.Contains(months, o.months) {
		return usagef("--months %q: there are %s", o.months, strings.Join(months[1:], ", "))
	}
	for _, name := range o.calendars {
		if all := []string{"gregorian", "hijri", "jalali"}; !slices.Contains(all, name) {
			return usagef("--calendars %q: there are %s", name, strings.Join(all, ", "))
		}
	}
	return nil
}

// story is the timeline for the formats that people read.
func (o *timelining) story(edited *merge.Edited) *story.Story {
	told := story.New(o.title, o.ui, edited.Timeline, story.Options{
		Digits: o.digits, Months: o.months, Calendars: o.calendars, Fragment: o.fragment, Coarse: o.coarse, Program: "waqai " + Version,
	})
	for i := range told.Entries {
		e := &told.Entries[i]
		for _, c := range edited.Changes[e.TimelineID] {
			e.Changes = append(e.Changes, story.Change(c))
		}
		e.Verdict = edited.Checked[e.TimelineID]
	}
	if told.Title == "" {
		told.Title = told.DefaultTitle()
	}
	return told
}

// write writes every output; nothing is written where one cannot be.
func (o *timelining) write(p *program, told *story.Story, result *merge.Result, collected *collection) error {
	var failed []error
	for _, output := range o.outputs {
		var err error
		switch format, forPeople := story.ByPath(output); {
		case output == "-":
			err = o.print(p, told, result)
		case strings.HasSuffix(output, "/") || isDirectory(output):
			err = o.writeFolder(output, result, collected)
		case forPeople:
			err = story.WriteFile(output, format, told)
		default:
			err = o.writeTables(output, result)
		}
		if err != nil {
			failed = append(failed, err)
		}
	}
	if len(o.outputs) == 0 {
		return o.print(p, told, result)
	}
	return errors.Join(failed...)
}

// print writes to standard output: what --format says, a readable list on a terminal, else JSONL.
func (o *timelining) print(p *program, told *story.Story, result *merge.Result) error {
	if format, forPeople := story.Named(o.format); forPeople {
		return format.Write(p.Out, told)
	}
	if o.format == "" && isTerminal(p.Out) {
		return printTimeline(p, told)
	}
	format, err := export.Named(o.formatOr("jsonl"))
	if err != nil {
		return usagef("--format %q: there are %s", o.format, strings.Join(timelineFormats(), ", "))
	}
	return writeRows(p.Out, format, o.csv.options(), result.Timeline)
}

func (o *timelining) formatOr(name string) string {
	if o.format == "" {
		return name
	}
	return o.format
}

// checkOutput finds outputs that cannot be before anything is read.
func checkOutput(output string) error {
	if output == "-" || strings.HasSuffix(output, "/") || isDirectory(output) {
		return nil
	}
	if _, forPeople := story.ByPath(output); forPeople {
		return nil
	}
	if _, err := export.ByExtension(output); err != nil {
		var known []string
		for _, f := range story.Formats() {
			known = append(known, f.Extension)
		}
		return usagef("%v (or %s); for a dataset, a folder: %s/", err, strings.Join(known, " "), output)
	}
	return nil
}

// selection are the flags that choose events.
type selection struct {
	who, where  []string
	kinds       []string
	statuses    []string
	from, to    string
	leastVoices int

	first, last schemas.Null[schemas.Day]
}
