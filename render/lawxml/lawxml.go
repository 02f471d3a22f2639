// Package lawxml writes rules as 法令標準XML (stdLaw.xsd, v3).
//
// A rule that was read from 法令標準XML still has its skeleton, and is written by filling the words of its clauses back in: faithful
// keeps every attribute, so that the file comes back equal in canonical form; strict leaves out what the schema does not know.
// Any other rule is built anew from its clauses (build.go), which is always strict. Writing all rules from clauses alone was
// rejected: a clause does not hold readings, columns, or e-Gov's own attributes, and giving every clause of every format room for them
// would burden all for one. Cost: a law whose clauses were changed must keep their lengths, or is built anew.
package lawxml

import (
	"fmt"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/render/internal/xmlwrite"
)

// Faithful writes the source of a document again. It fails where the skeleton is not that of the document.
func Faithful(d *corpus.Document, s *corpus.Skeleton) ([]byte, error) {
	return fill(d, s.Nodes)
}

// Strict writes the law in the skeleton with the attributes and values of the schema only.
// The bool is false where the skeleton holds no Law element.
func Strict(d *corpus.Document, s *corpus.Skeleton) (data []byte, ok bool, err error) {
	law := find(s.Nodes, "Law")
	if law == nil {
		return nil, false, nil
	}
	out := strict(*law)
	number, _ := parseNumber(numberText(out))
	for i, attrs := 0, number.attributes(); i < len(attrs); i += 2 { // the schema demands them all
		if out.Attr(attrs[i]) == "" {
			out.Attrs = append(out.Attrs, corpus.XMLAttr{Name: attrs[i], Value: attrs[i+1]})
		}
	}
	data, err = fill(d, []corpus.XMLNode{out})
	return data, true, err
}

// numberText is what LawNum says; it is in no clause.
func numberText(law corpus.XMLNode) string {
	n := find(law.Kids, "LawNum")
	if n == nil {
		return ""
	}
	var b strings.Builder
	for _, k := range n.Kids {
		b.WriteString(k.Text)
	}
	return b.String()
}

func fill(d *corpus.Document, nodes []corpus.XMLNode) ([]byte, error) {
	units, _ := d.Units()
	var b strings.Builder
	b.WriteString(xmlwrite.Header)
	err := xmlwrite.Nodes(&b, nodes, func(unit int, s corpus.Span) (string, error) {
		if unit < 0 || unit >= len(units) || s.Start < 0 || s.End > units[unit].Text.Len() {
			return "", fmt.Errorf("the skeleton does not fit the document: no code points %d to %d in unit %d", s.Start, s.End, unit)
		}
		return units[unit].Text.Slice(s.Start, s.End).S, nil
	})
	if err != nil {
		return nil, err
	}
	b.WriteString("\n")
	return []byte(b.String()), nil
}

func find(nodes []corpus.XMLNode, name string) *corpus.XMLNode {
	for i := range nodes {
		if nodes[i].Kind == corpus.XMLElement && nodes[i].Name == name {
			return &nodes[i]
		}
		if n := find(nodes[i].Kids, name); n != nil {
			return n
		}
	}
	return nil
}

func strict(n corpus.XMLNode) corpus.XMLNode {
	out := n
	out.Attrs = nil
	for _, a := range n.Attrs {
		if allowed(n.Name, a) {
			out.Attrs = append(out.Attrs, a)
		}
	}
	out.Kids = nil
	for _, k := range n.Kids {
		switch k.Kind {
		case corpus.XMLComment, corpus.XMLInstruction:
		case corpus.XMLElement:
			out.Kids = append(out.Kids, strict(k))
		default:
			out.Kids = append(out.Kids, k)
		}
	}
	return out
}

// allowed reports whether the schema knows the attribute with this value. What stands in QuoteStruct, Note, Style or Format may be
// any element, and keeps its attributes.
func allowed(element string, a corpus.XMLAttr) bool {
	known, ok := attributes[element]
	if !ok {
		return !plainElements[element] && !strings.HasPrefix(a.Name, "xmlns") && !strings.Contains(a.Name, ":")
	}
	for _, k := range known {
		if name, values, _ := strings.Cut(k, "="); name == a.Name {
			switch values {
			case "":
				return true
			case "int":
				return positive.MatchString(strings.TrimSpace(a.Value))
			}
			return slices.Contains(strings.Split(values, "|"), strings.TrimSpace(a.Value))
		}
	}
	return false
}

var positive = lazy.MustCompile(`^\+?0*[1-9][0-9]*$`)
