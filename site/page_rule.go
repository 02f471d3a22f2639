package site

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/render/web"
)

// rulePage is the home of a rule: its revisions on a line, its comparisons, its text as it stands.
type rulePage struct {
	Shell     shell
	Title     string
	Kind      string
	Summary   string
	Facts     []web.Fact
	Timeline  timeline
	Revisions []newsItem
	Text      fullText
	Links     []web.Link // terms, feed, data
	Choices   []choice
	Pairs     string     // where any two revisions are compared by script, "" where all pairs have pages
	Gone      []web.Link // clauses that are no more
}

func (b *builder) rulePage(h *history) error {
	at := ruleDir(h.rule) + "index.html"
	feed := web.Link{Href: ruleDir(h.rule) + "feed.atom", Text: b.say("%sの改正", h.rule.Title)}
	p := rulePage{
		Shell: b.shell("rule", at, h.rule.Title, orElse(h.rule.Summary, b.say("%sの沿革と現行の条文", h.rule.Title)), b.crumbs(h), feed),
		Title: h.rule.Title, Kind: h.rule.Kind, Summary: h.rule.Summary, Timeline: b.timeline(h, at, -1),
	}
	if n := len(h.states); n > 0 {
		v := h.states[n-1].Revision
		p.Facts = append(p.Facts, web.Fact{Class: "after", Name: b.say("最新の版"), Text: orElse(v.Label, v.ID) + "　" + b.inForce(v.InForce)})
		if v.Basis != "" {
			p.Facts = append(p.Facts, web.Fact{Name: b.say("改正の根拠"), Text: b.basis(v.Basis, v.Promulgated)})
		}
		count := b.say("%d版", n)
		if n == 1 && h.states[0].Result == nil {
			count += b.say("（") + b.say("改正はまだありません") + b.say("）")
		}
		p.Facts = append(p.Facts, web.Fact{Name: b.say("版の数"), Text: count})
	}
	if h.rule.Publisher != "" {
		p.Facts = append(p.Facts, web.Fact{Name: b.say("所管"), Text: h.rule.Publisher})
	}
	for k := range h.states {
		p.Revisions = append(p.Revisions, b.newsItem(&h.summary, k, at, false))
	}
	slices.Reverse(p.Revisions)
	p.Text = b.current(h, at)
	p.Choices = h.choices(at, true)
	if h.composes() {
		p.Pairs = relative(at, pairsAt(h))
	}
	p.Links = []web.Link{
		{Href: "terms/index.html", Text: b.say("定義と用語の一覧")}, {Href: "feed.atom", Text: b.say("改正の通知（Atom）")}, {Href: "rule.json", Text: b.say("沿革のデータ（JSON）")},
	}
	for i := range h.lives {
		l := &h.lives[i]
		if !l.Alive && h.opens(i) {
			p.Gone = append(p.Gone, web.Link{Href: relative(at, clausePage(h.rule, l)), Text: h.called(i)})
		}
	}
	return b.page(at, "rule", p)
}

// opens reports whether a life is an article or another clause that opens a card, where it is last shown.
func (h *history) opens(life int) bool {
	for _, e := range slices.Backward(h.lives[life].Events) {
		if e.Unit >= 0 && !hidden(h.units[e.State][e.Unit]) {
			return h.readers[e.State].Part(corpus.New, e.Unit) == web.PartHead
		}
	}
	return false
}

func (b *builder) basis(name, promulgated string) string {
	if promulgated == "" {
		return name
	}
	return b.say("%s（%s公布）", name, web.Date(b.lang, promulgated))
}
