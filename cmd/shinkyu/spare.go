package main

// A second copy of a published site waits in the cache for the next build, which makes it right where it is wrong, puts it into place and
// leaves the one that it replaced as the next copy. So a change in one document of a thousand touches a few hundred files instead of
// a quarter of a million. The files of documents are links to the cache in both copies; what is held twice are folders. What a copy
// says is never believed: every name and every file in it is looked at, for it was a published folder, and people edit those.

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"time"

	"shinkyu/corpus/store/cache"
)

// spare is the place of a copy, "" where none can be kept.
type spare string

// spareOf is the place of a target's copy below the folder of all copies.
func spareOf(target, spares string) spare {
	if spares == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(target))
	return spare(filepath.Join(spares, hex.EncodeToString(sum[:8])))
}

// take moves the copy to dir and reports whether there was one. Of two builds, one gets it.
func (s spare) take(dir string) bool {
	if s == "" || os.Rename(string(s), dir) != nil {
		return false
	}
	if info, err := os.Lstat(dir); err == nil && info.IsDir() {
		return true
	}
	_ = os.Remove(dir)
	return false
}

// leave makes dir the copy. Where it cannot be one, dir stays where it is.
func (s spare) leave(dir string) {
	if s == "" || os.MkdirAll(filepath.Dir(string(s)), 0o755) != nil || os.Rename(dir, string(s)) != nil {
		return
	}
	now := time.Now()
	_ = os.Chtimes(string(s), now, now) // the cache forgets copies by their age
}

// within reports whether links can be made from the target to the place of the copy: else a copy would hold all bytes again.
func (s spare) within(target string) bool {
	if s == "" || os.MkdirAll(filepath.Dir(string(s)), 0o755) != nil {
		return false
	}
	probe := string(s) + ".probe"
	_ = os.Remove(probe)
	if os.Link(filepath.Join(target, marker), probe) != nil {
		return false
	}
	return os.Remove(probe) == nil
}

// refit makes a copy hold these files and documents and nothing else.
func refit(ctx context.Context, dir string, shared sharing, documents []*cache.Entry) error {
	homes, ok := homesOf(documents)
	if !ok {
		if err := removeTree(dir); err != nil {
			return err
		}
		return writeSite(ctx, dir, shared, documents)
	}
	above := map[string]bool{".": true}
	for at := range homes {
		addAbove(above, at)
	}
	for _, name := range slices.Sorted(maps.Keys(above)) { // outer folders first
		at := filepath.Join(dir, filepath.FromSlash(name))
		if info, err := os.Lstat(at); err == nil && !info.IsDir() {
			if err := os.Remove(at); err != nil {
				return err
			}
		}
	}
	files, err := place(ctx, shared, documents, func(e *cache.Entry) error { return e.Fit(dir) })
	if err != nil {
		return err
	}
	for at := range files {
		addAbove(above, at)
	}
	err = filepath.WalkDir(dir, func(at string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, at)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		_, known := files[name]
		switch {
		case d.IsDir() && homes[name]:
			return fs.SkipDir
		case d.IsDir() && above[name], d.Type().IsRegular() && (known || name == marker):
			return nil
		}
		if err := os.RemoveAll(at); err != nil || !d.IsDir() {
			return err
		}
		return fs.SkipDir
	})
	if err != nil {
		return err
	}
	return writeFiles(ctx, dir, files)
}

// homesOf are the folders that belong to one document each; ok is false where one is within another.
func homesOf(documents []*cache.Entry) (homes map[string]bool, ok bool) {
	homes = map[string]bool{".": true}
	for _, e := range documents {
		if homes[e.Home()] {
			return nil, false
		}
		homes[e.Home()] = true
	}
	delete(homes, ".")
	for at := range homes {
		for dir := path.Dir(at); dir != "."; dir = path.Dir(dir) {
			if homes[dir] {
				return nil, false
			}
		}
	}
	return homes, true
}

// addAbove adds the folders that something lies in.
func addAbove(above map[string]bool, at string) {
	for dir := path.Dir(at); !above[dir] && dir != "/"; dir = path.Dir(dir) {
		above[dir] = true
	}
}

// layOut writes a copy of a site that was just published for the first time. What goes wrong costs the next build time, no more.
func (s spare) layOut(ctx context.Context, target string, shared sharing, documents []*cache.Entry) {
	if !s.within(target) {
		return
	}
	dir := workName(target, "new", os.Getpid())
	defer removeTree(dir) // unless it could be left
	if err := writeSite(ctx, dir, shared, documents); err == nil {
		s.leave(dir)
	}
}
