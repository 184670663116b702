package export

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"github.com/zeebo/xxh3"
)

// The seal is a 128-bit xxh3 over every byte of a file, kept inside the file: it is reckoned with the seal's own place blank, then written there.
// So a change of any byte shows, also where no value depends on it: page headers, statistics, padding, the footer. It guards against accident,
// not against somebody who can reckon a seal anew; for that, keep the SHA-256 of datapackage.json elsewhere.

const (
	sealLength = 32
	sealBlank  = "00000000000000000000000000000000"
)

// sealMark is the bytes before the seal's value in a Parquet footer: the key, the Thrift compact header of the next field (a string) and its length.
const sealMark = metadataSeal + "\x18\x20"

// ErrNoSeal tells of a file that has none.
var ErrNoSeal = errors.New("no seal: not written by this program, or changed since")

// sealedWriter sums what passes and holds back the end of a file, until finish puts the seal there. It keeps the first error to itself, for its
// owner to ask: arrow panics when a write fails.
type sealedWriter struct {
	out     io.Writer
	failed  error
	hash    *xxh3.Hasher
	tail    bytes.Buffer
	holding bool
}

func newSealedWriter(w io.Writer) *sealedWriter { return &sealedWriter{out: w, hash: xxh3.New()} }

func (s *sealedWriter) Write(p []byte) (int, error) {
	if s.holding {
		return s.tail.Write(p)
	}
	if s.failed == nil {
		_, _ = s.hash.Write(p)
		_, s.failed = s.out.Write(p)
	}
	return len(p), nil
}

func (s *sealedWriter) hold() { s.holding = true }

func (s *sealedWriter) finish() error {
	if s.failed != nil {
		return s.failed
	}
	tail := s.tail.Bytes()
	at, err := sealPlace(tail, sealMark)
	if err != nil {
		return err
	}
	_, _ = s.hash.Write(tail)
	copy(tail[at:], sealText(s.hash))
	_, err = s.out.Write(tail)
	return err
}

func sealText(hash *xxh3.Hasher) string {
	sum := hash.Sum128().Bytes()
	return hex.EncodeToString(sum[:])
}

// sealPlace finds the seal's value: behind the last mark.
func sealPlace(data []byte, mark string) (int, error) {
	at := bytes.LastIndex(data, []byte(mark))
	if at < 0 || at+len(mark)+sealLength > len(data) {
		return 0, ErrNoSeal
	}
	return at + len(mark), nil
}

// CheckParquetSeal reckons the seal of a Parquet file again.
func CheckParquetSeal(source Source) error {
	size, err := source.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	footer, err := parquetFooter(source, size)
	if err != nil {
		return err
	}
	if _, err := source.Seek(0, io.SeekStart); err != nil {
		return err
	}
	hash := xxh3.New()
	if _, err := io.CopyN(hash, source, size-int64(len(footer))); err != nil {
		return err
	}
	return checkSeal(hash, footer, sealMark)
}

// checkSeal ends a sum with the bytes that hold the seal, and compares.
func checkSeal(hash *xxh3.Hasher, data []byte, mark string) error {
	at, err := sealPlace(data, mark)
	if err != nil {
		return err
	}
	recorded := string(data[at : at+sealLength])
	copy(data[at:], sealBlank)
	_, _ = hash.Write(data)
	if have := sealText(hash); have != recorded {
		return fmt.Errorf("the seal is broken: bytes of the file changed since it was written (recorded %s, now %s)", recorded, have)
	}
	return nil
}

// maxFooter bounds what is read at a file's own word.
const maxFooter = 256 << 20

// parquetFooter is the footer with its length and the magic number behind it.
func parquetFooter(source io.ReaderAt, size int64) ([]byte, error) {
	const end, magic = 8, "PAR1"
	if size < 2*end {
		return nil, errors.New("too short for a Parquet file")
	}
	var last [end]byte
	if _, err := source.ReadAt(last[:], size-end); err != nil {
		return nil, err
	}
	if string(last[4:]) != magic {
		return nil, errors.New("no Parquet file: it does not end in PAR1; it may be cut short")
	}
	length := int64(last[0]) | int64(last[1])<<8 | int64(last[2])<<16 | int64(last[3])<<24
	if length > min(size-end, maxFooter) {
		return nil, fmt.Errorf("the footer claims %d bytes of a file of %d", length, size)
	}
	footer := make([]byte, length+end)
	_, err := source.ReadAt(footer, size-int64(len(footer)))
	return footer, err
}
