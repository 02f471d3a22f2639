package columns

// Stacked comparisons: no columns at all, but the new text under 「（改正後）」 and the old under 「（改正前）」, provision by provision or
// once for the whole. They become a table of two columns, a row for each pair, and are read on as any other table.
//
// Only lines that are a header word and nothing else open a block, and both sides must occur; a text that merely names them
// in a sentence has no such line.

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
)

// block is a header line with the lines under it.
type block struct {
	side  int
	lines []grid.Line
}

// Stack makes a table of a sheet without tables whose lines are a stacked comparison; ok is false if they are none.
func Stack(sheet *grid.Sheet) (out *grid.Sheet, ok bool) {
	if len(sheet.Tables) > 0 || len(sheet.Loose) > 0 {
		return nil, false
	}
	var before []grid.Line
	var heads [2]*grid.Line
	var blocks []block
	for i := range sheet.After {
		l := sheet.After[i]
		side := stackHead(l)
		switch {
		case side >= 0:
			if heads[side] == nil {
				heads[side] = &sheet.After[i]
			}
			blocks = append(blocks, block{side: side})
		case len(blocks) == 0:
			before = append(before, l)
		default:
			last := &blocks[len(blocks)-1]
			last.lines = append(last.lines, l)
		}
	}
	if heads[0] == nil || heads[1] == nil {
		return nil, false
	}
	width := extentOf(sheet.After[len(before):])
	first := blocks[0].side // stands in the first column
	table := grid.Table{Cols: 2, Before: before}
	row := func(a, b []grid.Line) {
		page := 0
		for _, l := range append(slices.Clone(a), b...) {
			if page == 0 || l.Page < page {
				page = l.Page
			}
		}
		table.Rows = append(table.Rows, grid.Row{Page: page, Drawn: true, Cells: []grid.Cell{
			{Col: 0, ColSpan: 1, RowSpan: 1, Lines: a}, {Col: 1, ColSpan: 1, RowSpan: 1, Lines: b}}})
	}
	row([]grid.Line{*heads[first]}, []grid.Line{*heads[1-first]})
	for i := 0; i < len(blocks); {
		var cells [2][]grid.Line
		for k := 0; k < 2 && i < len(blocks); k++ {
			at := 0
			if blocks[i].side != first {
				at = 1
			}
			if k == 1 && at == 0 { // the next pair begins: this side says nothing
				break
			}
			cells[at] = measured(blocks[i].lines, width)
			i++
			if at == 1 {
				break
			}
		}
		row(cells[0], cells[1])
	}
	copied := *sheet
	copied.Tables, copied.After = []grid.Table{table}, nil
	copied.Unplaced = slices.Clone(sheet.Unplaced)
	seen := [2]bool{}
	for _, l := range sheet.After {
		if side := stackHead(l); side >= 0 {
			if seen[side] {
				copied.Unplaced = append(copied.Unplaced, unplaced(l, "header"))
			}
			seen[side] = true
		}
	}
	return &copied, true
}

// stackHead is the side that a line of its own names, -1 if none.
func stackHead(l grid.Line) int {
	if corpus.Shown(l.Text.S) > longestStackHead {
		return -1
	}
	switch roleOf(l.Text.S) {
	case newText:
		return 0
	case oldText:
		return 1
	}
	return -1
}

const longestStackHead = 12 // code points: 【改正後の規定】

// extentOf is where lines begin and end at most.
func extentOf(lines []grid.Line) (out [2]float64) {
	for i, l := range lines {
		from, to := along(l)
		if i == 0 {
			out = [2]float64{from, to}
		}
		out = [2]float64{min(out[0], from), max(out[1], to)}
	}
	return out
}

// measured gives the lines of a block their indents and the room at their ends within width, from their boxes.
func measured(lines []grid.Line, width [2]float64) []grid.Line {
	out := slices.Clone(lines)
	for i := range out {
		l := &out[i]
		if from, to := along(*l); !l.Box.IsZero() && l.Size > 0 {
			l.Indent, l.Room = (from-width[0])/l.Size, (width[1]-to)/l.Size
		}
	}
	return out
}

// along is a line's extent on the page in its direction.
func along(l grid.Line) (from, to float64) {
	if l.Box.Y1-l.Box.Y0 > 2*(l.Box.X1-l.Box.X0) {
		return l.Box.Y0, l.Box.Y1
	}
	return l.Box.X0, l.Box.X1
}
