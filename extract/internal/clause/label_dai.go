package clause

// Headings of 公用文 and notices: 第１　趣旨, 第一　基準, 第三 （略）. White space must follow.
// Source: 公用文作成の要領.

var daiStyle = &style{name: "第", spaced: true, read: func(sc scan, i int) ([]int, int, bool) {
	if sc.peek(i) != '第' {
		return nil, i, false
	}
	n, end, ok := sc.numeral(i + 1)
	if !ok {
		return nil, i, false
	}
	num, end := sc.branches(end, []int{n})
	return num, end, true
}}
