package token

// Two degrees of sameness.
//
// Plain removes what no reader sees: white space, and look-alikes that one character set maps to several code points
// (the wave dash of JIS X 0208 is U+301C or U+FF5E, its minus U+2212 or U+FF0D). Two texts that are plainly equal are the same text.
// Loose also folds the width of digits, Latin letters and brackets: 27 and ２７. Loosely equal texts belong together,
// but their difference is still shown, as a matter of spelling. NFKC was rejected: it turns ⑴ into (1) and ㎡ into m2, which readers do see.

import (
	"strings"
	"unicode"
)

// lookalike maps the variants of one printed sign to one code point.
var lookalike = map[rune]rune{
	'〜': '～', '∼': '～', '˜': '～',
	'−': '－', '‐': '－', '‑': '－', '﹣': '－',
	'–': '―', '—': '―', '─': '―', '━': '―',
	'･': '・', '‧': '・', '•': '・',
	'\u00a5': '￥', '¢': '￠', '£': '￡', '¬': '￢',
	'‖': '∥', '′': '’',
}

// Blank reports whether r is white space or invisible, and so no part of the text.
func Blank(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u00ad' || r == '\u2060'
}

// Plain folds one rune to the sign that a reader sees.
func Plain(r rune) rune {
	if q, ok := lookalike[r]; ok {
		return q
	}
	return r
}

// Loose folds one rune further: the width of digits, Latin letters and signs.
func Loose(r rune) rune {
	r = Plain(r)
	if r >= '！' && r <= '～' {
		if r == '～' {
			return '~'
		}
		return r - 0xFEE0
	}
	return r
}

// PlainText is s without white space and with look-alikes folded.
func PlainText(s string) string { return fold(s, Plain) }

// LooseText is s without white space and with widths folded.
func LooseText(s string) string { return fold(s, Loose) }

func fold(s string, f func(rune) rune) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if !Blank(r) {
			b.WriteRune(f(r))
		}
	}
	return b.String()
}
