package input

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
)

var jsonl = Format{
	Name:       "jsonl",
	Extensions: []string{".jsonl", ".ndjson"},
	About:      `one JSON object a line: {"id","text","published","lang","title","publisher","url"}`,
	Read:       readJSONL,
}

func readJSONL(r io.Reader, origin Origin, fields Fields) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		reader := bufio.NewReaderSize(r, 1<<16)
		for line := 1; ; line++ {
			at := Origin{Path: origin.Path, Line: line}
			data, err := readLine(reader)
			if err != nil && !errors.Is(err, errLongLine) {
				if !errors.Is(err, io.EOF) {
					yield(Document{Origin: at}, err)
				}
				return
			}
			if err != nil {
				if !yield(Document{Origin: at}, err) {
					return
				}
				continue
			}
			if line == 1 {
				data = bytes.TrimPrefix(data, byteOrderMark)
			}
			if len(bytes.TrimSpace(data)) == 0 {
				continue
			}
			document, err := parseJSON(data, fields)
			document.Origin = at
			if !yield(document, err) {
				return
			}
		}
	}
}

var errLongLine = fmt.Errorf("a line of more than %d MiB; write one article a line", MaxLine>>20)

// readLine gives the next line without its end; a line above MaxLine is read to its end and refused.
func readLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := r.ReadSlice('\n')
		if !long {
			line = append(line, part...)
			if len(line) > MaxLine {
				long, line = true, nil
			}
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && len(line) == 0 && !long:
			return nil, io.EOF
		case err != nil && !errors.Is(err, io.EOF):
			return nil, err
		case long:
			return nil, errLongLine
		}
		return bytes.TrimRight(line, "\r\n"), nil
	}
}

func parseJSON(data []byte, fields Fields) (Document, error) {
	if _, err := decode(data); err != nil {
		return Document{}, err
	}
	var values map[string]any
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	if err := decoder.Decode(&values); err != nil {
		return Document{}, fmt.Errorf("not a JSON object: %w", err)
	}
	if values == nil {
		return Document{}, errors.New("null is no article; write a JSON object")
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return Document{}, errors.New("something follows the JSON object in its line; write one object a line")
	}
	document, err := record(values, fields, "")
	if err == nil && document.Text == "" {
		err = fmt.Errorf("no %q field with the article's text; name yours with --map text=NAME", fields.name("text"))
	}
	if err == nil && len(document.Text) > MaxText {
		err = fmt.Errorf("more than %d MiB of text; split it into articles", MaxText>>20)
	}
	return document, err
}
