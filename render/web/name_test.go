package web

import (
	"fmt"
	"testing"

	"shinkyu/corpus/ref"
	"shinkyu/diff"
)

func TestWareki(t *testing.T) {
	for in, want := range map[string]string{
		"2026-04-01": "令和8年4月1日", "2019-05-01": "令和元年5月1日", "2019-04-30": "平成31年4月30日", "1989-01-08": "平成元年1月8日", "1989-01-07": "昭和64年1月7日",
		"1926-12-24": "大正15年12月24日", "1912-07-30": "大正元年7月30日", "1889-02-11": "明治22年2月11日", "1868-01-01": "1868-01-01", "": "", "いつか": "いつか",
	} {
		if got := Wareki(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

func TestAnchor(t *testing.T) {
	for in, want := range map[string]string{
		"第三条の二第一項第一号イ": "a3_2p1i1-イ", "第六条": "a6", "第六条第一項": "a6", "第六条第二項": "a6p2", "第六条#見出し": "a6-title", "4/(1)/①": "4-1-1",
		"附則/第一条": "suppla1", "第二章": "ch2", "¶3": "-t3", "Ｄ００４－２": "D004-2", "<script>": "_script_",
	} {
		p, err := ref.Parse(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := Anchor(p); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

// Addresses on pages are in words, and are read as they are said.
func TestCited(t *testing.T) {
	for in, want := range map[string]string{
		"第六条第一項": "第六条", "第六条第二項": "第六条第二項", "2/¶1": "2の第1段落", "3/(1)/¶12": "3(1)の第12段落", "¶3": "第3段落", "4/¶3/・1": "4の第3段落・1",
	} {
		p, err := ref.Parse(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := Cited(p); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
		if q, err := ref.ReadQuery(Cited(p)); err != nil || Key(q.Path) != Key(p) {
			t.Errorf("%s is read as %s, %v", want, q.Path, err)
		}
	}
}

func TestKinds(t *testing.T) {
	for _, c := range []struct {
		change diff.Change
		want   string
	}{
		{diff.Change{Form: diff.Same}, "[]"},
		{diff.Change{Form: diff.Added}, "[new]"},
		{diff.Change{Form: diff.Same, Structure: []diff.Structure{diff.Renumbered}}, "[num]"},
		{diff.Change{Form: diff.Edited, Structure: []diff.Structure{diff.Moved, diff.Releveled}}, "[sub mov]"},
		{diff.Change{Form: diff.Edited, Effects: []diff.Effect{{Kind: diff.Orthography}}}, "[wrd]"},
		{diff.Change{Form: diff.Edited, Effects: []diff.Effect{{Kind: diff.Orthography}, {Kind: diff.Scope}}}, "[sub]"},
		{diff.Change{Form: diff.Rewritten, Structure: []diff.Structure{diff.Shell}}, "[sub rep]"},
	} {
		if got := fmt.Sprint(Kinds(&c.change)); got != c.want {
			t.Errorf("%+v: %s, want %s", c.change, got, c.want)
		}
	}
}
