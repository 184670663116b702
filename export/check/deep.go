package check

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/waqai/waqai/export"
)

// The second reader, github.com/xitongsys/parquet-go, shares no Parquet code with the one that wrote the file. It panics in goroutines of its own on
// some damaged files and gives no rows and no error on others, so it runs in a child process with limits, and its row count is compared.

const (
	defaultTime   = 10 * time.Minute
	defaultMemory = 4 << 30
)

// answer is what the child prints.
type answer struct {
	Rows  int64  `json:"rows"`
	Sums  string `json:"sums"`
	Error string `json:"error,omitempty"`
}

// deep has the child read the file and compares; true where all is the same.
func (t *target) deep(report *Report, sums *export.Sums, options Options) bool {
	if len(options.Child) == 0 {
		report.Notes = append(report.Notes, t.shown+": no second reader: this program was not told how to start it")
		return false
	}
	got, err := t.ask(options)
	if err != nil {
		report.add(t.shown, ruleDeep, "the second reader %v", err)
		return false
	}
	if got.Error != "" {
		report.add(t.shown, ruleDeep, "the second reader cannot read it: %s", got.Error)
		return false
	}
	if got.Rows != sums.Rows {
		report.add(t.shown, ruleDeep, "the second reader sees %d rows, the first %d", got.Rows, sums.Rows)
		return false
	}
	if differing := export.Differences(got.Sums, sums.String()); len(differing) > 0 {
		report.add(t.shown, ruleDeep, "the second reader sees other values in %s", strings.Join(differing, ", "))
		return false
	}
	return true
}

// ask runs the child.
func (t *target) ask(options Options) (answer, error) {
	limit, memory := options.TimeLimit, options.MemoryLimit
	if limit == 0 {
		limit = defaultTime
	}
	if memory == 0 {
		memory = defaultMemory
	}
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	path, err := filepath.Abs(t.path) // never taken for a flag
	if err != nil {
		return answer{}, err
	}
	arguments := append(append([]string{}, options.Child[1:]...), path, t.table.Name)
	command := exec.CommandContext(ctx, options.Child[0], arguments...)
	command.Env = append(os.Environ(), fmt.Sprintf("%s=%d", memoryVariable, memory), fmt.Sprintf("GOMEMLIMIT=%d", memory*3/4), "GOTRACEBACK=none")
	command.WaitDelay = 5 * time.Second
	var out bytes.Buffer
	var told tail
	command.Stdout, command.Stderr = &out, &told
	err = command.Run()
	switch {
	case ctx.Err() != nil:
		return answer{}, fmt.Errorf("did not end within %s", limit)
	case err != nil:
		return answer{}, fmt.Errorf("broke off (%w): %s", err, told.String())
	}
	var got answer
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		return answer{}, errors.New("gave no answer")
	}
	return got, nil
}

// tail keeps the beginning of what a process says.
type tail struct{ kept []byte }

func (t *tail) Write(p []byte) (int, error) {
	t.kept = append(t.kept, p[:min(len(p), 300-min(300, len(t.kept)))]...)
	return len(p), nil
}

func (t *tail) String() string {
	line, _, _ := strings.Cut(string(t.kept), "\n")
	return line
}
