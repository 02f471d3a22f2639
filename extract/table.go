package extract

// Comparison tables: formats that hold a sheet of rows and cells.

import (
	"context"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/extract/internal/clause"
	"shinkyu/extract/internal/columns"
	"shinkyu/extract/internal/docx"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/html"
	"shinkyu/extract/internal/marked"
)

// table makes a comparison of a sheet.
func table(in input, sheet *grid.Sheet) (*Content, error) {
	in.source.Pages = sheet.Pages
	c, err := columns.Compare(sheet, in.source)
	if err != nil {
		return nil, err
	}
	return &Content{Source: in.source, Comparison: c}, nil
}

func readMarked(_ context.Context, in input) (*Content, error) {
	return table(in, marked.Read(in.text))
}

func readHTML(_ context.Context, in input) (*Content, error) {
	sheet, err := html.Read(in.text)
	if err != nil {
		return nil, err
	}
	if len(sheet.Tables) == 0 {
		return page(in, sheet)
	}
	return table(in, sheet)
}

// What a page without a table must have to be a whole rule: this much text, in code points, and this many articles.
const (
	leastText     = 200
	leastArticles = 2
)

// page reads a web page or a PDF without a table as a whole rule, if its text has the shape of one.
func page(in input, sheet *grid.Sheet) (*Content, error) {
	in.source.Pages = sheet.Pages
	var lines []clause.Line
	size := 0
	for _, l := range sheet.After {
		lines = append(lines, clause.Line{Line: l, Origin: corpus.Origin{Row: -1, Page: l.Page, Box: l.Box}})
		size += utf8.RuneCountInString(l.Text.S)
	}
	c := whole(in, lines, "")
	articles := 0
	for _, root := range c.Document.Clauses {
		root.Walk(func(k, _ *corpus.Clause) {
			if k.Kind == corpus.KindArticle {
				articles++
			}
		})
	}
	if size < leastText || articles < leastArticles {
		return nil, notATable()
	}
	c.Unplaced, c.Diags = append(c.Unplaced, sheet.Unplaced...), append(c.Diags, sheet.Diags...)
	return c, nil
}

// readDOCX reads a Word document: its comparison tables, or, if it has none, its whole text.
func readDOCX(_ context.Context, in input) (*Content, error) {
	f, err := docx.Read(in.data)
	if err != nil {
		return nil, err
	}
	if f.Sheet != nil {
		return table(in, f.Sheet)
	}
	c := whole(in, f.Lines, "")
	c.Unplaced, c.Diags = append(c.Unplaced, f.Unplaced...), append(c.Diags, f.Diags...)
	markTables(c.Document, f.Tables)
	return c, nil
}
