package wire

// The comparison as XML, for tools that have no JSON. All of it, unchanged clauses too:
//
//	<comparison title="…" new="改正後" old="改正前">
//	  <change form="edited" structure="renumbered">
//	    <new path="第七条" label="第七条" kind="article">第七条　届出は、<ins>五日</ins>以内にする。</new>
//	    <old path="第六条" label="第六条" kind="article">第六条　届出は、<del>三日</del>以内にする。</old>
//	    <effect kind="quantity" old="三日" new="五日"/>
//	  </change>
//	</comparison>
//
// form, structure and kind are the words of the comparison JSON. Akoma Ntoso was rejected: its passive modifications say what a later
// act did to a text, not which clauses of two texts belong together.

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/render/internal/xmlwrite"
)

// XML writes a result as XML.
func XML(r *diff.Result) []byte {
	f := newFacing(r)
	root := xmlwrite.Element("comparison", []string{"title", f.title, "new", f.heads[corpus.New], "old", f.heads[corpus.Old]})
	for n := range r.Changes {
		root.Kids = append(root.Kids, changeElement(r, &r.Changes[n]))
	}
	return []byte(xmlwrite.Indented(root))
}

func changeElement(r *diff.Result, c *diff.Change) corpus.XMLNode {
	attrs := []string{"form", string(c.Form)}
	if len(c.Structure) > 0 {
		var names []string
		for _, s := range c.Structure {
			names = append(names, string(s))
		}
		attrs = append(attrs, "structure", strings.Join(names, " "))
	}
	e := xmlwrite.Element("change", attrs)
	for _, side := range []corpus.Side{corpus.New, corpus.Old} {
		tag := map[corpus.Side]string{corpus.New: "ins", corpus.Old: "del"}[side]
		for _, u := range c.Units(side) {
			k := r.Units[side][u]
			text := corpus.Text{S: k.Text.S}
			for _, edit := range c.Edits {
				if edit.Side == side && edit.Unit == u {
					text.Marks = append(text.Marks, corpus.Mark{Kind: corpus.MarkUnderline, Span: edit.Span})
				}
			}
			text.Marks = corpus.MergeMarks(text.Marks)
			about := []string{"path", k.Path.String(), "label", k.Label, "kind", string(k.Kind)}
			if k.Placeholder != corpus.NoPlaceholder {
				about = append(about, "placeholder", string(k.Placeholder))
			}
			unit := xmlwrite.Element(side.String(), about)
			for _, p := range parted(text) {
				words := xmlwrite.Text(p.s)
				if p.marked {
					words = xmlwrite.Element(tag, nil, words)
				}
				unit.Kids = append(unit.Kids, words)
			}
			e.Kids = append(e.Kids, unit)
		}
	}
	for _, x := range c.Effects {
		e.Kids = append(e.Kids, xmlwrite.Element("effect", []string{"kind", string(x.Kind), "old", x.Old, "new", x.New}))
	}
	return e
}
