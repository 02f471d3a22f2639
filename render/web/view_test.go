package web

import (
	"bytes"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/render/words"
	"shinkyu/templates"
	"shinkyu/templates/locale"
)

func page(t *testing.T) (*goquery.Document, []byte) {
	t.Helper()
	b, err := Standalone(sample(t), locale.Japanese)
	if err != nil {
		t.Fatal(err)
	}
	if out := os.Getenv("SHINKYU_DRAW"); out != "" {
		if err := os.WriteFile(out, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return doc, b
}

func TestStandaloneIsDeterministic(t *testing.T) {
	_, a := page(t)
	_, b := page(t)
	if !bytes.Equal(a, b) {
		t.Fatal("two renderings of one result differ")
	}
}

func TestIdsAndLinks(t *testing.T) {
	doc, _ := page(t)
	seen := map[string]bool{}
	doc.Find("[id]").Each(func(_ int, s *goquery.Selection) {
		id, _ := s.Attr("id")
		if seen[id] {
			t.Errorf("id %q twice", id)
		}
		seen[id] = true
	})
	doc.Find("a[href^='#']").Each(func(_ int, s *goquery.Selection) {
		href, _ := s.Attr("href")
		id, err := url.PathUnescape(strings.TrimPrefix(href, "#"))
		if err != nil || !seen[id] {
			t.Errorf("link to %s goes nowhere", href)
		}
	})
}

func TestEveryClauseReadsAsPrinted(t *testing.T) {
	r := sample(t)
	doc, _ := page(t)
	doc.Find("[hidden]").Remove()
	for side, cells := range []string{"td.after > p, .ryaku p, h2, h3 .hd, .rz", "td.before > p, .ryaku p, h2, h3 .hd, .rz"} {
		have := map[string]bool{}
		doc.Find(cells).Each(func(_ int, s *goquery.Selection) { have[s.Text()] = true })
		for _, u := range r.Units[side] {
			if !have[u.Text.S] && !have[strings.Join([]string{u.Label, u.Words()}, "　")] && !have[u.Text.S+"　"] {
				t.Errorf("side %d: no cell reads %q", side, u.Text.S)
			}
		}
	}
}

func TestHostileTextStaysText(t *testing.T) {
	const hostile = `</style></script><script>alert(1)</script><img src=x onerror=alert(1)>`
	r := sample(t)
	r.Comparison.Title = hostile
	r.Comparison.Sources[0].Name = hostile
	for side := range r.Units {
		for _, u := range r.Units[side] {
			u.Text.S += hostile
		}
	}
	r.Findings[0].Message, r.Comparison.Unplaced[0].Text, r.Definitions[0].Term = hostile, hostile, hostile
	b, err := Standalone(r, locale.Japanese)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if doc.Find("script").Length() != 1 || doc.Find("style").Length() != 1 || doc.Find("img, [onerror]").Length() > 0 {
		t.Error("text became markup")
	}
}

// The style sheet knows every effect that a page can be narrowed to.
func TestEveryEffectCanBeChosen(t *testing.T) {
	style := templates.Style(locale.Japanese)
	for _, k := range words.AllEffects() {
		if !strings.Contains(style, "#e-"+string(k)+":checked") {
			t.Errorf("no rule for %s", k)
		}
	}
}

// A table says once that an article with its caption and items went or came: our word for it does not stand beside its own, but where a check misses the
// table's, and where the table says nothing.
func TestMarkerOfATableSaysItForTheRun(t *testing.T) {
	for _, c := range []struct {
		gone, want string
		pairs      []pair
		findings   []corpus.Diag
	}{
		{"第二条#見出し|heading||（罰則）\n第二条|article|第二条|第二条　処分する。\n第二条第一項第一号|item|一|一　免職", "第二条：（削る）", []pair{
			{"", "第二条#見出し", diff.Removed, nil, nil}, {"削る", "第二条", diff.Removed, nil, nil}, {"", "第二条第一項第一号", diff.Removed, nil, nil},
		}, nil},
		{"第二条|article|第二条|第二条　処分する。\n第二条第一項第一号|item|一|一　免職", "第二条：（削る） 削る", []pair{
			{"削る", "第二条", diff.Removed, nil, nil}, {"", "第二条第一項第一号", diff.Removed, nil, nil},
		}, []corpus.Diag{{Rule: "removed-marker-missing", Side: "old", Unit: 2, Message: "（削る）がない。"}}},
		{"第二条|article|第二条|第二条　処分する。\n第二条第二項|paragraph|２|２　告げる。", "第二条：削る 削る", []pair{
			{"", "第二条", diff.Removed, nil, nil}, {"", "第二条第二項", diff.Removed, nil, nil}, {"削る", "", diff.Same, nil, nil},
		}, nil},
	} {
		r := result(t, "第一条|article|第一条|第一条　定める。\n削る|placeholder||（削る）", "第一条|article|第一条|第一条　定める。\n"+c.gone, append([]pair{{"第一条", "第一条", diff.Same, nil, nil}}, c.pairs...))
		r.Findings = c.findings
		var got []string
		for _, body := range View(r, Options{}).Tables[0].Bodies {
			if body.Card == nil || !strings.HasPrefix(body.Card.Address, "旧") {
				continue
			}
			for _, row := range body.Card.Rows {
				for _, p := range row.New.Paras {
					got = append(got, p.Segs[0].Text)
				}
				if row.New.Note != "" {
					got = append(got, row.New.Note)
				}
			}
		}
		if said := "第二条：" + strings.Join(got, " "); said != c.want {
			t.Errorf("%s: says %s, want %s", c.gone, said, c.want)
		}
	}
}

// The title of two whole texts, where it stayed, is a line over the table and no card without rows.
func TestTitleThatStays(t *testing.T) {
	text := "題名|heading||保存規程\n第一条|article|第一条|第一条　定める。\n第二条|article|第二条|第二条　保存"
	r := result(t, text+"{する}。", text+"{した}。", []pair{{"題名", "題名", diff.Same, nil, nil}, {"第一条", "第一条", diff.Same, nil, nil}, {"第二条", "第二条", diff.Edited, nil, nil}})
	bodies := View(r, Options{}).Tables[0].Bodies
	if len(bodies) != 3 || bodies[0].Chapter == nil || bodies[0].Chapter.Text != "保存規程" || bodies[0].Chapter.ID != "title" {
		t.Fatalf("%d bodies, the first %+v", len(bodies), bodies[0])
	}
	for _, body := range bodies {
		if body.Card != nil && len(body.Card.Rows) == 0 {
			t.Errorf("the card of %s is empty", body.Card.Address)
		}
	}
}
