package pdf

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"shinkyu/extract/internal/layout"
)

// describe is a glyph's text, origin and box, rounded to a tenth of a point.
func describe(g layout.Glyph) string {
	b := g.Box
	return fmt.Sprintf("%s %.1f,%.1f [%.1f %.1f %.1f %.1f]", g.U, g.X, g.Y, b.X0, b.Y0, b.X1, b.Y1)
}

// Where the glyphs of a content stream stand. The page is 600 × 800; user space counts from the lower left.
func TestTextPositions(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"Td", "BT /F1 10 Tf 100 700 Td " + utf16Hex("第一") + " Tj ET",
			"第 100.0,100.0 [100.0 91.2 110.0 101.2]|一 110.0,100.0 [110.0 91.2 120.0 101.2]"},
		{"half width from W", "BT /F1 10 Tf 100 700 Td " + utf16Hex("a条") + " Tj ET",
			"a 100.0,100.0 [100.0 91.2 105.0 101.2]|条 105.0,100.0 [105.0 91.2 115.0 101.2]"},
		{"TJ moves back by thousandths", "BT /F1 10 Tf 100 700 Td [" + utf16Hex("規") + " -500 " + utf16Hex("程") + "] TJ ET",
			"規 100.0,100.0 [100.0 91.2 110.0 101.2]|程 115.0,100.0 [115.0 91.2 125.0 101.2]"},
		{"Tc", "BT /F1 10 Tf 2 Tc 100 700 Td " + utf16Hex("規程") + " Tj ET",
			"規 100.0,100.0 [100.0 91.2 110.0 101.2]|程 112.0,100.0 [112.0 91.2 122.0 101.2]"},
		{"Tz squeezes glyphs and gaps", "BT /F1 10 Tf 50 Tz 2 Tc 100 700 Td " + utf16Hex("規程") + " Tj ET",
			"規 100.0,100.0 [100.0 91.2 105.0 101.2]|程 106.0,100.0 [106.0 91.2 111.0 101.2]"},
		{"Ts", "BT /F1 10 Tf 3 Ts 100 700 Td " + utf16Hex("規") + " Tj ET", "規 100.0,97.0 [100.0 88.2 110.0 98.2]"},
		{"T* by TL", "BT /F1 10 Tf 12 TL 100 700 Td " + utf16Hex("規") + " Tj T* " + utf16Hex("程") + " Tj ET",
			"規 100.0,100.0 [100.0 91.2 110.0 101.2]|程 100.0,112.0 [100.0 103.2 110.0 113.2]"},
		{"TD sets the leading, ' uses it", "BT /F1 10 Tf 100 700 TD 0 -14 TD " + utf16Hex("規") + " Tj " + utf16Hex("程") + " ' ET",
			"規 100.0,114.0 [100.0 105.2 110.0 115.2]|程 100.0,128.0 [100.0 119.2 110.0 129.2]"},
		{"\" sets the spacing", "BT /F1 10 Tf 5 TL 100 700 Td 0 3 " + utf16Hex("規程") + " \" ET",
			"規 100.0,105.0 [100.0 96.2 110.0 106.2]|程 113.0,105.0 [113.0 96.2 123.0 106.2]"},
		{"Tw is for one-byte spaces", "BT /T1 10 Tf 5 Tw 100 700 Td (a b) Tj ET",
			"a 100.0,100.0 [100.0 91.2 104.4 101.2]|  104.4,100.0 [104.4 91.2 106.9 101.2]|b 111.9,100.0 [111.9 91.2 116.9 101.2]"},
		{"Tm and cm", "q 2 0 0 2 50 100 cm BT /F1 5 Tf 1 0 0 1 25 300 Tm " + utf16Hex("規") + " Tj ET Q",
			"規 100.0,100.0 [100.0 91.2 110.0 101.2]"},
		{"vertical", "BT /V1 10 Tf 100 700 Td " + utf16Hex("規程") + " Tj ET",
			"規 100.0,100.0 [95.0 100.0 105.0 110.0]|程 100.0,110.0 [95.0 110.0 105.0 120.0]"},
		{"vertical TJ goes down", "BT /V1 10 Tf 100 700 Td [" + utf16Hex("規") + " 500 " + utf16Hex("程") + "] TJ ET",
			"規 100.0,100.0 [95.0 100.0 105.0 110.0]|程 100.0,115.0 [95.0 115.0 105.0 125.0]"},
	} {
		p := firstPage(t, onePage(c.content))
		var got []string
		for _, g := range p.Glyphs {
			got = append(got, describe(g))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, s, c.want)
		}
	}
}

func TestRotationAndCrop(t *testing.T) {
	content := "BT /F1 10 Tf 100 700 Td " + utf16Hex("規") + " Tj ET"
	for _, c := range []struct {
		page          string
		width, height float64
		want          string
		angle         float64
	}{
		{"/Rotate 0", 600, 800, "規 100.0,100.0 [100.0 91.2 110.0 101.2]", 0},
		{"/Rotate 90", 800, 600, "規 700.0,100.0 [698.8 100.0 708.8 110.0]", math.Pi / 2},
		{"/Rotate 180", 600, 800, "規 500.0,700.0 [490.0 698.8 500.0 708.8]", math.Pi},
		{"/Rotate -90", 800, 600, "規 100.0,500.0 [91.2 490.0 101.2 500.0]", -math.Pi / 2},
		{"/CropBox [50 100 550 750]", 500, 650, "規 50.0,50.0 [50.0 41.2 60.0 51.2]", 0},
		{"/CropBox [50 100 550 750] /Rotate 90", 650, 500, "規 600.0,50.0 [598.8 50.0 608.8 60.0]", math.Pi / 2},
		{"/MediaBox [600 800 0 0]", 600, 800, "規 100.0,100.0 [100.0 91.2 110.0 101.2]", 0},
	} {
		var b builder
		p := firstPage(t, b.finish(c.page, b.fonts(), content))
		if len(p.Glyphs) != 1 {
			t.Fatalf("%s: %d glyphs", c.page, len(p.Glyphs))
		}
		g := p.Glyphs[0]
		if p.Width != c.width || p.Height != c.height || describe(g) != c.want || math.Abs(math.Abs(g.Angle)-math.Abs(c.angle)) > 1e-9 {
			t.Errorf("%s: %v × %v, %s at angle %v", c.page, p.Width, p.Height, describe(g), g.Angle)
		}
	}
}

// What a reader sees and what not.
func TestHidden(t *testing.T) {
	show := "BT /F1 10 Tf 100 700 Td " + utf16Hex("規") + " Tj ET"
	for _, c := range []struct {
		name, content string
		hidden        bool
	}{
		{"plain", show, false},
		{"mode 3", "BT 3 Tr /F1 10 Tf 100 700 Td " + utf16Hex("規") + " Tj ET", true},
		{"white on paper", "1 g " + show, true},
		{"white on a dark band", "0 0 0.4 rg 90 690 200 30 re f 1 g " + show, false},
		{"white on a white patch on a dark band", "0 g 90 690 200 30 re f 1 g 90 690 200 30 re f " + show, true},
		{"white in CMYK", "0 0 0 0 k " + show, true},
		{"black in CMYK", "0 0 0 1 k " + show, false},
		{"beyond the page", "1 0 0 1 900 0 cm " + show, true},
		{"beyond its clip", "0 0 10 10 re W n " + show, true},
		{"cut by its clip", "0 0 105 800 re W n " + show, false},
		{"behind the end of its clip", "q 0 0 10 10 re W n Q " + show, false},
		{"clipped by no path", "W n " + show, false},
	} {
		p := firstPage(t, onePage(c.content))
		if len(p.Glyphs) != 1 || p.Glyphs[0].Hidden != c.hidden {
			t.Errorf("%s: %+v", c.name, p.Glyphs)
		}
	}
}

func TestOverprintIsBold(t *testing.T) {
	twice := "BT /F1 10 Tf 100 700 Td " + utf16Hex("改正") + " Tj ET BT /F1 10 Tf 100.25 700 Td " + utf16Hex("改正") + " Tj ET"
	p := firstPage(t, onePage(twice+" BT /F1 10 Tf 100 600 Td "+utf16Hex("正正")+" Tj ET"))
	var got []string
	for _, g := range p.Glyphs {
		got = append(got, fmt.Sprint(g.U, g.Bold))
	}
	if s := strings.Join(got, " "); s != "改true 正true 正false 正false" {
		t.Error(s)
	}
	if p := firstPage(t, onePage("BT /T1 10 Tf 9 9 Td (a) Tj ET")); !p.Glyphs[0].Bold {
		t.Error("Times-Bold is not bold")
	}
}

// A pen along the outlines of letters makes them bold and is no rule; a frame or circle round a letter and a line through it are none.
func TestOutlineIsBold(t *testing.T) {
	for _, c := range []struct {
		name, pen string
		bold      bool
		rules     int
	}{
		{"outlines", ".4 w 101 703 8 1 re 104 700 m 105 700 105 707 104 707 c h S", true, 0},
		{"outlines of straight strokes", ".4 w 101 703 8 .8 re S", true, 0},
		{"frame", ".4 w 100 698 10 10 re S", false, 4},
		{"circle", ".4 w 100 703 m 100 700 102 698 105 698 c 108 698 110 700 110 703 c 110 706 108 708 105 708 c 102 708 100 706 100 703 c h S", false, 1},
		{"line", ".4 w 100 703 m 110 703 l S", false, 1},
	} {
		p := firstPage(t, onePage("BT /F1 10 Tf 100 700 Td "+utf16Hex("士")+" Tj ET "+c.pen))
		if p.Glyphs[0].Bold != c.bold || len(p.Rules) != c.rules {
			t.Errorf("%s: bold %v, rules %v", c.name, p.Glyphs[0].Bold, rulesOf(p))
		}
	}
}

func TestActualText(t *testing.T) {
	for _, c := range []struct{ actual, painted, want string }{
		{"FEFF2010", "-", "‐"},
		{"FEFF9089DB40DD02", "邉", "邉\U000E0102"},
		{"FEFF522565875B57", "第一条", "第一条"}, // three glyphs for another text: which is which?
	} {
		content := "/Span << /ActualText <" + c.actual + "> >> BDC BT /F1 10 Tf 50 700 Td " + utf16Hex(c.painted) + " Tj ET EMC"
		if got := text(firstPage(t, onePage(content))); got != c.want {
			t.Errorf("%s: %q", c.actual, got)
		}
	}
}

// Text that runs off the page is told, a stray character is not.
func TestTextOffThePage(t *testing.T) {
	for words, want := range map[string]bool{"規程の一部を改正する規則案": true, "規程": false} {
		p := firstPage(t, onePage("BT /F1 10 Tf 700 700 Td "+utf16Hex(words)+" Tj ET BT /F1 10 Tf 9 700 Td "+utf16Hex("規程の一部を改正する規則案")+" Tj ET"))
		if got := told(p, "pdf-off-page"); got != want {
			t.Errorf("%s: told %v", words, got)
		}
	}
}

// Text too long for its cell, which a spreadsheet cuts off, is no text of the page, and is told.
func TestTextCutOff(t *testing.T) {
	for words, want := range map[string]bool{"規程の一部を改正する規則": true, "規程": false} {
		p := firstPage(t, onePage("q 90 690 40 30 re W n BT /F1 10 Tf 100 700 Td "+utf16Hex("様式"+"の"+words)+" Tj ET Q BT /F1 10 Tf 300 700 Td "+utf16Hex("現行")+" Tj ET"))
		if got := text(p); got != "様式の現行" {
			t.Errorf("%q", got)
		}
		if got := told(p, "pdf-clipped"); got != want {
			t.Errorf("%s: told %v", words, got)
		}
	}
}

func told(p *layout.Page, rule string) bool {
	for _, d := range p.Diags {
		if d.Rule == rule && strings.Contains(d.English, "nobody sees them") {
			return true
		}
	}
	return false
}
