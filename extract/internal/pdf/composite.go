package pdf

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/ledongthuc/pdf"
)

// Composite (Type0) fonts: ISO 32000-1, 9.7. Their glyphs have numbers (CIDs), and so have their widths.

// metrics are the widths of a CIDFont in thousandths of an em.
type metrics struct {
	width    []metricRun
	standard float64 // DW
	vertical []metricRun
	dw2      [2]float64 // y of the vertical origin, advance
}

// metricRun are the values of the CIDs from lo to hi: n numbers for each, or n that hold for all. Runs are not spread
// over a table of CIDs: "0 65535 500" is a dozen bytes in a file.
type metricRun struct {
	lo, hi int64
	values []float64
}

func readComposite(f *font, v pdf.Value, toUnicode *cmap, data *streams) {
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
	own := sync.OnceValues(func() (meanings, []byte) {
		if d.Key("Subtype").Name() != "CIDFontType2" { // the CIDs of others are no glyph numbers
			return nil, nil
		}
		var toGlyph []byte
		if s := d.Key("CIDToGIDMap"); s.Kind() == pdf.Stream {
			toGlyph = data.read(s, 2<<16)
		}
		return charactersOf(programOf(d, data)), toGlyph
	})
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
		if !g.known {
			characters, toGlyph := own()
			if id, ok := glyphOf(cid, toGlyph); ok && characters[id] != 0 {
				g.text, g.known = string(characters[id]), true
			}
		}
		g.advance, g.vx, g.vy = m.originOf(cid, g.width*1000)
		g.advance, g.vx, g.vy = g.advance/1000, g.vx/1000, g.vy/1000
		return g
	}
}

func (m *metrics) widthOf(cid uint32) float64 {
	if v := valuesOf(m.width, cid, 1); v != nil {
		return v[0]
	}
	return m.standard
}

// originOf is the vertical advance and the x and y of the vertical origin.
func (m *metrics) originOf(cid uint32, width float64) (advance, x, y float64) {
	if v := valuesOf(m.vertical, cid, 3); v != nil {
		return v[0], v[1], v[2]
	}
	return m.dw2[1], width / 2, m.dw2[0]
}

// valuesOf finds the n numbers of a CID, nil if no run has it.
func valuesOf(runs []metricRun, cid uint32, n int) []float64 {
	c := int64(cid)
	i, found := slices.BinarySearchFunc(runs, c, func(r metricRun, c int64) int { return cmp.Compare(r.lo, c) })
	if !found {
		i--
	}
	if i < 0 || c > runs[i].hi {
		return nil
	}
	if v := runs[i].values; len(v) > n {
		return v[int(c-runs[i].lo)*n:]
	}
	return runs[i].values
}

func readMetrics(d pdf.Value) *metrics {
	m := &metrics{standard: 1000, dw2: [2]float64{880, -1000}}
	if dw := d.Key("DW"); !dw.IsNull() {
		m.standard = dw.Float64()
	}
	if dw2 := numbers(d.Key("DW2"), 2); dw2 != nil {
		m.dw2 = [2]float64(dw2)
	}
	m.width = readRuns(d.Key("W"), 1)
	m.vertical = readRuns(d.Key("W2"), 3)
	return m
}

// readRuns reads W and W2: "first [v v ...]" or "first last v", where a v is n numbers.
func readRuns(w pdf.Value, n int) (runs []metricRun) {
	for i := 0; i+1 < w.Len(); {
		r := metricRun{lo: w.Index(i).Int64()}
		if second := w.Index(i + 1); second.Kind() == pdf.Array {
			for k := range second.Len() - second.Len()%n {
				r.values = append(r.values, second.Index(k).Float64())
			}
			r.hi = r.lo + int64(len(r.values)/n) - 1
			i += 2
		} else {
			for k := range n {
				r.values = append(r.values, w.Index(i+2+k).Float64())
			}
			r.hi = second.Int64()
			i += 2 + n
		}
		if r.lo >= 0 && r.lo <= r.hi {
			runs = append(runs, r)
		}
	}
	slices.SortStableFunc(runs, func(a, b metricRun) int { return cmp.Compare(a.lo, b.lo) })
	return runs
}
