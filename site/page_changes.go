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

func (b *builder) changes() error {
	const at = "changes/index.html"
	p := changesPage{Shell: b.shell("changes", at, "更新情報", b.in.Archive.Title+"に載せた改正を新しい順に並べています。", []web.Link{{Href: "index.html", Text: "ホーム"}, {Text: "更新情報"}})}
	for _, n := range b.news(at) {
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
	for _, h := range b.rules {
		p.Feeds = append(p.Feeds, web.Link{Href: relative(at, ruleDir(h.rule)+"feed.atom"), Text: h.rule.Title})
	}
	return b.page(at, "changes", p)
}

// news are all revisions, latest first, with links from the page at.
func (b *builder) news(at string) []newsItem {
	var out []newsItem
	for _, h := range b.rules {
		for k := len(h.states) - 1; k >= 0; k-- {
			out = append(out, b.newsItem(h, k, at, true))
		}
	}
	slices.SortStableFunc(out, func(a, b newsItem) int { return cmp.Compare(b.Date, a.Date) })
	return out
}

// newsItem makes one revision into news; with names the rule too.
func (b *builder) newsItem(h *history, k int, at string, rule bool) newsItem {
	v := h.states[k].Revision
	n := newsItem{
		Date: v.InForce, Wareki: inForce(v.InForce), Href: relative(at, revisionDir(h.rule, v)+"index.html"), Kind: v.Kind, Summary: v.Summary,
		Title: orElse(v.Label, v.ID),
	}
	if rule {
		n.Title = h.rule.Title + "　" + n.Title
	}
	if h.views[k] != nil {
		n.Filters = h.views[k].Filters
		n.Summary = orElse(n.Summary, fmt.Sprintf("%d%sに変更があります。", h.sizes[k], h.unit))
	}
	return n
}
