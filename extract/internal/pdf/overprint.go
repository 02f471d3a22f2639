package pdf

import (
	"math"
	"unicode/utf8"

	"shinkyu/extract/internal/layout"
)

// Word processors without a bold face print each character twice, a hair apart. Both would be read as text, so the
// second becomes the mark Bold of the first.

const (
	overprintReach = .03 // of the size: farther apart are two characters, as in a very narrow font
	overprintCell  = 4.0 // points; greater than the reach of a glyph of 100 points
)

type overprintKey struct{ first, x, y int32 } // first character of the text, cell

// overprints finds the glyph of the same text near a place: index of the last one in each cell of a grid.
type overprints map[overprintKey]int32

// merge reports whether g is painted over an equal glyph, which is then bold; else it remembers g as the next of glyphs.
func (o overprints) merge(glyphs []layout.Glyph, g layout.Glyph) bool {
	if g.Hidden || g.Unmapped {
		return false
	}
	reach := min(overprintReach*g.Size, overprintCell/2)
	letter, _ := utf8.DecodeRuneInString(g.U)
	for x := cell(g.X - reach); x <= cell(g.X+reach); x++ {
		for y := cell(g.Y - reach); y <= cell(g.Y+reach); y++ {
			i, ok := o[overprintKey{letter, x, y}]
			if !ok || int(i) >= len(glyphs) || glyphs[i].U != g.U {
				continue
			}
			p := &glyphs[i]
			if math.Abs(p.X-g.X) <= reach && math.Abs(p.Y-g.Y) <= reach && math.Abs(p.Size-g.Size) <= reach && p.Vertical == g.Vertical {
				p.Bold = true
				return true
			}
		}
	}
	o[overprintKey{letter, cell(g.X), cell(g.Y)}] = int32(len(glyphs))
	return false
}

func cell(v float64) int32 { return int32(math.Floor(min(max(v, -1e8), 1e8) / overprintCell)) }
