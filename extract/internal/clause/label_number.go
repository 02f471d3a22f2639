package clause

// Arabic numbers: ２　前項の…, 1 目的, ３．適用, 4. 用語, 第２項　（略). Under an article they are its 項.
// White space or a point must follow, and no counter: 「３ 月以内」 and 「10 年」 are quantities.
// Source: 法令標準XML ParagraphNum; 公用文作成の要領.

import "strings"

var numberStyle = &style{name: "1", rank: 70, read: func(sc scan, i int) ([]int, int, bool) {
	if sc.peek(i) == '第' {
		n, end, ok := sc.numeral(i + 1)
		return []int{n}, end + 1, ok && sc.peek(end) == '項' && sc.gap[end+1]
	}
	if sc.peek(i) == '○' && !sc.gap[i+1] { // 公布時に項番号のない法令に編集者が付した番号
		i++
	}
	n, end, ok := sc.digits(i)
	if !ok || n > 999 {
		return nil, i, false
	}
	num := []int{n}
	if num, e := sc.branches(end, num); e > end && sc.gap[e] {
		return num, e, true
	}
	if strings.ContainsRune(".．、，", sc.peek(end)) && (sc.gap[end+1] || !digitAt(sc, end+1)) {
		return num, end + 1, true
	}
	if sc.gap[end] {
		return num, end, !counterAt(sc, end)
	}
	if _, e, isPlaceholder := placeholderAt(sc, end); isPlaceholder && e == len(sc.r) {
		return num, end, true
	}
	return num, end, rangeDigits(sc, end)
}}

func digitAt(sc scan, i int) bool {
	_, _, ok := sc.digits(i)
	return ok
}

// rangeDigits reports whether another number follows a sign of range. A comma and three digits go on in an amount: １,２００円.
func rangeDigits(sc scan, i int) bool {
	if fold(sc.peek(i)) == ',' {
		n := 0
		for d := fold(sc.peek(i + 1)); d >= '0' && d <= '9'; d = fold(sc.peek(i + 1 + n)) {
			n++
		}
		if n == 3 {
			return false
		}
	}
	for _, sign := range rangeSigns {
		if sc.has(i, sign) && digitAt(sc, i+len([]rune(sign))) {
			return true
		}
	}
	return sc.has(i, "まで")
}

// counterAt reports whether a unit of measure stands at i, which makes the number before it a quantity.
func counterAt(sc scan, i int) bool {
	for _, u := range []string{"年", "月", "日", "時", "分", "秒", "週", "人", "名", "件", "円", "万", "億", "％", "%", "個", "回", "か月", "ヶ月", "箇月", "点", "号", "条", "項", "章", "歳", "倍", "割", "枚", "以上", "以下", "未満", "階", "台", "度"} {
		if sc.has(i, u) {
			rest := sc.from(i + len([]rune(u)))
			// 「2 点検」「3 人事」「1 回答」 are titles: a quantity goes on in kana, digits, a sign, or ends.
			for _, r := range rest {
				return u == "年" || u == "月" || u == "条" || u == "項" || r >= 'ぁ' && r <= 'ん' || r >= '0' && r <= '9' || r >= '０' && r <= '９' || strings.ContainsRune("、。（）()・第間以", r)
			}
			return true
		}
	}
	return false
}
