package align

// Votes: what stands under two containers in common, found from the leaves up.
//
// Every clause votes with its weight for the container pairs above it and above its likeliest counterpart, so that a chapter whose every
// heading was rewritten still finds its old self. Where several counterparts are equally likely (stock sentences), all their containers get the vote.

import (
	"slices"

	"shinkyu/corpus"
)

const (
	likely = 0.4  // likeness from which a clause votes
	levels = 12   // a vote climbs no higher: rules nest eight levels deep, hostile files without end
	tie    = 0.02 // counterparts this close are equally likely
)

func (m *matcher) vote() {
	news := m.nodes[corpus.New]
	m.near = make([][]int, len(news))
	for n := range news {
		if !news[n].own() {
			continue
		}
		m.near[n] = m.index.candidates(&news[n])
		if same := m.index.exact[corpus.Old][news[n].words]; len(same) > 0 {
			if len(same) <= crowd {
				m.voteFor(n, same, 1)
			}
			continue
		}
		best := 0.0
		for _, o := range m.near[n] {
			best = max(best, m.words(n, o))
		}
		if best < likely {
			continue
		}
		var chosen []int
		for _, o := range m.near[n] {
			if m.words(n, o) >= best-tie {
				chosen = append(chosen, o)
			}
		}
		m.voteFor(n, chosen, best)
	}
	m.favourites()
}

// voteFor gives a clause's vote to every pair of a container above it and a container above one of its equally likely counterparts, each once:
// a stock sentence speaks for all sections that hold it, and its commonness already makes it light.
func (m *matcher) voteFor(n int, olds []int, likeness float64) {
	news := m.nodes[corpus.New]
	seen := map[int]bool{}
	for _, o := range olds {
		w := likeness * (news[n].weight + m.nodes[corpus.Old][o].weight)
		up := 0
		for b := m.nodes[corpus.Old][o].parent; b >= 0 && !seen[b] && up < levels; b = m.nodes[corpus.Old][b].parent {
			seen[b] = true
			up++
			high := 0
			for a := news[n].parent; a >= 0 && high < levels; a = news[a].parent {
				m.votes[pair{a, b}] += w
				high++
			}
		}
	}
}

// favourites finds for every unit its counterpart by likeness alone, kept where both sides agree.
func (m *matcher) favourites() {
	var first [2][]int
	for s := range m.alt {
		m.alt[s], first[s] = fill(len(m.nodes[s])), fill(len(m.nodes[s]))
		m.altFit[s] = make([]float64, len(m.nodes[s]))
	}
	offer := func(s corpus.Side, i, j int, v float64) {
		if v > m.altFit[s][i] || v == m.altFit[s][i] && first[s][i] >= 0 && j < first[s][i] {
			m.altFit[s][i], first[s][i] = v, j
		}
	}
	both := func(p pair) {
		v := m.fit(p.n, p.o)
		offer(corpus.New, p.n, p.o, v)
		offer(corpus.Old, p.o, p.n, v)
	}
	for n, list := range m.near {
		for _, o := range list {
			both(pair{n, o})
		}
	}
	for _, p := range sortedPairs(m.votes) {
		both(p)
	}
	for n, o := range first[corpus.New] {
		if o >= 0 && first[corpus.Old][o] == n {
			m.alt[corpus.New][n], m.alt[corpus.Old][o] = o, n
		}
	}
}

// best is the unit's favourite with its fit; -1 if the two do not agree.
func (m *matcher) best(s corpus.Side, i int) (int, float64) {
	return m.alt[s][i], m.altFit[s][i]
}

func sortedPairs[V any](set map[pair]V) []pair {
	out := make([]pair, 0, len(set))
	for p := range set {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b pair) int {
		if a.n != b.n {
			return a.n - b.n
		}
		return a.o - b.o
	})
	return out
}
