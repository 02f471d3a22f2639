package edit

// The second pass. The exact difference is one of many of the same length, and the shortest one is rarely the one a drafter
// would mark: 甲、乙 → 甲、丙、乙 may come out as 「甲、丙、乙」 with 「丙、」 or with 「、丙」 marked, and two sentences that share only
// を and の come out as confetti. Each step below keeps the invariant that the hunks turn old into new.

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/diff/internal/token"
)

func readable(hunks []Hunk, old, new []token.Token) []Hunk {
	hunks = vain(hunks, old, new)
	hunks = slide(hunks, old, new)
	hunks = compounds(hunks, old, new)
	hunks = islands(hunks, old, new)
	hunks = okurigana(hunks, old, new)
	hunks = brackets(hunks, old, new)
	hunks = parting(hunks, old, new)
	return slide(hunks, old, new)
}

// size is the number of code points of keys in a token range.
func size(toks []token.Token, s corpus.Span) int {
	n := 0
	for _, t := range toks[s.Start:s.End] {
		n += len([]rune(t.Key))
	}
	return n
}

// share is how much stands in no hunk: the mean of the shares of both sides, so that a clause to which three sentences were added,
// all of whose old words stay, counts as kept by more than half. 1 if both are empty.
func share(hunks []Hunk, old, new []token.Token) float64 {
	a, b := size(old, corpus.Span{End: len(old)}), size(new, corpus.Span{End: len(new)})
	if a+b == 0 {
		return 1
	}
	if a == 0 || b == 0 {
		return 0
	}
	kept := float64(a - gone(hunks, old))
	return (kept/float64(a) + kept/float64(b)) / 2
}

// gone is how many code points of the old side stand in hunks.
func gone(hunks []Hunk, old []token.Token) int {
	n := 0
	for _, h := range hunks {
		n += size(old, h.Old)
	}
	return n
}

// Whole is one hunk from the first change to the last, but sentences that come or go whole before and behind it stay apart.
func Whole(hunks []Hunk, old, new []token.Token) []Hunk {
	from, to := 0, len(hunks)
	for from < to && sentence(hunks[from], old, new) {
		from++
	}
	for to > from && sentence(hunks[to-1], old, new) {
		to--
	}
	if to-from < 2 {
		return hunks
	}
	first, last := hunks[from], hunks[to-1]
	one := Hunk{corpus.Span{Start: first.Old.Start, End: last.Old.End}, corpus.Span{Start: first.New.Start, End: last.New.End}}
	return slices.Concat(hunks[:from], []Hunk{one}, hunks[to:])
}
