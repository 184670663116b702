package export

import (
	"encoding/json"

	"github.com/apache/arrow/go/v17/arrow"

	"github.com/waqai/waqai/schemas"
)

// withPandas is the Arrow schema of a table with the note for pandas. It stands in the schema's metadata: pyarrow does not look at the file's own
// where the file carries an Arrow schema.
func withPandas(table *schemas.Table) *arrow.Schema {
	schema := table.ArrowSchema()
	metadata := schema.Metadata()
	all := arrow.NewMetadata(append(metadata.Keys(), "pandas"), append(metadata.Values(), pandasMetadata(table)))
	return arrow.NewSchema(schema.Fields(), &all)
}

// pandasMetadata is the note in a Parquet file by which plain pandas.read_parquet gives date columns as dates with the .dt accessor rather than as
// Python objects, and small nullable integers as integers rather than floats. Measured with pandas 2.2.3 and 3.1.1 on pyarrow 17 and 26; polars and
// DuckDB pass it by. fastparquet cannot read a file with it (it knows no such type), nor could it read the nested columns.
func pandasMetadata(table *schemas.Table) string {
	type column struct {
		Name       string  `json:"name"`
		FieldName  string  `json:"field_name"`
		PandasType string  `json:"pandas_type"`
		NumpyType  string  `json:"numpy_type"`
		Metadata   *string `json:"metadata"`
	}
	columns := []column{}
	for i := range table.Fields {
		f := &table.Fields[i]
		switch {
		case f.Type == schemas.Date:
			columns = append(columns, column{f.Name, f.Name, "date", "date32[day][pyarrow]", nil})
		case f.Type == schemas.Int16 && f.Nullable():
			columns = append(columns, column{f.Name, f.Name, "int16", "Int16", nil})
		case f.Type == schemas.Int32 && f.Nullable():
			columns = append(columns, column{f.Name, f.Name, "int32", "Int32", nil})
		case f.Type == schemas.Int64 && f.Nullable():
			columns = append(columns, column{f.Name, f.Name, "int64", "Int64", nil})
		}
	}
	note, err := json.Marshal(map[string]any{
		"index_columns": []string{}, "column_indexes": []string{}, "columns": columns, "pandas_version": "2.0.0",
		"creator": map[string]string{"library": "waqai", "version": schemas.Version},
	})
	if err != nil {
		panic(err) // strings alone
	}
	return string(note)
}
