package docx

// A number in one of Word's formats. Source: ISO/IEC 29500-1, 17.18.59 (ST_NumberFormat), and Word's own rendering.

import (
	"strconv"
	"strings"

	"shinkyu/corpus/ref"
)

const (
	aiueo = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
	iroha = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
)

// ordinals are the formats that are not plain Arabic figures; one that is unknown is written in figures.
var ordinals = map[string]func(int) string{
	"none":                         func(int) string { return "" },
	"decimalFullWidth":             func(n int) string { return fullWidth(strconv.Itoa(n)) },
	"decimalFullWidth2":            func(n int) string { return fullWidth(strconv.Itoa(n)) },
	"decimalZero":                  func(n int) string { return strings.Repeat("0", max(0, 2-len(strconv.Itoa(n)))) + strconv.Itoa(n) },
	"ideographDigital":             func(n int) string { return digits(n, "〇一二三四五六七八九") },
	"japaneseDigitalTenThousand":   func(n int) string { return digits(n, "〇一二三四五六七八九") },
	"chineseCounting":              ref.Kanji,
	"chineseCountingThousand":      ref.Kanji,
	"taiwaneseCountingThousand":    ref.Kanji,
	"japaneseCounting":             ref.Kanji,
	"japaneseLegal":                func(n int) string { return legal(ref.Kanji(n)) },
	"iroha":                        func(n int) string { return oneOf(iroha, n) },
	"irohaFullWidth":               func(n int) string { return oneOf(iroha, n) },
	"aiueo":                        func(n int) string { return oneOf(aiueo, n) },
	"aiueoFullWidth":               func(n int) string { return oneOf(aiueo, n) },
	"decimalEnclosedCircle":        circled,
	"decimalEnclosedCircleChinese": circled,
	"decimalEnclosedParen":         func(n int) string { return block(n, '⑴', 20, "("+strconv.Itoa(n)+")") },
	"decimalEnclosedFullstop":      func(n int) string { return block(n, '⒈', 20, strconv.Itoa(n)+".") },
	"ideographEnclosedCircle":      func(n int) string { return block(n, '㊀', 10, ref.Kanji(n)) },
	"ideographTraditional":         func(n int) string { return oneOf("甲乙丙丁戊己庚辛壬癸", n) },
	"ideographZodiac":              func(n int) string { return oneOf("子丑寅卯辰巳午未申酉戌亥", n) },
	"lowerLetter":                  func(n int) string { return letters(n, 'a') },
	"upperLetter":                  func(n int) string { return letters(n, 'A') },
	"lowerRoman":                   roman,
	"upperRoman":                   func(n int) string { return strings.ToUpper(roman(n)) },
	"ordinal":                      func(n int) string { return strconv.Itoa(n) + "." },
	"numberInDash":                 func(n int) string { return "- " + strconv.Itoa(n) + " -" },
}

const mostLetters = 780 // 30 rounds of the alphabet; beyond, letters are figures

// ordinal writes n, from 0, in a format.
func ordinal(n int, format string) string {
	if f := ordinals[format]; f != nil && n < 32768 && (n > 0 || format == "none" || strings.HasPrefix(format, "decimal")) {
		return f(n)
	}
	return strconv.Itoa(n)
}

func fullWidth(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r - '0' + '０'
		}
		return r
	}, s)
}

func digits(n int, with string) string {
	r := []rune(with)
	return strings.Map(func(d rune) rune { return r[d-'0'] }, strconv.Itoa(n))
}

// legal writes 大字.
func legal(kanji string) string {
	return strings.NewReplacer("一", "壱", "二", "弐", "三", "参", "十", "拾").Replace(kanji)
}

// oneOf is the n-th of a series; behind its end the number stands in figures.
func oneOf(series string, n int) string {
	if r := []rune(series); n >= 1 && n <= len(r) {
		return string(r[n-1])
	}
	return strconv.Itoa(n)
}

// circled: ① to ⑳, ㉑ to ㉟, ㊱ to ㊿.
func circled(n int) string {
	switch {
	case n == 0:
		return "⓪"
	case n <= 20:
		return string('①' + rune(n-1))
	case n <= 35:
		return string('㉑' + rune(n-21))
	case n <= 50:
		return string('㊱' + rune(n-36))
	}
	return strconv.Itoa(n)
}

// block is the n-th of a run of characters from first.
func block(n int, first rune, size int, otherwise string) string {
	if n < 1 || n > size {
		return otherwise
	}
	return string(first + rune(n-1))
}

// letters: a to z, then aa, bb, as Word has it.
func letters(n int, first rune) string {
	if n < 1 || n > mostLetters {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, u := range []struct {
		value int
		name  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for n >= u.value {
			b.WriteString(u.name)
			n -= u.value
		}
	}
	return b.String()
}

// bulletOf is a bullet as it can be written: symbol fonts put theirs into the private use area, where only the font knows
// the shape, and any of them means a bullet.
func bulletOf(pattern string) string {
	s := trim(pattern)
	for _, r := range s {
		if private(r) || r < 0x20 {
			return "・"
		}
	}
	return s
}

// private use: characters whose shape only their font knows.
func private(r rune) bool { return r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000 && r <= 0x10FFFD }
