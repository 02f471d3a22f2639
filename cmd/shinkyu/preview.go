package main

// The preview of a drafter's work: the site in memory, made anew whenever a file of the corpus, or the draft itself, is saved, and a page
// that notices and shows the same place again. What cannot be built does not take the last good pages away: they stay, and the
// mistake is written over them. The page asks for the next version and waits for the answer; a socket was rejected, since a request that is
// answered late needs nothing else on either side. No file is read for a request: what is served is what was built.

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"

	"shinkyu/corpus"
	"shinkyu/site"
	"shinkyu/templates"
)

// preview is what is served now.
type preview struct {
	lock    sync.Mutex
	files   site.Files
	version int
	trouble []complaint
	next    chan struct{} // closed when the version changes
}

// complaint is a failure as the page shows it.
type complaint struct {
	Text string `json:"text"`
	Hint string `json:"hint,omitempty"`
}

func newPreview(files site.Files) *preview {
	return &preview{files: files, version: 1, next: make(chan struct{})}
}

// put shows a new build, or what kept it from being made.
func (p *preview) put(files site.Files, trouble []complaint) {
	p.lock.Lock()
	defer p.lock.Unlock()
	if trouble == nil {
		p.files = files
	}
	p.trouble = trouble
	p.version++
	close(p.next)
	p.next = make(chan struct{})
}

func (p *preview) now() (files site.Files, version int, trouble []complaint, next chan struct{}) {
	p.lock.Lock()
	defer p.lock.Unlock()
	return p.files, p.version, p.trouble, p.next
}

const (
	previewState  = "/_preview/state"
	previewScript = "/_preview/preview.js"
	longestWait   = 20 * time.Second
)

// keepUp builds anew when a file is saved, and once more when what pages did not wait for is done, until the context ends. The error is that
// of watching. What p shows was made from files as before says: one that was saved since then, before it was watched, counts as saved now.
func (a *app) keepUp(ctx context.Context, job *servable, address string, p *preview, before saved) error {
	var one sync.Mutex // of building
	again := func() {
		one.Lock()
		defer one.Unlock()
		files, err := job.build(ctx, address)
		if err != nil {
			p.put(nil, a.complaints(err))
			return
		}
		p.put(files, nil)
	}
	complete := func() {
		if job.later != nil && job.later(ctx) {
			again()
		}
	}
	go complete()
	if len(job.roots) == 0 {
		return nil
	}
	return watch(ctx, job, before, func() {
		again()
		go complete()
	})
}

// ServeHTTP answers for the preview's own addresses and for pages, which it gives the script that notices changes.
func (p *preview) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	files, version, trouble, next := p.now()
	switch r.URL.Path {
	case previewScript:
		w.Header().Set("Content-Type", contentType(".js"))
		_, _ = w.Write([]byte(templates.PreviewScript()))
		return
	case previewState:
		if after, err := strconv.Atoi(r.URL.Query().Get("after")); err == nil && after == version {
			select {
			case <-next:
			case <-time.After(longestWait):
			case <-r.Context().Done():
				return
			}
			_, version, trouble, _ = p.now()
		}
		w.Header().Set("Content-Type", contentType(".json"))
		_ = json.NewEncoder(w).Encode(map[string]any{"version": version, "trouble": trouble})
		return
	}
	serveFile(w, r, files, func(page []byte) []byte {
		script := `<script src="` + previewScript + `" data-version="` + strconv.Itoa(version) + `"></script></body>`
		page = bytes.Replace(page, []byte("</body>"), []byte(script), 1)
		// The page for what is not there runs nothing when it is published; here it too notices when what is wanted comes back.
		return bytes.Replace(page, []byte(`content="default-src 'none'; style-src 'sha`), []byte(`content="default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'sha`), 1)
	})
}

// ownRequest refuses what another page asks for: its origin is not ours, and browsers say so in either of two ways. A page of another
// port on this machine is another page too.
func ownRequest(r *http.Request) bool {
	if s := r.Header.Get("Sec-Fetch-Site"); s != "" && s != "same-origin" && s != "none" {
		return false
	}
	origin := r.Header.Get("Origin")
	if origin == "" {
		return true
	}
	u, err := url.Parse(origin)
	return err == nil && u.Host == r.Host
}

// settle is how long a folder must be quiet: editors write a file in several steps.
const settle = 60 * time.Millisecond

// watch calls changed after files that count have changed since before, until the context ends. Folders that appear are watched too.
func watch(ctx context.Context, job *servable, before saved, changed func()) error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	defer w.Close()
	for _, root := range job.roots {
		if err := watchUnder(w, root, len(job.only) == 0); err != nil {
			return err
		}
	}
	if job.also != "" {
		_ = w.Add(filepath.Dir(job.also)) // a folder that cannot be watched has settings that are read at the next change
	}
	quiet := time.NewTimer(settle)
	if maps.Equal(before, job.saved()) {
		quiet.Stop()
	}
	moved := false // something has another name: a folder's watch ends with its old one, after the new one was seen
	for {
		select {
		case <-ctx.Done():
			return nil
		case e, ok := <-w.Events:
			if !ok {
				return nil
			}
			if !job.counts(e.Name) || e.Op == fsnotify.Chmod {
				continue
			}
			if info, err := os.Stat(e.Name); err == nil && info.IsDir() && e.Has(fsnotify.Create) {
				_ = watchUnder(w, e.Name, true) // a folder that is gone again needs no watch
			}
			moved = moved || e.Has(fsnotify.Rename)
			quiet.Reset(settle)
		case <-w.Errors: // lost events: build again, that is all they would have led to
			moved = true
			quiet.Reset(settle)
		case <-quiet.C:
			if moved && len(job.only) == 0 {
				for _, root := range job.roots {
					_ = watchUnder(w, root, true) // what is watched already stays so; a root that is gone is the build's to say
				}
			}
			moved = false
			changed()
		}
	}
}

// saved is when each file that counts was last saved, in nanoseconds, and its size in bytes, by path. States are compared, never a file's time with
// the clock: the time of files goes in steps, some milliseconds behind it.
type saved map[string][2]int64

// saved looks at the files that count. What cannot be looked at cannot be read either.
func (s *servable) saved() saved {
	found := saved{}
	look := func(name string, info fs.FileInfo, err error) {
		if err == nil && !info.IsDir() && s.counts(name) {
			found[name] = [2]int64{info.ModTime().UnixNano(), info.Size()}
		}
	}
	for _, name := range append(slices.Collect(maps.Keys(s.only)), s.also) {
		info, err := os.Stat(name)
		look(name, info, err)
	}
	if len(s.only) == 0 {
		for _, root := range s.roots {
			_ = walkShown(root, func(name string, d fs.DirEntry) error {
				info, err := d.Info()
				look(name, info, err)
				return nil
			})
		}
	}
	return found
}

// counts reports whether a change of a file, named by its absolute path, is one of what is served: of the files that only names or, where it names
// none, of everything below the folders but hidden files. The settings of the checks count in any case.
func (s *servable) counts(name string) bool {
	switch {
	case name == s.also || s.only[name]:
		return true
	case len(s.only) > 0 || !slices.ContainsFunc(s.roots, func(root string) bool { return strings.HasPrefix(name, root+string(filepath.Separator)) }):
		return false
	}
	base := filepath.Base(name)
	return !strings.HasPrefix(base, ".") || base == checkFileName
}

// watchUnder watches a folder, and those in it.
func watchUnder(w *fsnotify.Watcher, root string, deep bool) error {
	if !deep {
		return w.Add(root)
	}
	return walkShown(root, func(path string, d fs.DirEntry) error {
		if !d.IsDir() {
			return nil
		}
		return w.Add(path)
	})
}

// walkShown visits what lies in a folder and below it, without what cannot be looked at and without hidden folders.
func walkShown(root string, visit func(path string, d fs.DirEntry) error) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && path == root:
			return err
		case err != nil:
			return nil
		case d.IsDir() && path != root && strings.HasPrefix(d.Name(), "."):
			return filepath.SkipDir
		}
		return visit(path, d)
	})
}

// complaints are the failures of a build as the page shows them.
func (a *app) complaints(err error) []complaint {
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		var out []complaint
		for _, one := range many.Unwrap() {
			out = append(out, a.complaints(one)...)
		}
		return out[:min(len(out), mostComplaints)]
	}
	c := complaint{Text: err.Error()}
	var f *corpus.Failure
	if errors.As(err, &f) {
		c.Text, c.Hint = a.pick(f.Japanese, f.English), a.pick(f.HintJA, f.HintEN)
		if where := subject(err); where != "" && !strings.HasPrefix(c.Text, where) {
			c.Text = where + ": " + c.Text
		}
	}
	return []complaint{c}
}
