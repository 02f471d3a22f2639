package scan

import (
	"image"
	"strings"
	"testing"
)

// sheet is a white picture on which rectangles are black.
func sheet(w, h int, ink ...image.Rectangle) *image.Gray {
	m := image.NewGray(image.Rect(0, 0, w, h))
	for i := range m.Pix {
		m.Pix[i] = 250
	}
	for _, r := range ink {
		for y := r.Min.Y; y < r.Max.Y; y++ {
			for x := r.Min.X; x < r.Max.X; x++ {
				m.Pix[y*m.Stride+x] = 10
			}
		}
	}
	return m
}

// letter is a square with a hole, as far as ink goes.
func letter(x, y, em int) []image.Rectangle {
	return []image.Rectangle{image.Rect(x, y, x+em, y+4), image.Rect(x, y, x+4, y+em), image.Rect(x+em-4, y, x+em, y+em), image.Rect(x, y+em-4, x+em, y+em)}
}

// TestRules: borders and the line under two letters are rules; the strokes of letters and the foot of one are not.
func TestRules(t *testing.T) {
	const em = 40
	ink := []image.Rectangle{image.Rect(50, 50, 950, 54), image.Rect(500, 50, 504, 600), image.Rect(100, 146, 180, 149), image.Rect(303, 145, 341, 148)}
	for x := 100; x < 180; x += 40 {
		ink = append(ink, letter(x+2, 102, 36)...)
	}
	for _, x := range []int{260, 345} { // neighbours stand as low as the foot between them
		ink = append(ink, letter(x, 108, 40)...)
	}
	ink = append(ink, letter(306, 104, 34)...)
	b := binarise(sheet(1000, 700, ink...))
	rules := b.rules(em)
	want := map[image.Rectangle]bool{image.Rect(50, 50, 950, 54): false, image.Rect(500, 50, 504, 600): true, image.Rect(100, 146, 180, 149): false}
	for _, l := range rules {
		if upright, ok := want[l.box]; !ok || upright != l.upright {
			t.Errorf("%v is taken for a rule", l)
		}
		delete(want, l.box)
	}
	for r := range want {
		t.Errorf("%v is not found", r)
	}
	b.erase(rules)
	if n := b.count(image.Rect(500, 60, 504, 590)); n != 0 {
		t.Errorf("%d black pixels of a rule are left", n)
	}
}

// TestBlocks: what rules fence in is read apart, in the order of the page.
func TestBlocks(t *testing.T) {
	const em = 40
	rules := []line{{box: image.Rect(0, 300, 1000, 304)}, {box: image.Rect(500, 304, 504, 700), upright: true}}
	var ink []image.Rectangle
	for _, p := range []image.Point{{100, 100}, {100, 400}, {600, 500}} {
		ink = append(ink, letter(p.X, p.Y, em)...)
	}
	b := binarise(sheet(1000, 700, ink...))
	got := b.blocks(rules, em)
	want := []image.Rectangle{image.Rect(100, 100, 140, 140), image.Rect(100, 400, 140, 440), image.Rect(600, 500, 640, 540)}
	if len(got) != len(want) {
		t.Fatalf("%v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("block %d is %v, want %v", i, got[i], want[i])
		}
	}
}

// TestSkew: a sheet that lay askew is turned back.
func TestSkew(t *testing.T) {
	var ink []image.Rectangle
	for y := 100; y < 900; y += 60 {
		for x := 100; x < 900; x += 44 {
			ink = append(ink, letter(x, y, 40)...)
		}
	}
	m := sheet(1000, 1000, ink...)
	if s := binarise(m).skew(); s != 0 {
		t.Errorf("an upright sheet is turned by %v", s)
	}
	const askew = .02 // radians
	s := binarise(rotated(m, askew)).skew()
	if d := s + askew; d > .004 || d < -.004 {
		t.Errorf("turned by %v, askew by %v", s, askew)
	}
}

// TestFit: characters go to their ink though the reader saw them elsewhere; い is two pieces, a space keeps its place.
func TestFit(t *testing.T) {
	const em = 40
	line := []character{{text: "検"}, {text: "い"}, {text: "体"}, {text: "、"}, {text: "管"}}
	ink := []piece{{2, 38}, {46, 56}, {66, 74}, {82, 118}, {122, 130}, {202, 238}}
	rough := []piece{{20, 50}, {60, 90}, {95, 130}, {140, 150}, {190, 220}}
	got := fit(line, rough, ink, em)
	want := []piece{{2, 38}, {46, 74}, {82, 118}, {122, 130}, {202, 238}}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%s is at %v, want %v", line[i].text, got[i], want[i])
		}
	}
}

// TestWiden: Latin letters that stand a cell apart are full-width.
func TestWiden(t *testing.T) {
	line := []character{{text: "K"}, {text: "1"}, {text: "a"}, {text: "b"}}
	widen(line, []piece{{10, 30}, {50, 70}, {140, 158}, {160, 178}}, 40)
	if got := line[0].text + line[1].text + line[2].text + line[3].text; got != "Ｋ１ab" {
		t.Error(got)
	}
}

const hocr = `<?xml version="1.0"?><html><body><div class='ocr_page' title='image "x"; bbox 0 0 90 50'><span class='ocr_line' title="bbox 10 10 80 30; baseline 0 0">
<span class='ocrx_word' title='bbox 10 10 80 30; x_wconf 91'><span class='ocrx_cinfo' title='x_bboxes 10 10 30 30; x_conf 99.5'>第</span><span class='ocrx_cinfo' title='x_bboxes 32 10 50 30; x_conf 41'>&lt;</span></span></span></div>
<div class='ocr_page'></div></body></html>`

func TestHOCR(t *testing.T) {
	pages, err := parseHOCR(strings.NewReader(hocr))
	if err != nil || len(pages) != 2 || len(pages[0]) != 1 || len(pages[0][0].characters) != 2 {
		t.Fatalf("%v %v", pages, err)
	}
	c := pages[0][0].characters
	if c[0].text != "第" || c[0].confidence != .995 || c[1].text != "<" || c[1].box != image.Rect(32, 10, 50, 30) {
		t.Errorf("%+v", c)
	}
}

func FuzzHOCR(f *testing.F) {
	f.Add([]byte(hocr))
	f.Fuzz(func(t *testing.T, data []byte) {
		pages, _ := parseHOCR(strings.NewReader(string(data))) // what is read before an error counts too
		for _, p := range pages {
			for _, l := range p {
				for _, c := range l.characters {
					if c.text == "" || c.confidence < 0 || c.confidence > 1 {
						t.Fatalf("%+v", c)
					}
				}
			}
		}
	})
}

// TestStrokes: ー and 一 where spelling allows only one of them.
func TestStrokes(t *testing.T) {
	for in, want := range map[string]string{
		"ー届出の年月日": "一届出の年月日", "第ー条": "第一条", "五十ー": "五十一", "サ一バ": "サーバ", "データ一覧": "データ一覧", "サーバー及びらーめん": "サーバー及びらーめん", "同一の一": "同一の一", "": "",
	} {
		var line []character
		for _, r := range in {
			line = append(line, character{text: string(r)})
		}
		settleStrokes(line)
		got := ""
		for _, c := range line {
			got += c.text
		}
		if got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}
