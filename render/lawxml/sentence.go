package lawxml

// Words with their side lines, sentence by sentence.

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/render/internal/xmlwrite"
)

// labelOf is the label with its marks; a dotted label that the text prints otherwise is written as printed.
func labelOf(c *corpus.Clause) corpus.Text {
	return c.Text.Slice(0, trimmedEnd(c.Text, min(c.Body, c.Text.Len())))
}

// trimmedEnd is end without the white space before it.
func trimmedEnd(t corpus.Text, end int) int {
	r := []rune(t.S)
	for end > 0 && strings.ContainsRune(" 　\t\n", r[end-1]) {
		end--
	}
	return end
}

func wordsOf(c *corpus.Clause) corpus.Text { return c.Text.Slice(c.Body, c.Text.Len()) }

// sentences parts words at 。 outside brackets; a ただし書 is the proviso, what stands before it the main sentence.
func sentences(t corpus.Text) nodes {
	var cuts []int
	depth, r := 0, []rune(t.S)
	for i, c := range r {
		switch c {
		case '（', '「', '(', '『':
			depth++
		case '）', '」', ')', '』':
			depth = max(0, depth-1)
		case '。':
			if depth == 0 && i+1 < len(r) {
				cuts = append(cuts, i+1)
			}
		}
	}
	cuts = append(cuts, len(r))
	proviso := false
	for i := range cuts[:len(cuts)-1] {
		proviso = proviso || isProviso(r[cuts[i]:])
	}
	var out nodes
	start := 0
	for i, end := range cuts {
		var attrs []string
		if proviso {
			function := "main"
			if isProviso(r[start:]) {
				function = "proviso"
			}
			attrs = []string{"Function", function}
		}
		if len(cuts) > 1 {
			attrs = append([]string{"Num", itoa(i + 1)}, attrs...)
		}
		out = append(out, el("Sentence", attrs, marked(t.Slice(start, end))...))
		start = end
	}
	return out
}

func isProviso(r []rune) bool {
	return strings.HasPrefix(strings.TrimLeft(string(r[:min(len(r), 8)]), " 　"), "ただし")
}

// marked writes side lines as Line elements: 傍線 solid, 二重傍線 double. Other marks print nothing here.
func marked(t corpus.Text) nodes {
	var out nodes
	at := 0
	for _, m := range t.Marks {
		style, ok := map[corpus.MarkKind]string{corpus.MarkUnderline: "solid", corpus.MarkDouble: "double"}[m.Kind]
		if !ok || m.Span.Start < at {
			continue
		}
		out = append(out, textOf(t.Slice(at, m.Span.Start).S)...)
		out = append(out, el("Line", []string{"Style", style}, xmlwrite.Text(t.Slice(m.Span.Start, m.Span.End).S)))
		at = m.Span.End
	}
	return append(out, textOf(t.Slice(at, t.Len()).S)...)
}
