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

// tallestGap is as tall as the ground of a gap between words can be, in points: it belongs to one line.
const tallestGap = 40

// betweenGrounds finds the grounds of gaps and commas, painted apart as narrow as a rule: their neighbours on both sides are grounds of
// the same line. A border between two shaded cells is no such piece unless it is as pale as they are and one line tall.
func betweenGrounds(p *layout.Page, f Frame) map[int]bool {
	type piece struct {
		box   corpus.Box
		index int
	}
	var all, narrow []piece
	for i := range p.Rules {
		r := &p.Rules[i]
		if r.Kind != layout.Fill || !r.Ground {
			continue
		}
		k := piece{f.In(r.Box), i}
		if h := k.box.Y1 - k.box.Y0; !(h > thickest && h < tallestGap) {
			continue
		}
		all = append(all, k)
		if k.box.X1-k.box.X0 <= thickest {
			narrow = append(narrow, k)
		}
	}
	if len(narrow) == 0 || len(all) > mostGrounds {
		return nil
	}
	out := map[int]bool{}
	const touch = 0.4
	slices.SortStableFunc(all, func(a, b piece) int { return compare(a.box.Y0, b.box.Y0, 0, 0) })
	for _, k := range narrow {
		left, right := false, false
		height := k.box.Y1 - k.box.Y0
		from, _ := slices.BinarySearchFunc(all, k.box.Y0-tallestGap, func(a piece, y float64) int { return compare(a.box.Y0, y, 0, 0) })
		for _, a := range all[from:] {
			if a.box.Y0 > k.box.Y1 {
				break
			}
			if min(a.box.Y1, k.box.Y1)-max(a.box.Y0, k.box.Y0) < 0.6*height {
				continue
			}
			left = left || a.index != k.index && abs(a.box.X1-k.box.X0) < touch
			right = right || a.index != k.index && abs(a.box.X0-k.box.X1) < touch
		}
		if left && right {
			out[k.index] = true
		}
	}
	return out
}
