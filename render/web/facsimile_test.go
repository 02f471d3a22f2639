package web

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"shinkyu/corpus"
	"shinkyu/diff"
)

// placed puts clauses of a result on pages: side and address → page and box; a second box is that of the next page.
func placed(t *testing.T, r *diff.Result, at map[corpus.Side]map[string][]corpus.Crop) {
	t.Helper()
	for s, list := range at {
		for _, u := range r.Units[s] {
			crops := list[u.Path.String()]
			delete(list, u.Path.String())
			for i, c := range crops {
				if i == 0 {
					u.Origin.Page, u.Origin.Box = c.Page, c.Box
				}
				if len(crops) > 1 {
					u.Spread = append(u.Spread, corpus.Share{Page: c.Page, Characters: 10, Box: c.Box})
				}
			}
		}
		for name := range list {
			t.Fatalf("no clause %s", name)
		}
	}
}

func box(x0, y0, x1, y1 float64) corpus.Box { return corpus.Box{X0: x0, Y0: y0, X1: x1, Y1: y1} }

const (
	placedNew = "第一条|article|第一条|第一条　甲は、{七}年保存する。\n第二条|article|第二条|第二条　乙は、公表する。\n第三条|article|第三条|第三条　丙は、{毎年}点検する。"
	placedOld = "第一条|article|第一条|第一条　甲は、{五}年保存する。\n第二条|article|第二条|第二条　乙は、公表する。\n第三条|article|第三条|第三条　丙は、点検する。"
)

func placedPairs() []pair {
	return []pair{{new: "第一条", old: "第一条", form: diff.Edited}, {new: "第二条", old: "第二条", form: diff.Same}, {new: "第三条", old: "第三条", form: diff.Edited}}
}

// TestCrops: each changed card has a band across the table for every page that prints it; what did not change has none.
func TestCrops(t *testing.T) {
	r := result(t, placedNew, placedOld, placedPairs())
	placed(t, r, map[corpus.Side]map[string][]corpus.Crop{
		corpus.New: {"第一条": {{Page: 1, Box: box(50, 100, 250, 130)}}, "第二条": {{Page: 1, Box: box(50, 140, 290, 160)}}, "第三条": {{Page: 1, Box: box(50, 780, 280, 800)}, {Page: 2, Box: box(50, 60, 120, 80)}}},
		corpus.Old: {"第一条": {{Page: 1, Box: box(310, 100, 500, 115)}}, "第二条": {{Page: 1, Box: box(310, 140, 550, 160)}}, "第三条": {{Page: 1, Box: box(310, 780, 540, 800)}}},
	})
	want := []corpus.Crop{{Page: 1, Box: box(41, 91, 559, 139)}, {Page: 1, Box: box(41, 771, 559, 809)}, {Page: 2, Box: box(41, 51, 129, 89)}}
	if d := cmp.Diff([2][]corpus.Crop{corpus.New: want}, Crops(r)); d != "" {
		t.Error(d)
	}
	asked := map[corpus.Crop]bool{}
	v := View(r, Options{Picture: func(_ corpus.Side, c corpus.Crop) (string, corpus.Picture) {
		asked[c] = true
		if c.Page == 2 {
			return "", corpus.Picture{} // could not be painted
		}
		return "p.png", corpus.Picture{Width: 950, Height: 88, Shown: c.Box}
	}})
	var figures []Figure
	for _, b := range v.Tables[0].Bodies {
		if b.Card != nil {
			figures = append(figures, b.Card.Figures...)
		}
	}
	if len(figures) != 2 || len(asked) != 3 {
		t.Fatalf("%d figures of %d crops", len(figures), len(asked))
	}
	f := Figure{Href: "p.png", Width: 950, Height: 88, Page: 1, New: true, Old: true, Part: 1, Parts: 1, View: "41.0 91.0 518.0 48.0", Frames: []Frame{
		{"48.0", "98.0", "204.0", "34.0", "new"}, {"308.0", "98.0", "194.0", "19.0", "old"},
	}}
	if d := cmp.Diff(f, figures[0]); d != "" {
		t.Error(d)
	}
}

// TestCropsVertical: where the sides stand above each other, a band runs over the height of the table.
func TestCropsVertical(t *testing.T) {
	r := result(t, placedNew, placedOld, placedPairs())
	placed(t, r, map[corpus.Side]map[string][]corpus.Crop{
		corpus.New: {"第一条": {{Page: 1, Box: box(700, 50, 730, 200)}}, "第二条": {{Page: 1, Box: box(650, 50, 680, 260)}}, "第三条": {{Page: 1, Box: box(600, 50, 630, 250)}}},
		corpus.Old: {"第一条": {{Page: 1, Box: box(700, 300, 715, 450)}}, "第二条": {{Page: 1, Box: box(650, 300, 680, 510)}}, "第三条": {{Page: 1, Box: box(600, 300, 630, 480)}}},
	})
	want := []corpus.Crop{{Page: 1, Box: box(691, 41, 739, 519)}, {Page: 1, Box: box(591, 41, 639, 519)}}
	if d := cmp.Diff([2][]corpus.Crop{corpus.New: want}, Crops(r)); d != "" {
		t.Error(d)
	}
}

// TestCropsOfTexts: of two whole texts each stands in its own file and is pictured by itself; what has no pages has no crops.
func TestCropsOfTexts(t *testing.T) {
	r := result(t, placedNew, placedOld, placedPairs())
	r.Comparison.Tables = nil
	placed(t, r, map[corpus.Side]map[string][]corpus.Crop{
		corpus.New: {"第一条": {{Page: 3, Box: box(60, 100, 500, 130)}}},
		corpus.Old: {"第一条": {{Page: 9, Box: box(60, 100, 500, 115)}}},
	})
	want := [2][]corpus.Crop{corpus.New: {{Page: 3, Box: box(51, 91, 509, 139)}}, corpus.Old: {{Page: 9, Box: box(51, 91, 509, 124)}}}
	if d := cmp.Diff(want, Crops(r)); d != "" {
		t.Error(d)
	}
	v := View(r, Options{Picture: func(source corpus.Side, c corpus.Crop) (string, corpus.Picture) {
		return source.String() + ".png", corpus.Picture{Width: 950, Height: 88, Shown: c.Box}
	}})
	var got []Figure
	for _, b := range v.Tables[0].Bodies {
		if b.Card != nil {
			got = append(got, b.Card.Figures...)
		}
	}
	if len(got) != 2 || got[0].Href != "new.png" || got[0].Before || got[0].Old || got[1].Href != "old.png" || !got[1].Before || got[1].New || len(got[1].Frames) != 1 {
		t.Errorf("figures: %+v", got)
	}
	if got := Crops(result(t, placedNew, placedOld, placedPairs())); len(got[corpus.New])+len(got[corpus.Old]) > 0 {
		t.Errorf("no pages, but %v", got)
	}
}
