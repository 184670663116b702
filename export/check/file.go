package check

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/apache/arrow/go/v17/arrow/ipc"
	"github.com/apache/arrow/go/v17/parquet/file"

	"github.com/waqai/waqai/export"
	"github.com/waqai/waqai/schemas"
)

// hashes compares size and SHA-256 with the package; false where the file is not there.
func (t *target) hashes(report *Report) bool {
	opened, err := os.Open(t.path)
	if err != nil {
		report.add(t.shown, rulePackage, "described in %s, but cannot be opened: %v", export.PackageFile, err)
		return false
	}
	defer opened.Close()
	hash := sha256.New()
	size, err := io.Copy(hash, opened)
	if err != nil {
		report.add(t.shown, ruleRead, "%v", err)
		return false
	}
	have := "sha256:" + hex.EncodeToString(hash.Sum(nil))
	if size != t.resource.Bytes || have != t.resource.Hash {
		report.add(t.shown, ruleSeal, "%d bytes with %s, but %s says %d bytes with %s: the file changed since it was written", size, have,
			export.PackageFile, t.resource.Bytes, t.resource.Hash)
		t.changed = true
		return true
	}
	t.sealed = true
	return true
}

// identify finds the format and the table of a file.
func (t *target) identify(report *Report) {
	var err error
	if t.format, err = export.ByExtension(t.path); err != nil {
		report.add(t.shown, ruleRead, "%v", err)
		return
	}
	if t.format.Name == "parquet" {
		t.checkSeal(report)
	}
	name, err := t.tableName()
	if err != nil {
		report.add(t.shown, ruleRead, "%v", err)
		return
	}
	table, known := schemas.Named(name)
	if !known {
		report.add(t.shown, ruleSchema, "no table of this program: %s; its name or its columns tell which one it is", cmpOr(name, "unknown"))
		return
	}
	t.table = table
}

func cmpOr(name, otherwise string) string {
	if name == "" {
		return otherwise
	}
	return strconv.Quote(name)
}

// checkSeal reckons the seal of a Parquet file.
func (t *target) checkSeal(report *Report) {
	opened, err := os.Open(t.path)
	if err == nil {
		defer opened.Close()
		err = export.CheckParquetSeal(opened)
	}
	if err != nil {
		report.add(t.shown, ruleSeal, "%v", err)
	}
	t.sealed, t.changed = err == nil && !t.changed, err != nil || t.changed
}

// tableName is what the file says, else its name, else the table that has its columns.
func (t *target) tableName() (name string, err error) {
	defer func() {
		if value := recover(); value != nil {
			err = fmt.Errorf("damaged: %v", value)
		}
	}()
	opened, err := os.Open(t.path)
	if err != nil {
		return "", err
	}
	defer opened.Close()
	switch t.format.Name {
	case "parquet":
		metadata, err := parquetMetadata(opened)
		return metadata[export.MetadataTable], err
	case "arrow":
		reader, err := ipc.NewReader(opened)
		if err != nil {
			return "", err
		}
		defer reader.Release()
		name, _ := reader.Schema().Metadata().GetValue(export.MetadataTable)
		return name, nil
	}
	// events.csv, events.part.csv, events/part-0000.csv
	stem, _, _ := strings.Cut(filepath.Base(t.path), ".")
	if _, known := schemas.Named(stem); known {
		return stem, nil
	}
	for part := range strings.SplitSeq(filepath.ToSlash(filepath.Dir(t.shown)), "/") {
		if _, known := schemas.Named(part); known {
			return part, nil
		}
	}
	return byColumns(bufio.NewReader(opened), t.format.Name), nil
}

// byColumns finds the table whose columns the first line has.
func byColumns(in *bufio.Reader, format string) string {
	line, _ := in.ReadBytes('\n')
	var columns []string
	if format == "jsonl" {
		var object map[string]json.RawMessage
		_ = json.Unmarshal(line, &object) // what is no object has no columns
		for name := range object {
			columns = append(columns, name)
		}
	} else {
		line = bytes.TrimPrefix(bytes.TrimRight(line, "\r\n"), []byte("\xef\xbb\xbf"))
		columns = strings.Split(string(line), ",")
	}
	slices.Sort(columns)
	for _, table := range schemas.Tables {
		header := table.Header()
		slices.Sort(header)
		if slices.Equal(header, columns) {
			return table.Name
		}
	}
	return ""
}

func parquetMetadata(source *os.File) (map[string]string, error) {
	reader, err := file.NewParquetReader(source)
	if err != nil {
		return nil, err
	}
	metadata := map[string]string{}
	for _, entry := range reader.MetaData().FileMetaData.GetKeyValueMetadata() {
		metadata[entry.Key] = entry.GetValue()
	}
	return metadata, nil
}

// check reads the rows of a file.
func (t *target) check(report *Report, rules *rules, options Options) {
	entry := FileReport{File: t.shown, Table: t.table.Name, Format: t.format.Name, Sealed: t.sealed}
	defer func() { report.Files = append(report.Files, entry) }()
	if t.changed && !t.format.Text {
		rules.absent[t.table] = true
		t.checkChanged(report, options)
		return
	}
	sums := export.NewSums(t.table)
	at := rules.begin(t)
	o := options.Export
	if t.resource != nil && t.resource.Dialect != nil {
		o.CSVUnguarded = !t.resource.Dialect.FormulaGuard
	}
	err := export.ReadTable(t.path, t.format, t.table, o, func(batch *schemas.Batch) error {
		sums.Add(batch)
		at.rows(batch)
		return nil
	})
	entry.Rows = sums.Rows
	if err != nil {
		rules.absent[t.table] = true
		report.add(t.shown, ruleRead, "%s", strings.TrimPrefix(err.Error(), t.path+": "))
	}
	if t.resource != nil {
		compare(report, t.shown, export.PackageFile, sums.Rows, sums.String(), strconv.FormatInt(t.resource.Rows, 10), t.resource.Sums)
	}
	switch {
	case t.format.Name == "parquet":
		metadata, err := t.metadata()
		if err != nil {
			report.add(t.shown, ruleRead, "%v", err)
			return
		}
		if problem := knownVersion(metadata[export.MetadataSchema]); problem != "" {
			report.add(t.shown, ruleSchema, "%s", problem)
		}
		compare(report, t.shown, recorded, sums.Rows, sums.String(), metadata[export.MetadataRows], metadata[export.MetadataSums])
		if options.Deep {
			entry.Deep = t.deep(report, sums, options)
		}
	case t.resource == nil:
		report.Notes = append(report.Notes, t.shown+": a "+t.format.Name+" file alone carries no sums; only a dataset folder or Parquet vouches for every byte")
	}
}

const recorded = "the file's own metadata"

// checkChanged looks at a file whose bytes are not those that were written. Only a child process may read its rows: it tells which columns are hurt.
func (t *target) checkChanged(report *Report, options Options) {
	if t.format.Name != "parquet" || !options.Deep || len(options.Child) == 0 {
		report.Notes = append(report.Notes, t.shown+": its rows were not read, since its bytes changed")
		return
	}
	metadata, err := t.metadata()
	if err != nil {
		report.add(t.shown, ruleRead, "%v", err)
		return
	}
	got, err := t.ask(options)
	switch {
	case err != nil:
		report.add(t.shown, ruleDeep, "the second reader %v", err)
	case got.Error != "":
		report.add(t.shown, ruleDeep, "the second reader cannot read it: %s", got.Error)
	default:
		compare(report, t.shown, recorded, got.Rows, got.Sums, metadata[export.MetadataRows], metadata[export.MetadataSums])
	}
}

// compare holds what was read against rows and sums recorded at writing.
func compare(report *Report, file, where string, count int64, sums, rows, recorded string) {
	if have := strconv.FormatInt(count, 10); have != rows {
		report.add(file, ruleRows, "%s rows, but %s recorded %s", have, where, rows)
	}
	if differing := export.Differences(sums, recorded); len(differing) > 0 {
		report.add(file, ruleSums, "the values of %s are not those that %s recorded", strings.Join(differing, ", "), where)
	}
}

// metadata is the key-values of a Parquet file.
func (t *target) metadata() (metadata map[string]string, err error) {
	defer func() {
		if value := recover(); value != nil {
			err = fmt.Errorf("damaged: %v", value)
		}
	}()
	opened, err := os.Open(t.path)
	if err != nil {
		return nil, err
	}
	defer opened.Close()
	return parquetMetadata(opened)
}
