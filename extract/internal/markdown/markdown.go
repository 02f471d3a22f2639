// Package markdown reads Markdown: a whole rule into lines, or a comparison table into a sheet.
//
// The tree comes from goldmark. Headings keep their level, lists keep their markers as labels (a reader cites 2. though
// the source may say 1.), tables are opaque text unless their header row names both sides of a comparison. A soft line
// end is where Japanese authors end a 項, though Markdown would run the lines together; it stays a line end, and the
// clause builder decides by label and full stop. A hard break and a blank line always begin a paragraph.
// Converting to HTML and reading that was rejected: front matter, markers and line numbers are gone there.
package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/extract/internal/clause"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/inline"
	"shinkyu/extract/internal/sides"
)

// File is a Markdown file as read. Sheet is nil unless a table of the file is a comparison; the other text of the file
// then stands in it, before and after the tables.
type File struct {
	Title    string // of the front matter, "" if none
	Lines    []clause.Line
	Tables   []int // source lines on which tables of the whole text begin
	Sheet    *grid.Sheet
	Unplaced []corpus.Unplaced
}

// Read reads text, already decoded.
func Read(source string) *File {
	front, body, skipped := cutFrontMatter(strings.ReplaceAll(source, "\r\n", "\n"))
	r := &reader{file: &File{}, src: []byte(body), at: skipped}
	if front != "" {
		r.file.Title = titleOf(front)
		r.file.Unplaced = append(r.file.Unplaced, corpus.Unplaced{Text: front, Reason: "front-matter"})
	}
	r.newlines = newlinesOf(body)
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.NewCJK()))
	r.blocks(md.Parser().Parse(text.NewReader(r.src)))
	return r.finish()
}

// cutFrontMatter parts a YAML or TOML head from the text behind it.
func cutFrontMatter(s string) (front, body string, lines int) {
	s = strings.TrimPrefix(s, "\uFEFF")
	for _, fence := range []string{"---\n", "+++\n"} {
		if !strings.HasPrefix(s, fence) {
			continue
		}
		rest := s[len(fence):]
		if end := strings.Index("\n"+rest+"\n", "\n"+fence); end >= 0 {
			front = rest[:end]
			return strings.TrimSpace(front), rest[min(len(rest), end+len(fence)):], strings.Count(front, "\n") + 2
		}
	}
	return "", s, 0
}

var frontTitle = lazy.MustCompile(`(?m)^title\s*[:=]\s*["']?(.*?)["']?\s*$`)

func titleOf(front string) string {
	if m := frontTitle.FindStringSubmatch(front); m != nil {
		return m[1]
	}
	return ""
}

type reader struct {
	file     *File
	src      []byte
	at       int   // lines of the source before src
	newlines []int // byte offsets of line ends in src
	b        inline.Builder
	on       inline.Marks
	raw      inline.Marks // marks opened by raw tags
	lists    []inline.List
	marker   string
	level    int
	line     int         // source line of the block being read
	header   []string    // of the comparison read last
	cell     bool        // a cell of a table is being read
	held     []grid.Line // its lines so far
	nests    inline.Nests
	skip     int // offset in src up to which all is read
}

// blocks reads the children of n, which are blocks.
func (r *reader) blocks(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if at := startOf(c); at >= 0 && at < r.skip { // inside a table in HTML that has been read
			continue
		}
		r.line = r.lineOf(c)
		switch c := c.(type) {
		case *ast.Heading:
			r.level = c.Level
			r.paragraph(c)
			r.level = 0
		case *ast.Paragraph, *ast.TextBlock:
			r.paragraph(c)
		case *ast.List:
			r.lists = append(r.lists, inline.List{Ordered: c.IsOrdered(), Next: c.Start})
			r.blocks(c)
			r.lists = r.lists[:len(r.lists)-1]
		case *ast.ListItem:
			r.marker = r.lists[len(r.lists)-1].Marker()
			r.blocks(c)
			r.marker = ""
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			r.literal(c)
		case *ast.HTMLBlock:
			if !r.htmlTable(c) {
				r.html(c)
			}
		case *east.Table:
			r.table(c)
		case *ast.ThematicBreak:
		default:
			r.blocks(c)
		}
	}
}

// lineOf is the line of the source on which n begins; blocks without lines of their own begin with their first child.
func (r *reader) lineOf(n ast.Node) int {
	for c := n; c != nil; c = c.FirstChild() {
		if c.Type() == ast.TypeInline {
			if t, ok := c.(*ast.Text); ok {
				return r.lineAt(t.Segment.Start)
			}
			continue
		}
		if c.Lines() != nil && c.Lines().Len() > 0 {
			return r.lineAt(c.Lines().At(0).Start)
		}
	}
	return r.line
}

// paragraph reads the inline content of n.
func (r *reader) paragraph(n ast.Node) {
	r.b.Paragraph()
	r.inlines(n)
	r.take()
	r.raw = 0
}

// literal reads code as text, line by line.
func (r *reader) literal(n ast.Node) {
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		r.line = r.lineAt(s.Start)
		r.b.Paragraph()
		r.b.Text(string(s.Value(r.src)), 0)
		r.take()
	}
}

// html reads a block of tags for its text.
func (r *reader) html(n *ast.HTMLBlock) {
	var s strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		s.Write(line.Value(r.src))
	}
	if n.HasClosure() {
		s.Write(n.ClosureLine.Value(r.src))
	}
	r.b.Paragraph()
	r.tags(s.String())
	r.take()
	r.raw = 0
}

// take moves the finished lines to the file.
func (r *reader) take() {
	for _, l := range r.b.Lines() {
		l.Text = inline.Labelled(r.marker, l.Text)
		r.marker = ""
		l.Heading = r.level
		r.file.Lines = append(r.file.Lines, clause.Line{Line: &l, Level: r.level, Origin: corpus.Origin{Row: -1, Line: r.line}})
	}
}

// table reads a table: a comparison when its header row names both sides, else one block of text.
func (r *reader) table(n *east.Table) {
	var rows []grid.Row
	var words []string
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		row := grid.Row{Drawn: true}
		for cell := c.FirstChild(); cell != nil; cell = cell.NextSibling() {
			lines := r.cellLines(cell)
			_, header := c.(*east.TableHeader)
			row.Cells = append(row.Cells, grid.Cell{Col: len(row.Cells), ColSpan: 1, RowSpan: 1, Lines: lines, Header: header})
			if header {
				words = append(words, flat(lines, ""))
			}
		}
		r.excess(c)
		rows = append(rows, row)
	}
	if sides.Both(words) || compares(rows) || r.announced() && secondColumn(rows) > 0 {
		r.sheetTable(rows, words)
		return
	}
	var all []string
	for _, row := range rows {
		var cells []string
		for _, c := range row.Cells {
			cells = append(cells, flat(c.Lines, "　"))
		}
		all = append(all, "| "+strings.Join(cells, " | ")+" |")
	}
	r.file.Tables = append(r.file.Tables, r.line)
	r.file.Lines = append(r.file.Lines, clause.Line{
		Line:   &grid.Line{Text: corpus.Text{S: strings.Join(all, "\n")}, Start: true, Room: -1},
		Origin: corpus.Origin{Row: -1, Line: r.line},
	})
}

// cellLines reads the lines of a cell.
func (r *reader) cellLines(cell ast.Node) []grid.Line {
	r.cell = true
	r.b.Paragraph()
	r.inlines(cell)
	r.raw = 0
	r.hold()
	lines := r.held
	r.nests.End(lines)
	r.cell, r.held = false, nil
	return lines
}

// excess keeps what a row has beyond the header's columns: Markdown leaves it out, as happens to a | in code that is not escaped.
func (r *reader) excess(row ast.Node) {
	last := row.LastChild()
	if last == nil || last.Lines() == nil || last.Lines().Len() == 0 {
		return
	}
	rest := r.src[last.Lines().At(0).Stop:]
	if i := bytes.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	if text := strings.Trim(string(rest), "| \t\r"); text != "" {
		r.file.Unplaced = append(r.file.Unplaced, corpus.Unplaced{Text: text, Reason: "outside-table"})
	}
}

// sheetTable takes over a comparison; what was read before it stands before it. One that follows another directly under
// the same header is its next page.
func (r *reader) sheetTable(rows []grid.Row, header []string) {
	columns := len(header)
	if r.file.Sheet == nil {
		r.file.Sheet = &grid.Sheet{}
	}
	for i := range rows {
		for col := len(rows[i].Cells); col < columns; col++ {
			rows[i].Cells = append(rows[i].Cells, grid.Cell{Col: col, ColSpan: 1, RowSpan: 1})
		}
	}
	before := r.loose()
	tables := r.file.Sheet.Tables
	if n := len(tables); n > 0 && len(before) == 0 && slices.Equal(header, r.header) {
		tables[n-1].Rows = append(tables[n-1].Rows, rows...)
		return
	}
	r.header = header
	r.file.Sheet.Tables = append(tables, grid.Table{Rows: rows, Cols: columns, Before: before})
}

// loose takes the lines read so far.
func (r *reader) loose() []grid.Line {
	var out []grid.Line
	for _, l := range r.file.Lines {
		out = append(out, *l.Line)
	}
	r.file.Lines = nil
	return out
}

func flat(lines []grid.Line, sep string) string {
	var parts []string
	for _, l := range lines {
		parts = append(parts, l.Text.S)
	}
	return strings.Join(parts, sep)
}

func (r *reader) finish() *File {
	if s := r.file.Sheet; s != nil {
		s.After = r.loose()
		if r.file.Title != "" {
			s.Tables[0].Title = r.file.Title
		}
		s.Unplaced = r.file.Unplaced
	}
	return r.file
}
