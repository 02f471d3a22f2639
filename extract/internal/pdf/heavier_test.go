package pdf

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
)

// tinyFace is a TrueType program of an em of 1000 whose glyphs 1 and 2 have those extents.
func tinyFace(sizes ...[2]int16) string {
	head, loca, glyf := make([]byte, 54), make([]byte, 4), []byte(nil)
	binary.BigEndian.PutUint16(head[18:], 1000)
	for _, s := range sizes {
		g := make([]byte, 12)
		binary.BigEndian.PutUint16(g[6:], uint16(s[0]))
		binary.BigEndian.PutUint16(g[8:], uint16(s[1]))
		glyf = append(glyf, g...)
		loca = binary.BigEndian.AppendUint16(loca, uint16(len(glyf)/2))
	}
	out := []byte{0, 1, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0}
	at := len(out) + 3*16
	for _, t := range []struct {
		name string
		data []byte
	}{{"glyf", glyf}, {"head", head}, {"loca", loca}} {
		out = append(append(out, t.name...), 0, 0, 0, 0)
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t.data)))
		at += len(t.data)
	}
	return string(append(append(append(out, glyf...), head...), loca...))
}

// Chromium's bold of a face that has none: outlines without a name, larger than the plain letters on the page.
func TestOutlinesHeavierThanTheFaceAreBold(t *testing.T) {
	outlines := func(b *builder, face string, width, height int) string {
		var letters strings.Builder
		for g := 1; g <= 2; g++ {
			fmt.Fprintf(&letters, "/g%d %s ", g, b.stream("", fmt.Sprintf("1000 0 0 0 %d %d d1 0 0 1 1 re f", width, height)))
		}
		d := b.add("<< /Type /FontDescriptor /FontName /%s /FontWeight 400 >>", face)
		return b.add("<< /Type /Font /Subtype /Type3 /FontMatrix [.001 0 0 .001 0 0] /FontBBox [0 0 1000 1000] /FirstChar 1 /LastChar 2 /Widths [1000 1000] "+
			"/CharProcs << %s >> /Encoding << /Differences [1 /g1 /g2] >> /FontDescriptor %s >>", letters.String(), d)
	}
	program := func(b *builder, face string) string {
		file := b.stream("", tinyFace([2]int16{900, 880}, [2]int16{900, 880}))
		d := b.add("<< /Type /FontDescriptor /FontName /%s /FontFile2 %s >>", face, file)
		c := b.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDToGIDMap /Identity /DW 1000 /FontDescriptor %s >>", face, d)
		return b.add("<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%s] >>", face, c)
	}
	for _, c := range []struct {
		name  string
		plain func(b *builder) string
		width int
		bold  bool
	}{
		{"heavier than the program", func(b *builder) string { return program(b, "AAAAAA+Made-Gothic") }, 935, true},
		{"heavier than other outlines", func(b *builder) string { return outlines(b, "AAAAAA+Made-Gothic", 900, 880) }, 935, true},
		{"as heavy", func(b *builder) string { return program(b, "AAAAAA+Made-Gothic") }, 900, false},
		{"another face", func(b *builder) string { return program(b, "AAAAAA+Made-Mincho") }, 935, false},
	} {
		var b builder
		resources := fmt.Sprintf("/Font << /P %s /B %s >>", c.plain(&b), outlines(&b, "BAAAAA+Made-Gothic", c.width, c.width-20))
		p := firstPage(t, b.finish("", resources, "BT /P 10 Tf 50 700 Td <0001> Tj /B 10 Tf 50 0 Td <01> Tj ET"))
		if last := p.Glyphs[len(p.Glyphs)-1]; last.Bold != c.bold || p.Glyphs[0].Bold {
			t.Errorf("%s: bold %v", c.name, last.Bold)
		}
	}
}
