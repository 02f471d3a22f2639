package diff

import (
	"fmt"
	"testing"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

// law makes a rule of n articles with two paragraphs each; every seventh article differs between versions, one in forty is new.
func law(n int, second bool) corpus.Document {
	subjects := []string{"市長", "委員会", "事業者", "管理者", "部長", "利用者", "審査会", "登録機関"}
	objects := []string{"申請書", "記録", "報告書", "届出", "計画", "名簿", "台帳", "契約書", "許可証", "証明書", "図面"}
	verbs := []string{"提出", "保存", "作成", "公表", "送付", "確認", "変更", "廃棄", "閲覧", "交付"}
	var d corpus.Document
	label := 0
	for i := range n {
		text := func(k int) string {
			x := (i*2654435761 + k*40503) & 0x7fffffff
			return fmt.Sprintf("%sは、第%d号の%sに係る%sを受けたときは、%d日以内に%sの%sを%sしなければならない。",
				subjects[x%8], x%977, objects[x/8%11], verbs[x/88%10], x%29+2, subjects[x/7%8], objects[x/13%11], verbs[x/17%10])
		}
		if second && i%40 == 3 {
			label++
			d.Clauses = append(d.Clauses, article(label, fmt.Sprintf("前条の規定による措置（%dに係るものに限る。）は、別に定める基準により行うものとする。", i)))
		}
		label++
		body := text(0)
		if second && i%7 == 0 {
			body = body[:len(body)-len("。")] + "。ただし、軽微なものは、この限りでない。"
		}
		a := article(label, body)
		a.Children = []*corpus.Clause{paragraph(a, "２", text(1)), paragraph(a, "３", text(2))}
		d.Clauses = append(d.Clauses, a)
	}
	return d
}

func article(n int, text string) *corpus.Clause {
	l := "第" + ref.Kanji(n) + "条"
	return &corpus.Clause{Path: ref.Path{{Kind: ref.Article, Text: l}}, Kind: corpus.KindArticle, Label: l,
		Text: corpus.Text{S: l + "　" + text}, Body: len([]rune(l)) + 1, Origin: corpus.Origin{Row: -1}}
}

func paragraph(a *corpus.Clause, l, text string) *corpus.Clause {
	return &corpus.Clause{Path: a.Path.Join(ref.Step{Kind: ref.Paragraph, Text: l}), Kind: corpus.KindParagraph, Label: l,
		Text: corpus.Text{S: l + "　" + text}, Body: len([]rune(l)) + 1, Origin: corpus.Origin{Row: -1}}
}

func BenchmarkCompare(b *testing.B) {
	for _, n := range []int{33, 333, 3333} {
		c := &corpus.Comparison{}
		c.Sides[corpus.Old], c.Sides[corpus.New] = law(n, false), law(n, true)
		b.Run(fmt.Sprintf("clauses=%d", 3*n), func(b *testing.B) {
			for b.Loop() {
				Compare(c)
			}
		})
	}
}
