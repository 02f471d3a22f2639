package docx

// Looks that a table gives its letters: by its style, by the part of the table that a cell stands in (first row, last column, bands), and by
// the ground of the cell. Source: ISO/IEC 29500-1, 17.7.6 (conditional formats), 17.4.55 (w:tblLook).
//
// They are the weakest layer but for the defaults: a paragraph's or a character's style, and what is set on the letters themselves, win.

import (
	"slices"
	"strconv"
)

// formats are the conditional formats of a table in force, weakest first.
type formats struct {
	whole look
	parts map[string]look
	on    map[string]bool // firstRow, lastRow, firstColumn, lastColumn, hBand, vBand
	band  [2]int          // rows and columns of a band
	rows  int
	cols  int
}

// chain is the style of a table and those that it is based on, each once.
func (s *styles) chain(tblPr *node) (out []*node) {
	id := tblPr.Child("w:tblStyle").Attr("w:val")
	for s.raw[id] != nil && len(out) < maxChain && !slices.Contains(out, s.raw[id]) {
		out = append(out, s.raw[id])
		id = s.raw[id].Child("w:basedOn").Attr("w:val")
	}
	return out
}

// tableFormats reads the style of a table of so many rows and columns; nil if it has none.
func (s *styles) tableFormats(tblPr *node, rows, cols int) *formats {
	chain := s.chain(tblPr)
	if len(chain) == 0 {
		return nil
	}
	f := &formats{parts: map[string]look{}, on: lookFlags(tblPr.Child("w:tblLook")), band: [2]int{1, 1}, rows: rows, cols: cols}
	for depth, n := range chain {
		f.whole = f.whole.over(s.tableLook(n))
		for _, c := range n.All("w:tblStylePr") {
			part := c.Attr("w:type")
			f.parts[part] = f.parts[part].over(s.tableLook(c))
		}
		if depth == 0 {
			for i, name := range []string{"w:tblStyleRowBandSize", "w:tblStyleColBandSize"} {
				f.band[i] = max(1, int(number(n.Child("w:tblPr", name).Attr("w:val"))))
			}
		}
	}
	f.whole = f.parts["wholeTable"].over(f.whole)
	return f
}

// tableLook is how letters look in what a style or one of its parts says.
func (s *styles) tableLook(n *node) look {
	l := s.lookOf(n.Child("w:rPr"))
	if shd := n.Child("w:tcPr", "w:shd"); shd != nil && !l.ground.set {
		l.ground = s.shading(shd)
	}
	return l
}

// lookFlags reads which parts of a table look their own way: attributes, or, in older files, one figure of bits.
func lookFlags(n *node) map[string]bool {
	bits := int64(0x04A0) // Word's default: first row, first column, bands of rows
	if v, ok := n.Has("w:val"); ok {
		if b, err := strconv.ParseInt(v, 16, 32); err == nil {
			bits = b
		}
	}
	out := map[string]bool{}
	for _, p := range []struct {
		name string
		bit  int64
		not  bool
	}{{"firstRow", 0x20, false}, {"lastRow", 0x40, false}, {"firstColumn", 0x80, false}, {"lastColumn", 0x100, false}, {"noHBand", 0x200, true}, {"noVBand", 0x400, true}} {
		is := bits&p.bit != 0
		if v, ok := n.Has("w:" + p.name); ok {
			is = v == "1" || v == "true" || v == "on"
		}
		out[p.name] = is != p.not
	}
	return out
}

// at is the look that the style gives a cell.
func (f *formats) at(row, col, span int) (l look) {
	if f == nil {
		return l
	}
	l = f.whole
	lay := func(part string) { l = f.parts[part].over(l) }
	first, last := f.on["firstRow"] && row == 0, f.on["lastRow"] && row == f.rows-1
	left, right := f.on["firstColumn"] && col == 0, f.on["lastColumn"] && col+span >= f.cols
	banded := func(i, size int, skip bool) int {
		if skip {
			i--
		}
		return i / size % 2
	}
	if f.on["noVBand"] && !left && !right {
		lay([]string{"band1Vert", "band2Vert"}[banded(col, f.band[1], f.on["firstColumn"])])
	}
	if f.on["noHBand"] && !first && !last {
		lay([]string{"band1Horz", "band2Horz"}[banded(row, f.band[0], f.on["firstRow"])])
	}
	for _, p := range []struct {
		part string
		is   bool
	}{{"firstCol", left}, {"lastCol", right}, {"firstRow", first}, {"lastRow", last}, {"nwCell", first && left}, {"neCell", first && right}, {"swCell", last && left}, {"seCell", last && right}} {
		if p.is {
			lay(p.part)
		}
	}
	return l
}

// cellLook is the look of a cell's letters by its table.
func (s *styles) cellLook(f *formats, tc *node, row, col, span int) look {
	l := f.at(row, col, span)
	if shd := tc.Child("w:tcPr", "w:shd"); shd != nil {
		if t := s.shading(shd); t.set {
			l.ground = t
		}
	}
	return l
}
