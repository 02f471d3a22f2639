package grid

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// White space is rebuilt from gaps, never taken from painted space characters: some producers paint them, some move instead,
// and the same printed line would read differently. That a space was painted only lowers the threshold.
//
// In Japanese text a gap of an em is an ideographic space; justification spreads smaller gaps evenly over a line, so the
// line's usual gap counts as none. Between Latin words a third of an em is a word space.

const (
	wordGap   = 0.30 // ems between Latin letters or digits
	wordHint  = 0.12 // the same where a space was painted
	mixedHint = 0.45 // between Japanese and Latin where a space was painted: below it is the usual 四分アキ
	wideGap   = 0.75 // ems from which a gap in Japanese text is an ideographic space
	mostWide  = 12   // longest run of ideographic spaces
)

// gapText is the white space that stands for the gap between two inks of a line. loose is the line's usual gap in ems.
func gapText(a, b *Ink, loose float64) string {
	size := max(a.Size, b.Size)
	gap := (b.Box.X0-a.Box.X1)/size - loose
	latin := narrow(lastRune(a.Text)) && narrow(firstRune(b.Text))
	hint := b.Spaced
	switch {
	case gap >= wideGap && !(latin && gap < 1.2):
		return strings.Repeat("　", min(max(int(gap+0.4), 1), mostWide))
	case latin && (gap >= wordGap || (hint && gap >= wordHint)):
		return " "
	case hint && gap >= mixedHint:
		return " "
	}
	return ""
}

// looseness is the gap that justification or letter-spacing puts between all letters of a line, in ems.
func looseness(s *Strip) float64 {
	const steps = 50
	var hist [steps]int
	n := 0
	for i := 1; i < len(s.Inks); i++ {
		a, b := s.Inks[i-1], s.Inks[i]
		if narrow(lastRune(a.Text)) || narrow(firstRune(b.Text)) {
			continue
		}
		gap := (b.Box.X0 - a.Box.X1) / max(a.Size, b.Size)
		hist[min(max(int(gap*50), 0), steps-1)]++
		n++
	}
	if n < 4 {
		return 0
	}
	for i, sum := 0, 0; i < steps; i++ {
		if sum += hist[i]; 2*sum >= n {
			if i == steps-1 {
				return 0
			}
			return float64(i) / 50
		}
	}
	return 0
}

// narrow reports whether r is a letter or digit of a script that separates words by spaces.
func narrow(r rune) bool {
	return r < 0x2000 && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsPunct(r) || unicode.IsSymbol(r))
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
