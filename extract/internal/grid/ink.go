package grid

import (
	"unicode"

	"shinkyu/corpus"
	"shinkyu/extract/internal/hue"
	"shinkyu/extract/internal/layout"
)

// Ink is what stands in one place of a line: mostly one glyph, several where upright digits share a place in vertical
// writing (縦中横). Box is the cell it occupies in the frame, as long as its advance and one em across the line: a font's own
// ascent and descent differ by producer, an em does not.
type Ink struct {
	Text   string
	Box    corpus.Box
	Axis   float64 // y of the baseline, of the cell's middle in vertical writing
	Size   float64 // points
	Bold   bool
	Hue    hue.Hue
	Shade  bool  // it stands on a tinted ground
	Spaced bool  // white space was painted before it
	Glyphs []int // indexes into the page's glyphs
	order  int   // painting order
	marks  []on  // marks it carries
	stray  bool  // a run of text set across the page's lines
}

// on is a mark that an ink carries, with the extent of the mark along the line.
type on struct {
	kind     corpus.MarkKind
	from, to float64
}

const (
	ascent  = 0.88 // of an em above the baseline: the body of Japanese type
	descent = 0.12
)

// legible reports whether a glyph can be seen at all: not a speck, and on a place that is a number.
func legible(g *layout.Glyph) bool {
	const far = 1e5 // points; the largest page is 14,400
	for _, v := range []float64{g.X, g.Y, g.Box.X0, g.Box.Y0, g.Box.X1, g.Box.Y1} {
		if !(abs(v) < far) { // NaN is not
			return false
		}
	}
	return g.Size >= 0.5 && g.Size < far
}

func blank(s string) bool {
	for _, r := range s {
		if !unicode.IsSpace(r) {
			return false
		}
	}
	return true
}

// memory is that of a page's inks, of which there are as many as letters, for one page after another. nil: a page's inks have
// memory of their own.
type memory struct {
	store []Ink
	index []int
	inks  []*Ink
}

// take gives room for n inks, the index of each one's glyph, and an empty list of them. What it gave before is overwritten.
func (m *memory) take(n int) (store []Ink, index []int, list []*Ink) {
	if m == nil {
		m = &memory{}
	}
	if cap(m.store) < n {
		m.store, m.index, m.inks = make([]Ink, n+n/4), make([]int, n+n/4), make([]*Ink, 0, n+n/4)
	}
	return m.store[:n], m.index[:n], m.inks[:0]
}

// inks turns a page's visible glyphs into the frame. White space is dropped: it is not painted alike by all producers, and
// gaps say the same; only that it was there is kept. The remainder says of every glyph left out why.
func inks(p *layout.Page, f Frame, m *memory) (out []*Ink, rest []corpus.Unplaced) {
	var hidden []rune
	store, index, out := m.take(len(p.Glyphs))
	spaced := false
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		switch {
		case blank(g.U):
			spaced = spaced || !g.Hidden
			continue
		case g.Hidden || !legible(g):
			hidden = append(hidden, []rune(g.U)...)
			continue
		}
		ink := &store[i]
		*ink = inkOf(g, f)
		index[i] = i
		ink.Glyphs, ink.order, ink.Spaced = index[i:i+1:i+1], i, spaced
		spaced = false
		out = append(out, ink)
	}
	if f.Vertical {
		out = upright(out)
	}
	if len(hidden) > 0 {
		rest = append(rest, corpus.Unplaced{Page: p.Number, Text: string(hidden), Reason: "hidden"})
	}
	return out, rest
}

// inkOf is one glyph in the frame.
func inkOf(g *layout.Glyph, f Frame) Ink {
	box := g.Box
	if !g.Vertical { // one em across its own baseline
		if sideways := (Frame{Turn: 0}).baselineAcross(g); sideways {
			box.X0, box.X1 = em(g.X, (g.Box.X0+g.Box.X1)/2, g.Size)
		} else {
			box.Y0, box.Y1 = em(g.Y, (g.Box.Y0+g.Box.Y1)/2, g.Size)
		}
	}
	ink := Ink{Text: g.U, Box: f.In(box), Size: g.Size, Bold: g.Bold, Hue: g.Hue}
	if f.Vertical {
		ink.Axis = (ink.Box.Y0 + ink.Box.Y1) / 2
		ink.Box.Y0, ink.Box.Y1 = ink.Axis-g.Size/2, ink.Axis+g.Size/2
		return ink
	}
	origin := f.In(corpus.Box{X0: g.X, Y0: g.Y, X1: g.X, Y1: g.Y})
	if g.Vertical || f.baselineAcross(g) {
		ink.Axis = ink.Box.Y1 - descent*g.Size
		return ink
	}
	ink.Axis = origin.Y0
	return ink
}

// em is the extent of the em box around a baseline at origin, on the side where the glyph's middle lies.
func em(origin, middle, size float64) (from, to float64) {
	if middle < origin {
		return origin - ascent*size, origin + descent*size
	}
	return origin - descent*size, origin + ascent*size
}

// upright joins glyphs set side by side across a vertical line. Short runs are 縦中横 and take one place of the line; longer
// ones are text that does not belong to the vertical lines, such as a page number.
func upright(in []*Ink) []*Ink {
	var out []*Ink
	var tail corpus.Box // cell of the last glyph of the last run
	for _, ink := range in {
		cell := ink.Box
		if len(out) > 0 && beside(tail, cell, ink.Size) {
			run := out[len(out)-1]
			run.Text += ink.Text
			run.Box = run.Box.Union(cell)
			run.Glyphs = append(run.Glyphs, ink.Glyphs...)
			run.Axis = (run.Box.Y0 + run.Box.Y1) / 2
			run.stray = run.Box.Y1-run.Box.Y0 > 2.2*run.Size
		} else {
			out = append(out, ink)
		}
		tail = cell
	}
	return out
}

// beside reports whether cell b stands next to cell a where horizontal writing would go on: in vertical writing, against the
// order of the lines.
func beside(a, b corpus.Box, size float64) bool {
	aside := (a.X0 + a.X1 - b.X0 - b.X1) / 2
	on := (a.Y0 + a.Y1 - b.Y0 - b.Y1) / 2
	return abs(aside) < 0.3*size && on > 0.2*size && on < 1.6*size
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}
