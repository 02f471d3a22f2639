package main

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// attacks are words that mean something to a browser, a template, a style sheet, a feed or a terminal. Each would set window.ran, or ask
// another machine, or break a file, if any page gave it out as anything but text.
var attacks = []string{
	`<script>window.ran=1</script>`, `"><img src=x onerror=window.ran=1>`, `' onmouseover=window.ran=1 '`, `</title></h1><svg onload=window.ran=1>`,
	`]]>--><iframe src=javascript:window.ran=1>`, `{{.}}${window.ran=1}<%=1%>`, `</style><style>@import url(//evil.example/a);`, `&lt;b&gt;&amp;amp;`,
	`javascript:window.ran=1`, `http://evil.example/a`, "\u202eevil\u2066", `</script><script>window.ran=1//`, `\u003cscript\u003e`,
	endless,
}

// endless is a word that no line takes; a page breaks it rather than grow wider than its window.
var endless = strings.Repeat("endless", 30)

// probe is a page, and what a reader must see there to the letter.
type probe struct {
	Page string   `json:"page"`
	Text []string `json:"text"`
}

// hostileCorpus writes a corpus in which every place that takes words has an attack in it. Every place gets every attack over the documents.
func hostileCorpus(t *testing.T) (folder string, probes []probe) {
	t.Helper()
	dir := t.TempDir()
	quoted := func(s string) string {
		b, err := json.Marshal(s) // TOML strings escape as JSON does
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	first := attacks[0] + attacks[1] + attacks[4] + endless
	put(t, dir, "corpus.toml", fmt.Sprintf("title = %s\nowner = %s\ndescription = %s\nbase_url = \"https://shinkyu.example/\"\n", quoted("題"+first), quoted("主"+first), quoted("説"+first)))
	probes = append(probes, probe{"index.html", []string{"題" + first, "主" + first, "説" + first}}, probe{"search/index.html", []string{"題" + first}}, probe{"changes/index.html", nil})
	for i := range attacks {
		at := func(n int) string { return attacks[(i+n)%len(attacks)] }
		id := fmt.Sprintf("rule-%02d", i)
		file := strings.NewReplacer("/", "_", ":", "_", `\`, "_").Replace(at(9)) + ".html"
		field := func(name, text string) string { return name + " = " + quoted(text) + "\n" }
		put(t, dir, id+"/rule.toml", field("title", "名"+at(0))+field("kind", "類"+at(1))+field("publisher", "者"+at(2))+field("summary", "要"+at(3))+
			"[[revision]]\n"+field("label", "初"+at(4))+field("kind", "種"+at(5))+field("basis", "拠"+at(6))+field("summary", "旨"+at(7))+"in_force = \"2024-04-01\"\ncontent = \"text\"\nfile = \"1.txt\"\n"+
			"[[revision]]\n"+field("label", "改"+at(5))+field("kind", "種"+at(6))+field("basis", "拠"+at(7))+field("summary", "旨"+at(8))+"in_force = \"2025-04-01\"\ncontent = \"table\"\n"+field("file", file))
		put(t, dir, id+"/1.txt", fmt.Sprintf("第一条　係員は、記録%sを作る。\n第二条（題%s）　保存の期間は、三年とする。\n", at(10), at(11)))
		escape := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace
		put(t, dir, id+"/"+file, fmt.Sprintf(`<!doctype html><title>%[1]s</title><script>window.ran=1</script><style>@import url(//evil.example/a);</style><body onload="window.ran=1" style="background:url(//evil.example/b)">
<table onclick="window.ran=1"><tr><th>改正後</th><th>改正前</th></tr>
<tr><td>第一条　係員は、<u>台帳%[1]s</u>を作る。<script>window.ran=1</script><img src="//evil.example/c" onerror="window.ran=1"></td><td>第一条　係員は、<u>記録%[2]s</u>を作る。</td></tr>
<tr><td>第二条　保存の期間は、<u style="background:url(//evil.example/d)">五年</u>とする。<iframe src="javascript:window.ran=1"></iframe></td><td>第二条　保存の期間は、<u>三年</u>とする。</td></tr></table>`, escape(at(12)), escape(at(10))))
		put(t, dir, id+"/notes/n.md", fmt.Sprintf("---\nclause: 第一条\nrevision: 2025-04-01\ntitle: %s\n---\n\n理由は`%s`である。\n\n<script>window.ran=1</script>\n\n<img src=x onerror=window.ran=1>[甲](javascript:window.ran=1) [乙](data:text/html,x) ![丙](//evil.example/e) [[第一条\"><script>window.ran=1</script>]] [[第二条]]\n",
			"注"+at(1), at(0)))
		probes = append(probes,
			probe{"rules/" + id + "/index.html", []string{"名" + at(0), "類" + at(1), "要" + at(3), "改" + at(5), "旨" + at(8)}},
			probe{"rules/" + id + "/revisions/2025-04-01/index.html", []string{"名" + at(0), "拠" + at(7), "台帳" + at(12), "記録" + at(10), "注" + at(1), "理由は" + at(0) + "である。"}},
			probe{"rules/" + id + "/revisions/2024-04-01/index.html", []string{"記録" + at(10), "拠" + at(6)}})
	}
	return dir, probes
}

// A corpus written to harm: every page in Chromium runs nothing, asks nobody, breaks no policy, and shows the words as they were written, at no width wider than the window; feeds
// and the map of the site are XML.
func TestHostileInBrowser(t *testing.T) {
	dir, probes := hostileCorpus(t)
	folder := built(t, dir)
	data, err := json.Marshal(probes)
	if err != nil {
		t.Fatal(err)
	}
	inBrowser(t, "hostile.mjs", folder, put(t, t.TempDir(), "probes.json", string(data)))
}

// What no browser is needed for: the same corpus as files.
func TestHostileFiles(t *testing.T) {
	dir, _ := hostileCorpus(t)
	feeds := 0
	err := fs.WalkDir(os.DirFS(built(t, dir)), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if strings.ContainsAny(path, `<>"'`) && !strings.Contains(path, "/source/") {
			t.Errorf("a file of the site is called %q", path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	folder := built(t, dir)
	err = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, _ := filepath.Rel(folder, path)
		switch filepath.Ext(path) {
		case ".atom", ".xml":
			feeds++
			if err := wellFormed(path); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		case ".html":
			if strings.Contains(name, "source") {
				return nil
			}
			f, err := os.Open(path)
			if err != nil {
				return err
			}
			defer f.Close()
			page, err := goquery.NewDocumentFromReader(f)
			if err != nil {
				return err
			}
			page.Find("*").Each(func(_ int, s *goquery.Selection) {
				for _, a := range s.Nodes[0].Attr {
					switch {
					case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "srcdoc":
						t.Errorf("%s: <%s %s=%q>", name, goquery.NodeName(s), a.Key, a.Val)
					case (a.Key == "href" || a.Key == "src" || a.Key == "action") && (strings.HasPrefix(strings.TrimSpace(strings.ToLower(a.Val)), "javascript:") || strings.HasPrefix(a.Val, "data:")):
						t.Errorf("%s: <%s %s=%q>", name, goquery.NodeName(s), a.Key, a.Val)
					}
				}
			})
			page.Find("script").Each(func(_ int, s *goquery.Selection) {
				if src, ok := s.Attr("src"); (!ok || strings.Contains(src, "//")) && s.AttrOr("type", "") != "application/ld+json" {
					t.Errorf("%s: a script of its own: %q %q", name, src, s.Text())
				}
			})
			page.Find("script[type='application/ld+json']").Each(func(_ int, s *goquery.Selection) {
				if !json.Valid([]byte(s.Text())) {
					t.Errorf("%s: JSON-LD is not JSON: %q", name, s.Text())
				}
			})
			if n := page.Find("iframe, object, embed, img[src^='//'], style:not(head > style), base, form[action*='//']").Length(); n > 0 {
				t.Errorf("%s: %d elements that no page has", name, n)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if feeds < 2*len(attacks) {
		t.Errorf("%d feeds and maps", feeds)
	}
}

// wellFormed reads an XML file to its end.
func wellFormed(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	for d := xml.NewDecoder(f); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// A name of a document that is no plain word is refused, and so is what leaves the corpus.
func TestHostileNames(t *testing.T) {
	for _, id := range []string{"<b>", "a b", `x"y`, "..%2f", "a\u202eb", "規 程"} {
		dir := t.TempDir()
		put(t, dir, "corpus.toml", "title = \"見本\"\n")
		put(t, dir, id+"/rule.toml", ruleToml)
		put(t, dir, id+"/1.txt", "第一条　花は、摘まないものとする。\n")
		var said strings.Builder
		if code := run([]string{"build", dir, "-o", filepath.Join(t.TempDir(), "site")}, nil, io.Discard, &said, os.Getenv); code != 2 || !strings.Contains(said.String(), "hint") {
			t.Errorf("%q: ends with %d: %s", id, code, said.String())
		}
	}
	for _, file := range []string{"../1.txt", "/etc/hostname", "link.txt", "a/../../1.txt"} {
		dir := t.TempDir()
		put(t, dir, "corpus.toml", "title = \"見本\"\n")
		put(t, dir, "1.txt", "第一条　花は、摘まないものとする。\n")
		put(t, dir, "mizu/rule.toml", strings.Replace(ruleToml, "1.txt", file, 1))
		if err := os.Symlink("/etc/hostname", filepath.Join(dir, "mizu", "link.txt")); err != nil {
			t.Logf("no symbolic links here: %v", err)
		}
		var said strings.Builder
		if code := run([]string{"build", dir, "-o", filepath.Join(t.TempDir(), "site")}, nil, io.Discard, &said, os.Getenv); code != 2 {
			t.Errorf("%s: ends with %d: %s", file, code, said.String())
		}
	}
}
