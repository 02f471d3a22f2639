package classify

// 数量・期限: a number with its unit changed. Numbers of references (第三十条), of dates and of quotations that are labels (「25」) are none.
//
//	三十日以内 → 十四日以内      所定点数４回分 → ２回分      百分の五十 → 一分二厘      四以上 → 五以上      速やかに → 直ちに
//
// Near misses: 第三十条 is a reference, 令和五年 a date, 「25」 a label; 一部 and 一次 hold a numeral and count nothing; 三十日 → 30日 is spelling.

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/diff/internal/token"
)

// swift words set a time limit without a number; one instead of another is another limit. One more or less is a condition.
var swift = map[string]bool{"直ちに": true, "速やかに": true, "遅滞なく": true}

func quantity(d *document, c *change) []Effect {
	return c.each(func(h *hunk) (Effect, bool) {
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
	})
}
