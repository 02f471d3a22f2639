package site

// Any two revisions side by side, and the whole text at any revision. A site has no server that could compare on demand, so the pairs are
// pages: all of them while they are few, else each revision with the latest. Neighbours have their comparison page already.

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/diff/lint"
	"shinkyu/render/web"
)

// allPairs is up to how many revisions every pair has a page: ten pages beside the neighbours'.
const allPairs = 6

// pair is two revisions that are not neighbours, or are both tables of another base.
type pair struct{ old, new int }

// pairs are those that get a page.
func (h *history) pairs() []pair {
	var out []pair
	last := len(h.states) - 1
	for n := 2; n <= last; n++ {
		for o := 0; o < n-1; o++ {
			if n == last || last < allPairs {
				out = append(out, pair{o, n})
			}
		}
	}
	return out
}

func pairPage(h *history, p pair) string {
	return ruleDir(h.rule) + "compare/" + segment(h.states[p.old].Revision.ID) + "..." + segment(h.states[p.new].Revision.ID) + "/index.html"
}

func textAt(h *history, k int) string {
	return revisionDir(h.rule, h.states[k].Revision) + "text.html"
}

// compared renders one pair.
func (b *builder) compared(h *history, p pair) error {
	was, all := h.composedAt(p.old)
	if !all {
		was.document.Header = partly
	}
	now, all := h.composedAt(p.new)
	if !all {
		now.document.Header = partly
	}
	res := lint.Compare(&corpus.Comparison{Title: h.rule.Title, Sides: [2]corpus.Document{corpus.New: now.document, corpus.Old: was.document}})
	at := pairPage(h, p)
	o, n := h.states[p.old].Revision, h.states[p.new].Revision
	between := orElse(o.Label, o.ID) + "と" + orElse(n.Label, n.ID)
	v := comparisonPage{
		Shell: b.shell("comparison", at, h.rule.Title+"　"+between+"の対照", h.rule.Title+"の"+between+"を対照する。", b.crumbs(h, web.Link{Text: between + "の対照"})),
		Title: h.rule.Title, Summary: between + "のあいだの改正をまとめて示します。", Timeline: b.between(h, at, p),
		Facts: []web.Fact{
			{Class: "after", Name: "新しい版", Text: orElse(n.Label, n.ID) + "　" + inForce(n.InForce)},
			{Class: "before", Name: "前の版", Text: orElse(o.Label, o.ID) + "　" + inForce(o.InForce)},
		},
		Cite: citation(h.rule, n, "") + "と" + orElse(o.Label, o.ID) + "の",
	}
	var err error
	if v.Downloads, err = b.encoded(res, at, segment(h.rule.ID)+"-"+segment(o.ID)+"-"+segment(n.ID)); err != nil {
		return err
	}
	v.View = web.View(res, web.Options{
		New: web.Side{Word: orElse(n.Label, n.ID), Note: inForce(n.InForce)}, Old: web.Side{Word: orElse(o.Label, o.ID), Note: inForce(o.InForce)},
		Clause: func(side corpus.Side, unit int) *web.Clause {
			lives, k, v := now.lives, p.new, n
			if side == corpus.Old {
				lives, k, v = was.lives, p.old, o
			}
			l := &h.lives[lives[unit]]
			return &web.Clause{Href: relative(at, clausePage(h.rule, l)), Cite: citation(h.rule, v, cited(pathAt(l, k)))}
		},
	})
	return b.page(at, "comparison", v)
}

// between is the line of revisions with the two that a page compares.
func (b *builder) between(h *history, at string, p pair) timeline {
	t := b.timeline(h, at, -2)
	for i := range t.Marks {
		switch i {
		case p.new:
			t.Marks[i].Class, t.Marks[i].Tag, t.Marks[i].TagKind, t.Marks[i].Current = t.Marks[i].Class+" v-after", "新しい版", "a", true
		case p.old:
			t.Marks[i].Class, t.Marks[i].Tag, t.Marks[i].TagKind = t.Marks[i].Class+" v-before", "前の版", "b"
		}
	}
	return t
}

// whole renders the text after a revision that its source shows in part only.
func (b *builder) whole(h *history, k int) error {
	v := h.states[k].Revision
	at, label := textAt(h, k), orElse(v.Label, v.ID)
	p := textPage{
		Shell: b.shell("text", at, h.rule.Title+"　"+label+"の条文", h.rule.Title+"の"+label+"の条文の全体",
			b.crumbs(h, web.Link{Href: revisionDir(h.rule, v) + "index.html", Text: label}, web.Link{Text: "条文"})),
		Title: h.rule.Title, Label: label + "の条文", Summary: v.Summary, Timeline: b.timeline(h, at, k), Facts: b.facts(h, k), Text: b.composedText(h, k, at),
	}
	if k+1 < len(h.states) {
		to := textAt(h, k+1)
		next := h.states[k+1].Revision
		p.After = &web.Link{Href: relative(at, to), Text: orElse(next.Label, next.ID) + "の条文"}
	}
	return b.page(at, "text", p)
}

// choices are the links from a rule's page to texts and pairs, one line a revision, latest first.
func (h *history) choices(at string) []choice {
	var out []choice
	for k := range h.states {
		v := h.states[k].Revision
		c := choice{Label: orElse(v.Label, v.ID), Text: web.Link{Href: relative(at, h.textPage(k)), Text: "全文"}}
		for o := k - 1; o >= 0; o-- {
			l := web.Link{Text: orElse(h.states[o].Revision.Label, h.states[o].Revision.ID)}
			switch {
			case o == k-1 && h.states[k].Result != nil:
				l.Href = relative(at, revisionDir(h.rule, v)+"index.html")
			case slices.Contains(h.pairs(), pair{o, k}):
				l.Href = relative(at, pairPage(h, pair{o, k}))
			default:
				continue
			}
			c.With = append(c.With, l)
		}
		out = append(out, c)
	}
	slices.Reverse(out)
	return out
}

// textPage is where the whole text after a revision is read.
func (h *history) textPage(k int) string {
	if h.states[k].Result == nil {
		return revisionDir(h.rule, h.states[k].Revision) + "index.html"
	}
	return textAt(h, k)
}

// choice is one revision on a rule's page, with its text and the revisions it can be held against.
type choice struct {
	Label string
	Text  web.Link
	With  []web.Link
}
