package term

// Japanese text breaks between any two characters but a few: 。、」 and the like may not head a line (行頭禁則),
// 「 and the like may not end one (行末禁則), and a number or a Latin word stays whole where it can. Following JIS X 4051
// in its simplest form, a character that may not head a line takes its neighbour down with it (追い出し); hanging
// punctuation was rejected, since it would run into the column's rule.
//
// Widths are those of the terminal: wide 2, narrow 1, combining 0, ambiguous as the locale has it.

import (
	"strings"
	"unicode"

	"github.com/mattn/go-runewidth"
)

const (
	noHead = "、。，．,.・：；:;？！?!゛゜ヽヾゝゞ々〻ー）〕］｝〉》」』】〗)]}’”〟…‥～〜" +
		"ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
	noTail = "（〔［｛〈《「『【〖([{‘“〝"
)

// cell is one character as shown with the marks that combine with it.
type cell struct {
	s     string
	r     rune // the base character
	width int
	style style
}

// blank reports white space; a space that carries a mark is none.
func (c cell) blank() bool { return unicode.IsSpace(c.r) && len(c.s) == len(string(c.r)) }

// cells cuts text into cells. What could drive the terminal instead of being read is shown as U+FFFD:
// the text comes from a stranger's file.
func (p *printer) cells(text string, s style) []cell {
	var out []cell
	for _, r := range text {
		r = harmless(r)
		w := p.cond.RuneWidth(r)
		if r == '\n' {
			w = 0
		} else if w == 0 && len(out) > 0 && out[len(out)-1].r != '\n' {
			out[len(out)-1].s += string(r)
			continue
		}
		out = append(out, cell{string(r), r, w, s})
	}
	return out
}

func harmless(r rune) rune {
	switch {
	case r == '\n':
		return r
	case r == '\t' || r == '\r' || r == '\u2028' || r == '\u2029':
		return ' '
	case unicode.IsControl(r), r >= '\u202A' && r <= '\u202E', r >= '\u2066' && r <= '\u2069':
		return unicode.ReplacementChar
	}
	return r
}

func (p *printer) width(s string) int { return p.cond.StringWidth(s) }

// signs is what the signs of a style cost on each line it stands on.
func (p *printer) signs(s style) int {
	if p.color() {
		return 0
	}
	open, shut := s.sign()
	return len(open) + len(shut)
}

// wrap breaks cells into lines of at most first columns, then rest columns. Nothing is cut off: a cell wider than
// the line stands on a line of its own. White space at a break is dropped.
func (p *printer) wrap(cells []cell, first, rest int) [][]cell {
	var out [][]cell
	limit := first
	for len(cells) > 0 {
		n, hard := p.fit(cells, limit)
		if !hard && n < len(cells) {
			n = breakAt(cells, n)
		}
		line := cells[:n]
		cells = cells[n:]
		if hard {
			cells = cells[1:]
		} else {
			for len(cells) > 0 && cells[0].blank() && cells[0].r != '\n' {
				cells = cells[1:]
			}
		}
		out = append(out, trimRight(line))
		limit = rest
	}
	if len(out) == 0 {
		out = append(out, nil)
	}
	return out
}

func trimRight(line []cell) []cell {
	for len(line) > 0 && line[len(line)-1].blank() {
		line = line[:len(line)-1]
	}
	return line
}

// fit counts the cells that fit on a line, at least one; hard reports that a line feed ends it.
func (p *printer) fit(cells []cell, limit int) (n int, hard bool) {
	used := 0
	for i, c := range cells {
		if c.r == '\n' {
			return i, true
		}
		used += c.width
		if i == 0 || cells[i-1].style != c.style {
			used += p.signs(c.style)
		}
		if used > limit && i > 0 {
			return i, false
		}
	}
	return len(cells), false
}

// breakAt moves a break to the left until it is allowed; where it never is, the line is broken as it stands.
func breakAt(cells []cell, n int) int {
	for b := n; b > 0; b-- {
		if mayBreak(cells[b-1].r, cells[b].r) {
			return b
		}
	}
	return n
}

func mayBreak(before, after rune) bool {
	switch {
	case strings.ContainsRune(noHead, after), strings.ContainsRune(noTail, before):
		return false
	case word(before) && (word(after) || after == '-' || after == '－'): // COVID-19 and ＭＰＯ－ＡＮＣＡ break behind their hyphen, never before it
		return false
	}
	return true
}

// word reports letters and digits that stay together: ASCII, other alphabets, full-width digits and Latin letters.
func word(r rune) bool {
	return runewidth.RuneWidth(r) == 1 && (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.In(r, unicode.Katakana) ||
		r >= '０' && r <= '９' || r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ'
}

// draw paints a line of cells, each run of one style at once.
func (p *printer) draw(line []cell) string {
	var b, run strings.Builder
	for i, c := range line {
		run.WriteString(c.s)
		if i+1 == len(line) || line[i+1].style != c.style {
			b.WriteString(p.paint(run.String(), c.style))
			run.Reset()
		}
	}
	return b.String()
}

// columns is the width of a line as drawn.
func (p *printer) columns(line []cell) int {
	n := 0
	for i, c := range line {
		n += c.width
		if i == 0 || line[i-1].style != c.style {
			n += p.signs(c.style)
		}
	}
	return n
}
