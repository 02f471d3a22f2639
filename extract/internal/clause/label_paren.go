package clause

// Labels in brackets: (1) （１） ⑴ (十二) ㈠ (ア) (ｱ) (イ) (i) (ⅰ) (a) (Ａ) 【1】 not. One style for all widths, because
// tables mix them in one series. (イ) may be the first of いろは or the second of 五十音, (i) the first Roman figure or the ninth letter.
// The closing bracket ends the label, white space is not needed; but 「(1)に掲げる」 cites one.
// Source: 法令標準XML Subitem2Title …; 公用文作成の要領.

var (
	parenNumberStyle = &style{name: "(1)", read: paren(insideNumber)}
	parenKanjiStyle  = &style{name: "(一)", read: paren(insideKanji)}
	parenIrohaStyle  = &style{name: "(イ)", read: paren(insideKana(iroha))}
	parenAiueoStyle  = &style{name: "(ア)", read: paren(insideKana(aiueo))}
	parenRomanStyle  = &style{name: "(i)", read: paren(insideRoman)}
	parenLatinStyle  = &style{name: "(a)", read: paren(insideLatin)}
)

// inside reads what a bracket holds at i.
type inside func(sc scan, i int) (num []int, end int, ok bool)

func paren(read inside) func(sc scan, i int) ([]int, int, bool) {
	return func(sc scan, i int) ([]int, int, bool) {
		if n, style, ok := composed(sc.peek(i)); ok {
			num, _, fits := read(newScan(style), 0)
			if fits && len(num) == 0 {
				fits = false
			}
			if fits {
				return []int{n}, i + 1, true
			}
			return nil, i, false
		}
		if fold(sc.peek(i)) != '(' {
			return nil, i, false
		}
		num, end, ok := read(sc, i+1)
		if !ok || fold(sc.peek(end)) != ')' {
			return nil, i, false
		}
		num, end = sc.branches(end+1, num)
		return num, end, true
	}
}

// composed reads a bracketed label that is one character; sample is a label of its style without brackets.
func composed(r rune) (n int, sample string, ok bool) {
	switch {
	case r >= '⑴' && r <= '⒇':
		return int(r-'⑴') + 1, "1", true
	case r >= '㈠' && r <= '㈩':
		return int(r-'㈠') + 1, "一", true
	case r >= '⒜' && r <= '⒵':
		return int(r-'⒜') + 1, "a", true
	}
	return 0, "", false
}

func insideNumber(sc scan, i int) ([]int, int, bool) {
	n, end, ok := sc.digits(i)
	if !ok || n > 999 {
		return nil, i, false
	}
	num, end := sc.branches(end, []int{n})
	if c := fold(sc.peek(end)); c == '-' && digitAt(sc, end+1) {
		m, e, _ := sc.digits(end + 1)
		num, end = append(num, m), e
	}
	return num, end, true
}

func insideKanji(sc scan, i int) ([]int, int, bool) {
	n, end, ok := sc.kanji(i)
	return []int{n}, end, ok
}

func insideKana(order map[rune]int) inside {
	return func(sc scan, i int) ([]int, int, bool) {
		n := order[kana(sc.peek(i))]
		return []int{n}, i + 1, n > 0
	}
}

func insideRoman(sc scan, i int) ([]int, int, bool) {
	if n, ok := romanSign(sc.peek(i)); ok {
		return []int{n}, i + 1, true
	}
	end := i
	for end < len(sc.r) && end-i < 6 && fold(sc.r[end]) >= 'a' && fold(sc.r[end]) <= 'z' {
		end++
	}
	n, ok := roman(foldAll(sc.r[i:end]))
	return []int{n}, end, ok
}

func insideLatin(sc scan, i int) ([]int, int, bool) {
	switch r := fold(sc.peek(i)); {
	case r >= 'a' && r <= 'z':
		return []int{int(r-'a') + 1}, i + 1, true
	case r >= 'A' && r <= 'Z':
		return []int{int(r-'A') + 1}, i + 1, true
	}
	return nil, i, false
}

func foldAll(rs []rune) string {
	out := make([]rune, len(rs))
	for i, r := range rs {
		out[i] = fold(r)
	}
	return string(out)
}
