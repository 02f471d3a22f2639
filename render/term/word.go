package term

import (
	"shinkyu/diff"
	"shinkyu/render/outline"
)

// around is how many characters of the kept text stand beside a changed word.
const around = 8

// Words draws the changed words only, with a little of what stands around them: …情報管理責任者に[-報告-][+届け出+]…
func Words(r *diff.Result, opt Options) []byte {
	p := newPrinter(r, opt)
	blocks := outline.Blocks(r)
	p.head(blocks)
	for _, b := range blocks {
		if !p.shown(&b) {
			continue
		}
		p.write("")
		p.ends(p.cells(b.Heading, strong), tag, b.Tags...)
		for _, n := range b.Changes {
			if p.wanted(n) {
				p.words(n)
			}
		}
	}
	return p.out.Bytes()
}

func (p *printer) words(n int) {
	c := &p.r.Changes[n]
	margin := "  "
	for _, l := range outline.Inline(p.r, c) {
		var line []cell
		for i, piece := range l.Pieces {
			switch piece.Tone {
			case outline.Insert:
				line = append(line, p.cells(piece.Text, insert)...)
			case outline.Delete:
				line = append(line, p.cells(piece.Text, strike)...)
			default:
				text, lead := piece.Text, ""
				if i == 0 {
					lead, text = outline.CutLabel(p.r.Units[l.Side][l.Unit], text)
				}
				line = append(line, p.cells(lead+clip(text, i > 0, i+1 < len(l.Pieces)), faint)...)
			}
		}
		for i, row := range p.wrap(line, p.opt.Width-2, p.opt.Width-4) {
			if i > 0 {
				margin = "    "
			}
			p.write(margin + p.draw(row))
		}
		margin = "  "
	}
	if notes := outline.Moves(p.r, c); len(notes) > 0 {
		p.note(n, false)
	}
}

// clip shortens kept text between changes to what stands next to them.
func clip(text string, left, right bool) string {
	r := []rune(text)
	switch {
	case left && right && len(r) > 2*around+1:
		return string(r[:around]) + "…" + string(r[len(r)-around:])
	case left && !right && len(r) > around:
		return string(r[:around]) + "…"
	case right && !left && len(r) > around:
		return "…" + string(r[len(r)-around:])
	case !left && !right && len(r) > 3*around:
		return string(r[:3*around]) + "…"
	}
	return text
}
