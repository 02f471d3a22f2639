package pdf

import (
	"slices"
	"unicode/utf16"
)

// CMaps: from the bytes of a string to character codes, and from codes to CIDs (glyph numbers) or to Unicode.
//
// Embedded CMaps and ToUnicode CMaps have the same syntax and one type here. The predefined ones are computed
// (predefined.go): shipping Adobe's files would cost some megabytes for what x/text knows already.
// Source: Adobe Technical Note 5014; ISO 32000-1, 9.7.5 and 9.10.3.

// codec splits a string of a composite font into codes and tells what a code means.
type codec interface {
	// next takes one code of n ≥ 1 bytes off s, which is not empty.
	next(s []byte) (code uint32, n int)
	// cid is the glyph number of a code of n bytes.
	cid(code uint32, n int) uint32
	// text is the code's Unicode text, if the CMap itself tells it.
	text(code uint32, n int) (string, bool)
}

// identity is Identity-H and Identity-V: two bytes are a CID.
type identity struct{}

func (identity) next(s []byte) (uint32, int) {
	if len(s) == 1 {
		return uint32(s[0]), 1
	}
	return uint32(s[0])<<8 | uint32(s[1]), 2
}
func (identity) cid(code uint32, _ int) uint32          { return code }
func (identity) text(code uint32, n int) (string, bool) { return "", false }

// codeRange maps lo..hi to first, first+1 ...; in a codespace range first is not used and each byte has its own range.
type codeRange struct{ lo, hi, first uint32 }

// textRange maps lo..hi to a text whose last UTF-16 unit counts up.
type textRange struct {
	lo, hi uint32
	units  []uint16
}

// cmap is a parsed CMap. The index of the arrays is the code's length in bytes.
type cmap struct {
	base     codec // usecmap
	space    [5][]codeRange
	cids     [5][]codeRange // sorted by lo
	texts    [5]map[uint32]string
	ranges   [5][]textRange // sorted by lo
	vertical bool
}

func (m *cmap) next(s []byte) (uint32, int) {
	var code uint32
	for n := 1; n <= 4 && n <= len(s); n++ {
		code = code<<8 | uint32(s[n-1])
		for _, r := range m.space[n] {
			if inSpace(code, r, n) {
				return code, n
			}
		}
	}
	if m.base != nil {
		return m.base.next(s)
	}
	if n := m.shortest(); n <= len(s) { // no range fits: skip one code of the shortest kind
		return number32(s[:n]), n
	}
	return number32(s), len(s)
}

func (m *cmap) shortest() int {
	for n := 1; n <= 4; n++ {
		if len(m.space[n]) > 0 {
			return n
		}
	}
	return 2
}

// inSpace compares byte by byte: a codespace range is a rectangle.
func inSpace(code uint32, r codeRange, n int) bool {
	for shift := 0; shift < 8*n; shift += 8 {
		c := code >> shift & 255
		if c < r.lo>>shift&255 || c > r.hi>>shift&255 {
			return false
		}
	}
	return true
}

func (m *cmap) cid(code uint32, n int) uint32 {
	if r, ok := lookUp(m.cids[n], code); ok {
		return r.first + code - r.lo
	}
	if m.base != nil {
		return m.base.cid(code, n)
	}
	return 0
}

func (m *cmap) text(code uint32, n int) (string, bool) {
	if t, ok := m.texts[n][code]; ok {
		return t, true
	}
	rs := m.ranges[n]
	i, found := slices.BinarySearchFunc(rs, code, func(r textRange, c uint32) int { return int(int64(r.lo) - int64(c)) })
	if !found {
		i--
	}
	if i >= 0 && i < len(rs) && code <= rs[i].hi && len(rs[i].units) > 0 {
		u := slices.Clone(rs[i].units)
		u[len(u)-1] += uint16(code - rs[i].lo)
		return string(utf16.Decode(u)), true
	}
	if m.base != nil {
		return m.base.text(code, n)
	}
	return "", false
}

// echoes reports whether a ToUnicode CMap only gives the numbers back, as a distiller writes that knows no characters: nobody shows
// control characters, so a map of several of them to themselves is no map.
func (m *cmap) echoes() bool {
	n := 0
	for code := uint32(1); code < ' '; code++ {
		for size := 1; size <= 2; size++ {
			if t, ok := m.text(code, size); ok && t == string(rune(code)) && t != "\t" && t != "\n" && t != "\r" {
				n++
				break
			}
		}
	}
	return n >= 4
}

// lookUp finds the range with the greatest lo ≤ code.
func lookUp(rs []codeRange, code uint32) (codeRange, bool) {
	i, found := slices.BinarySearchFunc(rs, code, func(r codeRange, c uint32) int { return int(int64(r.lo) - int64(c)) })
	if !found {
		i--
	}
	if i >= 0 && i < len(rs) && code <= rs[i].hi {
		return rs[i], true
	}
	return codeRange{}, false
}

// number32 reads big-endian bytes.
func number32(b []byte) (v uint32) {
	for _, c := range b {
		v = v<<8 | uint32(c)
	}
	return v
}

// utf16Text decodes the destination of a bfchar.
func utf16Text(b []byte) string { return string(utf16.Decode(units(b))) }

func units(b []byte) []uint16 {
	if len(b) == 1 { // one byte where two are due: some producers
		return []uint16{uint16(b[0])}
	}
	u := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		u = append(u, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return u
}
