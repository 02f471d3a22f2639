package grid

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"shinkyu/corpus"
	"shinkyu/extract/internal/layout"
)

func TestFrameTurnsBack(t *testing.T) {
	b := corpus.Box{X0: 10, Y0: 20, X1: 30, Y1: 60}
	for turn := range 4 {
		f := Frame{Turn: turn, Width: 600, Height: 800}
		if got := f.Out(f.In(b)); got != b {
			t.Errorf("turn %d: %v comes back as %v", turn, b, got)
		}
		if in := f.In(b); in.X0 >= in.X1 || in.Y0 >= in.Y1 {
			t.Errorf("turn %d: %v has no extent", turn, in)
		}
	}
}

// bands is a vertical table: the upper band new, the lower old, lines from right to left.
func bands() *sketch {
	s := sketchPage(1).
		rule(50, 100, 550, 100).rule(50, 400, 550, 400).rule(50, 700, 550, 700).
		rule(50, 100, 50, 700).rule(520, 100, 520, 700).rule(550, 100, 550, 700).
		down(535, 200, "改正後").down(535, 500, "改正前").
		down(500, 110, "第三条　帳簿は、これを").down(480, 120, "十二年間保存する。").
		down(500, 410, "第三条　帳簿は、これを").down(480, 420, "三年間保存する。")
	s.rule(485.8, 120, 485.8, 159.5)        // right of 十二年間
	return s.rule(485.8, 420, 485.8, 449.5) // right of 三年間
}

func TestVertical(t *testing.T) {
	want := "table vertical\nrow 改正後 | 改正前\n" +
		"strip 第三条　帳簿は、これを/underline{十二年間}保存する。 | 第三条　帳簿は、これを/underline{三年間}保存する。\n"
	t.Run("upright", func(t *testing.T) {
		sheet := read(t, bands())
		if d := cmp.Diff(want, dump(sheet)); d != "" {
			t.Error(d)
		}
		line := sheet.Tables[0].Rows[1].Cells[1].Lines[1]
		if b := line.Box; b.X0 != 475 || b.Y0 != 420 || b.X1 != 485 || b.Y1 != 500 {
			t.Errorf("the line's box on the page is %v", b)
		}
	})
	t.Run("stored sideways", func(t *testing.T) {
		if d := cmp.Diff(want, dump(read(t, bands().sideways()))); d != "" {
			t.Error(d)
		}
	})
}

// Digits set upright side by side take one place of a vertical line; a page number at the foot is none of its lines.
func TestUpright(t *testing.T) {
	s := bands().down(460, 110, "２　第")
	digit := func(x, y float64, u string) {
		s.page.Glyphs = append(s.page.Glyphs, layout.Glyph{U: u, X: x, Y: y + 8.8, Size: 10,
			Box: corpus.Box{X0: x, Y0: y, X1: x + 5, Y1: y + 10}})
	}
	digit(455, 140, "1")
	digit(460, 140, "2")
	s.down(460, 150, "号の帳簿")
	for i, u := range []string{"-", "1", "4", "-"} {
		digit(290+5*float64(i), 770, u)
	}
	sheet := read(t, s)
	lines := sheet.Tables[0].Rows[1].Cells[0].Lines
	if got := show(lines[len(lines)-1].Text); got != "２　第12号の帳簿" {
		t.Errorf("got %s", got)
	}
	if len(sheet.Unplaced) != 1 || sheet.Unplaced[0].Text != "-14-" || sheet.Unplaced[0].Reason != "page-number" {
		t.Errorf("unplaced: %v", sheet.Unplaced)
	}
}
