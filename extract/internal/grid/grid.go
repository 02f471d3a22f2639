// Package grid is the meeting point of all table readers: rows of cells of lines, whatever the file was.
//
// PDF, HTML, Word, Excel and marked text disagree about everything but this: a table has rows, a row has cells in columns, a cell has lines.
// Readers fill it and decide nothing about sides, headers or clauses; that is done once, behind it, for all formats.
package grid

import "shinkyu/corpus"

// Line is one line or paragraph of a cell, in reading order, with the official marks on it.
type Line struct {
	Text    corpus.Text
	Page    int        // from 1; 0 if the source has no pages
	Box     corpus.Box // page upright as read; in vertical writing the box of the vertical line
	Start   bool       // the source itself says that a paragraph starts here (<p>, <li>, <br> after a full stop, w:p)
	Joined  bool       // the source itself says that this line continues the one before (soft break)
	Indent  float64    // distance of the first glyph from the cell's text edge, in ems; 0 if unknown
	Room    float64    // room left free at the line's end, in ems; -1 unknown. A line that leaves less than 1 em is full
	Gap     float64    // distance from the line before in line heights (1 is ordinary leading); 0 unknown
	Size    float64    // glyph size in points; 0 unknown
	Nest    int        // the table inside the cell that the line belongs to; 0 none. Its lines are one piece, cell by cell
	Taken   bool       // it stands in a column's text already
	Heading int        // level of the heading that the source makes of it, from 1; 0 none
	Down    float64    // lines above it in its cell, empty ones counted, where the source has no page but keeps height; see Cell.Tall
}

// Cell is one cell. Col counts the table's columns from 0, left to right (upper to lower in vertical writing).
type Cell struct {
	Col, ColSpan int
	RowSpan      int
	Box          corpus.Box
	Lines        []Line
	Header       bool    // the source marks it as a header (<th>)
	Tall         float64 // its height in lines, empty ones counted; 0 unknown. Then the Down of its lines says nothing
}

// Row is one printed row. Drawn says that rules (or the source's markup) bound it; otherwise it is the page's whole strip
// between two rules or page ends, and correspondence inside it is by vertical position.
type Row struct {
	Page  int
	Cells []Cell // ascending by Col; a missing column is an empty cell
	Drawn bool
	Box   corpus.Box
	// OpenTop says that no rule closes the row at its top: it goes on from the row before, over the page's end.
	OpenTop bool
}

// Table is one table, continued over pages: readers join the pages of one table when its columns continue.
type Table struct {
	Title    string
	Rows     []Row
	Cols     int
	Vertical bool   // vertical writing: bands instead of columns
	Before   []Line // lines between the previous table and this one that belong to no table, nearest last
}

// Sheet is a whole file as read.
type Sheet struct {
	Tables   []Table
	After    []Line // lines after the last table
	Pages    int
	Title    string // what the file says that it is; for a comparison that prints no title
	Loose    []Page // pages on which a table was expected but is lost: two columns as interleaved paragraphs
	Unplaced []corpus.Unplaced
	Diags    []corpus.Diag
}

// Page is a page whose table is lost. At is the number of rows of table Table that come before it.
type Page struct {
	Number    int
	Table, At int
	Lines     []Line
}
