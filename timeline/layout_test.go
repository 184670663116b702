package timeline

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

const module = "github.com/waqai/waqai/"

// TestArrows keeps the imports one way: what each room may import of ours.
func TestArrows(t *testing.T) {
	allowed := map[string][]string{
		"timeline/calendar": {}, "timeline/lang": {}, "schemas": {},
		"timeline/text":     {"timeline/lang"},
		"timeline/input":    {"timeline/calendar"},
		"timeline/temporal": {"timeline/text", "timeline/calendar", "timeline/lang"},
		"timeline/entity":   {"timeline/text", "timeline/lang"},
		"timeline/event":    {"timeline/entity", "timeline/temporal", "timeline/text", "timeline/calendar", "timeline/lang"},
		"timeline/merge":    {"schemas", "timeline/text", "timeline/calendar"}, // rows in, rows out: the same from articles and from a dataset
		"export":            {"schemas"}, "export/check": {"export", "schemas"},
		"export/story": {"export", "schemas", "timeline/calendar"},
	}
	for room, rooms := range allowed {
		out, err := exec.Command("go", "list", "-f", `{{join .Imports "\n"}}`, module+room).Output()
		if err != nil {
			t.Fatalf("go list %s: %v", room, err)
		}
		for imported := range strings.FieldsSeq(string(out)) {
			if ours, found := strings.CutPrefix(imported, module); found && !slices.Contains(rooms, ours) {
				t.Errorf("%s imports %s; it may import %v", room, ours, rooms)
			}
		}
	}
}

// TestNoLanguageInCode keeps words out of Go: string and character literals in Arabic script stand in language data, in the script files of package
// text, and in tests.
func TestNoLanguageInCode(t *testing.T) {
	for _, root := range []string{".", "../cmd", "../export", "../schemas"} {
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.HasPrefix(filepath.Base(path), "script_") {
				return err
			}
			files := token.NewFileSet()
			file, err := parser.ParseFile(files, path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				literal, isLiteral := n.(*ast.BasicLit)
				if isLiteral && strings.ContainsFunc(literal.Value, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) && !strings.HasPrefix(path, "../cmd") {
					t.Errorf("%s: %s belongs in language data", files.Position(literal.Pos()), literal.Value)
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
