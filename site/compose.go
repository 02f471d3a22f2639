package site

// The whole text at a revision. A table of amendment shows only what it touches, so the text is put together from the clauses that
// stand after the revision, each in the words that a source last printed by then. It serves where one needs a document
// and not a page: to find references, and to compare any two revisions.

import (
	"slices"
	"sync"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff/refer"
	"shinkyu/render/web"
)

// composed is a whole text with the life of each of its units, in reading order.
type composed struct {
	document corpus.Document
	lives    []int
}

// composedAt is the text after state k. Clauses whose words no source shows by then are left out; whole says if there are none.
func (h *history) composedAt(k int) (c composed, whole bool) {
	whole = true
	c.document.Title = h.rule.Title
	var open []*corpus.Clause
	for i := range h.lives {
		address := pathAt(&h.lives[i], k)
		if address == "" {
			continue
		}
		state, unit, ok := h.shownBy(i, k)
		if !ok {
			whole = false
			continue
		}
		copied := *h.units[state][unit]
		copied.Children = nil
		copied.Origin = corpus.Origin{Row: -1}
		copied.Text.Marks = nil
		if p, err := ref.Parse(address); err == nil {
			copied.Path = p
		}
		for len(open) > 0 && !over(open[len(open)-1].Path, copied.Path) {
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			parent := open[len(open)-1]
			parent.Children = append(parent.Children, &copied)
		} else {
			c.document.Clauses = append(c.document.Clauses, &copied)
		}
		open = append(open, &copied)
		c.lives = append(c.lives, i)
	}
	return c, whole
}

// over reports whether a clause stands above another by address.
func over(a, b ref.Path) bool { return len(a) > 0 && len(a) < len(b) && b[:len(a)].Key() == a.Key() }

// citing is a reference in the words of a clause as they stand.
type citing struct {
	span corpus.Span
	to   int // life
}

// refer finds the references in the text as it stands, from clause to clause; those of earlier texts when they are first asked for.
func (h *history) refer() {
	h.citedBy = map[int][]int{}
	h.cites = make([]func() map[int][]citing, len(h.states))
	for k := range h.cites {
		h.cites[k] = sync.OnceValue(func() map[int][]citing { return h.citing(k) })
	}
	h.citesAt(len(h.states) - 1) // fills citedBy
}

// citesAt are the references in the text after state k, by the life that refers.
func (h *history) citesAt(k int) map[int][]citing {
	if k < 0 {
		return nil
	}
	return h.cites[k]()
}

func (h *history) citing(k int) map[int][]citing {
	out := map[int][]citing{}
	c, whole := h.composedAt(k)
	if !whole {
		c.document.Header = partly
	}
	for _, r := range refer.Find(&c.document) {
		if r.Status != refer.Resolved || len(r.Targets) == 0 {
			continue
		}
		from := c.lives[r.Unit]
		out[from] = append(out[from], citing{r.Span, c.lives[r.Targets[0]]})
		if k < len(h.states)-1 {
			continue
		}
		for _, t := range r.Targets {
			if to := c.lives[t]; to != from && !slices.Contains(h.citedBy[to], from) {
				h.citedBy[to] = append(h.citedBy[to], from)
			}
		}
	}
	return out
}

// partly is the header of a composed text that lacks clauses, as of one side of a table: a reference that names nothing there may be right.
const partly = "現行"

// crosses are the references of a unit of state k as links from the page at, by the text that the rule had on that side. They serve for
// what a table leaves out; the words must be those of the unit itself.
func (h *history) crosses(k int, side corpus.Side, unit int, at string) []web.Cross {
	text, as := h.states[k].Result.Units[side][unit].Text.S, k
	if side == corpus.Old {
		as--
	}
	life := h.lifeOf(k, side, unit)
	if life < 0 || as < 0 {
		return nil
	}
	s, u, ok := h.shownBy(life, as)
	if !ok || h.units[s][u].Text.S != text {
		return nil
	}
	var out []web.Cross
	for _, c := range h.citesAt(as)[life] {
		if c.to != life {
			out = append(out, web.Cross{Span: c.span, Href: relative(at, clausePage(h.rule, &h.lives[c.to]))})
		}
	}
	return out
}
