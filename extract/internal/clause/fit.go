package clause

// How well a label fits where it stands: next of an open series, first of a new one, later, or out of order.

import "shinkyu/corpus"

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

// fit is how well a label fits, the better the greater.
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
	if !hard(rd.style) && !first(rd.num) {
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
