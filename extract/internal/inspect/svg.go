// Package inspect draws what was read on a page, for maintainers: a wrong comparison nearly always begins with one edge,
// cell or mark that was taken for something else, and a picture over the page shows it at once.
//
// The drawing is one SVG of layers, one for each step from paint to clause (after the debugging pictures of pdfplumber), alone or
// inside an HTML page whose boxes switch the layers on and off. Both need nothing else, neither script nor network, so that
// they can be sent with a report. An interactive viewer was rejected: it would have to be kept running. The cost: a full page
// with the picture under it takes about half a megabyte.
package inspect

import (
	"bytes"
	"encoding/base64"
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
	shown             bool // at first
	draw              func(d *drawing) (count int)
}

// layers from bottom to top: each step of reading lies above the one before.
var layers = []layer{
	{"picture", "the page as PDFium paints it", "#5f6368", true, (*drawing).picture},
	{"images", "pictures on the page", "#9aa0a6", true, (*drawing).images},
	{"cells", "cells: table, row, column", "#0b8043", true, (*drawing).cells},
	{"nested", "tables inside cells", "#6d4c41", true, (*drawing).nested},
	{"covered", "letters under marks", "#d5006d", true, (*drawing).covered},
	{"glyphs", "glyphs as decoded", "#202124", true, (*drawing).glyphs},
	{"hidden", "glyphs that are not text, or have no Unicode", "#d93025", true, (*drawing).hidden},
	{"glyph-boxes", "glyph cells (point: code, font)", "#8ab4f8", true, (*drawing).boxes},
	{"lines", "lines of cells, in reading order", "#1a73e8", true, (*drawing).lines},
	{"loose", "lines outside the tables", "#7b1fa2", true, (*drawing).loose},
	{"ruby", "ruby", "#00897b", true, (*drawing).ruby},
	{"painted", "rules as painted", "#ff6d00", false, (*drawing).painted},
	{"joined", "edges as joined", "#455a64", false, (*drawing).joined},
	{"ignored", "rules of no meaning, or inside a cell", "#9e9e9e", true, (*drawing).ignored},
	{"borders", "cell borders", "#0b8043", true, (*drawing).borders},
	{"virtual", "sides added where the page cuts a table open", "#f9ab00", true, (*drawing).virtual},
	{"known", "columns known from the page before", "#00838f", true, (*drawing).known},
	{"marks", "marks: underline, double, box, strike", "#d5006d", true, (*drawing).marks},
	{"unplaced", "text in no clause, with the reason", "#757575", true, (*drawing).unplaced},
	{"units", "clauses that begin here, with their addresses", "#e65100", true, (*drawing).clauses},
	{"order", "reading order of the clauses of each side", "#e65100", false, (*drawing).order},
}

const legendWidth = 250

// View is a page with what was made of it.
type View struct {
	Page     *layout.Page
	Trace    *grid.PageTrace // read behind the pages before it
	Picture  []byte          // PNG of the page, nil if there is none
	Units    []Unit          // that begin on the page, by side, in reading order
	Running  []string        // sides and addresses of the clauses that go on from the page before
	Rows     []Row           // of the tables joined over pages
	Unplaced []corpus.Unplaced
	Diags    []corpus.Diag // about the page
}

// Unit is a clause that begins on the page: its box there, in points as on the page, its side ("new", "old", "" in a whole
// text), address and text.
type Unit struct {
	Box              corpus.Box
	Side, Name, Text string
}

// Row is a row of a table that may span pages: Table and Row count over all pages, from 1.
type Row struct {
	Table, Row int
	Box        corpus.Box
}

// drawing collects the SVG.
type drawing struct {
	bytes.Buffer
	*View
	page   *layout.Page
	trace  *grid.PageTrace
	colour string // of the layer at work
}

// SVG draws the page and everything that was read on it. The same input gives the same bytes.
func SVG(v *View) []byte {
	b, _ := draw(v, true)
	return b
}

// draw is the SVG, with its legend or without, and what each layer holds.
func draw(v *View, legend bool) (svg []byte, counts []int) {
	d := &drawing{View: v, page: v.Page, trace: v.Trace}
	w, h, margin := d.page.Width, d.page.Height, 0.
	if legend {
		h, margin = max(h, float64(60+16*len(layers))), legendWidth
	}
	fmt.Fprintf(d, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" width="%s" height="%s" font-family="'Noto Sans CJK JP','IPAexGothic','Hiragino Sans','Yu Gothic',sans-serif">`,
		num(w+margin), num(h), num(1.5*(w+margin)), num(1.5*h))
	fmt.Fprintf(d, "\n<title>page %d: %d glyphs, %d rules, %d tables</title>\n", d.page.Number, len(d.page.Glyphs), len(d.page.Rules), len(d.trace.Areas))
	fmt.Fprintf(d, `<rect class="page" width="%s" height="%s" fill="#fff" stroke="#bbb"/>`+"\n", num(w), num(d.page.Height))
	counts = make([]int, len(layers))
	for i, l := range layers {
		d.colour = l.colour
		off := ""
		if legend && !l.shown {
			off = ` display="none"`
		}
		fmt.Fprintf(d, `<g class="l-%s" fill="none" stroke="%s" stroke-width=".5"%s><title>%s</title>`+"\n", l.id, l.colour, off, l.title)
		counts[i] = l.draw(d)
		d.WriteString("</g>\n")
	}
	if legend {
		d.legend(w, counts)
	}
	d.WriteString("</svg>\n")
	return d.Bytes(), counts
}

// heading is what the page as a whole was taken for.
func (v *View) heading() string {
	f := v.Trace.Frame
	writing := "horizontal"
	if f.Vertical {
		writing = "vertical"
		if f.Left {
			writing += ", side lines on the left"
		}
	}
	return fmt.Sprintf("page %d · %s · lines turned %d° · %.0f × %.0f pt", v.Page.Number, writing, 90*f.Turn, v.Page.Width, v.Page.Height)
}

// legend lists the layers with their colours and what each holds.
func (d *drawing) legend(x float64, counts []int) {
	d.WriteString(`<g class="legend" font-size="9" fill="#202124"><title>legend</title>` + "\n")
	fmt.Fprintf(d, `<text x="%s" y="18" font-size="8">%s</text>`+"\n", num(x+10), d.heading())
	for i, l := range layers {
		y := float64(36 + 16*i)
		off := ""
		if !l.shown {
			off = ", not shown"
		}
		fmt.Fprintf(d, `<rect x="%s" y="%s" width="10" height="10" fill="%s"/><text x="%s" y="%s">%s (%d%s)</text>`+"\n",
			num(x+10), num(y-8), l.colour, num(x+25), num(y), l.title, counts[i], off)
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
func (d *drawing) label(x, y float64, text string) { d.note(x, y, "start", text) }

// labelUpTo writes a small note that ends at a point.
func (d *drawing) labelUpTo(x, y float64, text string) { d.note(x, y, "end", text) }

func (d *drawing) note(x, y float64, anchor, text string) {
	fmt.Fprintf(d, `<text x="%s" y="%s" font-size="5" text-anchor="%s" stroke="#fff" stroke-width="1.6" paint-order="stroke" fill="%s">%s</text>`+"\n",
		num(x), num(y), anchor, d.colour, escape(text))
}

// path draws a line with an arrow's head at b.
func (d *drawing) path(ax, ay, bx, by float64, attributes string) {
	fmt.Fprintf(d, `<path d="M%s %sL%s %s"%s/>`+"\n", num(ax), num(ay), num(bx), num(by), attributes)
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

func dataURI(png []byte) string {
	return "data:image/png;base64," + base64.StdEncoding.EncodeToString(png)
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
