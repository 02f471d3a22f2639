package clause

// Where clauses without a place in a series hang: unlabelled paragraphs, placeholders, bullets, captions, titles, and
// headings that the source itself marks.
//
// An unlabelled paragraph belongs to the open level that it is not left of; a marker (（削る）, （新設）) to the level whose
// labels begin where it begins, because it stands for one of them. Without geometry both hang under the last label,
// a marker beside it unless that label is a heading.

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
)

const longestTitle = 80 // code points of a 題名; acts with long titles stay below it

// addBare hangs a paragraph that has no label.
func (b *builder) addBare(n *node, next *paragraph) {
	p := n.p
	switch {
	case b.captions(p, next):
		n.c.Kind = corpus.KindHeading
		b.list = nil
		b.closeFor(next)
		b.attach(b.top(), n)
		p.title = true
		return
	case n.c.Kind == corpus.KindPlaceholder && n.c.Placeholder != corpus.Omitted && n.c.Placeholder != corpus.SameAs:
		b.addMarker(n, next)
		return
	case len(b.roots) == 0 && b.titleLike(n, next):
		n.c.Kind, p.title = corpus.KindHeading, true
	case figureLine(p):
		n.c.Kind = corpus.KindFigure
	}
	level := len(b.open)                                       // levels that stay open above the paragraph
	if level > 1 && b.top().c.Kind == corpus.KindPlaceholder { // （略） has no paragraphs
		level--
	}
	if p.known {
		for level > 1 && !centred(b.open[level-1]) && b.open[level-1].p.known && p.indent < b.open[level-1].p.indent-sameIndent {
			level--
		}
	}
	b.close(level)
	parent := b.top()
	if b.tail != nil && b.tail.rd != nil && b.tail.style() == partStyle && b.tail == parent && n.c.Kind == corpus.KindText &&
		!p.ended() && len(p.sc.r) <= longestShort && next != nil {
		n.c.Kind = corpus.KindHeading // the title of a 別添
	}
	b.list = nil
	b.attach(parent, n)
}

// captions reports whether p is the caption of the clause that next opens: an article, or a 項 of an 附則 without articles.
func (b *builder) captions(p, next *paragraph) bool {
	if next == nil || !isCaption(p.sc) {
		return false
	}
	return next.reads(articleStyle) || b.inSupplement() && next.reads(numberStyle)
}

// inSupplement reports whether the open levels are an 附則 and no article.
func (b *builder) inSupplement() bool {
	return len(b.open) > 0 && strings.HasPrefix(squeezed(b.open[0].c.Label), "附則") && b.within(articleStyle) == nil
}

func squeezed(s string) string { return newScan(s).from(0) }

// reads reports whether the paragraph can be read with a label of style s.
func (p *paragraph) reads(s *style) bool {
	for _, rd := range p.readings() {
		if rd.style == s {
			return true
		}
	}
	rd, _, ok := enclosed(p.sc)
	return ok && rd.style == s
}

// closeFor closes the levels that the clause behind a caption will close.
func (b *builder) closeFor(next *paragraph) {
	s := articleStyle
	if !next.reads(s) {
		s = numberStyle
	}
	b.close(b.rankLevel(s))
	if at := b.index(s); at >= 0 {
		b.close(at)
	}
}

// titleLike reports whether the first paragraph is the title of the rule: a phrase with something behind it.
func (b *builder) titleLike(n *node, next *paragraph) bool {
	return next != nil && n.c.Kind != corpus.KindPlaceholder && !n.p.ended() && !n.p.broken() && !strings.Contains(n.p.sc.from(0), "。") &&
		len(n.p.sc.r) <= longestTitle && !n.p.dated() && (b.opt.Title || !isCaption(n.p.sc))
}

var figureRE = lazy.MustCompile(`^(?:図|別図|写真|Fig\.?)[0-9０-９一二三四五六七八九十]*(?:[-－‐.．][0-9０-９]+)*$`)

// figureLine reports whether the line is the caption of a figure: 「図　全体像」「図１－２ 手続の流れ」.
func figureLine(p *paragraph) bool {
	if p.ended() || len(p.sc.r) > longestHeading {
		return false
	}
	for i := 1; i < len(p.sc.r) && i < 8; i++ {
		if p.sc.gap[i] && figureRE.MatchString(string(p.sc.r[:i])) {
			return true
		}
	}
	return figureRE.MatchString(p.sc.from(0))
}

// addMarker hangs （削る） or （新設）.
func (b *builder) addMarker(n *node, next *paragraph) {
	b.list = nil
	b.close(b.markerLevel(n.p, next))
	b.attach(b.top(), n)
}

func (b *builder) markerLevel(p, next *paragraph) int {
	level := len(b.open)
	if level == 0 {
		return 0
	}
	if p.known {
		for level > 0 && !centred(b.open[level-1]) {
			o := b.open[level-1].p
			if o.known && p.indent > o.indent+sameIndent {
				return level
			}
			level--
			if o.known && p.indent >= o.indent-sameIndent { // 条 and 項 begin at one place: the nearer is meant
				return level
			}
		}
		return level
	}
	top := b.top()
	if top.c.Kind == corpus.KindHeading || top.p.headingLike() && top.c.Kind != corpus.KindPlaceholder && !b.leafBefore(top) {
		return level
	}
	if next != nil { // what opens a level behind the marker, 号 of an article, stands beside it
		if _, at, ok := b.choose(next, nil); ok && at >= level {
			return level
		}
	}
	return level - 1
}

// centred reports whether a level is a heading whose indent says nothing about what stands under it: 章 and 附則 are set in
// from the text they govern.
func centred(n *node) bool { return n.rd == nil || kindOf(n.style(), false) == corpus.KindHeading }

// leafBefore reports whether the label before n in its series holds nothing: then n is an item of a list, not a heading.
func (b *builder) leafBefore(n *node) bool {
	siblings := b.roots
	if k := len(b.open); k > 1 {
		siblings = b.open[k-2].kids
	}
	for i := len(siblings) - 2; i >= 0; i-- {
		if siblings[i].style() == n.style() {
			return len(siblings[i].kids) == 0 && siblings[i].c.Kind != corpus.KindPlaceholder
		}
	}
	return false
}

// addBullet hangs an item of a list without order: beside the last item with the same sign, else under what stands before.
func (b *builder) addBullet(n *node) {
	for i := len(b.list) - 1; i >= 0; i-- {
		if sign(b.list[i]) == sign(n) {
			b.list = b.list[:i]
			break
		}
	}
	parent := b.tail
	switch {
	case len(b.list) > 0:
		parent = b.list[len(b.list)-1]
	case parent != nil && parent.style() == bulletStyle:
		parent = b.listOwner
	}
	if len(b.list) == 0 {
		if parent != nil && (parent.c.Kind == corpus.KindPlaceholder || parent.p.title || parent.p.dates) {
			parent = b.top()
		}
		b.listOwner = parent
	}
	b.attach(parent, n)
	b.list = append(b.list, n)
}

func sign(n *node) rune { return n.p.sc.peek(0) }

// addHeading hangs a heading that the source marks: its level is given, its label only names it.
func (b *builder) addHeading(n *node) {
	n.c.Kind = corpus.KindHeading
	level := 0
	for level < len(b.open) && b.open[level].p.level > 0 && b.open[level].p.level < n.p.level {
		level++
	}
	if rds := n.p.readings(); len(rds) > 0 && rds[0].style != bulletStyle {
		best := rds[0]
		for _, rd := range rds {
			if f, _ := b.fit(rd, nil); f >= opens {
				best = rd
				break
			}
		}
		b.label(n, best)
		if n.c.Kind != corpus.KindPlaceholder && n.c.Kind != corpus.KindArticle {
			n.c.Kind = corpus.KindHeading
		}
	} else if len(b.roots) == 0 {
		n.p.title = true
		b.attach(nil, n)
		b.tail = n
		return // the title holds nothing
	}
	b.list = nil
	b.close(level)
	b.attach(b.top(), n)
	b.open = append(b.open, n)
	b.tail = n
}

// settle decides what only the finished tree can tell: a labelled phrase with clauses under it is a heading.
func (b *builder) settle() {
	var walk func(n *node, inArticle bool)
	walk = func(n *node, inArticle bool) {
		inArticle = inArticle || n.style() == articleStyle
		if n.c.Kind == corpus.KindItem && !inArticle && n.style() != bulletStyle && n.p.headingLike() && n.holds() {
			n.c.Kind = corpus.KindHeading
		}
		for _, k := range n.kids {
			walk(k, inArticle)
		}
	}
	for _, n := range b.roots {
		walk(n, false)
	}
}

func (n *node) holds() bool {
	for _, k := range n.kids {
		if k.style() != bulletStyle {
			return true
		}
	}
	return false
}
