// Package note renders a drafter's note from Markdown to safe HTML.
//
// Notes are Markdown because drafters already write it and a diff of it can be reviewed. goldmark does the work, with its
// extension for Japanese line breaks; two things are ours: [[第三条第二項]] links to the clause's page, and headings are
// lowered to fit under the page's own. Nothing in a note can become markup of its own: raw HTML is dropped (goldmark's default),
// links with a scheme other than http, https and mailto lose their target, and images, which the site's Content-Security-Policy would not
// load, become links. A sanitizer behind the renderer was rejected: what is never written need not be taken out.
package note

import (
	"bytes"
	"fmt"
	"html/template"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Resolve finds the page of a clause address as a note writes it; ok is false where there is none.
type Resolve func(address string) (href string, ok bool)

// HTML renders Markdown. top is the level of the note's own highest heading (3 gives h3 for #). resolve may be nil.
func HTML(markdown string, top int, resolve Resolve) (template.HTML, error) {
	md := goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.CJK),
		goldmark.WithParserOptions(
			parser.WithInlineParsers(util.Prioritized(clauseLink{resolve}, 150)), // before goldmark's own links (200)
			parser.WithASTTransformers(util.Prioritized(tidy{top}, 100)),
		),
	)
	var b bytes.Buffer
	// A damaged code point would break the line-break rules of the CJK extension.
	if err := md.Convert([]byte(strings.ToValidUTF8(markdown, "\uFFFD")), &b); err != nil {
		return "", fmt.Errorf("note: %w", err)
	}
	return template.HTML(b.String()), nil
}

// tidy lowers headings, disarms links and turns images into links.
type tidy struct{ top int }

// Transform walks the parsed note.
func (t tidy) Transform(doc *ast.Document, r text.Reader, _ parser.Context) {
	var headings []*ast.Heading
	var images []*ast.Image
	var addresses []*ast.AutoLink
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			headings = append(headings, n)
		case *ast.Link:
			n.Destination = safe(n.Destination)
		case *east.TableHeader:
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				c.SetAttributeString("scope", []byte("col"))
			}
		case *ast.Image:
			images = append(images, n)
		case *ast.AutoLink:
			if n.AutoLinkType == ast.AutoLinkURL && safe(n.URL(r.Source())) == nil {
				addresses = append(addresses, n)
			}
		}
		return ast.WalkContinue, nil
	})
	t.lower(headings)
	for _, a := range addresses {
		a.Parent().ReplaceChild(a.Parent(), a, ast.NewString(a.Label(r.Source())))
	}
	for _, img := range images {
		link := ast.NewLink()
		link.Destination = safe(img.Destination)
		for c := img.FirstChild(); c != nil; {
			next := c.NextSibling()
			link.AppendChild(link, c)
			c = next
		}
		img.Parent().ReplaceChild(img.Parent(), img, link)
	}
}

// lower puts the highest heading of a note at the top level and lets none skip a level.
func (t tidy) lower(headings []*ast.Heading) {
	highest := 6
	for _, h := range headings {
		highest = min(highest, h.Level)
	}
	last := t.top - 1
	for _, h := range headings {
		h.Level = min(6, h.Level-highest+t.top, last+1)
		h.RemoveAttributes()
		last = h.Level
	}
}

// safe keeps addresses without a scheme and those of the web and of mail.
func safe(dest []byte) []byte {
	s := strings.TrimSpace(strings.ToLower(string(dest)))
	scheme, _, found := strings.Cut(s, ":")
	if !found || strings.ContainsAny(scheme, "/?#") || scheme == "http" || scheme == "https" || scheme == "mailto" {
		return dest
	}
	return nil
}
