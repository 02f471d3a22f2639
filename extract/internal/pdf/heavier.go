package pdf

import (
	"math"
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
)

// Bold that a program makes of a face that has none. Chromium draws its letters anew, as Type 3 outlines without a word that they are bold:
// their descriptor names the plain face. But the plain letters stand on the same page, from the face's own program or as outlines too, and
// a letter keeps the face's number in its name (g4A4). A face is heavier if its letters are larger than the plain ones, by a
// little in breadth and in height (a sharp corner makes more of it than an arc).
//
// Rejected: any Type 3 font of a face that is embedded as well (a program may draw letters for other reasons), and the thickness of stems
// against the descriptor's StemV (few letters have a stem that can be told from a stroke). Cost: a page without one plain letter among the
// bold ones says nothing, and a face with PostScript outlines is measured only where both weights are drawn.

const (
	thinnest, thickest = .01, .1 // ems that bold letters are broader and higher
	fewestHeavier      = 2       // letters, and nine in ten of those that can be compared
	mostCompared       = 24
	mostLooked         = 1000
	mostTries          = 12 // pages
	maxOutline         = 1 << 16
)

// measure is the size of a letter in ems.
type measure struct{ width, height float64 }

// face gives the extents of a font's letters by their number in the face.
type face func(glyph uint16) (measure, bool)

// weights remembers which outlined faces of a file are heavier than plain ones.
type weights struct {
	heavier map[string]bool // by the descriptor's name with its subset's prefix
	tries   int
}

// outlined is the name of the face that a Type 3 font draws, with its prefix; "" if it does not say.
func outlined(v pdf.Value) string {
	if v.Key("Subtype").Name() != "Type3" {
		return ""
	}
	return v.Key("FontDescriptor").Key("FontName").Name()
}

// heavier reports whether the face that a Type 3 font of these resources draws is heavier than the same face beside it.
func (r *resources) heavier(name string) bool {
	w := &r.file.weights
	if yes, ok := w.heavier[name]; ok || r.weighed[name] || w.tries >= mostTries {
		return yes
	}
	if r.weighed == nil {
		r.weighed = map[string]bool{}
	}
	r.weighed[name] = true
	w.tries++
	data := streams{data: r.file.streams.data, left: maxPageSize} // what is only compared is no part of the page
	var drawn []pdf.Value
	var plain []face
	fonts := r.category("Font").v
	for _, k := range fonts.Keys() {
		v := fonts.Key(k)
		switch other := outlined(v); {
		case other == name:
			drawn = append(drawn, v)
		case other != "" && fontName(other) == fontName(name):
			plain = append(plain, func(g uint16) (measure, bool) { return outline(v, letterName(g), &data) })
		case fontName(v.Key("BaseFont").Name()) == fontName(name):
			if program := programOf(v.Key("DescendantFonts").Index(0), &data); program != nil {
				plain = append(plain, programFace(program))
			}
		}
	}
	more, compared, looked := 0, 0, 0
	for _, v := range drawn {
		for _, letter := range v.Key("CharProcs").Keys() {
			n, err := strconv.ParseUint(strings.TrimPrefix(letter, "g"), 16, 16)
			if err != nil || n == 0 || compared >= mostCompared || looked >= mostLooked {
				continue
			}
			looked++
			for _, f := range plain {
				if theirs, there := f(uint16(n)); there {
					if mine, ok := outline(v, letter, &data); ok {
						compared++
						if bolder(mine, theirs) {
							more++
						}
					}
					break
				}
			}
		}
	}
	if compared < fewestHeavier {
		return false
	}
	if w.heavier == nil {
		w.heavier = map[string]bool{}
	}
	w.heavier[name] = 10*more >= 9*compared
	return w.heavier[name]
}

func letterName(glyph uint16) string {
	return "g" + strings.ToUpper(strconv.FormatUint(uint64(glyph), 16))
}

// bolder reports whether a letter of size a is that of size b in bold.
func bolder(a, b measure) bool {
	x, y := a.width-b.width, a.height-b.height
	return x > thinnest && x < thickest && y > thinnest && y < thickest
}

// outline is the measure of a Type 3 font's letter, as its outline begins with: wx wy llx lly urx ury d1.
func outline(v pdf.Value, letter string, data *streams) (measure, bool) {
	s := v.Key("CharProcs").Key(letter)
	if s.Kind() != pdf.Stream {
		return measure{}, false
	}
	words := strings.Fields(string(data.read(s, maxOutline)))
	if len(words) < 7 || words[6] != "d1" {
		return measure{}, false
	}
	var at [6]float64
	for i := range at {
		var err error
		if at[i], err = strconv.ParseFloat(words[i], 64); err != nil {
			return measure{}, false
		}
	}
	m := v.Key("FontMatrix")
	out := measure{math.Abs((at[4] - at[2]) * m.Index(0).Float64()), math.Abs((at[5] - at[3]) * m.Index(3).Float64())}
	return out, out.width > 0 && out.height > 0
}

// programFace reads the extents of a TrueType program's glyphs.
func programFace(program []byte) face {
	head, loca, glyf := tableOf(program, "head"), tableOf(program, "loca"), tableOf(program, "glyf")
	em := float64(word(head, 18))
	long32 := word(head, 50) == 1
	start := func(glyph int) int {
		if long32 {
			return int(long(loca, 4*glyph))
		}
		return 2 * int(word(loca, 2*glyph))
	}
	return func(g uint16) (measure, bool) {
		from, to := start(int(g)), start(int(g)+1)
		if em == 0 || to-from < 10 || to > len(glyf) {
			return measure{}, false
		}
		side := func(i int) float64 { return float64(int16(word(glyf, from+2*i))) / em }
		return measure{side(3) - side(1), side(4) - side(2)}, true
	}
}
