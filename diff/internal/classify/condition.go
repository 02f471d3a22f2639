package classify

// 条件・例外: when, except when, only when, how soon. A condition word stands in the difference on one side more often than on the other.
//
//	＋ただし、軽微なものを除く。      届け出たときは、 → 届け出た場合であって、…と認めるときは、      ＋遅滞なく
//	＋議会の同意を得て、      －正当な理由なく、
//
// Near misses: a condition word that stands on both sides while other words change; 場合 and 除く of a definition that moved; を含む widens (scope).

import (
	"regexp"

	"shinkyu/corpus"
)

var conditionWord = regexp.MustCompile(`ただし、|場合|ときは|とき、|ときに|限り|に限る|に限り|を除く|を除き|を除いて|以外の|の限りでない|やむを得ない|を条件|必要に応じ|遅滞なく|直ちに|速やかに|あらかじめ|にかかわらず|ない限り`)

// lone sentences are conditions only when they are provisos.
var proviso = regexp.MustCompile(`^ただし、`)

// conditionPhrase is the end of a phrase that says under which condition, or with which way open, something is done.
var conditionPhrase = regexp.MustCompile(`(を得て|を得た上で|を経て|を経た上で|の上|の上で|に応じて|なく|なしに|の範囲内で|の範囲内において|を限度として)、?$`)

func condition(d *document, c *change) []Effect {
	if c.Rewritten || c.Heading {
		return nil
	}
	var out []Effect
	for s := range c.sentences {
		side := corpus.Side(s)
		for i, sen := range c.sentences[s] {
			text := c.Sides[s].Text(sen.span)
			if c.match[s][i] >= 0 || !proviso.MatchString(text) {
				continue
			}
			e := Effect{Evidence: c.places(side, sen.span)}
			if side == corpus.New {
				e.New = text
			} else {
				e.Old = text
			}
			out = append(out, e)
		}
	}
	return append(out, c.each(func(h *hunk) (Effect, bool) {
		if h.long() {
			return Effect{}, false
		}
		if (h.old() == "" || h.new() == "") && conditionPhrase.MatchString(h.old()+h.new()) && hasNoun(h.old()+h.new()) {
			h.condition = true
			return c.effect(h), true
		}
		if len(conditionWord.FindAllString(h.old(), -1)) == len(conditionWord.FindAllString(h.new(), -1)) {
			return Effect{}, false
		}
		h.condition = true
		return c.effect(h), true
	})...)
}
