package align

// Splits and merges: one clause covered by several that follow each other. The pair that was found keeps the rest as companions.

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/diff/internal/edit"
	"shinkyu/diff/internal/token"
)

// A companion must account for this much of itself and of the whole clause, and for this many code points.
const (
	ofCompanion = 0.35
	ofWhole     = 0.1
	leastGain   = 12
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

// companions looks on side s, next to unit i, for unmatched clauses whose words the counterpart whole holds as well, in the same order:
// it counts what of whole is kept by i alone, and what by i and the companion in a row.
func (m *matcher) companions(s corpus.Side, i, whole int) {
	w := &m.nodes[s.Other()][whole]
	if !w.own() || !m.nodes[s][i].own() || w.size < 2*leastGain || w.words == m.nodes[s][i].words {
		return
	}
	var target, have []token.Token
	kept := 0
	for _, dir := range []int{1, -1} {
		for k := i + dir; k >= 0 && k < len(m.nodes[s]) && m.mayJoin(s, k, w); k += dir {
			c := &m.nodes[s][k]
			if m.index.common(c.grams, w.grams) < 0.8*ofCompanion*c.weight || m.likerElsewhere(s, k, whole) {
				break
			}
			if target == nil {
				target, have = token.Lex(w.words), token.Lex(m.nodes[s][i].words)
				kept = edit.Common(target, have)
			}
			both := append(slices.Clone(have), token.Lex(c.words)...)
			if dir < 0 {
				both = append(token.Lex(c.words), have...)
			}
			now := edit.Common(target, both)
			if gain := float64(now - kept); gain < leastGain || gain < ofCompanion*float64(c.size) || gain < ofWhole*float64(w.size) {
				break
			}
			have, kept = both, now
			m.joined[s][k] = i
			if s == corpus.New {
				m.extra[i] = append(m.extra[i], k)
			} else {
				m.merged[i] = append(m.merged[i], k)
			}
		}
	}
}

// likerElsewhere reports whether unit k has a favourite without a counterpart that is plainly a version of it: it came from there, or went there.
func (m *matcher) likerElsewhere(s corpus.Side, k, whole int) bool {
	q, v := m.best(s, k)
	return q >= 0 && q != whole && v >= 0.55 && m.free(s.Other(), q)
}

// mayJoin reports whether unit k is free to be a companion.
func (m *matcher) mayJoin(s corpus.Side, k int, whole *node) bool {
	c := &m.nodes[s][k]
	return m.free(s, k) && !m.declared[s][k] && c.own() && c.table == whole.table
}
