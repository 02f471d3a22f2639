package grid

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/extract/internal/layout"
)

// 網掛け and the stroke of a marker are areas painted under letters. Whose area it is (a word's, a line's, a whole cell's) is not asked:
// a letter stands on a tinted ground or it does not, and whether that sets it apart is seen only over the whole table.

// mostGrounds bounds the search: a page with more tinted areas is a picture.
const mostGrounds = 3000

// thinnestGround is the ground of a comma alone, in points, as a word processor paints it that changes the font for it. A line along the text is
// no ground however wide; one across it has no letter upon it.
const thinnestGround = 0.5

// shade tells each ink whether it stands on a tinted ground: the last area painted there that is thick enough for letters.
func shade(p *layout.Page, f Frame, in []*Ink) {
	type area struct {
		box   corpus.Box
		order int
		tint  bool
	}
	var areas []area
	tints := 0
	for i := range p.Rules {
		r := &p.Rules[i]
		if r.Kind != layout.Fill || !r.Ground && !r.White {
			continue
		}
		box := f.In(r.Box)
		if !(box.Y1-box.Y0 > thickest && box.X1-box.X0 > thinnestGround) {
			continue
		}
		areas = append(areas, area{box, i, r.Ground})
		if r.Ground {
			tints++
		}
	}
	if tints == 0 || len(areas) > mostGrounds {
		return
	}
	slices.SortStableFunc(areas, func(a, b area) int { return compare(a.box.Y0, b.box.Y0, a.box.X0, b.box.X0) })
	tallest := 0.
	for _, a := range areas {
		tallest = max(tallest, a.box.Y1-a.box.Y0)
	}
	for _, k := range in {
		x, y := (k.Box.X0+k.Box.X1)/2, (k.Box.Y0+k.Box.Y1)/2
		from, _ := slices.BinarySearchFunc(areas, y-tallest, func(a area, y float64) int { return compare(a.box.Y0, y, 0, 0) })
		last := -1
		for _, a := range areas[from:] {
			if a.box.Y0 > y {
				break
			}
			if y < a.box.Y1 && x > a.box.X0 && x < a.box.X1 && a.order > last {
				last, k.Shade = a.order, a.tint
			}
		}
	}
}
