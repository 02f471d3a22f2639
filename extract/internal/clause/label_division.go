package clause

// Divisions of a rule: 第一編　総則, 第２章 届出, 第三節　雑則, 第１款 通則, 第一目, 第３部 検査, 第二章の二, 第１章 (略).
// 部 stands above 編 in some rules and below 章 in notices, so its level is learned.
// White space or a placeholder must follow, or a short title without a full stop: 「第一章総則」.
// Source: 法令標準XML Part, Chapter, Section, Subsection, Division.

import "strings"

var (
	henStyle   = divisionStyle("編", 11)
	bumonStyle = divisionStyle("部", 0)
	shoStyle   = divisionStyle("章", 12)
	setsuStyle = divisionStyle("節", 13)
	kanStyle   = divisionStyle("款", 14)
	mokuStyle  = divisionStyle("目", 15)
)

const longestDivisionTitle = 40

func divisionStyle(word string, rank int) *style {
	unit := []rune(word)[0]
	return &style{name: word, rank: rank, loose: true, read: func(sc scan, i int) ([]int, int, bool) {
		if sc.peek(i) != '第' {
			return nil, i, false
		}
		n, end, ok := sc.numeral(i + 1)
		if !ok || sc.peek(end) != unit {
			return nil, i, false
		}
		num, end := sc.branches(end+1, []int{n})
		rest := sc.from(end)
		if !sc.gap[end] && (particleAt(sc, end) || strings.Contains(rest, "。") || len([]rune(rest)) > longestDivisionTitle) && !rangeAhead(sc, end) {
			return nil, i, false
		}
		return num, end, true
	}}
}

// rangeAhead reports whether a range goes on at i: 第１部・第２部, 第三条から第五条まで.
func rangeAhead(sc scan, i int) bool {
	for _, sign := range rangeSigns {
		if sc.has(i, sign) {
			return sc.peek(i+len([]rune(sign))) == '第'
		}
	}
	return sc.has(i, "まで")
}
