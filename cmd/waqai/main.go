// Command waqai turns news text into timelines. See cli for everything it does.
package main

import (
	"os"

	"github.com/waqai/waqai/cmd/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}))
}
