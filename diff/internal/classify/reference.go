package classify

// 条ずれ: only the number of a cross reference moved on, because what it cites was renumbered. The difference consists of references alone,
// and as many on each side; a reference more or less changes what is covered and is no 条ずれ.
//
//	第五条第二項の規定 → 第六条第二項の規定      注10に規定する → 注11に規定する      同項 → 前項
//	第一条の規定により → 第二条の規定により, where 第一条 still stands: another basis (scope, if it is none), no 条ずれ
//
// Near misses: 第一条の規定により → 第二条の規定により where 第一条 still stands (another basis, or scope); 第三十日目 is a count, 三十日以内 an amount; of
// 甲通知（令和四年保発第三号） the number is the notice's own.

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff/internal/token"
)

func reference(d *document, c *change) []Effect {
	return c.each(func(h *hunk) (Effect, bool) {
		old, nOld := withoutReferences(c.tokens(h, corpus.Old))
		new, nNew := withoutReferences(c.tokens(h, corpus.New))
		if c.actNumber(h) {
			return Effect{}, false
		}
		if nOld == 0 || nOld != nNew || old != new {
			if !c.citedFigure(h) {
				return Effect{}, false
			}
		}
		if d.repointed(c, h) {
			h.done = true
			e := c.effect(h)
			if e.Kind = "scope"; basisAt.MatchString(c.after(h, corpus.New, 10)) || basisRE.MatchString(h.new()) {
				e.Kind = "basis"
			}
			return e, true
		}
		h.same = true
		return c.effect(h), true
	})
}

// withoutReferences is the text with § for every reference, and their number.
func withoutReferences(toks []token.Token) (string, int) {
	var b strings.Builder
	n := 0
	for _, t := range toks {
		if t.Kind == token.Reference {
			b.WriteRune('§')
			n++
			continue
		}
		b.WriteString(t.Key)
	}
	return b.String(), n
}

// citedFigure reports whether the difference is a bare label within a citation: 別表第一の(3) → 別表第一の(4), 第一の六の⑷ → 第一の六の⑸.
func (c *change) citedFigure(h *hunk) bool {
	for s := range h.text {
		t := strings.Trim(token.LooseText(h.text[s]), "()")
		if t == "" || strings.Trim(t, "0123456789一二三四五六七八九十⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽①②③④⑤⑥⑦⑧⑨⑩アイウエオカキクケコロハニホヘトaｂcdefg") != "" {
			return false
		}
		side := corpus.Side(s)
		before, after := c.before(h, side, 3), c.after(h, side, 4)
		if !(strings.HasSuffix(before, "の") || strings.HasSuffix(before, "(") || strings.HasSuffix(before, "（") || strings.HasSuffix(before, "上記") || strings.HasSuffix(before, "別表")) {
			return false
		}
		if !strings.Contains(after, "に規定") && !strings.Contains(after, "に掲げる") && !strings.Contains(after, "に定める") && !strings.Contains(after, "の規定") && !strings.Contains(after, "から") && !strings.Contains(after, "に該当") {
			return false
		}
	}
	return true
}
