package lawxml

// Addresses from Num attributes. Num "3_2" of an article is 第三条の二; "7:9" is a range, 第七条～第九条; a range of two
// is 第七条・第八条. Titles are printed too freely to be the source (「第七条から第九条まで」), but they stand in where Num is missing.

import (
	"strconv"
	"strings"

	"shinkyu/corpus/lazy"
	"shinkyu/corpus/ref"
)

// step addresses n by its Num attribute: 第 + number + unit + branches.
func step(kind ref.Kind, n *node, unit, title string) (ref.Step, bool) {
	num := n.attr("Num")
	if num == "" {
		num = numOf(title)
	}
	first, last, isRange := strings.Cut(num, ":")
	a, ok := ordinal(first, unit)
	if !ok {
		return ref.Step{}, false
	}
	if isRange {
		b, ok := ordinal(last, unit)
		if !ok {
			return ref.Step{}, false
		}
		a += rangeSign(first, last) + b
	}
	return ref.Step{Kind: kind, Text: a}, true
}

func ordinal(num, unit string) (string, bool) {
	var b strings.Builder
	for i, part := range strings.Split(num, "_") {
		v, err := strconv.Atoi(part)
		if err != nil || v < 0 || v >= 1e8 {
			return "", false
		}
		if v == 0 && i > 0 {
			continue
		}
		if i == 0 {
			b.WriteString("第" + ref.Kanji(v) + unit)
		} else {
			b.WriteString("の" + ref.Kanji(v))
		}
	}
	return b.String(), true
}

// rangeSign: two neighbours are named, more are spanned.
func rangeSign(first, last string) string {
	a, errA := strconv.Atoi(first)
	b, errB := strconv.Atoi(last)
	if errA == nil && errB == nil && b == a+1 {
		return "・"
	}
	return "～"
}

var titleNumber = lazy.MustCompile(`^第?([〇一二三四五六七八九十百千0-9０-９]+)[編章節款目条項号]?((?:[のノ][〇一二三四五六七八九十百千0-9０-９]+)*)`)

// numOf reads a Num out of a printed title: 第三条の二 → 3_2; "" if there is none.
func numOf(title string) string {
	m := titleNumber.FindStringSubmatch(title)
	if m == nil {
		return ""
	}
	parts := append([]string{m[1]}, strings.FieldsFunc(m[2], func(r rune) bool { return r == 'の' || r == 'ノ' })...)
	for i, p := range parts {
		v, ok := ref.ParseNumeral(p)
		if !ok {
			return ""
		}
		parts[i] = strconv.Itoa(v)
	}
	return strings.Join(parts, "_")
}

var spelledRange = strings.NewReplacer("及び", "・", "から", "～", "まで", "", "　", "", " ", "")

// subitemLabel is a printed label as it stands in an address: （１） → (1), イからハまで → イ～ハ.
func subitemLabel(title string) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r < '～' {
			return r - 0xFEE0
		}
		return r
	}, spelledRange.Replace(title))
}

// lawNumber is the number of an amending law as it is cited: the date of promulgation, which older files carry, is
// left out, and its figures are written in full: 平成六年一二月一四日法律第一一六号 → 平成六年法律第百十六号.
func lawNumber(s string) string {
	s = cleanText(s)
	m := lawNumberRE.FindStringSubmatch(s)
	if m == nil {
		return s
	}
	return m[1] + figures(m[2]) + "年" + m[3] + "第" + figures(m[4]) + "号"
}

var lawNumberRE = lazy.MustCompile(`^(明治|大正|昭和|平成|令和)([〇一二三四五六七八九十百元0-9０-９]+)年(?:[〇一二三四五六七八九十0-9０-９]+月[〇一二三四五六七八九十0-9０-９]+日)?([^第]{1,20})第([〇一二三四五六七八九十百千0-9０-９]+)号$`)

func figures(s string) string {
	if v, ok := ref.ParseNumeral(s); ok && v > 0 && s != "元" {
		return ref.Kanji(v)
	}
	return s
}
