// Package scan reads pages that are pictures: scans, and text drawn as outlines.
//
// Problem: a scanned 新旧対照表 has to give what a drawn one gives: characters with cells, rules, 傍線, since rows, sides and
// marks are found from these. A text recogniser alone gives running text in which the columns are mixed and the lines gone.
// Choice: the picture's rules are found first (rules.go) and taken out of it; what they fence in is cut into blocks, so that no
// line of text crosses a column; the blocks are read by tesseract, run once a page as a program on all of them, which tells a box and
// a confidence for each character. The result is a layout.Page like any other, and everything after it stays as it is.
// Rejected: tesseract's own page layout (it drops rules and joins columns); linking it as a library (C in our process);
// other recognisers (nothing else for Japanese is in Debian). Cost: some seconds a page, and a program that must be installed.
package scan

import (
	"context"
	"image"
	"math"

	"shinkyu/corpus"
	"shinkyu/extract/internal/layout"
)

// DPI is what a page should be drawn at: what tesseract's models were made for.
const DPI = 300

// Reading is a page as recognised.
type Reading struct {
	Page       *layout.Page // glyphs have their confidence; rules are those of the picture
	Confidence float64      // mean over the characters, 0 to 1
	Doubtful   int          // characters below doubtful
	Blank      bool         // there is nothing on the picture
}

// doubtful is the confidence below which a character should be looked at.
const doubtful = .6

// Read recognises the picture of page n; scale is pixels per point. Errors are those of running tesseract, or the context's.
func Read(ctx context.Context, m *image.Gray, scale float64, n int) (*Reading, error) {
	b := binarise(m)
	if turn := b.skew(); turn != 0 {
		m = rotated(m, turn)
		b = binarise(m)
	}
	b.dropEdges()
	r := &Reading{Page: &layout.Page{Number: n, Width: float64(b.w) / scale, Height: float64(b.h) / scale}}
	if b.count(b.all()) < leastInk {
		r.Blank = true
		return r, nil
	}
	em := b.em(scale)
	rules := b.rules(em)
	b.erase(rules)
	vertical := b.vertical(em)
	blocks := b.blocks(rules, em)
	found, err := recognise(ctx, b, m, blocks, vertical)
	if err != nil {
		return nil, err
	}
	for _, k := range rules {
		r.Page.Rules = append(r.Page.Rules, k.rule(scale))
	}
	sum := 0.
	for _, l := range found {
		settleStrokes(l.characters)
		for _, g := range b.glyphs(l, vertical, em, scale) {
			if sum += g.Confidence; g.Confidence < doubtful {
				r.Doubtful++
			}
			r.Page.Glyphs = append(r.Page.Glyphs, g)
		}
	}
	if len(r.Page.Glyphs) > 0 {
		r.Confidence = sum / float64(len(r.Page.Glyphs))
	}
	return r, nil
}

// leastInk is how many black pixels a page must have to be read: a few specks of dust have less.
const leastInk = 60

// points is a rectangle of pixels on the page.
func points(r image.Rectangle, scale float64) corpus.Box {
	return corpus.Box{X0: float64(r.Min.X) / scale, Y0: float64(r.Min.Y) / scale, X1: float64(r.Max.X) / scale, Y1: float64(r.Max.Y) / scale}
}

func round(v float64) int { return int(math.Round(v)) }
