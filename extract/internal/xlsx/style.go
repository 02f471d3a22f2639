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
	var fills []inline.Marks
	for _, f := range root.Child("x:fills").All("x:fill") {
		fills = append(fills, groundOf(f.Child("x:patternFill")))
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
		if id, err := strconv.Atoi(x.Attr("fillId")); err == nil && id >= 0 && id < len(fills) {
			l.marks |= fills[id]
		}
		s.looks = append(s.looks, l)
	}
	return s
}

// groundOf reads a cell's ground. Colours of the theme stand in another part and are the house's look; they are no marks.
func groundOf(pattern *node) inline.Marks {
	switch pattern.Attr("patternType") {
	case "", "none":
		return 0
	case "solid":
		m, _ := inline.Grounded(pattern.Child("x:fgColor").Attr("rgb"))
		return m
	}
	return inline.Shade // dots and hatching
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
		case "x:color":
			if rgb := k.Attr("rgb"); rgb != "" {
				c, _ := inline.Lettered(rgb)
				m |= c
			}
		case "x:b":
			if v, ok := k.Has("val"); !ok || on(v) {
				m |= inline.Bold
			}
		}
	}
	return m
}
