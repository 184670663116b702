package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"
)

// Exit codes, all of them. Go itself ends with 2 on an unrecovered panic, which is why Main recovers to exitBug.
const (
	exitDone        = 0
	exitPartial     = 1 // outputs written, some inputs could not be read
	exitUsage       = 2
	exitNothing     = 3 // nothing could be done, or the output could not be written
	exitViolations  = 4 // check found violations
	exitBug         = 70
	exitInterrupted = 130
	exitTerminated  = 143
)

// coded is an error with the exit code it ends the program with.
type coded struct {
	code int
	err  error
}

func (c *coded) Error() string { return c.err.Error() }
func (c *coded) Unwrap() error { return c.err }

func usagef(format string, arguments ...any) error {
	return &coded{exitUsage, fmt.Errorf(format, arguments...)}
}

func exitWith(code int, format string, arguments ...any) error {
	return &coded{code, fmt.Errorf(format, arguments...)}
}

// report tells an error to people and gives the exit code.
func report(ctx context.Context, stderr io.Writer, err error) int {
	if err == nil || errors.Is(err, syscall.EPIPE) {
		return exitDone
	}
	var stopped interrupted
	if errors.As(context.Cause(ctx), &stopped) {
		fmt.Fprintln(stderr, "waqai: "+stopped.Error()+"; outputs that were not finished are not there, run the command again")
		if stopped.signal == syscall.SIGTERM {
			return exitTerminated
		}
		return exitInterrupted
	}
	fmt.Fprintln(stderr, "waqai: "+printable(err.Error()))
	var withCode *coded
	if errors.As(err, &withCode) {
		return withCode.code
	}
	if strings.HasPrefix(err.Error(), "unknown command") || strings.Contains(err.Error(), "arg(s)") {
		return exitUsage
	}
	return exitNothing
}

// printable keeps control characters of file names and articles away from the terminal.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r < 0x20, r >= 0x7f && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return '�'
		}
		return r
	}, text)
}
