package markdown

import "testing"

// What a row has beyond the header's columns is in no column, but it is not lost.
func TestExcessCells(t *testing.T) {
	f := Read("| 改正後 | 改正前 |\n|---|---|\n| 第一条　`a|b`とする。 | （新設） |\n| 第二条　甲 | 第二条　乙 |\n")
	if len(f.Sheet.Unplaced) != 1 || f.Sheet.Unplaced[0].Text != "（新設）" {
		t.Errorf("%+v", f.Sheet.Unplaced)
	}
}
