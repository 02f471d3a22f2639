package clause

// Kana labels: イ　ロ　ハ in laws (いろは order), ア　イ　ウ in 例規 and notices (五十音 order), ロ（略）, ハ～ホ　（略).
// Which order is meant is known only from the neighbours: both readings are offered. Kana look like kanji
// (カ力 ロ口 ニ二 ハ八), so those are offered too and hold only where the series goes on. White space or a point must follow.
// Source: 法令標準XML Subitem1Title; 公用文作成の要領.

var (
	irohaStyle = &style{name: "イ", spaced: true, read: kanaRead(iroha)}
	aiueoStyle = &style{name: "ア", spaced: true, read: kanaRead(aiueo)}
)

func kanaRead(order map[rune]int) func(sc scan, i int) ([]int, int, bool) {
	return func(sc scan, i int) ([]int, int, bool) {
		r := kana(sc.peek(i))
		n := order[r]
		if n == 0 && order[lookalikes[r]] > 1 { // ィ and 工 cannot open a series
			n = order[lookalikes[r]]
		}
		if n == 0 {
			return nil, i, false
		}
		end := i + 1
		if c := sc.peek(end); c == '．' || c == '.' {
			return []int{n}, end + 1, true
		}
		num, end := sc.branches(end, []int{n})
		return num, end, true
	}
}
