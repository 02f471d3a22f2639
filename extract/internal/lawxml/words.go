package lawxml

// Words: the running text of an element with its side lines, and where each of its characters stands in the file. Ruby gives
// its base only; readings are listed as unplaced.

import (
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
)

// words are characters on their way into a clause.
type words struct {
	corpus.Text
	from []piece // where they were taken from; characters of our own (a blank between columns) have none
}

// piece: code points [at, at+n) of the words are code points [first, first+n) of a text node.
type piece struct {
	at, n int
	node  *node
	first int
}

// hole: code points [first, first+n) of a text node are those from at on of a clause's text.
type hole struct {
	first, n int
	clause   *corpus.Clause
	at       int
}

func ownWords(s string) words { return words{Text: corpus.Text{S: s}} }

func (w words) add(v words) words {
	n := w.Len()
	out := words{Text: w.Text.Append(v.Text), from: w.from[:len(w.from):len(w.from)]}
	for _, p := range v.from {
		p.at += n
		out.from = append(out.from, p)
	}
	return out
}

func (w words) cut(start, end int) words {
	out := words{Text: w.Text.Slice(start, end)}
	for _, p := range w.from {
		a, b := max(p.at, start), min(p.at+p.n, end)
		if a < b {
			out.from = append(out.from, piece{at: a - start, n: b - a, node: p.node, first: p.first + a - p.at})
		}
	}
	return out
}

// running elements continue the text before them; all others stand apart from it by one full-width blank, as the
// columns of an item do in print.
var running = map[string]bool{
	"": true, "Sentence": true, "Ruby": true, "Line": true, "Sup": true, "Sub": true, "QuoteStruct": true, "ArithFormula": true,
	"ParagraphSentence": true, "ItemSentence": true, "ListSentence": true, "ClassSentence": true,
}

// words returns the text of n and everything in it; blanks alone are no text.
func (r *reader) words(n *node) words {
	if t := r.run(n); strings.TrimSpace(t.S) != "" {
		return t
	}
	return words{}
}

func (r *reader) run(n *node) words {
	switch {
	case n.kind == corpus.XMLLiteral:
		return clean(n)
	case n.kind != corpus.XMLElement:
		return words{}
	case n.name == "Rt":
		r.unplace(cleanText(inner(n)), "ruby")
		return words{}
	case n.name == "Fig":
		r.unplace(n.attr("src"), "figure")
	}
	var t words
	for _, k := range n.kids {
		w := r.run(k)
		switch {
		case w.S == "":
		case t.S == "":
			t = w
		case running[k.name]:
			t = t.add(w)
		case k.name == "Table" || k.name == "TableRow" || k.name == "TableHeaderRow":
			t = t.add(ownWords("\n")).add(w)
		default:
			t = t.add(ownWords("　")).add(w)
		}
	}
	if n.name == "Line" && t.S != "" {
		if kind, ok := lineStyles[n.attr("Style")]; ok {
			t.Marks = corpus.MergeMarks(append(t.Marks, corpus.Mark{Kind: kind, Span: corpus.Span{End: t.Len()}}))
		}
	}
	return t
}

// lineStyles are the schema's styles of a side line; "none" prints nothing.
var lineStyles = map[string]corpus.MarkKind{
	"": corpus.MarkUnderline, "solid": corpus.MarkUnderline, "dotted": corpus.MarkUnderline, "double": corpus.MarkDouble,
}

// inner is the bare text of n.
func inner(n *node) string {
	var b strings.Builder
	if n.kind == corpus.XMLLiteral {
		b.WriteString(n.text)
	}
	for _, k := range n.kids {
		b.WriteString(inner(k))
	}
	return b.String()
}

// clean is the text of a text node without the line ends and indents of the file, which are no part of the text.
func clean(n *node) words {
	var out words
	var b strings.Builder
	at, first := 0, 0 // code points of the words, of the node
	for line := range strings.SplitAfterSeq(n.text, "\n") {
		for part := range strings.FieldsFuncSeq(line, func(r rune) bool { return r == '\n' || r == '\r' || r == '\t' }) {
			trimmed := strings.Trim(part, " ")
			if trimmed == "" {
				continue
			}
			start := strings.Index(line, part) + strings.Index(part, trimmed)
			k := utf8.RuneCountInString(trimmed)
			out.from = append(out.from, piece{at: at, n: k, node: n, first: first + utf8.RuneCountInString(line[:start])})
			first += utf8.RuneCountInString(line[:start+len(trimmed)])
			line = line[start+len(trimmed):]
			b.WriteString(trimmed)
			at += k
		}
		first += utf8.RuneCountInString(line)
	}
	out.S = b.String()
	return out
}

// cleanText is clean for a bare string.
func cleanText(s string) string { return clean(&node{text: s}).S }
