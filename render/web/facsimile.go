package web

// The source's own look beside a clause. A reader who doubts what was read wants to see the very lines that were printed, not a page to
// search in: so each card has, for every page that prints a changed clause of it, the band of the page that holds these clauses, on both
// sides, with a frame around each. Which bands there are is asked twice: before the pages are made, so that they can be painted (Crops), and
// while they are made (Options.Picture), for where one was painted.
//
// A band runs over the whole table, since a column cut off at the end of its longest word looks like a damaged one. In a table of vertical
// writing, whose sides stand above each other, it runs from top to bottom. Of two whole texts each stands in a file of its own and has bands there.

import (
	"cmp"
	"fmt"
	"slices"

	"shinkyu/corpus"
	"shinkyu/diff"
)

// Figure is a picture of a part of the source's page, with frames around clauses.
type Figure struct {
	Href          string // of the picture
	Width, Height int    // pixels
	Page          int
	Before        bool   // a page of the text before, which has a file of its own
	New, Old      bool   // the sides of its frames
	Part, Parts   int    // of the figures of a card
	View          string // what the picture shows: x, y, width and height in points
	Frames        []Frame
}

// Frame is the box of a clause in a figure, in points.
type Frame struct {
	X, Y, W, H string
	Side       string // new, old
}

const (
	bandMargin  = 9. // points around the clauses
	frameMargin = 2.
)

// sheet is a page of a source: of the file at hand (corpus.New), or of that of the text before.
type sheet struct {
	source corpus.Side
	page   int
}

// band is a part of a page with the clauses that it is about.
type band struct {
	source corpus.Side
	crop   corpus.Crop
	boxes  [2][]corpus.Box
}

// Crops are the parts of the sources' pages that a view of the result can show, in its order: those of the file at hand under corpus.New, and,
// of two whole texts, those of the older one's file under corpus.Old.
func Crops(r *diff.Result) (out [2][]corpus.Crop) {
	b := newBuilder(r, Options{})
	for _, d := range b.sort() {
		if d.role == chapter {
			continue
		}
		for _, x := range b.bands(d) {
			if !slices.Contains(out[x.source], x.crop) {
				out[x.source] = append(out[x.source], x.crop)
			}
		}
	}
	return out
}

// bands are the parts of pages that print what changed in a card, by page.
func (b *builder) bands(d *draft) []band {
	by := map[sheet]*band{}
	var pages []sheet
	for _, row := range d.rows {
		ch := &b.r.Changes[row.change]
		if !changed(ch) {
			continue
		}
		for _, s := range []corpus.Side{corpus.New, corpus.Old} {
			if row.pointer != (s == corpus.Old) && b.leftFrom(ch) != nil {
				continue // of a moved clause each card shows its own end
			}
			for _, u := range ch.Units(s) {
				for _, at := range standsAt(b.r.Units[s][u]) {
					on := sheet{b.source(s), at.Page}
					if by[on] == nil {
						by[on] = &band{source: on.source, crop: corpus.Crop{Page: at.Page}}
						pages = append(pages, on)
					}
					x := by[on]
					x.crop.Box = x.crop.Box.Union(at.Box)
					x.boxes[s] = append(x.boxes[s], at.Box)
				}
			}
		}
	}
	slices.SortFunc(pages, func(x, y sheet) int { return cmp.Or(cmp.Compare(x.source, y.source), cmp.Compare(x.page, y.page)) }) // the new text first
	out := make([]band, len(pages))
	for i, n := range pages {
		out[i] = *by[n]
		out[i].crop.Box = widened(b.across(n, out[i].crop.Box))
	}
	return out
}

// source is the file that prints a side: a table both.
func (b *builder) source(s corpus.Side) corpus.Side {
	if b.r.Comparison.Printed() {
		return corpus.New
	}
	return s
}

// standsAt is where a clause is printed: one box a page, none where the source has no pages.
func standsAt(c *corpus.Clause) (out []corpus.Crop) {
	if c.Origin.Page > 0 && !c.Origin.Box.IsZero() {
		out = append(out, corpus.Crop{Page: c.Origin.Page, Box: c.Origin.Box})
	}
	for _, s := range c.Spread {
		if s.Page > 0 && s.Page != c.Origin.Page && !s.Box.IsZero() {
			out = append(out, corpus.Crop{Page: s.Page, Box: s.Box})
		}
	}
	return out
}

// across is the band of a page over the whole table at the height of a box, or at its width where sides stand above each other.
func (b *builder) across(n sheet, box corpus.Box) corpus.Box {
	if b.extents == nil {
		b.extents = map[sheet]*[2]corpus.Box{}
		for _, s := range []corpus.Side{corpus.New, corpus.Old} {
			for _, u := range b.r.Units[s] {
				for _, at := range standsAt(u) {
					on := sheet{b.source(s), at.Page}
					if b.extents[on] == nil {
						b.extents[on] = &[2]corpus.Box{}
					}
					e := b.extents[on]
					e[s] = e[s].Union(at.Box)
				}
			}
		}
	}
	e := b.extents[n]
	if e == nil {
		return box
	}
	now, old, all := e[corpus.New], e[corpus.Old], e[corpus.New].Union(e[corpus.Old])
	besides := func(a, b, c, d float64) bool { return a >= d || c >= b } // a to b and c to d share nothing
	switch {
	case now.IsZero() || old.IsZero() || besides(now.X0, now.X1, old.X0, old.X1):
		box.X0, box.X1 = all.X0, all.X1
	case besides(now.Y0, now.Y1, old.Y0, old.Y1):
		box.Y0, box.Y1 = all.Y0, all.Y1
	}
	return box
}

func widened(b corpus.Box) corpus.Box {
	return corpus.Box{X0: max(0, b.X0-bandMargin), Y0: max(0, b.Y0-bandMargin), X1: b.X1 + bandMargin, Y1: b.Y1 + bandMargin}
}

// figures are the pictures of a card.
func (b *builder) figures(d *draft) []Figure {
	if b.opt.Picture == nil {
		return nil
	}
	var out []Figure
	for _, x := range b.bands(d) {
		href, p := b.opt.Picture(x.source, x.crop)
		if href == "" {
			continue
		}
		f := Figure{Href: href, Width: p.Width, Height: p.Height, Page: x.crop.Page, Before: x.source == corpus.Old, New: len(x.boxes[corpus.New]) > 0, Old: len(x.boxes[corpus.Old]) > 0,
			View: fmt.Sprintf("%.1f %.1f %.1f %.1f", p.Shown.X0, p.Shown.Y0, p.Shown.X1-p.Shown.X0, p.Shown.Y1-p.Shown.Y0)}
		for _, s := range []corpus.Side{corpus.New, corpus.Old} {
			for _, box := range joined(x.boxes[s]) {
				f.Frames = append(f.Frames, Frame{
					X: points(box.X0 - frameMargin), Y: points(box.Y0 - frameMargin),
					W: points(box.X1 - box.X0 + 2*frameMargin), H: points(box.Y1 - box.Y0 + 2*frameMargin), Side: s.String(),
				})
			}
		}
		out = append(out, f)
	}
	for i := range out {
		out[i].Part, out[i].Parts = i+1, len(out)
	}
	return out
}

// joined leaves out boxes that lie within another.
func joined(boxes []corpus.Box) (out []corpus.Box) {
	for i, x := range boxes {
		if !slices.ContainsFunc(boxes, func(y corpus.Box) bool { return y != x && y.Union(x) == y }) && !slices.Contains(boxes[:i], x) {
			out = append(out, x)
		}
	}
	return out
}

func points(v float64) string { return fmt.Sprintf("%.1f", v) }
