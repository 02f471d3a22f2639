package classify

// 数量・期限: a number with its unit changed. Numbers of references (第三十条), of dates and of quotations that are labels (「25」) are none.
//
//	三十日以内 → 十四日以内      所定点数４回分 → ２回分      百分の五十 → 一分二厘      四以上 → 五以上      速やかに → 直ちに
//
// Near misses: 第三十条 is a reference, 令和五年 a date, 「25」 a label; 一部 and 一次 hold a numeral and count nothing; 三十日 → 30日 is spelling.

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff/internal/edit"
	"shinkyu/diff/internal/token"
)

// swift words set a time limit without a number; one instead of another is another limit. One more or less is a condition.
var swift = map[string]bool{"直ちに": true, "速やかに": true, "遅滞なく": true}

func quantity(d *document, c *change) []Effect {
	return append(c.amountsAmong(), c.each(func(h *hunk) (Effect, bool) {
		old, new := c.ofKind(h, corpus.Old, token.Amount), c.ofKind(h, corpus.New, token.Amount)
		if swift[h.old()] && swift[h.new()] {
			return c.effect(h), true
		}
		slices.Sort(old)
		slices.Sort(new)
		if slices.Equal(old, new) || h.long() {
			return Effect{}, false
		}
		if (len(old) == 0 || len(new) == 0) && len([]rune(h.old()+h.new())) > 20 {
			return Effect{}, false // a number inside words that were added or dropped as a whole
		}
		return c.effect(h), true
	})...)
}

// amountsAmong lists the numbers that changed within what a change of duty or of conditions explained already: a difference that is a number and nothing else, or
// numbers of one unit on both sides of one that has the predicate in it: 年一回行うものとする → 年二回行い、報告しなければならない.
func (c *change) amountsAmong() []Effect {
	var out []Effect
	for i := range c.hunks {
		h := &c.hunks[i]
		if !h.done || !h.predicate && !h.condition || h.long() {
			continue
		}
		old, new := c.amounts(h, corpus.Old), c.amounts(h, corpus.New)
		alone := len(old) == h.Old.Len() && len(new) == h.New.Len() && len(old) > 0 && len(new) > 0 && !slices.Equal(c.ofKind(h, corpus.Old, token.Amount), c.ofKind(h, corpus.New, token.Amount))
		if alone || swift[h.old()] && swift[h.new()] {
			out = append(out, c.effect(h))
			continue
		}
		for _, o := range old {
			n := slices.IndexFunc(new, func(n int) bool { return c.unit(corpus.New, n) == c.unit(corpus.Old, o) })
			if n < 0 {
				continue
			}
			part := edit.Hunk{Old: corpus.Span{Start: o, End: o + 1}, New: corpus.Span{Start: new[n], End: new[n] + 1}}
			new = slices.Delete(new, n, n+1)
			own := &hunk{Hunk: part, text: [2]string{corpus.New: c.Sides[corpus.New].Text(part.New), corpus.Old: c.Sides[corpus.Old].Text(part.Old)}}
			if !slices.Equal(c.ofKind(own, corpus.Old, token.Amount), c.ofKind(own, corpus.New, token.Amount)) {
				out = append(out, c.effect(own))
			}
		}
	}
	return out
}

// amounts are the tokens of a hunk that are numbers with their units.
func (c *change) amounts(h *hunk, s corpus.Side) []int {
	var out []int
	for i := h.on(s).Start; i < h.on(s).End; i++ {
		if c.Sides[s].Tokens[i].Kind == token.Amount {
			out = append(out, i)
		}
	}
	return out
}

// unit is what an amount counts: 回 of 二回.
func (c *change) unit(s corpus.Side, at int) string {
	return strings.TrimFunc(figures(token.LooseText(c.Sides[s].Tokens[at].Key)), func(r rune) bool { return ref.IsNumeralRune(r) || r == '.' || r == ',' })
}
