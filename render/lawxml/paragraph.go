package lawxml

// 項, 号 and what is under them.

import (
	"strconv"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

// paragraphs makes a Paragraph of every clause; among 項 what is none goes on in the 項 before.
func paragraphs(list []*corpus.Clause) nodes {
	var out nodes
	var caption *corpus.Clause
	inParagraphs := false
	list = oneByOne(list)
	for _, c := range list {
		inParagraphs = inParagraphs || isParagraph(c)
	}
	for n, c := range list {
		if c.Kind == corpus.KindHeading && c.Label == "" && n+1 < len(list) && isParagraph(list[n+1]) && len(c.Children) == 0 && caption == nil {
			caption = c
			continue
		}
		if inParagraphs && len(out) > 0 && !isParagraph(c) {
			last := &out[len(out)-1]
			last.Kids = append(last.Kids, items([]*corpus.Clause{c}, 0, n)...)
			continue
		}
		number := strconv.Itoa(len(out) + 1)
		if len(c.Path) > 0 {
			if s := c.Path[len(c.Path)-1]; s.Kind == ref.Paragraph && len(s.Nums()) > 0 && s.Nums()[0] > 0 {
				number = strconv.Itoa(s.Nums()[0])
			}
		}
		var kids nodes
		if caption != nil {
			kids = append(kids, el("ParagraphCaption", nil, marked(caption.Text)...))
			caption = nil
		}
		kids = append(kids, el("ParagraphNum", nil, marked(labelOf(c))...))
		if c.Kind == corpus.KindTable {
			kids = append(kids, el("ParagraphSentence", nil, el("Sentence", nil)), el("TableStruct", nil, rows(c)))
		} else {
			kids = append(kids, el("ParagraphSentence", nil, sentences(wordsOf(c))...))
		}
		kids = append(kids, items(c.Children, 0, 0)...)
		out = append(out, el("Paragraph", []string{"Num", number}, kids...))
	}
	return out
}

// items makes Item (depth 0) or Subitem1 to 10; what is deeper stands at the last depth, in order. from counts those before.
func items(list []*corpus.Clause, depth, from int) nodes {
	name := "Item"
	if depth > 0 {
		name = subitem(depth)
	}
	var out nodes
	for n, c := range list {
		number := strconv.Itoa(from + n + 1)
		if len(c.Path) > 0 && c.Path[len(c.Path)-1].Kind == ref.Item {
			number = num(c.Path[len(c.Path)-1], n+1)
		}
		attrs := []string{"Num", number}
		if c.Void {
			attrs = append(attrs, "Delete", "true")
		}
		var kids nodes
		if c.Label != "" {
			kids = append(kids, el(name+"Title", nil, marked(labelOf(c))...))
		}
		if c.Kind == corpus.KindTable {
			kids = append(kids, el(name+"Sentence", nil, rows(c)))
		} else {
			kids = append(kids, el(name+"Sentence", nil, sentences(wordsOf(c))...))
		}
		if depth < deepest {
			kids = append(kids, items(c.Children, depth+1, 0)...)
			out = append(out, el(name, attrs, kids...))
			continue
		}
		out = append(out, el(name, attrs, kids...))
		out = append(out, items(c.Children, depth, n+1)...)
	}
	return out
}

// rows makes a table of a clause's lines; cells are apart by a full-width blank.
func rows(c *corpus.Clause) corpus.XMLNode {
	var out nodes
	for line := range strings.SplitSeq(c.Text.S, "\n") {
		var cells nodes
		for cell := range strings.SplitSeq(line, "　") {
			cells = append(cells, el("TableColumn", nil, el("Sentence", nil, textOf(cell)...)))
		}
		out = append(out, el("TableRow", nil, cells...))
	}
	return el("Table", nil, out...)
}
