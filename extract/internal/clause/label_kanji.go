package clause

// Kanji numbers, the 号 of laws: 一　…, 十二　…, 三の二　…, 一～四　（略）, 八（略）, 第二号　（略）.
// A bare kanji may open a sentence (「一 般」 never, but 「二人以上」 does), so white space must follow.
// Source: 法令標準XML ItemTitle.

var kanjiStyle = &style{name: "一", rank: 80, spaced: true, read: func(sc scan, i int) ([]int, int, bool) {
	if sc.peek(i) == '第' {
		n, end, ok := sc.numeral(i + 1)
		if !ok || sc.peek(end) != '号' {
			return nil, i, false
		}
		num, end := sc.branches(end+1, []int{n})
		return num, end, true
	}
	n, end, ok := sc.kanji(i)
	if !ok {
		switch sc.peek(i) { // look-alikes
		case 'ニ':
			n, end = 2, i+1
		case 'ハ':
			n, end = 8, i+1
		default:
			return nil, i, false
		}
	}
	num, end := sc.branches(end, []int{n})
	return num, end, true
}}
