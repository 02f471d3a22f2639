package columns

// Header words. What stands in brackets is looked at only when the words outside say nothing: 「改正後（令和八年四月一日施行）」,
// 「新（改正後）」, 「（改正案）」. 「改　正　案」 is compared without its white space. Source: usage of ministries, local
// governments and companies (改正案｜現行, 変更後｜変更前, 定款変更案｜現行定款, 修正案｜原案).

import (
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/extract/internal/sides"
)

// role of a column.
type role uint8

const (
	unknown role = iota
	newText
	oldText
	key  // No., 項番: names the row, is no text
	note // 備考, 改正理由: says something about the row

	elsewhere // text of another stage of the same table
)

const longestHeader = 48 // code points without white space

var headerWords = []struct {
	re *lazy.Regexp
	is role
}{
	{lazy.MustCompile(`^(?:原案|旧案|修正前|改[正定訂]前|変更前|見直し前|現行|旧|従前|従来|改廃前)`), oldText},
	{lazy.MustCompile(`^(?:第?[0-9０-９一二三四五六七八九十]+(?:条|次|段階|回)?(?:の|による)?(?:規定による)?)?(?:改[正定訂]|変更|修正|見直し|制定)(?:後|案)`), newText},
	{lazy.MustCompile(`^(?:新|改[正定訂]|変更|案)(?:[案文欄]|規[程則定]|要[綱領]|条[文例]|定款|基準|指針|法|全文)?案?$`), newText},
	{lazy.MustCompile(`(?:現行|改[正定訂]前|変更前|修正前)(?:規[程則定]|要[綱領]|条[文例]|定款|基準|指針|欄|案|版)?$`), oldText},
	{lazy.MustCompile(`(?:改[正定訂]|変更|修正|見直し)(?:後|案|版)(?:規[程則定]|要[綱領]|条[文例]|定款|基準|指針|欄)?$`), newText},
}

var bracketed = lazy.MustCompile(`[（(［\[〔【][^（()）［\]〔〕【】]*[）)］\]〕】]`)

// roleOf reads a header cell.
func roleOf(text string) role {
	s := corpus.Squeeze(text)
	if s == "" || utf8.RuneCountInString(s) > longestHeader || strings.Contains(s, "。") {
		return unknown
	}
	outside := strings.Trim(bracketed.ReplaceAllString(s, ""), "○◎●■◇・:：－-―")
	if r := wordRole(outside); r != unknown {
		return r
	}
	for _, b := range bracketed.FindAllString(s, -1) {
		rs := []rune(b)
		if r := wordRole(string(rs[1 : len(rs)-1])); r != unknown && utf8.RuneCountInString(outside) <= 24 {
			return r
		}
	}
	return unknown
}

func wordRole(s string) role {
	if s == "" || utf8.RuneCountInString(s) > 24 {
		return unknown
	}
	for _, w := range headerWords {
		if w.re.MatchString(s) {
			return w.is
		}
	}
	switch {
	case sides.Note(s):
		return note
	case sides.Key(s):
		return key
	}
	return unknown
}
