// Package source writes rules as people keep them: Markdown and plain text, one clause a paragraph, in the way that reading them again gives
// the same clauses. Plain text is laid out as e-Gov prints laws: captions and articles from the margin, items set in.
//
// Marks of the print (傍線) are not written: a rule's text does not have them.
package source

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/corpus/ref"
)

// Text writes a rule as plain text.
func Text(d *corpus.Document) []byte {
	var b strings.Builder
	each(d, func(c *corpus.Clause, depth int) {
		if c.Kind == corpus.KindHeading && b.Len() > 0 && (c.Label != "" || depth == 0) {
			b.WriteString("\n")
		}
		for line := range strings.SplitSeq(c.Text.S, "\n") {
			b.WriteString(strings.Repeat("　", depth) + strings.TrimSpace(line) + "\n")
		}
	})
	return []byte(b.String())
}

// Markdown writes a rule as Markdown. The title and 編 to 目 are headings, everything else a paragraph of its own; what Markdown would
// take for markup is escaped.
func Markdown(d *corpus.Document) []byte {
	var b strings.Builder
	each(d, func(c *corpus.Clause, depth int) {
		if b.Len() > 0 {
			b.WriteString("\n")
		}
		if n := level(c); n > 0 {
			b.WriteString(strings.Repeat("#", n) + " ")
		}
		lines := strings.Split(c.Text.S, "\n")
		for i, line := range lines {
			b.WriteString(escape(strings.TrimSpace(line)))
			if i+1 < len(lines) {
				b.WriteString("  ") // a hard break
			}
			b.WriteString("\n")
		}
	})
	return []byte(b.String())
}

// each visits the clauses in reading order with how deep their text is set in.
func each(d *corpus.Document, f func(c *corpus.Clause, depth int)) {
	var walk func(list []*corpus.Clause, depth int)
	walk = func(list []*corpus.Clause, depth int) {
		for _, c := range list {
			f(c, depth)
			under := depth
			if inside(c) {
				under++
			}
			for _, k := range c.Children {
				if k.Kind == corpus.KindParagraph || isCaption(k) {
					walk([]*corpus.Clause{k}, depth)
				} else {
					walk([]*corpus.Clause{k}, under)
				}
			}
		}
	}
	if len(d.Clauses) > 0 && d.Title != "" && !hasTitle(d) {
		f(&corpus.Clause{Kind: corpus.KindHeading, Path: ref.Path{{Kind: ref.Part, Text: "題名"}}, Text: corpus.Text{S: d.Title}}, 0)
	}
	walk(d.Clauses, 0)
}

func hasTitle(d *corpus.Document) bool {
	p := d.Clauses[0].Path
	return len(p) > 0 && p[0].Text == "題名"
}

func isCaption(c *corpus.Clause) bool {
	return len(c.Path) > 0 && c.Path[len(c.Path)-1].Kind == ref.Caption
}

// inside reports whether what is under c is set in: it is under articles, 項, items and labels, not under 章 and 附則.
func inside(c *corpus.Clause) bool {
	if len(c.Path) == 0 {
		return false
	}
	switch c.Path[len(c.Path)-1].Kind {
	case ref.Part, ref.Division, ref.Caption:
		return false
	}
	return true
}

// level is the heading level of a clause in Markdown, 0 for a paragraph.
func level(c *corpus.Clause) int {
	if c.Kind != corpus.KindHeading || len(c.Path) == 0 {
		return 0
	}
	switch s := c.Path[len(c.Path)-1]; {
	case s.Kind == ref.Part && s.Text == "題名":
		return 1
	case s.Kind == ref.Part:
		return 2
	case s.Kind == ref.Division:
		n := 2
		for _, above := range c.Path[:len(c.Path)-1] {
			if above.Kind == ref.Division {
				n++
			}
		}
		return min(n, 6)
	}
	return 0
}

var (
	marks = lazy.MustCompile("[\\\\`*_\\[\\]<>&|~]")
	heads = lazy.MustCompile(`^(?:[-+#=:]|[0-9]+([.)]))`)
)

// escape keeps Markdown from reading markup into the words of a rule.
func escape(line string) string {
	out := marks.ReplaceAllString(line, `\$0`)
	if m := heads.FindStringSubmatchIndex(out); m != nil {
		at := 0
		if m[2] >= 0 {
			at = m[2]
		}
		out = out[:at] + `\` + out[at:]
	}
	return out
}
