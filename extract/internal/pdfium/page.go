package pdfium

// A page as layout.Page: each character with its cell, each path through the first engine's canvas, so that both engines agree on
// what a rule is.
//
// PDFium gives the origin of a character and a box around its ink, never its advance; GetLooseCharBox is wrong for many fonts.
// The advance is taken from the origin of the next character of the line; a full-width one has one em. Nor does it tell the
// writing mode: characters that follow each other downwards, in the direction of their own baseline, are vertical.

import (
	"fmt"
	"math"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"golang.org/x/text/width"

	"shinkyu/corpus"
	"shinkyu/extract/internal/hue"
	"shinkyu/extract/internal/layout"
	"shinkyu/extract/internal/pdf"
)

// Page reads page n, from 1.
func (f *File) Page(n int) (page *layout.Page, err error) {
	defer caught(&err)
	p, err := f.lib.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: f.doc, Index: n - 1})
	if err != nil {
		return nil, unreadable(n, err)
	}
	defer f.lib.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: p.Page})
	r := requests.Page{ByReference: &p.Page}
	canvas, err := f.canvas(n, r)
	if err != nil {
		return nil, unreadable(n, err)
	}
	if err := f.drawObjects(canvas, r); err != nil {
		return nil, unreadable(n, err)
	}
	letters, err := f.letters(r)
	if err != nil {
		return nil, unreadable(n, err)
	}
	for _, l := range letters {
		canvas.Write(l)
	}
	return canvas.Finish(), nil
}

func unreadable(n int, err error) error {
	return &corpus.Failure{Rule: "pdfium-page", Japanese: fmt.Sprintf("%d頁を PDFium で読めません: %v", n, err), English: fmt.Sprintf("PDFium cannot read page %d: %v", n, err)}
}

// canvas is an empty page of the size and the direction of this one.
func (f *File) canvas(n int, r requests.Page) (*pdf.Canvas, error) {
	b, err := f.lib.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: r})
	if err != nil {
		return nil, err
	}
	turn, err := f.lib.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: r})
	if err != nil {
		return nil, err
	}
	box := corpus.Box{X0: float64(b.Rect.Left), Y0: float64(b.Rect.Bottom), X1: float64(b.Rect.Right), Y1: float64(b.Rect.Top)}
	if !(box.X1-box.X0 > 1 && box.Y1-box.Y0 > 1) {
		return nil, fmt.Errorf("a page of %.0f × %.0f points", box.X1-box.X0, box.Y1-box.Y0)
	}
	return pdf.NewCanvas(n, box, 90*int(turn.PageRotation)), nil
}

// maxCharacters of a page.
const maxCharacters = 200_000

const (
	ascent, descent = .88, .12 // of a cell, in ems, as the first engine has them
	reach           = 2.2      // ems: a next character farther away is another word
)

// letters are the characters in the order of the text.
func (f *File) letters(r requests.Page) ([]pdf.Letter, error) {
	t, err := f.lib.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: r})
	if err != nil {
		return nil, err
	}
	defer f.lib.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: t.TextPage})
	n, err := f.lib.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: t.TextPage})
	if err != nil {
		return nil, err
	}
	var out []pdf.Letter
	half := rune(0) // the first half of a character beyond the basic plane
	for i := range min(n.Count, maxCharacters) {
		l, unit, ok := f.letter(t.TextPage, i)
		if !ok {
			continue
		}
		if both := utf16.DecodeRune(half, unit); both != unicode.ReplacementChar && len(out) > 0 {
			out[len(out)-1].U, out[len(out)-1].Unmapped, half = string(both), false, 0
			continue
		}
		half = unit
		out = append(out, l)
	}
	advances(out)
	return out, nil
}

// letter reads character i; false for one that PDFium made up, as the spaces between words.
func (f *File) letter(t references.FPDF_TEXTPAGE, i int) (l pdf.Letter, unit rune, ok bool) {
	if g, err := f.lib.FPDFText_IsGenerated(&requests.FPDFText_IsGenerated{TextPage: t, Index: i}); err != nil || g.IsGenerated {
		return l, 0, false
	}
	u, err := f.lib.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: t, Index: i})
	if err != nil {
		return l, 0, false
	}
	o, err := f.lib.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: t, Index: i})
	if err != nil {
		return l, 0, false
	}
	m, err := f.lib.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: t, Index: i})
	if err != nil {
		return l, 0, false
	}
	z, err := f.lib.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: t, Index: i})
	if err != nil || !(z.FontSize > 0) {
		return l, 0, false
	}
	c := rune(u.Unicode)
	l = pdf.Letter{U: string(c), Size: z.FontSize, Ascent: ascent, Descent: descent,
		Matrix: [6]float64{float64(m.Matrix.A), float64(m.Matrix.B), float64(m.Matrix.C), float64(m.Matrix.D), o.X, o.Y}}
	if utf16.IsSurrogate(c) {
		l.Unmapped = true
	}
	if c == softHyphen {
		l.U = "-"
	}
	if e, err := f.lib.FPDFText_HasUnicodeMapError(&requests.FPDFText_HasUnicodeMapError{TextPage: t, Index: i}); err == nil && e.HasUnicodeMapError || c == 0 || c == 0xfffe || c == 0xffff {
		l.Unmapped = true
	}
	if b, err := f.lib.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: t, Index: i}); err == nil {
		l.Advance = (b.Right - b.Left) / max(1e-6, z.FontSize*math.Hypot(l.Matrix[0], l.Matrix[1]))
	}
	if k, err := f.lib.FPDFText_GetFillColor(&requests.FPDFText_GetFillColor{TextPage: t, Index: i}); err == nil {
		l.White = min(k.R, k.G, k.B) > 247
		l.Hue = hue.Of(float64(k.R)/255, float64(k.G)/255, float64(k.B)/255)
		l.Unseen = k.A < 3
	}
	if k, err := f.lib.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: t, Index: i}); err == nil {
		l.Font = k.FontName
		l.Bold = k.Flags&forceBold != 0 || pdf.BoldName(k.FontName)
	}
	if object, err := f.lib.FPDFText_GetTextObject(&requests.FPDFText_GetTextObject{TextPage: t, Index: i}); err == nil {
		if mode, err := f.lib.FPDFTextObj_GetTextRenderMode(&requests.FPDFTextObj_GetTextRenderMode{PageObject: object.TextObject}); err == nil {
			l.Unseen = l.Unseen || mode.TextRenderMode == enums.FPDF_TEXTRENDERMODE_INVISIBLE || mode.TextRenderMode == enums.FPDF_TEXTRENDERMODE_CLIP
		}
	}
	return l, c, true
}

const (
	softHyphen = 2 // what PDFium gives for a hyphen at a line's end
	forceBold  = 1 << 18
)

// advances finds the writing mode and the advance of each letter from its neighbours.
func advances(l []pdf.Letter) {
	along := make([]float64, len(l)) // way to the next letter in ems, in the letter's own directions; NaN: there is none near
	down := make([]float64, len(l))
	for i := range l {
		along[i], down[i] = math.NaN(), math.NaN()
		if i+1 == len(l) {
			continue
		}
		a, d, ok := l[i].Way(l[i+1])
		if ok && math.Abs(a) < reach && math.Abs(d) < reach {
			along[i], down[i] = a, d
		}
	}
	vertical := func(i int) bool {
		return i >= 0 && i < len(l) && math.Abs(along[i]) < .6 && down[i] > .3 && down[i] > 1.5*math.Abs(along[i])
	}
	for i := range l {
		wide := isWide(l[i].U)
		l[i].Vertical = wide && (vertical(i) || vertical(i-1)) && !(along[i] > .3 && math.Abs(down[i]) < .2)
		switch next := along[i]; {
		case wide:
			l[i].Advance = 1
			if !l[i].Vertical && next > .3 && next < 1 && math.Abs(down[i]) < .2 {
				l[i].Advance = next
			}
		case next > .05 && next < 1.2 && math.Abs(down[i]) < .2:
			l[i].Advance = min(next, l[i].Advance+.4)
		default:
			l[i].Advance = max(.2, l[i].Advance+.06)
		}
	}
}

func isWide(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
		return true
	}
	return r == unicode.ReplacementChar
}
