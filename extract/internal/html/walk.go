package html

// From elements to lines: what begins a line, what is silent, what carries a mark.

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/inline"
)

// blocks are the elements that stand on lines of their own.
var blocks = set("address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 " +
	"header hgroup hr html li main nav ol p pre section summary table tbody thead tfoot tr td th ul caption legend option")

// silent elements print nothing as text.
var silent = set("script style template noscript head title iframe object canvas audio video datalist")

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

type walker struct {
	r      *reader
	b      inline.Builder
	out    []grid.Line
	lists  []inline.List
	marker string
	pre    bool
	last   rune // the last character written, to judge <br>
	breaks int  // line breaks since then

	inside  int        // the table inside the cell that is being read; 0 none
	caption *html.Node // of that table
}

func (r *reader) walker() *walker {
	w := &walker{r: r}
	w.b.Paragraph()
	return w
}

// walk reads what is inside n. nested, if not nil, is asked about every table and says whether it has dealt with it.
func (w *walker) walk(n *html.Node, nested func(*html.Node) bool) {
	w.children(n, 0, nested)
}

func (w *walker) children(n *html.Node, on inline.Marks, nested func(*html.Node) bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			w.text(c.Data, on)
		case html.ElementNode:
			w.element(c, on, nested)
		}
	}
}

func (w *walker) text(s string, on inline.Marks) {
	if w.pre {
		for i, line := range strings.Split(s, "\n") {
			if i > 0 {
				w.lineBreak()
			}
			w.write(line, on)
		}
		return
	}
	w.write(s, on)
}

func (w *walker) write(s string, on inline.Marks) {
	if t := strings.TrimRight(s, " \t\r\n　\u00A0"); t != "" {
		r := []rune(t)
		w.last, w.breaks = r[len(r)-1], 0
	}
	w.b.Text(s, on)
}

func (w *walker) element(n *html.Node, on inline.Marks, nested func(*html.Node) bool) {
	st := w.r.styles[n]
	switch {
	case silent[n.Data]:
		return
	case st.hidden:
		w.unplace(own(n), "hidden")
		return
	case n.Data == "rt":
		w.unplace(own(n), "ruby")
		return
	case n.Data == "rp" || n.Data == "rtc":
		return
	case n.Data == "br":
		w.lineBreak()
		return
	case n.Data == "img":
		w.unplace(attr(n, "alt"), "figure")
		return
	case n.Data == "wbr" || n.Data == "input":
		return
	case n.Data == "table" && nested != nil:
		w.take()
		if nested(n) {
			return
		}
	case n.Data == "table" && w.inside == 0 && w.r.onePiece(n):
		w.nest(n, on&^st.over|st.marks(n.Data))
		return
	case n == w.caption: // read before the table
		return
	}
	on = on&^st.over | st.marks(n.Data)
	block := blocks[n.Data]
	if block && nested == nil && (n.Data == "td" || n.Data == "th") {
		// A cell of a table that is itself the text of a cell is set off by a blank, so that each of its rows is one
		// line. Outside comparisons tables lay the page out, and their cells are blocks.
		block = false
		if !w.b.Empty() {
			w.b.Text("　", 0)
		}
	}
	if block {
		w.end()
	}
	from := len(w.out)
	switch n.Data {
	case "ul", "ol", "menu":
		w.lists = append(w.lists, listOf(n, st))
		w.children(n, on, nested)
		w.lists = w.lists[:len(w.lists)-1]
	case "li":
		w.item(n)
		w.children(n, on, nested)
	case "pre":
		before := w.pre
		w.pre = true
		w.children(n, on, nested)
		w.pre = before
	case "hr":
	default:
		w.children(n, on, nested)
	}
	if block {
		w.end()
	}
	if w.inside == 0 && len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
		for i := min(from, len(w.out)); i < len(w.out); i++ {
			w.out[i].Heading = int(n.Data[1] - '0')
		}
	}
}

func (w *walker) item(n *html.Node) {
	if len(w.lists) == 0 {
		return
	}
	l := &w.lists[len(w.lists)-1]
	if v, err := strconv.Atoi(attr(n, "value")); err == nil && l.Ordered {
		l.Next = v
	}
	w.marker = l.Marker()
}

func listOf(n *html.Node, st style) inline.List {
	l := inline.List{Ordered: n.Data == "ol", Next: 1, Type: attr(n, "type"), Plain: st.list == "none"}
	if st.list != "" {
		l.Type = st.list
	}
	if v, err := strconv.Atoi(attr(n, "start")); err == nil {
		l.Next = v
	}
	return l
}

// lineBreak: a <br> behind a full stop, and an empty line, begin a paragraph; any other may be the page's own wrapping.
func (w *walker) lineBreak() {
	w.breaks++
	if w.breaks > 1 || w.last == '。' {
		w.end()
		return
	}
	w.take()
	w.b.Break()
}

func (w *walker) end() {
	w.take()
	w.b.Paragraph()
}

// take takes over the finished lines, the first with the marker of the list item it opens.
func (w *walker) take() {
	for _, l := range w.b.Lines() {
		l.Text = inline.Labelled(w.marker, l.Text)
		w.marker = ""
		l.Nest = w.inside
		w.out = append(w.out, l)
	}
}

func (w *walker) empty() bool { w.take(); return len(w.out) == 0 }

// lines returns what was read and begins anew.
func (w *walker) lines() []grid.Line {
	w.take()
	out := w.out
	w.out, w.last, w.breaks = nil, 0, 0
	w.b.Paragraph()
	return out
}

func (w *walker) unplace(text, reason string) {
	if text != "" {
		w.r.sheet.Unplaced = append(w.r.sheet.Unplaced, corpus.Unplaced{Text: text, Reason: reason})
	}
}
