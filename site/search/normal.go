package search

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Normalise makes texts comparable as the browser makes queries comparable: compatibility forms folded (ＡＢ①ｶﾞ → ab1ガ), letters small,
// white space gone. It works on one character with its combining marks at a time, so that a reader can find the place in
// the text as written. Numbers stay as they are: 第十二条 and 第12条 are found together because a query asks for both,
// which is exact where folding the text would make 十 in 十二 unfindable.
func Normalise(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	rs := []rune(s)
	for i := 0; i < len(rs); {
		k := i + 1
		for k < len(rs) && combines(rs[k]) {
			k++
		}
		if r := rs[i]; k == i+1 && plain(r) {
			b.WriteRune(r)
		} else {
			for _, r := range norm.NFKC.String(string(rs[i:k])) {
				if !unicode.IsSpace(r) && r != '\uFEFF' {
					b.WriteRune(unicode.ToLower(r))
				}
			}
		}
		i = k
	}
	return b.String()
}

// plain are the characters that stay as they are, most of any text.
func plain(r rune) bool {
	return r >= 'ぁ' && r <= 'ゖ' || r >= 'ァ' && r <= 'ヺ' || r >= '一' && r <= '鿿' || r == '、' || r == '。' || r >= 'a' && r <= 'z' || r >= '0' && r <= '9'
}

// combines are the marks that join the character before them.
func combines(r rune) bool {
	return r >= 0x0300 && r <= 0x036F || r == 0x3099 || r == 0x309A || r == 0xFF9E || r == 0xFF9F
}
