package cache

// The files of an entry in a site. A site of a thousand documents has a quarter of a million files, of which a change in one document
// concerns three hundred. So an old copy of a site is made right where it is wrong (Fit) instead of laid out anew: every file is
// looked at, few are touched. Whether a file is right is told as for the entry itself, by its size and time, since a right one is the
// very same file. A record of what lies in the copy was rejected: people edit published folders.

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"
)

// Home is the innermost folder that all files of the entry lie in, "." if that is the root of the site.
func (e *Entry) Home() string {
	home := ""
	for i, f := range e.index.Files {
		dir := path.Dir(f.Name)
		if i == 0 {
			home = dir
		}
		for home != "." && dir != home && !strings.HasPrefix(dir, home+"/") {
			home = path.Dir(home)
		}
	}
	return home
}

// Place puts the files below a folder: linked where the file system can, else copied. No file may be there already.
func (e *Entry) Place(root string) error {
	made := map[string]bool{}
	for _, f := range e.index.Files {
		if err := e.place(root, f, made); err != nil {
			return err
		}
	}
	return nil
}

// place puts one file into its folder; made has the folders that are there.
func (e *Entry) place(root string, f file, made map[string]bool) error {
	at := filepath.Join(root, filepath.FromSlash(f.Name))
	if parent := filepath.Dir(at); !made[parent] {
		if err := os.MkdirAll(parent, 0o755); err != nil {
			return err
		}
		made[parent] = true
	}
	if os.Link(e.at(f.Name), at) == nil {
		return nil
	}
	data, err := e.Read(f.Name)
	if err != nil {
		return err
	}
	if err := os.WriteFile(at, data, 0o644); err != nil {
		return err
	}
	return os.Chtimes(at, time.Time{}, time.Unix(0, f.Time)) // so that Fit knows it again
}

// Fit makes the entry's home below root hold the entry's files and nothing else. What is there already and right stays. Every folder
// above the home must be a folder or absent.
func (e *Entry) Fit(root string) error {
	home := filepath.Join(root, filepath.FromSlash(e.Home()))
	if info, err := os.Lstat(home); err != nil || !info.IsDir() {
		if err := os.RemoveAll(home); err != nil {
			return err
		}
		return e.Place(root)
	}
	wanted, folders := map[string]file{}, map[string]bool{}
	for _, f := range e.index.Files {
		at := filepath.Join(root, filepath.FromSlash(f.Name))
		wanted[at] = f
		for dir := filepath.Dir(at); len(dir) >= len(home) && !folders[dir]; dir = filepath.Dir(dir) {
			folders[dir] = true
		}
	}
	err := filepath.WalkDir(home, func(at string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if folders[at] {
				return nil
			}
			if err := os.RemoveAll(at); err != nil {
				return err
			}
			return fs.SkipDir
		}
		if f, ok := wanted[at]; ok {
			if info, err := d.Info(); err == nil && f.is(info) {
				delete(wanted, at)
				return nil
			}
		}
		return os.RemoveAll(at)
	})
	if err != nil {
		return err
	}
	made := map[string]bool{}
	for _, f := range e.index.Files { // in their order: a folder that is a file now was removed above
		if _, missing := wanted[filepath.Join(root, filepath.FromSlash(f.Name))]; missing {
			if err := e.place(root, f, made); err != nil {
				return err
			}
		}
	}
	return nil
}

// is reports whether what lies at the file's place is the file.
func (f *file) is(info fs.FileInfo) bool {
	return info.Mode().IsRegular() && info.Size() == f.Size && info.ModTime().UnixNano() == f.Time
}
