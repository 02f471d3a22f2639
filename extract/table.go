package extract

// Comparison tables: formats that hold a sheet of rows and cells.

import (
	"context"
	"slices"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/extract/internal/clause"
	"shinkyu/extract/internal/columns"
	"shinkyu/extract/internal/docx"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/html"
	"shinkyu/extract/internal/marked"
	"shinkyu/extract/internal/xlsx"
)

// table makes a comparison of a sheet.
func table(in input, sheet *grid.Sheet) (*Content, error) {
	in.source.Pages = sheet.Pages
	in.stage()
	if in.rows != nil {
		in.rows(sheet)
	}
	c, twice, err := columns.Compare(sheet, in.source)
	if err != nil {
		return nil, err
	}
	return &Content{Source: in.source, Comparison: c, twice: twice}, nil
}

// clausesOf makes a comparison, whose sides stand beside each other or one above the other, or a whole text of a sheet.
func clausesOf(in input, sheet *grid.Sheet) (*Content, error) {
	if stacked, ok := columns.Stack(sheet); ok {
		return table(in, stacked)
	}
	if len(sheet.Tables) == 0 && len(sheet.Loose) == 0 {
		return page(in, sheet)
	}
	return table(in, sheet)
}

// stacked reads the lines of a whole text as a comparison whose sides stand one above the other; nil if they are none.
func stacked(in input, lines []clause.Line, title string, rest []corpus.Unplaced, diags []corpus.Diag) (*Content, error) {
	sheet := &grid.Sheet{Title: title, Unplaced: rest, Diags: diags}
	for i := range lines {
		sheet.After = append(sheet.After, *lines[i].Line)
	}
	s, ok := columns.Stack(sheet)
	if !ok {
		return nil, nil
	}
	return table(in, s)
}

func readMarked(_ context.Context, in input) (*Content, error) {
	return table(in, marked.Read(in.text))
}

func readHTML(_ context.Context, in input) (*Content, error) {
	sheet, err := html.Read(in.text)
	if err != nil {
		return nil, err
	}
	return clausesOf(in, sheet)
}

// readXLSX reads a workbook: its comparisons, or the whole rule that its cells make up row by row.
func readXLSX(_ context.Context, in input) (*Content, error) {
	sheet, err := xlsx.Read(in.Data)
	if err != nil {
		return nil, err
	}
	return clausesOf(in, sheet)
}

// What pages without a table must have to be a whole rule: this much text, in code points, and so many articles; guidelines, which have
// none, so many numbered clauses, of which some stand below others: a letter with a list of enclosures has no such levels.
const (
	leastText     = 200
	leastArticles = 2
	leastNumbered = 6
	leastBelow    = 2
)

// page reads a web page, a PDF or a workbook without a table as a whole rule, if its text has the shape of one. A web page must have
// articles: its menus are numbered lists too.
func page(in input, sheet *grid.Sheet) (*Content, error) {
	in.source.Pages = sheet.Pages
	var lines []clause.Line
	size := 0
	for i := range sheet.After {
		l := &sheet.After[i]
		lines = append(lines, clause.Line{Line: l, Origin: corpus.Origin{Row: -1, Page: l.Page, Box: l.Box}})
		size += utf8.RuneCountInString(l.Text.S)
	}
	c := whole(in, lines, "")
	articles, numbered, below := 0, 0, 0
	for _, root := range c.Document.Clauses {
		root.Walk(func(k, over *corpus.Clause) {
			if k.Kind == corpus.KindArticle {
				articles++
			}
			if k.Label == "" {
				return
			}
			numbered++
			if over != nil && over.Label != "" {
				below++
			}
		})
	}
	guideline := in.format != HTML && numbered >= leastNumbered && below >= leastBelow
	if size < leastText || articles < leastArticles && !guideline {
		return nil, notATable()
	}
	c.Unplaced, c.Diags = append(c.Unplaced, sheet.Unplaced...), append(c.Diags, sheet.Diags...)
	return c, nil
}

// readDOCX reads a Word document: its comparison tables, or, if it has none, its whole text, or, if that has tracked
// changes, the text before and after them.
func readDOCX(_ context.Context, in input) (*Content, error) {
	f, err := docx.Read(in.Data)
	if err != nil {
		return nil, err
	}
	if f.Sheet != nil {
		return table(in, f.Sheet)
	}
	if c, err := stacked(in, f.Lines, "", f.Unplaced, f.Diags); c != nil || err != nil {
		return c, err
	}
	newer := wordText(in, f)
	if f.Old == nil {
		return newer, nil
	}
	older := wordText(in, f.Old)
	newer.Unplaced, older.Unplaced = tracked(newer.Unplaced, older.Unplaced)
	older.Diags = slices.DeleteFunc(older.Diags, func(d corpus.Diag) bool { return d.Unit < 0 }) // about the file: told once
	c, err := Pair(newer, older)
	if err != nil {
		return nil, err
	}
	c.Diags = append(c.Diags, corpus.Diag{
		Rule: "tracked-changes", Severity: corpus.Info, Unit: -1,
		Message: "変更履歴をすべて元に戻した文を旧、すべて反映した文を新として比べています", English: "the text with all tracked changes rejected is compared with the text with all of them accepted",
	})
	return &Content{Source: in.source, Comparison: c}, nil
}

func wordText(in input, f *docx.File) *Content {
	c := whole(in, f.Lines, "")
	c.Unplaced, c.Diags = append(c.Unplaced, f.Unplaced...), append(c.Diags, f.Diags...)
	markTables(c.Document, f.Tables)
	return c
}

// tracked drops what is unplaced on one side only because the other side prints it, and lists what both name once.
func tracked(newer, older []corpus.Unplaced) (n, o []corpus.Unplaced) {
	seen := map[corpus.Unplaced]int{}
	for _, u := range newer {
		if u.Reason != "tracked-deletion" {
			n = append(n, u)
			seen[u]++
		}
	}
	for _, u := range older {
		if seen[u] > 0 {
			seen[u]--
			continue
		}
		o = append(o, u)
	}
	return n, o
}
