package shinkyu_test

// What only the rows of a table tell: random amendments found these, each is kept here in its smallest form.

import (
	"strings"
	"testing"

	"shinkyu/extract"
)

func TestRowsTellWhatWordsDoNot(t *testing.T) {
	base := []string{
		"第一章　総則", "（目的）", "第一条　この規程は、書庫の管理について定める。",
		"（定義）", "第二条　次の用語の意義は、当該各号に定める。", "一　書庫　文書を収める室をいう。", "二　鍵　書庫の錠を開ける用具をいう。", "三　台帳　鍵の出入りを記した帳簿をいう。",
		"第二章　管理", "（鍵）", "第三条　鍵は、係長が保管する。", "２　係長は、鍵の数を毎月確かめる。",
		"（台帳）", "第四条　台帳には、借り受けた者の氏名、借り受けた時刻及び返した時刻を漏れなく記載しなければならない。",
		"（点検）", "第五条　書庫は、毎年度二回以上、湿度及び虫害の有無について点検するものとする。",
		"第三章　雑則", "（報告）", "第六条　事故があったときは、課長に報告する。",
	}
	for _, c := range []struct {
		name, want string
		rows       []string
	}{
		{"（略） under another caption, passed by a clause that moves",
			"第三条|第三条台帳には 第四条#見出し|（鍵の保管） 第四条第一項|第四条鍵は、係長 第四条第二項|２係長は、鍵の数 第五条|第五条書庫は",
			[]string{
				"（台帳）<br>第三条　台帳には、借り受けた者の氏名、借り受けた時刻及び返した時刻を漏れなく記載しなければならない。", "（新設）",
				"（鍵の保管）<br>第四条　（略）<br>２　（略）", "（鍵）<br>第三条　（略）<br>２　（略）",
				"（削る）", "（台帳）<br>第四条　台帳には、借り受けた者の氏名、借り受けた時刻及び返した時刻を漏れなく記載しなければならない。"}},
		{"a shell beside the clause that it was, under another number, behind a （略） that bears the shell's",
			"第三条|第三条台帳には 第四条|第四条削除 第三章|第三章雑則 第五条|第五条事故",
			[]string{
				"（削る）", "（鍵）<br>第三条　鍵は、係長が保管する。<br>２　係長は、鍵の数を毎月確かめる。",
				"第三条　（略）", "第四条　（略）", "第四条　削除", "（点検）<br>第五条　書庫は、毎年度二回以上、湿度及び虫害の有無について点検するものとする。",
				"第五条　（略）", "第六条　（略）"}},
		{"as many （略） on both sides of one row, some of the same number",
			"第二条第二号|二用紙 第二条第三号|三鍵書庫の錠 第二条第四号|四台帳鍵の",
			[]string{"第二条　（略）<br>一　（略）<br>二　用紙　台帳に用いる紙をいう。<br>三　（略）<br>四　（略）", "第二条　（略）<br>一　（略）<br>（新設）<br>二　（略）<br>三　（略）"}},
		{"two （新設） in one cell, then 号",
			"第二条第一号|一棚書庫 第二条第二号|二箱書庫 第二条第三号|三書庫文書を 第二条第五号|五台帳鍵の",
			[]string{"第一章　総則", "第一章　総則", "（定義）<br>第二条　（略）<br>一　棚　書庫の棚をいう。<br>二　箱　書庫の箱をいう。<br>三　書庫　文書を収める室をいう。<br>四・五　（略）",
				"（定義）<br>第二条　（略）<br>（新設）<br>（新設）<br>一　書庫　文書を収める室をいう。<br>二・三　（略）"}},
		{"a chapter keeps its name when most of another's words move into it",
			"第二章|第二章管理 第三条|第三条事故 第四条第一項|第四条鍵は 第三章|第三章雑則 第七条|第七条この規程の",
			[]string{"第二章　管理", "第二章　管理", "（報告）<br>第三条　事故があったときは、課長に報告する。", "（新設）", "第四条～第六条　（略）", "第三条～第五条　（略）",
				"第三章　雑則", "第三章　雑則", "（削る）", "（報告）<br>第六条　事故があったときは、課長に報告する。", "第七条　この規程の施行に必要な事項は、別に定める。", "（新設）"}},
		{"a clause moves past others that the table does not print",
			"第二条|第二条事故 第三条|第三条次の用語 第四条第一項|第四条鍵は 第五条|第五条台帳には 第六条|第六条書庫は",
			[]string{"第一条　（略）", "第一条　（略）", "（報告）<br>第二条　事故があったときは、課長に報告する。", "（新設）", "第三条～第六条　（略）", "第二条～第五条　（略）",
				"（削る）", "（報告）<br>第六条　事故があったときは、課長に報告する。"}},
	} {
		tracer, _ := chain(t, extract.Source{Name: "rule.txt", Format: extract.Text, Data: []byte("書庫管理規程\n\n" + strings.Join(base, "\n") + "\n")}, rows(c.rows...))
		text := flat(tracer.Text())
		rest := text
		for _, want := range strings.Fields(c.want) {
			at := strings.Index(rest, "\n"+strings.Replace(want, "|", "\t", 1))
			if at < 0 {
				t.Errorf("%s: %s does not stand there, or not in its order:\n%s", c.name, want, text)
				break
			}
			rest = rest[at+1:]
		}
		for _, f := range tracer.Findings() {
			t.Errorf("%s: %s", c.name, f.Message)
		}
	}
}

// A paragraph without a label stays with the item above it when the table prints that one as （略） under another number.
func TestParagraphGoesWithItsItem(t *testing.T) {
	rule := extract.Source{Name: "rule.md", Data: []byte("# 指針\n\n1　体制\n\n(1)　分担\n\n①　館長は、全体に責任を負う。\n\n②　館長は、次長を置く。\n\n館長に事故があるときは、次長が代理する。\n\n(2)　記録\n\n記録は、五年間保存する。\n")}
	tracer, _ := chain(t, rule, rows("1　体制", "1　体制", "(1)　分担", "(1)　分担", "（削る）", "①　館長は、全体に責任を負う。", "①　（略）", "②　（略）",
		"館長に事故があるときは、<u>その指名により、</u>次長が代理する。", "館長に事故があるときは、次長が代理する。"))
	if text := flat(tracer.Text()); !strings.Contains(text, "1/(1)/①\t①館長は、次長") || !strings.Contains(text, "1/(1)/①/¶1\t館長に事故があるときは、その指名により") {
		t.Errorf("%s", text)
	}
	if got := trail(at(t, tracer, "1/(1)/①/¶1")); got != "0:1/(1)/②/¶1 1:1/(1)/①/¶1" {
		t.Error(got)
	}
}
