package extract

// PDFs: pages as they are painted, then rows and cells, then the comparison.

import (
	"context"
	"fmt"
	"strings"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/layout"
	"shinkyu/extract/internal/pdf"
)

func readPDF(ctx context.Context, in input) (*Content, error) {
	f, pages, err := pagesOf(ctx, in.data)
	if err != nil {
		return nil, err
	}
	in.source.Pages = f.NumPages()
	if blank := withoutText(pages); len(blank) == len(pages) {
		return nil, noText(blank)
	} else if len(blank) > 0 {
		in.diags = append(in.diags, blankPages(blank))
	}
	sheet := grid.FromPages(pages)
	sheet.Pages = len(pages)
	in.diags = append(in.diags, f.Diags...)
	return table(in, sheet)
}

// pagesOf paints all pages of a PDF.
func pagesOf(ctx context.Context, data []byte) (*pdf.File, []*layout.Page, error) {
	f, err := pdf.Open(data)
	if err != nil {
		return nil, nil, err
	}
	if f.NumPages() == 0 {
		return nil, nil, noPages
	}
	pages := make([]*layout.Page, 0, f.NumPages())
	for n := 1; n <= f.NumPages(); n++ {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		p, err := f.Page(n)
		if err != nil {
			return nil, nil, err
		}
		pages = append(pages, p)
	}
	return f, pages, nil
}

// withoutText lists the pages on which no character can be seen.
func withoutText(pages []*layout.Page) []int {
	var out []int
next:
	for _, p := range pages {
		for _, g := range p.Glyphs {
			if !g.Hidden && strings.TrimSpace(g.U) != "" {
				continue next
			}
		}
		out = append(out, p.Number)
	}
	return out
}

const ocrInstall = "apt install tesseract-ocr tesseract-ocr-jpn tesseract-ocr-jpn-vert"

var noPages = &corpus.Failure{
	Rule: "pdf-no-pages", Japanese: "PDFに頁がありません", English: "the PDF has no pages",
	HintJA: "ダウンロードやコピーが途中で終わっていないか確かめてください", HintEN: "check that the download or copy was complete",
}

func noText(pages []int) *corpus.Failure {
	return &corpus.Failure{
		Rule:     "pdf-no-text",
		Japanese: spans(pages) + "頁に文字がありません（画像のみ）",
		English:  "no text on page " + spans(pages) + " (pictures only)",
		HintJA:   ocrInstall + " の後、文字認識をした PDF を渡してください",
		HintEN:   "recognise its text first, for example with tesseract: " + ocrInstall,
	}
}

func blankPages(pages []int) corpus.Diag {
	return corpus.Diag{
		Rule: "page-without-text", Severity: corpus.Info, Unit: -1, Page: pages[0],
		Message: spans(pages) + "頁に文字がありません", English: "no text on page " + spans(pages),
	}
}

// spans writes page numbers briefly: 1–3, 5.
func spans(n []int) string {
	var parts []string
	for i := 0; i < len(n); {
		j := i
		for j+1 < len(n) && n[j+1] == n[j]+1 {
			j++
		}
		if j > i {
			parts = append(parts, fmt.Sprintf("%d–%d", n[i], n[j]))
		} else {
			parts = append(parts, fmt.Sprint(n[i]))
		}
		i = j + 1
	}
	return strings.Join(parts, ", ")
}
