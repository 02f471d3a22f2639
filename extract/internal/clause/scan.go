package clause

// Labels are printed with white space in and around them (附　則, 第 １ 条). A scan is a line without its white space
// that remembers where it stood, so that recognisers compare characters and still know whether a gap follows a label.

import (
	"unicode"
	"unicode/utf8"
)

type scan struct {
	s   string // white space removed
	r   []rune // the same as code points
	at  []int  // code point in the text where r[i] stands; at[len(r)] is the text's end
	gap []bool // white space stands before r[i]; gap[len(r)] is true
}

func newScan(s string) scan {
	size := utf8.RuneCountInString(s)
	sc := scan{s: s, r: make([]rune, 0, size), at: make([]int, 0, size+1), gap: make([]bool, 0, size+1)}
	space, n := false, 0
	for _, r := range s {
		if isSpace(r) {
			space = true
		} else {
			sc.r, sc.at, sc.gap = append(sc.r, r), append(sc.at, n), append(sc.gap, space)
			space = false
		}
		n++
	}
	sc.at, sc.gap = append(sc.at, n), append(sc.gap, true)
	if len(sc.r) < size || !utf8.ValidString(s) {
		sc.s = string(sc.r)
	}
	return sc
}

func isSpace(r rune) bool {
	if r > ' ' && r < 0x80 || r > 0x3000 && r < 0xfe00 {
		return false
	}
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff'
}

// peek is r[i], 0 behind the end.
func (sc scan) peek(i int) rune {
	if i < 0 || i >= len(sc.r) {
		return 0
	}
	return sc.r[i]
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
