package xlsx

// Looks of cells: fonts as marks, formats of numbers.

import (
	"strconv"

	"shinkyu/extract/internal/inline"
	"shinkyu/extract/internal/ooxml"
)

// look is how a cell shows its value.
type look struct {
	marks  inline.Marks
	format string // of numbers
}

type styles struct {
	looks     []look
	theme     ooxml.Theme
	palette   []string // of the workbook itself, in place of Excel's
	since1904 bool     // days are counted from 1904
}

// of is the look of a style index; unknown ones look plain.
func (s *styles) of(i int) look {
	if i < 0 || i >= len(s.looks) {
		return look{format: "General"}
	}
	return s.looks[i]
}

// stylesOf reads the styles part, which may be missing.
func stylesOf(root *node, theme ooxml.Theme) *styles {
	s := &styles{theme: theme}
	for _, c := range root.Child("x:colors", "x:indexedColors").All("x:rgbColor") {
		s.palette = append(s.palette, c.Attr("rgb"))
	}
	formats := map[int]string{}
	for _, f := range root.Child("x:numFmts").All("x:numFmt") {
		if id, err := strconv.Atoi(f.Attr("numFmtId")); err == nil {
			formats[id] = f.Attr("formatCode")
		}
	}
	var fonts []inline.Marks
	for _, f := range root.Child("x:fonts").All("x:font") {
		fonts = append(fonts, s.marksOf(f))
	}
	var fills []inline.Marks
	for _, f := range root.Child("x:fills").All("x:fill") {
		fills = append(fills, s.groundOf(f.Child("x:patternFill")))
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

// themeNames are the theme's colours by Excel's numbers.
var themeNames = [...]string{"lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"}

// colour is a colour by value, by the theme or by number.
func (s *styles) colour(n *node) string {
	if v := n.Attr("rgb"); v != "" {
		return v
	}
	if i, err := strconv.Atoi(n.Attr("theme")); err == nil && i >= 0 && i < len(themeNames) {
		step, _ := strconv.ParseFloat(n.Attr("tint"), 64)
		return s.theme.Colour(themeNames[i], step)
	}
	i, err := strconv.Atoi(n.Attr("indexed"))
	switch {
	case err != nil:
		return ""
	case i >= 0 && i < len(s.palette):
		return s.palette[i]
	}
	return ooxml.Indexed(i)
}

// groundOf reads a cell's ground.
func (s *styles) groundOf(pattern *node) inline.Marks {
	switch pattern.Attr("patternType") {
	case "", "none":
		return 0
	case "solid":
		m, _ := inline.Grounded(s.colour(pattern.Child("x:fgColor")))
		return m
	}
	return inline.Shade // dots and hatching
}

// marksOf reads a font.
func (s *styles) marksOf(font *node) (m inline.Marks) {
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
			c, _ := inline.Lettered(s.colour(k))
			m |= c
		case "x:b":
			if v, ok := k.Has("val"); !ok || on(v) {
				m |= inline.Bold
			}
		}
	}
	return m
}
