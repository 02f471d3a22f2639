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

// What the legend names is what is held against the changes: the other marks neither cover a change nor are in excess.
func TestLegendDecidesWhatMarks(t *testing.T) {
	red := []corpus.Signal{{Kind: corpus.MarkRed, Means: corpus.MeansChanged}}
	bold := []corpus.Signal{{Kind: corpus.MarkBold, Means: corpus.MeansChanged}}
	for name, c := range map[string]struct {
		signals  []corpus.Signal
		kind     corpus.MarkKind
		words    string // marked, of 館長は、雑誌を貸し出す。
		missing  int
		excesses int
	}{
		"red, changed words red":              {red, corpus.MarkRed, "雑誌", 0, 0},
		"red, changed words underlined":       {red, corpus.MarkUnderline, "雑誌", 1, 0},
		"red, other words underlined":         {red, corpus.MarkUnderline, "館長", 1, 0},
		"red, other words red":                {red, corpus.MarkRed, "館長", 1, 1},
		"bold, other words bold":              {bold, corpus.MarkBold, "館長", 1, 1},
		"no legend, other words bold":         {nil, corpus.MarkBold, "館長", 1, 0},
		"no legend, changed words underlined": {nil, corpus.MarkUnderline, "雑誌", 0, 0},
	} {
		m := &corpus.Comparison{Tables: []corpus.Table{{Signals: c.signals}}}
		old := article(0, "第一条", "館長は、図書を貸し出す。", corpus.MarkRed, "図書")
		old.Text.Marks = append(old.Text.Marks, corpus.Mark{Kind: corpus.MarkBold, Span: old.Text.Marks[0].Span})
		if c.signals == nil {
			old = article(0, "第一条", "館長は、図書を貸し出す。", corpus.MarkUnderline, "図書")
		}
		m.Sides[corpus.Old].Clauses = []*corpus.Clause{old}
		m.Sides[corpus.New].Clauses = []*corpus.Clause{
			article(0, "第一条", "館長は、雑誌を貸し出す。", c.kind, c.words),
		}
		missing, excesses := 0, 0
		for _, f := range Compare(m).Findings {
			switch {
			case f.Rule == markMissing.ID && f.Side == corpus.New.String():
				missing++
			case f.Rule == markExcess.ID && f.Side == corpus.New.String():
				excesses++
			}
		}
		if missing != c.missing || excesses != c.excesses {
			t.Errorf("%s: %d missing, %d in excess; want %d, %d", name, missing, excesses, c.missing, c.excesses)
		}
	}
}
