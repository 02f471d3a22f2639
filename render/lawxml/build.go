package lawxml

// A law from clauses. The schema is stricter than rules are: 本則 holds divisions or articles or paragraphs, never a mixture; under a 項
// stand items, then tables; a division holds an article. What a rule has beyond that is fitted in without a word lost or moved:
//
//	guideline 1 ＞ (1) ＞ ①     Paragraph ＞ Item ＞ Subitem1, their labels as titles
//	a text under an item        an item without title
//	a table under an item       an item whose sentence is the table
//	loose text among articles   an article without title
//	章 beside 編                 the 章 in a 編 without title
//
// A reader of 法令標準XML that prints titles and sentences in order prints the rule. Refusing such rules was rejected: most guidelines are.

import (
	"strconv"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/render/internal/xmlwrite"
)

// Options are what a rule does not say in its clauses.
type Options struct {
	Number string // 令和八年規程第三号; "" unknown
}

type nodes = []corpus.XMLNode

func el(name string, attrs []string, kids ...corpus.XMLNode) corpus.XMLNode {
	return xmlwrite.Element(name, attrs, kids...)
}

// Build writes a document as a strict law. Known reports whether its number was understood; the schema demands one, and an unknown
// one is written as the first of its era.
func Build(d *corpus.Document, opt Options) (data []byte, known bool) {
	parts := divide(d)
	number, known := parseNumber(opt.Number)
	body := nodes{el("LawTitle", nil, parts.title...)}
	for _, c := range parts.enactment {
		body = append(body, el("EnactStatement", nil, marked(c.Text)...))
	}
	if len(parts.preamble) > 0 {
		body = append(body, el("Preamble", nil, paragraphs(parts.preamble)...))
	}
	main := provisions(parts.main, none)
	if len(main) == 0 {
		main = nodes{emptyParagraph()}
	}
	body = append(body, el("MainProvision", nil, main...))
	for _, p := range parts.rest {
		body = append(body, p.element())
	}
	law := el("Law", number.attributes(), el("LawNum", nil, textOf(opt.Number)...), el("LawBody", nil, body...))
	return []byte(xmlwrite.Indented(law)), known
}

// sections are a document as the schema orders it.
type sections struct {
	title                     nodes
	enactment, preamble, main []*corpus.Clause
	rest                      []part
}

// part is what follows the 本則: an 附則, an appendix, or (head nil) what a file prints behind them.
type part struct {
	head *corpus.Clause
	body []*corpus.Clause
}

func divide(d *corpus.Document) sections {
	var s sections
	for _, c := range d.Clauses {
		first := ref.Step{}
		if len(c.Path) > 0 {
			first = c.Path[0]
		}
		isPart := first.Kind == ref.Part
		switch {
		case isPart && first.Text == "題名" && s.title == nil && len(s.main)+len(s.rest) == 0:
			s.title = marked(c.Text)
			s.enactment = append(s.enactment, c.Children...)
		case isPart && first.Text == "前文" && len(s.main)+len(s.rest) == 0:
			s.preamble = append(s.preamble, c)
		case isPart && len(c.Path) == 1 && first.Text != "題名" && first.Text != "前文" && !table(first):
			s.rest = append(s.rest, part{c, c.Children})
		case len(s.rest) > 0:
			last := &s.rest[len(s.rest)-1]
			if last.head != nil {
				s.rest = append(s.rest, part{})
				last = &s.rest[len(s.rest)-1]
			}
			last.body = append(last.body, c)
		case len(s.main)+len(s.preamble) == 0 && len(c.Children) == 0 && c.Label == "" && c.Placeholder == corpus.NoPlaceholder && first.Kind == ref.Unlabelled:
			s.enactment = append(s.enactment, c)
		default:
			s.main = append(s.main, c)
		}
	}
	if s.title == nil && d.Title != "" {
		s.title = nodes{xmlwrite.Text(d.Title)}
	}
	return s
}

// table: 表2 stands before the addresses of a file's second table.
func table(s ref.Step) bool { return strings.HasPrefix(s.Text, "表") }

func (p part) element() corpus.XMLNode {
	if p.head == nil {
		return el("AppdxTable", nil, append(nodes{el("AppdxTableTitle", nil)}, appendixBody(p.body)...)...)
	}
	if !strings.HasPrefix(p.head.Path[0].Text, "附則") {
		return el("AppdxTable", nil, append(nodes{el("AppdxTableTitle", nil, marked(p.head.Text)...)}, appendixBody(p.body)...)...)
	}
	var attrs []string
	label := p.head.Text
	words := strings.TrimSpace(p.head.Words())
	if rest, ok := strings.CutSuffix(words, "抄"); ok {
		attrs = append(attrs, "Extract", "true")
		words = strings.TrimSpace(rest)
		label = label.Slice(0, len([]rune(strings.TrimRight(strings.TrimSuffix(strings.TrimSpace(label.S), "抄"), " 　"))))
	}
	if act, ok := strings.CutPrefix(words, "（"); ok && strings.HasSuffix(act, "号）") {
		attrs = append([]string{"AmendLawNum", strings.TrimSuffix(act, "）")}, attrs...)
		label = p.head.Text.Slice(0, len([]rune(p.head.Label)))
	}
	kids := provisions(p.body, supplement)
	if len(kids) == 0 {
		kids = nodes{emptyParagraph()}
	}
	return el("SupplProvision", attrs, append(nodes{el("SupplProvisionLabel", nil, marked(label)...)}, kids...)...)
}

func appendixBody(list []*corpus.Clause) nodes {
	var out nodes
	for i, c := range list {
		if c.Kind == corpus.KindTable && len(c.Children) == 0 {
			out = append(out, el("TableStruct", nil, rows(c)))
			continue
		}
		out = append(out, items([]*corpus.Clause{c}, 0, i)...)
	}
	return out
}

func emptyParagraph() corpus.XMLNode {
	return el("Paragraph", []string{"Num", "1"}, el("ParagraphNum", nil), el("ParagraphSentence", nil, el("Sentence", nil)))
}

func textOf(s string) nodes {
	if s == "" {
		return nil
	}
	return nodes{xmlwrite.Text(s)}
}

// num is a step's number as the schema spells it, 3_2 or 7:9; n stands in where there is none.
func num(s ref.Step, n int) string {
	ends := strings.FieldsFunc(s.Text, func(r rune) bool { return r == '～' || r == '・' })
	var out []string
	for _, e := range ends {
		var digits []string
		for _, v := range (ref.Step{Text: e}).Nums() {
			digits = append(digits, strconv.Itoa(v))
		}
		if len(digits) > 0 {
			out = append(out, strings.Join(digits, "_"))
		}
	}
	switch len(out) {
	case 0:
		return strconv.Itoa(n)
	case 1:
		return out[0]
	}
	return out[0] + ":" + out[len(out)-1]
}
