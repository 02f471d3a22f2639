package align

// Crossed pairs: the same short words stand in two places, both stay, and each was paired with the other's. Two moves are claimed where nothing
// moved. Where a clause whose parent is matched finds words as like among the counterpart's children, it takes them, and the two pairs change partners.

import "shinkyu/corpus"

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
