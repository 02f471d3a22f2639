// Package layout holds a page as it is drawn: glyphs and rules with positions, before anything is decided about them.
//
// Coordinates: points, origin top left, page upright as read (after /Rotate and the crop box), y downwards.
package layout

import (
	"shinkyu/corpus"
	"shinkyu/extract/internal/hue"
)

// Glyph is one painted character.
type Glyph struct {
	U          string     // Unicode text, never empty; several code points for a ligature or a variation sequence; "\uFFFD" where it could not be decoded
	X, Y       float64    // origin on the baseline (horizontal) or at the top centre of the cell (vertical)
	Box        corpus.Box // advance × ascent/descent cell, upright
	Size       float64    // effective size in points
	Vertical   bool       // written top to bottom
	Angle      float64    // direction of the baseline in radians, 0 is left to right, π/2 downwards (y grows downwards), after page rotation
	Font       string
	Code       uint32
	Composite  bool // Code is one of a composite font: often the number of a shape
	Unmapped   bool // no Unicode known
	Hidden     bool // invisible text mode, white on white, outside the page: kept, never text
	Bold       bool
	Hue        hue.Hue // colour of the letter, None for black
	Confidence float64 // 0 to 1 of a character recognised in a picture; 0: it was not, its code is known
}

// RuleKind says how a rule was painted.
type RuleKind uint8

const (
	Fill   RuleKind = iota // a filled rectangle; thin ones are rules
	Stroke                 // a stroked straight line
	Curve
)

// Rule is a painted line or rectangle. A stroke has its line's box widened by the pen; Dashed as the pen says.
type Rule struct {
	Box    corpus.Box
	Kind   RuleKind
	Width  float64 // pen width, or the short side of a thin rectangle
	Dashed bool
	White  bool // painted in (almost) white: erases, never a rule
	Ground bool // a filled area in a colour that lets black letters be read: 網掛け
}

// Image is a painted picture.
type Image struct {
	Box           corpus.Box
	Width, Height int // pixels
}

// Page is one page.
type Page struct {
	Number        int // from 1
	Width, Height float64
	Glyphs        []Glyph // painting order
	Rules         []Rule
	Images        []Image
	Diags         []corpus.Diag
	Left          Left
}

// Left counts painted glyphs that are not among a page's glyphs.
type Left struct {
	Overprinted int // painted again upon an equal one, which is bold for it
	Joined      int // parts of a character that the file says they show together
	Replaced    int // of the page as it was painted, before it was read from its picture
}
