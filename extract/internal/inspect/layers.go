package inspect

// The steps from paint to lines: what package layout and package grid know of a page.

import (
	"fmt"
	"math"
	"strings"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/hue"
	"shinkyu/extract/internal/layout"
)

func (d *drawing) picture() int {
	if d.Picture == nil {
		return 0
	}
	fmt.Fprintf(d, `<image width="%s" height="%s" opacity=".45" preserveAspectRatio="none" href="%s"/>`+"\n", num(d.page.Width), num(d.page.Height), dataURI(d.Picture))
	return 1
}

func (d *drawing) images() int {
	for _, m := range d.page.Images {
		d.rect(m.Box, ` stroke-dasharray="4 2"`, fmt.Sprintf("picture, %d × %d pixels", m.Width, m.Height))
	}
	return len(d.page.Images)
}

// cells draws the cells of the page's tables; the rows are named as in the table over all its pages.
func (d *drawing) cells() (n int) {
	for i := range d.trace.Areas {
		a := &d.trace.Areas[i]
		for _, f := range a.Fields {
			b := d.out(f.Box)
			table, row := i+1, f.Row+1
			for _, r := range d.Rows {
				if x, y := (b.X0+b.X1)/2, (b.Y0+b.Y1)/2; f.RowSpan == 1 && x >= r.Box.X0 && x <= r.Box.X1 && y >= r.Box.Y0 && y <= r.Box.Y1 {
					table, row = r.Table, r.Row
				}
			}
			note := fmt.Sprintf("table %d, row %d, column %d, spans %d × %d", table, row, f.Col+1, f.RowSpan, f.ColSpan)
			if a.Guess {
				note += "; columns told by a gutter, not by rules"
			}
			d.rect(b, [...]string{` fill="#34a853" fill-opacity=".12" stroke="none"`, ` fill="#34a853" fill-opacity=".06" stroke="none"`}[(f.Row+f.Col)%2], note)
			d.label(b.X0+1, b.Y0+5, fmt.Sprintf("t%d r%d c%d", table, row, f.Col+1))
			n++
		}
	}
	return n
}

func (d *drawing) nested() int {
	for i := range d.trace.Nests {
		a := &d.trace.Nests[i]
		for _, f := range a.Fields {
			d.rect(d.out(f.Box), ` fill="#a1887f" fill-opacity=".2"`, fmt.Sprintf("table %d inside a cell, row %d, column %d: one piece", i+1, f.Row+1, f.Col+1))
		}
	}
	return len(d.trace.Nests)
}

// colours of the marks.
var colours = map[corpus.MarkKind]string{corpus.MarkUnderline: "#d5006d", corpus.MarkDouble: "#6200ea", corpus.MarkBox: "#ff6f00",
	corpus.MarkBold: "#01579b", corpus.MarkStrike: "#b71c1c",
	corpus.MarkRed: "#ff1744", corpus.MarkBlue: "#2979ff", corpus.MarkGreen: "#00c853", corpus.MarkColour: "#aa00ff", corpus.MarkShade: "#ffd600"}

// covered paints the letters that carry a mark, so that what a line was given to shows.
func (d *drawing) covered() (n int) {
	paint := func(kind corpus.MarkKind, k *grid.Ink, text string) {
		d.rect(d.out(k.Box), fmt.Sprintf(` fill="%s" fill-opacity=".22" stroke="none"`, colours[kind]), string(kind)+": "+text)
		n++
	}
	for i := range d.trace.Marks {
		m := &d.trace.Marks[i]
		for _, k := range m.Inks() {
			paint(m.Kind, k, m.Text)
		}
	}
	for _, k := range d.trace.Inks {
		if k.Bold {
			paint(corpus.MarkBold, k, k.Text)
		}
		if k.Hue != hue.None {
			paint(k.Hue.Kind(), k, k.Text)
		}
		if k.Shade {
			paint(corpus.MarkShade, k, k.Text)
		}
	}
	return n
}

func (d *drawing) boxes() (n int) {
	for i := range d.page.Glyphs {
		if g := &d.page.Glyphs[i]; !g.Hidden {
			d.rect(g.Box, ` stroke-width=".2" fill="#fff" fill-opacity="0"`, describe(g))
			n++
		}
	}
	return n
}

// describe says what is known of a glyph.
func describe(g *layout.Glyph) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s", g.U)
	for _, r := range g.U {
		fmt.Fprintf(&b, " U+%04X", r)
	}
	fmt.Fprintf(&b, " · origin %s, %s · size %s · font %s, code %#x", num(g.X), num(g.Y), num(g.Size), g.Font, g.Code)
	for _, f := range []struct {
		is   bool
		name string
	}{{g.Bold, "bold"}, {g.Vertical, "vertical"}, {g.Unmapped, "no Unicode"}, {g.Hidden, "hidden"}} {
		if f.is {
			b.WriteString(" · " + f.name)
		}
	}
	if g.Hue != hue.None {
		b.WriteString(" · " + string(g.Hue.Kind()))
	}
	if g.Angle != 0 {
		fmt.Fprintf(&b, " · turned %s°", num(g.Angle*180/math.Pi))
	}
	if g.Confidence > 0 {
		fmt.Fprintf(&b, " · recognised, %.0f %%", 100*g.Confidence)
	}
	return b.String()
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
			d.rect(g.Box, ` stroke-dasharray="1 1"`, describe(g))
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
		d.rect(b, "", fmt.Sprintf("line %d: %s", i+1, all[i].String()))
		d.label(b.X0, b.Y0-0.5, fmt.Sprint(i+1))
		if i > 0 {
			d.path(last.X0, last.Y0, b.X0, b.Y0, ` stroke-width=".3" stroke-dasharray="2 1"`)
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
