package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"
)

// page is white with black letters, as PDFium smooths them, and perhaps a red one.
func page(red bool) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, 60, 40))
	for y := range 40 {
		for x := range 60 {
			c := color.RGBA{255, 255, 255, 255}
			switch {
			case x >= 10 && x < 20 && y >= 10 && y < 20:
				c = color.RGBA{0, 0, 0, 255}
			case x == 20 && y >= 10 && y < 20:
				c = color.RGBA{128, 128, 128, 255}
			case red && x >= 30 && x < 40 && y >= 10 && y < 20:
				c = color.RGBA{204, 0, 0, 255}
			}
			m.SetRGBA(x, y, c)
		}
	}
	return m
}

func decoded(t *testing.T, data []byte) *image.Paletted {
	t.Helper()
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	p, ok := m.(*image.Paletted)
	if !ok {
		t.Fatalf("%T, want a palette", m)
	}
	return p
}

func TestPack(t *testing.T) {
	part := image.Rect(5, 5, 55, 35)
	for _, red := range []bool{false, true} {
		m := page(red)
		data, err := Pack(m, part)
		if err != nil {
			t.Fatal(err)
		}
		got := decoded(t, data)
		if got.Bounds() != image.Rect(0, 0, 50, 30) {
			t.Errorf("bounds %v", got.Bounds())
		}
		if grey := len(got.Palette) <= greys; grey == red {
			t.Errorf("red %v: %d colours", red, len(got.Palette))
		}
		for y := range 30 {
			for x := range 50 {
				want, have := m.RGBAAt(x+5, y+5), got.At(x, y)
				r, g, b, _ := have.RGBA()
				for i, v := range []int{int(r >> 8), int(g >> 8), int(b >> 8)} {
					if d := v - int([]uint8{want.R, want.G, want.B}[i]); d < -20 || d > 20 {
						t.Fatalf("red %v: pixel %d,%d is %v, want %v", red, x, y, have, want)
					}
				}
			}
		}
		again, _ := Pack(m, part)
		if !bytes.Equal(data, again) {
			t.Error("two packings differ")
		}
	}
}
