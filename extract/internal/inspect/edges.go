package inspect

// Rules and what they turned out to be, and the marks with the letters that they were given to.

import (
	"fmt"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
)

func (d *drawing) painted() int {
	for _, e := range d.trace.Painted {
		d.edge(e, "as painted")
	}
	return len(d.trace.Painted)
}

// joined draws all edges alike, each end with a tick: where one ends and the next begins is what goes wrong.
func (d *drawing) joined() (n int) {
	for _, e := range d.trace.Edges {
		if e.Class == grid.Virtual {
			continue
		}
		d.edge(e, string(e.Class))
		for _, at := range []float64{e.From, e.To} {
			tick := grid.Edge{Across: !e.Across, Pos: at, From: e.Pos - 2, To: e.Pos + 2, Width: .3}
			d.rect(d.out(tick.Box()), fmt.Sprintf(` fill="%s" stroke="none"`, d.colour), "")
		}
		n++
	}
	return n
}

func (d *drawing) ignored() int {
	return d.edges(grid.Ignored, grid.Nested, grid.Separator)
}

func (d *drawing) borders() int { return d.edges(grid.Border) }
func (d *drawing) virtual() int { return d.edges(grid.Virtual) }

// known draws where the columns of the page before stood: this page's columns are looked for there.
func (d *drawing) known() int {
	_, across := d.trace.Frame.Size()
	for _, x := range d.trace.Known {
		b := d.out(corpus.Box{X0: x, Y0: 0, X1: x, Y1: across})
		d.path(b.X0, b.Y0, b.X1, b.Y1, ` stroke-dasharray="6 3"`)
	}
	return len(d.trace.Known)
}

// edges draws the joined edges of some classes.
func (d *drawing) edges(classes ...grid.Class) (n int) {
	for _, e := range d.trace.Edges {
		for _, c := range classes {
			if e.Class == c {
				d.edge(e, string(e.Class))
				n++
			}
		}
	}
	return n
}

// edge draws one, at least wide enough to be seen.
func (d *drawing) edge(e grid.Edge, name string) {
	note := fmt.Sprintf("%s, %s points long, %s wide, at %s from %s to %s", name, num(e.Len()), num(e.Width), num(e.Pos), num(e.From), num(e.To))
	if e.Dashed {
		note += ", dashed"
	}
	if e.Wavy {
		note += ", wavy"
	}
	e.Width = max(e.Width, 0.8)
	d.rect(d.out(e.Box()), fmt.Sprintf(` fill="%s" stroke="none"`, d.colour), note)
}

// marks draws each mark with a tie to each letter that it was given to, and its edges even where they mark no letter.
func (d *drawing) marks() int {
	d.edges(grid.Underline, grid.Strike, grid.Frameline)
	for i := range d.trace.Marks {
		m := &d.trace.Marks[i]
		b := m.Box
		paint := fmt.Sprintf(` fill="%s" fill-opacity=".5" stroke="%[1]s" stroke-width=".2"`, colours[m.Kind])
		if m.Kind == corpus.MarkBox {
			paint = fmt.Sprintf(` stroke="%s" stroke-dasharray="3 1"`, colours[m.Kind])
		} else {
			b.Y0, b.Y1 = b.Y0-.6, b.Y1+.6
		}
		d.rect(d.out(b), paint, fmt.Sprintf("%s: %s", m.Kind, m.Text))
		if m.Kind == corpus.MarkBox {
			continue
		}
		for _, k := range m.Inks() {
			at := corpus.Box{X0: (k.Box.X0 + k.Box.X1) / 2, Y0: (k.Box.Y0 + k.Box.Y1) / 2, X1: (k.Box.X0 + k.Box.X1) / 2, Y1: (m.Box.Y0 + m.Box.Y1) / 2}
			if at.Y0 > at.Y1 {
				at.Y0, at.Y1 = at.Y1, at.Y0
			}
			tie := d.out(at)
			d.path(tie.X0, tie.Y0, tie.X1, tie.Y1, fmt.Sprintf(` stroke="%s" stroke-width=".25"`, colours[m.Kind]))
		}
	}
	for _, b := range d.trace.Boxes {
		d.rect(d.out(b), fmt.Sprintf(` stroke="%s" stroke-width="1" stroke-dasharray="3 1.5"`, colours[corpus.MarkBox]), "dashed box")
	}
	return len(d.trace.Marks)
}
