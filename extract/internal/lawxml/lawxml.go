// Package lawxml reads 法令標準XML, the schema in which e-Gov publishes laws, into a clause tree.
//
// The file says what everything is, so nothing is guessed: elements map to clauses, Num attributes to addresses.
// Three things need a decision. A caption is its own clause before its article, because it changes on its own. An
// article and its first paragraph are one clause, since that is how both are printed and cited; it is addressed 第三条
// where it is the only paragraph and 第三条第一項 where there are more, as lawyers cite it. The table of contents and the
// law's number are derived from the rest or stand for the whole law: they are listed as unplaced, not compared.
// Reading the text through the line parser was rejected: 法令標準XML already knows what that parser must guess.
// Source: XMLSchema for Japanese Law v3 (stdLaw.xsd).
package lawxml

import (
	"fmt"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

// Read reads text, already decoded. A file that breaks off is read as far as it goes, with a finding. It fails, with a
// *corpus.Failure, only when there is no law in it.
func Read(text string) (*corpus.Document, []corpus.Diag, []corpus.Unplaced, error) {
	doc, _, diags, unplaced, err := read(text, false)
	return doc, diags, unplaced, err
}

// ReadSkeleton is Read that also keeps what is left of the file; the skeleton is nil for a file that is broken.
func ReadSkeleton(text string) (*corpus.Document, *corpus.Skeleton, []corpus.Diag, []corpus.Unplaced, error) {
	return read(text, true)
}

func read(text string, bones bool) (*corpus.Document, *corpus.Skeleton, []corpus.Diag, []corpus.Unplaced, error) {
	root, whole, fault := parse(text)
	body := root.find("LawBody")
	if body == nil {
		body = root.find("Law")
	}
	if body == nil {
		return nil, nil, nil, nil, &corpus.Failure{
			Rule: "not-a-law", Japanese: "法令標準XMLではありません（Law 要素がありません）", English: "not a law in 法令標準XML: there is no Law element",
			HintJA: "e-Gov法令検索の XML をそのまま渡してください", HintEN: "pass the XML of e-Gov as it was downloaded",
		}
	}
	r := &reader{doc: &corpus.Document{}, used: map[string]bool{}, from: map[*corpus.Clause][]piece{}}
	if fault != nil {
		r.diags = append(r.diags, corpus.Diag{
			Rule: "xml-broken", Severity: corpus.Error, Unit: -1,
			Message: fmt.Sprintf("XMLが途中で壊れています（%v）", fault), English: fmt.Sprintf("the XML is broken: %v", fault),
			Hint: "壊れた箇所より後は読み取られていません",
		})
	}
	if num := root.find("LawNum"); num != nil {
		r.unplace(r.words(num).S, "law-number")
	}
	r.each(body, &place{out: &r.doc.Clauses})
	if !whole || !bones {
		return r.doc, nil, r.diags, r.unplaced, nil
	}
	r.dig()
	return r.doc, skeleton(root, r.doc), r.diags, r.unplaced, nil
}

type reader struct {
	doc      *corpus.Document
	diags    []corpus.Diag
	unplaced []corpus.Unplaced
	used     map[string]bool            // addresses given away
	from     map[*corpus.Clause][]piece // where the words of each clause stand in the file
}

// place is where clauses are added.
type place struct {
	part  ref.Path // what articles are addressed from: empty in 本則, 附則 in a supplementary provision
	heads ref.Path // what headings are addressed from: part and the headings above
	at    ref.Path // the clause above
	out   *[]*corpus.Clause
	bare  int // unlabelled clauses so far
}

// under is the place for what stands under c.
func (p *place) under(c *corpus.Clause) *place {
	return &place{part: p.part, heads: p.heads, at: c.Path, out: &c.Children}
}

// add appends c at path, or as the next unlabelled clause if path is nil.
func (r *reader) add(p *place, path ref.Path, c *corpus.Clause, n *node) *corpus.Clause {
	if path == nil {
		for {
			p.bare++
			path = p.at.Join(ref.Step{Kind: ref.Unlabelled, Text: fmt.Sprintf("¶%d", p.bare)})
			if !r.used[path.String()] {
				break
			}
		}
	} else if r.used[path.String()] {
		if path[len(path)-1].Kind != ref.Caption { // the article says it
			r.diags = append(r.diags, corpus.Diag{
				Rule: "label-repeated", Severity: corpus.Warning, Unit: -1,
				Message: path.String() + " が二つあります", English: path.String() + " stands twice",
			})
		}
		path = r.free(path)
	}
	r.used[path.String()] = true
	c.Path, c.Origin = path, corpus.Origin{Row: -1, Line: n.line}
	*p.out = append(*p.out, c)
	return c
}

// free is the first address of the form path~n that is not taken.
func (r *reader) free(path ref.Path) ref.Path {
	last := len(path) - 1
	if path[last].Kind == ref.Caption && last > 0 { // a caption has no text of its own
		last--
	}
	for n := 2; ; n++ {
		q := slices.Clone(path)
		q[last].Text += fmt.Sprintf("~%d", n)
		if !r.used[q.String()] {
			return q
		}
	}
}

func (r *reader) unplace(text, reason string) {
	if text != "" {
		r.unplaced = append(r.unplaced, corpus.Unplaced{Text: text, Reason: reason})
	}
}

// each reads the child elements of n in order.
func (r *reader) each(n *node, p *place) {
	for _, k := range n.kids {
		r.element(k, p)
	}
}

// element reads one element by the table of rules. What the schema does not allow here is still text.
func (r *reader) element(n *node, p *place) {
	switch n.kind {
	case corpus.XMLLiteral:
		r.unplace(cleanText(n.text), "outside-element")
		return
	case corpus.XMLComment, corpus.XMLInstruction:
		return
	}
	if rule := rules[n.name]; rule != nil {
		rule(r, n, p)
		return
	}
	r.paragraphOf(n, p)
}

// paragraphOf reads any other element as one unlabelled paragraph.
func (r *reader) paragraphOf(n *node, p *place) {
	if t := r.words(n); t.S != "" {
		r.add(p, nil, r.clause(corpus.KindText, words{}, t), n)
	}
}

// clause makes a clause of a label and the words behind it.
func (r *reader) clause(kind corpus.ClauseKind, label, w words) *corpus.Clause {
	c := &corpus.Clause{Kind: kind, Label: label.S}
	all := w
	if label.S != "" {
		c.Body = label.Len()
		all = label
		if w.S != "" {
			c.Body++
			all = label.add(ownWords("　")).add(w)
		}
	}
	c.Text, r.from[c] = all.Text, all.from
	switch strings.Trim(w.S, "（）()［］[]〔〕 　") {
	case "略":
		c.Kind, c.Placeholder = corpus.KindPlaceholder, corpus.Omitted
	case "削除":
		c.Void = true
	}
	return c
}
