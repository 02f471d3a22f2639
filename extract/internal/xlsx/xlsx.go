// Package xlsx reads Excel workbooks (Office Open XML, ISO/IEC 29500): each worksheet that is a comparison becomes a table.
//
// A worksheet is a plane of cells, not a table: a title stands in the cells above, the header's words are merged over
// several narrow columns, remarks stand beside. The table is what lies from the row that names both sides downwards; cells of
// one row below one header word are one cell (table.go). Cells are read as they are shown: numbers in their format
// (format.go), letters with the font of their run, else of the cell. Rows, columns and sheets that are hidden are listed and
// reported, not compared: nobody who reads the sheet sees them.
// The library for Excel files (excelize) was rejected: it writes large parts into temporary files, unpacks without regard to the
// packed size, and its damaged-file behaviour is a panic here and there; what is needed of the format is small, and the
// container's limits (package ooxml) hold for it too. Cost: formats of numbers are our own, and fractions show as decimals.
package xlsx

import (
	"slices"
	"strconv"
	"strings"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/ooxml"
)

type node = ooxml.Node

// reader reads one workbook.
type reader struct {
	archive *ooxml.Archive
	sheet   *grid.Sheet
	shared  []*node // shared strings
	styles  *styles
	rows    int // rows read
}

// Read reads a workbook. The sheet has no table if no worksheet could be a comparison; what was read then stands in After. The
// error is a *corpus.Failure of the container's.
func Read(data []byte) (*grid.Sheet, error) {
	a, err := ooxml.Open(data)
	if err != nil {
		return nil, err
	}
	main := a.Main("xl/workbook.xml")
	book, err := a.Tree(main)
	if err != nil {
		return nil, err
	}
	if book == nil || book.Child("x:sheets") == nil {
		return nil, ooxml.Damaged(main)
	}
	r := &reader{archive: a, sheet: &grid.Sheet{}}
	if err := r.parts(main, book); err != nil {
		return nil, err
	}
	var planes []*plane
	targets := a.Targets(main)
	for _, s := range book.Child("x:sheets").All("x:sheet") {
		name := targets[s.Attr("r:id")]
		if name == "" {
			continue
		}
		root, err := a.Tree(name, "x:c", "x:row")
		if err != nil {
			return nil, err
		}
		if root == nil || root.Name != "x:worksheet" { // a chart sheet
			continue
		}
		p := r.plane(s.Attr("name"), root)
		r.beside(name, root)
		if state := s.Attr("state"); state == "hidden" || state == "veryHidden" {
			r.hide(p)
			continue
		}
		planes = append(planes, p)
	}
	r.tables(planes)
	r.sheet.Diags = append(slices.Clone(a.Diags), r.sheet.Diags...)
	return r.sheet, nil
}

// parts reads what the cells point at: strings and looks.
func (r *reader) parts(main string, book *node) error {
	for _, name := range r.archive.Related(main, "sharedStrings") {
		t, err := r.archive.Tree(name)
		if err != nil {
			return err
		}
		r.shared = append(r.shared, t.All("x:si")...)
	}
	var looks *node
	for _, name := range r.archive.Related(main, "styles") {
		t, err := r.archive.Beside(name)
		if err != nil {
			return err
		}
		looks = t
	}
	theme, err := r.archive.Theme(main)
	if err != nil {
		return err
	}
	r.styles = stylesOf(looks, theme)
	switch book.Child("x:workbookPr").Attr("date1904") {
	case "1", "true", "on":
		r.styles.since1904 = true
	}
	return nil
}

// beside lists what a sheet prints beside its cells: headers and footers, remarks, the text of drawings.
func (r *reader) beside(name string, root *node) {
	if hf := root.Child("x:headerFooter"); hf != nil {
		for _, k := range hf.Kids {
			r.unplace(withoutCodes(k.Text), "running-title")
		}
	}
	for _, kind := range []struct{ relation, reason string }{{"comments", "comment"}, {"drawing", "figure"}} {
		for _, part := range r.archive.Related(name, kind.relation) {
			t, err := r.archive.Beside(part)
			if err != nil || t == nil {
				continue
			}
			for _, k := range t.Kids {
				list := []*node{k}
				if k.Name == "x:commentList" {
					list = k.Kids
				}
				for _, n := range list {
					r.unplace(allText(n), kind.reason)
				}
			}
		}
	}
}

func (r *reader) unplace(s, reason string) {
	if s = strings.TrimSpace(s); s != "" {
		r.sheet.Unplaced = append(r.sheet.Unplaced, corpus.Unplaced{Text: s, Reason: reason})
	}
}

// withoutCodes takes the codes out of a header: &L, &"font,style", &12, &P.
func withoutCodes(s string) string {
	var b strings.Builder
	r := []rune(s)
	for i := 0; i < len(r); i++ {
		if r[i] != '&' || i+1 >= len(r) {
			b.WriteRune(r[i])
			continue
		}
		i++
		switch {
		case r[i] == '&':
			b.WriteByte('&')
		case r[i] == '"':
			for i++; i < len(r) && r[i] != '"'; i++ {
			}
		case r[i] >= '0' && r[i] <= '9':
			for i+1 < len(r) && r[i+1] >= '0' && r[i+1] <= '9' {
				i++
			}
		case r[i] == 'L' || r[i] == 'C' || r[i] == 'R':
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// allText is all text inside n, readings left out.
func allText(n *node) string {
	if n.Name == "x:rPh" || n.Name == "mc:Fallback" {
		return ""
	}
	var b strings.Builder
	b.WriteString(n.Text)
	for _, k := range n.Kids {
		b.WriteString(allText(k))
	}
	return b.String()
}

// hide lists the text of a hidden sheet.
func (r *reader) hide(p *plane) {
	found := false
	for _, row := range p.rows {
		for _, c := range row.cells {
			for _, l := range c.lines {
				r.unplace(l.Text.S, "hidden")
				found = true
			}
		}
	}
	if found {
		r.tellHidden("シート「"+p.name+"」", "the sheet \""+p.name+"\"")
	}
}

func (r *reader) tellHidden(ja, en string) {
	r.sheet.Diags = append(r.sheet.Diags, corpus.Diag{
		Rule: "xlsx-hidden", Severity: corpus.Warning, Unit: -1,
		Message: ja + "は非表示のため、比較していません", English: en + " is hidden and was not compared",
		Hint: "比べるには、Excel で再表示して保存してください",
	})
}

// numbers writes figures as ranges: 3–5, 8.
func numbers(in []int, name func(int) string) string {
	var out []string
	for i := 0; i < len(in); {
		j := i
		for j+1 < len(in) && in[j+1] == in[j]+1 {
			j++
		}
		s := name(in[i])
		if j > i {
			s += "–" + name(in[j])
		}
		out = append(out, s)
		i = j + 1
	}
	return strings.Join(out, ", ")
}

// columnName is A for 0, AA for 26.
func columnName(col int) string {
	s := ""
	for col++; col > 0; col = (col - 1) / 26 {
		s = string(rune('A'+(col-1)%26)) + s
	}
	return s
}

// place reads a cell's name, B12, as column and row from 0.
func place(name string) (col, row int, ok bool) {
	i := 0
	for i < len(name) && i < 4 && name[i] >= 'A' && name[i] <= 'Z' {
		col = col*26 + int(name[i]-'A') + 1
		i++
	}
	n, err := strconv.Atoi(name[i:])
	if i == 0 || err != nil || n < 1 || n > 1<<21 {
		return 0, 0, false
	}
	return col - 1, n - 1, true
}
