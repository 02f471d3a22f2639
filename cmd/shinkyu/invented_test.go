package main

// Invented corpora of any size, for the tests and timings of large builds. Rules are made of a stock of our own words by a
// seeded generator, so that every run builds the same corpus; revisions reword, insert and strike articles as real ones do.

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shinkyu/corpus/ref"
)

var (
	inventedActors  = []string{"総括管理者", "部局管理者", "職員", "受託者", "監査責任者", "施設長", "研究員", "窓口担当者", "保管責任者", "委員会"}
	inventedObjects = []string{"記録媒体", "届出書", "利用者名簿", "点検の結果", "鍵の貸出簿", "測定値", "事故の報告", "契約書の写し", "訓練の計画", "保管庫の温度"}
	inventedActs    = []string{"作成し、保管しなければならない", "確認するものとする", "速やかに報告しなければならない", "閲覧に供することができる",
		"毎年度末までに見直すよう努めるものとする", "他の者に貸与してはならない", "三年間保存しなければならない", "総務課に提出するものとする"}
	inventedCases = []string{"", "必要があると認めるときは、", "前条の規定にかかわらず、", "災害その他やむを得ない事由がある場合には、", "七日以内に、", "あらかじめ理事長の承認を得て、"}
)

// inventedRule is a rule that can be revised and written.
type inventedRule struct {
	*rand.Rand
	articles []inventedArticle
}

type inventedArticle struct {
	caption    string
	paragraphs []string
}

func (r *inventedRule) sentence() string {
	pick := func(of []string) string { return of[r.IntN(len(of))] }
	return pick(inventedActors) + "は、" + pick(inventedCases) + pick(inventedObjects) + "（" + pick(inventedObjects) + "を含む。）を" + pick(inventedActs) + "。"
}

func (r *inventedRule) article() inventedArticle {
	a := inventedArticle{caption: inventedObjects[r.IntN(len(inventedObjects))] + "の取扱い"}
	for range 1 + r.IntN(3) {
		a.paragraphs = append(a.paragraphs, r.sentence())
	}
	return a
}

// clauses counts the articles and their 項 behind the first.
func (r *inventedRule) clauses() int {
	n := 0
	for _, a := range r.articles {
		n += len(a.paragraphs)
	}
	return n
}

// revise changes about one article in twenty.
func (r *inventedRule) revise() {
	for range 1 + len(r.articles)/20 {
		i := r.IntN(len(r.articles))
		switch r.IntN(5) {
		case 0:
			r.articles = append(r.articles[:i:i], append([]inventedArticle{r.article()}, r.articles[i:]...)...)
		case 1:
			if len(r.articles) > 5 {
				r.articles = append(r.articles[:i:i], r.articles[i+1:]...)
			}
		default:
			p := append([]string(nil), r.articles[i].paragraphs...)
			p[r.IntN(len(p))] = r.sentence()
			r.articles[i].paragraphs = p
		}
	}
}

func (r *inventedRule) String() string {
	var b strings.Builder
	for i, a := range r.articles {
		fmt.Fprintf(&b, "（%s）\n第%s条　%s\n", a.caption, ref.Kanji(i+1), a.paragraphs[0])
		for j, p := range a.paragraphs[1:] {
			fmt.Fprintf(&b, "%c　%s\n", '２'+rune(j), p)
		}
	}
	return b.String()
}

// inventCorpus writes a corpus of so many rules, each in so many revisions of about so many clauses, and counts its clauses.
func inventCorpus(tb testing.TB, dir string, rules, revisions, clauses int) (total int) {
	tb.Helper()
	inventedFile(tb, filepath.Join(dir, "corpus.toml"), "title = \"大規模な見本\"\nowner = \"見本機構\"\ndescription = \"大きなコーパスの見本\"\nbase_url = \"https://rules.example.jp/\"\n")
	for n := range rules {
		r := &inventedRule{Rand: rand.New(rand.NewPCG(uint64(n), 7))}
		for r.clauses() < clauses {
			r.articles = append(r.articles, r.article())
		}
		folder := filepath.Join(dir, fmt.Sprintf("kitei-%04d", n))
		var manifest strings.Builder
		title := fmt.Sprintf("見本第%d号規程", n+1)
		fmt.Fprintf(&manifest, "title = %q\nkind = \"規程\"\npublisher = \"見本機構\"\nsummary = \"見本です。\"\n", title)
		for k := range revisions {
			if k > 0 {
				r.revise()
			}
			date := fmt.Sprintf("%d-%02d-01", 2015+k, 1+n%12)
			kind := "一部改正"
			if k == 0 {
				kind = "制定"
			}
			fmt.Fprintf(&manifest, "\n[[revision]]\nlabel = \"第%d版\"\nkind = %q\nin_force = %s\nfile = \"%s.txt\"\ncontent = \"text\"\n", k+1, kind, date, date)
			inventedFile(tb, filepath.Join(folder, date+".txt"), title+"\n\n"+r.String())
			total += r.clauses()
		}
		inventedFile(tb, filepath.Join(folder, "rule.toml"), manifest.String())
	}
	return total
}

func inventedFile(tb testing.TB, path, text string) {
	tb.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		tb.Fatal(err)
	}
}
