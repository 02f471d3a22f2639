package markdown

// Inline content: emphasis as marks, raw tags as toggles, line ends as line ends.

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"golang.org/x/net/html"

	"shinkyu/corpus"
	"shinkyu/extract/internal/inline"
)

// inlines reads the inline children of n.
func (r *reader) inlines(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		before := r.on
		switch c := c.(type) {
		case *ast.Text:
			r.b.Text(unescape(string(c.Segment.Value(r.src))), r.on|r.raw)
			switch {
			case c.HardLineBreak():
				r.take()
				r.b.Paragraph()
			case c.SoftLineBreak():
				r.take()
				r.b.Break()
			}
			if c.HardLineBreak() || c.SoftLineBreak() {
				r.line = r.lineAt(c.Segment.Stop) + 1
			}
		case *ast.String:
			r.b.Text(string(c.Value), r.on|r.raw)
		case *ast.Emphasis:
			if c.Level >= 2 {
				r.on |= inline.Bold
			}
			r.inlines(c)
		case *east.Strikethrough:
			r.on |= inline.Strike
			r.inlines(c)
		case *ast.RawHTML:
			var s strings.Builder
			for i := range c.Segments.Len() {
				seg := c.Segments.At(i)
				s.Write(seg.Value(r.src))
			}
			r.tags(s.String())
		case *ast.AutoLink:
			r.b.Text(string(c.Label(r.src)), r.on|r.raw)
		case *ast.Image:
			r.file.Unplaced = append(r.file.Unplaced, corpus.Unplaced{Text: string(c.Destination), Reason: "figure"})
			r.inlines(c)
		default:
			r.inlines(c)
		}
		r.on = before
	}
}

// unescape resolves backslash escapes and entities, which the parser leaves in its segments.
func unescape(s string) string {
	if strings.ContainsRune(s, '\\') {
		var b strings.Builder
		for i := 0; i < len(s); i++ {
			if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[i+1]) >= 0 {
				i++
			}
			b.WriteByte(s[i])
		}
		s = b.String()
	}
	return html.UnescapeString(s)
}

// markOf lists the tags that carry official marks.
var markOf = map[string]inline.Marks{
	"u": inline.Underline, "ins": inline.Underline,
	"b": inline.Bold, "strong": inline.Bold,
	"s": inline.Strike, "del": inline.Strike, "strike": inline.Strike,
}

// tags reads raw HTML: marks are toggles, <br> and <p> end lines, other tags print nothing.
func (r *reader) tags(s string) {
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case html.ErrorToken:
			r.b.Text(string(z.Raw()), r.on|r.raw)
			return
		case html.TextToken:
			r.b.Text(string(z.Text()), r.on|r.raw)
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			r.raw |= markOf[t.Data]
			r.breakAt(t.Data, true)
			if r.cell {
				r.nests.Open(t, len(r.held))
			}
		case html.EndTagToken:
			name := z.Token().Data
			r.raw &^= markOf[name]
			r.breakAt(name, false)
			if r.cell {
				r.nests.Close(name, r.held)
			}
		}
	}
}

func (r *reader) breakAt(tag string, opens bool) {
	switch tag {
	case "br":
		r.b.Break()
	case "td", "th":
		if !r.cell {
			if opens && !r.b.Empty() {
				r.b.Text("　", 0)
			}
			return
		}
		r.hold()
	case "table", "tr", "caption":
		r.hold()
	case "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6":
		r.b.Paragraph()
	}
}

// hold ends the paragraph, and in a cell sets its lines aside, so that the tables in it know where their cells begin.
func (r *reader) hold() {
	if r.cell {
		r.held = append(r.held, r.b.Lines()...)
	}
	r.b.Paragraph()
}

func newlinesOf(s string) []int {
	var out []int
	for i := range len(s) {
		if s[i] == '\n' {
			out = append(out, i)
		}
	}
	return out
}

// lineAt is the line of the source, from 1, in which byte offset i stands.
func (r *reader) lineAt(i int) int {
	n, _ := slices.BinarySearch(r.newlines, i)
	return r.at + n + 1
}
