package token

import (
	"strings"
	"testing"
)

func keys(s string) string {
	var out []string
	for _, t := range Lex(s) {
		out = append(out, t.Key)
	}
	return strings.Join(out, "|")
}

func TestLex(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"部長は、三十日以内に報告する。", "部長|は|、|三十日|以内|に|報告|する|。"},
		{"第三条の二第一項第一号イただし書の規定", "第三条の二第一項第一号イただし書|の|規定"},
		{"同条中二十日を", "同条|中|二十日|を"},
		{"令和 5 年（2023 年） 6 月 9 日決定", "令和5年（2023年）6月9日|決定"},
		{"改定平成 年 月 日", "改定|平成年月日"},
		{"令和元年度から", "令和元年度|から"},
		{"甲及び乙並びに丙", "甲|及び|乙|並びに|丙"},
		{"所定点数２回分を", "所定点数|２回分|を"},
		{"一分二厘未満", "一分二厘|未満"},
		{"百分の五十", "百分の五十"},
		{"午後六時三十分", "午後|六時三十分"},
		{"業務の一部について", "業務|の|一部|について"},
		{"第三者に提供", "第三者|に|提供"},
		{"SHA-256を用いた", "SHA-256|を|用|い|た"},
		{"記録を保存しなければならない。", "記録|を|保存|しなければならない|。"},
		{"（以下「本部」という。）", "（|以下|「|本部|」|という|。|）"},
		{"データベースの", "データベース|の"},
		{"閲覧端末　保存文書を表示する", "閲覧端末|保存文書|を|表示|する"},
		{"目　的", "目的"},
		{"改　正　案", "改正案"},
		{"規格ABC 100-2:2020による", "規格|ABC100-2:2020|による"},
		{"", ""},
		{" 　\n", ""},
	} {
		if got := keys(c.text); got != c.want {
			t.Errorf("Lex(%q)\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// What Lex yields holds every rune that is not white space, in order, exactly once.
func FuzzLex(f *testing.F) {
	for _, s := range []string{"第三条　甲は、三十日以内に", "平成  年 月 日", "「「」", "第", "前", "一分の", "１，０００円", "\u3000a\x00é\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := []rune(s)
		pos := 0
		for _, k := range Lex(s) {
			if k.Span.Start < pos || k.Span.End <= k.Span.Start || k.Span.End > len(r) {
				t.Fatalf("bad span %v after %d in %q", k.Span, pos, s)
			}
			for _, skipped := range r[pos:k.Span.Start] {
				if !Blank(skipped) {
					t.Fatalf("lost %q in %q", skipped, s)
				}
			}
			if PlainText(string(r[k.Span.Start:k.Span.End])) != k.Key {
				t.Fatalf("key %q of %q", k.Key, string(r[k.Span.Start:k.Span.End]))
			}
			pos = k.Span.End
		}
		for _, skipped := range r[pos:] {
			if !Blank(skipped) {
				t.Fatalf("lost %q at the end of %q", skipped, s)
			}
		}
	})
}
