package pdf

import (
	"math"

	"shinkyu/corpus"
	"shinkyu/extract/internal/layout"
)

// Paths: ISO 32000-1, 8.5. Points are kept on the page, not in user space, since a cm may come between path and paint.

type point struct{ x, y float64 }

// subpath is a run of points; curved says that some of its sides are no lines.
type subpath struct {
	points []point
	curved bool
	closed bool
}

type path struct {
	subs []subpath
	n    int  // points of all subpaths
	clip bool // W or W*: the path clips once it is painted
}

const maxPathPoints = 100_000 // of one path: past it, it is a drawing

var pathOperators = map[string]func(*interpreter, args){
	"m": func(in *interpreter, a args) { in.moveTo(a.num(0), a.num(1)) },
	"l": func(in *interpreter, a args) { in.lineTo(a.num(0), a.num(1), false) },
	"c": func(in *interpreter, a args) { in.lineTo(a.num(4), a.num(5), true) },
	"v": func(in *interpreter, a args) { in.lineTo(a.num(2), a.num(3), true) },
	"y": func(in *interpreter, a args) { in.lineTo(a.num(2), a.num(3), true) },
	"h": func(in *interpreter, _ args) { in.closePath() },
	"re": func(in *interpreter, a args) {
		x, y, w, h := a.num(0), a.num(1), a.num(2), a.num(3)
		in.moveTo(x, y)
		in.lineTo(x+w, y, false)
		in.lineTo(x+w, y+h, false)
		in.lineTo(x, y+h, false)
		in.closePath()
	},
	"W": func(in *interpreter, _ args) { in.path.clip = true }, "W*": func(in *interpreter, _ args) { in.path.clip = true },
	"n":  func(in *interpreter, _ args) { in.paintPath(false, false, false) },
	"f":  func(in *interpreter, _ args) { in.paintPath(true, false, false) },
	"F":  func(in *interpreter, _ args) { in.paintPath(true, false, false) },
	"f*": func(in *interpreter, _ args) { in.paintPath(true, true, false) },
	"S":  func(in *interpreter, _ args) { in.paintPath(false, false, true) },
	"s":  func(in *interpreter, _ args) { in.closePath(); in.paintPath(false, false, true) },
	"B":  func(in *interpreter, _ args) { in.paintPath(true, false, true) },
	"B*": func(in *interpreter, _ args) { in.paintPath(true, true, true) },
	"b":  func(in *interpreter, _ args) { in.closePath(); in.paintPath(true, false, true) },
	"b*": func(in *interpreter, _ args) { in.closePath(); in.paintPath(true, true, true) },
}

func (in *interpreter) point(x, y float64) (point, bool) {
	x, y = in.ctm.at(x, y)
	return point{x, y}, math.Abs(x) < 1e9 && math.Abs(y) < 1e9 // false for NaN too
}

func (in *interpreter) moveTo(x, y float64) {
	if p, ok := in.point(x, y); ok && in.path.n < maxPathPoints {
		in.path.n++
		in.path.subs = append(in.path.subs, subpath{points: []point{p}})
	}
}

func (in *interpreter) lineTo(x, y float64, curved bool) {
	p, ok := in.point(x, y)
	if !ok || in.path.n >= maxPathPoints || len(in.path.subs) == 0 {
		return
	}
	s := &in.path.subs[len(in.path.subs)-1]
	if s.closed { // a line after h goes on from the subpath's start
		in.path.subs = append(in.path.subs, subpath{points: []point{s.points[0]}})
		s = &in.path.subs[len(in.path.subs)-1]
	}
	in.path.n++
	s.points, s.curved = append(s.points, p), s.curved || curved
}

func (in *interpreter) closePath() {
	if n := len(in.path.subs); n > 0 {
		in.path.subs[n-1].closed = true
	}
}

// paintPath ends the path: fills it, strokes it, clips by it.
func (in *interpreter) paintPath(fill, evenOdd, stroke bool) {
	if fill && !in.fillGone {
		in.fillPath(evenOdd)
	}
	if stroke {
		in.strokePath()
	}
	if in.path.clip && in.path.n > 0 && in.path.n < maxPathPoints { // by no path, as by one that is not known to its end, nothing is clipped
		in.clip = in.clip.cut(in.path.box())
	}
	in.path = path{subs: in.path.subs[:0]}
}

func (p path) box() corpus.Box {
	b := emptyBox
	for _, s := range p.subs {
		b = joined(b, s.box())
	}
	return b
}

func (in *interpreter) addRule(r layout.Rule) {
	box, ok := in.clip.meet(r.Box)
	if !ok || in.layerOff() {
		return
	}
	if len(in.page.Rules) >= maxRules {
		in.stop("rules")
		return
	}
	if r.Box = box; r.Kind == layout.Fill {
		r.Width = min(r.Width, box.X1-box.X0, box.Y1-box.Y0)
	}
	in.page.Rules = append(in.page.Rules, r)
}
