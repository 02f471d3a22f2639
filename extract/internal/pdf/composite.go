package pdf

import (
	"strings"

	"github.com/ledongthuc/pdf"
)

// Composite (Type0) fonts: ISO 32000-1, 9.7. Their glyphs have numbers (CIDs), and so have their widths.

// metrics are the widths of a CIDFont in thousandths of an em.
type metrics struct {
	width    map[uint32]float64
	standard float64               // DW
	vertical map[uint32][3]float64 // advance, x and y of the vertical origin
	dw2      [2]float64            // y of the vertical origin, advance
}

const maxCID = 1 << 16

func readComposite(f *font, v pdf.Value, toUnicode *cmap, data streams) {
	d := v.Key("DescendantFonts").Index(0)
	f.setHeights(d.Key("FontDescriptor"))
	unicodeCIDs := d.Key("CIDSystemInfo").Key("Ordering").RawString() == "Identity" && d.Key("CIDToGIDMap").Kind() == pdf.Stream
	japan := strings.HasPrefix(d.Key("CIDSystemInfo").Key("Ordering").RawString(), "Japan1")
	encoding := v.Key("Encoding")
	if encoding.Kind() == pdf.Stream {
		m := parseCMap(data.read(encoding, maxCMapSize), usable)
		if base := encoding.Key("UseCMap"); m.base == nil && base.Kind() == pdf.Name {
			m.base = usable(base.Name())
		}
		f.codec, f.vertical = m, m.vertical || encoding.Key("WMode").Int64() == 1
	} else {
		f.codec, f.vertical = predefined(encoding.Name())
	}
	if f.codec == nil {
		f.missing, f.codec = encoding.Name(), identity{}
	}
	m := readMetrics(d)
	f.find = func(code uint32, n int) glyph {
		cid := f.codec.cid(code, n)
		g := glyph{width: m.widthOf(cid) / 1000}
		g.text, g.known = textOf(toUnicode, code, n)
		if !g.known {
			g.text, g.known = f.codec.text(code, n)
		}
		if !g.known && unicodeCIDs && toUnicode == nil && cid >= ' ' { // why else would the CIDs not be the font's own numbers
			g.text, g.known = string(rune(cid)), true
		}
		if !g.known && japan && f.missing == "" {
			var r rune
			r, g.known = japan1().rune[cid]
			g.text = string(r)
		}
		o := m.originOf(cid, g.width*1000)
		g.advance, g.vx, g.vy = o[0]/1000, o[1]/1000, o[2]/1000
		return g
	}
}

func (m *metrics) widthOf(cid uint32) float64 {
	if w, ok := m.width[cid]; ok {
		return w
	}
	return m.standard
}

func (m *metrics) originOf(cid uint32, width float64) [3]float64 {
	if o, ok := m.vertical[cid]; ok {
		return o
	}
	return [3]float64{m.dw2[1], width / 2, m.dw2[0]}
}

func readMetrics(d pdf.Value) *metrics {
	m := &metrics{width: map[uint32]float64{}, standard: 1000, vertical: map[uint32][3]float64{}, dw2: [2]float64{880, -1000}}
	if dw := d.Key("DW"); !dw.IsNull() {
		m.standard = dw.Float64()
	}
	if dw2 := d.Key("DW2"); dw2.Len() == 2 {
		m.dw2 = [2]float64{dw2.Index(0).Float64(), dw2.Index(1).Float64()}
	}
	eachRun(d.Key("W"), 1, func(cid uint32, v []float64) { m.width[cid] = v[0] })
	eachRun(d.Key("W2"), 3, func(cid uint32, v []float64) { m.vertical[cid] = [3]float64{v[0], v[1], v[2]} })
	return m
}

// eachRun reads W and W2: "first [v v ...]" or "first last v", where a v is n numbers.
func eachRun(w pdf.Value, n int, set func(cid uint32, v []float64)) {
	v := make([]float64, n)
	for i := 0; i+1 < w.Len(); {
		cid, second := w.Index(i).Int64(), w.Index(i+1)
		if cid < 0 || cid >= maxCID {
			cid = maxCID
		}
		if second.Kind() == pdf.Array {
			for k := 0; k+n <= second.Len() && cid < maxCID; k += n {
				for j := range v {
					v[j] = second.Index(k + j).Float64()
				}
				set(uint32(cid), v)
				cid++
			}
			i += 2
			continue
		}
		for j := range v {
			v[j] = w.Index(i + 2 + j).Float64()
		}
		for last := min(second.Int64(), maxCID-1); cid <= last; cid++ {
			set(uint32(cid), v)
		}
		i += 2 + n
	}
}
