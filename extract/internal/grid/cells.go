package grid

import (
	"slices"

	"shinkyu/corpus"
)

// Cells are found on the lattice of a table's column and row positions: neighbouring squares that no edge parts are one cell.
//
// The usual way, to look for four crossings joined by edges, loses every cell with an open side, and these tables are open
// wherever a page ends. Merging squares needs no corner: spans fall out of it, and a missing piece of border joins two cells
// instead of losing both.

// Field is a cell as drawn on one page, in the frame.
type Field struct {
	Row, Col         int // of its first square
	RowSpan, ColSpan int
	Box              corpus.Box
	Inks             []*Ink
	size             int // how many they are
	Strips           []Strip
}

// line is a position on the lattice with the pieces of edges that lie on it.
type line struct {
	pos    float64
	pieces []Edge
}

// drawn reports whether edges cover most of [from, to] of the line.
func (l *line) drawn(from, to float64) bool { return l.length(from, to) >= 0.6*(to-from) }

// length is how much of [from, to] edges cover.
func (l *line) length(from, to float64) float64 {
	pieces := slices.Clone(l.pieces)
	slices.SortFunc(pieces, func(a, b Edge) int { return compare(a.From, b.From, a.To, b.To) })
	sum, end := 0.0, from
	for _, p := range pieces {
		start, stop := max(p.From, end), min(p.To, to)
		if stop > start {
			sum += stop - start
			end = stop
		}
	}
	return sum
}

// snap gathers edges into lines: positions closer than tol are one line, at the middle of the longest piece.
func snap(edges []Edge, tol float64) []line {
	edges = slices.Clone(edges)
	slices.SortStableFunc(edges, func(a, b Edge) int { return compare(a.Pos, b.Pos, a.From, b.From) })
	var out []line
	for _, e := range edges {
		if n := len(out) - 1; n >= 0 && e.Pos-out[n].pieces[len(out[n].pieces)-1].Pos <= tol {
			out[n].pieces = append(out[n].pieces, e)
			continue
		}
		out = append(out, line{pieces: []Edge{e}})
	}
	for i := range out {
		best := 0.0
		for _, p := range out[i].pieces {
			if p.Len() > best {
				best, out[i].pos = p.Len(), p.Pos
			}
		}
	}
	return out
}

// fields merges the squares of the lattice into cells. squares maps row*columns+column to an index into cells.
func fields(xs, ys []line) (cells []Field, squares []int) {
	nx, ny := len(xs)-1, len(ys)-1
	group := make([]int, nx*ny)
	for i := range group {
		group[i] = i
	}
	find := func(i int) int {
		for group[i] != i {
			i = group[i]
		}
		return i
	}
	unite := func(i, j int) {
		if a, b := find(i), find(j); a != b {
			group[max(a, b)] = min(a, b)
		}
	}
	for r := range ny {
		for c := range nx {
			if c+1 < nx && !xs[c+1].drawn(ys[r].pos, ys[r+1].pos) {
				unite(r*nx+c, r*nx+c+1)
			}
			if r+1 < ny && !ys[r+1].drawn(xs[c].pos, xs[c+1].pos) {
				unite(r*nx+c, (r+1)*nx+c)
			}
		}
	}
	for square(group, find, nx) {
	}
	squares = make([]int, len(group))
	index := map[int]int{}
	for s := range group {
		root := find(s)
		r, c := s/nx, s%nx
		i, ok := index[root]
		if !ok {
			i = len(cells)
			index[root] = i
			cells = append(cells, Field{Row: r, Col: c})
		}
		squares[s] = i
		f := &cells[i]
		f.RowSpan, f.ColSpan = max(f.RowSpan, r-f.Row+1), max(f.ColSpan, c-f.Col+1)
		f.Box = corpus.Box{X0: xs[f.Col].pos, Y0: ys[f.Row].pos, X1: xs[f.Col+f.ColSpan].pos, Y1: ys[f.Row+f.RowSpan].pos}
	}
	return cells, squares
}

// square fills up groups to rectangles: whatever lies within a group's extent joins it. It reports whether it changed any.
func square(group []int, find func(int) int, nx int) bool {
	type extent struct{ r0, c0, r1, c1 int }
	at := map[int]*extent{}
	for s := range group {
		r, c, root := s/nx, s%nx, find(s)
		e := at[root]
		if e == nil {
			e = &extent{r, c, r, c}
			at[root] = e
		}
		e.r0, e.c0, e.r1, e.c1 = min(e.r0, r), min(e.c0, c), max(e.r1, r), max(e.c1, c)
	}
	changed := false
	for s := range group {
		root := find(s)
		e := at[root]
		if e == nil || root != s {
			continue
		}
		for r := e.r0; r <= e.r1; r++ {
			for c := e.c0; c <= e.c1; c++ {
				if other := find(r*nx + c); other != find(s) {
					group[max(other, find(s))] = min(other, find(s))
					changed = true
				}
			}
		}
	}
	return changed
}
