package align

// What found no counterpart among the children of matched parents: first in the same order anywhere below a matched pair (a level
// was put in between, or fell away), then anywhere.

import (
	"cmp"
	"maps"
	"slices"

	"shinkyu/corpus"
)

// flatten aligns, for each matched pair from the innermost out, the unmatched clauses below it regardless of level.
func (m *matcher) flatten() {
	for _, p := range m.matchedPairs() {
		news, olds := m.freeBelow(corpus.New, p.n), m.freeBelow(corpus.Old, p.o)
		for _, q := range m.chain(news, olds, func(n, o int) float64 { return m.crossLevel(p, n, o) }) {
			if m.free(corpus.New, q.n) && m.free(corpus.Old, q.o) {
				m.match(q.n, q.o)
				m.topDown(q.n, q.o)
			}
		}
	}
}

// omissions pairs what is left out under another number or caption while its neighbour moves past it: no words tell, and the
// moved neighbour has the order for itself, but the table prints （略） beside （略） at one place of one row.
func (m *matcher) omissions() {
	at := map[[2]int][]int{} // table and row → omitted old clauses
	for o := range m.nodes[corpus.Old] {
		if b := &m.nodes[corpus.Old][o]; m.leftOut(corpus.Old, o) {
			k := [2]int{b.table, b.clause.Origin.Row}
			at[k] = append(at[k], o)
		}
	}
	for n := range m.nodes[corpus.New] {
		if !m.leftOut(corpus.New, n) {
			continue
		}
		a := &m.nodes[corpus.New][n]
		for _, o := range at[[2]int{a.table, a.clause.Origin.Row}] {
			b := &m.nodes[corpus.Old][o]
			if m.free(corpus.Old, o) && m.beside(n, o) && style(canon(a.label)) == style(canon(b.label)) {
				m.match(n, o)
				m.topDown(n, o)
				break
			}
		}
	}
}

// leftOut reports whether a unit is a labelled （略） of a printed row without a counterpart.
func (m *matcher) leftOut(s corpus.Side, i int) bool {
	c := m.nodes[s][i].clause
	return c.Placeholder == corpus.Omitted && m.nodes[s][i].label != "" && c.Origin.Row >= 0 && m.free(s, i)
}

// freeBelow lists the unmatched clauses under top that are under no other matched clause.
func (m *matcher) freeBelow(s corpus.Side, top int) []int {
	lo, hi := 0, len(m.nodes[s])
	if top >= 0 {
		lo, hi = top+1, m.nodes[s][top].end
	}
	var out []int
	for i := lo; i < hi; i++ {
		if m.partner[s][i] >= 0 {
			i = m.nodes[s][i].end - 1 // what stands under another pair belongs there
			continue
		}
		if m.free(s, i) && !m.declared[s][i] && m.nodes[s][i].own() {
			out = append(out, i)
		}
	}
	return out
}

// crossLevel scores two clauses under the matched pair top but on different levels. Short words that stand in several places prove nothing outside one list.
func (m *matcher) crossLevel(top pair, n, o int) float64 {
	a, b := &m.nodes[corpus.New][n], &m.nodes[corpus.Old][o]
	if a.table != b.table || m.betterElsewhere(n, o) || m.sameElsewhere(n, o) {
		return 0
	}
	if min(a.size, b.size) < 30 && a.parent != top.n && b.parent != top.o && (m.repeated(a.words) || m.repeated(b.words)) {
		return 0
	}
	if v := m.fit(n, o); !a.isTable() && !b.isTable() && min(a.size, b.size) >= 14 && v >= 0.6 || m.distinctive(n, o) {
		return square(v)
	}
	return 0
}

// repeated reports whether words stand in more than one clause of a side.
func (m *matcher) repeated(words string) bool {
	return len(m.index.exact[corpus.New][words]) > 1 || len(m.index.exact[corpus.Old][words]) > 1
}

// overruled is the likeness from which words overrule the table that prints a clause as gone here and as new there. What was taken up into a longer
// clause is less alike, and is new as the table says.
const overruled = 0.8

// overrules reports whether a pair may match in spite of what the table says of its clauses. One that would stand where it stood is no move: there the
// table replaces a clause by another, and is taken at its word.
func (m *matcher) overrules(p pair) bool {
	if !m.declared[corpus.New][p.n] && !m.declared[corpus.Old][p.o] {
		return true
	}
	return m.fit(p.n, p.o) >= overruled && !(m.sameParent(p.n, p.o) && m.onePlace(p))
}

// onePlace reports whether two unmatched siblings stand between the same matched neighbours.
func (m *matcher) onePlace(p pair) bool {
	olds := m.kids(corpus.Old, m.nodes[corpus.Old][p.o].parent)
	at := position(olds, p.o)
	lo, hi := -1, len(olds)
	for _, k := range m.kids(corpus.New, m.nodes[corpus.New][p.n].parent) {
		q := m.partner[corpus.New][k]
		if q < 0 || m.nodes[corpus.Old][q].parent != m.nodes[corpus.Old][p.o].parent {
			continue
		}
		if j := position(olds, q); k < p.n {
			lo = max(lo, j)
		} else {
			hi = min(hi, j)
		}
	}
	return lo < at && at < hi
}

// sameElsewhere reports whether the words of two unequal clauses stand unchanged in another unmatched clause: that one is the counterpart.
func (m *matcher) sameElsewhere(n, o int) bool {
	a, b := &m.nodes[corpus.New][n], &m.nodes[corpus.Old][o]
	if a.words == b.words {
		return false
	}
	for s, words := range [2]string{corpus.New: b.words, corpus.Old: a.words} {
		list := m.index.exact[s][words]
		for _, k := range list[:min(len(list), most)] {
			if m.free(corpus.Side(s), k) {
				return true
			}
		}
	}
	return false
}

// moves pairs what is left, anywhere in the document, the surest first. A table that keeps each column in its own order prints a move as （削る） at
// the old place and （新設） at the new one, so what it declares to face nothing takes part as well: long words nearly the same are no chance.
func (m *matcher) moves() {
	type move struct {
		pair
		v float64
	}
	var list []move
	add := func(p pair) {
		if m.free(corpus.New, p.n) && m.free(corpus.Old, p.o) && m.distinctive(p.n, p.o) && !m.sameElsewhere(p.n, p.o) && m.overrules(p) {
			list = append(list, move{p, m.fit(p.n, p.o)})
		}
	}
	for n, near := range m.near {
		for _, o := range near {
			add(pair{n, o})
		}
	}
	for _, p := range sortedPairs(m.votes) {
		add(p)
	}
	slices.SortStableFunc(list, func(a, b move) int {
		heavy := func(p pair) float64 { return m.nodes[corpus.New][p.n].weight + m.nodes[corpus.New][p.n].below }
		if c := cmp.Compare(b.v*heavy(b.pair), a.v*heavy(a.pair)); c != 0 {
			return c
		}
		return cmp.Or(a.n-b.n, a.o-b.o)
	})
	rivals := [2]map[int][]int{{}, {}} // unit → places in list
	for i, p := range list {
		rivals[corpus.New][p.n] = append(rivals[corpus.New][p.n], i)
		rivals[corpus.Old][p.o] = append(rivals[corpus.Old][p.o], i)
	}
	// A second counterpart that is as good makes the move a guess.
	rival := func(i int) bool {
		p := list[i]
		for _, j := range append(slices.Clone(rivals[corpus.New][p.n]), rivals[corpus.Old][p.o]...) {
			if q := list[j]; q.pair != p.pair && q.v > p.v-0.05 && m.free(corpus.New, q.n) && m.free(corpus.Old, q.o) {
				return true
			}
		}
		return false
	}
	for i, p := range list {
		if m.free(corpus.New, p.n) && m.free(corpus.Old, p.o) && !rival(i) {
			m.match(p.n, p.o)
			m.told[p.n] = m.declared[corpus.New][p.n] && m.declared[corpus.Old][p.o]
			m.undeclare(corpus.New, p.n)
			m.undeclare(corpus.Old, p.o)
			m.topDown(p.n, p.o)
		}
	}
}

// follow pairs headings of the same words whose clauses were paired: they moved with them, though much of what stood under the one went, and though the
// table prints the one as new. Else the heading that took the number would be its successor, and the clauses alone would seem to have moved.
func (m *matcher) follow() {
	for n := range m.nodes[corpus.New] {
		a := &m.nodes[corpus.New][n]
		if !kindClass(a) || !a.own() || !m.free(corpus.New, n) {
			continue
		}
		under := map[int]int{} // old heading → clauses that came from under it
		for _, k := range a.kids {
			if q := m.partner[corpus.New][k]; q >= 0 && m.nodes[corpus.New][k].size >= longSame {
				under[m.nodes[corpus.Old][q].parent]++
			}
		}
		for _, o := range slices.Sorted(maps.Keys(under)) {
			count := under[o]
			if o < 0 || count < 2 || !m.free(corpus.Old, o) {
				continue
			}
			if b := &m.nodes[corpus.Old][o]; kindClass(b) && b.words == a.words && a.table == b.table && 2*count > len(b.kids) {
				m.match(n, o)
				m.told[n] = m.declared[corpus.New][n] && m.declared[corpus.Old][o]
				m.undeclare(corpus.New, n)
				m.undeclare(corpus.Old, o)
				m.topDown(n, o)
				break
			}
		}
	}
}
