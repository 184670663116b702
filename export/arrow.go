package export

import (
	"fmt"
	"io"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/ipc"

	"github.com/waqai/waqai/schemas"
)

var arrowFormat = Format{
	Name:       "arrow",
	Extensions: []string{".arrow", ".arrows"},
	MediaType:  "application/vnd.apache.arrow.stream",
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
	return a.writer.Write(record)
}

func (a *arrowWriter) Close() error { return a.writer.Close() }

func readArrow(source Source, table *schemas.Table, _ Options, each func(*schemas.Batch) error) (err error) {
	defer recovered(&err)
	reader, err := ipc.NewReader(source)
	if err != nil {
		return err
	}
	defer reader.Release()
	for reader.Next() {
		if err := eachRecord(table, reader.Record(), each); err != nil {
			return err
		}
	}
	return reader.Err()
}

// recovered turns a panic into an error: arrow panics on some damaged files.
func recovered(err *error) {
	if value := recover(); value != nil {
		*err = fmt.Errorf("damaged: %v", value)
	}
}

func eachRecord(table *schemas.Table, record arrow.Record, each func(*schemas.Batch) error) error {
	batch, err := schemas.FromArrow(table, record)
	if err != nil {
		return err
	}
	return each(batch)
}
