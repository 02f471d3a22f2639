package edit

// The second pass. The exact difference is one of many of the same length, and the shortest one is rarely the one a drafter
// would mark: 甲、乙 → 甲、丙、乙 may come out as 「甲、丙、乙」 with 「丙、」 or with 「、丙」 marked, and two sentences that share only
// を and の come out as confetti. Each step below keeps the invariant that the hunks turn old into new.

import (
	"shinkyu/corpus"
	"shinkyu/diff/internal/token"
)

func readable(hunks []Hunk, old, new []token.Token) []Hunk {
	hunks = vain(hunks, old, new)
	hunks = slide(hunks, old, new)
	hunks = compounds(hunks, old, new)
	hunks = islands(hunks, old, new)
	hunks = brackets(hunks, old, new)
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

// Kept measures how much of a text survives: twice the code points that stand in no hunk, of the code points of both
// sides together. longest is the length of the longer side.
func Kept(hunks []Hunk, old, new []token.Token) (kept, total, longest int) {
	a, b := size(old, corpus.Span{End: len(old)}), size(new, corpus.Span{End: len(new)})
	kept, total, longest = a+b, a+b, max(a, b)
	for _, h := range hunks {
		kept -= size(old, h.Old) + size(new, h.New)
	}
	return kept, total, longest
}

// Whole is one hunk from the first change to the last.
func Whole(hunks []Hunk) []Hunk {
	if len(hunks) < 2 {
		return hunks
	}
	last := hunks[len(hunks)-1]
	return []Hunk{{corpus.Span{Start: hunks[0].Old.Start, End: last.Old.End}, corpus.Span{Start: hunks[0].New.Start, End: last.New.End}}}
}
