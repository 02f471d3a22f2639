// Package html reads comparison tables out of web pages.
//
// A ministry's page wraps its table in menus, layout tables and footers, and a table exported from a word processor is
// cut into one <table> a page. So no table is taken for being first: those are taken whose own cells name both sides
// (改正後, 現行), then those that hold markers (（新設）, （削る）), and only then the largest of two columns or more. A table that
// only lays the page out is walked through; a table inside a cell of a comparison is one piece of that cell's text.
// Marks come from tags and from styles alike: <u>, <ins>, text-decoration, a class that the page's style sheet underlines.
// Reading the text with a browser was rejected: it answers how a page looks, needs seconds, and is no library.
package html

import (
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
)

// Read reads a page, already decoded. The sheet has no table if the page has none that could be a comparison; its text
// then stands in After. It fails, with a *corpus.Failure, only on a page that the HTML parser refuses (nested too deep).
func Read(text string) (*grid.Sheet, error) {
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(text))
	if err != nil {
		return nil, &corpus.Failure{
			Rule: "html-broken", Japanese: "HTMLを読み取れません（要素の入れ子が深すぎます）", English: "the HTML cannot be read: elements are nested too deep",
			HintJA: "表の部分だけを保存し直してください", HintEN: "save the part with the table only",
		}
	}
	r := &reader{sheet: &grid.Sheet{}, styles: stylesOf(doc)}
	body := doc.Find("body").Get(0)
	r.tabulate(body)
	r.chosen = choose(doc)
	w := r.walker()
	if body != nil {
		r.flow(body, w)
	}
	r.sheet.After = append(r.sheet.After, w.lines()...)
	r.sheet.Title = title(doc)
	return r.sheet, nil
}

type reader struct {
	sheet  *grid.Sheet
	styles styles
	chosen map[*html.Node]bool // the tables that are comparisons
	header []string            // of the table read last
	nests  int                 // tables inside cells, so far
}

// flow walks the page outside comparison tables; w collects its text.
func (r *reader) flow(n *html.Node, w *walker) {
	w.walk(n, func(table *html.Node) bool {
		if !r.chosen[table] {
			return r.continues(table, w)
		}
		r.add(table, w.lines())
		return true
	})
}

// continues takes a table without a header that follows a comparison directly, with as many columns: its next page.
func (r *reader) continues(table *html.Node, w *walker) bool {
	n := len(r.sheet.Tables)
	if n == 0 || !w.empty() {
		return false
	}
	last := &r.sheet.Tables[n-1]
	rows := expand(table)
	if columns(rows) != last.Cols || last.Cols < 2 {
		return false
	}
	r.rows(last, rows)
	return true
}

// add takes over a comparison table; before is the text since the last one.
func (r *reader) add(table *html.Node, before []grid.Line) {
	rows := expand(table)
	header := headerOf(rows)
	if n := len(r.sheet.Tables); n > 0 && len(before) == 0 && slices.Equal(header, r.header) && columns(rows) == r.sheet.Tables[n-1].Cols {
		r.rows(&r.sheet.Tables[n-1], rows)
		return
	}
	r.header = header
	t := grid.Table{Before: before}
	if caption := child(table, "caption"); caption != nil {
		w := r.walker()
		w.walk(caption, nil)
		for _, l := range w.lines() {
			t.Title += l.Text.S
		}
	}
	r.rows(&t, rows)
	r.sheet.Tables = append(r.sheet.Tables, t)
}

// rows appends the expanded rows to t.
func (r *reader) rows(t *grid.Table, rows [][]slot) {
	t.Cols = max(t.Cols, columns(rows))
	for _, slots := range rows {
		row := grid.Row{Drawn: true}
		at := 0
		for _, s := range slots {
			for ; at < s.col; at++ {
				row.Cells = append(row.Cells, grid.Cell{Col: at, ColSpan: 1, RowSpan: 1})
			}
			w := r.walker()
			w.walk(s.node, nil)
			for _, n := range s.more {
				w.walk(n, nil)
			}
			row.Cells = append(row.Cells, grid.Cell{Col: s.col, ColSpan: s.cols, RowSpan: s.rows, Lines: w.lines(), Header: s.node.Data == "th"})
			at = s.col + s.cols
		}
		for ; at < t.Cols; at++ {
			row.Cells = append(row.Cells, grid.Cell{Col: at, ColSpan: 1, RowSpan: 1})
		}
		t.Rows = append(t.Rows, row)
	}
}

// title is the page's first heading, else its <title>: what the page is about where the table itself prints no title.
func title(doc *goquery.Document) string {
	for _, where := range []string{"h1", "h2", "head title"} {
		if words := strings.Join(strings.Fields(doc.Find(where).First().Text()), " "); words != "" {
			return words
		}
	}
	return ""
}

func child(n *html.Node, name string) *html.Node {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && c.Data == name {
			return c
		}
	}
	return nil
}
