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
	n := &node{p: p, c: &corpus.Clause{Text: p.text, Origin: p.origin, Kind: corpus.KindText}}
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
	c.Label = strings.TrimSpace(string([]rune(c.Text.S)[sc.at[0]:labelEnd(sc, rd.end)]))
	c.Body = sc.at[rd.end]
	c.Kind = kindOf(rd.style, b.within(articleStyle) != nil)
	what, end, ok := placeholderAt(sc, rd.end)
	if ok && end == len(sc.r) {
		c.Kind, c.Placeholder = corpus.KindPlaceholder, what
	} else if e, w, isEnclosed := enclosed(sc); isEnclosed && e.style == rd.style {
		c.Kind, c.Placeholder = corpus.KindPlaceholder, w
		c.Label = strings.TrimSpace(string([]rune(c.Text.S)[sc.at[1]:labelEnd(sc, rd.end)]))
	}
	c.Void = isVoid(sc, rd.end)
}

// labelEnd is the code point behind the last character of a label that ends at scan index i.
func labelEnd(sc scan, i int) int {
	if i == 0 {
		return sc.at[0]
	}
	return sc.at[i-1] + 1
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

// choose finds how p's start reads as a label, and how many open levels stay open above it.
func (b *builder) choose(p, next *paragraph) (best reading, level int, ok bool) {
	if b.captions(p, next) {
		return best, 0, false
	}
	candidates := p.readings()
	if rd, _, isEnclosed := enclosed(p.sc); isEnclosed {
		candidates = append([]reading{rd}, candidates...)
	}
	if _, end, isPlaceholder := placeholderAt(p.sc, 0); isPlaceholder && end == len(p.sc.r) {
		return best, 0, false
	}
	score := misfit
	for _, rd := range candidates {
		if f, at := b.fit(rd, next); f > score {
			best, level, score = rd, at, f
		}
	}
	return best, level, score > misfit
}

type fit int

const (
	misfit fit = iota // no label here
	stray             // a label out of its series
	jumps             // later in an open series, or the first of this style that the document shows
	opens             // first of a series at a new level
	goesOn            // next in an open series
)

// fit judges a reading against the open levels; level is how many of them stay open above the clause.
func (b *builder) fit(rd reading, next *paragraph) (f fit, level int) {
	switch {
	case rd.style == bulletStyle:
		return opens, len(b.open)
	case rd.style == partStyle && b.inContents():
		return goesOn, 1
	case rd.style == partStyle:
		return goesOn, 0
	case b.afterSupplement(rd):
		return goesOn, 0
	case rd.style.free:
		f = opens
		if !rd.fixed {
			return misfit, 0
		}
	}
	at := b.index(rd.style)
	level = b.rankLevel(rd.style)
	if article := b.index(articleStyle); rd.style == numberStyle && article >= 0 && at < 0 && (!first(rd.num) || b.tail == b.open[article]) {
		level = article + 1 // 項 close 号 however these are numbered
	}
	if n := b.top(); n != nil && level == len(b.open) && n.rd != nil && n.rd.upto != nil && n.style() != articleStyle { // a range holds nothing
		level--
	}
	if at >= 0 {
		level = min(level, at)
	}
	if dotted := dottedDepth(rd.style); dotted > 0 {
		level = b.dottedLevel(rd, level)
	}
	if rd.style.free {
		return f, level
	}
	var last []int
	switch {
	case at >= 0 && at == level:
		last = b.open[at].rd.last()
	case at < 0 && rd.style == numberStyle && b.within(articleStyle) != nil:
		last = []int{1} // 第一項 has no number
	default:
		last = b.before(level, rd.style)
	}
	switch {
	case follows(last, rd.num):
		return goesOn, level
	case rd.weak:
		return misfit, 0
	case at < 0 && first(rd.num):
		return opens, level
	case last != nil && after(last, rd.num):
		return jumps, level
	case at < 0 && (rd.fixed || rd.style.rank > 0):
		if rd.style.spaced && !hard(rd.style) && !b.mayBegin(rd, next) {
			return misfit, 0
		}
		return jumps, level
	case !rd.fixed:
		return misfit, 0
	}
	if rd.style == bulletStyle || !hard(rd.style) && !first(rd.num) {
		return misfit, 0
	}
	return stray, level
}

// afterSupplement reports whether a division behind an 附則 goes on from the divisions before it: a file may hold several rules.
func (b *builder) afterSupplement(rd reading) bool {
	if kindOf(rd.style, false) != corpus.KindHeading || !b.inSupplement() {
		return false
	}
	for i := len(b.roots) - 1; i >= 0; i-- {
		if b.roots[i].style() == rd.style {
			return follows(b.roots[i].rd.last(), rd.num)
		}
	}
	return false
}

// hard reports whether a label of the style is a label even when nothing else of its series is seen.
func hard(s *style) bool {
	switch s {
	case kanjiStyle, irohaStyle, aiueoStyle, latinStyle, romanStyle:
		return false
	}
	return true
}

// mayBegin reports whether a soft label that is not the first of its series can stand first in what the document shows:
// the next paragraph goes on from it, or a placeholder stands before it.
func (b *builder) mayBegin(rd reading, next *paragraph) bool {
	if b.tail != nil && b.tail.c.Kind == corpus.KindPlaceholder || rd.upto != nil {
		return true
	}
	if next == nil {
		return false
	}
	for _, n := range next.readings() {
		if n.style == rd.style && follows(rd.last(), n.num) {
			return true
		}
	}
	return false
}

// before is the place where a series of style s broke off under the level, when something unlabelled stands between.
func (b *builder) before(level int, s *style) []int {
	kids := b.roots
	if level > 0 {
		kids = b.open[level-1].kids
	}
	for i := len(kids) - 1; i >= 0; i-- {
		if kids[i].style() == s {
			return kids[i].rd.last()
		}
		if kids[i].rd != nil {
			break
		}
	}
	return nil
}

// index is the deepest open level of a style, -1 if none is open.
func (b *builder) index(s *style) int {
	for i := len(b.open) - 1; i >= 0; i-- {
		if b.open[i].style() == s {
			return i
		}
	}
	return -1
}

func (b *builder) within(s *style) *node {
	if i := b.index(s); i >= 0 {
		return b.open[i]
	}
	return nil
}

// rankLevel is how many open levels a style of fixed rank leaves open. 項 and 号 have their rank only under an article.
func (b *builder) rankLevel(s *style) int {
	if s.rank == 0 {
		return len(b.open)
	}
	article := b.index(articleStyle)
	for i, n := range b.open {
		o := n.style()
		if o == nil || o.rank == 0 && !(s.rank <= articleStyle.rank && article >= 0 && i > article) {
			continue
		}
		if s.rank > articleStyle.rank && article < 0 {
			continue
		}
		if o.rank > s.rank {
			return i
		}
	}
	return len(b.open)
}

// close drops open levels from level on.
func (b *builder) close(level int) {
	if level < len(b.open) {
		b.open = b.open[:level]
	}
}

func (b *builder) top() *node {
	if len(b.open) == 0 {
		return nil
	}
	return b.open[len(b.open)-1]
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

// dottedDepth is the number of components of a dotted label, 0 for other styles.
func dottedDepth(s *style) int {
	for i, d := range dottedStyles {
		if s == d {
			return i + 2
		}
	}
	return 0
}

// dottedLevel closes dotted labels that do not lead to this one: 2.1 closes 1.3.2, and 2.1.7 stays under 2.1 and under 2.
func (b *builder) dottedLevel(rd reading, level int) int {
	for i, n := range b.open[:level] {
		if n.rd == nil {
			continue
		}
		switch {
		case dottedDepth(n.style()) > 0 || n.style() == numberStyle:
			if len(n.rd.num) >= len(rd.num) || !equal(n.rd.num, rd.num[:len(n.rd.num)]) {
				return i
			}
		}
	}
	return level
}

// finish makes clauses of nodes, gives them addresses and numbers the findings.
func (b *builder) finish() ([]*corpus.Clause, []corpus.Diag) {
	b.settle()
	a := addresses{used: map[string]int{}, b: b}
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

// unreadable findings are worded here so that both languages stay beside each other.
func (b *builder) repeated(n *node, path string) {
	b.find(n, "label-repeated", corpus.Warning, fmt.Sprintf("%s が二つあります", path), path+" stands twice")
}
