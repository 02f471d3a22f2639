package token

// Legal units of text: references, dates, amounts, quotations and endings. Each is one file's worth of drafting custom but
// a few lines of code, so they share this file; the order in which they are tried is the table in token.go.
// All look at text without white space and with widths folded.

import (
	"slices"
	"strings"
)

const numerals = "〇一二三四五六七八九十百千万元0123456789"

func isNumeral(r rune) bool { return strings.ContainsRune(numerals, r) }

// number returns the length of a numeral at at, 0 for none. Digits may hold a decimal point or group commas.
func number(text []rune, at int) int {
	n := 0
	for at+n < len(text) {
		r := text[at+n]
		if isNumeral(r) || n > 0 && (r == '.' || r == ',') && at+n+1 < len(text) && text[at+n+1] >= '0' && text[at+n+1] <= '9' && text[at+n-1] >= '0' && text[at+n-1] <= '9' {
			n++
			continue
		}
		break
	}
	return n
}

func has(text []rune, at int, word string) bool {
	for _, r := range word {
		if at >= len(text) || text[at] != r {
			return false
		}
		at++
	}
	return true
}

// words is a set of words by first rune, the longest first.
type words map[rune][][]rune

func set(list ...string) words {
	w := words{}
	for _, s := range list {
		r := []rune(s)
		w[r[0]] = append(w[r[0]], r)
	}
	for _, l := range w {
		slices.SortStableFunc(l, func(a, b []rune) int { return len(b) - len(a) })
	}
	return w
}

// longest returns the length in runes of the longest of w that stands at at, 0 for none.
func longest(text []rune, at int, w words) int {
	if at >= len(text) {
		return 0
	}
	for _, r := range w[text[at]] {
		if at+len(r) <= len(text) && slices.Equal(text[at:at+len(r)], r) {
			return len(r)
		}
	}
	return 0
}

var eras = set("明治", "大正", "昭和", "平成", "令和", "西暦")

// takeDate: 令和五年六月九日, 令和5年(2023年)6月9日, 平成年月日 (left blank in a draft), 2026年4月1日, 令和七年度. A year alone needs its era
// or four digits: 三年 is an amount. A day of every year is a date as well: 六月三十日, 毎年五月; 三月 alone is an amount.
func takeDate(text []rune, at int) int {
	n := longest(text, at, eras)
	era := n > 0
	y := number(text, at+n)
	if !era && !(y == 4 && text[at] >= '0' && text[at] <= '9') {
		return dayOfYear(text, at, y)
	}
	n += y
	if !has(text, at+n, "年") {
		return 0
	}
	n++
	if has(text, at+n, "度") {
		return n + 1
	}
	if has(text, at+n, "(") { // the other calendar in brackets
		m := n + 1
		m += longest(text, at+m, eras)
		if k := number(text, at+m); k > 0 && has(text, at+m+k, "年") {
			m += k + 1
			if has(text, at+m, ")") {
				n = m + 1
			}
		}
	}
	m := number(text, at+n)
	if has(text, at+n+m, "月") && (m > 0 || y == 0) {
		n += m + 1
		d := number(text, at+n)
		if has(text, at+n+d, "日") && (d > 0 || y == 0) {
			n += d + 1
		}
	}
	return n
}

// dayOfYear: 六月三十日, and 五月 behind 毎年; n is the length of the numeral at at. 一月十日間 is an amount.
func dayOfYear(text []rune, at, n int) int {
	if n == 0 || n > 2 || !has(text, at+n, "月") {
		return 0
	}
	n++
	if d := number(text, at+n); d > 0 && d <= 3 && has(text, at+n+d, "日") && !has(text, at+n+d+1, "間") && !has(text, at+n+d+1, "以") {
		return n + d + 1
	}
	for _, year := range []string{"毎年", "翌年", "前年", "同年"} {
		if k := len([]rune(year)); at >= k && has(text, at-k, year) && !has(text, at+n, "以") {
			return n
		}
	}
	return 0
}

// steps of a reference that carry a number, and what may stand after it.
var steps = set("編", "章", "節", "款", "目", "条", "項", "号", "部")

// relative words that are references by themselves or before a step: 前項, 同条, 次条, 本条, 前三条, 各号.
var relatives = set("前", "次", "同", "本", "各")

var tails = set("本文", "ただし書", "前段", "後段", "各号列記以外の部分", "柱書")

// numbered nouns are references with a number behind them.
var numbered = set("注", "図", "表", "付表", "別紙", "別添", "別図", "付録", "区分番号")

// takeReference: 第三条の二第一項第一号イ, 前三条, 同項ただし書, 別表第一, 様式第2号. 法 before it stays a word of its own.
func takeReference(text []rune, at int) int {
	n := 0
	switch {
	case has(text, at, "別表") || has(text, at, "様式") || has(text, at, "別記"):
		n = 2
		if has(text, at+n, "第") {
			if k := number(text, at+n+1); k > 0 {
				n += 1 + k
				n += branch(text, at+n)
				if has(text, at+n, "号") {
					n++
				}
			}
		}
		return n
	case has(text, at, "附則"):
		n = 2
	case longest(text, at, numbered) > 0: // 注10, 図1: a noun that is cited by its number
		k := longest(text, at, numbered)
		if d := number(text, at+k); d > 0 && !(at+k+d < len(text) && (text[at+k+d] == '-' || text[at+k+d] == '_' || Script(text[at+k+d]) == Kanji)) {
			return k + d
		}
		return 0
	}
	for {
		k := takeStep(text, at+n)
		if k == 0 {
			break
		}
		n += k
	}
	if n == 0 || n == 2 && has(text, at, "附則") {
		return n
	}
	n += subitem(text, at+n)
	return n + longest(text, at+n, tails)
}

func takeStep(text []rune, at int) int {
	if has(text, at, "第") {
		k := number(text, at+1)
		if k == 0 {
			return 0
		}
		u := longest(text, at+1+k, steps)
		if u == 0 || has(text, at+1+k, "目的") || has(text, at+1+k, "部門") {
			return 0
		}
		return 1 + k + u + branch(text, at+1+k+u)
	}
	if r := longest(text, at, relatives); r > 0 {
		k := number(text, at+r)
		u := longest(text, at+r+k, steps)
		if u == 0 || has(text, at+r+k, "目的") || has(text, at+r+k, "部") || has(text, at+r+k, "節約") {
			return 0
		}
		if has(text, at+r+k, "項目") || has(text, at+r+k, "条件") || has(text, at+r+k, "条例") || has(text, at+r+k, "章程") {
			return 0
		}
		return r + k + u
	}
	return 0
}

// branch: の二, の二の三 behind a step. 第三条の二 is an article, 第三条の二人 is not thought of.
func branch(text []rune, at int) int {
	n := 0
	for has(text, at+n, "の") {
		k := number(text, at+n+1)
		if k == 0 {
			break
		}
		n += 1 + k
	}
	return n
}

// subitem: イ or (1) directly behind 号 or 項.
func subitem(text []rune, at int) int {
	if at < 1 || at >= len(text) {
		return 0
	}
	if prev := text[at-1]; prev != '号' && prev != '項' {
		return 0
	}
	if r := text[at]; r >= 'ァ' && r <= 'ヶ' && (at+1 >= len(text) || Script(text[at+1]) != Katakana) {
		return 1
	}
	return 0
}

// units behind a number make an amount. Longer ones first is not needed: the longest wins.
var units = set(
	"日", "日前", "日後", "月前", "月後", "か月前", "か月後", "年前", "年後", "週間前", "時間前", "か月", "箇月", "カ月", "ヶ月", "ケ月", "月", "年", "年度", "週", "週間", "日間", "か月間", "箇月間", "年間", "時", "時間", "分", "分間", "秒",
	"円", "万円", "億円", "点", "人", "名", "回", "回分", "件", "部", "枚", "台", "か所", "箇所", "箇年", "歳", "倍", "割", "分", "厘", "％", "%", "パーセント",
	"メートル", "キロメートル", "センチメートル", "ミリメートル", "平方メートル", "立方メートル", "平方キロメートル", "ヘクタール", "アール", "海里",
	"グラム", "ミリグラム", "キログラム", "トン", "リットル", "ミリリットル", "文字", "桁", "ビット", "バイト", "キロバイト", "メガバイト", "ギガバイト",
	"ワット", "キロワット", "キロワット時", "ボルト", "アンペア", "ヘルツ", "デシベル", "ルクス", "パスカル", "シーベルト", "ミリシーベルト", "ベクレル", "カロリー", "キロカロリー", "キロ",
	"km", "cm", "mm", "m", "kg", "mg", "g", "KB", "MB", "GB", "TB", "kW", "kWh", "ppm", "dB", "℃", "度",
	"級", "次", "種", "種類", "室", "床", "単位", "世帯", "営業日", "時限", "冊", "席", "匹", "頭", "羽", "本", "通", "袋", "箱", "着", "足", "基", "棟", "戸", "軒", "隻", "両", "口", "株", "票",
	"問", "頁", "ページ", "列", "段", "段階", "層", "階", "組", "班", "期", "学級", "学年", "科目", "項目", "品目", "区画", "車線", "往復", "泊", "食", "巻", "語", "親等", "系統", "地点", "か国",
)

// takeAmount: 三十日, ２回分, 百分の五十, 二分の一, 一割二分, 七割, 午後六時三十分. 第… is a reference and never gets here with its number.
func takeAmount(text []rune, at int) int {
	if at > 0 && (text[at-1] == '第' || isNumeral(text[at-1])) {
		return 0
	}
	k := number(text, at)
	if k == 0 {
		return 0
	}
	if has(text, at+k, "・") { // 七・三パーセント: a decimal point between kanji numerals, if a rate follows
		if m := number(text, at+k+1); m > 0 && longest(text, at+k+1+m, rates) > 0 {
			k += 1 + m
		}
	}
	if has(text, at+k, "分の") { // a fraction
		if m := number(text, at+k+2); m > 0 {
			return k + 2 + m
		}
	}
	u := longest(text, at+k, units)
	if u == 0 {
		if longest(text, at+k, bounds) > 0 {
			return k // 四以上: the unit stands elsewhere
		}
		return 0
	}
	if u == 1 && ambiguous(text, at, k) {
		return 0
	}
	n := k + u
	if has(text, at+k, "割") || has(text, at+k, "分") || has(text, at+k, "時") { // 一割二分, 一分二厘, 六時三十分
		if m := number(text, at+n); m > 0 && longest(text, at+n+m, smallUnits) > 0 {
			n += m + 1
		}
	}
	return n
}

// rates are the units that kanji numerals with a decimal point have.
var rates = set("パーセント", "％", "%", "倍", "割", "キロメートル", "メートル", "センチメートル", "ミリメートル", "平方メートル", "キログラム", "グラム", "リットル", "時間", "か月")

// bounds behind a bare number make it an amount.
var bounds = set("以上", "以下", "未満", "を超え", "を上回", "を下回")

var smallUnits = set("分", "厘", "秒")

// ambiguous reports whether a numeral with a unit of one kanji is more likely a word: 一部, 一時的, 一次, 一部分, 十分な, 一級河川.
func ambiguous(text []rune, at, k int) bool {
	unit := text[at+k]
	if !strings.ContainsRune("部時次種級分台割室床冊席匹頭羽本通袋箱着足基棟戸軒隻両口株票問頁列段層階組班期度食巻語泊", unit) {
		return false
	}
	var after rune
	if at+k+1 < len(text) {
		after = text[at+k+1]
	}
	if isNumeral(after) && number(text, at+k+1) > 0 {
		return false // 六時三十分, 一割二分
	}
	if strings.ContainsRune("間以未超前後", after) {
		return false
	}
	one := k == 1 && (text[at] == '一' || text[at] == '十' && unit == '分')
	if !one && unit == '部' && !strings.ContainsRune("会門長分局署隊員", after) {
		return false // 五部提出する; 一部 is a word
	}
	return one || Script(after) == Kanji
}

// takeQuote: a short quotation is one word: 「NISC」. A long one is text and is cut like text.
func takeQuote(text []rune, at int) int {
	if text[at] != '「' && text[at] != '『' {
		return 0
	}
	closing := map[rune]rune{'「': '」', '『': '』'}[text[at]]
	for n := 1; n <= 14 && at+n < len(text); n++ {
		switch text[at+n] {
		case closing:
			if n == 1 {
				return 0
			}
			return n + 1
		case text[at], '。':
			return 0
		}
	}
	return 0
}

// endings are the stock ends of a sentence and the joints of a legal sentence that change as one.
var endings = set(
	"しなければならない", "なければならない", "してはならない", "てはならない", "するよう努めなければならない", "努めなければならない", "努めるものとする", "努める",
	"するものとする", "ものとする", "することとする", "こととする", "することができる", "ことができる", "することができない", "ことができない",
	"必要がある", "することを要しない", "ことを要しない", "望ましい", "という", "をいう", "以下同じ",
	"について", "については", "についても", "に関して", "に関しては", "に関しても", "に対して", "に対しては", "に対しても", "において", "においては", "においても",
	"に関する", "に対する", "における", "に基づく", "に基づき", "に基づいて", "に係る", "による", "により", "によって", "のため", "ための", "にかかわらず",
	"ただし", "この場合において", "及び", "並びに", "又は", "若しくは", "その他の", "その他", "とともに", "しつつ", "ときは", "とき", "場合には", "である",
	"直ちに", "速やかに", "遅滞なく", "あらかじめ", "必要に応じ", "原則として", "やむを得ない",
	"また", "なお", "から", "まで", "もの", "こと", "よう", "これら", "これ", "それぞれ", "それ", "ほか", "する", "した", "して", "される", "された", "行う", "定める",
)

func takeEnding(text []rune, at int) int { return longest(text, at, endings) }

// takeStock: words that stand before or behind another without being one word with it: 当該職員, ２回以上実施する.
func takeStock(text []rune, at int) int { return longest(text, at, stock) }

var stock = set("当該", "以上", "以内", "未満")
