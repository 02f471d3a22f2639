package pdf

import (
	"strings"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/japanese"
)

// glyph is what a font says about one code. Lengths are in ems.
type glyph struct {
	text    string // "\uFFFD" if unknown
	known   bool
	private bool    // has a character of a private use area
	width   float64 // horizontal advance
	advance float64 // vertical advance, negative: downwards
	vx, vy  float64 // from the horizontal origin to the vertical one
}

// font is a font as one resource names it. It is kept for the whole file.
type font struct {
	name     string
	bold     bool   // by its name, or since its outlines are heavier than the face's
	outlines string // of a Type 3 font: the face that it draws, with its prefix
	vertical bool
	codec    codec // nil in a simple font: codes are single bytes
	ascent   float64
	descent  float64 // positive
	em       float64 // size of the em against the text size; 1 but in a Type 3 font
	find     func(code uint32, n int) glyph
	seen     map[uint64]glyph // what find said
	missing  string           // the predefined CMap that is not known here
}

const maxSeen = 1 << 14 // codes that a font remembers

const (
	defaultAscent  = .88
	defaultDescent = .12
)

// next takes one code off s, which is not empty.
func (f *font) next(s []byte) (code uint32, n int) {
	if f.codec == nil {
		return uint32(s[0]), 1
	}
	return f.codec.next(s)
}

func (f *font) glyph(code uint32, n int) glyph {
	key := uint64(n)<<32 | uint64(code)
	g, ok := f.seen[key]
	if !ok {
		if len(f.seen) >= maxSeen {
			clear(f.seen)
		}
		g = f.find(code, n)
		if g.known = g.known && g.text != ""; g.known { // an encoding may say that a code stands for nothing
			g.text, g.private = ordinary(g.text), private(g.text)
		} else {
			g.text = "\uFFFD"
		}
		f.seen[key] = g
	}
	return g
}

// readFont reads a font dictionary. What is missing in it has a default; it never fails.
func readFont(v pdf.Value, data *streams) *font {
	f := &font{
		name: fontName(v.Key("BaseFont").Name()), em: 1,
		ascent: defaultAscent, descent: defaultDescent,
		seen: map[uint64]glyph{}, outlines: outlined(v),
	}
	f.bold = BoldName(f.name)
	var toUnicode *cmap
	if s := v.Key("ToUnicode"); s.Kind() == pdf.Stream {
		if toUnicode = parseCMap(data.read(s, maxCMapSize), usable); toUnicode.echoes() {
			toUnicode = nil
		}
	}
	if v.Key("Subtype").Name() == "Type0" {
		readComposite(f, v, toUnicode, data)
	} else {
		readSimple(f, v, toUnicode)
	}
	return f
}

// usable finds a predefined CMap for usecmap.
func usable(name string) codec {
	c, _ := predefined(name)
	return c
}

// fontName drops the subset's prefix (ABCDEF+) and decodes the Shift_JIS names that Windows fonts have.
func fontName(s string) string {
	if i := strings.IndexByte(s, '+'); i == 6 {
		s = s[i+1:]
	}
	if !utf8.ValidString(s) {
		if d, err := japanese.ShiftJIS.NewDecoder().String(s); err == nil {
			return d
		}
		return strings.ToValidUTF8(s, "\uFFFD")
	}
	return s
}

// setHeights takes ascent and descent from the descriptor where they make one em together; many fonts give the
// extent of their tallest accent there, and a box of that size touches the lines of its neighbours.
func (f *font) setHeights(descriptor pdf.Value) {
	up, down := descriptor.Key("Ascent").Float64()/1000, -descriptor.Key("Descent").Float64()/1000
	if up >= .75 && up <= .92 && down >= .08 && down <= .25 && up+down <= 1.05 {
		f.ascent, f.descent = up, down
	}
}

// textOf is the text that a ToUnicode CMap gives, if it is one that means something.
func textOf(m *cmap, code uint32, n int) (string, bool) {
	if m == nil {
		return "", false
	}
	t, ok := m.text(code, n)
	if !ok && n == 2 && code < 256 { // two-byte codes listed with one byte
		t, ok = m.text(code, 1)
	}
	if !ok && n == 1 {
		t, ok = m.text(code, 2)
	}
	if !ok || t == "" || strings.ContainsAny(t, "\x00\uFFFD\uFFFF") {
		return "", false
	}
	return t, true
}
