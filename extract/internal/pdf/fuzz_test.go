package pdf

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/layout"
)

// FuzzOpen: whatever the bytes are, reading ends without a panic, boxes are numbers, text is never empty.
func FuzzOpen(f *testing.F) {
	f.Add(onePage(shown + " 100 700 100 .5 re f 2 w 0 0 m 9 9 l S"))
	f.Add(packedFile(6))
	f.Add(sealed128(3, 16, rc4Cipher, "").file())
	f.Add(sealed256(6).file())
	for _, name := range []string{"form in itself", "pages that hold one another", "table of 2147483647 objects", "numbers out of range", "length that needs the stream itself"} {
		f.Add(hostile[name]())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Open(data)
		if err != nil {
			if _, ok := err.(*corpus.Failure); !ok {
				t.Fatalf("%T: %v", err, err)
			}
			return
		}
		for n := 1; n <= min(file.NumPages(), 3); n++ {
			p, err := file.Page(n)
			if err != nil {
				t.Fatal(err)
			}
			checkPage(t, p)
		}
	})
}

func checkPage(t *testing.T, p *layout.Page) {
	if !(p.Width > 0 && p.Height > 0) {
		t.Fatalf("page of %v × %v", p.Width, p.Height)
	}
	for _, g := range p.Glyphs {
		if g.U == "" || !sane(g.Box) || !sane(corpus.Box{X0: g.X, Y0: g.Y, X1: g.X, Y1: g.Y}) || !(g.Size >= 0) {
			t.Fatalf("%+v", g)
		}
	}
	for _, r := range p.Rules {
		if !sane(r.Box) || !(r.Width >= 0) {
			t.Fatalf("%+v", r)
		}
	}
	for _, m := range p.Images {
		if !sane(m.Box) {
			t.Fatalf("%+v", m)
		}
	}
}

func sane(b corpus.Box) bool {
	for _, v := range []float64{b.X0, b.Y0, b.X1, b.Y1} {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return b.X0 <= b.X1 && b.Y0 <= b.Y1
}

// FuzzFontProgram: no program of an embedded font hangs or ends its reader, and what it tells are characters.
func FuzzFontProgram(f *testing.F) {
	four := "\x00\x04\x00\x20\x00\x00\x00\x04\x00\x00\x00\x00\x00\x00\x00\x43\xff\xff\x00\x00\x00\x41\xff\xff\xff\xc2\x00\x01\x00\x00\x00\x00"
	twelve := "\x00\x0c\x00\x00\x00\x00\x00\x1c\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x4e\x00\x00\x00\x4e\x05\x00\x00\x00\x09"
	cmap := "\x00\x00\x00\x02\x00\x03\x00\x01\x00\x00\x00\x14\x00\x03\x00\x0a\x00\x00\x00\x34" + four + twelve
	program := "\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00cmap\x00\x00\x00\x00\x00\x00\x00\x1c\x00\x00\x00\x50" + cmap
	if got := charactersOf([]byte(program)); got[3] != 'A' || got[5] != 'C' || got[9] != '一' || got[14] != '丅' || len(got) != 9 {
		f.Errorf("%v", got)
	}
	f.Add([]byte(program))
	f.Add([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for glyph, r := range charactersOf(b) {
			if glyph == 0 || r < 0 || r > 0x10ffff {
				t.Fatalf("glyph %d is %U", glyph, r)
			}
		}
	})
}

// FuzzCMap: a CMap of any bytes, the page's encoding and its ToUnicode at once, splits every string into codes to its end, and gives
// each a text that is one; so does the predefined CMap of any name.
func FuzzCMap(f *testing.F) {
	f.Add([]byte("/WMode 1 def 1 begincodespacerange <0000> <ffff> endcodespacerange 1 begincidrange <0020> <007e> 1 endcidrange 1 begincidchar <8140> 633 endcidchar"), "90ms-RKSJ-V", "\x81\x40a\xe0")
	f.Add([]byte("/UniJIS-UCS2-H usecmap 2 begincodespacerange <00> <80> <8140> <9ffc> endcodespacerange 2 beginbfrange <0000> <00ff> <d842dfb7> <01> <03> [<0041> <> <6f22e0100>] endbfrange"), "UniJIS-UTF16-H", "\xd8\x42\xdf\xb7\x00")
	f.Add([]byte("1 beginbfchar <00> <> endbfchar 1 beginbfchar <20> <d800> endbfchar 1 beginbfrange <00000000> <ffffffff> <ffff> endbfrange"), "UniJIS-UTF8-H", "\xf0\x9f\x80")
	f.Add([]byte("<</Nested [<< /Deep (a\\)b) >>]>> begincmap % nothing\nendcmap"), "EUC-V", "\x8e\x8f\xa4\xa2")
	f.Fuzz(func(t *testing.T, data []byte, known, shown string) {
		m := parseCMap(data, usable)
		m.echoes()
		codecs := []codec{m}
		if c, _ := predefined(known); c != nil {
			codecs = append(codecs, c)
		}
		for _, c := range codecs {
			for s := []byte(shown); len(s) > 0; {
				code, n := c.next(s)
				if n < 1 || n > len(s) {
					t.Fatalf("%d of %d bytes", n, len(s))
				}
				c.cid(code, n)
				c.text(code, n)
				s = s[n:]
			}
		}
		var b builder
		d := b.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 6 >> >>")
		c := b.stream("/Type /CMap", string(data))
		if strings.Contains(known, "-") && !strings.ContainsAny(known, " \x00\t\n\f\r()<>[]{}/%#") {
			c = "/" + known
		}
		u := b.stream("", string(data))
		all := b.add("<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding %s /ToUnicode %s /DescendantFonts [%s] >>", c, u, d)
		fonts := "/Font << /F1 " + all + " >>"
		checkRead(t, b.finish("", fonts, "BT /F1 10 Tf 100 700 Td "+hexadecimal(shown)+" Tj ET"))
	})
}

// FuzzContent: whatever a page and a form on it are told to paint, the interpreter comes to an end, and no character of what it noted is lost
// on the way to the lines of a table. Contents stand in files compressed, where a change of their bytes only breaks them.
func FuzzContent(f *testing.F) {
	f.Add("BT /F1 10 Tf 1 0 0 1 100 700 Tm <7b2c4e0067616587> Tj 0 -20 TD [<65876587> -1000 <3001>] TJ ET 100 690 m 200 690 l S", "0 0 10 10 re f")
	f.Add("q 2 0 0 2 10 10 cm /X0 Do Q BT /V1 12 Tf 50 Tz 3 Ts 1 Tc <5b9a7fa9> Tj T* <8005> ' 1 2 <9805> \" ET", "BT /T1 9 Tf 9 0 0 -9 50 50 Tm (Article) Tj ET /X0 Do")
	f.Add("/Span << /ActualText <feff845b> >> BDC BT /F1 8 Tf <8449> Tj ET EMC /OC /L BDC [3 2] 0 d 10 10 m 20 30 40 50 60 70 c h B* n EMC", "BI /W 1 /H 1 ID x EI 1 g 0 0 600 800 re f")
	f.Add("BT /C3 1 Tf 100 700 Td (abc) Tj 3 Tr (d) Tj ET 0 J 1 j .5 w 100 100 400 .4 re 100 100 .4 300 re f W n /DeviceCMYK cs 0 0 0 1 sc", "q q q Q /G gs /P sh")
	f.Fuzz(func(t *testing.T, content, inner string) {
		var b builder
		fonts := b.fonts()
		shape := b.stream("", "1000 0 d0 0 0 500 500 re f")
		drawn := b.add("<< /Type /Font /Subtype /Type3 /FontMatrix [.001 0 0 .001 0 0] /FontBBox [0 0 1000 1000] /FirstChar 97 /LastChar 100 /Widths [500 0 1000 -200] /CharProcs << /a %s >> /Encoding << /Differences [97 /a /b /uni6761 /g12] >> >>", shape)
		fonts = strings.Replace(fonts, "/Font <<", "/Font << /C3 "+drawn, 1)
		form := b.stream("/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Matrix [1 0 0 1 5 5] /Resources << "+fonts+" >>", inner)
		checkRead(t, b.finish("", fonts+" /XObject << /X0 "+form+" >> /ExtGState << /G << /LW 3 /D [[2 1] 0] /ca 0 >> >>", content))
	})
}

// checkRead reads a file of one page, to the lines of its tables.
func checkRead(t *testing.T, data []byte) {
	start := time.Now()
	p := firstPage(t, data)
	checkPage(t, p)
	for _, g := range p.Glyphs {
		if !utf8.ValidString(g.U) {
			t.Fatalf("%q", g.U)
		}
	}
	if pages := []*layout.Page{p}; len(p.Glyphs)+len(p.Rules) < 5000 {
		for _, fault := range grid.Conservation(pages, grid.FromPages(pages)) {
			t.Error(fault)
		}
	}
	if spent := time.Since(start); spent > 20*time.Second {
		t.Fatalf("%s for %d bytes", spent, len(data))
	}
}

func hexadecimal(s string) string { return fmt.Sprintf("<%x>", s) }
