package docx

// Tables inside the cells of a comparison: one that the author drew (別表, 様式) is one piece, one that places text stays text; see
// grid.OnePiece. Word draws rules by the table itself, by its style or by its cells.

import (
	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
)

// onePiece reports whether a table inside a cell is one piece.
func (r *reader) onePiece(tbl *node) bool {
	ruled := r.styles.ruled(tbl.Child("w:tblPr"))
	var rows [][]string
	named := false
	for _, tr := range rowsOf(tbl) {
		if header := tr.Child("w:trPr", "w:tblHeader"); header != nil && toggle(header) > 0 {
			named = true
		}
		var row []string
		for _, tc := range inside(tr, "w:tc") {
			row = append(row, corpus.Squeeze(textOf(tc)))
			ruled = ruled || drawn(tc.Child("w:tcPr", "w:tcBorders"))
		}
		rows = append(rows, row)
	}
	return grid.OnePiece(rows, named, ruled)
}

// ruled reports whether a table draws rules, by itself or by its style.
func (s *styles) ruled(tblPr *node) bool {
	if b := tblPr.Child("w:tblBorders"); b != nil {
		return drawn(b)
	}
	for _, style := range s.chain(tblPr) {
		if b := style.Child("w:tblPr", "w:tblBorders"); b != nil {
			return drawn(b)
		}
	}
	return false
}

// drawn reports whether rules are drawn on two sides or more; one alone underlines or parts.
func drawn(borders *node) bool {
	if borders == nil {
		return false
	}
	n := 0
	for _, b := range borders.Kids {
		if v := b.Attr("w:val"); v != "" && v != "nil" && v != "none" {
			n++
		}
	}
	return n > 1
}

// nest reads a table inside a cell as one piece.
func (w *walker) nest(tbl *node) {
	w.end()
	w.r.nests++
	w.inside = w.r.nests
	w.rows(tbl)
	w.inside = 0
}
