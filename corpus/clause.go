package corpus

import "shinkyu/corpus/ref"

// ClauseKind says what a clause is. Values are those of the comparison JSON.
type ClauseKind string

const (
	KindHeading     ClauseKind = "heading"     // 題名, 章名, 節名, 見出し, "1 目的" without own text
	KindArticle     ClauseKind = "article"     // 条 with its first 項
	KindParagraph   ClauseKind = "paragraph"   // 項
	KindItem        ClauseKind = "item"        // 号, イロハ, (1), ①
	KindText        ClauseKind = "text"        // unlabelled paragraph
	KindPlaceholder ClauseKind = "placeholder" // （略）, （新設）, （削る）, （同左）
	KindFigure      ClauseKind = "figure"
	KindTable       ClauseKind = "table"
)

// Placeholder says what a placeholder line stands for; "" for a clause with text of its own.
type Placeholder string

const (
	NoPlaceholder Placeholder = ""
	Omitted       Placeholder = "omitted" // （略）: text unknown
	Added         Placeholder = "added"   // （新設）, stands on the old side
	Removed       Placeholder = "removed" // （削る）, stands on the new side
	SameAs        Placeholder = "same"    // （同左）, （同右）, （同上）
)

// IsMarker reports whether it stands in a table for a clause of the other side, and so is no clause of the rule: （新設） or （削る）.
func (p Placeholder) IsMarker() bool { return p == Added || p == Removed }

// Box is a rectangle on a page in points: origin top left, page upright as read. The zero Box is unknown.
type Box struct{ X0, Y0, X1, Y1 float64 }

// IsZero reports whether the box is unknown.
func (b Box) IsZero() bool { return b == Box{} }

// Union is the smallest box around both; an unknown box adds nothing.
func (b Box) Union(c Box) Box {
	if b.IsZero() {
		return c
	}
	if c.IsZero() {
		return b
	}
	return Box{min(b.X0, c.X0), min(b.Y0, c.Y0), max(b.X1, c.X1), max(b.Y1, c.Y1)}
}

// Origin says where a clause was printed. It is evidence for alignment and for the facsimile.
type Origin struct {
	Table int     // index into Comparison.Tables; 0 in a whole text
	Row   int     // printed row of the table, counted over all its pages, where the clause starts; -1 unknown
	Page  int     // first page, from 1; 0 if the source has no pages
	Box   Box     // on the first page
	Line  int     // line of a text source, from 1; 0 unknown
	Start float64 // offset of the clause inside its row, 0 (row's start) to 1: clauses that face each other start at the same offset
}

// Clause is one unit of a rule as a reader cites it, with the clauses under it.
// An item and its own first paragraph are one clause; a heading, a caption and a placeholder line are clauses of their own.
type Clause struct {
	Path        ref.Path // unique on its side
	Kind        ClauseKind
	Label       string // as printed: "２", "第三条の二", "" if none; a range is one label: "２～５"
	Placeholder Placeholder
	Text        Text // as printed, label included, lines joined, without the children's text
	Body        int  // code point in Text where the words after the label (and the white space behind it) begin
	Void        bool // 第七条　削除: the number is kept, the text is gone
	Origin      Origin
	Spread      []Share // the pages of a clause that runs over pages, ascending; nil: all of it stands on Origin.Page
	Children    []*Clause
}

// Words is the text behind the label.
func (c *Clause) Words() string {
	n := 0
	for i := range c.Text.S {
		if n == c.Body {
			return c.Text.S[i:]
		}
		n++
	}
	return ""
}

// Walk calls f for each clause under c in reading order, c first, with its parent (nil for c itself).
func (c *Clause) Walk(f func(c, parent *Clause)) { walk(c, nil, f) }

func walk(c, parent *Clause, f func(c, parent *Clause)) {
	f(c, parent)
	for _, k := range c.Children {
		walk(k, c, f)
	}
}

// Document is one side of a comparison, or a whole rule at one revision: a title and a forest of clauses.
type Document struct {
	Title   string
	Header  string // the side's header word as printed without white space: 改正後, 現行; "" in a whole text
	Clauses []*Clause
}

// Units lists the clauses in reading order; parents[i] is the index of unit i's parent, -1 for a root.
func (d *Document) Units() (units []*Clause, parents []int) {
	var all func(clauses []*Clause, parent int)
	all = func(clauses []*Clause, parent int) {
		for _, c := range clauses {
			at := len(units)
			units, parents = append(units, c), append(parents, parent)
			all(c.Children, at)
		}
	}
	all(d.Clauses, -1)
	return units, parents
}

// WithoutMarkers is the document without the （新設） and （削る） that stand in a table for clauses of the other side: the rule itself.
// The document is left alone; where it has no markers it is returned as it is.
func WithoutMarkers(d *Document) *Document {
	found := false
	for _, c := range d.Clauses {
		c.Walk(func(c, _ *Clause) { found = found || c.Placeholder.IsMarker() })
	}
	if !found {
		return d
	}
	out := *d
	out.Clauses = unmarked(d.Clauses)
	return &out
}

// unmarked copies clauses without the markers; what hangs under one moves up.
func unmarked(list []*Clause) []*Clause {
	var out []*Clause
	for _, c := range list {
		under := unmarked(c.Children)
		if c.Placeholder.IsMarker() {
			out = append(out, under...)
			continue
		}
		k := *c
		k.Children = under
		out = append(out, &k)
	}
	return out
}
