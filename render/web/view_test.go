package web

import (
	"bytes"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

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
