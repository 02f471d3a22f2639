package extract

// What a maintainer looks at: a page with everything that was read on it.

import (
	"context"
	"fmt"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/inspect"
)

// Inspect draws a page of src, from 1, as SVG: glyphs, rules, cells, columns, lines and clauses as read. Only formats that have
// drawn pages can be inspected; the error is a *corpus.Failure or the context's.
func Inspect(ctx context.Context, src Source, page int) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	in, err := open(src)
	if err != nil {
		return nil, err
	}
	if in.format != PDF {
		return nil, &corpus.Failure{
			Rule:     "no-drawn-pages",
			Japanese: fmt.Sprintf("%s には描かれた頁がありません（PDFだけを図示できます）", in.format),
			English:  fmt.Sprintf("%s has no drawn pages: only PDF can be inspected", in.format),
			HintJA:   "読み取った条項は shinkyu extract で表示できます", HintEN: "shinkyu extract shows the clauses as read",
		}
	}
	d, err := openPDF(&in)
	if err != nil {
		return nil, err
	}
	defer d.close()
	if n := d.pages; page < 1 || page > n {
		return nil, &corpus.Failure{
			Rule:     "no-such-page",
			Japanese: fmt.Sprintf("%d頁はありません（全%d頁）", page, n), English: fmt.Sprintf("there is no page %d (of %d)", page, n),
			HintJA: fmt.Sprintf("1 から %d までの頁を指定してください", n), HintEN: fmt.Sprintf("name a page from 1 to %d", n),
		}
	}
	p, err := d.page(ctx, page)
	if err != nil {
		return nil, err
	}
	return inspect.SVG(p, grid.Trace(p), unitsOn(ctx, src, page)...), nil
}

// unitsOn lists the clauses that begin on a page. A file in which no clauses can be read is drawn without them: that is
// when its picture is wanted most.
func unitsOn(ctx context.Context, src Source, page int) []inspect.Unit {
	content, err := Extract(ctx, src)
	if err != nil {
		return nil
	}
	var out []inspect.Unit
	add := func(d *corpus.Document, prefix string) {
		units, _ := d.Units()
		for _, u := range units {
			if u.Origin.Page == page && !u.Origin.Box.IsZero() {
				out = append(out, inspect.Unit{Box: u.Origin.Box, Name: prefix + u.Path.String()})
			}
		}
	}
	if content.Document != nil {
		add(content.Document, "")
		return out
	}
	for _, s := range []corpus.Side{corpus.New, corpus.Old} {
		add(&content.Comparison.Sides[s], s.String()+" ")
	}
	return out
}
