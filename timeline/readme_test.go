package timeline

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestReadmeCommands keeps the README's promise: its first two shell blocks are the two commands, and they name things that exist.
func TestReadmeCommands(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```sh\n(.*?)```").FindAllStringSubmatch(string(readme), -1)
	want := []string{"go run ./cmd/waqai extract samples/articles", "go test ./..."}
	if len(blocks) < len(want) {
		t.Fatalf("%d shell blocks", len(blocks))
	}
	script, err := os.ReadFile("../.ci/run")
	if err != nil {
		t.Fatal(err)
	}
	for i, command := range want {
		if got := strings.TrimSpace(blocks[i][1]); got != command {
			t.Errorf("shell block %d is %q, not %q", i+1, got, command)
		}
		if !strings.Contains(string(script), command) {
			t.Errorf(".ci/run does not run %q", command)
		}
	}
	for _, path := range regexp.MustCompile(`\]\(([a-z][^):]*)\)`).FindAllStringSubmatch(string(readme), -1) {
		if _, err := os.Stat("../" + path[1]); err != nil {
			t.Errorf("the README links to %s: %v", path[1], err)
		}
	}
}
