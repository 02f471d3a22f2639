package shinkyu_test

// Tables one behind the other: the second amends what the first inserted. An invented notice that is always at hand, and
// two tables of a ministry where they are (../shared).

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/diff/lineage"
	"shinkyu/extract"
)

// chain reads sources in date order and follows them.
func chain(t *testing.T, sources ...extract.Source) (*lineage.Tracer, []lineage.State) {
	t.Helper()
	tracer := &lineage.Tracer{}
	var states []lineage.State
	for _, src := range sources {
		content, err := extract.Extract(context.Background(), src)
		if err != nil {
			t.Fatalf("%s: %v", src.Name, err)
		}
		s := lineage.State{Document: content.Document}
		if content.Comparison != nil {
			s = lineage.State{Result: diff.Compare(content.Comparison), Document: &content.Comparison.Sides[corpus.New]}
		} else if len(states) > 0 {
			s.Result = diff.Compare(&corpus.Comparison{Sides: [2]corpus.Document{*content.Document, *tracer.Text()}})
		}
		tracer.Add(s)
		states = append(states, s)
	}
	return tracer, states
}

func rows(pairs ...string) extract.Source {
	var b strings.Builder
	b.WriteString("<!doctype html><meta charset=utf-8><table><tr><th>改正後</th><th>現行</th></tr>\n")
	for i := 0; i < len(pairs); i += 2 {
		b.WriteString("<tr><td>" + pairs[i] + "</td><td>" + pairs[i+1] + "</td></tr>\n")
	}
	b.WriteString("</table>")
	return extract.Source{Name: "table.html", Data: []byte(b.String())}
}

// at is the life that has an address after the last state.
func at(t *testing.T, tracer *lineage.Tracer, address string) lineage.Life {
	t.Helper()
	for _, l := range tracer.Lives() {
		if l.Alive && l.Path == address {
			return l
		}
	}
	t.Fatalf("nothing stands at %s", address)
	return lineage.Life{}
}

// trail is a life as "state:address".
func trail(l lineage.Life) string {
	var out []string
	for _, e := range l.Events {
		out = append(out, string(rune('0'+e.State))+":"+e.Path)
	}
	return strings.Join(out, " ")
}

const (
	headA, headK = "別添<br>第２　検査の区分ごとの事項<br>Ｋ３０４　血清検査<br>", "(1)～(3)　（略）<br>"
	inserted     = "(4)　迅速法による測定<br>ア　迅速法による測定は、検体を受け付けた日に行ったときに算定する。<br>イ　判定の記録を添付する。"
)

func firstTable() extract.Source {
	return rows(headA+headK+"<u>"+strings.ReplaceAll(inserted, "<br>", "</u><br><u>")+"</u><br><u>(5)～(7)</u>　（略）",
		headA+headK+"（新設）<br><u>(4)～(6)</u>　（略）")
}

func secondTable(old string) extract.Source {
	return rows(headA+headK+strings.Replace(inserted, "イ　判定の記録を", "イ　判定の記録<u>及び写真</u>を", 1)+"<br>(5)～(7)　（略）",
		headA+headK+old+"<br>(5)～(7)　（略）")
}

func TestInventedChain(t *testing.T) {
	tracer, _ := chain(t, firstTable(), secondTable(inserted))
	if f := tracer.Findings(); len(f) != 0 {
		t.Errorf("an old side that repeats the new side before it: %v", f)
	}
	top := "別添/第2/K304/"
	for address, want := range map[string]string{
		top + "(4)":   "0:" + top + "(4) 1:" + top + "(4)",
		top + "(4)/イ": "0:" + top + "(4)/イ 1:" + top + "(4)/イ",
	} {
		if got := trail(at(t, tracer, address)); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
	// What no table prints has its place, one by one.
	text := flat(tracer.Text())
	for _, want := range []string{top + "(1)\t(1)（略）", top + "(3)\t(3)（略）", top + "(4)/イ\tイ判定の記録及び写真を添付する。", top + "(5)\t(5)（略）", top + "(7)\t(7)（略）"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text lacks %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, top+"(8)") {
		t.Errorf("the text has too much:\n%s", text)
	}
	// A third table shows one of the hidden: its life began under the number it had before the first.
	tracer, _ = chain(t, firstTable(), secondTable(inserted), rows(headA+"(6)　甲法による測定は、<u>二件</u>とする。", headA+"(6)　甲法による測定は、<u>一件</u>とする。"))
	if got, want := trail(at(t, tracer, top+"(6)")), "0:"+top+"(6) 2:"+top+"(6)"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// A slip in the old side is found with its place and both wordings; a number that the clause does not have, too.
func TestOldSideIsHeldAgainstTheTextBefore(t *testing.T) {
	slip := strings.Replace(inserted, "受け付けた日に", "受付けた日に", 1)
	tracer, _ := chain(t, firstTable(), secondTable(slip))
	f := tracer.Findings()
	if len(f) != 1 || f[0].Rule != lineage.OldSideDiffers || f[0].State != 1 || !strings.Contains(f[0].Printed, "受付けた") || !strings.Contains(f[0].Known, "受け付けた") || !strings.Contains(f[0].Message, "(4)/ア") {
		t.Errorf("findings: %+v", f)
	}
	rule := extract.Source{Name: "rule.md", Data: []byte("# 規程\n\n第一条　倉庫の管理について定める。\n\n第二条　鍵は、管理者が保管する。\n\n第三条　台帳を備える。\n")}
	tracer, _ = chain(t, rule, rows("第四条　鍵は、<u>副管理者</u>が保管する。", "第四条　鍵は、<u>管理者</u>が保管する。"))
	if f := tracer.Findings(); len(f) != 1 || f[0].Rule != lineage.OldSideMoved {
		t.Errorf("findings: %+v", f)
	}
	tracer, _ = chain(t, rule, rows("第五条　<u>扉を閉める。</u>", "第五条　<u>窓を開ける。</u>"))
	if f := tracer.Findings(); len(f) != 1 || f[0].Rule != lineage.OldSideUnknown {
		t.Errorf("findings: %+v", f)
	}
}

// An invented law in four versions, whole texts and a table between them: insertion under a branch number, renumbering, a move,
// a clause that becomes 削除 and comes back, two amendments of one day.
func TestInventedLawInVersions(t *testing.T) {
	text := func(lines ...string) extract.Source {
		return extract.Source{Name: "law.txt", Format: extract.Text, Data: []byte("倉庫法\n\n" + strings.Join(lines, "\n") + "\n")}
	}
	tracer, states := chain(t,
		text("（目的）", "第一条　この法律は、倉庫の適正な管理について定めることを目的とする。", "（鍵）", "第二条　鍵は、管理者が保管しなければならない。", "２　管理者は、鍵の台帳を備える。", "（点検）", "第三条　管理者は、毎年一回、倉庫を点検するものとする。", "（報告）", "第四条　事故があったときは、速やかに知事に報告する。"),
		rows("（換気）<br><u>第二条の二　管理者は、毎週一回、倉庫の換気をしなければならない。</u>", "（新設）", "第三条　<u>削除</u>", "<u>（点検）</u><br>第三条　<u>管理者は、毎年一回、倉庫を点検するものとする。</u>"),
		rows("第三条　<u>管理者は、点検の結果を公表する。</u>", "第三条　<u>削除</u>", "第四条　事故があったときは、<u>直ちに</u>知事に報告する。", "第四条　事故があったときは、<u>速やかに</u>知事に報告する。"),
		text("（目的）", "第一条　この法律は、倉庫の適正な管理について定めることを目的とする。", "（換気）", "第二条　管理者は、毎週一回、倉庫の換気をしなければならない。", "（鍵）", "第三条　鍵は、管理者が保管しなければならない。", "２　管理者は、鍵の台帳を備える。", "第四条　管理者は、点検の結果を公表する。", "（報告）", "第五条　事故があったときは、直ちに知事に報告する。"))
	if f := tracer.Findings(); len(f) != 0 {
		t.Errorf("findings: %v", f)
	}
	want := strings.TrimLeft(`
2 new 第二条の二
4 第二条の二 → 第二条
4 第二条 → 第三条
4 第二条第二項 → 第三条第二項
4 第三条 → 第四条
4 第四条 → 第五条
`, "\n")
	if got := movesOf(states, tracer.Lives(), func(k int) string { return string(rune('1' + k)) }); got != want {
		t.Errorf("moves:\n%s\nwant\n%s", got, want)
	}
	if got := trail(at(t, tracer, "第四条")); got != "0:第三条 1:第三条 2:第三条 3:第四条" {
		t.Errorf("the article that was void and came back: %s", got)
	}
}

func TestMinistryChain(t *testing.T) {
	files, _ := filepath.Glob("../shared/samples/tables/H28_*.pdf")
	if len(files) != 2 {
		t.Skip("the two tables are not at hand; TestInventedChain follows invented ones")
	}
	var sources []extract.Source
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, extract.Source{Name: filepath.Base(f), Data: data})
	}
	tracer, _ := chain(t, sources...)
	for _, f := range tracer.Findings() {
		t.Errorf("the old side repeats the new side before it: %s", f.Message)
	}
	events := map[string]string{}
	for _, l := range tracer.Lives() {
		if i := strings.Index(l.Path, "D014/(18)"); i >= 0 && l.Alive {
			var seen []string
			for _, e := range l.Events {
				seen = append(seen, string(rune('0'+e.State)))
			}
			events[l.Path[i:]] = strings.Join(seen, " ")
		}
	}
	for clause, want := range map[string]string{"D014/(18)": "0 1", "D014/(18)/ア": "0 1", "D014/(18)/イ": "1", "D014/(18)/ウ": "0 1", "D014/(18)/エ": "0 1"} {
		if events[clause] != want {
			t.Errorf("%s has events in %q, want %q", clause, events[clause], want)
		}
	}
}

// A clause that is struck and comes back, articles that are void together for a time, and a range of branch numbers that shifts:
// told from what the tables print.
func TestInventedReturns(t *testing.T) {
	law := func(lines ...string) extract.Source {
		return extract.Source{Name: "law.txt", Format: extract.Text, Data: []byte("書庫法\n\n" + strings.Join(lines, "\n") + "\n")}
	}
	first := law("（目的）", "第一条　この法律は、書庫の管理について定めることを目的とする。", "（鍵）", "第二条　鍵は、管理者が保管しなければならない。", "２　管理者は、鍵の台帳を備える。",
		"（点検）", "第三条　管理者は、毎年一回、書庫を点検するものとする。", "（報告）", "第四条　事故があったときは、速やかに知事に報告する。", "（雑則）", "第五条　必要な事項は、別に定める。")
	together := rows(
		"第二条から第四条まで　<u>削除</u>", "<u>（鍵）</u><br><u>第二条　鍵は、管理者が保管しなければならない。</u><br><u>２　管理者は、鍵の台帳を備える。</u><br><u>（点検）</u><br><u>第三条　管理者は、毎年一回、書庫を点検するものとする。</u><br><u>（報告）</u><br><u>第四条　事故があったときは、速やかに知事に報告する。</u>")
	again := rows(
		"第二条　削除<br><u>（点検）</u><br><u>第三条　管理者は、毎月一回、書庫を点検するものとする。</u><br>第四条　削除", "<u>第二条から第四条まで</u>　削除")
	tracer, _ := chain(t, first, together)
	want := "第一条#見出し\t（目的）\n第一条\t第一条この法律は、書庫の管理について定めることを目的とする。\n第二条～第四条\t第二条から第四条まで削除\n第五条#見出し\t（雑則）\n第五条\t第五条必要な事項は、別に定める。\n"
	if got := flat(tracer.Text()); !strings.HasSuffix(got, want) {
		t.Errorf("text:\n%s", got)
	}
	tracer, _ = chain(t, first, together, again)
	if f := tracer.Findings(); len(f) != 0 {
		t.Errorf("findings: %v", f)
	}
	for address, want := range map[string]string{"第二条": "0:第二条第一項 1:第二条～第四条 2:第二条", "第三条": "0:第三条 1:第三条 2:第三条", "第四条": "0:第四条 1:第四条 2:第四条"} {
		l := at(t, tracer, address)
		if got := trail(l); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
		if address == "第三条" && l.Events[2].By != lineage.Restored {
			t.Errorf("%s came back by %q", address, l.Events[2].By)
		}
	}
	// Two whole texts tell the same.
	texts, _ := chain(t, first, law("（目的）", "第一条　この法律は、書庫の管理について定めることを目的とする。", "第二条から第四条まで　削除", "（雑則）", "第五条　必要な事項は、別に定める。"))
	if got := trail(at(t, texts, "第三条")); got != "0:第三条 1:第三条" {
		t.Errorf("in whole texts: %s", got)
	}

	struck := rows("（削る）", "<u>（報告）</u><br><u>第四条　事故があったときは、速やかに知事に報告する。</u>", "第<u>四</u>条　（略）", "第<u>五</u>条　（略）")
	back := rows("<u>（報告）</u><br><u>第四条の二　事故があったときは、速やかに知事に報告する。</u>", "（新設）")
	tracer, _ = chain(t, first, struck, back)
	l := at(t, tracer, "第四条の二")
	if got := trail(l); got != "0:第四条 1: 2:第四条の二" || l.Events[2].By != lineage.Restored {
		t.Errorf("struck and back: %s %v", got, l.Events)
	}

	branch := law("第一条　目的を定める。", "第二条　用語を定める。", "第三条　甲は、鍵を保管する。", "第四条　乙は、台帳を備える。", "第四条の二　丙は、扉を閉める。", "第四条の三　丁は、窓を閉める。", "第五条　雑則を定める。")
	shift := rows("<u>第三条　戊は、棚を調べる。</u>", "（新設）", "<u>第四条～第五条の三</u>　（略）", "<u>第三条～第四条の三</u>　（略）", "第<u>六</u>条　（略）", "第<u>五</u>条　（略）")
	tracer, _ = chain(t, branch, shift)
	for address, want := range map[string]string{"第四条": "0:第三条 1:第四条", "第五条": "0:第四条 1:第五条", "第五条の二": "0:第四条の二 1:第五条の二", "第五条の三": "0:第四条の三 1:第五条の三", "第六条": "0:第五条 1:第六条"} {
		if got := trail(at(t, tracer, address)); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}
