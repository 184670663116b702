package export

import (
	"fmt"
	"io"
	"os"

	"github.com/apache/arrow/go/v17/arrow/ipc"

	"github.com/waqai/waqai/schemas"
)

var arrowFormat = Format{
	Name:       "arrow",
	Extensions: []string{".arrow", ".arrows"},
	About:      "Arrow IPC stream, zstd",
	New: func(w io.Writer, table *schemas.Table, _ Options) (Writer, error) {
		return &arrowWriter{ipc.NewWriter(w, ipc.WithSchema(table.ArrowSchema()), ipc.WithZstd())}, nil
	},
	Read: readArrow,
}

type arrowWriter struct{ writer *ipc.Writer }

func (a *arrowWriter) Write(batch *schemas.Batch) error {
	record, err := batch.Arrow()
	if err != nil {
		return err
	}
	defer record.Release()
	return a.writer.Write(record)
}

func (a *arrowWriter) Close() error { return a.writer.Close() }

func readArrow(path string, table *schemas.Table, each func(*schemas.Batch) error) (err error) {
	defer func() { // arrow panics on some damaged files
		if value := recover(); value != nil {
			err = fmt.Errorf("%s: damaged: %v", path, value)
		}
	}()
	opened, err := os.Open(path)
	if err != nil {
		return err
	}
	defer opened.Close()
	reader, err := ipc.NewReader(opened)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	defer reader.Release()
	for reader.Next() {
		if err := eachRecord(table, reader.Record(), each); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	if err := reader.Err(); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
