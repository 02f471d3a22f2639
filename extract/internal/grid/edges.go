package grid

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/extract/internal/layout"
)

// Rules become edges, and edges that continue each other become one: the first steps of pdfplumber's table finder
// (rect and line edges, join). Producers paint one border as a stroke, as a thin filled rectangle, in pieces from line to
// line, or as many dashes; after this file nobody needs to know. Positions are not snapped together: a double line is told
// from a single one by less than the usual snapping distance. Columns and rows snap later, for themselves only.

// Class is what an edge turned out to be.
type Class string

const (
	Border    Class = "border"    // bounds cells
	Underline Class = "mark"      // lies along text
	Strike    Class = "strike"    // runs through text
	Frameline Class = "box"       // side of a dashed box
	Nested    Class = "nested"    // belongs to something inside a cell
	Ignored   Class = "ignored"   // decoration, or unknown
	Virtual   Class = "virtual"   // not painted: closes an open side of a table
	Separator Class = "separator" // long line between text, touches no column rule
)

// Edge is a straight line in the frame, along the lines of text or across them.
type Edge struct {
	Across bool    // runs from line to line, as a column rule does
	Pos    float64 // y of its middle, x if Across
	From   float64 // extent in the other coordinate
	To     float64
	Width  float64
	Dashed bool
	Wavy   bool // painted with curves: may mark text, bounds nothing
	Class  Class
}

// Box is the edge's rectangle in the frame.
func (e Edge) Box() corpus.Box {
	if e.Across {
		return corpus.Box{X0: e.Pos - e.Width/2, Y0: e.From, X1: e.Pos + e.Width/2, Y1: e.To}
	}
	return corpus.Box{X0: e.From, Y0: e.Pos - e.Width/2, X1: e.To, Y1: e.Pos + e.Width/2}
}

// Len is the edge's length.
func (e Edge) Len() float64 { return e.To - e.From }

const (
	thickest = 3.5 // points; a wider rectangle is an area, not a rule
	joint    = 1.6 // gap between pieces of one border: its corner square and a little
	dashGap  = 4.5 // widest gap in a dashed line
	leastGap = 0.5 // narrowest one; pieces of a solid line leave less
	dashLen  = 5.0 // longest dash
	dot      = 2.0 // largest dot of a dotted line
	even     = 0.1 // and how far it may be from square
	sameLine = 0.4 // pieces of one line agree this well in position
	samePen  = 0.1 // and in width
	overhang = 2.0 // points by which a rule along the page's edge may stick out
)

// edgesOf is every straight thin rule of the page in the frame, as painted, cut at the page's edges: beyond them nothing is
// seen, neither letters nor rules, and a rule whose letters are out of sight would be taken for a border.
func edgesOf(p *layout.Page, f Frame) []Edge {
	var out []Edge
	between := betweenGrounds(p, f)
	for i, r := range p.Rules {
		if r.White || between[i] {
			continue
		}
		b := r.Box
		b.X0, b.X1 = max(b.X0, -overhang), min(b.X1, p.Width+overhang)
		b.Y0, b.Y1 = max(b.Y0, -overhang), min(b.Y1, p.Height+overhang)
		if !(b.X0 <= b.X1 && b.Y0 <= b.Y1) { // outside, or NaN
			continue
		}
		b = f.In(b)
		w, h := b.X1-b.X0, b.Y1-b.Y0
		e := Edge{Dashed: r.Dashed, Wavy: r.Kind == layout.Curve}
		across := Edge{Across: true, Pos: (b.X0 + b.X1) / 2, From: b.Y0, To: b.Y1, Width: w, Dashed: e.Dashed, Wavy: e.Wavy}
		switch {
		case min(w, h) > thickest || !(max(w, h) >= 0.2): // NaN is no length
			continue
		case max(w, h) <= dot && abs(w-h) <= even: // of a dotted line, which only its company tells level from upright
			out = append(out, across)
			e.Pos, e.From, e.To, e.Width = (b.Y0+b.Y1)/2, b.X0, b.X1, h
		case w >= h:
			e.Pos, e.From, e.To, e.Width = (b.Y0+b.Y1)/2, b.X0, b.X1, h
		default:
			e = across
		}
		out = append(out, e)
	}
	return out
}

// join makes one edge of pieces that continue each other, and one dashed edge of dashes. Squares that only fill the corner
// between two borders vanish into their neighbours or are dropped.
func join(in []Edge) []Edge {
	edges := slices.Clone(in)
	slices.SortStableFunc(edges, func(a, b Edge) int {
		if a.Across != b.Across {
			if a.Across {
				return 1
			}
			return -1
		}
		return compare(a.Pos, b.Pos, a.From, b.From)
	})
	var out []Edge
	for len(edges) > 0 {
		n := 1
		for n < len(edges) && edges[n].Across == edges[0].Across && edges[n].Pos-edges[n-1].Pos <= sameLine {
			n++
		}
		out = append(out, joinLine(edges[:n])...)
		edges = edges[n:]
	}
	return slices.DeleteFunc(out, func(e Edge) bool { return e.Len() < 3 || e.Len() < 2*e.Width })
}

// joinLine joins edges that lie on one line: first dashes, of which two lines may touch, then what touches. What one pen drew
// upon another's line stays apart.
func joinLine(line []Edge) []Edge {
	slices.SortStableFunc(line, func(a, b Edge) int { return compare(a.From, b.From, a.To, b.To) })
	var solid, over []Edge
	for _, e := range dashLines(line) {
		if n := len(solid) - 1; n >= 0 {
			gap := e.From - solid[n].To
			if solid[n].under(e) {
				over = append(over, e)
				continue
			}
			if gap <= joint || (e.Dashed && solid[n].Dashed && gap <= dashGap) {
				solid[n] = merge(solid[n], e)
				continue
			}
		}
		solid = append(solid, e)
	}
	if len(over) > 0 {
		solid = append(solid, joinLine(over)...)
	}
	return solid
}

const fewestDashes = 3 // a letter underlined has as few

// dashLines makes one edge of each run of dashes on a line.
func dashLines(line []Edge) (out []Edge) {
	for len(line) > 0 {
		n := dashes(line)
		if n < fewestDashes {
			n = 1
		}
		e := line[0]
		for _, d := range line[1:n] {
			e = merge(e, d)
			e.Dashed = true
		}
		out, line = append(out, e), line[n:]
	}
	return out
}

// under reports whether e is drawn upon a, with another pen and ending before it at both ends: a 傍線 that happens to lie
// on a border, as in vertical writing set solid.
func (a Edge) under(e Edge) bool {
	return abs(a.Width-e.Width) > samePen && e.From > a.From+joint && e.To < a.To-joint
}

// dashes counts the edges from the first on that look like dashes of one line: short, alike, evenly spaced.
func dashes(line []Edge) int {
	n := 1
	for n < len(line) && line[n].Len() <= dashLen && line[0].Len() <= dashLen && abs(line[n].Len()-line[0].Len()) < 0.5 {
		gap := line[n].From - line[n-1].To
		if gap < leastGap || gap > dashGap || gap > 3*max(line[n].Len(), 1) || (n > 1 && abs(gap-(line[1].From-line[0].To)) > 0.5) {
			break
		}
		n++
	}
	return n
}

// merge is the edge that a and b, which continues it, form together.
func merge(a, b Edge) Edge {
	if total := a.Len() + b.Len(); total > 0 {
		a.Pos = (a.Pos*a.Len() + b.Pos*b.Len()) / total
	}
	a.To = max(a.To, b.To)
	a.Width = max(a.Width, b.Width)
	a.Dashed = a.Dashed && b.Dashed
	a.Wavy = a.Wavy && b.Wavy
	return a
}

func compare(a, b, c, d float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	case c < d:
		return -1
	case c > d:
		return 1
	}
	return 0
}
