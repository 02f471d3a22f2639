package pdf

import "strings"

// Widths of the standard fonts for U+0020 to U+007E in thousandths of an em. Files of before PDF 1.5 may leave them out.
// Source: Adobe's Core 14 AFM files.

var helveticaWidths = [95]float64{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
	556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
	556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
}

var timesWidths = [95]float64{
	250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500,
	500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
	556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500,
	500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
}

// standardWidths chooses by the font's name; bold and italic faces are a few hundredths wider and not told apart.
func standardWidths(name string) func(byte) float64 {
	switch n := strings.ToLower(name); {
	case strings.Contains(n, "courier"):
		return func(byte) float64 { return 600 }
	case strings.Contains(n, "times"), strings.Contains(n, "roman"), strings.Contains(n, "serif") && !strings.Contains(n, "sans"):
		return tableWidths(&timesWidths)
	default:
		return tableWidths(&helveticaWidths)
	}
}

func tableWidths(t *[95]float64) func(byte) float64 {
	return func(c byte) float64 {
		if c < ' ' || c > '~' {
			return 500
		}
		return t[c-' ']
	}
}
