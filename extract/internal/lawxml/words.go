package lawxml

// Words: the running text of an element with its side lines. Ruby gives its base only; readings are listed as unplaced.

import (
	"strings"

	"shinkyu/corpus"
)

// running elements continue the text before them; all others stand apart from it by one full-width blank, as the
// columns of an item do in print.
var running = map[string]bool{
	"": true, "Sentence": true, "Ruby": true, "Line": true, "Sup": true, "Sub": true, "QuoteStruct": true, "ArithFormula": true,
	"ParagraphSentence": true, "ItemSentence": true, "ListSentence": true, "ClassSentence": true,
}

// words returns the text of n and everything in it; blanks alone are no text.
func (r *reader) words(n *node) corpus.Text {
	if t := r.run(n); strings.TrimSpace(t.S) != "" {
		return t
	}
	return corpus.Text{}
}

func (r *reader) run(n *node) corpus.Text {
	switch n.name {
	case "":
		return corpus.Text{S: clean(n.text)}
	case "Rt":
		r.unplace(clean(inner(n)), "ruby")
		return corpus.Text{}
	case "Fig":
		r.unplace(n.attr["src"], "figure")
		return corpus.Text{}
	}
	var t corpus.Text
	for _, k := range n.kids {
		w := r.run(k)
		switch {
		case w.S == "":
		case t.S == "":
			t = w
		case running[k.name]:
			t = t.Append(w)
		case k.name == "Table" || k.name == "TableRow" || k.name == "TableHeaderRow":
			t = t.Append(corpus.Text{S: "\n"}).Append(w)
		default:
			t = t.Append(corpus.Text{S: "　"}).Append(w)
		}
	}
	if n.name == "Line" && t.S != "" {
		if kind, ok := lineStyles[n.attr["Style"]]; ok {
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
	b.WriteString(n.text)
	for _, k := range n.kids {
		b.WriteString(inner(k))
	}
	return b.String()
}

// clean removes the line ends and indents of the file, which are no part of the text.
func clean(s string) string {
	if !strings.ContainsAny(s, "\n\r\t") {
		return strings.Trim(s, " ")
	}
	var b strings.Builder
	for line := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '\n' || r == '\r' || r == '\t' }) {
		b.WriteString(strings.Trim(line, " "))
	}
	return b.String()
}
