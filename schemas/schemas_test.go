package schemas

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// Every column is described, named once, and points to a table that exists by a single key.
func TestTables(t *testing.T) {
	seen := map[string]bool{}
	for _, table := range Tables {
		if seen[table.Name] || table.Doc == "" || len(table.Key()) == 0 {
			t.Errorf("table %s: named twice, without meaning or without key", table.Name)
		}
		seen[table.Name] = true
		checkDescribed(t, table.Name, table.Fields)
		if other, ok := Named(table.Name); !ok || other != table {
			t.Errorf("table %s is not found by its name", table.Name)
		}
		if Empty := table.Empty(3); Empty.Table != table || Empty.Len() != 3 {
			t.Errorf("table %s: empty rows are of another table", table.Name)
		}
	}
	if _, known := Named("nothing"); known {
		t.Error("a table named nothing")
	}
}

func checkDescribed(t *testing.T, where string, fields []Field) {
	names := map[string]bool{}
	for i := range fields {
		f := &fields[i]
		name := where + "." + f.Name
		if names[f.Name] || f.Name != strings.ToLower(f.Name) || !strings.HasSuffix(f.Doc, ".") {
			t.Errorf("%s: named twice, not in lower case, or without a meaning that ends in a full stop", name)
		}
		names[f.Name] = true
		if f.Key && f.Nullable() || f.Type == Structs && (f.Nullable() || len(f.Elements) == 0) {
			t.Errorf("%s: keys and lists are never null, and lists have elements", name)
		}
		if f.Foreign != "" {
			if other, known := Named(f.Foreign); !known || len(other.Key()) != 1 {
				t.Errorf("%s: no single key to point to in %q", name, f.Foreign)
			}
		}
		for k, v := range f.Enum {
			if v.Doc == "" || slices.ContainsFunc(f.Enum[:k], func(o EnumValue) bool { return o.Value == v.Value }) {
				t.Errorf("%s: value %q without meaning or twice", name, v.Value)
			}
		}
		checkDescribed(t, name, f.Elements)
	}
}

// Each column has a place of its own in the row, and each place a column: what is set is read back when all are set.
func TestAccessors(t *testing.T) {
	for _, table := range Tables {
		row := table.Empty(1).At(0)
		places := setAll(table.Fields, row, 1)
		if n := leaves(reflect.TypeOf(row).Elem()); n != places {
			t.Errorf("%s: %d columns for %d fields of the struct", table.Name, places, n)
		}
		readAll(t, table.Name, table.Fields, row, 1)
	}
}

func setAll(fields []Field, row any, number int64) (count int) {
	for i := range fields {
		f := &fields[i]
		number++
		if f.Type == Structs {
			f.Resize(row, 2)
			count += setAll(f.Elements, f.Element(row, 1), number)
			continue
		}
		f.Set(row, sample(f, number))
		count++
	}
	return count
}

func readAll(t *testing.T, where string, fields []Field, row any, number int64) {
	for i := range fields {
		f := &fields[i]
		number++
		if f.Type == Structs {
			if f.Len(row) != 2 {
				t.Errorf("%s.%s: %d elements", where, f.Name, f.Len(row))
				continue
			}
			readAll(t, where+"."+f.Name, f.Elements, f.Element(row, 1), number)
			continue
		}
		if have, want := f.Get(row), sample(f, number); have != want {
			t.Errorf("%s.%s is %v, not %v", where, f.Name, have, want)
		}
	}
}

func sample(f *Field, number int64) Value {
	switch f.Type {
	case String:
		return Value{Text: strings.Repeat("x", int(number)), Known: true}
	case Float32, Float64:
		return Value{Float: float64(number), Known: true}
	case Bool:
		return Value{Int: 1, Known: true}
	}
	return Value{Int: number, Known: true}
}

// leaves counts the places of values in a struct: Null is one, structs are what they hold.
func leaves(kind reflect.Type) int {
	switch {
	case kind.Kind() == reflect.Slice:
		return leaves(kind.Elem())
	case kind.Kind() != reflect.Struct, strings.HasPrefix(kind.Name(), "Null["):
		return 1
	}
	count := 0
	for i := range kind.NumField() {
		count += leaves(kind.Field(i).Type)
	}
	return count
}

func TestRowsAndBatches(t *testing.T) {
	rows := make([]Event, BatchRows+1)
	batches := Chunks(rows)
	if len(batches) != 2 || batches[0].Len() != BatchRows || batches[1].Len() != 1 || batches[0].Table != Events {
		t.Fatalf("%d batches", len(batches))
	}
	back, ok := Rows[Event](batches[1])
	if !ok || &back[0] != &rows[BatchRows] {
		t.Error("the rows of a batch are not those it was made of")
	}
	if _, ok := Rows[Document](batches[1]); ok {
		t.Error("events taken for documents")
	}
	if err := batches[0].Check(); err == nil || !strings.Contains(err.Error(), "event_id") {
		t.Errorf("a row without id passed: %v", err)
	}
	if _, err := batches[0].Arrow(); err == nil {
		t.Error("a row without id became Arrow")
	}
}

func TestArrowIsBuiltOnce(t *testing.T) {
	batch := Of([]Alias{{Old: "a", New: "b", Table: "timeline", Reason: "merged"}})
	first, err := batch.Arrow()
	if err != nil {
		t.Fatal(err)
	}
	if second, _ := batch.Arrow(); second != first {
		t.Error("built twice")
	}
	batch.Release()
	batch.Release()
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{"": "", "بغداد": "بغداد", "a\x00b": "a\ufffdb", "a\xffb\xfe": "a\ufffdb\ufffd"} {
		if have := clean(in); have != want {
			t.Errorf("clean(%q) = %q, want %q", in, have, want)
		}
	}
}

func TestDaysThatFilesHold(t *testing.T) {
	for day, want := range map[Day]bool{FirstDay: true, FirstDay - 1: false, LastDay: true, LastDay + 1: false, 0: true} {
		if have := SomeDay(day); have.Known != want {
			t.Errorf("SomeDay(%d).Known = %t", day, have.Known)
		}
		if have := SomeClock(int64(day) * 86400); have.Known != want {
			t.Errorf("SomeClock of day %d: Known = %t", day, have.Known)
		}
	}
}

func TestPlover(t *testing.T) {
	for _, c := range []struct {
		kind, status, plover string
		quad                 int16
	}{
		{"meet", "actual", "CONSULT", 1},
		{"attack", "possible", "ASSAULT", 4},
		{"withdraw", "actual", "RETREAT", 2},
		{"withdraw", "planned", "CONCEDE", 1},
		{"build", "actual", "", 0},
	} {
		plover, quad := Plover(c.kind, c.status)
		if plover != c.plover || quad != SomeIf(c.quad, c.quad != 0) {
			t.Errorf("%s %s: %s %v", c.status, c.kind, plover, quad)
		}
	}
	allowed := &Events.Fields[Events.Field("plover")]
	for _, k := range kinds {
		for _, s := range statuses {
			if plover, quad := Plover(k.value, s.Value); plover != "" && (!allowed.Allows(plover) || !quad.Known) {
				t.Errorf("%s %s: %s is no value of the column, or has no quadrant", s.Value, k.value, plover)
			}
		}
	}
}
