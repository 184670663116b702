package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// The checked-in files are those that the tables make, no more and no fewer.
func TestGeneratedIsCurrent(t *testing.T) {
	const folder = "../../generated"
	want := files()
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		have, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if text, generated := want[filepath.ToSlash(name)]; !generated {
			t.Errorf("%s: no table makes it; remove it", name)
		} else if text != string(have) {
			t.Errorf("%s is out of date; run go generate ./schemas", name)
		}
		delete(want, filepath.ToSlash(name))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range want {
		t.Errorf("%s is missing; run go generate ./schemas", name)
	}
}
