package extract

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"testing"

	"shinkyu/corpus"
)

// ink is the share of dark pixels of a picture in a box of the page's points.
func ink(t *testing.T, p corpus.Picture, box corpus.Box) float64 {
	t.Helper()
	m, err := png.Decode(bytes.NewReader(p.PNG))
	if err != nil {
		t.Fatal(err)
	}
	if m.Bounds() != image.Rect(0, 0, p.Width, p.Height) {
		t.Fatalf("picture of %v, said to be %d × %d", m.Bounds(), p.Width, p.Height)
	}
	scale := float64(p.Width) / (p.Shown.X1 - p.Shown.X0)
	r := pixels(corpus.Box{X0: box.X0 - p.Shown.X0, Y0: box.Y0 - p.Shown.Y0, X1: box.X1 - p.Shown.X0, Y1: box.Y1 - p.Shown.Y0}, scale).Intersect(m.Bounds())
	dark := 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if _, v, _, _ := m.At(x, y).RGBA(); v < 0x8000 { // of red letters, too
				dark++
			}
		}
	}
	return float64(dark) / float64(max(1, r.Dx()*r.Dy()))
}

// TestFacsimile: in tables of level, vertical and turned writing, and in colour, the box of every clause holds ink, and the band around
// shows the box.
func TestFacsimile(t *testing.T) {
	for _, name := range []string{"c-long-headless", "c-red", "cv-rotate90"} {
		src := zooFile(t, name)
		content, err := Extract(context.Background(), src)
		if err != nil {
			t.Fatal(err)
		}
		var crops []corpus.Crop
		for s := range content.Comparison.Sides {
			units, _ := content.Comparison.Sides[s].Units()
			for _, u := range units {
				crops = append(crops, corpus.Crop{Page: u.Origin.Page, Box: u.Origin.Box})
				for _, more := range u.Spread {
					crops = append(crops, corpus.Crop{Page: more.Page, Box: more.Box})
				}
			}
		}
		pictures, diags, err := Facsimile(context.Background(), src, crops)
		if err != nil || len(diags) > 0 || len(pictures) != len(crops) {
			t.Fatalf("%s: %v %v, %d pictures of %d", name, err, diags, len(pictures), len(crops))
		}
		for i, p := range pictures {
			if len(p.PNG) == 0 {
				t.Errorf("%s: no picture of %v", name, crops[i])
				continue
			}
			if got := ink(t, p, crops[i].Box); got < .01 || got > .6 {
				t.Errorf("%s: %.1f %% of %v is dark", name, 100*got, crops[i])
			}
			if all := p.Shown.Union(crops[i].Box); all != p.Shown {
				t.Errorf("%s: %v is shown of %v", name, p.Shown, crops[i])
			}
		}
	}
}

// TestFacsimileMissing: what cannot be painted is a finding with its pages, and the rest is painted.
func TestFacsimileMissing(t *testing.T) {
	src := Source{Data: []byte(onePage("BT /F 12 Tf 72 700 Td (Notice) Tj ET"))}
	letters := corpus.Box{X0: 72, Y0: 130, X1: 110, Y1: 145}
	crops := []corpus.Crop{{Page: 1, Box: letters}, {Page: 2, Box: letters}, {Page: 7, Box: letters}}
	pictures, diags, err := Facsimile(context.Background(), src, crops)
	if err != nil {
		t.Fatal(err)
	}
	if len(pictures) != 3 || len(pictures[0].PNG) == 0 || len(pictures[1].PNG)+len(pictures[2].PNG) > 0 {
		t.Errorf("pictures of the wrong pages: %d", len(pictures))
	}
	if len(diags) != 1 || diags[0].Rule != "facsimile-missing" || diags[0].English != "no picture could be made of pages 2, 7" || diags[0].Message != "2頁、7頁の紙面を画像にできませんでした。" {
		t.Errorf("findings %+v", diags)
	}
	_, diags, err = Facsimile(context.Background(), Source{Data: src.Data, Skip: []Skipped{{Page: 1}}}, crops[:1])
	if err != nil || len(diags) != 1 {
		t.Errorf("a page that ended its worker: %v %v", err, diags)
	}
	if _, _, err = Facsimile(context.Background(), Source{Data: []byte("%PDF-1.4\nnothing")}, crops); err == nil {
		t.Error("a file that is none was opened")
	}
}

// TestFacsimileSize: many crops are painted more coarsely, and no finer than what all of them may have.
func TestFacsimileSize(t *testing.T) {
	page := corpus.Box{X1: 595, Y1: 842}
	pages := func(n int) (out []corpus.Crop) {
		for i := range n {
			out = append(out, corpus.Crop{Page: i + 1, Box: page})
		}
		return out
	}
	if few, some, many := fine(pages(3)), fine(pages(45)), fine(pages(400)); few != finestDPI || some >= few || some <= coarsestDPI || many != coarsestDPI {
		t.Errorf("%v, %v, %v dots an inch", few, some, many)
	}
	if fine(nil) != finestDPI {
		t.Error("no crops")
	}
}
