package scan

import (
	"image"
	"math"
	"slices"
)

// bitmap is a page in black and white.
type bitmap struct {
	w, h  int
	black []bool
}

func (b *bitmap) at(x, y int) bool {
	return x >= 0 && y >= 0 && x < b.w && y < b.h && b.black[y*b.w+x]
}

func (b *bitmap) all() image.Rectangle { return image.Rect(0, 0, b.w, b.h) }

func (b *bitmap) count(r image.Rectangle) (n int) {
	r = r.Intersect(b.all())
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for _, v := range b.black[y*b.w+r.Min.X : y*b.w+r.Max.X] {
			if v {
				n++
			}
		}
	}
	return n
}

// transposed has rows for columns: what is vertical in b is horizontal in it.
func (b *bitmap) transposed() *bitmap {
	t := &bitmap{w: b.h, h: b.w, black: make([]bool, len(b.black))}
	for y := range b.h {
		for x := range b.w {
			t.black[x*t.w+y] = b.black[y*b.w+x]
		}
	}
	return t
}

// binarise parts ink from paper at the threshold that parts the histogram best (Otsu 1979). Paper is the more frequent: a
// picture of light text on dark is turned over.
func binarise(m *image.Gray) *bitmap {
	r := m.Bounds()
	b := &bitmap{w: r.Dx(), h: r.Dy()}
	b.black = make([]bool, b.w*b.h)
	var histogram [256]int
	for y := range b.h {
		for _, v := range m.Pix[y*m.Stride : y*m.Stride+b.w] {
			histogram[v]++
		}
	}
	t, dark := otsu(histogram[:])
	for y := range b.h {
		for x, v := range m.Pix[y*m.Stride : y*m.Stride+b.w] {
			b.black[y*b.w+x] = (int(v) <= t) != dark
		}
	}
	return b
}

// leastContrast between ink and paper: a page whose greys are nearer is blank.
const leastContrast = 40

// otsu finds the last dark value; -1 if there is no ink. dark: most of the picture is.
func otsu(histogram []int) (threshold int, dark bool) {
	total, sum := 0, 0
	for v, n := range histogram {
		total, sum = total+n, sum+v*n
	}
	best, below, sumBelow := -1., 0, 0
	threshold = -1
	var low, high float64
	for v, n := range histogram {
		below, sumBelow = below+n, sumBelow+v*n
		above := total - below
		if below == 0 || above == 0 {
			continue
		}
		a, c := float64(sumBelow)/float64(below), float64(sum-sumBelow)/float64(above)
		if between := float64(below) * float64(above) * (a - c) * (a - c); between > best {
			best, threshold, low, high, dark = between, v, a, c, below > above
		}
	}
	if high-low < leastContrast {
		return -1, false
	}
	return threshold, dark
}

// dropEdges clears the dark margins that a scanner leaves around the sheet.
func (b *bitmap) dropEdges() {
	row := func(y int) bool { return b.count(image.Rect(0, y, b.w, y+1)) > b.w*6/10 }
	column := func(x int) bool { return b.count(image.Rect(x, 0, x+1, b.h)) > b.h*6/10 }
	clear := func(r image.Rectangle) {
		for y := r.Min.Y; y < r.Max.Y; y++ {
			for x := r.Min.X; x < r.Max.X; x++ {
				b.black[y*b.w+x] = false
			}
		}
	}
	y := 0
	for ; y < b.h/20 && row(y); y++ {
	}
	clear(image.Rect(0, 0, b.w, y))
	for y = b.h; y > b.h*19/20 && row(y-1); y-- {
	}
	clear(image.Rect(0, y, b.w, b.h))
	x := 0
	for ; x < b.w/20 && column(x); x++ {
	}
	clear(image.Rect(0, 0, x, b.h))
	for x = b.w; x > b.w*19/20 && column(x-1); x-- {
	}
	clear(image.Rect(x, 0, b.w, b.h))
}

// em is the size of a character in pixels: the median of the larger sides of what is connected, among those of a letter's size.
func (b *bitmap) em(scale float64) float64 {
	var sizes []int
	for _, c := range b.parts(image.Rect(0, 0, b.w, b.h)) {
		if s := max(c.Dx(), c.Dy()); float64(s) > 5*scale && float64(s) < 30*scale {
			sizes = append(sizes, s)
		}
	}
	if len(sizes) < 10 {
		return 10.5 * scale
	}
	slices.Sort(sizes)
	return 1.1 * float64(sizes[len(sizes)*6/10])
}

// parts are the boxes of what is connected in r, by runs of rows.
func (b *bitmap) parts(r image.Rectangle) []image.Rectangle {
	return boxesOf(b.runs(r, 1, 0))
}

// vertical reports whether the text runs from top to bottom: then blank columns part its lines, not blank rows. Measured in squares
// of ten ems, since a page of two bands has no column that is blank all the way.
func (b *bitmap) vertical(em float64) bool {
	rows, columns := 0, 0
	side := round(10 * em)
	if side < 20 {
		return false
	}
	for y := 0; y < b.h; y += side {
		for x := 0; x < b.w; x += side {
			r := image.Rect(x, y, min(x+side, b.w), min(y+side, b.h))
			if b.count(r)*30 < r.Dx()*r.Dy() { // hardly any text
				continue
			}
			for i := r.Min.Y; i < r.Max.Y; i++ {
				if b.count(image.Rect(r.Min.X, i, r.Max.X, i+1)) == 0 {
					rows++
				}
			}
			for i := r.Min.X; i < r.Max.X; i++ {
				if b.count(image.Rect(i, r.Min.Y, i+1, r.Max.Y)) == 0 {
					columns++
				}
			}
		}
	}
	return columns > rows+rows/4
}

// Skew: how far the sheet lay askew in the scanner.
const (
	maxSkew   = 2.0 // degrees
	skewStep  = .1
	leastSkew = .15
)

// skew is the angle in radians by which the page must be turned to be upright: the one at which ink gathers most in few rows and
// columns.
func (b *bitmap) skew() float64 {
	var xs, ys []float64
	for y := range b.h { // a sixth of the pixels, as many of each row and column: a coarser grid would favour its own direction
		for x := range b.w {
			if b.black[y*b.w+x] && (7*x+13*y)%6 == 0 {
				xs, ys = append(xs, float64(x)), append(ys, float64(y))
			}
		}
	}
	if len(xs) < 1000 {
		return 0
	}
	step := 1 + len(xs)/60_000
	score := func(degrees float64) float64 {
		s, c := math.Sincos(degrees * math.Pi / 180)
		reach := b.w + b.h
		rows, columns := make([]float64, 2*reach), make([]float64, 2*reach)
		for i := 0; i < len(xs); i += step {
			rows[round(ys[i]*c+xs[i]*s)+reach/2]++
			columns[round(xs[i]*c-ys[i]*s)+reach/2]++
		}
		sum := 0.
		for i := range rows {
			sum += rows[i]*rows[i] + columns[i]*columns[i]
		}
		return sum
	}
	best, angle := score(0), 0.
	for d := -maxSkew; d <= maxSkew; d += skewStep {
		if math.Abs(d) < leastSkew {
			continue
		}
		if v := score(d); v > best*1.05 {
			best, angle = v, d
		}
	}
	return angle * math.Pi / 180
}

// rotated turns a picture about its middle; corners that come from outside are white.
func rotated(m *image.Gray, angle float64) *image.Gray {
	r := m.Bounds()
	out := image.NewGray(image.Rect(0, 0, r.Dx(), r.Dy()))
	s, c := math.Sincos(angle)
	cx, cy := float64(r.Dx())/2, float64(r.Dy())/2
	pixel := func(x, y int) float64 {
		if x < 0 || y < 0 || x >= r.Dx() || y >= r.Dy() {
			return 255
		}
		return float64(m.Pix[y*m.Stride+x])
	}
	for y := range r.Dy() {
		for x := range r.Dx() {
			dx, dy := float64(x)-cx, float64(y)-cy
			fx, fy := cx+dx*c+dy*s, cy-dx*s+dy*c
			x0, y0 := int(math.Floor(fx)), int(math.Floor(fy))
			u, v := fx-float64(x0), fy-float64(y0)
			out.Pix[y*out.Stride+x] = uint8((pixel(x0, y0)*(1-u)+pixel(x0+1, y0)*u)*(1-v) + (pixel(x0, y0+1)*(1-u)+pixel(x0+1, y0+1)*u)*v + .5)
		}
	}
	return out
}
