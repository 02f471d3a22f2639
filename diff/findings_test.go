package diff

import (
	"slices"
	"testing"

	"shinkyu/corpus"
)

// Where double lines stand under the number, they mark the clause that is new, gone or moved as a whole.
func TestDoubleLinesMarkTheClause(t *testing.T) {
	c := table("第一条　館長は、図書を貸し出す。\n（新設）\n第二条　館長は、台帳を作る。", "第一条　館長は、＿雑誌＿を貸し出す。\n＿第二条＿　利用者は、図書を大切に扱う。\n＿第三条＿　館長は、台帳を作る。")
	missing := func() (out []string) {
		for _, f := range Compare(c).Findings {
			if f.Rule == "mark-missing" && f.Side == "new" {
				out = append(out, f.English)
			}
		}
		return out
	}
	if got := missing(); len(got) != 1 {
		t.Errorf("single lines under the number do not mark the words: %v", got)
	}
	for _, k := range c.Sides[corpus.New].Clauses[1:] {
		for i := range k.Text.Marks {
			k.Text.Marks[i].Kind = corpus.MarkDouble
		}
	}
	if got := missing(); len(got) != 0 {
		t.Errorf("double lines under the number: %v", got)
	}
	if i := slices.IndexFunc(Compare(c).Changes, func(ch Change) bool { return ch.Form == Added }); i < 0 {
		t.Error("第二条 is not new")
	}
}
