package scan

// Rules of a picture: long thin runs of ink. Borders of cells, 傍線 under and beside the text.
//
// A stroke of a character is shorter than an em; what is longer than ruleLength is a rule. A 傍線 of one character is as long as
// its cell, as 一 and ー nearly are: a short line counts only if a letter sits close above it (beside it, for vertical ones).

import (
	"image"
	"slices"

	"shinkyu/extract/internal/layout"
)

const (
	ruleLength  = 1.7 // ems
	shortRule   = .93
	thickest    = .28 // ems: more is a filled shape
	nearLetter  = .3  // ems between a short line and the letter that it marks
	mostMissing = 2   // pixels that may be missing in a run
)

// line is a rule in pixels.
type line struct {
	box     image.Rectangle
	upright bool // vertical
}

func (l line) rule(scale float64) layout.Rule {
	return layout.Rule{Box: points(l.box, scale), Kind: layout.Fill, Width: float64(min(l.box.Dx(), l.box.Dy())) / scale}
}

// rules finds the lines of both directions.
func (b *bitmap) rules(em float64) (out []line) {
	for _, r := range b.lines(em) {
		out = append(out, line{box: r})
	}
	t := b.transposed()
	for _, r := range t.lines(em) {
		out = append(out, line{image.Rect(r.Min.Y, r.Min.X, r.Max.Y, r.Max.X), true})
	}
	return out
}

// lines finds the horizontal ones.
func (b *bitmap) lines(em float64) (out []image.Rectangle) {
	runs := b.runs(b.all(), round(shortRule*em*.9), mostMissing)
	for _, r := range boxesOf(runs) {
		long, thick := float64(r.Dx()), float64(r.Dy())
		switch {
		case thick > thickest*em+long*.004 || long < 6*thick: // a long one may be askew a little
		case long >= ruleLength*em, long >= shortRule*em && b.marks(r, em):
			out = append(out, r)
		}
	}
	return out
}

// marks reports whether a short line stands alone, close below a letter, with paper under it.
func (b *bitmap) marks(r image.Rectangle, em float64) bool {
	gap := max(2, round(nearLetter*em))
	above := b.count(image.Rect(r.Min.X, r.Min.Y-gap, r.Max.X, r.Min.Y-1))
	touch := b.count(image.Rect(r.Min.X, r.Min.Y-2, r.Max.X, r.Min.Y-1))
	below := b.count(image.Rect(r.Min.X, r.Max.Y+1, r.Max.X, r.Max.Y+round(.12*em)))
	// The last stroke of 査 lies as high as the feet of its neighbours, a line lies below them.
	side, foot := round(1.1*em), r.Max.Y+round(.1*em)
	left, right := image.Rect(r.Min.X-side, r.Min.Y-2, r.Min.X-3, foot), image.Rect(r.Max.X+3, r.Min.Y-2, r.Max.X+side, foot)
	beside := b.count(image.Rect(left.Min.X, r.Min.Y-round(em), left.Max.X, foot)) + b.count(image.Rect(right.Min.X, r.Min.Y-round(em), right.Max.X, foot))
	return above > r.Dx()/8 && touch < r.Dx()/3 && below == 0 && b.count(left)+b.count(right) <= 2 && beside > 0
}

// run is ink from x0 to x1 in row y.
type run struct{ y, x0, x1 int }

// runs are those of r of at least this length; gaps of up to missing pixels do not end one.
func (b *bitmap) runs(r image.Rectangle, length, missing int) (out []run) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := b.black[y*b.w : (y+1)*b.w]
		for x := r.Min.X; x < r.Max.X; {
			if !row[x] {
				x++
				continue
			}
			end, gap := x+1, 0
			for i := x + 1; i < r.Max.X && gap <= missing; i++ {
				if row[i] {
					end, gap = i+1, 0
				} else {
					gap++
				}
			}
			if end-x >= length {
				out = append(out, run{y, x, end})
			}
			x = end
		}
	}
	return out
}

// boxesOf joins runs of neighbouring rows that touch and gives the boxes around them.
func boxesOf(runs []run) []image.Rectangle {
	parent := make([]int, len(runs))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	first := 0 // of the row before
	for i, start := 0, 0; i < len(runs); i++ {
		if i > 0 && runs[i].y != runs[i-1].y {
			first, start = start, i
			if runs[i].y != runs[i-1].y+1 {
				first = i
			}
		}
		for j := first; j < start; j++ {
			if runs[j].x0 <= runs[i].x1 && runs[j].x1 >= runs[i].x0 {
				parent[find(j)] = find(i)
			}
		}
	}
	boxes := map[int]image.Rectangle{}
	for i, r := range runs {
		k := find(i)
		boxes[k] = boxes[k].Union(image.Rect(r.x0, r.y, r.x1, r.y+1))
	}
	out := make([]image.Rectangle, 0, len(boxes))
	for i := range runs {
		if b, ok := boxes[i]; ok {
			out = append(out, b)
		}
	}
	slices.SortStableFunc(out, func(a, b image.Rectangle) int {
		if a.Min.Y != b.Min.Y {
			return a.Min.Y - b.Min.Y
		}
		return a.Min.X - b.Min.X
	})
	return out
}

// erase takes the rules out of the picture, but for what crosses them.
func (b *bitmap) erase(rules []line) {
	for _, l := range rules {
		r := l.box.Inset(-1).Intersect(b.all())
		if l.upright {
			for y := r.Min.Y; y < r.Max.Y; y++ {
				if b.at(r.Min.X-2, y) && b.at(r.Max.X+1, y) {
					continue
				}
				for x := r.Min.X; x < r.Max.X; x++ {
					b.black[y*b.w+x] = false
				}
			}
			continue
		}
		for x := r.Min.X; x < r.Max.X; x++ {
			if b.at(x, r.Min.Y-2) && b.at(x, r.Max.Y+1) {
				continue
			}
			for y := r.Min.Y; y < r.Max.Y; y++ {
				b.black[y*b.w+x] = false
			}
		}
	}
}
