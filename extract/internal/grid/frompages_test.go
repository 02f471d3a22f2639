package grid_test

// Pages are drawn by hand: letters of 10 points on a grid, rules as thin filled rectangles, as producers of PDF paint them.

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/layout"
)

const size = 10.0

type drawing struct{ layout.Page }

func page(number int) *drawing {
	return &drawing{layout.Page{Number: number, Width: 595, Height: 842}}
}

// text paints s with its baseline at y, one em a letter, half an em for ASCII.
func (d *drawing) text(x, y float64, s string) *drawing {
	for _, r := range s {
		w := size
		if r < 0x80 {
			w = size / 2
		}
		if r != '　' && r != ' ' {
			d.Glyphs = append(d.Glyphs, layout.Glyph{U: string(r), X: x, Y: y, Size: size, Font: "Mincho",
				Box: corpus.Box{X0: x, Y0: y - .88*size, X1: x + w, Y1: y + .12*size}})
		}
		x += w
	}
	return d
}

// down paints s upright from the top, as vertical writing.
func (d *drawing) down(x, y float64, s string) *drawing {
	for _, r := range s {
		d.Glyphs = append(d.Glyphs, layout.Glyph{U: string(r), X: x + size/2, Y: y, Size: size, Vertical: true, Font: "Mincho",
			Box: corpus.Box{X0: x, Y0: y, X1: x + size, Y1: y + size}})
		y += size
	}
	return d
}

func (d *drawing) rule(x0, y0, x1, y1 float64) *drawing {
	d.Rules = append(d.Rules, layout.Rule{Box: corpus.Box{X0: x0 - .25, Y0: y0 - .25, X1: x1 + .25, Y1: y1 + .25}, Width: .5})
	return d
}

// table rules a grid over the given lines.
func (d *drawing) table(xs, ys []float64) *drawing {
	for _, x := range xs {
		d.rule(x, ys[0], x, ys[len(ys)-1])
	}
	for _, y := range ys {
		d.rule(xs[0], y, xs[len(xs)-1], y)
	}
	return d
}

// under paints a 傍線 below the n letters from x.
func (d *drawing) under(x, y float64, n int) *drawing {
	return d.rule(x, y+.2*size, x+float64(n)*size, y+.2*size)
}

func read(t *testing.T, pages ...*drawing) *grid.Sheet {
	t.Helper()
	var in []*layout.Page
	for _, p := range pages {
		in = append(in, &p.Page)
	}
	sheet := grid.FromPages(in)
	for _, fault := range grid.Conservation(in, sheet) {
		t.Error(fault)
	}
	if again := grid.FromPages(in); !reflect.DeepEqual(sheet, again) {
		t.Error("the same pages were read in two ways")
	}
	return sheet
}

// draw writes the sheet's tables: a line a row, " | " between cells, "/" between lines, [ ] around marked words.
func draw(s *grid.Sheet) string {
	var b strings.Builder
	for i, table := range s.Tables {
		if i > 0 {
			b.WriteString("--\n")
		}
		for _, row := range table.Rows {
			for j, cell := range row.Cells {
				if j > 0 {
					b.WriteString(" | ")
				}
				for k, l := range cell.Lines {
					if k > 0 {
						b.WriteString("/")
					}
					b.WriteString(withMarks(l.Text))
				}
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

func withMarks(t corpus.Text) string {
	open := map[corpus.MarkKind]string{corpus.MarkUnderline: "[", corpus.MarkDouble: "[[", corpus.MarkStrike: "[-", corpus.MarkBox: "[#", corpus.MarkBold: "[*"}
	var b strings.Builder
	for i, r := range []rune(t.S) {
		for _, m := range t.Marks {
			if m.Span.Start == i {
				b.WriteString(open[m.Kind])
			}
		}
		b.WriteRune(r)
		for _, m := range t.Marks {
			if m.Span.End == i+1 {
				b.WriteString("]")
			}
		}
	}
	return b.String()
}

func expect(t *testing.T, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("read\n%swant\n%s", got, want)
	}
}

var columns = []float64{50, 295, 540}

func headed(number int) *drawing {
	return page(number).text(140, 92, "改正後").text(390, 92, "改正前")
}

func TestRuledTable(t *testing.T) {
	d := headed(1).table(columns, []float64{80, 100, 140, 170}).
		text(55, 115, "第一条　職員は、台帳を作り、").text(65, 130, "保存する。").
		text(300, 115, "第一条　職員は、台帳を作る。").
		text(55, 155, "２　（略）").text(300, 155, "２　（略）")
	expect(t, draw(read(t, d)), `改正後 | 改正前
第一条　職員は、台帳を作り、/保存する。 | 第一条　職員は、台帳を作る。
２　（略） | ２　（略）
`)
}

func TestUnderlineIsNoBorder(t *testing.T) {
	d := headed(1).table(columns, []float64{80, 100, 170}).
		text(55, 115, "記録を五年間保存する。").under(85, 115, 3).
		text(300, 115, "記録を三年間保存する。").under(330, 115, 3).
		text(55, 150, "全部").under(50, 150, 3) // from the column rule on, past the last letter
	expect(t, draw(read(t, d)), `改正後 | 改正前
記録を[五年間]保存する。/[全部] | 記録を[三年間]保存する。
`)
}

func TestKindsOfMarks(t *testing.T) {
	d := headed(1).table(columns, []float64{80, 100, 200}).
		text(55, 115, "第三条の規定").under(55, 115, 3).rule(55, 118.5, 85, 118.5).
		text(55, 140, "旧語を消す。").rule(55, 136, 75, 136)
	got := draw(read(t, d))
	for _, want := range []string{"[[第三条]の規定", "[-旧語]を消す。"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

func TestHalfWidthPunctuationIsNotCaught(t *testing.T) {
	d := headed(1).table(columns, []float64{80, 100, 170}).text(55, 115, "甲),乙(丙")
	// letters stand at 55 甲, 65 ), 70 ",", 75 乙, 85 (, 90 丙: the line lies under 乙 alone and overshoots a little
	d.rule(74, 117, 86.5, 117)
	expect(t, draw(read(t, d)), "改正後 | 改正前\n甲),[乙](丙 | \n")
}

func TestWhiteRulesDivideNothing(t *testing.T) {
	d := headed(1).table(columns, []float64{80, 100, 170}).text(55, 115, "第一条　甲は、乙とする。").text(300, 115, "第一条　甲とする。")
	d.rule(50, 135, 540, 135)
	d.Rules[len(d.Rules)-1].White = true
	d.text(55, 150, "２　丙").text(300, 150, "２　丁")
	if got := read(t, d); len(got.Tables) != 1 || len(got.Tables[0].Rows) != 2 {
		t.Errorf("a white rule divides a row:\n%s", draw(got))
	}
}

func TestTableWithoutRules(t *testing.T) {
	d := headed(1).text(55, 115, "第一条　職員は、台帳を作る。").text(300, 115, "第一条　職員は、帳簿を作る。").
		text(55, 130, "２　台帳は、五年間保存する。").text(300, 130, "２　帳簿は、三年間保存する。")
	s := read(t, d)
	if len(s.Tables) != 1 || s.Tables[0].Cols != 2 {
		t.Fatalf("no table of two columns:\n%s", draw(s))
	}
	expect(t, draw(s), `改正後 | 改正前
第一条　職員は、台帳を作る。/２　台帳は、五年間保存する。 | 第一条　職員は、帳簿を作る。/２　帳簿は、三年間保存する。
`)
}

func TestNumbersAndRemarksBesideTextsWithoutRules(t *testing.T) {
	first := page(1).text(50, 70, "項番").text(120, 70, "改正案").text(320, 70, "現行").text(480, 70, "改正理由")
	first.text(50, 90, "１").text(90, 90, "第一条　職員は、台帳を作る。").text(270, 90, "第一条　職員は、帳簿を作る。").text(480, 90, "語の整理").
		text(50, 105, "２").text(90, 105, "第二条　台帳は、五年間保存す").text(270, 105, "第二条　帳簿は、三年間保存す").text(480, 105, "期間を延ば").
		text(90, 120, "る。").text(270, 120, "る。").text(480, 120, "す。").text(270, 800, "－１－")
	second := page(2).text(50, 70, "３").text(90, 70, "第三条　台帳は、写しをとる。").text(270, 70, "［条を加える。］").
		text(90, 85, "　ただし、急ぐときは、この限").text(90, 100, "　りでない。").text(270, 800, "－２－")
	s := read(t, first, second)
	expect(t, draw(s), `項番 | 改正案 | 現行 | 改正理由
１/２ | 第一条　職員は、台帳を作る。/第二条　台帳は、五年間保存す/る。 | 第一条　職員は、帳簿を作る。/第二条　帳簿は、三年間保存す/る。 | 語の整理/期間を延ば/す。
３ | 第三条　台帳は、写しをとる。/ただし、急ぐときは、この限/りでない。 | ［条を加える。］ | `+"\n")
	for _, u := range s.Unplaced {
		if u.Reason != "page-number" {
			t.Errorf("%s: %s", u.Reason, u.Text)
		}
	}
}

func TestHeaderWordsBrokenInNarrowCells(t *testing.T) {
	d := page(1).text(50, 70, "項").text(120, 78, "改正案").text(320, 78, "現行").text(50, 86, "番").
		text(50, 110, "10").text(90, 110, "第一条　職員は、台帳を作る。").text(270, 110, "第一条　職員は、帳簿を作る。").
		text(50, 125, "11").text(90, 125, "第二条　［略］").text(270, 125, "第二条　［略］")
	expect(t, draw(read(t, d)), `項/番 | 改正案 | 現行
10/11 | 第一条　職員は、台帳を作る。/第二条　［略］ | 第一条　職員は、帳簿を作る。/第二条　［略］
`)
}

func TestNoteBelowTableWithoutRules(t *testing.T) {
	table := func() *drawing {
		return headed(1).text(55, 115, "第一条　職員は、台帳を作る。").text(300, 115, "第一条　職員は、帳簿を作る。").
			text(55, 130, "２　台帳は、五年間保存する。").text(300, 130, "２　帳簿は、三年間保存する。").text(55, 145, "３　台帳は、写しをとる。")
	}
	const want = "第一条　職員は、台帳を作る。/２　台帳は、五年間保存する。/３　台帳は、写しをとる。"
	s := read(t, table().text(46, 160, "（注）急ぎの改正である。"))
	if got := draw(s); !strings.Contains(got, want+" |") || len(s.After) != 1 {
		t.Errorf("a note of the page below the table is read into it:\n%s", got)
	}
	s = read(t, table().text(55, 160, "※　写しは、紙による。"))
	if got := draw(s); !strings.Contains(got, want+"/※　写しは、紙による。 |") {
		t.Errorf("a note in the table is taken out of it:\n%s", got)
	}
}

func TestLetterIsNoTable(t *testing.T) {
	d := page(1).text(55, 100, "各部局長　殿").text(300, 100, "総務課長").text(55, 130, "次のとおり改正したので通知する。").text(300, 160, "記")
	if s := read(t, d); len(s.Tables) != 0 {
		t.Errorf("a letter is read as a table:\n%s", draw(s))
	}
}

func TestContinuedWithoutHeader(t *testing.T) {
	first := headed(1).table(columns, []float64{80, 100, 780}).text(55, 770, "職員は、直ちに報").text(300, 770, "職員は、報告する。")
	second := page(2).table(columns, []float64{80, 300}).text(55, 95, "告しなければならない。")
	expect(t, draw(read(t, first, second)), `改正後 | 改正前
職員は、直ちに報 | 職員は、報告する。
告しなければならない。 | `+"\n")
}

func TestThreeColumnsAndTwoTables(t *testing.T) {
	xs := []float64{50, 220, 390, 540}
	d := page(1).table(xs, []float64{80, 100, 140}).text(100, 92, "改正後").text(270, 92, "改正前").text(440, 92, "備考").
		text(55, 115, "第一条　甲").text(225, 115, "第一条　乙").text(395, 115, "語の整理").
		text(55, 200, "第二条関係").
		table(columns, []float64{240, 260, 300}).text(140, 252, "改正後").text(390, 252, "改正前").text(55, 275, "１　丙").text(300, 275, "１　丁")
	s := read(t, d)
	expect(t, draw(s), `改正後 | 改正前 | 備考
第一条　甲 | 第一条　乙 | 語の整理
--
改正後 | 改正前
１　丙 | １　丁
`)
	if len(s.Tables) == 2 && (len(s.Tables[1].Before) != 1 || s.Tables[1].Before[0].Text.S != "第二条関係") {
		t.Errorf("before the second table stands %v", s.Tables[1].Before)
	}
}

func TestPageNumbersAreUnplaced(t *testing.T) {
	var pages []*drawing
	for n := 1; n <= 3; n++ {
		pages = append(pages, headed(n).table(columns, []float64{80, 100, 700}).text(55, 115, "第一条　甲").text(300, 115, "第一条　乙").
			text(285, 810, "- "+string(rune('0'+n))+" -"))
	}
	s := read(t, pages...)
	if len(s.Unplaced) != 3 || s.Unplaced[0].Reason != "page-number" {
		t.Errorf("unplaced: %v", s.Unplaced)
	}
}

func TestVerticalBands(t *testing.T) {
	d := page(1)
	d.Width, d.Height = 842, 595
	xs := []float64{60, 780}
	for _, y := range []float64{50, 290, 530} {
		d.rule(xs[0], y, xs[1], y)
	}
	for _, x := range []float64{60, 740, 780} {
		d.rule(x, 50, x, 530)
	}
	d.down(755, 150, "改正後").down(755, 390, "改正前").
		down(720, 60, "第一条　職員は、台帳を作る。").down(720, 300, "第一条　職員は、帳簿を作る。").
		down(700, 60, "２　（略）").down(700, 300, "２　（略）")
	d.rule(732, 140, 732, 160) // a side line right of 台帳
	for i := range d.Glyphs {  // the ideographic space is not painted
		if d.Glyphs[i].U == "　" {
			d.Glyphs[i].U = " "
		}
	}
	s := read(t, d)
	if len(s.Tables) != 1 || !s.Tables[0].Vertical {
		t.Fatalf("no vertical table:\n%s", draw(s))
	}
	got := strings.ReplaceAll(draw(s), " ", "")
	got = strings.ReplaceAll(got, "　", "")
	expect(t, got, "改正後|改正前\n第一条職員は、[台帳]を作る。/２（略）|第一条職員は、帳簿を作る。/２（略）\n")
}

// Whatever is painted where, nothing is lost and nothing is read twice.
func TestRandomPagesAreConserved(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 60 {
		read(t, scatter(random, 1), scatter(random, 2))
	}
}

func scatter(random *rand.Rand, number int) *drawing {
	letters := []rune("第一二三条項甲乙丙は、。（略）12aア・～新設削る改正後前")
	d := page(number)
	for range random.IntN(12) {
		if random.IntN(2) == 0 {
			y := random.Float64() * 842
			d.rule(random.Float64()*300, y, 300+random.Float64()*300, y)
		} else {
			x := random.Float64() * 595
			d.rule(x, random.Float64()*400, x, 400+random.Float64()*400)
		}
	}
	for range random.IntN(40) {
		var s []rune
		for range 1 + random.IntN(20) {
			s = append(s, letters[random.IntN(len(letters))])
		}
		if x, y := random.Float64()*500, random.Float64()*800; random.IntN(8) == 0 {
			d.down(x, y, string(s))
		} else {
			d.text(x, y, string(s))
		}
	}
	return d
}

func FuzzFromPages(f *testing.F) {
	f.Add(uint64(1), uint64(2), 10.0)
	f.Add(uint64(7), uint64(9), 0.0)
	f.Fuzz(func(t *testing.T, a, b uint64, odd float64) {
		random := rand.New(rand.NewPCG(a, b))
		d := scatter(random, 1)
		if len(d.Glyphs) > 0 { // one glyph and one rule of any size, infinite and NaN included
			g := &d.Glyphs[random.IntN(len(d.Glyphs))]
			g.Size, g.X, g.Box.X1 = odd, g.X*odd, g.Box.X0+odd
		}
		d.rule(0, odd, odd, 100)
		pages := []*layout.Page{&d.Page}
		for _, fault := range grid.Conservation(pages, grid.FromPages(pages)) {
			t.Error(fault)
		}
	})
}
