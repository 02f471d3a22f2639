package site

import (
	"cmp"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"shinkyu/corpus"
	"shinkyu/templates/locale"
)

// sourceWords are all words that come from the corpus, longest first: they stay Japanese in every interface.
func sourceWords(in Input) []string {
	seen := map[string]bool{}
	add := func(words ...string) {
		for _, w := range words {
			if w = strings.TrimSpace(w); w != "" {
				seen[w] = true
			}
		}
	}
	add(in.Archive.Title, in.Archive.Owner, in.Archive.Description)
	for _, r := range in.Rules {
		add(r.Rule.Title, r.Rule.Kind, r.Rule.Publisher, r.Rule.Summary)
		for _, v := range r.Rule.Revisions {
			add(v.Label, v.Kind, v.Basis, v.Summary)
		}
		for _, n := range r.Rule.Notes {
			add(n.Title)
		}
		for _, s := range r.States {
			for _, t := range []*corpus.Document{s.Document} {
				units, _ := t.Units()
				for _, u := range units {
					add(u.Text.S, u.Label, u.Path.String(), strings.Trim(u.Text.S, "（）"))
				}
			}
			if s.Result != nil {
				for _, d := range s.Result.Definitions {
					add(d.Term)
				}
				for _, c := range s.Result.Changes {
					for _, e := range c.Effects {
						add(e.Old, e.New)
					}
				}
			}
		}
	}
	var out []string
	for w := range seen {
		out = append(out, w)
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(len(b)-len(a), cmp.Compare(a, b)) })
	return out
}

var (
	japaneseLetters = regexp.MustCompile(`[\p{Hiragana}\p{Katakana}\p{Han}]+`)
	addresses       = regexp.MustCompile(`旧?(附則)?(第[一二三四五六七八九十百〇]+(条|項|号|章)(の[二三四五六七八九十]+)?(・)?)+|（略）|第12条|「[^」]*」`)
)

// marks are those around any Japanese run, whatever it says (web.MarkJapanese).
var marks = regexp.MustCompile(`<span class="src" lang="ja">([^<]*)</span>`)

// Pages in English say nothing in Japanese but words of the sources, and mark whole texts as Japanese for screen readers.
func TestEnglishPagesAreEnglish(t *testing.T) {
	for name, in := range map[string]Input{"texts and tables": input(t), "references": references(t)} {
		in.Archive.Language = "en"
		sources := sourceWords(in)
		leaks := func(s string) string {
			s = strings.ReplaceAll(s, "条見出し", "条") // part of an address
			for _, w := range sources {
				s = strings.ReplaceAll(s, w, "")
			}
			return japaneseLetters.FindString(addresses.ReplaceAllString(s, ""))
		}
		files := build(t, in)
		for at, data := range files {
			files[at] = marks.ReplaceAll(data, []byte("$1"))
		}
		told := map[string]bool{}
		pages(t, files, func(at string, doc *goquery.Document) {
			if strings.Contains(at, "/source/") {
				return
			}
			if doc.Find("html").AttrOr("lang", "") != "en" {
				t.Errorf("%s: %s is not in English", name, at)
			}
			var walk func(n *html.Node, ja bool)
			walk = func(n *html.Node, ja bool) {
				for _, a := range n.Attr {
					if a.Key == "lang" {
						ja = a.Val == "ja"
					}
					if slices.Contains([]string{"aria-label", "placeholder", "title", "alt", "content"}, a.Key) {
						if l := leaks(a.Val); l != "" && !told[a.Val] {
							told[a.Val] = true
							t.Errorf("%s: %s: %s=%q says %q", name, at, a.Key, a.Val, l)
						}
					}
				}
				if n.Type == html.TextNode && !ja {
					if l := leaks(n.Data); l != "" && !told[n.Data] {
						told[n.Data] = true
						t.Errorf("%s: %s: %q says %q", name, at, n.Data, l)
					}
				}
				for c := n.FirstChild; c != nil; c = c.NextSibling {
					walk(c, ja)
				}
			}
			walk(doc.Nodes[0], false)
			doc.Find(".diff td.after p.txt, .diff td.before p.txt, .clausetext p, .full .art p, .ct, blockquote").Each(func(_ int, s *goquery.Selection) {
				if s.Closest(`[lang="ja"]`).Length() == 0 {
					t.Errorf("%s: %s: not marked as Japanese: %q", name, at, s.Text())
				}
			})
		})
	}
}

// The other language changes no address and no data but its sentences.
func TestEnglishSiteHasTheSameAddresses(t *testing.T) {
	in := input(t)
	ja := build(t, in)
	in.Archive.Language = string(locale.English)
	en := build(t, in)
	for at := range ja {
		if _, ok := en[at]; !ok && !strings.HasPrefix(at, "assets/") {
			t.Errorf("%s is missing in English", at)
		}
	}
	const at = "rules/kiroku/revisions/2022-04-01/comparison.json"
	if string(ja[at]) != string(en[at]) {
		t.Error("the data differ")
	}
	var x ruleIndex
	if err := json.Unmarshal(en["rules/kiroku/rule.json"], &x); err != nil || x.Clauses[0].Path != "第一章" {
		t.Errorf("%v %+v", err, x)
	}
}
