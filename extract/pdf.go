package extract

// PDFs: pages as they are painted, then rows and cells, then the comparison.

import (
	"context"
	"slices"
	"time"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/layout"
)

// How long all pages together may take to become clauses: a hundred times what real ones do.
const (
	buildTime       = 8 * time.Second
	buildTimeOfPage = 200 * time.Millisecond
)

func readPDF(ctx context.Context, in input) (*Content, error) {
	d, err := openPDF(&in)
	if err != nil {
		return nil, err
	}
	defer d.close()
	var rows grid.Reader
	var seen painted
	err = d.each(ctx, func(p *layout.Page) {
		blank := seen.add(p)
		rows.Add(p)
		if !blank && d.first != nil {
			d.first.Reuse(p)
		}
	})
	if err != nil {
		return nil, err
	}
	in.source.Pages = d.pages
	diags := append(slices.Clone(d.diags), seen.diags...)
	if d.second != nil {
		diags = append(diags, fontFinding()...)
	}
	if len(seen.blank) == d.pages {
		return nil, noText(seen.blank, diags)
	} else if len(seen.blank) > 0 {
		diags = append(diags, blankPages(seen.blank)...)
	}
	in.step(Step{Pages: d.pages, Allow: buildTime + time.Duration(d.pages)*buildTimeOfPage})
	sheet := rows.Sheet()
	sheet.Pages = d.pages
	content, err := clausesOf(in, sheet)
	if err != nil {
		return nil, err
	}
	content.add(diags)
	content.settle(seen.tally)
	return content, nil
}

// painted is what is remembered of pages that are let go of.
type painted struct {
	blank []*layout.Page // those on which no character can be seen
	diags []corpus.Diag
	tally []corpus.Tally
}

// add reports whether it keeps the page.
func (s *painted) add(p *layout.Page) (blank bool) {
	s.diags = append(s.diags, p.Diags...)
	s.tally = append(s.tally, tallyOf(p))
	if blank = readable(p) == 0 && unmapped(p) == 0; blank {
		s.blank = append(s.blank, p)
	}
	return blank
}

var noPages = &corpus.Failure{
	Rule: "pdf-no-pages", Japanese: "PDFに頁がありません", English: "the PDF has no pages",
	HintJA: "ダウンロードやコピーが途中で終わっていないか確かめてください", HintEN: "check that the download or copy was complete",
}
