package edit

// Whole words: the lexer cuts where the script changes, so 情報セキュリティ is two tokens and ポリシー in 府省庁ポリシー stands alone. A drafter
// changes the compound, so a hunk that ends inside one takes the rest of it, if the rest is short.
// Numbers with their unit, dates and references are tokens of their own and need no help.

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff/internal/token"
)

// rest is how many code points of a compound a hunk may swallow at either end.
const rest = 8

func noun(t token.Token) bool {
	switch t.Kind {
	case token.Kanji, token.Katakana, token.Latin, token.Digits:
		return true
	}
	return false
}

// compounds widens hunks that cut a compound word.
func compounds(hunks []Hunk, old, new []token.Token) []Hunk {
	for i := range hunks {
		h := &hunks[i]
		lo, hi := 0, len(old)
		if i > 0 {
			lo = hunks[i-1].Old.End
		}
		if i+1 < len(hunks) {
			hi = hunks[i+1].Old.Start
		}
		n, swallowed := 0, 0
		for h.Old.Start-n > lo && noun(old[h.Old.Start-n-1]) && !parted(old, h.Old.Start-n) && !parted(new, h.New.Start-n) && (begins(old, h.Old, n) || begins(new, h.New, n)) {
			swallowed += len([]rune(old[h.Old.Start-n-1].Key))
			n++
		}
		if swallowed <= rest {
			h.Old.Start, h.New.Start = h.Old.Start-n, h.New.Start-n
		}
		n, swallowed = 0, 0
		for h.Old.End+n < hi && noun(old[h.Old.End+n]) && !parted(old, h.Old.End+n) && !parted(new, h.New.End+n) && (ends(old, h.Old, n) || ends(new, h.New, n)) {
			swallowed += len([]rune(old[h.Old.End+n].Key))
			n++
		}
		if swallowed <= rest {
			h.Old.End, h.New.End = h.Old.End+n, h.New.End+n
		}
	}
	var out []Hunk
	for _, h := range hunks {
		out = join(out, h)
	}
	return out
}

// particles stand behind a word and are none of its letters.
const particles = "はがをのにとへもやで"

// inflection is how many letters of an ending a hunk may take to make a word whole.
const inflection = 4

// okurigana widens hunks that cut a word at the letters which inflect it: 全て for すべて, とる for 採る, 講ずる for 講じる. The letters are those that follow
// where one side writes kanji and the other kana; a particle ends the word.
func okurigana(hunks []Hunk, old, new []token.Token) []Hunk {
	letter := func(t token.Token) bool { return t.Kind == token.Kana && !strings.Contains(particles, t.Key) }
	for i := range hunks {
		h := &hunks[i]
		if h.Old.Len() == 0 || h.New.Len() == 0 {
			continue
		}
		a, b := old[h.Old.End-1], new[h.New.End-1]
		stem := h.Old.Len() == 1 && h.New.Len() == 1 && letter(a) && letter(b) && h.Old.Start > 0 && old[h.Old.Start-1].Kind == token.Kanji &&
			(i == 0 || hunks[i-1].Old.End < h.Old.Start)
		if !stem && !(a.Kind == token.Kana && b.Kind == token.Kanji || a.Kind == token.Kanji && b.Kind == token.Kana) {
			continue
		}
		hi := len(old)
		if i+1 < len(hunks) {
			hi = hunks[i+1].Old.Start
		}
		n := 0
		for n < inflection && h.Old.End+n < hi && letter(old[h.Old.End+n]) && !parted(old, h.Old.End+n) && !parted(new, h.New.End+n) {
			n++
		}
		if stem && n == 0 {
			continue // 甲た, 甲る: the last letter alone changed
		}
		h.Old.End, h.New.End = h.Old.End+n, h.New.End+n
		if stem {
			h.Old.Start, h.New.Start = h.Old.Start-1, h.New.Start-1
		}
	}
	var out []Hunk
	for _, h := range hunks {
		out = join(out, h)
	}
	return out
}

// parted reports whether a blank parts a word from the one before.
func parted(side []token.Token, i int) bool { return i < len(side) && side[i].Apart }

// begins reports whether the hunk begins with a noun, or has already swallowed one there.
func begins(side []token.Token, s corpus.Span, swallowed int) bool {
	return swallowed > 0 || s.Len() > 0 && noun(side[s.Start])
}

func ends(side []token.Token, s corpus.Span, swallowed int) bool {
	return swallowed > 0 || s.Len() > 0 && noun(side[s.End-1])
}

// vain drops hunks whose two sides are the same text cut into words differently, as happens where one side prints a space.
func vain(hunks []Hunk, old, new []token.Token) []Hunk {
	var out []Hunk
	for _, h := range hunks {
		if text(old, h.Old) != text(new, h.New) {
			out = append(out, h)
		}
	}
	return out
}

func text(toks []token.Token, s corpus.Span) string {
	var b strings.Builder
	for _, t := range toks[s.Start:s.End] {
		b.WriteString(t.Key)
	}
	return b.String()
}
