package xlsx

// The text of a cell as it is shown, with the looks of its letters.

import (
	"strconv"
	"strings"

	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/inline"
)

// lines reads a cell's text.
func (r *reader) lines(c *node) []grid.Line {
	at, _ := strconv.Atoi(c.Attr("s"))
	x := r.styles.of(at)
	w := &writer{b: inline.Builder{Spaces: true}}
	w.b.Paragraph()
	value := c.Child("x:v")
	switch c.Attr("t") {
	case "s":
		if i, err := strconv.Atoi(strings.TrimSpace(textOf(value))); err == nil && i >= 0 && i < len(r.shared) {
			w.rich(r.shared[i], x.marks, r.styles)
		}
	case "inlineStr":
		w.rich(c.Child("x:is"), x.marks, r.styles)
	case "b":
		w.text(map[bool]string{true: "TRUE", false: "FALSE"}[on(textOf(value))], x.marks)
	case "str", "e":
		w.text(unescape(textOf(value)), x.marks)
	case "d":
		w.text(textOf(value), x.marks)
	default:
		if s := strings.TrimSpace(textOf(value)); s != "" {
			w.text(shown(s, x.format, r.styles.since1904), x.marks)
		}
	}
	return w.b.Lines()
}

func textOf(n *node) string {
	if n == nil {
		return ""
	}
	return n.Text
}

// writer collects the lines of a cell.
type writer struct {
	b      inline.Builder
	last   rune // the last character written, to judge a line break
	breaks int
}

// rich writes a string: plain, or runs with fonts of their own. The readings of kanji (rPh) are not shown.
func (w *writer) rich(si *node, cell inline.Marks, styles *styles) {
	if si == nil {
		return
	}
	for _, k := range si.Kids {
		switch k.Name {
		case "x:t":
			w.text(unescape(k.Text), cell)
		case "x:r":
			marks := cell
			if f := k.Child("x:rPr"); f != nil { // a run's font stands instead of the cell's
				marks = styles.marksOf(f) | cell&inline.Shade
			}
			w.text(unescape(textOf(k.Child("x:t"))), marks)
		}
	}
}

// text writes letters; a line end behind a full stop or an empty line begins a paragraph.
func (w *writer) text(s string, marks inline.Marks) {
	for i, part := range strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		if i > 0 {
			w.breaks++
			if w.breaks > 1 || w.last == '。' {
				w.b.Paragraph()
			} else {
				w.b.Break()
			}
		}
		if t := []rune(strings.TrimRight(part, " \t\r　\u00A0")); len(t) > 0 {
			w.last, w.breaks = t[len(t)-1], 0
		}
		w.b.Text(part, marks)
	}
}

// unescape resolves _x000D_ and the like, by which strings hold characters that XML cannot (ISO/IEC 29500-1, 22.9.2.19).
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		if i+7 <= len(s) && s[i] == '_' && s[i+1] == 'x' && s[i+6] == '_' {
			if v, err := strconv.ParseUint(s[i+2:i+6], 16, 16); err == nil {
				if v >= 0x20 || v == '\n' || v == '\t' {
					b.WriteRune(rune(v))
				}
				i += 7
				continue
			}
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}
