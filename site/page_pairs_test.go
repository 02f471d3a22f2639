package site

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/diff/lineage"
)

// manyRevisions is a rule of n whole texts: the number of its first article grows, its second goes back to its first words, one article comes
// half way.
func manyRevisions(t testing.TB, n int) Input {
	t.Helper()
	var texts []string
	for k := range n {
		text := fmt.Sprintf("第一条#見出し||（期間）\n第一条|第一条|第一条　記録は、%d年間保存するものとする。\n第二条|第二条|第二条　館長は、%s点検を行う。", k+3, []string{"毎月", "毎年"}[k%2])
		if 2*k >= n {
			text += "\n第三条|第三条|第三条　この規程の解釈は、館長が定める。"
		}
		texts = append(texts, text)
	}
	return revisions(t, texts...)
}

// revisions is a rule of whole texts, each compared with the one before.
func revisions(t testing.TB, texts ...string) Input {
	t.Helper()
	rule := &corpus.Rule{ID: "nenji", Title: "年次規程", Kind: "規程"}
	r := Rule{Rule: rule}
	var states []lineage.State
	for k, text := range texts {
		d := document(t, text)
		s := State{Revision: &corpus.Revision{ID: fmt.Sprintf("r%02d", k), Label: fmt.Sprintf("第%d版", k+1), InForce: fmt.Sprintf("20%02d-04-01", k+1)}, Document: d}
		if k > 0 {
			s.Result = diff.Compare(&corpus.Comparison{Sides: [2]corpus.Document{*d, *r.States[k-1].Document}})
		}
		rule.Revisions = append(rule.Revisions, s.Revision)
		r.States = append(r.States, s)
		states = append(states, lineage.State{Result: s.Result, Document: d})
	}
	r.Lives = lineage.Trace(states)
	return Input{Archive: &corpus.Archive{Title: "見本館", Language: "ja", Rules: []*corpus.Rule{rule}}, Rules: []Rule{r}}
}

// TestAnyTwoOfFourteen: every pair of fourteen revisions is one step from the rule's page, and few of them cost a page.
func TestAnyTwoOfFourteen(t *testing.T) {
	const n = 14
	files := build(t, manyRevisions(t, n))
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(string(files["rules/nenji/index.html"])))
	if err != nil {
		t.Fatal(err)
	}
	pages, composed := map[string]bool{}, map[string]bool{}
	doc.Find("section[aria-labelledby=pair-h] td:nth-child(3) a").Each(func(_ int, a *goquery.Selection) {
		href := a.AttrOr("href", "")
		if strings.HasPrefix(href, "compare/index.html?") {
			composed[href] = true
		} else {
			pages[href] = true
		}
	})
	if len(pages) != 2*n-3 || len(pages)+len(composed) != n*(n-1)/2 {
		t.Errorf("%d pairs with a page and %d without, want %d of %d", len(pages), len(composed), 2*n-3, n*(n-1)/2)
	}
	if !composed["compare/index.html?old=r02&new=r09"] {
		t.Error("the third and the tenth revision cannot be compared")
	}
	made := 0
	for name := range files {
		if strings.HasPrefix(name, "rules/nenji/compare/") && strings.HasSuffix(name, "...r13/index.html") {
			made++
		}
	}
	if made != n-2 {
		t.Errorf("%d pages of pairs", made)
	}
	if few := build(t, manyRevisions(t, 6)); few["rules/nenji/compare/index.html"] != nil {
		t.Error("six revisions have a page for each pair, and one more")
	}
}

// TestPairData: what the script reads says at every revision what the whole text says, and its ranges cover exactly what two wordings do not share.
func TestPairData(t *testing.T) {
	in := manyRevisions(t, 9)
	files := build(t, in)
	var d struct {
		V []struct{ ID string }
		C []struct {
			R [][]any
			W []string
			E map[string][2][]int
		}
	}
	found := false
	for name, data := range files {
		if strings.HasPrefix(name, "rules/nenji/compare/texts.") {
			found = true
			body := strings.TrimSuffix(strings.TrimPrefix(string(data), "shinkyuTexts("), ")\n")
			if err := json.Unmarshal([]byte(body), &d); err != nil {
				t.Fatal(err)
			}
		}
	}
	if !found || len(d.V) != 9 {
		t.Fatalf("%d revisions", len(d.V))
	}
	for k := range d.V {
		var got, want strings.Builder
		for _, c := range d.C {
			var s []any
			for _, r := range c.R {
				if int(r[0].(float64)) <= k {
					s = r
				}
			}
			if len(s) > 1 {
				got.WriteString(s[4].(string) + c.W[int(s[5].(float64))] + "\n")
			}
		}
		units, _ := in.Rules[0].States[k].Document.Units()
		for _, u := range units {
			want.WriteString(u.Text.S + "\n")
		}
		if got.String() != want.String() {
			t.Errorf("revision %d:\n%swant\n%s", k, got.String(), want.String())
		}
	}
	pairs := 0
	for _, c := range d.C {
		for o, old := range c.W {
			for n, now := range c.W {
				e, ok := c.E[fmt.Sprintf("%d.%d", o, n)]
				if o == n || !ok {
					continue
				}
				pairs++
				if a, b := without(old, e[0]), without(now, e[1]); a != b || a == old && b == now {
					t.Errorf("%q and %q share %q and %q", old, now, a, b)
				}
			}
		}
	}
	if pairs < 9*8+2 {
		t.Errorf("%d pairs of wordings", pairs)
	}
}

func without(s string, ranges []int) string {
	var out []rune
	for i, r := range []rune(s) {
		in := false
		for k := 0; k+1 < len(ranges); k += 2 {
			in = in || ranges[k] <= i && i < ranges[k+1]
		}
		if !in {
			out = append(out, r)
		}
	}
	return string(out)
}
