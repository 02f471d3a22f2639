package align

// The order-keeping optimum: of all pairs of two lists that score, the heaviest set in which no two cross.
//
// A weighted longest increasing subsequence over a Fenwick tree of prefix maxima: k log k for k scoring pairs. The full quadratic table of
// sequence alignment is not needed, because clauses that match nothing cost nothing. Short lists try all pairs; long ones (a law with
// a thousand articles under one chapter) only the likely ones.

import (
	"slices"

	"shinkyu/corpus"
)

// all is the number of pairs up to which everything is compared with everything.
const all = 20000

// chain pairs units of two lists, both in reading order. score returns 0 for units that cannot be paired.
func (m *matcher) chain(news, olds []int, score func(n, o int) float64) []pair {
	if len(news) == 0 || len(olds) == 0 {
		return nil
	}
	var links []link
	try := func(i, j int) {
		if v := score(news[i], olds[j]); v > 0 {
			links = append(links, link{i, j, v})
		}
	}
	if len(news)*len(olds) <= all {
		for i := range news {
			for j := len(olds) - 1; j >= 0; j-- {
				try(i, j)
			}
		}
	} else {
		for i, list := range m.likelyIn(news, olds) {
			for _, j := range list {
				try(i, j)
			}
		}
	}
	var out []pair
	for _, l := range heaviest(links, len(olds)) {
		out = append(out, pair{news[l.i], olds[l.j]})
	}
	return out
}

// likelyIn lists for each new unit of a long list the positions of old units worth a try, descending: those with like words, like
// descendants or the same label, markers, and those at the same relative place.
func (m *matcher) likelyIn(news, olds []int) [][]int {
	at := map[int]int{}
	byLabel := map[string][]int{}
	var special []int
	for j, o := range olds {
		b := &m.nodes[corpus.Old][o]
		at[o] = j
		if b.label != "" {
			byLabel[canon(b.label)] = append(byLabel[canon(b.label)], j)
		}
		if b.marker {
			special = append(special, j)
		}
	}
	out := make([][]int, len(news))
	for i, n := range news {
		a := &m.nodes[corpus.New][n]
		var list []int
		for _, o := range m.near[n] {
			if j, ok := at[o]; ok {
				list = append(list, j)
			}
		}
		if q := m.alt[corpus.New][n]; q >= 0 {
			if j, ok := at[q]; ok {
				list = append(list, j)
			}
		}
		if same := byLabel[canon(a.label)]; len(same) <= 4 {
			list = append(list, same...)
		}
		for _, j := range special {
			if far := i*len(olds)/len(news) - j; far > -50 && far < 50 {
				list = append(list, j)
			}
		}
		mid := i * len(olds) / len(news)
		for j := max(0, mid-2); j <= min(len(olds)-1, mid+2); j++ {
			list = append(list, j)
		}
		slices.Sort(list)
		list = slices.Compact(list)
		slices.Reverse(list)
		out[i] = list
	}
	return out
}

// link is a scoring pair of positions.
type link struct {
	i, j int
	v    float64
}

// heaviest picks the heaviest increasing chain. Links come by ascending i and, within one i, descending j, so that no two of one i are
// taken. Of equal chains the earliest wins.
func heaviest(links []link, width int) []link {
	type top struct {
		v    float64
		link int
	}
	tree := make([]top, width+1)
	for k := range tree {
		tree[k].link = -1
	}
	sum := make([]float64, len(links))
	prev := make([]int, len(links))
	best := top{0, -1}
	for k, l := range links {
		t := top{0, -1}
		for x := l.j; x > 0; x -= x & -x {
			if tree[x].v > t.v {
				t = tree[x]
			}
		}
		sum[k], prev[k] = t.v+l.v, t.link
		for x := l.j + 1; x <= width; x += x & -x {
			if sum[k] > tree[x].v+1e-9 {
				tree[x] = top{sum[k], k}
			}
		}
		if sum[k] > best.v+1e-9 {
			best = top{sum[k], k}
		}
	}
	var out []link
	for k := best.link; k >= 0; k = prev[k] {
		out = append(out, links[k])
	}
	slices.Reverse(out)
	return out
}
