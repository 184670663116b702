package export

import (
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strconv"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/memory"
	"github.com/apache/arrow/go/v17/parquet"
	"github.com/apache/arrow/go/v17/parquet/compress"
	"github.com/apache/arrow/go/v17/parquet/file"
	"github.com/apache/arrow/go/v17/parquet/pqarrow"

	"github.com/waqai/waqai/schemas"
)

// rowGroup is DuckDB's own default; smaller groups than Hadoop's let readers skip more.
const rowGroup = 122880

var parquetFormat = Format{
	Name:       "parquet",
	Extensions: []string{".parquet"},
	About:      "Parquet: zstd, column statistics, schema version and sums in the metadata",
	New:        newParquet,
	Read:       readParquet,
}

type parquetWriter struct {
	writer   *pqarrow.FileWriter
	sums     *Sums
	metadata map[string]string
	inGroup  int64
}

func newParquet(w io.Writer, table *schemas.Table, options Options) (Writer, error) {
	properties := parquet.NewWriterProperties(
		parquet.WithCompression(compress.Codecs.Zstd), parquet.WithCompressionLevel(3), parquet.WithStats(true),
		parquet.WithMaxRowGroupLength(rowGroup), parquet.WithDataPageVersion(parquet.DataPageV1), parquet.WithVersion(parquet.V2_LATEST),
		parquet.WithCreatedBy("waqai "+options.Metadata["waqai.version"]),
	)
	// the file is closed by its owner, after it was flushed: the writer must not do it
	writer, err := pqarrow.NewFileWriter(table.ArrowSchema(), keepOpen{w}, properties, pqarrow.NewArrowWriterProperties(pqarrow.WithStoreSchema()))
	if err != nil {
		return nil, err
	}
	return &parquetWriter{writer: writer, sums: NewSums(table), metadata: options.Metadata}, nil
}

// keepOpen hides Close from writers that would call it.
type keepOpen struct{ io.Writer }

func (p *parquetWriter) Write(batch *schemas.Batch) error {
	record, err := batch.Arrow()
	if err != nil {
		return err
	}
	defer record.Release()
	p.sums.Add(batch)
	if p.inGroup += record.NumRows(); p.inGroup > rowGroup {
		p.writer.NewBufferedRowGroup()
		p.inGroup = record.NumRows()
	}
	return p.writer.WriteBuffered(record)
}

func (p *parquetWriter) Close() error {
	for _, key := range slices.Sorted(maps.Keys(p.metadata)) {
		if err := p.writer.AppendKeyValueMetadata(key, p.metadata[key]); err != nil {
			return err
		}
	}
	if err := p.writer.AppendKeyValueMetadata("waqai.rows", strconv.FormatInt(p.sums.Rows, 10)); err != nil {
		return err
	}
	if err := p.writer.AppendKeyValueMetadata("waqai.sums", p.sums.String()); err != nil {
		return err
	}
	return p.writer.Close()
}

func readParquet(path string, table *schemas.Table, each func(*schemas.Batch) error) (err error) {
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
	reader, err := file.NewParquetReader(opened)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	defer reader.Close()
	rows, err := pqarrow.NewFileReader(reader, pqarrow.ArrowReadProperties{BatchSize: schemas.BatchRows}, memory.DefaultAllocator)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	records, err := rows.GetRecordReader(context.Background(), nil, nil)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	defer records.Release()
	for records.Next() {
		if err := eachRecord(table, records.Record(), each); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	if err := records.Err(); err != nil && err != io.EOF {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

func eachRecord(table *schemas.Table, record arrow.Record, each func(*schemas.Batch) error) error {
	rows, err := schemas.FromArrow(table, record)
	if err != nil {
		return err
	}
	return each(&schemas.Batch{Table: table, Rows: rows})
}
