package schemas

import (
	"fmt"
	"strings"

	"github.com/apache/arrow/go/v17/arrow"
)

// BatchRows is how many rows writers like to get at once.
const BatchRows = 4096

// Batch is rows of one table. Writers read it through At and the table's Fields, or as an Arrow record.
type Batch struct {
	Table  *Table
	rows   any // []R
	length int
	at     func(i int) any
	record arrow.Record
}

// row is the row structs, each of which names its table.
type row interface {
	Event | Document | Timex | Participant | Timeline | TimelineMember | Alias | Tombstone | Quarantine | Column
}

// Of makes a batch of rows; it keeps the slice.
func Of[R row](rows []R) *Batch {
	return batch(tableOf[R](), rows)
}

// Rows gives the rows of a batch as what they are; ok is false where the batch is of another table.
func Rows[R row](b *Batch) (rows []R, ok bool) {
	rows, ok = b.rows.([]R)
	return rows[:min(b.length, len(rows))], ok
}

// Empty makes a batch of n empty rows, for readers to fill.
func (t *Table) Empty(n int) *Batch { return t.empty(n) }

// Len is the number of rows.
func (b *Batch) Len() int { return b.length }

// At is a pointer to the i-th row, for Fields.
func (b *Batch) At(i int) any { return b.at(i) }

// Truncate keeps the first n rows.
func (b *Batch) Truncate(n int) { b.length = min(n, b.length) }

// Chunks cuts rows into batches of BatchRows.
func Chunks[R row](rows []R) []*Batch {
	var batches []*Batch
	for first := 0; first < len(rows); first += BatchRows {
		batches = append(batches, Of(rows[first:min(first+BatchRows, len(rows))]))
	}
	return batches
}

// Check tells of the first value that may not be: null in a column that is never null. Writers ask before they write anything of the batch.
func (b *Batch) Check() error {
	for i := range b.length {
		if err := checkFields(b.Table.Fields, b.at(i)); err != nil {
			return fmt.Errorf("table %s, row %d of the batch: %w", b.Table.Name, i, err)
		}
	}
	return nil
}

func checkFields(fields []Field, row any) error {
	for i := range fields {
		f := &fields[i]
		if f.Type == Structs {
			for k := range f.length(row) {
				if err := checkFields(f.Elements, f.element(row, k)); err != nil {
					return fmt.Errorf("%s[%d].%w", f.Name, k, err)
				}
			}
			continue
		}
		if !f.Nullable() && !f.get(row).Known {
			return fmt.Errorf("%s is empty, but the column is never null", f.Name)
		}
	}
	return nil
}

func batch[R any](t *Table, rows []R) *Batch {
	return &Batch{Table: t, rows: rows, length: len(rows), at: func(i int) any { return &rows[i] }}
}

func table[R any](name, doc string, fields []Field) *Table {
	t := &Table{Name: name, Doc: doc, Fields: fields}
	t.empty = func(n int) *Batch { return batch(t, make([]R, n)) }
	return t
}

func tableOf[R row]() *Table {
	switch any((*R)(nil)).(type) {
	case *Event:
		return Events
	case *Document:
		return Documents
	case *Timex:
		return Timexes
	case *Participant:
		return Participants
	case *Timeline:
		return Timelines
	case *TimelineMember:
		return TimelineMembers
	case *Alias:
		return Aliases
	case *Tombstone:
		return Tombstones
	case *Quarantine:
		return Quarantines
	}
	return Columns
}

// Describe gives the rows of the columns table: every column of the tables, fields of structs as column.field.
func Describe(tables ...*Table) []Column {
	var rows []Column
	for _, t := range tables {
		ordinal := int32(0)
		var add func(prefix string, fields []Field)
		add = func(prefix string, fields []Field) {
			for i := range fields {
				f := &fields[i]
				rows = append(rows, Column{
					Table: t.Name, Column: prefix + f.Name, Ordinal: ordinal, Type: f.Type.String(), Unit: f.Unit, Null: f.Null,
					Values: strings.Join(values(f), ", "), Meaning: f.Doc, Nullable: f.Nullable(),
				})
				ordinal++
				add(prefix+f.Name+".", f.Elements)
			}
		}
		add("", t.Fields)
	}
	return rows
}
