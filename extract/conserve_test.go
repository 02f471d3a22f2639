package extract

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"unicode"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/layout"
	"shinkyu/extract/internal/pdf"
)

// Every glyph of the layout zoo, hidden ones and furigana included, is in one unit or listed as unplaced: page by page in the rows
// and cells, and over the whole file in the clauses.
func TestZooIsConserved(t *testing.T) {
	files, err := filepath.Glob("../cmd/score/testdata/zoo/*.pdf")
	if err != nil || len(files) == 0 {
		t.Fatalf("no zoo: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			f, err := pdf.Open(data)
			if err != nil {
				t.Fatal(err)
			}
			var pages []*layout.Page
			count := map[rune]int{}
			add := func(text string, n int) {
				for _, r := range text {
					if !unicode.IsSpace(r) {
						count[r] += n
					}
				}
			}
			for n := 1; n <= f.NumPages(); n++ {
				p, err := f.Page(n)
				if err != nil {
					t.Fatal(err)
				}
				pages = append(pages, p)
				for i := range p.Glyphs {
					add(p.Glyphs[i].U, 1)
				}
			}
			for _, fault := range grid.Conservation(pages, grid.FromPages(pages)) {
				t.Error(fault)
			}
			content, err := Extract(context.Background(), Source{Name: file, Data: data})
			if err != nil {
				t.Fatal(err)
			}
			balanced(t, file, content.Tally)
			for _, side := range []corpus.Side{corpus.New, corpus.Old} {
				units, _ := content.Comparison.Sides[side].Units()
				for _, u := range units {
					add(u.Text.S, -1)
				}
			}
			for _, u := range content.Comparison.Unplaced {
				add(u.Text, -1)
			}
			for r, n := range count {
				if n != 0 {
					t.Errorf("%q is painted %d times more than it stands in units and unplaced", r, n)
				}
			}
		})
	}
}
