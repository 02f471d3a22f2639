package lawxml

// What is left of the file when the words of the clauses are taken out.

import (
	"slices"

	"shinkyu/corpus"
)

// dig notes in the text nodes which characters went into which clause.
func (r *reader) dig() {
	for c, from := range r.from {
		for _, p := range from {
			p.node.holes = append(p.node.holes, hole{first: p.first, n: p.n, clause: c, at: p.at})
		}
	}
}

func skeleton(root *node, doc *corpus.Document) *corpus.Skeleton {
	units, _ := doc.Units()
	index := map[*corpus.Clause]int{}
	for i, c := range units {
		index[c] = i
	}
	return &corpus.Skeleton{Nodes: bones(root.kids, index)}
}

func bones(nodes []*node, index map[*corpus.Clause]int) []corpus.XMLNode {
	var out []corpus.XMLNode
	for _, n := range nodes {
		if n.kind == corpus.XMLLiteral {
			out = append(out, n.pieces(index)...)
			continue
		}
		out = append(out, corpus.XMLNode{Kind: n.kind, Name: n.raw, Attrs: n.attrs, Text: n.text, Kids: bones(n.kids, index)})
	}
	return out
}

// pieces parts a text node at its holes. Characters that two clauses claim stay with the first.
func (n *node) pieces(index map[*corpus.Clause]int) []corpus.XMLNode {
	var out []corpus.XMLNode
	slices.SortFunc(n.holes, func(a, b hole) int {
		if a.first != b.first {
			return a.first - b.first
		}
		return index[a.clause] - index[b.clause]
	})
	text, at := []rune(n.text), 0
	literal := func(end int) {
		if at < end {
			out = append(out, corpus.XMLNode{Kind: corpus.XMLLiteral, Text: string(text[at:end])})
		}
	}
	for _, h := range n.holes {
		unit, stands := index[h.clause]
		if !stands || h.first < at {
			continue
		}
		literal(h.first)
		out = append(out, corpus.XMLNode{Kind: corpus.XMLHole, Unit: unit, Span: corpus.Span{Start: h.at, End: h.at + h.n}})
		at = h.first + h.n
	}
	literal(len(text))
	return out
}
