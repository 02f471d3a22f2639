package lineage

// Labels that count without numbers: ア イ ウ, イ ロ ハ, a b c, ①. イ belongs to two series; a range tells which one is meant,
// because its ends are near each other there (イ～ニ are four letters of the いろは, and twenty-two of the 五十音).

import "strings"

var serieses = [][]rune{
	[]rune("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"),
	[]rune("イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"),
	[]rune("abcdefghijklmnopqrstuvwxyz"),
	[]rune("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
	[]rune("ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ"),
}

// sign is the one letter of a label without its brackets, 0 if there are more.
func sign(label string) rune {
	r := []rune(strings.Trim(label, "()（） 　.．"))
	if len(r) != 1 {
		return 0
	}
	if r[0] >= 'ａ' && r[0] <= 'ｚ' {
		return r[0] - 'ａ' + 'a'
	}
	return r[0]
}

func indexIn(series []rune, r rune) int {
	for i, s := range series {
		if s == r && r != 0 {
			return i + 1
		}
	}
	return 0
}

// seriesOf finds the series in which a range from a to z is shortest, nil if it is a range in none.
func seriesOf(a, z string) []rune {
	var best []rune
	span := 0
	for _, s := range serieses {
		i, j := indexIn(s, sign(a)), indexIn(s, sign(z))
		if i > 0 && j > i && (best == nil || j-i < span) {
			best, span = s, j-i
		}
	}
	return best
}
