// Package cli is the command line: one file a command, each an options struct, its flags and a run function. It turns arguments into calls of
// the library and errors into exit codes; it knows nothing about language or time itself.
package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"sync"
	"syscall"

	"github.com/spf13/cobra"
)

// Streams are where a command reads and writes.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// program is what every command shares.
type program struct {
	Streams
	quiet   bool
	noColor bool
}

// Main runs the command line and gives the exit code. It is what the golden tests call.
func Main(arguments []string, streams Streams) (code int) {
	// A closed reader (waqai extract ... | head) is no failure: with the signal ignored, writing gives EPIPE, which exitCode takes as done.
	ignorePipe()
	defer func() {
		if value := recover(); value != nil {
			fmt.Fprintf(streams.Err, "waqai: internal error: %v\n%s\nplease report this with the command you ran\n", value, debug.Stack())
			code = exitBug
		}
	}()
	ctx, stop := interruptible()
	defer stop()
	root := newRoot(&program{Streams: streams})
	root.SetArgs(arguments)
	root.SetIn(streams.In)
	root.SetOut(streams.Out)
	root.SetErr(streams.Err)
	err := root.ExecuteContext(ctx)
	return report(ctx, streams.Err, err)
}

func newRoot(p *program) *cobra.Command {
	root := &cobra.Command{
		Use:   "waqai",
		Short: "Turn news text into timelines of dated, sourced events",
		Long: `waqai (Arabic: events) reads news articles in Arabic, English and Persian and finds every temporal expression and every dated event: who did
what to whom, where, when, and who says so. It resolves dates against the publication date and across the Gregorian, Hijri and
Jalali calendars, and writes Parquet, CSV, JSONL, Arrow and timelines that people read.

stdout carries data, stderr is for people. Exit codes: 0 all inputs done; 1 outputs written, some inputs could not be read; 2 usage;
3 nothing could be done; 4 check found violations; 70 a bug; 130 and 143 interrupted. An unknown code is a failure.`,
		Example: `  waqai extract article.md
  waqai extract news/ --published 2023-08-08 -o events.parquet
  waqai date "14 صفر 1445" --ref 2023-08-08`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       Version,
	}
	root.SetVersionTemplate("waqai {{.Version}}\n")
	root.PersistentFlags().BoolVarP(&p.quiet, "quiet", "q", false, "print no warnings and no summary on stderr")
	root.PersistentFlags().BoolVar(&p.noColor, "no-color", false, "no colour, also set by NO_COLOR")
	root.SetFlagErrorFunc(func(command *cobra.Command, err error) error {
		return usagef("%s: %v; see %s --help", command.CommandPath(), err, command.CommandPath())
	})
	for _, add := range commands {
		root.AddCommand(add(p))
	}
	return root
}

// commands lists every command, in the order of the help.
var commands = []func(*program) *cobra.Command{
	newExtract, newAnnotate, newTimeline, newCheck, newDeepChild, newSchema, newDate, newExplain, newVersion,
}

var ignorePipe = sync.OnceFunc(func() { signal.Ignore(syscall.SIGPIPE) })

// interruptible gives a context that the first SIGINT or SIGTERM ends; its cause says which. A second one ends the program at once.
func interruptible() (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM)
	done := make(chan struct{})
	go func() {
		select {
		case received := <-signals:
			cancel(interrupted{received})
			signal.Stop(signals)
		case <-done:
		}
	}()
	return ctx, func() { signal.Stop(signals); close(done); cancel(nil) }
}

// interrupted is the cause of a context that a signal ended.
type interrupted struct{ signal os.Signal }

func (i interrupted) Error() string { return "interrupted (" + i.signal.String() + ")" }

// warnf tells people on stderr, unless they asked for quiet.
func (p *program) warnf(format string, arguments ...any) {
	if !p.quiet {
		fmt.Fprintf(p.Err, "waqai: "+format+"\n", arguments...)
	}
}
