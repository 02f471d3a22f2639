package pdf

import "slices"

const (
	maxMappings    = 1 << 18 // of one CMap; a font has at most 65,536 codes
	maxDestination = 64      // bytes of UTF-16 for one code; the longest real ligatures have a dozen characters, and a code that claims pages of text is a bomb
)

// parseCMap reads a CMap. use finds the one named by usecmap; it may be nil. Entries that make no sense are left out.
func parseCMap(data []byte, use func(string) codec) *cmap {
	m := &cmap{}
	l := lexer{data: data}
	for left := maxMappings; left > 0; {
		op, ok := l.next()
		if !ok {
			break
		}
		if add := cmapOperators[string(op)]; add != nil {
			add(m, l.args)
			left -= len(l.args)
		}
		if a := l.args; string(op) == "usecmap" && len(a) > 0 && use != nil {
			m.base = use(string(a[len(a)-1].b))
		}
	}
	for n := range m.cids {
		slices.SortStableFunc(m.cids[n], func(a, b codeRange) int { return int(int64(a.lo) - int64(b.lo)) })
		slices.SortStableFunc(m.ranges[n], func(a, b textRange) int { return int(int64(a.lo) - int64(b.lo)) })
	}
	return m
}

var cmapOperators = map[string]func(*cmap, []operand){
	"endcodespacerange": func(m *cmap, a []operand) {
		for ; len(a) >= 2; a = a[2:] {
			if n, lo, hi, ok := codes(a[0], a[1]); ok {
				m.space[n] = append(m.space[n], codeRange{lo: lo, hi: hi})
			}
		}
	},
	"endcidrange": func(m *cmap, a []operand) {
		for ; len(a) >= 3; a = a[3:] {
			if n, lo, hi, ok := codes(a[0], a[1]); ok {
				m.cids[n] = append(m.cids[n], codeRange{lo, hi, uint32(a[2].num)})
			}
		}
	},
	"endcidchar": func(m *cmap, a []operand) {
		for ; len(a) >= 2; a = a[2:] {
			if n, lo, hi, ok := codes(a[0], a[0]); ok {
				m.cids[n] = append(m.cids[n], codeRange{lo, hi, uint32(a[1].num)})
			}
		}
	},
	"endbfchar": func(m *cmap, a []operand) {
		for ; len(a) >= 2; a = a[2:] {
			if n, lo, _, ok := codes(a[0], a[0]); ok && a[1].kind == str {
				m.setText(n, lo, a[1].b)
			}
		}
	},
	"endbfrange": func(m *cmap, a []operand) {
		for ; len(a) >= 3; a = a[3:] {
			n, lo, hi, ok := codes(a[0], a[1])
			switch {
			case !ok, len(a[2].b) > maxDestination:
			case a[2].kind == str:
				m.ranges[n] = append(m.ranges[n], textRange{lo, hi, units(a[2].b)})
			default:
				for i, t := range a[2].list[:min(uint64(len(a[2].list)), uint64(hi-lo)+1)] {
					m.setText(n, lo+uint32(i), t.b)
				}
			}
		}
	},
	"def": func(m *cmap, a []operand) {
		if len(a) >= 2 && string(a[len(a)-2].b) == "WMode" {
			m.vertical = a[len(a)-1].num == 1
		}
	},
}

func (m *cmap) setText(n int, code uint32, dst []byte) {
	if len(dst) > maxDestination {
		return
	}
	if m.texts[n] == nil {
		m.texts[n] = map[uint32]string{}
	}
	m.texts[n][code] = utf16Text(dst)
}

// codes reads the two ends of a range; both have the same length of 1 to 4 bytes.
func codes(a, b operand) (n int, lo, hi uint32, ok bool) {
	n = len(a.b)
	if a.kind != str || b.kind != str || n < 1 || n > 4 || len(b.b) != n {
		return 0, 0, 0, false
	}
	lo, hi = number32(a.b), number32(b.b)
	return n, lo, hi, lo <= hi
}
