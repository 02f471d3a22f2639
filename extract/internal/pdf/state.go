package pdf

import (
	"slices"

	"shinkyu/extract/internal/hue"
)

// state is the graphics state as far as text and rules need it (ISO 32000-1, 8.4 and 9.3).
type state struct {
	ctm      matrix // user space → page as read
	text     textState
	pen      float64 // line width in user space
	dashed   bool
	fill     paint
	stroke   paint
	clip     clipBox
	fillGone bool // fully transparent
}

// textState are the parameters of the T operators; lengths in unscaled text space.
type textState struct {
	font      *font
	size      float64
	charSpace float64
	wordSpace float64
	stretch   float64 // horizontal scaling, 1 is 100 %
	leading   float64
	rise      float64
	mode      int
}

// paint is a colour as far as it matters: whether it can be seen on paper, is no black, or tints the ground under black letters.
type paint struct {
	space   colourSpace
	hue     hue.Hue
	white   bool
	ground  bool
	pattern bool
}

// colourSpace is how the numbers of a colour are read.
type colourSpace uint8

const (
	light  colourSpace = iota // grey and RGB: 1 is white
	ink                       // CMYK and tints: 0 is white
	opaque                    // patterns, indexed, unknown: never white
)

const nearlyWhite = .97

func (c colourSpace) white(v []operand) bool {
	if c == opaque || len(v) == 0 {
		return false
	}
	for _, o := range v {
		if o.kind != number || c == light && o.num < nearlyWhite || c == ink && o.num > 1-nearlyWhite {
			return false
		}
	}
	return true
}

// paint is the colour of these numbers.
func (c colourSpace) paint(v []operand) paint {
	p := paint{space: c, white: c.white(v), pattern: len(v) > 0 && v[len(v)-1].kind == name}
	if c == opaque || p.white || slices.ContainsFunc(v, func(o operand) bool { return o.kind != number }) {
		return p
	}
	switch n := len(v); {
	case n == 1 && c == light:
		p.ground = hue.Ground(v[0].num, v[0].num, v[0].num)
	case n == 1: // a tint of an ink whose colour is not looked up
		p.ground = hue.Ground(1-v[0].num, 1-v[0].num, 1-v[0].num)
	case n == 3 && c == light:
		r, g, b := v[0].num, v[1].num, v[2].num
		p.hue, p.ground = hue.Of(r, g, b), hue.Ground(r, g, b)
	case n == 4 && c == ink:
		r, g, b := hue.Printed(v[0].num, v[1].num, v[2].num, v[3].num)
		p.hue, p.ground = hue.Of(r, g, b), hue.Ground(r, g, b)
	}
	return p
}

const maxSaved = 512 // graphics states on the stack; viewers stop at 28 to some hundreds

// save and restore are q and Q. Past the limit they still pair up, so that what follows stands where it should.
func (in *interpreter) save() {
	if len(in.saved) < maxSaved {
		in.saved = append(in.saved, in.state)
	} else {
		in.unsaved++
	}
}

func (in *interpreter) restore() {
	switch {
	case in.unsaved > 0:
		in.unsaved--
	case len(in.saved) > in.floor:
		in.state = in.saved[len(in.saved)-1]
		in.saved = in.saved[:len(in.saved)-1]
	}
}
