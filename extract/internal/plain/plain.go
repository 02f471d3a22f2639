// Package plain reads a whole rule from plain text into lines.
//
// Two kinds of file come: one line a paragraph (e-Gov's and most editors' text), and text wrapped at a fixed width (mail,
// old 例規 systems). In the first every line end is the author's; in the second only a line that leaves room is. The kind
// is measured, not declared: a file is wrapped when many of its lines end within a character of one right edge.
// Deciding line by line whether a sentence goes on was rejected: 号 end without a full stop, and then nothing tells.
package plain

import (
	"strings"
	"unicode"

	"shinkyu/corpus"
	"shinkyu/extract/internal/clause"
	"shinkyu/extract/internal/grid"
)

// Read returns the lines of text, already decoded, blank lines left out.
func Read(text string) []clause.Line {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n", "\uFEFF", "").Replace(text)
	var out []clause.Line
	fresh := true // a blank line stands before
	for i, raw := range strings.Split(text, "\n") {
		body := strings.TrimFunc(raw, unicode.IsSpace)
		if body == "" {
			fresh = true
			continue
		}
		out = append(out, clause.Line{
			Line:   &grid.Line{Text: corpus.Text{S: body}, Start: fresh, Indent: width(raw[:strings.Index(raw, body)]), Room: -1},
			Origin: corpus.Origin{Row: -1, Line: i + 1},
		})
		fresh = false
	}
	if edge, wrapped := rightEdge(out); wrapped {
		for i := range out {
			out[i].Room = max(0, edge-out[i].Indent-width(out[i].Text.S))
		}
	} else {
		for i := range out {
			out[i].Start = true
		}
	}
	return out
}

// width is the printed width in ems: wide characters 1, others 0.5.
func width(s string) float64 {
	w := 0.0
	for _, r := range s {
		switch {
		case r == '\t':
			w += 2
		case r < 0x1100 || r >= 0xFF61 && r <= 0xFFDC:
			w += 0.5
		default:
			w++
		}
	}
	return w
}

const (
	widestWrap  = 60.0 // ems: no wrapped text is wider
	leastBroken = 3    // full lines in the middle of a sentence that prove wrapping
)

// rightEdge finds the width at which the lines are wrapped. 禁則 lets a line fall short of it by a character or two.
func rightEdge(lines []clause.Line) (float64, bool) {
	edge := 0.0
	for _, l := range lines {
		edge = max(edge, l.Indent+width(l.Text.S))
	}
	broken := 0
	for _, l := range lines {
		if l.Indent+width(l.Text.S) >= edge-2 && !strings.HasSuffix(strings.TrimRight(l.Text.S, "」）)"), "。") {
			broken++
		}
	}
	return edge, edge <= widestWrap && broken >= leastBroken && broken*8 >= len(lines)
}
