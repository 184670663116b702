package export

import (
	"sync"

	"github.com/apache/arrow/go/v17/parquet/compress"
)

// sharedZstd compresses every page with one encoder. Arrow's own codec makes a new one, of some megabytes, for each page, which is most of the time
// that a small file takes. Its shared encoder has the default level, which is zstd's 3.
type sharedZstd struct{ compress.Codec }

// EncodeLevel is only ever asked for the default level: newParquet sets no other.
func (z sharedZstd) EncodeLevel(dst, src []byte, _ int) []byte { return z.Encode(dst, src) }

// useSharedZstd puts it in place, before the first Parquet file is written or read.
var useSharedZstd = sync.OnceValue(func() error {
	codec, err := compress.GetCodec(compress.Codecs.Zstd)
	if err != nil {
		return err
	}
	compress.RegisterCodec(compress.Codecs.Zstd, sharedZstd{codec})
	return nil
})
