package site

import (
	"bytes"
	"strings"
	"testing"
)

func TestOldAddressesLeadToNewOnes(t *testing.T) {
	in := input(t)
	in.Archive.BaseURL = "https://example.org/r/"
	plain := build(t, in)
	in.Rules[0].Rule.Formerly = []string{"hozon", "bunsho"}
	files := build(t, in)
	for _, at := range []string{"index.html", "revisions/2022-04-01/index.html", "terms/index.html", strings.TrimPrefix(life(t, in, "第二条"), "rules/kiroku/")} {
		for _, old := range in.Rules[0].Rule.Formerly {
			doc := get(t, files, "rules/"+old+"/"+at)
			want := relative("rules/"+old+"/"+at, "rules/kiroku/"+at)
			refresh := doc.Find("noscript").Text() + doc.Find("noscript meta").AttrOr("content", "")
			if !strings.Contains(refresh, "url="+want) || doc.Find("a").AttrOr("href", "") != want || doc.Find("script").AttrOr("data-to", "") != want {
				t.Errorf("%s/%s leads to %q, want %s", old, at, refresh, want)
			}
			if doc.Find(`link[rel="canonical"]`).AttrOr("href", "") != "https://example.org/r/rules/kiroku/"+at || doc.Find(`meta[name="robots"]`).AttrOr("content", "") != "noindex" {
				t.Errorf("%s/%s: search engines would keep it", old, at)
			}
		}
	}
	if strings.Contains(string(files["sitemap.xml"]), "hozon") {
		t.Error("the site map lists old addresses")
	}
	if !bytes.Equal(files["rules/hozon/feed.atom"], files["rules/kiroku/feed.atom"]) || !strings.Contains(string(files["rules/kiroku/feed.atom"]), "urn:shinkyu:hozon:") {
		t.Error("the feed moved")
	}
	copies := 0
	for at, data := range files {
		switch rest, ok := strings.CutPrefix(at, "rules/kiroku/"); {
		case !ok || strings.HasSuffix(at, ".html"):
		case strings.HasSuffix(at, ".png") || strings.HasSuffix(at, ".js") || rest == "sitemap.xml":
			if _, ok := files["rules/hozon/"+rest]; ok {
				t.Errorf("%s stands at the old address too", rest)
			}
		default:
			copies++
			if !bytes.Equal(files["rules/hozon/"+rest], data) {
				t.Errorf("%s is not at the old address", rest)
			}
		}
	}
	if copies < 8 {
		t.Errorf("%d files of data at the old address", copies)
	}
	for at := range plain {
		if _, ok := files[at]; !ok {
			t.Errorf("%s is gone", at)
		}
	}
}

func TestOldAddressesOfARevisionLeadOn(t *testing.T) {
	in := input(t)
	plain := build(t, in)
	in.Rules[0].Rule.Formerly = []string{"hozon"}
	in.Rules[0].Rule.Revisions[0].Formerly = []string{"2019-03-15"}
	in.Rules[0].Rule.Revisions[1].Formerly = []string{"2021-10-01", "dai2"}
	was := [2]*strings.Replacer{strings.NewReplacer("2019-04-01", "2019-03-15", "2022-04-01", "2021-10-01"), strings.NewReplacer("2022-04-01", "dai2")}
	files := build(t, in)
	compared := 0
	for at := range plain {
		rest, ok := strings.CutPrefix(at, "rules/kiroku/")
		if !ok || was[0].Replace(rest) == rest {
			continue
		}
		if strings.HasPrefix(rest, "compare/") {
			compared++
		}
		for _, old := range []string{"rules/kiroku/" + was[0].Replace(rest), "rules/hozon/" + was[1].Replace(rest)} {
			switch {
			case !strings.HasSuffix(at, ".html"):
				if !bytes.Equal(files[old], plain[at]) {
					t.Errorf("%s is not what %s is", old, at)
				}
			case get(t, files, old).Find("a").AttrOr("href", "") != relative(old, at):
				t.Errorf("%s does not lead to %s", old, at)
			}
		}
	}
	if compared == 0 {
		t.Error("no pair of revisions has a page: its old addresses were not seen")
	}
	if feed := string(files["rules/kiroku/feed.atom"]); !strings.Contains(feed, "urn:shinkyu:hozon:2021-10-01<") {
		t.Error("readers of the feed would meet the renamed revision as news")
	}
	if strings.Contains(string(files["sitemap.xml"]), "2021-10-01") {
		t.Error("the site map lists old addresses")
	}
}
