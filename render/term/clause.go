package term

import (
	"strings"

	"github.com/muesli/termenv"

	"shinkyu/corpus"
	"shinkyu/render/outline"
)

// indentStep is how far a level of the tree is set in; deeper than maxLevels stays at the last.
const (
	indentStep = 2
	maxLevels  = 4
)

// change draws one change, beside each other or in one column.
func (p *printer) change(b *outline.Block, n int) {
	if p.opt.Width >= SideBySide {
		p.beside(b, n)
		return
	}
	p.inline(b, n)
}

// inline draws one column: deletions stand before what replaced them.
func (p *printer) inline(b *outline.Block, n int) {
	c := &p.r.Changes[n]
	width := p.opt.Width - p.width("┃ ")
	for _, l := range outline.Inline(p.r, c) {
		cut := strike
		if l.Side == corpus.Old {
			cut = remove
		}
		for _, line := range p.unit(l.Side, l.Unit, l.Pieces, b, width, cut, p.wanted(n)) {
			p.write(p.bar(n) + line.indent + p.draw(line.cells))
		}
	}
}

// beside draws two columns, the new side left.
func (p *printer) beside(b *outline.Block, n int) {
	c := &p.r.Changes[n]
	rule := " │ "
	width := (p.opt.Width - p.width("┃ ") - p.width(rule)) / 2
	var sides [2][]row
	for s := range sides {
		side := corpus.Side(s)
		for _, u := range c.Units(side) {
			sides[s] = append(sides[s], p.unit(side, u, outline.Side(p.r, c, side, u), b, width, remove, p.wanted(n))...)
		}
	}
	for i := range max(len(sides[0]), len(sides[1])) {
		var left, right row
		if i < len(sides[corpus.New]) {
			left = sides[corpus.New][i]
		}
		if i < len(sides[corpus.Old]) {
			right = sides[corpus.Old][i]
		}
		pad := max(0, width-len(left.indent)-p.columns(left.cells))
		p.write(p.bar(n) + left.indent + p.draw(left.cells) + strings.Repeat(" ", pad) + p.paint(rule, faint) + right.indent + p.draw(right.cells))
	}
}

// row is one drawn line of a clause.
type row struct {
	indent string
	cells  []cell
}

// unit wraps one clause: set in by its level below the block's head, continuation lines under the words behind the label.
func (p *printer) unit(s corpus.Side, unit int, pieces []outline.Piece, b *outline.Block, width int, cut style, loud bool) []row {
	base := plain
	if !loud {
		base = faint
	}
	styles := map[outline.Tone]style{outline.Kept: base, outline.Insert: insert, outline.Delete: cut, outline.Carried: carried, outline.Relabel: labelIn}
	if s == corpus.Old {
		styles[outline.Relabel] = labelOut
	}
	var cells []cell
	for _, piece := range pieces {
		cells = append(cells, p.cells(piece.Text, styles[piece.Tone])...)
	}
	for len(cells) > 0 && cells[0].r == ' ' || len(cells) > 0 && cells[0].r == '　' {
		cells = cells[1:]
	}
	indent := p.indent(outline.Level(p.r, s, unit), width)
	hang := strings.Repeat(" ", indentStep)
	first := width - len(indent)
	var out []row
	for i, line := range p.wrap(cells, first, first-len(hang)) {
		if i > 0 {
			out = append(out, row{indent + hang, line})
			continue
		}
		out = append(out, row{indent, line})
	}
	return out
}

// indent is how far a level is set in, nothing where the column is too narrow for it.
func (p *printer) indent(level, width int) string {
	if n := min(level, maxLevels) * indentStep; n <= width/4 {
		return strings.Repeat(" ", n)
	}
	return ""
}

// bar is the margin of a change's lines.
func (p *printer) bar(n int) string {
	if !p.wanted(n) || !outline.Changed(&p.r.Changes[n]) {
		return p.blank()
	}
	return p.paintBar(barStyle(&p.r.Changes[n]))
}

// paintBar colours the bar without its style's underline.
func (p *printer) paintBar(s style) string {
	if !p.color() {
		return "┃ "
	}
	name := looks[s].ansi
	if p.opt.Color <= termenv.ANSI256 {
		name = looks[s].ansi256
	}
	codes := "1"
	if name != "" {
		codes = p.opt.Color.Color(name).Sequence(false)
	}
	return termenv.CSI + codes + "m┃" + termenv.CSI + "0m "
}
