package clause

// Circled labels: ① … ㊿, ❶, ㋐ ㋑ ㋒ (五十音), 丸囲み. The sign ends itself; 「①及び②」 cites them.
// Source: usage in guidelines; in old laws ① is an editor's 項 number (法令標準XML OldNum).

var (
	circledStyle = &style{name: "①", read: func(sc scan, i int) ([]int, int, bool) {
		n, ok := circled(sc.peek(i))
		return []int{n}, i + 1, ok
	}}
	circledKanaStyle = &style{name: "㋐", read: func(sc scan, i int) ([]int, int, bool) {
		r := sc.peek(i)
		return []int{int(r-'㋐') + 1}, i + 1, r >= '㋐' && r <= '㋾'
	}}
)
