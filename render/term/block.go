package term

import (
	"fmt"
	"strings"

	"shinkyu/diff"
	"shinkyu/render/outline"
)

// blocks draws the changed blocks; runs of untouched ones become one line.
func (p *printer) blocks(blocks []outline.Block) {
	var quiet []outline.Block
	above := ""
	for i := range blocks {
		b := &blocks[i]
		if !p.shown(b) {
			quiet = append(quiet, *b)
			continue
		}
		p.quiet(quiet, b)
		quiet = nil
		p.block(b, outline.Below(above, b.Heading))
		above = b.Heading
	}
	p.quiet(quiet, nil)
}

func (p *printer) shown(b *outline.Block) bool {
	for _, n := range b.Changes {
		if p.wanted(n) {
			return true
		}
	}
	return false
}

// wanted reports a change that is to be shown in full.
func (p *printer) wanted(n int) bool {
	c := &p.r.Changes[n]
	if p.opt.Only != nil {
		return p.opt.Only(n)
	}
	return outline.Changed(c)
}

// quiet is the one line that stands for untouched blocks. Headings that the next block's head repeats are not counted.
func (p *printer) quiet(blocks []outline.Block, next *outline.Block) {
	if p.opt.OnlyChanged || p.opt.Only != nil {
		return
	}
	var names []string
	omitted, other := 0, 0
	for _, b := range blocks {
		if next != nil && strings.HasPrefix(next.Heading, b.Heading+outline.ChainSeparator) && len(b.Changes) == 1 {
			continue
		}
		names = append(names, lastOf(b.Heading))
		for _, n := range b.Changes {
			switch {
			case p.r.Changes[n].Form == diff.Omitted:
				omitted++
			case n != b.Lead:
				other++
			}
		}
	}
	if len(names) == 0 {
		return
	}
	what := "変更なし"
	if omitted > 0 && other == 0 {
		what = "略"
	}
	p.write("")
	p.line(p.cells(fmt.Sprintf("（%s: %s）", what, span(names)), faint), "  ")
}

// lastOf is the last heading of a chain.
func lastOf(heading string) string {
	if i := strings.LastIndex(heading, outline.ChainSeparator); i >= 0 {
		return heading[i+len(outline.ChainSeparator):]
	}
	return heading
}

// span names up to three things, else the first, the last and how many.
func span(names []string) string {
	if len(names) <= 3 {
		return strings.Join(names, "、")
	}
	return fmt.Sprintf("%s … %s の%d件", names[0], names[len(names)-1], len(names))
}

// block draws one article or heading: its head line, its clauses.
func (p *printer) block(b *outline.Block, heading string) {
	p.write("")
	head := p.cells(heading, strong)
	if b.Before != "" {
		head = append(p.cells("旧"+b.Before+" → ", carried), head...)
	}
	p.ends(head, tag, b.Tags...)

	several := 0
	for _, n := range b.Changes {
		if outline.Changed(&p.r.Changes[n]) {
			several++
		}
	}
	var folded []int
	for i, n := range b.Changes {
		switch {
		case n == b.Lead:
		case p.wanted(n):
			p.fold(folded)
			folded = nil
			p.change(b, n)
			p.note(n, several > 1 || len(p.r.Changes[n].Effects) > toldByTags)
		case p.opt.OnlyChanged || p.opt.Only != nil && p.opt.Context == 0:
		case p.r.Changes[n].Form != diff.Omitted && p.near(b, i):
			p.fold(folded)
			folded = nil
			p.change(b, n)
		default:
			folded = append(folded, n)
		}
	}
	p.fold(folded)
}

// toldByTags is how many effects the names in a block's head tell clearly where only one clause changed: with more, a reader must guess which words
// each one is about.
const toldByTags = 2

// near reports an untouched clause within the reader's context of a shown one, or above one: an item is not understood
// without the words that lead to it.
func (p *printer) near(b *outline.Block, i int) bool {
	for j, n := range b.Changes {
		if p.wanted(n) && (j >= i-p.opt.Context && j <= i+p.opt.Context || outline.Above(p.r, b.Changes[i], n)) {
			return true
		}
	}
	return false
}

// fold stands for clauses that are not shown: （略） lines by their labels, untouched ones by how many.
func (p *printer) fold(changes []int) {
	for len(changes) > 0 {
		form := p.r.Changes[changes[0]].Form
		n := 1
		for n < len(changes) && p.r.Changes[changes[n]].Form == form {
			n++
		}
		what, names := "変更なし", outline.Labels(p.r, changes[:n])
		if form == diff.Omitted {
			what = "略"
		}
		text := fmt.Sprintf("（%s）", what)
		if names != "" {
			text = names + " " + text
		} else if n > 1 {
			text = fmt.Sprintf("（%s %d件）", what, n)
		}
		margin := p.blank() + p.indent(outline.LevelOf(p.r, &p.r.Changes[changes[0]]), p.opt.Width/2)
		width := p.opt.Width - p.width(margin)
		for _, line := range p.wrap(p.cells(text, faint), width, width) {
			p.write(margin + p.draw(line))
		}
		changes = changes[n:]
	}
}

// note spells out where a clause came from and, where a block holds several changes, what this one does.
func (p *printer) note(n int, effects bool) {
	c := &p.r.Changes[n]
	parts := outline.Moves(p.r, c)
	if effects {
		parts = append(parts, outline.EffectNotes(c)...)
	}
	if len(parts) == 0 {
		return
	}
	lead := p.blank() + "  "
	width := p.opt.Width - p.width("┃ ") - 2 - p.width("└ ")
	for i, line := range p.wrap(p.cells(strings.Join(parts, separator), faint), width, width) {
		mark := "└ "
		if i > 0 {
			mark = strings.Repeat(" ", p.width("└ "))
		}
		p.write(lead + p.paint(mark, faint) + p.draw(line))
	}
}

// blank is the margin of an untouched line, as wide as a bar.
func (p *printer) blank() string { return strings.Repeat(" ", p.width("┃ ")) }

// barStyle colours the bar after what happened.
func barStyle(c *diff.Change) style {
	switch {
	case c.Form == diff.Added:
		return insert
	case c.Form == diff.Removed:
		return remove
	case c.Form == diff.Same:
		return carried
	}
	return strong
}
