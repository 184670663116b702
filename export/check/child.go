package check

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/xitongsys/parquet-go/common"
	"github.com/xitongsys/parquet-go/reader"
	"github.com/xitongsys/parquet-go/source"

	"github.com/waqai/waqai/export"
	"github.com/waqai/waqai/schemas"
)

// memoryVariable tells the child how much memory it may take.
const memoryVariable = "WAQAI_CHECK_MEMORY"

// DeepChild is what the child process of a deep check runs: it reads the Parquet file with the second reader and prints row count and column sums
// as one JSON object. It sets the process's own memory limit, so call it only in a process that does nothing else.
func DeepChild(path, table string, out io.Writer) error {
	if limit, err := strconv.ParseInt(os.Getenv(memoryVariable), 10, 64); err == nil && limit > 0 {
		limitMemory(limit)
	}
	var got answer
	if sums, err := readColumns(path, table); err != nil {
		got.Error = err.Error()
	} else {
		got.Rows, got.Sums = sums.Rows, sums.String()
	}
	return json.NewEncoder(out).Encode(got)
}

// chunk is how many rows of a column are read at once.
const chunk = 8192

// readColumns reads column after column without a schema of ours and sums the values.
func readColumns(path, name string) (sums *export.Sums, err error) {
	defer func() { // what it does in its own goroutines ends the process instead
		if value := recover(); value != nil {
			err = fmt.Errorf("damaged: %v", value)
		}
	}()
	table, known := schemas.Named(name)
	if !known {
		return nil, fmt.Errorf("no table %q", name)
	}
	opened, err := openReadOnly(path)
	if err != nil {
		return nil, err
	}
	defer opened.Close()
	file, err := reader.NewParquetColumnReader(opened, 1)
	if err != nil {
		return nil, err
	}
	sums = export.NewSums(table)
	sums.Rows = file.GetNumRows()
	paths := map[string]string{} // by the leaf's name
	for _, inside := range file.SchemaHandler.ValueColumns {
		parts := common.StrToPath(file.SchemaHandler.InPathToExPath[inside])[1:]
		if len(parts) == 4 { // column, list, element, field
			parts = []string{parts[0], parts[3]}
		}
		paths[strings.Join(parts, ".")] = inside
	}
	if sums.Rows == 0 { // it panics on files without rows
		return sums, nil
	}
	for i := range sums.Leaves() {
		leaf := &sums.Leaves()[i]
		inside, found := paths[leaf.Name]
		if !found {
			return nil, fmt.Errorf("no column %s", leaf.Name)
		}
		if err := sumColumn(file, inside, leaf, sums.Rows); err != nil {
			return nil, fmt.Errorf("column %s: %w", leaf.Name, err)
		}
	}
	return sums, nil
}

func sumColumn(file *reader.ParquetReader, path string, leaf *export.Leaf, rows int64) error {
	deepest, err := file.SchemaHandler.MaxDefinitionLevel(common.StrToPath(path))
	if err != nil {
		return err
	}
	var pending []schemas.Value // the elements of the list that is being read
	open, seen := false, int64(0)
	end := func() {
		if open {
			leaf.Length(len(pending))
			for _, v := range pending {
				leaf.Value(v)
			}
		}
		pending, open = pending[:0], false
	}
	for seen < rows {
		values, repetitions, definitions, err := file.ReadColumnByPath(path, min(chunk, rows-seen))
		if err != nil {
			return err
		}
		if len(values) == 0 {
			return fmt.Errorf("%d of %d rows", seen, rows)
		}
		for i, value := range values {
			begins := repetitions[i] == 0
			if begins {
				end()
				seen++
			}
			if leaf.List && begins && definitions[i] == 0 {
				open = true // an empty list
				continue
			}
			v, err := valueOf(value, leaf.Type, definitions[i] == deepest)
			if err != nil {
				return err
			}
			if !leaf.List {
				leaf.Value(v)
				continue
			}
			open = true
			pending = append(pending, v)
		}
	}
	end()
	if seen != rows {
		return fmt.Errorf("%d rows instead of %d", seen, rows)
	}
	return nil
}

func valueOf(value any, kind schemas.Type, known bool) (schemas.Value, error) {
	if !known {
		return schemas.Value{}, nil
	}
	v := schemas.Value{Known: true}
	switch value := value.(type) {
	case string:
		v.Text = value
		if kind == schemas.String {
			return v, nil
		}
	case int32:
		v.Int = int64(value)
		if kind == schemas.Int16 || kind == schemas.Int32 || kind == schemas.Date {
			return v, nil
		}
	case int64:
		v.Int = value
		if kind == schemas.Int64 || kind == schemas.UTC || kind == schemas.Clock {
			return v, nil
		}
	case float32:
		v.Float = float64(value)
		if kind == schemas.Float32 {
			return v, nil
		}
	case float64:
		v.Float = value
		if kind == schemas.Float64 {
			return v, nil
		}
	case bool:
		if value {
			v.Int = 1
		}
		if kind == schemas.Bool {
			return v, nil
		}
	}
	return v, fmt.Errorf("a %T for a %s", value, kind)
}

// readOnly is a file as the second reader wants it.
type readOnly struct {
	*os.File
	path string
}

func openReadOnly(path string) (*readOnly, error) {
	file, err := os.Open(path)
	return &readOnly{file, path}, err
}

// Open opens the file once more, a column each; other files that a damaged footer may name are refused.
func (r *readOnly) Open(name string) (source.ParquetFile, error) {
	if name != "" {
		return nil, errors.New("the footer names another file")
	}
	return openReadOnly(r.path)
}

func (r *readOnly) Create(string) (source.ParquetFile, error) { return nil, errors.ErrUnsupported }
func (r *readOnly) Write([]byte) (int, error)                 { return 0, errors.ErrUnsupported }
