// Package cache keeps what was made of a document between two builds: its files, and a few bytes that sum it up.
//
// Problem: a corpus of a thousand rules takes minutes to build, and most builds change one rule. Choice: an entry lies under
// the digest of everything it was made from, so that it is never out of date, never changed and never asked whether it is
// still right; a build links its files into the new site instead of copying them. Entries are written aside and renamed,
// so that a killed build leaves none half written and two builds that make the same entry cannot harm each other. Rejected: a
// database, or a list of what changed since the last build (both can be wrong, and then a site shows what no source says).
// Cost: a change of the program makes everything again, and each file is looked at once a build, where it is laid out, since a
// published file is the same file as the one kept here: one that somebody wrote to is found out by its size and time (Harmed), and
// made again.
//
// The folder may be deleted at any time. A build that is running then makes again what is gone, or stops with an error and leaves the
// site as it was.
package cache

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const (
	indexName   = "index" // written last
	summaryName = "summary.json"
	moreName    = "more"
	filesName   = "files"
	young       = time.Hour          // what was used so lately may be in use by another build
	forgotten   = 7 * 24 * time.Hour // a site that was not built for so long needs no spare copy
)

// Cache is a folder of entries.
type Cache struct {
	dir     string
	passing bool
}

// Entry is what was made of one document.
type Entry struct {
	Summary json.RawMessage // what the shared pages need to know of it
	dir     string
	files   []file // by name
	passing bool   // serves one build
}

// Open makes the folder where there is none. The error is one of the file system.
func Open(dir string) (*Cache, error) {
	if err := os.MkdirAll(filepath.Join(dir, "entries"), 0o755); err != nil {
		return nil, err
	}
	return &Cache{dir: dir}, nil
}

// OpenPassing opens a folder for one build that nobody else uses: what is laid out leaves the cache, which spares a link and its removal for
// each file. The error is one of the file system.
func OpenPassing(dir string) (*Cache, error) {
	c, err := Open(dir)
	if err == nil {
		c.passing = true
	}
	return c, err
}

// Spares is a folder in the cache for copies of sites that the next build may make right and publish.
func (c *Cache) Spares() string { return filepath.Join(c.dir, "spares") }

func (c *Cache) path(key string) string { return filepath.Join(c.dir, "entries", key) }

// Get returns the entry under a key; ok is false if there is none that is whole. Whether its files are still what they were turns out where
// they are laid out.
func (c *Cache) Get(key string) (e *Entry, ok bool) {
	e = &Entry{dir: c.path(key)}
	data, err := os.ReadFile(filepath.Join(e.dir, indexName))
	if err != nil {
		return nil, false
	}
	if e.files, ok = readIndex(string(data)); !ok {
		return nil, false
	}
	if e.Summary, err = os.ReadFile(filepath.Join(e.dir, summaryName)); err != nil {
		return nil, false
	}
	now := time.Now()
	_ = os.Chtimes(filepath.Join(e.dir, indexName), now, now) // only keeps it from being pruned
	return e, true
}

// Put keeps files, named by slash-separated local paths, and a summary under a key, and more, which is read only where it is asked for. A
// whole entry that another build put there meanwhile stays; one that cannot be used is replaced. The error is one of the file
// system, or a name that leaves the entry.
func (c *Cache) Put(key string, files map[string][]byte, summary json.RawMessage, more []byte) (*Entry, error) {
	fresh, err := os.MkdirTemp(c.dir, "new-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(fresh)
	e := &Entry{Summary: summary, dir: fresh, passing: c.passing}
	made := map[string]bool{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if !filepath.IsLocal(filepath.FromSlash(name)) {
			return nil, fmt.Errorf("file outside of the site: %q", name)
		}
		path := e.at(name)
		if parent := filepath.Dir(path); !made[parent] {
			if err := os.MkdirAll(parent, 0o755); err != nil {
				return nil, err
			}
			made[parent] = true
		}
		at, err := write(path, files[name])
		if err != nil {
			return nil, err
		}
		e.files = append(e.files, file{name: name, size: int64(len(files[name])), time: at})
	}
	for _, part := range []struct {
		name string
		data []byte
	}{{moreName, more}, {summaryName, summary}, {indexName, writeIndex(e.files)}} {
		if err := os.WriteFile(filepath.Join(fresh, part.name), part.data, 0o644); err != nil {
			return nil, err
		}
	}
	return e, c.settle(e, key)
}

// settle puts a fresh entry in its place, or takes the one that is there.
func (c *Cache) settle(e *Entry, key string) error {
	place := c.path(key)
	for range 3 { // others may put and discard at the same moment
		err := os.Rename(e.dir, place)
		if err == nil {
			e.dir = place
			return nil
		}
		if other, ok := c.Get(key); ok {
			*e = *other
			return nil
		}
		if c.discard(place) != nil {
			return err
		}
	}
	return fmt.Errorf("%s: cannot be replaced", place)
}

// Discard removes an entry that is harmed, so that it is made again. The error is one of the file system.
func (c *Cache) Discard(e *Entry) error { return c.discard(e.dir) }

// discard removes an entry: first from its place, in one step, then from the disk. One that is gone was discarded by another build.
func (c *Cache) discard(place string) error {
	aside, err := os.MkdirTemp(c.dir, "old-")
	if err == nil {
		defer os.RemoveAll(aside)
		err = os.Rename(place, filepath.Join(aside, filepath.Base(place)))
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// Prune removes the entries that are not in keep, except those that another build used lately, and what killed builds left.
func (c *Cache) Prune(keep map[string]bool) {
	for _, name := range names(filepath.Join(c.dir, "entries")) {
		if place := c.path(name); !keep[name] && !lately(filepath.Join(place, indexName)) {
			_ = c.discard(place)
		}
	}
	for _, name := range names(c.Spares()) {
		if path := filepath.Join(c.Spares(), name); !within(path, forgotten) {
			_ = os.RemoveAll(path)
		}
	}
	for _, name := range names(c.dir) {
		path := filepath.Join(c.dir, name)
		if (strings.HasPrefix(name, "new-") || strings.HasPrefix(name, "old-")) && !lately(path) {
			_ = os.RemoveAll(path)
		}
	}
}

// names lists a folder; of one that cannot be read nothing is pruned.
func names(dir string) []string {
	entries, _ := os.ReadDir(dir)
	out := make([]string, len(entries))
	for i, e := range entries {
		out[i] = e.Name()
	}
	return out
}

func lately(path string) bool { return within(path, young) }

// within reports whether a file or folder changed so short a time ago.
func within(path string, age time.Duration) bool {
	info, err := os.Stat(path)
	return err == nil && time.Since(info.ModTime()) < age
}

func (e *Entry) at(name string) string {
	return filepath.Join(e.dir, filesName, filepath.FromSlash(name))
}

// Names lists the files, slash-separated, in order.
func (e *Entry) Names() []string {
	names := make([]string, len(e.files))
	for i, f := range e.files {
		names[i] = f.name
	}
	return names
}

// More returns what was put beside the files. The error is one of the file system.
func (e *Entry) More() ([]byte, error) { return os.ReadFile(filepath.Join(e.dir, moreName)) }
