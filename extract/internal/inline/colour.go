package inline

import "shinkyu/extract/internal/hue"

// Lettered is the mark of letters in a colour that CSS, Word or Excel names; ok is false where that names none.
func Lettered(colour string) (m Marks, ok bool) {
	r, g, b, ok := hue.Parse(colour)
	if !ok {
		return 0, false
	}
	return [...]Marks{hue.None: 0, hue.Red: Red, hue.Blue: Blue, hue.Green: Green, hue.Other: Colour}[hue.Of(r, g, b)], true
}

// Grounded is the mark of letters on a ground of that colour; ok as in Lettered.
func Grounded(colour string) (m Marks, ok bool) {
	r, g, b, ok := hue.Parse(colour)
	if ok && hue.Ground(r, g, b) {
		m = Shade
	}
	return m, ok
}
