// Package check reads an export again and tells whether it is what was written.
//
// In: a file or a dataset folder. Out: a Report of what does not hold: the schema, hashes, seals, row counts and column sums, and what must be true of
// the rows. It knows tables and files; it does not know documents beyond their rows, nor language.
//
// What is guaranteed. A Parquet file that this program wrote carries a seal over every byte, and a dataset folder the SHA-256 of every file and a
// seal over datapackage.json itself: a change of any byte of these is reported. CSV, JSONL and Arrow files that stand alone have no place for a
// sum: there a change is reported only where it breaks the format, a type or a rule of the rows, and the report says so. Seals and hashes guard
// against accident; somebody who means to deceive can reckon them anew.
package check

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/waqai/waqai/export"
	"github.com/waqai/waqai/schemas"
)

// Options say how closely to look. The zero value looks at everything but through the second reader.
type Options struct {
	Deep        bool          // read Parquet again with the second reader, in a child process
	Child       []string      // command that runs DeepChild in a process of its own; the path and the table's name follow
	TimeLimit   time.Duration // of one child; 0 is ten minutes
	MemoryLimit int64         // of one child in bytes; 0 is 4 GiB
	Export      export.Options
}

// Violation is one thing that does not hold. Violations of one kind in one file are counted, and the first is told.
type Violation struct {
	File    string `json:"file"`
	Rule    string `json:"rule"`
	Problem string `json:"problem"` // of the first one
	Count   int64  `json:"count"`
}

func (v Violation) String() string {
	more := ""
	if v.Count > 1 {
		more = fmt.Sprintf(" (and %d more of this kind)", v.Count-1)
	}
	return v.File + ": " + v.Problem + more
}

// FileReport is one file that was read.
type FileReport struct {
	File   string `json:"file"`
	Table  string `json:"table"`
	Format string `json:"format"`
	Rows   int64  `json:"rows"`
	Sealed bool   `json:"sealed"` // every byte is vouched for
	Deep   bool   `json:"deep"`   // the second reader saw the same
}

// Report is what was found.
type Report struct {
	Files      []FileReport `json:"files"`
	Violations []Violation  `json:"violations"`
	Notes      []string     `json:"notes"` // what could not be checked, and why
}

// OK tells that nothing was violated.
func (r *Report) OK() bool { return len(r.Violations) == 0 }

// Rules of violations.
const (
	ruleRead    = "read"    // the file cannot be read as its format
	ruleSchema  = "schema"  // columns, types or version
	ruleSeal    = "seal"    // bytes changed
	rulePackage = "package" // datapackage.json and the folder differ
	ruleRows    = "rows"    // row count
	ruleSums    = "sums"    // column sums
	ruleDeep    = "deep"    // the second reader differs
)

func (r *Report) add(file, rule, format string, arguments ...any) {
	for i := range r.Violations {
		if v := &r.Violations[i]; v.File == file && v.Rule == rule {
			v.Count++
			return
		}
	}
	r.Violations = append(r.Violations, Violation{file, rule, fmt.Sprintf(format, arguments...), 1})
}

// Check looks at a file, or a dataset folder. The error is for what cannot be looked at at all; everything else is in the Report.
func Check(path string, options Options) (Report, error) {
	report := Report{Files: []FileReport{}, Violations: []Violation{}, Notes: []string{}}
	info, err := os.Stat(path)
	if err != nil {
		return report, err
	}
	targets := []target{{path: path, shown: path}}
	if info.IsDir() {
		if targets, err = folder(path, &report); err != nil {
			return report, err
		}
		if len(targets) == 0 && report.OK() {
			return report, fmt.Errorf("%s: no tables in this folder", path)
		}
	}
	// documents first, then events: the others point to them
	for i := range targets {
		targets[i].identify(&report)
	}
	slices.SortStableFunc(targets, func(a, b target) int { return cmp.Compare(a.order(), b.order()) })
	rows := newRules(&report)
	for i := range targets {
		if targets[i].table != nil {
			targets[i].check(&report, rows, options)
		}
	}
	rows.finish()
	return report, nil
}

// target is one file to check.
type target struct {
	path, shown string
	resource    *export.Resource // what datapackage.json says of it; nil if there is none
	sealed      bool             // a hash or a seal vouches for every byte
	changed     bool             // a hash or a seal is broken or missing: not read in this process, which damage could end
	format      export.Format
	table       *schemas.Table
}

// order puts the tables first that others point to.
func (t *target) order() int {
	for i, table := range []*schemas.Table{schemas.Documents, schemas.Events, schemas.Timelines} {
		if t.table == table {
			return i
		}
	}
	return len(schemas.Tables)
}

// folder lists the tables of a dataset: those of datapackage.json, and any other file of a known format.
func folder(path string, report *Report) ([]target, error) {
	var targets []target
	described := map[string]bool{}
	description, sealed, err := export.ReadPackage(filepath.Join(path, export.PackageFile))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		report.Notes = append(report.Notes, path+": no "+export.PackageFile+": hashes and sums of the files are not known")
	case err != nil:
		report.add(export.PackageFile, rulePackage, "%v", err)
	case !sealed:
		report.add(export.PackageFile, rulePackage, "%s has no seal: not written by this program, or changed since", export.PackageFile)
	}
	if description != nil && err == nil {
		if problem := knownVersion(description.SchemaVersion); problem != "" {
			report.add(export.PackageFile, ruleSchema, "%s", problem)
		}
		for i := range description.Resources {
			r := &description.Resources[i]
			described[r.Path] = true
			if !filepath.IsLocal(r.Path) {
				report.add(export.PackageFile, rulePackage, "resource %q: path %q leaves the folder", r.Name, r.Path)
				continue
			}
			t := target{path: filepath.Join(path, r.Path), shown: r.Path, resource: r}
			if t.hashes(report) {
				targets = append(targets, t)
			}
		}
	}
	err = filepath.WalkDir(path, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(path, file)
		if err != nil || described[filepath.ToSlash(name)] || !entry.Type().IsRegular() || strings.HasPrefix(entry.Name(), ".") {
			return err
		}
		if _, err := export.ByExtension(name); err != nil {
			return nil
		}
		if description != nil {
			report.add(name, rulePackage, "not described in %s", export.PackageFile)
		}
		targets = append(targets, target{path: file, shown: name})
		return nil
	})
	return targets, err
}

// knownVersion tells what is wrong with a schema version, if anything.
func knownVersion(version string) string {
	ours, _, _ := strings.Cut(schemas.Version, ".")
	theirs, _, found := strings.Cut(version, ".")
	if !found || theirs != ours {
		return fmt.Sprintf("schema version %q; this program knows %s.x, use the version of waqai that wrote it", version, ours)
	}
	return ""
}
