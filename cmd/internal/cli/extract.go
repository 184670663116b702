package cli

import (
	"context"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/waqai/waqai/export"
	"github.com/waqai/waqai/timeline"
	"github.com/waqai/waqai/timeline/input"
)

// extraction are the flags of extract.
type extraction struct {
	reading
	output string
	format string
	table  string
	share  string
	csv    csvFlags
	check  bool
	plain  bool
}

func newExtract(p *program) *cobra.Command {
	options := &extraction{}
	command := &cobra.Command{
		Use:   "extract IN...",
		Short: "Find the dated events of articles and write them as tables or a readable timeline",
		Long: `extract reads articles (text, Markdown with front matter, JSONL; files, folders, globs, - for standard input) and writes one row a mention of an
event, with its date, who, where, who says so and the sentence it stands in.

Without -o and --format it prints a readable timeline on a terminal and JSONL into a pipe. With -o the format is that of the extension
(` + strings.Join(extensions(), " ") + `); a name that ends in / is a folder that gets every table and a datapackage.json.
An output appears whole or not at all.`,
		Example: `  waqai extract article.md
  waqai extract news/ --published 2023-08-08 -o events.parquet
  waqai extract news.jsonl -o data/ --check
  cat news.jsonl | waqai extract - --format csv > events.csv`,
		RunE: func(command *cobra.Command, arguments []string) error {
			if len(arguments) == 0 {
				return usagef("extract: no input; name files, folders, or - for standard input (waqai extract --help)")
			}
			return runExtract(command.Context(), p, options, arguments)
		},
	}
	options.register(command)
	options.csv.register(command)
	flags := command.Flags()
	flags.StringVarP(&options.output, "output", "o", "", "file to write, its format by its extension; a folder (name ending in /) for all tables; - for standard output")
	flags.StringVarP(&options.format, "format", "f", "", "format of the output: "+strings.Join(export.Names(), ", "))
	flags.StringVar(&options.table, "table", "events", "table that a single file holds: "+strings.Join(extractedTables, ", "))
	flags.StringVar(&options.share, "text", "sentence", "how much of the articles' text to write: none, sentence, full")
	flags.BoolVar(&options.check, "check", false, "check what was written: schema, sums, invariants, and by a second reader")
	flags.BoolVar(&options.plain, "plain", false, "print the timeline as tab-separated text: date, kind, status, who, where, sentence, document")
	return command
}

func extensions() []string {
	var all []string
	for _, format := range export.Formats {
		all = append(all, format.Extensions...)
	}
	return all
}

func parseShare(name string) (timeline.TextShare, error) {
	switch name {
	case "none":
		return timeline.ShareNone, nil
	case "sentence":
		return timeline.ShareSentence, nil
	case "full":
		return timeline.ShareFull, nil
	}
	return 0, usagef("--text %q: there are none, sentence, full", name)
}

func runExtract(ctx context.Context, p *program, options *extraction, arguments []string) (err error) {
	share, err := parseShare(options.share)
	if err != nil {
		return err
	}
	sink, err := openSink(p, options)
	if err != nil {
		return err
	}
	defer sink.abort()
	paths, reader, err := options.inputs(p, arguments)
	if err != nil {
		return err
	}
	extractor, err := options.extractor()
	if err != nil {
		return err
	}
	tally := newTally(p)
	err = extractor.Run(ctx, input.Read(paths, reader), options.jobs, func(result timeline.Result) error {
		if !tally.take(&result) {
			return nil
		}
		return sink.write(&result, share)
	})
	if err != nil {
		return err
	}
	if tally.done == 0 && tally.failed > 0 {
		return tally.finish()
	}
	if err := sink.close(); err != nil {
		return &coded{exitNothing, err}
	}
	if options.check && options.output != "" && options.output != "-" {
		if err := checkWritten(ctx, p, options.output); err != nil {
			return err
		}
	}
	return tally.finish()
}

// isTerminal tells whether a stream is a terminal.
func isTerminal(stream any) bool {
	file, isFile := stream.(*os.File)
	if !isFile {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// openSink chooses where the rows go.
func openSink(p *program, options *extraction) (sink, error) {
	if strings.HasSuffix(options.output, "/") || isDirectory(options.output) {
		format := "parquet"
		if options.format != "" {
			format = options.format
		}
		return newFolderSink(options.output, format, options.csv.options())
	}
	if options.output == "" && options.format == "" && (options.plain || isTerminal(p.Out)) {
		return newReadableSink(p, options.plain), nil
	}
	var format export.Format
	var err error
	switch {
	case options.format != "":
		format, err = export.Named(options.format)
	case options.output == "" || options.output == "-":
		format, err = export.Named("jsonl")
	default:
		format, err = export.ByExtension(options.output)
	}
	if err != nil {
		return nil, &coded{exitUsage, err}
	}
	return newTableSink(p, options, format)
}

func isDirectory(path string) bool {
	if path == "" || path == "-" {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// csvFlags are the flags of the CSV dialect.
type csvFlags struct {
	dialect string
	guard   string
}

func (c *csvFlags) register(command *cobra.Command) {
	command.Flags().StringVar(&c.dialect, "csv", "plain", "CSV dialect: plain, or excel (with a byte order mark)")
	command.Flags().StringVar(&c.guard, "csv-guard", "formula", "guard of CSV cells that spreadsheets would run: formula, or none")
}

func (c *csvFlags) options() export.Options {
	return export.Options{
		CSVExcel: c.dialect == "excel", CSVUnguarded: c.guard == "none",
		Metadata: map[string]string{export.MetadataVersion: Version},
	}
}
