package site

import (
	"maps"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/render/web"
)

// lifePage is the life of one clause.
type lifePage struct {
	Shell   shell
	Title   string // 第六条
	Head    string // （事故の報告）
	Rule    string
	Facts   []web.Fact
	Alive   bool
	Text    []textPara // as it stands, or as it stood last
	Where   string     // 第五版の文
	Steps   []lifeStep
	Notes   []web.Note
	Cite    string
	Links   []web.Link // what it was split from, where it went, what is under it
	Before  *web.Link
	After   *web.Link
	CitedBy []web.Link // clauses that refer to it as they stand
}

// lifeStep is one revision in the life of a clause.
type lifeStep struct {
	Class  string // cur, gone, quiet
	Date   string
	Wareki string
	Label  string
	Href   string
	Gist   string
	Badges []web.Badge
	Rows   []lifeRow
	Notes  []web.Note
}

// lifeRow is the words of one clause with deletions and insertions in one line.
type lifeRow struct {
	Paras   []web.Para
	Effects []web.Effect
}

func (b *builder) clause(h *history, i int) error {
	l := &h.lives[i]
	at := clausePage(h.rule, l)
	name := h.called(i)
	p := lifePage{
		Shell: b.shell("clause", at, b.say("%sの沿革　%s", name, h.rule.Title), b.say("%s%sの改正の跡", h.rule.Title, name), b.crumbs(h, web.Link{Text: name}), b.clauseFeeds(h, i)...),
		Title: name, Rule: h.rule.Title, Alive: l.Alive,
	}
	p.Text, p.Where, p.Head = b.words(h, i, at)
	if err := b.lifeSteps(h, i, at, &p); err != nil {
		return err
	}
	n := len(h.states) - 1
	if l.Alive && n >= 0 {
		p.Cite = citation(h.rule, h.states[n].Revision, cited(l.Path))
		p.Facts = append(p.Facts, web.Fact{Class: "after", Name: b.say("現在の位置"), Text: cited(l.Path)})
	} else {
		p.Facts = append(p.Facts, web.Fact{Class: "before", Name: b.say("最後の位置"), Text: cited(l.Path)})
	}
	if amended := h.amended(i); amended != "" {
		p.Facts = append(p.Facts, web.Fact{Name: b.say("改正"), Text: amended})
	}
	p.Links = b.kin(h, i, at)
	p.CitedBy = b.citedBy(h, i, at)
	p.Before, p.After = b.beside(h, i, at)
	return b.page(at, "clause", p)
}

// words is the text of a clause with what is under it, as last printed, and which revisions printed it.
func (b *builder) words(h *history, life int, at string) (paras []textPara, where, head string) {
	if state, unit, ok := h.shown(life); ok && h.readers[state].Part(corpus.New, unit) == web.PartHead {
		_, head = h.readers[state].Title(corpus.New, unit)
	}
	from := map[int]bool{}
	for _, i := range h.under(life) {
		state, unit, ok := h.shown(i)
		if !ok || h.readers[state].Part(corpus.New, unit) == web.PartCaption && i != life {
			continue
		}
		t := textPara{Para: b.paragraph(h, i, state, unit, at, len(h.states)-1)}
		if i != life {
			t.Href, t.Changes = relative(at, clausePage(h.rule, &h.lives[i])), h.amended(i)
		}
		paras = append(paras, t)
		from[state] = true
	}
	var labels []string
	for _, k := range slices.Sorted(maps.Keys(from)) {
		v := h.states[k].Revision
		labels = append(labels, orElse(v.Label, v.ID))
	}
	if len(labels) > 0 {
		where = b.say("%sの原本による。", strings.Join(labels, b.say("・")))
	}
	return paras, where, head
}

func (b *builder) lifeSteps(h *history, i int, at string, p *lifePage) error {
	for _, s := range h.steps[i] {
		v := h.states[s.State].Revision
		e := lifeStep{
			Date: v.InForce, Wareki: b.inForce(v.InForce), Label: orElse(v.Label, v.ID), Gist: s.Gist, Badges: s.Badges,
			Href: relative(at, h.anchor(s)),
		}
		switch {
		case s.Path == "":
			e.Class = "gone"
		case !s.Changed():
			e.Class = "quiet"
		case s.State == len(h.states)-1:
			e.Class = "cur"
		}
		for _, r := range s.Rows {
			row := lifeRow{Effects: r.Effects}
			if len(r.New.Merged) > 0 {
				row.Paras = r.New.Merged
			} else {
				row.Paras = r.New.Paras
			}
			row.Paras = elsewhere(row.Paras, relative(at, revisionDir(h.rule, v)+"index.html"))
			e.Rows = append(e.Rows, row)
		}
		p.Steps = append(p.Steps, e)
	}
	slices.Reverse(p.Steps)
	var err error
	p.Notes, err = b.noted(h, h.under(i), -1, at, 4)
	return err
}

// elsewhere are paragraphs of a comparison on another page: references that lead to places of its own page lead to that page.
func elsewhere(paras []web.Para, page string) []web.Para {
	out := slices.Clone(paras)
	for i := range out {
		for _, segs := range []*[]web.Seg{&out[i].Label, &out[i].Segs} {
			*segs = slices.Clone(*segs) // the comparison keeps its own
			for k := range *segs {
				if s := &(*segs)[k]; strings.HasPrefix(s.Href, "#") {
					s.Href = page + s.Href
				}
			}
		}
	}
	return out
}

// kin are the lives that a clause came from or went into.
func (b *builder) kin(h *history, i int, at string) []web.Link {
	var out []web.Link
	for _, k := range []struct{ id, words string }{{h.lives[i].From, "分かれる前の条文：%s"}, {h.lives[i].Into, "統合した条文：%s"}} {
		if k.id == "" {
			continue
		}
		for j := range h.lives {
			if h.lives[j].ID == k.id {
				out = append(out, web.Link{Href: relative(at, clausePage(h.rule, &h.lives[j])), Text: b.say(k.words, cited(h.lives[j].Path))})
			}
		}
	}
	return out
}

// citedBy are the clauses that refer to a clause or to what is under it, in the order of the document.
func (b *builder) citedBy(h *history, i int, at string) []web.Link {
	from := map[int]bool{}
	inside := h.under(i)
	for _, j := range inside {
		for _, k := range h.citedBy[j] {
			if !slices.Contains(inside, k) {
				from[k] = true
			}
		}
	}
	var out []web.Link
	for _, k := range slices.Sorted(maps.Keys(from)) {
		out = append(out, web.Link{Href: relative(at, clausePage(h.rule, &h.lives[k])), Text: cited(h.lives[k].Path)})
	}
	return out
}

// beside are the neighbours of a clause among those of its fate that open a card, for leafing through.
func (b *builder) beside(h *history, i int, at string) (before, after *web.Link) {
	link := func(j int) *web.Link {
		return &web.Link{Href: relative(at, clausePage(h.rule, &h.lives[j])), Text: cited(h.lives[j].Path)}
	}
	for j := i - 1; j >= 0 && before == nil; j-- {
		if h.lives[j].Alive == h.lives[i].Alive && h.opens(j) {
			before = link(j)
		}
	}
	for j := i + 1; j < len(h.lives) && after == nil; j++ {
		if h.lives[j].Alive == h.lives[i].Alive && h.opens(j) {
			after = link(j)
		}
	}
	return before, after
}
