package schemas

import (
	"fmt"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"
)

// Arrow is the one place that knows Arrow. Strings are plain utf8: Parquet dictionary-encodes them by itself, and dictionary columns of
// arrow v17 write wrong null counts and break IPC files.

// ArrowSchema gives the Arrow schema of a table, with metadata of its name and version.
func (t *Table) ArrowSchema() *arrow.Schema {
	metadata := arrow.NewMetadata([]string{"waqai.table", "waqai.schema_version"}, []string{t.Name, Version})
	return arrow.NewSchema(arrowFields(t.Columns), &metadata)
}

func arrowFields(columns []Column) []arrow.Field {
	fields := make([]arrow.Field, len(columns))
	for i := range columns {
		fields[i] = arrow.Field{Name: columns[i].Name, Type: arrowType(&columns[i]), Nullable: columns[i].Nullable()}
	}
	return fields
}

func arrowType(c *Column) arrow.DataType {
	switch c.Type {
	case Int32:
		return arrow.PrimitiveTypes.Int32
	case Float32:
		return arrow.PrimitiveTypes.Float32
	case Float64:
		return arrow.PrimitiveTypes.Float64
	case Bool:
		return arrow.FixedWidthTypes.Boolean
	case Day:
		return arrow.PrimitiveTypes.Date32
	case Instant:
		return &arrow.TimestampType{Unit: arrow.Microsecond, TimeZone: "UTC"}
	case LocalTime:
		return &arrow.TimestampType{Unit: arrow.Microsecond}
	case Structs:
		return arrow.ListOfField(arrow.Field{Name: "element", Type: arrow.StructOf(arrowFields(c.Fields)...)})
	}
	return arrow.BinaryTypes.String
}

// Arrow builds the batch as an Arrow record; the caller releases it. A value that does not fit its column is an error that names both.
func (b *Batch) Arrow() (arrow.Record, error) {
	schema := b.Table.ArrowSchema()
	builder := array.NewRecordBuilder(memory.DefaultAllocator, schema)
	defer builder.Release()
	for number, row := range b.Rows {
		if len(row) != len(b.Table.Columns) {
			return nil, fmt.Errorf("table %s, row %d: %d values for %d columns", b.Table.Name, number, len(row), len(b.Table.Columns))
		}
		for i := range row {
			if err := appendValue(builder.Field(i), &b.Table.Columns[i], row[i]); err != nil {
				return nil, fmt.Errorf("table %s, row %d: %w", b.Table.Name, number, err)
			}
		}
	}
	return builder.NewRecord(), nil
}

func appendValue(builder array.Builder, c *Column, value any) error {
	if value == nil {
		if !c.Nullable() {
			return fmt.Errorf("column %s: null, but the column is never null", c.Name)
		}
		builder.AppendNull()
		return nil
	}
	switch v := value.(type) {
	case string:
		if b, fits := builder.(*array.StringBuilder); fits {
			b.Append(v)
			return nil
		}
	case int32:
		switch b := builder.(type) {
		case *array.Int32Builder:
			b.Append(v)
			return nil
		case *array.Date32Builder:
			b.Append(arrow.Date32(v))
			return nil
		}
	case int64:
		if b, fits := builder.(*array.TimestampBuilder); fits {
			b.Append(arrow.Timestamp(v))
			return nil
		}
	case float32:
		if b, fits := builder.(*array.Float32Builder); fits {
			b.Append(v)
			return nil
		}
	case float64:
		if b, fits := builder.(*array.Float64Builder); fits {
			b.Append(v)
			return nil
		}
	case bool:
		if b, fits := builder.(*array.BooleanBuilder); fits {
			b.Append(v)
			return nil
		}
	case []Row:
		if b, fits := builder.(*array.ListBuilder); fits {
			return appendStructs(b, c, v)
		}
	}
	return fmt.Errorf("column %s: a %T for a %s", c.Name, value, c.Type)
}

func appendStructs(list *array.ListBuilder, c *Column, rows []Row) error {
	list.Append(true)
	element := list.ValueBuilder().(*array.StructBuilder)
	for _, row := range rows {
		if len(row) != len(c.Fields) {
			return fmt.Errorf("column %s: %d values for %d fields", c.Name, len(row), len(c.Fields))
		}
		element.Append(true)
		for i := range row {
			if err := appendValue(element.FieldBuilder(i), &c.Fields[i], row[i]); err != nil {
				return fmt.Errorf("column %s: %w", c.Name, err)
			}
		}
	}
	return nil
}

// FromArrow reads a record of the table's schema back into rows.
func FromArrow(t *Table, record arrow.Record) ([]Row, error) {
	rows := make([]Row, record.NumRows())
	for r := range rows {
		rows[r] = make(Row, len(t.Columns))
	}
	for i := range t.Columns {
		at := record.Schema().FieldIndices(t.Columns[i].Name)
		if len(at) != 1 {
			return nil, fmt.Errorf("table %s: no column %q in the file", t.Name, t.Columns[i].Name)
		}
		if want, have := arrowType(&t.Columns[i]), record.Schema().Field(at[0]).Type; !sameType(want, have) {
			return nil, fmt.Errorf("table %s: column %q is %s in the file, not %s", t.Name, t.Columns[i].Name, have, want)
		}
		column := record.Column(at[0])
		for r := range rows {
			rows[r][i] = valueAt(column, r, &t.Columns[i])
		}
	}
	return rows, nil
}

// sameType compares without field names of lists and nullability, which formats do not all keep.
func sameType(want, have arrow.DataType) bool {
	if w, isList := want.(*arrow.ListType); isList {
		h, alsoList := have.(*arrow.ListType)
		return alsoList && sameType(w.Elem(), h.Elem())
	}
	if w, isStruct := want.(*arrow.StructType); isStruct {
		h, alsoStruct := have.(*arrow.StructType)
		if !alsoStruct || w.NumFields() != h.NumFields() {
			return false
		}
		for i, field := range w.Fields() {
			if field.Name != h.Field(i).Name || !sameType(field.Type, h.Field(i).Type) {
				return false
			}
		}
		return true
	}
	return arrow.TypeEqual(want, have)
}

func valueAt(column arrow.Array, r int, c *Column) any {
	if column.IsNull(r) {
		return nil
	}
	switch a := column.(type) {
	case *array.String:
		return a.Value(r)
	case *array.Int32:
		return a.Value(r)
	case *array.Date32:
		return int32(a.Value(r))
	case *array.Timestamp:
		return int64(a.Value(r))
	case *array.Float32:
		return a.Value(r)
	case *array.Float64:
		return a.Value(r)
	case *array.Boolean:
		return a.Value(r)
	case *array.List:
		first, last := a.ValueOffsets(r)
		element := a.ListValues().(*array.Struct)
		rows := make([]Row, 0, last-first)
		for at := first; at < last; at++ {
			row := make(Row, len(c.Fields))
			for i := range c.Fields {
				row[i] = valueAt(element.Field(i), int(at), &c.Fields[i])
			}
			rows = append(rows, row)
		}
		return rows
	}
	return nil
}
