package grid

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLines(t *testing.T) {
	small := func(s *sketch, x, y float64, text string) *sketch {
		s.size = 5
		s.text(x, y, text)
		s.size = 10
		return s
	}
	cases := []struct {
		name string
		page *sketch
		want string
	}{
		{"spaces of one and two ems", table().text(60, 120, "第一条　　帳簿　台帳"), "第一条　　帳簿　台帳"},
		{"words of Latin letters", table().text(60, 120, "PDF").text(79, 120, "file"), "PDF file"},
		{"a painted space is a hint only", table().text(60, 120, "様式_PDF_file"), "様式 PDF file"},
		{"no space between scripts set a little apart", table().text(60, 120, "様式").text(82.5, 120, "PDF").text(100, 120, "版"), "様式PDF版"},
		{"letters spaced out evenly", table().text(60, 120, "帳").text(73, 120, "簿").text(86, 120, "を").text(99, 120, "備").text(112, 120, "え").text(125, 120, "る"), "帳簿を備える"},
		{"ruby", small(table().text(60, 120, "帳簿を備える。"), 62, 110.5, "ちょうぼ"), "帳簿を備える。"},
		{"superscript", small(table().text(60, 120, "面積は十　とする。").text(60, 140, "二"), 100, 115, "2"), "面積は十2　とする。/二"},
		{"squeezed punctuation", table().text(60, 120, "帳簿、").text(85, 120, "「台帳」").text(120, 120, "等"), "帳簿、「台帳」等"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			sheet := read(t, c.page)
			got := ""
			for i, l := range sheet.Tables[0].Rows[0].Cells[0].Lines {
				if i > 0 {
					got += "/"
				}
				got += show(l.Text)
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
			for _, u := range sheet.Unplaced {
				if u.Reason != "ruby" || u.Text != "ちょうぼ" {
					t.Errorf("unplaced: %+v", u)
				}
			}
		})
	}
}

func TestPageNumbers(t *testing.T) {
	for _, text := range []string{"- 3 -", "－３－", "3", "3/10", "第3頁", "p.3", "(3)", "三", "iv"} {
		if !pageNumber.MatchString(squeeze(text)) {
			t.Errorf("%q is a page number", text)
		}
	}
	for _, text := range []string{"第三条", "別紙1", "３　（略）", "令和8年", "(3)の次"} {
		if pageNumber.MatchString(squeeze(text)) {
			t.Errorf("%q is no page number", text)
		}
	}
}

// A number inside the text is text, wherever it stands alone.
func TestNumberInText(t *testing.T) {
	sheet := read(t, sketchPage(1).text(60, 60, "通知").text(60, 400, "3").text(60, 700, "以上"))
	if len(sheet.Unplaced) > 0 || len(sheet.After) != 3 {
		t.Errorf("after %v, unplaced %v", sheet.After, sheet.Unplaced)
	}
}

func TestHidden(t *testing.T) {
	s := table().text(60, 120, "帳簿")
	s.page.Glyphs[len(s.page.Glyphs)-1].Hidden = true
	sheet := read(t, s)
	if got := show(sheet.Tables[0].Rows[0].Cells[0].Lines[0].Text); got != "帳" {
		t.Errorf("got %s", got)
	}
	if len(sheet.Unplaced) != 1 || sheet.Unplaced[0].Reason != "hidden" {
		t.Errorf("unplaced: %v", sheet.Unplaced)
	}
}
