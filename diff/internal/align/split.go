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
	ofDeclared  = 0.85 // of one that the table prints as new or gone: all of it went into the other, or came from it
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
	for _, next := range []func(corpus.Side, int) int{m.following, m.preceding} {
		ahead := have
		for k := next(s, i); k >= 0 && m.mayJoin(s, k, w); k = next(s, k) {
			c := &m.nodes[s][k]
			if m.index.common(c.grams, w.grams) < 0.8*ofCompanion*c.weight || m.likerElsewhere(s, k, whole) {
				break
			}
			if target == nil {
				target, have = token.Lex(w.words), token.Lex(m.nodes[s][i].words)
				kept, ahead = edit.Common(target, have), have
			}
			both := append(slices.Clone(ahead), token.Lex(c.words)...)
			if k < i {
				both = append(token.Lex(c.words), ahead...)
			}
			now := edit.Common(target, both)
			need := ofCompanion
			if m.declared[s][k] {
				need = ofDeclared
			}
			if gain := float64(now - kept); gain < leastGain || gain < need*float64(c.size) || gain < ofWhole*float64(w.size) {
				break
			}
			have, ahead, kept = both, both, now
			m.joined[s][k] = i
			if s == corpus.New {
				m.extra[i] = append(m.extra[i], k)
			} else {
				m.merged[i] = append(m.merged[i], k)
			}
		}
	}
}

// following is the clause whose words go on where those of unit i end, past the 号 and tables that i has: its next sibling, the
// second 項 of an article whose first 項 it is, or the article behind its own. -1 none.
func (m *matcher) following(s corpus.Side, i int) int {
	for _, k := range m.nodes[s][i].kids {
		if r := rank(&m.nodes[s][k]); r == rank(&m.nodes[s][i]) && r > 0 {
			return k
		}
	}
	for p := i; p >= 0; p = m.nodes[s][p].parent {
		list := m.kids(s, m.nodes[s][p].parent)
		for _, k := range list[position(list, p)+1:] {
			if !m.nodes[s][k].caption {
				return k
			}
		}
		if p != i && rank(&m.nodes[s][p]) != rank(&m.nodes[s][i]) {
			break
		}
	}
	return -1
}

// preceding is the clause that unit i follows in that sense.
func (m *matcher) preceding(s corpus.Side, i int) int {
	p := m.nodes[s][i].parent
	list := m.kids(s, p)
	for j := position(list, i) - 1; j >= 0; j-- {
		if k := list[j]; !m.nodes[s][k].caption && (p < 0 || rank(&m.nodes[s][k]) == rank(&m.nodes[s][i])) {
			return k
		}
	}
	if p >= 0 && rank(&m.nodes[s][p]) == rank(&m.nodes[s][i]) && rank(&m.nodes[s][i]) > 0 {
		return p
	}
	return -1
}

// position of a unit in a list of siblings.
func position(list []int, i int) int {
	at, _ := slices.BinarySearch(list, i)
	return at
}

// shells joins to a shell over several numbers all the clauses it voids (第七条から第九条まで　削除), and the shells that it gathers or that it was
// parted into.
func (m *matcher) shells() {
	for n, o := range m.partner[corpus.New] {
		if o < 0 || !m.nodes[corpus.New][n].clause.Void {
			continue
		}
		for _, k := range m.inShell(corpus.New, n, o) {
			m.joined[corpus.Old][k] = o
			m.merged[o] = append(m.merged[o], k)
		}
		if m.nodes[corpus.Old][o].clause.Void {
			for _, k := range m.inShell(corpus.Old, o, n) {
				m.joined[corpus.New][k] = n
				m.extra[n] = append(m.extra[n], k)
			}
		}
	}
}

// inShell are the free units behind the counterpart of a shell whose numbers the shell bears. What became words again is not gathered.
func (m *matcher) inShell(s corpus.Side, shell, other int) (out []int) {
	a, t := &m.nodes[s][shell], s.Other()
	if len(a.nums) < 2 {
		return nil
	}
	for k := m.following(t, other); k >= 0 && m.free(t, k); k = m.following(t, k) {
		b := &m.nodes[t][k]
		if b.table != a.table || len(b.nums) == 0 || b.nums[0] <= a.nums[0] || b.nums[0] > a.nums[len(a.nums)-1] ||
			style(canon(b.label)) != style(canon(m.nodes[t][other].label)) || t == corpus.New && !b.clause.Void {
			break
		}
		out = append(out, k)
	}
	return out
}

// likerElsewhere reports whether unit k has a favourite without a counterpart that is plainly a version of it: it came from there, or went there.
func (m *matcher) likerElsewhere(s corpus.Side, k, whole int) bool {
	q, v := m.best(s, k)
	return q >= 0 && q != whole && v >= 0.55 && m.free(s.Other(), q)
}

// mayJoin reports whether unit k is free to be a companion.
func (m *matcher) mayJoin(s corpus.Side, k int, whole *node) bool {
	c := &m.nodes[s][k]
	return m.free(s, k) && c.own() && c.table == whole.table
}
