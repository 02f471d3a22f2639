package site

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"shinkyu/corpus"
	"shinkyu/diff/lineage"
	"shinkyu/templates/locale"
)

func get(t *testing.T, files Files, at string) *goquery.Document {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(files[at]))
	if err != nil || len(files[at]) == 0 {
		t.Fatalf("%s: %v", at, err)
	}
	return doc
}

// life is the page of the clause that has an address now.
func life(t *testing.T, in Input, address string) string {
	t.Helper()
	h := newHistory(&in.Rules[0], locale.Japanese)
	i := h.find(address, len(h.states)-1)
	if i < 0 {
		t.Fatalf("no life of %s", address)
	}
	return clausePage(in.Rules[0].Rule, &in.Rules[0].Lives[i])
}

func TestClausePageTellsTheWholeLife(t *testing.T) {
	in := input(t)
	files := build(t, in)
	doc := get(t, files, life(t, in, "第二条"))
	if h := doc.Find("h1").Text(); !strings.HasPrefix(h, "第二条（保存の期間）") {
		t.Errorf("heading %q", h)
	}
	if now := doc.Find(".clausetext").Text(); !strings.Contains(now, "十年間") || !strings.Contains(now, "起算する") {
		t.Errorf("text now %q", now)
	}
	story := doc.Find(".life").Text()
	for _, want := range []string{"令和7年10月1日施行", "七年", "十年", "令和4年4月1日施行", "五年", "平成31年4月1日施行", "制定"} {
		if !strings.Contains(story, want) {
			t.Errorf("the history does not say %s", want)
		}
	}
	note := doc.Find(".nt")
	if !strings.Contains(note.Text(), "期間を延ばした理由") || note.Find("a").Length() != 1 {
		t.Errorf("note %q", note.Text())
	}
}

// Wherever a server shows the page for what is not there, its links lead to the front page: with a base in one step, without one by the folders
// above, whatever path the site lies below.
func TestNotFoundLeadsHome(t *testing.T) {
	for _, base := range []string{"", "https://rules.example/archive/"} {
		in := input(t)
		in.Archive.BaseURL = base
		files := build(t, in)
		for _, below := range []string{"/", "/archive/", "/a/b/"} {
			for _, lost := range []string{"nai.html", "nai/", "rules/nai/revisions/x/", "rules/kiroku/clauses/nai.html"} {
				at, _ := url.Parse("https://rules.example" + below + lost)
				steps := 0
				for ; ; steps++ {
					name, inside := strings.CutPrefix(at.Path, below)
					if !inside || steps > 5 {
						t.Fatalf("base %q, %s below %s: after %d steps at %s", base, lost, below, steps, at)
					}
					if name = strings.TrimSuffix(name, "index.html"); name == "" {
						break
					}
					if !strings.HasSuffix(name, ".html") {
						name += "index.html"
					}
					next := ""
					if files[name] != nil { // a page of the site knows the way
						next = get(t, files, name).Find("nav a").First().AttrOr("href", "")
					} else {
						links := get(t, files, "404.html").Find("main a").Map(func(_ int, s *goquery.Selection) string { return s.AttrOr("href", "") })
						switch {
						case base != "":
							next = strings.Replace(links[0], "/archive/", below, 1)
						case below == "/":
							next = links[0]
						case strings.HasSuffix(name, "index.html"):
							next = links[2]
						default:
							next = links[1]
						}
					}
					to, err := url.Parse(next)
					if err != nil || next == "" {
						t.Fatalf("%s leads to %q", name, next)
					}
					at = at.ResolveReference(to)
				}
				if steps > 1 && (base != "" || below == "/") {
					t.Errorf("base %q, %s below %s: %d steps", base, lost, below, steps)
				}
			}
		}
	}
}

// Search prints dates as the pages do, in the site's language.
func TestSearchWordsItsDates(t *testing.T) {
	for language, want := range map[string][]string{"ja": {"平成31年4月1日", "令和7年10月1日"}, "en": {"1 April 2019", "1 October 2025"}} {
		in := input(t)
		in.Archive.Language = language
		for _, date := range want {
			if index := build(t, in)["search/index.js"]; !bytes.Contains(index, []byte(date)) {
				t.Errorf("%s: no %s in %s", language, date, index)
			}
		}
	}
}

// A rule with one version has no line of versions to choose from: its pages say that it was not amended yet. One whose only version is a table was.
func TestOneVersion(t *testing.T) {
	for language, never := range map[string]string{"ja": "改正はまだありません", "en": "not amended yet"} {
		in := input(t)
		in.Archive.Language = language
		one := &in.Rules[0]
		one.States, one.Rule.Revisions, one.Rule.Notes = one.States[:1], one.Rule.Revisions[:1], nil
		one.Lives = lineage.Trace([]lineage.State{{Document: one.States[0].Document}})
		files := build(t, in)
		for _, at := range []string{"rules/kiroku/index.html", "rules/kiroku/revisions/2019-04-01/index.html", "rules/kiroku/revisions/2019-04-01/text.html"} {
			if files[at] != nil && get(t, files, at).Find(".tl").Length() > 0 {
				t.Errorf("%s: a line of one version", at)
			}
		}
		if text := get(t, files, "rules/kiroku/index.html").Find(".facts").Text(); !strings.Contains(text, never) {
			t.Errorf("the page of the rule says %q", text)
		}
		if text := get(t, files, "index.html").Find("main").Text(); !strings.Contains(text, never) {
			t.Errorf("the front page says %q", text)
		}
		in = input(t)
		table := &in.Rules[0]
		table.States, table.Rule.Revisions, table.Rule.Notes = table.States[2:], table.Rule.Revisions[2:], nil
		table.Lives = lineage.Trace([]lineage.State{{Document: table.States[0].Document, Result: table.States[0].Result}})
		if text := get(t, build(t, in), "rules/kiroku/index.html").Find(".facts").Text(); strings.Contains(text, "まだありません") {
			t.Errorf("the page of a rule with one table says %q", text)
		}
	}
}

// A reader sees no address with signs between its steps: not on a page, in what can be searched, or in the name of a link.
func TestAddressesAsCited(t *testing.T) {
	old := "1|１|１　目的\n1/¶1||この指針は、点検について定める。\n2|２|２　点検\n2/(1)|(1)|(1)　点検は、毎月行う。\n2/(1)/ア|ア|ア　職員は、点検の結果を記録するものとする。\n3|３|３　報告\n3/¶1||点検の結果は、館長に報告する。"
	now := "1|１|１　目的\n1/¶1||この指針は、定期の点検について定める。\n2|２|２　点検\n2/(1)|(1)|(1)　点検は、毎週行う。\n2/(1)/ア|ア|ア　職員は、点検の結果を記録しなければならない。\n2/(2)|(2)|(2)　点検の結果は、館長に報告する。"
	in := inputOf(t, old, now, now, now)
	in.Rules[0].Rule.Notes = []corpus.Note{{Clause: "2/(1)", Revision: "2022-04-01", Title: "毎週とした理由", Markdown: "[[1/¶1]]と合わせた。"}}
	slashed := regexp.MustCompile(`[0-9)]/[(ア¶]|¶[0-9]`)
	said := 0
	for at, data := range build(t, in) {
		text := string(data)
		switch {
		case strings.HasSuffix(at, ".html"):
			doc := get(t, Files{at: data}, at)
			doc.Find("script, style").Remove()
			text = doc.Text()
			for _, name := range []string{"aria-label", "title", "content"} {
				doc.Find("[" + name + "]").Each(func(_ int, s *goquery.Selection) { text += "\n" + s.AttrOr(name, "") })
			}
		case !strings.HasPrefix(at, "search/") && (!strings.HasSuffix(at, ".xml") || strings.HasSuffix(at, "comparison.xml")):
			continue
		}
		if strings.Contains(text, "2(1)") {
			said++
		}
		if found := slashed.FindStringIndex(text); found != nil {
			t.Errorf("%s: …%s…", at, strings.ToValidUTF8(text[max(0, found[0]-40):min(len(text), found[1]+40)], ""))
		}
	}
	if said < 5 {
		t.Errorf("2(1) is said on %d pages", said)
	}
}

func TestLifeThroughRenumbering(t *testing.T) {
	in := input(t)
	files := build(t, in)
	doc := get(t, files, life(t, in, "第四条"))
	if s := doc.Find(".life").Text(); !strings.Contains(s, "第三条から第四条に移る") || !strings.Contains(s, "館長の承認を得て") {
		t.Errorf("history of 第四条: %s", s)
	}
}

func TestRulePageHasTheTextOfToday(t *testing.T) {
	files := build(t, input(t))
	doc := get(t, files, "rules/kiroku/index.html")
	doc.Find(".h").Remove()
	text := strings.Join(strings.Fields(doc.Find(".full .art").Text()), "")
	for _, want := range []string{"この規程は、記録の保存に関し", "記録を十年間保存し", "館長が延長する", "館長の許可を得て", "館長の承認を得て廃棄"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text of today lacks %q", want)
		}
	}
	if strings.Contains(text, "七年間") || strings.Contains(text, "（略）") {
		t.Error("the text of today has old words or （略）")
	}
	if n := doc.Find(".track li").Length(); n != 3 {
		t.Errorf("%d revisions on the line", n)
	}
}

func TestComparisonPage(t *testing.T) {
	files := build(t, input(t))
	doc := get(t, files, "rules/kiroku/revisions/2022-04-01/index.html")
	doc.Find("[hidden]").Remove()
	if doc.Find("#v-side, #v-inline, #v-after").Length() != 3 || doc.Find(".diff thead th").Length() != 2 {
		t.Error("views or heads are wanting")
	}
	if s := doc.Find("td.after ins").Text(); !strings.Contains(s, "七年") {
		t.Errorf("inserted: %q", s)
	}
	if s := doc.Find("td.before del").Text(); !strings.Contains(s, "五年") {
		t.Errorf("deleted: %q", s)
	}
	if s := doc.Find(".rep .nt").Text(); !strings.Contains(s, "改正の趣旨") {
		t.Errorf("notes on the revision: %q", s)
	}
	if s := doc.Find(".hrow .nt").Text(); !strings.Contains(s, "期間を延ばした理由") {
		t.Errorf("notes on a clause: %q", s)
	}
	table := get(t, files, "rules/kiroku/revisions/2025-10-01/index.html")
	if s := table.Find(".ryaku details").Text(); !strings.Contains(s, "この規程は、記録の保存に関し") {
		t.Errorf("behind （略）: %q", s)
	}
}

// Words behind a （略） are those that the table leaves out: not the caption above it once more, and of an article whose paragraphs it prints only its own.
func TestBehindOmission(t *testing.T) {
	side := "第二条#見出し||（保存の期間）\n第二条|第二条|第二条　（略）\n第二条第二項|２|２　前項の期間は、記録を%s日から起算する。\n第四条#見出し||（廃棄）\n第四条|第四条|第四条　（略）"
	files := build(t, inputWith(t, fmt.Sprintf(side, "受け取った"), fmt.Sprintf(side, "作成した")))
	var got []string
	get(t, files, "rules/kiroku/revisions/2025-10-01/index.html").Find("details.bh p, .ryaku details p").Each(func(_ int, p *goquery.Selection) { got = append(got, p.Text()) })
	want := []string{"第二条　職員は、記録を七年間保存しなければならない。", "（廃棄）", "第四条　保存の期間を過ぎた記録は、廃棄するものとする。"}
	if !slices.Equal(got, want) {
		t.Errorf("behind （略）: %q", got)
	}
}

// A term that became another one is gone, though its letters stand in the new one; and the same change of several paragraphs is said once.
func TestTermThatWasRenamed(t *testing.T) {
	text := "第一条|第一条|第一条　この規程は、館の課及び室（以下「課室」という。）の記録について定める。\n第二条|第二条|第二条　課室は、記録を作成しなければならない。\n第二条第二項|２|２　課室は、記録を保存しなければならない。"
	second := strings.Replace(text, "について定める", "に関し必要な事項を定める", 1)
	third := strings.ReplaceAll(strings.Replace(second, "課及び室", "課、室及び分館", 1), "課室", "課室等")
	files := build(t, inputOf(t, text, second, third, second))
	terms := get(t, files, "rules/kiroku/terms/index.html")
	if s := terms.Find("section:has(#td-h) h3").Text(); s != "課室等" {
		t.Errorf("terms that stand: %q", s)
	}
	if s := terms.Find("section:has(#tg-h) .term").Text(); !strings.Contains(s, "課室") || !strings.Contains(s, "改称") || !strings.Contains(s, "第三版") {
		t.Errorf("terms that are gone: %q", s)
	}
	in := inputOf(t, text, second, third, second)
	if s := get(t, files, life(t, in, "第二条")).Find("main").Text(); strings.Count(s, "（「課室」→「課室等」）") != 1 {
		t.Errorf("the history says %q", s)
	}
	if n := get(t, files, "rules/kiroku/index.html").Find(`.title a[href="#text-h"]`).Length(); n != 1 {
		t.Errorf("%d links to the text in force at the head of the rule's page", n)
	}
}

// 附則 is no 条: beside changed articles it is not counted with them, alone it is an item.
func TestSupplementIsNoArticle(t *testing.T) {
	text := "第一条|第一条|第一条　館長は、記録を%d年間保存する。\n"
	supplement := "附則|附　則|附　則\n附則/第一項|１|１　この規程は、公布の日から施行する。"
	for want, side := range map[string][2]string{
		"1か条": {fmt.Sprintf(text, 5) + supplement, fmt.Sprintf(text, 3)}, "1項目": {fmt.Sprintf(text, 3) + supplement, fmt.Sprintf(text, 3)},
	} {
		doc := get(t, build(t, inputWith(t, side[0], side[1])), "rules/kiroku/revisions/2025-10-01/index.html")
		if s := doc.Find(".sum strong").Text(); s != want {
			t.Errorf("counted %q, want %s", s, want)
		}
	}
}

func TestFeed(t *testing.T) {
	in := input(t)
	for _, base := range []string{"", "https://example.org/r/"} {
		in.Archive.BaseURL = base
		files := build(t, in)
		var feed struct {
			ID      string `xml:"id"`
			Updated string `xml:"updated"`
			Links   []struct {
				Href string `xml:"href,attr"`
				Rel  string `xml:"rel,attr"`
			} `xml:"link"`
			Entries []struct {
				ID      string `xml:"id"`
				Updated string `xml:"updated"`
				Link    struct {
					Href string `xml:"href,attr"`
				} `xml:"link"`
			} `xml:"entry"`
		}
		if err := xml.Unmarshal(files["rules/kiroku/feed.atom"], &feed); err != nil {
			t.Fatal(err)
		}
		if feed.Updated != "2025-10-01T00:00:00+09:00" || len(feed.Entries) != 3 || feed.Entries[0].ID != "urn:shinkyu:kiroku:2025-10-01" {
			t.Errorf("feed %+v", feed)
		}
		self, page := "feed.atom", "index.html"
		if base != "" {
			self, page = base+"rules/kiroku/"+self, base+"rules/kiroku/"+page
		}
		if l := feed.Links; len(l) != 2 || l[0].Rel != "self" || l[0].Href != self || l[1].Href != page {
			t.Errorf("links of the feed %+v, want %s and %s", l, self, page)
		}
		want := "revisions/2025-10-01/index.html"
		if base != "" {
			want = base + "rules/kiroku/" + want
		}
		if got := feed.Entries[0].Link.Href; got != want {
			t.Errorf("link %s, want %s", got, want)
		}
		if base != "" && (!strings.Contains(string(files["sitemap.xml"]), base+"rules/kiroku/sitemap.xml") || !strings.Contains(string(files["rules/kiroku/sitemap.xml"]), base+"rules/kiroku/index.html")) {
			t.Error("the sitemap lacks the rule")
		}
	}
}

// TestSitemapOfManyPages: every address stands in one map, and no map names more than it may.
func TestSitemapOfManyPages(t *testing.T) {
	in := input(t)
	in.Archive.BaseURL = "https://rules.example.jp/"
	frame, err := New(in.Archive)
	if err != nil {
		t.Fatal(err)
	}
	b := &builder{frame, Files{}}
	pages := []string{"index.html", "a/index.html", "b&c/index.html", "d/index.html", "e/index.html"}
	b.files["index.html"] = nil
	var all []Summary
	for i, page := range pages[1:] {
		maps, err := b.maps(fmt.Sprintf("%d/sitemap", i), "urlset", "url", []string{page}, 2)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, Summary{Maps: maps})
	}
	top, err := b.sitemaps(all, 2)
	if err != nil || len(top) != 3 {
		t.Fatal(top, err)
	}
	type list struct {
		XMLName xml.Name
		Places  []string `xml:"url>loc"`
		Maps    []string `xml:"sitemap>loc"`
	}
	var index list
	for _, at := range top {
		if err := xml.Unmarshal(b.files[at], &index); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for _, at := range index.Maps {
		var part list
		if err := xml.Unmarshal(b.files[strings.TrimPrefix(at, in.Archive.BaseURL)], &part); err != nil {
			t.Fatalf("%s: %v", at, err)
		}
		if len(part.Places) > 2 {
			t.Errorf("%s names %d addresses", at, len(part.Places))
		}
		got = append(got, part.Places...)
	}
	var want []string
	for _, at := range pages {
		want = append(want, b.absolute(at))
	}
	if index.XMLName.Local != "sitemapindex" || !slices.Equal(got, want) {
		t.Errorf("%s: %q, want %q", index.XMLName.Local, got, want)
	}
}

func TestData(t *testing.T) {
	files := build(t, input(t))
	var x ruleIndex
	if err := json.Unmarshal(files["rules/kiroku/rule.json"], &x); err != nil {
		t.Fatal(err)
	}
	if x.Schema != "shinkyu.rule/1" || len(x.Revisions) != 3 || x.Revisions[1].Clauses == 0 || len(x.Clauses) < 8 {
		t.Errorf("%+v", x)
	}
	var c struct{ Schema string }
	if err := json.Unmarshal(files["rules/kiroku/revisions/2022-04-01/comparison.json"], &c); err != nil || c.Schema != "shinkyu.comparison/1" {
		t.Errorf("comparison: %v %v", c, err)
	}
}

func TestAddresses(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"index.html", "rules/a/index.html", "rules/a/index.html"},
		{"rules/a/index.html", "rules/a/terms/index.html", "terms/index.html"},
		{"rules/a/terms/index.html", "rules/a/index.html", "../index.html"},
		{"rules/a/clauses/x.html", "rules/a/clauses/y.html", "y.html"},
		{"rules/a/index.html", "index.html", "../../index.html"},
		{"a/b/index.html", "#x", "#x"},
		{"rules/index.html", "rules/x/", "x/"},
	} {
		if got := relative(c.from, c.to); got != c.want {
			t.Errorf("from %s to %s: %s, want %s", c.from, c.to, got, c.want)
		}
	}
	seen := map[string]string{}
	for _, name := range []string{"", "_", ".", "..", "a", "a/b", "a~2fb", "../a", "規程", "第1号", "a b", "a%20b", ".hidden", "CON<>"} {
		s := segment(name)
		if s == "." || s == ".." || strings.ContainsAny(s, "/\\ %<>") {
			t.Errorf("%q becomes %q", name, s)
		}
		if other, taken := seen[s]; taken && name != "_" {
			t.Errorf("%q and %q share %q", name, other, s)
		}
		seen[s] = name
	}
}

// A clause that comes back says so where it does, and not that it is new.
func TestClauseThatComesBack(t *testing.T) {
	const kept = "第一条|第一条|第一条　この規程は、書庫の利用を定める。\n第二条|第二条|第二条　館長は、毎月点検を行う。"
	const back = kept + "\n第三条|第三条|第三条　書庫の鍵は、当番の者が閉館の後に返すものとする。"
	in := revisions(t, back, kept, back)
	doc := get(t, build(t, in), life(t, in, "第三条"))
	var badges []string
	doc.Find("main .bdg, main [class*='b-']").Each(func(_ int, s *goquery.Selection) { badges = append(badges, strings.TrimSpace(s.Text())) })
	if !slices.Contains(badges, "復活") || slices.Contains(badges, "新設") {
		t.Errorf("badges %q", badges)
	}
}

// A note names clauses as people write them.
func TestNoteNamesClauses(t *testing.T) {
	in := input(t)
	r := in.Rules[0].Rule
	r.Notes[0].Markdown = "[[第二条第二項]]、[[第２条２項]]、[[第4条]]、[[第九条]]"
	doc := get(t, build(t, in), life(t, in, "第二条"))
	links := map[string]string{}
	doc.Find(".nt a, .note a, main a").Each(func(_ int, s *goquery.Selection) { links[s.Text()] = s.AttrOr("href", "") })
	if links["第２条２項"] == "" || links["第２条２項"] != links["第二条第二項"] || links["第4条"] == "" || links["第九条"] != "" {
		t.Errorf("links %v", links)
	}
}
