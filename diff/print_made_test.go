package diff

// Made revisions printed as tables: what did not change is （略）, range by range; what is new faces （新設）, what is gone （削る）. A clause that moved
// is printed as both, as drafters do who keep each column in its own order: only its words tell.

import (
	"fmt"
	"math/rand"
	"slices"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

type printer struct {
	c    *corpus.Comparison
	t    truth
	rng  *rand.Rand
	rows int
	size map[int]int // old id → clauses below it, itself included
}

func (p *printer) print(old, new []*made) {
	p.c.Tables = []corpus.Table{{}}
	p.size = map[int]int{}
	every(old, func(m, _ *made) { every([]*made{m}, func(*made, *made) { p.size[m.id]++ }) })
	p.c.Sides[corpus.Old].Clauses, p.c.Sides[corpus.New].Clauses = p.list(old, new)
}

// whole reports whether nothing came, went or changed in a clause, so that it may be left out.
func (p *printer) whole(m *made) bool {
	same, n := len(m.was) > 0 && m.kind != ref.Division && m.kind != ref.Label && m.kind != ref.Unlabelled && m.kind != 0, 0
	every([]*made{m}, func(k, _ *made) {
		n++
		same = same && len(k.was) == 1 && k.was[0] == k.id && !k.touched && !k.moved && !k.level && !k.void
	})
	return same && n == p.size[m.id]
}

func (p *printer) marker(kind corpus.Placeholder) *corpus.Clause {
	text := map[corpus.Placeholder]string{corpus.Added: "（新設）", corpus.Removed: "（削る）"}[kind]
	return &corpus.Clause{Kind: corpus.KindPlaceholder, Placeholder: kind, Text: corpus.Text{S: text},
		Path: ref.Path{{Kind: ref.Label, Text: fmt.Sprint("m", p.rows)}}, Origin: corpus.Origin{Row: p.rows}}
}

func (p *printer) omit(from, to *made) *corpus.Clause {
	label := from.clause.Label
	if from != to {
		label += "～" + to.clause.Label
	}
	return &corpus.Clause{Kind: corpus.KindPlaceholder, Placeholder: corpus.Omitted, Label: label, Body: len([]rune(label)) + 1,
		Text: corpus.Text{S: label + "　（略）"}, Path: ref.Path{{Kind: ref.Article, Text: label}}, Origin: corpus.Origin{Row: p.rows}}
}

// full is a clause with all below it and its caption before it, in the current row.
func (p *printer) full(m *made) (out []*corpus.Clause) {
	if m.caption != "" {
		out = append(out, &corpus.Clause{Kind: corpus.KindHeading, Text: corpus.Text{S: m.caption}, Origin: corpus.Origin{Row: p.rows},
			Path: m.clause.Path.Join(ref.Step{Kind: ref.Caption})})
	}
	all, at := float64(amount(m)), 0
	every([]*made{m}, func(k, _ *made) {
		k.clause.Origin.Row, k.clause.Origin.Start = p.rows, float64(at)/all
		at += size(k)
	})
	return append(out, m.clause)
}

// drop takes pairs that the table does not print out of the truth.
func (p *printer) drop(m *made, below bool) {
	every([]*made{m}, func(k, _ *made) {
		if k != m && !below {
			return
		}
		g := key([]int{k.id}, []int{k.id})
		delete(p.t.groups, g)
		delete(p.t.flags, g+" "+string(Renumbered))
	})
}

// list prints two lists of siblings side by side.
func (p *printer) list(olds, news []*made) (a, b []*corpus.Clause) {
	i, j := 0, 0
	here := func(n *made) bool { return len(n.was) > 0 && !n.moved }
	comes := func(o *made) bool {
		return slices.ContainsFunc(news[j:], func(n *made) bool { return here(n) && n.was[0] == o.id })
	}
	taken := map[int]bool{} // old ids printed beside what they went into
	for i < len(olds) || j < len(news) {
		p.rows++
		switch {
		case i < len(olds) && taken[olds[i].id]:
			i++
		case j < len(news) && !here(news[j]):
			a, b = append(a, p.marker(corpus.Added)), append(b, p.full(news[j])...)
			j++
		case i < len(olds) && !comes(olds[i]) && !(j < len(news) && slices.Contains(news[j].was, olds[i].id)):
			a, b = append(a, p.full(olds[i])...), append(b, p.marker(corpus.Removed))
			i++
		case i >= len(olds) || news[j].was[0] != olds[i].id: // the rest of a clause that was divided: the cell beside it is empty
			b = append(b, p.full(news[j])...)
			j++
		case p.whole(news[j]):
			n := 1
			for i+n < len(olds) && j+n < len(news) && p.whole(news[j+n]) && news[j+n].was[0] == olds[i+n].id && news[j].kind == news[j+n].kind {
				n++
			}
			for k := range n {
				p.drop(news[j+k], true)
			}
			a, b = append(a, p.omit(olds[i], olds[i+n-1])), append(b, p.omit(news[j], news[j+n-1]))
			i, j = i+n, j+n
		default:
			x, y := p.pair(olds[i], news[j])
			a, b = append(a, x...), append(b, y...)
			for _, id := range news[j].was[1:] {
				k := slices.IndexFunc(olds, func(o *made) bool { return o.id == id })
				if k < 0 {
					continue // it stood below the first
				}
				taken[id] = true
				a = append(a, p.full(olds[k])...)
			}
			i, j = i+1, j+1
		}
	}
	return a, b
}

// pair prints a clause that stays, with what is below it in full or again row by row.
func (p *printer) pair(o, n *made) (a, b []*corpus.Clause) {
	if n.void || n.kind != ref.Division && p.rng.Intn(2) == 0 {
		return p.full(o), p.full(n)
	}
	a, b = p.full(o), p.full(n)
	if n.kind == ref.Article && !n.touched && !n.level && len(n.was) == 1 {
		p.drop(n, false)
		a[len(a)-1], b[len(b)-1] = p.omit(o, o), p.omit(n, n)
	}
	a[len(a)-1].Children, b[len(b)-1].Children = p.list(o.kids, n.kids)
	return a, b
}
