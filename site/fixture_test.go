package site

import (
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
	"shinkyu/diff/lineage"
)

// document reads a rule of ours: "address|label|text" a line; an address without label and ending in #見出し is a caption.
func document(t testing.TB, lines string) *corpus.Document {
	t.Helper()
	d := &corpus.Document{}
	at := map[string]*corpus.Clause{}
	for _, line := range strings.Split(strings.TrimSpace(lines), "\n") {
		f := strings.SplitN(line, "|", 3)
		if len(f) != 3 {
			t.Fatalf("line %q", line)
		}
		p, err := ref.Parse(f[0])
		if err != nil {
			t.Fatal(err)
		}
		c := &corpus.Clause{Path: p, Label: f[1], Text: corpus.Text{S: f[2]}, Kind: corpus.KindParagraph}
		switch p[len(p)-1].Kind {
		case ref.Article:
			c.Kind = corpus.KindArticle
		case ref.Item:
			c.Kind = corpus.KindItem
		case ref.Caption, ref.Division, ref.Part:
			c.Kind = corpus.KindHeading
		}
		if f[1] != "" {
			c.Body = len([]rune(f[1])) + 1
		}
		if strings.HasSuffix(f[2], "（略）") {
			c.Kind, c.Placeholder = corpus.KindPlaceholder, corpus.Omitted
		}
		var parent *corpus.Clause
		for i := len(p) - 1; i > 0 && parent == nil; i-- {
			parent = at[p[:i].String()]
		}
		if parent == nil {
			d.Clauses = append(d.Clauses, c)
		} else {
			parent.Children = append(parent.Children, c)
		}
		at[p.String()] = c
	}
	return d
}

const first = `第一章|第一章|第一章　総則
第一条#見出し||（目的）
第一条|第一条|第一条　この規程は、記録の保存に関し必要な事項を定める。
第二条#見出し||（保存の期間）
第二条|第二条|第二条　職員は、記録を五年間保存するものとする。
第二条第二項|２|２　前項の期間は、記録を作成した日から起算する。
第三条#見出し||（廃棄）
第三条|第三条|第三条　保存の期間を過ぎた記録は、廃棄するものとする。`

const second = `第一章|第一章|第一章　総則
第一条#見出し||（目的）
第一条|第一条|第一条　この規程は、記録の保存に関し必要な事項を定める。
第二条#見出し||（保存の期間）
第二条|第二条|第二条　職員は、記録を七年間保存しなければならない。
第二条第二項|２|２　前項の期間は、記録を作成した日から起算する。
第二条第三項|３|３　保存の期間は、館長が延長することができる。
第三条#見出し||（閲覧）
第三条|第三条|第三条　何人も、館長の許可を得て記録を閲覧することができる。
第四条#見出し||（廃棄）
第四条|第四条|第四条　保存の期間を過ぎた記録は、廃棄するものとする。`

const third = `第一条#見出し||（目的）
第一条|第一条|第一条　（略）
第二条#見出し||（保存の期間）
第二条|第二条|第二条　職員は、記録を十年間保存しなければならない。
第二条第二項|２|２　（略）
第四条#見出し||（廃棄）
第四条|第四条|第四条　保存の期間を過ぎた記録は、館長の承認を得て廃棄するものとする。`

const thirdOld = `第一条#見出し||（目的）
第一条|第一条|第一条　（略）
第二条#見出し||（保存の期間）
第二条|第二条|第二条　職員は、記録を七年間保存しなければならない。
第二条第二項|２|２　（略）
第四条#見出し||（廃棄）
第四条|第四条|第四条　保存の期間を過ぎた記録は、廃棄するものとする。`

// input is an archive with one rule in three states: a text, a text after it, a table.
func input(t testing.TB) Input { return inputWith(t, third, thirdOld) }

// inputWith is that archive with another table at its end.
func inputWith(t testing.TB, after, before string) Input {
	return inputOf(t, first, second, after, before)
}

// inputOf is one of these two texts and that table.
func inputOf(t testing.TB, first, second, after, before string) Input {
	t.Helper()
	a, b := document(t, first), document(t, second)
	texts := &corpus.Comparison{Title: "記録保存規程", Sides: [2]corpus.Document{*b, *a}}
	table := &corpus.Comparison{
		Title: "記録保存規程", Tables: []corpus.Table{{Pages: []int{1}, Headers: [2]string{"改正後", "改正前"}}},
		Sides: [2]corpus.Document{*document(t, after), *document(t, before)},
	}
	table.Sides[corpus.New].Header, table.Sides[corpus.Old].Header = "改正後", "改正前"
	r1, r2 := diff.Compare(texts), diff.Compare(table)
	rule := &corpus.Rule{
		ID: "kiroku", Title: "記録保存規程", Kind: "規程", Publisher: "見本館", Summary: "記録を保存する期間を定める。",
		Revisions: []*corpus.Revision{
			{ID: "2019-04-01", Label: "第一版", Kind: "制定", Promulgated: "2019-03-01", InForce: "2019-04-01", Summary: "制定しました。"},
			{ID: "2022-04-01", Label: "第二版", Kind: "一部改正", Basis: "令和4年規程第2号", Promulgated: "2022-03-10", InForce: "2022-04-01", Summary: "閲覧を定めました。"},
			{ID: "2025-10-01", Label: "第三版", Kind: "一部改正", InForce: "2025-10-01"},
		},
		Notes: []corpus.Note{
			{Clause: "第二条", Revision: "2022-04-01", Title: "期間を延ばした理由", Markdown: "[[第四条]]の廃棄と合わせて見直した。"},
			{Revision: "2022-04-01", Title: "改正の趣旨", Markdown: "## 経緯\n\n閲覧の求めが増えた。"},
		},
	}
	r := Rule{Rule: rule, States: []State{
		{Revision: rule.Revisions[0], Document: a, SourceName: "2019.xml", Source: []byte("<rule/>")},
		{Revision: rule.Revisions[1], Document: b, Result: r1, SourceName: "2022.txt", Source: []byte("text")},
		{Revision: rule.Revisions[2], Document: &table.Sides[corpus.New], Result: r2, SourceName: "2025.pdf", Source: []byte("%PDF")},
	}}
	var states []lineage.State
	for _, s := range r.States {
		states = append(states, lineage.State{Result: s.Result, Document: s.Document})
	}
	r.Lives = lineage.Trace(states)
	return Input{Archive: &corpus.Archive{Title: "見本館の規程", Owner: "見本館", Description: "見本です。", Language: "ja", Rules: []*corpus.Rule{rule}}, Rules: []Rule{r}}
}

func build(t testing.TB, in Input) Files {
	t.Helper()
	files, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	return files
}
