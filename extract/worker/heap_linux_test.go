package worker

import (
	"bytes"
	"os"
	"runtime"
	"testing"
)

// TestLargePages: where the system lets programs choose, part of the heap is marked for large pages, and the room asked for is given back.
func TestLargePages(t *testing.T) {
	LargePages()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if m.HeapAlloc >= room {
		t.Errorf("%d bytes are in use", m.HeapAlloc)
	}
	modes, _ := os.ReadFile(large)
	maps, err := os.ReadFile("/proc/self/smaps")
	if err != nil {
		t.Fatal(err)
	}
	marked := false
	for _, line := range bytes.Split(maps, []byte("\n")) {
		flags, ok := bytes.CutPrefix(line, []byte("VmFlags:"))
		marked = marked || ok && bytes.Contains(append(flags, ' '), []byte(" hg "))
	}
	if want := bytes.Contains(modes, []byte("[madvise]")); marked != want {
		t.Errorf("marked for large pages: %v; the system says %s", marked, modes)
	}
}
