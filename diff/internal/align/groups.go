package align

// From the finished matching to groups in reading order, with the structure flags.

import (
	"slices"

	"shinkyu/corpus"
)

func (m *matcher) groups() []Group {
	m.placeMarkers(corpus.New)
	m.placeMarkers(corpus.Old)
	of := [2][]int{fill(len(m.nodes[0])), fill(len(m.nodes[1]))}
	var list []Group
	put := func(g int, s corpus.Side, i int) {
		list[g].Units[s] = append(list[g].Units[s], i)
		of[s][i] = g
	}
	for n, o := range m.partner[corpus.New] {
		if o < 0 {
			continue
		}
		g := len(list)
		list = append(list, Group{})
		put(g, corpus.New, n)
		put(g, corpus.Old, o)
		for _, k := range m.extra[n] {
			put(g, corpus.New, k)
		}
		for _, k := range m.merged[o] {
			put(g, corpus.Old, k)
		}
	}
	for s := range m.nodes {
		for i := range m.nodes[s] {
			if of[s][i] < 0 && !m.nodes[s][i].marker {
				list = append(list, Group{})
				put(len(list)-1, corpus.Side(s), i)
			}
		}
	}
	for s := range m.nodes {
		other := corpus.Side(s).Other()
		for i := range m.nodes[s] {
			if !m.nodes[s][i].marker {
				continue
			}
			if k := m.faces[s][i]; k >= 0 && of[other][k] >= 0 && m.oneSided(list[of[other][k]], other) {
				put(of[other][k], corpus.Side(s), i)
				list[of[other][k]].Marker[s] = true
				continue
			}
			if k := m.faces[s][i]; k >= 0 && of[other][k] >= 0 && m.told[list[of[other][k]].Units[corpus.New][0]] {
				list[of[other][k]].Told[s] = append(list[of[other][k]].Told[s], i)
				continue
			}
			list = append(list, Group{})
			g := &list[len(list)-1]
			g.Marker[s] = true
			put(len(list)-1, corpus.Side(s), i)
		}
	}
	for g := range list {
		slices.Sort(list[g].Units[0])
		slices.Sort(list[g].Units[1])
	}
	crossing := m.crossing()
	for g := range list {
		list[g].Structure = m.structure(&list[g], crossing)
	}
	return inOrder(list, of, crossing)
}

// oneSided reports whether the group's clauses stand on side s only, markers apart.
func (m *matcher) oneSided(g Group, s corpus.Side) bool {
	return len(g.Units[s]) > 0 && (len(g.Units[s.Other()]) == 0 || g.Marker[s.Other()])
}

// inOrder sorts groups by the new side; a group of the old side alone stands behind the group of the nearest clause before it that
// was not moved away.
func inOrder(list []Group, of [2][]int, crossing map[int]bool) []Group {
	after := map[int][]int{} // group → groups of the old side that follow it; -1 the front
	last := -1
	for o, g := range of[corpus.Old] {
		switch {
		case g < 0:
		case len(list[g].Units[corpus.New]) == 0:
			if list[g].Units[corpus.Old][0] == o {
				after[last] = append(after[last], g)
				last = g
			}
		case !crossing[list[g].Units[corpus.New][0]]:
			last = g
		}
	}
	var out []Group
	var emit func(g int)
	follow := func(g int) {
		for _, k := range after[g] {
			emit(k)
		}
	}
	emit = func(g int) {
		out = append(out, list[g])
		follow(g)
	}
	follow(-1)
	for n, g := range of[corpus.New] {
		if g >= 0 && list[g].Units[corpus.New][0] == n {
			emit(g)
		}
	}
	return out
}
