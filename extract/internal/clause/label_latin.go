package clause

// Letters and Roman figures with a point or white space: Ⅰ　総論, ⅱ．, IV. , A　…, ａ．…, b. …. A single letter opens many
// ordinary lines (「A社」), so white space or a point with white space must follow. Source: usage in reports and guidelines.

var (
	romanStyle = &style{name: "I", spaced: true, read: func(sc scan, i int) ([]int, int, bool) {
		n, ok := romanSign(sc.peek(i))
		if !ok {
			return nil, i, false
		}
		return []int{n}, pointAfter(sc, i+1), true
	}}
	latinStyle = &style{name: "A", spaced: true, read: func(sc scan, i int) ([]int, int, bool) {
		num, end, ok := insideLatin(sc, i)
		if !ok {
			return nil, i, false
		}
		if e := pointAfter(sc, end); e > end {
			return num, e, true
		}
		// a word of Latin letters behind a space is not a label's text
		next := fold(sc.peek(end))
		return num, end, !(next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z' || next >= '0' && next <= '9')
	}}
)

func pointAfter(sc scan, i int) int {
	if c := fold(sc.peek(i)); (c == '.' || c == '、' || c == '，' || c == ',') && !sc.gap[i] {
		return i + 1
	}
	return i
}
