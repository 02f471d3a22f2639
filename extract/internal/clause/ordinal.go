package clause

// Places of kana, letters and Roman figures in their series, and numerals inside a scan.

import (
	"strings"

	"shinkyu/corpus/ref"
)

const (
	irohaOrder = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
	aiueoOrder = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
	halfKana   = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
)

// lookalikes are characters that readers of pictures, and typists, put for a kana label.
var lookalikes = map[rune]rune{'口': 'ロ', '二': 'ニ', '八': 'ハ', '力': 'カ', '卜': 'ト', 'へ': 'ヘ', 'り': 'リ', '工': 'エ', '才': 'オ', '夕': 'タ', '千': 'チ', '入': 'ハ', 'ィ': 'イ'}

// places maps the characters of a series to their place, from 1.
func places(series string) map[rune]int {
	out := map[rune]int{}
	for _, r := range series {
		if out[r] == 0 {
			out[r] = len(out) + 1
		}
	}
	return out
}

var (
	iroha    = places(irohaOrder)
	aiueo    = places(aiueoOrder)
	halfSize = places(halfKana)
	romans   = func() map[string]int {
		out := map[string]int{}
		for n := 1; n < 40; n++ {
			out[romanOf(n)] = n
		}
		return out
	}()
)

// kana is the full-width kana of a label character.
func kana(r rune) rune {
	if i := halfSize[r]; i > 0 {
		return []rune(aiueoOrder)[i-1]
	}
	return r
}

// digits reads decimal digits at i, without a gap inside: 12, １２. At most four: a longer number is no label.
func (sc scan) digits(i int) (n, end int, ok bool) {
	n, end, ok = sc.figures(i)
	return n, end, ok && n > 0
}

// figures is digits with zero allowed: codes count from 000.
func (sc scan) figures(i int) (n, end int, ok bool) {
	end = i
	for end < len(sc.r) && (end == i || !sc.gap[end]) {
		d, isDigit := ref.ASCIIDigit(sc.r[end])
		if !isDigit {
			break
		}
		n = n*10 + d
		end++
	}
	return n, end, end > i && end-i <= 4
}

// kanji reads a kanji numeral at i, without a gap inside: 二十三, 一〇二.
func (sc scan) kanji(i int) (n, end int, ok bool) {
	end = i
	for end < len(sc.r) && (end == i || !sc.gap[end]) && kanjiFigure(sc.r[end]) {
		end++
	}
	if end == i || end-i > 7 {
		return 0, end, false
	}
	n, ok = ref.ParseNumeral(string(sc.r[i:end]))
	return n, end, ok && n > 0
}

func kanjiFigure(r rune) bool {
	switch r {
	case '〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千':
		return true
	}
	return false
}

// numeral reads either kind.
func (sc scan) numeral(i int) (n, end int, ok bool) {
	if n, end, ok = sc.digits(i); ok {
		return n, end, ok
	}
	return sc.kanji(i)
}

// branches reads の二の三 at i and appends the numbers.
func (sc scan) branches(i int, num []int) ([]int, int) {
	for sc.peek(i) == 'の' || sc.peek(i) == 'ノ' {
		n, end, ok := sc.numeral(i + 1)
		if !ok {
			break
		}
		num, i = append(num, n), end
	}
	return num, i
}

var romanUnits = []struct {
	name  string
	value int
}{{"x", 10}, {"ix", 9}, {"v", 5}, {"iv", 4}, {"i", 1}}

// roman reads a whole Roman figure up to 39, in lower case: ii, iv, xii.
func roman(s string) (int, bool) {
	n, ok := romans[s]
	return n, ok
}

func romanOf(n int) string {
	var b strings.Builder
	for _, u := range romanUnits {
		for n >= u.value {
			b.WriteString(u.name)
			n -= u.value
		}
	}
	return b.String()
}

// romanSign is the figure of a single-character Roman numeral: ⅲ, Ⅳ.
func romanSign(r rune) (int, bool) {
	switch {
	case r >= 'ⅰ' && r <= 'ⅻ':
		return int(r-'ⅰ') + 1, true
	case r >= 'Ⅰ' && r <= 'Ⅻ':
		return int(r-'Ⅰ') + 1, true
	}
	return 0, false
}

// circled is the number in a circle: ① … ㊿.
func circled(r rune) (int, bool) {
	switch {
	case r >= '①' && r <= '⑳':
		return int(r-'①') + 1, true
	case r >= '㉑' && r <= '㉟':
		return int(r-'㉑') + 21, true
	case r >= '㊱' && r <= '㊿':
		return int(r-'㊱') + 36, true
	case r >= '❶' && r <= '❿':
		return int(r-'❶') + 1, true
	}
	return 0, false
}
