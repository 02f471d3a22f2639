package cache

// The files of an entry in a site. A site of a thousand documents has a quarter of a million files, of which a change in one document
// concerns three hundred. So an old copy of a site is made right where it is wrong (Fit) instead of laid out anew: every file is
// looked at, few are touched. Whether a file is right is told by its size and time, since a right one is the very same file as the
// one kept; one that is not right is laid out again, and there it turns out whether the kept one is still what it was. Folders are
// opened one by one and their files looked up from there: the system then finds a name in one step instead of six, and no link leads
// out of the site. A record of what lies in the copy was rejected: people edit published folders.

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"
)

// Harmed says that a file of an entry is no longer what was put. The entry is to be discarded and made again.
type Harmed struct {
	Entry *Entry
	Name  string // of the file
}

func (h *Harmed) Error() string { return fmt.Sprintf("%s was changed in the cache", h.Name) }

// Home is the innermost folder that all files of the entry lie in, "." if that is the root of the site.
func (e *Entry) Home() string {
	home := ""
	for i, f := range e.files {
		dir := path.Dir(f.name)
		if i == 0 {
			home = dir
		}
		for home != "." && dir != home && !strings.HasPrefix(dir, home+"/") {
			home = path.Dir(home)
		}
	}
	return home
}

// Place puts the files below a folder: linked where the file system can, else copied. No file may be there already. The error is a *Harmed
// or one of the file system.
func (e *Entry) Place(root string) error {
	if e.passing && e.move(root) == nil {
		return nil
	}
	return e.place(root, e.files)
}

// move puts the home of the files below a folder at one stroke. Where that fails nothing has moved.
func (e *Entry) move(root string) error {
	home := e.Home()
	if home == "." {
		return fs.ErrInvalid
	}
	at := filepath.Join(root, filepath.FromSlash(home))
	if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
		return err
	}
	return os.Rename(e.at(home), at)
}

func (e *Entry) place(root string, files []file) error {
	made := map[string]bool{}
	for _, f := range files {
		at := filepath.Join(root, filepath.FromSlash(f.name))
		if parent := filepath.Dir(at); !made[parent] {
			if err := os.MkdirAll(parent, 0o755); err != nil {
				return err
			}
			made[parent] = true
		}
		if err := e.sound(f); err != nil {
			return err
		}
		if os.Link(e.at(f.name), at) == nil {
			continue
		}
		data, err := os.ReadFile(e.at(f.name))
		if err != nil {
			return err
		}
		if err := os.WriteFile(at, data, 0o644); err != nil {
			return err
		}
		if err := os.Chtimes(at, time.Time{}, time.Unix(0, f.time)); err != nil { // so that Fit knows it again
			return err
		}
	}
	return nil
}

// sound fails if a file is no longer what was put.
func (e *Entry) sound(f file) error {
	if info, err := os.Lstat(e.at(f.name)); err != nil || !f.is(info) {
		return &Harmed{e, f.name}
	}
	return nil
}

// Fit makes the entry's home below root hold the entry's files and nothing else. What is there already and right stays. Every folder
// above the home must be a folder or absent. The error is a *Harmed or one of the file system.
func (e *Entry) Fit(root string) error {
	home := e.Home()
	at := filepath.Join(root, filepath.FromSlash(home))
	if info, err := os.Lstat(at); err != nil || !info.IsDir() {
		if err := os.RemoveAll(at); err != nil {
			return err
		}
		return e.Place(root)
	}
	folder, err := os.OpenRoot(at)
	if err != nil {
		return err
	}
	missing, err := fit(folder, strings.TrimPrefix(home+"/", "./"), e.files)
	if err != nil {
		return err
	}
	return e.place(root, missing)
}

// fit removes from an open folder what is not among the files, whose names begin with the folder's, and returns the files that are not
// in it. It closes the folder.
func fit(folder *os.Root, prefix string, files []file) (missing []file, err error) {
	defer folder.Close()
	here, inside := map[string]*file{}, map[string][]file{} // by name within the folder
	for i := 0; i < len(files); i++ {
		name, _, deeper := strings.Cut(files[i].name[len(prefix):], "/")
		if !deeper {
			here[name] = &files[i]
			continue
		}
		first := i
		for below := prefix + name + "/"; i+1 < len(files) && strings.HasPrefix(files[i+1].name, below); {
			i++ // in order, so those of a folder lie together
		}
		inside[name] = files[first : i+1]
	}
	list, err := folder.Open(".")
	if err != nil {
		return nil, err
	}
	entries, err := list.ReadDir(-1) // which looks at each file from the open folder
	list.Close()
	if err != nil {
		return nil, err
	}
	for _, d := range entries {
		name := d.Name()
		if below, ok := inside[name]; ok && d.IsDir() {
			sub, err := folder.OpenRoot(name)
			if err != nil {
				return nil, err
			}
			more, err := fit(sub, prefix+name+"/", below)
			if err != nil {
				return nil, err
			}
			missing = append(missing, more...)
			delete(inside, name)
			continue
		}
		if f, ok := here[name]; ok && d.Type().IsRegular() {
			if info, err := d.Info(); err == nil && f.is(info) {
				delete(here, name)
				continue
			}
		}
		if err := folder.RemoveAll(name); err != nil {
			return nil, err
		}
	}
	for _, f := range here {
		missing = append(missing, *f)
	}
	for _, below := range inside {
		missing = append(missing, below...)
	}
	return missing, nil
}
