package site

import (
	"errors"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"shinkyu/corpus"
)

func TestOwnLook(t *testing.T) {
	in := input(t)
	plain := New
	before, err := plain(in.Archive)
	if err != nil {
		t.Fatal(err)
	}
	in.Archive.Colours = corpus.Colours{Accent: "#0b5c2e"}
	in.Archive.Footer = "窓口は[総務課](https://example.org/)。<script>alert(1)</script>"
	in.Archive.Templates = map[string]string{
		"templates/logo.html": `{{define "logo"}}<b class="own-logo">館</b>{{end}}`, "templates/site.css": ".own-logo { font-size: 2rem; }",
	}
	after, err := New(in.Archive)
	if err != nil {
		t.Fatal(err)
	}
	if string(before.Digest()) == string(after.Digest()) {
		t.Error("the cache would keep pages of another look")
	}
	files := build(t, in)
	style := ""
	for at, data := range files {
		if strings.HasPrefix(at, "assets/style.") {
			style = string(data)
		}
	}
	if !strings.Contains(style, "--key:#0b5c2e") || !strings.Contains(style, ".own-logo{") {
		t.Error("colours or styles are missing")
	}
	pages(t, files, func(at string, doc *goquery.Document) {
		if at == "404.html" || strings.Contains(at, "/source/") {
			return
		}
		if doc.Find("header .own-logo").Length() != 1 || doc.Find("footer .gf-own a").Text() != "総務課" || doc.Find("footer script").Length() > 0 {
			t.Errorf("%s: logo or footer is wrong", at)
		}
	})
}

func TestLookThatCannotBeUsed(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*corpus.Archive)
		want   []string
	}{
		"pale accent": {func(a *corpus.Archive) {
			a.Colours.Accent, a.Places = "#8fd3ff", map[string]string{"colours.accent": "corpus.toml:9: accent"}
		}, []string{"corpus.toml:9: accent", "#8fd3ff"}},
		"open action": {func(a *corpus.Archive) {
			a.Templates = map[string]string{"templates/front.html": "{{define \"front\"}}\n<p>{{if .Title}}</p>{{end}}"}
		}, []string{"templates/front.html:2"}},
		"unknown field": {func(a *corpus.Archive) {
			a.Templates = map[string]string{"templates/front.html": "{{define \"front\"}}{{template \"top\" .}}\n\n<h1>{{.Titel}}</h1>{{template \"bottom\" .}}{{end}}"}
		}, []string{"templates/front.html:3", "Titel"}},
		"unknown function": {func(a *corpus.Archive) {
			a.Templates = map[string]string{"templates/front.html": "{{define \"front\"}}{{upper .Title}}{{end}}"}
		}, []string{"templates/front.html:1", "upper"}},
		"no policy": {func(a *corpus.Archive) {
			a.Templates = map[string]string{"templates/front.html": `{{define "front"}}<!DOCTYPE html><title>x</title><h1>x</h1>{{end}}`}
		}, []string{"Content-Security-Policy"}},
		"inline script": {func(a *corpus.Archive) {
			a.Templates = map[string]string{"templates/logo.html": "{{/* no <script> here */}}\n{{define \"logo\"}}{{if true}}<b\n>x</b><script>alert(1)</script>{{end}}{{end}}"}
		}, []string{"<script>", "templates/logo.html:3"}},
		"inline style": {func(a *corpus.Archive) {
			a.Templates = map[string]string{"templates/logo.html": "{{define \"logo\"}}\n<b style=\"color:{{if true}}red{{end}}\">x</b>{{end}}"}
		}, []string{"style=", "templates/logo.html:2"}},
		"outside picture": {func(a *corpus.Archive) {
			a.Templates = map[string]string{"templates/a.html": `{{define "footer"}}x{{end}}`, "templates/logo.html": "{{define \"logo\"}}\n\n<img alt=\"\" src=\"https://example.org/a.png\">{{end}}"}
		}, []string{"src=", "templates/logo.html:3"}},
		"outside style sheet": {func(a *corpus.Archive) {
			a.Templates = map[string]string{"templates/logo.html": `{{define "logo"}}<link rel="stylesheet" href="//example.org/a.css">{{end}}`}
		}, []string{"href=", "templates/logo.html:1"}},
		"outside picture in a style sheet": {func(a *corpus.Archive) {
			a.Templates = map[string]string{"templates/a.css": "/* url(//x)\n */\nbody { color: red }\n.b { background: URL( 'https://example.org/a.png') }"}
		}, []string{"templates/a.css:4", "https:"}},
		"code in a link": {func(a *corpus.Archive) {
			a.Templates = map[string]string{"templates/logo.html": `{{define "logo"}}<a href="javascript:alert(1)">x</a>{{end}}`}
		}, []string{"javascript:", "templates/logo.html:1"}},
		"other page inside": {func(a *corpus.Archive) {
			a.Templates = map[string]string{"templates/logo.html": `{{define "logo"}}<iframe src="a.html"></iframe>{{end}}`}
		}, []string{"<iframe", "templates/logo.html:1"}},
	} {
		t.Run(name, func(t *testing.T) {
			in := input(t)
			c.change(in.Archive)
			_, err := Build(in)
			var f *corpus.Failure
			if !errors.As(err, &f) || f.HintJA == "" || f.HintEN == "" {
				t.Fatalf("%v", err)
			}
			for _, w := range c.want {
				if !strings.Contains(f.English, w) || !strings.Contains(f.Japanese, w) {
					t.Errorf("%q does not say %q", f.English, w)
				}
			}
		})
	}
}
