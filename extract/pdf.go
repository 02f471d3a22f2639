package extract

// PDFs: pages as they are painted, then rows and cells, then the comparison.

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/layout"
	"shinkyu/extract/internal/pdf"
)

func readPDF(ctx context.Context, in input) (*Content, error) {
	f, pages, err := pagesOf(ctx, &in)
	if err != nil {
		return nil, err
	}
	in.source.Pages = f.NumPages()
	diags := slices.Clone(f.Diags)
	for _, p := range pages {
		diags = append(diags, p.Diags...)
	}
	if blank := withoutText(pages); len(blank) == len(pages) {
		return nil, noText(blank, pages, diags)
	} else if len(blank) > 0 {
		diags = append(diags, blankPages(blank))
	}
	in.diags = append(in.diags, diags...)
	in.step(Step{Pages: len(pages), Allow: buildTime + time.Duration(len(pages))*buildTimeOfPage})
	sheet := grid.FromPages(pages)
	sheet.Pages = len(pages)
	if len(sheet.Tables) == 0 && len(sheet.Loose) == 0 {
		return page(in, sheet)
	}
	return table(in, sheet)
}

// How long all pages together may take to become clauses: a hundred times what real ones do.
const (
	buildTime       = 8 * time.Second
	buildTimeOfPage = 200 * time.Millisecond
)

// pagesOf paints all pages of a PDF.
func pagesOf(ctx context.Context, in *input) (*pdf.File, []*layout.Page, error) {
	f, err := pdf.Open(in.Data)
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
		in.step(Step{Page: n, Pages: f.NumPages()})
		p, err := paint(f, n, in.Skip)
		if err != nil {
			return nil, nil, err
		}
		pages = append(pages, p)
	}
	return f, pages, nil
}

// paint paints a page, or an empty one in the place of one that must not be read.
func paint(f *pdf.File, n int, skip []Skipped) (*layout.Page, error) {
	for _, s := range skip {
		if s.Page == n {
			return &layout.Page{Number: n, Width: a4Width, Height: a4Height, Diags: []corpus.Diag{{
				Rule: "page-unread", Severity: corpus.Error, Unit: -1, Page: n,
				Message: fmt.Sprintf("%d頁は読めませんでした: %s", n, s.Japanese), English: fmt.Sprintf("page %d could not be read: %s", n, s.English),
			}}}, nil
		}
	}
	return f.Page(n)
}

// The size of a page that is not looked at, in points.
const (
	a4Width  = 595.28
	a4Height = 841.89
)

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

// noText says why nothing can be read: pictures need recognising, damage and foreign fonts need another file.
func noText(blank []int, pages []*layout.Page, diags []corpus.Diag) *corpus.Failure {
	pictures := slices.ContainsFunc(pages, func(p *layout.Page) bool { return len(p.Images) > 0 })
	f := &corpus.Failure{
		Rule:     "pdf-no-text",
		Japanese: spans(blank) + "頁に文字がありません",
		English:  "no text on page " + spans(blank),
	}
	switch {
	case pictures:
		f.Japanese, f.English = f.Japanese+"（画像のみ）", f.English+" (pictures only)"
		f.HintJA = ocrInstall + " の後、文字認識をした PDF を渡してください"
		f.HintEN = "recognise its text first, for example with tesseract: " + ocrInstall
	case len(diags) > 0:
		f.Rule = "pdf-damaged"
		f.Japanese += ": " + strings.TrimSuffix(diags[0].Message, "。")
		f.English += ": " + diags[0].English
		f.HintJA, f.HintEN = "表示用のソフトで開けるか確かめ、開けるなら PDF に印刷し直してください", "check that a viewer can open it; if so, print it to PDF again"
		for _, d := range diags {
			if d.Rule == "pdf-truncated" {
				f.Japanese, f.English = "PDFが途中で切れていて、文字を読み取れません", "the PDF is cut off and no text in it can be read"
				f.HintJA, f.HintEN = "元のサイトからもう一度取得してください", "fetch the file again"
			}
		}
	default:
		f.HintJA, f.HintEN = "正しいファイルか確かめてください", "check that it is the right file"
	}
	return f
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
