package summary

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"shinkyu/render/internal/fixture"
)

// Every sentence of the paragraph, from changes made for it.
func TestOf(t *testing.T) {
	for _, c := range []struct{ name, archive, ja, en string }{
		{"nothing", `title: 図書貸出規程
headers: 改正後 現行
-- new --
第一条 | article | 第一条 | 第一条　図書を貸し出す。
-- old --
第一条 | article | 第一条 | 第一条　図書を貸し出す。
-- changes --
第一条 <- 第一条 | same
`, "「図書貸出規程」について、変更はない（1項目）。", "Nothing changes in the 1 clause of 「図書貸出規程」."},
		{"all sorts", `title: 図書貸出規程
headers: 改正後 現行
-- new --
第一条 | article | 第一条 | 第一条　{館長}は、図書を貸し{出さなければならない}。
第二条 | article | 第二条 | 第二条　{新しい定め}
  第二条第一号 | item | 一 | {一　その号}
第三条 | article | 第三条 | 第三条　返却は、{十四日}以内とする。
-- old --
第一条 | article | 第一条 | 第一条　{係}は、図書を貸し{出すよう努める}。
第二条 | article | 第二条 | 第二条　返却は、{三十日}以内とする。
第四条 | article | 第四条 | 第四条　{なくなる定め}
-- changes --
第一条 <- 第一条 | edited | | duty-strengthened:努める→しなければならない,actor:係→館長,grammar
第二条 <- - | added
第二条第一号 <- - | added
第三条 <- 第二条 | edited | renumbered | quantity:三十日→十四日
- <- 第四条 | removed
-- terms --
部局 → 部局等 | 7 | 1
`, "「図書貸出規程」について、4か条のうち4か条に変更がある。第二条を新設し、第四条を削り、第二条を第三条とする。第一条の義務を「努める」から「しなければならない」に強め、" +
			"第一条の主体を「係」から「館長」に改め、第三条の数量又は期限を「三十日」から「十四日」に改める。" +
			"「部局」を「部局等」（7か所、旧語の残り1か所）に改める。ほかに法的な効果のない整理が1か所ある。",
			"4 of 4 articles of 「図書貸出規程」 change. New: 第二条; deleted: 第四条; 第二条 becomes 第三条. 第一条 binds more strongly, 「努める」 becoming 「しなければならない」; " +
				"the actor of 第一条 changes from 「係」 to 「館長」; the quantity or time limit of 第三条 changes from 「三十日」 to 「十四日」. " +
				"「部局」 becomes 「部局等」 in 7 places and stays in 1. 1 further change without legal effect."},
		{"guideline", `title: 指針
headers: 改正案 現行
-- new --
2 | heading | 2 | 2 情報の取扱い
  2/¶1 | text |  | 職員{等}は、確認する。
  2/(1) | item | (1) | (1) {加わった}
-- old --
2 | heading | 2 | 2 情報の取扱い
  2/¶1 | text |  | 職員は、確認する。
-- changes --
2 <- 2 | same
2/¶1 <- 2/¶1 | edited | | scope:→等
2/(1) <- - | added
`, "「指針」について、3項目のうち2項目に変更がある。2(1)を新設する。2の第1段落の適用範囲に「等」を加える。",
			"2 of 3 clauses of 「指針」 change. New: 2(1). The scope of 2の第1段落 gains 「等」."},
	} {
		r, err := fixture.Parse([]byte(c.archive))
		if err != nil {
			t.Fatal(c.name, err)
		}
		got := Of(r)
		if got.Japanese != c.ja || got.English != c.en {
			t.Errorf("%s:\n%s\n%s\nwant\n%s\n%s", c.name, got.Japanese, got.English, c.ja, c.en)
		}
	}
}

// A paragraph stays one that is read: five sentences behind the extent at most, whatever the number of changes.
func TestParagraphStaysShort(t *testing.T) {
	var b strings.Builder
	b.WriteString("title: 規程\nheaders: 改正後 現行\n-- new --\n")
	const n = 60
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&b, "第%d条 | article | 第%d条 | 第%d条　{館長等}は、図書を貸し{出さなければならない}。\n", i, i, i)
	}
	b.WriteString("-- old --\n")
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&b, "第%d条 | article | 第%d条 | 第%d条　{館長}は、図書を貸し{出すよう努める}。\n", i, i, i)
	}
	b.WriteString("-- changes --\n")
	for i := 1; i <= n; i++ {
		switch i % 4 {
		case 0:
			fmt.Fprintf(&b, "第%d条 <- - | added\n- <- 第%d条 | removed\n", i, i)
		case 1:
			fmt.Fprintf(&b, "第%d条 <- 第%d条 | edited | moved | quantity:三十日→十四日,actor:係→館長,heading\n", i, i)
		default:
			fmt.Fprintf(&b, "第%d条 <- 第%d条 | edited | renumbered | duty-strengthened:努める→しなければならない,scope:館長→館長等,condition:→ただし書,date:→四月\n", i, i)
		}
	}
	for i := range 30 {
		if i == 0 {
			b.WriteString("-- terms --\n")
		}
		fmt.Fprintf(&b, "部局%d → 部局%d等 | 7 | 1\n", i, i)
	}
	r, err := fixture.Parse([]byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	got := Points(r)
	if n := strings.Count(got.Japanese, "。"); n == 0 || n > 4 {
		t.Errorf("%d sentences: %s", n, got.Japanese)
	}
	if n := utf8.RuneCountInString(got.Japanese); n > 320 {
		t.Errorf("%d code points: %s", n, got.Japanese)
	}
	for _, want := range []string{"15項目を移し", "30項目の番号を改める", "ほか29組の用語も改める", "ほかに法的な効果のない整理が15か所ある"} {
		if !strings.Contains(got.Japanese, want) {
			t.Errorf("%q is not in %s", want, got.Japanese)
		}
	}
}

func TestPlural(t *testing.T) {
	for want, got := range map[string]string{"1 clause": plural(1, "clause"), "2 new duties": plural(2, "new duty"), "3 changes of scope": plural(3, "change of scope")} {
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// What is counted beside what is told are clauses, as in the line of counts over a comparison, and each once.
func TestEffectsCountClauses(t *testing.T) {
	var new, old, changes strings.Builder
	for i := range 8 {
		fmt.Fprintf(&new, "第%d条 | article | 第%d条 | 第%d条　{甲等}及び{乙等}\n", i+1, i+1, i+1)
		fmt.Fprintf(&old, "第%d条 | article | 第%d条 | 第%d条　{甲}及び{乙}\n", i+1, i+1, i+1)
		fmt.Fprintf(&changes, "第%d条 <- 第%d条 | edited | | scope:甲→甲等,scope:乙→乙等\n", i+1, i+1)
	}
	r, err := fixture.Parse([]byte("headers: 改正後 現行\n-- new --\n" + new.String() + "-- old --\n" + old.String() + "-- changes --\n" + changes.String()))
	if err != nil {
		t.Fatal(err)
	}
	ja := Of(r).Japanese
	rest := 8 - strings.Count(ja, "の適用範囲を")
	if want := fmt.Sprintf("適用範囲の変更%dか所", rest); !strings.Contains(ja, want) {
		t.Errorf("%s: want %s", ja, want)
	}
	for effect, want := range map[string]string{"適用範囲": "適用範囲の変更", "義務の追加": "義務の追加", "条ずれ": "条ずれ"} {
		if got := happening(effect); got != want {
			t.Errorf("%s: %s", effect, got)
		}
	}
}
