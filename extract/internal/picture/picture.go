// Package picture packs parts of painted pages into small PNG files.
//
// Problem: a page as painted takes four bytes a pixel, most of them paper, and a site may hold hundreds. What a reader wants of it is ink:
// letters, rules, 傍線, and the colour of 赤字. Choice: a palette. Where a part has no colour, eight greys are enough for the edges of letters and
// take four bits a pixel before compression; where it has, the six levels a channel of the web's old palette with greys between
// them. Rejected: WebP (no encoder in the standard library), JPEG (rings around letters, and larger for text), black and white (Japanese
// letters close up at the size of a screen). Cost: shades of a photograph show steps. Same pixels, same bytes.
package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"sync"
)

const (
	greys   = 8    // of a part without colour: four bits a pixel
	levels  = 6    // of each channel in a part with colour
	between = 16   // greys in a part with colour
	vivid   = 40   // difference of channels from which a pixel has a colour of its own
	seldom  = 2000 // a part of which not even one pixel in so many has a colour counts as grey
)

// The palettes are made when the first picture is: every start of the program would pay for them.
var (
	greyPalette   = sync.OnceValue(func() color.Palette { return greyScale(greys) })
	colourPalette = sync.OnceValue(func() color.Palette { return append(cube(), greyScale(between)...) })
)

func greyScale(n int) (p color.Palette) {
	for i := range n {
		p = append(p, color.Gray{Y: uint8(i * 255 / (n - 1))})
	}
	return p
}

func cube() (p color.Palette) {
	step := func(i int) uint8 { return uint8(i * 255 / (levels - 1)) }
	for r := range levels {
		for g := range levels {
			for b := range levels {
				p = append(p, color.RGBA{R: step(r), G: step(g), B: step(b), A: 255})
			}
		}
	}
	return p
}

// Pack is the part r of m, which must lie within it, as PNG.
func Pack(m *image.RGBA, r image.Rectangle) ([]byte, error) {
	palette, index := greyPalette, grey
	if coloured(m, r) {
		palette, index = colourPalette, colour
	}
	out := image.NewPaletted(image.Rect(0, 0, r.Dx(), r.Dy()), palette())
	for y := range r.Dy() {
		from := m.Pix[m.PixOffset(r.Min.X, r.Min.Y+y):]
		to := out.Pix[y*out.Stride:]
		for x := range r.Dx() {
			to[x] = index(from[4*x], from[4*x+1], from[4*x+2])
		}
	}
	var b bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, out)
	return b.Bytes(), err
}

// coloured reports whether more than one pixel in seldom has a colour.
func coloured(m *image.RGBA, r image.Rectangle) bool {
	n := 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := m.Pix[m.PixOffset(r.Min.X, y):]
		for x := range r.Dx() {
			if tinted(row[4*x], row[4*x+1], row[4*x+2]) {
				n++
			}
		}
	}
	return n*seldom > r.Dx()*r.Dy()
}

func tinted(r, g, b uint8) bool { return max(r, g, b)-min(r, g, b) > vivid }

func nearest(v uint8, n int) int { return (int(v)*(n-1) + 127) / 255 }

func light(r, g, b uint8) uint8 { return uint8((299*int(r) + 587*int(g) + 114*int(b)) / 1000) }

func grey(r, g, b uint8) uint8 { return uint8(nearest(light(r, g, b), greys)) }

func colour(r, g, b uint8) uint8 {
	if !tinted(r, g, b) {
		return uint8(levels*levels*levels + nearest(light(r, g, b), between))
	}
	return uint8((nearest(r, levels)*levels+nearest(g, levels))*levels + nearest(b, levels))
}
