package main

// The recipe of the table's text: articles of an invented rule, one of three with a change, in words that vary with their number.

import (
	"fmt"
	"strings"

	"shinkyu/corpus/ref"
)

// piece is words, marked if they changed.
type piece struct {
	words  string
	marked bool
}

// clause is a paragraph on both sides; sides are new and old.
type clause [2][]piece

var (
	actors  = []string{"総括管理者", "情報管理者", "部局の長", "監査責任者", "事務を担当する職員", "委託先の責任者"}
	objects = []string{"台帳の記載", "保管する記録媒体", "外部への提供", "利用の承認", "点検の結果", "教育の実施"}
	ends    = []string{"その都度記録し、管理者に報告しなければならない。", "必要な措置を講ずるものとする。", "あらかじめ書面により承認を得ることができる。", "毎年度一回以上確認しなければならない。"}
	days    = []string{"三日", "五日", "七日", "十日", "十四日", "三十日"}
)

// articles is the text of the k-th article.
func articles(k int) []clause {
	pick := func(list []string, n int) string { return list[n%len(list)] }
	same := func(s string) clause { return clause{{{s, false}}, {{s, false}}} }
	changed := func(before, newer, older, after string) clause {
		return clause{{{before, false}, {newer, true}, {after, false}}, {{before, false}, {older, true}, {after, false}}}
	}
	out := []clause{same(fmt.Sprintf("（%sに関する定め）", pick(objects, k)))}
	label := "第" + ref.Kanji(k+1) + "条　"
	body := fmt.Sprintf("は、%sについて、%s以内に%s", pick(objects, k+1), pick(days, k), pick(ends, k))
	if k%3 == 0 {
		out = append(out, changed(label, pick(actors, k), pick(actors, k+1), body))
	} else {
		out = append(out, same(label+pick(actors, k)+body))
	}
	out = append(out, changed("２　前項の規定は、"+pick(objects, k+2)+"があったときから", pick(days, k+2), pick(days, k+3), "を経過した日から適用し、その間は、従前の例による。"))
	out = append(out, same("３　"+pick(actors, k+3)+"は、次に掲げる事項を定め、これを公表しなければならない。"))
	for i := range 3 {
		out = append(out, same(fmt.Sprintf("%s　%sの方法及び%sに関する事項", ref.Kanji(i+1), pick(objects, k+i), pick(objects, k+i+3))))
	}
	return out
}

const perLine = 23 // characters of a line

// lines breaks a paragraph into lines; the first one starts a character in.
func lines(p []piece) [][]piece {
	var out [][]piece
	var line []piece
	n := 0
	for _, k := range p {
		var run strings.Builder
		for _, r := range k.words {
			if n == perLine {
				if run.Len() > 0 {
					line = append(line, piece{run.String(), k.marked})
					run.Reset()
				}
				out, line, n = append(out, line), nil, 0
			}
			run.WriteRune(r)
			n++
		}
		if run.Len() > 0 {
			line = append(line, piece{run.String(), k.marked})
		}
	}
	return append(out, line)
}
