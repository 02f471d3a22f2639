package main

// A small writer of PDF: pages of two columns as word processors print them. One composite font coded by glyph number with a
// map to Unicode; each run is placed by itself; underlines and rules are thin filled rectangles; pages are deflated. The
// font's outlines are left out: nobody looks at the pages, and readers of text never open them.

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"shinkyu/extract/pdftest"
)

const (
	size    = 10.5 // of letters, points
	leading = 16.0
	left    = 45.0
	column  = 252.0 // width of one
	top     = 770.0 // of the table, from the page's bottom
	bottom  = 60.0
)

// writer collects pages.
type writer struct {
	glyphs  map[rune]int
	pages   []string // deflated contents
	content strings.Builder
	y       float64
	wanted  int
}

// table makes the file.
func table(pages int) []byte {
	w := &writer{glyphs: map[rune]int{}, wanted: pages}
	w.begin()
	for k := 0; len(w.pages) < pages; k++ {
		for _, c := range articles(k) {
			w.row(c)
		}
		w.rule(w.y)
	}
	return w.file()
}

func (w *writer) begin() {
	w.y = top
	if len(w.pages) == 0 {
		w.run(left+150, top+20, "情報管理規程　新旧対照表（傍線の部分は改正部分）")
	}
	w.rule(top)
	w.run(left+100, top-leading+4, "改　正　後")
	w.run(left+column+100, top-leading+4, "改　正　前")
	w.y -= leading + 4
	w.rule(w.y)
}

// end closes the page: its rules and its number.
func (w *writer) end() {
	w.rule(w.y)
	for i := range 3 {
		w.box(left+float64(i)*column-0.24, w.y, 0.48, top-w.y)
	}
	w.run(left+column-10, 35, fmt.Sprintf("－%d－", len(w.pages)+1))
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	fmt.Fprint(z, w.content.String()) // to memory
	_ = z.Close()
	w.pages = append(w.pages, out.String())
	w.content.Reset()
	w.begin()
}

// row writes a paragraph of both sides, going on over the page's end.
func (w *writer) row(c clause) {
	a, b := lines(c[0]), lines(c[1])
	for i := range max(len(a), len(b)) {
		if w.y-leading < bottom {
			w.end()
		}
		w.y -= leading
		for side, all := range [][][]piece{a, b} {
			if i < len(all) {
				w.line(left+4+float64(side)*column, w.y+5, all[i])
			}
		}
	}
}

func (w *writer) line(x, y float64, line []piece) {
	for _, p := range line {
		w.run(x, y, p.words)
		width := float64(utf8.RuneCountInString(p.words)) * size
		if p.marked {
			w.box(x, y-2, width, 0.6)
		}
		x += width
	}
}

// run shows words at a place.
func (w *writer) run(x, y float64, s string) {
	fmt.Fprintf(&w.content, "BT /F1 %g Tf 1 0 0 1 %.2f %.2f Tm <", size, x, y)
	for _, r := range s {
		g, ok := w.glyphs[r]
		if !ok {
			g = len(w.glyphs) + 1
			w.glyphs[r] = g
		}
		fmt.Fprintf(&w.content, "%04X", g)
	}
	w.content.WriteString("> Tj ET\n")
}

func (w *writer) rule(y float64) { w.box(left, y-0.24, 2*column, 0.48) }

func (w *writer) box(x, y, width, height float64) {
	fmt.Fprintf(&w.content, "%.2f %.2f %.2f %.2f re f\n", x, y, width, height)
}

// file writes all objects.
func (w *writer) file() []byte {
	w.pages = w.pages[:w.wanted]
	f := pdftest.New("1.7")
	f.Object("<< /Type /Catalog /Pages 2 0 R >>")
	var kids strings.Builder
	for i := range w.pages {
		fmt.Fprintf(&kids, "%d 0 R ", 7+2*i)
	}
	f.Object("<< /Type /Pages /Kids [%s] /Count %d /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> >>", kids.String(), len(w.pages))
	f.Object("<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+MadeMincho /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>")
	f.Object("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+MadeMincho /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 5 0 R >>")
	f.Object("<< /Type /FontDescriptor /FontName /ABCDEF+MadeMincho /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>")
	f.Stream("", w.toUnicode())
	for i, p := range w.pages {
		f.Object("<< /Type /Page /Parent 2 0 R /Contents %d 0 R >>", 8+2*i)
		f.Stream("/Filter /FlateDecode", p)
	}
	return f.Bytes()
}

// toUnicode maps the glyph numbers back, a hundred to a block as the format asks.
func (w *writer) toUnicode() string {
	runes := make([]rune, len(w.glyphs))
	for r, g := range w.glyphs {
		runes[g-1] = r
	}
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	g := 0
	for block := range slices.Chunk(runes, 100) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(block))
		for _, r := range block {
			g++
			fmt.Fprintf(&b, "<%04X> <%04X>\n", g, r)
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.String()
}
