package extract

// What a maintainer looks at: a page with everything that was read on it.

import (
	"context"
	"fmt"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/inspect"
	"shinkyu/extract/internal/pdf"
)

// Inspect draws a page of src, from 1, as SVG: glyphs, rules, cells, columns and lines as read. Only formats that have
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
	f, err := pdf.Open(in.data)
	if err != nil {
		return nil, err
	}
	if n := f.NumPages(); page < 1 || page > n {
		return nil, &corpus.Failure{
			Rule:     "no-such-page",
			Japanese: fmt.Sprintf("%d頁はありません（全%d頁）", page, n), English: fmt.Sprintf("there is no page %d (of %d)", page, n),
			HintJA: fmt.Sprintf("1 から %d までの頁を指定してください", n), HintEN: fmt.Sprintf("name a page from 1 to %d", n),
		}
	}
	p, err := f.Page(page)
	if err != nil {
		return nil, err
	}
	return inspect.SVG(p, grid.Trace(p)), nil
}
