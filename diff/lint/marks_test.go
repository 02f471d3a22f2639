package lint

import (
	"testing"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
)

// article is 第n条 with its words, of which a stretch is marked. Row is the printed row it stands in.
func article(row int, label, words string, kind corpus.MarkKind, marked string) *corpus.Clause {
	c := &corpus.Clause{Path: ref.Path{{Kind: ref.Article, Text: label}}, Kind: corpus.KindArticle, Label: label, Origin: corpus.Origin{Row: row}}
	c.Text.S, c.Body = label+"　"+words, len([]rune(label))+1
	if marked != "" {
		text, mark := []rune(c.Text.S), []rune(marked)
		for at := 0; at+len(mark) <= len(text); at++ {
			if string(text[at:at+len(mark)]) == marked {
				c.Text.Marks = []corpus.Mark{{Kind: kind, Span: corpus.Span{Start: at, End: at + len(mark)}}}
				break
			}
		}
	}
	return c
}

// Where double lines stand under the number, they mark the clause that is new, gone or moved as a whole.
func TestDoubleLinesMarkTheClause(t *testing.T) {
	added := &corpus.Clause{Path: ref.Path{{Kind: ref.Unlabelled, Text: "¶1"}}, Kind: corpus.KindPlaceholder, Placeholder: corpus.Added,
		Text: corpus.Text{S: "（新設）"}, Origin: corpus.Origin{Row: 1}}
	for kind, want := range map[corpus.MarkKind]int{corpus.MarkUnderline: 1, corpus.MarkDouble: 0} {
		c := &corpus.Comparison{Tables: []corpus.Table{{}}}
		c.Sides[corpus.Old].Clauses = []*corpus.Clause{
			article(0, "第一条", "館長は、図書を貸し出す。", "", ""), added, article(2, "第二条", "館長は、台帳を作る。", "", "")}
		c.Sides[corpus.New].Clauses = []*corpus.Clause{
			article(0, "第一条", "館長は、雑誌を貸し出す。", corpus.MarkUnderline, "雑誌"),
			article(1, "第二条", "利用者は、図書を大切に扱う。", kind, "第二条"), article(2, "第三条", "館長は、台帳を作る。", kind, "第三条")}
		got := 0
		r := Compare(c)
		for _, f := range r.Findings {
			if f.Rule == markPartial.ID && f.Side == corpus.New.String() {
				got++
			}
		}
		if got != want {
			t.Errorf("%s lines under the number: %d findings on the new side, want %d: %v", kind, got, want, r.Findings)
		}
		if ch := r.Changes[1]; ch.Form != diff.Added {
			t.Errorf("第二条 is %s, want %s", ch.Form, diff.Added)
		}
	}
}
