package edit

// Brackets: a hunk that takes one bracket of a pair and leaves the other reads like a mistake. If the partner stands close by in
// equal text, the hunk grows to take it; if the hunk's two sides both begin or end with the same kind of bracket, it shrinks.

import (
	"shinkyu/corpus"
	"shinkyu/diff/internal/token"
)

// near is how many equal words a hunk may swallow to make a bracket whole.
const near = 4

func brackets(hunks []Hunk, old, new []token.Token) []Hunk {
	hunks = bridges(hunks, old, new)
	for i := range hunks {
		h := &hunks[i]
		after := len(old)
		if i+1 < len(hunks) {
			after = hunks[i+1].Old.Start
		}
		before := 0
		if i > 0 {
			before = hunks[i-1].Old.End
		}
		if n := ahead(old, h.Old, after); n > 0 && ahead(new, h.New, h.New.End+(after-h.Old.End)) == n {
			h.Old.End, h.New.End = h.Old.End+n, h.New.End+n
		}
		if n := behind(old, h.Old, before); n > 0 && behind(new, h.New, h.New.Start-(h.Old.Start-before)) == n {
			h.Old.Start, h.New.Start = h.Old.Start-n, h.New.Start-n
		}
	}
	var out []Hunk
	for _, h := range hunks {
		out = join(out, h)
	}
	return out
}

// ahead is the number of words behind s, up to limit, that close a bracket opened in s; 0 if none is open.
func ahead(side []token.Token, s corpus.Span, limit int) int {
	depth := 0
	for _, t := range side[s.Start:s.End] {
		if open[t.Key] {
			depth++
		} else if closing[t.Key] && depth > 0 {
			depth--
		}
	}
	for n := 0; depth > 0 && n < near && s.End+n < limit; n++ {
		if k := side[s.End+n].Key; open[k] {
			depth++
		} else if closing[k] {
			if depth--; depth == 0 {
				return n + 1
			}
		}
	}
	return 0
}

// behind is the number of words before s, down to limit, that open a bracket closed in s.
func behind(side []token.Token, s corpus.Span, limit int) int {
	depth := 0
	for i := s.End - 1; i >= s.Start; i-- {
		if k := side[i].Key; closing[k] {
			depth++
		} else if open[k] && depth > 0 {
			depth--
		}
	}
	for n := 0; depth > 0 && n < near && s.Start-n > limit; n++ {
		if k := side[s.Start-n-1].Key; closing[k] {
			depth++
		} else if open[k] {
			if depth--; depth == 0 {
				return n + 1
			}
		}
	}
	return 0
}

// bridges joins two hunks of which the first opens a bracket that the second closes: 甲 → 乙（甲及び丙をいう。） is one change, though 甲 stands on both sides.
func bridges(hunks []Hunk, old, new []token.Token) []Hunk {
	var out []Hunk
	for _, h := range hunks {
		if n := len(out); n > 0 {
			last := out[n-1]
			if spans(new, last.New, h.New) || spans(old, last.Old, h.Old) {
				out[n-1] = Hunk{corpus.Span{Start: last.Old.Start, End: h.Old.End}, corpus.Span{Start: last.New.Start, End: h.New.End}}
				continue
			}
		}
		out = append(out, h)
	}
	return out
}

// island is how many equal words may stand between the two ends of a bracket that was put around them.
const island = 12

// spans reports whether a bracket opened in a is closed in b, not before.
func spans(side []token.Token, a, b corpus.Span) bool {
	if b.Start-a.End > island {
		return false
	}
	depth := 0
	for _, t := range side[a.Start:a.End] {
		if open[t.Key] {
			depth++
		} else if closing[t.Key] && depth > 0 {
			depth--
		}
	}
	if depth == 0 {
		return false
	}
	for _, t := range side[a.End:b.Start] {
		if open[t.Key] {
			depth++
		} else if closing[t.Key] {
			if depth--; depth == 0 {
				return false
			}
		}
	}
	for _, t := range side[b.Start:b.End] {
		if open[t.Key] {
			depth++
		} else if closing[t.Key] {
			if depth--; depth == 0 {
				return true
			}
		}
	}
	return false
}
