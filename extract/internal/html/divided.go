package html

// Comparisons made of blocks: <div> and its like, which a style sheet puts side by side. The style sheet is mostly another file, so
// the blocks are told by their words alone, as a table is: two neighbours of which one names the new side and one the old. Around them the
// tree has one of three shapes, and each is rewritten into the table that it looks like, in place, so that all that is
// known of tables holds for it:
//
//	rows     <div><div>改正後</div><div>改正前</div></div> <div><div>甲</div><div>乙</div></div> …
//	a grid   <div> <div>改正後</div><div>改正前</div> <div>甲</div><div>乙</div> … </div>
//	columns  <div> <div><h3>改正後</h3><p>甲</p>…</div> <div><h3>改正前</h3><p>乙</p>…</div> </div>
//
// Asking style sheets for grid, flex and float was rejected: they name the looks of a page at one width, and at another the same blocks
// stand one below the other. Blocks that really stand so in the source are read as such elsewhere (columns.Stack).

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"shinkyu/corpus"
	"shinkyu/extract/internal/sides"
)

// tabulate rewrites comparisons made of blocks into tables, unless a table names both sides.
func (r *reader) tabulate(body *html.Node) {
	if body == nil || found(body, "table", namesBothSides) {
		return
	}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		kids := elements(n)
		for i := range kids {
			for _, k := range []int{2, 3, 4} {
				if i+k > len(kids) || !blockish(kids[i]) {
					break
				}
				if r.headed(n, kids, i, k) {
					return
				}
			}
			if i+1 < len(kids) {
				r.columnsOf(n, kids[i:i+2])
			}
		}
		for _, c := range kids {
			if c.Parent == n { // not moved into a table meanwhile
				walk(c)
			}
		}
	}
	walk(body)
}

// headed reads the k children from the i-th as header words, and rewrites what they head.
func (r *reader) headed(n *html.Node, kids []*html.Node, i, k int) bool {
	heads := kids[i : i+k]
	if !blockish(n) {
		return false
	}
	var words []string
	for _, h := range heads {
		words = append(words, own(h))
	}
	switch {
	case named(words) && len(kids) == k && !stray(n):
		return r.rowsBelow(n, k)
	case named(words) && i == 0 && len(kids)%k == 0 && len(kids) > k && !stray(n):
		return r.gridOf(n, kids, k)
	}
	return false
}

// named reports whether words name both sides, and else only columns beside them.
func named(words []string) bool {
	if !sides.Both(words) {
		return false
	}
	for _, w := range words {
		if _, ok := sides.Of(w); !ok && w != "" && !sides.Key(w) && !sides.Note(w) {
			return false
		}
	}
	return true
}

// rowsBelow makes a table of a header row and the rows that follow it, in the same parent or one level below that.
func (r *reader) rowsBelow(header *html.Node, k int) bool {
	rows := []*html.Node{header}
	last := 0 // rows up to the last that has all columns
	cell := elements(header)[0].Data
	full := func(n *html.Node) bool {
		kids := elements(n)
		return n.Data == header.Data && len(kids) == k && !stray(n) && !slices.ContainsFunc(kids, inlineOnly)
	}
	take := func(siblings []*html.Node, container bool) bool {
		for _, s := range siblings {
			inner := elements(s)
			switch {
			case own(s) == "" && len(inner) == 0:
			case container && len(inner) > 0 && !stray(s) && all(inner, func(c *html.Node) bool { return full(c) && elements(c)[0].Data == cell }):
				rows = append(rows, inner...)
				last = len(rows)
			case full(s):
				rows = append(rows, s)
				last = len(rows)
			case blockish(s) && !titled(s): // a row over all columns, if rows follow
				rows = append(rows, s)
			default:
				return false
			}
		}
		return true
	}
	below := after(header)
	if take(below, len(below) == 1) && last == 0 && header.Parent != nil && len(elements(header.Parent)) == 1 { // <header> and <body> of the table
		below = after(header.Parent)
		take(below, true)
	}
	if last == 0 {
		return false
	}
	rows = rows[:last]
	table := &html.Node{Type: html.ElementNode, Data: "table"}
	header.Parent.InsertBefore(table, header)
	for _, row := range rows {
		kids := elements(row)
		row.Parent.RemoveChild(row)
		if len(kids) == k && !stray(row) {
			table.AppendChild(asRow(row, kids))
			continue
		}
		tr := &html.Node{Type: html.ElementNode, Data: "tr"}
		row.Data, row.DataAtom = "td", 0
		row.Attr = append(row.Attr, html.Attribute{Key: "colspan", Val: string(rune('0' + k))})
		tr.AppendChild(row)
		table.AppendChild(tr)
	}
	r.unlabel(table, k)
	return true
}

// asRow renames a row and its cells.
func asRow(n *html.Node, cells []*html.Node) *html.Node {
	n.Data, n.DataAtom = "tr", 0
	for _, c := range cells {
		c.Data, c.DataAtom = "td", 0
		c.Attr = slices.DeleteFunc(c.Attr, func(a html.Attribute) bool { return a.Key == "colspan" || a.Key == "rowspan" })
	}
	return n
}

// gridOf makes a table of children that are its cells, row by row.
func (r *reader) gridOf(n *html.Node, kids []*html.Node, k int) bool {
	if slices.ContainsFunc(kids, inlineOnly) || !all(kids, blockish) {
		return false
	}
	table := &html.Node{Type: html.ElementNode, Data: "table"}
	for cells := range slices.Chunk(kids, k) {
		tr := &html.Node{Type: html.ElementNode, Data: "tr"}
		for _, c := range cells {
			n.RemoveChild(c)
			tr.AppendChild(c)
		}
		table.AppendChild(asRow(tr, cells))
	}
	n.AppendChild(table)
	r.unlabel(table, k)
	return true
}

// columnsOf makes a table of two columns that begin with their header words: a row of both words, and one of what stands below them.
func (r *reader) columnsOf(n *html.Node, columns []*html.Node) {
	var heads [2]*html.Node
	var words []string
	for i, c := range columns {
		if c.Parent != n || !blockish(c) {
			return
		}
		if heads[i] = firstWord(c); heads[i] == nil || own(c) == own(heads[i]) {
			return
		}
		words = append(words, own(heads[i]))
	}
	if !sides.Both(words) {
		return
	}
	table := &html.Node{Type: html.ElementNode, Data: "table"}
	header := &html.Node{Type: html.ElementNode, Data: "tr"}
	body := &html.Node{Type: html.ElementNode, Data: "tr"}
	n.InsertBefore(table, columns[0])
	for i, c := range columns {
		td := &html.Node{Type: html.ElementNode, Data: "td"}
		heads[i].Parent.RemoveChild(heads[i])
		td.AppendChild(heads[i])
		header.AppendChild(td)
		n.RemoveChild(c)
		body.AppendChild(c)
	}
	table.AppendChild(header)
	table.AppendChild(asRow(body, columns))
}

// firstWord is the first element with text inside n, if it is a block that is a header word and nothing else.
func firstWord(n *html.Node) *html.Node {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case isText(c):
			return nil
		case c.Type != html.ElementNode || own(c) == "":
			continue
		}
		if _, ok := sides.Of(own(c)); ok {
			return c
		}
		return firstWord(c)
	}
	return nil
}

// unlabel takes the header word out of cells that repeat it, as pages do for narrow screens.
func (r *reader) unlabel(table *html.Node, k int) {
	var header []string
	for i, tr := range elements(table) {
		cells := elements(tr)
		if len(cells) != k {
			continue
		}
		for col, c := range cells {
			if i == 0 {
				header = append(header, own(c))
				continue
			}
			if w := firstWord(c); w != nil && own(w) == header[col] && own(c) != header[col] {
				w.Parent.RemoveChild(w)
				r.sheet.Unplaced = append(r.sheet.Unplaced, corpus.Unplaced{Text: own(w), Reason: "header"})
			}
		}
	}
}

// prints reports whether a node is an element that can print.
func prints(n *html.Node) bool {
	return n.Type == html.ElementNode && !silent[n.Data] && n.Data != "hr" && n.Data != "br"
}

// isText reports whether a node is text and more than white space.
func isText(n *html.Node) bool { return n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" }

// elements are the children of n that can print.
func elements(n *html.Node) []*html.Node {
	var out []*html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if prints(c) {
			out = append(out, c)
		}
	}
	return out
}

// after are the siblings of n behind it that can print; text of the parent itself ends them.
func after(n *html.Node) []*html.Node {
	var out []*html.Node
	for c := n.NextSibling; c != nil; c = c.NextSibling {
		switch {
		case isText(c):
			return out
		case prints(c):
			out = append(out, c)
		}
	}
	return out
}

// stray reports whether n has text of its own beside its elements.
func stray(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if isText(c) {
			return true
		}
	}
	return false
}

var (
	// boxes are the elements that can be made a row or a cell.
	boxes = set("address article aside blockquote body center dd details div dl dt fieldset figure form h1 h2 h3 h4 h5 h6 header li main ol p section ul span")
	// inlines are the elements inside a sentence.
	inlines = set("a b em i strong u ins del s mark small sub sup font code ruby label")
)

func blockish(n *html.Node) bool   { return boxes[n.Data] }
func inlineOnly(n *html.Node) bool { return inlines[n.Data] }

// titled: a heading of the page ends a table.
func titled(n *html.Node) bool {
	return n.Data == "h1" || n.Data == "h2" || n.Data == "header" || n.Data == "footer" || n.Data == "nav"
}

func all(in []*html.Node, is func(*html.Node) bool) bool {
	return !slices.ContainsFunc(in, func(n *html.Node) bool { return !is(n) })
}

// found reports whether an element of the name inside n passes a test.
func found(n *html.Node, name string, is func(*html.Node) bool) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && (c.Data == name && is(c) || found(c, name, is)) {
			return true
		}
	}
	return false
}
