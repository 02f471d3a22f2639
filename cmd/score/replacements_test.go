package main

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/extract"
	"shinkyu/render/outline"
)

func compareTexts(t *testing.T, older, newer string) *diff.Result {
	t.Helper()
	var read [2]*extract.Content
	for i, text := range []string{corpus.New: newer, corpus.Old: older} {
		c, err := extract.Extract(context.Background(), extract.Source{Name: fmt.Sprint(i, ".txt"), Data: []byte(text)})
		if err != nil {
			t.Fatal(err)
		}
		read[i] = c
	}
	pair, err := extract.Pair(read[corpus.New], read[corpus.Old])
	if err != nil {
		t.Fatal(err)
	}
	return diff.Compare(pair)
}

// One old word that became several new ones is one replacement: each new word with its places and the words that decide, the places that keep
// the old one, and those that went with their clauses.
func TestReplacementsAreGrouped(t *testing.T) {
	r := compareTexts(t, `第一条　出張所は、台帳を備える。
第二条　出張所は、毎月一回、台帳を点検する。
第三条　記録の様式は、出張所と協議して定める。
第四条　手数料の額は、出張所と協議して定める。
第五条　担当出張所が必要な助言を行う。
第六条　出張所は、掲示板を設ける。
第七条　名簿は、出張所の窓口に置く。
`, `第一条　支所等は、台帳を備える。
第二条　支所等は、毎月一回、台帳を点検する。
第三条　記録の様式は、市民局と協議して定める。
第四条　手数料の額は、市民局と協議して定める。
第五条　区域を所管する支所が必要な助言を行う。
第六条　名簿は、出張所の窓口に置く。
`)
	if len(r.Replacements) != 1 {
		t.Fatalf("%d replacements, want 1: %+v", len(r.Replacements), r.Replacements)
	}
	x := &r.Replacements[0]
	if x.Old != "出張所" || x.Count != 5 || x.Gone != 1 || len(x.Left) != 1 {
		t.Errorf("%s, %d places, %d gone, %d left; want 出張所, 5, 1, 1", x.Old, x.Count, x.Gone, len(x.Left))
	}
	var got []string
	for i := range x.New {
		v := &x.New[i]
		got = append(got, fmt.Sprintf("%s→%s %d %s", v.Old, v.New, len(v.Places), outline.Context(x, v)))
		for _, p := range v.Places {
			for s, e := range [2]diff.Evidence{corpus.New: p.New, corpus.Old: p.Old} {
				want := [2]string{corpus.New: v.New, corpus.Old: v.Old}[s]
				if words := r.Units[s][e.Unit].Text.Slice(e.Span.Start, e.Span.End).S; words != want || e.Side != corpus.Side(s) {
					t.Errorf("the place of %s holds %q", want, words)
				}
			}
		}
	}
	if want := "出張所→支所等 2 〜は|出張所→市民局 2 〜と|担当出張所→区域を所管する支所 1 担当〜が"; strings.Join(got, "|") != want {
		t.Errorf("%s, want %s", strings.Join(got, "|"), want)
	}
	if len(x.Left) == 1 {
		if u := r.Units[corpus.New][x.Left[0].Unit]; u.Label != "第六条" {
			t.Errorf("the old word is left in %s, want 第六条", u.Label)
		}
	}
}

// A new word that stands for defined ones and that nobody defines is told; an ordinary word that gives way to another is not.
func TestNewTermsWithoutDefinition(t *testing.T) {
	r := compareTexts(t, `第一条　市は、情報の管理に関する計画（以下「市計画」という。）及び公社は、情報の管理に関する計画（以下「公社計画」という。）を定める。
第二条　市計画又は公社計画は、毎年見直す。
第三条　市計画又は公社計画は、公表する。
第四条　係員は、記録を作る。
第五条　係員は、鍵を預かる。
`, `第一条　市及び公社は、情報の管理に関する計画を定める。
第二条　管理計画は、毎年見直す。
第三条　管理計画は、公表する。
第四条　担当職員は、記録を作る。
第五条　担当職員は、鍵を預かる。
`)
	got := map[string]bool{}
	for _, x := range r.Replacements {
		for _, v := range x.New {
			got[v.New] = v.Undefined
		}
	}
	if !got["管理計画"] {
		t.Errorf("管理計画 stands for two defined terms and is not told as undefined: %v", got)
	}
	if undefined, there := got["担当職員"]; !there || undefined {
		t.Errorf("担当職員 is an ordinary word: %v", got)
	}
}
