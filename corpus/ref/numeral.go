package ref

// Numerals as rules print them: kanji (二十三, 百二, positional 二三), full-width and
// half-width digits, 元 for the first year. Source: 法令標準XML's Num and common drafting practice.
// An unreadable numeral is reported with ok == false, never as 0.

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

const kanjiDigits = "〇一二三四五六七八九"

func kanjiDigit(r rune) (int, bool) {
	if r == '元' {
		return 1, true
	}
	if i := strings.IndexRune(kanjiDigits, r); i >= 0 {
		return i / len("一"), true
	}
	return 0, false
}

// ASCIIDigit returns the value of a half-width or full-width decimal digit.
func ASCIIDigit(r rune) (int, bool) {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0'), true
	case r >= '０' && r <= '９':
		return int(r - '０'), true
	}
	return 0, false
}

// ParseNumeral reads a whole numeral: 23, ２３, 二十三, 百二, 二三, 元.
func ParseNumeral(s string) (n int, ok bool) {
	if s == "" || len(s) > 64 {
		return 0, false
	}
	var total, section, digits, run int
	for _, r := range s {
		if d, isDigit := ASCIIDigit(r); isDigit {
			digits, run = digits*10+d, run+1
		} else if d, isDigit := kanjiDigit(r); isDigit {
			digits, run = digits*10+d, run+1
		} else if u, isUnit := kanjiUnit(r); isUnit {
			if run == 0 {
				digits = 1
			}
			section, digits, run = section+digits*u, 0, 0
		} else if r == '万' {
			section += digits
			if section == 0 {
				section = 1
			}
			total, section, digits, run = total+section*10000, 0, 0, 0
		} else {
			return 0, false
		}
		if run > 9 {
			return 0, false
		}
	}
	return total + section + digits, true
}

func kanjiUnit(r rune) (n int, ok bool) {
	switch r {
	case '十':
		return 10, true
	case '百':
		return 100, true
	case '千':
		return 1000, true
	}
	return 0, false
}

// Kanji prints n (1 ≤ n < 100,000,000) as rules do: 12 → 十二, 102 → 百二.
func Kanji(n int) string {
	if n <= 0 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	if n >= 10000 {
		b.WriteString(Kanji(n / 10000))
		b.WriteString("万")
		n %= 10000
	}
	for _, u := range []struct {
		value int
		name  string
	}{{1000, "千"}, {100, "百"}, {10, "十"}} {
		if d := n / u.value; d > 0 {
			if d > 1 {
				b.WriteString(string([]rune(kanjiDigits)[d]))
			}
			b.WriteString(u.name)
			n %= u.value
		}
	}
	if n > 0 {
		b.WriteString(string([]rune(kanjiDigits)[n]))
	}
	return b.String()
}

// IsNumeralRune reports whether r can stand in a numeral (kanji or digit).
func IsNumeralRune(r rune) bool {
	if _, ok := ASCIIDigit(r); ok {
		return true
	}
	return strings.ContainsRune("〇一二三四五六七八九十百千元", r)
}

// EndsInNumeral reports whether the last character of s can stand in a numeral.
func EndsInNumeral(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return s != "" && IsNumeralRune(r)
}
