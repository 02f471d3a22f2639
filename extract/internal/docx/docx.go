// Package docx reads Word documents (Office Open XML, ISO/IEC 29500): comparison tables into a sheet, whole rules into lines.
//
// A document says of every letter what it is in five places: the run, its character style, its paragraph's style, the
// defaults, and, for labels, the numbering part, which holds text that stands nowhere in the document itself. All five are
// read, since ministries underline by style and number 条 and 号 by lists. The document's own properties (title, author) are not:
// they tell of the file that this one was made from. Tracked changes: see tracked.go.
// The XML is read into a tree of its own elements rather than into Go structures: the content model is recursive nearly
// everywhere (content controls, text boxes, tables in cells), and structures for it silently drop what they do not name.
// Converting with LibreOffice was rejected: it is large, slow, renumbers and drops marks. Cost: pages are unknown, because
// only Word's layout makes them; a line's place in its cell is estimated instead (measure.go).
package docx

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/extract/internal/clause"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/ooxml"
)

// File is a document as read. Sheet is nil unless a table of the document is a comparison; the other text then stands in
// it, before and after the tables. Otherwise Lines holds the text.
type File struct {
	Sheet    *grid.Sheet
	Lines    []clause.Line
	Old      *File // the text before its tracked changes; nil unless it has any and holds no comparison
	Tables   []int // numbers (Origin.Line) of the lines that are whole tables
	Unplaced []corpus.Unplaced
	Diags    []corpus.Diag
}

// reader reads one document.
type reader struct {
	file      *File
	archive   *ooxml.Archive
	styles    *styles
	numbering *numbering
	notes     map[string]*node // footnotes and endnotes that have not been referred to yet, by kind and id
	chosen    map[*node]bool   // the tables that are comparisons
	whole     []opaque         // tables of a whole text, by their line
	told      map[string]bool  // findings reported once
	rows      int              // rows read
	nests     int              // tables inside cells, so far
	main      string           // name of the main part
	body      *node
	beside    [4]*node // styles, numbering, footnotes, endnotes
	reject    bool     // read the text before its tracked changes
	tracked   bool     // a tracked change was met
}

// opaque is a table that is one line of a whole text: the at-th of its lines.
type opaque struct{ at int }

// Read reads a document. The error is a *corpus.Failure: "docx-empty" or one of the container's.
func Read(data []byte) (*File, error) {
	a, err := ooxml.Open(data)
	if err != nil {
		return nil, err
	}
	main := a.Main("word/document.xml")
	root, err := a.Tree(main)
	if err != nil {
		return nil, err
	}
	if root == nil || root.Child("w:body") == nil {
		return nil, ooxml.Damaged(main)
	}
	r := &reader{archive: a, main: main, body: root.Child("w:body")}
	if err := r.parts(); err != nil {
		return nil, err
	}
	r.chosen = choose(r.body)
	r.read()
	newer := r.file
	if r.tracked && newer.Sheet == nil {
		r.reject = true
		r.read()
		if !sameText(newer.Lines, r.file.Lines) {
			newer.Old = r.file
		}
	}
	if newer.Sheet == nil && len(newer.Lines) == 0 && (newer.Old == nil || len(newer.Old.Lines) == 0) {
		return nil, withoutText
	}
	return newer, nil
}

// read reads the text with its tracked changes accepted or rejected.
func (r *reader) read() {
	r.file, r.told, r.notes, r.rows, r.nests, r.whole = &File{}, map[string]bool{}, map[string]*node{}, 0, 0, nil
	r.numbering = numberingOf(r.beside[1], r.styles)
	for i, kind := range []string{"w:footnote", "w:endnote"} {
		for _, n := range r.beside[2+i].All(kind) {
			r.notes[kind+n.Attr("w:id")] = n
		}
	}
	if len(r.chosen) > 0 {
		r.file.Sheet = &grid.Sheet{}
	}
	w := r.walker(0)
	w.blocks(r.body)
	r.finish(w.lines())
	r.margins()
	r.comments()
	r.file.Diags = append(slices.Clone(r.archive.Diags), r.file.Diags...)
	if r.file.Sheet != nil {
		r.file.Sheet.Unplaced, r.file.Sheet.Diags = r.file.Unplaced, r.file.Diags
	}
}

func sameText(a, b []clause.Line) bool {
	return slices.EqualFunc(a, b, func(a, b clause.Line) bool { return a.Text.S == b.Text.S })
}

// finish takes the lines behind the last comparison, or those of the whole text.
func (r *reader) finish(lines []grid.Line) {
	if r.file.Sheet != nil {
		r.file.Sheet.After = lines
		return
	}
	for i, l := range lines {
		r.file.Lines = append(r.file.Lines, clause.Line{Line: &l, Origin: corpus.Origin{Row: -1, Line: i + 1}})
	}
	for _, t := range r.whole {
		r.file.Tables = append(r.file.Tables, t.at+1)
	}
}

// parts reads the parts beside the text that say how it looks.
func (r *reader) parts() error {
	for i, kind := range []string{"styles", "numbering", "footnotes", "endnotes"} {
		for _, name := range r.archive.Related(r.main, kind) {
			t, err := r.archive.Beside(name)
			if err != nil {
				return err
			}
			r.beside[i] = t
		}
	}
	theme, err := r.archive.Theme(r.main)
	r.styles = stylesOf(r.beside[0], theme)
	return err
}

// margins lists what headers and footers print on every page.
func (r *reader) margins() {
	for _, kind := range []string{"header", "footer"} {
		for _, name := range r.archive.Related(r.main, kind) {
			if t, err := r.archive.Beside(name); err == nil {
				r.unplace(t, "running-title")
			}
		}
	}
}

// comments lists the remarks in the margin.
func (r *reader) comments() {
	for _, name := range r.archive.Related(r.main, "comments") {
		if t, err := r.archive.Beside(name); err == nil {
			for _, n := range t.All("w:comment") {
				r.unplace(n, "comment")
			}
		}
	}
}

// unplace lists the text of n as standing in no clause.
func (r *reader) unplace(n *node, reason string) { r.unplaceText(textOf(n), reason) }

func (r *reader) unplaceText(s, reason string) {
	if s = trim(s); s != "" {
		r.file.Unplaced = append(r.file.Unplaced, corpus.Unplaced{Text: s, Reason: reason})
	}
}

// tell reports a finding once.
func (r *reader) tell(d corpus.Diag) {
	if !r.told[d.Rule] {
		r.told[d.Rule] = true
		d.Unit = -1
		r.file.Diags = append(r.file.Diags, d)
	}
}
