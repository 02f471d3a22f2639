package site

import (
	"cmp"
	"fmt"
	"slices"

	"shinkyu/render/web"
)

// changesPage lists every revision of every rule, the latest first.
type changesPage struct {
	Shell shell
	Years []newsYear
	Feeds []web.Link
}

type newsYear struct {
	Year string
	News []newsItem
}

// newsItem is one revision as news.
type newsItem struct {
	Date, Wareki string
	Href         string
	Title        string // rule and revision
	Kind         string
	Summary      string
	Filters      []web.Filter
}

func (b *builder) changes(all []Summary) error {
	const at = "changes/index.html"
	p := changesPage{Shell: b.shell("changes", at, "更新情報", b.archive.Title+"に載せた改正を新しい順に並べています。", []web.Link{{Href: "index.html", Text: "ホーム"}, {Text: "更新情報"}})}
	for _, n := range b.news(at, all) {
		year := "施行日不明"
		if len(n.Date) >= 4 {
			year = n.Date[:4] + "年"
		}
		if k := len(p.Years); k == 0 || p.Years[k-1].Year != year {
			p.Years = append(p.Years, newsYear{Year: year})
		}
		y := &p.Years[len(p.Years)-1]
		y.News = append(y.News, n)
	}
	p.Feeds = append(p.Feeds, web.Link{Href: relative(at, "feed.atom"), Text: "すべての文書"})
	for i := range all {
		p.Feeds = append(p.Feeds, web.Link{Href: relative(at, all[i].dir()+"feed.atom"), Text: all[i].Title})
	}
	return b.page(at, "changes", p)
}

// news are all revisions, latest first, with links from the page at.
func (b *builder) news(at string, all []Summary) []newsItem {
	var out []newsItem
	for i := range all {
		for k := len(all[i].Editions) - 1; k >= 0; k-- {
			out = append(out, b.newsItem(&all[i], k, at, true))
		}
	}
	slices.SortStableFunc(out, func(a, b newsItem) int { return cmp.Compare(b.Date, a.Date) })
	return out
}

// newsItem makes one revision into news; with names the rule too.
func (b *builder) newsItem(s *Summary, k int, at string, rule bool) newsItem {
	e := &s.Editions[k]
	n := newsItem{
		Date: e.InForce, Wareki: inForce(e.InForce), Href: relative(at, s.page(e)), Kind: e.Kind, Summary: e.About,
		Title: e.Label, Filters: e.Filters,
	}
	if rule {
		n.Title = s.Title + "　" + n.Title
	}
	if e.Compared {
		n.Summary = orElse(n.Summary, fmt.Sprintf("%d%sに変更があります。", e.Clauses, s.Unit))
	}
	return n
}
