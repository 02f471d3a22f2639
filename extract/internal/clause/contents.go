package clause

// A table of contents lists the divisions that follow:
//
//	目次
//	　第一章　総則（第一条―第五条）
//	　附則
//	第一章　総則
//
// Its entries look like the divisions themselves. What stands in it hangs under 目次, an 附則 too; it ends where a division
// comes a second time, or with the first caption or article that has a sentence. Source: 法令標準XML TOC.

import "shinkyu/corpus"

// inContents reports whether the open levels are a table of contents.
func (b *builder) inContents() bool {
	return len(b.open) > 0 && b.open[0].style() == partStyle && squeezed(b.open[0].c.Label) == "目次"
}

// leaveContents closes the table of contents when p is the text itself.
func (b *builder) leaveContents(p, next *paragraph) {
	if !b.inContents() {
		return
	}
	if b.captions(p, next) || p.ended() && p.reads(articleStyle) || b.listed(p) {
		b.close(0)
	}
}

// listed reports whether the table of contents already holds the division that p opens.
func (b *builder) listed(p *paragraph) bool {
	found := false
	var walk func(n *node, rd reading)
	walk = func(n *node, rd reading) {
		for _, k := range n.kids {
			if k.style() == rd.style && equal(k.rd.num, rd.num) {
				found = true
			}
			walk(k, rd)
		}
	}
	for _, rd := range p.readings() {
		if rd.style != partStyle && kindOf(rd.style, false) == corpus.KindHeading {
			walk(b.open[0], rd)
		}
	}
	return found
}
