package columns

import (
	"testing"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
)

// A title that is the longest line of its page is full, but what stands below it in brackets is no part of it.
func TestLongTitleAboveLegend(t *testing.T) {
	var lines []grid.Line
	for _, s := range []string{"情報通信機器等の保管及び貸出しに関する取扱規程（令和九年規程第百二十号）新旧対照表", "（傍線部分は改正部分）"} {
		lines = append(lines, grid.Line{Text: corpus.Text{S: s}, Page: 1, Room: -1})
	}
	if got := partsOf(lines); got[0].reason != "outside-table" || got[1].reason != "legend" || got[1].text != "（傍線部分は改正部分）" {
		t.Errorf("%+v", got)
	}
}

// A header of two storeys is one header: what stands above the table still belongs to it.
func TestHeaderOfTwoStoreys(t *testing.T) {
	cell := func(col, span int, text string) grid.Cell {
		return grid.Cell{Col: col, ColSpan: span, RowSpan: 1, Lines: []grid.Line{{Text: corpus.Text{S: text}, Start: true, Room: -1}}}
	}
	body := grid.Row{Cells: []grid.Cell{cell(0, 1, "1"), cell(1, 1, "第一条　甲とする。"), cell(2, 1, "第一条　乙とする。")}}
	heads := grid.Row{Cells: []grid.Cell{cell(0, 1, ""), cell(1, 1, "改正後"), cell(2, 1, "改正前")}}
	before := []grid.Line{{Text: corpus.Text{S: "（傍線部分は改正部分）"}, Page: 1, Room: -1}}
	two := sectionsOf(&grid.Table{Cols: 3, Before: before, Rows: []grid.Row{{Cells: []grid.Cell{cell(0, 1, "条"), cell(1, 2, "内容")}}, heads, body}}, 0, nil)
	if len(two) != 1 || two[0].legend == "" || len(two[0].rows) != 1 || len(two[0].unplaced) != 5 {
		t.Errorf("%d sections, %+v", len(two), two[0])
	}
	// a row of text before a header is no storey of it
	text := grid.Row{Cells: []grid.Cell{cell(0, 1, "1"), cell(1, 1, "第一条　甲とする。"), cell(2, 1, "（新設）")}}
	if got := sectionsOf(&grid.Table{Cols: 3, Before: before, Rows: []grid.Row{text, heads, body}}, 0, nil); len(got) != 2 {
		t.Errorf("%d sections of two", len(got))
	}
}
