package lineage

// Which clause of the roster a printed unit is. The old side of a table should repeat the text in force to the letter, so most
// units are found by address and words; the passes behind that are for what a table leaves out or a missing revision changed.
// The order of the passes is the order of trust, and a clause is taken once.

import (
	"strings"
	"unicode"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

// alike is the share of letter pairs in common from which unlabelled paragraphs under one parent are taken for the same:
// below a half, two paragraphs that only share their official phrases would be joined.
const alike = 0.5

// match returns for each unit the clause it shows, nil if none is known, and by what. Placeholders are matched by nothing.
func match(units []*corpus.Clause, lives []*person) ([]*person, []Evidence) {
	m := &matcher{units: units, lives: lives, found: make([]*person, len(units)), by: make([]Evidence, len(units)), taken: map[*person]bool{}}
	for i := range m.by {
		m.by[i] = First
	}
	for _, c := range units {
		m.keys = append(m.keys, addressOf(c.Path))
		m.words = append(m.words, wordsOf(c))
	}
	m.byAddress(true)
	m.byWords()
	m.byAddress(false)
	m.byLikeness()
	return m.found, m.by
}

type matcher struct {
	units []*corpus.Clause
	keys  []address
	words []string
	lives []*person
	found []*person
	by    []Evidence
	taken map[*person]bool
}

func (m *matcher) take(i int, p *person, by Evidence) {
	m.found[i], m.by[i] = p, by
	m.taken[p] = true
}

func (m *matcher) open(i int) bool { return m.found[i] == nil && present(m.units[i]) }

// byAddress joins what stands at one address; with same words, or else where the address is a printed label.
func (m *matcher) byAddress(sameWords bool) {
	at := map[string][]*person{}
	for _, p := range m.lives {
		if !m.taken[p] {
			k := p.key.String()
			at[k] = append(at[k], p)
		}
	}
	for i, c := range m.units {
		if !m.open(i) || !sameWords && unlabelled(c.Path) {
			continue
		}
		for _, p := range at[m.keys[i].String()] {
			if !m.taken[p] && (!sameWords || p.words == m.words[i]) {
				by := Address
				if sameWords {
					by = Same
				}
				m.take(i, p, by)
				break
			}
		}
	}
}

func unlabelled(p ref.Path) bool { return len(p) > 0 && p[len(p)-1].Kind == ref.Unlabelled }

// byWords joins what has the same words, where nothing else has them on either side.
func (m *matcher) byWords() {
	units, lives := map[string][]int{}, map[string][]*person{}
	for i := range m.units {
		if m.open(i) && m.words[i] != "" {
			units[m.words[i]] = append(units[m.words[i]], i)
		}
	}
	for _, p := range m.lives {
		if !m.taken[p] {
			lives[p.words] = append(lives[p.words], p)
		}
	}
	for i := range m.units {
		w := m.words[i]
		if m.open(i) && len(units[w]) == 1 && len(lives[w]) == 1 {
			m.take(i, lives[w][0], Words)
		}
	}
}

// byLikeness joins unlabelled paragraphs under one parent.
func (m *matcher) byLikeness() {
	under := map[string][]*person{}
	for _, p := range m.lives {
		if !m.taken[p] && unlabelled(p.path) {
			under[p.key.parent()] = append(under[p.key.parent()], p)
		}
	}
	for i, c := range m.units {
		if !m.open(i) || !unlabelled(c.Path) {
			continue
		}
		var best *person
		score := alike
		for _, p := range under[m.keys[i].parent()] {
			if m.taken[p] {
				continue
			}
			if s := likeness(p.words, m.words[i]); s >= score && (best == nil || s > score) {
				best, score = p, s
			}
		}
		if best != nil {
			m.take(i, best, Likeness)
		}
	}
}

// wordsOf is a clause without its label and white space, widths folded.
func wordsOf(c *corpus.Clause) string {
	words := c.Words()
	var b strings.Builder
	b.Grow(len(words))
	for _, r := range words {
		switch {
		case unicode.IsSpace(r):
		case r >= '！' && r <= '～':
			b.WriteRune(r - 0xFEE0)
		case r == '〜':
			b.WriteRune('~')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// likeness is the share of pairs of letters that two texts have in common (Dice).
func likeness(a, b string) float64 {
	x, y := pairs(a), pairs(b)
	n, common := 0, 0
	for _, k := range x {
		n += k
	}
	for p, k := range y {
		n += k
		common += min(k, x[p])
	}
	if n == 0 {
		return 0
	}
	return 2 * float64(common) / float64(n)
}

func pairs(s string) map[[2]rune]int {
	out := map[[2]rune]int{}
	before := rune(0)
	for _, r := range s {
		out[[2]rune{before, r}]++
		before = r
	}
	return out
}
