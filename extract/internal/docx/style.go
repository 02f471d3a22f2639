package docx

// Which letters carry marks. Sources: ISO/IEC 29500-1, 17.7.2 (hierarchy), 17.7.3 (toggle properties), 17.3.2.40 (w:u).
//
// Direct formatting wins over the character style, that over the paragraph's style, that over the defaults. Bold, strike
// and hidden are toggles: set in two of the styles they cancel out, so that a bold term in a bold heading stands out. Conditional
// formats of table styles stand below these (tablestyle.go).

import (
	"strconv"

	"shinkyu/extract/internal/inline"
	"shinkyu/extract/internal/ooxml"
)

// setting is a property that may be unset: 0 unset, off, or on with a value above zero.
type setting int8

const (
	off    setting = -1
	on     setting = 1
	double setting = 2 // of an underline
)

// look is how letters look, as far as one source says it.
type look struct {
	under, box           setting
	bold, strike, hidden setting // toggles
	dstrike              setting
	colour, ground       tint
}

// tint is a colour that may be unset.
type tint struct {
	set   bool
	marks inline.Marks
}

// over lays l over a weaker source: what l leaves unset is taken from it.
func (l look) over(weak look) look {
	for _, p := range []struct{ to, from *setting }{
		{&l.under, &weak.under}, {&l.box, &weak.box}, {&l.bold, &weak.bold}, {&l.strike, &weak.strike}, {&l.hidden, &weak.hidden}, {&l.dstrike, &weak.dstrike},
	} {
		if *p.to == 0 {
			*p.to = *p.from
		}
	}
	if !l.colour.set {
		l.colour = weak.colour
	}
	if !l.ground.set {
		l.ground = weak.ground
	}
	return l
}

// marks are the official marks of letters that look so.
func (l look) marks() (m inline.Marks) {
	switch {
	case l.under == double:
		m |= inline.Double
	case l.under > 0:
		m |= inline.Underline
	}
	if l.strike > 0 || l.dstrike > 0 {
		m |= inline.Strike
	}
	if l.bold > 0 {
		m |= inline.Bold
	}
	if l.box > 0 {
		m |= inline.Box
	}
	return m | l.colour.marks | l.ground.marks
}

// lookOf reads run properties.
func (s *styles) lookOf(rPr *node) (l look) {
	if rPr == nil {
		return l
	}
	for _, k := range rPr.Kids {
		switch k.Name {
		case "w:u":
			switch val := k.Attr("w:val"); val {
			case "": // only a colour is given
			case "none":
				l.under = off
			case "double", "wavyDouble":
				l.under = double
			default:
				l.under = on
			}
		case "w:bdr":
			if val := k.Attr("w:val"); val == "" || val == "none" || val == "nil" {
				l.box = off
			} else {
				l.box = on
			}
		case "w:color":
			m, _ := inline.Lettered(s.colour(k, "w:val", "w:themeColor", "w:themeTint", "w:themeShade")) // "auto" is black
			l.colour = tint{true, m}
		case "w:highlight":
			m, _ := inline.Grounded(k.Attr("w:val")) // "none" takes the style's away
			l.ground = tint{true, m}
		case "w:shd":
			if l.ground.marks == 0 { // a marker lies over it
				l.ground = s.shading(k)
			}
		case "w:b":
			l.bold = toggle(k)
		case "w:strike":
			l.strike = toggle(k)
		case "w:dstrike":
			l.dstrike = toggle(k)
		case "w:vanish":
			l.hidden = toggle(k)
		}
	}
	return l
}

// shading is the ground that w:shd paints: its fill, or, in a pattern, grey.
func (s *styles) shading(n *node) tint {
	switch n.Attr("w:val") {
	case "clear", "nil", "":
		m, ok := inline.Grounded(s.colour(n, "w:fill", "w:themeFill", "w:themeFillTint", "w:themeFillShade"))
		return tint{ok, m}
	case "solid":
		m, ok := inline.Grounded(s.colour(n, "w:color", "w:themeColor", "w:themeTint", "w:themeShade"))
		return tint{ok, m}
	}
	return tint{true, inline.Shade}
}

// themeNames are the theme's colours as Word calls them.
var themeNames = map[string]string{
	"dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2",
	"hyperlink": "hlink", "followedHyperlink": "folHlink",
}

// colour is a colour that an element names by value, or by the theme, which goes first.
func (s *styles) colour(n *node, value, theme, tint, shade string) string {
	name := n.Attr(theme)
	if full := themeNames[name]; full != "" {
		name = full
	}
	step := 0.0
	if v, err := strconv.ParseUint(n.Attr(tint), 16, 8); err == nil { // what is left of the colour
		step = 1 - float64(v)/255
	} else if v, err := strconv.ParseUint(n.Attr(shade), 16, 8); err == nil {
		step = float64(v)/255 - 1
	}
	if c := s.theme.Colour(name, step); c != "" {
		return c
	}
	return n.Attr(value)
}

// framed reports whether a paragraph stands in a frame: a border on all four sides.
func framed(pPr *node) bool {
	borders := pPr.Child("w:pBdr")
	for _, side := range []string{"w:top", "w:left", "w:bottom", "w:right"} {
		switch borders.Child(side).Attr("w:val") {
		case "", "none", "nil":
			return false
		}
	}
	return true
}

func toggle(n *node) setting {
	switch n.Attr("w:val") {
	case "0", "false", "off":
		return off
	}
	return on
}

// style is a named style with what it inherits already laid under it.
type style struct {
	look    look
	num     string // numbering instance; "" none, "0" taken away
	level   int
	leveled bool    // the style says which level it is
	size    float64 // points, 0 unset
	outline int     // level of the heading that its paragraphs are, from 1; 0 none
}

type styles struct {
	by        map[string]*style
	raw       map[string]*node
	defaults  look
	size      float64
	paragraph string // default paragraph style
	character string
	theme     ooxml.Theme
}

// maxChain bounds basedOn chains; Word's own limit is 11.
const maxChain = 64

// stylesOf reads the styles part, which may be missing.
func stylesOf(root *node, theme ooxml.Theme) *styles {
	s := &styles{theme: theme, by: map[string]*style{}, raw: map[string]*node{}}
	rPr := root.Child("w:docDefaults", "w:rPrDefault", "w:rPr")
	s.defaults, s.size = s.lookOf(rPr), sizeOf(rPr)
	for _, n := range root.All("w:style") {
		id := n.Attr("w:styleId")
		if s.raw[id] == nil {
			s.raw[id] = n
		}
		if v := n.Attr("w:default"); v == "1" || v == "true" || v == "on" {
			switch n.Attr("w:type") {
			case "paragraph":
				s.paragraph = id
			case "character":
				s.character = id
			}
		}
	}
	return s
}

// of is the style of an id, the empty style if there is none.
func (s *styles) of(id string) *style { return s.resolve(id, 0) }

func (s *styles) resolve(id string, depth int) *style {
	if st := s.by[id]; st != nil {
		return st
	}
	n := s.raw[id]
	if n == nil || depth > maxChain {
		return &style{}
	}
	st := &style{look: s.lookOf(n.Child("w:rPr")), size: sizeOf(n.Child("w:rPr")), outline: outlineOf(n.Child("w:pPr"))}
	if num := n.Child("w:pPr", "w:numPr"); num != nil {
		st.num = num.Child("w:numId").Attr("w:val")
		if v, ok := num.Child("w:ilvl").Has("w:val"); ok {
			st.level, st.leveled = int(number(v)), true
		}
	}
	if base := n.Child("w:basedOn").Attr("w:val"); base != "" && base != id {
		b := s.resolve(base, depth+1)
		st.look = st.look.over(b.look)
		if st.size == 0 {
			st.size = b.size
		}
		if st.outline == 0 {
			st.outline = b.outline
		}
		if st.num == "" {
			st.num = b.num
			if !st.leveled {
				st.level, st.leveled = b.level, b.leveled
			}
		}
	}
	s.by[id] = st
	return st
}

// look is how letters look under direct formatting in a run and a paragraph of these styles, in a cell that looks so.
func (s *styles) look(direct look, run, paragraph string, cell look) look {
	if run == "" {
		run = s.character
	}
	if paragraph == "" {
		paragraph = s.paragraph
	}
	c, p := s.of(run).look, s.of(paragraph).look
	named := c.over(p).over(cell)
	for _, t := range []struct{ to, c, p, cell *setting }{
		{&named.bold, &c.bold, &p.bold, &cell.bold}, {&named.strike, &c.strike, &p.strike, &cell.strike},
		{&named.hidden, &c.hidden, &p.hidden, &cell.hidden}, {&named.dstrike, &c.dstrike, &p.dstrike, &cell.dstrike},
	} {
		set := 0
		for _, v := range []*setting{t.c, t.p, t.cell} {
			if *v > 0 {
				set++
			}
		}
		switch {
		case set%2 == 1:
			*t.to = on
		case set > 0:
			*t.to = off
		}
	}
	return direct.over(named).over(s.defaults)
}

// sizeOf is the size of letters in points, 0 if unset.
func sizeOf(rPr *node) float64 { return number(rPr.Child("w:sz").Attr("w:val")) / 2 }

// heading is the level of the heading that a paragraph is, from 1; 0 none.
func (s *styles) heading(pPr *node) int {
	level := outlineOf(pPr)
	if level == 0 {
		level = s.of(pPr.Child("w:pStyle").Attr("w:val")).outline
	}
	return max(level, 0)
}

// outlineOf reads an outline level: from 1, 0 unset, -1 body text.
func outlineOf(pPr *node) int {
	v, ok := pPr.Child("w:outlineLvl").Has("w:val")
	switch n := int(number(v)); {
	case !ok:
		return 0
	case n < 9:
		return n + 1
	}
	return -1
}
