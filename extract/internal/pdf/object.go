package pdf

import (
	"strconv"

	"github.com/ledongthuc/pdf"

	"shinkyu/corpus"
	"shinkyu/extract/internal/layout"
)

// External objects (forms, images), inline images, and the resources they are named in.

var objectOperators = map[string]func(*interpreter, args){
	"Do": func(in *interpreter, a args) { in.guard(func() { in.paintObject(string(a.last().b)) }) },
	"ID": func(in *interpreter, a args) {
		var w, h int
		for i := 0; i+1 < len(a); i += 2 {
			switch string(a[i].b) {
			case "W", "Width":
				w = int(a[i+1].num)
			case "H", "Height":
				h = int(a[i+1].num)
			}
		}
		in.lex.skipInlineImage()
		in.paintImage(w, h)
	},
}

// form is a form XObject: content with its own coordinates and resources.
type form struct {
	content []byte
	matrix  matrix
	box     corpus.Box
	boxed   bool
	res     *resources // nil: those of the content around it
	running bool
}

func (r *resources) form(name string, v pdf.Value) *form {
	f, ok := r.forms[name]
	if !ok {
		f = r.file.readForm(v)
		r.forms[name] = f
	}
	return f
}

func (file *File) readForm(v pdf.Value) *form {
	f := &form{content: file.streams.read(v, maxContentSize), matrix: identityMatrix}
	if m := numbers(v.Key("Matrix"), 6); m != nil && matrix(m).finite() {
		f.matrix = matrix(m)
	}
	if b := numbers(v.Key("BBox"), 4); b != nil {
		f.box, f.boxed = corpus.Box{X0: min(b[0], b[2]), Y0: min(b[1], b[3]), X1: max(b[0], b[2]), Y1: max(b[1], b[3])}, true
	}
	if own := v.Key("Resources"); own.Kind() == pdf.Dict {
		f.res = file.resources(own)
	}
	return f
}

// numbers reads an array of n numbers, nil if it is something else.
func numbers(v pdf.Value, n int) []float64 {
	if v.Len() != n {
		return nil
	}
	out := make([]float64, n)
	for i := range out {
		out[i] = v.Index(i).Float64()
	}
	return out
}

func (in *interpreter) paintObject(name string) {
	v := in.res.value("XObject", name)
	if in.file.layers.hidesObject(v) {
		outside := len(in.marked)
		in.openSpan("", true)
		defer func() { in.marked = in.marked[:outside] }()
	}
	switch v.Key("Subtype").Name() {
	case "Image":
		in.paintImage(int(v.Key("Width").Int64()), int(v.Key("Height").Int64()))
	case "Form":
		in.paintForm(in.res.form(name, v))
	}
}

func (in *interpreter) paintForm(f *form) {
	if in.forms++; in.forms > maxForms {
		in.stop("forms")
		return
	}
	if f.running || in.depth >= maxFormDepth {
		in.tell(corpus.Warning, "pdf-form-cycle", "図形の部品が自分自身を含んでいるため、その部分は読んでいません。",
			"a form contains itself, or forms lie in one another more than "+strconv.Itoa(maxFormDepth)+" deep; that part was not read")
		return
	}
	m := f.matrix.then(in.ctm)
	if !m.finite() {
		return
	}
	in.depth++
	f.running = true
	defer func() { f.running = false }()
	state, tm, tlm, current := in.state, in.tm, in.tlm, in.path
	in.ctm, in.path = m, path{}
	if f.boxed {
		in.clip = in.clip.cut(m.box(f.box.X0, f.box.Y0, f.box.X1, f.box.Y1))
	}
	res := f.res
	if res == nil {
		res = in.res
	}
	in.run(f.content, res)
	in.state, in.tm, in.tlm, in.path = state, tm, tlm, current
	in.depth--
}

// paintImage notes a picture, which fills the unit square.
func (in *interpreter) paintImage(w, h int) {
	if len(in.page.Images) >= maxImages {
		in.stop("images")
		return
	}
	if box, ok := in.clip.meet(in.ctm.box(0, 0, 1, 1)); ok && !in.layerOff() {
		in.page.Images = append(in.page.Images, layout.Image{Box: box, Width: w, Height: h})
	}
}
