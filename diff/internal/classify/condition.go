package classify

// 条件・例外: when, except when, only when, how soon. A condition word stands in the difference on one side more often than on the other.
//
//	＋ただし、軽微なものを除く。      届け出たときは、 → 届け出た場合であって、…と認めるときは、      ＋遅滞なく
//	＋議会の同意を得て、      －正当な理由なく、
//
// Near misses: a condition word that stands on both sides while other words change; 場合 and 除く of a definition that moved; を含む widens (scope); an
// exception from an element that came with it (、丙（臨時の者を除く。）); 次の各号のいずれかに該当する者 → 該当する場合, 者を除く → 場合を除く; a sentence that was divided into
// 次に掲げる場合 and its items.

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
)

var conditionWord = lazy.MustCompile(`ただし、|場合|ときは|とき、|ときに|限り|に限る|に限り|を除く|を除き|を除いて|以外の|の限りでない|やむを得ない|を条件|必要に応じ|遅滞なく|直ちに|速やかに|あらかじめ|にかかわらず|ない限り`)

// lone sentences are conditions only when they are provisos.
var proviso = lazy.MustCompile(`^ただし、`)

// conditionPhrase is the end of a phrase that says under which condition, or with which way open, something is done.
var conditionPhrase = lazy.MustCompile(`(を得て|を得た上で|を経て|を経た上で|の上|の上で|に応じて|なく|なしに|の範囲内で|の範囲内において|を限度として)、?$`)

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
	divided := c.divided()
	return append(out, c.each(func(h *hunk) (Effect, bool) {
		if h.long() {
			return Effect{}, false
		}
		if (h.old() == "" || h.new() == "") && conditionPhrase.MatchString(h.old()+h.new()) && hasNoun(h.old()+h.new()) {
			h.condition = true
			return c.effect(h), true
		}
		if divided || c.conditions(h, corpus.Old) == c.conditions(h, corpus.New) {
			return Effect{}, false
		}
		h.condition = true
		return c.effect(h), true
	})...)
}

var (
	// announcing is what stands before the word for the cases of a list
	announcing = lazy.MustCompile(`(各号(のいずれか(一)?)?に(該当する|掲げる)|次に掲げる|次のいずれかに該当する)$`)
	keptExcept = lazy.MustCompile(`^(を除[くい]|に限[るり])`)
	announced  = lazy.MustCompile(`(次に掲げる|次の各号に掲げる|次の各号のいずれかに該当する)(場合|とき)`)
	whenEnds   = lazy.MustCompile(`とき(は、?|に|、|。|$)`)
)

// conditions counts the condition words of a hunk that set a condition of their own.
func (c *change) conditions(h *hunk, s corpus.Side) int {
	text := h.text[s]
	if bare := outsideBrackets(text); hasNoun(bare) {
		text = bare // what a bracket excepts, it excepts from the words that came with it
	}
	n := len(conditionWord.FindAllString(text, -1))
	if strings.HasPrefix(text, "場合") && announcing.MatchString(c.before(h, s, 10)) || text == "場合" && keptExcept.MatchString(c.after(h, s, 3)) {
		n--
	}
	return n
}

// manyClauses reports whether a side of the change is several clauses.
func (c *change) manyClauses() bool {
	for s := range c.Sides {
		if u := c.Sides[s].Unit; len(u) > 0 && u[0] != u[len(u)-1] {
			return true
		}
	}
	return false
}

// divided reports whether a text was divided into clauses, or put together from some, and sets as many conditions as before.
func (c *change) divided() bool {
	if !c.manyClauses() {
		return false
	}
	var n [2]int
	for i := range c.hunks {
		for s, text := range c.hunks[i].text {
			text = whenEnds.ReplaceAllString(announced.ReplaceAllString(text, ""), "場合")
			n[s] += len(conditionWord.FindAllString(text, -1))
		}
	}
	return n[corpus.New] == n[corpus.Old]
}

// outsideBrackets is a text without its brackets, as it stands where one is not closed.
func outsideBrackets(s string) string {
	if !strings.ContainsAny(s, "（）()") {
		return s
	}
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch {
		case r == '（' || r == '(':
			depth++
		case r == '）' || r == ')':
			if depth--; depth < 0 {
				return s
			}
		case depth == 0:
			b.WriteRune(r)
		}
	}
	if depth != 0 {
		return s
	}
	return b.String()
}
