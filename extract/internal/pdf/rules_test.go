package pdf

import (
	"fmt"
	"strings"
	"testing"

	"shinkyu/extract/internal/layout"
)

func describeRule(r layout.Rule) string {
	s := fmt.Sprintf("%s [%.1f %.1f %.1f %.1f] %.1f", [...]string{"fill", "stroke", "curve"}[r.Kind], r.Box.X0, r.Box.Y0, r.Box.X1, r.Box.Y1, r.Width)
	if r.Dashed {
		s += " dashed"
	}
	if r.White {
		s += " white"
	}
	return s
}

// An underline from (100, 700) to (200, 700), or a frame, as producers draw them.
func TestRules(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"rectangle", "100 700 100 .5 re f", "fill [100.0 99.5 200.0 100.0] 0.5"},
		{"negative sizes", "200 700.5 -100 -.5 re f", "fill [100.0 99.5 200.0 100.0] 0.5"},
		{"rectangle by lines", "100 700 m 200 700 l 200 700.5 l 100 700.5 l h f", "fill [100.0 99.5 200.0 100.0] 0.5"},
		{"even-odd", "100 700 100 .5 re f*", "fill [100.0 99.5 200.0 100.0] 0.5"},
		{"stroke", "2 w 100 700 m 200 700 l S", "stroke [100.0 99.0 200.0 101.0] 2.0"},
		{"scaled pen", "q .5 0 0 .5 0 0 cm 2 w 200 1400 m 400 1400 l S Q", "stroke [100.0 99.5 200.0 100.5] 1.0"},
		{"dashed", "[3 2] 0 d 100 700 m 200 700 l S", "stroke [100.0 99.5 200.0 100.5] 1.0 dashed"},
		{"dashes off again", "[3 2] 0 d [] 0 d 100 700 m 200 700 l S", "stroke [100.0 99.5 200.0 100.5] 1.0"},
		{"closed", "100 700 m 200 700 l s", "stroke [100.0 99.5 200.0 100.5] 1.0|stroke [100.0 99.5 200.0 100.5] 1.0"},
		{"stroked box", "100 600 50 100 re S", "stroke [100.0 199.5 150.0 200.5] 1.0|stroke [149.5 100.0 150.5 200.0] 1.0|stroke [100.0 99.5 150.0 100.5] 1.0|stroke [99.5 100.0 100.5 200.0] 1.0"},
		{"white", "1 g 100 600 50 100 re f", "fill [100.0 100.0 150.0 200.0] 50.0 white"},
		{"frame", "100 600 50 100 re 101 601 48 98 re f*", "fill [100.0 100.0 150.0 101.0] 1.0|fill [100.0 199.0 150.0 200.0] 1.0|fill [100.0 101.0 101.0 199.0] 1.0|fill [149.0 101.0 150.0 199.0] 1.0"},
		{"two rectangles side by side", "100 600 10 10 re 120 600 10 10 re f*", "fill [100.0 190.0 110.0 200.0] 10.0|fill [120.0 190.0 130.0 200.0] 10.0"},
		{"slanted", "100 600 m 150 700 l S", "curve [100.0 100.0 150.0 200.0] 1.0"},
		{"triangle", "100 600 m 150 700 l 200 600 l f", "curve [100.0 100.0 200.0 200.0] 100.0"},
		{"curve", "100 600 m 100 650 150 700 200 700 c S", "curve [100.0 100.0 200.0 200.0] 1.0"},
		{"letters as outlines", "100 700 m 103 704 106 704 110 704 c 110 700 l h 102 702 5 .5 re f", "curve [100.0 96.0 110.0 100.0] 4.0|curve [102.0 97.5 107.0 98.0] 0.5"},
		{"a line beside a curve", "100 700 m 103 704 106 704 110 704 c 110 700 l h 100 600 90 .5 re f", "curve [100.0 96.0 110.0 100.0] 4.0|fill [100.0 199.5 190.0 200.0] 0.5"},
		{"a band of waves", "/Pattern cs /P1 scn 100 700 100 4 re f", "curve [100.0 97.7 200.0 98.3] 0.6"},
		{"an area with a pattern", "/Pattern cs /P1 scn 100 700 100 40 re f", "fill [100.0 60.0 200.0 100.0] 40.0"},
		{"clipped fill", "q 100 700 100 .5 re W n 0 0 600 800 re f Q", "fill [100.0 99.5 200.0 100.0] 0.5"},
		{"clipped away", "q 0 0 10 10 re W n 100 700 100 .5 re f Q", ""},
		{"clip ends with Q", "q 0 0 10 10 re W n Q 100 700 100 .5 re f", "fill [100.0 99.5 200.0 100.0] 0.5"},
		{"path not painted", "100 700 100 .5 re n", ""},
	} {
		var got []string
		for _, r := range firstPage(t, onePage(c.content)).Rules {
			got = append(got, describeRule(r))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, s, c.want)
		}
	}
}

// A rule of a page that is turned lies where the page as read has it.
func TestRuleOnRotatedPage(t *testing.T) {
	var b builder
	p := firstPage(t, b.finish("/Rotate 90", "", "100 700 100 .5 re f"))
	if got := describeRule(p.Rules[0]); got != "fill [700.0 100.0 700.5 200.0] 0.5" {
		t.Error(got)
	}
}

func TestFormsAndImages(t *testing.T) {
	var b builder
	fonts := b.fonts()
	inner := b.stream("/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Matrix [1 0 0 1 10 20] /Resources << "+fonts+" >>",
		"BT /F1 10 Tf 5 5 Td "+utf16Hex("別")+" Tj ET")
	image := b.stream("/Type /XObject /Subtype /Image /Width 30 /Height 20", "x")
	inline := "q 50 0 0 40 300 300 cm BI /W 5 /H 4 /BPC 8 /CS /G ID \x01(EI(\xff EI Q "
	p := firstPage(t, b.finish("", fmt.Sprintf("/XObject << /X1 %s /I1 %s >>", inner, image),
		"q 2 0 0 2 100 200 cm /X1 Do Q q 50 0 0 40 100 100 cm /I1 Do Q "+inline+" 100 700 100 .5 re f"))
	if got := describe(p.Glyphs[0]); got != "別 130.0,550.0 [130.0 532.4 150.0 552.4]" {
		t.Error(got)
	}
	if got := fmt.Sprint(p.Images); got != "[{{100 660 150 700} 30 20} {{300 460 350 500} 5 4}]" {
		t.Error(got)
	}
	if len(p.Rules) != 1 {
		t.Errorf("what follows an inline image is lost: %v", p.Rules)
	}
}

// A stamp's appearance fills its rectangle; a hidden one is not there.
func TestAnnotations(t *testing.T) {
	var b builder
	fonts := b.fonts()
	look := b.stream("/Subtype /Form /BBox [0 0 10 10] /Resources << "+fonts+" >>", "BT /F1 10 Tf 0 2 Td "+utf16Hex("写")+" Tj ET")
	seen := b.add("<< /Subtype /Stamp /Rect [100 700 120 720] /AP << /N << /On %s >> >> /AS /On >>", look)
	gone := b.add("<< /Subtype /Stamp /F 2 /Rect [200 700 220 720] /AP << /N %s >> >>", look)
	p := firstPage(t, b.finish(fmt.Sprintf("/Annots [%s %s]", seen, gone), "", ""))
	if len(p.Glyphs) != 1 || describe(p.Glyphs[0]) != "写 100.0,96.0 [100.0 78.4 120.0 98.4]" {
		t.Errorf("%+v", p.Glyphs)
	}
}

// Layers 1 and 2; 2 is off. What is on it is kept as hidden glyphs, its rules are not there.
func TestLayers(t *testing.T) {
	var b builder
	fonts := b.fonts()
	on := b.add("<< /Type /OCG /Name (same) >>")
	off := b.add("<< /Type /OCG /Name (same) >>")
	both := b.add("<< /Type /OCMD /OCGs [%s %s] >>", on, off)
	form := b.stream("/Subtype /Form /OC "+off, "0 0 9 9 re f")
	show := func(layer, s string) string {
		return "/OC /" + layer + " BDC BT /F1 10 Tf 9 700 Td " + utf16Hex(s) + " Tj ET 0 0 1 1 re f EMC "
	}
	data := b.finish("", fmt.Sprintf("%s /Properties << /A %s /B %s /C %s >> /XObject << /X %s >>", fonts, on, off, both, form),
		show("A", "新")+show("B", "旧")+show("C", "両")+"/X Do 0 0 2 2 re f")
	data = []byte(strings.Replace(string(data), "/Type /Catalog", "/Type /Catalog /OCProperties << /OCGs ["+on+" "+off+"] /D << /OFF ["+off+"] >> >>", 1))
	p := firstPage(t, data)
	if got := text(p); got != "新両" || len(p.Glyphs) != 3 || len(p.Rules) != 3 {
		t.Errorf("%q, %d glyphs, %d rules", got, len(p.Glyphs), len(p.Rules))
	}
}
