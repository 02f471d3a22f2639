package marked

// The inside of a cell: paragraphs, underlines and bullets as tags, tokenised, never parsed into a tree.
//
// Every mark is a toggle: a nested <u> changes nothing and the first </u> ends the underline, which is what the page
// shows where models nest them. A mark that opens inside a paragraph ends with it at the latest. A tag that is not one
// of the known ones is text (「<別紙>」), and so is a tag that never closes: better a stray bracket than a lost word.

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/inline"
)

// markOf lists the tags that carry official marks.
var markOf = map[string]inline.Marks{
	"u": inline.Underline, "ins": inline.Underline,
	"b": inline.Bold, "strong": inline.Bold,
	"s": inline.Strike, "del": inline.Strike, "strike": inline.Strike,
}

// silent tags print nothing of their own.
var silent = map[string]bool{
	"span": true, "i": true, "em": true, "sup": true, "sub": true, "font": true, "small": true, "a": true, "img": true, "center": true,
	"ul": true, "ol": true, "dl": true, "dt": true, "dd": true, "div": true, "figure": true, "figcaption": true, "caption": true,
	"table": true, "tbody": true, "thead": true, "tr": true, "td": true, "th": true,
	"h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true,
}

// flowing tags do not end a line.
var flowing = map[string]bool{"span": true, "i": true, "em": true, "sup": true, "sub": true, "font": true, "small": true, "a": true, "img": true}

type cell struct {
	b      inline.Builder
	on     inline.Marks // marks in force
	opened inline.Marks // those that opened inside the current paragraph
	inside bool         // in a <p> or <li>: a line end of the source is white space there
	hard   bool         // the last line ended in a hard break
	marker string       // what a browser would print before the item that the next line opens
	lists  []inline.List
	nests  *inline.Nests
	out    []grid.Line
}

// paragraphs reads the inside of a cell, or plain lines, of page. nests, nil for plain lines, finds the tables inside cells.
func paragraphs(s string, page int, nests *inline.Nests) []grid.Line {
	c := &cell{nests: nests}
	c.b.Spaces, c.b.Page = true, page
	c.b.Paragraph()
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case html.ErrorToken:
			c.text(string(z.Raw())) // a tag that never closes
			c.end()
			nests.End(c.out)
			return c.out
		case html.TextToken:
			c.text(string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			raw := string(z.Raw())
			c.open(z.Token(), raw)
		case html.EndTagToken:
			raw := string(z.Raw())
			c.close(z.Token().Data, raw)
		case html.CommentToken, html.DoctypeToken:
			if raw := string(z.Raw()); !strings.HasPrefix(raw, "<!--") {
				c.text(raw)
			}
		}
	}
}

// text writes words. Outside paragraphs a line end ends the line, as in plain text; two blanks before a line end are a
// hard break everywhere, as in Markdown.
func (c *cell) text(s string) {
	for i, line := range strings.Split(s, "\n") {
		switch {
		case i == 0:
		case c.hard:
			c.end()
		case c.inside:
			c.b.Text("\n", c.on)
		default:
			c.take()
			c.b.Break()
		}
		c.hard = strings.HasSuffix(line, "  ")
		c.b.Text(line, c.on)
	}
	c.hard = false
}

func (c *cell) open(t html.Token, raw string) {
	switch {
	case markOf[t.Data] != 0:
		if c.on&markOf[t.Data] == 0 {
			c.opened |= markOf[t.Data]
		}
		c.on |= markOf[t.Data]
	case t.Data == "br":
		c.end()
	case t.Data == "p":
		c.paragraph(true)
		c.b.Area = boxOf(t)
	case t.Data == "li":
		c.paragraph(true)
		c.item()
	case t.Data == "ul" || t.Data == "ol":
		c.end()
		l := inline.List{Ordered: t.Data == "ol", Next: 1}
		for _, a := range t.Attr {
			if n, err := strconv.Atoi(a.Val); a.Key == "start" && err == nil {
				l.Next = n
			}
		}
		c.lists = append(c.lists, l)
	case silent[t.Data]:
		if !flowing[t.Data] {
			c.end()
			c.nests.Open(t, len(c.out))
		}
		for _, a := range t.Attr {
			if t.Data == "img" && a.Key == "alt" {
				c.b.Text(a.Val, c.on)
			}
		}
	default:
		c.b.Text(raw, c.on)
	}
}

func (c *cell) close(name, raw string) {
	switch {
	case markOf[name] != 0:
		c.on &^= markOf[name]
		c.opened &^= markOf[name]
	case name == "p" || name == "li":
		c.paragraph(false)
	case name == "ul" || name == "ol":
		c.end()
		if len(c.lists) > 0 {
			c.lists = c.lists[:len(c.lists)-1]
		}
	case silent[name]:
		if !flowing[name] {
			c.end()
			c.nests.Close(name, c.out)
		}
	case name == "br":
	default:
		c.b.Text(raw, c.on)
	}
}

// paragraph ends the paragraph with its marks and its box; inside tells whether the next one has begun.
func (c *cell) paragraph(inside bool) {
	c.end()
	c.on &^= c.opened
	c.opened, c.inside, c.b.Area = 0, inside, corpus.Box{}
}

// item opens an item: a browser would print its number or its bullet.
func (c *cell) item() {
	if len(c.lists) > 0 {
		c.marker = c.lists[len(c.lists)-1].Marker()
	}
}

// end ends the line; what follows starts a paragraph.
func (c *cell) end() {
	c.take()
	c.b.Paragraph()
}

// take takes over the finished line, cut where the model glued paragraphs, with the bullet it left to the tag.
func (c *cell) take() {
	for _, l := range c.b.Lines() {
		l.Text = inline.Labelled(c.marker, l.Text)
		c.marker = ""
		c.out = append(c.out, unglue(l)...)
	}
}

// boxOf reads data-bbox="x0 y0 x1 y1", which counts the pixels of the picture the model saw. Its resolution is not
// told; models are fed 200 dpi, so that is taken. Only proportions within one page are relied on.
func boxOf(t html.Token) corpus.Box {
	for _, a := range t.Attr {
		if a.Key != "data-bbox" {
			continue
		}
		var v []float64
		for _, f := range strings.FieldsFunc(a.Val, func(r rune) bool { return r == ' ' || r == ',' || r == '[' || r == ']' }) {
			n, err := strconv.ParseFloat(f, 64)
			if err != nil || n < 0 || n > 1e6 {
				return corpus.Box{}
			}
			v = append(v, n*72/200)
		}
		if len(v) == 4 && v[0] < v[2] && v[1] < v[3] {
			return corpus.Box{X0: v[0], Y0: v[1], X1: v[2], Y1: v[3]}
		}
	}
	return corpus.Box{}
}
