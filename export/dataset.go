package export

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/waqai/waqai/schemas"
)

// PackageFile describes a dataset folder.
const PackageFile = "datapackage.json"

// Dataset is a folder of tables, one file each (events.parquet, documents.parquet, ...), with a table of their columns and datapackage.json, which
// holds the SHA-256, the row count and the sums of each file. A new folder appears whole or not at all. In an existing folder the files are replaced
// one after another when all are whole, datapackage.json last, so that a run cut off in between shows in Check.
type Dataset struct {
	path    string // where it will be
	staged  string // where it is written: a new folder beside, or path itself
	format  Format
	options Options
	tables  []*resource
	done    bool
}

// resource is one file of the dataset.
type resource struct {
	table  *schemas.Table
	name   string
	file   *File
	writer Writer
	sums   *Sums
	hash   hash.Hash
	bytes  int64
}

// Write implements io.Writer: to the file, and into its hash.
func (r *resource) Write(p []byte) (int, error) {
	n, err := r.file.Write(p)
	r.bytes += int64(n)
	r.hash.Write(p[:n])
	return n, err
}

// CreateDataset begins a dataset of the tables named; columns is added to them.
func CreateDataset(path string, format Format, options Options, tables ...*schemas.Table) (dataset *Dataset, err error) {
	path = filepath.Clean(path)
	d := &Dataset{path: path, staged: path, format: format, options: options}
	defer func() {
		if err != nil {
			d.Abort()
		}
	}()
	switch info, err := os.Stat(path); {
	case err == nil && !info.IsDir():
		return nil, fmt.Errorf("%s is a file; a dataset is a folder", path)
	case err != nil:
		if d.staged, err = besides(path); err != nil {
			return nil, err
		}
		if err := os.Mkdir(d.staged, 0o755); err != nil {
			return nil, fmt.Errorf("cannot make %s: %w", path, cause(err))
		}
	}
	for _, table := range append(slices.Clone(tables), schemas.Columns) {
		r := &resource{table: table, name: table.Name + format.Extensions[0], sums: NewSums(table), hash: sha256.New()}
		if r.file, err = Create(filepath.Join(d.staged, r.name)); err != nil {
			return nil, err
		}
		d.tables = append(d.tables, r)
		if r.writer, err = format.New(r, table, options); err != nil {
			return nil, err
		}
	}
	return d, nil
}

// Write adds rows to the table that the batch is of.
func (d *Dataset) Write(batch *schemas.Batch) error {
	for _, r := range d.tables {
		if r.table == batch.Table {
			r.sums.Add(batch)
			return r.writer.Write(batch)
		}
	}
	return fmt.Errorf("%s: the dataset has no table %s", d.path, batch.Table.Name)
}

// Commit ends every file and puts the dataset in its place.
func (d *Dataset) Commit() error {
	defer d.Abort()
	if err := d.Write(schemas.Of(schemas.Describe(d.there()...))); err != nil {
		return err
	}
	for _, r := range d.tables {
		if err := r.writer.Close(); err != nil {
			return err
		}
	}
	description, err := Create(filepath.Join(d.staged, PackageFile))
	if err != nil {
		return err
	}
	defer description.Abort()
	if _, err := io.WriteString(description, d.describe()); err != nil {
		return err
	}
	for _, r := range d.tables {
		if err := r.file.Commit(); err != nil {
			return err
		}
	}
	if err := description.Commit(); err != nil {
		return err
	}
	if d.staged != d.path {
		if err := os.Rename(d.staged, d.path); err != nil {
			return fmt.Errorf("cannot write %s: %w", d.path, cause(err))
		}
		d.staged = d.path
		if err := syncDirectory(filepath.Dir(d.path)); err != nil {
			return err
		}
	}
	d.done = true
	return nil
}

// there is the tables of the dataset.
func (d *Dataset) there() []*schemas.Table {
	tables := make([]*schemas.Table, len(d.tables))
	for i, r := range d.tables {
		tables[i] = r.table
	}
	return tables
}

// Abort removes what was written, unless it was committed.
func (d *Dataset) Abort() {
	if d.done {
		return
	}
	d.done = true
	for _, r := range d.tables {
		r.file.Abort()
	}
	if d.staged != d.path {
		os.RemoveAll(d.staged)
	}
}

func (r *resource) sha256() string { return "sha256:" + hex.EncodeToString(r.hash.Sum(nil)) }
