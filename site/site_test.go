package site

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"shinkyu/corpus"
	"shinkyu/site/search"
)

// pages calls f for every page, parsed.
func pages(t *testing.T, files Files, f func(at string, doc *goquery.Document)) {
	t.Helper()
	for _, at := range slices.Sorted(maps.Keys(files)) {
		if !strings.HasSuffix(at, ".html") {
			continue
		}
		doc, err := goquery.NewDocumentFromReader(bytes.NewReader(files[at]))
		if err != nil {
			t.Fatal(err)
		}
		f(at, doc)
	}
}

func TestBuildIsDeterministic(t *testing.T) {
	a, b := build(t, input(t)), build(t, input(t))
	if !maps.EqualFunc(a, b, bytes.Equal) {
		t.Error("two builds of one input differ")
	}
}

func TestPagesExist(t *testing.T) {
	files := build(t, input(t))
	for _, at := range []string{
		"index.html", "changes/index.html", "feed.atom", "404.html", "robots.txt", "rules/kiroku/index.html", "rules/kiroku/rule.json", "rules/kiroku/feed.atom",
		"rules/kiroku/terms/index.html", "rules/kiroku/revisions/2019-04-01/index.html", "rules/kiroku/revisions/2022-04-01/index.html",
		"rules/kiroku/revisions/2022-04-01/comparison.json", "rules/kiroku/revisions/2025-10-01/source/2025.pdf", "rules/kiroku/revisions/2019-04-01/source/2019.xml.txt",
	} {
		if len(files[at]) == 0 {
			t.Errorf("%s is missing", at)
		}
	}
	if _, ok := files["sitemap.xml"]; ok {
		t.Error("a sitemap without an address of the site")
	}
}

func TestEveryLinkResolves(t *testing.T) {
	files := build(t, input(t))
	ids := map[string]map[string]bool{}
	pages(t, files, func(at string, doc *goquery.Document) {
		ids[at] = map[string]bool{}
		doc.Find("[id]").Each(func(_ int, s *goquery.Selection) {
			id, _ := s.Attr("id")
			if ids[at][id] {
				t.Errorf("%s: id %q twice", at, id)
			}
			ids[at][id] = true
		})
	})
	links := 0
	pages(t, files, func(at string, doc *goquery.Document) {
		if at == "404.html" { // is shown at other addresses: TestNotFoundLeadsHome
			return
		}
		doc.Find("[href], [src]").Each(func(_ int, s *goquery.Selection) {
			href := s.AttrOr("href", s.AttrOr("src", ""))
			u, err := url.Parse(href)
			if err != nil || u.IsAbs() || strings.HasPrefix(href, "/") {
				t.Errorf("%s: link %q is not relative", at, href)
				return
			}
			to := at
			if u.Path != "" {
				to = path.Join(path.Dir(at), u.Path)
			}
			if _, ok := files[to]; !ok {
				t.Errorf("%s: link %q leads to no file", at, href)
			} else if u.Fragment != "" && !ids[to][u.Fragment] {
				t.Errorf("%s: link %q leads to no place", at, href)
			}
			links++
		})
	})
	if links < 200 {
		t.Errorf("only %d links", links)
	}
}

func TestPagesAreSound(t *testing.T) {
	pages(t, build(t, input(t)), func(at string, doc *goquery.Document) {
		if doc.Find("html").AttrOr("lang", "") != "ja" || doc.Find("h1").Length() != 1 || doc.Find("main").Length() != 1 || doc.Find("title").Text() == "" {
			t.Errorf("%s: lang, title, h1 or main is wrong", at)
		}
		if !strings.Contains(doc.Find("meta[http-equiv]").AttrOr("content", ""), "default-src 'none'") {
			t.Errorf("%s: no policy", at)
		}
		if n := doc.Find("[style], script:not([src]), [onclick], [onload]").Length(); n > 0 {
			t.Errorf("%s: %d inline styles or scripts", at, n)
		}
		level := 0
		doc.Find("h1, h2, h3, h4, h5, h6").Each(func(_ int, s *goquery.Selection) {
			n := int(s.Nodes[0].Data[1] - '0')
			if n > level+1 {
				t.Errorf("%s: heading %q jumps from %d to %d", at, s.Text(), level, n)
			}
			level = n
		})
	})
}

func TestComparisonPageIsSmall(t *testing.T) {
	files := build(t, input(t))
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	for at, data := range files {
		if at == "rules/kiroku/revisions/2022-04-01/index.html" || strings.HasPrefix(at, "assets/") {
			if _, err := z.Write(data); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if b.Len() > 60<<10 {
		t.Errorf("page, style and script take %d bytes compressed", b.Len())
	}
}

// hostile is text as an attacker would put it into a manifest or a source.
const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>'` + "`{{.}}"

func TestHostileTextStaysText(t *testing.T) {
	in := input(t)
	in.Archive.Title, in.Archive.Owner, in.Archive.Description = hostile, hostile, hostile
	r := in.Rules[0].Rule
	r.ID, r.Title, r.Kind, r.Publisher, r.Summary = "../../"+hostile, hostile, hostile, hostile, hostile
	for i, v := range r.Revisions {
		v.ID, v.Label, v.Kind, v.Basis, v.Promulgated, v.InForce, v.Summary = strings.Repeat("../", i)+hostile, hostile, hostile, hostile, hostile, hostile, hostile
	}
	r.Notes = append(r.Notes, corpus.Note{Clause: "第二条", Title: hostile, Markdown: hostile + "\n\n[[" + hostile + "]] [x](javascript:alert(1))"}, corpus.Note{Clause: hostile, Markdown: hostile})
	for i := range in.Rules[0].States {
		in.Rules[0].States[i].SourceName = "../../../" + hostile + ".html"
		for _, c := range in.Rules[0].States[i].Document.Clauses {
			c.Text.S += hostile
		}
	}
	files := build(t, in)
	for at := range files {
		if !filepath.IsLocal(filepath.FromSlash(at)) || strings.ContainsAny(at, `"<>'`+"`") {
			t.Errorf("file name %q", at)
		}
	}
	pages(t, files, func(at string, doc *goquery.Document) {
		if doc.Find("img, script:not([src^='../']):not([src^='assets/']):not([src='index.js']):not([src^='0/m.js?']), [onerror]").Length() > 0 || strings.Contains(doc.Text(), "{{.Shell") {
			t.Errorf("%s: text became markup", at)
		}
		doc.Find("a[href]").Each(func(_ int, s *goquery.Selection) {
			if strings.HasPrefix(strings.ToLower(s.AttrOr("href", "")), "javascript:") {
				t.Errorf("%s: link to script", at)
			}
		})
	})
	if strings.Contains(string(files["feed.atom"]), "<script>") {
		t.Error("the feed holds markup")
	}
}

func TestEmptyArchive(t *testing.T) {
	for _, in := range []Input{{}, {Archive: &corpus.Archive{}, Rules: []Rule{{Rule: &corpus.Rule{ID: "a", Title: "甲"}}}}} {
		if files := build(t, in); len(files["index.html"]) == 0 {
			t.Error("no front page")
		}
	}
}

// Documents know nothing of each other: the files of one do not depend on what else is in the corpus, and a summary that was kept as
// JSON makes the same shared pages.
func TestDocumentsAreBuiltAlone(t *testing.T) {
	in := input(t)
	second := in.Rules[0]
	rule := *second.Rule
	rule.ID, rule.Title = "betsu", "別の規程"
	second.Rule = &rule
	in.Rules = append(in.Rules, second)
	whole := build(t, in)
	s, err := New(in.Archive)
	if err != nil {
		t.Fatal(err)
	}
	parts, kept, texts := Files{}, []Summary{}, [][]search.Wording{}
	for _, r := range slices.Backward(in.Rules) {
		files, summary, err := s.Document(r)
		if err != nil {
			t.Fatal(err)
		}
		maps.Copy(parts, files)
		data, err := json.Marshal(summary)
		if err != nil {
			t.Fatal(err)
		}
		var back Summary
		if err := json.Unmarshal(data, &back); err != nil {
			t.Fatal(err)
		}
		kept = append([]Summary{back}, kept...)
		texts = append([][]search.Wording{summary.Words.Wordings}, texts...)
	}
	shared, err := s.Shared(kept)
	if err != nil {
		t.Fatal(err)
	}
	for at := range shared {
		if _, twice := parts[at]; twice {
			t.Errorf("%s is written by a document and shared", at)
		}
	}
	maps.Copy(parts, shared)
	for _, p := range s.Pieces(kept) {
		files, err := p.Files(func(n int) ([]search.Wording, error) { return texts[n], nil })
		if err != nil {
			t.Fatal(err)
		}
		maps.Copy(parts, files)
	}
	if !maps.EqualFunc(whole, parts, bytes.Equal) {
		t.Error("documents built alone make another site")
	}
}

// TestPiecesChangeWithTheirContent: what one revision did concerns its year and no other piece.
func TestPiecesChangeWithTheirContent(t *testing.T) {
	in := input(t)
	s, err := New(in.Archive)
	if err != nil {
		t.Fatal(err)
	}
	var all []Summary
	for _, r := range in.Rules {
		_, one, err := s.Document(r)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, one)
	}
	keys := func() (out []string) {
		for _, p := range s.Pieces(all) {
			out = append(out, p.Key)
		}
		return out
	}
	was := keys()
	if !slices.Equal(was, keys()) {
		t.Fatal("keys change by themselves")
	}
	e := &all[0].Editions[1]
	e.Meanings = append(e.Meanings, Meaning{Kind: "quantity", Address: "第二条", Anchor: "a2", Old: "三年", New: "五年"})
	now, changed := keys(), 0
	for i, p := range s.Pieces(all) {
		if was[i] == now[i] {
			continue
		}
		changed++
		files, err := p.Files(nil)
		if err != nil {
			t.Fatal(err)
		}
		if at := "changes/" + e.InForce[:4] + "/quantity.html"; !strings.Contains(string(files[at]), "五年") {
			t.Errorf("%s does not tell of it", at)
		}
	}
	if changed != 1 {
		t.Errorf("%d pieces changed, want 1", changed)
	}
}

// TestFeedOfManyRevisions: the feed of everything has the latest, not all.
func TestFeedOfManyRevisions(t *testing.T) {
	in := input(t)
	s, err := New(in.Archive)
	if err != nil {
		t.Fatal(err)
	}
	var all []Summary
	for i := range 2 * newsInFeed {
		all = append(all, Summary{ID: fmt.Sprintf("d%03d", i), Title: "規程", Editions: []Edition{{ID: "a", InForce: fmt.Sprintf("%d-01-01", 1600+i)}}})
	}
	files, err := s.Shared(all)
	if err != nil {
		t.Fatal(err)
	}
	feed := string(files["feed.atom"])
	if n := strings.Count(feed, "<entry>"); n != newsInFeed || !strings.Contains(feed, "1999-01-01") || strings.Contains(feed, "1799-01-01") {
		t.Errorf("%d entries, not the latest %d", n, newsInFeed)
	}
}
