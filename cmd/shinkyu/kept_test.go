package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"shinkyu/corpus/store"
	"shinkyu/corpus/store/cache"
	"shinkyu/site"
)

// rebuildTo keeps and publishes a corpus as the build does.
func rebuildTo(tb testing.TB, dir, target string, c *cache.Cache) *kept {
	tb.Helper()
	store := &keeping{c, c.Spares(), func() {}}
	k, err := store.whole(func() (*kept, error) {
		return keepAll(context.Background(), loadCorpus(tb, dir), func() {}, c)
	}, func(k *kept) error {
		return publish(context.Background(), target, store.spares, k.shared, k.entries...)
	})
	if err != nil {
		tb.Fatal(err)
	}
	return k
}

// ready are shared files that are there already.
func ready(files site.Files) sharing { return func() (site.Files, error) { return files, nil } }

func loadCorpus(tb testing.TB, dir string) *store.Corpus {
	tb.Helper()
	c, err := store.LoadDir(dir)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

func openAt(tb testing.TB, dir string) *cache.Cache {
	tb.Helper()
	c, err := cache.Open(dir)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

// inMemory is the site of a corpus without any cache.
func inMemory(t *testing.T, dir string) site.Files {
	t.Helper()
	files, err := (&rebuilt{}).pages(context.Background(), loadCorpus(t, dir), func() {})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// published reads a site back, without the file that says who made it.
func published(t *testing.T, dir string) site.Files {
	t.Helper()
	files := site.Files{}
	for path := range tree(t, dir) {
		name, err := filepath.Rel(dir, path)
		if err != nil {
			t.Fatal(err)
		}
		if name == marker {
			continue
		}
		if files[filepath.ToSlash(name)], err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

func sameSite(t *testing.T, what string, got, want site.Files) {
	t.Helper()
	if !maps.EqualFunc(got, want, bytes.Equal) {
		for _, name := range slices.Sorted(maps.Keys(want)) {
			if !bytes.Equal(got[name], want[name]) {
				t.Errorf("%s: %s differs (%d bytes, want %d)", what, name, len(got[name]), len(want[name]))
				return
			}
		}
		t.Errorf("%s: %d files, want %d", what, len(got), len(want))
	}
}

// TestOnlyChangesAreMade: whatever is edited, the published site is the one that a build from nothing makes, and only the
// documents concerned are made.
func TestOnlyChangesAreMade(t *testing.T) {
	dir, target := t.TempDir(), filepath.Join(t.TempDir(), "site")
	store := filepath.Join(t.TempDir(), "cache")
	const rules = 4
	inventCorpus(t, dir, rules, 3, 12)
	replace := func(name, old, new string) {
		path := filepath.Join(dir, name)
		data, err := os.ReadFile(path)
		if err != nil || !bytes.Contains(data, []byte(old)) {
			t.Fatalf("%s: %v, or no %q in it", name, err, old)
		}
		inventedFile(t, path, string(bytes.Replace(data, []byte(old), []byte(new), 1)))
	}
	for _, step := range []struct {
		what string
		edit func()
		made int
	}{
		{"nothing is there", func() {}, rules},
		{"nothing changed", func() {}, 0},
		{"new times only", func() {
			now := time.Now().Add(time.Hour)
			if err := os.Chtimes(filepath.Join(dir, "kitei-0001", "rule.toml"), now, now); err != nil {
				t.Fatal(err)
			}
		}, 0},
		{"a word of a source", func() { replace("kitei-0001/2016-02-01.txt", "は、", "が、") }, 1},
		{"a key of a manifest", func() { replace("kitei-0002/rule.toml", "見本です。", "別の見本です。") }, 1},
		{"a note", func() {
			inventedFile(t, filepath.Join(dir, "kitei-0003", "notes", "a.md"), "+++\nclause = \"第一条\"\ntitle = \"理由\"\n+++\n\n見本。\n")
		}, 1},
		{"the owner of the corpus", func() { replace("corpus.toml", "見本機構", "見本庁") }, rules},
		{"a rule goes", func() {
			if err := os.RemoveAll(filepath.Join(dir, "kitei-0000")); err != nil {
				t.Fatal(err)
			}
		}, 0},
		{"a published page was edited by hand", func() {
			time.Sleep(2 * time.Millisecond)
			inventedFile(t, filepath.Join(target, "rules", "kitei-0002", "index.html"), "harm")
		}, 1},
		{"a page was put in the place of another, one deleted, one added", func() {
			page := filepath.Join(target, "rules", "kitei-0003", "index.html")
			inventedFile(t, page+".new", "harm")
			if err := errors.Join(os.Rename(page+".new", page), os.Remove(filepath.Join(target, "feed.atom"))); err != nil {
				t.Fatal(err)
			}
			inventedFile(t, filepath.Join(target, "rules", "kitei-0003", "more", "index.html"), "harm")
			inventedFile(t, filepath.Join(target, "more", "index.html"), "harm")
			inventedFile(t, filepath.Join(target, "search", "more.js"), "harm")
		}, 0},
		{"the harmed copy comes back", func() {}, 0},
		{"the search index and a page of two documents were edited by hand, another was deleted in the cache", func() {
			time.Sleep(2 * time.Millisecond)
			for _, name := range []string{"rules/kitei-0001/index.html", "rules/kitei-0002/index.html"} {
				inventedFile(t, filepath.Join(target, filepath.FromSlash(name)), "harm")
			}
			for _, pattern := range []string{target + "/search/*/*", store + "/entries/*/files/rules/kitei-0003/index.html"} {
				found, err := filepath.Glob(pattern)
				if err != nil || len(found) == 0 {
					t.Fatalf("nothing at %s (%v)", pattern, err)
				}
				if pattern[:len(store)] == store {
					for _, f := range found {
						_ = os.Remove(f)
					}
					_ = os.Remove(filepath.Join(target, "rules", "kitei-0003", "index.html"))
				} else {
					inventedFile(t, found[0], "harm")
				}
			}
		}, 2},
		{"the copy without the page comes back", func() {}, 1},
		{"folders were exchanged for links", func() {
			elsewhere := t.TempDir()
			inventedFile(t, filepath.Join(elsewhere, "index.html"), "not ours")
			for _, name := range []string{"assets", "rules/kitei-0002", "rules/kitei-0003/clauses"} {
				folder := filepath.Join(target, filepath.FromSlash(name))
				if err := errors.Join(os.RemoveAll(folder), os.Symlink(elsewhere, folder)); err != nil {
					t.Fatal(err)
				}
			}
			t.Cleanup(func() {
				if left := tree(t, elsewhere); len(left) != 1 {
					t.Errorf("written through a link: %v", left)
				}
			})
		}, 0},
		{"the copy with links comes back", func() {}, 0},
		{"the site was deleted", func() { _ = os.RemoveAll(target) }, 0},
		{"the cache was deleted", func() { _ = os.RemoveAll(store) }, rules - 1},
	} {
		step.edit()
		k := rebuildTo(t, dir, target, openAt(t, store))
		if k.made != step.made {
			t.Errorf("%s: %d documents made, want %d", step.what, k.made, step.made)
		}
		sameSite(t, step.what, published(t, target), inMemory(t, dir))
	}
}

// TestTwoBuildsAtOnce: builds that share a cache make the same site of it and leave it right.
func TestTwoBuildsAtOnce(t *testing.T) {
	dir, target := t.TempDir(), filepath.Join(t.TempDir(), "site")
	store := filepath.Join(t.TempDir(), "cache")
	inventCorpus(t, dir, 3, 2, 8)
	want := inMemory(t, dir)
	var running sync.WaitGroup
	var publishing sync.Mutex // a process publishes one site at a time
	for range 4 {
		c := openAt(t, store)
		running.Go(func() {
			k, err := keepAll(context.Background(), loadCorpus(t, dir), func() {}, c)
			if err != nil {
				t.Error(err)
				return
			}
			publishing.Lock()
			defer publishing.Unlock()
			if err := publish(context.Background(), target, c.Spares(), k.shared, k.entries...); err != nil {
				t.Error(err)
			}
		})
	}
	running.Wait()
	sameSite(t, "after four builds at once", published(t, target), want)
	if k := rebuildTo(t, dir, target, openAt(t, store)); k.made != 0 {
		t.Errorf("%d documents made again", k.made)
	}
}

// tree lists the files below dir with their sizes.
func tree(t *testing.T, dir string) map[string]int64 {
	out := map[string]int64{}
	err := filepath.Walk(dir, func(path string, info os.FileInfo, err error) error {
		if err != nil {
			return err
		}
		if !info.IsDir() {
			out[path] = info.Size()
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// BenchmarkBuild is a corpus of documents with 10 revisions of about 100 clauses: from nothing, and after a change in one document.
func BenchmarkBuild(b *testing.B) {
	for _, rules := range []int{10, 100, 1000} {
		b.Run(fmt.Sprintf("documents=%d", rules), func(b *testing.B) {
			dir, target := b.TempDir(), filepath.Join(b.TempDir(), "site")
			clauses := inventCorpus(b, dir, rules, 10, 100)
			build := func(c *cache.Cache) time.Duration {
				start := time.Now()
				rebuildTo(b, dir, target, c)
				return time.Since(start)
			}
			var whole, again time.Duration
			for n := range b.N {
				c := openAt(b, filepath.Join(b.TempDir(), "cache"))
				whole += build(c)
				inventedFile(b, filepath.Join(dir, "kitei-0005", "notes", "a.md"), fmt.Sprintf("+++\nclause = \"第一条\"\ntitle = \"%d\"\n+++\n\n見本。\n", n))
				again += build(c)
			}
			b.ReportMetric(whole.Seconds()/float64(b.N), "s/build")
			b.ReportMetric(again.Seconds()/float64(b.N), "s/rebuild")
			b.ReportMetric(float64(clauses)*float64(b.N)/whole.Seconds(), "clauses/s")
			b.ReportMetric(0, "ns/op") // says the two together
		})
	}
}

// TestBuildID: a program has an identity of its own without being read as a whole; another file has none.
func TestBuildID(t *testing.T) {
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if id := buildID(path); runtime.GOOS == "linux" && len(id) < 64 {
		t.Errorf("this program is %q", id)
	}
	other := filepath.Join(t.TempDir(), "program")
	if err := os.WriteFile(other, []byte("#!/bin/sh\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	if id := buildID(other); id != nil {
		t.Errorf("a script is %q", id)
	}
}
