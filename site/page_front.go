package site

import (
	"fmt"

	"shinkyu/render/web"
)

// frontPage says what this is, lists the rules and what changed last.
type frontPage struct {
	Shell shell
	Title string
	About string
	Cards []ruleCard
	News  []newsItem
	More  bool
}

type ruleCard struct {
	Href      string
	Title     string
	Kind      string
	Publisher string
	Summary   string
	Now       string // 第五版　令和8年4月1日施行
	Count     string // 5回の改正
	Spark     *web.Spark
}

const newsOnFront = 6

func (b *builder) front() error {
	a := b.in.Archive
	p := frontPage{Shell: b.shell("front", "index.html", "", a.Description, nil), Title: orElse(a.Title, "新旧対照"), About: a.Description}
	for _, h := range b.rules {
		p.Cards = append(p.Cards, b.ruleCard(h))
	}
	all := b.news("index.html")
	p.News, p.More = all[:min(newsOnFront, len(all))], len(all) > newsOnFront
	return b.page("index.html", "front", p)
}

func (b *builder) ruleCard(h *history) ruleCard {
	c := ruleCard{
		Href: ruleDir(h.rule) + "index.html", Title: h.rule.Title, Kind: h.rule.Kind, Publisher: h.rule.Publisher, Summary: h.rule.Summary,
	}
	n := len(h.states)
	if n == 0 {
		c.Now = "版はまだありません"
		return c
	}
	v := h.states[n-1].Revision
	c.Now = orElse(v.Label, v.ID) + "　" + inForce(v.InForce)
	amended := 0
	for _, s := range h.states {
		if s.Result != nil {
			amended++
		}
	}
	c.Count = fmt.Sprintf("%d回の改正", amended)
	c.Spark = spark(n, func(i int) bool { return h.sizes[i] > 0 || h.states[i].Result == nil }, n-1, fmt.Sprintf("%d版", n))
	return c
}
