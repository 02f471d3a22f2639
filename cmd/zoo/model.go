package main

// What a document of the zoo is, before a program sets it: tables of rows of paragraphs, with the marks on them, and how the
// page is to look.

// run is text with one mark: "", or a mark kind of the comparison JSON. A tint is a colour that marks nothing: the look of a heading.
type run struct {
	text, mark string
	tint       string // CSS colour
}

// para is one paragraph, which is one unit of the truth.
type para struct {
	runs   []run
	indent int        // ems
	boxed  bool       // inside a dashed box
	table  [][]string // a table inside the cell; runs are empty
	figure bool       // a drawing stands above this caption
	center bool
}

// row is one row of the comparison.
type row struct {
	key        string
	fresh, old []para
	note       string
}

// table is one comparison.
type table struct {
	part, title, legend string // （第一条関係）, 「…新旧対照表」, （傍線部分は改正部分）
	rows                []row
	wide                bool // on a landscape page
}

// look is how a document is set.
type look struct {
	vertical  bool
	landscape bool
	columns   []string // new, old, key, note, arrow in the order of the page
	heads     map[string]string
	rules     string  // all; columns: no row rules; open: no outer column rules; none; head: below the header only; late: rows from the second table part on
	again     bool    // the header stands on every page
	size      float64 // points
	mincho    bool
	justify   bool
	stacked   bool // the new text above, the old below, each in a table of its own
	together  bool // rows do not break over pages
	pageEach  bool // each table begins a page
	number    bool // page numbers
	running   string
	thick     bool   // double or thick outer frame
	tight     bool   // lines set solid
	more      string // Chromium: more style
	foot      string // a line of small print under each table, inside no rule
}

// document is one file of the zoo with all that is known about it.
type document struct {
	name   string
	engine string // chromium, writer, latex
	seed   uint64
	held   bool // not looked at while the reader is tuned
	look   look
	tables []table
	before []paragraphOfPart // covering letter, amending sentence
	after  []paragraphOfPart // full text
	turn   int               // /Rotate
	side   bool              // stored sideways
	embed  bool              // upLaTeX: embed the fonts
	ruby   bool              // furigana over some words
	behind *entry            // the pages of another document follow in the same file
}

type paragraphOfPart struct{ part, text string }

func (l *look) head(col string) string {
	if h, ok := l.heads[col]; ok {
		return h
	}
	return map[string]string{"new": "改正後", "old": "改正前", "note": "備考", "key": "No.", "arrow": ""}[col]
}

// cell is what stands in a column of a row.
func (r *row) cell(col string) []para {
	switch col {
	case "new":
		return r.fresh
	case "old":
		return r.old
	case "note":
		return text(r.note)
	case "key":
		return text(r.key)
	case "arrow":
		return text("→")
	}
	return nil
}

func text(s string) []para {
	if s == "" {
		return nil
	}
	return []para{{runs: []run{{text: s}}}}
}
