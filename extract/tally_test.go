package extract

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/layout"
)

// balanced reports pages of which something is lost or read twice.
func balanced(t *testing.T, name string, tally []corpus.Tally) {
	t.Helper()
	for _, p := range tally {
		sum := p.Units[corpus.New] + p.Units[corpus.Old] - p.Twice + p.Difference
		for _, n := range p.Unplaced {
			sum += n
		}
		if p.Difference != 0 || sum != p.Characters || p.Page == 0 {
			t.Errorf("%s: %+v", name, p)
		}
	}
}

// TestPagesBalance: on every page of every PDF of ours, and of those that lie beside the project where they do, what is painted is in
// clauses or unplaced.
func TestPagesBalance(t *testing.T) {
	files := map[string][]byte{}
	for _, pattern := range []string{"../cmd/score/testdata/tables/*.pdf", "../cmd/score/testdata/tricky/*.pdf", "../../shared/samples/pdf/made/*.pdf",
		"../../shared/samples/pdf/zoo/*.pdf", "../../shared/samples/pdf/pdfjs/*.pdf", "../../shared/samples/tables/*.pdf", "../corpus/sample/archive/*/*.pdf"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(name, "notounicode") {
				continue // tesseract needs minutes for it; TestScan reads pictures
			}
			files[name] = data
		}
	}
	read := 0
	for name, data := range files {
		c, err := Extract(t.Context(), Source{Name: name, Data: data})
		if err != nil {
			continue // refused as a whole: told elsewhere
		}
		read++
		if len(c.Tally) != c.Source.Pages {
			t.Errorf("%s: %d pages, accounts of %d", name, c.Source.Pages, len(c.Tally))
		}
		balanced(t, name, c.Tally)
	}
	if read < 2 {
		t.Errorf("%d files read", read)
	}
}

// TestMadePagesBalance: pages drawn at random, with all that readers are tempted to drop: furigana, hidden letters, white space of no
// width, cells over both columns, columns of notes, page numbers, running titles, tables without rules, clauses over pages.
func TestMadePagesBalance(t *testing.T) {
	read, twice, spread := 0, 0, 0
	for seed := range uint64(120) {
		c, err := content(made(seed))
		if err != nil {
			continue
		}
		read++
		name := fmt.Sprintf("seed %d", seed)
		balanced(t, name, c.Tally)
		for _, p := range c.Tally {
			twice += p.Twice
		}
		for _, d := range []*corpus.Document{&c.Comparison.Sides[0], &c.Comparison.Sides[1]} {
			units, _ := d.Units()
			for _, u := range units {
				spread += len(u.Spread)
			}
		}
	}
	if read < 60 || twice == 0 || spread == 0 {
		t.Errorf("%d tables read, %d characters in both columns, %d pages that a clause goes on to: nothing is tested", read, twice, spread)
	}
}

// content reads pages as readPDF does.
func content(pages []*layout.Page) (*Content, error) {
	var rows grid.Reader
	var seen painted
	for _, p := range pages {
		seen.add(p)
		rows.Add(p)
	}
	sheet := rows.Sheet()
	if len(sheet.Tables) == 0 {
		return nil, notATable()
	}
	c, err := clausesOf(input{}, sheet)
	if err == nil {
		c.settle(seen.tally)
	}
	return c, err
}

// TestLossIsFound: a letter that vanishes between page and clause, or stands twice, is a difference and a finding.
func TestLossIsFound(t *testing.T) {
	for cut, want := range map[int]int{0: 0, 2: 2, -3: -3} {
		var c *Content
		var err error
		seed := uint64(0)
		for ; c == nil || len(c.Comparison.Sides[0].Clauses) == 0; seed++ {
			if c, err = content(made(seed)); err != nil {
				c = nil
			}
		}
		k := c.Comparison.Sides[0].Clauses[0]
		r := []rune(k.Text.S)
		if cut >= 0 {
			k.Text.S = string(r[:len(r)-cut])
		} else {
			k.Text.S += strings.Repeat("重", -cut)
		}
		tally := c.Tally
		for i := range tally { // as painted
			tally[i].Units, tally[i].Unplaced, tally[i].Difference = [2]int{}, nil, 0
		}
		c.settle(tally)
		sum, found := 0, 0
		for _, p := range c.Tally {
			sum += p.Difference
		}
		for _, d := range c.Comparison.Diags {
			if d.Rule == "glyphs-lost" {
				found++
			}
		}
		if sum != want || found != min(1, max(want, -want)) {
			t.Errorf("%d letters taken: difference %d, %d findings", cut, sum, found)
		}
	}
}

// made draws a file from a seed.
func made(seed uint64) (pages []*layout.Page) {
	r := rand.New(rand.NewPCG(seed, 3))
	columns := 2 + r.IntN(2)
	ruled, headed, furigana := r.IntN(5) > 0, r.IntN(4) > 0, r.IntN(3) == 0
	left, right, size := 60., 535., 10.
	width := (right - left) / float64(columns)
	article := 0
	for n := range 1 + r.IntN(4) {
		p := &layout.Page{Number: n + 1, Width: 595, Height: 842}
		write := func(x, y float64, s string, size float64, hidden bool) float64 {
			for _, c := range s {
				w := size
				if c < 0x2000 {
					w = size / 2
				}
				p.Glyphs = append(p.Glyphs, layout.Glyph{U: string(c), X: x, Y: y, Size: size, Hidden: hidden,
					Box: corpus.Box{X0: x, Y0: y - .88*size, X1: x + w, Y1: y + .12*size}})
				x += w
			}
			return x
		}
		line := func(x0, y0, x1, y1 float64) {
			p.Rules = append(p.Rules, layout.Rule{Box: corpus.Box{X0: x0, Y0: y0, X1: max(x1, x0+.5), Y1: max(y1, y0+.5)}, Width: .5})
		}
		write(left, 40, "見本規程　新旧対照表", 9, false)
		write(left+40, 60, "（傍線の部分は改正部分）", 9, false)
		top, y := 80., 80.
		row := func(height float64) {
			if ruled {
				line(left, y, right, y)
			}
			y += height
		}
		if headed && n == 0 {
			for i, s := range []string{"改　正　後", "改　正　前", "備　考"}[:columns] {
				write(left+float64(i)*width+30, y+12, s, size, false)
			}
			row(18)
		}
		for y < 700 {
			deep := 0.
			across := r.IntN(9) == 0
			for i := range columns {
				if across && i > 0 {
					break
				}
				at := y + 12
				for k := range 1 + r.IntN(5) {
					s := words(r, &article, k == 0 && i == 0)
					x := write(left+float64(i)*width+4, at, s, size, false)
					if furigana && r.IntN(3) == 0 {
						write(left+float64(i)*width+4, at-9, "ふりがな", 4, false)
					}
					if r.IntN(8) == 0 {
						write(x, at, "\u200b \u3000", size, false)
						write(x, at, "かくれ", size, true)
					}
					at += 15
				}
				deep = max(deep, at-y)
			}
			start := y
			row(deep)
			if ruled {
				for i := 0; i <= columns; i++ {
					if !across || i == 0 || i == columns {
						line(left+float64(i)*width, start, left+float64(i)*width, y)
					}
				}
			}
		}
		row(0)
		if ruled {
			line(left, top, left, y)
		}
		write(290, 820, fmt.Sprintf("- %d -", n+1), 9, false)
		pages = append(pages, p)
	}
	return pages
}

// words is a line of a cell: with a label, a placeholder, the middle of a sentence.
func words(r *rand.Rand, article *int, first bool) string {
	const stock = "管理者は、届出を受けたときは、速やかに委員会に報告し、その記録を保存しなければならない。（以下「記録」という。）ABC 12"
	switch {
	case first && r.IntN(2) == 0:
		*article++
		return fmt.Sprintf("第%d条　管理者は、次の", *article)
	case r.IntN(8) == 0:
		return []string{"（略）", "（新設）", "（削る）", "２　（略）", "(1) 評価 (削る)", "附　則", "目次", "（定義）"}[r.IntN(8)]
	}
	s := []rune(stock)
	from := r.IntN(len(s) - 14)
	return string(s[from : from+2+r.IntN(12)])
}
