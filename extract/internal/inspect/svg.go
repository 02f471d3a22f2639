// Package inspect draws what was read on a page, for maintainers: a wrong comparison nearly always begins with one edge,
// cell or mark that was taken for something else, and a picture over the page shows it at once.
//
// The drawing is one SVG that needs nothing else: layers as groups with titles, colours named by a legend with counts, so
// that it can be pasted in a report. An interactive viewer was rejected: it would have to be kept running.
package inspect

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"strings"
	"unicode"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/layout"
)

// A layer is one group of the drawing.
type layer struct {
	id, title, colour string
	draw              func(d *drawing) (count int)
}

// layers from bottom to top.
var layers = []layer{
	{"images", "pictures", "#9aa0a6", (*drawing).images},
	{"cells", "cells: table, row, column", "#0b8043", (*drawing).cells},
	{"glyph-boxes", "glyph cells", "#c3cad3", (*drawing).boxes},
	{"glyphs", "glyphs as decoded", "#202124", (*drawing).glyphs},
	{"hidden", "glyphs that are not text, or have no Unicode", "#d93025", (*drawing).hidden},
	{"lines", "lines of cells, in reading order", "#1a73e8", (*drawing).lines},
	{"loose", "lines outside the tables", "#7b1fa2", (*drawing).loose},
	{"ruby", "ruby", "#00897b", (*drawing).ruby},
	{"ignored", "rules of no meaning, or inside a cell", "#9e9e9e", (*drawing).ignored},
	{"borders", "cell borders", "#0b8043", (*drawing).borders},
	{"virtual", "sides added where the page cuts a table open", "#f9ab00", (*drawing).virtual},
	{"marks", "marks: underline, double, box, strike", "#d5006d", (*drawing).marks},
	{"units", "clauses that begin here, with their addresses", "#e65100", (*drawing).clauses},
}

const legendWidth = 230

// drawing collects the SVG.
type drawing struct {
	bytes.Buffer
	page   *layout.Page
	trace  *grid.PageTrace
	units  []Unit
	colour string // of the layer at work
}

// Unit is a clause that begins on the page: its box there, in points as on the page, and its side and address.
type Unit struct {
	Box  corpus.Box
	Name string
}

// SVG draws the page and everything that was read on it. The same input gives the same bytes.
func SVG(page *layout.Page, trace *grid.PageTrace, units ...Unit) []byte {
	d := &drawing{page: page, trace: trace, units: units}
	w, h := page.Width, max(page.Height, float64(60+16*len(layers)))
	fmt.Fprintf(d, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" width="%s" height="%s" font-family="'Noto Sans CJK JP','IPAexGothic','Hiragino Sans','Yu Gothic',sans-serif">`,
		num(w+legendWidth), num(h), num(1.5*(w+legendWidth)), num(1.5*h))
	fmt.Fprintf(d, "\n<title>page %d: %d glyphs, %d rules, %d tables</title>\n", page.Number, len(page.Glyphs), len(page.Rules), len(trace.Areas))
	fmt.Fprintf(d, `<rect id="page" width="%s" height="%s" fill="#fff" stroke="#bbb"/>`+"\n", num(w), num(page.Height))
	counts := make([]int, len(layers))
	for i, l := range layers {
		d.colour = l.colour
		fmt.Fprintf(d, `<g id="%s" fill="none" stroke="%s" stroke-width=".5"><title>%s</title>`+"\n", l.id, l.colour, l.title)
		counts[i] = l.draw(d)
		d.WriteString("</g>\n")
	}
	d.legend(w, counts)
	d.WriteString("</svg>\n")
	return d.Bytes()
}

// legend lists the layers with their colours and what each holds.
func (d *drawing) legend(x float64, counts []int) {
	f := d.trace.Frame
	writing := "horizontal"
	if f.Vertical {
		writing = "vertical"
	}
	fmt.Fprintf(d, `<g id="legend" font-size="9" fill="#202124"><title>legend</title>`+"\n")
	fmt.Fprintf(d, `<text x="%s" y="18" font-size="11">page %d · %s · lines turned %d°</text>`+"\n", num(x+10), d.page.Number, writing, 90*f.Turn)
	for i, l := range layers {
		y := float64(36 + 16*i)
		fmt.Fprintf(d, `<rect x="%s" y="%s" width="10" height="10" fill="%s"/><text x="%s" y="%s">%s (%d)</text>`+"\n",
			num(x+10), num(y-8), l.colour, num(x+25), num(y), l.title, counts[i])
	}
	d.WriteString("</g>\n")
}

// out is a box of the frame on the page.
func (d *drawing) out(b corpus.Box) corpus.Box { return d.trace.Frame.Out(b) }

// rect draws a page box; note is shown on pointing at it.
func (d *drawing) rect(b corpus.Box, attributes, note string) {
	fmt.Fprintf(d, `<rect x="%s" y="%s" width="%s" height="%s"%s`, num(b.X0), num(b.Y0), num(max(b.X1-b.X0, 0)), num(max(b.Y1-b.Y0, 0)), attributes)
	if note == "" {
		d.WriteString("/>\n")
		return
	}
	fmt.Fprintf(d, "><title>%s</title></rect>\n", escape(note))
}

// label writes a small note at a point.
func (d *drawing) label(x, y float64, text string) {
	fmt.Fprintf(d, `<text x="%s" y="%s" font-size="5" stroke="none" fill="%s">%s</text>`+"\n", num(x), num(y), d.colour, escape(text))
}

func escape(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return '�'
		}
		return r
	}, s)
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(s)) // a bytes.Buffer does not fail
	return b.String()
}

// num writes a coordinate with two decimals at most; a coordinate that is no number is 0.
func num(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "0"
	}
	s := strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.2f", v), "0"), ".")
	if s == "-0" || s == "" {
		return "0"
	}
	return s
}
