package export

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/waqai/waqai/schemas"
)

var errFull = errors.New("no space left on device")

// full is a disk that takes so many bytes.
type full struct {
	io.Writer
	room int
}

func (f *full) Write(p []byte) (int, error) {
	if len(p) > f.room {
		n, _ := f.Writer.Write(p[:f.room])
		f.room = 0
		return n, errFull
	}
	f.room -= len(p)
	return f.Writer.Write(p)
}

func names(t *testing.T, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return strings.Join(out, " ")
}

// Wherever the disk fills up, the old file stays, nothing else does, and the error names the file.
func TestDiskFull(t *testing.T) {
	for _, format := range Formats {
		batch := filled(schemas.Events, 20, 1)
		var whole bytes.Buffer
		w, err := format.New(&whole, schemas.Events, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(w.Write(batch), w.Close()); err != nil {
			t.Fatal(err)
		}
		folder := t.TempDir()
		path := filepath.Join(folder, "events"+format.Extensions[0])
		for room := 0; room <= whole.Len(); room += 1 + whole.Len()/11 {
			if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
				t.Fatal(err)
			}
			file, err := Create(path)
			if err != nil {
				t.Fatal(err)
			}
			file.out = &full{file.out, room}
			err = func() error {
				defer file.Abort()
				w, err := format.New(file, schemas.Events, Options{})
				if err != nil {
					return err
				}
				if err := errors.Join(w.Write(batch), w.Close()); err != nil {
					return err
				}
				return file.Commit()
			}()
			old, _ := os.ReadFile(path)
			if room < whole.Len() && (!errors.Is(err, errFull) || !strings.Contains(err.Error(), path) || string(old) != "old") {
				t.Errorf("%s, room for %d of %d bytes: error %v, file %.20q", format.Name, room, whole.Len(), err, old)
			}
			if have := names(t, folder); have != filepath.Base(path) {
				t.Errorf("%s: left behind: %s", format.Name, have)
			}
		}
	}
}

func TestDatasetIsWholeOrAbsent(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "data")
	for _, fails := range []bool{true, false} {
		d, err := CreateDataset(path, parquetFormat, Options{}, schemas.Events, schemas.Documents)
		if err != nil {
			t.Fatal(err)
		}
		if fails {
			d.tables[1].file.out = &full{d.tables[1].file.out, 10}
		}
		err = errors.Join(d.Write(filled(schemas.Events, 5, 1)), d.Commit())
		want := "columns.parquet datapackage.json documents.parquet events.parquet"
		if fails {
			if !errors.Is(err, errFull) || names(t, folder) != "" {
				t.Errorf("%v; left: %s", err, names(t, folder))
			}
			continue
		}
		if err != nil || names(t, folder) != "data" || names(t, path) != want {
			t.Errorf("%v; %s: %s", err, names(t, folder), names(t, path))
		}
	}
	// in the folder that stands now, a failure leaves every old file
	before := snapshot(t, path)
	d, err := CreateDataset(path, parquetFormat, Options{}, schemas.Events, schemas.Documents)
	if err != nil {
		t.Fatal(err)
	}
	d.tables[0].file.out = &full{d.tables[0].file.out, 2000}
	if err := errors.Join(d.Write(filled(schemas.Events, 50, 2)), d.Commit()); !errors.Is(err, errFull) {
		t.Errorf("%v", err)
	}
	if after := snapshot(t, path); after != before {
		t.Error("a failed run changed the dataset")
	}
	if err := d.Write(filled(schemas.Timexes, 1, 1)); err == nil {
		t.Error("a table that the dataset has not was taken")
	}
}

func snapshot(t *testing.T, folder string) string {
	t.Helper()
	var out strings.Builder
	for name := range strings.FieldsSeq(names(t, folder)) {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		out.WriteString(name + "\n")
		out.Write(data)
	}
	return out.String()
}

// What somebody planted at the target is not followed.
func TestSymbolicLinkIsReplaced(t *testing.T) {
	folder := t.TempDir()
	victim, path := filepath.Join(folder, "victim"), filepath.Join(folder, "out.csv")
	if err := os.WriteFile(victim, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(victim, path); err != nil {
		t.Skip(err)
	}
	if err := WriteTable(path, csvFormat, schemas.Aliases, Options{}, filled(schemas.Aliases, 1, 1)); err != nil {
		t.Fatal(err)
	}
	if data, _ := os.ReadFile(victim); string(data) != "mine" {
		t.Error("the link was followed")
	}
	if info, err := os.Lstat(path); err != nil || !info.Mode().IsRegular() {
		t.Errorf("%v %v", info, err)
	}
}

func TestStaleTemporaryFiles(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no locks there")
	}
	folder := t.TempDir()
	path := filepath.Join(folder, "out.csv")
	stale := filepath.Join(folder, ".out.csv.waqai-0123456789ab")
	others := filepath.Join(folder, ".out.csv.waqai-notes")
	for _, name := range []string{stale, others} {
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	running, err := Create(path) // another run, still at work
	if err != nil {
		t.Fatal(err)
	}
	defer running.Abort()
	if _, err := os.Stat(stale); err == nil {
		t.Error("the stale file stayed")
	}
	second, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer second.Abort()
	for _, name := range []string{others, running.file.Name()} {
		if _, err := os.Stat(name); err != nil {
			t.Errorf("removed what is not stale: %v", err)
		}
	}
}

func TestStdout(t *testing.T) {
	var out bytes.Buffer
	file := Stdout(&out)
	w, err := csvFormat.New(file, schemas.Aliases, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Close(), file.Commit()); err != nil {
		t.Fatal(err)
	}
	if out.String() != "old,new,table,reason,run\r\n" {
		t.Errorf("%q", out.String())
	}
	broken := Stdout(&full{io.Discard, 0})
	if _, err := broken.Write([]byte("x")); !errors.Is(err, errFull) || !errors.Is(broken.Commit(), errFull) {
		t.Errorf("a failed write was forgotten: %v", err)
	}
}
