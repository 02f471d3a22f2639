package grid

import (
	"slices"

	"shinkyu/corpus"
)

// Tables on a page are groups of borders that meet. Each group is closed where the page cut it open, its column rules are told
// from rules inside a cell, and the lattice of what remains gives the cells.

// Area is a table as drawn on one page, in the frame.
type Area struct {
	Box        corpus.Box
	Xs, Ys     []float64 // positions of column and row rules, ascending, the closing ones included
	Fields     []Field   // by row, then column
	OpenTop    bool      // no rule closes it at the top: the page before may hold the rest of its first row
	OpenBottom bool
	Guess      bool // columns seen by a gutter between texts, not by rules
	squares    []int
	gutters    []gap    // of a guess: where its columns part, with the columns of signs
	main       int      // which of them parts the texts
	running    []runner // lines in the margins of the last area's page
}

const (
	snapTo  = 3.0 // points within which column or row positions are one
	mainRun = 0.5 // share of the table's height that a column rule runs; less is something inside a cell
	beyond  = 40  // points by which row rules must pass the last column rule to make an open column

	// Lattices finer than these are charts, hatching or graph paper.
	mostColumns = 64
	mostRows    = 800
	mostBorders = 3000
)

// areas finds the tables on a page. known holds column positions of the table that the page before ended with, if any:
// what was a column there is one here however short. Edges get their final class; closing edges are returned too.
func areas(edges []Edge, in []*Ink, known []float64) (out []Area, closing []Edge) {
	groups := meeting(edges)
	slices.SortStableFunc(groups, func(a, b []int) int { return compare(-extent(edges, a), -extent(edges, b), 0, 0) })
	for _, g := range groups {
		a, virtual, ok := areaOf(edges, g, in, known, out)
		if !ok {
			for _, i := range g {
				edges[i].Class = Ignored
				if within(edges[i].Box(), out) {
					edges[i].Class = Nested
				}
			}
			continue
		}
		out = append(out, a)
		closing = append(closing, virtual...)
	}
	slices.SortStableFunc(out, func(a, b Area) int { return compare(a.Box.Y0, b.Box.Y0, a.Box.X0, b.Box.X0) })
	return out, closing
}

// meeting groups borders that meet. Column rules that meet nothing stand together when they run side by side.
func meeting(edges []Edge) [][]int {
	var at []int
	for i := range edges {
		if edges[i].Class == Border {
			at = append(at, i)
		}
	}
	group := make([]int, len(at))
	for i := range group {
		group[i] = i
	}
	find := func(i int) int {
		for group[i] != i {
			i = group[i]
		}
		return i
	}
	for i := range at {
		for j := range i {
			a, b := &edges[at[i]], &edges[at[j]]
			if together(a, b) {
				if x, y := find(i), find(j); x != y {
					group[max(x, y)] = min(x, y)
				}
			}
		}
	}
	index := map[int]int{}
	var out [][]int
	for i := range at {
		root := find(i)
		if _, ok := index[root]; !ok {
			index[root] = len(out)
			out = append(out, nil)
		}
		out[index[root]] = append(out[index[root]], at[i])
	}
	return out
}

// together reports whether two borders belong to one table: they meet, or both are column rules of the same height.
func together(a, b *Edge) bool {
	if a.Across == b.Across {
		if !a.Across {
			return false
		}
		over := min(a.To, b.To) - max(a.From, b.From)
		return over > 0.8*max(a.Len(), b.Len()) && a.Len() > 3*shortest/2
	}
	if a.Across {
		a, b = b, a
	}
	return b.Pos > a.From-reaches && b.Pos < a.To+reaches && a.Pos > b.From-reaches && a.Pos < b.To+reaches
}

func extent(edges []Edge, group []int) float64 {
	var b corpus.Box
	for _, i := range group {
		b = b.Union(edges[i].Box())
	}
	return (b.X1 - b.X0) * (b.Y1 - b.Y0)
}

func within(b corpus.Box, out []Area) bool {
	for i := range out {
		o := out[i].Box
		if x, y := (b.X0+b.X1)/2, (b.Y0+b.Y1)/2; x > o.X0 && x < o.X1 && y > o.Y0 && y < o.Y1 {
			return true
		}
	}
	return false
}

// areaOf makes a table of one group of borders; ok is false if it has no two columns, or lies within a table found before.
func areaOf(edges []Edge, group []int, in []*Ink, known []float64, found []Area) (a Area, closing []Edge, ok bool) {
	var columns, rows []Edge
	for _, i := range group {
		if edges[i].Across {
			columns = append(columns, edges[i])
		} else {
			rows = append(rows, edges[i])
		}
	}
	if len(columns) == 0 {
		return a, nil, false
	}
	xs := snap(columns, snapTo)
	top, bottom := height(xs, rows)
	box := corpus.Box{X0: xs[0].pos, Y0: top, X1: xs[len(xs)-1].pos, Y1: bottom}
	if bottom-top < shortest || within(box, found) {
		return a, nil, false
	}
	xs, virtual := sides(xs, rows, in, top, bottom)
	xs = mainColumns(xs, known, top, bottom)
	if len(xs) < 3 || len(xs) > mostColumns {
		return a, nil, false
	}
	rows = mainRows(rows, xs, edges, group)
	ys := snap(rows, snapTo)
	ys = slices.DeleteFunc(ys, func(l line) bool { return l.pos < top-snapTo || l.pos > bottom+snapTo })
	if len(ys) > mostRows {
		return a, nil, false
	}
	left, right := xs[0].pos, xs[len(xs)-1].pos
	if len(ys) == 0 || ys[0].pos > top+snapTo {
		a.OpenTop = true
		e := Edge{Pos: top, From: left, To: right, Class: Virtual}
		virtual = append(virtual, e)
		ys = slices.Insert(ys, 0, line{top, []Edge{e}})
	}
	if ys[len(ys)-1].pos < bottom-snapTo || len(ys) == 1 {
		a.OpenBottom = true
		e := Edge{Pos: bottom, From: left, To: right, Class: Virtual}
		virtual = append(virtual, e)
		ys = append(ys, line{bottom, []Edge{e}})
	}
	for _, x := range xs {
		a.Xs = append(a.Xs, x.pos)
	}
	for _, y := range ys {
		a.Ys = append(a.Ys, y.pos)
	}
	a.Box = corpus.Box{X0: left, Y0: a.Ys[0], X1: right, Y1: a.Ys[len(a.Ys)-1]}
	a.Fields, a.squares = fields(xs, ys)
	keep(edges, group, xs, ys)
	return a, virtual, true
}

// height is the table's extent across the lines. Outer column rules are often decorated beyond the frame, so the inner
// rules and the row rules decide where there are any.
func height(xs []line, rows []Edge) (top, bottom float64) {
	inner := xs
	if len(xs) > 2 {
		inner = xs[1 : len(xs)-1]
	}
	top, bottom = inner[0].pieces[0].From, inner[0].pieces[0].To
	for _, x := range inner {
		for _, p := range x.pieces {
			top, bottom = min(top, p.From), max(bottom, p.To)
		}
	}
	width := xs[len(xs)-1].pos - xs[0].pos
	for _, r := range rows {
		if r.Len() >= 0.5*width {
			top, bottom = min(top, r.Pos), max(bottom, r.Pos)
		}
	}
	return top, bottom
}

// sides closes the table at the left and right where it has no outer rules: where its row rules run on, or where they do not
// stop and text stands beyond the last rule.
func sides(xs []line, rows []Edge, in []*Ink, top, bottom float64) (out []line, virtual []Edge) {
	left, right := xs[0].pos, xs[len(xs)-1].pos
	minX, maxX := left, right
	closedL, closedR := false, false
	for _, r := range rows {
		closedL = closedL || abs(r.From-left) <= snapTo
		closedR = closedR || abs(r.To-right) <= snapTo
		if r.From < left-beyond {
			minX = min(minX, r.From)
		}
		if r.To > right+beyond {
			maxX = max(maxX, r.To)
		}
	}
	lettersL, lettersR, all := 0, 0, 0
	textL, textR := left, right
	var last *Ink
	spill := false
	for _, k := range in {
		b := k.Box
		if y := (b.Y0 + b.Y1) / 2; y < top || y > bottom || k.stray {
			continue
		}
		all++
		spill = last != nil && solid(last, k) && (spill || cuts(right, k))
		last = k
		if spill {
			continue
		}
		switch x := (b.X0 + b.X1) / 2; {
		case x < left:
			lettersL++
			textL = min(textL, b.X0-1)
		case x > right:
			lettersR++
			textR = max(textR, b.X1+1)
		}
	}
	enough := max(3, all/20)
	if minX == left && !closedL && lettersL >= enough {
		minX = textL
	}
	if maxX == right && !closedR && lettersR >= enough {
		maxX = textR
	}
	out = slices.Clone(xs)
	if minX < left {
		e := Edge{Across: true, Pos: minX, From: top, To: bottom, Class: Virtual}
		virtual = append(virtual, e)
		out = slices.Insert(out, 0, line{minX, []Edge{e}})
	}
	if maxX > right {
		e := Edge{Across: true, Pos: maxX, From: top, To: bottom, Class: Virtual}
		virtual = append(virtual, e)
		out = append(out, line{maxX, []Edge{e}})
	}
	return out, virtual
}

// mainColumns keeps the outer lines and those that run along much of the table or continue a column of the page before.
// Where all the known columns continue, nothing else is one.
func mainColumns(xs []line, known []float64, top, bottom float64) []line {
	continues := func(x float64) bool {
		return slices.ContainsFunc(known, func(k float64) bool { return abs(k-x) <= snapTo })
	}
	all := len(known) > 0
	for _, k := range known {
		all = all && slices.ContainsFunc(xs, func(x line) bool { return abs(k-x.pos) <= snapTo })
	}
	var out []line
	for i, x := range xs {
		outer := i == 0 || i == len(xs)-1
		runs := x.length(top, bottom) >= mainRun*(bottom-top)
		if outer || continues(x.pos) || (runs && !all) {
			out = append(out, x)
		}
	}
	return out
}

// mainRows drops row rules that belong to something inside a cell: those that do not lead from one column to another, and
// those that hold dropped column rules.
func mainRows(rows []Edge, xs []line, edges []Edge, group []int) []Edge {
	column := func(x float64) bool {
		return slices.ContainsFunc(xs, func(l line) bool { return abs(l.pos-x) <= snapTo })
	}
	left, right := xs[0].pos, xs[len(xs)-1].pos
	return slices.DeleteFunc(slices.Clone(rows), func(r Edge) bool {
		from, to := column(r.From) || r.From < left, column(r.To) || r.To > right
		inside := 0
		for _, x := range xs[1 : len(xs)-1] {
			if x.pos > r.From+snapTo && x.pos < r.To-snapTo {
				inside++
			}
		}
		if inside > 0 {
			return false
		}
		if !from || !to {
			return true
		}
		for _, i := range group {
			e := &edges[i]
			if e.Across && !column(e.Pos) && e.Pos > r.From && e.Pos < r.To && (abs(e.From-r.Pos) <= reaches || abs(e.To-r.Pos) <= reaches) {
				return true
			}
		}
		return false
	})
}

// keep classes the group's edges that are on no line of the table as nested.
func keep(edges []Edge, group []int, xs, ys []line) {
	for _, i := range group {
		e := &edges[i]
		lines := ys
		if e.Across {
			lines = xs
		}
		if !slices.ContainsFunc(lines, func(l line) bool { return slices.Contains(l.pieces, *e) }) {
			e.Class = Nested
		}
	}
}

// place puts each ink into the cell that holds its middle; the others are returned. Text too long for its cell runs on over
// the rule: an ink that stands astride a column rule, and those set solid behind it, stay with the ink before.
func (a *Area) place(in []*Ink) (rest []*Ink) {
	var last *Ink
	var home *Field // of last
	spill := false
	homes := make([]*Field, len(in))
	for i, k := range in {
		f := a.at(k)
		spill = last != nil && home != nil && solid(last, k) && (spill || a.astride(k))
		if spill {
			f = home
		}
		last, home = k, f
		homes[i] = f
		if f != nil {
			f.size++
		}
	}
	for i, f := range homes {
		switch {
		case f == nil:
			rest = append(rest, in[i])
			continue
		case f.Inks == nil:
			f.Inks = make([]*Ink, 0, f.size)
		}
		f.Inks = append(f.Inks, in[i])
	}
	return rest
}

// at is the cell under the middle of an ink, or nil.
func (a *Area) at(k *Ink) *Field {
	c, r := slot(a.Xs, (k.Box.X0+k.Box.X1)/2), slot(a.Ys, (k.Box.Y0+k.Box.Y1)/2)
	if k.stray || c < 0 || r < 0 {
		return nil
	}
	if c > 0 && a.Xs[c] > k.Box.X0 && hangs(a.Xs[c], k) {
		c--
	}
	return &a.Fields[a.squares[r*(len(a.Xs)-1)+c]]
}

// astride reports whether a column rule cuts an ink.
func (a *Area) astride(k *Ink) bool {
	return slices.ContainsFunc(a.Xs, func(x float64) bool { return cuts(x, k) })
}

func cuts(x float64, k *Ink) bool {
	w := k.Box.X1 - k.Box.X0
	return x > k.Box.X0+0.15*w && x < k.Box.X1-0.15*w && !hangs(x, k)
}

// hangs reports whether no more than the empty half of a comma, full stop or bracket lies beyond a place.
func hangs(x float64, k *Ink) bool {
	const near = 0.05 // ems
	w := k.Box.X1 - k.Box.X0
	return w > 0.7*k.Size && x >= k.Box.X0+w/2-near*k.Size && closes(lastRune(k.Text))
}

// solid reports whether b follows a on its line without a gap.
func solid(a, b *Ink) bool {
	gap := b.Box.X0 - a.Box.X1
	return abs(a.Axis-b.Axis) < 0.1*a.Size && gap < 0.2*a.Size && gap > -0.6*a.Size
}

// slot is the interval of ascending positions that holds v, or -1.
func slot(at []float64, v float64) int {
	for i := 0; i+1 < len(at); i++ {
		if v >= at[i] && v < at[i+1] {
			return i
		}
	}
	return -1
}
