package pdf

import (
	"math"
	"strings"

	"shinkyu/corpus"
	"shinkyu/extract/internal/hue"
	"shinkyu/extract/internal/layout"
)

// Canvas is a page that another engine fills: it draws paths by the rules of this package (which rectangles and strokes are
// rules, what is clipped), and places what the engine knows in user space on the page as read.
type Canvas struct {
	in *interpreter
	m  matrix
}

// NewCanvas is an empty page; box is the visible part of user space, rotate is /Rotate in degrees.
func NewCanvas(number int, box corpus.Box, rotate int) *Canvas {
	m, w, h := uprightMatrix(box, ((rotate%360)+360)%360)
	page := &layout.Page{Number: number, Width: w, Height: h}
	in := &interpreter{page: page, double: &overprints{round: 1}, told: map[string]bool{}}
	in.state = state{ctm: m, text: textState{stretch: 1}, pen: 1}
	in.initial, in.tm, in.tlm = in.state, identityMatrix, identityMatrix
	return &Canvas{in, m}
}

// Page is what was drawn so far.
func (c *Canvas) Page() *layout.Page { return c.in.page }

// Draw runs path and colour operators; content that names resources is not for a canvas.
func (c *Canvas) Draw(content []byte) { c.in.run(content, nil) }

// Image notes a picture that fills the unit square of this matrix.
func (c *Canvas) Image(m [6]float64, width, height int) {
	if at := matrix(m).then(c.m); at.finite() && len(c.in.page.Images) < maxImages {
		c.in.page.Images = append(c.in.page.Images, layout.Image{Box: at.box(0, 0, 1, 1), Width: width, Height: height})
	}
}

// Letter is a glyph in user space. Size is the nominal one, which Matrix scales; Advance is along the line in ems.
type Letter struct {
	U                string
	Matrix           [6]float64 // from text space to user space; the last two are the horizontal origin
	Size, Advance    float64
	Vertical         bool
	Unmapped, Unseen bool
	White, Bold      bool
	Hue              hue.Hue
	Font             string
	Ascent, Descent  float64 // of the cell, in ems
}

// Write places a letter.
func (c *Canvas) Write(l Letter) {
	in := c.in
	m := matrix{l.Size, 0, 0, l.Size, 0, 0}.then(matrix(l.Matrix)).then(c.m)
	if !m.finite() || len(in.page.Glyphs) >= maxGlyphs {
		return
	}
	g := layout.Glyph{U: ordinary(l.U), X: m[4], Y: m[5], Size: math.Hypot(m[2], m[3]), Vertical: l.Vertical, Angle: m.angle(),
		Font: fontName(l.Font), Unmapped: l.Unmapped, Bold: l.Bold, Hue: l.Hue, Box: m.box(0, -l.Descent, l.Advance, l.Ascent)}
	if l.Vertical {
		g.X, g.Y = m.at(l.Advance/2, l.Ascent)
	}
	if l.Unmapped || g.U == "" {
		g.U, g.Unmapped = "\uFFFD", true
	}
	x, y := (g.Box.X0+g.Box.X1)/2, (g.Box.Y0+g.Box.Y1)/2
	_, on := meet(g.Box, corpus.Box{X1: in.page.Width, Y1: in.page.Height})
	g.Hidden = !on || l.Unseen || l.White && in.onWhite(x, y)
	if private(g.U) {
		in.tellPrivate()
	}
	if in.double.merge(in.page.Glyphs, &g) {
		in.page.Left.Overprinted++
		return
	}
	in.page.Glyphs = append(in.page.Glyphs, g)
}

// Finish counts what cannot be read.
func (c *Canvas) Finish() *layout.Page {
	c.in.countUnmapped()
	return c.in.page
}

// Way is how far n's origin lies from l's, in ems of l: along its baseline, and down from it.
func (l Letter) Way(n Letter) (along, down float64, ok bool) {
	a, b, c, d := l.Matrix[0]*l.Size, l.Matrix[1]*l.Size, l.Matrix[2]*l.Size, l.Matrix[3]*l.Size
	x, y := n.Matrix[4]-l.Matrix[4], n.Matrix[5]-l.Matrix[5]
	area := a*d - b*c
	if math.Abs(area) < 1e-9 {
		return 0, 0, false
	}
	return (x*d - y*c) / area, -(y*a - x*b) / area, true
}

// BoldName tells a bold font by its name.
func BoldName(name string) bool { return strings.Contains(strings.ToLower(name), "bold") }
