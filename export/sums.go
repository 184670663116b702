package export

import (
	"encoding/binary"
	"fmt"
	"math"
	"strings"

	"github.com/zeebo/xxh3"

	"github.com/waqai/waqai/schemas"
)

// Sums are the row count and one xxh3 hash a leaf column, over canonical values in row order. They are taken while a table is written, kept in the
// file's metadata, and compared with what readers see. A list column has one leaf a field, and its lengths go into each.
type Sums struct {
	Rows   int64
	leaves []leaf
}

type leaf struct {
	name string
	hash *xxh3.Hasher
}

// NewSums begins the sums of a table.
func NewSums(table *schemas.Table) *Sums {
	s := &Sums{}
	for i := range table.Columns {
		c := &table.Columns[i]
		if c.Type != schemas.Structs {
			s.leaves = append(s.leaves, leaf{c.Name, xxh3.New()})
			continue
		}
		for k := range c.Fields {
			s.leaves = append(s.leaves, leaf{c.Name + "." + c.Fields[k].Name, xxh3.New()})
		}
	}
	return s
}

// Add takes the rows of a batch.
func (s *Sums) Add(batch *schemas.Batch) {
	for _, row := range batch.Rows {
		s.Rows++
		at := 0
		for i := range batch.Table.Columns {
			c := &batch.Table.Columns[i]
			if c.Type != schemas.Structs {
				s.leaves[at].value(row[i])
				at++
				continue
			}
			list, _ := row[i].([]schemas.Row)
			for k := range c.Fields {
				s.leaves[at].length(len(list))
				for _, element := range list {
					s.leaves[at].value(element[k])
				}
				at++
			}
		}
	}
}

// length begins a list.
func (l leaf) length(n int) { l.fixed('L', uint64(n)) }

func (l leaf) fixed(tag byte, bits uint64) {
	var b [9]byte
	b[0] = tag
	binary.LittleEndian.PutUint64(b[1:], bits)
	l.hash.Write(b[:])
}

// value hashes one canonical value: a tag, then its bits; strings with their length before them, so that no two rows run together.
func (l leaf) value(v any) {
	switch v := v.(type) {
	case nil:
		l.fixed('N', 0)
	case string:
		l.fixed('S', uint64(len(v)))
		l.hash.WriteString(v)
	case int32:
		l.fixed('I', uint64(int64(v)))
	case int64:
		l.fixed('I', uint64(v))
	case float32:
		l.fixed('F', uint64(math.Float32bits(v)))
	case float64:
		l.fixed('D', math.Float64bits(v))
	case bool:
		bit := uint64(0)
		if v {
			bit = 1
		}
		l.fixed('B', bit)
	}
}

// String writes the sums as "name=hash name=hash", the form kept in files.
func (s *Sums) String() string {
	parts := make([]string, len(s.leaves))
	for i, l := range s.leaves {
		parts[i] = fmt.Sprintf("%s=%016x", l.name, l.hash.Sum64())
	}
	return strings.Join(parts, " ")
}

// Differences lists the leaf columns whose sums differ from recorded ones.
func (s *Sums) Differences(recorded string) []string {
	theirs := map[string]string{}
	for part := range strings.FieldsSeq(recorded) {
		name, hash, _ := strings.Cut(part, "=")
		theirs[name] = hash
	}
	var differing []string
	for part := range strings.FieldsSeq(s.String()) {
		if name, hash, _ := strings.Cut(part, "="); theirs[name] != hash {
			differing = append(differing, name)
		}
	}
	return differing
}
