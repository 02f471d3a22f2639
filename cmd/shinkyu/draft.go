package main

// What serve builds: a corpus, whose unchanged documents are taken from the build before, or a single draft beside the text it changes.

import (
	"context"
	"errors"
	"maps"
	"path/filepath"
	"strings"
	"sync"

	"shinkyu/corpus"
	"shinkyu/corpus/store"
	"shinkyu/diff"
	"shinkyu/diff/lineage"
	"shinkyu/diff/lint"
	"shinkyu/extract"
	"shinkyu/site"
)

// rebuilt keeps the documents of the last build of a corpus in memory, by the digest of what they are made of. A drafter sees all
// that the checks find; what is published has the audit only.
type rebuilt struct {
	checks    *lint.Config // nil for what is published
	reads     *reads
	documents map[string]builtDocument
	pieces    map[string]site.Files
	prints    *prints
}

type builtDocument struct {
	files   site.Files
	summary site.Summary
}

// pages builds a corpus, and only what changed of it.
func (r *rebuilt) pages(ctx context.Context, c *store.Corpus, step func()) (site.Files, error) {
	w, err := newWorkshop(c, step)
	if err != nil {
		return nil, err
	}
	if r.checks != nil {
		w.review = func(c *extract.Content) []corpus.Diag { return review(c, r.checks) }
		w.compare = func(c *corpus.Comparison) *diff.Result { return lint.Inspect(c, r.checks) }
	}
	if r.prints == nil {
		r.prints = newPrints(nil, nil)
	}
	w.prints = r.prints
	w.reads = r.reads
	made, all := make([]builtDocument, len(c.Archive.Rules)), make([]site.Summary, len(c.Archive.Rules))
	fresh := rebuilt{checks: r.checks, reads: r.reads, prints: r.prints, documents: map[string]builtDocument{}, pieces: map[string]site.Files{}}
	var lock sync.Mutex // of fresh
	err = w.each(ctx, func(ctx context.Context, i int, rule *corpus.Rule) error {
		sources, err := w.sources(rule, nil)
		if err != nil {
			return err
		}
		key := w.key(nil, rule, sumsOf(sources)) + " " + r.prints.state(rule.ID)
		d, ok := r.documents[key]
		if !ok {
			if d.files, d.summary, err = w.document(ctx, rule, sources); err != nil {
				return err
			}
		}
		lock.Lock()
		fresh.documents[key] = d
		lock.Unlock()
		made[i], all[i] = d, d.summary
		return nil
	})
	if err != nil {
		return nil, err
	}
	whole, err := w.site.Shared(all)
	if err != nil {
		return nil, err
	}
	for _, d := range made {
		maps.Copy(whole, d.files)
	}
	for _, p := range w.site.Pieces(all) {
		key := w.site.Digest() + p.Key
		files, ok := r.pieces[key]
		if !ok {
			if files, err = p.Files(site.WordingsOf(all)); err != nil {
				return nil, err
			}
		}
		fresh.pieces[key] = files
		maps.Copy(whole, files)
	}
	*r = fresh
	return whole, nil
}

// draftPage is where a single draft is shown.
const draftPage = "rules/draft/revisions/draft/"

// draft builds the pages of one file: a table by itself, or a text or table beside the text it is to change ("" for none), with all that
// the checks find. known are the files that need not be read again.
func (a *app) draft(ctx context.Context, file, against string, format extract.Format, checks *lint.Config, known *reads) (site.Files, error) {
	now, data, err := a.draftSource(ctx, file, format, known)
	if err != nil {
		return nil, err
	}
	rule := &corpus.Rule{ID: "draft", Title: strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))}
	in := site.Rule{Rule: rule}
	add := func(id, label, file string, content *extract.Content, result *diff.Result, data []byte) {
		v := &corpus.Revision{ID: id, Label: label, Kind: filepath.Base(file), File: filepath.Base(file)}
		rule.Revisions = append(rule.Revisions, v)
		d := content.Document
		if content.Comparison != nil {
			d = &content.Comparison.Sides[corpus.New]
		}
		in.States = append(in.States, site.State{Revision: v, Result: result, Document: d, SourceName: filepath.Base(file), Source: data})
	}
	switch {
	case against != "":
		was, before, err := a.draftSource(ctx, against, "", known)
		if err != nil {
			return nil, err
		}
		both, err := extract.Pair(now, was)
		if err != nil {
			return nil, &about{file, err}
		}
		add("current", "現行", against, was, nil, before)
		add("draft", "案", file, now, lint.Inspect(both, checks), data)
	case now.Comparison != nil:
		add("draft", "案", file, now, lint.Inspect(now.Comparison, checks), data)
	default:
		add("draft", "案", file, now, nil, data)
		in.States[0].Findings = review(now, checks)
	}
	if t := title(now); t != "" {
		rule.Title = t
	}
	var states []lineage.State
	for _, s := range in.States {
		states = append(states, lineage.State{Result: s.Result, Document: s.Document})
	}
	in.Lives = lineage.Trace(states)
	return site.Build(site.Input{Archive: &corpus.Archive{Title: "下書きの確認", Language: "ja"}, Rules: []site.Rule{in}})
}

// review is what the checks find in a whole text by itself.
func review(c *extract.Content, checks *lint.Config) []corpus.Diag {
	return lint.Review(lint.Input{Document: c.Document, Unplaced: c.Unplaced, Reading: c.Diags}, checks)
}

func title(c *extract.Content) string {
	if c.Comparison != nil {
		return strings.TrimSpace(c.Comparison.Title)
	}
	return strings.TrimSpace(c.Document.Title)
}

func (a *app) draftSource(ctx context.Context, file string, format extract.Format, known *reads) (*extract.Content, []byte, error) {
	src, err := a.readSource(file, format)
	if err != nil {
		return nil, nil, err
	}
	content, err := known.extract(ctx, src)
	if err != nil {
		return nil, nil, &about{file, err}
	}
	if content.Comparison == nil && content.Document == nil {
		return nil, nil, &about{file, errors.New("no clauses")}
	}
	return content, src.Data, nil
}
