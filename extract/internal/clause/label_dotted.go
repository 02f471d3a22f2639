package clause

// Numbers that carry their ancestors: 1.1 目的, 2.1.7. 検討, １－１　趣旨, 1.1.1.1.1. One style per depth, so that 2.1 closes 1.3.2.
// White space must follow: 「1.5倍」 and 「HTTP1.1」 are no labels. Source: usage in technical standards (統一基準).

import "strconv"

var dottedStyles = func() (out [5]*style) {
	for i := range out {
		out[i] = dotted(i + 2)
	}
	return
}()

func dotted(depth int) *style {
	return &style{name: "1.1/" + strconv.Itoa(depth), spaced: true, read: func(sc scan, i int) ([]int, int, bool) {
		var num []int
		for {
			n, end, ok := sc.digits(i)
			if !ok || end-i > 3 {
				return nil, i, false
			}
			num, i = append(num, n), end
			c := fold(sc.peek(i))
			if c == '.' && sc.gap[i+1] || c != '.' && c != '-' && c != '‐' && c != '－' || sc.gap[i] {
				if c == '.' && !sc.gap[i] {
					i++
				}
				return num, i, len(num) == depth && !counterAt(sc, i)
			}
			i++
		}
	}}
}
