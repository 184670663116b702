package input

import (
	"bytes"
	"errors"
	"unicode/utf8"
)

var byteOrderMark = []byte("\xef\xbb\xbf")

// decode takes UTF-8, with or without a byte order mark. Other encodings are refused with a remedy rather than guessed.
func decode(data []byte) (string, error) {
	data = bytes.TrimPrefix(data, byteOrderMark)
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return "", errors.New("the text is UTF-16; convert it to UTF-8 (iconv -f UTF-16 -t UTF-8)")
	}
	if !utf8.Valid(data) {
		return "", errors.New("the text is not UTF-8; convert it first, for Arabic mostly iconv -f WINDOWS-1256 -t UTF-8")
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return "", errors.New("the text holds NUL bytes: not a text file, or UTF-16 without a mark")
	}
	return string(data), nil
}
