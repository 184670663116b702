//go:build linux || darwin

package check

import "syscall"

// reserved is address space that the Go runtime takes without using it.
const reserved = 1 << 30

// limitMemory makes the system refuse more memory. That it cannot be set is no reason not to read: the time limit stays.
func limitMemory(bytes int64) {
	limit := uint64(bytes + reserved)
	_ = syscall.Setrlimit(syscall.RLIMIT_AS, &syscall.Rlimit{Cur: limit, Max: limit})
}
