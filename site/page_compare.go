package site

// Any two revisions side by side, and the whole text at any revision. A site has no server that could compare on demand, so the pairs are
// pages: all of them while they are few, else each revision with the latest, and the others are set out by script (page_pairs.go). Neighbours
// have their comparison page already.

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
	between := b.say("%sと%s", orElse(o.Label, o.ID), orElse(n.Label, n.ID))
	v := comparisonPage{
		Shell: b.shell("comparison", at, h.rule.Title+"　"+b.say("%sの対照", between), b.say("%sの%sを対照する。", h.rule.Title, between), b.crumbs(h, web.Link{Text: b.say("%sの対照", between)})),
		Title: h.rule.Title, Summary: b.say("%sのあいだの改正をまとめて示します。", between), Timeline: b.between(h, at, p),
		Facts: []web.Fact{
			{Class: "after", Name: b.say("新しい版"), Text: orElse(n.Label, n.ID) + "　" + b.inForce(n.InForce)},
			{Class: "before", Name: b.say("前の版"), Text: orElse(o.Label, o.ID) + "　" + b.inForce(o.InForce)},
		},
		Cite: citation(h.rule, n, "") + "と" + orElse(o.Label, o.ID) + "の新旧対照表",
	}
	var err error
	if v.Downloads, err = b.encoded(res, at, segment(h.rule.ID)+"-"+segment(o.ID)+"-"+segment(n.ID)); err != nil {
		return err
	}
	v.View = web.View(res, web.Options{
		Language: b.lang,
		New:      web.Side{Word: orElse(n.Label, n.ID), Note: b.inForce(n.InForce)}, Old: web.Side{Word: orElse(o.Label, o.ID), Note: b.inForce(o.InForce)},
		Clause: func(side corpus.Side, unit int) *web.Clause {
			lives, k, v := now.lives, p.new, n
			if side == corpus.Old {
				lives, k, v = was.lives, p.old, o
			}
			l := &h.lives[lives[unit]]
			return &web.Clause{Href: relative(at, clausePage(h.rule, l)), Cite: citation(h.rule, v, cited(pathAt(l, k)))}
		},
	})
	return b.comparisons(at, v, v.View.Cuts())
}

// between is the line of revisions with the two that a page compares.
func (b *builder) between(h *history, at string, p pair) timeline {
	t := b.timeline(h, at, -2)
	for i := range t.Marks {
		switch i {
		case p.new:
			t.Marks[i].Class, t.Marks[i].Tag, t.Marks[i].TagKind, t.Marks[i].Current = t.Marks[i].Class+" v-after", b.say("新しい版"), "a", true
		case p.old:
			t.Marks[i].Class, t.Marks[i].Tag, t.Marks[i].TagKind = t.Marks[i].Class+" v-before", b.say("前の版"), "b"
		}
	}
	return t
}

// whole renders the text after a revision that its source shows in part only.
func (b *builder) whole(h *history, k int) error {
	v := h.states[k].Revision
	at, label := textAt(h, k), orElse(v.Label, v.ID)
	p := textPage{
		Shell: b.shell("text", at, h.rule.Title+"　"+b.say("%sの条文", label), b.say("%sの%sの条文の全体", h.rule.Title, label),
			b.crumbs(h, web.Link{Href: revisionDir(h.rule, v) + "index.html", Text: label}, web.Link{Text: b.say("条文")})),
		Title: h.rule.Title, Label: b.say("%sの条文", label), Summary: v.Summary, Timeline: b.timeline(h, at, k), Facts: b.facts(h, k), Text: b.composedText(h, k, at),
	}
	if k+1 < len(h.states) {
		to := textAt(h, k+1)
		next := h.states[k+1].Revision
		p.After = &web.Link{Href: relative(at, to), Text: b.say("%sの条文", orElse(next.Label, next.ID))}
	}
	return b.page(at, "text", p)
}

// choices are the links from a page to texts and pairs, one line a revision, latest first; all says whether those without a page of their own
// are among them.
func (h *history) choices(at string, all bool) []choice {
	var out []choice
	for k := range h.states {
		v := h.states[k].Revision
		c := choice{Label: orElse(v.Label, v.ID), Text: web.Link{Href: relative(at, h.textPage(k)), Text: h.say("全文")}}
		for o := k - 1; o >= 0; o-- {
			l := web.Link{Text: orElse(h.states[o].Revision.Label, h.states[o].Revision.ID)}
			switch to := h.pairPage(pair{o, k}); {
			case to != "":
				l.Href = relative(at, to)
			case all && h.composes():
				l.Href = relative(at, pairsHref(h, pair{o, k}))
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
