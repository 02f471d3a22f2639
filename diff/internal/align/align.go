// Package align finds which clauses of the two sides belong together.
//
// Problem: clauses are inserted, deleted, renumbered, moved, split and merged, and rewritten, all in one revision; short headings and
// stock sentences look alike everywhere; a table leaves most of the text out. Choice: structure first. The two forests are matched from
// the roots down. Under each matched pair the children are aligned by an order-keeping optimum over likeness (rare letter pairs in common,
// label, caption, what their descendants have in common); printed markers （新設） and （削る） take part as clauses that say "nothing faces
// this one". Only what is left may match across the tree, and only when it is long and distinctive: a false move is worse than a
// missed one. Rejected: one global assignment by similarity (it pairs boilerplate across chapters), a tree edit distance (cubic, and its optimum
// is not what a lawyer calls a move), labels as keys (renumbering is the rule, not the exception).
// Cost: n log n for the chains, plus the candidates an inverted index of rare letter pairs yields. The scheme of voting from leaves to
// containers follows GumTree (Falleri et al., 2014).
package align

import (
	"cmp"
	"slices"

	"shinkyu/corpus"
)

// Input is the two sides as Document.Units lists them.
type Input struct {
	Units   [2][]*corpus.Clause
	Parents [2][]int
	Printed bool // the clauses come from tables, which alignment never crosses
}

// Structure is what happened to the place of a group's clauses; values are those of the comparison JSON.
type Structure string

// The values of Structure.
const (
	Renumbered Structure = "renumbered"
	Moved      Structure = "moved"
	Releveled  Structure = "releveled"
	Split      Structure = "split"
	Merged     Structure = "merged"
	Shell      Structure = "shell"
)

// Group is clauses that belong together: indices of each side, ascending. Bare markers stand in the group they mark;
// Marker reports that all units of that side are such markers, so that the group counts as one-sided.
type Group struct {
	Units     [2][]int
	Marker    [2]bool
	Told      [2][]int // bare markers that print the move of this group as a clause that is gone and a new one
	Structure []Structure
}

// Align groups the units of both sides. Every unit stands in exactly one group; groups are in the reading order of the
// new side, those of the old side alone behind the group of the clause before them.
func Align(in Input) []Group {
	m := newMatcher(in)
	m.topDown(-1, -1)
	m.keys()
	m.flatten()
	m.moves()
	m.follow()
	m.omissions()
	m.uncross()
	m.unguess()
	m.slots()
	m.shells()
	m.splits()
	m.rewordings()
	m.captions()
	return m.groups()
}

// matcher is the state of one alignment.
type matcher struct {
	nodes    [2][]node
	roots    [2][]int
	index    *index
	near     [][]int          // new unit → old units with like words
	votes    map[pair]float64 // weight of text in common below two containers
	alt      [2][]int         // the unit's mutual favourite anywhere, -1 none
	altFit   [2][]float64
	partner  [2][]int      // -1 none
	extra    map[int][]int // new unit → further new units of a split
	merged   map[int][]int // old unit → further old units of a merge
	joined   [2][]int      // unit → the unit whose split or merge it belongs to, -1 none
	faces    [2][]int      // marker → unit it marks on the other side; unit → its marker; -1 none
	declared [2][]bool     // the table itself says that nothing faces this unit
	told     map[int]bool  // new unit that the table prints as new, its counterpart as gone
	memo     map[pair]float64
	byKey    [2]map[place]int // see indexKeys
}

// pair is a new and an old unit.
type pair struct{ n, o int }

func newMatcher(in Input) *matcher {
	m := &matcher{votes: map[pair]float64{}, memo: map[pair]float64{}, extra: map[int][]int{}, merged: map[int][]int{}, told: map[int]bool{}}
	for s := range m.nodes {
		m.nodes[s], m.roots[s] = nodes(in.Units[s], in.Parents[s], in.Printed)
		n := len(m.nodes[s])
		m.partner[s], m.joined[s], m.faces[s] = fill(n), fill(n), fill(n)
		m.declared[s] = make([]bool, n)
	}
	for s := range m.nodes {
		for i := range m.nodes[s] {
			if n := &m.nodes[s][i]; n.caption && m.articleOf(corpus.Side(s), i) < 0 {
				n.caption = false // a heading like any other
			}
		}
	}
	m.index = newIndex(&m.nodes)
	m.indexKeys()
	m.vote()
	return m
}

func fill(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

// free reports whether a unit is a clause without a counterpart so far.
func (m *matcher) free(s corpus.Side, i int) bool {
	return m.partner[s][i] < 0 && m.joined[s][i] < 0 && !m.nodes[s][i].marker && !m.nodes[s][i].caption
}

func (m *matcher) match(n, o int) { m.partner[corpus.New][n], m.partner[corpus.Old][o] = o, n }

// kids of a unit, or the roots for -1.
func (m *matcher) kids(s corpus.Side, i int) []int {
	if i < 0 {
		return m.roots[s]
	}
	return m.nodes[s][i].kids
}

// topDown aligns the children of a matched pair (or the roots, for -1) and then theirs.
func (m *matcher) topDown(n, o int) {
	for _, p := range m.chain(m.kids(corpus.New, n), m.kids(corpus.Old, o), m.sibling) {
		if m.nodes[corpus.New][p.n].marker || m.nodes[corpus.Old][p.o].marker {
			m.face(p)
		} else {
			m.match(p.n, p.o)
		}
	}
	m.declare(m.kids(corpus.New, n), corpus.New)
	m.declare(m.kids(corpus.Old, o), corpus.Old)
	for _, k := range m.kids(corpus.New, n) {
		if q := m.partner[corpus.New][k]; q >= 0 {
			m.topDown(k, q)
		}
	}
}

// matchedPairs lists the pairs so far, the deepest first.
func (m *matcher) matchedPairs() []pair {
	var out []pair
	for n, o := range m.partner[corpus.New] {
		if o >= 0 {
			out = append(out, pair{n, o})
		}
	}
	slices.SortStableFunc(out, func(a, b pair) int {
		return cmp.Compare(m.nodes[corpus.New][b.n].depth, m.nodes[corpus.New][a.n].depth)
	})
	return append(out, pair{-1, -1})
}
