package classify

// 根拠: the rule, plan or order on whose strength something is done changed: what stands before に基づき, により, に従い.
//
//	規程に基づき → 計画に基づき      第三条の規定により → 法第三条の規定により      基準等に基づき、 → 基準群に従って      基準により → 規則第三条の規定により
//
// Near misses: 協議により, 書面により and 通知により name a means; 基準等 → 基準 with the same words behind is scope; a reference that merely moved on is 条ずれ.

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
)

var (
	rule     = `(法律|法|政令|省令|府令|令|規則|規程|条例|要綱|要領|指針|基準群|基準等|基準|方針|計画|協定|契約|命令|通知|告示|決定|ポリシー|ガイドライン|マニュアル|条|項|号|規定|定め)(等)?`
	basisRE  = lazy.MustCompile(rule + `(に基づ|に従[いうっ]|に準拠し|に則[りっ]|にのっと|の規定によ|の規定に基づ|の定めるところによ|の例によ|により定め)`)
	basisEnd = lazy.MustCompile(rule + `$`)
	normEnd  = lazy.MustCompile(`(法律|規則|規程|条例|要綱|要領|指針|基準|規定|定め)$`)
	normRE   = lazy.MustCompile(strings.TrimSuffix(normEnd.String(), "$") + `により、?`)
	basisAt  = lazy.MustCompile(`^(等)?(に基づ|に従[いうっ]|に準拠し|に則[りっ]|にのっと|の規定によ|の規定に基づ|の定めるところによ|の例によ|により定め)`)
)

func basis(d *document, c *change) []Effect {
	if c.Rewritten || c.Heading {
		return nil
	}
	return append(c.besideCondition(), c.each(func(h *hunk) (Effect, bool) {
		if h.long() {
			return Effect{}, false
		}
		hits := 0
		for s := range h.text {
			t := h.text[s]
			after := c.after(h, corpus.Side(s), 10)
			if basisRE.MatchString(t) || normRE.MatchString(t) || basisEnd.MatchString(t) && basisAt.MatchString(after) ||
				normEnd.MatchString(t) && strings.HasPrefix(after, "により") {
				hits++
			}
		}
		if hits == 2 && strings.TrimSuffix(h.old(), "等") == strings.TrimSuffix(h.new(), "等") {
			return Effect{}, false // 等 alone is scope
		}
		if hits == 0 {
			return Effect{}, false
		}
		return c.effect(h), true
	})...)
}

// besideCondition finds a basis that comes or goes in the same words as a condition: ＋緊急の場合には、条例第十条の規定に基づき、.
func (c *change) besideCondition() []Effect {
	var out []Effect
	for i := range c.hunks {
		h := &c.hunks[i]
		if !h.condition || h.old() != "" && h.new() != "" {
			continue
		}
		for _, words := range strings.Split(h.old()+h.new(), "、") {
			if basisRE.MatchString(words) && !conditionWord.MatchString(words) {
				e := c.effect(h)
				if h.old() == "" {
					e.New = words
				} else {
					e.Old = words
				}
				out = append(out, e)
				break
			}
		}
	}
	return out
}
