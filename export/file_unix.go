//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package export

import (
	"fmt"
	"os"
	"syscall"
)

// hold marks a temporary file as in use, as long as this process lives. Where the file system knows no locks, stale files simply stay.
func hold(file *os.File) { _ = syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) }

func removeIfFree(path string) {
	file, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NOFOLLOW, 0)
	if err != nil {
		return
	}
	defer file.Close()
	if syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil {
		os.Remove(path)
	}
}

// syncDirectory makes a rename last.
func syncDirectory(path string) error {
	directory, err := os.Open(path)
	if err != nil {
		return nil // a folder that may be written and not read: nothing to be done
	}
	defer directory.Close()
	if err := directory.Sync(); err != nil {
		return fmt.Errorf("cannot make %s last on the disk: %w", path, cause(err))
	}
	return nil
}
