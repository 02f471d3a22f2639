package clause

// What a label is, and the ordered table of all ways of numbering. Each way has its own file with its examples.

// style is one way of numbering.
type style struct {
	name string
	// rank orders the statutory levels whatever the document does first: 編 章 節 款 目 条 項 号. 0: learned from the document.
	rank int
	// spaced: the label needs white space (or a placeholder, or the line's end) behind it to be one.
	spaced bool
	// loose: white space behind the label is usual but may be missing; then the label holds only where a line certainly begins.
	loose bool
	// free: there is no series; every such label is as good as the next.
	free bool
	// read recognises a label at sc.r[i:]: its place in the series (branches behind it) and where it ends.
	read func(sc scan, i int) (num []int, end int, ok bool)
}

// styles in order of preference when a line can be read in several ways and the context does not decide.
var styles = []*style{
	partStyle,
	henStyle, bumonStyle, shoStyle, setsuStyle, kanStyle, mokuStyle,
	articleStyle, daiStyle,
	dottedStyles[4], dottedStyles[3], dottedStyles[2], dottedStyles[1], dottedStyles[0],
	codeStyle, questionStyle, answerStyle, noteStyle,
	numberStyle, kanjiStyle,
	irohaStyle, aiueoStyle,
	parenNumberStyle, parenKanjiStyle, parenIrohaStyle, parenAiueoStyle, parenRomanStyle, parenLatinStyle,
	circledStyle, circledKanaStyle,
	halfNumberStyle, halfIrohaStyle, halfAiueoStyle, halfRomanStyle, halfLatinStyle,
	romanStyle, latinStyle,
	bulletStyle,
}

// reading is one way to read the start of a line as a label.
type reading struct {
	style *style
	num   []int // place in the series: 第三条の二 is 3 2
	upto  []int // last place of a range (２～５), nil if the label is single
	end   int   // index in the scan behind the label
	// fixed: a delimiter or a gap behind the label shows that it ends there.
	fixed bool
	// weak: the character only looks like this label (二 for ニ); it holds where the series goes on.
	weak bool
}

// readings lists the ways to read the start of a line as a label, in the order of the table.
func readings(sc scan) []reading {
	if !opensLabel(sc.peek(0)) {
		return nil
	}
	var out []reading
	for _, s := range styles {
		num, end, ok := s.read(sc, 0)
		if !ok {
			continue
		}
		if rd, ok := readRange(sc, s, num, end); ok {
			out = append(out, rd)
			continue
		}
		gap := sc.gap[end] || s.loose && opensBracket(sc.peek(end)) || sc.peek(end-1) == '．'
		if !gap {
			if _, e, isPlaceholder := placeholderAt(sc, end); isPlaceholder && e == len(sc.r) {
				gap = true
			}
		}
		if s.spaced && !gap {
			continue
		}
		out = append(out, reading{style: s, num: num, end: end, weak: lookalike(s, sc.peek(0)), fixed: gap || !s.spaced && !s.loose && !particleAt(sc, end)})
	}
	return out
}

// opensLabel reports whether some style reads a label that begins with r. Most lines begin with a kanji or hiragana that opens none, and
// are spared forty recognisers.
func opensLabel(r rune) bool {
	if r < 'ぁ' || r > '龠' || r >= '゛' && r < '一' { // Latin letters, signs, katakana: any may
		return true
	}
	switch r {
	case '注', '備', '問', '答', '回':
		return true
	}
	return opensPart(r) || kanjiFigure(r) || lookalikes[r] != 0
}

// lookalike reports whether r is only like the label that s reads.
func lookalike(s *style, r rune) bool {
	switch s {
	case irohaStyle, aiueoStyle:
		return lookalikes[r] != 0
	case kanjiStyle:
		return r == 'ニ' || r == 'ハ'
	}
	return false
}

// particleAt reports whether what stands at i continues a sentence that cites the label: 「(1)に掲げる」「第三条の規定」.
func particleAt(sc scan, i int) bool {
	for _, p := range []string{"に", "の", "を", "は", "が", "と", "で", "も", "へ", "から", "まで", "又は", "及び", "並びに", "若しくは", "、", "，", "，", "中", "）", ")", "」", "・", "～", "〜", "以下", "以上", "ただし書", "本文", "柱書", "見出し", "前段", "後段", "各号", "関係", "第"} {
		if sc.has(i, p) {
			return true
		}
	}
	return false
}

// last is the place behind which the series goes on.
func (rd reading) last() []int {
	if rd.upto != nil {
		return rd.upto
	}
	return rd.num
}

// first reports whether num can open a series.
func first(num []int) bool { return len(num) == 0 || len(num) == 1 && num[0] == 1 }

// follows reports whether num is the next place after last: 3 → 4, 3 → 3の2, 3の2 → 3の3, 3の2 → 4.
func follows(last, num []int) bool {
	if len(last) == 0 || len(num) == 0 {
		return false
	}
	if len(num) == len(last)+1 && equal(last, num[:len(last)]) {
		return num[len(last)] == 2 || num[len(last)] == 1
	}
	for depth := min(len(last), len(num)); depth > 0; depth-- {
		if len(num) == depth && equal(last[:depth-1], num[:depth-1]) && num[depth-1] == last[depth-1]+1 {
			return true
		}
	}
	return false
}

// after reports whether num stands later in the series than last.
func after(last, num []int) bool {
	for i := 0; i < len(last) && i < len(num); i++ {
		if last[i] != num[i] {
			return num[i] > last[i]
		}
	}
	return len(num) > len(last)
}

func equal(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
