package classify

// Sentences: 。 ends one, save inside brackets and quotations （甲をいう。以下同じ。）; so does the end of a unit.

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/diff/internal/edit"
	"shinkyu/diff/internal/token"
)

type sentence struct {
	span corpus.Span // tokens
	size int         // code points
	full bool        // ends with 。
}

var bracketDepth = map[string]int{"（": 1, "(": 1, "「": 1, "『": 1, "［": 1, "[": 1, "【": 1, "〔": 1, "）": -1, ")": -1, "」": -1, "』": -1, "］": -1, "]": -1, "】": -1, "〕": -1}

func sentences(s edit.Stream) []sentence {
	var out []sentence
	from, depth, size := 0, 0, 0
	for i, t := range s.Tokens {
		depth = max(0, depth+bracketDepth[t.Key])
		size += utf8.RuneCountInString(t.Key)
		stop := t.Key == "。" && depth == 0
		if stop || i+1 == len(s.Tokens) || s.Unit[i+1] != s.Unit[i] {
			out = append(out, sentence{corpus.Span{Start: from, End: i + 1}, size, stop})
			from, depth, size = i+1, 0, 0
		}
	}
	return out
}

// kept share of the shorter of two sentences from which they are versions of each other.
const sameSentence = 0.3

// matchSentences pairs the sentences of both sides by the words that the difference keeps; what stands unmatched between the same
// neighbours on both sides is paired in order, as replaced.
func (c *change) matchSentences() {
	news, olds := c.sentences[corpus.New], c.sentences[corpus.Old]
	for s := range c.match {
		c.match[s] = make([]int, len(c.sentences[s]))
		for i := range c.match[s] {
			c.match[s][i] = -1
		}
	}
	common := make([]map[int]int, len(news))
	for i := range common {
		common[i] = map[int]int{}
	}
	i, j, at, sn, so := 0, 0, 0, 0, 0
	step := func(oi, nj int) {
		for so < len(olds) && olds[so].span.End <= oi {
			so++
		}
		for sn < len(news) && news[sn].span.End <= nj {
			sn++
		}
		t := c.Sides[corpus.New].Tokens[nj]
		if sn < len(news) && so < len(olds) && t.Kind != token.Punct {
			common[sn][so] += utf8.RuneCountInString(t.Key)
		}
	}
	for i < len(c.Sides[corpus.Old].Tokens) && j < len(c.Sides[corpus.New].Tokens) {
		if at < len(c.hunks) && i == c.hunks[at].Old.Start && j == c.hunks[at].New.Start {
			i, j, at = c.hunks[at].Old.End, c.hunks[at].New.End, at+1
			continue
		}
		step(i, j)
		i, j = i+1, j+1
	}
	type likeness struct{ n, o, kept int }
	var list []likeness
	c.shared = [2][]int{make([]int, len(news)), make([]int, len(olds))}
	for n := range news {
		for o := range olds {
			if k := common[n][o]; k > 0 {
				list = append(list, likeness{n, o, k})
				c.shared[corpus.New][n] = max(c.shared[corpus.New][n], k)
				c.shared[corpus.Old][o] = max(c.shared[corpus.Old][o], k)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b likeness) int { return b.kept - a.kept })
	for _, l := range list {
		if c.match[corpus.New][l.n] < 0 && c.match[corpus.Old][l.o] < 0 && float64(l.kept) >= sameSentence*float64(min(news[l.n].size, olds[l.o].size)) {
			c.match[corpus.New][l.n], c.match[corpus.Old][l.o] = l.o, l.n
		}
	}
	o := 0
	for n := range news { // in order, between the same neighbours
		if q := c.match[corpus.New][n]; q >= 0 {
			o = max(o, q+1)
			continue
		}
		if o < len(olds) && c.match[corpus.Old][o] < 0 {
			c.match[corpus.New][n], c.match[corpus.Old][o] = o, n
			o++
		}
	}
}

// lone lists the whole sentences that only one side has. Not in a rewritten clause, where sentences have no counterparts.
func (c *change) lone(s corpus.Side) []Effect {
	if c.Rewritten || c.Heading {
		return nil
	}
	var out []Effect
	for i, sen := range c.sentences[s] {
		if c.match[s][i] >= 0 || !sen.full || c.rejoined(s, i) {
			continue
		}
		c.explain(s, sen.span)
		e := Effect{Evidence: c.places(s, sen.span)}
		if s == corpus.New {
			e.New = c.Sides[s].Text(sen.span)
		} else {
			e.Old = c.Sides[s].Text(sen.span)
		}
		out = append(out, e)
	}
	return out
}

// rejoined reports whether a sentence without a counterpart was divided or joined with others: its words are on the other side, or it leads into
// the items that they became.
func (c *change) rejoined(s corpus.Side, i int) bool {
	if c.manyClauses() && announced.MatchString(c.Sides[s].Text(c.sentences[s][i].span)) {
		return true
	}
	return c.takesUp(s, i) || float64(c.shared[s][i]) >= sameSentence*float64(c.sentences[s][i].size)
}

// predicateLength and topicLength are the code points that two sentences have in common at their end, and somewhere else, to be about one thing.
const (
	predicateLength = 6
	topicLength     = 8
)

// takesUp reports whether a sentence without a counterpart is the second half of one that was divided, its middle rewritten: it ends as the whole did,
// which the first half does no longer, and speaks of what the whole spoke of and the first half does not.
func (c *change) takesUp(s corpus.Side, i int) bool {
	if i == 0 || c.match[s][i-1] < 0 {
		return false
	}
	text := func(s corpus.Side, i int) []rune { return []rune(c.Sides[s].Text(c.sentences[s][i].span)) }
	mine, first, whole := text(s, i), text(s, i-1), text(s.Other(), c.match[s][i-1])
	if len(mine) < predicateLength+topicLength || len(first) < predicateLength || len(whole) < predicateLength+topicLength {
		return false
	}
	end := func(r []rune) string { return string(r[len(r)-predicateLength:]) }
	if end(mine) != end(whole) || end(first) == end(whole) {
		return false
	}
	all, half := string(whole), string(first)
	for k := 0; k+topicLength <= len(mine)-predicateLength; k++ {
		if topic := string(mine[k : k+topicLength]); strings.Contains(all, topic) && !strings.Contains(half, topic) {
			return true
		}
	}
	return false
}

// explain marks the hunks that lie wholly in a range of one side.
func (c *change) explain(s corpus.Side, r corpus.Span) {
	for i := range c.hunks {
		h := &c.hunks[i]
		if on := h.on(s); h.on(s.Other()).Len() == 0 && on.Start >= r.Start && on.End <= r.End {
			h.done = true
		}
	}
}
