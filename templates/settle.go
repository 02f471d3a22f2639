package templates

// What a template prints without looking at its data is known when it is read: words of the interface in the reader's language, marks of
// language, parts of parts. A site asks for the same few hundred words on each of its pages, and each asking costs as much as a value, so the trees
// are settled once: such actions become text. Asking a faster engine for all was rejected, for html/template is what escapes by context.

import (
	"html/template"
	"text/template/parse"

	"shinkyu/templates/locale"
)

// settle puts text in the place of actions that always print the same. It has to come before the first page, for escaping reads the trees then.
func settle(t *template.Template, l locale.Language) {
	for _, one := range t.Templates() {
		if one.Tree != nil {
			settleList(one.Tree.Root, l)
		}
	}
}

func settleList(list *parse.ListNode, l locale.Language) {
	if list == nil {
		return
	}
	var out []parse.Node
	for _, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.ActionNode:
			if text, ok := constant(n, l); ok {
				out = join(out, &parse.TextNode{NodeType: parse.NodeText, Pos: n.Pos, Text: []byte(text)})
				continue
			}
		case *parse.TextNode:
			out = join(out, n)
			continue
		case *parse.IfNode:
			settleList(n.List, l)
			settleList(n.ElseList, l)
		case *parse.RangeNode:
			settleList(n.List, l)
			settleList(n.ElseList, l)
		case *parse.WithNode:
			settleList(n.List, l)
			settleList(n.ElseList, l)
		}
		out = append(out, n)
	}
	list.Nodes = out
}

// join adds a text, to the one before it if there is one.
func join(out []parse.Node, text *parse.TextNode) []parse.Node {
	if len(text.Text) == 0 {
		return out
	}
	if len(out) > 0 {
		if before, ok := out[len(out)-1].(*parse.TextNode); ok {
			before.Text = append(before.Text[:len(before.Text):len(before.Text)], text.Text...)
			return out
		}
	}
	return append(out, text)
}

// constant is what an action prints, escaped for text and for attributes in quotes, if it is a word of the interface or a mark of language.
func constant(n *parse.ActionNode, l locale.Language) (string, bool) {
	if len(n.Pipe.Decl) > 0 || len(n.Pipe.Cmds) != 1 {
		return "", false
	}
	args := n.Pipe.Cmds[0].Args
	name, ok := args[0].(*parse.IdentifierNode)
	if !ok {
		return "", false
	}
	switch len(args) {
	case 1:
		mark, back := marks(l)
		switch name.Ident {
		case "ja":
			return string(mark), true
		case "ui":
			return string(back), true
		}
	case 2:
		if said, ok := args[1].(*parse.StringNode); ok && name.Ident == "t" {
			return template.HTMLEscapeString(l.Say(said.Text)), true
		}
	}
	return "", false
}
