package clause

// Parts beside the main provisions:
//
//	附　則   附則（平成二十年法律第五号）抄   別表第一（第三条関係）   別添１   別紙２－１   別記第１号様式   様式第一号の二   第１号様式   目次   備考
//
// A part's label opens a line of its own, alone or with a title; 「別表第一に掲げる」 cites one.
// Source: 法令標準XML SupplProvision, AppdxTable, AppdxStyle, AppdxNote, TOC; notices have 別添 and 別紙.

import (
	"strings"
	"unicode/utf8"

	"shinkyu/corpus/lazy"
)

var partStyle = &style{name: "part", rank: 1, free: true, read: readPart}

const partNumber = `(?:第?[〇一二三四五六七八九十百0-9０-９]+(?:号)?(?:の[〇一二三四五六七八九十0-9０-９]+)*(?:[－‐-][0-9０-９]+)*)`

var partRE = lazy.MustCompile(`^(?:附則|付則|` +
	`(?:別表|別紙様式|別記様式|別紙|別添資料|別添|別記|別図|別冊|付表|付録|付属書|附属書|様式|参考様式|参考資料)` + partNumber + `?(?:様式|表)?|第[〇一二三四五六七八九十0-9０-９]+号(?:の[〇一二三四五六七八九十0-9０-９]+)?様式|目次|前文)`)

// lawNumber is the bracket that tells one 附則 from another.
var lawNumber = lazy.MustCompile(`^[（(][^（()）]*(?:第[^（()）]*号|[0-9０-９元一二三四五六七八九十]+年[^（()）]*)[）)]`)

// opensPart reports whether what partRE knows may begin with r.
func opensPart(r rune) bool {
	switch r {
	case '附', '付', '別', '様', '参', '第', '目', '前':
		return true
	}
	return false
}

func readPart(sc scan, i int) ([]int, int, bool) {
	if !opensPart(sc.peek(i)) {
		return nil, i, false
	}
	rest := sc.from(i)
	m := partRE.FindString(rest)
	if m == "" {
		return nil, i, false
	}
	end := i + utf8.RuneCountInString(m)
	if strings.HasSuffix(m, "則") {
		if b := lawNumber.FindString(sc.from(end)); b != "" {
			end += utf8.RuneCountInString(b)
		}
	}
	switch {
	case sc.gap[end], sc.from(end) == "抄":
		return nil, end, true
	case strings.ContainsRune("（([［〔", sc.peek(end)): // 別表（第三条関係）
		return nil, end, !strings.Contains(sc.from(end), "。")
	}
	return nil, i, false
}
