package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/waqai/waqai/cmd/internal/cli"
)

var update = flag.Bool("update", false, "rewrite the expected output of the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"flip":  flip,
		"waqai": func() { os.Exit(cli.Main(os.Args[1:], cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr})) },
	})
}

// flip changes one byte of a file: what a bad disk does.
func flip() {
	offset, err := strconv.Atoi(os.Args[2])
	if err != nil {
		panic(err)
	}
	data, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	data[offset%len(data)] ^= 0x40
	if err := os.WriteFile(os.Args[1], data, 0o600); err != nil {
		panic(err)
	}
}

// TestSamples compares the timeline of every sample article with the one that stands beside it.
func TestSamples(t *testing.T) {
	articles, err := filepath.Glob("../../samples/articles/*.md")
	if err != nil || len(articles) < 8 {
		t.Fatalf("%d sample articles (%v)", len(articles), err)
	}
	for _, article := range articles {
		t.Run(filepath.Base(article), func(t *testing.T) {
			var out, errors bytes.Buffer
			if code := cli.Main([]string{"extract", article, "--plain"}, cli.Streams{Out: &out, Err: &errors}); code != 0 {
				t.Fatalf("exit code %d: %s", code, errors.String())
			}
			golden := strings.TrimSuffix(article, ".md") + ".timeline.tsv"
			if *update {
				if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), out.String()); diff != "" {
				t.Errorf("timeline changed (rewrite with go test ./cmd/waqai -update):\n%s", diff)
			}
		})
	}
}

// TestScripts runs every script of testdata/script against the real program.
func TestScripts(t *testing.T) {
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("SAMPLES", root+"/../../samples")
			return nil
		},
	})
}
