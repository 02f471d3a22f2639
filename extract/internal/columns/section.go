package columns

// Sections: what one header row governs. A table may hold several (a second table under its own header), a header that
// repeats at the top of a page opens none, and a header word inside a cell is text.

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
)

// row is one printed row of a section, or a page whose table is lost.
type row struct {
	page  int
	cells []grid.Cell
	drawn bool
	box   corpus.Box
	ruled bool // a rule closes it at the top
	loose *grid.Page
}

type section struct {
	table    int // index into Sheet.Tables
	vertical bool
	down     bool // vertical lines run down the page: rows run from right to left
	cols     int
	heads    []head // nil if there is no header
	rows     []row
	title    string
	legend   string
	signals  []corpus.Signal          // what the legend says
	tints    map[corpus.MarkKind]bool // colours that are marks here
	headers  [2]string
	stage    int       // of an amendment in stages, from 0
	sides    [2][2]int // columns of each side, half-open
	unplaced []corpus.Unplaced
	leftover []corpus.Unplaced // found while the columns are read
	diags    []corpus.Diag
	twice    map[int]int // characters, by page, of lines that were in a column's text before
}

// divide finds the sections of a sheet; rest is what stands in tables that are no comparison.
func divide(sheet *grid.Sheet) (sections []*section, rest []corpus.Unplaced) {
	for i := range sheet.Tables {
		t := &sheet.Tables[i]
		if u, words, ok := turned(t); ok {
			t, rest = u, append(rest, words...)
		}
		found := sectionsOf(t, i, looseOf(sheet, i))
		for _, s := range found {
			if s.cols < 2 && !s.hasLoose() {
				rest = append(rest, s.everything("outside-table")...)
				continue
			}
			sections = append(sections, s.stages()...)
		}
	}
	if len(sheet.Tables) == 0 && len(sheet.Loose) > 0 {
		s := &section{}
		for i := range sheet.Loose {
			s.rows = append(s.rows, row{page: sheet.Loose[i].Number, loose: &sheet.Loose[i]})
		}
		return []*section{s}, nil
	}
	return keep(sections, rest)
}

// keep drops tables without a header beside tables that have one: they are no comparison, unless they go on from one.
func keep(sections []*section, rest []corpus.Unplaced) ([]*section, []corpus.Unplaced) {
	headed := slices.ContainsFunc(sections, func(s *section) bool { return s.heads != nil })
	var out []*section
	for _, s := range sections {
		switch {
		case s.heads != nil:
			out = append(out, s)
		case len(out) > 0 && out[len(out)-1].cols == s.cols && out[len(out)-1].vertical == s.vertical && s.title == "":
			last := out[len(out)-1]
			last.rows = append(last.rows, s.rows...)
			last.unplaced = append(last.unplaced, s.unplaced...)
		case !headed:
			out = append(out, s)
		default:
			rest = append(rest, s.everything("outside-table")...)
		}
	}
	return out, rest
}

func looseOf(sheet *grid.Sheet, table int) []grid.Page {
	var out []grid.Page
	for _, p := range sheet.Loose {
		if p.Table == table || p.Table >= len(sheet.Tables) && table == len(sheet.Tables)-1 {
			out = append(out, p)
		}
	}
	return out
}

// sectionsOf cuts a table at its header rows.
func sectionsOf(t *grid.Table, index int, loose []grid.Page) []*section {
	s := &section{table: index, vertical: t.Vertical, cols: t.Cols}
	s.before(t.Before, t.Title)
	out := []*section{s}
	body := func(at int) {
		for i := range loose {
			if loose[i].At == at {
				s.rows = append(s.rows, row{page: loose[i].Number, loose: &loose[i]})
			}
		}
	}
	var pending []corpus.Unplaced // spanning rows that may be the title of the next header
	for i, r := range t.Rows {
		body(i)
		if words, under, ok := s.underWords(t.Rows, i); ok {
			if s.heads == nil {
				s.heads = headsOf(words)
				s.flush(&pending)
			}
			s.unplaced = append(s.unplaced, texts(words.Cells, "header")...)
			r = under
		}
		heads := headsOf(r)
		switch {
		case heads == nil:
			if title, ok := s.aloft(r, t.Cols); ok {
				pending = append(pending, title)
				continue
			}
			s.flush(&pending)
			s.rows = append(s.rows, row{page: r.Page, cells: r.Cells, drawn: r.Drawn, box: r.Box, ruled: r.Drawn && !r.OpenTop})
			continue
		case s.heads == nil && s.upperHeads():
			s.heads = heads
			s.flush(&pending)
		case sameHeads(s.heads, heads):
			s.flush(&pending)
		default:
			next := &section{table: index, vertical: t.Vertical, cols: t.Cols, heads: heads}
			out, s = append(out, next), next
			s.flush(&pending)
		}
		s.unplaced = append(s.unplaced, texts(r.Cells, "header")...)
	}
	body(len(t.Rows))
	for i := range loose { // a page said to stand behind the table's end
		if loose[i].At > len(t.Rows) || loose[i].At < 0 {
			s.rows = append(s.rows, row{page: loose[i].Number, loose: &loose[i]})
		}
	}
	s.flush(&pending)
	if s.heads == nil && len(out) == 1 {
		s.headsBefore()
	}
	return out
}

// underWords parts the header's words from the text below them, where no rule does: the first line of every cell of the table's first row, and
// of the first row of a later page if the words are the same.
func (s *section) underWords(rows []grid.Row, i int) (words, under grid.Row, ok bool) {
	if i > 0 && (s.heads == nil || rows[i].Page == rows[i-1].Page) {
		return words, under, false
	}
	words, under = rows[i], rows[i]
	words.Cells, under.Cells = slices.Clone(words.Cells), slices.Clone(under.Cells)
	text := false
	for k := range words.Cells {
		if c := &words.Cells[k]; len(c.Lines) > 0 {
			c.Lines, under.Cells[k].Lines = c.Lines[:1], c.Lines[1:]
			text = text || len(under.Cells[k].Lines) > 0
		}
	}
	heads := headsOf(words)
	if !text || heads == nil || slices.ContainsFunc(heads, func(h head) bool { return roleOf(h.text) == unknown }) {
		return words, under, false
	}
	return words, under, s.heads == nil || sameHeads(s.heads, heads)
}

// upperHeads reports whether the rows before the header are none, or its upper storey (条 | 内容 over two columns | 備考), which it then
// takes from the text.
func (s *section) upperHeads() bool {
	over := len(s.rows) == 0
	for i := range s.rows {
		if s.rows[i].loose != nil {
			return false
		}
		for _, c := range s.rows[i].cells {
			if shown(&c) > longestHeader {
				return false
			}
			over = over || c.ColSpan > 1 && c.ColSpan < s.cols && shown(&c) > 0
		}
	}
	if !over || len(s.rows) > 2 {
		return false
	}
	for i := range s.rows {
		s.unplaced = append(s.unplaced, texts(s.rows[i].cells, "header")...)
	}
	s.rows = nil
	return true
}

// aloft reads a row that is one cell over all columns before the header or before any text: the table's title or legend.
func (s *section) aloft(r grid.Row, cols int) (corpus.Unplaced, bool) {
	filled := slices.DeleteFunc(slices.Clone(r.Cells), func(c grid.Cell) bool { return shown(&c) == 0 })
	if cols < 2 || len(filled) != 1 || filled[0].ColSpan < cols || len(s.rows) > 0 {
		return corpus.Unplaced{}, false
	}
	return corpus.Unplaced{Page: r.Page, Text: textOf(filled[0]), Reason: "title", Box: filled[0].Box}, true
}

// flush takes pending spanning rows as title or legend.
func (s *section) flush(pending *[]corpus.Unplaced) {
	for _, p := range *pending {
		if isLegend(corpus.Squeeze(p.Text)) {
			s.tell(strings.TrimSpace(p.Text))
			p.Reason = "legend"
		} else if s.title == "" || partRE.MatchString(corpus.Squeeze(s.title)) {
			s.title = strings.TrimSpace(p.Text)
		}
		s.unplaced = append(s.unplaced, p)
	}
	*pending = nil
}

// textOf is the text of a cell, its lines joined.
func textOf(c grid.Cell) string {
	var b strings.Builder
	for _, l := range c.Lines {
		b.WriteString(l.Text.S)
	}
	return b.String()
}

// shown counts the characters of a cell.
func shown(c *grid.Cell) (n int) {
	for i := range c.Lines {
		n += corpus.Shown(c.Lines[i].Text.S)
	}
	return n
}

func texts(cells []grid.Cell, reason string) []corpus.Unplaced {
	var out []corpus.Unplaced
	for _, c := range cells {
		for _, l := range c.Lines {
			if corpus.Shown(l.Text.S) != 0 {
				out = append(out, unplaced(l, reason))
			}
		}
	}
	return out
}

func (s *section) everything(reason string) []corpus.Unplaced {
	out := slices.Clone(s.unplaced)
	for _, r := range s.rows {
		out = append(out, texts(r.cells, reason)...)
		if r.loose != nil {
			for _, l := range r.loose.Lines {
				out = append(out, unplaced(l, reason))
			}
		}
	}
	return out
}

func (s *section) hasLoose() bool {
	return slices.ContainsFunc(s.rows, func(r row) bool { return r.loose != nil })
}
