package clause

// How labels are spelled in an address: as printed without white space, or as lawyers cite them (第二項～第五項).

import (
	"strconv"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

var rangeWords = strings.NewReplacer("から", "～", "及び", "・", "まで", "", "〜", "～", "~", "～")

func articleStep(n *node) ref.Step {
	text := plainLabel(n)
	text = rangeWords.Replace(text)
	return ref.Step{Kind: ref.Article, Text: text}
}

// plainLabel is the label as it stands in an address.
func plainLabel(n *node) string {
	if n.rd.weak && len(n.rd.num) == 1 { // meant, not printed: 二 for ニ
		switch n.style() {
		case kanjiStyle:
			return ref.Kanji(n.rd.num[0])
		case irohaStyle:
			return string([]rune(irohaOrder)[n.rd.num[0]-1])
		case aiueoStyle:
			return string([]rune(aiueoOrder)[n.rd.num[0]-1])
		}
	}
	var b strings.Builder
	for _, r := range n.c.Label {
		switch {
		case isSpace(r) || r == '/':
		case r == '～' || r == '〜':
			b.WriteRune('～')
		case r >= '⑴' && r <= '⒇' || r >= '㈠' && r <= '㈩' || r >= '⒜' && r <= '⒵':
			b.WriteString(opened(r))
		case r >= '！' && r <= '～' && n.style() != partStyle && kindOf(n.style(), false) != corpus.KindHeading:
			b.WriteRune(fold(r))
		default:
			b.WriteRune(kana(r))
		}
	}
	s := b.String()
	if n.style() == numberStyle || dottedDepth(n.style()) > 0 || n.style() == latinStyle || n.style() == romanStyle {
		s = strings.TrimRight(s, ".、,，")
	}
	if s == "" {
		return "¶"
	}
	return s
}

func opened(r rune) string {
	n, sample, _ := composed(r)
	switch sample {
	case "一":
		return "(" + ref.Kanji(n) + ")"
	case "a":
		return "(" + string(rune('a'+n-1)) + ")"
	}
	return "(" + strconv.Itoa(n) + ")"
}

func isKanjiNumber(label string) bool {
	return strings.ContainsAny(label, "〇一二三四五六七八九十百千")
}

// span spells a label, or a range of labels, as lawyers cite it: 第二項, 第二項～第五項, 第三号の二.
func span(n *node, unit string, kanji bool) string {
	text := spell(n.rd.num, unit, kanji)
	if n.rd.upto != nil {
		sign := "～"
		if follows(n.rd.num, n.rd.upto) {
			sign = "・"
		}
		text += sign + spell(n.rd.upto, unit, kanji)
	}
	return text
}

func spell(num []int, unit string, kanji bool) string {
	text := nth(num[0], unit, kanji)
	for _, n := range num[1:] {
		if kanji {
			text += "の" + ref.Kanji(n)
		} else {
			text += "の" + strconv.Itoa(n)
		}
	}
	return text
}

func nth(n int, unit string, kanji bool) string {
	if kanji {
		return "第" + ref.Kanji(n) + unit
	}
	return "第" + strconv.Itoa(n) + unit
}
