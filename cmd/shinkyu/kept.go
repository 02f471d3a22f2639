package main

// A build of a corpus that grows: documents that did not change since an earlier build are taken from the cache, those that
// did are made one by one and put there, and the site is laid out from links to what is kept. So no build holds more documents
// in memory than there are processors, and a change in one rule of a thousand costs that rule and the pages that list
// all of them. The key of a document is the digest of all that its pages are made of: the program, the site's frame, the manifest, the
// notes and the sources. Times of files were rejected as keys: git sets them anew; they only tell which sources need not be read
// again to know their digest.

import (
	"context"
	"crypto/sha256"
	"debug/elf"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"sync"

	"golang.org/x/sync/errgroup"

	"shinkyu/corpus"
	"shinkyu/corpus/store"
	"shinkyu/corpus/store/cache"
	"shinkyu/extract"
	"shinkyu/extract/worker"
	"shinkyu/site"
	"shinkyu/site/search"
)

// manyRules is from how many rules on a build is worth large pages.
const manyRules = 10

// garbage is the collector's target while documents are made: each is dropped whole when it is done, so collecting seldom saves a
// sixth of the time, and costs about 100 MB.
const garbage = 400

// kept are the documents of a corpus as they lie in the cache, in the order of the corpus.
type kept struct {
	entries []*cache.Entry
	shared  sharing
	made    int // documents that had to be made
}

// keepAll is keep for a whole corpus. step is called for each source.
func keepAll(ctx context.Context, c *store.Corpus, step func(), store *cache.Cache) (*kept, error) {
	w, err := newWorkshop(c, step)
	if err != nil {
		return nil, err
	}
	return w.keep(ctx, store)
}

// summed is what the cache keeps of a document beside its files: its summary, and under which keys the pictures of its sources lie.
type summed struct {
	site.Summary
	Prints []string `json:",omitempty"`
}

// keep makes what the cache does not have.
func (w *workshop) keep(ctx context.Context, c *cache.Cache) (*kept, error) {
	if os.Getenv("GOGC") == "" {
		defer debug.SetGCPercent(debug.SetGCPercent(garbage))
	}
	if len(w.Archive.Rules) >= manyRules {
		worker.LargePages()
	}
	program, err := programDigest()
	if err != nil {
		return nil, fileFailure(err)
	}
	w.prints = newPrints(c, program)
	k := &kept{entries: make([]*cache.Entry, len(w.Archive.Rules))}
	all := make([]site.Summary, len(w.Archive.Rules))
	known := c.Digests()
	used := map[string]bool{}
	var lock sync.Mutex // of used and made
	use := func(keys ...string) {
		lock.Lock()
		defer lock.Unlock()
		for _, key := range keys {
			used[key] = true
		}
	}
	err = w.each(ctx, func(ctx context.Context, i int, rule *corpus.Rule) error {
		sums, sources, err := w.sums(rule, known)
		if err != nil {
			return err
		}
		key := w.key(program, rule, sums)
		use(key)
		var of summed
		if e, ok := c.Get(key); ok && json.Unmarshal(e.Summary, &of) == nil {
			k.entries[i], all[i] = e, of.Summary
			use(of.Prints...)
			for range rule.Revisions {
				w.step()
			}
			return nil
		}
		if sources, err = w.sources(rule, sources); err != nil {
			return err
		}
		key = w.key(program, rule, sumsOf(sources)) // of what is read now
		use(key)
		files, summary, err := w.document(ctx, rule, sources)
		if err != nil {
			return err
		}
		of = summed{summary, w.prints.used(rule.ID)}
		data, err := json.Marshal(of)
		if err != nil {
			return err
		}
		wordings, err := json.Marshal(summary.Words.Wordings)
		if err != nil {
			return err
		}
		use(of.Prints...)
		lock.Lock()
		k.made++
		lock.Unlock()
		summary.Words.Wordings = nil // most of it, and seldom needed again
		all[i] = summary
		k.entries[i], err = c.Put(key, files, data, wordings)
		if err != nil {
			return fileFailure(err)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := known.Save(); err != nil {
		return nil, fileFailure(err)
	}
	k.shared = sync.OnceValues(func() (site.Files, error) { return w.site.Shared(all) })
	go k.shared() // beside the pieces and the laying out of documents
	if err := w.pieces(k, c, program, all, used); err != nil {
		return nil, err
	}
	c.Prune(used)
	return k, nil
}

// pieces adds what lists several documents. A piece without a changed document lies in the cache.
func (w *workshop) pieces(k *kept, c *cache.Cache, program []byte, all []site.Summary, used map[string]bool) error {
	documents := k.entries
	wordings := func(n int) (out []search.Wording, err error) {
		data, err := documents[n].More()
		if err != nil {
			return nil, fileFailure(err)
		}
		return out, json.Unmarshal(data, &out)
	}
	pieces := w.site.Pieces(all)
	entries := make([]*cache.Entry, len(pieces))
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i := range pieces {
		key := corpus.Digest("piece", program, w.site.Digest(), pieces[i].Key)
		used[key] = true
		work.Go(func() error {
			e, ok := c.Get(key)
			if !ok {
				files, err := pieces[i].Files(wordings)
				if err != nil {
					return err
				}
				if e, err = c.Put(key, files, nil, nil); err != nil {
					return fileFailure(err)
				}
			}
			entries[i] = e
			return nil
		})
	}
	err := work.Wait()
	k.entries = append(k.entries, entries...)
	return err
}

// files counts what the published site is made of.
func (k *kept) files() int {
	shared, _ := k.shared()
	n := len(shared)
	for _, e := range k.entries {
		n += len(e.Names())
	}
	return n
}

// sources reads those sources of a rule that were not read yet; nil for none.
func (w *workshop) sources(rule *corpus.Rule, read [][]byte) ([][]byte, error) {
	out, failures := make([][]byte, len(rule.Revisions)), make([]error, len(rule.Revisions))
	copy(out, read)
	for k, rev := range rule.Revisions {
		if out[k] == nil {
			out[k], failures[k] = w.source(rule, rev)
		}
	}
	return out, errors.Join(failures...)
}

// sums are the digests of all sources of a rule. A file that known tells the digest of is not read; what was read is returned, too.
func (w *workshop) sums(rule *corpus.Rule, known *cache.Digests) (out []sum, sources [][]byte, err error) {
	out, sources = make([]sum, len(rule.Revisions)), make([][]byte, len(rule.Revisions))
	failures := make([]error, len(rule.Revisions))
	for k, rev := range rule.Revisions {
		name := rule.ID + "/" + rev.File
		info, err := fs.Stat(w.FS, name)
		if err == nil {
			var ok bool
			if out[k], ok = known.Of(name, info); ok {
				continue
			}
		}
		if sources[k], failures[k] = w.source(rule, rev); failures[k] == nil {
			out[k] = sha256.Sum256(sources[k])
			if err == nil {
				known.Keep(name, info, out[k])
			}
		}
	}
	return out, sources, errors.Join(failures...)
}

// sum is the digest of a source.
type sum = [sha256.Size]byte

func sumsOf(sources [][]byte) []sum {
	out := make([]sum, len(sources))
	for k, data := range sources {
		out[k] = sha256.Sum256(data)
	}
	return out
}

// key is the digest of everything that the pages of a rule are made of. sums are those of its sources.
func (w *workshop) key(program []byte, rule *corpus.Rule, sums []sum) string {
	var all []byte
	for _, s := range sums {
		all = append(all, s[:]...)
	}
	return corpus.Digest(program, w.site.Digest(), rule, all, surroundings(), reasons(w.missing[rule.ID]))
}

// surroundings is what reading depends on besides the file: the recogniser of pictures that is installed, and the password that
// protected files are opened with, of which only a digest goes anywhere.
func surroundings() [2]string {
	password := ""
	if p := os.Getenv(passwordVariable); p != "" {
		sum := sha256.Sum256([]byte("password of protected sources\x00" + p))
		password = hex.EncodeToString(sum[:])
	}
	return [2]string{extract.Recogniser(), password}
}

// programDigest is that of the program file itself: a version number would not tell one local build from the next. Where the linker wrote a
// digest of what it linked into the file (Go's build ID, in ELF files a section of its own), that is taken, for the file has forty megabytes.
var programDigest = sync.OnceValues(func() ([]byte, error) {
	path, err := os.Executable()
	if err != nil {
		return nil, err
	}
	if id := buildID(path); id != nil {
		return id, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return nil, err
	}
	return h.Sum(nil), nil
})

// buildID is what Go's linker wrote into a program to tell it from others, nil if it did not, or not where ELF files have it.
func buildID(path string) []byte {
	f, err := elf.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	section := f.Section(".note.go.buildid")
	if section == nil {
		return nil
	}
	note, err := section.Data()
	if err != nil || len(note) < 64 { // a header of 16 bytes, and nothing where the identity was switched off
		return nil
	}
	return note
}

// keeping is where a build finds what earlier ones made.
type keeping struct {
	*cache.Cache
	spares string // folder for copies of sites, "" for none
	done   func() // to be called when the build is over
}

// openCache opens the cache of a corpus: dir, or a folder of its own below the user's cache. Where that cannot be had, or dir is "none",
// it is a folder beside the target, which goes when the build is done.
func openCache(dir, corpusDir, target string) (*keeping, error) {
	if dir == "" {
		if user, err := os.UserCacheDir(); err == nil {
			sum := sha256.Sum256([]byte(corpusDir))
			if c, err := cache.Open(filepath.Join(user, "shinkyu", "sites", hex.EncodeToString(sum[:8]))); err == nil {
				return &keeping{c, c.Spares(), func() {}}, nil
			}
		}
		dir = noCache
	}
	if dir != noCache {
		c, err := cache.Open(dir)
		if err != nil {
			return nil, fileFailure(err)
		}
		return &keeping{c, c.Spares(), func() {}}, nil
	}
	dir = workName(target, "cache", os.Getpid())
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return nil, fileFailure(err)
	}
	c, err := cache.OpenPassing(dir)
	if err != nil {
		return nil, fileFailure(err)
	}
	return &keeping{c, "", func() { os.RemoveAll(dir) }}, nil
}

const noCache = "none"

// whole keeps the documents and lays them out. Entries of the cache that turn out harmed while they are laid out are made again.
func (s *keeping) whole(keep func() (*kept, error), layOut func(*kept) error) (*kept, error) {
	made := 0
	for tries := 1; ; tries++ {
		k, err := keep()
		if err != nil {
			return nil, err
		}
		made += k.made
		k.made = made
		var again harmed
		if err := layOut(k); err == nil || !errors.As(err, &again) || tries == maxTries {
			return k, err
		}
		for _, e := range again {
			if err := s.Discard(e); err != nil {
				return nil, fileFailure(err)
			}
		}
	}
}

// maxTries is how often a build begins again because somebody changes the cache under it.
const maxTries = 4

// corpusPath is the absolute folder of a corpus, or "" for the sample.
func corpusPath(args []string) string {
	if len(args) == 0 {
		return ""
	}
	path, err := filepath.Abs(args[0])
	if err != nil {
		return args[0]
	}
	return path
}
