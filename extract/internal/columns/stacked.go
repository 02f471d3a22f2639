package columns

// Stacked comparisons: no columns at all, but the new text under 「（改正後）」 and the old under 「（改正前）」, provision by provision or
// once for the whole. They become a table of two columns, a row for each pair, and are read on as any other table.
//
// Only lines that are a header word and nothing else open a block, and both sides must have text; a text that merely names them
// in a sentence has no such line. What stands between two pairs is told from the end of a text by what it is: the bare label of an
// article (第三条), which is text of both sides, 「第二条関係」, or a heading above the level of the header words. Asking for rules or frames
// around the blocks was rejected: most of these comparisons are plain paragraphs.

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/extract/internal/clause"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/sides"
)

// block is what stands under a header line.
type block struct {
	side   int
	common []grid.Line // labels above a pair, which belong to both
	lines  []grid.Line
}

// Stack makes a table of a sheet without columns whose lines are a stacked comparison; ok is false if they are none.
func Stack(sheet *grid.Sheet) (out *grid.Sheet, ok bool) {
	if len(sheet.Loose) > 0 || slices.ContainsFunc(sheet.Tables, func(t grid.Table) bool { return t.Cols > 1 }) {
		return nil, false
	}
	all := flow(sheet)
	first := slices.IndexFunc(all, func(l grid.Line) bool { return stackHead(l) >= 0 })
	if first < 0 {
		return nil, false
	}
	upper, level := stackHead(all[first]), all[first].Heading
	var heads [2]*grid.Line
	var blocks []block
	var rest []corpus.Unplaced
	top := above(all[:first], 0)
	before, common := all[:top], all[top:first]
	if !slices.ContainsFunc(common, func(l grid.Line) bool { return !bareArticle(l) }) {
		common = slices.Clone(common)
	} else { // above the first pair it is the whole table's title
		before, common = all[:first], nil
	}
	shut := false // behind a heading that ends the last block
	for i := first; i < len(all); i++ {
		l := all[i]
		side := stackHead(l)
		switch {
		case side >= 0:
			if heads[side] == nil {
				heads[side] = &all[i]
			} else {
				rest = append(rest, unplaced(l, "header"))
			}
			if n := len(blocks); n > 0 && side == upper {
				last := &blocks[n-1]
				at := above(last.lines, level)
				if common = nil; at == 0 { // the text that the pair has
					at = len(last.lines)
				}
				lines := last.lines[at:]
				last.lines = last.lines[:at]
				for _, c := range lines {
					if bareArticle(c) {
						common = append(common, c)
					} else {
						rest = append(rest, unplaced(c, "outside-table"))
					}
				}
			}
			blocks = append(blocks, block{side: side, common: common})
			common, shut = nil, false
		case shut || l.Heading > 0 && l.Heading < level:
			shut = true
			if bareArticle(l) && i+1 < len(all) && stackHead(all[i+1]) == upper {
				common = append(common, l)
			} else {
				rest = append(rest, unplaced(l, "outside-table"))
			}
		default:
			last := &blocks[len(blocks)-1]
			last.lines = append(last.lines, l)
		}
	}
	for side := range heads {
		if !slices.ContainsFunc(blocks, func(b block) bool { return b.side == side && len(b.lines) > 0 }) {
			return nil, false
		}
	}
	width := extentOf(all[first:])
	table := grid.Table{Cols: 2, Before: before}
	row := func(cells ...grid.Cell) {
		page := 0
		for _, c := range cells {
			for _, l := range c.Lines {
				if page == 0 || l.Page < page {
					page = l.Page
				}
			}
		}
		table.Rows = append(table.Rows, grid.Row{Page: page, Drawn: true, Cells: cells})
	}
	pair := func(a, b []grid.Line) {
		row(grid.Cell{Col: 0, ColSpan: 1, RowSpan: 1, Lines: a}, grid.Cell{Col: 1, ColSpan: 1, RowSpan: 1, Lines: b})
	}
	pair([]grid.Line{*heads[upper]}, []grid.Line{*heads[1-upper]})
	for i := 0; i < len(blocks); {
		var cells [2][]grid.Line
		both := measured(blocks[i].common, width)
		for k := 0; k < 2 && i < len(blocks); k++ {
			at := 0
			if blocks[i].side != upper {
				at = 1
			}
			if k == 1 && at == 0 { // the next pair begins: this side says nothing
				break
			}
			cells[at] = append(slices.Clone(both), measured(blocks[i].lines, width)...)
			for j := range both {
				both[j].Taken = true // the other side has it too
			}
			i++
			if at == 1 {
				break
			}
		}
		pair(cells[0], cells[1])
	}
	copied := *sheet
	copied.Tables, copied.After = []grid.Table{table}, nil
	copied.Unplaced = append(slices.Clone(sheet.Unplaced), rest...)
	return &copied, true
}

// flow is all that a sheet without columns says, in its order.
func flow(sheet *grid.Sheet) []grid.Line {
	if len(sheet.Tables) == 0 {
		return sheet.After
	}
	var out []grid.Line
	for _, t := range sheet.Tables {
		out = append(out, t.Before...)
		for _, r := range t.Rows {
			for _, c := range r.Cells {
				out = append(out, c.Lines...)
			}
		}
	}
	return append(out, sheet.After...)
}

// articleRE is the label of an article with no more than its caption behind it.
var articleRE = lazy.MustCompile(`^第[〇一二三四五六七八九十百0-9０-９]+条(?:の[〇一二三四五六七八九十0-9０-９]+)*([（(][^（()）]{1,30}[）)])?$`)

func bareArticle(l grid.Line) bool {
	m := articleRE.FindStringSubmatch(corpus.Squeeze(l.Text.S))
	return m != nil && (m[1] == "" || clause.Marker(m[1]) == corpus.NoPlaceholder)
}

// above is where the lines begin at the end of lines that stand above the next pair and are none of the last text: a bare label, what part it
// is, a heading of the source.
func above(lines []grid.Line, level int) int {
	for i, l := range slices.Backward(lines) {
		if !bareArticle(l) && !partRE.MatchString(corpus.Squeeze(l.Text.S)) && (l.Heading == 0 || level > 0 && l.Heading >= level) {
			return i + 1
		}
	}
	return 0
}

// stackHead is the side that a line of its own names, -1 if none.
func stackHead(l grid.Line) int {
	if corpus.Shown(l.Text.S) > longestStackHead {
		return -1
	}
	if side, ok := sides.Of(strings.Trim(corpus.Squeeze(l.Text.S), "○◎●■□◇◆▼▽・＜＞<>《》『』：:－-―*＊")); ok {
		return int(side)
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
