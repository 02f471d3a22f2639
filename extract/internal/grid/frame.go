package grid

import (
	"math"
	"strings"

	"shinkyu/corpus"
	"shinkyu/extract/internal/layout"
)

// A table is read in one frame whatever way it stands on the page: x runs along a line of text, y from line to line.
//
// Japanese tables come horizontal, vertical, and vertical but stored sideways on a landscape page. Three readers would triple
// every geometric rule; one turn of the coordinates at the door keeps a single one, in which upper and lower bands of vertical
// writing are simply left and right columns. Neither /Rotate nor the writing mode of the fonts can be trusted for the turn
// (word processors place vertical glyphs one by one, with rotated or even with plain horizontal fonts), so it is voted by what
// a reader sees: the direction from each painted glyph to the next.

// Frame is the reading frame of a page. Coordinates in it are points; the origin is the corner where reading starts.
type Frame struct {
	Turn          int     // direction of lines on the page in quarter turns clockwise: 0 to the right, 1 down, 2 left, 3 up
	Width, Height float64 // of the page as it stands
	Vertical      bool    // glyphs stand across the line: vertical writing
	Left          bool    // in vertical writing, 傍線 stand left of the letters
}

// In turns a page box into the frame.
func (f Frame) In(b corpus.Box) corpus.Box {
	switch f.Turn {
	case 1:
		return corpus.Box{X0: b.Y0, Y0: f.Width - b.X1, X1: b.Y1, Y1: f.Width - b.X0}
	case 2:
		return corpus.Box{X0: f.Width - b.X1, Y0: f.Height - b.Y1, X1: f.Width - b.X0, Y1: f.Height - b.Y0}
	case 3:
		return corpus.Box{X0: f.Height - b.Y1, Y0: b.X0, X1: f.Height - b.Y0, Y1: b.X1}
	}
	return b
}

// Out turns a box of the frame back onto the page.
func (f Frame) Out(b corpus.Box) corpus.Box {
	switch f.Turn {
	case 1:
		return corpus.Box{X0: f.Width - b.Y1, Y0: b.X0, X1: f.Width - b.Y0, Y1: b.X1}
	case 2:
		return corpus.Box{X0: f.Width - b.X1, Y0: f.Height - b.Y1, X1: f.Width - b.X0, Y1: f.Height - b.Y0}
	case 3:
		return corpus.Box{X0: b.Y0, Y0: f.Height - b.X1, X1: b.Y1, Y1: f.Height - b.X0}
	}
	return b
}

// Size is the width (along lines) and height (across lines) of the page in the frame.
func (f Frame) Size() (along, across float64) {
	if f.Turn%2 == 1 {
		return f.Height, f.Width
	}
	return f.Width, f.Height
}

// baselineAcross reports whether a glyph's own baseline stands across the frame's lines.
func (f Frame) baselineAcross(g *layout.Glyph) bool {
	upright := math.Abs(math.Sin(g.Angle)) > 0.5 // baseline runs up or down the page
	return upright == (f.Turn%2 == 0)
}

// frameOf finds the frame of a page by the steps between glyphs painted one after another. A step counts when it leads to a
// neighbour: about one glyph on, hardly aside. Returns to a new line are longer and do not count.
func frameOf(p *layout.Page) Frame {
	f := Frame{Width: p.Width, Height: p.Height}
	var votes [4]int // by Turn
	var stands [4]int
	last := -1
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		if g.Hidden || blank(g.U) {
			continue
		}
		if last >= 0 {
			if turn, ok := step(&p.Glyphs[last], g); ok {
				votes[turn]++
				if g.Vertical || strings.Contains(g.Font, "@") || (Frame{Turn: turn}).baselineAcross(g) {
					stands[turn]++
				}
			}
		}
		last = i
	}
	for turn := range votes {
		if votes[turn] > votes[f.Turn] {
			f.Turn = turn
		}
	}
	f.Vertical = stands[f.Turn]*2 > votes[f.Turn]
	return f
}

// step is the direction from one glyph to the next one painted, if they are neighbours on a line.
func step(a, b *layout.Glyph) (turn int, ok bool) {
	dx := (b.Box.X0 + b.Box.X1 - a.Box.X0 - a.Box.X1) / 2
	dy := (b.Box.Y0 + b.Box.Y1 - a.Box.Y0 - a.Box.Y1) / 2
	size := max(a.Size, b.Size)
	along, across := dx, dy
	if math.Abs(dy) > math.Abs(dx) {
		along, across = dy, dx
		turn = 1
	}
	if size <= 0 || math.Abs(across) > 0.3*size || math.Abs(along) < 0.3*size || math.Abs(along) > 2.2*size {
		return 0, false
	}
	if along < 0 {
		turn += 2
	}
	return turn, true
}
