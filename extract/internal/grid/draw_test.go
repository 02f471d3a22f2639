package grid

import (
	"math"
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/extract/internal/layout"
)

// sketch draws pages for the tests: 600 × 800 points, letters of 10 points unless size says otherwise.
type sketch struct {
	page layout.Page
	size float64
}

func sketchPage(number int) *sketch {
	return &sketch{page: layout.Page{Number: number, Width: 600, Height: 800}, size: 10}
}

// text sets a horizontal line with its baseline at y. ASCII is half as wide; U+3000 moves without painting; '_' is a painted space.
func (s *sketch) text(x, y float64, text string) *sketch {
	for _, r := range text {
		w := s.size
		if r < 0x80 {
			w /= 2
		}
		u := string(r)
		if r == '_' {
			u = " "
		}
		if r != '　' {
			s.page.Glyphs = append(s.page.Glyphs, layout.Glyph{U: u, X: x, Y: y, Size: s.size,
				Box: corpus.Box{X0: x, Y0: y - 0.88*s.size, X1: x + w, Y1: y + 0.12*s.size}})
		}
		x += w
	}
	return s
}

// down sets a vertical line with its middle at x from y on.
func (s *sketch) down(x, y float64, text string) *sketch {
	for _, r := range text {
		if r != '　' {
			s.page.Glyphs = append(s.page.Glyphs, layout.Glyph{U: string(r), X: x, Y: y, Size: s.size, Vertical: true,
				Box: corpus.Box{X0: x - s.size/2, Y0: y, X1: x + s.size/2, Y1: y + s.size}})
		}
		y += s.size
	}
	return s
}

// rule fills a thin rectangle around the line between two points.
func (s *sketch) rule(x0, y0, x1, y1 float64) *sketch {
	s.page.Rules = append(s.page.Rules, layout.Rule{Width: 0.6,
		Box: corpus.Box{X0: min(x0, x1) - 0.3, Y0: min(y0, y1) - 0.3, X1: max(x0, x1) + 0.3, Y1: max(y0, y1) + 0.3}})
	return s
}

// mark fills a thin rectangle under letters: no longer than they are.
func (s *sketch) mark(x0, x1, y float64) *sketch { return s.rule(x0+0.3, y, x1-0.3, y) }

// dashed strokes a dashed line.
func (s *sketch) dashed(x0, y0, x1, y1 float64) *sketch {
	s.rule(x0, y0, x1, y1)
	r := &s.page.Rules[len(s.page.Rules)-1]
	r.Kind, r.Dashed = layout.Stroke, true
	return s
}

// box rules a lattice.
func (s *sketch) box(xs, ys []float64) *sketch {
	for _, y := range ys {
		s.rule(xs[0], y, xs[len(xs)-1], y)
	}
	for _, x := range xs {
		s.rule(x, ys[0], x, ys[len(ys)-1])
	}
	return s
}

// sideways turns the page a quarter to the left, as word processors store vertical pages.
func (s *sketch) sideways() *sketch {
	w := s.page.Width
	turn := func(b corpus.Box) corpus.Box {
		return corpus.Box{X0: b.Y0, Y0: w - b.X1, X1: b.Y1, Y1: w - b.X0}
	}
	s.page.Width, s.page.Height = s.page.Height, s.page.Width
	for i := range s.page.Glyphs {
		g := &s.page.Glyphs[i]
		g.Box, g.Angle, g.Vertical = turn(g.Box), -math.Pi/2, false // a horizontal font, turned
		g.X, g.Y = g.Box.X0+0.88*g.Size, g.Box.Y1
	}
	for i := range s.page.Rules {
		s.page.Rules[i].Box = turn(s.page.Rules[i].Box)
	}
	return s
}

// read reads pages and checks that nothing of them is lost.
func read(t *testing.T, sketches ...*sketch) *Sheet {
	t.Helper()
	var pages []*layout.Page
	for _, s := range sketches {
		pages = append(pages, &s.page)
	}
	sheet := FromPages(pages)
	for _, lost := range Conservation(pages, sheet) {
		t.Error(lost)
	}
	return sheet
}

// dump writes a sheet in a form to compare: rows of cells, lines divided by /, marks as kind{text}.
func dump(sheet *Sheet) string {
	var b strings.Builder
	lines := func(head string, all []Line) {
		for _, l := range all {
			b.WriteString(head + show(l.Text) + "\n")
		}
	}
	for _, t := range sheet.Tables {
		lines("before ", t.Before)
		b.WriteString("table")
		if t.Vertical {
			b.WriteString(" vertical")
		}
		b.WriteString("\n")
		for _, r := range t.Rows {
			var cells []string
			for _, c := range r.Cells {
				var text []string
				for _, l := range c.Lines {
					text = append(text, show(l.Text))
				}
				cells = append(cells, strings.Join(text, "/"))
			}
			name := "row "
			if !r.Drawn {
				name = "strip "
			}
			b.WriteString(name + strings.Join(cells, " | ") + "\n")
		}
	}
	lines("after ", sheet.After)
	for _, u := range sheet.Unplaced {
		b.WriteString(u.Reason + " " + u.Text + "\n")
	}
	return b.String()
}

func show(t corpus.Text) string {
	var b strings.Builder
	r := []rune(t.S)
	for i := 0; i <= len(r); i++ {
		for _, m := range t.Marks {
			if m.Span.End == i {
				b.WriteString("}")
			}
		}
		for _, m := range t.Marks {
			if m.Span.Start == i {
				b.WriteString(string(m.Kind) + "{")
			}
		}
		if i < len(r) {
			b.WriteRune(r[i])
		}
	}
	return b.String()
}

// A page as dense as a ministry's: 45 lines of 25 letters in each column.
func BenchmarkFromPages(b *testing.B) {
	var pages []*layout.Page
	for n := 1; n <= 20; n++ {
		s := sketchPage(n).box(threeRules, []float64{60, 780})
		for i := range 45 {
			y := 75 + 15*float64(i)
			s.text(55, y, strings.Repeat("帳簿を備える", 4)).text(305, y, strings.Repeat("台帳を備える", 4)).mark(85, 145, y+1.5)
		}
		pages = append(pages, &s.page)
	}
	for b.Loop() {
		FromPages(pages)
	}
	b.ReportMetric(float64(b.N*len(pages))/b.Elapsed().Seconds(), "pages/s")
}
