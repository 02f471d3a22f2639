package lawxml

// 条, 項, 号 and what stands under them.

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

// article reads 条: its caption before it, its first 項 as its own text, the other 項 under it.
func (r *reader) article(n *node, p *place) {
	var title words
	if t := n.child("ArticleTitle"); t != nil {
		title = r.words(t)
	}
	path := p.at
	if s, ok := step(ref.Article, n, "条", title.S); ok {
		path = p.part.Join(s)
	} else if title.S != "" {
		path = p.part.Join(ref.Step{Kind: ref.Label, Text: title.S})
	}
	if k := n.child("ArticleCaption"); k != nil {
		r.caption(k, path, p)
	}
	own := path
	several := n.count("Paragraph") > 1
	first := n.child("Paragraph")
	if several {
		own = r.paragraphPath(first, path)
	}
	var w words
	if first != nil {
		if k := first.child("ParagraphCaption"); k != nil {
			r.caption(k, own, p)
		}
		w = r.sentence(first, "ParagraphNum", "ParagraphSentence")
	}
	items := &place{part: p.part, heads: p.heads, at: path, out: p.out}
	if title.S != "" || w.S != "" {
		c := r.add(p, own, r.clause(corpus.KindArticle, title, w), n)
		c.Void = c.Void || n.attr("Delete") == "true"
		items = p.under(c)
	}
	if first != nil {
		r.rest(first, items, "ParagraphCaption", "ParagraphNum", "ParagraphSentence")
	}
	others := &place{part: p.part, heads: p.heads, at: path, out: items.out, bare: items.bare}
	for _, k := range n.kids {
		switch {
		case k == first || k.name == "ArticleCaption" || k.name == "ArticleTitle":
		default:
			r.element(k, others)
		}
	}
}

func (r *reader) caption(n *node, path ref.Path, p *place) {
	t := r.words(n)
	if t.S == "" {
		return
	}
	if len(path) > 0 { // else what it belongs to has no address: it is a heading without label
		path = path.Join(ref.Step{Kind: ref.Caption})
	} else {
		path = nil
	}
	r.add(p, path, r.clause(corpus.KindHeading, words{}, t), n)
}

// sentence joins the named children of n: a number that is printed before the words belongs to them.
func (r *reader) sentence(n *node, names ...string) words {
	var t words
	for _, name := range names {
		k := n.child(name)
		if k == nil {
			continue
		}
		w := r.words(k)
		if t.S != "" && w.S != "" {
			t = t.add(ownWords("　"))
		}
		t = t.add(w)
	}
	return t
}

// rest reads the children of n but the named ones.
func (r *reader) rest(n *node, p *place, but ...string) {
next:
	for _, k := range n.kids {
		for _, name := range but {
			if k.name == name {
				continue next
			}
		}
		r.element(k, p)
	}
}

func (r *reader) paragraphPath(n *node, above ref.Path) ref.Path {
	if n != nil {
		if s, ok := step(ref.Paragraph, n, "項", ""); ok {
			return above.Join(s)
		}
	}
	return nil
}

// paragraph reads 項. One that is alone in its 附則 and has no printed number is an unlabelled paragraph.
func (r *reader) paragraph(n *node, p *place, single bool) {
	var label words
	if k := n.child("ParagraphNum"); k != nil {
		label = r.words(k)
	}
	kind, path := corpus.KindParagraph, r.paragraphPath(n, p.at)
	if single && label.S == "" {
		kind, path = corpus.KindText, nil
	}
	if k := n.child("ParagraphCaption"); k != nil {
		at := path
		if at == nil {
			at = p.at
		}
		r.caption(k, at, p)
	}
	c := r.clause(kind, label, r.sentence(n, "ParagraphSentence"))
	if c.Text.S == "" { // a paragraph of a table or figure alone
		inside := *p
		if path != nil {
			inside.at, inside.bare = path, 0
		}
		r.rest(n, &inside, "ParagraphCaption", "ParagraphNum", "ParagraphSentence")
		return
	}
	r.add(p, path, c, n)
	r.rest(n, p.under(c), "ParagraphCaption", "ParagraphNum", "ParagraphSentence")
}

// item reads 号.
func (r *reader) item(n *node, p *place) {
	r.labelled(n, p, "Item", func(title string) (ref.Step, bool) {
		if title != "" && !p.inProvision() { // of a 別表: addressed by its label, as where the same is read from a print
			return ref.Step{Kind: ref.Label, Text: subitemLabel(title)}, true
		}
		return step(ref.Item, n, "号", title)
	})
}

// inProvision reports whether a 条 or 項 stands above.
func (p *place) inProvision() bool {
	for _, s := range p.at {
		if s.Kind == ref.Article || s.Kind == ref.Paragraph {
			return true
		}
	}
	return len(p.at) == 0
}

// subitem reads 号の細分, ten levels deep: イ, （１）, （ｉ）. It is addressed by its printed label.
func (r *reader) subitem(n *node, p *place) {
	r.labelled(n, p, n.name, func(title string) (ref.Step, bool) {
		return ref.Step{Kind: ref.Subitem, Text: subitemLabel(title)}, title != ""
	})
}

func (r *reader) labelled(n *node, p *place, name string, address func(title string) (ref.Step, bool)) {
	var title words
	if k := n.child(name + "Title"); k != nil {
		title = r.words(k)
	}
	var path ref.Path
	if s, ok := address(title.S); ok {
		path = p.at.Join(s)
	}
	inside := p
	w, tables := r.sentenceAndTables(n.child(name + "Sentence"))
	if title.S != "" || w.S != "" {
		c := r.add(p, path, r.clause(corpus.KindItem, title, w), n)
		c.Void = c.Void || n.attr("Delete") == "true"
		inside = p.under(c)
	}
	for _, t := range tables {
		r.element(t, inside)
	}
	r.rest(n, inside, name+"Title", name+"Sentence")
}

// sentenceAndTables parts a sentence from tables that stand in its place.
func (r *reader) sentenceAndTables(n *node) (words, []*node) {
	if n == nil {
		return words{}, nil
	}
	var tables []*node
	text := &node{name: n.name}
	for _, k := range n.kids {
		if k.name == "Table" {
			tables = append(tables, k)
		} else {
			text.kids = append(text.kids, k)
		}
	}
	return r.words(text), tables
}

// list reads 列記 without labels.
func (r *reader) list(n *node, p *place) {
	inside := p
	if t := r.sentence(n, n.name+"Sentence"); t.S != "" {
		inside = p.under(r.add(p, nil, r.clause(corpus.KindText, words{}, t), n))
	}
	r.rest(n, inside, n.name+"Sentence")
}

// class reads 類.
func (r *reader) class(n *node, p *place) {
	t := r.sentence(n, "ClassTitle", "ClassSentence")
	inside := p
	if t.S != "" {
		inside = p.under(r.add(p, nil, r.clause(corpus.KindText, words{}, t), n))
	}
	r.rest(n, inside, "ClassTitle", "ClassSentence")
}

// remarks reads 備考: its label with its sentences, its items under it.
func (r *reader) remarks(n *node, p *place) {
	var label words
	if k := n.child("RemarksLabel"); k != nil {
		label = r.words(k)
	}
	text := &node{name: n.name}
	for _, k := range n.kids {
		if k.name == "Sentence" {
			text.kids = append(text.kids, k)
		}
	}
	w, inside := r.words(text), p
	if label.S != "" || w.S != "" {
		path := p.at.Join(ref.Step{Kind: ref.Label, Text: strings.NewReplacer("　", "", " ", "").Replace(label.S)})
		if label.S == "" {
			path = nil
		}
		inside = p.under(r.add(p, path, r.clause(corpus.KindText, label, w), n))
	}
	r.rest(n, inside, "RemarksLabel", "Sentence")
}

// quoted reads a provision that an amending provision sets out: text of another law, kept as one block a piece.
func (r *reader) quoted(n *node, p *place) {
	for _, k := range n.elements() {
		r.paragraphOf(k, p)
	}
}

// tableStruct reads a table with its title and remarks, which are clauses beside it.
func (r *reader) tableStruct(n *node, p *place) {
	for _, k := range n.kids {
		if k.name == "TableStructTitle" {
			r.paragraphOf(k, p)
			continue
		}
		r.element(k, p)
	}
}

// table reads a table as opaque text: one line a row, cells apart by a full-width blank.
func (r *reader) table(n *node, p *place) {
	if t := r.words(n); t.S != "" {
		r.add(p, nil, r.clause(corpus.KindTable, words{}, t), n)
	}
}

// figure keeps a figure's title; the picture itself is listed as unplaced.
func (r *reader) figure(n *node, p *place) {
	if t := r.words(n); t.S != "" {
		r.add(p, nil, r.clause(corpus.KindFigure, words{}, t), n)
	}
}
