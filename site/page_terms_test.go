package site

import (
	"strings"
	"testing"

	"shinkyu/corpus"
)

// What a list of defined terms says of a word is the sentence that defines it, also where brackets hold sentences of their own.
func TestSentenceOfDefinition(t *testing.T) {
	for _, c := range []struct{ text, term, want string }{
		{"職員（臨時の者を含む。以下「職員等」という。）は、届け出る。届出は、書面でする。", "職員等", "職員（臨時の者を含む。以下「職員等」という。）は、届け出る。"},
		{"館を置く。職員(臨時の者を含む。以下「職員等」という。)は、届け出る。", "職員等", "職員(臨時の者を含む。以下「職員等」という。)は、届け出る。"},
		{"館を置く。「資料」とは、本をいう。資料は、貸し出す。", "資料", "「資料」とは、本をいう。"},
		{"1) 職員は、届け出る。2) 係員（以下「係」という。）は、受け取る", "係", "2) 係員（以下「係」という。）は、受け取る"},
	} {
		start := len([]rune(c.text[:strings.Index(c.text, "「"+c.term)])) + 1
		if got := sentence(c.text, corpus.Span{Start: start, End: start + len([]rune(c.term))}); got != c.want {
			t.Errorf("%s in %s: got %s", c.term, c.text, got)
		}
	}
}
