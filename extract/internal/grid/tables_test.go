package grid

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var threeRules = []float64{50, 300, 550}

// facingTexts is a page of two texts without rules, and facingRows what is made of it.
func facingTexts() *sketch {
	return sketchPage(1).
		text(140, 100, "改　正　案").text(400, 100, "現　　　行").
		text(60, 120, "第一条　届出は、書面で行うものとする。").text(310, 120, "第一条　届出は、口頭で行う。").
		text(60, 135, "２　（略）").text(310, 135, "２　（略）")
}

const facingRows = "table\nrow 改　正　案 | 現　　　行\nstrip 第一条　届出は、書面で行うものとする。/２　（略） | 第一条　届出は、口頭で行う。/２　（略）\n"

func TestTables(t *testing.T) {
	cases := []struct {
		name  string
		pages []*sketch
		want  string
	}{
		{"every row ruled", []*sketch{sketchPage(1).
			text(60, 60, "帳簿規程の新旧対照表").
			box(threeRules, []float64{100, 120, 160, 200}).
			text(160, 113, "改正後").text(410, 113, "改正前").
			text(60, 133, "第一条　帳簿を備える。").text(310, 133, "第一条　台帳を備える。").
			text(60, 173, "２　（略）").text(310, 173, "２　（略）")},
			"before 帳簿規程の新旧対照表\ntable\nrow 改正後 | 改正前\nrow 第一条　帳簿を備える。 | 第一条　台帳を備える。\nrow ２　（略） | ２　（略）\n"},
		{"open at the page's end, goes on without a header, page numbers and running titles", []*sketch{
			sketchPage(1).text(480, 40, "（別紙）").
				rule(50, 100, 550, 100).rule(50, 120, 550, 120).
				rule(50, 100, 50, 700).rule(300, 100, 300, 700).rule(550, 100, 550, 700).
				text(160, 113, "改正後").text(410, 113, "改正前").
				text(60, 640, "三　書面を保").text(310, 640, "三　書面を作").text(290, 780, "- 1 -"),
			sketchPage(2).text(480, 40, "（別紙）").
				rule(50, 100, 50, 300).rule(300, 100, 300, 300).rule(550, 100, 550, 300).rule(50, 300, 550, 300).
				text(60, 113, "存する。").text(310, 113, "成する。").text(290, 780, "- 2 -").text(60, 330, "附則")},
			"before （別紙）\ntable\nrow 改正後 | 改正前\nstrip 三　書面を保 | 三　書面を作\nstrip 存する。 | 成する。\nafter 附則\npage-number - 1 -\nrunning-title （別紙）\npage-number - 2 -\n"},
		{"only a rule between the columns", []*sketch{sketchPage(1).
			rule(300, 100, 300, 600).
			text(60, 113, "新").text(310, 113, "旧").
			text(60, 140, "第一条　届出は、書面でする。").text(310, 140, "第一条　届出は、口頭でする。").
			text(60, 155, "二　（略）").text(310, 155, "二　（略）")},
			"table\nstrip 新/第一条　届出は、書面でする。/二　（略） | 旧/第一条　届出は、口頭でする。/二　（略）\n"},
		{"no rules, header words over two texts", []*sketch{
			facingTexts().text(60, 60, "次の表のとおり改める。"),
			sketchPage(2).text(60, 60, "第二条　届出の様式は、別に定めるところ").text(310, 60, "（新設）").
				text(60, 75, "による。").text(60, 90, "第三条　（略）").text(310, 90, "第二条　（略）")},
			"before 次の表のとおり改める。\n" + facingRows +
				"strip 第二条　届出の様式は、別に定めるところ/による。/第三条　（略） | （新設）/第二条　（略）\n"},
		{"no rules, a comma hangs behind a full line into the narrow space between", []*sketch{
			facingTexts().
				text(60, 150, "３　届出は書面又は電子の方法により行うものとすで、").text(310, 150, "３　届出は、書面で行い、").
				text(60, 165, "控えを渡す。").text(310, 165, "控えを渡す。")},
			"table\nrow 改　正　案 | 現　　　行\nstrip 第一条　届出は、書面で行うものとする。/２　（略）/３　届出は書面又は電子の方法により行うものとすで、/控えを渡す。 | " +
				"第一条　届出は、口頭で行う。/２　（略）/３　届出は、書面で行い、/控えを渡す。\n"},
		{"no rules, below it a text that stands to the left and further down, without a note's word", []*sketch{
			facingTexts().
				text(60, 150, "３　（略）").text(310, 150, "３　（略）").
				text(60, 165, "第二条　届出は、係員が受け").text(310, 165, "第二条　届出は、主任が受ける。").
				text(60, 180, "る。").
				text(60, 195, "第三条　（略）").text(310, 195, "第三条　（略）").
				text(50, 225, "この表は参考である。")},
			"table\nrow 改　正　案 | 現　　　行\nstrip 第一条　届出は、書面で行うものとする。/２　（略）/３　（略）/第二条　届出は、係員が受け/る。/第三条　（略） | " +
				"第一条　届出は、口頭で行う。/２　（略）/３　（略）/第二条　届出は、主任が受ける。/第三条　（略）\nafter この表は参考である。\n"},
		{"no rules, the last two lines alone on the next page", []*sketch{
			facingTexts(),
			sketchPage(2).text(90, 60, "附　則").text(340, 60, "附　則").text(60, 75, "この規程は、公布の日から施行する。").text(310, 75, "この規程は、四月一日から施行する。")},
			facingRows +
				"strip 附　則/この規程は、公布の日から施行する。 | 附　則/この規程は、四月一日から施行する。\n"},
		{"no rules, the letter's end on the next page is no table", []*sketch{
			facingTexts(),
			sketchPage(2).text(60, 60, "担当　総務係").text(60, 75, "電話　（略）")},
			facingRows + "after 担当　総務係\nafter 電話　（略）\n"},
		{"no rules, arrows and a bracket between the texts", []*sketch{
			sketchPage(1).
				text(100, 100, "現　　　行").text(420, 100, "改　正　案").
				text(50, 120, "第一条　届出は、口頭で行う。").text(330, 120, "第一条　届出は、書面で行うものとする。").text(300, 127, "⇒").
				text(50, 135, "２　（略）").text(330, 135, "２　（略）").
				text(50, 150, "三　（略）→四").text(300, 150, "｝").text(330, 150, "三　（略）"),
			sketchPage(2).text(50, 60, "（新設）").text(300, 60, "⇒").text(330, 60, "第二条　届出の様式は、別に定めるところ").
				text(330, 75, "による。").text(50, 90, "第二条　（略）").text(330, 90, "第三条　（略）")},
			"table\nrow 現　　　行 |  | 改　正　案\nstrip 第一条　届出は、口頭で行う。/２　（略）/三　（略）→四 | ⇒/｝ | 第一条　届出は、書面で行うものとする。/２　（略）/三　（略）\n" +
				"strip （新設）/第二条　（略） | ⇒ | 第二条　届出の様式は、別に定めるところ/による。/第三条　（略）\n"},
		{"two tables", []*sketch{sketchPage(1).
			text(60, 60, "甲規程").box(threeRules, []float64{80, 100, 140}).
			text(60, 93, "新").text(310, 93, "旧").text(60, 113, "い").text(310, 113, "ろ").
			text(60, 200, "乙規程").box(threeRules, []float64{220, 240, 280}).
			text(60, 233, "新").text(310, 233, "旧").text(60, 253, "は").text(310, 253, "に")},
			"before 甲規程\ntable\nrow 新 | 旧\nstrip い | ろ\nbefore 乙規程\ntable\nrow 新 | 旧\nstrip は | に\n"},
		{"a small table in a cell stays text of the cell", []*sketch{sketchPage(1).
			box(threeRules, []float64{100, 120, 400}).
			text(60, 113, "新").text(310, 113, "旧").
			text(60, 140, "第四条　料金は次の表による。").text(310, 140, "第四条　料金は別に定める。").
			box([]float64{80, 160, 240}, []float64{150, 170, 190}).
			text(85, 163, "区分").text(165, 163, "金額").text(85, 183, "一枚").text(165, 183, "十円").
			text(60, 210, "２　（略）").text(310, 210, "２　（略）")},
			"table\nrow 新 | 旧\nstrip 第四条　料金は次の表による。/区分/金額/一枚/十円/２　（略） | 第四条　料金は別に定める。/２　（略）\n"},
		{"a heading across both columns, a third column", []*sketch{sketchPage(1).
			rule(50, 100, 550, 100).rule(50, 120, 550, 120).rule(50, 140, 550, 140).rule(50, 160, 550, 160).rule(50, 180, 550, 180).
			rule(50, 100, 50, 180).rule(550, 100, 550, 180).rule(250, 100, 250, 120).rule(250, 140, 250, 180).rule(450, 100, 450, 120).rule(450, 140, 450, 180).
			text(60, 113, "新").text(260, 113, "旧").text(460, 113, "備考").text(60, 133, "第一章　総則").
			text(60, 153, "い").text(260, 153, "ろ").text(460, 153, "は").text(60, 173, "に").text(260, 173, "ほ")},
			"table\nrow 新 | 旧 | 備考\nrow 第一章　総則\nrow い | ろ | は\nrow に | ほ | \n"},
		{"text runs over its column rule, with its line", []*sketch{sketchPage(1).
			box(threeRules, []float64{100, 120, 160}).text(60, 113, "新").text(310, 113, "旧").
			text(255, 133, "長い語句である。").mark(255, 335, 134.5).text(310, 150, "短い。")},
			"table\nrow 新 | 旧\nstrip underline{長い語句である。} | 短い。\n"},
		{"a table in a cell, its rows parted by dashes, beside a dashed box", []*sketch{sketchPage(1).
			box(threeRules, []float64{100, 120, 260}).
			text(160, 113, "改正後").text(410, 113, "改正前").
			text(60, 140, "別表").text(310, 150, "別表").
			rule(70, 150, 70, 190).rule(150, 150, 150, 190).rule(250, 150, 250, 190).
			dashed(70, 150, 250, 150).dashed(70, 170, 250, 170).dashed(70, 190, 250, 190).
			text(80, 164, "区分").text(160, 164, "期間").text(80, 184, "甲類").text(160, 184, "五年").
			dashed(320, 160, 480, 160).dashed(320, 200, 480, 200).dashed(320, 160, 320, 200).dashed(480, 160, 480, 200).text(330, 184, "（略）")},
			"table\nrow 改正後 | 改正前\nstrip 別表/区分/期間/甲類/五年 | 別表/box{（略）}\n"},
		{"a framed note is no table", []*sketch{sketchPage(1).
			box([]float64{50, 550}, []float64{100, 160}).text(60, 120, "注意書き")},
			"after 注意書き\n"},
		{"no pages", nil, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, dump(read(t, c.pages...))); d != "" {
				t.Error(d)
			}
		})
	}
}

// A merged square takes whole squares only: a cell never overlaps another.
func TestSpans(t *testing.T) {
	s := sketchPage(1).
		rule(50, 100, 550, 100).rule(50, 200, 550, 200).rule(300, 150, 550, 150).
		rule(50, 100, 50, 200).rule(300, 100, 300, 200).rule(550, 100, 550, 200).
		text(60, 113, "い").text(310, 113, "ろ").text(310, 163, "は")
	table := read(t, s).Tables[0]
	if len(table.Rows) != 2 {
		t.Fatalf("%d rows, want 2", len(table.Rows))
	}
	first := table.Rows[0].Cells
	if first[0].RowSpan != 2 || first[1].RowSpan != 1 || len(table.Rows[1].Cells) != 1 || table.Rows[1].Cells[0].Col != 1 {
		t.Errorf("spans are %+v, %+v", first, table.Rows[1].Cells)
	}
}

func TestMeasures(t *testing.T) {
	s := sketchPage(1).box(threeRules, []float64{100, 300}).
		text(60, 120, "第一条　届出は、書面でする。この場合におい").
		text(70, 140, "て、様式は問わない。").text(60, 180, "２　（略）").text(310, 120, "（新設）")
	lines := read(t, s).Tables[0].Rows[0].Cells[0].Lines
	if got := lines[1].Indent; got < 0.9 || got > 1.1 {
		t.Errorf("indent of the second line is %.2f ems, want 1", got)
	}
	if got := lines[1].Room; got < 10 || got > 14 {
		t.Errorf("room behind the second line is %.2f ems, want about 12", got)
	}
	if a, b := lines[1].Gap, lines[2].Gap; b < 1.5*a {
		t.Errorf("gaps are %.2f and %.2f, want the second about twice the first", a, b)
	}
	if lines[0].Page != 1 || lines[0].Size != 10 || lines[0].Box.Y1 > 125 {
		t.Errorf("first line is %+v", lines[0])
	}
}

// Charts and hatching have thousands of lines; they are read in good time and are no table.
func TestHatching(t *testing.T) {
	s := sketchPage(1).text(60, 60, "図一")
	for i := range 6000 {
		x := 50 + float64(i%600)*0.8
		y := 100 + float64(i/600)*50 + float64(i%7)
		s.rule(x, y, x, y+40).rule(50+float64(i%11), 100+float64(i)*0.1, 540, 100+float64(i)*0.1)
	}
	start := time.Now()
	sheet := read(t, s)
	if len(sheet.Tables) != 0 || len(sheet.After) != 1 {
		t.Errorf("%d tables, %d lines", len(sheet.Tables), len(sheet.After))
	}
	if d := time.Since(start); d > 5*time.Second {
		t.Errorf("took %v", d)
	}
}
