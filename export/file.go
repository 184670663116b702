package export

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// File is an output that appears under its name only when it is whole: it is written beside its place and renamed. What stood there before
// stays until then, and stays for good if anything fails.
type File struct {
	file *os.File
	path string
	done bool
}

// Create begins an output. The directory must exist.
func Create(path string) (*File, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s is a folder; name a file", path)
	}
	directory, name := filepath.Split(path)
	for range 100 {
		var random [6]byte
		if _, err := rand.Read(random[:]); err != nil {
			return nil, err
		}
		temporary := filepath.Join(directory, "."+name+".waqai-"+hex.EncodeToString(random[:]))
		// O_EXCL: nothing that somebody planted under that name is followed or overwritten
		file, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if errors.Is(err, os.ErrExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("cannot write %s: %w", path, errors.Unwrap(err))
		}
		return &File{file: file, path: path}, nil
	}
	return nil, fmt.Errorf("cannot write %s: no free name for a temporary file beside it", path)
}

// Write implements io.Writer.
func (f *File) Write(p []byte) (int, error) {
	n, err := f.file.Write(p)
	if err != nil {
		err = fmt.Errorf("cannot write %s: %w", f.path, err)
	}
	return n, err
}

// Commit flushes the file to the disk and gives it its name.
func (f *File) Commit() error {
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
	if runtime.GOOS == "windows" { // directories cannot be flushed there
		return nil
	}
	directory, err := os.Open(filepath.Dir(f.path))
	if err != nil {
		return nil
	}
	defer directory.Close()
	return directory.Sync()
}

func (f *File) fail(err error) error {
	f.Abort()
	return fmt.Errorf("cannot write %s: %w", f.path, err)
}

// Abort removes what was written, unless it was committed.
func (f *File) Abort() {
	if !f.done {
		f.done = true
		f.file.Close()
		os.Remove(f.file.Name())
	}
}
