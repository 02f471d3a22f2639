package docx

// How far down its cell a line stands.
//
// Writers of tables in one row bring what belongs together to the same height with empty paragraphs, so the height is
// evidence of correspondence. Word computes it anew each time it opens the file; here it is estimated: each paragraph takes
// as many lines as its text needs at the cell's width. Counting paragraphs alone was rejected: the empty ones stand for
// the wrapped lines of the other side.

import (
	"math"
	"strconv"
)

const (
	twips       = 20.0  // of a point
	cellMargins = 216.0 // twips, Word's default left and right together
	usualSize   = 10.5  // points, Word's default in Japanese
)

// lineWidth is how many ems fit into a cell, 0 unknown.
func (r *reader) lineWidth(tc *node, columns []float64, from, to int) float64 {
	width := 0.0
	if w := tc.Child("w:tcPr", "w:tcW"); w.Attr("w:type") == "dxa" {
		width = number(w.Attr("w:w"))
	}
	if width == 0 {
		for i := from; i < to && i < len(columns); i++ {
			width += columns[i]
		}
	}
	size := r.styles.of(r.styles.paragraph).size
	if size == 0 {
		size = r.styles.size
	}
	if size == 0 {
		size = usualSize
	}
	if width <= cellMargins || width > 1e6 {
		return 0
	}
	return (width - cellMargins) / (size * twips)
}

// height is the number of lines that letters of a width in ems take.
func height(ems, perLine float64) float64 {
	if perLine < 1 || ems <= perLine {
		return 1
	}
	return math.Ceil(ems / perLine)
}

// ems is the printed width: wide characters 1, others a half.
func ems(s string) float64 {
	w := 0.0
	for _, r := range s {
		if r < 0x1100 || r >= 0xFF61 && r <= 0xFFDC {
			w += 0.5
		} else {
			w++
		}
	}
	return w
}

// number reads a figure; what is none is 0. Values are clamped to what a measure or a count can sensibly be.
func number(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(v) {
		return 0
	}
	return min(max(v, 0), 1e6)
}
