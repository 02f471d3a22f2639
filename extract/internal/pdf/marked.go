package pdf

import (
	"unicode/utf16"
	"unicode/utf8"

	"shinkyu/extract/internal/layout"
)

// Marked content: ISO 32000-1, 14.6 and 14.9.4. A span may say what its glyphs stand for (ActualText) where ToUnicode
// cannot: one glyph for a kanji with its variation selector, one glyph for - and ‐, two glyphs for one character.
// Longer spans are left alone: their text is often a word as it would be without the line break, at no place.

// span is one marked-content sequence that is open.
type span struct {
	actual string
	first  int  // index of its first glyph
	off    bool // it, or one around it, is on a layer that is off
}

const (
	maxMarked = 1024
	maxActual = 8 // characters that one glyph can stand for
)

var markedOperators = map[string]func(*interpreter, args){
	"BMC": func(in *interpreter, _ args) { in.openSpan("", false) },
	"BDC": func(in *interpreter, a args) {
		var actual string
		var off bool
		if p := a.last(); p.kind == dict {
			actual = textString(p.key("ActualText").b)
		} else if p.kind == name {
			in.guard(func() {
				c := in.res.category("Properties")
				v := c.v.Key(string(p.b))
				actual = textString([]byte(v.Key("ActualText").RawString()))
				off = string(a[0].b) == "OC" && in.file.layers.hides(v, c.ref[string(p.b)])
			})
		}
		in.openSpan(actual, off)
	},
	"EMC": func(in *interpreter, _ args) {
		if n := len(in.marked); n > in.markedFloor {
			s := in.marked[n-1]
			in.marked = in.marked[:n-1]
			if s.actual != "" {
				before := len(in.page.Glyphs)
				in.page.Glyphs = spell(in.page.Glyphs, s)
				in.page.Left.Joined += before - len(in.page.Glyphs)
			}
		}
	},
}

func (in *interpreter) openSpan(actual string, off bool) {
	if len(in.marked) < maxMarked {
		in.marked = append(in.marked, span{actual, len(in.page.Glyphs), off || in.layerOff()})
	}
}

// spell gives the glyphs of a span its text where it is clear which glyph means what.
func spell(glyphs []layout.Glyph, s span) []layout.Glyph {
	runes := []rune(s.actual)
	g := glyphs[min(s.first, len(glyphs)):]
	painted, unmapped := "", 0
	for i := range g {
		if g[i].Unmapped {
			unmapped++
		} else {
			painted += g[i].U
		}
	}
	switch {
	case len(g) == 1 && len(runes) <= maxActual:
		g[0].U, g[0].Unmapped = ordinary(s.actual), false
	case unmapped == 0:
	case len(g) == len(runes):
		for i, r := range runes {
			g[i].U, g[i].Unmapped = ordinary(string(r)), false
		}
	case painted == s.actual: // the mapped glyphs say it all: the others are parts of them
		return append(glyphs[:s.first], whole(g)...)
	}
	return glyphs
}

// whole joins unmapped glyphs to the one before them, or after at the start.
func whole(g []layout.Glyph) []layout.Glyph {
	var out []layout.Glyph
	for _, x := range g {
		if n := len(out); n > 0 && (x.Unmapped || out[n-1].Unmapped) {
			box := joined(out[n-1].Box, x.Box)
			if out[n-1].Unmapped {
				out[n-1] = x
			}
			out[n-1].Box = box
			continue
		}
		out = append(out, x)
	}
	return out
}

// textString decodes a text string (7.9.2.2): UTF-16 or UTF-8 with its mark, else about Latin-1.
func textString(b []byte) string {
	switch {
	case len(b) >= 2 && b[0] == 0xfe && b[1] == 0xff:
		return string(utf16.Decode(units(b[2:])))
	case len(b) >= 3 && b[0] == 0xef && b[1] == 0xbb && b[2] == 0xbf && utf8.Valid(b):
		return string(b[3:])
	}
	r := make([]rune, len(b))
	for i, c := range b {
		r[i] = rune(c)
	}
	return string(r)
}
