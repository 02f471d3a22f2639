package align

// Keyed items: in a list of fees, terms or functions each item begins with what it is about, apart from what is said of it (二　竹の伐採　一件につき
// 三千円). What it is about says which item it is, whatever its number and whatever is said of it now: items as short as these have few other words, and
// those are alike in the whole list. Citations at an item's head are no key, since their numbers move on.

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff/internal/token"
)

// longestKey is how many code points name what an item is about.
const longestKey = 16

// keyOf is what an item is about, "" where its words are not divided by a wide blank, or what stands there is more than a name.
func keyOf(c *corpus.Clause) string {
	if c.Kind != corpus.KindItem || c.Placeholder != corpus.NoPlaceholder {
		return ""
	}
	key, rest, ok := strings.Cut(strings.TrimSpace(c.Words()), "　")
	if n := len([]rune(key)); !ok || n < 2 || n > longestKey || strings.TrimSpace(rest) == "" || strings.ContainsAny(key, "。、「」（）()") || ref.IsNumeralRune([]rune(key)[0]) {
		return ""
	}
	for _, t := range token.Lex(key) {
		if t.Kind == token.Reference {
			return ""
		}
	}
	return token.LooseText(key)
}

// place is a key in the list under a unit, -1 for the roots.
type place struct {
	parent int
	key    string
}

// indexKeys notes the only item with its key in each list, -1 where several have it.
func (m *matcher) indexKeys() {
	for s := range m.nodes {
		m.byKey[s] = map[place]int{}
		for i := range m.nodes[s] {
			if n := &m.nodes[s][i]; n.key != "" {
				at := place{n.parent, n.key}
				if _, twice := m.byKey[s][at]; twice {
					i = -1
				}
				m.byKey[s][at] = i
			}
		}
	}
}

// keyed finds the only child of a unit (a root for -1) with this key, -1 if there is none or more than one.
func (m *matcher) keyed(s corpus.Side, parent int, key string) int {
	if i, ok := m.byKey[s][place{parent, key}]; ok {
		return i
	}
	return -1
}

// otherKey reports whether two siblings are about different things, one of which has an item of its own in the other's list.
func (m *matcher) otherKey(n, o int) bool {
	a, b := &m.nodes[corpus.New][n], &m.nodes[corpus.Old][o]
	return a.key != "" && b.key != "" && a.key != b.key && (m.keyed(corpus.Old, b.parent, a.key) >= 0 || m.keyed(corpus.New, a.parent, b.key) >= 0)
}

// keys pairs what is left of the items of two lists by what they are about: an item that changed its place among the others.
func (m *matcher) keys() {
	for n := range m.nodes[corpus.New] {
		a := &m.nodes[corpus.New][n]
		if a.key == "" || !m.free(corpus.New, n) || m.declared[corpus.New][n] || a.parent < 0 || m.partner[corpus.New][a.parent] < 0 || m.keyed(corpus.New, a.parent, a.key) != n {
			continue
		}
		o := m.keyed(corpus.Old, m.partner[corpus.New][a.parent], a.key)
		if o >= 0 && m.free(corpus.Old, o) && !m.declared[corpus.Old][o] && a.table == m.nodes[corpus.Old][o].table {
			m.match(n, o)
			m.topDown(n, o)
		}
	}
}
