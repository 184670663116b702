// Package lang holds the languages: one folder of data each, no Go. A folder that has a profile.tsv is a language; there is no list to
// edit. It hands out tables and rule files as they stand; the stages that read them give them meaning.
package lang

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

//go:embed */profile.tsv */lexicon/*.tsv */rules/*.rules */model/*.tsv
var builtin embed.FS

// Pack is one language: its folder, and the user's folder of the same name laid over it, if there is one.
type Pack struct {
	Code    string
	layers  []fs.FS // the user's first
	origins []string
}

// Codes lists the languages of the program and of the overlay folders, sorted.
func Codes(overlays ...string) []string {
	var codes []string
	layers := []fs.FS{builtin}
	for _, dir := range overlays {
		layers = append(layers, os.DirFS(dir))
	}
	for _, layer := range layers {
		matches, _ := fs.Glob(layer, "*/profile.tsv")
		for _, match := range matches {
			codes = append(codes, path.Dir(match))
		}
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// Open gives the pack of one language. Each overlay is a folder shaped as this one (<overlay>/ar/lexicon/months.tsv); the rows of its tables
// are added to the built-in ones, and its rules come first.
func Open(code string, overlays ...string) (*Pack, error) {
	pack := &Pack{Code: code}
	for _, dir := range overlays {
		if info, err := os.Stat(path.Join(dir, code)); err == nil && info.IsDir() {
			pack.layers = append(pack.layers, os.DirFS(path.Join(dir, code)))
			pack.origins = append(pack.origins, path.Join(dir, code))
		}
	}
	if sub, err := fs.Sub(builtin, code); err == nil {
		if _, err := fs.Stat(sub, "profile.tsv"); err == nil {
			pack.layers = append(pack.layers, sub)
			pack.origins = append(pack.origins, path.Join("lang", code))
		}
	}
	if len(pack.layers) == 0 {
		return nil, fmt.Errorf("language %q: no such folder; there are %s", code, strings.Join(Codes(overlays...), ", "))
	}
	return pack, nil
}

// Profile reads profile.tsv: key, value.
func (p *Pack) Profile() (map[string]string, error) {
	profile := map[string]string{}
	for i := len(p.layers) - 1; i >= 0; i-- {
		table, err := p.read(i, "profile.tsv")
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		for _, row := range table.Rows {
			profile[row.Cells[0]] = row.Cell(1)
		}
	}
	return profile, nil
}

// Table reads lexicon/<name>.tsv, the user's rows first. A language without that table gives an empty one.
func (p *Pack) Table(name string) (*Table, error) {
	whole := &Table{Name: name}
	for i := range p.layers {
		table, err := p.read(i, "lexicon/"+name+".tsv")
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if whole.Columns == nil {
			whole.Columns = table.Columns
		} else if !slices.Equal(whole.Columns, table.Columns) {
			return nil, fmt.Errorf("%s/lexicon/%s.tsv:1: columns %v, but the built-in table has %v; use those", p.origins[i], name, table.Columns, whole.Columns)
		}
		whole.Rows = append(whole.Rows, table.Rows...)
	}
	return whole, nil
}

// File is one rules file with its place.
type File struct {
	Name string // lang/ar/rules/relative.rules
	Data string
}

// Rules reads every rules/*.rules file, the user's first, each layer sorted by name.
func (p *Pack) Rules() ([]File, error) {
	var files []File
	for i, layer := range p.layers {
		names, err := fs.Glob(layer, "rules/*.rules")
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			data, err := fs.ReadFile(layer, name)
			if err != nil {
				return nil, err
			}
			files = append(files, File{Name: p.origins[i] + "/" + name, Data: string(data)})
		}
	}
	return files, nil
}

func (p *Pack) read(layer int, name string) (*Table, error) {
	data, err := fs.ReadFile(p.layers[layer], name)
	if err != nil {
		return nil, err
	}
	return ParseTable(p.origins[layer]+"/"+name, string(data))
}

// Model reads model/<name>.tsv, the user's instead of the built-in one. A language without it gives an empty file.
func (p *Pack) Model(name string) (File, error) {
	for i, layer := range p.layers {
		data, err := fs.ReadFile(layer, "model/"+name+".tsv")
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		return File{Name: p.origins[i] + "/model/" + name + ".tsv", Data: string(data)}, err
	}
	return File{}, nil
}
