package worker

// Large pages for the heap.
//
// Problem: each page of 4 KB that a program touches for the first time is a fault, which takes some 20 µs on a virtual machine: 17,000 of them were a
// third of the time in which a table of 300 pages is read, and a tenth of a site's. Most distributions let a program ask for pages of 2 MB, and
// Go does not ask.
// Choice: take room from the heap, ask for large pages there, and give it back untouched: what is allocated afterwards lies in it.
// A program that does little is better off without: a large page is cleared whole.
// Rejected: asking for the whole of the heap's addresses (the runtime maps them piece by piece, and each mapping forgets it); a collector that works
// harder to touch less (twice the work for half of the faults).

import (
	"bytes"
	"os"
	"runtime"
	"sync"
	"unsafe"

	"golang.org/x/sys/unix"
)

const (
	room      = 48 << 20 // bytes: what reading a few hundred pages or building a small site holds; no memory until it is used
	largePage = 2 << 20
	large     = "/sys/kernel/mm/transparent_hugepage/enabled"
)

// LargePages asks the system for large pages where it leaves that to programs. It is for a program that is about to do much.
func LargePages() { enlarge() }

var enlarge = sync.OnceFunc(func() {
	if modes, err := os.ReadFile(large); err != nil || !bytes.Contains(modes, []byte("[madvise]")) {
		return
	}
	b := make([]byte, room)
	first := -uintptr(unsafe.Pointer(&b[0])) % largePage
	_ = unix.Madvise(b[first:len(b)-largePage+int(first)], unix.MADV_HUGEPAGE) // refused: small pages, as before
	b = nil
	runtime.GC()
})
