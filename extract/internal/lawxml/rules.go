package lawxml

// One rule an element, in the order of the schema.

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/corpus/ref"
)

type rule func(r *reader, n *node, p *place)

var rules map[string]rule

func init() {
	rules = map[string]rule{
		"Law": (*reader).each, "LawBody": (*reader).each, "MainProvision": (*reader).each,
		"LawNum":   func(*reader, *node, *place) {}, // read with the head of the file
		"LawTitle": (*reader).title,
		"TOC":      func(r *reader, n *node, _ *place) { r.unplace(r.words(n).S, "toc") },
		"Preamble": (*reader).preamble,

		"Part": heading("PartTitle", "編"), "Chapter": heading("ChapterTitle", "章"), "Section": heading("SectionTitle", "節"),
		"Subsection": heading("SubsectionTitle", "款"), "Division": heading("DivisionTitle", "目"),

		"Article": (*reader).article,
		"Paragraph": func(r *reader, n *node, p *place) {
			r.paragraph(n, p, false)
		},
		"Item": (*reader).item, "TableStruct": (*reader).tableStruct, "Table": (*reader).table, "FigStruct": (*reader).figure,
		"List": (*reader).list, "Sublist1": (*reader).list, "Sublist2": (*reader).list, "Sublist3": (*reader).list,
		"Class":          (*reader).class,
		"Remarks":        (*reader).remarks,
		"AmendProvision": (*reader).each, "NewProvision": (*reader).quoted,

		"SupplProvision": (*reader).supplement,
	}
	for _, level := range "123456789" {
		rules["Subitem"+string(level)] = (*reader).subitem
	}
	rules["Subitem10"] = (*reader).subitem
	for _, name := range []string{"AppdxTable", "AppdxNote", "AppdxStyle", "AppdxFormat", "Appdx", "AppdxFig",
		"SupplProvisionAppdxTable", "SupplProvisionAppdxStyle", "SupplProvisionAppdx"} {
		rules[name] = (*reader).appendix
	}
}

func (r *reader) title(n *node, p *place) {
	t := r.words(n)
	if t.S == "" {
		return
	}
	r.doc.Title = t.S
	r.add(p, ref.Path{{Kind: ref.Part, Text: "題名"}}, r.clause(corpus.KindHeading, words{}, t), n)
}

// preamble: 前文, paragraphs without numbers.
func (r *reader) preamble(n *node, p *place) {
	head := ref.Path{{Kind: ref.Part, Text: "前文"}}
	inside := &place{part: head, heads: head, at: head, out: p.out}
	for _, k := range n.elements() {
		r.paragraphOf(k, inside)
	}
}

var headLabel = lazy.MustCompile(`^(第[〇一二三四五六七八九十百千0-9０-９]+[編章節款目](?:[のノ][〇一二三四五六七八九十百千0-9０-９]+)*(?:(?:から|及び|・|～)[^　 ]*)?)[　 ]*`)

// heading reads 編, 章, 節, 款 or 目.
func heading(title, unit string) rule {
	return func(r *reader, n *node, p *place) {
		var label, w words
		if t := n.child(title); t != nil {
			w = r.words(t)
		}
		if m := headLabel.FindStringSubmatch(w.S); m != nil {
			label = w.cut(0, corpus.Text{S: m[1]}.Len())
			w = w.cut(corpus.Text{S: m[0]}.Len(), w.Len())
		}
		var path ref.Path
		if s, ok := step(ref.Division, n, unit, label.S); ok {
			path = p.heads.Join(s)
		}
		inside := p
		if label.S != "" || w.S != "" {
			c := r.add(p, path, r.clause(corpus.KindHeading, label, w), n)
			inside = &place{part: p.part, heads: c.Path, at: c.Path, out: &c.Children}
		}
		for _, k := range n.kids {
			if k.name != title {
				r.element(k, inside)
			}
		}
	}
}

// supplement: 附則, with the amending law it belongs to where there is one.
func (r *reader) supplement(n *node, p *place) {
	label := ownWords("附　則")
	var w words
	if l := n.child("SupplProvisionLabel"); l != nil {
		if t := r.words(l); t.S != "" {
			label = t
		}
	}
	part := "附則"
	if num := lawNumber(n.attr("AmendLawNum")); num != "" {
		w = ownWords("（" + num + "）")
		part += w.S
	}
	c := r.clause(corpus.KindHeading, label, w)
	if n.attr("Extract") == "true" {
		c.Text = c.Text.Append(corpus.Text{S: "　抄"})
		if w.S == "" {
			c.Body++
		}
	}
	r.add(p, ref.Path{{Kind: ref.Part, Text: part}}, c, n)
	inside := &place{part: c.Path, heads: c.Path, at: c.Path, out: &c.Children}
	single := n.count("Paragraph") == 1
	for _, k := range n.kids {
		switch k.name {
		case "SupplProvisionLabel":
		case "Paragraph":
			r.paragraph(k, inside, single)
		default:
			r.element(k, inside)
		}
	}
}

var appendixName = lazy.MustCompile(`^(?:附則)?(別表|別記|様式|別図|付録|附録|別紙)(第[〇一二三四五六七八九十百千0-9０-９]+)?((?:[のノ][〇一二三四五六七八九十百千0-9０-９]+)*号?(?:の[〇一二三四五六七八九十百千0-9０-９]+)*)`)

var partName = lazy.MustCompile(`^(?:附則|別表|様式|別記)`) // what addresses take for a part

// appendix: 別表, 様式 and their like: a heading with its contents under it.
func (r *reader) appendix(n *node, p *place) {
	var w words
	var rest []*node
	for _, k := range n.kids {
		switch k.name {
		case n.name + "Title", "ArithFormulaNum", "RelatedArticleNum":
			w = w.add(r.words(k))
		default:
			rest = append(rest, k)
		}
	}
	name := appendixName.FindString(strings.ReplaceAll(w.S, "　", ""))
	label := appendixName.FindString(w.S)
	if name == "" {
		name = map[bool]string{true: "様式", false: "別表"}[strings.HasSuffix(n.name, "Style") || strings.HasSuffix(n.name, "Format")]
	}
	s := ref.Step{Kind: ref.Part, Text: name}
	if len(p.part) > 0 || !partName.MatchString(name) {
		s.Kind = ref.Label
	}
	c := &corpus.Clause{Kind: corpus.KindHeading, Label: label, Text: w.Text, Body: corpus.Text{S: label}.Len()}
	r.from[c] = w.from
	path := p.part.Join(s)
	inside := &place{part: path, heads: path, at: path, out: p.out}
	if w.S != "" {
		r.add(p, path, c, n)
		inside = &place{part: c.Path, heads: c.Path, at: c.Path, out: &c.Children}
	}
	for _, k := range rest {
		r.element(k, inside)
	}
}
