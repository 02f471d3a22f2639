package align

// Slots: clauses that likeness did not pair, though nothing else can stand in their place. A number that both sides print under the same
// parent, or the only clause between two matched neighbours: the text was replaced, the slot was kept (全部改正).

import "shinkyu/corpus"

func (m *matcher) slots() {
	m.slotsBelow(-1, -1)
}

func (m *matcher) slotsBelow(n, o int) {
	news, olds := m.kids(corpus.New, n), m.kids(corpus.Old, o)
	for _, g := range m.gaps(news, olds) {
		m.sameLabel(g)
		m.onlyOne(g, len(news) == len(g[corpus.New]) || len(olds) == len(g[corpus.Old]))
	}
	for _, k := range news {
		if q := m.partner[corpus.New][k]; q >= 0 {
			m.slotsBelow(k, q)
		}
	}
}

// gaps lists the unmatched siblings between matched ones, side by side.
func (m *matcher) gaps(news, olds []int) [][2][]int {
	at := map[int]int{}
	for j, o := range olds {
		at[o] = j
	}
	var out [][2][]int
	var cur [2][]int
	j := 0
	flush := func(to int) {
		for ; j < to; j++ {
			if m.partner[corpus.Old][olds[j]] < 0 {
				cur[corpus.Old] = append(cur[corpus.Old], olds[j])
			}
		}
		if len(cur[0]) > 0 && len(cur[1]) > 0 {
			out = append(out, cur)
		}
		cur = [2][]int{}
	}
	for _, n := range news {
		q := m.partner[corpus.New][n]
		if q < 0 {
			cur[corpus.New] = append(cur[corpus.New], n)
			continue
		}
		if k, ok := at[q]; ok && k >= j {
			flush(k)
			j = k + 1
		}
	}
	flush(len(olds))
	return out
}

// open reports whether a unit may still take the slot it stands in.
func (m *matcher) open(s corpus.Side, i int) bool {
	return m.free(s, i) && !m.declared[s][i] && m.faces[s][i] < 0 && (m.nodes[s][i].own() || m.nodes[s][i].bare())
}

func (m *matcher) sameLabel(g [2][]int) {
	for _, n := range g[corpus.New] {
		a := &m.nodes[corpus.New][n]
		for _, o := range g[corpus.Old] {
			b := &m.nodes[corpus.Old][o]
			if !m.open(corpus.New, n) || !m.open(corpus.Old, o) || a.label == "" || canon(a.label) != canon(b.label) {
				continue
			}
			if a.table != b.table || kindClass(a) != kindClass(b) || m.otherKey(n, o) {
				continue
			}
			m.match(n, o)
			m.topDown(n, o)
		}
	}
}

// onlyOne pairs the single clause of each side in a gap, if both are of one kind and no marker speaks against it.
func (m *matcher) onlyOne(g [2][]int, whole bool) {
	var left [2][]int
	for s := range g {
		for _, i := range g[s] {
			if m.nodes[s][i].marker {
				return
			}
			if m.partner[s][i] < 0 && !m.nodes[s][i].caption {
				left[s] = append(left[s], i)
			}
		}
	}
	if len(left[0]) != 1 || len(left[1]) != 1 {
		return
	}
	n, o := left[corpus.New][0], left[corpus.Old][0]
	a, b := &m.nodes[corpus.New][n], &m.nodes[corpus.Old][o]
	if a.clause.Void && b.own() && m.free(corpus.New, n) && m.open(corpus.Old, o) && a.table == b.table && style(canon(a.label)) == style(canon(b.label)) {
		m.match(n, o) // 第七条 became 第八条　削除: the shell stands where the clause stood
		return
	}
	if !m.open(corpus.New, n) || !m.open(corpus.Old, o) || a.table != b.table {
		return
	}
	if kindClass(a) != kindClass(b) || style(canon(a.label)) != style(canon(b.label)) {
		return
	}
	if w := m.words(n, o); w < 0.08 || !whole && w < 0.15 {
		return
	}
	m.match(n, o)
	m.topDown(n, o)
}

// kindClass tells headings from text: neither takes the other's slot.
func kindClass(n *node) bool { return n.clause.Kind == corpus.KindHeading }
