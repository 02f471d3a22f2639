package pdf

import (
	"math"
	"math/rand/v2"
	"unicode/utf8"

	"shinkyu/extract/internal/layout"
)

// Word processors without a bold face print each character twice, a hair apart. Both would be read as text, so the
// second becomes the mark Bold of the first.
//
// Every glyph is looked up and noted, so this is on the way of all text: a table of its own, used again page by page, costs a
// third of a map that grows anew on each. The factors of its hash are drawn when the program starts, so that no file is made
// to collide.

const (
	overprintReach = .03 // of the size: farther apart are two characters, as in a very narrow font
	overprintCell  = 4.0 // points; greater than the reach of a glyph of 100 points
)

type overprintKey struct{ first, x, y int32 } // first character of the text, cell

// overprints finds the glyph of the same text near a place: index of the last one in each cell of a grid. The zero value is
// ready; begin makes it ready for another page.
type overprints struct {
	slots []overprint // a power of two of them, at most half of them used
	used  int
	round uint32
}

type overprint struct {
	key   overprintKey
	glyph int32
	round uint32 // the page that it is of: a slot of another one is free
}

var hashFactors = [3]uint64{rand.Uint64() | 1, rand.Uint64() | 1, rand.Uint64() | 1}

func (o *overprints) begin() { o.round, o.used = o.round+1, 0 }

// slot is where a key stands or would stand.
func (o *overprints) slot(k overprintKey) *overprint {
	h := uint64(uint32(k.first))*hashFactors[0] + uint64(uint32(k.x))*hashFactors[1] + uint64(uint32(k.y))*hashFactors[2]
	mask := len(o.slots) - 1
	for i := int(h>>32) & mask; ; i = (i + 1) & mask {
		if s := &o.slots[i]; s.round != o.round || s.key == k {
			return s
		}
	}
}

// note remembers a glyph as the last one of its cell.
func (o *overprints) note(k overprintKey, glyph int) {
	if 2*o.used >= len(o.slots) {
		old := o.slots
		o.slots = make([]overprint, max(1<<12, 2*len(old)))
		for _, s := range old {
			if s.round == o.round {
				*o.slot(s.key) = s
			}
		}
	}
	s := o.slot(k)
	if s.round != o.round {
		o.used++
	}
	*s = overprint{k, int32(glyph), o.round}
}

// merge reports whether g is painted over an equal glyph, which is then bold; else it remembers g as the next of glyphs.
func (o *overprints) merge(glyphs []layout.Glyph, g *layout.Glyph) bool {
	if g.Hidden || g.Unmapped {
		return false
	}
	reach := min(overprintReach*g.Size, overprintCell/2)
	letter, _ := utf8.DecodeRuneInString(g.U)
	x0, x1, y0, y1 := cell(g.X-reach), cell(g.X+reach), cell(g.Y-reach), cell(g.Y+reach)
	for x := x0; x <= x1 && o.used > 0; x++ {
		for y := y0; y <= y1; y++ {
			s := o.slot(overprintKey{letter, x, y})
			i := int(s.glyph)
			if s.round != o.round || i >= len(glyphs) || glyphs[i].U != g.U {
				continue
			}
			p := &glyphs[i]
			if math.Abs(p.X-g.X) <= reach && math.Abs(p.Y-g.Y) <= reach && math.Abs(p.Size-g.Size) <= reach && p.Vertical == g.Vertical {
				p.Bold = true
				return true
			}
		}
	}
	o.note(overprintKey{letter, cell(g.X), cell(g.Y)}, len(glyphs))
	return false
}

func cell(v float64) int32 { return int32(math.Floor(min(max(v, -1e8), 1e8) / overprintCell)) }
