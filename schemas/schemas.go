// Package schemas defines the tables of a waqai dataset, once: names, types, units, meanings and what null means. The Arrow schema, JSON Schema,
// Table Schema (Frictionless), SQL, the data dictionary and the CSV header are made from these values.
//
// In: rows, which are plain structs (Event, Document, ...). Out: batches of rows that writers read through the closures of each Field, without
// reflection. It knows no language, no files and no other package of this module.
//
// Nothing is written twice: a column is one line in tables.go, and its value one field of a row struct in rows.go.
package schemas

//go:generate go run ./internal/generate generated

import "slices"

// Version of the schema (SemVer), apart from the program's. PATCH: wording; MINOR: a new nullable column at the end, a new enum value, a new table;
// MAJOR: a column renamed, retyped, removed or narrowed. Readers must ignore columns and enum values that they do not know.
const Version = "1.0.0"

// Field is one column of a table, or one field of a struct in a list column.
type Field struct {
	Name     string
	Type     Type
	Unit     string      // "code points", "degrees", ...; empty where the type says all
	Null     string      // what null means; empty: never null
	Enum     []EnumValue // every value it may have; empty: any
	Doc      string
	Key      bool    // part of the primary key
	Foreign  string  // table whose key this is, else empty
	Elements []Field // of the struct, where Type is Structs

	get     func(row any) Value
	set     func(row any, value Value)
	length  func(row any) int
	resize  func(row any, n int)
	element func(row any, i int) any
}

// EnumValue is one value that a column may have.
type EnumValue struct {
	Value string
	Doc   string
}

// Nullable tells whether the field may be null.
func (f *Field) Nullable() bool { return f.Null != "" }

// Get gives the value in a row, which is a pointer to the table's row struct. Not for lists.
func (f *Field) Get(row any) Value { return f.get(row) }

// Set puts a value into a row. Not for lists.
func (f *Field) Set(row any, value Value) { f.set(row, value) }

// Len is the length of a list.
func (f *Field) Len(row any) int { return f.length(row) }

// Resize replaces a list by n empty elements.
func (f *Field) Resize(row any, n int) { f.resize(row, n) }

// Element is a pointer to the i-th struct of a list, for Get and Set of Elements.
func (f *Field) Element(row any, i int) any { return f.element(row, i) }

// Allows tells whether a value is in the field's enumeration, if it has one.
func (f *Field) Allows(value string) bool {
	return len(f.Enum) == 0 || slices.ContainsFunc(f.Enum, func(e EnumValue) bool { return e.Value == value })
}

// Table is a table of the dataset.
type Table struct {
	Name   string
	Doc    string
	Fields []Field

	empty func(n int) *Batch
}

// Field gives the index of a column; -1 if there is none.
func (t *Table) Field(name string) int {
	return slices.IndexFunc(t.Fields, func(f Field) bool { return f.Name == name })
}

// Key is the names of the columns that identify a row.
func (t *Table) Key() []string {
	var key []string
	for i := range t.Fields {
		if t.Fields[i].Key {
			key = append(key, t.Fields[i].Name)
		}
	}
	return key
}

// Header is the names of the columns.
func (t *Table) Header() []string {
	names := make([]string, len(t.Fields))
	for i := range t.Fields {
		names[i] = t.Fields[i].Name
	}
	return names
}

// Named gives a table by its name.
func Named(name string) (*Table, bool) {
	for _, t := range Tables {
		if t.Name == name {
			return t, true
		}
	}
	return nil, false
}

// Names lists the tables' names.
func Names() []string {
	names := make([]string, len(Tables))
	for i, t := range Tables {
		names[i] = t.Name
	}
	return names
}
