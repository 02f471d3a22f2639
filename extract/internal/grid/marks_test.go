package grid

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"shinkyu/corpus"
	"shinkyu/extract/internal/layout"
)

// table is an empty two-column table with room for lines from y 120 on.
func table() *sketch { return sketchPage(1).box(threeRules, []float64{100, 400}).text(310, 390, "旧") }

func TestMarks(t *testing.T) {
	cases := []struct {
		name string
		page *sketch
		want string // first cell
	}{
		{"words", table().text(60, 120, "帳簿を三年間保存する。").mark(90, 120, 121.5), "帳簿をunderline{三年間}保存する。"},
		{"half a letter too long marks nothing more", table().text(60, 120, "帳簿を三年間保存する。").mark(90, 124.5, 121.5), "帳簿をunderline{三年間}保存する。"},
		{"half-width digits", table().text(60, 120, "別表(12)の項").mark(80, 100, 121.5), "別表underline{(12)}の項"},
		{"the empty half of a bracket may be cut", table().text(60, 120, "帳簿（写しを含む。）を備える").mark(85, 155, 121.5), "帳簿underline{（写しを含む。）}を備える"},
		{"a space inside belongs to the run", table().text(60, 120, "ア　帳簿を備える").mark(60, 110, 121.5), "underline{ア　帳簿を}備える"},
		{"two lines leave the space between them alone", table().text(60, 120, "ア　帳簿を備える").mark(60, 70, 121.5).mark(80, 110, 121.5), "underline{ア}　underline{帳簿を}備える"},
		{"a line past the last letter", table().text(60, 120, "帳簿を備える。").mark(90, 180, 121.5), "帳簿をunderline{備える。}"},
		{"double", table().text(60, 120, "第三条　（略）").mark(60, 90, 121.2).mark(60, 90, 123.2), "double{第三条}　（略）"},
		{"the same line painted twice", table().text(60, 120, "第三条　（略）").mark(60, 90, 121.2).mark(60, 90, 121.4), "underline{第三条}　（略）"},
		{"strike", table().text(60, 120, "帳簿及び台帳").mark(80, 120, 116), "帳簿strike{及び台帳}"},
		{"dashed box", table().text(60, 120, "別表を次のように改める。").text(60, 140, "別表（略）").
			dashed(55, 128, 120, 128).dashed(55, 144, 120, 144).dashed(55, 128, 55, 144).dashed(120, 128, 120, 144),
			"別表を次のように改める。/box{別表（略）}"},
		{"a dashed box without its upright sides", table().text(60, 120, "別表を次のように改める。").text(65, 148, "別表（略）").text(65, 160, "備考").
			dashed(58, 132, 240, 132).dashed(58, 170, 240, 170), "別表を次のように改める。/box{別表（略）}/box{備考}"},
		{"dashed lines under two full lines are no box", table().text(60, 120, "帳簿を備えることとする").text(60, 140, "台帳を備えることとする").
			dashed(60, 121.5, 170, 121.5).dashed(60, 141.5, 170, 141.5), "underline{帳簿を備えることとする}/underline{台帳を備えることとする}"},
		{"dashed rules between rows are no boxes", table().text(60, 120, "帳簿を備える。").text(60, 160, "台帳を備える。").
			dashed(58, 132, 240, 132).dashed(58, 170, 240, 170).dashed(58, 200, 240, 200), "帳簿を備える。/台帳を備える。"},
		{"dashed rules from column to column are no box", table().text(60, 120, "帳簿を備える。").text(60, 160, "台帳を備える。").
			dashed(50, 140, 300, 140).dashed(50, 180, 300, 180), "帳簿を備える。"},
		{"dashes painted one by one", dashed(table().text(60, 120, "帳簿を備える。"), 90, 119, 121.5), "帳簿をunderline{備える}。"},
		{"three dashes under one letter", dashed(table().text(60, 120, "帳簿を備える。"), 90, 99, 121.5), "帳簿をunderline{備}える。"},
		{"square dots, some a hair higher than wide", dots(table().text(60, 120, "帳簿を備える。"), 90, 119, 121.5), "帳簿をunderline{備える}。"},
		{"set solid, the next line's letters close below", table().text(60, 120, "帳簿を備える。").text(60, 130, "台帳を備える。").mark(60, 80, 121),
			"underline{帳簿}を備える。/台帳を備える。"},
		{"grounds painted piece by piece, one as narrow as a rule", ground(ground(ground(ground(ground(table().text(60, 120, "１,５頁　A4　判の帳簿"),
			60, 70), 70, 75), 75, 97), 97, 99), 99, 145).text(60, 140, "を備える。"), "shade{１,５頁　A4　判の}帳簿/を備える。"},
		{"a border under letters is no mark", table().text(60, 398.5, "帳簿を備える。"), "帳簿を備える。"},
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
		})
	}
}

// dots paints a dotted line as browsers do.
func dots(s *sketch, from, to, y float64) *sketch {
	for i, x := 0, from; x <= to-.75; i, x = i+1, x+1.5 {
		h := .75 + .0001*float64(i%3-1)
		s.page.Rules = append(s.page.Rules, layout.Rule{Width: .75, Box: corpus.Box{X0: x, Y0: y, X1: x + .75, Y1: y + h}})
	}
	return s
}

// ground tints the line at 120 from one place to another.
func ground(s *sketch, from, to float64) *sketch {
	s.page.Rules = append(s.page.Rules, layout.Rule{Ground: true, Width: to - from, Box: corpus.Box{X0: from, Y0: 110, X1: to, Y1: 123}})
	return s
}

func dashed(s *sketch, from, to, y float64) *sketch {
	for x := from; x+2 <= to; x += 3 {
		s.mark(x, x+2, y)
	}
	return s
}

func TestBold(t *testing.T) {
	s := table().text(60, 120, "備考　写し")
	for i := range s.page.Glyphs {
		s.page.Glyphs[i].Bold = s.page.Glyphs[i].U == "備" || s.page.Glyphs[i].U == "考"
	}
	if got := show(read(t, s).Tables[0].Rows[0].Cells[0].Lines[0].Text); got != "bold{備考}　写し" {
		t.Errorf("got %s", got)
	}
}
