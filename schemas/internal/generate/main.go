// Command generate writes the forms of the schema that are made from its tables into a folder.
//
//	go generate ./schemas
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/waqai/waqai/schemas"
)

func main() {
	folder := os.Args[1]
	for name, text := range files() {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			fail(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			fail(err)
		}
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

// files are the generated files by name: one a table where programs read them, one for all where people do.
func files() map[string]string {
	out := map[string]string{}
	for _, table := range schemas.Tables {
		for _, format := range schemas.Formats() {
			text, err := table.Render(format)
			if err != nil {
				fail(err)
			}
			switch format {
			case "json":
				out["json/"+table.Name+".schema.json"] = text
			case "tableschema":
				out["tableschema/"+table.Name+".json"] = text
			case "csv":
				out["csv/"+table.Name+".csv"] = text
			case "arrow":
				out["arrow.txt"] += table.Name + "\n" + text + "\n"
			case "sql":
				out["tables.sql"] += text + "\n"
			case "md":
				out["dictionary.md"] += text + "\n"
			}
		}
	}
	out["arrow.txt"] = note("", "") + out["arrow.txt"]
	out["tables.sql"] = note("-- ", "") + out["tables.sql"]
	out["dictionary.md"] = "# Data dictionary\n\n" + note("<!-- ", " -->") + strings.TrimRight(out["dictionary.md"], "\n") + "\n"
	return out
}

func note(before, after string) string {
	return before + "Code generated from package schemas by go generate; DO NOT EDIT." + after + "\n\n"
}
