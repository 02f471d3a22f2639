package extract

// Opening a PDF and painting its pages, with two engines.
//
// The first (package pdf) is fast, light and exact about rules; the second (package pdfium) opens and decodes what the first cannot. So
// the second is asked only where the first says itself that it is short: a file it cannot open is repaired by the second and tried
// again; characters it does not know are taken from the second at the same place; a page with damaged parts is read by both, and the
// one with more text is kept. Reading everything twice was rejected: it would cost a second a page for nothing.

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"

	"shinkyu/corpus"
	"shinkyu/extract/internal/layout"
	"shinkyu/extract/internal/pdf"
	"shinkyu/extract/internal/pdfium"
)

// document is an open PDF.
type document struct {
	in     *input
	first  *pdf.File    // nil: only the second engine can open it
	second *pdfium.File // nil: not asked yet
	gone   error        // why there is no second
	pages  int
	diags  []corpus.Diag
}

func openPDF(in *input) (*document, error) {
	d := &document{in: in}
	var err error
	if d.first, err = pdf.OpenWith(in.Data, in.Password); err == nil {
		d.pages, d.diags = d.first.NumPages(), d.first.Diags
		return d, nil
	}
	if f := new(corpus.Failure); errors.As(err, &f) && (f.Rule == "pdf-password" || f.Rule == "empty-file" || f.Rule == "not-a-pdf") {
		return nil, err
	}
	if d.needSecond() != nil {
		return nil, err
	}
	d.pages = d.second.NumPages()
	if d.pages == 0 {
		d.close()
		return nil, err
	}
	d.diags = append(d.diags, corpus.Diag{
		Rule: "pdf-repaired", Severity: corpus.Warning, Unit: -1,
		Message: "PDFの構造が壊れているため、PDFium で修復して読みました。", English: "the PDF's structure is damaged; it was repaired with PDFium and read",
		Hint: "抜けている頁や文字がないか、元のファイルと照らし合わせてください",
	})
	if data, e := d.second.Repaired(); e == nil {
		if f, e := pdf.Open(data); e == nil && f.NumPages() == d.pages {
			d.first = f
		}
	}
	return d, nil
}

func (d *document) close() {
	if d.second != nil {
		d.second.Close()
	}
}

// needSecond opens the second engine; its error is why that cannot be.
func (d *document) needSecond() error {
	if d.second != nil || d.gone != nil {
		return d.gone
	}
	d.second, d.gone = d.in.openSecond(d.in.at, d.pages)
	return d.gone
}

// openSecond opens the source with the second engine, while page at of so many is read.
func (in *input) openSecond(at, pages int) (*pdfium.File, error) {
	in.step(Step{Page: at, Pages: pages, Allow: pdfium.StartTime})
	if err := pdfium.Start(); err != nil {
		return nil, err
	}
	in.step(Step{Page: at, Pages: pages})
	return pdfium.Open(in.Data, in.Password)
}

// paint is page n as drawn. A page that cannot be read is empty and says why.
func (d *document) paint(n int) (*layout.Page, error) {
	for _, s := range d.in.Skip {
		if s.Page == n {
			return unread(n, s.Japanese, s.English), nil
		}
	}
	if d.first == nil {
		p, err := d.second.Page(n)
		if err != nil {
			return unread(n, err.Error(), err.Error()), nil
		}
		return p, nil
	}
	p, err := d.first.Page(n)
	if err != nil {
		return nil, err
	}
	if !short(p) || d.needSecond() != nil {
		return p, nil
	}
	q, err := d.second.Page(n)
	if err != nil {
		return p, nil
	}
	return better(p, q), nil
}

// The size of a page that is not looked at, in points.
const (
	a4Width  = 595.28
	a4Height = 841.89
)

func unread(n int, japanese, english string) *layout.Page {
	return &layout.Page{Number: n, Width: a4Width, Height: a4Height, Diags: []corpus.Diag{{
		Rule: "page-unread", Severity: corpus.Error, Unit: -1, Page: n,
		Message: fmt.Sprintf("%d頁は読めませんでした: %s", n, japanese), English: fmt.Sprintf("page %d could not be read: %s", n, english),
	}}}
}

// shortOf are findings after which the second engine may read more. Limits are not among them: what is refused as a bomb here
// is not unpacked there.
var shortOf = map[string]bool{"pdf-damaged-page": true, "pdf-damaged-stream": true, "pdf-damaged-object": true, "pdf-unknown-filter": true,
	"pdf-unknown-cmap": true, "pdf-no-font": true, "pdf-unmapped": true}

func short(p *layout.Page) bool {
	found := false
	for _, d := range p.Diags {
		if refused[d.Rule] {
			return false
		}
		found = found || shortOf[d.Rule]
	}
	return found
}

// better joins what both engines read of a page.
func better(p, q *layout.Page) *layout.Page {
	a, b := readable(p), readable(q)
	if b > a+a/50 && !mapped(p, q) {
		q.Diags = append(q.Diags, corpus.Diag{
			Rule: "pdf-second-engine", Severity: corpus.Info, Unit: -1, Page: p.Number,
			Message: fmt.Sprintf("壊れているか対応していない部分があるため、PDFium で読みました（%d字、他方では%d字）。", b, a),
			English: fmt.Sprintf("the page has damaged or unknown parts and was read with PDFium (%d characters, %d without)", b, a),
		})
		return q
	}
	if n := borrow(p, q); n > 0 {
		rest := p.Diags[:0]
		for _, d := range p.Diags {
			if d.Rule != "pdf-unmapped" {
				rest = append(rest, d)
			}
		}
		p.Diags = append(rest, corpus.Diag{
			Rule: "pdf-second-engine", Severity: corpus.Info, Unit: -1, Page: p.Number,
			Message: fmt.Sprintf("フォントに文字コードの情報がない%d字は、PDFium が字形の番号から求めた文字です。", n),
			English: fmt.Sprintf("%d glyphs without character codes were read with PDFium, from the numbers of their shapes", n),
		})
		if left := unmapped(p); left > 0 {
			p.Diags = append(p.Diags, corpus.Diag{
				Rule: "pdf-unmapped", Severity: corpus.Warning, Unit: -1, Page: p.Number,
				Message: fmt.Sprintf("%d文字は、フォントに文字コードの情報がないため読めません。", left),
				English: fmt.Sprintf("%d glyphs have no character code in their fonts and cannot be read", left),
			})
		}
	}
	return p
}

// mapped reports whether the first engine has all glyphs of the page and lacks only their characters.
func mapped(p, q *layout.Page) bool { return readable(p)+unmapped(p) >= readable(q)*49/50 }

func readable(p *layout.Page) (n int) {
	for i := range p.Glyphs {
		if g := &p.Glyphs[i]; !g.Hidden && !g.Unmapped && strings.TrimSpace(g.U) != "" {
			n++
		}
	}
	return n
}

func unmapped(p *layout.Page) (n int) {
	for i := range p.Glyphs {
		if p.Glyphs[i].Unmapped && !p.Glyphs[i].Hidden {
			n++
		}
	}
	return n
}

// borrow gives glyphs without a character that of the second engine's glyph in the same cell.
func borrow(p, q *layout.Page) (n int) {
	type cell struct{ x, y int }
	const side = 4.
	at := map[cell][]*layout.Glyph{}
	where := func(g *layout.Glyph) (x, y float64) {
		if g.Vertical {
			return (g.Box.X0 + g.Box.X1) / 2, (g.Box.Y0 + g.Box.Y1) / 2
		}
		return g.Box.X0, (g.Box.Y0 + g.Box.Y1) / 2
	}
	for i := range q.Glyphs {
		if g := &q.Glyphs[i]; !g.Unmapped {
			x, y := where(g)
			k := cell{int(math.Floor(x / side)), int(math.Floor(y / side))}
			at[k] = append(at[k], g)
		}
	}
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		if !g.Unmapped {
			continue
		}
		x, y := where(g)
		best, reach := "", .25*g.Size
		for dx := -1; dx <= 1; dx++ {
			for dy := -1; dy <= 1; dy++ {
				for _, h := range at[cell{int(math.Floor(x/side)) + dx, int(math.Floor(y/side)) + dy}] {
					u, v := where(h)
					if d := max(math.Abs(x-u), math.Abs(y-v)); d < reach && !echo(g, h) {
						best, reach = h.U, d
					}
				}
			}
		}
		if best != "" {
			g.U, g.Unmapped = best, false
			n++
		}
	}
	return n
}

// echo reports whether the second engine only gives a glyph's number back as a character, as it does where a composite font tells it
// nothing.
func echo(g, h *layout.Glyph) bool {
	return g.Composite && h.U == string(rune(g.Code))
}

// each reads the pages one after another and hands each to see.
func (d *document) each(ctx context.Context, see func(*layout.Page)) error {
	if d.pages == 0 {
		return noPages
	}
	for n := 1; n <= d.pages; n++ {
		p, err := d.page(ctx, n)
		if err != nil {
			return err
		}
		see(p)
	}
	return nil
}

// page is page n as it is read.
func (d *document) page(ctx context.Context, n int) (*layout.Page, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	d.in.at = n
	d.in.step(Step{Page: n, Pages: d.pages})
	p, err := d.paint(n)
	if err != nil {
		return nil, err
	}
	return d.recognise(ctx, p)
}
