package schemas

// scalar is what a row struct's field may be, next to lists.
type scalar interface {
	string | int16 | int32 | int64 | float32 | float64 | bool | Day | Instant | LocalTime |
		Null[int16] | Null[int32] | Null[int64] | Null[float32] | Null[float64] | Null[bool] | Null[Day] | Null[Instant] | Null[LocalTime]
}

// field describes one column: where it lies in the row, and what it means. The type follows from the Go type, so the two cannot differ.
func field[R any, T scalar](name string, at func(*R) *T, f Field) Field {
	f.Name = name
	f.Type = typeOf[T]()
	f.get = func(row any) Value { return get(at(row.(*R))) }
	f.set = func(row any, value Value) { set(at(row.(*R)), value) }
	return f
}

// list describes a column that is a list of structs.
func list[R, E any](name string, at func(*R) *[]E, elements []Field, f Field) Field {
	f.Name = name
	f.Type = Structs
	f.Elements = elements
	f.length = func(row any) int { return len(*at(row.(*R))) }
	f.resize = func(row any, n int) {
		if n == 0 {
			*at(row.(*R)) = nil // one form for "none", so that rows compare equal after a round trip
			return
		}
		*at(row.(*R)) = make([]E, n)
	}
	f.element = func(row any, i int) any { return &(*at(row.(*R)))[i] }
	return f
}

func typeOf[T scalar]() Type {
	switch any((*T)(nil)).(type) {
	case *int16, *Null[int16]:
		return Int16
	case *int32, *Null[int32]:
		return Int32
	case *int64, *Null[int64]:
		return Int64
	case *float32, *Null[float32]:
		return Float32
	case *float64, *Null[float64]:
		return Float64
	case *bool, *Null[bool]:
		return Bool
	case *Day, *Null[Day]:
		return Date
	case *Instant, *Null[Instant]:
		return UTC
	case *LocalTime, *Null[LocalTime]:
		return Clock
	}
	return String
}

func get[T scalar](p *T) Value {
	switch p := any(p).(type) {
	case *string:
		return Value{Text: clean(*p), Known: *p != ""}
	case *int16:
		return Value{Int: int64(*p), Known: true}
	case *int32:
		return Value{Int: int64(*p), Known: true}
	case *int64:
		return Value{Int: *p, Known: true}
	case *float32:
		return Value{Float: float64(*p), Known: true}
	case *float64:
		return Value{Float: *p, Known: true}
	case *bool:
		return Value{Int: bit(*p), Known: true}
	case *Day:
		return Value{Int: int64(*p), Known: true}
	case *Instant:
		return Value{Int: int64(*p), Known: true}
	case *LocalTime:
		return Value{Int: int64(*p), Known: true}
	case *Null[int16]:
		return whole(*p)
	case *Null[int32]:
		return whole(*p)
	case *Null[int64]:
		return whole(*p)
	case *Null[Day]:
		return whole(*p)
	case *Null[Instant]:
		return whole(*p)
	case *Null[LocalTime]:
		return whole(*p)
	case *Null[float32]:
		return fraction(*p)
	case *Null[float64]:
		return fraction(*p)
	case *Null[bool]:
		if p.Known {
			return Value{Int: bit(p.Value), Known: true}
		}
	}
	return Value{}
}

func whole[T ~int16 | ~int32 | ~int64](n Null[T]) Value {
	if !n.Known {
		return Value{}
	}
	return Value{Int: int64(n.Value), Known: true}
}

func fraction[T float32 | float64](n Null[T]) Value {
	if !n.Known {
		return Value{}
	}
	return Value{Float: float64(n.Value), Known: true}
}

func bit(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

func set[T scalar](p *T, v Value) {
	switch p := any(p).(type) {
	case *string:
		*p = v.Text
	case *int16:
		*p = int16(v.Int)
	case *int32:
		*p = int32(v.Int)
	case *int64:
		*p = v.Int
	case *float32:
		*p = float32(v.Float)
	case *float64:
		*p = v.Float
	case *bool:
		*p = v.Int != 0
	case *Day:
		*p = Day(v.Int)
	case *Instant:
		*p = Instant(v.Int)
	case *LocalTime:
		*p = LocalTime(v.Int)
	case *Null[int16]:
		*p = SomeIf(int16(v.Int), v.Known)
	case *Null[int32]:
		*p = SomeIf(int32(v.Int), v.Known)
	case *Null[int64]:
		*p = SomeIf(v.Int, v.Known)
	case *Null[Day]:
		*p = SomeIf(Day(v.Int), v.Known)
	case *Null[Instant]:
		*p = SomeIf(Instant(v.Int), v.Known)
	case *Null[LocalTime]:
		*p = SomeIf(LocalTime(v.Int), v.Known)
	case *Null[float32]:
		*p = SomeIf(float32(v.Float), v.Known)
	case *Null[float64]:
		*p = SomeIf(v.Float, v.Known)
	case *Null[bool]:
		*p = SomeIf(v.Int != 0, v.Known)
	}
}
