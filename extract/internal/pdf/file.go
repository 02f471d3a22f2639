// Package pdf reads PDF pages: what is painted where, as layout.Page values.
//
// A comparison table is a drawing: rules make the columns, thin rectangles under (or beside) the text make the official
// marks, and the text is glyph numbers with positions. So what is needed is each glyph with its character and its exact
// cell, and each rule, upright as a reader sees the page. A text extractor gives neither.
//
// Layers, from the bytes up: structure.go, section.go and scan.go find the objects; decrypt.go opens them; plain.go
// writes them in a form that github.com/ledongthuc/pdf, whose values are used from there on, reads without risk;
// stream.go and filter.go decode; tree.go lists the pages; font.go, composite.go, simple.go, cmap.go, predefined.go
// and japan1.go turn codes into characters and widths; lex.go, interpreter.go and the files of operators run a page.
//
// Rejected: PDFium or MuPDF through C (no cross-compiling, memory errors in our process), and PDFium in WebAssembly as
// the only engine (125 pages in 2.1 s and 109 MB, against 0.6 s and 9 MB). The cost of an interpreter of our own is
// some thousand lines; on real tables it reads the same characters as poppler, at the same places.
//
// Not read: text that is a picture (scans, JBIG2, JPEG); characters of embedded fonts without ToUnicode whose CIDs are
// the font's own numbers (reported as pdf-unmapped); files that need a password; JavaScript, XFA forms; shadings.
package pdf

import (
	"bytes"

	"github.com/ledongthuc/pdf"

	"shinkyu/corpus"
	"shinkyu/extract/internal/layout"
)

// File is an open PDF. It is not safe for use by several goroutines at once.
type File struct {
	Diags   []corpus.Diag // findings about the file as a whole
	leaves  []leaf
	streams streams
	layers  layers
	fonts   map[string]*font
	weights weights
	double  overprints     // of the page being read
	spare   []layout.Glyph // memory for the next page's
}

const maxFonts = 256 // kept; a file with more reads some of them again

// Open reads the structure of a PDF that needs no password. An error is a *corpus.Failure.
func Open(data []byte) (*File, error) { return OpenWith(data, "") }

// OpenWith is Open with the password of a reader or of the owner.
func OpenWith(data []byte, password string) (f *File, err error) {
	clean, s, err := plain(data, password)
	if err != nil {
		return nil, err
	}
	defer func() {
		if recover() != nil { // the library, on an object it cannot parse
			f, err = nil, noPages(len(s.objects))
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(clean), int64(len(clean)))
	if err != nil {
		return nil, noPages(len(s.objects))
	}
	f = &File{Diags: s.diags(), fonts: map[string]*font{}, streams: streams{data: clean}}
	f.layers = readLayers(r.Trailer().Key("Root"))
	var w walker
	w.walk(r.Trailer().Key("Root").Key("Pages"), leaf{})
	if f.leaves = w.leaves; len(f.leaves) == 0 {
		return nil, noPages(len(s.objects))
	}
	if w.broken {
		f.Diags = append(f.Diags, corpus.Diag{
			Rule: "pdf-damaged-pages", Severity: corpus.Warning, Unit: -1,
			Message: "ページの一覧が壊れているため、読めないページがあるかもしれません。",
			English: "the list of pages is damaged; some pages may be missing",
		})
	}
	return f, nil
}

// NumPages is the number of pages found in the page tree.
func (f *File) NumPages() int { return len(f.leaves) }

// font reads a font and keeps it under ref, the number of its object; one without a number goes by its own text.
func (f *File) font(v pdf.Value, ref string) *font {
	key := ref
	if key == "" {
		key = v.String()
	}
	if out, ok := f.fonts[key]; ok {
		return out
	}
	if len(f.fonts) >= maxFonts {
		clear(f.fonts)
	}
	out := readFont(v, &f.streams)
	f.fonts[key] = out
	return out
}
