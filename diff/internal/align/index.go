package align

// Likeness of words, and the index that finds likely counterparts without comparing all with all.
//
// Words are compared as bags of letter pairs, each weighted by its rarity in both documents: 情報 in a security rule says little, カル says
// much. Pairs of letters and not word tokens: 機関 and 機関等, 訪問看護 and 訪問看護管理 must be alike in part.

import (
	"cmp"
	"math"
	"slices"

	"shinkyu/corpus"
	"shinkyu/diff/internal/token"
)

type index struct {
	weight   []float64 // of each gram
	count    []int     // units that hold it
	postings [][]int32 // gram → old units, each once
	exact    [2]map[string][]int
}

func newIndex(nodes *[2][]node) *index {
	x := &index{}
	ids := map[[2]rune]int32{}
	units := 0
	for s := range nodes {
		x.exact[s] = map[string][]int{}
		for i := range nodes[s] {
			n := &nodes[s][i]
			if !n.own() {
				continue
			}
			units++
			x.exact[s][n.words] = append(x.exact[s][n.words], i)
			n.grams = grams(n.words, ids)
			for len(x.count) < len(ids) {
				x.count = append(x.count, 0)
				x.postings = append(x.postings, nil)
			}
			last := int32(-1)
			for _, g := range n.grams {
				if g == last {
					continue
				}
				last = g
				x.count[g]++
				if s == int(corpus.Old) {
					x.postings[g] = append(x.postings[g], int32(i))
				}
			}
		}
	}
	x.weight = make([]float64, len(x.count))
	for g, c := range x.count {
		x.weight[g] = math.Log(1 + float64(units)/float64(c))
	}
	for s := range nodes {
		for i := range nodes[s] {
			for _, g := range nodes[s][i].grams {
				nodes[s][i].weight += x.weight[g]
			}
		}
		for i := len(nodes[s]) - 1; i >= 0; i-- {
			if p := nodes[s][i].parent; p >= 0 {
				nodes[s][p].below += nodes[s][i].weight + nodes[s][i].below
			}
		}
	}
	return x
}

// grams are the letter pairs of words without signs, sorted; a single letter pairs with nothing.
func grams(words string, ids map[[2]rune]int32) []int32 {
	var out []int32
	add := func(a, b rune) {
		id, ok := ids[[2]rune{a, b}]
		if !ok {
			id = int32(len(ids))
			ids[[2]rune{a, b}] = id
		}
		out = append(out, id)
	}
	var prev rune
	n := 0
	for _, r := range words {
		if token.Script(r) == token.Punct {
			continue
		}
		if n > 0 {
			add(prev, r)
		}
		prev, n = r, n+1
	}
	if n == 1 {
		add(prev, 0)
	}
	slices.Sort(out)
	return out
}

// common is the weight of the letter pairs that both lists hold.
func (x *index) common(a, b []int32) float64 {
	var w float64
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			w += x.weight[a[i]]
			i, j = i+1, j+1
		}
	}
	return w
}

// probes is how many rare letter pairs a unit is looked up by; answers longer than crowd units are no help.
const (
	probes = 16
	crowd  = 64
	most   = 6
)

// candidates lists the old units whose words are most like those of new unit n, at most a handful.
func (x *index) candidates(n *node) []int {
	uniq := slices.Compact(slices.Clone(n.grams))
	slices.SortStableFunc(uniq, func(a, b int32) int { return cmp.Compare(x.count[a], x.count[b]) })
	hits := map[int]float64{}
	used := 0
	for _, g := range uniq {
		if used == probes {
			break
		}
		p := x.postings[g]
		if len(p) == 0 || len(p) > crowd {
			continue
		}
		used++
		for _, o := range p {
			hits[int(o)] += x.weight[g]
		}
	}
	out := make([]int, 0, len(hits))
	for o := range hits {
		out = append(out, o)
	}
	slices.SortFunc(out, func(a, b int) int {
		if c := cmp.Compare(hits[b], hits[a]); c != 0 {
			return c
		}
		return cmp.Compare(a, b)
	})
	out = out[:min(len(out), most)]
	for _, o := range x.exact[corpus.Old][n.words][:min(most, len(x.exact[corpus.Old][n.words]))] {
		if !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	return out
}
