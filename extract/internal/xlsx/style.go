package xlsx

// Looks of cells: fonts as marks, formats of numbers.

import (
	"strconv"

	"shinkyu/extract/internal/inline"
)

// look is how a cell shows its value.
type look struct {
	marks  inline.Marks
	format string // of numbers
}

type styles struct {
	looks     []look
	since1904 bool // days are counted from 1904
}

// of is the look of a style index; unknown ones look plain.
func (s *styles) of(i int) look {
	if i < 0 || i >= len(s.looks) {
		return look{format: "General"}
	}
	return s.looks[i]
}

// stylesOf reads the styles part, which may be missing.
func stylesOf(root *node) *styles {
	s := &styles{}
	formats := map[int]string{}
	for _, f := range root.Child("x:numFmts").All("x:numFmt") {
		if id, err := strconv.Atoi(f.Attr("numFmtId")); err == nil {
			formats[id] = f.Attr("formatCode")
		}
	}
	var fonts []inline.Marks
	for _, f := range root.Child("x:fonts").All("x:font") {
		fonts = append(fonts, marksOf(f))
	}
	for _, x := range root.Child("x:cellXfs").All("x:xf") {
		l := look{format: "General"}
		if id, err := strconv.Atoi(x.Attr("numFmtId")); err == nil {
			if f, ok := formats[id]; ok {
				l.format = f
			} else if f, ok := builtIn[id]; ok {
				l.format = f
			}
		}
		if id, err := strconv.Atoi(x.Attr("fontId")); err == nil && id >= 0 && id < len(fonts) {
			l.marks = fonts[id]
		}
		s.looks = append(s.looks, l)
	}
	return s
}

// marksOf reads a font.
func marksOf(font *node) (m inline.Marks) {
	for _, k := range font.Kids {
		switch k.Name {
		case "x:u":
			switch k.Attr("val") {
			case "none":
			case "double", "doubleAccounting":
				m |= inline.Double
			default:
				m |= inline.Underline
			}
		case "x:strike":
			if v, ok := k.Has("val"); !ok || on(v) {
				m |= inline.Strike
			}
		case "x:b":
			if v, ok := k.Has("val"); !ok || on(v) {
				m |= inline.Bold
			}
		}
	}
	return m
}
