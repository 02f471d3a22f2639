package ooxml

// Colours that a document names by its theme, and those that Excel names by number.
//
// A colour picked from the palette of Word or Excel is stored as a name of the theme with a step towards white or black; its
// value stands in the theme's own part. Only the hue is asked for in the end (package hue), so steps are taken in a straight line
// and not in the colour space of the standard, which lets the hue be.

import (
	"fmt"
	"strconv"
)

// Theme holds the theme's colours by their names in its part: dk1, lt1, accent1 …
type Theme map[string][3]float64

// Theme reads the theme that a part uses; it is empty if there is none.
func (a *Archive) Theme(of string) (Theme, error) {
	t := Theme{}
	for _, name := range a.Related(of, "theme") {
		root, err := a.Beside(name)
		if err != nil {
			return nil, err
		}
		scheme := root.Child("a:themeElements", "a:clrScheme")
		if scheme == nil {
			continue
		}
		for _, k := range scheme.Kids {
			v := k.Child("a:srgbClr").Attr("val")
			if v == "" {
				v = k.Child("a:sysClr").Attr("lastClr")
			}
			if n, err := strconv.ParseUint(v, 16, 32); err == nil && len(v) == 6 {
				if name := k.Name; len(name) > 2 && name[:2] == "a:" {
					t[name[2:]] = [3]float64{float64(n >> 16), float64(n >> 8 & 255), float64(n & 255)}
				}
			}
		}
	}
	return t, nil
}

// Colour is a colour of the theme as six figures, a step between -1 (black) and 1 (white) away; "" if the theme has none of the name.
func (t Theme) Colour(name string, step float64) string {
	c, ok := t[name]
	if !ok {
		return ""
	}
	step = min(max(step, -1), 1)
	for i := range c {
		if step < 0 {
			c[i] *= 1 + step
		} else {
			c[i] += (255 - c[i]) * step
		}
	}
	return fmt.Sprintf("%02X%02X%02X", int(c[0]), int(c[1]), int(c[2]))
}

// indexed is Excel's palette from number 8 on (ISO/IEC 29500-1, 18.8.27).
var indexed = [...]string{
	"000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF", "800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080",
	"9999FF", "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF", "000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000", "008080", "0000FF",
	"00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99", "3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696",
	"003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333",
}

// Indexed is a colour of Excel's palette as six figures; "" for numbers that stand for the system's own.
func Indexed(n int) string {
	if n >= 0 && n < 8 {
		n += 8 // the first eight stand twice
	}
	if n -= 8; n < 0 || n >= len(indexed) {
		return ""
	}
	return indexed[n]
}
