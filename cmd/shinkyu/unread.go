package main

// A build in which some source cannot be read goes on: one damaged file must not keep a thousand documents from being published.
//
// What was learnt on the first way through the corpus decides the second: revisions whose source ended its reader, hung, is
// protected or damaged are left out of their documents, and documents of which none is left are left out of the site. The document
// says which revision is missing and why (a note and the finding source-unread on the state that follows it), the build says it on standard
// error and ends with exitPartly. All that was made on the first way lies in the cache, so the second costs little.
// Publishing the state as an empty page was rejected: a history in which every clause vanishes and comes back is false.
// What is wrong in a manifest still ends the build: its author is there to mend it.

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"shinkyu/corpus"
	"shinkyu/corpus/store"
	"shinkyu/corpus/store/cache"
	"shinkyu/extract"
)

// unread is a source that cannot be read.
type unread struct {
	rule *corpus.Rule
	rev  *corpus.Revision
	err  error
}

func (e *unread) Error() string { return e.err.Error() }
func (e *unread) Unwrap() error { return e.err }

// say is what readers of the site are told.
func (e *unread) say() (japanese, english string) {
	japanese, english = e.err.Error(), e.err.Error()
	if f := new(corpus.Failure); errors.As(e.err, &f) {
		japanese, english = f.Japanese, f.English
	}
	return fmt.Sprintf("版 %s（%s）の原文は読めないため、この沿革にありません: %s", e.rev.ID, e.rev.File, japanese),
		fmt.Sprintf("the source of revision %s (%s) cannot be read, so this history lacks it: %s", e.rev.ID, e.rev.File, english)
}

// place is the revision that follows the missing one, or the last before it.
func (e *unread) place(rest []*corpus.Revision) int {
	for i, r := range rest {
		if r.InForce >= e.rev.InForce {
			return i
		}
	}
	return len(rest) - 1
}

// errPartly ends a build that published all but some sources.
var errPartly = errors.New("some sources could not be read")

// unreadIn lists the sources that could not be read if err is about nothing else.
func unreadIn(err error) (out []*unread, only bool) {
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		for _, one := range many.Unwrap() {
			list, only := unreadIn(one)
			if !only {
				return nil, false
			}
			out = append(out, list...)
		}
		return out, true
	}
	if one := new(unread); errors.As(err, &one) {
		return []*unread{one}, true
	}
	return nil, false
}

// keepReadable is keep for what can be read of the corpus; the sources that cannot are returned with it. An error is about
// anything else, or says that nothing can be read.
func keepReadable(ctx context.Context, c *store.Corpus, step func(), store *cache.Cache) (*kept, *corpus.Archive, []*unread, error) {
	var all []*unread
	missing := map[string][]*unread{}
	for {
		w, err := newWorkshop(c, step)
		if err != nil {
			return nil, nil, nil, err
		}
		w.missing = missing
		k, err := w.keep(ctx, store)
		if err == nil {
			return k, c.Archive, all, nil
		}
		list, only := unreadIn(err)
		if !only || len(list) == 0 {
			return nil, nil, nil, err
		}
		all = append(all, list...)
		for _, u := range list {
			missing[u.rule.ID] = append(missing[u.rule.ID], u)
		}
		if c = without(c, list); len(c.Archive.Rules) == 0 {
			return nil, nil, nil, err
		}
		step = func() {} // they were counted
	}
}

// without is a corpus that lacks revisions, and documents that have no others.
func without(c *store.Corpus, list []*unread) *store.Corpus {
	archive := *c.Archive
	archive.Rules = nil
	for _, rule := range c.Archive.Rules {
		gone := func(rev *corpus.Revision) bool {
			return slices.ContainsFunc(list, func(u *unread) bool { return u.rule.ID == rule.ID && u.rev.ID == rev.ID })
		}
		if !slices.ContainsFunc(rule.Revisions, gone) {
			archive.Rules = append(archive.Rules, rule)
			continue
		}
		rest := *rule
		rest.Revisions = slices.DeleteFunc(slices.Clone(rule.Revisions), gone)
		rest.Notes = slices.DeleteFunc(slices.Clone(rule.Notes), func(n corpus.Note) bool {
			return slices.ContainsFunc(list, func(u *unread) bool { return u.rule.ID == rule.ID && u.rev.ID == n.Revision })
		})
		for _, u := range list {
			if u.rule.ID == rule.ID && len(rest.Revisions) > 0 {
				japanese, _ := u.say()
				rest.Notes = append(rest.Notes, corpus.Note{Revision: rest.Revisions[u.place(rest.Revisions)].ID, Title: "読めない版があります", Markdown: japanese + "\n"})
			}
		}
		if len(rest.Revisions) > 0 {
			archive.Rules = append(archive.Rules, &rest)
		}
	}
	out := *c
	out.Archive = &archive
	return &out
}

// tellMissing puts a finding on the state that follows each missing one, or on the last before it.
func tellMissing(rule *corpus.Rule, contents []*extract.Content, missing []*unread) {
	for _, u := range missing {
		d := corpus.Diag{Rule: "source-unread", Severity: corpus.Error, Unit: -1}
		d.Message, d.English = u.say()
		if c := contents[u.place(rule.Revisions)]; c.Comparison != nil {
			c.Comparison.Diags = append(c.Comparison.Diags, d)
		} else {
			c.Diags = append(c.Diags, d)
		}
	}
}

// reasons are the missing sources as part of a document's key.
func reasons(missing []*unread) (out []string) {
	for _, u := range missing {
		out = append(out, u.rev.ID+" "+u.rev.InForce+" "+u.rev.File+" "+u.Error())
	}
	return out
}
