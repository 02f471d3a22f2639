package extract

// Pages that show their text as a picture: scans, outlines, fonts that nobody can decode.

import (
	"context"
	"errors"
	"fmt"

	"shinkyu/corpus"
	"shinkyu/extract/internal/layout"
	"shinkyu/extract/internal/pdfium"
	"shinkyu/extract/internal/scan"
)

// manyCurves is how many shapes that are no rules outlined text has at least: fewer are a drawing.
const manyCurves = 20

// recognise reads the picture of a page whose text cannot be read otherwise. Without tesseract, or where nothing is found, the page
// stays as it is and a finding says so.
func (d *document) recognise(ctx context.Context, p *layout.Page) (*layout.Page, error) {
	if !pictured(p) {
		return p, nil
	}
	if !scan.Available() {
		return withLayer(p), nil
	}
	if err := d.needSecond(); err != nil {
		p.Diags = append(p.Diags, unrecognised(p.Number, err))
		return p, nil
	}
	d.in.step(Step{Page: p.Number, Pages: d.pages, Allow: scan.TimeOfPage + scan.TimeOfPage/2, Recognising: true})
	picture, scale, err := d.second.Render(p.Number, scan.DPI)
	if err != nil {
		p.Diags = append(p.Diags, unrecognised(p.Number, err))
		return p, nil
	}
	r, err := scan.Read(ctx, picture, scale, p.Number)
	switch {
	case errors.Is(err, context.Canceled):
		return nil, err
	case err != nil:
		p.Diags = append(p.Diags, unrecognised(p.Number, err))
		return p, nil
	case len(r.Page.Glyphs) == 0:
		p.Diags = append(p.Diags, corpus.Diag{Rule: "ocr-nothing", Severity: corpus.Warning, Unit: -1, Page: p.Number,
			Message: fmt.Sprintf("%d頁の画像に文字が見つかりません。", p.Number), English: fmt.Sprintf("no text was found in the picture of page %d", p.Number)})
		return p, nil
	}
	d.in.source.Recognised = append(d.in.source.Recognised, corpus.Recognition{Page: p.Number, Confidence: hundredths(r.Confidence), Doubtful: r.Doubtful})
	for _, old := range p.Diags {
		if !shortOf[old.Rule] {
			r.Page.Diags = append(r.Page.Diags, old)
		}
	}
	r.Page.Images = p.Images
	r.Page.Left = p.Left
	r.Page.Left.Replaced = len(p.Glyphs)
	r.Page.Diags = append(r.Page.Diags, corpus.Diag{Rule: "ocr-page", Severity: corpus.Warning, Unit: -1, Page: p.Number,
		Message: fmt.Sprintf("%d頁は画像なので、文字認識で読みました（確信度 %.0f%%、疑わしい字 %d）。", p.Number, 100*r.Confidence, r.Doubtful),
		English: fmt.Sprintf("page %d is a picture and was read by machine (confidence %.0f %%, %d doubtful characters)", p.Number, 100*r.Confidence, r.Doubtful),
		Hint:    "元の頁と照らし合わせてください",
	})
	return r.Page, nil
}

func hundredths(v float64) float64 { return float64(int(v*100+.5)) / 100 }

// pictured reports a page that shows something in which there may be text that could not be read.
func pictured(p *layout.Page) bool {
	for _, d := range p.Diags {
		if refused[d.Rule] || d.Rule == "page-unread" {
			return false
		}
	}
	if n := readable(p); n > 0 {
		return unmapped(p) > n // a page of unknown characters
	}
	if unmapped(p) > 0 || len(p.Images) > 0 {
		return true
	}
	curves := 0
	for i := range p.Rules {
		if p.Rules[i].Kind == layout.Curve && !p.Rules[i].White {
			curves++
		}
	}
	return curves >= manyCurves
}

// leastLayer is how many characters an invisible layer of text must have to be one.
const leastLayer = 20

// withLayer takes the invisible text that a scanner's own recognition laid over the picture, for want of a better one.
func withLayer(p *layout.Page) *layout.Page {
	hidden := 0
	for i := range p.Glyphs {
		if p.Glyphs[i].Hidden && !p.Glyphs[i].Unmapped {
			hidden++
		}
	}
	if hidden < leastLayer || len(p.Images) == 0 {
		return p
	}
	for i := range p.Glyphs {
		p.Glyphs[i].Hidden = p.Glyphs[i].Hidden && p.Glyphs[i].Unmapped
	}
	p.Diags = append(p.Diags, corpus.Diag{Rule: "ocr-layer", Severity: corpus.Warning, Unit: -1, Page: p.Number,
		Message: fmt.Sprintf("%d頁は画像です。スキャナーが埋め込んだ文字を読みました（罫線と傍線は読めません）。", p.Number),
		English: fmt.Sprintf("page %d is a picture; the text that the scanner embedded was read, without rules and marks", p.Number),
		Hint:    scan.Install + " の後は、画像から読み直します",
	})
	return p
}

func unrecognised(page int, err error) corpus.Diag {
	japanese, english := err.Error(), err.Error()
	if f := new(corpus.Failure); errors.As(err, &f) {
		japanese = f.Japanese
	}
	return corpus.Diag{Rule: "ocr-failed", Severity: corpus.Error, Unit: -1, Page: page,
		Message: fmt.Sprintf("%d頁の画像を読めません: %s", page, japanese), English: fmt.Sprintf("the picture of page %d cannot be read: %s", page, english)}
}

// fontFinding tells that pictures are drawn without Japanese fonts.
func fontFinding() []corpus.Diag {
	if pdfium.HaveFonts() {
		return nil
	}
	return []corpus.Diag{{Rule: "no-japanese-font", Severity: corpus.Warning, Unit: -1,
		Message: "日本語フォントがないため、フォントを埋め込んでいない文字を PDFium で読めません。",
		English: "without a Japanese font PDFium cannot read text whose font is not embedded", Hint: pdfium.FontInstall}}
}
