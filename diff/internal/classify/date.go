package classify

// 日付: a date on one side that the other does not have. Dates that merely belong to a citation which lost its number are left to the
// citation rule, which stands before this one.
//
//	令和五年三月三十一日まで → 令和七年三月三十一日まで      毎年六月三十日まで → 毎年五月十五日まで      平成 年 月 日改定 (added, left blank)
//
// Near misses: 三年以内 is an amount, 第三年次 neither; a date that merely goes with the law number of a citation.

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/diff/internal/token"
)

// dates of the hunk on a side.
func (c *change) dates(h *hunk, s corpus.Side) []string {
	return c.ofKind(h, s, token.Date)
}

func (c *change) ofKind(h *hunk, s corpus.Side, kind token.Kind) []string {
	var out []string
	for _, t := range c.tokens(h, s) {
		if t.Kind == kind {
			out = append(out, figures(token.LooseText(t.Key)))
		}
	}
	return out
}

// longHunk is the length in code points from which a difference is a rewriting, in which single numbers and dates prove nothing.
const longHunk = 60

func (h *hunk) long() bool { return len([]rune(h.old())) > longHunk || len([]rune(h.new())) > longHunk }

func date(d *document, c *change) []Effect {
	return c.each(func(h *hunk) (Effect, bool) {
		old, new := c.dates(h, corpus.Old), c.dates(h, corpus.New)
		if h.long() || len(old)+len(new) == 0 || slices.Equal(old, new) {
			return Effect{}, false
		}
		return c.effect(h), true
	})
}
