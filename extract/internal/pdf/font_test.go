package pdf

import (
	"fmt"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// One text in every way of coding it that needs no table in the file.
func TestPredefinedCMaps(t *testing.T) {
	const want = "第二条ア1"
	for cmap, code := range map[string]string{
		"90ms-RKSJ-H":        "<91e693f18ff0834131>",
		"90msp-RKSJ-V":       "<91e693f18ff0834131>",
		"90pv-RKSJ-H":        "<91e693f18ff0834131>",
		"EUC-H":              "<c2e8c6f3bef2a5a231>",
		"UniJIS-UCS2-H":      "<7b2c4e8c676130a20031>",
		"UniJIS-UCS2-HW-H":   "<7b2c4e8c676130a20031>",
		"UniJIS-UTF16-H":     "<7b2c4e8c676130a20031>",
		"UniJIS2004-UTF16-V": "<7b2c4e8c676130a20031>",
		"UniJIS-UTF32-H":     "<00007b2c00004e8c00006761000030a200000031>",
		"UniJIS-UTF8-H":      "<e7acace4ba8ce69da1e382a231>",
		"Identity-H":         "<0b480ccb09da039e0012>",
	} {
		var b builder
		d := b.add("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >>")
		f := b.add("<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /%s /DescendantFonts [%s] >>", cmap, d)
		p := firstPage(t, b.finish("", "/Font << /F1 "+f+" >>", "BT /F1 10 Tf 9 700 Td "+code+" Tj ET"))
		if got := text(p); got != want {
			t.Errorf("%s: %q", cmap, got)
		}
		if vertical := cmap[len(cmap)-1] == 'V'; p.Glyphs[0].Vertical != vertical {
			t.Errorf("%s: vertical %v", cmap, p.Glyphs[0].Vertical)
		}
	}
}

// Numbers of Adobe-Japan1 that are in every description of it.
func TestJapan1(t *testing.T) {
	for cid, want := range map[uint32]rune{
		1: ' ', 34: 'A', 66: 'a', 61: '¥', 97: '\\', 231: ' ', 264: 'A', 327: '｡', 389: 'ﾟ', 633: '　', 634: '、', 635: '。',
		780: '０', 790: 'Ａ', 843: 'あ', 926: 'ア', 1125: '亜', 1200: '一', 4089: '腕', 4090: '弌', 7477: '瑤', 8284: '凜', 7555: '①', 7575: 'Ⅰ', 7887: '、', 7899: '（', 7918: 'ぁ',
	} {
		if got := japan1().rune[cid]; got != want {
			t.Errorf("CID %d: %q, want %q", cid, got, want)
		}
	}
	for r, want := range map[rune]uint32{'第': 2888, '1': 18, '　': 633, '、': 634, 'ア': 926} {
		if got := japan1().cid[r]; got != want {
			t.Errorf("%q: CID %d, want %d", r, got, want)
		}
	}
}

// Widths of legacy encodings are found by CID: half-width Latin and katakana, and a kanji by its own number.
func TestWidthsOfLegacyEncoding(t *testing.T) {
	var b builder
	d := b.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /W [231 389 500 2888 [800]] >>")
	f := b.add("<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /90ms-RKSJ-H /DescendantFonts [%s] >>", d)
	p := firstPage(t, b.finish("", "/Font << /F1 "+f+" >>", "BT /F1 10 Tf 0 700 Td <4191e6b182a0> Tj ET"))
	got := ""
	for _, g := range p.Glyphs {
		got += fmt.Sprintf("%s%.0f ", g.U, g.X)
	}
	if got != "A0 第5 ｱ13 あ18 " {
		t.Error(got)
	}
}

func TestVerticalMetrics(t *testing.T) {
	var b builder
	d := b.add("<< /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Ordering (Identity) >> /DW2 [800 -900] /W2 [5 [-500 250 700] 7 8 -600 500 800] >>")
	f := b.add("<< /Subtype /Type0 /BaseFont /Made /Encoding /Identity-V /DescendantFonts [%s] >>", d)
	p := firstPage(t, b.finish("", "/Font << /F1 "+f+" >>", "BT /F1 10 Tf 100 700 Td <0001000500080001> Tj ET"))
	got := ""
	for _, g := range p.Glyphs {
		got += fmt.Sprintf("%.0f-%.0f/%.1f ", g.Box.Y0, g.Box.Y1, g.Box.X0)
	}
	if got != "100-109/95.0 109-114/97.5 114-120/95.0 120-129/95.0 " {
		t.Error(got)
	}
}

// Distillers set vertical letters one by one from the origin of level writing: no advance, or one that leads away from the shape.
func TestVerticalFromLevelOrigin(t *testing.T) {
	for _, metrics := range []string{"/DW2 [0 0] /W2 [1 [0 0 0]]", "/DW2 [-8 -999] /W2 [1 [-1000 0 -20]]"} {
		var b builder
		d := b.add("<< /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Ordering (Identity) >> %s >>", metrics)
		f := b.add("<< /Subtype /Type0 /BaseFont /Made /Encoding /Identity-V /DescendantFonts [%s] >>", d)
		p := firstPage(t, b.finish("", "/Font << /F1 "+f+" >>", "BT /F1 10 Tf 100 700 Td <0001> Tj ET"))
		if b := p.Glyphs[0].Box; b.X0 != 100 || b.X1 != 110 || b.Y0 < 90 || b.Y1 > 102 || b.Y1-b.Y0 < 9.5 {
			t.Errorf("%s: %v", metrics, b)
		}
	}
}

const sampleCMap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Made) /Ordering (UCS) /Supplement 0 >> def
1 begincodespacerange <0000> <ffff> endcodespacerange
2 beginbfchar <0003> <2F08> <0004> <FB01> endbfchar
3 beginbfrange <0010> <0012> <3042> <0020> <0021> [<D842DFB7> <8FBBDB40DD02>] <0030> <0030> <FE35> endbfrange
endcmap`

func TestToUnicode(t *testing.T) {
	var b builder
	cmap := b.stream("/Filter /FlateDecode", deflated(sampleCMap))
	d := b.add("<< /Subtype /CIDFontType2 /BaseFont /ABCDEF+Made-Bold /CIDSystemInfo << /Ordering (Identity) >> >>")
	f := b.add("<< /Subtype /Type0 /BaseFont /ABCDEF+Made-Bold /Encoding /Identity-H /DescendantFonts [%s] /ToUnicode %s >>", d, cmap)
	p := firstPage(t, b.finish("", "/Font << /F1 "+f+" >>", "BT /F1 10 Tf 0 700 Td <000300040010001200200021003000ff> Tj ET"))
	if got := text(p); got != "人fiあい𠮷辻\U000E0102（\uFFFD" {
		t.Errorf("%q", got)
	}
	last := p.Glyphs[len(p.Glyphs)-1]
	if !last.Unmapped || last.Font != "Made-Bold" || !last.Bold || last.Code != 0xff {
		t.Errorf("%+v", last)
	}
	if r := rulesOf(p); len(r) != 1 || r[0] != "pdf-unmapped" {
		t.Error(r)
	}
}

// A map of numbers to themselves, control characters first, tells nothing: the glyphs are unread, not read as #$%.
func TestToUnicodeThatEchoes(t *testing.T) {
	var b builder
	cmap := b.stream("", "begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <00e4> <0000> endbfrange endcmap")
	d := b.add("<< /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Ordering (Identity) >> >>")
	f := b.add("<< /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [%s] /ToUnicode %s >>", d, cmap)
	p := firstPage(t, b.finish("", "/Font << /F1 "+f+" >>", "BT /F1 10 Tf 0 700 Td <002300240025> Tj ET"))
	for _, g := range p.Glyphs {
		if !g.Unmapped {
			t.Errorf("read as %q", g.U)
		}
	}
}

func TestEmbeddedCMap(t *testing.T) {
	var b builder
	cmap := b.stream("/Type /CMap /CMapName /Made /WMode 1", `begincmap
1 begincodespacerange <80> <ff> endcodespacerange 1 begincodespacerange <0000> <7fff> endcodespacerange
1 begincidrange <80> <8f> 843 endcidrange 1 begincidchar <0102> 1125 endcidchar endcmap`)
	d := b.add("<< /Subtype /CIDFontType0 /BaseFont /Made /CIDSystemInfo << /Ordering (Japan1) >> >>")
	f := b.add("<< /Subtype /Type0 /BaseFont /Made /Encoding %s /DescendantFonts [%s] >>", cmap, d)
	p := firstPage(t, b.finish("", "/Font << /F1 "+f+" >>", "BT /F1 10 Tf 9 700 Td <80010281> Tj ET"))
	if got := text(p); got != "あ亜ぃ" || !p.Glyphs[0].Vertical {
		t.Errorf("%q", got)
	}
}

func TestSimpleFontEncodings(t *testing.T) {
	for _, c := range []struct{ encoding, code, want string }{
		{"", "(A-z)", "A-z"},
		{"/Encoding /WinAnsiEncoding", "<4192 93>", "A\u2019\u201C"},
		{"/Encoding /MacRomanEncoding", "<418a>", "Aä"},
		{"/Encoding << /Differences [65 /eacute /uni7B2C /u20BB7 /g12 66 /one] >>", "<41424344>", "é1𠮷\uFFFD"},
		{"/Encoding << /Differences [1 /fi /parenleft] >>", "<0102>", "fi("},
		{"/Encoding << /Differences [184 /g3A1F /gAB /onesuperior] >>", "<B8B9BA>", "\uFFFD\uFFFD¹"}, // numbers of shapes, not the codes
		{"/Encoding << /Differences [184 /cedilla 185 /onesuperior 49 /one] >>", "<B8B931>", "¸¹1"},
	} {
		var b builder
		f := b.add("<< /Type /Font /Subtype /Type1 /BaseFont /Made %s >>", c.encoding)
		p := firstPage(t, b.finish("", "/Font << /F1 "+f+" >>", "BT /F1 10 Tf 9 700 Td "+c.code+" Tj ET"))
		if got := text(p); got != c.want {
			t.Errorf("%s: %q, want %q", c.encoding, got, c.want)
		}
	}
}

func TestType3(t *testing.T) {
	var b builder
	proc := b.stream("", "0 0 d0")
	f := b.add("<< /Type /Font /Subtype /Type3 /FontMatrix [.01 0 0 .01 0 0] /FontBBox [0 -20 100 80] /FirstChar 65 /LastChar 65 /Widths [60] /CharProcs << /a %s >> /Encoding << /Differences [65 /a] >> >>", proc)
	p := firstPage(t, b.finish("", "/Font << /F1 "+f+" >>", "BT /F1 10 Tf 100 700 Td (AA) Tj ET"))
	if got := describe(p.Glyphs[1]); got != "a 106.0,100.0 [106.0 92.0 112.0 102.0]" || p.Glyphs[1].Size != 10 {
		t.Error(got, p.Glyphs[1].Size)
	}
}

// The kanji of the radicals are those that Unicode's own decompositions name, but for two.
func TestRadicals(t *testing.T) {
	if len(kangxi) != 214 {
		t.Fatalf("%d radicals", len(kangxi))
	}
	for i, got := range kangxi {
		want := []rune(norm.NFKC.String(string(rune(0x2f00 + i))))[0]
		if got != want && !(want == '戶' && got == '戸') && !(want == '黑' && got == '黒') {
			t.Errorf("U+%04X: %c, want %c", 0x2f00+i, got, want)
		}
	}
	for in, want := range map[string]string{"⻑": "長", "⻘": "青", "︵": "（", "﹁": "「", "ﬃ": "ffi", "（１）㈱": "（１）㈱", "①": "①", "": ""} {
		if got := ordinary(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	for from, to := range mistaken {
		if to != ordinary(to) {
			t.Errorf("%c becomes %s, which is mistaken too", from, to)
		}
	}
}
