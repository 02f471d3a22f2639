package xlsx

// Which worksheets are comparisons, and where in the plane their table lies.
//
// As in other formats the first test that any sheet passes decides: a row names both sides; a cell is a marker beside text; the
// title says that a comparison follows; two columns that are about as full. A column of numbers or captions beside the text is none of the
// two: such a workbook holds a whole rule, one clause a row, and is handed on as lines. The table begins with the row that names the sides, or
// with the first row of two cells; what stands above it are the lines before it. Where no sheet has both sides in columns, two sheets named as
// the sides (改正後, 改正前) face each other as a whole.

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/extract/internal/clause"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/sides"
)

// leastText is what the second column of a sheet without words and markers must hold, in code points.
const leastText = 80

// leastShare: the second column holds at least one in so many of the first one's characters.
const leastShare = 4

// usualName is a sheet's name that Excel gave it.
var usualName = lazy.MustCompile(`^(?i:sheet|シート)[ 　]*[0-9０-９]*$`)

// tables turns the sheets that are comparisons into tables; the text of the others stands before them or after.
func (r *reader) tables(planes []*plane) {
	var chosen []*plane
	for _, test := range []func(*plane) bool{
		func(p *plane) bool { return p.header() >= 0 },
		(*plane).holdsMarkers,
		func(p *plane) bool { return p.saysComparison() && p.secondColumn() > 0 },
		func(p *plane) bool {
			first, second := p.fullest()
			return second >= leastText && second*leastShare >= first
		},
	} {
		if chosen = slices.DeleteFunc(slices.Clone(planes), func(p *plane) bool { return !test(p) }); len(chosen) > 0 {
			break
		}
	}
	newer, older := sidesOf(planes)
	if newer != nil {
		chosen = nil
	}
	var loose []grid.Line
	for _, p := range planes {
		if p == newer || p == older {
			if p == newer {
				r.sheet.Tables = append(r.sheet.Tables, facing(loose, newer, older))
				loose = nil
			}
			continue
		}
		if !slices.Contains(chosen, p) {
			rows := p.rows
			if len(chosen) == 0 && newer == nil && len(rows) > 0 && rows[0].namesColumns() {
				for _, c := range rows[0].cells {
					r.unplace(c.words(), "header")
				}
				rows = rows[1:]
			}
			loose = append(loose, p.text(rows)...)
			continue
		}
		t := p.table()
		if len(t.Before) == 0 && len(chosen) > 1 && !usualName.MatchString(p.name) {
			t.Title = p.name
		}
		t.Before = append(loose, t.Before...)
		loose = nil
		r.sheet.Tables = append(r.sheet.Tables, t)
	}
	r.sheet.After = loose
}

// sidesOf are the two sheets of which one is named as the new text and the other as the old (改正後, 現行), if no sheet has both in columns.
func sidesOf(planes []*plane) (newer, older *plane) {
	for _, p := range planes {
		if p.header() >= 0 {
			return nil, nil
		}
		switch side, ok := sides.Of(p.name); {
		case !ok || len(p.rows) == 0:
		case side == corpus.New && newer == nil:
			newer = p
		case side == corpus.Old && older == nil:
			older = p
		default: // 旧１, 旧２: which of them is meant
			return nil, nil
		}
	}
	if newer == nil || older == nil {
		return nil, nil
	}
	return newer, older
}

// facing is the table of two sheets, under their names: what faces what is not known.
func facing(before []grid.Line, newer, older *plane) grid.Table {
	t := grid.Table{Before: before, Cols: 2, Rows: []grid.Row{{Drawn: true}, {Drawn: true}}}
	for col, p := range []*plane{newer, older} {
		name := grid.Line{Text: corpus.Text{S: p.name}, Start: true, Room: -1}
		for i, lines := range [][]grid.Line{{name}, p.text(p.rows)} {
			t.Rows[i].Cells = append(t.Rows[i].Cells, grid.Cell{Col: col, ColSpan: 1, RowSpan: 1, Lines: lines})
		}
	}
	return t
}

// header is the index of the first row that names both sides, -1 if none does.
func (p *plane) header() int {
	return slices.IndexFunc(p.rows, line.namesBothSides)
}

func (l line) namesBothSides() bool {
	var words []string
	for _, c := range l.cells {
		words = append(words, c.words())
	}
	return sides.Both(words)
}

func (p *plane) holdsMarkers() bool {
	return slices.ContainsFunc(p.rows, func(l line) bool {
		markers, texts := 0, 0
		for _, c := range l.cells {
			if m := clause.Marker(squeeze(c.words())); m.IsMarker() {
				markers++
			} else {
				texts++
			}
		}
		return markers > 0 && texts > 0
	})
}

// saysComparison: a title, or the sheet's name, names a comparison.
func (p *plane) saysComparison() bool {
	return sides.NamesComparison(p.name) || slices.ContainsFunc(p.rows[:min(len(p.rows), 10)], func(l line) bool {
		s := squeeze(l.cells[0].words())
		return len(l.cells) == 1 && utf8.RuneCountInString(s) <= 100 && sides.NamesComparison(s)
	})
}

// secondColumn is how much text the second fullest column has, in code points.
func (p *plane) secondColumn() int {
	_, second := p.fullest()
	return second
}

// fullest are how much text the two fullest columns have, in code points.
func (p *plane) fullest() (first, second int) {
	var sum [maxColumns]int
	for _, l := range p.rows {
		for _, c := range l.cells {
			sum[c.col] += utf8.RuneCountInString(squeeze(c.words()))
		}
	}
	slices.Sort(sum[:])
	return sum[maxColumns-1], sum[maxColumns-2]
}

// columnWord names a column of a whole rule.
var columnWord = lazy.MustCompile(`^(?:条文|本文|内容|規[程定則]|見出し|文言|全文)$`)

// namesColumns reports whether a row is the header of a whole rule in columns: 条｜見出し｜本文.
func (l line) namesColumns() bool {
	return len(l.cells) > 1 && !slices.ContainsFunc(l.cells, func(c cell) bool {
		w := squeeze(c.words())
		return !columnWord.MatchString(w) && !sides.Key(w) && !sides.Note(w)
	})
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// text is rows as lines, the cells of a row set off by a blank.
func (p *plane) text(rows []line) []grid.Line {
	var out []grid.Line
	for _, l := range rows {
		for i, c := range l.cells {
			out = joined(out, c.lines, i > 0)
		}
	}
	return out
}

// joined appends lines; glued ones go on in the last line if it is one line with a single one.
func joined(to, lines []grid.Line, glued bool) []grid.Line {
	if glued && len(to) > 0 && len(lines) > 0 {
		last := &to[len(to)-1]
		last.Text = last.Text.Append(corpus.Text{S: "　"}).Append(lines[0].Text)
		lines = lines[1:]
	}
	return append(to, lines...)
}

// table is the comparison on a sheet.
func (p *plane) table() grid.Table {
	top := p.header()
	if top < 0 {
		top = max(0, slices.IndexFunc(p.rows, func(l line) bool { return len(l.cells) > 1 }))
	}
	rows := p.rows[top:]
	edges := columnsOf(rows, p.rows[top])
	t := grid.Table{Before: p.text(p.rows[:top]), Cols: len(edges)}
	at := func(col int) int { // the column of the table in which a column of the sheet stands
		i, found := slices.BinarySearch(edges, col)
		if !found {
			i--
		}
		return max(i, 0)
	}
	for _, l := range rows {
		row := grid.Row{Drawn: true}
		for _, c := range l.cells {
			from := at(c.col)
			to := max(at(c.col+c.cols-1), from)
			if n := len(row.Cells); n > 0 && row.Cells[n-1].Col+row.Cells[n-1].ColSpan > from { // one more cell below the same word
				last := &row.Cells[n-1]
				last.Lines = joined(last.Lines, c.lines, len(last.Lines) == 1)
				last.ColSpan = max(last.ColSpan, to-last.Col+1)
				last.RowSpan = max(last.RowSpan, c.rows)
				continue
			}
			fill(&row, from)
			row.Cells = append(row.Cells, grid.Cell{Col: from, ColSpan: to - from + 1, RowSpan: c.rows, Lines: c.lines})
		}
		fill(&row, t.Cols)
		t.Rows = append(t.Rows, row)
	}
	return t
}

// fill adds empty cells up to a column.
func fill(row *grid.Row, to int) {
	at := 0
	if n := len(row.Cells); n > 0 {
		at = row.Cells[n-1].Col + row.Cells[n-1].ColSpan
	}
	for ; at < to; at++ {
		row.Cells = append(row.Cells, grid.Cell{Col: at, ColSpan: 1, RowSpan: 1})
	}
}

// columnsOf lists the columns of the sheet with which the columns of the table begin. Below a header each word has one: what
// stands between it and the next word is indented text of its own. The last word reaches as far as the widest before it,
// if that one has such text. Without a header each column that has text is one.
func columnsOf(rows []line, head line) []int {
	used := map[int]bool{}
	for _, l := range rows {
		for _, c := range l.cells {
			used[c.col] = true
		}
	}
	if head.namesBothSides() {
		width := 1
		for i, c := range head.cells {
			end := c.col + c.cols
			if i+1 < len(head.cells) {
				end = head.cells[i+1].col
				for col := c.col + 1; col < end; col++ {
					if used[col] {
						width = max(width, end-c.col)
					}
				}
			} else {
				end = max(end, c.col+width)
			}
			for col := c.col + 1; col < end; col++ {
				delete(used, col)
			}
		}
	}
	var out []int
	for col := range used {
		out = append(out, col)
	}
	slices.Sort(out)
	return out
}
