package refer

// From steps to units. Each step looks in the list of its level; what is not in the list is Missing only if nothing can be hidden there.

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

// resolve follows the steps from where n stands.
func (o *outline) resolve(steps []step, n named) named {
	n.status = Resolved
	for i, s := range steps {
		var list []int
		owner := none
		switch s.kind {
		case ref.Part:
			p, status := o.part(s.label, n.part)
			if status != Resolved {
				n.status = status
				return n
			}
			n.home, n.targets = home{p, none, none, none}, []int{p}
			continue
		case ref.Article:
			list, owner = o.articles[n.part], n.part
		case ref.Paragraph:
			if owner = n.article; owner < 0 {
				owner = n.part
			}
			if owner < 0 {
				n.status = Unknown
				return n
			}
			list = o.paragraphs(owner)
		case ref.Item:
			if owner = n.paragraph; owner < 0 {
				n.status = Unknown
				return n
			}
			list = o.below(owner, ref.Item)
		case ref.Subitem:
			t := none
			if len(n.targets) == 1 {
				t = o.descend(n.targets[0], []string{s.label})
			}
			if t < 0 {
				n.status = Unknown
				return n
			}
			n.targets = []int{t}
			continue
		}
		found, status := o.pick(list, s, owner, n.home)
		if status != Resolved {
			n.status, n.targets = status, nil
			return n
		}
		n.targets = found
		if s.how == likewise || s.how == here {
			n.targets = []int{o.at(s.kind, n.home)}
		}
		if len(n.targets) == 0 || n.targets[0] < 0 {
			n.status = Unknown
			return n
		}
		if t := n.targets[0]; i+1 < len(steps) && o.units[t].Placeholder != corpus.NoPlaceholder && len(o.kids[t]) == 0 {
			n.status, n.targets = Unknown, nil // deeper in text that is left out
			return n
		}
		o.move(&n.home, s.kind, n.targets[0])
	}
	return n
}

// at is the unit of a level that a home stands in.
func (o *outline) at(k ref.Kind, h home) int {
	switch k {
	case ref.Article:
		return h.article
	case ref.Paragraph:
		return h.paragraph
	case ref.Item:
		return h.item
	}
	return none
}

func (o *outline) move(h *home, k ref.Kind, u int) {
	switch k {
	case ref.Article:
		h.article, h.paragraph, h.item = u, u, none
	case ref.Paragraph:
		h.paragraph, h.item = u, none
	case ref.Item:
		h.item = u
	}
}

// pick finds what a step names in the list of its level.
func (o *outline) pick(list []int, s step, owner int, h home) ([]int, Status) {
	switch s.how {
	case likewise, here:
		if o.at(s.kind, h) < 0 {
			return nil, Unknown
		}
		return []int{o.at(s.kind, h)}, Resolved
	case every, under:
		if len(list) == 0 {
			if o.hides(owner) {
				return nil, Unknown
			}
			return nil, Missing
		}
		return list, Resolved
	case byNumber:
		return o.byNumber(list, s, owner)
	}
	return o.byPlace(list, s, owner, h)
}

// byNumber: 第三条 in the articles of a part.
func (o *outline) byNumber(list []int, s step, owner int) ([]int, Status) {
	if s.kind == ref.Article {
		if u := o.numbered[owner][s.number.String()]; u > 0 {
			return []int{u - 1}, Resolved
		}
		list = o.ranges[owner]
	}
	for i, u := range list {
		v, ok := o.numberOf(u, s.kind, i)
		if ok && v.holds(s.number) {
			return []int{u}, Resolved
		}
	}
	if s.kind == ref.Article {
		list = o.articles[owner]
	}
	return nil, o.absent(list, s, owner)
}

// numberOf is the number of the i-th of a list. The first 項 of an article is 1 without saying so.
func (o *outline) numberOf(u int, k ref.Kind, i int) (interval, bool) {
	v, ok := o.span(u, k)
	if !ok && k == ref.Paragraph && i == 0 {
		return interval{key{1}, key{1}}, true
	}
	return v, ok
}

// absent tells whether a number that is not in the list is missing or may be hidden.
func (o *outline) absent(list []int, s step, owner int) Status {
	if len(list) == 0 {
		if s.kind == ref.Article && !o.partial && owner == mainPart && len(o.articles[mainPart]) > 0 {
			return Missing
		}
		if s.kind == ref.Item && !o.hides(owner) {
			return Missing
		}
		return Unknown
	}
	if o.excerpt(owner) || s.kind != ref.Article && o.hides(owner) {
		return Unknown
	}
	last := key{0}
	for i, u := range list {
		v, ok := o.numberOf(u, s.kind, i)
		if !ok {
			return Unknown
		}
		if slices.Compare(s.number, v.lo) < 0 { // it would stand before this one
			if o.partial && len(s.number) > 1 {
				return Unknown // a table may pass over 第三条の二 in silence
			}
			if follows(last, v.lo) || len(v.lo) == 1 && v.lo[0] == last[0]+1 {
				return Missing
			}
			return Unknown
		}
		last = v.hi
	}
	if o.partial && (s.kind == ref.Article || !o.closed(owner)) {
		return Unknown
	}
	return Missing
}

// hides reports whether clauses may stand under a unit that the source does not print.
func (o *outline) hides(u int) bool {
	if u < 0 {
		return o.partial
	}
	if o.omits(u) || slices.ContainsFunc(o.kids[u], func(k int) bool {
		c := o.units[k]
		return c.Kind == corpus.KindText || c.Kind == corpus.KindTable || c.Kind == corpus.KindFigure
	}) {
		return true
	}
	return o.partial && !o.closed(u)
}

// closed reports whether the list under a unit is known to be whole in a table: the clause next to it in number is printed too, so that
// nothing was cut there.
func (o *outline) closed(u int) bool {
	if u < 0 {
		return false
	}
	h := o.homes[u]
	if h.article == u || h.article < 0 || h.paragraph < 0 {
		return o.nextPrinted(o.articles[h.part], h.article, ref.Article)
	}
	return o.nextPrinted(o.paragraphs(h.article), h.paragraph, ref.Paragraph) || o.nextPrinted(o.articles[h.part], h.article, ref.Article)
}

func (o *outline) nextPrinted(list []int, u int, k ref.Kind) bool {
	i := slices.Index(list, u)
	if i < 0 || i+1 >= len(list) {
		return false
	}
	a, ok := o.numberOf(list[i], k, i)
	b, ok2 := o.numberOf(list[i+1], k, i+1)
	return ok && ok2 && (follows(a.hi, b.lo) || len(a.hi) > 0 && len(b.lo) == 1 && b.lo[0] == a.hi[0]+1)
}

// byPlace: 前条, 次項, 前三条, 前各号, counted in the order of the list, 枝番号 included.
func (o *outline) byPlace(list []int, s step, owner int, h home) ([]int, Status) {
	here := slices.Index(list, o.at(s.kind, h))
	if here < 0 || o.at(s.kind, h) < 0 {
		return nil, Unknown
	}
	if s.kind == ref.Paragraph && slices.ContainsFunc(o.kids[list[0]], func(k int) bool { return o.units[k].Kind == corpus.KindText }) {
		return nil, Unknown // paragraphs without numbers: which one is meant cannot be counted
	}
	var out []int
	switch s.how {
	case allBefore:
		if here == 0 {
			return nil, o.edge(list, here, s.kind)
		}
		for i := range here {
			out = append(out, list[i])
		}
		return out, Resolved
	case following:
		for i := here + 1; i <= here+max(1, s.count); i++ {
			if i >= len(list) {
				if o.partial || o.excerpt(owner) || o.hides(owner) {
					return nil, Unknown
				}
				return nil, Missing
			}
			if !o.adjacent(list, i-1, s.kind) {
				return nil, Unknown
			}
			out = append(out, list[i])
		}
		return out, Resolved
	}
	for i, left := here-1, max(1, s.count); left > 0; i-- {
		if i < 0 {
			return nil, o.edge(list, 0, s.kind)
		}
		if !o.adjacent(list, i, s.kind) {
			return nil, Unknown
		}
		out = append(out, list[i])
		left -= o.covers(list[i], s.kind)
	}
	slices.Sort(out)
	return out, Resolved
}

// covers is how many clauses a unit stands for: 第三条～第五条 three.
func (o *outline) covers(u int, k ref.Kind) int {
	v, ok := o.span(u, k)
	if !ok || len(v.lo) != 1 || len(v.hi) != 1 {
		return 1
	}
	return max(1, v.hi[0]-v.lo[0]+1)
}

// edge is the answer where counting back leaves the list: the first clause has none before it.
func (o *outline) edge(list []int, first int, k ref.Kind) Status {
	v, ok := o.numberOf(list[first], k, first)
	if ok && slices.Compare(v.lo, key{1}) == 0 {
		return Missing
	}
	return Unknown
}

// adjacent reports whether list[i] and list[i+1] follow each other in number.
func (o *outline) adjacent(list []int, i int, k ref.Kind) bool {
	a, ok := o.numberOf(list[i], k, i)
	b, ok2 := o.numberOf(list[i+1], k, i+1)
	return ok && ok2 && (follows(a.hi, b.lo) || len(b.lo) == 1 && len(a.hi) > 0 && b.lo[0] == a.hi[0]+1)
}

// part finds 附則 or 別表第一.
func (o *outline) part(label string, current int) (int, Status) {
	if label == "附則" {
		if current >= 0 && isSupplement(o.units[current].Path[0].Text) {
			return current, Resolved
		}
		if p := o.supplement(); p >= 0 && !o.amending(p) {
			return p, Resolved
		}
		return none, Unknown
	}
	want := partKey(label)
	others := false
	for _, p := range o.parts {
		name := o.units[p].Path[0].Text
		if partKey(name) == want {
			return p, Resolved
		}
		others = others || strings.HasPrefix(name, "別表")
	}
	if others && !o.partial && strings.HasPrefix(label, "別表") {
		return none, Missing // forms are often pictures in files of their own
	}
	return none, Unknown
}

// partKey makes 様式第1号（第三条関係）, 第一号様式 and 別記様式第一号 one form, and 別表第1 and 別表第一 one table.
func partKey(name string) string {
	key := ref.Path{{Kind: ref.Part, Text: name}}.Key()
	if i := strings.IndexByte(key, '('); i > 0 {
		key = key[:i]
	}
	key = strings.TrimPrefix(key, "別記")
	if n, ok := strings.CutSuffix(key, "様式"); ok {
		key = "様式" + n
	}
	return key
}

// through is the range from a to b, both included.
func (o *outline) through(a, b named, k ref.Kind) named {
	if a.status != Resolved {
		return a
	}
	if b.status != Resolved || len(a.targets) == 0 || len(b.targets) == 0 {
		a.status, a.targets = b.status, nil
		return a
	}
	first, last := a.targets[0], b.targets[len(b.targets)-1]
	var list []int
	switch k {
	case ref.Article:
		list = o.articles[b.part]
	case ref.Paragraph:
		list = o.paragraphs(max(b.article, 0))
		if b.article < 0 && b.part >= 0 {
			list = o.paragraphs(b.part)
		}
	case ref.Item:
		list = o.below(o.parents[last], ref.Item)
	case ref.Division:
		list = nil
	}
	i, j := slices.Index(list, first), slices.Index(list, last)
	if i < 0 || j < i {
		a.targets = []int{first, last}
		return a
	}
	a.targets = slices.Clone(list[i : j+1])
	for s := range b.said {
		a.said[s] = true
	}
	return a
}
