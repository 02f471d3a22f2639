package grid

import (
	"fmt"
	"strings"
	"testing"
)

// Above a table without rules, a running title over one of its columns is no row of it on the pages that continue the table.
func TestRunningTitleOverColumns(t *testing.T) {
	var pages []*sketch
	for n := range 3 {
		s := sketchPage(n+1).text(500, 40, fmt.Sprintf("資料３（%d頁）", n+1))
		y := 90.0
		if n == 0 {
			s.text(100, 90, "改正案").text(400, 90, "現行")
			y = 110
		}
		for i := range 6 {
			s.text(50, y+20*float64(i), "帳簿を備えることとする。").text(330, y+20*float64(i), "台帳を備えることとする。")
		}
		pages = append(pages, s)
	}
	if got := dump(read(t, pages...)); strings.Count(got, "before 資料") != 3 || strings.Count(got, "資料") != 3 {
		t.Error(got)
	}
}
