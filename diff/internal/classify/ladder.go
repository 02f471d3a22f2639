package classify

// 義務の段階: the predicate at the end of a sentence says how strongly it binds. From strong to weak:
// しなければならない・してはならない・することを要する ＞ するものとする ≈ こととする ≈ 必要がある ＞ 努めなければならない ＞ 努めるものとする・努める ＞ 望ましい・重要である ＞ することができる.
// Only the end counts: 「必要であることから」 in the middle is no duty. するものとする → する is a matter of style among drafters and is not reported.
// Shared by the four rules of duties.

import (
	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
)

type rung struct {
	rank int
	end  *lazy.Regexp
}

// ladder is tried from top to bottom at the end of a sentence; the plain verb is last.
var ladder = []rung{
	{3, lazy.MustCompile(`努めなければならない。$`)},
	{2, lazy.MustCompile(`努め(るものとする|ることとする|る|るべきである)。$`)},
	{6, lazy.MustCompile(`(なければならない|てはならない|ではならない|ねばならない|ことができない|ことはできない|義務を負う|ことを要する)(ものとする|ものである)?。$`)},
	{0, lazy.MustCompile(`(ことができる|できる|ことを妨げない|ことを要しない|を要しない|必要はない|差し支えない)(ものとする|ものである)?。$`)},
	{1, lazy.MustCompile(`(望ましい|重要である|推奨する|推奨される|期待される)(ものである)?。$`)},
	{5, lazy.MustCompile(`(ものとする|こととする|必要がある|必要である|べきである|を要する|こと)(ものとする|ものである)?。$`)},
}

// plain predicates of an act: 報告する。 行う。 定める。 A state (である。) binds nobody.
var plainVerb = lazy.MustCompile(`(する|行う|定める|講ずる|講じる|図る|設ける|置く|得る|受ける|めない|しない)。$`)

const plainRank = 5

// cannot ends a sentence that withholds a power: it is stronger than the power, but lays no duty on anybody by itself.
var cannot = lazy.MustCompile(`こと(が|は)できない(ものとする)?。$`)

// modal is the rank of a sentence's predicate; explicit is false for a plain verb, ok is false for no act at all.
func modal(text string) (rank int, words string, explicit, ok bool) {
	for _, r := range ladder {
		if m := r.end.FindString(text); m != "" {
			return r.rank, m, true, true
		}
	}
	if m := plainVerb.FindString(text); m != "" {
		return plainRank, m, false, true
	}
	return 0, "", false, false
}

// dutiesOf lists the sentences of a side without a counterpart that lay a duty on somebody in so many words. A plain verb (行う。) tells what is done, and
// that nobody may (ことができない) lays no duty on anybody by itself.
func (c *change) dutiesOf(s corpus.Side) []Effect {
	if c.Heading || c.Rewritten {
		return nil
	}
	var out []Effect
	for i, partner := range c.match[s] {
		sen := c.sentences[s][i]
		text := c.predicate(s, sen)
		rank, words, explicit, ok := modal(text)
		if partner >= 0 || !ok || !explicit || rank < 2 || c.rejoined(s, i) || cannot.MatchString(text) {
			continue
		}
		e := Effect{Evidence: c.tail(s, sen, words)}
		if s == corpus.New {
			e.New = words
		} else {
			e.Old = words
		}
		out = append(out, e)
	}
	return out
}

// steps lists the sentence pairs whose predicate went up the ladder, or down it.
func (c *change) steps(up bool) []Effect {
	if c.Heading || c.Rewritten {
		return nil
	}
	var out []Effect
	for n, o := range c.match[corpus.New] {
		if o < 0 {
			continue
		}
		sn, so := c.sentences[corpus.New][n], c.sentences[corpus.Old][o]
		rn, wn, en, okn := modal(c.predicate(corpus.New, sn))
		ro, wo, eo, oko := modal(c.predicate(corpus.Old, so))
		if !okn || !oko || rn == ro || !en && !eo || rn > ro != up {
			continue
		}
		c.explainTail(sn.span.End, so.span.End)
		out = append(out, Effect{Old: wo, New: wn, Evidence: append(c.tail(corpus.New, sn, wn), c.tail(corpus.Old, so, wo)...)})
	}
	return out
}

// predicate is the end of a sentence, long enough for every rung of the ladder.
func (c *change) predicate(s corpus.Side, sen sentence) string {
	return spell(c.Sides[s].Text(corpus.Span{Start: max(sen.span.Start, sen.span.End-20), End: sen.span.End}))
}

// tail is the place of the words that end a sentence.
func (c *change) tail(s corpus.Side, sen sentence, words string) []Evidence {
	left := len([]rune(words))
	from := sen.span.End
	for from > sen.span.Start && left > 0 {
		from--
		left -= len([]rune(c.Sides[s].Tokens[from].Key))
	}
	return c.places(s, corpus.Span{Start: from, End: sen.span.End})
}

// explainTail marks the last short hunk of a sentence pair, the predicate's own difference, and the particles before it that had to follow:
// 記録の作成に努め → 記録を作成し. A number that changed among them (年一回行うよう努める → 年二回行わなければならない) is none of the predicate's: quantity tells it.
func (c *change) explainTail(endNew, endOld int) {
	const reach = 12 // tokens
	for i := range c.hunks {
		h := &c.hunks[i]
		was := h.done
		if h.New.End <= endNew && h.New.Start >= endNew-reach && h.Old.End <= endOld && h.Old.Start >= endOld-reach && !hasNoun(h.old()) && !hasNoun(h.new()) && !conditionWord.MatchString(h.old()+h.new()) {
			h.done = true
		}
		if h.New.End >= endNew-2 && h.New.End <= endNew && h.Old.End >= endOld-2 && h.Old.End <= endOld && len([]rune(h.old()+h.new())) <= 40 {
			h.done = true
		}
		h.predicate = h.predicate || h.done && !was
	}
}
