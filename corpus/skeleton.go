package corpus

// Skeleton is an XML source with the words of its clauses taken out: elements, attributes, white space and all characters that
// are in no clause, and holes where the words of clauses stand. With the document it makes the source again, and if a clause
// was changed, the source with that change. The words live in the clauses alone: a copy of the file could not tell whether
// the clauses hold everything. It is kept only on demand; documents of other formats have none.
type Skeleton struct{ Nodes []XMLNode }

// XMLKind says what an XMLNode is.
type XMLKind uint8

const (
	XMLElement XMLKind = iota
	XMLLiteral         // characters that are in no clause
	XMLHole            // code points Span of unit Unit's text
	XMLComment
	XMLInstruction // Name is its target
)

// XMLNode is a piece of a skeleton.
type XMLNode struct {
	Kind  XMLKind
	Name  string // as written, prefix included
	Attrs []XMLAttr
	Kids  []XMLNode
	Text  string // of literals, comments and instructions
	Unit  int    // index in reading order
	Span  Span
}

// XMLAttr is an attribute: its name as written, its value without escapes.
type XMLAttr struct{ Name, Value string }

// Attr is the value of an attribute, "" if there is none.
func (n *XMLNode) Attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}
