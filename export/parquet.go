package export

import (
	"context"
	"errors"
	"io"
	"maps"
	"slices"
	"strconv"

	"github.com/apache/arrow/go/v17/arrow/memory"
	"github.com/apache/arrow/go/v17/parquet"
	"github.com/apache/arrow/go/v17/parquet/compress"
	"github.com/apache/arrow/go/v17/parquet/file"
	"github.com/apache/arrow/go/v17/parquet/pqarrow"

	"github.com/waqai/waqai/schemas"
)

// rowGroup is DuckDB's own default; smaller groups than Hadoop's let readers skip more.
const rowGroup = 122880

// Keys of the file's own metadata.
const (
	MetadataTable  = "waqai.table"
	MetadataSchema = "waqai.schema_version"
	MetadataRows   = "waqai.rows"
	MetadataSums   = "waqai.sums"
	metadataSeal   = "waqai.seal"
)

var parquetFormat = Format{
	Name:       "parquet",
	Extensions: []string{".parquet"},
	MediaType:  "application/vnd.apache.parquet",
	About:      "Parquet: zstd, column statistics; schema version, sums and a seal over every byte in the metadata",
	New:        newParquet,
	Read:       readParquet,
}

type parquetWriter struct {
	writer   *pqarrow.FileWriter
	sealed   *sealedWriter
	sums     *Sums
	metadata map[string]string
	inGroup  int64
}

func newParquet(w io.Writer, table *schemas.Table, options Options) (Writer, error) {
	if err := useSharedZstd(); err != nil {
		return nil, err
	}
	createdBy := "waqai"
	if version := options.Metadata[MetadataVersion]; version != "" {
		createdBy += " version " + version
	}
	properties := parquet.NewWriterProperties(
		parquet.WithCompression(compress.Codecs.Zstd), parquet.WithStats(true),
		parquet.WithMaxRowGroupLength(rowGroup), parquet.WithDataPageVersion(parquet.DataPageV1), parquet.WithVersion(parquet.V2_LATEST),
		parquet.WithCreatedBy(createdBy),
	)
	sealed := newSealedWriter(w)
	writer, err := pqarrow.NewFileWriter(withPandas(table), sealed, properties, pqarrow.NewArrowWriterProperties(pqarrow.WithStoreSchema()))
	if err != nil {
		return nil, err
	}
	if sealed.failed != nil {
		return nil, sealed.failed
	}
	return &parquetWriter{writer: writer, sealed: sealed, sums: NewSums(table), metadata: options.Metadata}, nil
}

func (p *parquetWriter) Write(batch *schemas.Batch) error {
	record, err := batch.Arrow()
	if err != nil {
		return err
	}
	p.sums.Add(batch)
	if p.inGroup += record.NumRows(); p.inGroup > rowGroup {
		p.writer.NewBufferedRowGroup()
		p.inGroup = record.NumRows()
	}
	if err := p.writer.WriteBuffered(record); err != nil {
		return err
	}
	return p.sealed.failed
}

func (p *parquetWriter) Close() error {
	metadata := maps.Clone(p.metadata)
	if metadata == nil {
		metadata = map[string]string{}
	}
	metadata[MetadataRows] = strconv.FormatInt(p.sums.Rows, 10)
	metadata[MetadataSums] = p.sums.String()
	metadata[metadataSeal] = sealBlank
	for _, key := range slices.Sorted(maps.Keys(metadata)) {
		if err := p.writer.AppendKeyValueMetadata(key, metadata[key]); err != nil {
			return err
		}
	}
	p.sealed.hold()
	if err := p.writer.Close(); err != nil {
		return err
	}
	return p.sealed.finish()
}

func readParquet(source Source, table *schemas.Table, _ Options, each func(*schemas.Batch) error) (err error) {
	defer recovered(&err)
	if err := useSharedZstd(); err != nil {
		return err
	}
	// arrow panics in goroutines of its own on some damaged pages, which nobody can recover: look first. Files of other programs have no seal.
	if err := CheckParquetSeal(source); err != nil && !errors.Is(err, ErrNoSeal) {
		return err
	}
	reader, err := file.NewParquetReader(source)
	if err != nil {
		return err
	}
	rows, err := pqarrow.NewFileReader(reader, pqarrow.ArrowReadProperties{BatchSize: schemas.BatchRows}, memory.DefaultAllocator)
	if err != nil {
		return err
	}
	records, err := rows.GetRecordReader(context.Background(), nil, nil)
	if err != nil {
		return err
	}
	defer records.Release()
	for records.Next() {
		if err := eachRecord(table, records.Record(), each); err != nil {
			return err
		}
	}
	if err := records.Err(); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}
