package pdf

import (
	"math"

	"shinkyu/extract/internal/layout"
)

// Word processors without a bold face print each character twice, a hair apart. Both would be read as text, so the
// second becomes the mark Bold of the first.

const (
	overprintReach = .03 // of the size: farther apart are two characters, as in a very narrow font
	overprintCell  = 4.0 // points; greater than the reach of a glyph of 100 points
)

type overprintKey struct {
	text string
	x, y int32
}

// overprints finds the glyph of the same text near a place: index of the last one in each cell of a grid.
type overprints map[overprintKey]int32

// merge reports whether g is painted over an equal glyph, which is then bold; else it remembers g as the next of glyphs.
func (o overprints) merge(glyphs []layout.Glyph, g layout.Glyph) bool {
	if g.Hidden || g.Unmapped {
		return false
	}
	reach := min(overprintReach*g.Size, overprintCell/2)
	for _, k := range [4]overprintKey{
		cell(g.U, g.X-reach, g.Y-reach), cell(g.U, g.X+reach, g.Y-reach),
		cell(g.U, g.X-reach, g.Y+reach), cell(g.U, g.X+reach, g.Y+reach),
	} {
		i, ok := o[k]
		if !ok || int(i) >= len(glyphs) || glyphs[i].U != g.U {
			continue
		}
		p := &glyphs[i]
		if math.Abs(p.X-g.X) <= reach && math.Abs(p.Y-g.Y) <= reach && math.Abs(p.Size-g.Size) <= reach && p.Vertical == g.Vertical {
			p.Bold = true
			return true
		}
	}
	o[cell(g.U, g.X, g.Y)] = int32(len(glyphs))
	return false
}

func cell(text string, x, y float64) overprintKey {
	return overprintKey{text, int32(clamp(x) / overprintCell), int32(clamp(y) / overprintCell)}
}

func clamp(v float64) float64 { return min(max(v, -1e8), 1e8) }
