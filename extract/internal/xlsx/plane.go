package xlsx

// A worksheet as a plane of cells with text: hidden rows and columns taken out, merged cells at their place.

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
)

const (
	maxColumns = 256    // columns behind are joined to the last one
	maxRows    = 20_000 // of the workbook; a table of 600 pages has 10 000
)

// plane is a sheet.
type plane struct {
	name string
	rows []line
}

// line is a row that has text, ascending by column.
type line struct {
	at    int // number of the row, from 0
	cells []cell
}

type cell struct {
	col, cols, rows int
	lines           []grid.Line
}

// words is the cell's text on one line.
func (c cell) words() string {
	var b strings.Builder
	for _, l := range c.lines {
		b.WriteString(l.Text.S)
	}
	return b.String()
}

// plane reads a worksheet.
func (r *reader) plane(name string, root *node) *plane {
	p := &plane{name: name}
	hiddenCols := hiddenColumns(root)
	merged, _ := merges(root)
	var gone, goneCols []int // hidden ones with text
	tooMany := false
	at := -1
	for _, row := range root.Child("x:sheetData").All("x:row") {
		at++
		if n, err := strconv.Atoi(row.Attr("r")); err == nil && n >= 1 {
			at = n - 1
		}
		hidden := on(row.Attr("hidden"))
		out := line{at: at}
		col := -1
		for _, c := range row.All("x:c") {
			col++
			if k, _, ok := place(c.Attr("r")); ok {
				col = k
			}
			lines := r.lines(c)
			if len(lines) == 0 {
				continue
			}
			if r.rows >= maxRows || hidden || hiddenCols[col] {
				reason := "hidden"
				switch {
				case hidden:
					gone = append(gone, at)
				case hiddenCols[col]:
					goneCols = append(goneCols, col)
				default:
					reason, tooMany = "outside-table", true
				}
				for _, l := range lines {
					r.unplace(l.Text.S, reason)
				}
				continue
			}
			k := cell{col: min(col, maxColumns-1), cols: 1, rows: 1, lines: lines}
			if m, ok := merged[[2]int{col, at}]; ok {
				k.cols, k.rows = min(m[0], maxColumns-k.col), m[1]
			}
			if n := len(out.cells); n > 0 && out.cells[n-1].col+out.cells[n-1].cols > k.col {
				if out.cells[n-1].col == k.col {
					out.cells[n-1].lines = append(out.cells[n-1].lines, lines...)
					continue
				}
				out.cells[n-1].cols = max(1, k.col-out.cells[n-1].col)
			}
			out.cells = append(out.cells, k)
		}
		if len(out.cells) > 0 {
			slices.SortStableFunc(out.cells, func(a, b cell) int { return cmp.Compare(a.col, b.col) })
			p.rows = append(p.rows, out)
			r.rows++
		}
	}
	if len(gone) > 0 {
		gone = slices.Compact(gone)
		n := numbers(gone, func(i int) string { return strconv.Itoa(i + 1) })
		r.tellHidden("シート「"+name+"」の "+n+" 行目", "row "+n+" of the sheet \""+name+"\"")
	}
	if len(goneCols) > 0 {
		slices.Sort(goneCols)
		n := numbers(slices.Compact(goneCols), columnName)
		r.tellHidden("シート「"+name+"」の "+n+" 列", "column "+n+" of the sheet \""+name+"\"")
	}
	if tooMany {
		r.sheet.Diags = append(r.sheet.Diags, corpus.Diag{
			Rule: "xlsx-rows", Severity: corpus.Warning, Unit: -1,
			Message: "表の行が " + strconv.Itoa(maxRows) + " を超えるため、以後の行は比較していません", English: "rows beyond " + strconv.Itoa(maxRows) + " are not compared",
			Hint: "表を分けてください",
		})
	}
	return p
}

// on reads a switch.
func on(v string) bool { return v == "1" || v == "true" }

func hiddenColumns(root *node) map[int]bool {
	out := map[int]bool{}
	for _, c := range root.Child("x:cols").All("x:col") {
		from, _ := strconv.Atoi(c.Attr("min"))
		to, _ := strconv.Atoi(c.Attr("max"))
		if !on(c.Attr("hidden")) || from < 1 {
			continue
		}
		for i := from; i <= min(to, 1<<14); i++ {
			out[i-1] = true
		}
	}
	return out
}

// merges lists merged cells by their upper left one: columns and rows covered.
func merges(root *node) (map[[2]int][2]int, int) {
	out := map[[2]int][2]int{}
	for _, m := range root.Child("x:mergeCells").All("x:mergeCell") {
		from, to, ok := strings.Cut(m.Attr("ref"), ":")
		if !ok {
			continue
		}
		c0, r0, ok0 := place(from)
		c1, r1, ok1 := place(to)
		if ok0 && ok1 && c1 >= c0 && r1 >= r0 {
			out[[2]int{c0, r0}] = [2]int{c1 - c0 + 1, r1 - r0 + 1}
		}
	}
	return out, len(out)
}
