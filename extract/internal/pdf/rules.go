package pdf

import (
	"math"

	"shinkyu/corpus"
	"shinkyu/extract/internal/layout"
)

// From painted paths to rules. Underlines and borders come as thin filled rectangles (by re, by lines, with negative
// sizes), as strokes, and as frames: one rectangle in another, of which only the rim is filled.

// upright is how far the ends of a line may differ across, in points, before it counts as slanted.
const upright = .5

// clipBox is the box around the clipping path: what lies outside is not seen, what lies inside may be.
type clipBox struct {
	box corpus.Box
	set bool
}

func (c clipBox) cut(b corpus.Box) clipBox {
	if c.set {
		if m, ok := meet(c.box, b); ok {
			return clipBox{m, true}
		}
		return clipBox{corpus.Box{X0: -1e9, Y0: -1e9, X1: -1e9, Y1: -1e9}, true}
	}
	return clipBox{b, true}
}

func (c clipBox) meet(b corpus.Box) (corpus.Box, bool) {
	if !c.set {
		return b, true
	}
	return meet(c.box, b)
}

func (s subpath) box() corpus.Box {
	b := emptyBox
	for _, p := range s.points {
		b = grow(b, p.x, p.y)
	}
	return b
}

// rectangle reports whether the subpath is an upright rectangle or a line: each side runs along an edge of its box.
func (s subpath) rectangle() bool {
	if s.curved {
		return false
	}
	for i, p := range s.points {
		q := s.points[(i+1)%len(s.points)]
		if math.Abs(p.x-q.x) > upright && math.Abs(p.y-q.y) > upright {
			return false
		}
	}
	b, area := s.box(), 0.
	for i, p := range s.points {
		q := s.points[(i+1)%len(s.points)]
		area += p.x*q.y - q.x*p.y
	}
	full := (b.X1 - b.X0) * (b.Y1 - b.Y0)
	return full < 1 || math.Abs(area)/2 > .98*full
}

// turn is the sign of the subpath's winding.
func (s subpath) turn() float64 {
	area := 0.
	for i, p := range s.points {
		q := s.points[(i+1)%len(s.points)]
		area += p.x*q.y - q.x*p.y
	}
	return math.Copysign(1, area)
}

func (in *interpreter) fillPath(evenOdd bool) {
	subs := in.path.subs
	if len(subs) == 2 && subs[0].rectangle() && subs[1].rectangle() && (evenOdd || subs[0].turn() != subs[1].turn()) {
		if rim := frame(subs[0].box(), subs[1].box()); rim != nil {
			for _, b := range rim {
				in.addFill(b, layout.Fill)
			}
			return
		}
	}
	drawn := in.path.drawing()
	for _, s := range subs {
		k := layout.Fill
		if !s.rectangle() || within(s.box(), drawn) {
			k = layout.Curve
		}
		if len(s.points) > 1 {
			in.addFill(s.box(), k)
		}
	}
}

// A wavy line comes as a band filled with a pattern of waves, higher than any rule and as long as its letters.
const (
	low, high = 1.5, 6.0 // points: the height of such a band
	waveLine  = .6       // points: the line that stands for it
)

func (in *interpreter) addFill(b corpus.Box, k layout.RuleKind) {
	if w, h := b.X1-b.X0, b.Y1-b.Y0; in.fill.pattern && min(w, h) >= low && min(w, h) <= high && max(w, h) >= 2*min(w, h) {
		k = layout.Curve
		if w >= h {
			y := (b.Y0 + b.Y1) / 2
			b.Y0, b.Y1 = y-waveLine/2, y+waveLine/2
		} else {
			x := (b.X0 + b.X1) / 2
			b.X0, b.X1 = x-waveLine/2, x+waveLine/2
		}
	}
	in.addRule(layout.Rule{Box: b, Kind: k, Width: min(b.X1-b.X0, b.Y1-b.Y0), White: in.fill.white, Ground: in.fill.ground})
}

// frame is the rim between two rectangles of which one holds the other, as its four sides; nil if they do not.
func frame(a, b corpus.Box) []corpus.Box {
	if m, ok := meet(a, b); ok && m == a {
		a, b = b, a
	}
	if m, ok := meet(a, b); !ok || m != b || a == b {
		return nil
	}
	return []corpus.Box{
		{X0: a.X0, Y0: a.Y0, X1: a.X1, Y1: b.Y0}, {X0: a.X0, Y0: b.Y1, X1: a.X1, Y1: a.Y1},
		{X0: a.X0, Y0: b.Y0, X1: b.X0, Y1: b.Y1}, {X0: b.X1, Y0: b.Y0, X1: a.X1, Y1: b.Y1},
	}
}

// drawing is the box around the curves of a path; straight parts of it inside that box belong to the drawing (letters as outlines,
// of which some have level strokes only) and are no rules. It is empty if nothing is curved.
func (p path) drawing() corpus.Box {
	b := emptyBox
	for _, s := range p.subs {
		if s.curved {
			b = joined(b, s.box())
		}
	}
	return b
}

// within reports whether a lies in b, the hair aside by which a pen's path may stick out.
func within(a, b corpus.Box) bool {
	return a.X0 >= b.X0-upright && a.Y0 >= b.Y0-upright && a.X1 <= b.X1+upright && a.Y1 <= b.Y1+upright
}

const lookBack = 400 // letters before an outline that it may be drawn upon

// thicken makes the letter bold on whose shape a pen draws its outline again, as producers do that have no bold face and set no text
// mode. It reports whether there is such a letter: the outline is then no rule.
func (in *interpreter) thicken(s subpath, pen float64) bool {
	b := s.box()
	for i := len(in.page.Glyphs) - 1; i >= max(0, len(in.page.Glyphs)-lookBack) && in.looks < maxLooks; i-- {
		in.looks++
		g := &in.page.Glyphs[i]
		if b.X1-b.X0 > .95*g.Size && b.Y1-b.Y0 > .95*g.Size { // a circle round it
			continue
		}
		room := g.Size / 8
		around := corpus.Box{X0: g.Box.X0 - room, Y0: g.Box.Y0 - room, X1: g.Box.X1 + room, Y1: g.Box.Y1 + room}
		if covers(g.Box, (b.X0+b.X1)/2, (b.Y0+b.Y1)/2) && within(b, around) && pen > g.Size/80 && pen < g.Size/8 && g.Hue == in.stroke.hue {
			g.Bold = true
			return true
		}
	}
	return false
}

func (in *interpreter) strokePath() {
	width := math.Abs(in.pen) * in.ctm.scale()
	if !(width < 1e4) {
		return
	}
	drawn := in.path.drawing()
	for _, s := range in.path.subs {
		n := len(s.points)
		if (s.closed || s.curved) && in.thicken(s, width) {
			continue
		}
		if s.curved || within(s.box(), drawn) {
			in.addRule(layout.Rule{Box: s.box(), Kind: layout.Curve, Width: width, Dashed: in.dashed, White: in.stroke.white})
			continue
		}
		if !s.closed {
			n--
		}
		for i := 0; i < n; i++ {
			in.strokeLine(s.points[i], s.points[(i+1)%len(s.points)], width)
		}
	}
}

// strokeLine adds one straight line, widened by the pen across its direction.
func (in *interpreter) strokeLine(p, q point, width float64) {
	b := corpus.Box{X0: min(p.x, q.x), Y0: min(p.y, q.y), X1: max(p.x, q.x), Y1: max(p.y, q.y)}
	k := layout.Stroke
	switch dx, dy := b.X1-b.X0, b.Y1-b.Y0; {
	case dx == 0 && dy == 0:
		return
	case dx > upright && dy > upright:
		k = layout.Curve
	case dx >= dy:
		b.Y0, b.Y1 = b.Y0-width/2, b.Y1+width/2
	default:
		b.X0, b.X1 = b.X0-width/2, b.X1+width/2
	}
	in.addRule(layout.Rule{Box: b, Kind: k, Width: width, Dashed: in.dashed, White: in.stroke.white})
}
