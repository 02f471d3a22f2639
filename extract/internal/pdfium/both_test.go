package pdfium

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"shinkyu/extract/internal/layout"
	"shinkyu/extract/internal/pdf"
)

// Where both engines can read a file they have to agree: the same characters at the same places, as many rules, on pages of one size.
// Ours are in the repository; others are compared where they are.

const (
	within = 1.0 // points between the middles of two cells
	agreed = .93 // of the characters: the second guesses the advance of squeezed ones
)

func TestEnginesAgree(t *testing.T) {
	ours, err := filepath.Glob("../../../corpus/sample/archive/*/*.pdf")
	if err != nil || len(ours) == 0 {
		t.Fatalf("no PDFs of our own: %v", err)
	}
	for _, name := range []string{"h-vertical", "h-two", "w-red", "t-red", "c-then-vertical"} { // each program that sets the zoo, level and vertical
		ours = append(ours, "../../../cmd/score/testdata/zoo/"+name+".pdf")
	}
	// More where there are any; both readers are compared there too, and nothing is said where they are not.
	for _, pattern := range []string{"tables/*.pdf", "pdf/zoo/*.pdf"} {
		more, err := filepath.Glob("../../../../shared/samples/" + pattern)
		if err != nil {
			t.Fatal(err)
		}
		if len(more) == 0 {
			t.Logf("no %s beside the project: only our own files are compared", pattern)
		}
		ours = append(ours, more...)
	}
	if testing.Short() {
		ours = ours[:1]
	}
	all, same := 0, 0
	for _, name := range ours {
		n, k := compareEngines(t, name)
		all, same = all+n, same+k
	}
	t.Logf("%d of %d characters of %d files agree within %.0f pt", same, all, len(ours), within)
}

// compareEngines reads the first pages of a file with both.
func compareEngines(t *testing.T, name string) (all, same int) {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	first, err := pdf.Open(data)
	if err != nil {
		t.Errorf("%s: first engine: %v", name, err)
		return
	}
	second, err := Open(data, "")
	if err != nil {
		t.Errorf("%s: second engine: %v", name, err)
		return
	}
	defer second.Close()
	if first.NumPages() != second.NumPages() {
		t.Errorf("%s: %d pages and %d", name, first.NumPages(), second.NumPages())
	}
	for n := 1; n <= min(first.NumPages(), 2); n++ {
		a, err := first.Page(n)
		if err != nil {
			t.Fatal(err)
		}
		b, err := second.Page(n)
		if err != nil {
			t.Errorf("%s: page %d: %v", name, n, err)
			continue
		}
		if math.Abs(a.Width-b.Width) > .1 || math.Abs(a.Height-b.Height) > .1 {
			t.Errorf("%s: page %d is %.1f × %.1f and %.1f × %.1f", name, n, a.Width, a.Height, b.Width, b.Height)
		}
		if d := len(a.Rules) - len(b.Rules); d > 2+len(a.Rules)/10 || d < -2-len(a.Rules)/10 {
			t.Errorf("%s: page %d has %d rules and %d", name, n, len(a.Rules), len(b.Rules))
		}
		x, y := agreement(a, b)
		if !lacking[filepath.Base(name)] && float64(y) < agreed*float64(x)-1 {
			t.Errorf("%s: page %d: %d of %d characters agree", name, n, y, x)
		}
		all, same = all+x, same+y
	}
	return all, same
}

// lacking are files that the second engine reads less of: a CMap that it does not know, and a page of odd cases (ActualText, text that is
// clipped) in which the engines mean to differ.
var lacking = map[string]bool{"cmap_UniJIS2004-UTF16-H.pdf": true, "textcases.pdf": true}

// agreement counts the visible characters of a, and those of them that b has at the same place.
func agreement(a, b *layout.Page) (all, same int) {
	type cell struct{ x, y int }
	const side = 8
	at := map[cell][]*layout.Glyph{}
	for i := range b.Glyphs {
		x, y := middle(&b.Glyphs[i])
		k := cell{int(x / side), int(y / side)}
		at[k] = append(at[k], &b.Glyphs[i])
	}
next:
	for i := range a.Glyphs {
		g := &a.Glyphs[i]
		if g.Hidden || g.Unmapped || g.U == " " || g.U == "　" {
			continue
		}
		all++
		x, y := middle(g)
		for dx := -1; dx <= 1; dx++ {
			for dy := -1; dy <= 1; dy++ {
				for _, h := range at[cell{int(x/side) + dx, int(y/side) + dy}] {
					u, v := middle(h)
					if h.U == g.U && math.Abs(x-u) < within && math.Abs(y-v) < within {
						same++
						continue next
					}
				}
			}
		}
	}
	return all, same
}

func middle(g *layout.Glyph) (x, y float64) {
	return (g.Box.X0 + g.Box.X1) / 2, (g.Box.Y0 + g.Box.Y1) / 2
}

// TestRender: a picture has the size asked for and ink where the first engine sees text.
func TestRender(t *testing.T) {
	data, err := os.ReadFile("../../../corpus/sample/archive/kensa-tsuchi/2025-06-01.pdf")
	if err != nil {
		t.Fatal(err)
	}
	f, err := Open(data, "")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, scale, err := f.Render(1, 100)
	if err != nil {
		t.Fatal(err)
	}
	p, err := f.Page(1)
	if err != nil {
		t.Fatal(err)
	}
	if w := float64(m.Rect.Dx()) / scale; math.Abs(w-p.Width) > 1 {
		t.Errorf("%.1f points wide, the page has %.1f", w, p.Width)
	}
	inked := 0
	for i := range p.Glyphs {
		b := p.Glyphs[i].Box
		dark := false
		for y := int(b.Y0 * scale); y < int(b.Y1*scale); y++ {
			for x := int(b.X0 * scale); x < int(b.X1*scale); x++ {
				dark = dark || m.GrayAt(x, y).Y < 160
			}
		}
		if dark {
			inked++
		}
	}
	if inked < len(p.Glyphs)*95/100 {
		t.Errorf("ink in %d of %d cells", inked, len(p.Glyphs))
	}
	if c, _, err := f.RenderColour(1, 50); err != nil || c.Rect.Dx() < 200 {
		t.Errorf("in colour: %v", err)
	}
	if _, _, err := f.Render(99, 100); err == nil {
		t.Error("a page that is not there was drawn")
	}
}

// TestNotAPDF: what cannot be opened is refused, and the engine goes on.
func TestNotAPDF(t *testing.T) {
	for _, data := range []string{"", "%PDF-1.7\n", "not a pdf"} {
		if f, err := Open([]byte(data), ""); err == nil {
			f.Close()
			t.Errorf("%q was opened", data)
		}
	}
}
