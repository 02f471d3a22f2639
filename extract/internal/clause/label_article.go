package clause

// Articles: 第三条　…, 第３条の２　…, 第 12 条 …, 第三条（定義）…, 第七条　削除, 第二条から第五条まで　（略）.
// Behind the label stands white space, a caption, a placeholder or nothing; converters lose the white space (第１条この要綱は…),
// but a particle behind it (「第三条の規定により」) cites an article.
// Source: 法令標準XML ArticleTitle.

var articleStyle = &style{name: "条", rank: 60, loose: true, read: func(sc scan, i int) ([]int, int, bool) {
	if sc.peek(i) != '第' {
		return nil, i, false
	}
	n, end, ok := sc.numeral(i + 1)
	if !ok || sc.peek(end) != '条' {
		return nil, i, false
	}
	num, end := sc.branches(end+1, []int{n})
	return num, end, sc.gap[end] || !particleAt(sc, end) || rangeAhead(sc, end)
}}
