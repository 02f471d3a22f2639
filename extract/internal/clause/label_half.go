package clause

// Labels closed on one side: 1) １） ア） イ） i) ⅰ） a) Ａ）. White space or a word follows, no particle.
// Source: usage in notices and minutes.

var (
	halfNumberStyle = &style{name: "1)", read: half(insideNumber)}
	halfIrohaStyle  = &style{name: "イ)", read: half(insideKana(iroha))}
	halfAiueoStyle  = &style{name: "ア)", read: half(insideKana(aiueo))}
	halfRomanStyle  = &style{name: "i)", read: half(insideRoman)}
	halfLatinStyle  = &style{name: "a)", read: half(insideLatin)}
)

func half(read inside) func(sc scan, i int) ([]int, int, bool) {
	return func(sc scan, i int) ([]int, int, bool) {
		num, end, ok := read(sc, i)
		if !ok || fold(sc.peek(end)) != ')' || particleAt(sc, end+1) {
			return nil, i, false
		}
		return num, end + 1, true
	}
}
