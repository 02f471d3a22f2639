// Package columns makes a comparison of a sheet of tables: which column is the new text, which is the old, and what each says.
//
// Position says nothing: ministries print the new text on the left, councils and companies on the right, laws above.
// So the side of a column is decided by its header word, then by the markers in it (（新設） stands in the old column,
// （削る） in the new), then by the title, and only then by position, with a warning. The columns are joined over all rows and
// pages before anything is cut into clauses: a cell that breaks in the middle of a word at a page's end is one clause.
// Pairing clauses row by row was rejected: a row is often the whole page, and the two sides break at different points.
// Cost: the printed correspondence survives only as each clause's origin (row, offset in the row, box).
package columns

import (
	"fmt"
	"slices"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/extract/internal/clause"
	"shinkyu/extract/internal/grid"
)

// Compare reads the comparison that sheet holds. The error is a *corpus.Failure: "not-a-table" when there is no table,
// "one-column" when no table has two columns.
//
// twice counts the characters of each page that stand in more than one column's text.
func Compare(sheet *grid.Sheet, source corpus.Source) (c *corpus.Comparison, twice map[int]int, err error) {
	sections, rest := divide(sheet)
	if len(sections) == 0 {
		return nil, nil, refuse(sheet)
	}
	twice = map[int]int{}
	c = &corpus.Comparison{Sources: [2]corpus.Source{source, source}}
	c.Unplaced = append(c.Unplaced, sheet.Unplaced...)
	c.Diags = append(c.Diags, sheet.Diags...)
	c.Unplaced = append(c.Unplaced, rest...)
	tail, title := sheet.After, sheet.Title
	sheet = nil
	after := partsOf(tail)
	for _, part := range after {
		if last := sections[len(sections)-1]; part.reason == "legend" && last.legend == "" { // 備考 under the table
			last.tell(part.text)
		}
	}
	units := [2]int{}
	var signals []corpus.Signal // one legend may speak for the tables that follow
	for i, s := range sections {
		s.decide()
		if s.legend != "" {
			signals = signalsOf(s.legend)
		}
		s.signals = signals
		s.settleTints()
		c.Tables = append(c.Tables, corpus.Table{Title: s.title, Pages: s.pages(), Headers: s.headers, Legend: s.legend, Signals: s.signals})
		if c.Title == "" {
			c.Title = s.title
		}
		c.Unplaced = append(c.Unplaced, s.unplaced...)
		streams := s.streams(i)
		s.rows = nil // lines are let go of as soon as they are in clauses
		for page, n := range s.twice {
			twice[page] += n
		}
		c.Unplaced = append(c.Unplaced, s.leftover...)
		c.Diags = append(c.Diags, s.diags...)
		var opt clause.Options
		if len(sections) > 1 {
			opt.Prefix = ref.Path{{Kind: ref.Part, Text: fmt.Sprintf("表%d", i+1)}}
		}
		for side := range c.Sides {
			lines := streams[side]
			streams[side] = nil
			clauses, diags := clause.Build(lines, opt)
			for _, d := range diags {
				d.Side, d.Unit = corpus.Side(side).String(), d.Unit+units[side]
				c.Diags = append(c.Diags, d)
			}
			doc := &c.Sides[side]
			doc.Clauses = append(doc.Clauses, clauses...)
			if i == 0 {
				doc.Header = s.headers[side]
			}
			if doc.Title == "" {
				doc.Title = titleOf(clauses)
			}
			all, _ := (&corpus.Document{Clauses: clauses}).Units()
			units[side] += len(all)
		}
	}
	c.Diags = oncePerPage(c.Diags)
	if c.Title == "" {
		c.Title = c.Sides[corpus.New].Title
	}
	if c.Title == "" {
		c.Title = title
	}
	for i, part := range after {
		c.Unplaced = append(c.Unplaced, unplaced(tail[i], part.reason))
	}
	return c, twice, nil
}

// oncePerPage drops what a reader said of a page without its table where the paragraphs of that page were given to the sides: that finding says both.
func oncePerPage(diags []corpus.Diag) []corpus.Diag {
	guessed := map[int]bool{}
	for _, d := range diags {
		if d.Rule == "table-lost" {
			guessed[d.Page] = true
		}
	}
	return slices.DeleteFunc(diags, func(d corpus.Diag) bool { return d.Rule == "page-without-table" && guessed[d.Page] })
}

// titleOf is the 題名 among clauses.
func titleOf(clauses []*corpus.Clause) string {
	for _, k := range clauses {
		if n := len(k.Path); n > 0 && k.Path[n-1].Kind == ref.Part && k.Path[n-1].Text == "題名" {
			return k.Text.S
		}
	}
	return ""
}

func refuse(sheet *grid.Sheet) *corpus.Failure {
	if len(sheet.Tables) > 0 {
		return &corpus.Failure{
			Rule: "one-column", Japanese: "表に欄が一つしかなく、比較する相手がありません", English: "the table has one column: there is nothing to compare it with",
			HintJA: "改正後と改正前の二欄がある表か、新旧二つの全文を渡してください", HintEN: "pass a table with a new and an old column, or two whole texts",
		}
	}
	return &corpus.Failure{
		Rule: "not-a-table", Japanese: "新旧対照表が見つかりません", English: "no comparison table found",
		HintJA: "全文同士を比べるには、旧と新の二つのファイルを渡してください", HintEN: "to compare whole texts, pass two files, old and new",
	}
}

func unplaced(l grid.Line, reason string) corpus.Unplaced {
	return corpus.Unplaced{Page: l.Page, Text: l.Text.S, Reason: reason, Box: l.Box}
}

// pages lists the pages of a section, ascending.
func (s *section) pages() []int {
	var out []int
	for _, r := range s.rows {
		if r.page > 0 {
			out = append(out, r.page)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
