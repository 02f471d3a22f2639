// Package edit finds which words of a clause changed, the way a drafter would mark them.
//
// Two passes. The first is exact: Myers' difference over word tokens, by sergi/go-diff, with each word interned as one
// code point from U+F0000 (its own private plane: the surrogate range would be damaged on the way through strings).
// Its time limit is off, because a result that depends on the load of the machine cannot be tested.
// The second pass makes the result readable: hunks slide to where a reader would begin them, islands of a few letters between two
// changes join them, brackets stay whole. go-diff's own semantic clean-up was rejected: it knows neither words nor brackets and swallows
// whole clauses; a difference over runes was rejected because it cuts 許可 and 認可 in the middle.
package edit

import (
	"github.com/sergi/go-diff/diffmatchpatch"

	"shinkyu/corpus"
	"shinkyu/diff/internal/token"
)

// Hunk is one difference: words [Old.Start, Old.End) of the old side stand where words [New.Start, New.End) of the new side stand.
// Spans count tokens; one of them may be empty. Hunks are ordered and never touch.
type Hunk struct{ Old, New corpus.Span }

// single is the words of a hunk that has words on one side only: that side and their span. ok is false for one that has them on both.
func (h Hunk) single(old, new []token.Token) (side []token.Token, s corpus.Span, ok bool) {
	if h.New.Len() == 0 {
		return old, h.Old, h.Old.Len() > 0
	}
	return new, h.New, h.Old.Len() == 0
}

// Words compares two token lists. Replacing each hunk's old words by its new ones turns old into new.
// kept is the share of the texts that stays, by code points, before hunks are widened for the reader: 0 to 1.
func Words(old, new []token.Token) (hunks []Hunk, kept float64) {
	first := exact(old, new)
	return readable(first, old, new), share(first, old, new)
}

const (
	firstID = 0xF0000
	maxIDs  = 0x10FFFD - firstID
	// Beyond this many tokens on both sides sentences are compared before words: Myers' cost is the product of size and difference.
	sentenceFirst = 6000
)

func exact(old, new []token.Token) []Hunk {
	if len(old) > sentenceFirst && len(new) > sentenceFirst {
		return bySentence(old, new)
	}
	return compare(len(old), len(new), func(s corpus.Side, i int) string {
		t := new
		if s == corpus.Old {
			t = old
		}
		if t[i].Kind == token.Quote { // 「法」 is not 法: matching them would tear the brackets off
			return "「" + t[i].Key
		}
		return t[i].Key
	})
}

// compare runs the exact difference over two lists of keys.
func compare(nOld, nNew int, key func(corpus.Side, int) string) []Hunk {
	ids := map[string]rune{}
	intern := func(s corpus.Side, n int) []rune {
		out := make([]rune, n)
		for i := range out {
			k := key(s, i)
			id, ok := ids[k]
			if !ok {
				id = rune(firstID + len(ids))
				ids[k] = id
			}
			out[i] = id
		}
		return out
	}
	a, b := intern(corpus.Old, nOld), intern(corpus.New, nNew)
	if len(ids) > maxIDs {
		return []Hunk{{corpus.Span{End: nOld}, corpus.Span{End: nNew}}}
	}
	engine := diffmatchpatch.New()
	engine.DiffTimeout = 0
	var out []Hunk
	i, j := 0, 0
	for _, d := range engine.DiffMainRunes(a, b, false) {
		n := 0
		for range d.Text {
			n++
		}
		h := Hunk{corpus.Span{Start: i, End: i}, corpus.Span{Start: j, End: j}}
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			i, j = i+n, j+n
			continue
		case diffmatchpatch.DiffDelete:
			i += n
			h.Old.End = i
		case diffmatchpatch.DiffInsert:
			j += n
			h.New.End = j
		}
		out = join(out, h)
	}
	return out
}

// join appends h, or widens the last hunk when the two touch.
func join(list []Hunk, h Hunk) []Hunk {
	if n := len(list); n > 0 && list[n-1].Old.End >= h.Old.Start && list[n-1].New.End >= h.New.Start {
		list[n-1].Old.End, list[n-1].New.End = max(list[n-1].Old.End, h.Old.End), max(list[n-1].New.End, h.New.End)
		return list
	}
	return append(list, h)
}

// bySentence compares sentences first and words only inside the sentences that differ.
func bySentence(old, new []token.Token) []Hunk {
	cutsOld, cutsNew := sentences(old), sentences(new)
	rough := compare(len(cutsOld), len(cutsNew), func(s corpus.Side, i int) string {
		cuts, toks := cutsOld, old
		if s == corpus.New {
			cuts, toks = cutsNew, new
		}
		return text(toks, cuts[i])
	})
	var out []Hunk
	for _, r := range rough {
		a, b := reach(cutsOld, r.Old, len(old)), reach(cutsNew, r.New, len(new))
		if a.Len() > sentenceFirst && b.Len() > sentenceFirst {
			out = join(out, Hunk{a, b})
			continue
		}
		for _, h := range exact(old[a.Start:a.End], new[b.Start:b.End]) {
			out = join(out, Hunk{corpus.Span{Start: a.Start + h.Old.Start, End: a.Start + h.Old.End}, corpus.Span{Start: b.Start + h.New.Start, End: b.Start + h.New.End}})
		}
	}
	return out
}

// sentences are the token ranges that end with 。
func sentences(toks []token.Token) []corpus.Span {
	var out []corpus.Span
	from := 0
	for i, t := range toks {
		if t.Key == "。" || i == len(toks)-1 {
			out = append(out, corpus.Span{Start: from, End: i + 1})
			from = i + 1
		}
	}
	return out
}

// reach is the token range of a range of sentences; an empty range stands at the start of the sentence it precedes.
func reach(cuts []corpus.Span, r corpus.Span, end int) corpus.Span {
	at := func(i int) int {
		if i < len(cuts) {
			return cuts[i].Start
		}
		return end
	}
	return corpus.Span{Start: at(r.Start), End: at(r.End)}
}

// Common is how many code points of two token lists are equal in order.
func Common(old, new []token.Token) int {
	return size(old, corpus.Span{End: len(old)}) - gone(exact(old, new), old)
}
