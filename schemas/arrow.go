package schemas

import (
	"fmt"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"
)

// This file is the one place where rows meet Arrow. Strings are plain utf8: Parquet dictionary-encodes them by itself, and dictionary columns of
// arrow v17 write wrong null counts and break IPC files. There are no TIME columns, which arrow v17 writes as UTC.

// ArrowSchema gives the Arrow schema of a table, with its name and version as metadata.
func (t *Table) ArrowSchema() *arrow.Schema {
	metadata := arrow.NewMetadata([]string{"waqai.table", "waqai.schema_version"}, []string{t.Name, Version})
	return arrow.NewSchema(arrowFields(t.Fields), &metadata)
}

func arrowFields(fields []Field) []arrow.Field {
	out := make([]arrow.Field, len(fields))
	for i := range fields {
		out[i] = arrow.Field{Name: fields[i].Name, Type: fields[i].ArrowType(), Nullable: fields[i].Nullable()}
	}
	return out
}

// ArrowType is the Arrow type of the field.
func (f *Field) ArrowType() arrow.DataType {
	switch f.Type {
	case Int16:
		return arrow.PrimitiveTypes.Int16
	case Int32:
		return arrow.PrimitiveTypes.Int32
	case Int64:
		return arrow.PrimitiveTypes.Int64
	case Float32:
		return arrow.PrimitiveTypes.Float32
	case Float64:
		return arrow.PrimitiveTypes.Float64
	case Bool:
		return arrow.FixedWidthTypes.Boolean
	case Date:
		return arrow.PrimitiveTypes.Date32
	case UTC:
		return &arrow.TimestampType{Unit: arrow.Microsecond, TimeZone: "UTC"}
	case Clock:
		return &arrow.TimestampType{Unit: arrow.Microsecond}
	case Structs:
		return arrow.ListOfField(arrow.Field{Name: "element", Type: arrow.StructOf(arrowFields(f.Elements)...)})
	}
	return arrow.BinaryTypes.String
}

// Arrow is the batch as an Arrow record, built once; the batch owns it until Release.
func (b *Batch) Arrow() (arrow.Record, error) {
	if b.record != nil {
		return b.record, nil
	}
	if err := b.Check(); err != nil {
		return nil, err
	}
	schema := b.Table.ArrowSchema()
	columns := make([]arrow.Array, len(b.Table.Fields))
	for i := range columns {
		f := &b.Table.Fields[i]
		builder := array.NewBuilder(memory.DefaultAllocator, schema.Field(i).Type)
		builder.Reserve(b.length)
		for r := range b.length {
			f.appendTo(builder, b.at(r))
		}
		columns[i] = builder.NewArray()
		builder.Release()
	}
	b.record = array.NewRecord(schema, columns, int64(b.length))
	for _, column := range columns {
		column.Release()
	}
	return b.record, nil
}

// Release frees the Arrow record, if there is one.
func (b *Batch) Release() {
	if b.record != nil {
		b.record.Release()
		b.record = nil
	}
}

func (f *Field) appendTo(builder array.Builder, row any) {
	if f.Type == Structs {
		lists := builder.(*array.ListBuilder)
		structs := lists.ValueBuilder().(*array.StructBuilder)
		lists.Append(true)
		for i := range f.length(row) {
			element := f.element(row, i)
			structs.Append(true)
			for k := range f.Elements {
				f.Elements[k].appendTo(structs.FieldBuilder(k), element)
			}
		}
		return
	}
	value := f.get(row)
	if !value.Known {
		builder.AppendNull()
		return
	}
	switch b := builder.(type) {
	case *array.StringBuilder:
		b.Append(value.Text)
	case *array.Int16Builder:
		b.Append(int16(value.Int))
	case *array.Int32Builder:
		b.Append(int32(value.Int))
	case *array.Int64Builder:
		b.Append(value.Int)
	case *array.Float32Builder:
		b.Append(float32(value.Float))
	case *array.Float64Builder:
		b.Append(value.Float)
	case *array.BooleanBuilder:
		b.Append(value.Int != 0)
	case *array.Date32Builder:
		b.Append(arrow.Date32(value.Int))
	case *array.TimestampBuilder:
		b.Append(arrow.Timestamp(value.Int))
	}
}

// FromArrow reads a record back into rows. The record may have more columns than the table; each column of the table must be there with its type,
// but for nullable ones, which older schemas may not have had.
func FromArrow(t *Table, record arrow.Record) (*Batch, error) {
	batch := t.Empty(int(record.NumRows()))
	for i := range t.Fields {
		f := &t.Fields[i]
		at := record.Schema().FieldIndices(f.Name)
		if len(at) == 0 && f.Nullable() {
			continue
		}
		if len(at) != 1 {
			return nil, fmt.Errorf("table %s: %d columns named %q", t.Name, len(at), f.Name)
		}
		if want, have := f.ArrowType(), record.Schema().Field(at[0]).Type; !sameType(want, have) {
			return nil, fmt.Errorf("table %s: column %q is %s, not %s", t.Name, f.Name, have, want)
		}
		column := record.Column(at[0])
		for r := range batch.length {
			if err := f.setFrom(column, r, batch.at(r)); err != nil {
				return nil, fmt.Errorf("table %s, row %d of the batch: %w", t.Name, r, err)
			}
		}
	}
	return batch, nil
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

func (f *Field) setFrom(column arrow.Array, at int, row any) error {
	if column.IsNull(at) {
		if !f.Nullable() {
			return fmt.Errorf("column %q is null, but it is never null", f.Name)
		}
		return nil
	}
	value := Value{Known: true}
	switch a := column.(type) {
	case *array.String:
		value.Text = a.Value(at)
	case *array.Int16:
		value.Int = int64(a.Value(at))
	case *array.Int32:
		value.Int = int64(a.Value(at))
	case *array.Int64:
		value.Int = a.Value(at)
	case *array.Date32:
		value.Int = int64(a.Value(at))
	case *array.Timestamp:
		value.Int = int64(a.Value(at))
	case *array.Float32:
		value.Float = float64(a.Value(at))
	case *array.Float64:
		value.Float = a.Value(at)
	case *array.Boolean:
		value.Int = bit(a.Value(at))
	case *array.List:
		first, last := a.ValueOffsets(at)
		elements := a.ListValues().(*array.Struct)
		f.resize(row, int(last-first))
		for i := first; i < last; i++ {
			element := f.element(row, int(i-first))
			for k := range f.Elements {
				if err := f.Elements[k].setFrom(elements.Field(k), int(i), element); err != nil {
					return fmt.Errorf("%s[%d].%w", f.Name, i-first, err)
				}
			}
		}
		return nil
	}
	f.set(row, value)
	return nil
}
