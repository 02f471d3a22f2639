package main

// A site is put into place whole or not at all. All files go to a hidden folder beside the target, so that the last
// step is a rename within one file system; the site that was there leaves in the same step where the system can
// exchange two folders, else in the step before. Writing into the live folder was rejected: a reader would meet pages of
// two builds, and a killed build would leave them so for good. A copy of the site waits in the cache (spare.go): where there is one,
// it is made right and put into place, since laying out a quarter of a million files takes longer than a reader of drafts waits.

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"

	"golang.org/x/sync/errgroup"

	"shinkyu/corpus"
	"shinkyu/corpus/store/cache"
	"shinkyu/site"
)

// marker is the file that tells a folder made here from one with a reader's own files, which is never replaced.
const marker = ".shinkyu-site"

const markerText = "This folder was made by shinkyu build. The next build replaces it as a whole.\n"

// publishTarget is the absolute folder to publish to. It fails where something else would be lost.
func publishTarget(out string) (string, error) {
	target, err := filepath.Abs(out)
	if err != nil {
		return "", &about{out, fileFailure(err)}
	}
	if real, err := filepath.EvalSymlinks(target); err == nil {
		target = real
	}
	entries, err := os.ReadDir(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return target, nil
	case errors.Is(err, syscall.ENOTDIR):
		return "", &about{out, &corpus.Failure{Rule: "output-is-file", Japanese: "フォルダーではありません", English: "is not a folder",
			HintJA: "-o には新しいフォルダーを指定してください", HintEN: "name a new folder with -o"}}
	case err != nil:
		return "", &about{out, fileFailure(err)}
	case len(entries) == 0 || slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == marker }):
		return target, nil
	}
	return "", &about{out, &corpus.Failure{Rule: "output-not-ours",
		Japanese: "空でなく、shinkyu が作ったフォルダーでもありません", English: "the folder is not empty and was not made by shinkyu",
		HintJA: "新しいフォルダーを -o に指定してください。既にあるファイルは消しません", HintEN: "name a new folder with -o; existing files are never removed"}}
}

// sharing gives the files that belong to no document. It may still be making them while documents are laid out, and may be asked twice.
type sharing func() (site.Files, error)

// publish lays out the kept documents, writes the shared files beside them and puts the whole into place. spares is a folder where a copy
// may wait for the next build, "" for none. The error is harmed if documents are to be made again.
func publish(ctx context.Context, target, spares string, shared sharing, documents ...*cache.Entry) error {
	parent := filepath.Dir(target)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return fileFailure(err)
	}
	removeLeftovers(target)
	fresh := workName(target, "new", os.Getpid())
	defer removeTree(fresh)
	copied := spareOf(target, spares)
	lay, again := writeSite, true
	if copied.take(fresh) {
		lay, again = refit, false
	}
	if err := lay(ctx, fresh, shared, documents); err != nil {
		if _, failed := shared(); failed != nil {
			return failed
		}
		if errors.As(err, new(harmed)) {
			copied.leave(fresh)
			return err
		}
		if errors.Is(err, context.Canceled) {
			return err
		}
		return fileFailure(err)
	}
	if err := replace(fresh, target); err != nil {
		return fileFailure(err)
	}
	if _, err := os.Lstat(fresh); err == nil {
		copied.leave(fresh)
	} else if again {
		copied.layOut(ctx, target, shared, documents)
	}
	return nil
}

func writeSite(ctx context.Context, dir string, shared sharing, documents []*cache.Entry) error {
	if err := os.Mkdir(dir, 0o755); err != nil {
		return err
	}
	files, err := place(ctx, shared, documents, func(e *cache.Entry) error { return e.Place(dir) })
	if err != nil {
		return err
	}
	return writeFiles(ctx, dir, files)
}

// writeFiles writes the marker and the files that are not there with the same content.
func writeFiles(ctx context.Context, dir string, files site.Files) error {
	files = maps.Clone(files)
	files[marker] = []byte(markerText)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := ctx.Err(); err != nil {
			return err
		}
		local := filepath.FromSlash(name)
		if !filepath.IsLocal(local) {
			return fmt.Errorf("page outside of the site: %q", name)
		}
		path := filepath.Join(dir, local)
		switch data, err := os.ReadFile(path); {
		case err == nil && bytes.Equal(data, files[name]):
			continue
		case err == nil:
			if err := os.Remove(path); err != nil { // it may be a link to one that is published
				return err
			}
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, files[name], 0o644); err != nil {
			return err
		}
	}
	return nil
}

// harmed are the entries that cannot be laid out, since their files in the cache are no longer what they were.
type harmed []*cache.Entry

func (h harmed) Error() string { return fmt.Sprintf("%d documents were changed in the cache", len(h)) }

// place does one thing for all documents, several at a time, while the shared files are made. If all that went wrong is that entries
// are harmed, the error is harmed.
func place(ctx context.Context, shared sharing, documents []*cache.Entry, do func(*cache.Entry) error) (files site.Files, err error) {
	laying, running := errgroup.WithContext(ctx)
	laying.SetLimit(parallelFiles)
	laying.Go(func() (err error) {
		files, err = shared()
		return err
	})
	var again harmed
	var lock sync.Mutex
	for _, e := range documents {
		laying.Go(func() error {
			if err := running.Err(); err != nil {
				return err
			}
			err := do(e)
			if h := new(cache.Harmed); errors.As(err, &h) {
				lock.Lock()
				defer lock.Unlock()
				again = append(again, h.Entry)
				return nil
			}
			return err
		})
	}
	if err = laying.Wait(); err == nil && len(again) > 0 {
		err = again
	}
	return files, err
}

// parallelFiles is how many folders are written or removed at a time: the system waits more than it works there.
const parallelFiles = 8

// removeTree removes a site. Its folders of documents are many, so they go side by side.
func removeTree(dir string) error {
	rules := filepath.Join(dir, "rules")
	entries, err := os.ReadDir(rules)
	if err == nil {
		var removing errgroup.Group
		removing.SetLimit(parallelFiles)
		for _, e := range entries {
			removing.Go(func() error { return os.RemoveAll(filepath.Join(rules, e.Name())) })
		}
		_ = removing.Wait() // what is left is met again below
	}
	return os.RemoveAll(dir)
}

// replace puts fresh in the place of target; what was there is removed afterwards.
func replace(fresh, target string) error {
	if _, err := os.Lstat(target); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(fresh, target)
	}
	if err := exchange(fresh, target); err == nil {
		return nil // the old site now has the temporary name, which the caller removes
	}
	old := workName(target, "old", os.Getpid())
	if err := os.Rename(target, old); err != nil {
		return err
	}
	if err := os.Rename(fresh, target); err != nil {
		if back := os.Rename(old, target); back != nil {
			return errors.Join(err, back)
		}
		return err
	}
	return removeTree(old)
}

// workName is the hidden sibling a build works in; it carries the process so that two builds never meet.
func workName(target, what string, pid int) string {
	return filepath.Join(filepath.Dir(target), fmt.Sprintf(".%s.shinkyu-%s-%d", filepath.Base(target), what, pid))
}

// removeLeftovers clears what killed builds left beside the target. Where the site itself is missing because a build was
// killed between two renames, the old one is put back first.
func removeLeftovers(target string) {
	for _, what := range []string{"old", "new"} {
		prefix := strings.TrimSuffix(workName(target, what, 0), "0")
		entries, err := os.ReadDir(filepath.Dir(target))
		if err != nil {
			return
		}
		for _, e := range entries {
			path := filepath.Join(filepath.Dir(target), e.Name())
			pid, err := strconv.Atoi(strings.TrimPrefix(path, prefix))
			if !strings.HasPrefix(path, prefix) || err != nil || alive(pid) {
				continue
			}
			if _, err := os.Lstat(target); what == "old" && errors.Is(err, fs.ErrNotExist) {
				if os.Rename(path, target) == nil {
					continue
				}
			}
			_ = removeTree(path)
		}
	}
}

// alive reports whether a process runs; one that may not be asked does.
func alive(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	err = p.Signal(syscall.Signal(0))
	return err == nil || errors.Is(err, syscall.EPERM)
}
