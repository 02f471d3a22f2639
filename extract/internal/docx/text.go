package docx

import (
	"strings"

	"shinkyu/extract/internal/ooxml"
)

// node is an element of a part.
type node = ooxml.Node

// textOf is all text inside n, deleted text too; lines are parted by a blank.
func textOf(n *node) string {
	var b strings.Builder
	var walk func(*node)
	walk = func(n *node) {
		switch {
		case n == nil:
			return
		case n.Text != "":
			b.WriteString(n.Text)
		case n.Name == "mc:AlternateContent":
			walk(n.Branch())
			return
		case n.Name == "w:tab" || n.Name == "w:br" || n.Name == "w:cr":
			b.WriteByte(' ')
		case n.Name == "w:noBreakHyphen":
			b.WriteByte('-')
		case n.Name == "w:pPr" || n.Name == "w:rPr" || n.Name == "w:rt":
			return
		case n.Name == "w:p" && b.Len() > 0:
			b.WriteByte(' ')
		}
		for _, k := range n.Kids {
			walk(k)
		}
	}
	walk(n)
	return b.String()
}

func trim(s string) string { return strings.TrimSpace(s) }
