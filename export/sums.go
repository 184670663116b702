package export

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/zeebo/xxh3"

	"github.com/waqai/waqai/schemas"
)

// Sums are the row count and one xxh3 hash a leaf column, over canonical values in row order. They are taken while a table is written, kept in the
// file's metadata, and compared with what readers see. A list column has one leaf a field, and its lengths go into each.
type Sums struct {
	Rows   int64
	leaves []Leaf
}

// Leaf is the running sum of one leaf column. Independent readers feed it directly.
type Leaf struct {
	Name string // column, or column.field of a list
	Type schemas.Type
	List bool
	hash *xxh3.Hasher
}

// NewSums begins the sums of a table.
func NewSums(table *schemas.Table) *Sums {
	s := &Sums{}
	for i := range table.Fields {
		f := &table.Fields[i]
		if f.Type != schemas.Structs {
			s.leaves = append(s.leaves, Leaf{Name: f.Name, Type: f.Type, hash: xxh3.New()})
			continue
		}
		for k := range f.Elements {
			s.leaves = append(s.leaves, Leaf{Name: f.Name + "." + f.Elements[k].Name, Type: f.Elements[k].Type, List: true, hash: xxh3.New()})
		}
	}
	return s
}

// Leaves are the leaf columns in the order of the table.
func (s *Sums) Leaves() []Leaf { return s.leaves }

// Add takes the rows of a batch.
func (s *Sums) Add(batch *schemas.Batch) {
	s.Rows += int64(batch.Len())
	at := 0
	for i := range batch.Table.Fields {
		f := &batch.Table.Fields[i]
		if f.Type != schemas.Structs {
			leaf := &s.leaves[at]
			for r := range batch.Len() {
				leaf.Value(f.Get(batch.At(r)))
			}
			at++
			continue
		}
		for k := range f.Elements {
			leaf := &s.leaves[at]
			for r := range batch.Len() {
				row := batch.At(r)
				n := f.Len(row)
				leaf.Length(n)
				for e := range n {
					leaf.Value(f.Elements[k].Get(f.Element(row, e)))
				}
			}
			at++
		}
	}
}

// Length begins a list of n elements.
func (l *Leaf) Length(n int) { l.fixed('L', uint64(n)) }

func (l *Leaf) fixed(tag byte, bits uint64) {
	var b [9]byte
	b[0] = tag
	binary.LittleEndian.PutUint64(b[1:], bits)
	_, _ = l.hash.Write(b[:])
}

// Value hashes one canonical value: a tag, then its bits; strings with their length before them, so that no two rows run together.
func (l *Leaf) Value(v schemas.Value) {
	switch {
	case !v.Known:
		l.fixed('N', 0)
	case l.Type == schemas.String:
		l.fixed('S', uint64(len(v.Text)))
		_, _ = l.hash.WriteString(v.Text)
	case l.Type == schemas.Float32:
		l.fixed('F', uint64(math.Float32bits(float32(v.Float))))
	case l.Type == schemas.Float64:
		l.fixed('D', math.Float64bits(v.Float))
	default:
		l.fixed('I', uint64(v.Int))
	}
}

// String writes the sums as "name=hash name=hash", the form kept in files.
func (s *Sums) String() string {
	parts := make([]string, len(s.leaves))
	for i := range s.leaves {
		parts[i] = fmt.Sprintf("%s=%016x", s.leaves[i].Name, s.leaves[i].hash.Sum64())
	}
	return strings.Join(parts, " ")
}

// Differences lists the leaf columns whose sums differ between two such strings; columns that only one knows count as different.
func Differences(ours, theirs string) []string {
	recorded := map[string]string{}
	for part := range strings.FieldsSeq(theirs) {
		name, hash, _ := strings.Cut(part, "=")
		recorded[name] = hash
	}
	var differing []string
	for part := range strings.FieldsSeq(ours) {
		name, hash, _ := strings.Cut(part, "=")
		if recorded[name] != hash {
			differing = append(differing, name)
		}
		delete(recorded, name)
	}
	for name := range recorded {
		differing = append(differing, name)
	}
	slices.Sort(differing)
	return differing
}
