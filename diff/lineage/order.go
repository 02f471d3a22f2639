package lineage

// The order of all lives: that of the newest text, with those that it does not show where they stood. Clauses that keep their
// order among themselves (the longest such run) stay; the others are taken out and put behind the clause they now follow.

import (
	"slices"
	"sort"
	"strings"
)

// arrange puts the lives into the order of sequence. Lives that are not in sequence keep their place between those that stay.
func arrange(lives, sequence []*person) []*person {
	at := make(map[*person]int, len(lives))
	for i, p := range lives {
		at[p] = i
	}
	stays := staying(at, sequence)
	in := make(map[*person]bool, len(sequence))
	for _, p := range sequence {
		in[p] = true
	}
	var out []*person
	for _, p := range lives {
		if !in[p] || stays[p] {
			out = append(out, p)
		}
	}
	cursor := 0 // where the next clause that does not stay is put
	for i, p := range sequence {
		if stays[p] {
			cursor = slices.Index(out[cursor:], p) + cursor + 1
			continue
		}
		if i == 0 {
			cursor = leading(out, sequence, stays)
		} else {
			cursor = pastHidden(out, cursor, sequence[i-1], p, in)
		}
		out = slices.Insert(out, cursor, p)
		cursor++
	}
	return out
}

// leading is the place before the first clause that stays, or the end of what nothing in the sequence follows.
func leading(out, sequence []*person, stays map[*person]bool) int {
	for _, p := range sequence {
		if stays[p] {
			return slices.Index(out, p)
		}
	}
	return len(out)
}

// pastHidden skips the clauses that the text does not show and that stand before next: those that belong to what stands
// before it (hidden 項 of the article before a new article), and those with a lower number in the same series.
func pastHidden(out []*person, cursor int, before, next *person, in map[*person]bool) int {
	shared := before.key.common(next.key)
	for cursor < len(out) && !in[out[cursor]] {
		hidden := out[cursor]
		if hidden.key.common(before.key) <= shared && !lower(hidden.key, next.key) {
			break
		}
		cursor++
	}
	return cursor
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
	if n == len(b) || unitOf(a[n]) != unitOf(b[n]) {
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
