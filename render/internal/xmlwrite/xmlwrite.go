// Package xmlwrite writes trees of XML nodes as text. encoding/xml's encoder was rejected: it does not write prefixed names as they
// were, and it indents mixed content.
package xmlwrite

import (
	"fmt"
	"strings"

	"shinkyu/corpus"
)

// Header is the declaration of all files written here.
const Header = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// Nodes writes nodes as they are, without white space of its own. words gives the text of a hole.
func Nodes(b *strings.Builder, nodes []corpus.XMLNode, words func(unit int, s corpus.Span) (string, error)) error {
	for i := range nodes {
		n := &nodes[i]
		switch n.Kind {
		case corpus.XMLLiteral:
			b.WriteString(text.Replace(visible(n.Text)))
		case corpus.XMLHole:
			s, err := words(n.Unit, n.Span)
			if err != nil {
				return err
			}
			b.WriteString(text.Replace(visible(s)))
		case corpus.XMLComment:
			fmt.Fprintf(b, "<!--%s-->", n.Text)
		case corpus.XMLInstruction:
			fmt.Fprintf(b, "<?%s %s?>", n.Name, n.Text)
		default:
			b.WriteString("<" + n.Name)
			for _, a := range n.Attrs {
				fmt.Fprintf(b, ` %s="%s"`, a.Name, value.Replace(visible(a.Value)))
			}
			if len(n.Kids) == 0 {
				b.WriteString("/>")
				continue
			}
			b.WriteString(">")
			if err := Nodes(b, n.Kids, words); err != nil {
				return err
			}
			b.WriteString("</" + n.Name + ">")
		}
	}
	return nil
}

var (
	text  = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#xD;")
	value = strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;", "\r", "&#xD;")
)

// visible drops the control characters that XML cannot hold.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
}

// Element makes an element; attrs are name, value, name, value.
func Element(name string, attrs []string, kids ...corpus.XMLNode) corpus.XMLNode {
	n := corpus.XMLNode{Name: name, Kids: kids}
	for i := 0; i+1 < len(attrs); i += 2 {
		n.Attrs = append(n.Attrs, corpus.XMLAttr{Name: attrs[i], Value: attrs[i+1]})
	}
	return n
}

// Text makes a text node.
func Text(s string) corpus.XMLNode { return corpus.XMLNode{Kind: corpus.XMLLiteral, Text: s} }

// Indented writes a tree one element a line, but keeps elements that hold text on one.
func Indented(n corpus.XMLNode) string {
	var b strings.Builder
	b.WriteString(Header)
	indent(&b, n, 0)
	return b.String()
}

func indent(b *strings.Builder, n corpus.XMLNode, depth int) {
	b.WriteString(strings.Repeat("  ", depth))
	if len(n.Kids) == 0 || hasText(n) {
		_ = Nodes(b, []corpus.XMLNode{n}, nil) // no holes in a tree that was built
		b.WriteString("\n")
		return
	}
	open := n
	open.Kids = nil
	var tag strings.Builder
	_ = Nodes(&tag, []corpus.XMLNode{open}, nil)
	b.WriteString(strings.TrimSuffix(tag.String(), "/>") + ">\n")
	for _, k := range n.Kids {
		indent(b, k, depth+1)
	}
	b.WriteString(strings.Repeat("  ", depth) + "</" + n.Name + ">\n")
}

// inline elements stand among words: white space beside them would be part of the text.
var inline = map[string]bool{"Line": true, "u": true, "b": true, "ins": true, "del": true}

func hasText(n corpus.XMLNode) bool {
	for _, k := range n.Kids {
		if k.Kind == corpus.XMLLiteral || inline[k.Name] {
			return true
		}
	}
	return false
}
