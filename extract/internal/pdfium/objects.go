package pdfium

// Paths and pictures of a page, forms within forms, as the content that the canvas draws.

import (
	"fmt"
	"math"
	"strings"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"shinkyu/extract/internal/pdf"
)

const (
	maxObjects = 100_000 // of a page
	maxDepth   = 12      // forms in forms
	maxPoints  = 2_000   // of one path: past it, it is a drawing
)

type objects struct {
	*File
	canvas *pdf.Canvas
	left   int
}

func (f *File) drawObjects(canvas *pdf.Canvas, r requests.Page) error {
	o := &objects{f, canvas, maxObjects}
	n, err := f.lib.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: r})
	if err != nil {
		return err
	}
	for i := 0; i < n.Count && o.left > 0; i++ {
		if ob, err := f.lib.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: r, Index: i}); err == nil {
			o.draw(ob.PageObject, identity, 0)
		}
	}
	return nil
}

type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// then applies m first and n after it.
func (m matrix) then(n matrix) matrix {
	return matrix{m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3], m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5]}
}

func (o *objects) draw(ref references.FPDF_PAGEOBJECT, outer matrix, depth int) {
	o.left--
	kind, err := o.lib.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: ref})
	if err != nil {
		return
	}
	m := outer
	if own, err := o.lib.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: ref}); err == nil {
		k := own.Matrix
		m = matrix{float64(k.A), float64(k.B), float64(k.C), float64(k.D), float64(k.E), float64(k.F)}.then(outer)
	}
	switch kind.Type {
	case enums.FPDF_PAGEOBJ_PATH:
		o.path(ref, m)
	case enums.FPDF_PAGEOBJ_IMAGE:
		if size, err := o.lib.FPDFImageObj_GetImagePixelSize(&requests.FPDFImageObj_GetImagePixelSize{ImageObject: ref}); err == nil {
			o.canvas.Image(m, int(size.Width), int(size.Height))
		}
	case enums.FPDF_PAGEOBJ_FORM:
		n, err := o.lib.FPDFFormObj_CountObjects(&requests.FPDFFormObj_CountObjects{PageObject: ref})
		if err != nil || depth >= maxDepth {
			return
		}
		for i := 0; i < n.Count && o.left > 0; i++ {
			if ob, err := o.lib.FPDFFormObj_GetObject(&requests.FPDFFormObj_GetObject{PageObject: ref, Index: uint64(i)}); err == nil {
				o.draw(ob.PageObject, m, depth+1)
			}
		}
	}
}

func (o *objects) path(ref references.FPDF_PAGEOBJECT, m matrix) {
	mode, err := o.lib.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: ref})
	if err != nil || mode.FillMode == enums.FPDF_FILLMODE_NONE && !mode.Stroke {
		return
	}
	count, err := o.lib.FPDFPath_CountSegments(&requests.FPDFPath_CountSegments{PageObject: ref})
	if err != nil || count.Count > maxPoints {
		return
	}
	var b strings.Builder
	fmt.Fprintf(&b, "q %g %g %g %g %g %g cm ", m[0], m[1], m[2], m[3], m[4], m[5])
	o.pen(&b, ref, mode.Stroke)
	curve := 0
	for i := range count.Count {
		s, err := o.lib.FPDFPath_GetPathSegment(&requests.FPDFPath_GetPathSegment{PageObject: ref, Index: i})
		if err != nil {
			continue
		}
		kind, err1 := o.lib.FPDFPathSegment_GetType(&requests.FPDFPathSegment_GetType{PathSegment: s.PathSegment})
		at, err2 := o.lib.FPDFPathSegment_GetPoint(&requests.FPDFPathSegment_GetPoint{PathSegment: s.PathSegment})
		if err1 != nil || err2 != nil || math.IsNaN(float64(at.X+at.Y)) {
			continue
		}
		fmt.Fprintf(&b, "%g %g ", at.X, at.Y)
		switch kind.Type {
		case enums.FPDF_SEGMENT_MOVETO:
			b.WriteString("m ")
		case enums.FPDF_SEGMENT_LINETO:
			b.WriteString("l ")
		case enums.FPDF_SEGMENT_BEZIERTO: // three points make one curve
			if curve++; curve%3 == 0 {
				b.WriteString("c ")
			}
		}
		if end, err := o.lib.FPDFPathSegment_GetClose(&requests.FPDFPathSegment_GetClose{PathSegment: s.PathSegment}); err == nil && end.IsClose {
			b.WriteString("h ")
		}
	}
	paint := map[bool]string{false: "f", true: "B"}[mode.Stroke]
	if mode.FillMode == enums.FPDF_FILLMODE_NONE {
		paint = "S"
	} else if mode.FillMode == enums.FPDF_FILLMODE_ALTERNATE {
		paint += "*"
	}
	o.canvas.Draw([]byte(b.String() + paint + " Q"))
}

// pen writes colours, width and dashes.
func (o *objects) pen(b *strings.Builder, ref references.FPDF_PAGEOBJECT, stroke bool) {
	if c, err := o.lib.FPDFPageObj_GetFillColor(&requests.FPDFPageObj_GetFillColor{PageObject: ref}); err == nil {
		fmt.Fprintf(b, "%g %g %g rg ", float64(c.FillColor.R)/255, float64(c.FillColor.G)/255, float64(c.FillColor.B)/255)
	}
	if !stroke {
		return
	}
	if c, err := o.lib.FPDFPageObj_GetStrokeColor(&requests.FPDFPageObj_GetStrokeColor{PageObject: ref}); err == nil {
		fmt.Fprintf(b, "%g %g %g RG ", float64(c.StrokeColor.R)/255, float64(c.StrokeColor.G)/255, float64(c.StrokeColor.B)/255)
	}
	if w, err := o.lib.FPDFPageObj_GetStrokeWidth(&requests.FPDFPageObj_GetStrokeWidth{PageObject: ref}); err == nil {
		fmt.Fprintf(b, "%g w ", w.StrokeWidth)
	}
	if d, err := o.lib.FPDFPageObj_GetDashArray(&requests.FPDFPageObj_GetDashArray{PageObject: ref}); err == nil && len(d.DashArray) > 0 {
		b.WriteByte('[')
		for _, v := range d.DashArray {
			fmt.Fprintf(b, "%g ", v)
		}
		b.WriteString("] 0 d ")
	}
}
