package align

// Crossed pairs: the same short words stand in two places, both stay, and each was paired with the other's. Two moves are claimed where nothing
// moved. Where a clause whose parent is matched finds words as like among the counterpart's children, it takes them, and the two pairs change partners.

import (
	"slices"

	"shinkyu/corpus"
)

func (m *matcher) uncross() {
	for n, o := range m.partner[corpus.New] {
		if o < 0 || m.sameParent(n, o) {
			continue
		}
		p := m.nodes[corpus.New][n].parent
		if p < 0 || m.partner[corpus.New][p] < 0 {
			continue
		}
		a := &m.nodes[corpus.New][n]
		for _, home := range m.kids(corpus.Old, m.partner[corpus.New][p]) {
			b := &m.nodes[corpus.Old][home]
			other := m.partner[corpus.Old][home]
			if home == o || b.words != a.words || a.table != b.table || other >= 0 && m.sameParent(other, home) || other < 0 && !m.free(corpus.Old, home) || m.fit(n, home) < m.fit(n, o) {
				continue
			}
			m.match(n, home)
			if other >= 0 {
				m.match(other, o)
			} else {
				m.partner[corpus.Old][o] = -1
			}
			break
		}
	}
}

// longSame is how many code points of unchanged words make a clause known again under another clause.
const longSame = 20

// unguess parts pairs of short clauses that would stand under another clause now, with words that any list may hold (氏名及び住所): too few to tell a move
// from one that went and another that came. Each is gone here and new there. Short ones that were reworded are left alone, since what paired them is
// more than their words, unless what they stood under is gone and what they stand under is new; there longer ones must be nearly the same, too.
func (m *matcher) unguess() {
	for n := range m.crossing() {
		o := m.partner[corpus.New][n]
		a, b := &m.nodes[corpus.New][n], &m.nodes[corpus.Old][o]
		if !a.own() || !b.own() || m.told[n] || m.sameParent(n, o) {
			continue
		}
		alone, strangers := len(a.kids)+len(b.kids) == 0, m.strangers(a.parent, b.parent)
		if alone && (a.words == b.words || strangers) && max(a.size, b.size) < longSame || strangers && m.words(n, o) < certain && !m.kidsMatch(n, o) {
			m.partner[corpus.New][n], m.partner[corpus.Old][o] = -1, -1
		}
	}
}

// strangers reports whether of two containers neither has a counterpart: the one came, the other went.
func (m *matcher) strangers(n, o int) bool {
	return n >= 0 && o >= 0 && m.partner[corpus.New][n] < 0 && m.partner[corpus.Old][o] < 0
}

// kidsMatch reports whether a clause right under one of a pair has its counterpart under the other.
func (m *matcher) kidsMatch(n, o int) bool {
	return slices.ContainsFunc(m.nodes[corpus.New][n].kids, func(k int) bool {
		q := m.partner[corpus.New][k]
		return q >= 0 && m.nodes[corpus.Old][q].parent == o
	})
}
