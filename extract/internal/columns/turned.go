package columns

// Turned comparisons: the header words stand in the first column, one row for the new text and one for the old, provision after provision
// (web pages for narrow screens; vertical writing set as a row of upright cells). Each pair of rows becomes one row of an
// ordinary table. A table of which any row names both sides is an ordinary one already.

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
)

// turned makes an ordinary table of a turned one; ok is false for any other. rest are the header words beyond the first two.
func turned(t *grid.Table) (out *grid.Table, rest []corpus.Unplaced, ok bool) {
	var heads [2]*grid.Cell // of the first column and the second
	var roles [2]role
	labelled, rows := 0, 0
	for i := range t.Rows {
		cells := filled(t.Rows[i])
		if len(cells) == 0 {
			continue
		}
		rows++
		if headsOf(t.Rows[i]) != nil {
			return nil, nil, false
		}
		r := sideOfRow(cells)
		if r == unknown {
			continue
		}
		labelled++
		switch {
		case heads[0] == nil:
			heads[0], roles[0] = cells[0], r
		case heads[1] == nil && r != roles[0]:
			heads[1], roles[1] = cells[0], r
		}
	}
	if heads[1] == nil || 2*labelled < rows {
		return nil, nil, false
	}
	out = &grid.Table{Title: t.Title, Cols: 2, Vertical: t.Vertical, Before: t.Before}
	out.Rows = append(out.Rows, pairRow(t.Rows[0], heads[0].Lines, heads[1].Lines))
	var open *grid.Row // the row being filled
	done := [2]bool{}
	last := -1
	for i := range t.Rows {
		cells := filled(t.Rows[i])
		if len(cells) == 0 {
			continue
		}
		r := sideOfRow(cells)
		switch {
		case r == roles[0] || r == roles[1]:
			last = 0
			if r == roles[1] {
				last = 1
			}
			if open == nil || done[last] {
				out.Rows = append(out.Rows, pairRow(t.Rows[i], nil, nil))
				open, done = &out.Rows[len(out.Rows)-1], [2]bool{}
			}
			done[last] = true
			if cells[0] != heads[0] && cells[0] != heads[1] {
				rest = append(rest, texts([]grid.Cell{*cells[0]}, "header")...)
			}
			add(&open.Cells[last], cells[1:])
		case open == nil && len(out.Rows) == 1 && len(cells) > 1: // names of the columns: 項目, 内容
			for _, c := range cells {
				rest = append(rest, texts([]grid.Cell{*c}, "header")...)
			}
		case last >= 0 && cells[0].Col > 0: // below a label that spans rows
			add(&open.Cells[last], cells)
		default: // a heading over both
			row := pairRow(t.Rows[i], nil, nil)
			row.Cells = row.Cells[:1]
			row.Cells[0].ColSpan = 2
			add(&row.Cells[0], cells)
			out.Rows = append(out.Rows, row)
			open, last = nil, -1
		}
	}
	return out, rest, true
}

// filled lists the cells of a row that have text.
func filled(r grid.Row) []*grid.Cell {
	var out []*grid.Cell
	for i := range r.Cells {
		if shown(&r.Cells[i]) != 0 {
			out = append(out, &r.Cells[i])
		}
	}
	return out
}

// sideOfRow is the side that a row's first cell names, with text beside it.
func sideOfRow(cells []*grid.Cell) role {
	if len(cells) < 2 || cells[0].Col > 0 {
		return unknown
	}
	if s := corpus.Squeeze(textOf(*cells[0])); len([]rune(s)) > longestHeader || strings.Contains(s, "。") {
		return unknown
	}
	if r := roleOf(textOf(*cells[0])); r == newText || r == oldText {
		return r
	}
	return unknown
}

func pairRow(like grid.Row, a, b []grid.Line) grid.Row {
	return grid.Row{Page: like.Page, Drawn: true, Box: like.Box, Cells: []grid.Cell{
		{Col: 0, ColSpan: 1, RowSpan: 1, Lines: a}, {Col: 1, ColSpan: 1, RowSpan: 1, Lines: b}}}
}

func add(to *grid.Cell, from []*grid.Cell) {
	for _, c := range from {
		to.Lines = append(to.Lines, c.Lines...)
	}
}
