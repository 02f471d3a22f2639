// Package akn writes rules as Akoma Ntoso 3.0 (LegalDocML, akomantoso30.xsd).
//
// The levels of a Japanese rule have their counterparts: 編 part, 章 chapter, 節 section, 款 subsection, 目 division, 条 article, 項 paragraph,
// 号 point, its parts indent; what has none (a guideline's 1, a bullet, an unlabelled text, 附則, 別表) is an hcontainer whose name
// says what it is. Labels are num, captions heading, words that stand before deeper clauses intro. 傍線 are u. An article's first 項 is a
// paragraph of its own where there are more, since that is how it is cited. Running everything through hcontainer was rejected: valid,
// but no tool could find an article. Cost: a caption, printed before its article, stands inside it behind its number.
package akn

import (
	"strconv"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/corpus/ref"
	"shinkyu/render/internal/xmlwrite"
)

const namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

// Options are what the document does not say in its clauses.
type Options struct {
	ID        string // name of the rule in addresses: joho-kitei
	Number    string // 令和八年規程第三号, "" unknown
	Date      string // of this version, 2006-01-02; "" unknown: the year 1 is written, since the schema demands a date
	Publisher string
}

type nodes = []corpus.XMLNode

func el(name string, attrs []string, kids ...corpus.XMLNode) corpus.XMLNode {
	return xmlwrite.Element(name, attrs, kids...)
}

// Document writes a rule.
func Document(d *corpus.Document, opt Options) []byte {
	w := &writer{used: map[string]bool{}}
	title, before, body := w.divide(d)
	act := nodes{meta(opt)}
	var preface nodes
	if len(title) > 0 {
		preface = append(preface, el("longTitle", []string{"eId", "title"}, el("p", nil, el("docTitle", nil, title...))))
	}
	if opt.Number != "" {
		preface = append(preface, el("p", nil, el("docNumber", nil, xmlwrite.Text(opt.Number))))
	}
	if len(preface) > 0 {
		act = append(act, el("preface", nil, preface...))
	}
	if len(before) > 0 {
		act = append(act, el("preamble", nil, before...))
	}
	if len(body) == 0 {
		body = nodes{el("hcontainer", []string{"name", "empty", "eId", "empty"}, el("content", []string{"eId", "empty__content"}, el("p", nil)))}
	}
	act = append(act, el("body", nil, body...))
	root := el("akomaNtoso", []string{"xmlns", namespace}, el("act", []string{"name", "act", "contains", "singleVersion"}, act...))
	return []byte(xmlwrite.Indented(root))
}

// meta is the identification that the schema demands.
func meta(opt Options) corpus.XMLNode {
	id, date := uri(opt.ID), opt.Date
	if id == "" {
		id = "document"
	}
	if !isoDate.MatchString(date) {
		date = "0001-01-01"
	}
	work := "/akn/jp/act/" + id
	expression := work + "/jpn@" + date
	v := func(name, value string) corpus.XMLNode { return el(name, []string{"value", value}) }
	level := func(name, address string, rest ...corpus.XMLNode) corpus.XMLNode {
		kids := nodes{v("FRBRthis", address+"/!main"), v("FRBRuri", address),
			el("FRBRdate", []string{"date", date, "name", "version"}), el("FRBRauthor", []string{"href", "#publisher"})}
		return el(name, nil, append(kids, rest...)...)
	}
	publisher := opt.Publisher
	if publisher == "" {
		publisher = "不明"
	}
	return el("meta", nil,
		el("identification", []string{"source", "#publisher"},
			level("FRBRWork", work, v("FRBRcountry", "jp")),
			level("FRBRExpression", expression, el("FRBRlanguage", []string{"language", "jpn"})),
			level("FRBRManifestation", expression+".xml", v("FRBRformat", "application/akn+xml"))),
		el("references", []string{"source", "#publisher"},
			el("TLCOrganization", []string{"eId", "publisher", "href", "/akn/ontology/organization/jp/publisher", "showAs", publisher})))
}

var isoDate = lazy.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)

// uri is a name as a step of an address.
func uri(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9', r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r == '-', r == '.', r == '_':
			return r
		}
		return '-'
	}, s)
}

type writer struct{ used map[string]bool }

// divide parts title and unlabelled text at the head from the body.
func (w *writer) divide(d *corpus.Document) (title, before, body nodes) {
	i := 0
	for ; i < len(d.Clauses); i++ {
		c := d.Clauses[i]
		part := len(c.Path) > 0 && c.Path[0].Kind == ref.Part
		if part && c.Path[0].Text == "題名" && title == nil && i == 0 {
			title = words(c.Text)
			for _, k := range c.Children {
				before = append(before, w.paragraphs(k)...)
			}
			continue
		}
		plain := c.Label == "" && len(c.Children) == 0 && c.Kind == corpus.KindText && (!part || c.Path[0].Text == "前文")
		if !plain {
			break
		}
		before = append(before, w.paragraphs(c)...)
	}
	if title == nil && d.Title != "" {
		title = nodes{xmlwrite.Text(d.Title)}
	}
	return title, before, w.list(d.Clauses[i:], "")
}

// paragraphs are a clause and all under it as p.
func (w *writer) paragraphs(c *corpus.Clause) (out nodes) {
	c.Walk(func(k, _ *corpus.Clause) { out = append(out, el("p", nil, words(k.Text)...)) })
	return out
}

// list writes siblings; a caption becomes the heading of the article or 項 behind it.
func (w *writer) list(list []*corpus.Clause, above string) nodes {
	var out nodes
	for i := 0; i < len(list); i++ {
		c := list[i]
		if isCaption(c) && i+1 < len(list) && !isCaption(list[i+1]) && list[i+1].Kind != corpus.KindHeading && list[i+1].Label != "" {
			i++
			out = append(out, w.clause(list[i], c, above))
			continue
		}
		out = append(out, w.clause(c, nil, above))
	}
	return out
}

func isCaption(c *corpus.Clause) bool {
	return len(c.Path) > 0 && c.Path[len(c.Path)-1].Kind == ref.Caption && len(c.Children) == 0
}

// clause writes one clause with what is under it.
func (w *writer) clause(c, caption *corpus.Clause, above string) corpus.XMLNode {
	e := elementOf(c)
	id := w.id(above, e, c)
	attrs := []string{"eId", id}
	if e.name == "hcontainer" {
		attrs = append([]string{"name", e.role}, attrs...)
	}
	if c.Void {
		attrs = append(attrs, "status", "removed")
	}
	var kids nodes
	if c.Label != "" {
		kids = append(kids, el("num", nil, words(c.Text.Slice(0, labelEnd(c)))...))
	}
	if caption != nil {
		kids = append(kids, el("heading", []string{"eId", w.free(id + "__heading")}, words(caption.Text)...))
	}
	own := c.Text.Slice(c.Body, c.Text.Len())
	if c.Kind == corpus.KindHeading {
		if own.S != "" {
			kids = append(kids, el("heading", []string{"eId", w.free(id + "__heading")}, words(own)...))
		}
		below := w.list(c.Children, id)
		if len(below) == 0 {
			below = nodes{el("content", []string{"eId", w.free(id + "__content")}, el("p", nil))}
		}
		return el(e.name, attrs, append(kids, below...)...)
	}
	at := firstParagraphEnd(c)
	if c.Kind == corpus.KindArticle && at < len(c.Children) { // its first 項 is one of several
		if own.S != "" || at > 0 {
			first := id + "__para_1"
			kids = append(kids, el("paragraph", []string{"eId", w.free(first)}, w.body(c, own, c.Children[:at], first)...))
		}
		return el(e.name, attrs, append(kids, w.list(c.Children[at:], id)...)...)
	}
	return el(e.name, attrs, append(kids, w.body(c, own, c.Children, id)...)...)
}

// body is own words with the clauses under them.
func (w *writer) body(c *corpus.Clause, own corpus.Text, under []*corpus.Clause, id string) nodes {
	block := func(name string) corpus.XMLNode {
		at := w.free(id + "__" + name)
		if c.Kind == corpus.KindTable {
			return el(name, []string{"eId", at}, rows(own, w.free(at+"__table")))
		}
		return el(name, []string{"eId", at}, el("p", nil, words(own)...))
	}
	if len(under) == 0 {
		return nodes{block("content")}
	}
	below := w.list(under, id)
	if own.S == "" {
		return below
	}
	return append(nodes{block("intro")}, below...)
}

// firstParagraphEnd is where the further 項 of an article begin among its children; their number if there are none.
func firstParagraphEnd(c *corpus.Clause) int {
	for i, k := range c.Children {
		if isCaption(k) && i+1 < len(c.Children) {
			k = c.Children[i+1]
		}
		if k.Kind == corpus.KindParagraph || len(k.Path) > 0 && k.Path[len(k.Path)-1].Kind == ref.Paragraph {
			return i
		}
	}
	return len(c.Children)
}

func labelEnd(c *corpus.Clause) int {
	r := []rune(c.Text.S)
	end := min(c.Body, len(r))
	for end > 0 && strings.ContainsRune(" 　\t\n", r[end-1]) {
		end--
	}
	return end
}

// rows makes a table of lines; cells are apart by a full-width blank.
func rows(t corpus.Text, id string) corpus.XMLNode {
	var out nodes
	for line := range strings.SplitSeq(t.S, "\n") {
		var cells nodes
		for cell := range strings.SplitSeq(line, "　") {
			cells = append(cells, el("td", nil, el("p", nil, text(cell)...)))
		}
		out = append(out, el("tr", nil, cells...))
	}
	return el("table", []string{"eId", id}, out...)
}

func text(s string) nodes {
	if s == "" {
		return nil
	}
	return nodes{xmlwrite.Text(s)}
}

// words writes text with its side lines as u, 太字 as b.
func words(t corpus.Text) nodes {
	var out nodes
	at := 0
	for _, m := range t.Marks {
		name, attrs := "u", []string(nil)
		switch m.Kind {
		case corpus.MarkUnderline:
		case corpus.MarkDouble:
			attrs = []string{"class", "double"}
		case corpus.MarkBold:
			name = "b"
		default:
			continue
		}
		if m.Span.Start < at {
			continue
		}
		out = append(out, text(t.Slice(at, m.Span.Start).S)...)
		out = append(out, el(name, attrs, xmlwrite.Text(t.Slice(m.Span.Start, m.Span.End).S)))
		at = m.Span.End
	}
	return append(out, text(t.Slice(at, t.Len()).S)...)
}

// free makes an identifier unique.
func (w *writer) free(id string) string {
	for n, base := 2, id; w.used[id]; n++ {
		id = base + "~" + strconv.Itoa(n)
	}
	w.used[id] = true
	return id
}
