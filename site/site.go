// Package site turns a corpus with its results into pages, held in memory.
//
// The choice is static files: a rule's history must be readable in twenty years from any web server, a memory stick or an
// e-mail attachment. A server with a database was rejected for that reason. The pages of one document depend on that
// document and the site's frame alone (Document); what lists several documents is made from their summaries (Shared).
// So documents are built one after the other or side by side, a build needs no more than one of them in memory, and a change in one
// leaves the files of all others as they are. Pages come as one map, so that two builds can be compared byte by byte and
// tests need no disk. Nothing here reads a clock: dates are those of the documents.
package site

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html/template"
	"maps"
	"runtime"
	"sync"

	"golang.org/x/sync/errgroup"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/diff/lineage"
	"shinkyu/render/web"
	"shinkyu/templates"
	"shinkyu/templates/locale"
)

// Input is a whole corpus, for sites that fit into memory.
type Input struct {
	Archive *corpus.Archive
	Rules   []Rule
}

// Rule is one document with its states in date order.
type Rule struct {
	Rule   *corpus.Rule
	States []State
	Lives  []lineage.Life
}

// State is one revision as built. Result is nil where nothing came before it.
type State struct {
	Revision   *corpus.Revision
	Result     *diff.Result
	Document   *corpus.Document
	Findings   []corpus.Diag // of the checks in the document where there is no result to carry them: what a drafter sees
	SourceName string
	Source     []byte
	Pictures   [2]map[corpus.Crop]corpus.Picture // of the sources' pages, for web.Crops of the result; nil where there are none
}

// Files are the pages by slash-separated path, index.html first to last.
type Files map[string][]byte

// Site is what all pages have in common: the archive's own words and the files of style and script. It is not changed by
// building, so documents may be built side by side.
type Site struct {
	archive corpus.Archive // without rules
	lang    locale.Language
	pages   *templates.Set
	assets  Files
	style   string // addresses of the assets from the root
	code    string
	find    string
	compare string
	pairing string
	onward  string
	icon    string
	digest  string
	footer  template.HTML // the owner's own
}

// say says words of the interface.
func (s *Site) say(japanese string, args ...any) string { return s.lang.Say(japanese, args...) }

// Digest is that of all that pages of documents are made of beside the document: what is not in it must not change them.
func (s *Site) Digest() string { return s.digest }

// asset publishes a file under a name that changes with its content, so that it may be cached for ever.
func (s *Site) asset(name, ext string, data []byte) string {
	at := "assets/" + digested(name, ext, data)
	s.assets[at] = data
	return at
}

// digested is a file's name with the digest of its content, so that browsers may keep it for good.
func digested(name, ext string, data []byte) string {
	sum := sha256.Sum256(data)
	return name + "." + hex.EncodeToString(sum[:5]) + "." + ext
}

// builder collects the files of one document, or those that documents share.
type builder struct {
	*Site
	files Files
}

// Document renders everything below the address of one document, and says what the rest of the site has to know about it.
// The error is a page that could not be rendered.
func (s *Site) Document(r Rule) (Files, Summary, error) {
	b := &builder{s, Files{}}
	h := newHistory(&r, s.lang)
	if err := b.rule(h); err != nil {
		return nil, Summary{}, fmt.Errorf("site: %s: %w", r.Rule.ID, err)
	}
	pages := htmlPages(b.files)
	err := b.moved(h, pages)
	if err == nil && b.archive.BaseURL != "" {
		h.summary.Maps, err = b.maps(ruleDir(r.Rule)+"sitemap", "urlset", "url", pages, sitemapLimit)
	}
	if err != nil {
		return nil, Summary{}, fmt.Errorf("site: %s: %w", r.Rule.ID, err)
	}
	return b.files, h.summary, nil
}

// Shared renders what belongs to no single document: the front page, the changes, the feed of all, the search page, the assets.
// The summaries are those of all documents, in the order of the corpus. The search index itself and the changes of each year come from Pieces.
func (s *Site) Shared(all []Summary) (Files, error) {
	b := &builder{s, maps.Clone(s.assets)}
	for _, step := range []func([]Summary) error{b.front, b.changes, b.feedOfAll, b.search, b.notFound, b.robots} {
		if err := step(all); err != nil {
			return nil, fmt.Errorf("site: %w", err)
		}
	}
	return b.files, nil
}

// Build renders all pages. Same input, same bytes.
func Build(in Input) (Files, error) {
	s, err := New(in.Archive)
	if err != nil {
		return nil, err
	}
	var all []Summary
	whole := Files{}
	for _, r := range in.Rules {
		files, summary, err := s.Document(r)
		if err != nil {
			return nil, err
		}
		maps.Copy(whole, files)
		all = append(all, summary)
	}
	files, err := s.Shared(all)
	if err != nil {
		return nil, err
	}
	maps.Copy(whole, files)
	for _, p := range s.Pieces(all) {
		files, err := p.Files(WordingsOf(all))
		if err != nil {
			return nil, err
		}
		maps.Copy(whole, files)
	}
	return whole, nil
}

// rule renders the pages of one rule, several at a time: a rule that a drafter saves is often the only one that changed.
func (b *builder) rule(h *history) error {
	pages := []func(*builder) error{
		func(b *builder) error { return b.rulePage(h) },
		func(b *builder) error { return b.anyPair(h) },
		func(b *builder) error { return b.terms(h) },
		func(b *builder) error { return b.feedOf(h) },
		func(b *builder) error { return b.ruleFiles(h) },
	}
	for k := range h.states {
		pages = append(pages, func(b *builder) error { return b.revision(h, k) })
		if h.states[k].Result != nil {
			pages = append(pages, func(b *builder) error { return b.whole(h, k) })
		}
	}
	for _, p := range h.pairs() {
		pages = append(pages, func(b *builder) error { return b.compared(h, p) })
	}
	for i := range h.lives {
		pages = append(pages, func(b *builder) error {
			if err := b.clause(h, i); err != nil {
				return err
			}
			return b.feedOfClause(h, i)
		})
	}
	return b.render(pages)
}

// render makes files side by side. Each maker has a builder of its own; no two may make the same file.
func (b *builder) render(makers []func(*builder) error) error {
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	var lock sync.Mutex // of b.files
	for _, make := range makers {
		work.Go(func() error {
			one := &builder{b.Site, Files{}}
			err := make(one)
			lock.Lock()
			defer lock.Unlock()
			maps.Copy(b.files, one.files)
			return err
		})
	}
	return work.Wait()
}

// page renders a template to a file.
func (b *builder) page(at, name string, data any) error {
	out, err := b.pages.Execute(name, data)
	if err != nil {
		return failed(err)
	}
	if b.lang == locale.English {
		out = web.MarkJapanese(out)
	}
	b.files[at] = out
	return nil
}
