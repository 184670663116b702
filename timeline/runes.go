package timeline

import "github.com/waqai/waqai/timeline/text"

// runes slices a source by code points in constant time: the byte of every code point is remembered. See Note [offsets] in package text.
type runes struct {
	source string
	bytes  []int32 // byte of every code point
}

func newRunes(source string) runes {
	r := runes{source: source, bytes: make([]int32, 0, len(source)/2+1)}
	for at := range source {
		r.bytes = append(r.bytes, int32(at))
	}
	r.bytes = append(r.bytes, int32(len(source)))
	return r
}

func (r runes) slice(span text.Span) string {
	return r.source[r.bytes[span.Start]:r.bytes[span.End]]
}
