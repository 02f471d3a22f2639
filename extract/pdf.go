package extract

// PDFs: pages as they are painted, then rows and cells, then the comparison.

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"shinkyu/corpus"
	"shinkyu/extract/internal/columns"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/layout"
	"shinkyu/extract/internal/pdf"
)

func readPDF(ctx context.Context, in input) (*Content, error) {
	var rows grid.Reader
	var seen painted
	f, err := eachPage(ctx, &in, func(p *layout.Page) {
		seen.add(p)
		rows.Add(p)
	})
	if err != nil {
		return nil, err
	}
	in.source.Pages = f.NumPages()
	diags := append(slices.Clone(f.Diags), seen.diags...)
	if len(seen.blank) == seen.pages {
		return nil, noText(&seen, diags)
	} else if len(seen.blank) > 0 {
		diags = append(diags, blankPages(seen.blank))
	}
	in.diags = append(in.diags, diags...)
	in.step(Step{Pages: seen.pages, Allow: buildTime + time.Duration(seen.pages)*buildTimeOfPage})
	sheet := rows.Sheet()
	sheet.Pages = seen.pages
	if stacked, ok := columns.Stack(sheet); ok {
		return table(in, stacked)
	}
	if len(sheet.Tables) == 0 && len(sheet.Loose) == 0 {
		return page(in, sheet)
	}
	return table(in, sheet)
}

// painted is what is remembered of pages that are let go of.
type painted struct {
	pages    int
	blank    []int // numbers of those on which no character can be seen
	pictures bool
	diags    []corpus.Diag
}

func (s *painted) add(p *layout.Page) {
	s.pages++
	s.diags = append(s.diags, p.Diags...)
	s.pictures = s.pictures || len(p.Images) > 0
	if !slices.ContainsFunc(p.Glyphs, func(g layout.Glyph) bool { return !g.Hidden && strings.TrimSpace(g.U) != "" }) {
		s.blank = append(s.blank, p.Number)
	}
}

// How long all pages together may take to become clauses: a hundred times what real ones do.
const (
	buildTime       = 8 * time.Second
	buildTimeOfPage = 200 * time.Millisecond
)

// eachPage paints the pages of a PDF one after another and hands each to see.
func eachPage(ctx context.Context, in *input, see func(*layout.Page)) (*pdf.File, error) {
	f, err := pdf.Open(in.Data)
	if err != nil {
		return nil, err
	}
	if f.NumPages() == 0 {
		return nil, noPages
	}
	for n := 1; n <= f.NumPages(); n++ {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		in.step(Step{Page: n, Pages: f.NumPages()})
		p, err := paint(f, n, in.Skip)
		if err != nil {
			return nil, err
		}
		see(p)
	}
	return f, nil
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

const ocrInstall = "apt install tesseract-ocr tesseract-ocr-jpn tesseract-ocr-jpn-vert"

var noPages = &corpus.Failure{
	Rule: "pdf-no-pages", Japanese: "PDFに頁がありません", English: "the PDF has no pages",
	HintJA: "ダウンロードやコピーが途中で終わっていないか確かめてください", HintEN: "check that the download or copy was complete",
}

// noText says why nothing can be read: pictures need recognising, damage and foreign fonts need another file.
func noText(seen *painted, diags []corpus.Diag) *corpus.Failure {
	f := &corpus.Failure{
		Rule:     "pdf-no-text",
		Japanese: spans(seen.blank) + "頁に文字がありません",
		English:  "no text on page " + spans(seen.blank),
	}
	switch {
	case seen.pictures:
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
