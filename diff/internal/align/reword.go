package align

// Mergers and splits in which every part was reworded: 甲を作成する。／乙と照合する。／結果を報告する。 → 甲を作成し、乙と照合し、その結果を報告する。
//
// The words in a row prove nothing here, since every predicate and many subjects went. What proves a merger is that it adds up both ways:
// what the whole says beyond the part that was found is what the parts next to it said, and nearly all they said beyond that part is in the whole.
// Compared are letter pairs inside content words; particles, endings, numbers and references prove nothing. Parts stand next to each
// other in the list; what the table marks （削る） or （新設） is taken at its word. One shared word is chance, hence the least amounts.

import (
	"shinkyu/corpus"
	"shinkyu/diff/internal/token"
)

const (
	leastNews = 3   // letter pairs of content that the whole must say beyond the part found; one less if every one of them adds up
	ofNews    = 0.7 // share of them that the parts must account for
	ofPart    = 0.6 // share of what a part says beyond the part found that must be in the whole
	mostParts = 6
)

func (m *matcher) rewordings() {
	for n, o := range m.partner[corpus.New] {
		if o < 0 {
			continue
		}
		if len(m.extra[n])+len(m.merged[o]) > 0 {
			continue
		}
		if m.parts(corpus.Old, o, n) {
			continue
		}
		m.parts(corpus.New, n, o)
	}
}

// parts joins the unmatched clauses behind unit i of side s to it, if together they say what whole says beyond i.
func (m *matcher) parts(s corpus.Side, i, whole int) bool {
	w, a := &m.nodes[s.Other()][whole], &m.nodes[s][i]
	if !w.own() || !a.own() || w.words == a.words {
		return false
	}
	var run []int
	for k := i + 1; k < len(m.nodes[s]) && len(run) < mostParts && m.next(s, i, k) && !m.declared[s][k] && m.mayJoin(s, k, w); k++ {
		run = append(run, k)
	}
	if len(run) == 0 {
		return false
	}
	have := content(a.words)
	news := minus(content(w.words), have)
	if len(news) < leastNews-1 {
		return false
	}
	covered := map[[2]rune]bool{}
	var joined []int
	for _, k := range run {
		own := minus(content(m.nodes[s][k].words), have)
		hit := 0
		for g := range own {
			if news[g] {
				hit++
			}
		}
		if hit < leastNews-1 || float64(hit) < ofPart*float64(len(own)) || len(news) < leastNews && hit < len(own) {
			break
		}
		for g := range own {
			if news[g] {
				covered[g] = true
			}
		}
		joined = append(joined, k)
	}
	if len(joined) == 0 || float64(len(covered)) < ofNews*float64(len(news)) {
		return false
	}
	for _, k := range joined {
		m.joined[s][k] = i
		if s == corpus.New {
			m.extra[i] = append(m.extra[i], k)
		} else {
			m.merged[i] = append(m.merged[i], k)
		}
	}
	return true
}

// next reports whether unit k stands in the list that i stands in or opens: its sibling, or a clause right under it.
func (m *matcher) next(s corpus.Side, i, k int) bool {
	p := m.nodes[s][k].parent
	return p == i || p == m.nodes[s][i].parent
}

// content is the set of letter pairs inside content words.
func content(words string) map[[2]rune]bool {
	out := map[[2]rune]bool{}
	for _, t := range token.Lex(words) {
		switch t.Kind {
		case token.Kanji, token.Katakana, token.Latin, token.Quote:
		default:
			continue
		}
		var prev rune
		for _, r := range t.Key {
			if prev != 0 {
				out[[2]rune{prev, r}] = true
			}
			prev = r
		}
	}
	return out
}

func minus(a, b map[[2]rune]bool) map[[2]rune]bool {
	out := map[[2]rune]bool{}
	for g := range a {
		if !b[g] {
			out[g] = true
		}
	}
	return out
}
