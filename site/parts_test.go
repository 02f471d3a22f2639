package site

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math/rand/v2"
	"net/url"
	"path"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
	"shinkyu/diff/lineage"
)

// largeComparison is a rule of n articles in chapters, most of them amended: with 900 about three times the largest law that we know.
func largeComparison(t testing.TB, n int) Input {
	t.Helper()
	r := rand.New(rand.NewPCG(3, 3))
	pick := func(s string) string { f := strings.Fields(s); return f[r.IntN(len(f))] }
	sentence := func() string {
		return pick("総括管理者 職員 受託者 監査責任者 施設長 委員会") + "は、" + pick("七日以内に 書面により 毎年四月に 必要があるときは") + "、" + pick("届出書 測定値 利用者名簿 訓練の計画 鍵の貸出簿") +
			string('一'+rune(r.IntN(2500))) + string('一'+rune(r.IntN(2500))) + "を" + pick("確認するものとする。 報告しなければならない。 閲覧に供することができる。 見直すよう努める。")
	}
	var now, old strings.Builder
	for i := 1; i <= n; i++ {
		if i%40 == 1 {
			chapter := "第" + ref.Kanji(i/40+1) + "章"
			line := chapter + "|" + chapter + "|" + chapter + "　" + pick("総則 管理 点検 報告 雑則") + "\n"
			now.WriteString(line)
			old.WriteString(line)
		}
		a := "第" + ref.Kanji(i) + "条"
		for j, address := range []string{a, a + "第二項"} {
			label := []string{a, "２"}[j]
			words := sentence() + sentence() + sentence()
			fmt.Fprintf(&old, "%s|%s|%s　%s\n", address, label, label, words)
			if r.IntN(3) > 0 {
				words = sentence() + words[strings.Index(words, "。")+len("。"):]
			}
			fmt.Fprintf(&now, "%s|%s|%s　%s\n", address, label, label, words)
		}
	}
	a, b := document(t, old.String()), document(t, now.String())
	result := diff.Compare(&corpus.Comparison{Sides: [2]corpus.Document{*b, *a}})
	rule := &corpus.Rule{ID: "oki", Title: "大規程", Revisions: []*corpus.Revision{{ID: "one", Label: "初版", InForce: "2024-04-01"}, {ID: "two", Label: "第二版", InForce: "2025-04-01"}}}
	return Input{Archive: &corpus.Archive{Title: "見本館", Language: "ja", Rules: []*corpus.Rule{rule}}, Rules: []Rule{{
		Rule: rule, States: []State{{Revision: rule.Revisions[0], Document: a}, {Revision: rule.Revisions[1], Document: b, Result: result}},
		Lives: lineage.Trace([]lineage.State{{Document: a}, {Result: result, Document: b}}),
	}}}
}

// TestLongComparison: each page of a long comparison keeps to 60 KB with style and script; together they hold every row and every place of the
// whole once, every link of them leads to a place, and one page still has everything.
func TestLongComparison(t *testing.T) {
	files := build(t, largeComparison(t, 900))
	const dir = "rules/oki/revisions/two/"
	var assets []byte
	for name, data := range files {
		if strings.HasPrefix(name, "assets/style") || strings.HasPrefix(name, "assets/app") || strings.HasPrefix(name, "assets/compare") {
			assets = append(assets, data...)
		}
	}
	docs, ids := map[string]*goquery.Document{}, map[string]map[string]bool{}
	pages(t, files, func(at string, doc *goquery.Document) {
		docs[at], ids[at] = doc, map[string]bool{}
		doc.Find("[id]").Each(func(_ int, s *goquery.Selection) { ids[at][s.AttrOr("id", "")] = true })
	})
	whole := docs[dir+"all.html"]
	if whole == nil || docs[dir+"part-4.html"] == nil {
		t.Fatal("the comparison is not cut")
	}
	rows, parts := 0, 0
	for n := 1; docs[fmt.Sprintf("%spart-%d.html", dir, n)] != nil; n++ {
		at := fmt.Sprintf("%spart-%d.html", dir, n)
		parts++
		rows += docs[at].Find(".diff tr").Length() - 1 // without the head
		if docs[at].Find("main .toc a").Length() == 0 || docs[at].Find("#v-inline, #only").Length() != 2 {
			t.Errorf("%s lacks contents or switches", at)
		}
	}
	for n := 0; n <= parts; n++ {
		at := dir + "index.html"
		if n > 0 {
			at = fmt.Sprintf("%spart-%d.html", dir, n)
		}
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		_, _ = z.Write(append(bytes.Clone(files[at]), assets...)) // a buffer takes everything
		_ = z.Close()
		if t.Logf("%s: %d bytes compressed", at, b.Len()); b.Len() > 60<<10 {
			t.Errorf("%s takes %d bytes", at, b.Len())
		}
	}
	if want := whole.Find(".diff tr").Length() - 1; rows != want {
		t.Errorf("%d rows in %d parts, %d in one page", rows, parts, want)
	}
	for id := range ids[dir+"all.html"] {
		if strings.HasPrefix(id, "a") && id[1] <= '9' {
			found := 0
			for n := 1; n <= parts; n++ {
				if ids[fmt.Sprintf("%spart-%d.html", dir, n)][id] {
					found++
				}
			}
			if found != 1 {
				t.Errorf("%s is on %d parts", id, found)
			}
		}
	}
	for at, doc := range docs {
		doc.Find("a[href*='#']").Each(func(_ int, s *goquery.Selection) {
			u, err := url.Parse(s.AttrOr("href", ""))
			if err != nil {
				t.Fatal(err)
			}
			to := at
			if u.Path != "" {
				to = path.Join(path.Dir(at), u.Path)
			}
			if ids[to] == nil || !ids[to][u.Fragment] {
				t.Errorf("%s: %q leads to no place", at, s.AttrOr("href", ""))
			}
		})
	}
	if small := build(t, largeComparison(t, 40)); small[dir+"part-1.html"] != nil || small[dir+"all.html"] != nil {
		t.Error("a short comparison is cut")
	}
}
