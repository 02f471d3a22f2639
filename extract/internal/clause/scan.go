package clause

// Labels are printed with white space in and around them (附　則, 第 １ 条). A scan is a line without its white space
// that remembers where it stood, so that recognisers compare characters and still know whether a gap follows a label.

import (
	"unicode/utf8"

	"shinkyu/corpus"
)

type scan struct {
	s     string  // white space removed
	r     []rune  // the same as code points
	at    []int32 // code point in the text where r[i] stands; at[len(r)] is the text's end
	gap   []bool  // white space stands before r[i]; gap[len(r)] is true
	valid bool    // the text is UTF-8
}

func newScan(s string) scan {
	size := utf8.RuneCountInString(s)
	sc := scan{s: s, r: make([]rune, 0, size), at: make([]int32, 1, size+1), gap: make([]bool, 1, size+1), valid: utf8.ValidString(s)}
	sc.add(s)
	if len(sc.r) < size || !sc.valid {
		sc.s = string(sc.r)
	}
	return sc
}

// add takes in what stands behind the text so far, which does not end in white space; s is left alone.
func (sc *scan) add(text string) {
	n, space := sc.at[len(sc.r)], false
	at, gap := sc.at[:len(sc.r)], sc.gap[:len(sc.r)]
	for _, r := range text {
		if isSpace(r) {
			space = true
		} else {
			sc.r, at, gap = append(sc.r, r), append(at, n), append(gap, space)
			space = false
		}
		n++
	}
	sc.at, sc.gap = append(at, n), append(gap, true)
}

// extended is the scan of whole, which is the text of sc and more behind it. sc is not to be used any longer.
func (sc scan) extended(whole, more string) scan {
	if !sc.valid || !utf8.ValidString(more) {
		return newScan(whole)
	}
	before, tight := len(sc.r), len(sc.r) == int(sc.at[len(sc.r)])
	sc.add(more)
	if tight && len(sc.r) == int(sc.at[len(sc.r)]) {
		sc.s = whole
	} else {
		sc.s += string(sc.r[before:])
	}
	return sc
}

// offset is the code point in the text where r[i] stands.
func (sc scan) offset(i int) int { return int(sc.at[i]) }

func isSpace(r rune) bool { return !corpus.Shows(r) }

// peek is r[i], 0 behind the end.
func (sc scan) peek(i int) rune {
	if i < 0 || i >= len(sc.r) {
		return 0
	}
	return sc.r[i]
}

// beforeStops is the end of the text without the full stops that close it, but not less than i.
func (sc scan) beforeStops(i int) int {
	end := max(len(sc.r), i)
	for end > i && sc.r[end-1] == '。' {
		end--
	}
	return end
}

// has reports whether word stands at i.
func (sc scan) has(i int, word string) bool {
	for _, w := range word {
		if sc.peek(i) != w {
			return false
		}
		i++
	}
	return true
}

// from is the text from i on, white space removed.
func (sc scan) from(i int) string {
	at := 0
	for _, r := range sc.r[:min(i, len(sc.r))] {
		at += utf8.RuneLen(r)
	}
	return sc.s[at:]
}

// fold makes a full-width letter, digit or sign of ASCII half-width.
func fold(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - 0xFEE0
	}
	return r
}
