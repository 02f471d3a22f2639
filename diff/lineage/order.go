package lineage

// The order of all lives: that of the newest text, with those that it does not show where they stood. Clauses that keep their
// order among themselves (the longest such run) stay; the others are taken out and put behind the clause they now follow.

import (
	"sort"
	"strings"
)

// arrange puts the lives into the order of sequence. Lives that are not in sequence keep their place between those that stay. moved are those that
// are known to have gone elsewhere, nil for none: what stands beside them stays.
func arrange(lives, sequence []*person, moved map[*person]bool) []*person {
	at := make(map[*person]int, len(lives))
	for i, p := range lives {
		at[p] = i
	}
	in := make(map[*person]bool, len(sequence))
	for _, p := range sequence {
		in[p] = true
	}
	for p := range moved {
		delete(at, p)
	}
	stays := staying(at, sequence)
	passed(lives, in, stays)
	var base []*person
	for _, p := range lives {
		if !in[p] || stays[p] {
			base = append(base, p)
		}
	}
	place := make(map[*person]int, len(base))
	for i, p := range base {
		place[p] = i
	}
	put := make([][]*person, len(base)+1) // what is put before base[i]
	cursor := 0
	for i, p := range sequence {
		if stays[p] {
			cursor = place[p] + 1
			continue
		}
		switch at, ok := beforeArticle(place, sequence, i, stays); {
		case ok && at >= cursor:
			cursor = at
		case i == 0:
			cursor = leading(base, place, sequence, stays)
		default:
			cursor = pastHidden(base, cursor, sequence[i-1], p, in)
		}
		put[cursor] = append(put[cursor], p)
	}
	out := make([]*person, 0, len(base)+len(sequence))
	for i := range put {
		out = append(out, put[i]...)
		if i < len(base) {
			out = append(out, base[i])
		}
	}
	return out
}

// passed takes from those that stay the articles that bear a lower number now than one that stands before them and is not shown:
// they moved past it, though the text shows nothing on the way. What is in them goes with them.
func passed(lives []*person, in, stays map[*person]bool) {
	highest := map[string]*person{} // series → the hidden clause of the highest number so far
	var gone address
	for _, p := range lives {
		switch {
		case !p.Alive || len(p.key) == 0:
			continue
		case gone != nil && within(gone, p.key):
			delete(stays, p)
			continue
		}
		gone = nil
		article := p.key
		if article[len(article)-1] == captionStep {
			article = article[:len(article)-1]
		}
		if len(article) == 0 || unitOf(article[len(article)-1]) != "条" {
			continue
		}
		series := article.parent()
		switch h := highest[series]; {
		case !in[p] && (h == nil || higher(article, h.key)) && p.key.equal(article):
			highest[series] = p
		case stays[p] && h != nil && higher(h.key, article):
			gone = article
			delete(stays, p)
		}
	}
}

// beforeArticle is the place of a new caption whose article stays: right before it.
func beforeArticle(place map[*person]int, sequence []*person, i int, stays map[*person]bool) (int, bool) {
	a := sequence[i].key
	if len(a) == 0 || a[len(a)-1] != captionStep || i+1 == len(sequence) || !stays[sequence[i+1]] {
		return 0, false
	}
	return place[sequence[i+1]], sequence[i+1].key.equal(a[:len(a)-1])
}

// leading is the place of the first clause of the sequence if it is new here: behind what comes before it by number, else
// before the first clause that stays, else at the end.
func leading(base []*person, place map[*person]int, sequence []*person, stays map[*person]bool) int {
	limit := len(base)
	for _, p := range sequence {
		if stays[p] {
			limit = place[p]
			break
		}
	}
	if at := byNumber(base[:limit], sequence[0].key); at >= 0 {
		return at
	}
	return limit
}

// byNumber is the place of an address among clauses by the numbers of its series: behind the last lower one with what is in
// it, else before the first higher one, else behind the clause above it; -1 if nothing tells.
func byNumber(base []*person, a address) int {
	if len(a) > 0 && a[len(a)-1] == captionStep {
		a = a[:len(a)-1]
	}
	lowerEnd, higher, above := -1, -1, -1
	for i, p := range base {
		n := p.key.common(a)
		switch {
		case !p.Alive:
		case n < len(a)-1:
		case len(p.key) == n || n == len(a):
			above = i + 1
		case seriesName(p.key[n]) != seriesName(a[n]) || numbers(p.key[n]) == nil || numbers(a[n]) == nil:
		case compare(numbers(p.key[n]), numbers(a[n])) < 0:
			lowerEnd = i + 1
		case higher < 0:
			higher = i
		}
	}
	switch {
	case lowerEnd >= 0:
		return lowerEnd
	case higher >= 0:
		return higher
	}
	return above
}

// pastHidden skips the clauses that the text does not show and that stand before next: those that belong to what stands
// before it (hidden 項 of the article before a new article), and those with a lower number in the same series.
func pastHidden(base []*person, cursor int, before, next *person, in map[*person]bool) int {
	shared := before.key.common(next.key)
	for i := cursor; i < len(base) && !in[base[i]]; i++ {
		hidden := base[i]
		switch {
		case hidden.key.common(before.key) > shared || lower(hidden.key, next.key):
			cursor = i + 1
		case hidden.Alive && higher(hidden.key, next.key):
			return cursor
		}
	}
	return cursor
}

// higher reports whether a stands behind b in one series of numbers.
func higher(a, b address) bool {
	n := a.common(b)
	if n == len(a) || n == len(b) || seriesName(a[n]) != seriesName(b[n]) {
		return false
	}
	x, y := numbers(a[n]), numbers(b[n])
	return x != nil && y != nil && compare(x, y) > 0
}

// lower reports whether a stands before b: in an earlier part, above it, or earlier in one series of numbers. A clause that is
// gone stands before its successor, and what hidden 附則 there are before a new one.
func lower(a, b address) bool {
	if x, y := part(a), part(b); x != y || x == suppl && a[0] != b[0] {
		return x <= y
	}
	n := a.common(b)
	if n == len(a) {
		return true
	}
	if n == len(b) || seriesName(a[n]) != seriesName(b[n]) {
		return false
	}
	x, y := numbers(a[n]), numbers(b[n])
	return x != nil && y != nil && compare(x, y) < 0
}

// The parts of a rule in the order they are printed: 本則, 附則, then what is annexed.
const (
	mainProvision = iota
	suppl
	annex
)

func part(a address) int {
	switch {
	case len(a) == 0:
	case strings.HasPrefix(a[0], "附則"):
		return suppl
	case strings.HasPrefix(a[0], "別表"), strings.HasPrefix(a[0], "様式"), strings.HasPrefix(a[0], "別記"):
		return annex
	}
	return mainProvision
}

// staying is the longest run of the sequence that already stands in this order (patience sorting).
func staying(at map[*person]int, sequence []*person) map[*person]bool {
	var tails []int // indices into sequence
	back := make([]int, len(sequence))
	for i, p := range sequence {
		back[i] = -1
		pos, ok := at[p]
		if !ok {
			continue
		}
		k := sort.Search(len(tails), func(j int) bool { return at[sequence[tails[j]]] >= pos })
		if k > 0 {
			back[i] = tails[k-1]
		}
		if k == len(tails) {
			tails = append(tails, i)
		} else {
			tails[k] = i
		}
	}
	out := map[*person]bool{}
	if len(tails) > 0 {
		for i := tails[len(tails)-1]; i >= 0; i = back[i] {
			out[sequence[i]] = true
		}
	}
	return out
}
