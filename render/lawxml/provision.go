package lawxml

// 編 to 条.

import (
	"strconv"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

// Ranks of divisions; none is the 本則 itself, supplement the 附則.
const (
	supplement = -2
	none       = -1
)

var divisions = []string{"Part", "Chapter", "Section", "Subsection", "Division"}

// rankOf is the rank of a division, -1 if c is none.
func rankOf(c *corpus.Clause) int {
	if len(c.Path) == 0 || c.Kind != corpus.KindHeading {
		return none
	}
	s := c.Path[len(c.Path)-1]
	if s.Kind != ref.Division {
		return none
	}
	for rank, unit := range []string{"編", "章", "節", "款", "目"} {
		if strings.Contains(s.Text, unit) {
			return rank
		}
	}
	return none
}

// articleOf reports whether c is an article or the caption of one.
func articleOf(c *corpus.Clause) bool {
	for i, s := range c.Path {
		if s.Kind == ref.Article {
			return c.Kind == corpus.KindArticle || i == len(c.Path)-1 || c.Path[len(c.Path)-1].Kind == ref.Caption && i == len(c.Path)-2
		}
	}
	return c.Kind == corpus.KindArticle
}

// provisions fits clauses into a container: the 本則, an 附則 or a division of the given rank.
func provisions(list []*corpus.Clause, container int) nodes {
	least, articles := -1, false
	for _, c := range list {
		if r := rankOf(c); r >= 0 && (least < 0 || r < least) {
			least = r
		}
		articles = articles || articleOf(c)
	}
	if container == supplement && least >= 0 {
		least = 1 // the schema knows only 章 there
	}
	if least < 0 {
		if articles || container >= 0 {
			return articleNodes(list)
		}
		return paragraphs(list)
	}
	if want := container + 1; container >= 0 && least != want && !(container == 2 && least == 4) {
		least = want
	}
	var out nodes
	var loose []*corpus.Clause
	flush := func() {
		if len(loose) == 0 {
			return
		}
		switch {
		case container >= 0 && len(out) == 0 || container == supplement:
			out = append(out, provisionsWithout(loose, container)...)
		default:
			out = append(out, divided(divisions[least], "", nil, provisions(loose, least)))
		}
		loose = nil
	}
	for n, c := range list {
		if rankOf(c) != least && !(container == supplement && rankOf(c) >= 0) {
			loose = append(loose, c)
			continue
		}
		flush()
		out = append(out, divided(divisions[least], num(c.Path[len(c.Path)-1], n+1), marked(c.Text), provisions(c.Children, least)))
	}
	flush()
	return out
}

// provisionsWithout is for clauses before the first division: articles, in an 附則 paragraphs too.
func provisionsWithout(list []*corpus.Clause, container int) nodes {
	for _, c := range list {
		if rankOf(c) >= 0 {
			return provisions(list, container)
		}
	}
	if container == supplement {
		return provisions(list, supplement)
	}
	return articleNodes(list)
}

func divided(name, number string, title, kids nodes) corpus.XMLNode {
	if len(kids) == 0 {
		kids = nodes{el("Article", []string{"Num", "0"}, el("ArticleTitle", nil), emptyParagraph())}
	}
	if number == "" {
		number = "0"
	}
	return el(name, []string{"Num", number}, append(nodes{el(name+"Title", nil, title...)}, kids...)...)
}

// articleNodes makes articles; what stands between them becomes articles without title.
func articleNodes(list []*corpus.Clause) nodes {
	var out nodes
	var loose []*corpus.Clause
	flush := func() {
		if len(loose) > 0 {
			out = append(out, el("Article", []string{"Num", "0"}, append(nodes{el("ArticleTitle", nil)}, paragraphs(loose)...)...))
		}
		loose = nil
	}
	var caption *corpus.Clause
	for n, c := range list {
		isCaption := articleOf(c) && c.Kind == corpus.KindHeading && c.Path[len(c.Path)-1].Kind == ref.Caption
		switch {
		case isCaption && n+1 < len(list) && articleOf(list[n+1]) && list[n+1].Kind != corpus.KindHeading:
			caption = c
		case articleOf(c) && !isCaption:
			flush()
			out = append(out, article(caption, c, n+1))
			caption = nil
		default:
			loose = append(loose, c)
		}
	}
	flush()
	return out
}

func article(caption, c *corpus.Clause, n int) corpus.XMLNode {
	attrs := []string{"Num", strconv.Itoa(n)}
	for _, s := range c.Path {
		if s.Kind == ref.Article {
			attrs[1] = num(s, n)
		}
	}
	if c.Void {
		attrs = append(attrs, "Delete", "true")
	}
	var kids nodes
	if caption != nil {
		kids = append(kids, el("ArticleCaption", nil, marked(caption.Text)...))
	}
	kids = append(kids, el("ArticleTitle", nil, marked(labelOf(c))...))
	body := c.Children
	words := wordsOf(c)
	if caption == nil && isBracketed(words.S) && len(body) > 0 && body[0].Kind == corpus.KindParagraph { // 第3条（申請） above a printed 1
		kids = append(kids, el("ArticleCaption", nil, marked(words)...))
		return el("Article", attrs, append(kids, paragraphs(body)...)...)
	}
	at := 0
	for at < len(body) && !opensParagraph(body, at) {
		at++
	}
	first := el("Paragraph", []string{"Num", "1"}, append(nodes{el("ParagraphNum", nil), el("ParagraphSentence", nil, sentences(words)...)}, items(body[:at], 0, 0)...)...)
	kids = append(kids, first)
	kids = append(kids, paragraphs(body[at:])...)
	return el("Article", attrs, kids...)
}

// opensParagraph reports whether clause n is a 項 or the caption of one.
func opensParagraph(list []*corpus.Clause, n int) bool {
	c := list[n]
	if c.Kind == corpus.KindHeading && n+1 < len(list) && c.Path[len(c.Path)-1].Kind == ref.Caption {
		c = list[n+1]
	}
	return isParagraph(c)
}

func isParagraph(c *corpus.Clause) bool {
	return c.Kind == corpus.KindParagraph || len(c.Path) > 0 && c.Path[len(c.Path)-1].Kind == ref.Paragraph && c.Kind == corpus.KindPlaceholder
}

func isBracketed(s string) bool {
	s = strings.TrimSpace(s)
	return strings.HasPrefix(s, "（") && strings.HasSuffix(s, "）") && strings.Count(s, "（") == 1
}
