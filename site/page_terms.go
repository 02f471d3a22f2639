package site

import (
	"cmp"
	"slices"

	"shinkyu/render/web"
)

// termsPage lists what became of a rule's defined terms and which words were replaced throughout.
type termsPage struct {
	Shell    shell
	Title    string
	Defs     []termEntry
	Replaced []replacedTerm
}

type termEntry struct {
	Term   string
	Events []termEvent // latest first
}

type termEvent struct {
	Badge web.Badge
	Label string
	Place web.Link
}

type replacedTerm struct {
	web.Term
	Label string
	Href  string
}

func (b *builder) terms(h *history) error {
	at := ruleDir(h.rule) + "terms/index.html"
	p := termsPage{
		Shell: b.shell("terms", at, h.rule.Title+"　定義と用語", h.rule.Title+"で定義された用語と、改正で置き換えられた用語の一覧", b.crumbs(h, web.Link{Text: "定義と用語"})),
		Title: h.rule.Title,
	}
	byTerm := map[string]int{}
	for k := len(h.states) - 1; k >= 0; k-- {
		view, v := h.views[k], h.states[k].Revision
		if view == nil {
			continue
		}
		page := relative(at, revisionDir(h.rule, v)+"index.html")
		for _, d := range view.Defs {
			i, ok := byTerm[d.Term]
			if !ok {
				i = len(p.Defs)
				byTerm[d.Term] = i
				p.Defs = append(p.Defs, termEntry{Term: d.Term})
			}
			p.Defs[i].Events = append(p.Defs[i].Events, termEvent{web.Badge{Key: d.Key, Name: d.Event}, orElse(v.Label, v.ID), web.Link{Href: page + d.Place.Href, Text: d.Place.Text}})
		}
		for _, t := range view.Terms {
			for i := range t.Places {
				t.Places[i].Href = page + t.Places[i].Href
			}
			p.Replaced = append(p.Replaced, replacedTerm{t, orElse(v.Label, v.ID), page})
		}
	}
	slices.SortStableFunc(p.Defs, func(x, y termEntry) int { return cmp.Compare(x.Term, y.Term) })
	return b.page(at, "terms", p)
}
