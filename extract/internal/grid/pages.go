package grid

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/extract/internal/layout"
)

// From drawn pages to a sheet, in pure steps that each leave their result to look at (after pdfplumber's table finder):
//
//	glyphs → frame → inks            frame.go ink.go shade.go
//	rules → edges → joined → classed edges.go classes.go
//	groups of borders → tables → cells  tables.go cells.go, gutter.go where nothing is drawn
//	tables inside cells              nested.go
//	inks in cells → strips → marks   lines.go marks.go
//	strips → lines of text           spaces.go text.go
//	pages → tables over pages        margins.go continue.go
//
// The rival, asking a layout model, was rejected: it loses tables silently and reads marks only roughly, while in these
// files every rule and every letter has exact coordinates. The cost is that tables without any rule rest on a guess.

// PageTrace is everything decided about a page, for drawing and for tests. Boxes and positions are in the frame.
type PageTrace struct {
	Number   int
	Frame    Frame
	Known    []float64 // columns of the table that the page before ended with, taken into account here
	Inks     []*Ink
	Painted  []Edge       // as painted
	Edges    []Edge       // joined, with their class, closing edges of tables at the end
	Areas    []Area       // tables, top to bottom
	Nests    []Area       // tables inside cells
	Boxes    []corpus.Box // dashed boxes
	Loose    []Strip
	Ruby     []*Ink
	Marks    []Marking
	Unplaced []corpus.Unplaced
}

// Trace reads one page by itself.
func Trace(p *layout.Page) *PageTrace { return trace(p, nil, nil) }

// Traces reads pages in order; a page that continues a table knows the columns of the page before.
func Traces(pages []*layout.Page) []*PageTrace {
	var out []*PageTrace
	var last *Area // the table that the page before ended with
	for _, p := range pages {
		t := trace(p, last, nil)
		last = nil
		if n := len(t.Areas); n > 0 {
			last = &t.Areas[n-1]
		}
		out = append(out, t)
	}
	return out
}

func trace(p *layout.Page, last *Area, m *memory) *PageTrace {
	t := &PageTrace{Number: p.Number, Frame: frameOf(p)}
	t.Inks, t.Unplaced = inks(p, t.Frame, m)
	shade(p, t.Frame, t.Inks)
	t.Painted = edgesOf(p, t.Frame)
	t.Edges = join(t.Painted)
	t.Boxes = claimBoxes(t.Edges, t.Inks, t.Frame)
	classify(t.Edges, t.Inks, t.Frame)
	t.Frame.Left = t.Frame.Vertical && leftSided(t.Edges, t.Inks, t.Frame)
	var known []float64
	if last != nil {
		t.Known = slices.Clone(last.Xs)
		if !last.Guess {
			known = last.Xs
		}
	}
	areas, closing := areas(t.Edges, t.Inks, known)
	t.Areas, t.Edges = areas, append(t.Edges, closing...)
	if len(t.Areas) == 0 {
		_, height := t.Frame.Size()
		if a, ok := gutterArea(t.Inks, last, height); ok {
			t.Areas = []Area{a}
		}
	}
	t.Nests = nests(t.Edges, t.Inks, t.Areas)
	loose := t.Inks
	for i := range t.Areas {
		loose = t.Areas[i].place(loose)
		for j := range t.Areas[i].Fields {
			f := &t.Areas[i].Fields[j]
			var ruby []*Ink
			f.Strips, ruby = stripsOfCell(f.Inks, t.Nests)
			t.Ruby = append(t.Ruby, ruby...)
		}
	}
	var ruby []*Ink
	t.Loose, ruby = looseStrips(loose)
	t.Ruby = append(t.Ruby, ruby...)
	t.Marks = mark(t)
	if n := len(t.Areas); n > 0 {
		t.Areas[n-1].running = t.runners()
	}
	return t
}

// looseStrips are the lines outside the tables. Runs set across the page's lines are lines of their own.
func looseStrips(in []*Ink) (strips []Strip, ruby []*Ink) {
	var ordinary []*Ink
	var across []Strip
	for _, k := range in {
		if k.stray {
			s := Strip{Inks: []*Ink{k}}
			s.settle()
			across = append(across, s)
			continue
		}
		ordinary = append(ordinary, k)
	}
	strips, ruby = stripsOf(ordinary)
	strips = append(strips, across...)
	slices.SortStableFunc(strips, func(a, b Strip) int { return compare(a.Axis, b.Axis, a.Box.X0, b.Box.X0) })
	return strips, ruby
}

// strips calls f for every line of the page.
func (t *PageTrace) strips(f func(*Strip)) {
	for i := range t.Areas {
		for j := range t.Areas[i].Fields {
			for k := range t.Areas[i].Fields[j].Strips {
				f(&t.Areas[i].Fields[j].Strips[k])
			}
		}
	}
	for i := range t.Loose {
		f(&t.Loose[i])
	}
}

// FromPages reads a whole file.
func FromPages(pages []*layout.Page) *Sheet {
	var r Reader
	for _, p := range pages {
		r.Add(p)
	}
	return r.Sheet()
}

// Reader reads a file page by page and keeps of each only what the sheet is made of. The zero Reader is ready.
type Reader struct {
	traces []*PageTrace
	last   *Area
	memory memory
}

// Add reads the next page.
func (r *Reader) Add(p *layout.Page) {
	t := trace(p, r.last, &r.memory)
	r.last = nil
	if n := len(t.Areas); n > 0 {
		r.last = &t.Areas[n-1]
	}
	t.release()
	r.traces = append(r.traces, t)
}

// Trace is the next page as Add would read it, with all that Add lets go of. It changes nothing.
func (r *Reader) Trace(p *layout.Page) *PageTrace { return trace(p, r.last, nil) }

// Sheet joins the pages read and forgets them.
func (r *Reader) Sheet() *Sheet {
	pages := r.traces
	r.traces, r.last, r.memory = nil, nil, memory{}
	return assemble(pages)
}

// release keeps what the sheet is made of: the text of lines, columns and cells.
func (t *PageTrace) release() {
	t.strips((*Strip).release)
	t.Inks, t.Painted, t.Edges, t.Boxes, t.Marks = nil, nil, nil, nil, nil
	for i := range t.Areas {
		for j := range t.Areas[i].Fields {
			t.Areas[i].Fields[j].Inks = nil
		}
	}
	for i, k := range t.Ruby { // a pointer keeps all inks of its page
		own := *k
		t.Ruby[i] = &own
	}
}
