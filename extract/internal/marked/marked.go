// Package marked reads marked text: what layout models return for a two-column table.
//
// A page is a header row of tab-separated words and one row of tab-separated cells whose paragraphs, underlines and
// bullets stand as tags inside; blank lines separate pages. Models break that shape in known ways: a page comes back
// without its table, both columns interleaved as plain paragraphs; a heading and a marker are glued into one <p>;
// tags stay open or nest. Reading the whole as HTML was rejected: rows and cells are no tags here, and an HTML parser
// repairs an open <u> by underlining everything behind it. So blocks are found line by line, cells by their tabs, and
// only a cell's inside is tokenised, with every tag a toggle. The cost: a tab inside a paragraph would end its cell.
//
// Nothing is decided about sides here: the page whose table is lost is handed on as it stands.
package marked

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/inline"
)

// Read reads a file of marked text, already decoded. Every string is readable; what is no table comes back as lines
// before, between or after the tables.
func Read(text string) *grid.Sheet {
	r := &reader{sheet: &grid.Sheet{}}
	blocks := split(text)
	r.vocabulary = headersOf(blocks)
	for len(blocks) > 0 {
		blocks = blocks[r.block(blocks):]
	}
	return r.finish()
}

type reader struct {
	sheet      *grid.Sheet
	vocabulary [][]string // header rows of the file, white space removed, in order of first appearance
	header     []string   // header of the table being read
	page       int
	nests      inline.Nests
	loose      *grid.Page  // the lost page being read
	between    []grid.Line // lines since the last row, not yet known to be before, between or after tables
}

// block reads the first block and returns how many blocks it took.
func (r *reader) block(blocks []block) int {
	if blocks[0].table() {
		r.settle()
		r.table(blocks[0])
		return 1
	}
	if n, header := r.lostHeader(blocks); n > 0 {
		r.settle()
		r.page++
		r.loose = &grid.Page{Number: r.page, Table: max(len(r.sheet.Tables)-1, 0)}
		if len(r.sheet.Tables) > 0 {
			r.loose.At = len(r.sheet.Tables[r.loose.Table].Rows)
		}
		for _, word := range header {
			r.sheet.Unplaced = append(r.sheet.Unplaced, corpus.Unplaced{Page: r.page, Text: word, Reason: "header"})
		}
		return n
	}
	lines := paragraphs(strings.Join(blocks[0].lines, "\n"), max(r.page, 1), nil)
	if r.loose != nil {
		r.loose.Lines = append(r.loose.Lines, lines...)
	} else {
		r.between = append(r.between, lines...)
	}
	return 1
}

// settle closes a lost page when a table or the next lost page begins.
func (r *reader) settle() {
	if r.loose != nil {
		r.sheet.Loose = append(r.sheet.Loose, *r.loose)
		r.loose = nil
	}
}

// table reads a block of rows: a page of the current table, or the first page of a new one.
func (r *reader) table(b block) {
	rows := b.rows()
	header := headerOf(rows)
	if len(r.sheet.Tables) == 0 || header != nil && !slices.Equal(header, r.header) {
		r.header = header
		r.sheet.Tables = append(r.sheet.Tables, grid.Table{Before: r.between})
		r.between = nil
	}
	r.page++
	t := &r.sheet.Tables[len(r.sheet.Tables)-1]
	r.placeBetween(t)
	drawn := len(rows) > 2 || header == nil && len(rows) > 1
	for _, cells := range rows {
		row := grid.Row{Page: r.page, Drawn: drawn}
		for col, cell := range cells {
			c := grid.Cell{Col: col, ColSpan: 1, RowSpan: 1, Lines: paragraphs(cell, r.page, &r.nests)}
			for _, l := range c.Lines {
				c.Box = c.Box.Union(l.Box)
			}
			row.Cells = append(row.Cells, c)
			row.Box = row.Box.Union(c.Box)
		}
		t.Cols = max(t.Cols, len(row.Cells))
		t.Rows = append(t.Rows, row)
	}
}

// placeBetween decides about lines between two pages of one table: whole sentences can only be a page whose table is
// lost together with its header; anything shorter is what stands at a page's edge.
func (r *reader) placeBetween(t *grid.Table) {
	lines := r.between
	r.between = nil
	if len(lines) == 0 {
		return
	}
	for _, l := range lines {
		if strings.Contains(l.Text.S, "。") {
			r.sheet.Loose = append(r.sheet.Loose, grid.Page{Number: r.page, Table: len(r.sheet.Tables) - 1, At: len(t.Rows), Lines: renumber(lines, r.page)})
			r.page++
			return
		}
	}
	for _, l := range lines {
		reason := "outside-table"
		if pageNumber.MatchString(l.Text.S) {
			reason = "page-number"
		}
		r.sheet.Unplaced = append(r.sheet.Unplaced, corpus.Unplaced{Page: l.Page, Text: l.Text.S, Reason: reason})
	}
}

func renumber(lines []grid.Line, page int) []grid.Line {
	for i := range lines {
		lines[i].Page = page
	}
	return lines
}

func (r *reader) finish() *grid.Sheet {
	r.settle()
	s := r.sheet
	s.After, s.Pages = r.between, r.page
	for i := range s.Tables {
		t := &s.Tables[i]
		for j := range t.Rows { // a missing column is an empty cell
			for col := len(t.Rows[j].Cells); col < t.Cols; col++ {
				t.Rows[j].Cells = append(t.Rows[j].Cells, grid.Cell{Col: col, ColSpan: 1, RowSpan: 1})
			}
		}
	}
	for i, p := range s.Loose {
		if p.Table >= len(s.Tables) {
			s.Loose[i].Table, s.Loose[i].At = 0, 0
		}
		s.Diags = append(s.Diags, corpus.Diag{
			Rule: "page-without-table", Severity: corpus.Warning, Unit: -1, Page: p.Number,
			Message: "この頁は表の形が失われ、両欄が混ざっています",
			English: "the table of this page is lost: both columns stand interleaved",
			Hint:    "元の頁と照らし合わせてください",
		})
	}
	return s
}
