package align

// Bare markers: （新設） stands on the old side where nothing faces a new clause, （削る） on the new side where nothing faces an old one.
// In a chain a marker takes the place of the clause that is missing. It speaks for that clause and for those that follow it up to the
// next matched one. What the table declares new or removed is not paired with something else by likeness.

import (
	"shinkyu/corpus"
)

// face notes that of a pair one is a marker that marks the other.
func (m *matcher) face(p pair) {
	if m.faces[corpus.New][p.n] < 0 && m.faces[corpus.Old][p.o] < 0 {
		m.faces[corpus.New][p.n], m.faces[corpus.Old][p.o] = p.o, p.n
	}
}

// declare extends what markers say to the siblings that follow, and to all descendants.
func (m *matcher) declare(kids []int, s corpus.Side) {
	on := false
	for _, k := range kids {
		switch {
		case m.partner[s][k] >= 0:
			on = false
			continue
		case m.nodes[s][k].marker:
			continue
		case m.faces[s][k] >= 0:
			on = true
		}
		if on {
			for i := k; i < m.nodes[s][k].end; i++ {
				m.declared[s][i] = true
			}
		}
	}
}

// undeclare takes back for a unit and all below it what a marker said: it was found to have moved.
func (m *matcher) undeclare(s corpus.Side, top int) {
	for i := top; i < m.nodes[s][top].end; i++ {
		m.declared[s][i] = false
	}
}

// placeMarkers gives every marker that faces nothing so far a one-sided group: the first clause without a counterpart
// between the counterparts of its neighbours. It returns marker → unit of the other side.
func (m *matcher) placeMarkers(s corpus.Side) {
	other := s.Other()
	for i := range m.nodes[s] {
		if !m.nodes[s][i].marker || m.faces[s][i] >= 0 {
			continue
		}
		lo := -1
		for k := i - 1; k >= 0 && lo < 0; k-- {
			switch {
			case m.partner[s][k] >= 0:
				lo = m.partner[s][k]
			case m.nodes[s][k].marker && m.faces[s][k] >= 0:
				lo = m.faces[s][k]
			}
		}
		for k := lo + 1; k < len(m.nodes[other]); k++ {
			if m.partner[other][k] >= 0 && !m.crosses(other, k) {
				break
			}
			if m.free(other, k) && m.faces[other][k] < 0 {
				m.faces[s][i], m.faces[other][k] = k, i
				break
			}
		}
	}
}

// crosses reports whether a matched unit was moved here from elsewhere, so that its place says nothing about its neighbours.
func (m *matcher) crosses(s corpus.Side, i int) bool {
	q, p := m.partner[s][i], m.nodes[s][i].parent
	up := m.nodes[s.Other()][q].parent
	return !(p < 0 && up < 0) && (p < 0 || m.partner[s][p] != up)
}
