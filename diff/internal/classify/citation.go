package classify

// 引用形式: the apparatus of a citation changed, not what is cited: its law number, date of decision, publisher or edition.
//
//	個人情報の保護に関する法律（平成十五年法律第五十七号） → 個人情報の保護に関する法律
//	（平成28年8月31日本部決定） → （本部決定）      手引【第2.0版】 → 手引
//	計画（令和４年６月７日閣議決定） → 計画（令和５年６月９日閣議決定）: another edition is cited, which is a new date as well.
//
// Near misses: a date outside brackets (date); another edition of what is cited is a new date as well; the name of the act itself (rename).

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/diff/internal/token"
)

const numeralClass = `[〇一二三四五六七八九十百千元0-9０-９]`

var (
	// what stands behind the date of a cited act
	actBehind = lazy.MustCompile(`^[（(]?[^。、（）()「」]{0,24}?(決定|法律第|政令第|省令第|府令第|規則第|条例第|告示第|訓令第|規程第|公布|通知|閣議|了承|制定|発(?:第|` + numeralClass + `))`)
	apparatus = lazy.MustCompile(`^[（(【［\[]?[^。「」]{0,40}?((法律|政令|省令|府令|規則|条例|告示|訓令|規程|通達|発|令)第?` + numeralClass + `+号|第` + numeralClass + `+([.．]` + numeralClass + `+)?版|Ver\.?[0-9.]+|決定)[^。「」]{0,12}[）)】］\]]?$`)
)

func citation(d *document, c *change) []Effect {
	var out []Effect
	for i := range c.hunks {
		h := &c.hunks[i]
		if h.done || h.long() {
			continue
		}
		old, new := c.dates(h, corpus.Old), c.dates(h, corpus.New)
		switch {
		case len(old)+len(new) > 0 && !slices.Equal(old, new) && c.dateOfAct(h):
			e := c.effect(h)
			out = append(out, e)
			if len(old) > 0 && len(new) > 0 {
				e.Kind = "date"
				out = append(out, e)
			}
			h.done = true
		case c.isApparatus(h):
			h.done = true
			out = append(out, c.effect(h))
		}
	}
	return out
}

// dateOfAct reports whether the hunk's dates date a cited act: the words behind them name its kind, inside brackets.
func (c *change) dateOfAct(h *hunk) bool {
	for s := range h.text {
		side := corpus.Side(s)
		text := h.text[s]
		if len(c.dates(h, side)) == 0 {
			continue
		}
		last := strings.LastIndexAny(text, "年月日度")
		if last < 0 {
			continue
		}
		behind := text[last+len("日"):] + c.after(h, side, 8)
		if !actBehind.MatchString(behind) || !c.inBrackets(h, side) {
			return false
		}
	}
	return true
}

// inBrackets reports whether the hunk begins inside （ ）.
func (c *change) inBrackets(h *hunk, s corpus.Side) bool {
	depth := 0
	r := h.on(s)
	for _, t := range c.Sides[s].Tokens[:min(r.Start+1, len(c.Sides[s].Tokens))] {
		depth = max(0, depth+bracketDepth[t.Key])
	}
	return depth > 0
}

// numberOfAct is the number by which an act is cited: 法律第五号, 医政発第三号.
var numberOfAct = lazy.MustCompile(`(法律|政令|省令|府令|規則|条例|告示|訓令|規程|通達|指令|号外|発|令)第` + numeralClass + `+号`)

// actNumber reports whether the references of a hunk are numbers of acts within brackets.
func (c *change) actNumber(h *hunk) bool {
	for s := range h.text {
		side := corpus.Side(s)
		if h.text[s] == "" || !c.inBrackets(h, side) {
			return false
		}
		text := c.before(h, side, 2) + h.text[s]
		if !numberOfAct.MatchString(text) {
			return false
		}
		toks := token.Lex(numberOfAct.ReplaceAllString(text, ""))
		if slices.ContainsFunc(toks, func(t token.Token) bool { return t.Kind == token.Reference }) {
			return false
		}
	}
	return true
}

func (c *change) isApparatus(h *hunk) bool {
	if c.actNumber(h) {
		return true
	}
	hit := false
	for s := range h.text {
		t := h.text[s]
		if t == "" {
			continue
		}
		bracketed := strings.HasPrefix(t, "（") || strings.HasPrefix(t, "【") || strings.HasPrefix(t, "(") || c.inBrackets(h, corpus.Side(s))
		if !bracketed || !apparatus.MatchString(t) {
			return false
		}
		hit = true
	}
	return hit
}
