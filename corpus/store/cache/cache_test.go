package cache

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var (
	pages   = map[string][]byte{"rules/koen/index.html": []byte("front"), "rules/koen/clauses/1.html": []byte("one"), "feed.atom": nil}
	more    = []byte("texts")
	summary = json.RawMessage(`{"Title":"公園管理規程"}`)
)

func open(t *testing.T) *Cache {
	t.Helper()
	c, err := Open(filepath.Join(t.TempDir(), "cache"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func put(t *testing.T, c *Cache, key string) *Entry {
	t.Helper()
	e, err := c.Put(key, pages, summary, more)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// laid is what an entry puts below a folder.
func laid(t *testing.T, e *Entry) map[string][]byte {
	t.Helper()
	root, got := t.TempDir(), map[string][]byte{}
	if err := e.Place(root); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		got[filepath.ToSlash(name)], err = os.ReadFile(path)
		if len(got[filepath.ToSlash(name)]) == 0 {
			got[filepath.ToSlash(name)] = nil
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestEntryComesBackAsItWas(t *testing.T) {
	c := open(t)
	if _, ok := c.Get("a"); ok {
		t.Fatal("an entry that was never put")
	}
	put(t, c, "a")
	e, ok := c.Get("a")
	if !ok {
		t.Fatal("no entry")
	}
	if diff := cmp.Diff(pages, laid(t, e)); diff != "" {
		t.Error(diff)
	}
	if string(e.Summary) != string(summary) {
		t.Errorf("summary %s", e.Summary)
	}
	if diff := cmp.Diff([]string{"feed.atom", "rules/koen/clauses/1.html", "rules/koen/index.html"}, e.Names()); diff != "" {
		t.Error(diff)
	}
}

// TestTouchedEntryIsNotUsed: a published file is the kept one, so whoever edits it edits the cache.
func TestTouchedEntryIsNotUsed(t *testing.T) {
	for name, harm := range map[string]func(path string) error{
		"longer":     func(p string) error { return os.WriteFile(p, []byte("one more"), 0o644) },
		"as long":    func(p string) error { return os.WriteFile(p, []byte("two"), 0o644) },
		"gone":       os.Remove,
		"a link":     func(p string) error { _ = os.Remove(p); return os.Symlink("/dev/null", p) },
		"other time": func(p string) error { return os.Chtimes(p, time.Unix(1, 0), time.Unix(1, 0)) },
		"no index": func(p string) error {
			return os.WriteFile(filepath.Join(filepath.Dir(p), "..", "..", "..", "..", indexName), []byte("{"), 0o644)
		},
	} {
		c := open(t)
		e := put(t, c, "a")
		time.Sleep(2 * time.Millisecond)
		if err := harm(e.at("rules/koen/clauses/1.html")); err != nil {
			t.Fatal(name, err)
		}
		if e, ok := c.Get("a"); ok {
			var harmed *Harmed
			if err := e.Place(t.TempDir()); !errors.As(err, &harmed) {
				t.Errorf("%s: the entry is used (%v)", name, err)
			} else if err := c.Discard(harmed.Entry); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		put(t, c, "a")
		if e, ok := c.Get("a"); !ok || len(laid(t, e)) != len(pages) {
			t.Errorf("%s: the entry is not made anew", name)
		}
	}
}

// TestIndexIsWholeOrNot: a list of files that was cut anywhere, or goes on, is no list.
func TestIndexIsWholeOrNot(t *testing.T) {
	files := []file{{"a/b.html", 12, 1700000000123456789}, {"c", 0, -5}}
	whole := string(writeIndex(files))
	if got, ok := readIndex(whole); !ok || !slices.Equal(got, files) {
		t.Errorf("%v %v", got, ok)
	}
	if got, ok := readIndex(string(writeIndex(nil))); !ok || len(got) != 0 {
		t.Errorf("no files: %v %v", got, ok)
	}
	for n := range len(whole) {
		if got, ok := readIndex(whole[:n]); ok {
			t.Errorf("cut at %d: %v", n, got)
		}
	}
	for _, other := range []string{whole + "x", "9" + whole, "x" + whole, "-1\x00"} {
		if got, ok := readIndex(other); ok {
			t.Errorf("%q: %v", other, got)
		}
	}
}

func TestNamesStayInside(t *testing.T) {
	c := open(t)
	for _, name := range []string{"../x", "/x", "a/../../x", ""} {
		if _, err := c.Put("a", map[string][]byte{name: nil}, nil, nil); err == nil {
			t.Errorf("%q was written", name)
		}
	}
	if left, _ := os.ReadDir(c.dir); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

// TestBuildsSideBySide: many builds put, get, lay out and prune at once; each sees whole entries only.
func TestBuildsSideBySide(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "cache")
	var running sync.WaitGroup
	for n := range 8 {
		running.Go(func() {
			c, err := Open(dir)
			if err != nil {
				t.Error(err)
				return
			}
			for k := range 20 {
				key := fmt.Sprintf("key%d", k%3)
				e, ok := c.Get(key)
				if !ok {
					if e, err = c.Put(key, pages, summary, more); err != nil {
						t.Error(err)
						return
					}
				}
				root := filepath.Join(t.TempDir(), fmt.Sprintf("%d-%d", n, k))
				if err := e.Place(root); err != nil {
					t.Error(err)
					return
				}
				if data, err := os.ReadFile(filepath.Join(root, "rules/koen/clauses/1.html")); err != nil || string(data) != "one" {
					t.Errorf("%q %v", data, err)
				}
				c.Prune(map[string]bool{key: true})
			}
		})
	}
	running.Wait()
}

func TestPrune(t *testing.T) {
	c := open(t)
	put(t, c, "used")
	put(t, c, "young")
	old := put(t, c, "old")
	past := time.Now().Add(-2 * young)
	if err := os.Chtimes(filepath.Join(old.dir, indexName), past, past); err != nil {
		t.Fatal(err)
	}
	killed := filepath.Join(c.dir, "new-1")
	if err := os.Mkdir(killed, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(killed, past, past); err != nil {
		t.Fatal(err)
	}
	c.Prune(map[string]bool{"used": true})
	for key, want := range map[string]bool{"used": true, "young": true, "old": false} {
		if _, ok := c.Get(key); ok != want {
			t.Errorf("%s: there %v, want %v", key, ok, want)
		}
	}
	if _, err := os.Stat(killed); err == nil {
		t.Error("what a killed build left is still there")
	}
	if err := os.RemoveAll(c.dir); err != nil {
		t.Fatal(err)
	}
	if _, ok := c.Get("used"); ok {
		t.Error("an entry of a deleted cache")
	}
}

// TestFit: whatever lies in an entry's home, afterwards it holds the entry's files; one that was right is the same file as before.
func TestFit(t *testing.T) {
	c := open(t)
	e, err := c.Put("a", map[string][]byte{"rules/koen/index.html": []byte("front"), "rules/koen/clauses/1.html": []byte("one")}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if e.Home() != "rules/koen" {
		t.Fatalf("home %q", e.Home())
	}
	write := func(path, text string) {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for what, harm := range map[string]func(home string){
		"nothing there":     func(home string) { _ = os.RemoveAll(home) },
		"as it was":         func(string) {},
		"a file for a home": func(home string) { _ = os.RemoveAll(home); write(home, "harm") },
		"a file for a folder": func(home string) {
			_ = os.RemoveAll(filepath.Join(home, "clauses"))
			write(filepath.Join(home, "clauses"), "harm")
		},
		"a folder for a file": func(home string) {
			_ = os.Remove(filepath.Join(home, "index.html"))
			write(filepath.Join(home, "index.html", "x"), "harm")
		},
		"others": func(home string) {
			write(filepath.Join(home, "clauses", "2.html"), "harm")
			write(filepath.Join(home, "z", "2.html"), "harm")
		},
		"another text": func(home string) {
			_ = os.Remove(filepath.Join(home, "index.html"))
			write(filepath.Join(home, "index.html"), "FRONT")
		},
		"a link": func(home string) {
			_ = os.Remove(filepath.Join(home, "index.html"))
			_ = os.Symlink(filepath.Join(home, "clauses", "1.html"), filepath.Join(home, "index.html"))
		},
	} {
		root := t.TempDir()
		if err := e.Place(root); err != nil {
			t.Fatal(err)
		}
		one := filepath.Join(root, "rules", "koen", "clauses", "1.html")
		before, err := os.Stat(one)
		if err != nil {
			t.Fatal(err)
		}
		harm(filepath.Join(root, "rules", "koen"))
		if err := e.Fit(root); err != nil {
			t.Errorf("%s: %v", what, err)
		}
		fresh := t.TempDir()
		if err := e.Place(fresh); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(listed(t, fresh), listed(t, root)); diff != "" {
			t.Errorf("%s: %s", what, diff)
		}
		if after, err := os.Stat(one); err != nil || !os.SameFile(before, after) {
			t.Errorf("%s: 1.html is another file (%v)", what, err)
		}
	}
}

// listed are the files and folders below a root with their texts.
func listed(t *testing.T, root string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		out[name] = d.Type().String()
		if d.Type().IsRegular() {
			data, err := os.ReadFile(path)
			out[name] = string(data)
			return err
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestPassing: what a cache for one build lays out leaves it, also where entries share folders.
func TestPassing(t *testing.T) {
	c, err := OpenPassing(filepath.Join(t.TempDir(), "cache"))
	if err != nil {
		t.Fatal(err)
	}
	whole, err := c.Put("a", map[string][]byte{"rules/koen/index.html": []byte("front"), "rules/koen/clauses/1.html": []byte("one")}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	root := t.TempDir()
	for _, e := range []*Entry{whole, put(t, c, "b")} { // whose files lie in a folder that is there already, and at the root
		if err := os.Remove(filepath.Join(root, "rules/koen/index.html")); e != whole && err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(filepath.Join(root, "rules/koen/clauses/1.html")); e != whole && err != nil {
			t.Fatal(err)
		}
		if err := e.Place(root); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Lstat(whole.at("rules/koen")); err == nil {
		t.Error("the files were not moved")
	}
	want := listed(t, root)
	if want["rules/koen/index.html"] != "front" || want["rules/koen/clauses/1.html"] != "one" || want["feed.atom"] != "" {
		t.Errorf("%q", want)
	}
}
