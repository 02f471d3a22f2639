package grid

import (
	"slices"
	"strings"
)

// Distances of lines inside their cells: indent, room at the end, leading. They are measured against the column's own text
// edges over all pages of the table, because a cell with a single indented line has no edge of its own.

// edge is a column's text edges, relative to the column's left rule, and its usual leading.
type edge struct {
	left, right float64
	ends        []float64 // of all lines
	leads       []float64
	any         bool
	few         bool // of its lines are full
}

const hanging = "、。，．・）」』】〕］｝" // may stand beyond the edge

func measure(sheet *Sheet, cells []source) {
	type column struct {
		table, col, span int
		guess            bool // the box of a guessed table is that of its text
	}
	edges := map[column]*edge{}
	at := func(c source) *edge {
		k := column{c.table, c.field.Col, c.field.ColSpan, c.guess}
		if edges[k] == nil {
			edges[k] = &edge{}
		}
		return edges[k]
	}
	for _, c := range cells {
		e := at(c)
		for i := range c.field.Strips {
			s := &c.field.Strips[i]
			if s.nest > 0 {
				continue
			}
			from, to := s.Box.X0-c.left, min(s.Box.X1, c.field.Box.X1)-c.left // text may run over the rule
			if strings.ContainsRune(hanging, s.last()) {
				to -= s.Size / 2
			}
			if !e.any {
				e.left, e.right, e.any = from, to, true
			}
			e.left, e.right = min(e.left, from), max(e.right, to)
			e.ends = append(e.ends, to)
			if i > 0 && c.field.Strips[i-1].nest == 0 {
				e.leads = append(e.leads, s.Axis-c.field.Strips[i-1].Axis)
			}
		}
	}
	for _, e := range edges {
		slices.Sort(e.leads)
	}
	for _, e := range edges {
		e.few = e.full() < 4
	}
	for _, c := range cells {
		if e := at(c); e.any && e.few { // few full lines: the padding on the left stands for that on the right
			e.right = max(e.right, c.field.Box.X1-c.left-max(e.left, 0))
		}
	}
	for _, c := range cells {
		e := at(c)
		lines := sheet.Tables[c.table].Rows[c.row].Cells[c.cell].Lines
		for i := range lines {
			s := &c.field.Strips[i]
			if s.nest > 0 || !e.any {
				continue
			}
			lines[i].Indent = max(0, s.Box.X0-c.left-e.left) / s.Size
			lines[i].Room = max(0, e.right-(s.Box.X1-c.left)) / s.Size
			if i > 0 && len(e.leads) > 0 {
				usual := e.leads[len(e.leads)/2]
				lines[i].Gap = (s.Axis - c.field.Strips[i-1].Axis) / max(usual, 0.5*s.Size)
			}
		}
	}
}

// full counts the lines that end about where the longest does.
func (e *edge) full() (n int) {
	for _, to := range e.ends {
		if to > e.right-6 {
			n++
		}
	}
	return n
}
