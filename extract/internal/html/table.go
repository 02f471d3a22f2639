package html

// Rows and columns of a <table>: rowspan and colspan expanded as the HTML standard does (section 4.9.12), rows of
// nested tables left out. Absurd spans are cut: they cost memory and say nothing. Cells behind the last column that is
// kept lose their place, not their text: it joins the last cell of their row.

import (
	"strconv"

	"golang.org/x/net/html"
)

const (
	maxColumns = 64
	maxSpan    = 1000
)

// slot is a cell at its place.
type slot struct {
	node            *html.Node
	more            []*html.Node // cells behind the last column
	col, cols, rows int
}

// expand lists the rows of table with the columns their cells stand in.
func expand(table *html.Node) [][]slot {
	var rows [][]slot
	busy := make([]int, maxColumns) // rows that a cell from above still covers, by column
	for _, tr := range trs(table) {
		var row []slot
		col := 0
		for c := tr.FirstChild; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode || c.Data != "td" && c.Data != "th" {
				continue
			}
			for col < maxColumns-1 && busy[col] > 0 {
				col++
			}
			if col >= maxColumns && len(row) > 0 {
				last := &row[len(row)-1]
				last.more = append(last.more, c)
				continue
			}
			s := slot{node: c, col: min(col, maxColumns-1), cols: span(c, "colspan"), rows: span(c, "rowspan")}
			s.cols = min(s.cols, maxColumns-s.col)
			for i := s.col; i < s.col+s.cols; i++ {
				busy[i] = max(busy[i], s.rows)
			}
			col = s.col + s.cols
			row = append(row, s)
		}
		for i := range busy {
			busy[i] = max(busy[i]-1, 0)
		}
		if len(row) > 0 {
			rows = append(rows, row)
		}
	}
	return rows
}

// trs lists the rows of table, not those of tables inside it.
func trs(n *html.Node) []*html.Node {
	var out []*html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		switch c.Data {
		case "tr":
			out = append(out, c)
		case "thead", "tbody", "tfoot":
			out = append(out, trs(c)...)
		}
	}
	return out
}

func span(n *html.Node, name string) int {
	v, err := strconv.Atoi(attr(n, name))
	if err != nil || v < 1 {
		return 1
	}
	return min(v, maxSpan)
}

func attr(n *html.Node, name string) string {
	v, _ := lookup(n, name)
	return v
}

func lookup(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

func columns(rows [][]slot) int {
	n := 0
	for _, row := range rows {
		for _, s := range row {
			n = max(n, s.col+s.cols)
		}
	}
	return n
}
