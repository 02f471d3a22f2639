package extract

// What a maintainer looks at: pages with everything that was read on them.

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/png"
	"time"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/inspect"
	"shinkyu/extract/internal/layout"
)

// Drawing says what Inspect draws.
type Drawing struct {
	First, Last int  // pages, from 1; Last may be beyond the file's end
	SVG         bool // one page as bare SVG, not inside HTML
	Picture     bool // with the page as PDFium paints it below
}

// pictureDPI is fine enough to tell a full stop from a comma under the drawing.
const pictureDPI = 120

const timeOfPicture = time.Minute // that painting and packing one page may take

// Inspect draws pages of src as read in the context of the whole file: glyphs, rules, cells, lines, marks, clauses, and what is in none.
// Of formats without drawn pages it shows rows, cells and clauses. The error is a *corpus.Failure or the context's.
func Inspect(ctx context.Context, src Source, w Drawing) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	in, err := open(src)
	if err != nil {
		return nil, err
	}
	if in.format != PDF {
		return inspectCells(ctx, in, w)
	}
	r, err := inspectPages(ctx, in, w)
	switch {
	case err != nil:
		return nil, err
	case w.SVG:
		return inspect.SVG(r.Views[0]), nil
	}
	return inspect.HTML(r)
}

func inspectPages(ctx context.Context, in input, w Drawing) (*inspect.Report, error) {
	d, err := openPDF(&in)
	if err != nil {
		return nil, err
	}
	defer d.close()
	if n := d.pages; w.First < 1 || w.First > n || w.Last < w.First {
		return nil, &corpus.Failure{
			Rule:     "no-such-page",
			Japanese: fmt.Sprintf("%d頁はありません（全%d頁）", w.First, n), English: fmt.Sprintf("there is no page %d (of %d)", w.First, n),
			HintJA: fmt.Sprintf("1 から %d までの頁を指定してください", n), HintEN: fmt.Sprintf("name a page from 1 to %d", n),
		}
	}
	out := &inspect.Report{Name: in.source.Name}
	var rows grid.Reader
	err = d.each(ctx, func(p *layout.Page) {
		if p.Number >= w.First && p.Number <= w.Last {
			v := &inspect.View{Page: p, Trace: rows.Trace(p), Diags: p.Diags}
			if w.Picture {
				v.Picture = d.picture(p.Number)
			}
			out.Views = append(out.Views, v)
		}
		rows.Add(p)
	})
	if err != nil {
		return nil, err
	}
	sheet := rows.Sheet()
	for _, v := range out.Views {
		v.Rows = rowsOn(sheet, v.Page.Number)
	}
	in.source.Pages = d.pages
	content, err := clausesOf(in, sheet)
	if err != nil { // then its picture is wanted most
		out.Note = why(err)
		return out, nil
	}
	describe(out, content)
	return out, nil
}

// picture is page n as PNG, nil if PDFium cannot paint it.
func (d *document) picture(n int) []byte {
	if d.needSecond() != nil {
		return nil
	}
	d.in.step(Step{Page: n, Pages: d.pages, Allow: timeOfPicture})
	m, _, err := d.second.RenderColour(n, pictureDPI)
	if err != nil {
		return nil
	}
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, m); err != nil {
		return nil
	}
	return b.Bytes()
}

func why(err error) string {
	if f := new(corpus.Failure); errors.As(err, &f) {
		return f.English
	}
	return err.Error()
}

func rowsOn(sheet *grid.Sheet, page int) (out []inspect.Row) {
	for i := range sheet.Tables {
		for j := range sheet.Tables[i].Rows {
			if r := &sheet.Tables[i].Rows[j]; r.Page == page {
				out = append(out, inspect.Row{Table: i + 1, Row: j + 1, Box: r.Box})
			}
		}
	}
	return out
}

// describe adds what the content says: to each page its own, to the report the rest.
func describe(r *inspect.Report, c *Content) {
	byPage := map[int]*inspect.View{}
	for _, v := range r.Views {
		byPage[v.Page.Number] = v
	}
	add := func(d *corpus.Document, side string) {
		units, _ := d.Units()
		last := 0
		for i, u := range units {
			unit := inspect.Unit{Box: u.Origin.Box, Side: side, Name: u.Path.String(), Text: beginning(u.Text.S)}
			switch v := byPage[u.Origin.Page]; {
			case u.Origin.Page == 0:
				r.Units = append(r.Units, unit)
			case v != nil && !u.Origin.Box.IsZero():
				if last < u.Origin.Page && i > 0 {
					before := units[i-1]
					v.Running = append(v.Running, side+" "+before.Path.String()+": "+beginning(before.Text.S))
				}
				v.Units = append(v.Units, unit)
			}
			last = max(last, u.Origin.Page)
		}
	}
	unplaced, diags := c.Unplaced, c.Diags
	if c.Document != nil {
		r.Title = c.Document.Title
		add(c.Document, "")
	} else {
		r.Title, r.Tables = c.Comparison.Title, c.Comparison.Tables
		for _, s := range []corpus.Side{corpus.New, corpus.Old} {
			add(&c.Comparison.Sides[s], s.String())
		}
		unplaced, diags = c.Comparison.Unplaced, c.Comparison.Diags
	}
	for _, u := range unplaced {
		if v := byPage[u.Page]; v != nil {
			v.Unplaced = append(v.Unplaced, u)
		} else if len(r.Views) == 0 {
			r.Unplaced = append(r.Unplaced, u)
		}
	}
	for _, g := range diags {
		if v := byPage[g.Page]; v != nil {
			v.Diags = append(v.Diags, g)
		} else if g.Page == 0 {
			r.Diags = append(r.Diags, g)
		}
	}
}

const mostShown = 60 // characters of a clause

func beginning(s string) string {
	if utf8.RuneCountInString(s) <= mostShown {
		return s
	}
	return string([]rune(s)[:mostShown]) + "…"
}

// inspectCells shows a file without drawn pages: the cells that its reader found, and the clauses made of them.
func inspectCells(ctx context.Context, in input, w Drawing) ([]byte, error) {
	if w.SVG {
		return nil, &corpus.Failure{
			Rule:     "no-drawn-pages",
			Japanese: fmt.Sprintf("%s には描かれた頁がないので、SVG にできません", in.format), English: fmt.Sprintf("%s has no drawn pages, so there is no SVG of it", in.format),
			HintJA: "HTML（-o 名前.html）なら、行・升目・条項を表で示します", HintEN: "as HTML (-o name.html) its rows, cells and clauses are shown",
		}
	}
	read, ok := readers[in.format]
	if !ok {
		return nil, unknownFormat(string(in.format))
	}
	out := &inspect.Report{Name: in.source.Name}
	in.rows = func(s *grid.Sheet) { out.Sheet = s }
	content, err := read(ctx, in)
	switch {
	case err != nil && out.Sheet == nil:
		return nil, err
	case err != nil:
		out.Note = why(err)
		return inspect.HTML(out)
	}
	content.add(in.diags)
	describe(out, content)
	return inspect.HTML(out)
}
