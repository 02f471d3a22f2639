package inspect

import (
	"fmt"
	"math"
	"strings"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/layout"
)

func (d *drawing) images() int {
	for _, m := range d.page.Images {
		d.rect(m.Box, ` fill="#e8eaed"`, fmt.Sprintf("picture, %d × %d pixels", m.Width, m.Height))
	}
	return len(d.page.Images)
}

func (d *drawing) cells() (n int) {
	for i := range d.trace.Areas {
		a := &d.trace.Areas[i]
		for _, f := range a.Fields {
			b := d.out(f.Box)
			note := fmt.Sprintf("table %d, row %d, column %d, spans %d × %d", i, f.Row, f.Col, f.RowSpan, f.ColSpan)
			d.rect(b, [...]string{` fill="#e6f4ea" stroke="none"`, ` fill="#f1f8e9" stroke="none"`}[(f.Row+f.Col)%2], note)
			d.label(b.X0+1, b.Y0+5, fmt.Sprintf("t%d r%d c%d", i, f.Row, f.Col))
			n++
		}
	}
	return n
}

func (d *drawing) boxes() (n int) {
	for i := range d.page.Glyphs {
		if g := &d.page.Glyphs[i]; !g.Hidden {
			d.rect(g.Box, "", "")
			n++
		}
	}
	return n
}

func (d *drawing) glyphs() (n int) {
	for i := range d.page.Glyphs {
		if g := &d.page.Glyphs[i]; !g.Hidden && !g.Unmapped {
			d.glyph(g)
			n++
		}
	}
	return n
}

func (d *drawing) hidden() (n int) {
	for i := range d.page.Glyphs {
		if g := &d.page.Glyphs[i]; g.Hidden || g.Unmapped {
			d.rect(g.Box, ` stroke-dasharray="1 1"`, fmt.Sprintf("%q, font %s, code %#x", g.U, g.Font, g.Code))
			n++
		}
	}
	return n
}

// glyph writes a character where it stands, turned as it is painted.
func (d *drawing) glyph(g *layout.Glyph) {
	x, y := (g.Box.X0+g.Box.X1)/2, (g.Box.Y0+g.Box.Y1)/2
	turn := ""
	if a := g.Angle * 180 / math.Pi; math.Abs(a) > 1 {
		turn = fmt.Sprintf(` transform="rotate(%s %s %s)"`, num(a), num(x), num(y))
	}
	fmt.Fprintf(d, `<text x="%s" y="%s" font-size="%s" text-anchor="middle" stroke="none" fill="%s"%s>%s</text>`+"\n",
		num(x), num(y+0.36*g.Size), num(g.Size*0.95), d.colour, turn, escape(g.U))
}

// lines draws the lines of cells with their number, and the way from each to the next.
func (d *drawing) lines() (n int) {
	for i := range d.trace.Areas {
		for _, f := range d.trace.Areas[i].Fields {
			n += d.strips(f.Strips)
		}
	}
	return n
}

func (d *drawing) loose() int { return d.strips(d.trace.Loose) }

func (d *drawing) strips(all []grid.Strip) int {
	var last corpus.Box
	for i := range all {
		b := d.out(all[i].Box)
		d.rect(b, "", all[i].String())
		d.label(b.X0, b.Y0-0.5, fmt.Sprint(i+1))
		if i > 0 {
			fmt.Fprintf(d, `<path d="M%s %sL%s %s" stroke-width=".3" stroke-dasharray="2 1"/>`+"\n", num(last.X0), num(last.Y0), num(b.X0), num(b.Y0))
		}
		last = b
	}
	return len(all)
}

func (d *drawing) ruby() int {
	for _, k := range d.trace.Ruby {
		d.rect(d.out(k.Box), "", k.Text)
	}
	return len(d.trace.Ruby)
}

func (d *drawing) ignored() int {
	return d.edges(grid.Ignored, grid.Nested, grid.Separator)
}

func (d *drawing) borders() int { return d.edges(grid.Border) }
func (d *drawing) virtual() int { return d.edges(grid.Virtual) }

// edges draws the joined edges of some classes, at least wide enough to be seen.
func (d *drawing) edges(classes ...grid.Class) (n int) {
	for _, e := range d.trace.Edges {
		for _, c := range classes {
			if e.Class == c {
				e.Width = max(e.Width, 0.8)
				note := fmt.Sprintf("%s, %.1f points long", e.Class, e.Len())
				if e.Dashed {
					note += ", dashed"
				}
				d.rect(d.out(e.Box()), fmt.Sprintf(` fill="%s" stroke="none"`, d.colour), note)
				n++
			}
		}
	}
	return n
}

// marks draws each mark, and its edges even where they mark no letter.
func (d *drawing) marks() int {
	d.edges(grid.Underline, grid.Strike, grid.Frameline)
	for _, m := range d.trace.Marks {
		b := m.Box
		b.Y0, b.Y1 = b.Y0-1, b.Y1+1
		d.rect(d.out(b), ` fill-opacity=".15" fill="#d5006d" stroke="none"`, fmt.Sprintf("%s: %s", m.Kind, m.Text))
	}
	return len(d.trace.Marks)
}

// clauses draws the units; the last step of the address stands at the right edge, where lines leave room more often than
// at the left, and the whole address is shown on pointing at it.
func (d *drawing) clauses() int {
	for _, u := range d.units {
		d.rect(u.Box, ` stroke-dasharray="3 1.5"`, u.Name)
		d.label(u.Box.X1+1, u.Box.Y0+5, u.Name[strings.LastIndexAny(u.Name, "/ ")+1:])
	}
	return len(d.units)
}
