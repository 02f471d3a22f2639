package pdf

import (
	"strconv"

	"github.com/ledongthuc/pdf"
)

// resources are a resource dictionary with what was read from it. The library keeps nothing: each look-up parses the
// object anew, and pages name the same font hundreds of times.
type resources struct {
	file       *File
	v          pdf.Value
	categories map[string]category
	fonts      map[string]*font
	forms      map[string]*form
	spaces     map[string]colourSpace
	weighed    map[string]bool // faces that were compared with plain ones
}

// category is one of the dictionaries, like Font, with the object numbers of its entries.
type category struct {
	v   pdf.Value
	ref map[string]string // "12 R"; no entry for what stands in the dictionary itself
}

func (f *File) resources(v pdf.Value) *resources {
	return &resources{file: f, v: v, categories: map[string]category{}, fonts: map[string]*font{}, forms: map[string]*form{}, spaces: map[string]colourSpace{}}
}

func (r *resources) category(name string) category {
	c, ok := r.categories[name]
	if !ok {
		c.v = r.v.Key(name)
		c.ref = references(c.v)
		r.categories[name] = c
	}
	return c
}

// references lists the entries of a dictionary that refer to objects, by the text that the library gives of it.
func references(v pdf.Value) map[string]string {
	l := lexer{data: []byte(v.String()), refs: true}
	l.next()
	out := map[string]string{}
	if len(l.args) == 0 || l.args[0].kind != dict {
		return out
	}
	for d := l.args[0].list; len(d) >= 2; d = d[2:] {
		if d[0].kind == name && d[1].kind == reference {
			out[string(d[0].b)] = refText(d[1])
		}
	}
	return out
}

// refText is a reference's key in this package. The generation is left out: there is one object of a number.
func refText(o operand) string { return strconv.Itoa(int(o.num)) + " R" }

func (r *resources) value(category, name string) pdf.Value { return r.category(category).v.Key(name) }

// font is the font of that name, nil if there is none.
func (r *resources) font(name string) *font {
	f, ok := r.fonts[name]
	if ok {
		return f
	}
	r.fonts[name] = nil // if it cannot be read
	c := r.category("Font")
	if f = r.file.fonts[c.ref[name]]; f == nil {
		if v := c.v.Key(name); v.Kind() == pdf.Dict {
			f = r.file.font(v, c.ref[name])
		}
	}
	if f != nil && f.outlines != "" && !f.bold {
		f.bold = r.heavier(f.outlines)
	}
	r.fonts[name] = f
	return f
}

// colourSpace tells how the numbers of a colour space are read.
func (r *resources) colourSpace(name string) colourSpace {
	c, ok := r.spaces[name]
	if !ok {
		r.spaces[name] = opaque // if it cannot be read
		c = colourSpaceOf(name, r.value("ColorSpace", name))
		r.spaces[name] = c
	}
	return c
}

func colourSpaceOf(name string, v pdf.Value) colourSpace {
	switch v.Kind() {
	case pdf.Array:
		name = v.Index(0).Name()
	case pdf.Name:
		name = v.Name()
	}
	switch name {
	case "DeviceGray", "DeviceRGB", "CalGray", "CalRGB":
		return light
	case "DeviceCMYK", "Separation", "DeviceN":
		return ink
	case "ICCBased":
		if v.Index(1).Key("N").Int64() == 4 {
			return ink
		}
		return light
	}
	return opaque
}
