package export

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// File is an output that appears under its name only when it is whole: it is written beside its place and renamed. What stood there before
// stays until then, and stays for good if anything fails.
type File struct {
	out    io.Writer
	file   *os.File // nil where out is a stream
	path   string
	failed error
	done   bool
}

// Stdout is a File on a stream, which cannot be taken back: Commit and Abort only end it.
func Stdout(w io.Writer) *File { return &File{out: w, path: "standard output"} }

// Create begins an output. The folder must exist. A symbolic link at the path is replaced, not followed.
func Create(path string) (*File, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s is a folder; name a file", path)
	}
	removeStale(path)
	for range 100 {
		temporary, err := besides(path)
		if err != nil {
			return nil, err
		}
		// O_EXCL: nothing that somebody planted under that name is followed or overwritten
		file, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if errors.Is(err, os.ErrExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("cannot write %s: %w", path, cause(err))
		}
		hold(file)
		return &File{out: file, file: file, path: path}, nil
	}
	return nil, fmt.Errorf("cannot write %s: no free name for a temporary file beside it", path)
}

const temporaryMark = ".waqai-"

// besides is a new hidden name in the same folder.
func besides(path string) (string, error) {
	directory, name := filepath.Split(path)
	var random [6]byte
	_, err := rand.Read(random[:])
	return filepath.Join(directory, "."+name+temporaryMark+hex.EncodeToString(random[:])), err
}

// removeStale removes temporary files of this path that a killed run left: those that no process holds.
func removeStale(path string) {
	directory, name := filepath.Split(path)
	if directory == "" {
		directory = "."
	}
	entries, err := os.ReadDir(directory)
	if err != nil {
		return
	}
	prefix := "." + name + temporaryMark
	for _, entry := range entries {
		if n := entry.Name(); len(n) == len(prefix)+12 && n[:len(prefix)] == prefix && entry.Type().IsRegular() {
			removeIfFree(filepath.Join(directory, n))
		}
	}
}

// cause takes the path out of a file error, which would name the temporary file.
func cause(err error) error {
	var inPath *os.PathError
	var inLink *os.LinkError
	switch {
	case errors.As(err, &inPath):
		return inPath.Err
	case errors.As(err, &inLink):
		return inLink.Err
	}
	return err
}

// Write implements io.Writer. After an error every later Write and Commit fails.
func (f *File) Write(p []byte) (int, error) {
	if f.failed != nil {
		return 0, f.failed
	}
	n, err := f.out.Write(p)
	if err != nil {
		f.failed = fmt.Errorf("cannot write %s: %w", f.path, cause(err))
	}
	return n, f.failed
}

// Commit flushes the file to the disk and gives it its name.
func (f *File) Commit() error {
	if f.failed != nil {
		f.Abort()
		return f.failed
	}
	if f.file == nil {
		f.done = true
		return nil
	}
	if err := f.file.Sync(); err != nil {
		return f.fail(err)
	}
	if err := f.file.Close(); err != nil {
		return f.fail(err)
	}
	if err := os.Rename(f.file.Name(), f.path); err != nil {
		return f.fail(err)
	}
	f.done = true
	return syncDirectory(filepath.Dir(f.path))
}

func (f *File) fail(err error) error {
	f.Abort()
	return fmt.Errorf("cannot write %s: %w", f.path, cause(err))
}

// Abort removes what was written, unless it was committed.
func (f *File) Abort() {
	if f.done {
		return
	}
	f.done = true
	if f.failed == nil {
		f.failed = fmt.Errorf("cannot write %s: it was given up", f.path)
	}
	if f.file != nil {
		f.file.Close()
		os.Remove(f.file.Name())
	}
}
