package align

// Captions: the 見出し of an article belongs to its article and follows it wherever it goes. A caption without an article of its
// own (共通見出し) is paired by its words among what is left.

import (
	"shinkyu/corpus"
)

// articleOf is the article that a caption stands for: the unit whose address is the caption's without the last step, or, of an
// article of several 項, the first of them, which is printed as one with its label. -1 none.
func (m *matcher) articleOf(s corpus.Side, i int) int {
	c := m.nodes[s][i].clause
	want := c.Path[:len(c.Path)-1].String()
	for _, k := range []int{i + 1, m.nodes[s][i].parent, i - 1} {
		if k < 0 || k >= len(m.nodes[s]) {
			continue
		}
		p := m.nodes[s][k].clause.Path
		if p.String() == want || k == i+1 && len(p) == len(c.Path) && p[:len(p)-1].String() == want && !m.nodes[s][k].caption {
			return k
		}
	}
	return -1
}

// captionOf is the caption printed with article i, "" if none.
func (m *matcher) captionOf(s corpus.Side, i int) string {
	for _, k := range []int{i - 1, i + 1} {
		if k >= 0 && k < len(m.nodes[s]) && m.nodes[s][k].caption && m.articleOf(s, k) == i {
			return m.nodes[s][k].words
		}
	}
	return ""
}

func (m *matcher) captions() {
	old := map[int]int{} // article → caption
	byWords := map[string][]int{}
	for o := range m.nodes[corpus.Old] {
		if m.nodes[corpus.Old][o].caption {
			if a := m.articleOf(corpus.Old, o); a >= 0 {
				old[a] = o
			}
			byWords[m.nodes[corpus.Old][o].words] = append(byWords[m.nodes[corpus.Old][o].words], o)
		}
	}
	var rest []int
	for n := range m.nodes[corpus.New] {
		if !m.nodes[corpus.New][n].caption {
			continue
		}
		if a := m.articleOf(corpus.New, n); a >= 0 && m.partner[corpus.New][a] >= 0 {
			if o, ok := old[m.partner[corpus.New][a]]; ok && m.partner[corpus.Old][o] < 0 {
				m.match(n, o)
				continue
			}
		}
		rest = append(rest, n)
	}
	for _, n := range rest {
		if same := byWords[m.nodes[corpus.New][n].words]; len(same) == 1 && m.partner[corpus.Old][same[0]] < 0 && m.parentsMatch(n, same[0]) {
			m.match(n, same[0])
		}
	}
}

func (m *matcher) parentsMatch(n, o int) bool {
	p, q := m.nodes[corpus.New][n].parent, m.nodes[corpus.Old][o].parent
	return p < 0 && q < 0 || p >= 0 && m.partner[corpus.New][p] == q
}
