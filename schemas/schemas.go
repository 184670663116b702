// Package schemas defines the tables of a waqai dataset, once: names, types, units, meanings and what null means. The Arrow schema, JSON Schema,
// Table Schema (Frictionless), SQL, the data dictionary and the CSV header are made from these values.
//
// In: nothing. Out: Tables, rows and batches of rows. It knows no language, no files and no other package of this module.
package schemas

import "slices"

// Version of the schema (SemVer), apart from the program's. PATCH: wording; MINOR: a new nullable column at the end, a new enum value, a new table;
// MAJOR: a column renamed, retyped, removed or narrowed. Readers must ignore columns and enum values that they do not know.
const Version = "1.0.0"

// Type of a column.
type Type uint8

const (
	String    Type = iota
	Int32          // counts, offsets in Unicode code points
	Float32        // confidence
	Float64        // coordinates, amounts
	Bool           //
	Day            // days since 1970-01-01: date32
	Instant        // microseconds since 1970-01-01T00:00Z: timestamp[us, UTC]
	LocalTime      // microseconds since 1970-01-01T00:00 of a clock whose zone the text does not say: timestamp[us]
	Structs        // list of structs, with Fields
)

var typeNames = [...]string{"string", "int32", "float32", "float64", "bool", "date32", "timestamp[us, UTC]", "timestamp[us]", "list<struct>"}

func (t Type) String() string { return typeNames[t] }

// Column is one column of a table, or one field of a struct.
type Column struct {
	Name     string
	Type     Type
	Unit     string   // "code points", "degrees", ...; empty where the type says all
	Null     string   // what null means; empty: the column is never null
	Enum     []string // every value it may have; empty: any
	Doc      string
	Fields   []Column // of Structs
	Identity bool     // part of the primary key
}

// Nullable tells whether the column may be null.
func (c *Column) Nullable() bool { return c.Null != "" }

// Table is a table of the dataset.
type Table struct {
	Name    string
	Doc     string
	Columns []Column
}

// Column gives the index of a column; -1 if there is none.
func (t *Table) Column(name string) int {
	return slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == name })
}

// Key is the names of the columns that identify a row.
func (t *Table) Key() []string {
	var key []string
	for i := range t.Columns {
		if t.Columns[i].Identity {
			key = append(key, t.Columns[i].Name)
		}
	}
	return key
}

// Tables lists every table.
var Tables = []*Table{Events, Documents, Participants, Timexes, Timeline, TimelineMembers}

// Named gives a table by its name.
func Named(name string) (*Table, bool) {
	for _, t := range Tables {
		if t.Name == name {
			return t, true
		}
	}
	return nil, false
}

// Row is one row: a value a column, in the order of the table. A value is nil (null) or, by the column's type, string, int32, float32, float64, bool,
// int32 (Day), int64 (Instant, LocalTime) or []Row (Structs).
type Row []any

// Batch is rows of one table.
type Batch struct {
	Table *Table
	Rows  []Row
}

// BatchRows is how many rows writers like to get at once.
const BatchRows = 4096
