//go:build !linux && !darwin

package check

import "runtime/debug"

// limitMemory can only ask the garbage collector here.
func limitMemory(bytes int64) { debug.SetMemoryLimit(bytes) }
