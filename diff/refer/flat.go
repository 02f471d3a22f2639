package refer

// A unit's words without blanks and with widths folded, with the way back to the printed text, and with what encloses each sign.

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff/internal/token"
)

// flat is the text behind the label.
type flat struct {
	text []rune
	at   []int // place of each rune in the unit's text
	open []int // place in flat of the innermost open bracket, -1 if none
	cite []bool
	gap  []bool // a full-width space stands before the rune: it ends a name, which a half-width one does not
}

func flatten(c *corpus.Clause) flat {
	n := len(c.Text.S) / 3 // most signs take three bytes
	f := flat{text: make([]rune, 0, n), at: make([]int, 0, n), gap: make([]bool, 0, n)}
	i, gap := 0, false
	for _, r := range c.Text.S {
		if i >= c.Body && !token.Blank(r) {
			f.text = append(f.text, foldSign(r))
			f.at = append(f.at, i)
			f.gap = append(f.gap, gap)
			gap = false
		} else if r == '　' {
			gap = true
		}
		i++
	}
	f.enclose()
	return f
}

// foldSign folds widths; signs such as ⑴ are left to the label rules.
func foldSign(r rune) rune { return token.Loose(r) }

// enclose notes for every rune the bracket that is open there, and whether it stands in a quotation.
func (f *flat) enclose() {
	var brackets []int
	quotes := 0
	f.open, f.cite = make([]int, 0, len(f.text)), make([]bool, 0, len(f.text))
	for i, r := range f.text {
		switch r {
		case ')':
			if n := len(brackets); n > 0 {
				brackets = brackets[:n-1]
			}
		case '」', '』':
			quotes = max(0, quotes-1)
		}
		inner := -1
		if n := len(brackets); n > 0 {
			inner = brackets[n-1]
		}
		f.open = append(f.open, inner)
		f.cite = append(f.cite, quotes > 0)
		switch r {
		case '(':
			brackets = append(brackets, i)
		case '「', '『':
			quotes++
		}
	}
}

// opening is the bracket that the one at close closes, -1 if none.
func (f *flat) opening(close int) int {
	depth := 0
	for i := close; i >= 0; i-- {
		switch f.text[i] {
		case ')':
			depth++
		case '(':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// closing is the bracket that closes the one at open, -1 if none.
func (f *flat) closing(open int) int {
	depth := 0
	for i := open; i < len(f.text); i++ {
		switch f.text[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

func (f *flat) has(at int, word string) bool {
	for _, r := range word {
		if at < 0 || at >= len(f.text) || f.text[at] != r {
			return false
		}
		at++
	}
	return true
}

// endsWith reports whether word stands directly before at.
func (f *flat) endsWith(at int, word string) bool {
	n := len([]rune(word))
	return at-n >= 0 && f.has(at-n, word)
}

func (f *flat) rune(i int) rune {
	if i < 0 || i >= len(f.text) {
		return 0
	}
	return f.text[i]
}

func (f *flat) slice(from, to int) string {
	from, to = max(from, 0), min(to, len(f.text))
	if from >= to {
		return ""
	}
	return string(f.text[from:to])
}

// span leads from the flat text back to the unit's.
func (f *flat) span(from, to int) corpus.Span {
	return corpus.Span{Start: f.at[from], End: f.at[to-1] + 1}
}

// noun reports whether r can end a name: 不正競争防止法, 契約約款, ガイドライン, 2024版.
func noun(r rune) bool {
	switch token.Script(r) {
	case token.Kanji, token.Katakana, token.Latin, token.Digits:
		return true
	}
	return r == 'ー' || r == '々'
}

// nounBefore is the compound noun that ends at end.
func (f *flat) nounBefore(end int) (start int) {
	start = end
	for start > 0 && noun(f.text[start-1]) && !f.gap[start] {
		start--
	}
	// 又 of 又は never ends a name; 及 and 並 are followed by kana and end no noun run before a reference.
	if start < end && strings.ContainsRune("又及並若", f.text[end-1]) {
		return end
	}
	return start
}
