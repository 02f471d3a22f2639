package worker

// Memory of a worker, in three steps: from softLimit on the garbage collector works hard; past hardLimit a watch ends the
// worker with an exit code that says so; where the system can (limit_linux.go) no allocation beyond the last limit succeeds at all, so
// that what the watch is too slow for ends in the runtime's "out of memory".

import (
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

const (
	softLimit = 512 << 20
	hardLimit = 800 << 20
	lastLimit = 1 << 30
	retireAt  = 256 << 20 // a worker that holds more after a file is replaced
)

// garbage is the collector's target, in percent of what is in use: half as much again as Go's own costs a large file some 10 MB and saves a
// twentieth of its time.
const garbage = 150

// exitMemory is the exit code of a worker that grew past hardLimit.
const exitMemory = 97

// worthReturning is how much more than is in use a worker may hold before it gives memory back to the system.
const worthReturning = 64 << 20

// giveBack returns the memory that reading a large file took, before the caller, who waits for the answer, takes as much for its own. It
// costs a tenth of a second: every free stretch is a call to the system.
func giveBack() {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(s)
	if s[0].Value.Uint64() > worthReturning {
		debug.FreeOSMemory()
	}
}

func limitMemory() {
	debug.SetMemoryLimit(softLimit)
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
	debug.SetMaxStack(64 << 20)
	limitSystem()
	go func() {
		for range time.Tick(50 * time.Millisecond) {
			if held() > hardLimit {
				os.Exit(exitMemory)
			}
		}
	}()
}
