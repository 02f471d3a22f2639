package grid

import "shinkyu/corpus"

// A dashed box (破線の枠) around headings, tables or lines says that its whole content is replaced. It is a mark on every
// letter inside. Unlike borders its sides are dashed and meet only each other.

// mostSides bounds the search: a page with more dashed lines is a drawing.
const mostSides = 200

// claimBoxes finds dashed rectangles and classes their sides, before borders are looked for.
func claimBoxes(edges []Edge) (out []corpus.Box) {
	var sides []*Edge
	for i := range edges {
		if e := &edges[i]; e.Across && e.Dashed && e.Class == "" {
			sides = append(sides, e)
		}
	}
	if len(sides) > mostSides {
		return nil
	}
	for _, l := range sides {
		for _, r := range sides {
			if l.Class != "" || r.Class != "" || r.Pos <= l.Pos+2*reaches {
				continue
			}
			if abs(l.From-r.From) > reaches || abs(l.To-r.To) > reaches || parted(edges, l, r) {
				continue
			}
			top, bottom := side(edges, l, r, (l.From+r.From)/2), side(edges, l, r, (l.To+r.To)/2)
			if top == nil || bottom == nil || top == bottom {
				continue
			}
			for _, e := range []*Edge{l, r, top, bottom} {
				e.Class = Frameline
			}
			out = append(out, corpus.Box{X0: l.Pos, Y0: top.Pos, X1: r.Pos, Y1: bottom.Pos})
		}
	}
	return out
}

// side is the dashed edge at y that joins l and r.
func side(edges []Edge, l, r *Edge, y float64) *Edge {
	for i := range edges {
		e := &edges[i]
		if !e.Across && e.Dashed && e.Class == "" && abs(e.Pos-y) <= reaches && abs(e.From-l.Pos) <= reaches && abs(e.To-r.Pos) <= reaches {
			return e
		}
	}
	return nil
}

// parted reports whether a rule runs between l and r all the way: then they frame a table, not a text.
func parted(edges []Edge, l, r *Edge) bool {
	for i := range edges {
		e := &edges[i]
		if e.Across && e.Pos > l.Pos+reaches && e.Pos < r.Pos-reaches && min(e.To, l.To)-max(e.From, l.From) > 0.8*l.Len() {
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
