package align

// How well two units fit, from 0 to a little over 1.

import (
	"strings"

	"shinkyu/corpus"
)

// words is the likeness of the own words of two units, 0 to 1: twice what they share over what they hold.
func (m *matcher) words(n, o int) float64 {
	a, b := &m.nodes[corpus.New][n], &m.nodes[corpus.Old][o]
	if a.bare() && b.bare() && canon(a.label) == canon(b.label) {
		return 1
	}
	if !a.own() || !b.own() {
		return 0
	}
	if a.words == b.words {
		return 1
	}
	if a.weight+b.weight == 0 {
		return 0
	}
	key := pair{n, o}
	if v, ok := m.memo[key]; ok {
		return v
	}
	v := 2 * m.index.common(a.grams, b.grams) / (a.weight + b.weight)
	m.memo[key] = v
	return v
}

// below is the likeness of what stands under two units; ok is false when that is not known on both sides.
func (m *matcher) below(n, o int) (v float64, ok bool) {
	a, b := &m.nodes[corpus.New][n], &m.nodes[corpus.Old][o]
	if a.below == 0 || b.below == 0 {
		return 0, false
	}
	v = m.votes[pair{n, o}]
	// A container to which much was added still holds all it held before.
	return min(1, max(v/(a.below+b.below), 0.6*v/(2*min(a.below, b.below)))), true
}

// fit is the likeness of two clauses without regard to their place.
func (m *matcher) fit(n, o int) float64 {
	w := m.words(n, o)
	below, ok := m.below(n, o)
	if !ok {
		return w
	}
	a, b := &m.nodes[corpus.New][n], &m.nodes[corpus.Old][o]
	// A heading stands for what is under it; a clause with long words of its own stands for itself.
	share := 0.65 * (a.below + b.below) / (a.below + b.below + a.weight + b.weight)
	return max(w*(1-share)+below*share, 0.85*below)
}

const (
	markerGain   = 0.45 // what a marker is worth that stands where a clause has no counterpart
	labelBonus   = 0.15
	stylePrice   = 0.12
	slotLeast    = 0.15 // likeness from which the same number is the same clause
	slotWorth    = 0.5
	facedLeast   = 0.7 // （略） of one label beside （略） of another in one row: more than a marker
	siblingLeast = 0.3 // below this two siblings are no pair
)

// sibling scores two units whose parents match; 0 means they cannot be paired here.
func (m *matcher) sibling(n, o int) float64 {
	a, b := &m.nodes[corpus.New][n], &m.nodes[corpus.Old][o]
	if a.table != b.table || a.caption || b.caption || m.partner[corpus.New][n] >= 0 || m.partner[corpus.Old][o] >= 0 {
		return 0 // the children of a pair found late may have moved before
	}
	if a.marker || b.marker {
		if a.marker && b.marker {
			return 0
		}
		if x, y := a.clause.Origin.Row, b.clause.Origin.Row; x >= 0 && y >= 0 && x != y && (a.leftOut() || b.leftOut()) {
			return 0 // what another row leaves out is not what a marker speaks of
		}
		v := markerGain + 0.2*facing(a.clause, b.clause)
		if a.marker && m.goesOn(corpus.New, n) || b.marker && m.goesOn(corpus.Old, o) {
			v += 0.15
		}
		return v
	}
	pa, pb := a.clause.Placeholder, b.clause.Placeholder
	switch {
	case pa != corpus.NoPlaceholder && pb != corpus.NoPlaceholder:
		switch one, sure := m.inStep(n, o); {
		case sure && one:
			return 1
		case sure:
			return 0
		}
		v := square(min(1, omittedFit(a, b)*m.faced(a, b)))
		if m.beside(n, o) && a.label != "" && b.label != "" {
			v = max(v, facedLeast)
		}
		return v
	case a.clause.Void || b.clause.Void:
		if !b.clause.Void && m.livesOn(corpus.Old, o) || !a.clause.Void && m.livesOn(corpus.New, n) {
			return 0
		}
		if canon(a.label) == canon(b.label) && (a.label != "" || a.words == b.words) || opensShell(a, b) || opensShell(b, a) {
			return 0.7
		}
		if a.clause.Void != b.clause.Void && pa == pb && style(canon(a.label)) == style(canon(b.label)) && m.openRow(n, o) {
			return facedLeast
		}
		return 0
	case pa != corpus.NoPlaceholder || pb != corpus.NoPlaceholder:
		switch {
		case a.label != "" && canon(a.label) == canon(b.label):
			return 0.35
		case pa == corpus.SameAs || pb == corpus.SameAs:
			return 0.2 + 0.2*facing(a.clause, b.clause)
		}
		return 0
	}
	if a.label != "" && canon(a.label) == canon(b.label) && kindClass(a) && kindClass(b) && a.words == b.words && a.size > 0 && !m.namesake(n, o) {
		return 1 + m.fit(n, o) // a chapter is what it is called, whatever moved into it
	}
	if m.otherKey(n, o) || m.betterElsewhere(n, o) {
		return 0
	}
	v := m.fit(n, o)
	if v == 0 {
		return 0
	}
	slot := a.label != "" && canon(a.label) == canon(b.label)
	switch {
	case slot:
		v += labelBonus
	case style(canon(a.label)) != style(canon(b.label)):
		v -= stylePrice
	case a.words == b.words && a.size > 0:
		v += labelBonus // the very words under another number are as good as the number
	}
	if c := m.captionOf(corpus.New, n); c != "" && c == m.captionOf(corpus.Old, o) {
		v += 0.15
	}
	v += 0.08 * facing(a.clause, b.clause)
	switch {
	case slot && v >= slotLeast+labelBonus && !m.reused(n, o):
		return max(v, slotWorth) // more than a marker that may speak of what follows
	case v < siblingLeast:
		return 0
	}
	return square(v)
}

// namesake reports whether one of two headings alike has another of the same words that is clearly its counterpart by what stands under it:
// in many guidelines every chapter has its 目的 and its 体制.
func (m *matcher) namesake(n, o int) bool {
	return m.outdone(n, o, 0.3, func(p pair, _ float64) bool { return m.nodes[corpus.New][p.n].words == m.nodes[corpus.Old][p.o].words })
}

// goesOn reports whether clauses follow a marker among its siblings. The last one may speak of what follows its parent.
func (m *matcher) goesOn(s corpus.Side, marker int) bool {
	kids := m.kids(s, m.nodes[s][marker].parent)
	return len(kids) > 0 && !m.nodes[s][kids[len(kids)-1]].marker
}

// square keeps one good pair ahead of two poor ones.
func square(v float64) float64 { return v * v }

// opensShell reports whether a is a shell over several clauses of which b is the first: 第七条から第九条まで　削除.
func opensShell(a, b *node) bool {
	return a.clause.Void && len(a.nums) > 1 && len(b.nums) == 1 && b.label != "" && a.nums[0] == b.nums[0] && strings.HasPrefix(canon(a.label), canon(b.label))
}

// facing is 1 if two clauses start at the same place of the same printed row, 0 if nothing is known or they do not.
func facing(a, b *corpus.Clause) float64 {
	x, y := a.Origin, b.Origin
	if x.Row < 0 || x.Row != y.Row {
		return 0
	}
	if d := x.Start - y.Start; d > -0.02 && d < 0.02 {
		return 1
	}
	return 0
}

// beside reports whether two clauses face each other in a printed row: at one height, or as the first of it.
func (m *matcher) beside(n, o int) bool {
	return facing(m.nodes[corpus.New][n].clause, m.nodes[corpus.Old][o].clause) > 0 || m.openRow(n, o)
}

// openRow reports whether two clauses are the first of one printed row, captions apart: a caption that is longer on one side, or
// is gone with the words of a void clause, puts them at different heights.
func (m *matcher) openRow(n, o int) bool {
	a, b := &m.nodes[corpus.New][n], &m.nodes[corpus.Old][o]
	return a.clause.Origin.Row >= 0 && a.clause.Origin.Row == b.clause.Origin.Row && a.table == b.table && m.opensRow(corpus.New, n) && m.opensRow(corpus.Old, o)
}

func (m *matcher) opensRow(s corpus.Side, i int) bool {
	for k := i - 1; k >= 0; k-- {
		switch before := &m.nodes[s][k]; {
		case before.clause.Origin.Row != m.nodes[s][i].clause.Origin.Row || before.table != m.nodes[s][i].table:
			return true
		case !before.caption:
			return false
		}
	}
	return true
}

// faced weighs a pair of omitted clauses by their rows: where a table says （略） of one number beside （略） of another, the row
// is all that tells them from those that kept their number.
func (m *matcher) faced(a, b *node) float64 {
	x, y := a.clause.Origin, b.clause.Origin
	switch {
	case x.Row < 0 || y.Row < 0:
		return 1
	case facing(a.clause, b.clause) > 0:
		return 1.3
	case x.Row != y.Row:
		return 0.7
	}
	return 1
}

// inStep reports whether two （略） hold the same place among those of their row. It is sure where the row leaves out as many clauses
// on both sides, one by one: what is left out neither came nor went, so 二, 三 and 四 beside 三, 四 and 五 are these three, though two
// numbers stand on both sides.
func (m *matcher) inStep(n, o int) (one, sure bool) {
	x, y := m.nodes[corpus.New][n].clause.Origin, m.nodes[corpus.Old][o].clause.Origin
	if x.Row < 0 || x.Row != y.Row {
		return false, false
	}
	news, olds := m.omittedBeside(corpus.New, n), m.omittedBeside(corpus.Old, o)
	if len(news) != len(olds) || len(news) < 2 {
		return false, false
	}
	for i, k := range news {
		a, b := &m.nodes[corpus.New][k], &m.nodes[corpus.Old][olds[i]]
		if a.label == "" || b.label == "" || len(a.nums) == 0 || length(a) != length(b) || style(canon(a.label)) != style(canon(b.label)) {
			return false, false
		}
		one = one || k == n && olds[i] == o
	}
	return one, true
}

// omittedBeside lists the （略） that a unit's row holds among its siblings, itself included.
func (m *matcher) omittedBeside(s corpus.Side, i int) []int {
	var out []int
	for _, k := range m.kids(s, m.nodes[s][i].parent) {
		if c := m.nodes[s][k].clause; c.Placeholder == corpus.Omitted && c.Origin.Row == m.nodes[s][i].clause.Origin.Row {
			out = append(out, k)
		}
	}
	return out
}

// omittedFit scores two lines whose text is left out, by their labels.
func omittedFit(a, b *node) float64 {
	switch {
	case a.label == "" && b.label == "":
		return 0.6
	case canon(a.label) == canon(b.label):
		return 1
	case a.label == "" || b.label == "":
		return 0
	case len(a.nums) == 0 || len(b.nums) == 0 || style(canon(a.label)) != style(canon(b.label)):
		return 0.4
	}
	la, lb := length(a), length(b)
	switch {
	case la == lb:
		return 0.8
	case a.nums[0] == b.nums[0] || a.nums[len(a.nums)-1] == b.nums[len(b.nums)-1]:
		return 0.7
	}
	return 0.45
}

// length is how many units an omitted range stands for: ２～５ is four, ２・５ two.
func length(n *node) int {
	if len(n.nums) == 2 && strings.ContainsAny(n.label, "~～から―-") {
		return n.nums[1] - n.nums[0] + 1
	}
	return len(n.nums)
}

// Below stranger two clauses are no versions of each other, though they bear one number; from certain a counterpart is sure.
const (
	stranger = 0.45
	certain  = 0.75
	alike    = 0.55 // half of a clause that was divided is so much like the whole
)

// betterElsewhere reports whether one of two siblings has a counterpart in another place that is clearly the right one, so that pairing
// them here, because both lists hold something alike, would tear that apart.
func (m *matcher) betterElsewhere(n, o int) bool {
	here := m.fit(n, o)
	if here > 0.65 {
		return false
	}
	a, b := &m.nodes[corpus.New][n], &m.nodes[corpus.Old][o]
	slot := a.label != "" && canon(a.label) == canon(b.label)
	if q, v := m.best(corpus.New, n); q >= 0 && q != o && v > here+0.3 && m.distinctive(n, q) {
		if !slot || !m.inside(corpus.Old, q, o) {
			return m.nodes[corpus.Old][q].parent != b.parent || v >= certain && (here < stranger || m.verbatim(n, q))
		}
	}
	if p, v := m.best(corpus.Old, o); p >= 0 && p != n && v > here+0.3 && m.distinctive(p, o) {
		if !slot || !m.inside(corpus.New, p, n) {
			return m.nodes[corpus.New][p].parent != a.parent || v >= certain && (here < stranger || m.verbatim(p, o))
		}
	}
	return false
}

// verbatim reports whether two clauses have the same long words, which no other clause has: the one is the other, whatever stands in its old place.
func (m *matcher) verbatim(n, o int) bool {
	a, b := &m.nodes[corpus.New][n], &m.nodes[corpus.Old][o]
	return a.words == b.words && a.size >= 30 && !m.repeated(a.words)
}

// livesOn reports whether a clause plainly stands on the other side: it is no shell, whatever number the shell has. One that was divided, or reworded, is known
// by what stands under it.
func (m *matcher) livesOn(s corpus.Side, i int) bool {
	q, v := m.best(s, i)
	if q < 0 {
		return false
	}
	p := pair{i, q}
	if s == corpus.Old {
		p = pair{q, i}
	}
	if v >= certain && m.distinctive(p.n, p.o) {
		return true
	}
	some, most := m.kidsUnder(s, i, q)
	return v >= stranger && most || v >= alike && some
}

// kidsUnder reports whether half of the long clauses right under unit i stand word for word under unit q of the other side, and whether more than half do, two
// of them at least.
func (m *matcher) kidsUnder(s corpus.Side, i, q int) (some, most bool) {
	all, there := 0, 0
	for _, k := range m.nodes[s][i].kids {
		words := m.nodes[s][k].words
		if m.nodes[s][k].size < 30 || m.repeated(words) {
			continue
		}
		all++
		for _, x := range m.index.exact[s.Other()][words] {
			if m.nodes[s.Other()][x].parent == q {
				there++
			}
		}
	}
	return there >= 1 && 2*there >= all, there >= 2 && 2*there > all
}

// reused reports whether the number that two clauses share was given to another one: one of them has a counterpart that is plainly more alike.
func (m *matcher) reused(n, o int) bool {
	return m.outdone(n, o, 0.25, func(_ pair, fit float64) bool { return fit >= alike })
}

// outdone reports whether one of two units has a favourite that fits it better than the other does, by more than margin, and counts.
func (m *matcher) outdone(n, o int, margin float64, counts func(p pair, fit float64) bool) bool {
	least := m.fit(n, o) + margin
	q, v := m.best(corpus.New, n)
	p, w := m.best(corpus.Old, o)
	return q >= 0 && q != o && v > least && counts(pair{n, q}, v) || p >= 0 && p != n && w > least && counts(pair{p, o}, w)
}

// inside reports whether unit i lies under unit top.
func (m *matcher) inside(s corpus.Side, i, top int) bool {
	return i > top && i < m.nodes[s][top].end
}

// distinctive reports whether a pair is sure enough to match in any place: long words nearly the same, or the same heading with the same
// things under it.
func (m *matcher) distinctive(n, o int) bool {
	a, b := &m.nodes[corpus.New][n], &m.nodes[corpus.Old][o]
	if a.table != b.table {
		return false
	}
	if below, ok := m.below(n, o); ok && below >= 0.5 {
		return a.words == b.words && a.size >= 4 || m.words(n, o) >= 0.75 || below >= 0.8
	}
	if a.isTable() || b.isTable() {
		return a.words == b.words && !m.repeated(a.words) // any two tables of fees are much alike
	}
	w := m.words(n, o)
	return min(a.size, b.size) >= 30 && w >= 0.7 || a.words == b.words && a.size >= longSame && !m.repeated(a.words)
}
