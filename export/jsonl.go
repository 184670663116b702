package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"
	"time"

	"github.com/waqai/waqai/schemas"
)

var jsonlFormat = Format{
	Name:       "jsonl",
	Extensions: []string{".jsonl", ".ndjson"},
	About:      "one JSON object a line, in the order of the columns",
	New: func(w io.Writer, table *schemas.Table, _ Options) (Writer, error) {
		return &jsonlWriter{out: w, table: table}, nil
	},
	Read: readJSONL,
}

type jsonlWriter struct {
	out   io.Writer
	table *schemas.Table
	line  []byte
}

func (j *jsonlWriter) Write(batch *schemas.Batch) error {
	j.line = j.line[:0]
	for _, row := range batch.Rows {
		j.line = appendObject(j.line, j.table.Columns, row)
		j.line = append(j.line, '\n')
	}
	_, err := j.out.Write(j.line)
	return err
}

func (j *jsonlWriter) Close() error { return nil }

func appendObject(out []byte, columns []schemas.Column, row schemas.Row) []byte {
	out = append(out, '{')
	for i := range columns {
		if i > 0 {
			out = append(out, ',')
		}
		out = appendJSONString(out, columns[i].Name)
		out = append(out, ':')
		out = appendJSON(out, &columns[i], row[i])
	}
	return append(out, '}')
}

func appendJSON(out []byte, c *schemas.Column, value any) []byte {
	switch v := value.(type) {
	case nil:
		return append(out, "null"...)
	case []schemas.Row:
		out = append(out, '[')
		for i, row := range v {
			if i > 0 {
				out = append(out, ',')
			}
			out = appendObject(out, c.Fields, row)
		}
		return append(out, ']')
	case string:
		return appendJSONString(out, v)
	}
	if quoted := c.Type == schemas.Day || c.Type == schemas.Instant || c.Type == schemas.LocalTime; quoted {
		out = append(out, '"')
		out = AppendScalar(out, c, value)
		return append(out, '"')
	}
	return AppendScalar(out, c, value)
}

func appendJSONString(out []byte, s string) []byte {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(s) // a string always encodes
	return append(out, bytes.TrimSuffix(buffer.Bytes(), []byte("\n"))...)
}

// AppendScalar writes a value as text: ISO 8601 dates, the shortest number that reads back equal, true or false.
func AppendScalar(out []byte, c *schemas.Column, value any) []byte {
	switch v := value.(type) {
	case string:
		return append(out, v...)
	case int32:
		if c.Type == schemas.Day {
			return time.Unix(int64(v)*86400, 0).UTC().AppendFormat(out, time.DateOnly)
		}
		return strconv.AppendInt(out, int64(v), 10)
	case int64:
		layout := "2006-01-02T15:04:05Z"
		if c.Type == schemas.LocalTime {
			layout = "2006-01-02T15:04:05"
		}
		return time.UnixMicro(v).UTC().AppendFormat(out, layout)
	case float32:
		return strconv.AppendFloat(out, float64(v), 'g', -1, 32)
	case float64:
		if v == math.Trunc(v) && math.Abs(v) < 1e15 {
			return strconv.AppendFloat(out, v, 'f', -1, 64)
		}
		return strconv.AppendFloat(out, v, 'g', -1, 64)
	case bool:
		return strconv.AppendBool(out, v)
	}
	return out
}

// ParseScalar reads what AppendScalar writes.
func ParseScalar(c *schemas.Column, text string) (any, error) {
	switch c.Type {
	case schemas.String:
		return text, nil
	case schemas.Int32:
		n, err := strconv.ParseInt(text, 10, 32)
		return int32(n), err
	case schemas.Float32:
		f, err := strconv.ParseFloat(text, 32)
		return float32(f), err
	case schemas.Float64:
		return strconv.ParseFloat(text, 64)
	case schemas.Bool:
		return strconv.ParseBool(text)
	case schemas.Day:
		t, err := time.Parse(time.DateOnly, text)
		return int32(t.Unix() / 86400), err
	case schemas.Instant:
		t, err := time.Parse(time.RFC3339, text)
		return t.UnixMicro(), err
	case schemas.LocalTime:
		t, err := time.Parse("2006-01-02T15:04:05", text)
		return t.UnixMicro(), err
	}
	return nil, fmt.Errorf("no scalar of type %s", c.Type)
}

// parseJSON reads what appendJSON writes.
func parseJSON(c *schemas.Column, raw json.RawMessage) (any, error) {
	if string(raw) == "null" {
		return nil, nil
	}
	switch c.Type {
	case schemas.Structs:
		var objects []json.RawMessage
		if err := json.Unmarshal(raw, &objects); err != nil {
			return nil, err
		}
		rows := make([]schemas.Row, len(objects))
		for i, object := range objects {
			row, err := parseObject(c.Fields, object)
			if err != nil {
				return nil, err
			}
			rows[i] = row
		}
		return rows, nil
	case schemas.String, schemas.Day, schemas.Instant, schemas.LocalTime:
		var text string
		if err := json.Unmarshal(raw, &text); err != nil {
			return nil, err
		}
		return ParseScalar(c, text)
	}
	return ParseScalar(c, string(raw))
}

func parseObject(columns []schemas.Column, data []byte) (schemas.Row, error) {
	var values map[string]json.RawMessage
	if err := json.Unmarshal(data, &values); err != nil {
		return nil, err
	}
	row := make(schemas.Row, len(columns))
	for i := range columns {
		raw, present := values[columns[i].Name]
		if !present {
			return nil, fmt.Errorf("no field %q", columns[i].Name)
		}
		var err error
		if row[i], err = parseJSON(&columns[i], raw); err != nil {
			return nil, fmt.Errorf("field %q: %w", columns[i].Name, err)
		}
	}
	return row, nil
}

func readJSONL(path string, table *schemas.Table, each func(*schemas.Batch) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	reader := bufio.NewReader(file)
	batch := &schemas.Batch{Table: table}
	for line := 1; ; line++ {
		data, err := reader.ReadBytes('\n')
		if len(bytes.TrimSpace(data)) > 0 {
			row, err := parseObject(table.Columns, data)
			if err != nil {
				return fmt.Errorf("%s:%d: %w", path, line, err)
			}
			batch.Rows = append(batch.Rows, row)
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		if len(batch.Rows) == schemas.BatchRows {
			if err := each(batch); err != nil {
				return err
			}
			batch.Rows = nil
		}
	}
	if len(batch.Rows) > 0 {
		return each(batch)
	}
	return nil
}
