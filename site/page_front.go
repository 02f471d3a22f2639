package site

import (
	"shinkyu/render/web"
)

// frontPage says what this is, lists the rules and what changed last.
type frontPage struct {
	Shell shell
	Title string
	About string
	Cards []ruleCard // of a small archive
	Kinds []kindLink // of a large one
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

func (b *builder) front(all []Summary) error {
	a := &b.archive
	p := frontPage{Shell: b.shell("front", "index.html", "", a.Description, nil), Title: orElse(a.Title, b.say("新旧対照")), About: a.Description}
	if len(all) > cardsOnFront {
		shelves := b.shelves(all)
		p.Kinds = shelfLinks(shelves, "", "index.html")
		if err := b.documents(shelves); err != nil {
			return err
		}
	} else {
		for i := range all {
			p.Cards = append(p.Cards, b.ruleCardOf(&all[i]))
		}
	}
	news := latest(all)
	for _, n := range news[:min(newsOnFront, len(news))] {
		p.News = append(p.News, b.newsItem(n.document, n.edition, "index.html", true))
	}
	p.More = len(news) > newsOnFront
	return b.page("index.html", "front", p)
}

func (b *builder) ruleCardOf(s *Summary) ruleCard {
	c := ruleCard{Href: s.dir() + "index.html", Title: s.Title, Kind: s.Kind, Publisher: s.Publisher, Summary: s.About}
	n := len(s.Editions)
	if n == 0 {
		c.Now = b.say("版はまだありません")
		return c
	}
	e := &s.Editions[n-1]
	c.Now = e.Label + "　" + b.inForce(e.InForce)
	amended := 0
	for _, e := range s.Editions {
		if e.Compared {
			amended++
		}
	}
	c.Count = b.say("改正はまだありません")
	if amended > 0 {
		c.Count = b.say("%d回の改正", amended)
	}
	c.Spark = spark(n, func(i int) bool { return s.Editions[i].Clauses > 0 || !s.Editions[i].Compared }, n-1, b.say("%d版", n))
	return c
}
