package edit

// Sliding: an insertion or deletion whose first word equals the word behind it can stand one word later without changing the result.
// Of all such places the one a reader would choose wins: where a sentence or a list element is whole.
// Rejected: git's indent heuristic and difftastic's sliders as they are, which know lines and trees of code, not 、 and 。.

import (
	"shinkyu/corpus"
	"shinkyu/diff/internal/token"
)

func slide(hunks []Hunk, old, new []token.Token) []Hunk {
	for i := range hunks {
		h := &hunks[i]
		if h.Old.Len() > 0 && h.New.Len() > 0 {
			continue
		}
		side, span := new, func(h *Hunk) *corpus.Span { return &h.New }
		if h.New.Len() == 0 {
			side, span = old, func(h *Hunk) *corpus.Span { return &h.Old }
		}
		lo, hi := 0, len(side) // one equal word stays between two hunks
		if i > 0 {
			lo = span(&hunks[i-1]).End + 1
		}
		if i+1 < len(hunks) {
			hi = span(&hunks[i+1]).Start - 1
		}
		by := bestPlace(side, *span(h), lo, hi)
		h.Old = corpus.Span{Start: h.Old.Start + by, End: h.Old.End + by}
		h.New = corpus.Span{Start: h.New.Start + by, End: h.New.End + by}
	}
	return hunks
}

// bestPlace is how far the hunk at s should slide inside [lo, hi).
func bestPlace(side []token.Token, s corpus.Span, lo, hi int) int {
	best, by := score(side, s), 0
	for t := s; t.Start > lo && side[t.Start-1].Key == side[t.End-1].Key; {
		t = corpus.Span{Start: t.Start - 1, End: t.End - 1}
		if v := score(side, t); v > best {
			best, by = v, t.Start-s.Start
		}
	}
	for t := s; t.End < hi && side[t.Start].Key == side[t.End].Key; {
		t = corpus.Span{Start: t.Start + 1, End: t.End + 1}
		if v := score(side, t); v > best {
			best, by = v, t.Start-s.Start
		}
	}
	return by
}

// score says how well a one-sided hunk stands at s. Higher is better.
func score(side []token.Token, s corpus.Span) int {
	first, last := side[s.Start].Key, side[s.End-1].Key
	v := 0
	switch {
	case last == "。" && (s.Start == 0 || side[s.Start-1].Key == "。"):
		v += 8 // a whole sentence
	case first == "、" && s.Len() > 1 && last != "、":
		v += 4 // a list element with its comma
	case joint[first] && !joint[last]:
		v += 4 // 又は丙, 及び丙
	case last == "、" && s.Start > 0 && side[s.Start-1].Key == "、":
		v += 2
	case last == "。":
		v--
	}
	if open[first] && last == open2close[first] {
		v += 6 // a whole bracket
	} else {
		v += balance(side, s)
	}
	if side[s.Start].Kind == token.Kana && first != "、" {
		v-- // a hunk does not begin with a particle
	}
	return v
}

var joint = map[string]bool{"及び": true, "並びに": true, "又は": true, "若しくは": true, "・": true}

var open2close = map[string]string{"（": "）", "(": ")", "「": "」", "『": "』", "［": "］", "[": "]", "【": "】", "〔": "〕"}

var open = map[string]bool{"（": true, "(": true, "「": true, "『": true, "［": true, "[": true, "【": true, "〔": true}

// balance is negative when the hunk cuts a bracket.
func balance(side []token.Token, s corpus.Span) int {
	depth, low := 0, 0
	for _, t := range side[s.Start:s.End] {
		switch {
		case open[t.Key]:
			depth++
		case closing[t.Key]:
			depth--
			low = min(low, depth)
		}
	}
	if depth != 0 || low < 0 {
		return -3
	}
	return 0
}

var closing = map[string]bool{"）": true, ")": true, "」": true, "』": true, "］": true, "]": true, "】": true, "〕": true}
