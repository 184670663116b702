package cli

import (
	"bufio"
	"context"

	"github.com/spf13/cobra"

	"github.com/waqai/waqai/timeline"
	"github.com/waqai/waqai/timeline/input"
)

func newAnnotate(p *program) *cobra.Command {
	options := &reading{}
	command := &cobra.Command{
		Use:   "annotate IN...",
		Short: "Print each document's temporal expressions and events as one line of JSON",
		Long: `annotate prints one JSON object a document, in input order: id, lang, published, timexes, events. Offsets count Unicode code points of the
document's text, end exclusive. It is the form that annotation tools and scorers read.`,
		Example: "  waqai annotate samples/articles/*.md\n  cat news.jsonl | waqai annotate -",
		RunE: func(command *cobra.Command, arguments []string) error {
			if len(arguments) == 0 {
				return usagef("annotate: no input; name files, folders, or - for standard input")
			}
			return runAnnotate(command.Context(), p, options, arguments)
		},
	}
	options.register(command)
	return command
}

func runAnnotate(ctx context.Context, p *program, options *reading, arguments []string) error {
	paths, reader, err := options.inputs(p, arguments)
	if err != nil {
		return err
	}
	extractor, err := options.extractor()
	if err != nil {
		return err
	}
	tally := newTally(p)
	out := bufio.NewWriterSize(p.Out, 1<<16)
	err = extractor.Run(ctx, input.Read(paths, reader), options.jobs, func(result timeline.Result) error {
		if !tally.take(&result) {
			return nil
		}
		_, err := out.Write(result.AppendAnnotation(nil))
		return err
	})
	if flushed := out.Flush(); err == nil {
		err = flushed
	}
	if err != nil {
		return err
	}
	return tally.finish()
}
