package classify

import (
	"strings"
	"testing"

	"shinkyu/corpus"
)

// Terms that a clause defines, each with what it stands for; near misses define none.
func TestDefinitions(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"公文書管理法（平成二十一年法律第六十六号。以下「法」という。）の定めによる。", "法=公文書管理法"},
		{"推進協議会（以下単に「協議会」という。）を置く。", "協議会=推進協議会"},
		{"甲、乙及び丙（以下「構成員」と総称する。）は、協力する。", "構成員=甲、乙及び丙"},
		{"管理者は、甲、乙及び丙（以下「構成員」と総称する。）に通知する。", "構成員=甲、乙及び丙"},
		{"職員（臨時の者を含む。以下「職員等」という。）は、届け出る。", "職員等=職員（臨時の者を含む）"},
		{"登録を受けた団体（以下この章において「登録団体」という。）", "登録団体=登録を受けた団体"},
		{"指定法人（法第三条に規定する法人をいう。以下同じ。）に通知する。", "指定法人=法第三条に規定する法人"},
		{"夜間（午後十時から午前六時までをいう。）の業務", "夜間=午後十時から午前六時まで"},
		{"職員及び学生（正規の課程に在学する者をいう。以下この条において同じ。）", "学生=正規の課程に在学する者"},
		{"共済組合等（共済組合及びその連合会。以下同じ。）", "共済組合等=共済組合及びその連合会"},
		{"「情報資産」とは、情報及びその媒体をいう。", "情報資産=情報及びその媒体"},
		// near misses
		{"職員（臨時の者を除く。以下同じ。）に通知する。", ""},
		{"「許可」と表示する。", ""},
		{"次の各号に掲げる場合（前項に規定する場合を含む。）", ""},
		{"以下の事項を定める。", ""},
		{"「原則」という考え方を尊重する。", ""},
		{"施設（別表第一に掲げるものに限る。以下同じ。）", ""},
		{"大臣が必要と認めること（略）をいうものではない。", ""},
		{"", ""},
	} {
		clause := &corpus.Clause{Kind: corpus.KindText, Text: corpus.Text{S: c.text}}
		var got []string
		for _, d := range definitions(0, clause) {
			got = append(got, d.term+"="+d.means)
			if s := clause.Text.Slice(d.span.Start, d.span.End).S; s != d.term {
				t.Errorf("%s: span holds %q, not %q", c.text, s, d.term)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, s, c.want)
		}
	}
}

// An item defines its first word when the rest says what is meant.
func TestListedDefinition(t *testing.T) {
	for text, want := range map[string]string{
		"一　情報資産　情報及びこれを管理する仕組みをいう。": "情報資産",
		"一　情報資産の管理に関すること。":          "",
		"一　甲　乙の事務を行う者":              "",
	} {
		clause := &corpus.Clause{Kind: corpus.KindItem, Label: "一", Body: 2, Text: corpus.Text{S: text}}
		got := ""
		for _, d := range definitions(0, clause) {
			got += d.term
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}
