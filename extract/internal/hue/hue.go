// Package hue tells colours apart as a reader of a table does: black or grey, red, blue, green, another; and a tinted ground from
// white paper. All formats that know colours (PDF, Word, Excel, HTML) ask here, so that 赤字 is one thing.
//
// Only strong colours count for letters: a heading in navy or a grey note is no 赤字, and screens and printers shift what is
// weak. Exact colours were rejected as marks: a legend says 赤字, never #C00000.
package hue

import (
	"math"
	"strconv"
	"strings"

	"shinkyu/corpus"
)

// Hue is a colour as a legend names it.
type Hue uint8

const (
	None Hue = iota // black, grey, white, or too weak to tell
	Red
	Blue
	Green
	Other
)

// Kind is the mark that letters of this colour carry; "" if none.
func (h Hue) Kind() corpus.MarkKind {
	return [...]corpus.MarkKind{"", corpus.MarkRed, corpus.MarkBlue, corpus.MarkGreen, corpus.MarkColour}[h]
}

const (
	chroma = .35 // least difference between the channels of a coloured letter
	dark   = .35 // letters darker than this in every channel look black
)

// Of tells the hue of letters; channels from 0 to 1.
func Of(r, g, b float64) Hue {
	hi, lo := max(r, g, b), min(r, g, b)
	if !(hi-lo >= chroma) || hi < dark {
		return None
	}
	var turn float64 // in sixths of the circle
	switch hi {
	case r:
		turn = math.Mod((g-b)/(hi-lo)+6, 6)
	case g:
		turn = (b-r)/(hi-lo) + 2
	default:
		turn = (r-g)/(hi-lo) + 4
	}
	switch {
	case turn < .35 || turn > 5.4:
		return Red
	case turn >= 1.6 && turn < 2.7:
		return Green
	case turn >= 3.1 && turn < 4.4:
		return Blue
	}
	return Other
}

// Printed is what printing inks (CMYK) look like, roughly.
func Printed(c, m, y, k float64) (r, g, b float64) {
	return (1 - c) * (1 - k), (1 - m) * (1 - k), (1 - y) * (1 - k)
}

// Ground reports whether a colour under letters is seen and lets black letters be read: no white paper, no dark band.
func Ground(r, g, b float64) bool {
	const white, legible = .97, .35
	light := .3*r + .59*g + .11*b
	return light >= legible && min(r, g, b) < white
}

// names of CSS and Word that are in use for marking.
var names = map[string][3]float64{
	"black": {}, "white": {1, 1, 1}, "red": {1, 0, 0}, "crimson": {.86, .08, .24}, "darkred": {.55, 0, 0}, "maroon": {.5, 0, 0}, "firebrick": {.7, .13, .13},
	"tomato": {1, .39, .28}, "orangered": {1, .27, 0}, "blue": {0, 0, 1}, "navy": {0, 0, .5}, "darkblue": {0, 0, .55}, "mediumblue": {0, 0, .8}, "royalblue": {.25, .41, .88},
	"dodgerblue": {.12, .56, 1}, "green": {0, .5, 0}, "darkgreen": {0, .39, 0}, "lime": {0, 1, 0}, "forestgreen": {.13, .55, .13}, "seagreen": {.18, .55, .34},
	"yellow": {1, 1, 0}, "gold": {1, .84, 0}, "orange": {1, .65, 0}, "darkorange": {1, .55, 0}, "magenta": {1, 0, 1}, "fuchsia": {1, 0, 1}, "deeppink": {1, .08, .58},
	"purple": {.5, 0, .5}, "violet": {.93, .51, .93}, "cyan": {0, 1, 1}, "aqua": {0, 1, 1}, "teal": {0, .5, .5}, "brown": {.65, .16, .16}, "pink": {1, .75, .8},
	"gray": {.5, .5, .5}, "grey": {.5, .5, .5}, "silver": {.75, .75, .75}, "lightgray": {.83, .83, .83}, "lightgrey": {.83, .83, .83}, "darkgray": {.66, .66, .66},
	"lightyellow": {1, 1, .88}, "lightblue": {.68, .85, .9}, "lightgreen": {.56, .93, .56}, "lightpink": {1, .71, .76}, "gainsboro": {.86, .86, .86}, "whitesmoke": {.96, .96, .96},
	"darkyellow": {.5, .5, 0}, "darkcyan": {0, .55, .55}, "darkmagenta": {.55, 0, .55},
}

// Parse reads a colour: a name, #rgb, #rrggbb, rrggbb (Word), aarrggbb (Excel), rgb(…). ok is false for "auto", "transparent" and what
// is not understood.
func Parse(s string) (r, g, b float64, ok bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	if c, known := names[s]; known {
		return c[0], c[1], c[2], true
	}
	if inside, found := strings.CutPrefix(s, "rgb"); found {
		return function(strings.TrimPrefix(inside, "a"))
	}
	hex, marked := strings.CutPrefix(s, "#")
	switch len(hex) {
	case 3, 4:
		if !marked {
			return 0, 0, 0, false
		}
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	case 8:
		if !marked {
			hex = hex[2:]
		}
		hex = hex[:6]
	}
	v, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || len(hex) != 6 {
		return 0, 0, 0, false
	}
	return float64(v>>16) / 255, float64(v>>8&255) / 255, float64(v&255) / 255, true
}

// function reads (r, g, b) and (r g b / a); what is fully transparent is no colour.
func function(s string) (r, g, b float64, ok bool) {
	s = strings.Trim(s, "() ")
	fields := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' || r == '/' })
	if len(fields) < 3 {
		return 0, 0, 0, false
	}
	var v [4]float64
	v[3] = 1
	for i, f := range fields[:min(len(fields), 4)] {
		scale := 255.
		if i == 3 {
			scale = 1
		}
		if p, percent := strings.CutSuffix(f, "%"); percent {
			f, scale = p, 100
		}
		n, err := strconv.ParseFloat(f, 64)
		if err != nil || math.IsNaN(n) {
			return 0, 0, 0, false
		}
		v[i] = min(max(n/scale, 0), 1)
	}
	return v[0], v[1], v[2], v[3] > .02
}
