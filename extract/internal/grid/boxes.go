package grid

import (
	"slices"

	"shinkyu/corpus"
)

// A dashed box (破線の枠) around headings, tables or lines says that its whole content is replaced. It is a mark on every
// letter inside. Unlike borders its sides are dashed and meet only each other.

// mostSides bounds the search: a page with more dashed lines is a drawing.
const mostSides = 200

// claimBoxes finds dashed rectangles and classes their sides, before borders are looked for. Boxes that touch share a side, and
// their upright sides are one line: so a box is a pair of level lines of one length with dashes down
// their ends; one end is enough, since word processors lose the other where the cell cuts it.
func claimBoxes(edges []Edge, in []*Ink, f Frame) (out []corpus.Box) {
	var level, upright []*Edge
	for i := range edges {
		switch e := &edges[i]; {
		case !e.Dashed || e.Class != "":
		case e.Across:
			upright = append(upright, e)
		default:
			level = append(level, e)
		}
	}
	if len(level)+len(upright) > mostSides {
		return nil
	}
	slices.SortStableFunc(level, func(a, b *Edge) int { return compare(a.Pos, b.Pos, a.From, b.From) })
	for i, top := range level {
		for _, bottom := range level[i+1:] {
			if abs(top.From-bottom.From) > corner || abs(top.To-bottom.To) > corner || bottom.Pos < top.Pos+2*reaches {
				continue
			}
			l, r := side(upright, top.From, top, bottom), side(upright, top.To, top, bottom)
			if parted(edges, top, bottom) || l == nil && r == nil && !levelSides(edges, level, in, f, top, bottom) {
				continue
			}
			for _, e := range []*Edge{l, r, top, bottom} {
				if e != nil {
					e.Class = Frameline
				}
			}
			out = append(out, corpus.Box{X0: top.From, Y0: top.Pos, X1: top.To, Y1: bottom.Pos})
			break
		}
	}
	return out
}

// widestBox is the share of the page's width that a frame without upright sides may take: wider dashed lines are a table's own.
const widestBox = 0.6

// levelSides reports whether two dashed lines are the top and the foot of a frame that has no other sides: letters stand between them and
// inside their ends, none upon them, they meet no rule, and no third line is like them. A dashed underline runs under letters from end to
// end, dashed rules between rows meet the table's columns or come in numbers.
func levelSides(edges []Edge, level []*Edge, in []*Ink, f Frame, top, bottom *Edge) bool {
	if width, _ := f.Size(); top.Len() > widestBox*width {
		return false
	}
	for _, e := range level {
		if e != top && e != bottom && abs(e.From-top.From) <= corner && abs(e.To-top.To) <= corner {
			return false
		}
	}
	for i := range edges {
		c := &edges[i]
		if c.Across && !c.Dashed && c.From <= bottom.Pos+corner && c.To >= top.Pos-corner && (abs(c.Pos-top.From) <= corner || abs(c.Pos-top.To) <= corner) {
			return false
		}
	}
	inside := false
	for _, k := range in {
		x, y := (k.Box.X0+k.Box.X1)/2, (k.Box.Y0+k.Box.Y1)/2
		if y <= top.Pos || y >= bottom.Pos || x <= top.From || x >= top.To {
			continue
		}
		if k.Box.X0 < top.From-corner || k.Box.X1 > top.To+corner {
			return false
		}
		inside = true
	}
	if !inside {
		return false
	}
	near := byAxis(in)
	for _, e := range []*Edge{top, bottom} {
		if _, share, _ := near.along(e, f); share >= 0.5 || e == top && share >= 0.2 {
			return false
		}
	}
	return true
}

const corner = dashGap + 1 // points by which the dashes of two sides may miss each other

// side is the dashed edge at x that leads from top to bottom.
func side(upright []*Edge, x float64, top, bottom *Edge) *Edge {
	for _, e := range upright {
		if abs(e.Pos-x) <= corner && e.From <= top.Pos+corner && e.To >= bottom.Pos-corner {
			return e
		}
	}
	return nil
}

// parted reports whether a rule runs from top to bottom between their ends: then they frame a table, not a text.
func parted(edges []Edge, top, bottom *Edge) bool {
	for i := range edges {
		e := &edges[i]
		if e.Across && e.Pos > top.From+corner && e.Pos < top.To-corner && min(e.To, bottom.Pos)-max(e.From, top.Pos) > 0.8*(bottom.Pos-top.Pos) {
			return true
		}
	}
	return false
}

// boxes marks the letters inside the page's dashed boxes.
func boxes(t *PageTrace, all []*Strip) (out []Marking) {
	for _, b := range t.Boxes {
		for _, s := range all {
			m := Marking{Kind: corpus.MarkBox, Box: b, strip: s}
			for i := range s.Inks {
				k := s.Inks[i]
				if x, y := (k.Box.X0+k.Box.X1)/2, (k.Box.Y0+k.Box.Y1)/2; x > b.X0 && x < b.X1 && y > b.Y0 && y < b.Y1 {
					m.inks = append(m.inks, k)
					m.Text += k.Text
				}
			}
			if len(m.inks) > 0 {
				out = append(out, m)
			}
		}
	}
	return out
}
