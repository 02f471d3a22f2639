package extract

// Text that is there to be seen only: letters drawn as paths, and letters of an embedded font that does not say what they mean. The pages
// are made here, from a Japanese font of the machine, so that what they say is known.

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"shinkyu/corpus"
	"shinkyu/extract/internal/scan"
	"shinkyu/extract/pdftest"
)

// japaneseFont is a TrueType font of the machine.
func japaneseFont(t *testing.T) (*sfnt.Font, []byte) {
	t.Helper()
	for _, pattern := range []string{"opentype/ipaexfont-mincho/*.ttf", "opentype/ipaexfont-gothic/*.ttf", "truetype/fonts-japanese-mincho.ttf", "truetype/fonts-japanese-gothic.ttf"} {
		for _, root := range []string{"/usr/share/fonts", "../.tools/root/usr/share/fonts"} {
			found, _ := filepath.Glob(filepath.Join(root, pattern)) // the pattern is well formed
			for _, name := range found {
				data, err := os.ReadFile(name)
				if err != nil {
					continue
				}
				if f, err := sfnt.Parse(data); err == nil {
					return f, data
				}
			}
		}
	}
	t.Skip("no Japanese TrueType font here: apt install fonts-ipaexfont-mincho")
	return nil, nil
}

// bench is a drawn comparison table of two columns on a page of 595 by 842 points.
type bench struct {
	t       *testing.T
	font    *sfnt.Font
	content strings.Builder
	outline bool // letters are paths; else glyph numbers of font F
}

const letterSize = 14.0

func (b *bench) text(x, y float64, s string) {
	var buffer sfnt.Buffer
	for _, r := range s {
		g, err := b.font.GlyphIndex(&buffer, r)
		if err != nil || g == 0 {
			b.t.Fatalf("the font has no %c: %v", r, err)
		}
		if b.outline {
			b.path(&buffer, g, x, y)
		} else {
			fmt.Fprintf(&b.content, "BT /F %g Tf 1 0 0 1 %.2f %.2f Tm <%04x> Tj ET\n", letterSize, x, y, g)
		}
		x += letterSize
	}
}

// path draws a glyph as filled curves.
func (b *bench) path(buffer *sfnt.Buffer, g sfnt.GlyphIndex, x, y float64) {
	segments, err := b.font.LoadGlyph(buffer, g, fixed.I(int(letterSize)*8), nil)
	if err != nil {
		b.t.Fatal(err)
	}
	at := func(p fixed.Point26_6) (float64, float64) { return x + float64(p.X)/512, y - float64(p.Y)/512 }
	var px, py float64
	for _, s := range segments {
		x1, y1 := at(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			fmt.Fprintf(&b.content, "%.3f %.3f m ", x1, y1)
			px, py = x1, y1
		case sfnt.SegmentOpLineTo:
			fmt.Fprintf(&b.content, "%.3f %.3f l ", x1, y1)
			px, py = x1, y1
		case sfnt.SegmentOpQuadTo:
			x2, y2 := at(s.Args[1])
			fmt.Fprintf(&b.content, "%.3f %.3f %.3f %.3f %.3f %.3f c ", px+2*(x1-px)/3, py+2*(y1-py)/3, x2+2*(x1-x2)/3, y2+2*(y1-y2)/3, x2, y2)
			px, py = x2, y2
		case sfnt.SegmentOpCubeTo:
			x2, y2 := at(s.Args[1])
			x3, y3 := at(s.Args[2])
			fmt.Fprintf(&b.content, "%.3f %.3f %.3f %.3f %.3f %.3f c ", x1, y1, x2, y2, x3, y3)
			px, py = x3, y3
		}
	}
	b.content.WriteString("f\n")
}

func (b *bench) box(x, y, w, h float64) {
	fmt.Fprintf(&b.content, "%.2f %.2f %.2f %.2f re f\n", x, y, w, h)
}

// The table: words of both columns, and what is underlined in them.
var (
	drawnNew = []string{"第一条　職員は、備品を", "毎月点検し、係長に報告", "する。", "第二条　記録は、三年間", "保存する。"}
	drawnOld = []string{"第一条　職員は、備品を", "毎年点検し、課長に報告", "する。", "第二条　記録は、三年間", "保存する。"}
)

// draw sets the table.
func (b *bench) draw() {
	const left, width, top, leading = 60.0, 180.0, 760.0, 24.0
	b.text(left+60, top+12, "備品規程新旧対照表")
	bottom := top - leading*float64(len(drawnNew)+1) - 10
	for _, y := range []float64{top, top - leading - 4, bottom} {
		b.box(left, y, 2*width, .6)
	}
	for i := range 3 {
		b.box(left+float64(i)*width, bottom, .6, top-bottom)
	}
	for side, lines := range [][]string{drawnNew, drawnOld} {
		x := left + 8 + float64(side)*width
		b.text(x+50, top-20, []string{"改正後", "改正前"}[side])
		for i, line := range lines {
			y := top - leading*float64(i+2)
			b.text(x, y, line)
			if i == 1 { // 毎月, 係長 and 毎年, 課長
				b.box(x, y-3, 2*letterSize, .7)
				b.box(x+6*letterSize, y-3, 2*letterSize, .7)
			}
		}
	}
}

// file is the page as PDF, with the whole font embedded, without a map to characters, if letters are glyph numbers.
func (b *bench) file(program []byte) []byte {
	f := pdftest.New("1.5")
	stream := func(data []byte) {
		f.Stream(fmt.Sprintf("/Filter/FlateDecode/Length1 %d", len(data)), pdftest.Deflate(data))
	}
	resources := ""
	if program != nil {
		resources = "/Font<</F 5 0 R>>"
	}
	f.Object("<</Type/Catalog/Pages 2 0 R>>")
	f.Object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
	f.Object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<%s>>>>", resources)
	stream([]byte(b.content.String()))
	if program != nil {
		f.Object("<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Untold/Encoding/Identity-H/DescendantFonts[6 0 R]>>")
		f.Object("<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Untold/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/DW 1000/FontDescriptor 7 0 R>>")
		f.Object("<</Type/FontDescriptor/FontName/ABCDEF+Untold/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80/FontFile2 8 0 R>>")
		stream(program)
	}
	return f.Bytes()
}

// wantDrawn checks what was read of the table: share is how many of the characters and of the underlined ones must be right.
func wantDrawn(t *testing.T, c *Content, text, marks float64) {
	t.Helper()
	if c.Comparison == nil {
		t.Fatal("no comparison")
	}
	for side, lines := range [][]string{drawnNew, drawnOld} {
		all, marked := spelled(&c.Comparison.Sides[side])
		want := []rune(strings.ReplaceAll(strings.Join(lines, ""), "　", ""))
		if n := common(all, want); float64(n) < text*float64(max(len(want), len(all))) {
			t.Errorf("%s: %d of %d characters: %s", corpus.Side(side), n, len(want), string(all))
		}
		lined := []rune([]string{"毎月係長", "毎年課長"}[side])
		if n := common(marked, lined); float64(n) < marks*float64(max(len(lined), len(marked))) {
			t.Errorf("%s: underlined are %q", corpus.Side(side), string(marked))
		}
	}
}

func hasRule(diags []corpus.Diag, rule string) bool {
	for _, d := range diags {
		if d.Rule == rule {
			return true
		}
	}
	return false
}

// TestOutlinedText: a table whose letters are paths, as designers' programs export them, has no text; it is rendered, read by machine, and its
// underlines are found in the picture.
func TestOutlinedText(t *testing.T) {
	f, _ := japaneseFont(t)
	b := &bench{t: t, font: f, outline: true}
	b.draw()
	data := b.file(nil)
	withoutTesseract(t, func() {
		_, err := Extract(t.Context(), Source{Data: data})
		wantFailure(t, err, "pdf-no-text")
	})
	if !scan.Available() {
		t.Skip("tesseract with jpn and jpn_vert is not installed: " + scan.Install)
	}
	c, err := Extract(t.Context(), Source{Data: data})
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Source.Recognised) != 1 || !hasRule(c.Comparison.Diags, "ocr-page") {
		t.Errorf("%+v %+v", c.Source, c.Comparison.Diags)
	}
	wantDrawn(t, c, .9, .75)
}

// TestUntoldFont: letters of an embedded font without a map to characters are read from the font's own table of characters.
func TestUntoldFont(t *testing.T) {
	f, program := japaneseFont(t)
	b := &bench{t: t, font: f}
	b.draw()
	c, err := Extract(t.Context(), Source{Data: b.file(program)})
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Source.Recognised) != 0 || len(c.Comparison.Diags) != 0 {
		t.Errorf("%+v %+v", c.Source, c.Comparison.Diags)
	}
	wantDrawn(t, c, 1, 1)
}

// TestSilentFont: where the font has no such table, the glyph numbers that the second engine gives for characters are not taken for text: the
// page is read from its picture, or not at all.
func TestSilentFont(t *testing.T) {
	f, program := japaneseFont(t)
	b := &bench{t: t, font: f}
	b.draw()
	data := b.file(bytes.Replace(program, []byte("cmap"), []byte("cmaq"), 1))
	withoutTesseract(t, func() {
		c, err := Extract(t.Context(), Source{Data: data})
		if err != nil {
			t.Fatal(err)
		}
		if !hasRule(c.Comparison.Diags, "pdf-unmapped") {
			t.Errorf("%+v", c.Comparison.Diags)
		}
		for side := range c.Comparison.Sides {
			if all, _ := spelled(&c.Comparison.Sides[side]); strings.Trim(string(all), "\uFFFD") != "" {
				t.Errorf("%s: characters were guessed: %s", corpus.Side(side), string(all))
			}
		}
	})
	if !scan.Available() {
		t.Skip("tesseract with jpn and jpn_vert is not installed: " + scan.Install)
	}
	c, err := Extract(t.Context(), Source{Data: data})
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Source.Recognised) != 1 || !hasRule(c.Comparison.Diags, "ocr-page") || hasRule(c.Comparison.Diags, "pdf-second-engine") {
		t.Errorf("%+v %+v", c.Source, c.Comparison.Diags)
	}
	wantDrawn(t, c, .9, .75)
}
