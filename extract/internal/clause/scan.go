package clause

// Labels are printed with white space in and around them (附　則, 第 １ 条). A scan is a line without its white space
// that remembers where it stood, so that recognisers compare characters and still know whether a gap follows a label.

import "unicode"

type scan struct {
	r   []rune // white space removed
	at  []int  // code point in the text where r[i] stands; at[len(r)] is the text's end
	gap []bool // white space stands before r[i]; gap[len(r)] is true
}

func newScan(s string) scan {
	var sc scan
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
	return sc
}

func isSpace(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }

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
func (sc scan) from(i int) string { return string(sc.r[min(i, len(sc.r)):]) }

// fold makes a full-width letter, digit or sign of ASCII half-width.
func fold(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - 0xFEE0
	}
	return r
}
