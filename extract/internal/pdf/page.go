package pdf

import (
	"fmt"
	"strings"

	"github.com/ledongthuc/pdf"

	"shinkyu/corpus"
	"shinkyu/extract/internal/layout"
)

// Page reads page n, from 1. A damaged page yields what could be read of it, with a Diag that says so; the error is for
// a number out of range. Nothing of the page is kept in f but its fonts.
func (f *File) Page(n int) (page *layout.Page, err error) {
	if n < 1 || n > len(f.leaves) {
		return nil, &corpus.Failure{
			Rule:     "no-such-page",
			Japanese: fmt.Sprintf("%dページはありません（全%dページ）。", n, len(f.leaves)),
			English:  fmt.Sprintf("there is no page %d (of %d)", n, len(f.leaves)),
		}
	}
	l := f.leaves[n-1]
	page = &layout.Page{Number: n}
	f.double.begin()
	in := &interpreter{file: f, page: page, double: &f.double, told: map[string]bool{}}
	defer func() {
		if x := recover(); x != nil {
			in.tell(corpus.Error, "pdf-damaged-page", "ページが壊れているため、途中までしか読めませんでした。",
				fmt.Sprintf("the page is damaged and was read in part only (%v)", x))
			err = nil
		}
	}()
	box, rotate := l.frame()
	var m matrix
	m, page.Width, page.Height = uprightMatrix(box, rotate)
	in.state = state{ctm: m, text: textState{stretch: 1}, pen: 1}
	in.initial, in.tm, in.tlm = in.state, identityMatrix, identityMatrix
	f.streams = streams{data: f.streams.data, left: maxPageSize}
	content := f.content(l.page.Key("Contents"))
	if page.Glyphs, f.spare = f.spare, nil; page.Glyphs == nil {
		page.Glyphs = make([]layout.Glyph, 0, min(len(content)/8, 2048))
	}
	in.run(content, f.resources(l.resources))
	in.state = in.initial
	in.paintAnnotations(l.page.Key("Annots"))
	in.countUnmapped()
	in.countOff()
	if f.streams.large > 0 {
		in.tell(corpus.Error, "pdf-too-large", fmt.Sprintf("展開すると%d MBを超えるデータがあるため、その部分は読みません。", maxContentSize>>20),
			fmt.Sprintf("some data of the page unpacks to more than %d MB and was refused", maxContentSize>>20))
	}
	switch {
	case f.streams.unknown != "":
		in.tell(corpus.Warning, "pdf-unknown-filter", fmt.Sprintf("対応していない圧縮方式（%.40q）のデータがあり、その部分は読めません。", f.streams.unknown),
			fmt.Sprintf("some data of the page is compressed in an unknown way (%.40q)", f.streams.unknown))
	case f.streams.lost > 0:
		in.tell(corpus.Warning, "pdf-damaged-stream", "データの一部が壊れているため、読めない部分があります。", "some data of the page is damaged")
	}
	return page, nil
}

// leastOff is how many characters beyond its edges a page has before that is told: cut marks and stray blanks are fewer.
const leastOff = 10

// countOff tells that text lies beyond the page's edges, as of a table that its program did not break, or beyond a clipping path, as what is too
// long for a spreadsheet's cell: nobody sees it, but it is missed.
func (in *interpreter) countOff() {
	paper := corpus.Box{X1: in.page.Width, Y1: in.page.Height}
	off := 0
	for i := range in.page.Glyphs {
		g := &in.page.Glyphs[i]
		if !g.Hidden || g.Unmapped || strings.TrimSpace(g.U) == "" {
			continue
		}
		if _, on := meet(g.Box, paper); !on {
			off++
		}
	}
	if off >= leastOff {
		in.tell(corpus.Warning, "pdf-off-page", fmt.Sprintf("用紙の外に%d文字あり、表示も印刷もされないため読んでいません。表が用紙からはみ出していないか確かめてください。", off),
			fmt.Sprintf("%d characters lie beyond the page's edges, where nobody sees them, and were not read: see whether a table runs off the page", off))
	}
	if in.clipped >= leastOff {
		in.tell(corpus.Warning, "pdf-clipped", fmt.Sprintf("枠で切られて見えない文字が%d文字あり、読んでいません。文がセルに収まっていない箇所がないか確かめてください。", in.clipped),
			fmt.Sprintf("%d characters are cut off by a frame, so that nobody sees them, and were not read: see whether a text is too long for its cell", in.clipped))
	}
}

// Reuse takes back the memory of a page's glyphs, of which there are many, for the next page. The caller has no more use for them.
func (f *File) Reuse(page *layout.Page) {
	if cap(page.Glyphs) > cap(f.spare) && cap(page.Glyphs) <= maxSpare {
		f.spare = page.Glyphs[:0]
	}
	page.Glyphs = nil
}

const maxSpare = 1 << 14 // glyphs whose memory is kept

// countUnmapped tells how much of the page is shapes without characters: not to be read without looking at the picture.
func (in *interpreter) countUnmapped() {
	unmapped := 0
	for i := range in.page.Glyphs {
		if g := &in.page.Glyphs[i]; g.Unmapped && !g.Hidden {
			unmapped++
		}
	}
	if unmapped == 0 {
		return
	}
	severity := corpus.Warning
	if unmapped*10 > len(in.page.Glyphs) {
		severity = corpus.Error
	}
	in.tell(severity, "pdf-unmapped", fmt.Sprintf("%d文字は、フォントに文字コードの情報がないため読めません。", unmapped),
		fmt.Sprintf("%d glyphs have no character code in their fonts and cannot be read", unmapped))
}

// content joins the page's content streams. They are cut between tokens only.
func (f *File) content(v pdf.Value) []byte {
	if v.Kind() != pdf.Array {
		return f.streams.read(v, maxContentSize)
	}
	var out []byte
	for i := 0; i < v.Len() && len(out) < maxContentSize; i++ {
		out = append(out, f.streams.read(v.Index(i), int64(maxContentSize-len(out)))...)
		out = append(out, '\n')
	}
	return out
}
