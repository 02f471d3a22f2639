package pdf

import (
	"math"
	"strings"

	"shinkyu/corpus"
	"shinkyu/extract/internal/layout"
)

// Text operators: ISO 32000-1, 9.4.

var textOperators = map[string]func(*interpreter, args){
	"BT": func(in *interpreter, _ args) { in.setLine(identityMatrix) },
	"Tc": func(in *interpreter, a args) { in.text.charSpace = a.num(0) },
	"Tw": func(in *interpreter, a args) { in.text.wordSpace = a.num(0) },
	"Tz": func(in *interpreter, a args) { in.text.stretch = a.num(0) / 100 },
	"TL": func(in *interpreter, a args) { in.text.leading = a.num(0) },
	"Ts": func(in *interpreter, a args) { in.text.rise = a.num(0) },
	"Tr": func(in *interpreter, a args) { in.text.mode = int(a.num(0)) },
	"Tf": func(in *interpreter, a args) {
		if len(a) >= 2 {
			in.text.font, in.text.size = nil, a.num(1)
			in.guard(func() { in.text.font = in.res.font(string(a[0].b)) })
		}
	},
	"Td": func(in *interpreter, a args) { in.setLine(in.tlm.shifted(a.num(0), a.num(1))) },
	"TD": func(in *interpreter, a args) {
		in.text.leading = -a.num(1)
		in.setLine(in.tlm.shifted(a.num(0), a.num(1)))
	},
	"Tm": func(in *interpreter, a args) {
		if m, ok := a.matrix(); ok {
			in.setLine(m)
		}
	},
	"T*": func(in *interpreter, _ args) { in.nextLine() },
	"Tj": func(in *interpreter, a args) { in.show(a.last().b) },
	"'": func(in *interpreter, a args) {
		in.nextLine()
		in.show(a.last().b)
	},
	"\"": func(in *interpreter, a args) {
		if len(a) >= 3 {
			in.text.wordSpace, in.text.charSpace = a.num(0), a.num(1)
		}
		in.nextLine()
		in.show(a.last().b)
	},
	"TJ": func(in *interpreter, a args) {
		for _, o := range a.last().list {
			if o.kind == str {
				in.show(o.b)
			} else {
				in.move(-o.num / 1000 * in.text.size)
			}
		}
	},
}

func (in *interpreter) setLine(m matrix) {
	if m.finite() {
		in.tm, in.tlm = m, m
	}
}

func (in *interpreter) nextLine() { in.setLine(in.tlm.shifted(0, -in.text.leading)) }

// move goes d along the line, in unscaled text space.
func (in *interpreter) move(d float64) {
	if in.text.font != nil && in.text.font.vertical {
		in.tm = in.tm.shifted(0, d)
	} else {
		in.tm = in.tm.shifted(d*in.text.stretch, 0)
	}
}

// show paints a string.
func (in *interpreter) show(s []byte) {
	t := &in.text
	f := t.font
	if f == nil {
		if len(s) > 0 {
			in.tell(corpus.Warning, "pdf-no-font", "フォントの指定がない文字列があり、読めません。", "some text has no font and cannot be read")
		}
		return
	}
	if f.missing != "" {
		in.tell(corpus.Warning, "pdf-unknown-cmap", "文字コード "+f.missing+" には対応していません。", "the character encoding "+f.missing+" is not known")
	}
	for len(s) > 0 && !in.full {
		code, n := f.next(s)
		n = min(max(n, 1), len(s))
		s = s[n:]
		g := f.glyph(code, n)
		in.paintGlyph(f, g, code)
		d := t.charSpace
		if n == 1 && code == ' ' {
			d += t.wordSpace
		}
		if f.vertical {
			d += g.advance * t.size
		} else {
			d += g.width * t.size
		}
		in.move(d)
	}
}

// paintGlyph notes one glyph at the current point.
func (in *interpreter) paintGlyph(f *font, g glyph, code uint32) {
	t := &in.text
	m := matrix{t.size * t.stretch, 0, 0, t.size, 0, t.rise}.then(in.tm).then(in.ctm)
	if !m.finite() {
		return
	}
	if len(in.page.Glyphs) >= maxGlyphs {
		in.stop("glyphs")
		return
	}
	n := len(in.page.Glyphs)
	in.page.Glyphs = append(in.page.Glyphs, layout.Glyph{
		U: g.text, X: m[4], Y: m[5], Size: math.Hypot(m[2], m[3]) * f.em, Vertical: f.vertical,
		Font: f.name, Code: code, Composite: f.codec != nil, Unmapped: !g.known, Bold: f.bold, Hue: in.fill.hue,
	})
	out := &in.page.Glyphs[n]
	if t.mode%4 == 1 { // only the outline is drawn
		out.Hue = in.stroke.hue
	}
	out.Angle = m.angle()
	switch low, high := -f.descent-g.vy, f.ascent-g.vy; {
	case f.vertical && min(high, 0)-max(low, g.advance) <= -g.advance/2: // letter by letter, from the origin of level writing: the cell is where the shape is
		out.X, out.Y = m.at(g.width/2-g.vx, high)
		out.Box = m.box(-g.vx, low, g.width-g.vx, high)
	case f.vertical:
		out.Box = m.box(-g.vx, g.advance, g.width-g.vx, 0)
	default:
		out.Box = m.box(0, -f.descent, g.width, f.ascent)
	}
	out.Hidden = in.hidden(out)
	out.Bold = out.Bold || (t.mode == 2 || t.mode == 6) && in.pen*in.ctm.scale() > out.Size/80
	if g.private {
		in.tellPrivate()
	}
	if in.double.merge(in.page.Glyphs[:n], out) {
		in.page.Glyphs = in.page.Glyphs[:n]
		in.page.Left.Overprinted++
	}
}

func (in *interpreter) tellPrivate() {
	in.tell(corpus.Warning, "pdf-private-use", "外字（私用領域の文字）があります。表示される字形と異なる可能性があります。",
		"the page has private-use characters whose shape only its author's fonts know")
}

// hidden tells glyphs that a reader of the page does not see.
func (in *interpreter) hidden(g *layout.Glyph) bool {
	mode := in.text.mode
	fills, strokes := mode == 0 || mode == 2 || mode == 4 || mode == 6, mode == 1 || mode == 2 || mode == 5 || mode == 6
	x, y := (g.Box.X0+g.Box.X1)/2, (g.Box.Y0+g.Box.Y1)/2
	paper := corpus.Box{X1: in.page.Width, Y1: in.page.Height}
	if _, on := meet(g.Box, paper); !on || !fills && !strokes || in.layerOff() {
		return true
	}
	if in.cutOff(g) {
		if strings.TrimSpace(g.U) != "" {
			in.clipped++
		}
		return true
	}
	if fills && in.fillGone && !strokes {
		return true
	}
	return (!fills || in.fill.white) && (!strokes || in.stroke.white) && in.onWhite(x, y)
}

// cutOff reports whether a glyph lies beyond the clipping path; its edge may touch it.
func (in *interpreter) cutOff(g *layout.Glyph) bool {
	const touch = .05 // ems
	seen, on := in.clip.meet(g.Box)
	short := func(seen, all float64) bool { return seen < touch*g.Size && all > 2*touch*g.Size }
	return !on || short(seen.X1-seen.X0, g.Box.X1-g.Box.X0) || short(seen.Y1-seen.Y0, g.Box.Y1-g.Box.Y0)
}

const maxLooks = 20_000_000 // of one page, at rules that may lie under white text

// onWhite reports whether nothing dark lies under the point: white text on a dark band is meant to be read.
func (in *interpreter) onWhite(x, y float64) bool {
	for i := len(in.page.Rules) - 1; i >= 0 && in.looks < maxLooks; i-- {
		in.looks++
		if r := in.page.Rules[i]; r.Kind != layout.Stroke && covers(r.Box, x, y) {
			return r.White
		}
	}
	for _, m := range in.page.Images {
		if covers(m.Box, x, y) {
			return false
		}
	}
	return true
}
