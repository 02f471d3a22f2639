package html

// Tables inside the cells of a comparison (別表, 様式, a table of fees) are one piece, as they are in every other format: a header
// word or a number in one of their cells would else cut the provision that shows them, and each of their rows be read as a
// paragraph. Pages use the same element to put text into place; grid.OnePiece tells the two apart.

import (
	"strings"

	"golang.org/x/net/html"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/inline"
)

// onePiece reports whether a table inside a cell is a table in the words of its author, and not a means to place text.
func (r *reader) onePiece(table *html.Node) bool {
	switch strings.ToLower(strings.TrimSpace(attr(table, "role"))) {
	case "presentation", "none":
		return false
	}
	var rows [][]string
	named := child(table, "caption") != nil
	for _, tr := range expand(table) {
		var row []string
		for _, s := range tr {
			var b strings.Builder
			printed(s.node, &b)
			row = append(row, corpus.Squeeze(b.String()))
			named = named || s.node.Data == "th"
		}
		rows = append(rows, row)
	}
	return grid.OnePiece(rows, named, r.ruled(table))
}

// printed writes the words of a cell, those of tables inside it too.
func printed(n *html.Node, b *strings.Builder) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.Type == html.ElementNode && !silent[c.Data]:
			printed(c, b)
		}
	}
}

// ruled reports whether rules are drawn around a table's cells: by its own attributes, or by a border on all sides of it or of a cell.
func (r *reader) ruled(table *html.Node) bool {
	if b, ok := lookup(table, "border"); ok && !strings.HasPrefix(strings.TrimSpace(b), "0") {
		return true
	}
	if rules := strings.ToLower(attr(table, "rules")); rules != "" && rules != "none" {
		return true
	}
	if r.styles[table].ruled {
		return true
	}
	for _, tr := range trs(table) {
		for c := tr.FirstChild; c != nil; c = c.NextSibling {
			if r.styles[c].ruled {
				return true
			}
		}
	}
	return false
}

// nest reads a table inside a cell as one piece: its caption on lines of its own before it, then a line or more for each row.
func (w *walker) nest(table *html.Node, on inline.Marks) {
	w.end()
	if w.marker != "" { // of the list item that the table is
		marker := w.marker
		w.marker = ""
		w.write(marker, 0)
		w.end()
	}
	if w.caption = child(table, "caption"); w.caption != nil {
		w.children(w.caption, on|w.r.styles[w.caption].marks("caption"), nil)
		w.end()
	}
	w.r.nests++
	w.inside = w.r.nests
	w.children(table, on, nil)
	w.end()
	w.inside, w.caption = 0, nil
}
