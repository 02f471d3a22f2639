package grid

import "testing"

// Vertical lines that leave little between them: a 傍線 right of one line is near the next too, and the outer of two is nearer to it.
func TestMarksBetweenVerticalLines(t *testing.T) {
	upright := func(s *sketch, x, y0, y1 float64) *sketch { return s.rule(x, y0+.3, x, y1-.3) }
	for _, c := range []struct {
		name  string
		lines []float64 // of the 傍線 beside 帳簿
		want  string
	}{
		{"single", []float64{208.8}, "underline{帳簿}"},
		{"double", []float64{208.6, 210}, "double{帳簿}"},
	} {
		page := sketchPage(1).down(216, 100, "文書の保存及び点検").down(200, 100, "帳簿の保存及び点検").down(184, 100, "台帳の保存及び点検")
		for _, x := range c.lines {
			upright(page, x, 100, 120)
		}
		trace := trace(&page.page, nil, &memory{})
		got := ""
		for _, m := range mark(trace) {
			got += string(m.Kind) + "{" + m.Text + "}"
		}
		if got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}
