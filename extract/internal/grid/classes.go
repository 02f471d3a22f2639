package grid

import (
	"slices"

	"shinkyu/corpus"
)

// Which edges bound cells, and which are 傍線? Thickness, colour and kind of object are the same in real files. What differs is
// company: a border meets the column rules at its ends or crosses them, a 傍線 lies along letters and ends with them. Company
// is tried first, because a border under a tightly set row is as close to its letters as any 傍線.

const (
	meets    = 1.2 // points between the end of a row rule and the column rule it meets
	reaches  = 3.0 // points by which a column rule may stop short of a row rule
	overshot = 12  // points a 傍線 may run past a column rule without being taken for a border
	shortest = 8   // points; a shorter edge across the lines bounds nothing
)

// classify gives each joined edge its class, as far as it shows without knowing the tables.
func classify(edges []Edge, in []*Ink, f Frame) {
	width, _ := f.Size()
	var columns []Edge
	for i := range edges {
		e := &edges[i]
		if e.Class != "" || !e.Across {
			continue
		}
		e.Class = Ignored
		if !e.Wavy && e.Len() >= shortest {
			e.Class = Border
			columns = append(columns, *e)
		}
	}
	if len(columns) > mostBorders { // a drawing: only its longest lines could bound cells
		slices.SortStableFunc(columns, func(a, b Edge) int { return compare(b.Len(), a.Len(), a.Pos, b.Pos) })
		columns = columns[:mostBorders]
		least := columns[mostBorders-1].Len()
		for i := range edges {
			if edges[i].Class == Border && edges[i].Len() <= least {
				edges[i].Class = Ignored
			}
		}
	}
	near := byAxis(in)
	for i := range edges {
		e := &edges[i]
		if e.Class != "" || e.Across {
			continue
		}
		kind, share, under := near.along(e, f)
		left, right, cross := company(e, columns, under)
		switch {
		case e.Wavy && share < 0.5:
			e.Class = Ignored
		case !e.Wavy && (left && right || cross):
			e.Class = Border
		case share >= 0.5:
			e.Class = kind
		case left || right:
			e.Class = Border
		case e.Len() > 0.3*width:
			e.Class = Separator
		case share >= 0.2: // most of the line runs on under blanks
			e.Class = kind
		default:
			e.Class = Ignored
		}
	}
}

// company tells which column rules an edge meets: at its left end, at its right end, and well inside. Where one of the
// letters it lies along is itself cut by a column rule, text runs over that rule and takes its line with it.
func company(e *Edge, columns []Edge, under []*Ink) (left, right, cross bool) {
	for i := range columns {
		c := &columns[i]
		if e.Pos < c.From-reaches || e.Pos > c.To+reaches {
			continue
		}
		tol := meets + c.Width/2
		left = left || abs(c.Pos-e.From) <= tol
		right = right || abs(c.Pos-e.To) <= tol
		if c.Pos > e.From+overshot && c.Pos < e.To-overshot {
			cross = cross || !slices.ContainsFunc(under, func(k *Ink) bool { return cuts(c.Pos, k) })
		}
	}
	return left, right, cross
}

// zone says what an edge at y does to letters of a line with this axis: underline them, strike them, or nothing (""); off is
// how far it is, in ems, from where such a line is usually set.
func zone(y, axis, size float64, f Frame) (kind Class, off float64) {
	o := (y - axis) / size
	switch {
	case f.Vertical && abs(o) >= 0.24 && abs(o) <= 1: // beside the letters, or upon their edge as TeX sets it
		off = abs(abs(o) - 0.55)
		if (o > 0) != f.Left {
			off += 0.3
		}
		return Underline, off
	case f.Vertical && abs(o) < 0.2, !f.Vertical && o >= -0.6 && o <= -0.18:
		return Strike, 0.2
	case !f.Vertical && o >= -0.03 && o <= 0.48:
		return Underline, abs(o - 0.15)
	}
	return "", 1
}

// leftSided reports whether the page's 傍線 stand left of vertical lines, as some word processors set them, instead of right.
// Between two lines set solid the place alone does not tell; the lines that only one neighbour can own do.
func leftSided(edges []Edge, in []*Ink, f Frame) bool {
	near := byAxis(in)
	left, right := 0, 0
	for i := range edges {
		e := &edges[i]
		if e.Class != Underline {
			continue
		}
		_, _, under := near.along(e, f)
		var before, behind []corpus.Box
		for _, k := range under {
			if k.Axis < e.Pos {
				before = append(before, k.Box)
			} else {
				behind = append(behind, k.Box)
			}
		}
		switch l, r := cover(before, e.From, e.To), cover(behind, e.From, e.To); {
		case l >= 0.8 && r < 0.5:
			left++
		case r >= 0.8 && l < 0.5:
			right++
		}
	}
	return left > right
}

// axes holds inks by ascending axis.
type axes struct {
	in   []*Ink
	size float64 // the largest
}

func byAxis(in []*Ink) axes {
	a := axes{in: slices.Clone(in)}
	slices.SortStableFunc(a.in, func(x, y *Ink) int { return compare(x.Axis, y.Axis, x.Box.X0, y.Box.X0) })
	for _, k := range a.in {
		a.size = max(a.size, k.Size)
	}
	return a
}

// along finds the letters an edge lies along: what it does to most of them, and the share of its length they cover.
func (a axes) along(e *Edge, f Frame) (kind Class, share float64, under []*Ink) {
	from, _ := slices.BinarySearchFunc(a.in, e.Pos-a.size, func(k *Ink, y float64) int { return compare(k.Axis, y, 0, 0) })
	sum := map[Class]float64{}
	var spans []corpus.Box
	for _, k := range a.in[from:] {
		if k.Axis > e.Pos+a.size {
			break
		}
		over := min(k.Box.X1, e.To) - max(k.Box.X0, e.From)
		if over <= 0 {
			continue
		}
		if z, _ := zone(e.Pos, k.Axis, k.Size, f); z != "" {
			sum[z] += over
			spans = append(spans, k.Box)
			under = append(under, k)
		}
	}
	kind = Underline
	if sum[Strike] > sum[Underline] {
		kind = Strike
	}
	return kind, cover(spans, e.From, e.To), under
}

// cover is the share of [from, to] under the boxes' extents; gaps of up to two ems between letters count as covered.
func cover(spans []corpus.Box, from, to float64) float64 {
	slices.SortFunc(spans, func(a, b corpus.Box) int { return compare(a.X0, b.X0, a.X1, b.X1) })
	sum, end := 0.0, from
	for i, s := range spans {
		start := max(s.X0, end)
		if i > 0 && s.X0-end < 2*(s.Y1-s.Y0) {
			start = end
		}
		if stop := min(s.X1, to); stop > start {
			sum += stop - start
			end = stop
		}
	}
	return sum / max(to-from, 0.01)
}
