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
