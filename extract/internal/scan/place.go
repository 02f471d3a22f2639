package scan

// From recognised characters to glyphs: where each character's ink is (fit.go), and from it the cell, an em around the middle of a
// letter; brackets and stops fill one side of theirs.

import (
	"image"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"shinkyu/corpus"
	"shinkyu/extract/internal/layout"
)

// glyphs are those of one line. page is the size of a character on the page, in pixels.
func (b *bitmap) glyphs(l textLine, vertical bool, page, scale float64) (out []layout.Glyph) {
	n := len(l.characters)
	if n == 0 {
		return nil
	}
	rough := make([]piece, n)
	for i, c := range l.characters {
		rough[i] = piece{float64(c.box.Min.X), float64(c.box.Max.X)}
		if vertical {
			rough[i] = piece{float64(c.box.Min.Y), float64(c.box.Max.Y)}
		}
	}
	low, high := l.box.Min.Y, l.box.Max.Y
	if vertical {
		low, high = l.box.Min.X, l.box.Max.X
	}
	em := 1.05 * float64(high-low)
	if em < .75*page || em > 1.25*page { // the line's box is off, or the line has a size of its own
		if em > .75*page && em < 1.6*page || n < 4 && em < 1.6*page {
			em = page
		}
	}
	if !(em > 2) {
		return nil
	}
	ink := b.pieces(l.box.Inset(-1), vertical, em)
	at := fit(l.characters, rough, ink, em)
	widen(l.characters, at, em)
	middle := float64(low+high) / 2
	if low2, high2, ok := b.across(l.box, vertical); ok && float64(high2-low2) > .7*em {
		middle = float64(low2+high2) / 2
	}
	cells := make([]piece, n)
	for i, c := range l.characters {
		cells[i] = cellOf(c.text, at[i], em)
	}
	for i := 1; i < n; i++ { // no space is as narrow as this
		if gap := cells[i].from - cells[i-1].to; gap > 0 && gap < narrow*em {
			cells[i].from -= gap / 2
			cells[i-1].to = cells[i].from
		}
	}
	for i := range cells {
		if i > 0 && cells[i].from < cells[i-1].to { // neighbours that are set tight share the place between them
			edge := min(max((at[i-1].to+at[i].from)/2, cells[i].from), cells[i-1].to)
			cells[i-1].to, cells[i].from = max(edge, cells[i-1].from), min(edge, cells[i].to)
		}
	}
	for i, c := range l.characters {
		g := layout.Glyph{U: c.text, Size: em / scale, Vertical: vertical, Confidence: max(c.confidence, .01)}
		if vertical {
			g.Box = box(middle-em/2, cells[i].from, middle+em/2, cells[i].to, scale)
			g.X, g.Y = (g.Box.X0+g.Box.X1)/2, g.Box.Y0
		} else {
			g.Box = box(cells[i].from, middle-em/2, cells[i].to, middle+em/2, scale)
			g.X, g.Y = g.Box.X0, g.Box.Y1-.12*g.Size
		}
		out = append(out, g)
	}
	return out
}

// narrow is the widest gap in ems that is no space: text that is spread out to fill its column has such.
const narrow = .42

// widen makes Latin letters, digits and brackets full-width where they stand a full cell apart from their neighbours: tesseract writes
// both widths with the same codes. One that stands alone is taken for full-width, as Japanese rules set it.
func widen(c []character, at []piece, em float64) {
	wide := make([]bool, len(c))
	for i := range c {
		if full(c[i].text) || len(c[i].text) != 1 || c[i].text[0] <= ' ' {
			continue
		}
		wide[i] = true
		for _, j := range []int{i - 1, i + 1} {
			if j < 0 || j >= len(c) {
				continue
			}
			apart := max(at[i].from-at[j].to, at[j].from-at[i].to) / em
			middles := (at[i].from + at[i].to - at[j].from - at[j].to) / 2 / em
			if middles < 0 {
				middles = -middles
			}
			least := .66 // of two Latin ones, half an em apart if half-width
			if full(c[j].text) {
				least = .86
			}
			bracket := strings.ContainsAny(c[i].text, "()[]") || strings.ContainsAny(c[j].text, "()[]")
			if bracket && full(c[j].text) {
				continue // its ink is at the side of the cell: the distance is the same for both widths
			}
			if apart < 1 && middles < least {
				wide[i] = false
			}
		}
	}
	for i := range c {
		if wide[i] {
			c[i].text = width.Widen.String(c[i].text)
		}
	}
}

// across is the extent of a line's ink across it.
func (b *bitmap) across(r image.Rectangle, vertical bool) (low, high int, ok bool) {
	in := b.inked(r.Intersect(b.all()))
	if in.Empty() {
		return 0, 0, false
	}
	if vertical {
		return in.Min.X, in.Max.X, true
	}
	return in.Min.Y, in.Max.Y, true
}

const (
	opening = "（「『［〔｛〈《【"
	closing = "）」』］〕｝〉》】、。，．"
)

// cellOf is the cell of a character whose ink is there.
func cellOf(s string, ink piece, em float64) piece {
	switch centre := (ink.from + ink.to) / 2; {
	case !full(s):
		return piece{ink.from - .03*em, ink.to + .03*em}
	case strings.ContainsAny(s, opening):
		return piece{ink.to + .05*em - em, ink.to + .05*em}
	case strings.ContainsAny(s, closing):
		return piece{ink.from - .05*em, ink.from - .05*em + em}
	default:
		return piece{centre - em/2, centre + em/2}
	}
}

func box(x0, y0, x1, y1, scale float64) corpus.Box {
	return corpus.Box{X0: x0 / scale, Y0: y0 / scale, X1: x1 / scale, Y1: y1 / scale}
}

// full reports a full-width character. tesseract writes the Latin brackets and digits for both widths; what is set in Japanese
// text is told by its neighbours, not by its code.
func full(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
		return true
	}
	return unicode.Is(unicode.Han, r)
}
