package clause

// The caption of an article stands in brackets on the line before it:
//
//	（定義）
//	第二条　この規程において…
//
// It belongs to the article that follows; a 共通見出し covers several articles but is printed before the first, so it is
// addressed there too. A placeholder in brackets is none. Source: 法令標準XML ArticleCaption.

import (
	"strings"

	"shinkyu/corpus"
)

const longestCaption = 60

func isCaption(sc scan) bool {
	n := len(sc.r)
	if n < 3 || n > longestCaption || fold(sc.r[0]) != '(' || fold(sc.r[n-1]) != ')' || strings.Contains(sc.from(0), "。") {
		return false
	}
	depth := 0
	for i, r := range sc.r {
		switch fold(r) {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 && i < n-1 {
			return false
		}
	}
	if what, _, ok := placeholderAt(sc, 0); ok && what != corpus.NoPlaceholder {
		return false
	}
	return true
}
