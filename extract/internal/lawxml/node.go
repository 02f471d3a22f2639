package lawxml

// The file as a tree of elements, read once. encoding/xml's struct mapping was rejected: order between unlike
// siblings (Paragraph, TableStruct, SupplNote) is the law's reading order, and structs lose it.

import (
	"encoding/xml"
	"io"
	"strings"
)

// maxDepth is far beyond the schema's deepest nesting; deeper elements are read as if they stood at this depth.
const maxDepth = 200

type node struct {
	name string // local name, "" for text
	text string // of a text node
	attr map[string]string
	kids []*node
	line int
}

// parse reads elements until the end of the text or its first fault; the error is the fault.
func parse(text string) (*node, error) {
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // text is decoded already
	root := &node{}
	stack := []*node{root}
	deeper := 0
	for {
		t, err := d.Token()
		if err == io.EOF {
			return root, nil
		}
		if err != nil {
			return root, err
		}
		top := stack[len(stack)-1]
		switch t := t.(type) {
		case xml.StartElement:
			line, _ := d.InputPos()
			n := &node{name: t.Name.Local, attr: map[string]string{}, line: line}
			for _, a := range t.Attr {
				n.attr[a.Name.Local] = a.Value
			}
			top.kids = append(top.kids, n)
			if len(stack) < maxDepth {
				stack = append(stack, n)
			} else {
				deeper++
			}
		case xml.EndElement:
			if deeper > 0 {
				deeper--
			} else if len(stack) > 1 {
				stack = stack[:len(stack)-1]
			}
		case xml.CharData:
			top.kids = append(top.kids, &node{text: string(t)})
		}
	}
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
