package inspect

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/layout"
)

// sketch is a ruled page with one marked word, a hidden letter and a picture.
func sketch() *layout.Page {
	p := &layout.Page{Number: 4, Width: 600, Height: 400, Images: []layout.Image{{Box: corpus.Box{X0: 500, Y0: 20, X1: 520, Y1: 40}, Width: 8, Height: 8}}}
	rule := func(x0, y0, x1, y1 float64) {
		p.Rules = append(p.Rules, layout.Rule{Box: corpus.Box{X0: x0 - .3, Y0: y0 - .3, X1: x1 + .3, Y1: y1 + .3}, Width: .6})
	}
	for _, x := range []float64{50, 300, 550} {
		rule(x, 100, x, 300)
	}
	rule(50, 100, 550, 100)
	text := func(x, y float64, s string) {
		for _, r := range s {
			p.Glyphs = append(p.Glyphs, layout.Glyph{U: string(r), X: x, Y: y, Size: 10, Box: corpus.Box{X0: x, Y0: y - 8.8, X1: x + 10, Y1: y + 1.2}})
			x += 10
		}
	}
	text(60, 120, "帳簿を＜三年間＞保存する。")
	text(310, 120, "帳簿を<二年間>&保存する。")
	text(60, 60, "写し")
	rule(100.5, 121.5, 129.5, 121.5)
	p.Glyphs[0].Angle = math.Pi / 2
	p.Glyphs = append(p.Glyphs, layout.Glyph{U: "\x00", Hidden: true, Font: "a\x01b", Size: 10})
	return p
}

// groups parses a drawing and counts the shapes of each layer.
func groups(t *testing.T, svg []byte) map[string]int {
	t.Helper()
	count := map[string]int{}
	id := ""
	dec := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return count
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if e.Name.Local == "g" {
			for _, a := range e.Attr {
				if a.Name.Local == "class" {
					id = strings.TrimPrefix(a.Value, "l-")
					count[id] += 0
				}
			}
		} else if e.Name.Local == "rect" || e.Name.Local == "text" || e.Name.Local == "path" {
			count[id]++
		}
	}
}

func viewOf(p *layout.Page) *View { return &View{Page: p, Trace: grid.Trace(p)} }

// TestMarksAreTied: the drawing shows which letters a mark was given to, each once.
func TestMarksAreTied(t *testing.T) {
	svg := string(SVG(viewOf(sketch())))
	_, rest, _ := strings.Cut(svg, `class="l-covered"`)
	layer, _, _ := strings.Cut(rest, "</g>")
	if n := strings.Count(layer, "<title>underline: 三年間</title>"); n != 3 {
		t.Errorf("%d letters are painted as marked, want 3", n)
	}
	_, rest, _ = strings.Cut(svg, `class="l-marks"`)
	layer, _, _ = strings.Cut(rest, "</g>")
	if n := strings.Count(layer, "<path"); n != 3 {
		t.Errorf("%d ties, want 3", n)
	}
}

// TestHTML: every layer can be switched off by CSS alone, what is no clause is listed, and markup in a text is shown as text.
func TestHTML(t *testing.T) {
	v := viewOf(sketch())
	v.Trace.Known = []float64{50, 300, 550}
	v.Unplaced = []corpus.Unplaced{{Page: 4, Text: "写し", Reason: "outside-table", Box: corpus.Box{X0: 60, Y0: 50, X1: 80, Y1: 62}}}
	v.Units = []Unit{{Box: corpus.Box{X0: 60, Y0: 110, X1: 190, Y1: 122}, Side: "new", Name: "第一条/１", Text: "<script>alert(1)</script>"}, {Side: "new", Name: "第二条"}}
	v.Running = []string{"old 第三条: <b>"}
	v.Picture = []byte("png")
	out, err := HTML(&Report{Name: "a<b>.pdf", Views: []*View{v}})
	if err != nil {
		t.Fatal(err)
	}
	html := string(out)
	for _, l := range layers {
		if !strings.Contains(html, "body:has(#t-"+l.id+":not(:checked)) .l-"+l.id+"{display:none}") || !strings.Contains(html, `id="t-`+l.id+`"`) || !strings.Contains(html, `class="l-`+l.id+`"`) {
			t.Errorf("layer %s cannot be switched", l.id)
		}
	}
	for _, want := range []string{"a&lt;b&gt;.pdf", "&lt;script&gt;", "outside-table", "data:image/png;base64,", "columns known from the page before <b>3</b>", "page 4 · horizontal"} {
		if !strings.Contains(html, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if strings.Contains(html, "<script") || strings.Contains(html, "http://") && strings.Count(html, "http://") != strings.Count(html, "http://www.w3.org/2000/svg") {
		t.Error("the page has a script or a link")
	}
}

// TestHTMLOfCells: a format without drawn pages is shown as its rows and cells, spans and marks included.
func TestHTMLOfCells(t *testing.T) {
	line := grid.Line{Text: corpus.Text{S: "七<日>", Marks: []corpus.Mark{{Kind: corpus.MarkUnderline, Span: corpus.Span{Start: 0, End: 1}}}}, Start: true}
	sheet := &grid.Sheet{Tables: []grid.Table{{Cols: 2, Rows: []grid.Row{{Cells: []grid.Cell{{Col: 0, ColSpan: 1, RowSpan: 2, Lines: []grid.Line{line}}, {Col: 1, Header: true}}}}}}}
	out, err := HTML(&Report{Sheet: sheet, Note: "nothing to compare"})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`rowspan="2"`, `title="underline">七</span>`, "&lt;日&gt;", "¶", "<th ", "nothing to compare"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if strings.Contains(string(out), "t-marks") {
		t.Error("layers without a drawing")
	}
}

func TestSVG(t *testing.T) {
	p := sketch()
	svg := SVG(viewOf(p))
	got := groups(t, svg)
	for id, least := range map[string]int{"images": 1, "cells": 2, "glyph-boxes": 29, "glyphs": 29, "hidden": 1, "lines": 2, "loose": 1, "borders": 4, "virtual": 1, "marks": 2, "covered": 3, "painted": 5, "joined": 5, "legend": 12} {
		if got[id] < least {
			t.Errorf("layer %s has %d shapes, want at least %d", id, got[id], least)
		}
	}
	for _, l := range layers {
		if _, ok := got[l.id]; !ok {
			t.Errorf("layer %s is missing", l.id)
		}
		if !bytes.Contains(svg, []byte("<title>"+l.title+"</title>")) {
			t.Errorf("layer %s has no title", l.id)
		}
	}
	for _, want := range []string{"underline: 三年間", "page 4 · horizontal", "帳簿を&lt;二年間&gt;&amp;保存する。"} {
		if !strings.Contains(string(svg), want) {
			t.Errorf("the drawing does not say %q", want)
		}
	}
	if again := SVG(viewOf(sketch())); !bytes.Equal(svg, again) {
		t.Error("the same page is drawn in two ways")
	}
}

func TestSVGOfOddPages(t *testing.T) {
	odd := sketch()
	odd.Glyphs[1].X, odd.Glyphs[1].Box.X1, odd.Glyphs[2].Size = math.NaN(), math.Inf(1), math.Inf(-1)
	odd.Rules[0].Box.Y1 = math.NaN()
	for name, p := range map[string]*layout.Page{"empty": {Number: 1}, "odd": odd} {
		svg := SVG(viewOf(p))
		if got := groups(t, svg); len(got) != len(layers)+2 { // the page and the legend
			t.Errorf("%s: %d groups", name, len(got))
		}
		if bytes.Contains(svg, []byte("NaN")) || bytes.Contains(svg, []byte("Inf")) {
			t.Errorf("%s: a coordinate is no number", name)
		}
	}
}
