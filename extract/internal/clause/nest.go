package clause

// Second pass: paragraphs to a tree.
//
// The open levels form a stack, from the part down. A label whose style is open closes down to it and goes on there; a
// label whose style is not open opens a level below. Of the ways to read a label the one wins that goes on an open
// series, then the one that opens a series. 編章節款目条項号 close what ranks below them though the document has not shown
// their order (a table shows pieces). Unlabelled paragraphs and bullets open no level: they hang where they stand.

import (
	"fmt"
	"strings"

	"shinkyu/corpus"
)

// node is a clause under construction.
type node struct {
	c    *corpus.Clause
	p    *paragraph
	rd   *reading // nil if unlabelled
	kids []*node
}

func (n *node) style() *style {
	if n.rd == nil {
		return nil
	}
	return n.rd.style
}

type builder struct {
	opt   Options
	roots []*node
	open  []*node // open levels: labelled nodes, each under the one before
	list  []*node // open bullets, each under the one before
	tail  *node   // the last node that was added
	// listOwner is the clause that the open list hangs under.
	listOwner *node
	found     []finding
}

type finding struct {
	n *node
	d corpus.Diag
}

// add hangs p into the tree; next is the paragraph behind it, nil at the end.
func (b *builder) add(p, next *paragraph) {
	n := &node{p: p, c: &corpus.Clause{Text: p.text, Origin: p.origin, Spread: p.spread, Kind: corpus.KindText}}
	if p.nest > 0 {
		n.c.Kind = corpus.KindTable
		b.attach(b.top(), n)
		b.tail = n
		return
	}
	what, _, isPlaceholder := wholePlaceholder(p.sc)
	if isPlaceholder {
		n.c.Kind, n.c.Placeholder = corpus.KindPlaceholder, what
	}
	if p.level > 0 && !isPlaceholder && !b.captions(p, next) {
		b.addHeading(n)
		return
	}
	b.leaveContents(p, next)
	rd, level, ok := b.choose(p, next)
	switch {
	case ok && rd.style == bulletStyle:
		b.label(n, rd)
		b.addBullet(n)
	case ok:
		b.label(n, rd)
		b.list = nil
		b.close(level)
		b.attach(b.top(), n)
		b.open = append(b.open, n)
	default:
		b.addBare(n, next)
	}
	b.tail = n
}

// wholePlaceholder reads a placeholder that is all there is, without a label of its own.
func wholePlaceholder(sc scan) (corpus.Placeholder, int, bool) {
	what, end, ok := placeholderAt(sc, 0)
	return what, end, ok && end == len(sc.r)
}

// label fills in what a label says about the clause.
func (b *builder) label(n *node, rd reading) {
	sc := n.p.sc
	n.rd = &rd
	c := n.c
	c.Label = strings.TrimSpace(string([]rune(c.Text.S)[sc.offset(0):labelEnd(sc, rd.end)]))
	c.Body = sc.offset(rd.end)
	c.Kind = kindOf(rd.style, b.within(articleStyle) != nil)
	what, end, ok := placeholderAt(sc, rd.end)
	if ok && end == len(sc.r) {
		c.Kind, c.Placeholder = corpus.KindPlaceholder, what
	} else if e, w, isEnclosed := enclosed(sc); isEnclosed && e.style == rd.style {
		c.Kind, c.Placeholder = corpus.KindPlaceholder, w
		c.Label = strings.TrimSpace(string([]rune(c.Text.S)[sc.offset(1):labelEnd(sc, rd.end)]))
	}
	c.Void = isVoid(sc, rd.end)
}

// labelEnd is the code point behind the last character of a label that ends at scan index i.
func labelEnd(sc scan, i int) int {
	if i == 0 {
		return sc.offset(0)
	}
	return sc.offset(i-1) + 1
}

func kindOf(s *style, inArticle bool) corpus.ClauseKind {
	switch {
	case s == partStyle || s.rank > 0 && s.rank < articleStyle.rank || s == bumonStyle:
		return corpus.KindHeading
	case s == articleStyle:
		return corpus.KindArticle
	case s == numberStyle && inArticle:
		return corpus.KindParagraph
	}
	return corpus.KindItem
}

func (b *builder) attach(parent, n *node) {
	if parent == nil {
		b.roots = append(b.roots, n)
		return
	}
	parent.kids = append(parent.kids, n)
}

func (b *builder) find(n *node, rule string, severity corpus.Severity, ja, en string) {
	b.found = append(b.found, finding{n, corpus.Diag{Rule: rule, Severity: severity, Page: n.c.Origin.Page, Message: ja, English: en}})
}

// finish makes clauses of nodes, gives them addresses and numbers the findings.
func (b *builder) finish() ([]*corpus.Clause, []corpus.Diag) {
	b.settle()
	a := addresses{used: map[string]int{}, b: b, runs: map[string]int{}, in: map[string]run{}, last: map[string]*node{}}
	var out []*corpus.Clause
	a.all(b.roots, place{prefix: b.opt.Prefix, at: b.opt.Prefix})
	for _, n := range b.roots {
		out = append(out, n.clauses())
	}
	units, _ := (&corpus.Document{Clauses: out}).Units()
	index := map[*corpus.Clause]int{}
	for i, c := range units {
		index[c] = i
	}
	var diags []corpus.Diag
	for _, f := range b.found {
		f.d.Unit = index[f.n.c]
		diags = append(diags, f.d)
	}
	return out, diags
}

func (n *node) clauses() *corpus.Clause {
	for _, k := range n.kids {
		n.c.Children = append(n.c.Children, k.clauses())
	}
	return n.c
}

// repeated reports an address that one run of numbers gives twice.
func (b *builder) repeated(n *node, path string) {
	b.find(n, "label-repeated", corpus.Warning, fmt.Sprintf("%s が二つあります", path), path+" stands twice")
}
