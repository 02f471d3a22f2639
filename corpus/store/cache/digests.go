package cache

// The digests of files that were read before. A build tells by the digests of ten thousand sources which of a thousand documents changed, and
// reading them all took longer than all else it did with them. So a digest is kept with what the system says of the file: its size, its
// times, its number. While these are the same the file is taken for the same, as git and rsync do; where they are not (a fresh clone), it is
// read. A file that changed so lately that a second change would bear the same time is read again next time.

import (
	"crypto/sha256"
	"encoding/gob"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"sync"
	"time"
)

const digestsName = "digests"

// settled is how old a change must be to be told from the next one: some file systems count in two seconds.
const settled = 3 * time.Second

// Digests are the digests of files by name. They may be used by several goroutines at once. Nil knows nothing and keeps nothing.
type Digests struct {
	path        string
	lock        sync.Mutex
	known, used map[string]seen
}

// seen is what was known of a file when it was read.
type seen struct {
	Size, Time int64 // bytes; of its last change, nanoseconds since 1970
	Mark       [2]int64
	Sum        [sha256.Size]byte
}

// Digests reads what earlier builds knew: nothing, where that cannot be read.
func (c *Cache) Digests() *Digests {
	d := &Digests{path: filepath.Join(c.dir, digestsName), known: map[string]seen{}, used: map[string]seen{}}
	f, err := os.Open(d.path)
	if err != nil {
		return d
	}
	defer f.Close()
	if err := gob.NewDecoder(f).Decode(&d.known); err != nil {
		d.known = map[string]seen{}
	}
	return d
}

// Of returns the digest of a file that is still as it was when Keep was told of it.
func (d *Digests) Of(name string, info fs.FileInfo) (sum [sha256.Size]byte, ok bool) {
	if d == nil {
		return sum, false
	}
	d.lock.Lock()
	defer d.lock.Unlock()
	s, ok := d.known[name]
	if !ok || s != stateOf(info, s.Sum) {
		return sum, false
	}
	d.used[name] = s
	return s.Sum, true
}

// Keep is told the digest of what was read from a file. info must have been got before it was read.
func (d *Digests) Keep(name string, info fs.FileInfo, sum [sha256.Size]byte) {
	if d == nil || info.ModTime().IsZero() || time.Since(info.ModTime()) < settled {
		return
	}
	d.lock.Lock()
	defer d.lock.Unlock()
	d.used[name] = stateOf(info, sum)
}

func stateOf(info fs.FileInfo, sum [sha256.Size]byte) seen {
	return seen{info.Size(), info.ModTime().UnixNano(), mark(info), sum}
}

// Save writes down the digests that were asked for or kept since Digests, whole or not at all. The error is one of the file system.
func (d *Digests) Save() error {
	d.lock.Lock()
	defer d.lock.Unlock()
	if maps.Equal(d.known, d.used) {
		return nil
	}
	f, err := os.CreateTemp(filepath.Dir(d.path), "new-")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	err = gob.NewEncoder(f).Encode(d.used)
	if failed := f.Close(); err == nil {
		err = failed
	}
	if err == nil {
		err = os.Rename(f.Name(), d.path)
	}
	return err
}
