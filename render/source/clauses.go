package source

import (
	"strings"

	"shinkyu/corpus"
)

// Clauses writes a rule for a line-by-line comparison such as git's: the address of a clause on a line of its own, its sentences set
// in below it one a line, a blank line behind. So a changed sentence is a changed line, and the address above it tells where it stands.
// Neither file names nor pages are written: only what the rule says makes a difference.
func Clauses(d *corpus.Document) []byte {
	var b strings.Builder
	units, _ := d.Units()
	for _, c := range units {
		b.WriteString(oneLine(c.Path.String()) + "\n")
		for line := range strings.SplitSeq(c.Text.S, "\n") {
			for _, s := range sentences(line) {
				b.WriteString("    " + oneLine(s) + "\n")
			}
		}
		b.WriteString("\n")
	}
	return []byte(b.String())
}

// Comparison writes both columns of a table that way, the new one first.
func Comparison(c *corpus.Comparison) []byte {
	var b strings.Builder
	for _, side := range []corpus.Side{corpus.New, corpus.Old} {
		header := c.Sides[side].Header
		if header == "" {
			header = map[corpus.Side]string{corpus.New: "改正後", corpus.Old: "改正前"}[side]
		}
		b.WriteString("【" + oneLine(header) + "】\n\n")
		b.Write(Clauses(&c.Sides[side]))
	}
	return []byte(b.String())
}

// sentences parts a line behind every 。 that stands outside brackets.
func sentences(line string) []string {
	var out []string
	depth, start := 0, 0
	r := []rune(line)
	for i, c := range r {
		switch c {
		case '（', '「', '(', '『':
			depth++
		case '）', '」', ')', '』':
			depth = max(0, depth-1)
		case '。':
			if depth == 0 {
				out = append(out, string(r[start:i+1]))
				start = i + 1
			}
		}
	}
	if strings.TrimSpace(string(r[start:])) != "" || len(out) == 0 {
		out = append(out, string(r[start:]))
	}
	return out
}

// oneLine keeps a text on its line and away from the terminal's controls.
func oneLine(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r < 0x20 || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, s))
}
