package grid

import (
	"slices"

	"shinkyu/corpus"
)

// Pages become one sheet. A table goes on over a page when the next page's columns stand where its own stood and no text of
// its own comes between. Headers are seldom repeated, so they cannot be asked.

// assembler builds the sheet page by page.
type assembler struct {
	sheet  Sheet
	before []Line    // loose lines since the last table
	xs     []float64 // columns of the last table
	guess  bool      // they were seen by a gutter
	lefts  []float64 // where they start, for measuring
	page   int       // page of its last row
	rows   []source  // of all tables, for measuring
	text   []typeset // all loose lines, for measuring pages without a table
}

// source remembers where a cell's lines came from.
type source struct {
	table, row, cell int
	field            *Field
	left             float64 // of its column, in the frame
	guess            bool    // its table was seen by a gutter
}

func assemble(pages []*PageTrace) *Sheet {
	a := &assembler{}
	a.sheet.Pages = len(pages)
	running := returning(pages)
	seen := map[string]bool{}
	for n, t := range pages {
		a.sheet.Unplaced = append(a.sheet.Unplaced, t.Unplaced...)
		next := 0
		fresh := t.headed(running[n])
		for i := range t.Loose {
			s := &t.Loose[i]
			for next < len(t.Areas) && t.Areas[next].Box.Y0 <= s.Axis {
				a.table(t, &t.Areas[next])
				next++
			}
			text := s.text().S
			switch {
			case t.numbered(s):
				a.unplaced(t, text, "page-number", s.Box)
			case running[n][i] && (seen[squeeze(text)] || next >= len(t.Areas)) && !(next < len(fresh) && fresh[next] >= 0 && (fresh[next] < i || !t.inMargin(s))):
				a.unplaced(t, text, "running-title", s.Box)
			default:
				seen[squeeze(text)] = true
				a.before = append(a.before, s.line(t))
				a.text = append(a.text, typeset{s, t.Frame.Vertical})
			}
		}
		for ; next < len(t.Areas); next++ {
			a.table(t, &t.Areas[next])
		}
		for _, r := range rubyRuns(t.Ruby) {
			a.unplaced(t, r.text, "ruby", r.box)
		}
	}
	a.sheet.After = a.before
	measure(&a.sheet, a.rows)
	if len(a.sheet.Tables) == 0 {
		measureText(a.sheet.After, a.text)
	}
	drawn(&a.sheet)
	return &a.sheet
}

// headed gives for each table of a page the first line above it that no other page repeats, -1 if there is none: what is repeated
// behind such a line is a legend, not a running title.
func (t *PageTrace) headed(running []bool) []int {
	out := make([]int, len(t.Areas))
	for i := range out {
		out[i] = -1
	}
	next := 0
	for i := range t.Loose {
		s := &t.Loose[i]
		for next < len(t.Areas) && t.Areas[next].Box.Y0 <= s.Axis {
			next++
		}
		if next < len(out) && out[next] < 0 && !running[i] && !t.numbered(s) {
			out[next] = i
		}
	}
	return out
}

// unplaced lists a text whose box, in the frame, is b.
func (a *assembler) unplaced(t *PageTrace, text, reason string, b corpus.Box) {
	a.sheet.Unplaced = append(a.sheet.Unplaced, corpus.Unplaced{Page: t.Number, Text: text, Reason: reason, Box: t.Frame.Out(b)})
}

// table adds an area's rows, to the last table if it goes on, else to a new one.
func (a *assembler) table(t *PageTrace, area *Area) {
	n := len(a.sheet.Tables) - 1
	if n < 0 || !a.continues(t, area) {
		a.sheet.Tables = append(a.sheet.Tables, Table{Cols: len(area.Xs) - 1, Vertical: t.Frame.Vertical, Before: a.before})
		a.before, a.lefts = nil, nil
		n++
	}
	a.lefts = steady(a.lefts, area)
	a.xs, a.guess, a.page = area.Xs, area.Guess, t.Number
	table := &a.sheet.Tables[n]
	first := len(table.Rows)
	for r := range len(area.Ys) - 1 {
		box := corpus.Box{X0: area.Box.X0, Y0: area.Ys[r], X1: area.Box.X1, Y1: area.Ys[r+1]}
		row := Row{Page: t.Number, Box: t.Frame.Out(box), Drawn: true}
		row.OpenTop = r == 0 && area.OpenTop
		table.Rows = append(table.Rows, row)
	}
	for i := range area.Fields {
		f := &area.Fields[i]
		row := &table.Rows[first+f.Row]
		cell := Cell{Col: f.Col, ColSpan: f.ColSpan, RowSpan: f.RowSpan, Box: t.Frame.Out(f.Box)}
		if len(f.Strips) > 0 {
			cell.Lines = make([]Line, 0, len(f.Strips))
		}
		for j := range f.Strips {
			cell.Lines = append(cell.Lines, f.Strips[j].line(t))
		}
		a.rows = append(a.rows, source{n, first + f.Row, len(row.Cells), f, a.lefts[f.Col], area.Guess})
		row.Cells = append(row.Cells, cell)
	}
}

// steady gives where an area's columns start. The middle of a gutter lies elsewhere on every page, a little, with the lines that come near
// it: there the page before is right.
func steady(last []float64, area *Area) []float64 {
	out := slices.Clone(area.Xs)
	for i := range out {
		if area.Guess && len(last) == len(out) && abs(out[i]-last[i]) < wavers {
			out[i] = last[i]
		}
	}
	return out
}

const wavers = 10 // points by which the middle of a gutter may move although the columns do not

// continues reports whether an area goes on with the last table.
func (a *assembler) continues(t *PageTrace, area *Area) bool {
	last := &a.sheet.Tables[len(a.sheet.Tables)-1]
	if len(a.before) > 0 || last.Vertical != t.Frame.Vertical || t.Number-a.page > 1 || len(a.xs) != len(area.Xs) {
		return false
	}
	if a.guess || area.Guess { // the positions of a gutter are known to a few ems only
		for i := 1; i+1 < len(a.xs); i++ {
			if abs(area.Xs[i]-a.xs[i]) >= beyond/2 {
				return false
			}
		}
		return true
	}
	shift := area.Xs[1] - a.xs[1] // margins of odd and even pages may differ
	for i := range a.xs {
		outer := i == 0 || i == len(a.xs)-1
		if d := abs(area.Xs[i] - a.xs[i] - shift); d > snapTo && !(outer && d < beyond) {
			return false
		}
	}
	return abs(shift) < beyond
}

// rubyRun is ruby painted in one go.
type rubyRun struct {
	text string
	box  corpus.Box // in the frame
}

func rubyRuns(in []*Ink) (out []rubyRun) {
	in = slices.Clone(in)
	slices.SortStableFunc(in, func(a, b *Ink) int { return a.order - b.order })
	for i, k := range in {
		if i > 0 && k.order-in[i-1].order == 1 && abs(k.Axis-in[i-1].Axis) < 1 {
			last := &out[len(out)-1]
			last.text, last.box = last.text+k.Text, last.box.Union(k.Box)
			continue
		}
		out = append(out, rubyRun{k.Text, k.Box})
	}
	return out
}

// drawn decides whether a table's rows are drawn. Where no page has more than one row beside its header, the rules only frame
// the page's strip, and what faces what inside is told by height.
func drawn(sheet *Sheet) {
	for i := range sheet.Tables {
		table := &sheet.Tables[i]
		rows := map[int][]int{}
		most := 0
		for r := range table.Rows {
			rows[table.Rows[r].Page] = append(rows[table.Rows[r].Page], r)
		}
		for page, at := range rows {
			if short(&table.Rows[at[0]]) && len(at) > 1 {
				at = at[1:]
				rows[page] = at
			}
			most = max(most, len(at))
		}
		if most > 1 {
			continue
		}
		for _, at := range rows {
			table.Rows[at[0]].Drawn = false
		}
	}
}

// short reports whether a row looks like a header: a single line in each cell.
func short(r *Row) bool {
	for i := range r.Cells {
		if len(r.Cells[i].Lines) > 1 {
			return false
		}
	}
	return true
}
