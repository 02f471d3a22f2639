package templates

// Templates that a corpus brings. They are read as trees before a page is made of them, so that a mistaken name is told with its place, and every
// page that is made with them is read for what the policy of the pages would keep from working: the reader of the site would see nothing of it,
// and its owner would not be told. What is forbidden is looked for in the page, where values are in their place; its line is looked for
// in the templates then. Reading the templates alone was rejected: an attribute can be made of several parts.

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"

	"golang.org/x/net/html"

	"shinkyu/corpus/lazy"
)

// Broken is a template of a corpus that does not parse, does not render, or brings what the policy of the pages forbids.
type Broken struct {
	File      string
	Line      int // 0 if unknown
	Message   string
	Forbidden bool // by the policy
}

func (b *Broken) Error() string { return fmt.Sprintf("%s:%d: %s", b.File, b.Line, b.Message) }

// placed finds file and line in an error of html/template.
var placed = lazy.MustCompile(`template: ?([^:\s]+):(\d+):(?:\d+:)? ?(.*)`)

func broken(err error) error {
	if inner, ok := errors.AsType[*Broken](err); ok { // of a part that is rendered once
		return inner
	}
	m := placed.FindStringSubmatch(strings.ReplaceAll(err.Error(), "\n", " "))
	if m == nil {
		return &Broken{Message: err.Error()}
	}
	line, _ := strconv.Atoi(m[2])
	return &Broken{File: m[1], Line: line, Message: m[3]}
}

// source is a file of templates, read.
type source struct {
	file, text string
	defined    []*parse.Tree // in the order of the file
}

func readSource(file, text string) (source, error) {
	top := parse.New(file)
	top.Mode = parse.SkipFuncCheck // the set that they join knows the functions
	all := map[string]*parse.Tree{}
	if _, err := top.Parse(text, "", "", all); err != nil {
		return source{}, broken(err)
	}
	out := source{file: file, text: text}
	for name, t := range all {
		if name != file { // what stands outside of all templates is never printed
			out.defined = append(out.defined, t)
		}
	}
	slices.SortFunc(out.defined, func(a, b *parse.Tree) int { return int(a.Root.Pos - b.Root.Pos) })
	return out, nil
}

// line is where a byte of the file stands.
func (s source) line(at int) int { return 1 + strings.Count(s.text[:at], "\n") }

// unused finds a template of the corpus that takes the place of none of ours and that none of its own calls: its name is mistaken, and it would be left out in silence.
func (s *Set) unused() error {
	called := map[string]bool{}
	for _, own := range s.own {
		for _, t := range own.defined {
			walk(t.Root, func(n parse.Node) {
				switch n := n.(type) {
				case *parse.TemplateNode:
					called[n.Name] = true
				case *parse.CommandNode:
					if f, ok := n.Args[0].(*parse.IdentifierNode); ok && f.Ident == "once" && len(n.Args) > 1 {
						if name, ok := n.Args[1].(*parse.StringNode); ok {
							called[name.Text] = true
						}
					}
				}
			})
		}
	}
	for _, own := range s.own {
		for _, t := range own.defined {
			if s.t.Lookup(t.Name) == nil && !called[t.Name] {
				head := max(0, strings.LastIndex(own.text[:t.Root.Pos], "{{"))
				return &Broken{File: own.file, Line: own.line(head), Message: fmt.Sprintf("there is no template %q to take the place of, and none calls it", t.Name)}
			}
		}
	}
	return nil
}

// walk visits what a template is made of, in its order.
func walk(n parse.Node, visit func(parse.Node)) {
	branch := func(b *parse.BranchNode) {
		walk(b.Pipe, visit)
		walk(b.List, visit)
		if b.ElseList != nil {
			walk(b.ElseList, visit)
		}
	}
	visit(n)
	switch n := n.(type) {
	case *parse.ListNode:
		for _, k := range n.Nodes {
			walk(k, visit)
		}
	case *parse.ActionNode:
		walk(n.Pipe, visit)
	case *parse.IfNode:
		branch(&n.BranchNode)
	case *parse.RangeNode:
		branch(&n.BranchNode)
	case *parse.WithNode:
		branch(&n.BranchNode)
	case *parse.PipeNode:
		for _, c := range n.Cmds {
			walk(c, visit)
		}
	case *parse.CommandNode:
		for _, a := range n.Args {
			if p, ok := a.(*parse.PipeNode); ok {
				walk(p, visit)
			}
		}
	}
}

// policy is what every page tells the browser before anything else. It is written here so that no template can leave it out unseen.
const policy = `http-equiv="Content-Security-Policy" content="default-src 'none';`

// sound refuses a page of which the templates of a corpus took the policy, or to which they added what it forbids.
func (s *Set) sound(page []byte) error {
	if !bytes.Contains(page, []byte(policy)) {
		return &Broken{Message: "the page has no Content-Security-Policy: keep the element <meta http-equiv=\"Content-Security-Policy\"> of the template top", Forbidden: true}
	}
	own := bytes.Contains(page, []byte("style-src 'sha256-")) // a page with a few rules of ours inside, admitted by their digest
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken: // the end: a page in memory is read without fail
			return nil
		case html.StartTagToken, html.SelfClosingTagToken:
			tag := string(z.Raw())
			if what := forbidden(z.Token()); what != "" && !(own && tag == "<style>") {
				return s.forbids(tag, what)
			}
		}
	}
}

// outside is an address on another server, or one that is code.
var outside = lazy.MustCompile(`(?i)^\s*(?:[a-z][a-z0-9+.-]*:|//)`)

// forbidden is the part of a tag that the policy keeps from working, "" if it works.
func forbidden(t html.Token) string {
	at := func(name string) string {
		for _, a := range t.Attr {
			if a.Key == name {
				return a.Val
			}
		}
		return ""
	}
	switch t.Data {
	case "style", "iframe", "frame", "object", "embed", "base":
		return "<" + t.Data
	case "script":
		if at("src") == "" {
			return "<script"
		}
	}
	for _, a := range t.Attr {
		loads := slices.Contains([]string{"src", "srcset", "poster", "action", "formaction"}, a.Key)
		if a.Key == "href" {
			loads = t.Data == "use" || t.Data == "image" || t.Data == "link" && !slices.Contains([]string{"canonical", "alternate", "author", "license"}, at("rel"))
		}
		switch {
		case a.Key == "style", strings.HasPrefix(a.Key, "on"):
			return a.Key + "="
		case a.Key == "href" && strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:"):
			return "javascript:"
		case loads && outside.MatchString(a.Val):
			return a.Key + "="
		}
	}
	return ""
}

var (
	remark  = lazy.MustCompile(`(?s)/\*.*?\*/`)
	fetched = lazy.MustCompile(`(?i)(?:@import\s+|url\(\s*)(?:url\(\s*)?["']?\s*(?:[a-z][a-z0-9+.-]*:|//)`)
)

// Sheet is a style sheet of a corpus in the form in which it is published; one that cannot be read is published as it is. The error is *Broken:
// the sheet loads something from another server.
func Sheet(file, text string) (string, error) {
	plain := remark.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat("\n", strings.Count(s, "\n")) })
	if m := fetched.FindStringIndex(plain); m != nil {
		return "", &Broken{File: file, Line: 1 + strings.Count(plain[:m[0]], "\n"), Message: fmt.Sprintf("the policy of the pages forbids %s", plain[m[0]:m[1]]), Forbidden: true}
	}
	if out, err := minified("text/css", text); err == nil {
		return out, nil
	}
	return text, nil
}

// forbids tells of what the policy forbids in a tag, with its place in the templates: that of the tag as it stands, else of the part.
func (s *Set) forbids(tag, what string) error {
	b := &Broken{Message: fmt.Sprintf("the policy of the pages forbids %s in %s", what, tag), Forbidden: true}
	part := regexp.MustCompile(`(?i)` + strings.Replace(regexp.QuoteMeta(what), "=", `\s*=`, 1))
	for _, find := range []func(string) int{
		func(text string) int { return strings.Index(text, tag) },
		func(text string) int {
			if m := part.FindStringIndex(text); m != nil {
				return m[0]
			}
			return -1
		},
	} {
		for _, own := range s.own {
			for _, t := range own.defined {
				walk(t.Root, func(n parse.Node) {
					text, ok := n.(*parse.TextNode)
					if !ok || b.Line > 0 {
						return
					}
					if i := find(string(text.Text)); i >= 0 {
						b.File, b.Line = own.file, own.line(int(text.Pos)+i)
					}
				})
			}
		}
	}
	return b
}
