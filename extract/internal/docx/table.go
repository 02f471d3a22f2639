package docx

// Tables: rows and cells at their columns, merged cells, rows that a tracked change deletes.

import (
	"strconv"
	"strings"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
)

const (
	maxColumns = 64     // cells behind lose their place, not their text
	maxRows    = 20_000 // of all comparisons; a table of 600 pages has 10 000
)

// slot is a cell at its place.
type slot struct {
	node   *node
	more   []*node // cells whose text belongs to this one: those behind the last column
	col    int
	cols   int
	goesOn bool // it is the lower part of a merged cell
}

// rowsOf lists the rows of a table, also those inside content controls.
func rowsOf(n *node) []*node { return inside(n, "w:tr") }

func inside(n *node, name string) []*node {
	var out []*node
	for _, k := range n.Kids {
		switch k.Name {
		case name:
			out = append(out, k)
		case "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo":
			out = append(out, inside(k, name)...)
		case "mc:AlternateContent":
			if c := k.Branch(); c != nil {
				out = append(out, inside(c, name)...)
			}
		}
	}
	return out
}

// slots places the cells of a row.
func slots(tr *node) []slot {
	var out []slot
	col := int(number(tr.Child("w:trPr", "w:gridBefore").Attr("w:val")))
	for _, tc := range inside(tr, "w:tc") {
		pr := tc.Child("w:tcPr")
		span := max(int(number(pr.Child("w:gridSpan").Attr("w:val"))), 1)
		n := len(out)
		if n > 0 && (col >= maxColumns || goesOn(pr.Child("w:hMerge"))) {
			out[n-1].more = append(out[n-1].more, tc)
			if col < maxColumns {
				span = min(span, maxColumns-col)
				out[n-1].cols += span
				col += span
			}
			continue
		}
		s := slot{node: tc, col: min(col, maxColumns-1), goesOn: goesOn(pr.Child("w:vMerge"))}
		s.cols = min(span, maxColumns-s.col)
		col = s.col + s.cols
		out = append(out, s)
	}
	return out
}

// goesOn reads a merge: without a value it continues.
func goesOn(merge *node) bool { return merge != nil && merge.Attr("w:val") != "restart" }

// columnsOf are the widths of a table's columns in twips.
func columnsOf(tbl *node) []float64 {
	var out []float64
	for _, c := range tbl.Child("w:tblGrid").All("w:gridCol") {
		if len(out) < maxColumns {
			out = append(out, number(c.Attr("w:w")))
		}
	}
	return out
}

// table reads a table where it stands: a comparison into the sheet, one that lays out a comparison as flow, one in a cell
// as one piece or as lines, any other as text.
func (w *walker) table(tbl *node) {
	switch {
	case w.cell && w.inside == 0 && w.r.onePiece(tbl):
		w.nest(tbl)
	case w.cell:
		w.rows(tbl)
	case w.r.chosen[tbl]:
		w.r.add(tbl, w.lines())
	case w.r.holdsChosen(tbl):
		for _, tr := range rowsOf(tbl) {
			for _, tc := range inside(tr, "w:tc") {
				w.blocks(tc)
			}
		}
	case len(w.r.chosen) > 0 || boxed(tbl):
		w.rows(tbl)
	default:
		w.opaque(tbl)
	}
}

// boxed: a table of one column is a frame around text.
func boxed(tbl *node) bool {
	for _, tr := range rowsOf(tbl) {
		if len(inside(tr, "w:tc")) > 1 {
			return false
		}
	}
	return true
}

func (r *reader) holdsChosen(n *node) bool {
	for _, k := range n.Kids {
		if r.chosen[k] || r.holdsChosen(k) {
			return true
		}
	}
	return false
}

// rows reads a table as text: a line a row, its cells set off by a blank; further paragraphs of a cell are further lines.
func (w *walker) rows(tbl *node) {
	for _, tr := range rowsOf(tbl) {
		if !w.r.rowStays(tr) {
			continue
		}
		w.end()
		w.open = true
		for _, tc := range inside(tr, "w:tc") {
			w.glue = true
			w.blocks(tc)
			w.flush()
		}
		w.glue = false
		w.end()
	}
}

// opaque reads a table of a whole text as one line.
func (w *walker) opaque(tbl *node) {
	w.end()
	var rows []string
	for _, tr := range rowsOf(tbl) {
		if !w.r.rowStays(tr) {
			continue
		}
		var cells []string
		filled := false
		for _, tc := range inside(tr, "w:tc") {
			in := w.r.walker(0)
			in.cell = true
			in.blocks(tc)
			var parts []string
			for _, l := range in.lines() {
				parts = append(parts, l.Text.S)
				filled = true
			}
			cells = append(cells, strings.Join(parts, "　"))
		}
		if filled {
			rows = append(rows, "| "+strings.Join(cells, " | ")+" |")
		}
	}
	if len(rows) == 0 {
		return
	}
	w.r.whole = append(w.r.whole, opaque{at: len(w.out)})
	w.out = append(w.out, grid.Line{Text: corpus.Text{S: strings.Join(rows, "\n")}, Start: true, Room: -1})
}

// add takes over a comparison; before is the text since the last one.
func (r *reader) add(tbl *node, before []grid.Line) {
	columns := columnsOf(tbl)
	t := grid.Table{Before: before, Cols: len(columns)}
	trs := rowsOf(tbl)
	for _, tr := range trs {
		for _, s := range slots(tr) {
			t.Cols = max(t.Cols, s.col+s.cols)
		}
	}
	style := r.styles.tableFormats(tbl.Child("w:tblPr"), len(trs), t.Cols)
	type place struct{ row, cell int }
	above := map[int]place{} // merged cells by their column
	for at, tr := range trs {
		if !r.rowStays(tr) {
			continue
		}
		if r.rows++; r.rows > maxRows {
			r.tell(corpus.Diag{
				Rule: "docx-rows", Severity: corpus.Warning,
				Message: "表の行が " + strconv.Itoa(maxRows) + " を超えるため、以後の行は比較していません", English: "rows beyond " + strconv.Itoa(maxRows) + " are not compared",
				Hint: "表を分けてください",
			})
			r.unplace(tr, "outside-table")
			continue
		}
		row := grid.Row{Drawn: true}
		fill := func(to int) {
			for len(row.Cells) > 0 && last(row).Col+last(row).ColSpan < to || len(row.Cells) == 0 && to > 0 {
				at := 0
				if len(row.Cells) > 0 {
					at = last(row).Col + last(row).ColSpan
				}
				row.Cells = append(row.Cells, grid.Cell{Col: at, ColSpan: 1, RowSpan: 1})
			}
		}
		header := tr.Child("w:trPr", "w:tblHeader")
		for _, s := range slots(tr) {
			fill(s.col)
			w := r.walker(r.lineWidth(s.node, columns, s.col, s.col+s.cols))
			w.cell, w.cellLook = true, r.styles.cellLook(style, s.node, at, s.col, s.cols)
			w.blocks(s.node)
			for _, n := range s.more {
				w.blocks(n)
			}
			c := grid.Cell{Col: s.col, ColSpan: s.cols, RowSpan: 1, Lines: w.lines(), Header: header != nil && toggle(header) > 0}
			c.Tall = w.down
			if p, ok := above[s.col]; ok && s.goesOn && t.Rows[p.row].Cells[p.cell].ColSpan == s.cols {
				top := &t.Rows[p.row].Cells[p.cell]
				top.RowSpan++
				top.Lines = append(top.Lines, c.Lines...)
				c.Lines = nil
			} else {
				above[s.col] = place{len(t.Rows), len(row.Cells)}
			}
			row.Cells = append(row.Cells, c)
		}
		fill(t.Cols)
		t.Rows = append(t.Rows, row)
	}
	r.file.Sheet.Tables = append(r.file.Sheet.Tables, t)
}

func last(row grid.Row) grid.Cell { return row.Cells[len(row.Cells)-1] }
