// Package site turns a corpus with its results into pages, held in memory.
//
// The choice is static files: a rule's history must be readable in twenty years from any web server, a memory stick or an
// e-mail attachment. A server with a database was rejected for that reason. Pages are rendered to memory and returned as
// one map, so that a build is all or nothing, two builds can be compared byte by byte, and tests need no disk. The cost is
// memory in proportion to the site. Nothing here reads a clock: dates are those of the documents.
package site

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/diff/lineage"
	"shinkyu/templates"
)

// Input is everything the site is made of.
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
	SourceName string
	Source     []byte
}

// Files are the pages by slash-separated path, index.html first to last.
type Files map[string][]byte

// builder holds the site while it is built.
type builder struct {
	in    Input
	files Files
	style string // addresses of the assets from the root
	code  string
	icon  string
	rules []*history
}

// Build renders all pages. Same input, same bytes. The error is a page that could not be rendered.
func Build(in Input) (Files, error) {
	if in.Archive == nil {
		in.Archive = &corpus.Archive{}
	}
	b := &builder{in: in, files: Files{}}
	b.style = b.asset("style", "css", []byte(templates.Style()))
	b.code = b.asset("app", "js", []byte(templates.Script()))
	b.icon = b.asset("icon", "svg", templates.Icon())
	for i := range in.Rules {
		b.rules = append(b.rules, newHistory(&in.Rules[i]))
	}
	for _, h := range b.rules {
		if err := b.rule(h); err != nil {
			return nil, fmt.Errorf("site: %s: %w", h.rule.ID, err)
		}
	}
	for _, step := range []func() error{b.front, b.changes, b.feeds, b.notFound, b.robots} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("site: %w", err)
		}
	}
	return b.files, nil
}

// rule renders the pages of one rule.
func (b *builder) rule(h *history) error {
	if err := b.rulePage(h); err != nil {
		return err
	}
	for k := range h.states {
		if err := b.revision(h, k); err != nil {
			return err
		}
	}
	for i := range h.lives {
		if err := b.clause(h, i); err != nil {
			return err
		}
	}
	if err := b.terms(h); err != nil {
		return err
	}
	return b.ruleFiles(h)
}

// asset publishes a file under a name that changes with its content, so that it may be cached for ever.
func (b *builder) asset(name, ext string, data []byte) string {
	sum := sha256.Sum256(data)
	at := "assets/" + name + "." + hex.EncodeToString(sum[:5]) + "." + ext
	b.files[at] = data
	return at
}

// page renders a template to a file.
func (b *builder) page(at, template string, data any) error {
	out, err := templates.Execute(template, data)
	if err != nil {
		return err
	}
	b.files[at] = out
	return nil
}
