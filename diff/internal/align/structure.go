package align

// Structure flags: what happened to the place of a clause, judged against what happened to its parent.
// A child that only travels with its parent carries none.

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

// crossing finds the matched new units whose order differs from that of their matched siblings: all but a longest increasing run.
func (m *matcher) crossing() map[int]bool {
	out := map[int]bool{}
	for parent := -1; parent < len(m.nodes[corpus.New]); parent++ {
		var links []link
		var who []int
		width := len(m.nodes[corpus.Old])
		for _, n := range m.kids(corpus.New, parent) {
			if o := m.partner[corpus.New][n]; o >= 0 && m.sameParent(n, o) && !m.nodes[corpus.New][n].caption {
				links = append(links, link{len(who), o, m.inertia(n, o)})
				who = append(who, n)
			}
		}
		if ascending(links) {
			continue
		}
		keep := map[int]bool{}
		for _, l := range heaviest(links, width) {
			keep[l.i] = true
		}
		for i, n := range who {
			if !keep[i] {
				out[n] = true
			}
		}
	}
	for n, o := range m.partner[corpus.New] {
		if o >= 0 && !m.sameParent(n, o) {
			out[n] = true
		}
	}
	return out
}

// leftOutSize is what a clause whose text is left out counts for, in code points.
const leftOutSize = 60

// keptNumber is how much more a clause counts that has its number on both sides: the one that crosses it went past it.
const keptNumber = 8

// inertia is how much of two orders that cross would have to move if this pair were the one that stayed. What the table prints as gone here and new
// there counts for nothing: it says itself which one moved.
func (m *matcher) inertia(n, o int) float64 {
	if m.told[n] {
		return 0.001
	}
	a := &m.nodes[corpus.New][n]
	v := float64(1 + a.size + a.end - n)
	if a.clause.Placeholder == corpus.Omitted {
		v += float64(leftOutSize * max(1, length(a)))
	}
	if b := &m.nodes[corpus.Old][o]; a.label != "" && canon(a.label) == canon(b.label) {
		v *= keptNumber
	}
	return v
}

func ascending(links []link) bool {
	return slices.IsSortedFunc(links, func(a, b link) int { return a.j - b.j })
}

// sameParent reports whether the parents of a matched pair belong to one group, or both are roots.
func (m *matcher) sameParent(n, o int) bool {
	p, q := m.nodes[corpus.New][n].parent, m.nodes[corpus.Old][o].parent
	if p < 0 || q < 0 {
		return p == q
	}
	if m.joined[corpus.New][p] >= 0 {
		p = m.joined[corpus.New][p]
	}
	if m.joined[corpus.Old][q] >= 0 {
		q = m.joined[corpus.Old][q]
	}
	return m.partner[corpus.New][p] == q
}

func (m *matcher) structure(g *Group, crossing map[int]bool) []Structure {
	var out []Structure
	if len(g.Units[0]) == 0 || len(g.Units[1]) == 0 || g.Marker[0] || g.Marker[1] {
		return nil
	}
	if m.void(corpus.New, g) && m.void(corpus.Old, g) && len(g.Units[0])+len(g.Units[1]) > 2 {
		return nil // one shell names the numbers of several
	}
	n, o := g.Units[corpus.New][0], g.Units[corpus.Old][0]
	for _, k := range g.Units[corpus.New] {
		if m.partner[corpus.New][k] >= 0 {
			n = k
		}
	}
	for _, k := range g.Units[corpus.Old] {
		if m.partner[corpus.Old][k] >= 0 {
			o = k
		}
	}
	moved := crossing[n]
	if n0, o0 := g.Units[corpus.New][0], g.Units[corpus.Old][0]; m.sameParent(n0, o0) &&
		(n == n0 && m.nodes[corpus.Old][o].parent == o0 || o == o0 && m.nodes[corpus.New][n].parent == n0) {
		n, o, moved = n0, o0, false // the first 項 took the second in, which is the longer one
	}
	a, b := &m.nodes[corpus.New][n], &m.nodes[corpus.Old][o]
	rise := a.depth - b.depth
	if p, q := a.parent, b.parent; m.sameParent(n, o) && p >= 0 {
		rise -= m.groupDepth(corpus.New, p) - m.groupDepth(corpus.Old, q)
	}
	if rise == 0 {
		rise = rank(a) - rank(b)
	}
	switch {
	case a.caption:
	case moved:
		out = append(out, Moved)
		if rise != 0 {
			out = append(out, Releveled)
		}
	case rise != 0:
		out = append(out, Releveled)
	case renumbered(&m.nodes[corpus.New][g.Units[corpus.New][0]], &m.nodes[corpus.Old][g.Units[corpus.Old][0]]):
		out = append(out, Renumbered)
	}
	if len(g.Units[corpus.New]) > 1 {
		out = append(out, Split)
	}
	if len(g.Units[corpus.Old]) > 1 {
		out = append(out, Merged)
	}
	if a.clause.Void && !b.clause.Void {
		out = append(out, Shell)
	}
	return out
}

// void reports whether one side of a group is shells only.
func (m *matcher) void(s corpus.Side, g *Group) bool {
	return !slices.ContainsFunc(g.Units[s], func(i int) bool { return !m.nodes[s][i].clause.Void })
}

// rank is the legal level of a clause where it has one: the first 号 of an article hangs where its second 項 does, a level above. 0 where it is not said.
func rank(n *node) int {
	if len(n.clause.Path) == 0 || n.clause.Placeholder != corpus.NoPlaceholder {
		return 0
	}
	switch k := n.clause.Path[len(n.clause.Path)-1].Kind; k {
	case ref.Article, ref.Paragraph:
		return 1
	case ref.Item:
		return 2
	case ref.Subitem:
		return 3
	}
	return 0
}

// groupDepth is the depth of the clause that leads a unit's group.
func (m *matcher) groupDepth(s corpus.Side, i int) int {
	if k := m.joined[s][i]; k >= 0 {
		i = k
	}
	return m.nodes[s][i].depth
}

// renumbered reports whether a label changed; a range only when its first number did and it did not merely grow.
func renumbered(a, b *node) bool {
	if canon(a.label) == canon(b.label) || a.label == "" || b.label == "" {
		return false
	}
	if isRange(a) || isRange(b) {
		if len(a.nums) == 0 || len(b.nums) == 0 {
			return true
		}
		return a.nums[0] != b.nums[0] && a.nums[len(a.nums)-1] != b.nums[len(b.nums)-1]
	}
	return true
}

func isRange(n *node) bool {
	return n.clause.Placeholder == corpus.Omitted && len(n.nums) > 1
}
