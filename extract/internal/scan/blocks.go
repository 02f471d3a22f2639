package scan

// Blocks: what the rules fence in. A region is cut at a rule that runs (almost) all the way through it, and its halves again, until
// none does: the cells of a table, wherever their borders are. A 傍線 that is as long as its column cuts too; it cuts between lines, which
// does no harm.

import (
	"image"
	"slices"
)

const (
	through   = .85 // of a region's side
	maxBlocks = 2000
	margin    = 12 // white pixels around a block: tesseract needs some
)

func (b *bitmap) blocks(rules []line, em float64) (out []image.Rectangle) {
	todo := []image.Rectangle{b.all()}
	for len(todo) > 0 && len(out) < maxBlocks {
		r := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		r = b.inked(r)
		if r.Empty() || b.count(r) < leastInk/3 {
			continue
		}
		if first, second, ok := cut(r, rules, em); ok {
			todo = append(todo, second, first)
			continue
		}
		out = append(out, r)
	}
	return out
}

// cut finds a place where rules run through the region, nearest to its middle.
func cut(r image.Rectangle, rules []line, em float64) (first, second image.Rectangle, ok bool) {
	near := max(3, round(.3*em))
	best := -1
	for _, l := range rules {
		at, low, high := (l.box.Min.Y+l.box.Max.Y)/2, r.Min.Y, r.Max.Y
		if l.upright {
			at, low, high = (l.box.Min.X+l.box.Max.X)/2, r.Min.X, r.Max.X
		}
		if at <= low+near || at >= high-near {
			continue
		}
		if !runsThrough(r, rules, l.upright, at, near) {
			continue
		}
		if off := min(at-low, high-at); off > best {
			best, ok = off, true
			first, second = r, r
			if l.upright {
				first.Max.X, second.Min.X = at, at
			} else {
				first.Max.Y, second.Min.Y = at, at
			}
		}
	}
	return first, second, ok
}

// runsThrough adds up the rules that lie on one line.
func runsThrough(r image.Rectangle, rules []line, upright bool, at, near int) bool {
	var spans [][2]int
	whole := r.Dx()
	if upright {
		whole = r.Dy()
	}
	for _, l := range rules {
		if l.upright != upright {
			continue
		}
		pos, from, to := (l.box.Min.Y+l.box.Max.Y)/2, max(l.box.Min.X, r.Min.X), min(l.box.Max.X, r.Max.X)
		if upright {
			pos, from, to = (l.box.Min.X+l.box.Max.X)/2, max(l.box.Min.Y, r.Min.Y), min(l.box.Max.Y, r.Max.Y)
		}
		if pos >= at-near/2 && pos <= at+near/2 && from < to {
			spans = append(spans, [2]int{from, to})
		}
	}
	slices.SortFunc(spans, func(a, b [2]int) int { return a[0] - b[0] })
	sum, end := 0, 0
	for i, s := range spans {
		if i == 0 || s[0] > end {
			end = s[0]
		}
		if s[1] > end {
			sum, end = sum+s[1]-end, s[1]
		}
	}
	return float64(sum) >= through*float64(whole)
}

// inked is the box around the ink of a region.
func (b *bitmap) inked(r image.Rectangle) image.Rectangle {
	out := image.Rectangle{}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if b.black[y*b.w+x] {
				out = out.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return out
}

// halo is how far around ink the greys of the picture are kept, in pixels. tesseract reads greys better than black and white, and
// clean paper better than a scanner's.
const halo = 2

// crop is a block as a picture, with its margin: grey where there is ink in b, white elsewhere.
func (b *bitmap) crop(m *image.Gray, r image.Rectangle) *image.Gray {
	out := image.NewGray(image.Rect(0, 0, r.Dx()+2*margin, r.Dy()+2*margin))
	for i := range out.Pix {
		out.Pix[i] = 255
	}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if !b.black[y*b.w+x] {
				continue
			}
			for v := max(y-halo, 0); v <= min(y+halo, b.h-1); v++ {
				for u := max(x-halo, 0); u <= min(x+halo, b.w-1); u++ {
					if p := image.Pt(u-r.Min.X+margin, v-r.Min.Y+margin); p.In(out.Rect) {
						out.Pix[p.Y*out.Stride+p.X] = m.Pix[v*m.Stride+u]
					}
				}
			}
		}
	}
	return out
}
