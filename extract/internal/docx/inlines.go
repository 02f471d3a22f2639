package docx

// From runs to words: what is printed, with which marks, and what is not printed.

import (
	"strconv"

	"shinkyu/corpus"
)

// properties are elements that say something about others and print nothing.
var properties = map[string]bool{"w:pPr": true, "w:rPr": true, "w:sdtPr": true, "w:sdtEndPr": true, "w:smartTagPr": true, "w:customXmlPr": true, "m:rPr": true, "m:ctrlPr": true}

// inlines reads what stands in a paragraph or in a wrapper inside it.
func (w *walker) inlines(n *node) {
	for _, k := range n.Kids {
		switch {
		case properties[k.Name]:
		case k.Name == "w:r":
			w.run(k)
		case k.Name == "w:del" || k.Name == "w:moveFrom" || k.Name == "w:ins" || k.Name == "w:moveTo":
			if w.r.stays(k) {
				w.inlines(k)
			}
		case k.Name == "mc:AlternateContent":
			if c := k.Branch(); c != nil {
				w.inlines(c)
			}
		case k.Name == "m:t":
			w.text(k.Text, look{})
		default:
			w.inlines(k)
		}
	}
}

// run reads a w:r.
func (w *walker) run(n *node) {
	rPr := w.r.properties(n, "w:rPr")
	l := w.r.styles.look(w.r.styles.lookOf(rPr), rPr.Child("w:rStyle").Attr("w:val"), w.para, w.cellLook)
	w.pieces(n, l)
}

func (w *walker) pieces(n *node, l look) {
	for _, k := range n.Kids {
		switch k.Name {
		case "w:rPr", "w:instrText", "w:delInstrText", "w:softHyphen", "w:lastRenderedPageBreak":
		case "w:t", "w:delText":
			w.print(k.Text, l)
		case "w:tab", "w:ptab":
			w.print("\t", l)
		case "w:noBreakHyphen":
			w.print("-", l)
		case "w:sym":
			if v, err := strconv.ParseUint(k.Attr("w:char"), 16, 16); err == nil {
				w.print(string(rune(v)), l)
			}
		case "w:br", "w:cr":
			if l.hidden <= 0 {
				w.lineBreak(k.Attr("w:type"))
			}
		case "w:fldChar":
			w.field(k.Attr("w:fldCharType"))
		case "w:footnoteReference":
			w.note("w:footnote" + k.Attr("w:id"))
		case "w:endnoteReference":
			w.note("w:endnote" + k.Attr("w:id"))
		case "w:ruby":
			if rt := k.Child("w:rt"); rt != nil {
				w.r.unplaceText(textOf(&node{Kids: rt.Kids}), "ruby")
			}
			if base := k.Child("w:rubyBase"); base != nil {
				w.inlines(base)
			}
		case "mc:AlternateContent":
			if c := k.Branch(); c != nil {
				w.pieces(c, l)
			}
		case "w:drawing", "w:pict", "w:object":
			w.picture(k)
		}
	}
}

// print writes words unless they are hidden or the code of a field.
func (w *walker) print(s string, l look) {
	for _, result := range w.fields {
		if !result {
			w.r.unplaceText(s, "field-code")
			return
		}
	}
	if l.hidden > 0 {
		w.r.unplaceText(s, "hidden")
		return
	}
	w.text(s, l)
}

// field follows a field through its code to its result, which alone is printed.
func (w *walker) field(kind string) {
	n := len(w.fields)
	switch {
	case kind == "begin":
		w.fields = append(w.fields, false)
	case kind == "separate" && n > 0:
		w.fields[n-1] = true
	case kind == "end" && n > 0:
		w.fields = w.fields[:n-1]
	}
}

// note lists a note where it is first referred to; the mark in the text is not part of the text.
func (w *walker) note(id string) {
	w.r.unplace(w.r.notes[id], "footnote")
	delete(w.r.notes, id)
}

// picture keeps the text boxes of a drawing for after the paragraph; what is only a picture is listed by its description.
func (w *walker) picture(n *node) {
	before := len(w.boxes)
	alt := ""
	var walk func(*node)
	walk = func(n *node) {
		switch n.Name {
		case "w:txbxContent":
			w.boxes = append(w.boxes, n)
			return
		case "wp:docPr":
			alt = n.Attr("descr")
		case "v:textpath":
			w.r.unplaceText(n.Attr("string"), "figure")
		case "mc:AlternateContent":
			if c := n.Branch(); c != nil {
				walk(c)
			}
			return
		}
		for _, k := range n.Kids {
			walk(k)
		}
	}
	walk(n)
	if len(w.boxes) == before && alt != "" {
		w.r.file.Unplaced = append(w.r.file.Unplaced, corpus.Unplaced{Text: alt, Reason: "figure"})
	}
}
