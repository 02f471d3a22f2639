package pdf

import (
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"

	"shinkyu/corpus/lazy"
)

// Simple fonts: one byte is one glyph (ISO 32000-1, 9.6).

func readSimple(f *font, v pdf.Value, toUnicode *cmap) {
	descriptor := v.Key("FontDescriptor")
	f.setHeights(descriptor)
	scale, first := .001, int(v.Key("FirstChar").Int64())
	if v.Key("Subtype").Name() == "Type3" {
		scale = f.setType3(v)
	}
	widths, missing := v.Key("Widths"), descriptor.Key("MissingWidth").Float64()
	standard := standardWidths(f.name)
	texts := encodingOf(v.Key("Encoding"), v)
	f.find = func(code uint32, n int) glyph {
		g := glyph{width: missing * scale, advance: -1, vy: defaultAscent}
		if i := int(code) - first; i >= 0 && i < widths.Len() {
			g.width = widths.Index(i).Float64() * scale
		} else if widths.Kind() != pdf.Array && standard != nil {
			g.width = standard(byte(code)) / 1000
		}
		if g.text, g.known = textOf(toUnicode, code, n); !g.known {
			g.text = texts[byte(code)]
			g.known = g.text != ""
		}
		return g
	}
}

// setType3 measures the em of a Type 3 font by its bounding box, since its units are its own. It returns the scale of widths.
func (f *font) setType3(v pdf.Value) (scale float64) {
	m, b := v.Key("FontMatrix"), v.Key("FontBBox")
	scale = m.Index(0).Float64()
	low, high := b.Index(1).Float64()*m.Index(3).Float64(), b.Index(3).Float64()*m.Index(3).Float64()
	if h := high - low; h > 0 && h < 1e6 {
		f.em, f.ascent, f.descent = h, high, -low
	}
	if f.name == "" {
		f.name = v.Key("Name").Name()
	}
	return scale
}

// encodingOf lists the text of each byte, "" where it has none: the base encoding, then the differences.
func encodingOf(e pdf.Value, font pdf.Value) (texts [256]string) {
	base := e.Name()
	if e.Kind() == pdf.Dict {
		base = e.Key("BaseEncoding").Name()
	}
	table := charmap.Windows1252
	if base == "MacRomanEncoding" {
		table = charmap.Macintosh
	}
	for c := range texts {
		if r := table.DecodeByte(byte(c)); r >= ' ' && r != '\uFFFD' && (r < 0x7f || r >= 0xa0) {
			texts[c] = string(r)
		}
	}
	if base == "" {
		for c, r := range standardQuotes {
			texts[c] = r
		}
	}
	for c, n := range differences(e.Key("Differences")) {
		texts[c] = glyphText(n, byte(c), font)
	}
	return texts
}

// standardQuotes are where StandardEncoding, the default, differs from Windows' in what texts use.
var standardQuotes = map[byte]string{
	0x27: "’", 0x60: "‘", 0xa9: "'", 0xaa: "“", 0xae: "fi", 0xaf: "fl", 0xb1: "–", 0xb2: "†", 0xb3: "‡", 0xb4: "·",
	0xb7: "•", 0xb9: "„", 0xba: "”", 0xbc: "…", 0xd0: "—",
}

func differences(list pdf.Value) map[byte]string {
	out := map[byte]string{}
	code := int64(0)
	for i := 0; i < min(list.Len(), 1024); i++ {
		switch x := list.Index(i); x.Kind() {
		case pdf.Integer:
			code = x.Int64()
		case pdf.Name:
			if code >= 0 && code < 256 {
				out[byte(code)] = x.Name()
			}
			code++
		}
	}
	return out
}

var (
	uniName     = lazy.MustCompile(`^uni([0-9A-F]{4})+$`)
	uName       = lazy.MustCompile(`^u([0-9A-F]{4,6})$`)
	numberedSub = lazy.MustCompile(`^([A-Za-z]{1,3}|glyph|cid|index)[0-9]+$`) // g12, C0065: names that say nothing

	// unlisted names stand in no list, such as the number of a shape in hexadecimal (g3A1F): a name that is not found comes back as the
	// code itself, and names of the list that mean their code have no figures and no change from small to capital letters.
	unlisted = lazy.MustCompile(`[0-9]|[a-z][A-Z]|^[A-Z]{3,}$`)
)

// glyphText is the text of a glyph's name: uniXXXX, uXXXXX, or a name of Adobe's glyph list, which ledongthuc/pdf holds.
func glyphText(name string, code byte, font pdf.Value) string {
	name, _, _ = strings.Cut(name, ".") // a.alt
	if uniName.MatchString(name) {
		var out strings.Builder
		for i := 3; i+4 <= len(name); i += 4 {
			v, _ := strconv.ParseUint(name[i:i+4], 16, 32)
			out.WriteRune(rune(v))
		}
		return out.String()
	}
	if m := uName.FindStringSubmatch(name); m != nil {
		v, _ := strconv.ParseUint(m[1], 16, 32)
		return string(rune(v))
	}
	if name == "" || numberedSub.MatchString(name) {
		return ""
	}
	text := (&pdf.Font{V: font}).Encoder().Decode(string([]byte{code}))
	if text == string(rune(code)) && (len(name) == 1 && name != text || unlisted.MatchString(name)) || text < " " {
		return ""
	}
	return text
}
