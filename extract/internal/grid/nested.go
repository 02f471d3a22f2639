package grid

import (
	"slices"

	"shinkyu/corpus"
)

// Tables and forms inside a cell (別表, 様式) are kept as one piece: their cells are read one after another, row by row, and the
// whole is a single node for whatever reads clauses. A header word or a number in them would else cut the provision that
// shows them, and lines of neighbouring cells would be woven into each other.

// nests finds the tables inside cells, cell by cell: those of neighbouring cells stand side by side and look like one.
func nests(edges []Edge, in []*Ink, found []Area) (out []Area) {
	for i := range found {
		for j := range found[i].Fields {
			out = append(out, nestsIn(edges, in, found[i].Fields[j].Box)...)
		}
	}
	slices.SortStableFunc(out, func(a, b Area) int { return compare(a.Box.Y0, b.Box.Y0, a.Box.X0, b.Box.X0) })
	return out
}

// nestsIn finds the tables inside one cell among the edges there that bound no cell of the table around.
func nestsIn(edges []Edge, in []*Ink, cell corpus.Box) (out []Area) {
	var inner []Edge
	var from []int
	for i, e := range edges {
		b := e.Box()
		inside := b.X0 > cell.X0-reaches && b.X1 < cell.X1+reaches && b.Y0 > cell.Y0-reaches && b.Y1 < cell.Y1+reaches
		if (e.Class == Nested || e.Class == Ignored) && inside && !e.Wavy && (!e.Dashed || !e.Across) && e.Len() >= shortest {
			e.Class = Border
			inner, from = append(inner, e), append(from, i)
		}
	}
	inner, from = withoutFrames(inner, from)
	if len(inner) < fewestRules || len(inner) > mostBorders {
		return nil
	}
	for _, g := range meeting(inner) {
		a, _, ok := areaOf(inner, g, in, nil, nil)
		if !ok {
			continue
		}
		for _, i := range g {
			edges[from[i]].Class = Nested
		}
		out = append(out, a)
	}
	return out
}

// withoutFrames leaves out dashed lines that lead from no column rule to another: a dashed box is no table.
func withoutFrames(inner []Edge, from []int) (edges []Edge, at []int) {
	for i, e := range inner {
		column := func(x float64) bool {
			return slices.ContainsFunc(inner, func(c Edge) bool {
				return c.Across && abs(c.Pos-x) <= reaches && c.From <= e.Pos+reaches && c.To >= e.Pos-reaches
			})
		}
		if !e.Dashed || column(e.From) && column(e.To) {
			edges, at = append(edges, e), append(at, from[i])
		}
	}
	return edges, at
}

const fewestRules = 4 // of a table with two columns

// stripsOfCell sorts a cell's inks into lines; those in a table inside the cell stand where that table stands. nest counts the
// tables inside cells of the page and numbers them from 1.
func stripsOfCell(in []*Ink, inner []Area) (strips []Strip, ruby []*Ink) {
	var own []*Ink
	cells := map[[2]int][]*Ink{} // by table and field
next:
	for _, k := range in {
		for i := range inner {
			if f := inner[i].at(k); f != nil {
				key := [2]int{i, fieldIndex(&inner[i], f)}
				cells[key] = append(cells[key], k)
				continue next
			}
		}
		own = append(own, k)
	}
	strips, ruby = stripsOf(own)
	for i := range inner {
		var table []Strip
		for j := range inner[i].Fields {
			if c := cells[[2]int{i, j}]; len(c) > 0 {
				lines, over := stripsOf(c)
				for n := range lines {
					lines[n].nest = i + 1
				}
				table, ruby = append(table, lines...), append(ruby, over...)
			}
		}
		if len(table) == 0 {
			continue
		}
		at := len(strips)
		for k := range strips {
			if strips[k].nest == 0 && strips[k].Axis > inner[i].Box.Y0 {
				at = k
				break
			}
		}
		strips = slices.Insert(strips, at, table...)
	}
	return strips, ruby
}

func fieldIndex(a *Area, f *Field) int {
	for i := range a.Fields {
		if &a.Fields[i] == f {
			return i
		}
	}
	return 0
}
