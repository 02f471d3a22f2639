package edit

import (
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/diff/internal/token"
)

// mark draws the changed words of a text in braces.
func mark(toks []token.Token, spans []corpus.Span) string {
	var b strings.Builder
	for i, t := range toks {
		for _, s := range spans {
			if s.Start == i && s.Len() > 0 {
				b.WriteString("{")
			}
		}
		b.WriteString(t.Key)
		for _, s := range spans {
			if s.End == i+1 && s.Len() > 0 {
				b.WriteString("}")
			}
		}
	}
	return b.String()
}

func sides(hunks []Hunk) (old, new []corpus.Span) {
	for _, h := range hunks {
		old, new = append(old, h.Old), append(new, h.New)
	}
	return old, new
}

// The words a drafter would underline on either side.
func TestWords(t *testing.T) {
	for _, c := range []struct{ old, new string }{
		{"{市長}は、許可する。", "{教育長}は、許可する。"},
		{"{機関}の記録", "{機関等}の記録"},
		{"申請を{許可}する。", "申請を{認可}する。"},
		{"{三十日}以内に届け出る。", "{十四日}以内に届け出る。"},
		{"{令和三年四月一日}から適用する。", "{令和四年十月一日}から適用する。"},
		{"{第五条第二項}の規定", "{第六条第二項}の規定"},
		{"甲、乙に通知する。", "甲{、丙}、乙に通知する。"},
		{"甲又は乙{又は丙}に通知する。", "甲又は乙に通知する。"},
		{"甲を置く。", "甲を置く。{乙は、甲を補佐する。}"},
		{"甲を置く。丙を置く。", "甲を置く。{乙を置く。}丙を置く。"},
		{"届け出る。", "届け出る{（郵送による場合を含む。）}。"},
		{"委員会{（以下「会」という。）}を置く。", "委員会を置く。"},
		{"（以下「{整備機関}」という。）", "（以下「{整備機関等}」という。）"},
		{"保存{しなければならない}。", "保存{するものとする}。"},
		{"{コロナウイルス}の検査", "{新型コロナウイルス}の検査"},
		{"{甲市}に住む者", "{乙町（丙市の区域を含む。）}に住む者"},
		{"{構成市}は、報告する。", "{構成団体（構成市及び公社をいう。）}は、報告する。"},
		{"対象は、{Aクラス}とする。", "対象は、{B-2クラス}とする。"},
		{"{部長は、所管の団体に対しても}、通知する。", "{団体を所管する部は、当該団体に対して}、通知する。"},
		{"{申込者}　施設を使う者をいう。", "{登録申込者}　施設を使う者をいう。"},
		{"附　則（{第一号}）", "附則（{第二号}）"},
		{"年{一回}実施する。", "年{二回以上}実施する。"},
		{"{保育所長}は、当該{児童生徒}に通知する。", "{所長}は、当該{児童又は生徒}に通知する。"},
		{"別に定める様式{（様式第一号）}により申請する。", "別に定める様式により{、書面を提出して}申請する。"},
		{"記録を作成{する}。", "記録を作成{しなければならない}。{ただし、軽微なものは、この限りでない。}"},
		{"鍵を{貸与}する。{ただし、市長が認めたときは、この限りでない。}", "鍵を{交付}する。"},
		{"鍵を貸与する（返却を{受け}た。）。", "鍵を貸与する（返却を{求め}た。{延滞を除く。}）。"},
		{"{甲は、乙に払う。}乙は、甲に渡す。", "乙は、甲に渡す。{甲は、乙に払う。}"},
		{"{保管係}　前号の文書を保管する者をいう。", "{整理係}　前号の文書を保管する者をいう。"},
		{"{すべて}の者に通知する。", "{全て}の者に通知する。"},
		{"ために{採るべき}対策を示す。", "ために{とるべき}対策を示す。"},
		{"意向を{ふまえ}、定める。", "意向を{踏まえ}、定める。"},
		{"措置を{講じる}。", "措置を{講ずる}。"},
		{"組織の{もと}で行う。", "組織の{下}で行う。"},
		{"施設{を}整備する。", "施設{の}整備する。"},
		{"", "{新たに定める。}"},
		{"同じ文である。", "同じ文である。"},
	} {
		plain := strings.NewReplacer("{", "", "}", "")
		old, new := token.Lex(plain.Replace(c.old)), token.Lex(plain.Replace(c.new))
		hunks, _ := Words(old, new)
		a, b := sides(hunks)
		c.old, c.new = strings.ReplaceAll(c.old, "　", ""), strings.ReplaceAll(c.new, "　", "")
		if x, y := mark(old, a), mark(new, b); x != c.old || y != c.new {
			t.Errorf("\ngot  %s\n     %s\nwant %s\n     %s", x, y, c.old, c.new)
		}
	}
}

// apply replaces the old words of each hunk by the new ones.
func apply(hunks []Hunk, old, new []token.Token) string {
	var b strings.Builder
	at := 0
	for _, h := range hunks {
		b.WriteString(text(old, corpus.Span{Start: at, End: h.Old.Start}))
		b.WriteString(text(new, h.New))
		at = h.Old.End
	}
	b.WriteString(text(old, corpus.Span{Start: at, End: len(old)}))
	return b.String()
}

func FuzzWords(f *testing.F) {
	f.Add("甲は、乙（丙をいう。）を行う。", "丁は、乙（丙及び戊をいう。）を行う。")
	f.Add("「法」という。法は", "法という。「法」は")
	f.Add("OAuth 2.0 client", "OAuth2.0 Client")
	f.Add("((", "()")
	f.Fuzz(func(t *testing.T, a, b string) {
		old, new := token.Lex(a), token.Lex(b)
		hunks, kept := Words(old, new)
		if got, want := apply(hunks, old, new), token.PlainText(b); got != want {
			t.Fatalf("apply gives %q, want %q", got, want)
		}
		if kept < 0 || kept > 1 {
			t.Fatalf("kept %v", kept)
		}
		if a == b && len(hunks) > 0 {
			t.Fatalf("%q differs from itself", a)
		}
		last := Hunk{}
		for i, h := range hunks {
			if i > 0 && (h.Old.Start < last.Old.End || h.New.Start < last.New.End) {
				t.Fatalf("hunks overlap: %v %v", last, h)
			}
			last = h
		}
	})
}

// Long texts are compared sentence by sentence first; the result still turns old into new.
func TestLong(t *testing.T) {
	var a, b strings.Builder
	for i := range 1500 {
		a.WriteString("委員は、会議に出席し、意見を述べることができる。")
		if i%97 == 0 {
			b.WriteString("委員長は、会議を公開しなければならない。")
		}
		b.WriteString("委員は、会議に出席し、意見を述べることができる。")
	}
	old, new := token.Lex(a.String()), token.Lex(b.String())
	hunks, _ := Words(old, new)
	if apply(hunks, old, new) != b.String() {
		t.Error("hunks do not turn old into new")
	}
	if len(hunks) != 16 {
		t.Errorf("%d hunks, want 16", len(hunks))
	}
}
