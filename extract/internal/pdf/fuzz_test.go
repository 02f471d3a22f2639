package pdf

import (
	"math"
	"testing"

	"shinkyu/corpus"
	"shinkyu/extract/internal/layout"
)

// FuzzOpen: whatever the bytes are, reading ends without a panic, boxes are numbers, text is never empty.
func FuzzOpen(f *testing.F) {
	f.Add(onePage(shown + " 100 700 100 .5 re f 2 w 0 0 m 9 9 l S"))
	f.Add(packedFile(6))
	f.Add(sealed128(3, 16, rc4Cipher, "").file())
	f.Add(sealed256(6).file())
	for _, name := range []string{"form in itself", "pages that hold one another", "table of 2147483647 objects", "numbers out of range", "length that needs the stream itself"} {
		f.Add(hostile[name]())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Open(data)
		if err != nil {
			if _, ok := err.(*corpus.Failure); !ok {
				t.Fatalf("%T: %v", err, err)
			}
			return
		}
		for n := 1; n <= min(file.NumPages(), 3); n++ {
			p, err := file.Page(n)
			if err != nil {
				t.Fatal(err)
			}
			checkPage(t, p)
		}
	})
}

func checkPage(t *testing.T, p *layout.Page) {
	if !(p.Width > 0 && p.Height > 0) {
		t.Fatalf("page of %v × %v", p.Width, p.Height)
	}
	for _, g := range p.Glyphs {
		if g.U == "" || !sane(g.Box) || !sane(corpus.Box{X0: g.X, Y0: g.Y, X1: g.X, Y1: g.Y}) || !(g.Size >= 0) {
			t.Fatalf("%+v", g)
		}
	}
	for _, r := range p.Rules {
		if !sane(r.Box) || !(r.Width >= 0) {
			t.Fatalf("%+v", r)
		}
	}
	for _, m := range p.Images {
		if !sane(m.Box) {
			t.Fatalf("%+v", m)
		}
	}
}

func sane(b corpus.Box) bool {
	for _, v := range []float64{b.X0, b.Y0, b.X1, b.Y1} {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return b.X0 <= b.X1 && b.Y0 <= b.Y1
}

// FuzzFontProgram: no program of an embedded font hangs or ends its reader, and what it tells are characters.
func FuzzFontProgram(f *testing.F) {
	four := "\x00\x04\x00\x20\x00\x00\x00\x04\x00\x00\x00\x00\x00\x00\x00\x43\xff\xff\x00\x00\x00\x41\xff\xff\xff\xc2\x00\x01\x00\x00\x00\x00"
	twelve := "\x00\x0c\x00\x00\x00\x00\x00\x1c\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x4e\x00\x00\x00\x4e\x05\x00\x00\x00\x09"
	cmap := "\x00\x00\x00\x02\x00\x03\x00\x01\x00\x00\x00\x14\x00\x03\x00\x0a\x00\x00\x00\x34" + four + twelve
	program := "\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00cmap\x00\x00\x00\x00\x00\x00\x00\x1c\x00\x00\x00\x50" + cmap
	if got := charactersOf([]byte(program)); got[3] != 'A' || got[5] != 'C' || got[9] != '一' || got[14] != '丅' || len(got) != 9 {
		f.Errorf("%v", got)
	}
	f.Add([]byte(program))
	f.Add([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for glyph, r := range charactersOf(b) {
			if glyph == 0 || r < 0 || r > 0x10ffff {
				t.Fatalf("glyph %d is %U", glyph, r)
			}
		}
	})
}
