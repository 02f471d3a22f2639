package docx

// From blocks to lines: paragraphs, tables in cells, text boxes, content controls.

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/inline"
)

// walker reads one flow of blocks: the body, a cell.
type walker struct {
	r        *reader
	b        inline.Builder
	out      []grid.Line
	cellLook look    // of the letters of the cell
	cell     bool    // a cell of a comparison, or of a table that is one line
	inside   int     // the table inside the cell that is being read; 0 none
	glue     bool    // the next paragraph goes on in the line: the first one of a cell of a table in a cell
	open     bool    // a paragraph is being read
	perLine  float64 // ems that fit into a line, 0 unknown
	width    float64 // ems written since the last line end
	down     float64 // lines above the one being read
	last     rune    // the last character written, to judge a line break
	breaks   int     // line breaks since then
	fields   []bool  // open fields: whether their result has begun
	held     []*node // paragraphs whose end is deleted: the next one goes on from them
	boxes    []*node // text boxes anchored in the paragraph being read
	para     string  // style of the paragraph being read
	framed   bool    // it has a border on all sides
	heading  int     // its level as a heading, from 1; 0 none
}

func (r *reader) walker(perLine float64) *walker {
	w := &walker{r: r, perLine: perLine, b: inline.Builder{Spaces: true}}
	w.b.Paragraph()
	return w
}

// blocks reads the children of n.
func (w *walker) blocks(n *node) {
	for _, k := range n.Kids {
		switch k.Name {
		case "w:p":
			w.paragraph(k)
		case "w:tbl":
			w.flush()
			w.table(k)
		case "w:sdt":
			if c := k.Child("w:sdtContent"); c != nil {
				w.blocks(c)
			}
		case "mc:AlternateContent":
			if c := k.Branch(); c != nil {
				w.blocks(c)
			}
		case "w:del", "w:moveFrom", "w:ins", "w:moveTo":
			if w.r.stays(k) {
				w.blocks(k)
			}
		case "w:altChunk", "w:subDoc":
			w.r.tell(corpus.Diag{
				Rule: "docx-outside", Severity: corpus.Warning,
				Message: "別のファイルを取り込む箇所があり、その内容は読んでいません", English: "the document takes in another file, which is not read",
				Hint: "Word で開いて保存し直すと、本文に取り込まれます",
			})
		case "w:sectPr", "w:sdtPr", "w:tblPr", "w:tblGrid", "w:tcPr":
		default:
			w.blocks(k)
		}
	}
}

// paragraph reads a w:p. One whose end is deleted waits for the next, of which it is the beginning.
func (w *walker) paragraph(p *node) {
	if w.r.endless(p) {
		w.held = append(w.held, p)
		return
	}
	held := w.held
	w.held = nil
	w.write(held, p)
}

// flush reads paragraphs that wait in vain.
func (w *walker) flush() {
	if n := len(w.held); n > 0 {
		held, last := w.held[:n-1], w.held[n-1]
		w.held = nil
		if trim(textOf(last)) == "" && len(held) == 0 {
			return
		}
		w.write(held, last)
	}
}

// write reads p, beginning with the content of the paragraphs held.
func (w *walker) write(held []*node, p *node) {
	w.begin()
	w.label(p)
	for _, h := range held {
		w.para = w.r.properties(h, "w:pPr").Child("w:pStyle").Attr("w:val")
		w.inlines(h)
	}
	pPr := w.r.properties(p, "w:pPr")
	w.para, w.framed, w.heading = pPr.Child("w:pStyle").Attr("w:val"), framed(pPr), w.r.styles.heading(pPr)
	w.inlines(p)
	boxes := w.boxes
	w.boxes = nil
	for _, b := range boxes {
		w.blocks(b)
	}
}

// label writes the number that Word prints before p.
func (w *walker) label(p *node) {
	pPr := w.r.properties(p, "w:pPr")
	name := pPr.Child("w:pStyle").Attr("w:val")
	if name == "" {
		name = w.r.styles.paragraph
	}
	st := w.r.styles.of(name)
	id, at, leveled := st.num, st.level, st.leveled
	if num := pPr.Child("w:numPr"); num != nil {
		if v, ok := num.Child("w:numId").Has("w:val"); ok {
			id = v
		}
		if v, ok := num.Child("w:ilvl").Has("w:val"); ok {
			at, leveled = int(number(v)), true
		}
	}
	if id == "" || id == "0" {
		return
	}
	if !leveled {
		at = w.r.numbering.byStyle(id, name)
	}
	mark := w.r.styles.lookOf(pPr.Child("w:rPr"))
	mark.under = 0 // the number takes over all but the line under the paragraph's end
	all := w.r.styles.look(mark, pPr.Child("w:rPr", "w:rStyle").Attr("w:val"), name, w.cellLook)
	if all.hidden > 0 && trim(textOf(p)) == "" {
		return // a hidden paragraph is not counted
	}
	all.under = 0
	label, how := w.r.numbering.next(id, at)
	w.text(label, how.over(all))
}

// begin opens a paragraph.
func (w *walker) begin() {
	if w.glue {
		w.glue = false
		if !w.b.Empty() {
			w.b.Text("　", 0)
			w.width++
		}
		return
	}
	w.end()
	w.open = true
}

// end closes the paragraph that is open.
func (w *walker) end() {
	if !w.open {
		return
	}
	w.take()
	w.b.Paragraph()
	w.open, w.last, w.breaks = false, 0, 0
}

// take takes over the line being read.
func (w *walker) take() {
	for _, l := range w.b.Lines() {
		l.Down, l.Nest = w.down, w.inside
		if w.inside == 0 {
			l.Heading = w.heading
		}
		w.out = append(w.out, l)
	}
	w.down += height(w.width, w.perLine)
	w.width = 0
}

// lineBreak: behind a full stop, at the end of a page, and when it leaves a line empty, it begins a paragraph; else the
// paragraph may go on.
func (w *walker) lineBreak(kind string) {
	w.breaks++
	w.take()
	if w.breaks > 1 || w.last == '。' || kind == "page" {
		w.b.Paragraph()
	} else {
		w.b.Break()
	}
}

// text writes words that look so.
func (w *walker) text(s string, l look) {
	if s == "" {
		return
	}
	if t := strings.TrimRight(s, " \t\r\n　\u00A0"); t != "" {
		r := []rune(t)
		w.last, w.breaks = r[len(r)-1], 0
	}
	for _, c := range s {
		if private(c) {
			w.r.tell(corpus.Diag{
				Rule: "docx-private-use", Severity: corpus.Warning,
				Message: "外字（私用領域の文字）があります。表示される字形と異なる可能性があります。",
				English: "the document has private-use characters whose shape only its author's fonts know",
				Hint:    "原本と照らし合わせてください",
			})
			break
		}
	}
	w.width += ems(s)
	m := l.marks()
	if w.framed {
		m |= inline.Box
	}
	w.b.Text(s, m)
}

// lines returns what was read and begins anew.
func (w *walker) lines() []grid.Line {
	w.flush()
	w.end()
	out := w.out
	w.out = nil
	return out
}
