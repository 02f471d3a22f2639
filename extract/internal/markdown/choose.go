package markdown

// Which tables are comparisons beside those whose header row names both sides: a column that names them, a marker beside text,
// a title that announces one. Tables in HTML, which Markdown lets through and authors use for merged cells, are read as a
// web page's are.

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"shinkyu/corpus/lazy"
	"shinkyu/extract/internal/clause"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/html"
	"shinkyu/extract/internal/sides"
)

// compares reports whether the first column names both sides, or a cell is a marker beside text.
func compares(rows []grid.Row) bool {
	var first []string
	for _, row := range rows {
		markers, texts := 0, 0
		for i, c := range row.Cells {
			words := flat(c.Lines, "")
			if i == 0 {
				first = append(first, words)
			}
			switch m := clause.Marker(words); {
			case m.IsMarker():
				markers++
			case words != "":
				texts++
			}
		}
		if markers > 0 && texts > 0 {
			return true
		}
	}
	var words []string // a long cell is no header word, but may stand among them
	for _, w := range first {
		if _, ok := sides.Of(w); ok {
			words = append(words, w)
		}
	}
	return sides.Both(words)
}

// announced reports whether a line read so far, short as a title is, names a comparison.
func (r *reader) announced() bool {
	return slices.ContainsFunc(r.file.Lines, func(l clause.Line) bool { return sides.Title(l.Text.S) })
}

// secondColumn is how much text the second column has, in code points.
func secondColumn(rows []grid.Row) int {
	n := 0
	for _, row := range rows {
		if len(row.Cells) > 1 {
			n += utf8.RuneCountInString(flat(row.Cells[1].Lines, ""))
		}
	}
	return n
}

// namesBoth reports whether a row's cells name both sides.
func namesBoth(row grid.Row) bool {
	var words []string
	for _, c := range row.Cells {
		words = append(words, flat(c.Lines, ""))
	}
	return sides.Both(words)
}

// blankBehind: a table in HTML ends with its line, and a blank one follows.
var blankBehind = lazy.MustCompile(`^[ \t]*(?:\n[ \t]*(?:\n|$)|$)`)

// startOf is the offset in the source at which a block begins, -1 if it has no lines of its own.
func startOf(n ast.Node) int {
	for c := n; c != nil; c = c.FirstChild() {
		if c.Type() != ast.TypeInline && c.Lines() != nil && c.Lines().Len() > 0 {
			return c.Lines().At(0).Start
		}
	}
	return -1
}

// htmlTable reads a table in HTML that is a comparison. Blank lines end a block of Markdown but not a table, so it is read
// from the source up to its closing tag.
func (r *reader) htmlTable(n *ast.HTMLBlock) bool {
	if n.Lines().Len() == 0 {
		return false
	}
	start := n.Lines().At(0).Start
	src := bytes.ToLower(r.src[start:])
	if !bytes.HasPrefix(bytes.TrimLeft(src, " "), []byte("<table")) {
		return false
	}
	end, depth := 0, 0
	for {
		open, shut := bytes.Index(src[end:], []byte("<table")), bytes.Index(src[end:], []byte("</table>"))
		switch {
		case shut < 0:
			return false
		case open >= 0 && open < shut:
			depth, end = depth+1, end+open+len("<table")
			continue
		}
		depth, end = depth-1, end+shut+len("</table>")
		if depth == 0 {
			break
		}
	}
	if len(src) != len(r.src)-start || !blankBehind.Match(src[end:]) { // a letter of another length in lower case; text that would be lost
		return false
	}
	sheet, err := html.Read(string(r.src[start : start+end]))
	if err != nil || len(sheet.Tables) == 0 || len(sheet.After) > 0 {
		return false
	}
	rows := sheet.Tables[0].Rows
	if !slices.ContainsFunc(rows, namesBoth) && !compares(rows) && !r.announced() {
		return false
	}
	if r.file.Sheet == nil {
		r.file.Sheet = &grid.Sheet{}
	}
	sheet.Tables[0].Before = append(r.loose(), sheet.Tables[0].Before...)
	r.file.Sheet.Tables = append(r.file.Sheet.Tables, sheet.Tables...)
	r.file.Unplaced = append(r.file.Unplaced, sheet.Unplaced...)
	r.header, r.skip = nil, start+end
	return true
}
