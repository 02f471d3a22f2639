package pdfium

import (
	"image"
	"image/draw"
	"math"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/requests"
)

// maxPixels of a picture: an A3 page at 400 dpi has 30 million.
const maxPixels = 32_000_000

// Render draws page n, from 1, in grey; dpi is lowered where the picture would have too many pixels. scale is pixels per point
// of the page as read.
func (f *File) Render(n int, dpi float64) (*image.Gray, float64, error) {
	var out *image.Gray
	scale, err := f.render(n, dpi, requests.RenderImageFormatGrayscale, func(m image.Image) {
		out = image.NewGray(m.Bounds())
		draw.Draw(out, out.Bounds(), m, m.Bounds().Min, draw.Src)
	})
	return out, scale, err
}

// RenderColour is Render with colours.
func (f *File) RenderColour(n int, dpi float64) (*image.RGBA, float64, error) {
	var out *image.RGBA
	scale, err := f.render(n, dpi, requests.RenderImageFormatRGBA, func(m image.Image) {
		out = image.NewRGBA(m.Bounds())
		draw.Draw(out, out.Bounds(), m, m.Bounds().Min, draw.Src)
	})
	return out, scale, err
}

// render hands the picture to take, whose pixels are gone afterwards.
func (f *File) render(n int, dpi float64, format requests.RenderImageFormat, take func(image.Image)) (scale float64, err error) {
	defer caught(&err)
	p, err := f.lib.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: f.doc, Index: n - 1})
	if err != nil {
		return 0, unreadable(n, err)
	}
	defer f.lib.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: p.Page})
	r := requests.Page{ByReference: &p.Page}
	size, err := f.lib.GetPageSize(&requests.GetPageSize{Page: r})
	if err != nil {
		return 0, unreadable(n, err)
	}
	scale = dpi / 72
	if pixels := size.Width * size.Height * scale * scale; pixels > maxPixels {
		scale *= math.Sqrt(maxPixels / pixels)
	}
	w, h := int(size.Width*scale), int(size.Height*scale)
	if w < 1 || h < 1 {
		return 0, unreadable(n, errNoSize)
	}
	m, err := f.lib.RenderPageInPixels(&requests.RenderPageInPixels{Page: r, Width: w, Height: h, ImageFormat: format,
		RenderFlags: enums.FPDF_RENDER_FLAG_ANNOT, Document: &f.doc})
	if err != nil {
		return 0, unreadable(n, err)
	}
	defer m.Cleanup()
	take(m.Result.RenderedImage)
	return float64(m.Result.Width) / size.Width, nil
}
