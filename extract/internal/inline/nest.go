package inline

import (
	"strings"

	"golang.org/x/net/html"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
)

// Nests finds the tables inside cells for readers that see tags one after another and build no tree. A cell's lines must be finished
// before each tag of a table is told. The zero value is ready; one serves all cells of a file, so that no two tables have one number.
type Nests struct {
	count        int     // tables found to be one piece
	depth        int     // open tables
	from         int     // the first line of the outermost one, behind its caption
	cells        [][]int // the first line of each of its cells, by row
	named, ruled bool
	caption      bool // it is open
}

// Open tells of a tag that opens behind so many lines of the cell.
func (n *Nests) Open(t html.Token, lines int) {
	if n == nil {
		return
	}
	switch {
	case t.Data == "table":
		if n.depth++; n.depth == 1 {
			n.from, n.cells, n.named, n.ruled, n.caption = lines, nil, false, false, false
			for _, a := range t.Attr {
				n.ruled = n.ruled || a.Key == "border" && !strings.HasPrefix(strings.TrimSpace(a.Val), "0")
			}
		}
	case n.depth != 1:
	case t.Data == "tr":
		n.cells = append(n.cells, nil)
	case t.Data == "td" || t.Data == "th":
		if len(n.cells) == 0 {
			n.cells = [][]int{nil}
		}
		row := &n.cells[len(n.cells)-1]
		*row = append(*row, lines)
		n.named = n.named || t.Data == "th"
	case t.Data == "caption" && len(n.cells) == 0:
		n.caption = true
	}
}

// Close tells of a tag that closes behind lines. Those of a table that is one piece are numbered.
func (n *Nests) Close(name string, lines []grid.Line) {
	if n == nil || n.depth == 0 {
		return
	}
	switch {
	case name == "caption" && n.depth == 1 && n.caption:
		n.named, n.caption, n.from = true, false, len(lines)
	case name == "table":
		if n.depth--; n.depth == 0 {
			n.settle(lines)
		}
	}
}

// End tells that the cell is over, whatever is open in it.
func (n *Nests) End(lines []grid.Line) {
	if n != nil && n.depth > 0 {
		n.depth = 0
		n.settle(lines)
	}
}

func (n *Nests) settle(lines []grid.Line) {
	var rows [][]string
	end := len(lines) // of the cell before, from the last
	for i := len(n.cells) - 1; i >= 0; i-- {
		row := make([]string, len(n.cells[i]))
		for k := len(row) - 1; k >= 0; k-- {
			var b strings.Builder
			for _, l := range lines[n.cells[i][k]:end] {
				b.WriteString(l.Text.S)
			}
			row[k], end = corpus.Squeeze(b.String()), n.cells[i][k]
		}
		rows = append(rows, row)
	}
	if !grid.OnePiece(rows, n.named, n.ruled) {
		return
	}
	n.count++
	for i := n.from; i < len(lines); i++ {
		lines[i].Nest = n.count
	}
}
