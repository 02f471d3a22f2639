package align

// Splits and merges: one clause covered by several that follow each other. The pair that was found keeps the rest as companions.

import (
	"shinkyu/corpus"
)

const (
	newGain = 0.2 // share of the whole clause that a companion must add
	ofOwn   = 0.5 // share of the companion that must come from the whole clause
)

func (m *matcher) splits() {
	for n, o := range m.partner[corpus.New] {
		if o >= 0 {
			m.companions(corpus.New, n, o)
		}
	}
	for o, n := range m.partner[corpus.Old] {
		if n >= 0 && len(m.extra[n]) == 0 {
			m.companions(corpus.Old, o, n)
		}
	}
}

// companions looks on side s, around unit i, for unmatched clauses that the counterpart whole holds as well.
func (m *matcher) companions(s corpus.Side, i, whole int) {
	w := &m.nodes[s.Other()][whole]
	if !w.own() || !m.nodes[s][i].own() || w.size < 20 || w.words == m.nodes[s][i].words {
		return
	}
	taken := m.nodes[s][i].grams
	for _, dir := range []int{1, -1} {
		for k := m.neighbour(s, i, dir); k >= 0 && m.free(s, k) && !m.declared[s][k]; k = m.neighbour(s, k, dir) {
			c := &m.nodes[s][k]
			if !c.own() || c.size < 8 || c.clause.Origin.Table != w.clause.Origin.Table {
				break
			}
			both := merge(taken, c.grams)
			gain := m.index.common(both, w.grams) - m.index.common(taken, w.grams)
			if gain < newGain*w.weight || gain < ofOwn*c.weight {
				break
			}
			taken = both
			m.joined[s][k] = i
			if s == corpus.New {
				m.extra[i] = append(m.extra[i], k)
			} else {
				m.merged[i] = append(m.merged[i], k)
			}
		}
	}
}

// neighbour is the clause next to k in reading order among its siblings, its first child, or its parent's text; -1 none.
func (m *matcher) neighbour(s corpus.Side, k, dir int) int {
	n := k + dir
	if n < 0 || n >= len(m.nodes[s]) {
		return -1
	}
	return n
}

// merge joins two sorted lists.
func merge(a, b []int32) []int32 {
	out := make([]int32, 0, len(a)+len(b))
	for i, j := 0, 0; i < len(a) || j < len(b); {
		if j == len(b) || i < len(a) && a[i] <= b[j] {
			out, i = append(out, a[i]), i+1
		} else {
			out, j = append(out, b[j]), j+1
		}
	}
	return out
}
