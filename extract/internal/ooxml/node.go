package ooxml

// XML as a tree of elements with short names: w:p whatever prefix the file uses, in both the transitional and the strict
// namespace. Depth and number of elements are limited: a hostile file otherwise costs memory out of proportion to its size.

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"unicode/utf16"
)

const (
	maxDepth = 512
	maxNodes = 1_500_000 // elements and attributes kept of one part; 600 pages of table have 600 000
)

// Node is an element; a nil Node has no attributes and no children.
type Node struct {
	Name  string
	attrs []attr
	Kids  []*Node
	Text  string // of w:t and its like
}

type attr struct{ name, value string }

// prefixes by the part of a namespace that tells it from the others.
var prefixes = []struct{ in, prefix string }{
	{"wordprocessingml/2006/main", "w:"}, {"wordprocessingml/main", "w:"},
	{"markup-compatibility/2006", "mc:"},
	{"officeDocument/2006/math", "m:"}, {"officeDocument/math", "m:"},
	{"drawingml/2006/wordprocessingDrawing", "wp:"}, {"drawingml/wordprocessingDrawing", "wp:"},
	{"officeDocument/2006/relationships", "r:"}, {"officeDocument/relationships", "r:"},
	{"spreadsheetml/2006/main", "x:"}, {"spreadsheetml/main", "x:"},
	{"drawingml/2006/main", "a:"}, {"drawingml/main", "a:"},
	{"schemas-microsoft-com:vml", "v:"},
}

// texts are the elements whose character data is text.
var texts = map[string]bool{
	"w:t": true, "w:delText": true, "m:t": true, "a:t": true, "x:t": true, "x:v": true,
	"x:oddHeader": true, "x:evenHeader": true, "x:firstHeader": true, "x:oddFooter": true, "x:evenFooter": true, "x:firstFooter": true,
}

// frame is an element that is open.
type frame struct {
	node *Node
	text []byte
}

// parse reads an XML part. Elements named in drop are left out when nothing is in them and they say where they stand (r), so
// that no other takes its place by them: a sheet may hold a million empty cells. The error is bomb, beyond limit elements and attributes, or one of the XML parser's.
func parse(data []byte, drop []string, limit int) (*Node, error) {
	d := xml.NewDecoder(bytes.NewReader(utf8Of(data)))
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	short := map[xml.Name]string{}
	nameOf := func(n xml.Name) string {
		s, ok := short[n]
		if !ok {
			s = n.Local
			for _, p := range prefixes {
				if strings.HasSuffix(n.Space, p.in) {
					s = p.prefix + n.Local
					break
				}
			}
			short[n] = s
		}
		return s
	}
	var root *Node
	var stack []frame
	count := 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			return root, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			n := &Node{Name: nameOf(t.Name)}
			for _, at := range t.Attr {
				if at.Name.Space == "xmlns" || strings.HasPrefix(at.Name.Local, "rsid") {
					continue
				}
				n.attrs = append(n.attrs, attr{nameOf(at.Name), at.Value})
			}
			if count += 1 + len(n.attrs); count > limit || len(stack) >= maxDepth {
				return nil, bomb
			}
			if len(stack) > 0 {
				p := stack[len(stack)-1].node
				p.Kids = append(p.Kids, n)
			} else if root == nil {
				root = n
			}
			stack = append(stack, frame{node: n})
		case xml.EndElement:
			n, text := stack[len(stack)-1].node, stack[len(stack)-1].text
			stack = stack[:len(stack)-1]
			n.Text = string(text)
			if len(n.Kids) == 0 && n.Text == "" && len(stack) > 0 && slices.Contains(drop, n.Name) && n.Attr("r") != "" {
				p := stack[len(stack)-1].node
				p.Kids = p.Kids[:len(p.Kids)-1]
				count -= 1 + len(n.attrs)
			}
		case xml.CharData:
			if k := len(stack) - 1; k >= 0 && texts[stack[k].node.Name] {
				stack[k].text = append(stack[k].text, t...)
			}
		}
	}
}

// utf8Of decodes UTF-16, the other encoding that parts may have, by its byte order mark.
func utf8Of(data []byte) []byte {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		order = binary.LittleEndian
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		order = binary.BigEndian
	default:
		return data
	}
	units := make([]uint16, 0, len(data)/2)
	for i := 2; i+1 < len(data); i += 2 {
		units = append(units, order.Uint16(data[i:]))
	}
	return []byte(string(utf16.Decode(units)))
}

// Attr is an attribute's value, "" if there is none. n may be nil.
func (n *Node) Attr(name string) string {
	v, _ := n.Has(name)
	return v
}

// Has is an attribute's value and whether it is there.
func (n *Node) Has(name string) (string, bool) {
	if n != nil {
		for _, a := range n.attrs {
			if a.name == name {
				return a.value, true
			}
		}
	}
	return "", false
}

// Child is the first child of a name, nil if there is none. n may be nil.
func (n *Node) Child(names ...string) *Node {
next:
	for _, name := range names {
		if n == nil {
			return nil
		}
		for _, k := range n.Kids {
			if k.Name == name {
				n = k
				continue next
			}
		}
		return nil
	}
	return n
}

// All lists the children of a name. n may be nil.
func (n *Node) All(name string) []*Node {
	var out []*Node
	if n != nil {
		for _, k := range n.Kids {
			if k.Name == name {
				out = append(out, k)
			}
		}
	}
	return out
}

// Branch is what is read of an mc:AlternateContent: its first choice, else the fallback.
func (n *Node) Branch() *Node {
	if c := n.Child("mc:Choice"); c != nil {
		return c
	}
	return n.Child("mc:Fallback")
}
