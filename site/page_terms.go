package site

import (
	"cmp"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/render/web"
)

// termsPage lists a rule's defined terms, with what they mean, where they stand and what became of them, and which words were
// replaced throughout.
type termsPage struct {
	Shell    shell
	Title    string
	Defs     []termEntry // that stand
	Gone     []termEntry
	Replaced []replacedTerm
}

type termEntry struct {
	Term   string
	Means  string   // the sentence that defines it, as it stands
	Place  web.Link // where it is defined
	Uses   []web.Link
	More   int         // uses that are not listed
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

const usesListed = 24

func (b *builder) terms(h *history) error {
	at := ruleDir(h.rule) + "terms/index.html"
	p := termsPage{
		Shell: b.shell("terms", at, b.say("%s　定義と用語", h.rule.Title), b.say("%sで定義された用語の意味と使われている条文、改正で置き換えられた用語の一覧", h.rule.Title), b.crumbs(h, web.Link{Text: b.say("定義と用語")})),
		Title: h.rule.Title,
	}
	byTerm := map[string]*termEntry{}
	entry := func(term string) *termEntry {
		if byTerm[term] == nil {
			byTerm[term] = &termEntry{Term: term}
		}
		return byTerm[term]
	}
	for k := len(h.states) - 1; k >= 0; k-- {
		view, v, res := h.views[k], h.states[k].Revision, h.states[k].Result
		if view == nil {
			continue
		}
		for _, d := range res.Definitions {
			if e := entry(d.Term); e.Means == "" && d.Side == corpus.New && d.Event != "removed" && len(e.Events) == 0 {
				b.define(h, e, k, d.Unit, d.Span, at)
			}
		}
		page := relative(at, revisionDir(h.rule, v)+"index.html")
		for _, d := range view.Defs {
			e := entry(d.Term)
			e.Events = append(e.Events, h.termEvent(k, d, at))
			if e.Means == "" && d.Key != "removed" && len(e.Events) == 1 {
				for _, x := range res.Definitions {
					if x.Term == d.Term && x.Side == corpus.New {
						b.define(h, e, k, x.Unit, x.Span, at)
					}
				}
			}
		}
		for _, t := range view.Terms {
			for i := range t.Places {
				t.Places[i].Href = relative(at, h.locate(k, strings.TrimPrefix(t.Places[i].Href, "#")))
			}
			p.Replaced = append(p.Replaced, replacedTerm{t, orElse(v.Label, v.ID), page})
		}
	}
	for _, e := range byTerm {
		if e.Means != "" {
			p.Defs = append(p.Defs, *e)
		} else if len(e.Events) > 0 {
			p.Gone = append(p.Gone, *e)
		}
	}
	for _, list := range [][]termEntry{p.Defs, p.Gone} {
		slices.SortFunc(list, func(x, y termEntry) int { return cmp.Compare(x.Term, y.Term) })
	}
	return b.page(at, "terms", p)
}

// define fills in where a term is defined and used as the rule stands. A definition whose clause is gone, or no longer names the
// term, is none.
func (b *builder) define(h *history, e *termEntry, state, unit int, span corpus.Span, at string) {
	home := h.lifeOf(state, corpus.New, unit)
	if home < 0 || !h.lives[home].Alive {
		return
	}
	s, u, ok := h.shown(home)
	if !ok || !strings.Contains(h.units[s][u].Text.S, e.Term) {
		return
	}
	if d := h.renamed(s, u, e.Term); d != nil {
		e.Events = append(e.Events, h.termEvent(s, *d, at))
		return
	}
	text := h.units[s][u].Text
	if s != state || u != unit {
		i := strings.Index(text.S, e.Term)
		start := len([]rune(text.S[:i]))
		span = corpus.Span{Start: start, End: start + len([]rune(e.Term))}
	}
	e.Means = sentence(text.S, span)
	e.Place = web.Link{Href: relative(at, clausePage(h.rule, &h.lives[home])), Text: cited(h.lives[home].Path)}
	for i := range h.lives {
		if !h.lives[i].Alive || i == home {
			continue
		}
		s, u, ok := h.shown(i)
		if !ok || h.readers[s].Part(corpus.New, u) == web.PartCaption || !strings.Contains(h.units[s][u].Text.S, e.Term) {
			continue
		}
		if len(e.Uses) == usesListed {
			e.More++
			continue
		}
		e.Uses = append(e.Uses, web.Link{Href: relative(at, clausePage(h.rule, &h.lives[i])), Text: cited(h.lives[i].Path)})
	}
}

// renamed is the definition that gave a clause another term than the one it had, as revision k prints it: 部局等 where it was 部局; nil if it still defines the term.
func (h *history) renamed(k, unit int, term string) *web.Definition {
	if h.views[k] == nil {
		return nil
	}
	other := ""
	for _, d := range h.states[k].Result.Definitions {
		if d.Side != corpus.New || d.Unit != unit {
			continue
		}
		if d.Term == term {
			return nil
		}
		if d.Event == "renamed" {
			other = d.Term
		}
	}
	for i, d := range h.views[k].Defs {
		if other != "" && d.Term == other {
			return &h.views[k].Defs[i]
		}
	}
	return nil
}

// termEvent is what revision k did to a term.
func (h *history) termEvent(k int, d web.Definition, at string) termEvent {
	place := web.Link{Text: d.Place.Text}
	if d.Place.Href != "" {
		place.Href = relative(at, h.locate(k, strings.TrimPrefix(d.Place.Href, "#")))
	}
	return termEvent{web.Badge{Key: d.Key, Name: d.Event}, orElse(h.states[k].Revision.Label, h.states[k].Revision.ID), place}
}

// sentence is the sentence of a text in which a span stands. A 。 within brackets or quotation marks ends none: of
// 甲（乙を含む。以下「丙」という。）は、… the meaning of 丙 is all of it, and never 以下「丙」という。
func sentence(text string, span corpus.Span) string {
	rs := []rune(text)
	from, depth := 0, 0
	for i, r := range rs {
		switch r {
		case '（', '(', '「', '『':
			depth++
		case '）', ')', '」', '』':
			depth = max(0, depth-1)
		case '。':
			if depth > 0 {
				continue
			}
			if i >= span.Start {
				return strings.TrimSpace(string(rs[from : i+1]))
			}
			from = i + 1
		}
	}
	return strings.TrimSpace(string(rs[from:]))
}
