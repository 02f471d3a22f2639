package note

// The link to a clause: [[第三条第二項]], or [[第三条第二項|本人確認の条]] with other words. An address that leads nowhere stays as
// plain text, so that a typing slip is visible and never a dead link.

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"shinkyu/corpus/ref"
)

type clauseLink struct{ resolve Resolve }

// Trigger is the character that may begin a link.
func (clauseLink) Trigger() []byte { return []byte{'['} }

// Parse reads [[…]] on one line, or leaves the reader alone.
func (c clauseLink) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, seg := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("[[")) {
		return nil
	}
	end := bytes.Index(line, []byte("]]"))
	if end < 3 || bytes.ContainsAny(line[2:end], "[]") {
		return nil
	}
	address, label := string(line[2:end]), text.NewSegment(seg.Start+2, seg.Start+end)
	if a, l, ok := strings.Cut(address, "|"); ok && strings.TrimSpace(l) != "" {
		label.Start += len(a) + 1
		address = a
	}
	block.Advance(end + 2)
	words := ast.NewTextSegment(label)
	words.SetRaw(true)
	if c.resolve == nil {
		return words
	}
	href, ok := c.resolve(strings.TrimSpace(address))
	if !ok {
		return words
	}
	link := ast.NewLink()
	link.Destination = []byte(href)
	if p, err := ref.Parse(address); err == nil && label.Start == seg.Start+2 && p.String() == address {
		cited := ast.NewString([]byte(p.Cite())) // what is written with signs between its steps is read without
		cited.SetRaw(true)
		link.AppendChild(link, cited)
	} else {
		link.AppendChild(link, words)
	}
	return link
}
