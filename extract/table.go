package extract

// Comparison tables: formats that hold a sheet of rows and cells.

import (
	"context"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/extract/internal/clause"
	"shinkyu/extract/internal/columns"
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

// leastRule is the least text, in code points, that a web page without a table must have to be a whole rule.
const leastRule = 200

// page reads a web page without a table as a whole rule, if its text has the shape of one: a numbered article.
func page(in input, sheet *grid.Sheet) (*Content, error) {
	var lines []clause.Line
	size := 0
	for _, l := range sheet.After {
		lines = append(lines, clause.Line{Line: l, Origin: corpus.Origin{Row: -1}})
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
	if size < leastRule || articles < 2 {
		return nil, notATable()
	}
	c.Unplaced, c.Diags = sheet.Unplaced, append(c.Diags, sheet.Diags...)
	return c, nil
}
