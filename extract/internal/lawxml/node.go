package lawxml

// The file as a tree of elements, read once. encoding/xml's struct mapping was rejected: order between unlike
// siblings (Paragraph, TableStruct, SupplNote) is the law's reading order, and structs lose it. Raw tokens are read, since names are
// kept as written; end tags close what they name, and ones that close nothing are passed over.

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"shinkyu/corpus"
)

// maxDepth is far beyond the schema's deepest nesting; deeper elements are read as if they stood at this depth.
const maxDepth = 200

type node struct {
	kind  corpus.XMLKind // element, literal (text), comment or instruction
	name  string         // local name, "" for all but elements
	raw   string         // name as written; target of an instruction
	text  string         // of a text node, a comment, an instruction
	attrs []corpus.XMLAttr
	kids  []*node
	line  int
	holes []hole // of a text node: where the words of clauses were taken from
}

// attr is the value of an attribute by its local name.
func (n *node) attr(name string) string {
	for _, a := range n.attrs {
		if a.Name == name || strings.HasSuffix(a.Name, ":"+name) {
			return a.Value
		}
	}
	return ""
}

var errEnd = errors.New("unexpected end of the file")

// parse reads elements until the end of the text or its first fault; the error is the fault. Whole says that the tree is the file:
// neither broken nor too deep.
func parse(text string) (root *node, whole bool, fault error) {
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // text is decoded already
	root = &node{}
	stack := []*node{root}
	var deep []string // open elements below maxDepth
	whole = true
	for {
		t, err := d.RawToken()
		if err == io.EOF {
			if len(stack) > 1 {
				return root, false, errEnd
			}
			return root, whole, nil
		}
		if err != nil {
			return root, false, err
		}
		top := stack[len(stack)-1]
		switch t := t.(type) {
		case xml.StartElement:
			line, _ := d.InputPos()
			n := &node{name: t.Name.Local, raw: written(t.Name), line: line}
			for _, a := range t.Attr {
				n.attrs = append(n.attrs, corpus.XMLAttr{Name: written(a.Name), Value: a.Value})
			}
			top.kids = append(top.kids, n)
			if len(stack) < maxDepth {
				stack = append(stack, n)
			} else {
				whole, deep = false, append(deep, n.raw)
			}
		case xml.EndElement:
			if len(deep) > 0 {
				deep = deep[:len(deep)-1]
				continue
			}
			at := len(stack) - 1
			for at > 0 && stack[at].raw != written(t.Name) {
				at--
			}
			whole = whole && at == len(stack)-1 && at > 0
			if at > 0 {
				stack = stack[:at]
			}
		case xml.CharData:
			top.kids = append(top.kids, &node{kind: corpus.XMLLiteral, text: string(t)})
		case xml.Comment:
			top.kids = append(top.kids, &node{kind: corpus.XMLComment, text: string(t)})
		case xml.ProcInst:
			if t.Target != "xml" {
				top.kids = append(top.kids, &node{kind: corpus.XMLInstruction, raw: t.Target, text: string(t.Inst)})
			}
		}
	}
}

// written is a name with its prefix.
func written(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// find returns the first element of the name, n itself included, in document order.
func (n *node) find(name string) *node {
	if n.name == name {
		return n
	}
	for _, k := range n.kids {
		if f := k.find(name); f != nil {
			return f
		}
	}
	return nil
}

// child returns the first child element of the name, or nil.
func (n *node) child(name string) *node {
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return nil
}

// elements lists the child elements.
func (n *node) elements() []*node {
	var out []*node
	for _, k := range n.kids {
		if k.name != "" {
			out = append(out, k)
		}
	}
	return out
}

func (n *node) count(name string) int {
	c := 0
	for _, k := range n.kids {
		if k.name == name {
			c++
		}
	}
	return c
}
