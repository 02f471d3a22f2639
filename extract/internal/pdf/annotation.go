package pdf

import (
	"github.com/ledongthuc/pdf"

	"shinkyu/corpus"
)

// Annotations paint over the page: stamps (写, 案), form fields, text added by a reader. ISO 32000-1, 12.5.5.

const maxAnnotations = 5000

// Flags of an annotation that is not seen on the screen.
const notSeen = 1<<1 | 1<<5 // Hidden, NoView

func (in *interpreter) paintAnnotations(list pdf.Value) {
	for i := 0; i < min(list.Len(), maxAnnotations); i++ {
		in.guard(func() { in.paintAnnotation(list.Index(i)) })
	}
}

func (in *interpreter) paintAnnotation(a pdf.Value) {
	subtype := a.Key("Subtype").Name()
	if a.Key("F").Int64()&notSeen != 0 || subtype == "Popup" || subtype == "Link" {
		return
	}
	look := a.Key("AP").Key("N")
	if look.Kind() == pdf.Dict { // one appearance for each state
		look = look.Key(a.Key("AS").Name())
	}
	rect, ok := boxOf(a.Key("Rect"))
	if look.Kind() != pdf.Stream || !ok {
		return
	}
	f := in.file.readForm(look)
	in.state = in.initial
	in.ctm = fit(f, rect).then(in.ctm)
	in.paintForm(f)
}

// fit moves and scales a form's box, as its own matrix turns it, into the annotation's rectangle.
func fit(f *form, rect corpus.Box) matrix {
	b := f.matrix.box(f.box.X0, f.box.Y0, f.box.X1, f.box.Y1)
	w, h := b.X1-b.X0, b.Y1-b.Y0
	if !f.boxed || w <= 0 || h <= 0 {
		return matrix{1, 0, 0, 1, rect.X0, rect.Y0}
	}
	sx, sy := (rect.X1-rect.X0)/w, (rect.Y1-rect.Y0)/h
	return matrix{sx, 0, 0, sy, rect.X0 - b.X0*sx, rect.Y0 - b.Y0*sy}
}
